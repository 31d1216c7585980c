"""The poster: letters that can be read across a room, and a code that a phone can read."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import pypdfium2 as pdfium  # type: ignore[import-untyped]  # the wheel has no types

from charter.addresses import scan
from charter.contracts import Artefact, Draft, Stage
from charter.findings import Finding, Outcome, Rule, Severity, rules
from charter.model import Place
from checks import _code, _ink, _tags
from checks._code import Code
from checks._ink import Box, Leaf
from checks._pdf_kinds import KINDS, inside
from checks._stream import plain
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
)


@dataclass(frozen=True, slots=True)
class _Paper:
    """A size of paper in millimetres, and the least width of a code on it (GUIDELINES)."""

    name: str
    width: float
    height: float
    least_code: float


_PAPERS: Mapping[str, _Paper] = {
    "poster-a3": _Paper("A3, 297 by 420 mm", 297, 420, 50),
    "poster-a4": _Paper("A4, 210 by 297 mm", 210, 297, 30),
}
_CONTRAST = 4
_ROUNDING = 0.2  # millimetres: two dots of a good printer
_SAME_PAPER = 1  # millimetres
_MILLIMETRE = 72 / 25.4  # points
_TINY = 0.05  # points: PDFs hold sizes as decimals


def run(draft: Draft) -> Outcome:
    """Look at every poster as paper and as a screen show it."""
    posters = {inside(draft, a.path): a for a in draft.artefacts if a.path.stem in _PAPERS}
    findings: list[Finding] = []
    examined: set[str] = set()
    for name, artefact in posters.items():
        found = list(_check(Place(Path(name)), artefact, draft))
        findings += found
        if not any(finding.rule.code == "POSTER-008" for finding in found):
            examined.add(name)
    # A poster that was not made is missing evidence, not one thing less to look at.
    expected = {*posters, *(f"downloads/{stem}.pdf" for stem in _PAPERS)}
    return Outcome(tuple(findings), frozenset(expected), frozenset(examined))


def _check(place: Place, artefact: Artefact, draft: Draft) -> Iterator[Finding]:
    paper = _PAPERS[artefact.path.stem]
    try:
        reading, leaves = _tags.read(artefact.path), _ink.leaves(artefact.path)
        printed = _code.draw(artefact.path, _code.PRINT)
        shown = _code.draw(artefact.path, _code.SCREEN)
    except (_tags.Unreadable, pdfium.PdfiumError, OSError, IndexError) as error:
        yield RULES["POSTER-008"].at(place, reason=str(error).rstrip("."))
        return
    yield from _size(place, artefact, draft, reading)
    yield from _sheet(place, paper, leaves[0])
    found = list(_code.codes(printed, _code.PRINT))
    small = list(_code.codes(shown, _code.SCREEN))
    if not found:
        yield RULES["POSTER-002"].at(place, where="when the poster is printed")
    if not small:
        yield RULES["POSTER-002"].at(place, where="on a screen that shows the whole poster")
    site = scan(draft.charter)
    for text in sorted({code.text for code in (*found, *small)} - {site}):
        yield RULES["POSTER-003"].at(place, text=text, site=site)
    for code in found:
        yield from _form(place, paper, code)
    yield from _address(place, site, found, reading, leaves[0])


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


def _sheet(place: Place, paper: _Paper, leaf: Leaf) -> Iterator[Finding]:
    width, height = leaf.width / _MILLIMETRE, leaf.height / _MILLIMETRE
    if max(abs(width - paper.width), abs(height - paper.height)) > _SAME_PAPER:
        facts = {"width": f"{width:.0f}", "height": f"{height:.0f}", "paper": paper.name}
        yield RULES["POSTER-009"].at(place, **facts)


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
