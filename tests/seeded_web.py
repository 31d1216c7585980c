"""Pages with one fault each, and the nearest pages without it, for the rules of the web check."""

from __future__ import annotations

import functools
import tempfile
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from charter.contracts import Draft
from charter.findings import Finding
from checks import web
from checks._web import browser

POLICY = '<meta http-equiv="Content-Security-Policy" content="script-src \'self\'">'
_TITLE = "A page of the charter"
_RESTLESS = 40  # seconds: longer than the page known to be bad takes on a busy computer


def page(body: str, *, main: str = "main", head: str = "", policy: str = POLICY) -> str:
    """A whole, sound page around `body`. A script in it runs only with another `policy`."""
    return f"""<!doctype html>
<html lang="en-GB"><head><meta charset="utf-8">{policy}{head}<title>{_TITLE}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<style>body {{ color: #111111; background: #ffffff; overflow-wrap: anywhere }}
a, button, input {{ min-width: 48px; min-height: 48px }}
a {{ display: inline-block }}</style></head>
<body><{main}><h1>A page</h1>{body}</{main}></body></html>
"""


def _styled(css: str, body: str) -> str:
    return page(body, head=f"<style>{css}</style>")


def _scripted(name: str, body: str) -> str:
    return page(body, head=f'<script src="{name}" defer></script>')


class _Case(NamedTuple):
    """A page that breaks a rule, and the nearest one that does not."""

    bad: str
    good: str


_ANSWER = "<p>We will answer.</p>"
_HERE = '<p><a href="#here" id="here">How we answer you</a></p>'
_THERE = '<p><a href="#there" id="there">Where we meet</a></p>'
_NAMED = '<p id="words">We will answer.<br>We will come.</p>'
_TWO = '<div id="words"><p>We will answer.</p><p>We will come.</p></div>'
_MENU = "".join(
    f'<a href="#{one}" id="{one}">{one}</a> ' for one in ("Who", "Why", "What", "When", "How")
)
_SKIP = '<a href="#main">Go to the main part</a>'
_URDU = "اردو میں پڑھیں"
_COVER = '<div id="cover"><p>Read this first.</p></div>'
_TURN = "@keyframes turn { to { transform: rotate(1turn) } } "


def _with_menu(skip: str) -> str:
    return page(_ANSWER).replace("<main>", f'{skip}<nav>{_MENU}</nav><main id="main">')


def _with_search(opener: str) -> str:
    dialog = (
        '<dialog id="search" aria-labelledby="title"><h2 id="title">Search</h2><form>'
        '<label for="sought">What are you looking for?</label> <input id="sought" type="search"> '
        '<button>Search</button></form><p role="status" id="said"></p><ol id="found"></ol></dialog>'
    )
    whole = _scripted("search.js", _ANSWER).replace("<main>", f"<header>{opener}</header><main>")
    return whole.replace("</main>", f"</main>{dialog}")


def _sheet(address: str) -> str:
    """A page whose styles are in a file alone."""
    whole = page(_ANSWER)
    style = whole[whole.index("<style>") : whole.index("</head>")]
    return whole.replace(style, f'<link rel="stylesheet" href="{address}">')


