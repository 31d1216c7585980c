"""Faults of a finished poster and its square code, each of which the poster's check must find."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import partial
from pathlib import Path
from urllib.parse import urlsplit

from harness import Seed
from pikepdf import Array, Page, Pdf

from charter import model
from charter.contracts import Draft
from charter.findings import Finding
from charter.model import Paragraph, Span
from checks import _code, poster
from checks._code import PRINT
from checks._ink import Box
from checks._proof.damage import (
    Damage,
    Places,
    box,
    copied,
    damaged,
    drop,
    move_words,
    paint,
    square_code,
    tags,
)

Draw = Callable[[Box, str], str]
"""Commands that draw something over a square code at this place, for this address."""


def whole(draft: Draft, _folder: Path) -> Iterable[Finding]:
    """All posters as they were made."""
    return poster.run(draft).findings


def small_letters(draft: Draft, folder: Path) -> Iterable[Finding]:
    """A poster with so many words that the letters had to be small."""
    artefact = replace(copied(draft, folder, "poster-a4"), type_size=9)
    return poster.run(replace(draft, root=folder, artefacts=(artefact,))).findings


def torn(draft: Draft, folder: Path) -> Iterable[Finding]:
    """A poster that was cut off while it was written."""
    artefact = copied(draft, folder, "poster-a4")
    artefact.path.write_bytes(artefact.path.read_bytes()[:2000])
    return poster.run(replace(draft, root=folder, artefacts=(artefact,))).findings


def wrong_paper(draft: Draft, folder: Path) -> Iterable[Finding]:
    """The A4 poster under the name of the A3 one."""
    artefact = copied(draft, folder, "poster-a4")
    path = artefact.path.rename(artefact.path.with_stem("poster-a3"))
    return poster.run(
        replace(draft, root=folder, artefacts=(replace(artefact, path=path),))
    ).findings


def damage(draft: Draft, folder: Path, what: Damage, stem: str = "poster-a4") -> Iterable[Finding]:
    """One poster, the A4 one if none is named, damaged."""
    return poster.run(damaged(draft, folder, stem, what)).findings


def left_out(draft: Draft, _folder: Path) -> Iterable[Finding]:
    """Posters that have all of a page's words but the last sentence."""

    def longer(page: model.Page) -> model.Page:
        last = Paragraph((Span("We meet on Mondays."),), page.place)
        return replace(page, poster=(*page.poster, last)) if page.poster else page

    pages = tuple(longer(page) for page in draft.charter.pages)
    charter = replace(draft.charter, pages=pages)
    one = tuple(artefact for artefact in draft.artefacts if artefact.path.stem == "poster-a4")
    return poster.run(replace(draft, charter=charter, artefacts=one)).findings


def over(drawing: Draw, draft: Draft, folder: Path) -> Iterable[Finding]:
    """The A4 poster with something drawn over its code."""
    artefact = next(a for a in draft.artefacts if a.path.stem == "poster-a4")
    (code,) = _code.codes(_code.draw(artefact.path, PRINT), PRINT)
    commands = drawing(code.box, draft.charter.facts.site)
    return damage(draft, folder, lambda pdf: paint(Page(pdf.pages[0]), commands))


def unsaid(draft: Draft, folder: Path) -> Iterable[Finding]:
    """The A4 poster without the address, as far as its tags go."""
    address = urlsplit(draft.charter.facts.site).netloc

    def unlink(pdf: Pdf) -> None:
        for link in tags(pdf, "Link"):
            drop(link)

    return [f for f in damage(draft, folder, unlink) if address in f.message]


def part(at: Box, left: float, bottom: float, right: float, top: float) -> Box:
    """A part of a box, its sides as shares of the whole."""
    width, height = at.right - at.left, at.top - at.bottom
    return Box(
        at.left + left * width,
        at.bottom + bottom * height,
        at.left + right * width,
        at.bottom + top * height,
    )


def torn_off(at: Box, _site: str) -> str:
    """A white quarter, the one without a large square in its corner."""
    return box(1, part(at, 0.5, 0, 1, 0.5))


def elsewhere(at: Box, _site: str) -> str:
    """A code for another address."""
    return square_code("https://charter.example.com/", at)


