"""Web pages: every page of the site, at a phone's and a desk's width, with two checkers."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sized
from pathlib import Path
from urllib.parse import urlsplit

from charter.contracts import Draft, Stage
from charter.findings import Finding, Outcome, Rule, Severity, rules, unique
from charter.model import Place
from checks._web import links as _web_links
from checks._web.pa11y import SCREENS, Issue, Tools, Visit, examine, find_tools
from checks._web.words import plain

TITLE = "Web accessibility"
STAGE = Stage.ARTEFACTS
_TEMPLATE = (
    "If the place named is in your own words or pictures, change them there. "
    "If not, the fault is in how pages are made: send this to a developer."
)
RULES = rules(
    Rule(
        "WEB-001",
        Severity.ERROR,
        "{what}{where} (Found by {by}, {widths}.)",
        _TEMPLATE,
        "People who use a screen reader, a keyboard or large type could not use this page.",
    ),
    Rule(
        "WEB-002",
        Severity.WARNING,
        "The checker can't tell whether this is so: “{what}”{where} (Found by {by}, {pages}.)",
        "Open the page and look at the place named. If all is well there is nothing to do.",
        "Some faults only a person can see.",
    ),
    Rule(
        "WEB-003",
        Severity.ERROR,
        "This page does not say where its main part starts.",
        "The fault is in how pages are made: send this to a developer (no <main>).",
        "People who listen to a page skip the menu and go straight to its main part.",
    ),
    Rule(
        "WEB-004",
        Severity.ERROR,
        "This page sends its readers on to another page by itself.",
        'Take out the <meta http-equiv="refresh">, and put a link there.',
        "People lose their place when a page changes by itself; and no checker can look at it.",
    ),
    Rule(
        "WEB-005",
        Severity.ERROR,
        "{screen} this page is {wide} pixels too wide, so that lines run off the screen.{where}",
        "Shorten a long word, web address or table there. If that isn't it, ask a developer.",
        "Nobody should have to scroll sideways to read each line.",
    ),
    Rule(
        "WEB-006",
        Severity.ERROR,
        "This page fetches something from another site: {address}",
        "Put the file into the site itself. If it isn't yours, ask a developer.",
        "The other site would learn who reads the charter, and the page breaks when it is down.",
    ),
    Rule(
        "WEB-007",
        Severity.ERROR,
        "This page needs a file which is not there: {address}",
        "The fault is in how pages are made: send this to a developer.",
        "A missing picture or style can leave a page without meaning.",
    ),
    Rule(
        "WEB-009",
        Severity.ERROR,
        "A link leads nowhere: {address} (Found {pages}.)",
        "If the link is in your own words, put it right there. If not, ask a developer.",
        "A link that leads nowhere wastes people's time, and their trust.",
    ),
    Rule(
        "WEB-008",
        Severity.WARNING,
        "These words stand out, but not as well as they could.{where} (Found by {by}, {pages}.)",
        "Use a darker colour on a light ground, or a lighter one on a dark ground (7 to 1).",
        "Many people with low sight read words with more contrast, and all of us in the sun.",
    ),
)


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
_SCREEN = {
    width: f"On {what}" for what, (width, _) in zip(("a phone", "a computer"), SCREENS, strict=True)
}


def run(draft: Draft) -> Outcome:
    """Look at every page of the staged site. Raises `ProgramFailed` where that can't be done."""
    return judge(draft, find_tools())


def judge(draft: Draft, tools: Tools, seconds: float | None = None) -> Outcome:
    """The same with given tools, and a limit in seconds for the whole run."""
    pages = _web_links.read(draft.root)
    findings = list(_links(draft, pages))
    steady = []
    for page, parsed in pages.items():
        if not parsed.main:
            findings.append(RULES["WEB-003"].at(Place(Path(page))))
        if parsed.refresh:
            findings.append(RULES["WEB-004"].at(Place(Path(page))))
        else:
            steady.append(page)
    base = urlsplit(draft.charter.facts.site).path or "/"
    visits = examine(draft.root, base, steady, tools, seconds) if steady else {}
    findings += [*_faults(visits), *_everywhere(visits)]
    # Every pledge has a page of its own, whatever files there are.
    due = {"index.html", *(f"pledges/{pledge.id}/index.html" for pledge in draft.charter.pledges)}
    expected = {str(Visit(page, width)) for page in {*pages, *due} for width, _ in SCREENS}
    return Outcome(unique(findings), frozenset(expected), frozenset(map(str, visits)))


