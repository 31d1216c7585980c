"""Web pages: every page of the site, at a phone's and a desk's width, with two checkers."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import urlsplit

from charter.contracts import Draft, Stage
from charter.findings import Finding, Outcome, Rule, Severity, rules, unique
from charter.model import Place
from checks._web import SCREENS, Issue, Tools, Visit, examine, find_tools
from checks._web_words import plain

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
        "On a phone this page is {wide} pixels too wide, so that lines run off the screen.{where}",
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
        "WEB-008",
        Severity.WARNING,
        "These words stand out, but not as well as they could.{where} (Found by {by}, {pages}.)",
        "Use a darker colour on a light ground, or a lighter one on a dark ground (7 to 1).",
        "Many people with low sight read words with more contrast, and all of us in the sun.",
    ),
)


class _Page(HTMLParser):
    """Whether a page has a main part, and whether it sends its readers elsewhere."""

    def __init__(self) -> None:
        super().__init__()
        self.main = self.refresh = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        said = dict(attrs)
        self.main |= tag == "main" or said.get("role") == "main"
        self.refresh |= tag == "meta" and (said.get("http-equiv") or "").lower() == "refresh"


def run(draft: Draft) -> Outcome:
    """Look at every page of the staged site. Raises `ProgramFailed` where that can't be done."""
    return judge(draft, find_tools())


def judge(draft: Draft, tools: Tools, seconds: float | None = None) -> Outcome:
    """The same with given tools, and a limit in seconds for the whole run."""
    pages = sorted(file.relative_to(draft.root).as_posix() for file in draft.root.rglob("*.html"))
    findings: list[Finding] = []
    steady = []
    for page in pages:
        parsed = _Page()
        parsed.feed((draft.root / page).read_text(encoding="utf-8", errors="replace"))
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


def _faults(visits: Mapping[Visit, Iterable[Issue]]) -> Iterator[Finding]:
    """One finding for each page, fault and place, at whatever widths and by whichever checker."""
    seen: dict[tuple[str, str, str], list[tuple[Issue, int]]] = defaultdict(list)
    for visit, issues in visits.items():
        place = Place(Path(visit.page))
        for issue in issues:
            if issue.code == "page-sideways":
                if visit.width == SCREENS[0][0]:
                    where = _where(issue.selector)
                    yield RULES["WEB-005"].at(place, wide=issue.message, where=where)
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
    """Whether an issue must be put right.

    Of axe's findings all are; of htmlcs's only its errors: its warnings and notices are reminders
    that it prints for every page.
    """
    if issue.review or issue.code in {"page-proof", "color-contrast-enhanced"}:
        return False
    return issue.kind == "error" or issue.runner == "axe"


def _everywhere(visits: Mapping[Visit, Iterable[Issue]]) -> Iterator[Finding]:
    """What a person should look at: said once, however many pages share it."""
    seen: dict[tuple[str, str, str], list[tuple[Issue, str]]] = defaultdict(list)
    for visit, issues in visits.items():
        for issue in issues:
            code = "WEB-008" if issue.code == "color-contrast-enhanced" else "WEB-002"
            if code == "WEB-008" or issue.review:
                seen[code, plain(issue), issue.selector].append((issue, visit.page))
    for (code, what, selector), found in seen.items():
        pages = sorted({page for _, page in found})
        others = len(pages) - 1
        also = f"on this page and {others} more" if others else "on this page"
        by = _name(found[0][0])
        yield RULES[code].at(
            Place(Path(pages[0])), what=what, where=_where(selector), by=by, pages=also
        )


def _where(selector: str) -> str:
    return f" The place: “{selector}”." if selector else ""


def _name(issue: Issue) -> str:
    """The checker and its own name for the fault, for a developer to look up."""
    checker = "HTML_CodeSniffer" if issue.runner == "htmlcs" else "axe"
    return f"{checker} {issue.code.rpartition('Guideline')[2]}"
