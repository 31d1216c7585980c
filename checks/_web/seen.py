"""What was seen on a page: the one shape in which every engine and every walk reports."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Seen:
    """One thing that an engine, a walk or our own reading saw on a page.

    `page` is its path in the site ("pledges/honest/index.html"); `rule` the code of ours that it
    breaks, whose message `facts` fill in; `name` the engine's own name for it; `setting` how the
    page was shown ("320 pixels wide, dark"), "" where it doesn't matter.
    """

    page: str
    rule: str
    engine: str
    name: str = ""
    facts: Mapping[str, str] = field(default_factory=dict)
    selector: str = ""
    setting: str = ""


WALK = "our own walk"
One = dict[str, Any]
"""A `Seen` without its page, as the browser's program prints it."""


def walked(rule: str, selector: str = "", setting: str = "", **facts: str) -> One:
    """What a walk of our own saw."""
    return {
        "rule": rule,
        "engine": WALK,
        "facts": facts,
        "selector": selector,
        "setting": setting,
    }
