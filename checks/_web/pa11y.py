"""Run pa11y-ci over pages, and believe it only where it proves that it looked.

pa11y-ci ends with "all is well" for an empty list, a missing page, a page that leads elsewhere,
a browser that draws no words and more. So a page known to be bad goes first in the same run;
the results must be those asked for, one by one; each must prove that the page was drawn at its
width; and nothing that would hide an issue (thresholds, levels) is ever used.
"""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urldefrag, urlsplit

from charter import programs
from charter.browser import Browser, find_browser, find_node
from checks._web.seen import Seen
from checks._web.serve import ONLY_US, address, serve
from checks._web.words import plain

ROOT = Path(__file__).resolve().parents[2]
DESK = (1280, 900)  # CSS pixels
OWN = Path(__file__).with_name("pa11y_page.js")
RUNNERS = ("axe", "htmlcs", str(OWN))
AT_ONCE = 2  # pages; more gain nothing on two processors
PAGE_SECONDS = 30  # one page at one width takes about one
SLOWEST_SECONDS = 180  # the whole charter on one page, on a busy computer, took over 30
START_SECONDS = 60
_AXE_PROOF = 2  # rules of axe that pa11y_page.js runs

# Everything is wrong with this page, once for each kind of fault that must not slip through.
CANARY = b"""<!doctype html><html><head><meta charset="utf-8"><title>Canary</title></head>
<body><h2>Canary</h2><h4></h4><h5>Skipped</h5><img src="missing.png" width="50" height="50">
<p style="color: #bbbbbb; background: #ffffff">Pale words</p>
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
    str(OWN): frozenset(("page-missing", "page-sideways")),
}


@dataclass(frozen=True, slots=True)
class Tools:
    """What one run needs: Node, pa11y-ci's script, a browser. All were there at set-up."""

    node: Path
    checker: Path
    browser: Browser


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


def look(
    site: Path, base: str, pages: Sequence[str], tools: Tools, seconds: float | None = None
) -> dict[str, tuple[Seen, ...]]:
    """What pa11y-ci's two runners see on each page, at a desk's width.

    `base` is the path below which the site will be published, such as "/sandwell/". Raises
    `ProgramFailed` for any page that isn't proven. The whole run ends after `seconds`.
    """
    canary = f"{base}charter-canary/"
    with serve(site, base, {canary: CANARY}) as home:
        wanted = {home + canary: ""} | {f"{home}{base}{address(page)}": page for page in pages}
        limit = seconds or START_SECONDS + PAGE_SECONDS * len(wanted) / AT_ONCE
        results = _results(wanted, tools, limit)
    found = {page: _issues(page, results[url]) for url, page in wanted.items()}
    for page, issues in found.items():
        if page:
            _prove(page, issues)
        else:
            _prove_canary(issues)
    return {
        page: tuple(seen for issue in issues for seen in _seen(page, issue))
        for page, issues in found.items()
        if page
    }


# Warnings of htmlcs that pages without a fault bring out, too, so that nobody would read them.
_REMINDERS = (
    # It can't tell a contrast. axe judges the same words, and says itself where it can't tell.
    *(f".{code}.{why}" for code in ("G18", "G145") for why in ("Abs", "Alpha", "BgImage")),
    ".H67.2",  # a picture for decoration: which ones are is said in formats/, not by authors
    ".H42",  # bold words alone in a paragraph or cell: they may be no heading
    ".H48",  # several links in a row outside of a list: they may be no menu
    ".H39.3.NoCaption",  # a table without a caption: the heading above it may say enough
    ".H73.3.NoSummary",  # an attribute that HTML no longer has
)


def _seen(page: str, issue: Issue) -> Iterator[Seen]:
    """An issue in our terms; nothing for what is worth nobody's time.

    That is htmlcs's notices, which are the same for every page ("check that no part of the
    content flashes"), and those of its warnings that sound pages bring out (`_REMINDERS`).
    """
    if issue.runner == str(OWN):
        yield from _own(page, issue)
        return
    warns = issue.runner == "htmlcs" and issue.kind == "warning"
    if issue.review or (warns and not issue.code.endswith(_REMINDERS)):
        rule = "WEB-002"
    elif issue.runner == "axe" or issue.kind == "error":
        rule = "WEB-001"
    else:
        return
    engine = "HTML_CodeSniffer" if issue.runner == "htmlcs" else "axe"
    name = issue.code.rpartition("Guideline")[2]
    # A warning of htmlcs is said once for all the places that it names.
    selector = "" if warns and rule == "WEB-002" else issue.selector
    facts = {"what": plain(issue.code, issue.message)}
    yield Seen(page, rule, f"pa11y-ci with {engine}", name, facts, selector, "1280 pixels wide")


