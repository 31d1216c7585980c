"""The accessibility statement: there, whole, true, and reached from every page and document."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

from charter import statement, statement_words
from charter.contracts import Artefact, Draft, Stage
from charter.findings import Finding, Outcome, Rule, Severity, rules
from charter.lists import telephone
from charter.model import Place, words_of
from charter.statement import Status
from checks import _html, _tags, _zips
from checks._pdf_kinds import inside
from checks._says import Said, gaps
from checks._stream import plain, short

TITLE = "Accessibility statement"
STAGE = Stage.ARTEFACTS
_SITE = "This is a fault of the format “site”, not of your words. Tell a developer."
_LAW = "The law asks for it (Public Sector Bodies Accessibility Regulations 2018, regulation 8)."
PAGE = f"{statement.ID}/index.html"

RULES = rules(
    Rule("STATEMENT-010", Severity.ERROR, "There is no accessibility statement.", _SITE, _LAW),
    Rule(
        "STATEMENT-011",
        Severity.ERROR,
        "This page does not lead to the accessibility statement.",
        _SITE,
        "People who are stuck on a page must find out from there whom to tell.",
    ),
    Rule(
        "STATEMENT-012",
        Severity.ERROR,
        "This document does not lead to the accessibility statement, {address}.",
        "This is a fault of the format “{format}”, not of your words. Tell a developer.",
        "Who reads only this document must find out as well whom to tell.",
    ),
    Rule(
        "STATEMENT-013",
        Severity.ERROR,
        "The accessibility statement has no part “{part}”.",
        _SITE,
        _LAW,
    ),
    Rule(
        "STATEMENT-014",
        Severity.ERROR,
        "The accessibility statement says that the site is {said} compliant. Today the tests, the "
        "waivers and the people’s checks only bear out “{true} compliant”.",
        "Read the report: which people’s checks are overdue? Have them done, or write today’s date "
        "after “reviewed” in charter.md. The statement then says what is true today.",
        "A promise that the tests do not bear out is worse than none.",
    ),
    Rule(
        "STATEMENT-015",
        Severity.ERROR,
        "The accessibility statement does not say, in the words of the law and once, how far it "
        "meets the {guidelines}.",
        _SITE,
        "“Fully”, “partially” or “not” compliant: there are no other answers.",
    ),
    Rule(
        "STATEMENT-016",
        Severity.ERROR,
        "The accessibility statement does not give the {what}.",
        _SITE,
        "E-mail does not work for everyone, nor does the phone.",
    ),
    Rule(
        "STATEMENT-017",
        Severity.ERROR,
        "The accessibility statement leaves out “{words}”{more}.",
        _SITE,
        "It must tell all that is known: what fails, why, since when, and who tested it.",
    ),
    Rule(
        "STATEMENT-018",
        Severity.ERROR,
        "This file can’t be read to its end ({reason}).",
        "Build once more. If it happens again, tell a developer.",
        "What we can’t read, nobody can.",
    ),
)

REQUIRED = (
    *("status", "content", "failing", "burden", "scope", "ways", "tests", "people"),
    *("prepared", "contact", "ask", "enforcement"),
)
"""The parts that regulation 8 and the model statement ask for, by their keys in PARTS."""

_CLAIM = re.compile(
    rf"this website is (\w+) compliant with the {re.escape(statement_words.GUIDELINES)}",
    re.IGNORECASE,
)
_UNREADABLE = (OSError, ValueError, _tags.Unreadable)


def run(draft: Draft) -> Outcome:
    """Look for the statement on every page and in every document, then read the statement."""
    pages = {inside(draft, file): file for file in sorted(draft.root.rglob("*.html"))}
    others = [one for one in draft.artefacts if one.media_type != "text/html"]
    documents = {inside(draft, one.path): one for one in others}
    findings: list[Finding] = []
    failed: set[str] = set()
    looks: list[tuple[str, Callable[[], Iterator[Finding]]]] = [
        *((name, partial(_reach, name, file, draft)) for name, file in pages.items()),
        *((name, partial(_lead, name, one, draft)) for name, one in documents.items()),
    ]
    if PAGE in pages:
        looks.append((PAGE, partial(_read, pages[PAGE], draft)))
    else:
        findings.append(RULES["STATEMENT-010"].at(Place(Path(PAGE))))
    for name, look in looks:
        if name in failed:
            continue
        try:
            findings += look()
        except _UNREADABLE as error:
            reason = str(error).rstrip(".")
            findings.append(RULES["STATEMENT-018"].at(Place(Path(name)), reason=reason))
            failed.add(name)
    expected = frozenset({PAGE, *pages, *documents})
    examined = frozenset(name for name, _ in looks if name not in failed)
    return Outcome(tuple(findings), expected, examined)


def _reach(name: str, file: Path, draft: Draft) -> Iterator[Finding]:
    """Whether a page has a link to the statement; the statement itself needs none."""
    site = draft.charter.facts.site
    here = urljoin(site, name.removesuffix("index.html"))
    wanted = urlsplit(statement.address(draft.charter)).path.rstrip("/")
    leads = _html.read(file).leads
    paths = (unquote(urlsplit(urljoin(here, lead)).path) for lead in leads)
    if name != PAGE and not any(
        path.removesuffix("index.html").rstrip("/") == wanted for path in paths
    ):
        yield RULES["STATEMENT-011"].at(Place(Path(name)))


def _lead(name: str, artefact: Artefact, draft: Draft) -> Iterator[Finding]:
    """Whether a document leads to the statement: a PDF by a link, plain text by the address."""
    address = statement.address(draft.charter)
    found = _LEADS.get(artefact.media_type, _never)
    if not found(artefact.path, address):
        facts = {"address": address, "format": artefact.format}
        yield RULES["STATEMENT-012"].at(Place(Path(name)), **facts)


def _in_pdf(file: Path, address: str) -> bool:
    jumps = _tags.read(file).jumps
    return any(jump.does == "URI" and jump.address == address for jump in jumps)


def _in_text(file: Path, address: str) -> bool:
    return address in file.read_text(encoding="utf-8").split()


def _in_zip(file: Path, address: str) -> bool:
    return any(address in words.split() for words in _zips.texts(file).values())


def _never(_file: Path, _address: str) -> bool:
    return False


_LEADS: Mapping[str, Callable[[Path, str], bool]] = {
    "application/pdf": _in_pdf,
    "text/plain": _in_text,
    _zips.MEDIA: _in_zip,
}
"""How each kind of document leads there; a kind that nobody told us of is said not to."""


def _read(file: Path, draft: Draft) -> Iterator[Finding]:
    """Whether the statement is whole and true."""
    page = _html.read(file)
    yield from _parts(page.main)
    yield from _claims(page.main, draft)
    yield from _contact(page, draft)
    yield from _told(page.main, draft)


def _parts(main: tuple[str, ...]) -> Iterator[Finding]:
    for key in REQUIRED:
        heading = statement_words.PARTS[key]
        if plain(heading) not in main:
            yield RULES["STATEMENT-013"].at(Place(Path(PAGE)), part=heading)


def _claims(main: tuple[str, ...], draft: Draft) -> Iterator[Finding]:
    """Compare the page's own words with what is true today, whoever wrote them."""
    place = Place(Path(PAGE))
    said = [found.casefold() for found in _CLAIM.findall(" ".join(main))]
    answers = {one.label: one for one in Status}
    if len(said) != 1 or said[0] not in answers:
        yield RULES["STATEMENT-015"].at(place, guidelines=statement_words.GUIDELINES)
        return
    waivers = statement.waivers_of(draft.policy, draft.charter.folder)
    true = statement.status(statement.gather(draft.charter, waivers, draft.today))
    if answers[said[0]] > true:
        yield RULES["STATEMENT-014"].at(place, said=said[0], true=true.label)


