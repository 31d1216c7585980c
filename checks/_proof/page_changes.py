"""Small changes to the source of a page of ours, each of which must find what it changes."""

from __future__ import annotations

import re
from collections.abc import Callable

Change = Callable[[str], str]
"""A page's HTML with something changed in it. Raises `LookupError` where that is not there."""

_LAST = "</article>"  # what is added stands at the end of the page's own words


def replaced(pattern: str, new: str) -> Change:
    """Put `new` in place of the first match of `pattern`; groups as in `re.sub`."""

    def change(page: str) -> str:
        changed, count = re.subn(pattern, new, page, count=1, flags=re.DOTALL)
        if not count:
            raise LookupError(f"The page has nothing like {pattern}.")
        return changed

    return change


def added(html: str) -> Change:
    """Put some HTML at the end of the page's own words."""

    def change(page: str) -> str:
        before, last, after = page.rpartition(_LAST)
        if not last:
            raise LookupError(f"The page has no {_LAST}.")
        return f"{before}{html}\n{last}{after}"

    return change


def classed(pattern: str, name: str = "proof") -> Change:
    """Give the first tag that begins like `pattern`, such as "<p", a class, for a style or script.

    The tag must have no class of its own.
    """
    return replaced(rf"({pattern})(?=[\s>])(?![^>]*\sclass=)", rf'\1 class="{name}"')


OWN = r"(<article\b.*?)"
"""Begins a pattern that is to match in the page's own words."""

OWN_LAST = r"(<article\b(?:(?!</article>).)*)"
"""Begins a pattern that is to match there as late as it can."""
