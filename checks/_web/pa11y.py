"""Run pa11y-ci over pages, and believe it only where it proves that it looked.

pa11y-ci ends with "all is well" for an empty list, a missing page, a page that leads elsewhere,
a browser that draws no words and more. So a page known to be bad goes first in the same run;
the results must be those asked for, one by one; each must prove that the page was drawn at its
width; and nothing that would hide an issue (thresholds, levels) is ever used.
"""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote, urldefrag

from charter import programs
from charter.browser import Browser, find_browser, find_node
from checks._web.serve import serve

ROOT = Path(__file__).resolve().parents[2]
SCREENS = ((320, 640), (1280, 900))  # CSS pixels: a small phone, and WCAG 1.4.10's; a desk
OWN = Path(__file__).with_name("pa11y_page.js")
RUNNERS = ("axe", "htmlcs", str(OWN))
AT_ONCE = 2  # pages; more gain nothing on two processors
PAGE_SECONDS = 30  # one page at one width takes about one
SLOWEST_SECONDS = 180  # the whole charter on one page, on a busy computer, took over 30
START_SECONDS = 60
_NOT_OURS = "MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"  # a check must not talk to anybody else
_AXE_EXTRA = 2  # rules that pa11y_page.js switches on

# Everything is wrong with this page, once for each kind of fault that must not slip through.
CANARY = b"""<!doctype html><html><head><meta charset="utf-8"><title>Canary</title>
<style>.s { display: inline-block; width: 9px; height: 9px; overflow: hidden }</style></head>
<body><h2>Canary</h2><h4></h4><h5>Skipped</h5><img src="missing.png" width="50" height="50">
<p style="color: #bbbbbb; background: #ffffff">Pale words</p>
<p style="color: #666666; background: #ffffff">Less pale words</p>
<a class="s" href="a.html">a</a><a class="s" href="b.html">b</a>
<div style="width: 1500px; background: #ffffff">Wide</div></body></html>"""
MUST_FAIL: Mapping[str, frozenset[str]] = {
    "axe": frozenset(
        ("image-alt", "html-has-lang", "color-contrast", "heading-order", "empty-heading")
    )
    | {"page-has-heading-one", "landmark-one-main", "region"},
    "htmlcs": frozenset(
        f"WCAG2AA.Principle{rest}"
        for rest in (
            "1.Guideline1_1.1_1_1.H37",
            "1.Guideline1_4.1_4_3.G18.Fail",
            "3.Guideline3_1.3_1_1.H57.2",
        )
    ),
    str(OWN): frozenset(
        ("target-size", "color-contrast-enhanced", "page-missing", "page-sideways")
    ),
}


@dataclass(frozen=True, slots=True)
class Tools:
    """What one run needs: Node, pa11y-ci's script, a browser. All were there at set-up."""

    node: Path
    checker: Path
    browser: Browser


@dataclass(frozen=True, slots=True)
class Visit:
    """One page, by its path in the site, at one width."""

    page: str
    width: int

    def __str__(self) -> str:
        return f"{self.page} at {self.width} pixels"


@dataclass(frozen=True, slots=True)
class Issue:
    """One thing that a runner found. `review` where it couldn't decide and asks a person."""

    runner: str
    code: str
    kind: str
    message: str
    selector: str
    review: bool


def find_tools() -> Tools:
    """What set-up chose. Raises `ProgramMissing` where it has gone."""
    checker = ROOT / "node_modules" / "pa11y-ci" / "bin" / "pa11y-ci.js"
    if not checker.is_file():
        sentence = "The web checker, pa11y-ci, is missing."
        raise programs.ProgramMissing(
            f"{sentence} Delete the folder node_modules and run “python3 build.py”."
        )
    return Tools(find_node(ROOT), checker, find_browser(ROOT))


def examine(
    site: Path, base: str, pages: Sequence[str], tools: Tools, seconds: float | None = None
) -> dict[Visit, tuple[Issue, ...]]:
    """Look at each page at each width; what was found at each visit, from pa11y's own results.

    `base` is the path below which the site will be published, such as "/sandwell/". Raises
    `ProgramFailed` for any visit that isn't proven. The whole run ends after `seconds`.
    """
    canary = f"{base}charter-canary/"
    with serve(site, base, {canary: CANARY}) as home:
        wanted = {
            f"{home}{path}?width={width}": Visit(page, width)
            for page, path in [("", canary), *((page, base + address(page)) for page in pages)]
            for width, _ in SCREENS
        }
        limit = seconds or START_SECONDS + PAGE_SECONDS * len(wanted) / AT_ONCE
        results = _results(wanted, tools, limit)
    found = {visit: _issues(str(visit), results[url]) for url, visit in wanted.items()}
    for visit, issues in found.items():
        if visit.page:
            _prove(visit, issues)
        else:
            _prove_canary(visit, issues)
    return {visit: issues for visit, issues in found.items() if visit.page}


def address(page: str) -> str:
    """The address of a file in the site, as links write it: "pledges/honest/"."""
    return quote(page.removesuffix("index.html") if f"/{page}".endswith("/index.html") else page)


