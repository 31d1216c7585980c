"""Words that lie over other words: neither can be read, and no other check would say so."""

from __future__ import annotations

import ctypes
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import takewhile
from typing import TypeVar
from unicodedata import bidirectional

import pypdfium2 as pdfium  # type: ignore[import-untyped]  # the wheel has no types
from pypdfium2.raw import (  # type: ignore[import-untyped]  # the wheel has no types
    FPDFText_CountChars,
    FPDFText_GetCharBox,
    FPDFText_GetTextObject,
    FPDFText_GetUnicode,
    FPDFTextObj_GetTextRenderMode,
)

from charter.findings import Finding
from checks._ink import UNSEEN, Box, Run
from checks._pdf_paper import Paper
from checks._stream import short

_MUCH = 0.2  # of the smaller letter: less is a tail that touches the line below
_LETTERS = 2  # that must lie over others: one alone may be an accent or a full stop


@dataclass(frozen=True, slots=True)
class _Line:
    """Letters drawn in one go, each with its box, and the box around all of them."""

    words: str
    letters: tuple[tuple[str, Box], ...]
    box: Box


_Boxed = TypeVar("_Boxed", Run, _Line)


def check(paper: Paper) -> Iterator[Finding]:
    """The first words on each page that lie over other words."""
    with pdfium.PdfDocument(paper.data) as opened:
        for number, (page, leaf) in enumerate(zip(opened, paper.leaves, strict=True), 1):
            # Boxes around whole runs are quick to compare: where none overlap, no letters can.
            if not any(_pairs([run for run in leaf.runs if run.font and run.solid])):
                continue
            pairs = _pairs(_lines(page))
            found = next((two for two in pairs if _over(*two)), None)
            if found:
                one, other = (short(line.words.strip()) for line in found)
                yield paper.breaks("PDF-038", page=number, words=one, other=other)


def _pairs(boxed: Iterable[_Boxed]) -> Iterator[tuple[_Boxed, _Boxed]]:
    """Every two whose boxes have more than an edge in common."""
    rest = sorted(boxed, key=lambda one: one.box.left)
    for at, one in enumerate(rest, 1):
        near = takewhile(lambda other: other.box.left < one.box.right, rest[at:])  # noqa: B023
        yield from ((one, other) for other in near if _common(one.box, other.box) > 0)


def _lines(page: pdfium.PdfPage) -> list[_Line]:
    """What is written on a page, in the order in which it is drawn."""
    text = page.get_textpage()
    letters = defaultdict[int, list[tuple[str, Box]]](list)
    sides = [ctypes.c_double() for _ in range(4)]
    for index in range(FPDFText_CountChars(text)):
        drawn = FPDFText_GetTextObject(text, index)
        if not drawn or FPDFTextObj_GetTextRenderMode(drawn) in UNSEEN:
            continue
        FPDFText_GetCharBox(text, index, *sides)
        left, right, bottom, top = (side.value for side in sides)
        letter = chr(FPDFText_GetUnicode(text, index))
        at = ctypes.addressof(drawn.contents)
        letters[at].append((letter, Box(left, bottom, right, top)))
    return [_line(several) for several in letters.values()]


def _line(letters: list[tuple[str, Box]]) -> _Line:
    seen = tuple((letter, box) for letter, box in letters if not letter.isspace())
    around = [box for _, box in seen] or [Box(0, 0, 0, 0)]
    box = Box(
        min(box.left for box in around),
        min(box.bottom for box in around),
        max(box.right for box in around),
        max(box.top for box in around),
    )
    return _Line("".join(letter for letter, _ in letters), seen, box)


def _over(one: _Line, other: _Line) -> bool:
    """Whether letters of one line lie over those of another."""
    over = sum(any(_crossed(a, b) for b in other.letters) for a in one.letters)
    return over >= min(_LETTERS, len(one.letters), len(other.letters))


def _crossed(one: tuple[str, Box], other: tuple[str, Box]) -> bool:
    (letter, box), (also, around) = one, other
    # The strokes and dots of one letter of Urdu or Arabic are drawn one by one.
    if letter == also and bidirectional(letter) == "AL":
        return False
    return _common(box, around) > _MUCH * min(_area(box), _area(around))


def _common(one: Box, other: Box) -> float:
    """How large an area two boxes share, in square points."""
    across = min(one.right, other.right) - max(one.left, other.left)
    up = min(one.top, other.top) - max(one.bottom, other.bottom)
    return max(across, 0) * max(up, 0)


def _area(box: Box) -> float:
    return (box.right - box.left) * (box.top - box.bottom)
