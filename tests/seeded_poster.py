"""Faults of a finished poster and its square code, each of which the poster's check must find."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import partial
from pathlib import Path
from urllib.parse import urlsplit

from harness import Seed
from pikepdf import Page, Pdf

from charter.contracts import Draft
from charter.findings import Finding
from checks import _code, poster
from checks._code import PRINT
from checks._ink import Box
from checks._proof.damage import Damage, box, copied, damaged, drop, paint, square_code, tags

Draw = Callable[[Box, str], str]
"""Commands that draw something over a square code at this place, for this address."""


def whole(draft: Draft, _folder: Path) -> Iterable[Finding]:
    """Both posters as they were made."""
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


def damage(draft: Draft, folder: Path, what: Damage) -> Iterable[Finding]:
    """The A4 poster, damaged."""
    return poster.run(damaged(draft, folder, "poster-a4", what)).findings


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
}

MORE: dict[str, tuple[str, Seed]] = {"a pale code": ("POSTER-006", partial(over, pale))}
"""Other faults for the same rules, by what they are."""
