"""The poster: letters that can be read across a room, and a code that a phone can read."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from urllib.parse import urlsplit

import pypdfium2 as pdfium  # type: ignore[import-untyped]  # the wheel has no types

from charter.addresses import scan
from charter.contracts import Artefact, Draft, Stage
from charter.findings import Finding, Outcome, Rule, Severity, rules
from charter.model import Page, Place
from checks import _code, _ink, _poster_sheet, _says, _tags
from checks._code import Code
from checks._ink import Box, Leaf
from checks._pdf_kinds import KINDS, inside
from checks._poster_sheet import MILLIMETRE, Sheet
from checks._says import Said, gaps
from checks._stream import plain, short
from checks._tags import Reading, every, runs, said

TITLE = "Poster and its code"
STAGE = Stage.ARTEFACTS
_FORMAT = "This is a fault of the format, not of your words. Tell a developer."
_SCAN = "People scan the code from a distance, in bad light, with old phones."

RULES = rules(
    Rule(
        "POSTER-001",
        Severity.ERROR,
        "To fit the page, the letters are in {size} point. The smallest allowed is {smallest}.",
        "Cut about {cut} of the {words} words on the poster. "
        "Its words are in the “## Poster” parts, the titles, and the promise in charter.md.",
        "A poster is read standing, over other people's heads.",
    ),
    Rule(
        "POSTER-002",
        Severity.ERROR,
        "The square code can't be read {where}.",
        _FORMAT,
        _SCAN,
    ),
    Rule(
        "POSTER-003",
        Severity.ERROR,
        "The square code leads to “{text}”. It should lead to “{site}”.",
        _FORMAT,
        "A wrong code on a printed poster can't be called back.",
    ),
    Rule(
        "POSTER-004",
        Severity.ERROR,
        "The square code is {width} mm wide. On this paper it must be at least {least} mm.",
        _FORMAT,
        _SCAN,
    ),
    Rule(
        "POSTER-005",
        Severity.ERROR,
        "Something stands too close to the square code.",
        "Leave white space of four of its small squares on each side. " + _FORMAT,
        "A phone finds the code by the empty space around it.",
    ),
    Rule(
        "POSTER-006",
        Severity.ERROR,
        "The square code {problem}. It must be dark on light.",
        _FORMAT,
        "Many phones can't read a light code on dark, or a pale one.",
    ),
    Rule(
        "POSTER-007",
        Severity.ERROR,
        "The address “{address}” is not printed beside the square code.",
        _FORMAT,
        "Not everyone has a phone that reads codes. And an address shows where a code leads.",
    ),
    Rule(
        "POSTER-008",
        Severity.ERROR,
        "This poster can't be drawn ({reason}).",
        "Build once more. If it happens again, tell a developer.",
        "What we can't draw, a printer can't either.",
    ),
    Rule(
        "POSTER-009",
        Severity.ERROR,
        "The page is {width} by {height} mm. It should be {paper}.",
        _FORMAT,
        "A poster of another size is cut off or shrunk by the printer.",
    ),
    Rule(
        "POSTER-010",
        Severity.ERROR,
        "“{title}” is not whole. Missing: “{words}”.",
        _FORMAT,
        "A part that is left out for want of room is left out whole, or it would say less than "
        "it should.",
    ),
    Rule(
        "POSTER-011",
        Severity.WARNING,
        "No poster has room for “{title}”.",
        "Cut some of its words in “## Poster”, or of those of the pledges. "
        "If the poster can do without it, delete its “## Poster”.",
        "You wrote these words for the poster, but nobody would see them there.",
    ),
    Rule(
        "POSTER-012",
        Severity.ERROR,
        "The file does not tell a printing firm where to cut: {problem}.",
        _FORMAT,
        "Their machines go by these marks (TrimBox and BleedBox). Without them the poster comes "
        "back with a white edge, or with words cut off.",
    ),
    Rule(
        "POSTER-013",
        Severity.ERROR,
        "On the {side}, the colours end before the bleed does.",
        _FORMAT,
        "No machine cuts to the hair. Where colours end at the cut, a white line is left.",
    ),
    Rule(
        "POSTER-014",
        Severity.ERROR,
        "“{words}” stands {near} mm from the edge. It must be at least {least} mm.",
        _FORMAT,
        "Most printers can't print to the edge, and a firm may cut up to 3 mm off.",
    ),
    Rule(
        "POSTER-015",
        Severity.ERROR,
        "Ink covers {ink}% of the page. On this poster, which saves ink, {most}% is the most.",
        "Choose a picture with paler colours for the top of the poster, or cut words. "
        "If that does not help, tell a developer.",
        "People print this one at home or in a small office, where ink is dear.",
    ),
)


@dataclass(frozen=True, slots=True)
class _Paper:
    """A size of paper in millimetres, and the least width of a code on it (GUIDELINES).

    One with a `bleed` is for a printing firm; `plain` is the one that saves ink.
    """

    name: str
    width: float
    height: float
    least_code: float
    bleed: float = 0
    plain: bool = False


_A4 = _Paper("A4, 210 by 297 mm", 210, 297, 30)
_A3 = _Paper("A3, 297 by 420 mm", 297, 420, 50)
_A2 = _Paper("A2, 420 by 594 mm", 420, 594, 70)
_PAPERS: Mapping[str, _Paper] = {
    "poster-a4": _A4,
    "poster-a3": _A3,
    "poster-a2": _A2,
    "poster-letter": _Paper("US Letter, 8.5 by 11 inches", 215.9, 279.4, 30),
    "poster-a4-black-and-white": replace(_A4, plain=True),
    "poster-a3-printers": replace(_A3, bleed=3),
    "poster-a2-printers": replace(_A2, bleed=3),
}
_CONTRAST = 4
_ROUNDING = 0.2  # millimetres: two dots of a good printer
_SAME_PAPER = 1  # millimetres
_CLEAR = 5  # millimetres from the edge to any words
_TINY = 0.05  # points: PDFs hold sizes as decimals


def run(draft: Draft) -> Outcome:
    """Look at every poster as paper and as a screen show it."""
    posters = {inside(draft, a.path): a for a in draft.artefacts if a.path.stem in _PAPERS}
    findings: list[Finding] = []
    examined: set[str] = set()
    shown: set[str] = set()
    for name, artefact in posters.items():
        try:
            seen = _open(artefact)
        except (_tags.Unreadable, pdfium.PdfiumError, OSError, IndexError) as error:
            reason = str(error).rstrip(".")
            findings.append(RULES["POSTER-008"].at(Place(Path(name)), reason=reason))
            continue
        place = Place(Path(name))
        findings += _check(place, artefact, draft, seen)
        for page, missing in _parts(draft, seen):
            if not missing:
                shown.add(page.id)
            elif len(missing) < len(list(_says.poster_page(page))):
                words = short(missing[0].words)
                findings.append(RULES["POSTER-010"].at(place, title=page.title, words=words))
                shown.add(page.id)
        examined.add(name)
    if examined:
        lost = [page for page in draft.charter.pages if page.poster and page.id not in shown]
        findings += [RULES["POSTER-011"].at(page.place, title=page.title) for page in lost]
    # A poster that was not made is missing evidence, not one thing less to look at.
    expected = {*posters, *(f"downloads/{stem}.pdf" for stem in _PAPERS)}
    return Outcome(tuple(findings), frozenset(expected), frozenset(examined))


@dataclass(frozen=True, slots=True)
class _Seen:
    """A poster by its tags, as it is drawn, and the codes found on paper and on a screen."""

    reading: Reading
    leaf: Leaf
    sheet: Sheet
    printed: tuple[Code, ...]
    screened: tuple[Code, ...]


def _open(artefact: Artefact) -> _Seen:
    reading, leaves = _tags.read(artefact.path), _ink.leaves(artefact.path)
    sheet = _poster_sheet.look(artefact.path)
    # A larger poster is looked at from further away: as many dots across, whatever its size.
    dots = round(_code.PRINT * min(1, _A4.width * MILLIMETRE / sheet.whole.right))
    printed = tuple(_code.codes(_code.draw(artefact.path, dots), dots))
    screen = _code.codes(_code.draw(artefact.path, _code.SCREEN), _code.SCREEN)
    return _Seen(reading, leaves[0], sheet, printed, tuple(screen))


def _check(place: Place, artefact: Artefact, draft: Draft, seen: _Seen) -> Iterator[Finding]:
    paper = _PAPERS[artefact.path.stem]
    yield from _size(place, artefact, draft, seen.reading)
    yield from _sheet(place, paper, seen, draft)
    if not seen.printed:
        yield RULES["POSTER-002"].at(place, where="when the poster is printed")
    if not seen.screened:
        yield RULES["POSTER-002"].at(place, where="on a screen that shows the whole poster")
    site = scan(draft.charter)
    for text in sorted({code.text for code in (*seen.printed, *seen.screened)} - {site}):
        yield RULES["POSTER-003"].at(place, text=text, site=site)
    for code in seen.printed:
        yield from _form(place, paper, code)
    yield from _address(place, site, list(seen.printed), seen.reading, seen.leaf)


def _parts(draft: Draft, seen: _Seen) -> Iterator[tuple[Page, tuple[Said, ...]]]:
    """Each page that has words for the poster, and those of them that are not there."""
    spoken = [block.text for block in seen.reading.spoken]
    for page in draft.charter.pages:
        if page.poster:
            found = gaps(_says.poster_page(page), spoken)
            yield page, (*found.missing, *found.displaced)


def _size(place: Place, artefact: Artefact, draft: Draft, reading: Reading) -> Iterator[Finding]:
    """Whether the letters that fit are large enough, and if not, how many words are too many.

    Twice the size takes four times the room. But larger letters also leave more room unused at
    the ends of their lines: measured, the words that fit go down with the size to the power of
    two and a half. The format, which knows its layout, says in the file how many it would cut;
    where that is more, it is believed, for it can only be too careful.
    """
    smallest = KINDS[artefact.path.stem].smallest(draft.policy.print)
    if artefact.type_size >= smallest - _TINY:
        return
    words = sum(len(block.text.split()) for block in reading.spoken if block.kind != "Figure")
    fit = math.floor(words * (artefact.type_size / smallest) ** 2.5)
    measured = reading.info.get("CharterWordsToCut", "")
    cut = max(words - fit, int(measured) if measured.isdecimal() else 0)
    yield RULES["POSTER-001"].at(
        place,
        size=f"{artefact.type_size:.1f}",
        smallest=f"{smallest:g}",
        cut=cut,
        words=words,
    )


def _sheet(place: Place, paper: _Paper, seen: _Seen, draft: Draft) -> Iterator[Finding]:
    """Its size, where it is cut, how far words are from that, and how much ink it takes."""
    sheet = seen.sheet
    cut = sheet.cut if paper.bleed else sheet.whole
    width, height = ((cut.right - cut.left), (cut.top - cut.bottom))
    width, height = width / MILLIMETRE, height / MILLIMETRE
    if max(abs(width - paper.width), abs(height - paper.height)) > _SAME_PAPER:
        facts = {"width": f"{width:.0f}", "height": f"{height:.0f}", "paper": paper.name}
        yield RULES["POSTER-009"].at(place, **facts)
    if paper.bleed and (problem := _boxes(paper, sheet)):
        yield RULES["POSTER-012"].at(place, problem=problem)
    elif paper.bleed:
        for side in _poster_sheet.short_of_bleed(sheet):
            yield RULES["POSTER-013"].at(place, side=side)
    near, words = _poster_sheet.nearest(sheet, seen.leaf.runs)
    if words and near < _CLEAR - _ROUNDING:
        said = seen.reading.sheets[0].marked.get(words.mark, "")
        facts = {"words": short(said) or "…", "near": f"{near:.1f}", "least": str(_CLEAR)}
        yield RULES["POSTER-014"].at(place, **facts)
    most, ink = draft.policy.print.poster_saving_ink_most, _poster_sheet.ink(sheet)
    if paper.plain and ink > most:
        yield RULES["POSTER-015"].at(place, ink=f"{ink:.0f}", most=f"{most:g}")


def _boxes(paper: _Paper, sheet: Sheet) -> str:
    """What is wrong with where the file says that the poster is cut; "" for nothing."""
    if min(_poster_sheet.margins(sheet.whole, sheet.cut)) < paper.bleed - _ROUNDING:
        return "it names no cut, or one at the edge of the sheet"
    bleed = _poster_sheet.margins(sheet.bleed, sheet.cut)
    if max(abs(side - paper.bleed) for side in bleed) > _ROUNDING:
        sides = ", ".join(f"{side:.1f}" for side in bleed)
        return f"the bleed is {sides} mm wide, and should be {paper.bleed:g}"
    return ""


def _form(place: Place, paper: _Paper, code: Code) -> Iterator[Finding]:
    if code.width < paper.least_code - _ROUNDING:
        least = f"{paper.least_code:g}"
        yield RULES["POSTER-004"].at(place, width=f"{code.width:.0f}", least=least)
    if code.contrast < _CONTRAST:
        pale = f"has a contrast of {code.contrast:.1f} to 1, and needs {_CONTRAST} to 1"
        problem = "is light on dark" if code.contrast < 1 else pale
        yield RULES["POSTER-006"].at(place, problem=problem)
    elif not code.quiet:
        yield RULES["POSTER-005"].at(place)


def _address(
    place: Place, site: str, codes: list[Code], reading: Reading, leaf: Leaf
) -> Iterator[Finding]:
    """Whether the address is printed no further from a code than the code is wide."""
    parts = urlsplit(site)
    address = plain(parts.netloc + parts.path).removesuffix("/")
    marks = {
        run.mark
        for tag in every(reading.tree)
        if address in plain(said(tag)) and not any(address in said(kid) for kid in _below(tag))
        for run in runs(tag)
    }
    words = [run.box for run in leaf.runs if run.mark in marks and run.font]
    near = any(
        _gap(code.box, box) <= code.box.right - code.box.left for code in codes for box in words
    )
    if codes and not near:
        yield RULES["POSTER-007"].at(place, address=address)


def _below(tag: _tags.Tag) -> Iterator[_tags.Tag]:
    return (kid for kid in tag.kids if isinstance(kid, _tags.Tag))


def _gap(one: Box, other: Box) -> float:
    """How far two boxes are apart, in points."""
    across = max(one.left - other.right, other.left - one.right, 0)
    up = max(one.bottom - other.top, other.bottom - one.top, 0)
    return math.hypot(across, up)
