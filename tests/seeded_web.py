"""Pages with one fault each, and the nearest pages without it, for the rules of the web check."""

from __future__ import annotations

import functools
import tempfile
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path

from charter.contracts import Draft
from charter.findings import Finding
from checks import web

# Each page's name is the rule that it breaks.
_FAULTS = {
    "WEB-001": ('<img src="dot.svg" width="9" height="9">', '<img src="dot.svg" alt="A dot">'),
    "WEB-002": (
        '<p style="color: #111111; background: linear-gradient(#ffffff, #888888)">We will answer.</p>',
        '<p style="color: #111111; background: #ffffff">We will answer.</p>',
    ),
    "WEB-005": (
        '<p style="width: 500px">We will answer.</p>',
        '<p style="max-width: 500px">We will answer.</p>',
    ),
    "WEB-006": (
        '<img src="https://pictures.example.org/dot.svg" alt="A dot">',
        '<a href="https://pictures.example.org/">Pictures</a>',
    ),
    "WEB-007": ('<img src="gone.svg" alt="A dot">', '<img src="dot.svg" alt="A dot">'),
    "WEB-008": (
        '<p style="color: #6b6b6b">We will answer.</p>',
        '<p style="color: #333333">We will answer.</p>',
    ),
    "WEB-009": (
        '<p><a href="gone/">We will answer.</a></p>',
        '<p><a href="#here" id="here">We</a></p>',
    ),
}
_DOT = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="9" height="9"/></svg>'
_REFRESH = '<meta http-equiv="refresh" content="0; url=other.html">'


def page(body: str, *, main: str = "main", head: str = "") -> str:
    """A whole, sound page around `body`."""
    return f"""<!doctype html>
<html lang="en-GB"><head><meta charset="utf-8">{head}<title>A page of the charter</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<style>body {{ color: #111111; background: #ffffff; overflow-wrap: anywhere }}</style></head>
<body><{main}><h1>A page</h1>{body}</{main}></body></html>
"""


_ANSWER = "<p>We will answer.</p>"
BAD = {
    **{code: page(bad) for code, (bad, _) in _FAULTS.items()},
    "WEB-003": page(_ANSWER, main="div"),
    "WEB-004": page(_ANSWER, head=_REFRESH),
}
GOOD = {
    **{code: page(good) for code, (_, good) in _FAULTS.items()},
    "WEB-003": page(_ANSWER),
    "WEB-004": page(_ANSWER),
}


@functools.cache
def _found(pages: tuple[tuple[str, str], ...], draft: Draft) -> tuple[Finding, ...]:
    """All that the check finds on these pages: looked at once, for every rule."""
    with tempfile.TemporaryDirectory() as folder:
        for name, words in (*((f"{n}.html", w) for n, w in pages), ("dot.svg", _DOT)):
            Path(folder, name).write_text(words, encoding="utf-8")
        return web.run(replace(draft, root=Path(folder))).findings


def _seed(code: str, pages: dict[str, str]) -> Callable[[Draft, Path], Iterable[Finding]]:
    def findings(draft: Draft, _folder: Path) -> Iterable[Finding]:
        found = _found(tuple(pages.items()), draft)
        return [one for one in found if one.place.file.name == f"{code}.html"]

    return findings


SEEDS = {code: (_seed(code, BAD), _seed(code, GOOD)) for code in BAD}