def _contact(page: _html.Web, draft: Draft) -> Iterator[Finding]:
    us, words = draft.charter.facts.contact, " ".join(page.main)
    phone, email = telephone(us.phone) in page.leads, f"mailto:{us.email}" in page.leads
    there = {
        "phone number as a link": phone and plain(us.phone) in words,
        "e-mail address as a link": email and plain(us.email) in words,
        "postal address": plain(", ".join(us.post)) in words,
    }
    for what, given in there.items():
        if not given:
            yield RULES["STATEMENT-016"].at(Place(Path(PAGE)), what=what)


def _told(main: tuple[str, ...], draft: Draft) -> Iterator[Finding]:
    """Whether the page says all that it should say, in order, as of its own date."""
    charter = draft.charter
    waivers = statement.waivers_of(draft.policy, charter.folder)
    evidence = statement.gather(charter, waivers, statement.as_of(charter))
    blocks = statement_words.blocks(charter, evidence)
    wanted = (Said(words, place) for words, place in words_of(blocks))
    found = gaps(wanted, main)
    lost = (*found.missing, *found.displaced)
    if lost:
        more = f", and {len(lost) - 1} more" if len(lost) > 1 else ""
        yield RULES["STATEMENT-017"].at(Place(Path(PAGE)), words=short(lost[0].words), more=more)