def _own(page: str, issue: Issue) -> Iterator[Seen]:
    setting = "1280 pixels wide"
    match issue.code:
        case "page-sideways":
            facts = {"wide": issue.message}
            yield Seen(page, "WEB-005", "pa11y-ci", "", facts, issue.selector, setting)
        case "page-foreign":
            yield Seen(page, "WEB-006", "pa11y-ci", "", {"address": issue.message})
        case "page-missing":
            # Our own server's address would differ from run to run.
            yield Seen(page, "WEB-007", "pa11y-ci", "", {"address": urlsplit(issue.message).path})


def _results(wanted: Mapping[str, str], tools: Tools, limit: float) -> Mapping[str, object]:
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
        missing = [page for url, page in wanted.items() if url not in named and page]
        which = f" It did not look at {', '.join(missing[:3])}." if missing else ""
        sentence = f"pa11y-ci has {len(named)} results where {len(wanted)} were asked for.{which}"
        raise programs.ProgramNonsense(sentence, result.stdout)
    return named


def _config(wanted: Mapping[str, str], tools: Tools, folder: str) -> dict[str, object]:
    milliseconds = SLOWEST_SECONDS * 1000
    launch = {
        "executablePath": str(tools.browser.path),
        "args": [*tools.browser.args, ONLY_US],
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
        "urls": [{"url": url, "viewport": {"width": DESK[0], "height": DESK[1]}} for url in wanted],
    }


def _issues(where: str, entries: object) -> tuple[Issue, ...]:
    if not isinstance(entries, list):
        raise programs.ProgramNonsense(f"pa11y-ci's result for {where} can't be read.")
    return tuple(_issue(where, entry) for entry in entries)


def _issue(where: str, entry: object) -> Issue:
    if not isinstance(entry, dict) or not {"code", "runner", "type"} <= entry.keys():
        why = entry.get("message") if isinstance(entry, dict) else entry
        page = where or "the page known to be bad"
        raise programs.ProgramNonsense(f"pa11y-ci could not look at {page}: {why}")
    extras = entry.get("runnerExtras") or {}
    return Issue(
        str(entry["runner"]),
        str(entry["code"]),
        str(entry["type"]),
        str(entry.get("message") or ""),
        str(entry.get("selector") or ""),
        bool(extras.get("needsFurtherReview")),
    )


def _prove_canary(issues: Iterable[Issue]) -> None:
    """The page where all is wrong must fail in every way, by every runner."""
    for runner, codes in MUST_FAIL.items():
        seen = {issue.code for issue in issues if issue.runner == runner and not issue.review}
        if codes - seen:
            missed = ", ".join(sorted(codes - seen))
            sentence = f"The web checks see no fault where there is one ({Path(runner).stem}"
            raise programs.ProgramNonsense(f"{sentence}: {missed}).")


def _prove(page: str, issues: Sequence[Issue]) -> None:
    """A page was looked at only where each runner says something of it, and it was drawn."""
    # htmlcs has a hint for every page, if only to check that its title says enough.
    if not any(issue.runner == "htmlcs" for issue in issues):
        raise programs.ProgramNonsense(f"HTML_CodeSniffer said nothing of {page}.")
    proofs = [json.loads(i.message) for i in issues if i.code == "page-proof"]
    if len(proofs) != 1:
        raise programs.ProgramNonsense(f"Nothing proves that {page} was looked at.")
    proof = proofs[0]
    problem = ""
    if proof["status"] != 200:  # noqa: PLR2004  HTTP's word for "here it is"
        problem = f"the server answered {proof['status']}"
    elif proof["width"] != DESK[0]:
        problem = f"it was {proof['width']} pixels wide"
    elif not proof["words"] or not proof["drawn"]:
        problem = "the browser drew no words"
    elif proof["axe"] < _AXE_PROOF:
        problem = "axe did not run"
    if problem:
        raise programs.ProgramNonsense(f"The web checks did not see {page} as it is: {problem}.")