def tiny(at: Box, site: str) -> str:
    """The same code at two thirds of its size."""
    return (
        box(1, part(at, -0.1, -0.1, 1.1, 1.1)) + " " + square_code(site, part(at, 0, 0, 0.66, 0.66))
    )


def crowded(at: Box, _site: str) -> str:
    """A line two small squares away from the code."""
    return box(0, part(at, -0.08, 0, -0.07, 1))


def reversed_(at: Box, site: str) -> str:
    """The same code, light on dark."""
    return square_code(site, at, dark=1, light=0)


def pale(at: Box, site: str) -> str:
    """The same code in light grey."""
    return square_code(site, at, dark=0.6)


def no_room(draft: Draft, folder: Path) -> Iterable[Finding]:
    """A charter with a page whose words are on none of the posters."""
    page = next(page for page in draft.charter.pages if page.poster)
    last = Paragraph((Span("We meet on Mondays."),), page.place)
    more = replace(page, id="gone", title="How we meet", poster=(last,))
    charter = replace(draft.charter, pages=(more, *draft.charter.pages))
    return poster.run(replace(draft, charter=charter)).findings


def uncut(draft: Draft, folder: Path) -> Iterable[Finding]:
    """A printers' poster that doesn't say where to cut it."""

    def forget(pdf: Pdf) -> None:
        del pdf.pages[0].TrimBox

    return damage(draft, folder, forget, "poster-a3-printers")


def narrow(draft: Draft, folder: Path) -> Iterable[Finding]:
    """A printers' poster with a bleed of one millimetre."""

    def shrink(pdf: Pdf) -> None:
        left, bottom, right, top = (float(side) for side in pdf.pages[0].TrimBox)
        more = 72 / 25.4
        pdf.pages[0].BleedBox = Array([left - more, bottom - more, right + more, top + more])

    return damage(draft, folder, shrink, "poster-a3-printers")


def unbled(draft: Draft, folder: Path) -> Iterable[Finding]:
    """A printers' poster whose colours end at the cut on one side."""

    def whiten(pdf: Pdf) -> None:
        left, bottom, _, top = (float(side) for side in pdf.pages[0].TrimBox)
        paint(Page(pdf.pages[0]), box(1, Box(0, bottom, left, top)))

    return damage(draft, folder, whiten, "poster-a3-printers")


def edged(draft: Draft, folder: Path) -> Iterable[Finding]:
    """A poster whose last line stands at the edge of the paper."""

    def sink(pdf: Pdf) -> None:
        def lowest(places: Places) -> dict[int, tuple[float, float]]:
            number = min(range(len(places)), key=lambda at: places[at][1])
            return {number: (places[number][0], 5)}

        move_words(pdf, Page(pdf.pages[0]), lowest)

    return damage(draft, folder, sink)


def inky(draft: Draft, folder: Path) -> Iterable[Finding]:
    """The black and white poster with a dark top."""

    def darken(pdf: Pdf) -> None:
        high = float(pdf.pages[0].MediaBox[3])
        paint(Page(pdf.pages[0]), box(0.1, Box(0, high - 120, 600, high)))

    return damage(draft, folder, darken, "poster-a4-black-and-white")


SEEDS: dict[str, tuple[Seed, Seed]] = {
    "POSTER-001": (small_letters, whole),
    "POSTER-002": (partial(over, torn_off), whole),
    "POSTER-003": (partial(over, elsewhere), whole),
    "POSTER-004": (partial(over, tiny), whole),
    "POSTER-005": (partial(over, crowded), whole),
    "POSTER-006": (partial(over, reversed_), whole),
    "POSTER-007": (unsaid, whole),
    "POSTER-008": (torn, whole),
    "POSTER-009": (wrong_paper, whole),
    "POSTER-010": (left_out, whole),
    "POSTER-011": (no_room, whole),
    "POSTER-012": (uncut, whole),
    "POSTER-013": (unbled, whole),
    "POSTER-014": (edged, whole),
    "POSTER-015": (inky, whole),
}

MORE: dict[str, tuple[str, Seed]] = {
    "a pale code": ("POSTER-006", partial(over, pale)),
    "a narrow bleed": ("POSTER-012", narrow),
}
"""Other faults for the same rules, by what they are."""