def _links(draft: Draft, pages: Mapping[str, _web_links.Page]) -> Iterator[Finding]:
    """What the files alone tell of links; a dead one that many pages share is said once."""
    dead: dict[str, list[str]] = defaultdict(list)
    for fault in _web_links.faults(draft.root, draft.charter.facts.site, pages):
        if fault.kind == _web_links.DEAD:
            dead[fault.address].append(fault.page)
        else:
            rule = RULES["WEB-006" if fault.kind == _web_links.FOREIGN else "WEB-007"]
            yield rule.at(Place(Path(fault.page)), address=fault.address)
    for address, names in dead.items():
        yield RULES["WEB-009"].at(Place(Path(names[0])), address=address, pages=_also(names))


def _faults(visits: Mapping[Visit, Iterable[Issue]]) -> Iterator[Finding]:
    """One finding for each page, fault and place, at whatever widths and by whichever checker."""
    seen: dict[tuple[str, str, str], list[tuple[Issue, int]]] = defaultdict(list)
    for visit, issues in visits.items():
        place = Place(Path(visit.page))
        for issue in issues:
            if issue.code == "page-sideways":
                facts = {"wide": issue.message, "where": _where(issue.selector)}
                yield RULES["WEB-005"].at(place, screen=_SCREEN[visit.width], **facts)
            elif issue.code in {"page-foreign", "page-missing"}:
                rule = RULES["WEB-006" if issue.code == "page-foreign" else "WEB-007"]
                # Our own server's address would differ from run to run.
                own = issue.code == "page-missing"
                address = urlsplit(issue.message).path if own else issue.message
                yield rule.at(place, address=address)
            elif _is_fault(issue):
                seen[visit.page, plain(issue), issue.selector].append((issue, visit.width))
    for (page, what, selector), found in seen.items():
        by = ", ".join(sorted({_name(issue) for issue, _ in found}))
        widths = " and ".join(f"{width}" for width in sorted({width for _, width in found}))
        yield RULES["WEB-001"].at(
            Place(Path(page)),
            what=what,
            where=_where(selector),
            by=by,
            widths=f"{widths} pixels wide",
        )


def _is_fault(issue: Issue) -> bool:
    """Whether an issue must be put right: all that axe is sure of, and htmlcs's errors."""
    if issue.review or issue.code in {"page-proof", "color-contrast-enhanced"}:
        return False
    return issue.kind == "error" or issue.runner == "axe"


def _to_look_at(issue: Issue) -> str:
    """The rule for what only a person can judge; "" for what is a fault or is not worth a look.

    Not worth one are htmlcs's notices, which are the same for every page ("check that no part of
    the content flashes"), and those of its warnings that sound pages bring out (`_REMINDERS`).
    """
    if issue.code == "color-contrast-enhanced":
        return "WEB-008"
    warns = issue.runner == "htmlcs" and issue.kind == "warning"
    return "WEB-002" if issue.review or (warns and not issue.code.endswith(_REMINDERS)) else ""


def _everywhere(visits: Mapping[Visit, Iterable[Issue]]) -> Iterator[Finding]:
    """What a person should look at: said once, however many pages share it.

    A warning of htmlcs is said once for all the places that it names, too.
    """
    seen: dict[tuple[str, str, str], list[tuple[Issue, str]]] = defaultdict(list)
    for visit, issues in visits.items():
        for issue in issues:
            if code := _to_look_at(issue):
                place = issue.code if issue.runner == "htmlcs" else issue.selector
                seen[code, plain(issue), place].append((issue, visit.page))
    for (code, what, _), found in seen.items():
        pages = sorted({page for _, page in found})
        first = found[0][0]
        yield RULES[code].at(
            Place(Path(pages[0])),
            what=what,
            where=_where(first.selector),
            by=_name(first),
            pages=_also(pages),
        )


def _also(pages: Sized) -> str:
    """How many pages share what is wrong."""
    others = len(pages) - 1
    return f"on this page and {others} more" if others else "on this page"


def _where(selector: str) -> str:
    return f" The place: “{selector}”." if selector else ""


def _name(issue: Issue) -> str:
    """The checker and its own name for the fault, for a developer to look up."""
    checker = "HTML_CodeSniffer" if issue.runner == "htmlcs" else "axe"
    return f"{checker} {issue.code.rpartition('Guideline')[2]}"