_CASES: Mapping[str, _Case] = {
    "WEB-001": _Case(
        page('<img src="dot.svg" width="9" height="9">'), page('<img src="dot.svg" alt="A dot">')
    ),
    "WEB-002": _Case(
        page(
            '<p style="color: #111111; background: linear-gradient(#ffffff, #888888)">We will answer.</p>'
        ),
        page('<p style="color: #111111; background: #ffffff">We will answer.</p>'),
    ),
    "WEB-003": _Case(page(_ANSWER, main="div"), page(_ANSWER)),
    "WEB-004": _Case(
        page(_ANSWER, head='<meta http-equiv="refresh" content="0; url=WEB-003.html">'),
        page('<p><a href="WEB-003.html">Read another page</a></p>'),
    ),
    "WEB-005": _Case(
        page('<p style="width: 500px">We will answer.</p>'),
        page('<p style="max-width: 500px">We will answer.</p>'),
    ),
    "WEB-006": _Case(
        page('<img src="https://pictures.example.org/dot.svg" alt="A dot">'),
        page('<p><a href="https://pictures.example.org/">See our pictures</a></p>'),
    ),
    "WEB-007": _Case(
        page('<img src="gone.svg" alt="A dot">'), page('<img src="dot.svg" alt="A dot">')
    ),
    "WEB-008": _Case(
        page('<p style="color: #6b6b6b; background: #ffffff">We will answer.</p>'),
        page('<p style="color: #333333; background: #ffffff">We will answer.</p>'),
    ),
    "WEB-009": _Case(page('<p><a href="gone/">How we answer you</a></p>'), page(_HERE)),
    "WEB-010": _Case(
        page("<div><p>We will answer.</p>"), page("<div><p>We will answer.</p></div>")
    ),
    "WEB-011": _Case(
        page('<p><span role="button">Send it</span></p>'),
        page('<form action="WEB-003.html"><button>Send it</button></form>'),
    ),
    "WEB-012": _Case(_scripted("trap.js", _HERE + _THERE), _scripted("quiet.js", _HERE + _THERE)),
    "WEB-013": _Case(
        _styled("#here:focus { outline: none }", _HERE),
        _styled("#here:focus { outline: 3px solid #111111 }", _HERE),
    ),
    "WEB-014": _Case(
        _styled("#cover { position: fixed; inset: 0 0 auto; height: 250px }", _COVER + _HERE),
        _styled("#cover { height: 250px }", _COVER + _HERE),
    ),
    "WEB-015": _Case(page(_THERE + _HERE.replace("<a ", '<a tabindex="2" ')), page(_THERE + _HERE)),
    "WEB-016": _Case(_with_menu(""), _with_menu(_SKIP)),
    "WEB-017": _Case(
        _styled("#words { height: 2.2em; line-height: 1.1; overflow: hidden }", _NAMED),
        _styled("#words { min-height: 2.2em; line-height: 1.1; overflow: hidden }", _NAMED),
    ),
    "WEB-018": _Case(
        _styled("#words { height: 1.1em; margin-bottom: -1em }", f"{_NAMED}<p>We will meet.</p>"),
        _styled(
            "#words { min-height: 1.1em; margin-bottom: -1em }", f"{_NAMED}<p>We will meet.</p>"
        ),
    ),
    "WEB-019": _Case(
        _styled("#words { forced-color-adjust: none; color: #888888 }", _NAMED),
        _styled("#words { color: #333333 }", _NAMED),
    ),
    "WEB-020": _Case(
        _styled(f"{_TURN} #words {{ animation: turn 3s infinite }}", _NAMED),
        _styled(
            f"{_TURN} @media (prefers-reduced-motion: no-preference) "
            "{ #words { animation: turn 3s infinite } }",
            _NAMED,
        ),
    ),
    "WEB-021": _Case(
        _scripted("late.js", '<p id="late"></p>'),
        _scripted("late.js", '<p id="late">We will answer.</p>'),
    ),
    "WEB-022": _Case(
        _styled("@media print { #words { display: none } }", _NAMED),
        _styled("@media print { #words { display: block } }", _NAMED),
    ),
    "WEB-023": _Case(
        _styled("#here { min-width: 0; min-height: 0; line-height: 20px }", _HERE),
        _styled("#here { min-width: 44px; min-height: 44px; line-height: 20px }", _HERE),
    ),
    "WEB-024": _Case(
        _styled("#words { display: flex; flex-direction: column-reverse }", _TWO),
        _styled("#words { display: flex; flex-direction: column }", _TWO),
    ),
    "WEB-025": _Case(page(_ANSWER).replace(_TITLE, "Untitled"), page(_ANSWER)),
    "WEB-026": _Case(page(_HERE.replace("How we answer you", "Click here")), page(_HERE)),
    "WEB-027": _Case(
        page(_HERE + _THERE.replace("Where we meet", "How we answer you")), page(_HERE + _THERE)
    ),
    "WEB-028": _Case(page(f"<p>{_URDU}</p>"), page(f'<p lang="ur" dir="rtl">{_URDU}</p>')),
    "WEB-029": _Case(_scripted("fault.js", _ANSWER), _scripted("quiet.js", _ANSWER)),
    "WEB-030": _Case(
        _with_search('<span aria-haspopup="dialog" id="open">Search</span>'),
        _with_search(
            '<button type="button" aria-haspopup="dialog" id="open" hidden>Search</button>'
        ),
    ),
    "WEB-031": _Case(page(_ANSWER, policy=""), page(_ANSWER)),
    "WEB-032": _Case(_scripted("endless.js", _ANSWER), _scripted("quiet.js", _ANSWER)),
    "WEB-033": _Case(
        page('<img src="dot.svg" alt="dot.svg">'), page('<img src="dot.svg" alt="A black dot">')
    ),
    "WEB-034": _Case(page(f"<h3>How</h3>{_ANSWER}"), page(f"<h2>How</h2>{_ANSWER}")),
    "WEB-035": _Case(_sheet("/page.css"), _sheet("page.css")),
}
_FILES = {
    "dot.svg": '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9">'
    '<rect width="9" height="9"/></svg>',
    "page.css": "body { color: #111111; background: #ffffff }",
    "endless.js": "for (;;);",
    "fault.js": "console.error('The list of pledges is not there');",
    "late.js": "document.getElementById('late').textContent = 'We will answer.';",
    "quiet.js": "console.info('All is well');",
    "trap.js": "document.getElementById('here').addEventListener('keydown', event => "
    "event.key === 'Tab' && event.preventDefault());",
    "search.js": """
const open = document.getElementById("open"), dialog = document.getElementById("search");
open.hidden = false;
open.addEventListener("click", () => dialog.showModal());
dialog.querySelector("form").addEventListener("submit", event => {
  event.preventDefault();
  document.getElementById("said").textContent = "1 page has these words.";
  document.getElementById("found").innerHTML = '<li><a href="WEB-003.html">A page</a></li>';
});
""",
}
_ALONE = "WEB-032"  # no engine but the browser can be told how long to wait for it


