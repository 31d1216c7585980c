"""The print pack: room for all words, codes that work, and sheets that fold into a booklet."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import pypdfium2 as pdfium  # type: ignore[import-untyped]  # the wheel has no types

from charter.addresses import scan
from charter.contracts import Artefact, Draft, Stage
from charter.findings import Finding, Outcome
from charter.model import Charter, Place, Pledge
from checks import _code, _imposed, _says
from checks._pdf_kinds import LEAFLET, inside
from checks._pdf_paper import Paper, open_paper
from checks._print_rules import RULES
from checks._says import gaps
from checks._stream import plain, short
from checks._tags import Unreadable

__all__ = ["RULES", "STAGE", "TITLE", "run"]

TITLE = "Papers of the print pack"
STAGE = Stage.ARTEFACTS
_PAPERS = ("booklet", "booklet-to-print", "table-card", "pack-guide")
_DOTS = 200  # an inch: a good printer
_CODES: Mapping[str, float] = {"booklet": 30, "table-card": 30, LEAFLET: 25}
"""How wide a code is at least, in millimetres: read from a hand, or from across a table."""
_CONTRAST = 4
_ROUNDING = 0.05  # points: PDFs hold sizes as decimals
_DRAFT = re.compile(r"(?i:draft)(?![a-z])")
_UNCHECKED = "Draft: not checked"  # said where there was no gate, whatever the Easy Read is
_CUT = "CharterCut"
_CANT = (OSError, Unreadable, pdfium.PdfiumError)


@dataclass(frozen=True, slots=True)
class _Sheet:
    """One paper, read and drawn. `pledge` is the one that a leaflet is about."""

    paper: Paper
    artefact: Artefact
    draft: Draft
    pledge: Pledge | None

    @property
    def place(self) -> Place:
        """Where a finding about the paper as a whole belongs."""
        return Place(Path(self.paper.name))

    @property
    def stem(self) -> str:
        """What sort of paper it is: the name of its file, without that of a pledge."""
        return LEAFLET if self.pledge else self.artefact.path.stem

    @property
    def said(self) -> list[str]:
        """What a screen reader says, block by block."""
        return [block.text for block in self.paper.reading.spoken]


def run(draft: Draft) -> Outcome:
    """Look at every paper of the pack. One that was not made is missing evidence."""
    pledges = {f"{LEAFLET}{pledge.id}": pledge for pledge in draft.charter.pledges}
    made = {one.path.stem: one for one in draft.artefacts if one.path.suffix == ".pdf"}
    due = {f"downloads/{stem}.pdf": stem for stem in (*_PAPERS, *pledges)}
    findings: list[Finding] = []
    examined: set[str] = set()
    for name, stem in due.items():
        if stem not in made:
            continue
        try:
            paper = open_paper(inside(draft, made[stem].path), made[stem].path)
            sheet = _Sheet(paper, made[stem], draft, pledges.get(stem))
            findings += _looked_at(sheet, made)
        except _CANT as error:
            reason = str(error).rstrip(".")
            findings.append(RULES["BOOKLET-005"].at(Place(Path(name)), reason=reason))
            continue
        examined.add(name)
    return Outcome(tuple(findings), frozenset(due), frozenset(examined))


def _looked_at(sheet: _Sheet, made: Mapping[str, Artefact]) -> list[Finding]:
    """All that is wrong with one paper."""
    found = [*_room(sheet), *_codes(sheet)]
    match sheet.stem:
        case "booklet":
            found += _told(sheet)
        case "booklet-to-print":
            found += _sheets(sheet, made)
        case "table-card":
            found += _listed(sheet)
        case stem if stem == LEAFLET:
            found += _easy_read(sheet)
    return found


# Room


def _room(sheet: _Sheet) -> Iterator[Finding]:
    """The words to cut, as the format measured them and wrote into the file."""
    for key, value in sorted(sheet.paper.reading.info.items()):
        if key.startswith(_CUT) and value.isdecimal():
            what, place = _blamed(key.removeprefix(_CUT), sheet)
            paper = f"“{sheet.artefact.title}”"
            yield RULES["PACK-101"].at(place, paper=paper, what=what, cut=value)


def _blamed(key: str, sheet: _Sheet) -> tuple[str, Place]:
    """The words that are too many, and where they are written."""
    charter, facts = sheet.draft.charter, sheet.draft.charter.facts
    numbered = {str(pledge.number): pledge for pledge in charter.pledges}
    pledge = sheet.pledge or numbered.get(key)
    if pledge:
        return f"“{short(pledge.title)}” (its title and its poster words)", pledge.place
    if key == "Back":
        return "the postal address and the note on the review", facts.where("contact.post")
    if key == "Cover":
        what = "the title, the strapline, the promise and the organisation"
        return what, facts.where("title")
    return "the title, the promise and the address", facts.where("title")


# Codes


def _codes(sheet: _Sheet) -> Iterator[Finding]:
    """Whether each code can be read, leads to the right place, and is large enough."""
    if sheet.stem not in _CODES:
        return
    address = scan(sheet.draft.charter, sheet.pledge)
    page = -1 if sheet.stem == "booklet" else 0
    for dots, where in ((_DOTS, "when it is printed"), (_code.SCREEN, "on a screen")):
        picture = _code.draw(sheet.artefact.path, dots, page)
        found = list(_code.codes(picture, dots))
        faces = 2 if sheet.stem == "table-card" else 1
        if len(found) < faces:
            yield RULES["PACK-102"].at(sheet.place, where=where)
        for text in sorted({code.text for code in found} - {address}):
            yield RULES["PACK-103"].at(sheet.place, text=text, address=address)
        if dots == _DOTS:
            for problem in sorted({_problem(code, _CODES[sheet.stem]) for code in found} - {""}):
                yield RULES["PACK-104"].at(sheet.place, problem=problem)


def _problem(code: _code.Code, least: float) -> str:
    """What makes a code hard to scan, or ""."""
    if code.width < least:
        return f"is {code.width:.0f} mm wide, and must be {least:g} mm"
    if code.contrast < _CONTRAST:
        return f"has a contrast of {code.contrast:.1f} to 1, and needs {_CONTRAST} to 1"
    return "" if code.quiet else "has something too close to it"


# The booklet


def _told(sheet: _Sheet) -> Iterator[Finding]:
    """Whether the booklet is whole sheets, and tells each pledge in one of its agreed versions."""
    pages = len(sheet.paper.leaves)
    if pages % 4:
        yield RULES["BOOKLET-001"].at(sheet.place, pages=pages)
    for pledge in sheet.draft.charter.pledges:
        versions = (_says.full_chapter(pledge), _says.pledge_in_short(pledge))
        if all(gaps(version, sheet.said, anywhere=True).missing for version in versions):
            what = f"words of “{short(pledge.title)}”"
            yield RULES["PACK-105"].at(sheet.place, what=what)


def _sheets(sheet: _Sheet, made: Mapping[str, Artefact]) -> Iterator[Finding]:
    """Whether the printed sides show all pages of the booklet, each in its place."""
    address = f"{sheet.draft.charter.facts.site}downloads/booklet.pdf"
    if address not in {jump.address for jump in sheet.paper.reading.jumps}:
        yield RULES["BOOKLET-004"].at(sheet.place, address=address)
    if "booklet" not in made:
        raise Unreadable("there is no booklet to compare it with")
    booklet, scale = made["booklet"].path, sheet.paper.reading.info.get("CharterScale", "")
    if not re.fullmatch(r"0\.[5-9]\d*|1", scale):
        raise Unreadable("it does not say how large its pages are")
    sides, pages = len(sheet.paper.leaves), len(open_paper(booklet.name, booklet).leaves)
    if 2 * sides != pages:
        facts = {"sides": sides, "pages": pages, "wanted": pages // 2}
        yield RULES["BOOKLET-002"].at(sheet.place, **facts)
    for half in _imposed.halves(sheet.artefact.path, booklet, float(scale)):
        if half.found != half.wanted:
            found = f"page {half.found}" if half.found else "none of the pages"
            where = {"side": half.side, "half": "left" if half.left else "right"}
            yield RULES["BOOKLET-003"].at(sheet.place, found=found, wanted=half.wanted, **where)


# The card and the leaflets


def _listed(sheet: _Sheet) -> Iterator[Finding]:
    """Whether the card names every pledge, or says how many they are."""
    charter: Charter = sheet.draft.charter
    said = [plain(block) for block in sheet.said]
    lost = [pledge for pledge in charter.pledges if plain(pledge.title) not in said]
    if lost and f"Our {len(charter.pledges)} pledges to you" not in said:
        yield RULES["PACK-105"].at(sheet.place, what=f"“{short(lost[0].title)}”")


def _easy_read(sheet: _Sheet) -> Iterator[Finding]:
    """Whether the back of a leaflet keeps to what Easy Read must be."""
    if not sheet.pledge or not sheet.pledge.easy_read.rows:
        return
    wanted = sheet.draft.charter.facts.easy_read_is_draft
    smallest = sheet.draft.policy.print.easy_read_smallest
    own = {plain(one.words) for one in _says.easy_chapter(sheet.pledge)}
    for page, leaf in enumerate(sheet.paper.leaves[1:], 2):
        small = [run for run in leaf.runs if 0 < run.size < smallest - _ROUNDING]
        for run in sorted(small, key=lambda run: run.size)[:1]:
            facts = {"page": page, "size": f"{run.size:.1f}", "smallest": f"{smallest:g}"}
            words = short(sheet.paper.words(page, run)) or "…"
            yield RULES["PACK-106"].at(sheet.place, words=words, **facts)
        spoken = sheet.paper.reading.spoken
        blocks = [b.text for b in spoken if b.page == page and b.text not in own]
        shown = " ".join((sheet.paper.reading.sheets[page - 1].decoration, *blocks))
        said = _DRAFT.search(shown if wanted else shown.replace(_UNCHECKED, "")) is not None
        if said != wanted:
            problem = "does not say “Draft”" if wanted else "still says “Draft”"
            yield RULES["PACK-107"].at(sheet.place, page=page, problem=problem)