def _results(wanted: Mapping[str, Visit], tools: Tools, limit: float) -> Mapping[str, object]:
    with tempfile.TemporaryDirectory(prefix="charter-", ignore_cleanup_errors=True) as folder:
        config = Path(folder) / "pa11y.json"
        config.write_text(json.dumps(_config(wanted, tools, folder)), encoding="utf-8")
        result = programs.run(
            [tools.node, tools.checker, "--config", config, "--json"],
            timeout=limit,
            cwd=Path(folder),
            env=tools.browser.surroundings(),
            accept=(0, 2),  # 2: something was found
        )
    report = programs.read_json(result, "pa11y-ci")
    results = report.get("results") if isinstance(report, dict) else None
    if not isinstance(report, dict) or not isinstance(results, dict):
        raise programs.ProgramNonsense("pa11y-ci printed no results.", result.stdout)
    # Where a page leads elsewhere, pa11y files what it found there under the other address.
    named = {urldefrag(url).url: found for url, found in results.items()}
    if named.keys() != wanted.keys() or report.get("total") != len(wanted):
        missing = [str(visit) for url, visit in wanted.items() if url not in named and visit.page]
        which = f" It did not look at {', '.join(missing[:3])}." if missing else ""
        sentence = f"pa11y-ci has {len(named)} results where {len(wanted)} were asked for.{which}"
        raise programs.ProgramNonsense(sentence, result.stdout)
    return named


def _config(wanted: Mapping[str, Visit], tools: Tools, folder: str) -> dict[str, object]:
    heights = dict(SCREENS)
    milliseconds = SLOWEST_SECONDS * 1000
    launch = {
        "executablePath": str(tools.browser.path),
        "args": [*tools.browser.args, f"--host-resolver-rules={_NOT_OURS}"],
        "userDataDir": str(Path(folder) / "profile"),
        "pipe": True,  # so that the browser ends when pa11y-ci is killed
        "timeout": milliseconds,
        "protocolTimeout": milliseconds,
    }
    return {
        "defaults": {
            "standard": "WCAG2AA",
            "runners": RUNNERS,
            # axe's "moderate" is a warning here, "minor" a notice; neither may slip through.
            "includeWarnings": True,
            "includeNotices": True,
            "concurrency": AT_ONCE,
            "timeout": milliseconds,
            "chromeLaunchConfig": launch,
        },
        "urls": [
            {"url": url, "viewport": {"width": visit.width, "height": heights[visit.width]}}
            for url, visit in wanted.items()
        ],
    }


def _issues(where: str, entries: object) -> tuple[Issue, ...]:
    if not isinstance(entries, list):
        raise programs.ProgramNonsense(f"pa11y-ci's result for {where} can't be read.")
    return tuple(_issue(where, entry) for entry in entries)


def _issue(where: str, entry: object) -> Issue:
    if not isinstance(entry, dict) or not {"code", "runner", "type"} <= entry.keys():
        why = entry.get("message") if isinstance(entry, dict) else entry
        raise programs.ProgramNonsense(f"pa11y-ci could not look at {where.strip()}: {why}")
    extras = entry.get("runnerExtras") or {}
    return Issue(
        str(entry["runner"]),
        str(entry["code"]),
        str(entry["type"]),
        str(entry.get("message") or ""),
        str(entry.get("selector") or ""),
        bool(extras.get("needsFurtherReview")),
    )


def _prove_canary(visit: Visit, issues: Iterable[Issue]) -> None:
    """The page where all is wrong must fail in every way, by every runner."""
    for runner, codes in MUST_FAIL.items():
        seen = {issue.code for issue in issues if issue.runner == runner and not issue.review}
        if codes - seen:
            missed = ", ".join(sorted(codes - seen))
            sentence = f"The web checks see no fault where there is one ({Path(runner).stem}"
            raise programs.ProgramNonsense(f"{sentence}, {visit.width} pixels: {missed}).")


def _prove(visit: Visit, issues: Sequence[Issue]) -> None:
    """A page was looked at only where each runner says something of it, and it was drawn."""
    # htmlcs has a hint for every page, if only to check that its title says enough.
    if not any(issue.runner == "htmlcs" for issue in issues):
        raise programs.ProgramNonsense(f"HTML_CodeSniffer said nothing of {visit}.")
    proofs = [json.loads(i.message) for i in issues if i.code == "page-proof"]
    if len(proofs) != 1:
        raise programs.ProgramNonsense(f"Nothing proves that {visit} was looked at.")
    proof = proofs[0]
    problem = ""
    if proof["status"] != 200:  # noqa: PLR2004  HTTP's word for "here it is"
        problem = f"the server answered {proof['status']}"
    elif proof["width"] != visit.width:
        problem = f"it was {proof['width']} pixels wide"
    elif not proof["words"] or not proof["drawn"]:
        problem = "the browser drew no words"
    elif proof["axe"] < _AXE_EXTRA:
        problem = "axe did not run"
    if problem:
        raise programs.ProgramNonsense(f"The web checks did not see {visit} as it is: {problem}.")