def _file(code: str) -> str:
    """The page that breaks a rule; a site's search is tried on its first page."""
    return "index.html" if code == "WEB-030" else f"{code}.html"


def _write(folder: Path, pages: Mapping[str, str]) -> None:
    for code, words in pages.items():
        titled = words.replace(_TITLE, f"{code}, a page of the charter")
        (folder / _file(code)).write_text(titled, encoding="utf-8")
    for name, words in _FILES.items():
        (folder / name).write_text(words, encoding="utf-8")


@functools.cache
def found(draft: Draft, *, bad: bool) -> tuple[Finding, ...]:
    """All that the check finds on all the bad pages, or on all the good ones: looked at once."""
    pages = {
        code: case.bad if bad else case.good
        for code, case in _CASES.items()
        if not (bad and code == _ALONE)
    }
    with tempfile.TemporaryDirectory() as folder:
        _write(Path(folder), pages)
        return web.run(replace(draft, root=Path(folder))).findings


def _restless(_draft: Draft, folder: Path) -> Iterable[Finding]:
    """What is found on the page that never comes to rest."""
    _write(folder, {_ALONE: _CASES[_ALONE].bad})
    engines = browser.find_engines()
    seen = browser.look(folder, "/", [_file(_ALONE)], engines, page_seconds=_RESTLESS)
    return web.findings(seen[_file(_ALONE)])


def _seed(code: str, *, bad: bool) -> Callable[[Draft, Path], Iterable[Finding]]:
    def findings(draft: Draft, _folder: Path) -> Iterable[Finding]:
        here = found(draft, bad=bad)
        return [one for one in here if one.place.file.name == _file(code)]

    return findings


SEEDS = {
    code: (_restless if code == _ALONE else _seed(code, bad=True), _seed(code, bad=False))
    for code in _CASES
}
