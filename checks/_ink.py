"""What is drawn on the pages of a PDF: every run of letters and every photograph, with its place.

Read by PDFium, the engine in Chrome, which shares no code with the programs that made the file.
"""

from __future__ import annotations

import ctypes
import math
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pypdfium2 as pdfium  # type: ignore[import-untyped]  # the wheel has no types
from pypdfium2.raw import (  # type: ignore[import-untyped]  # the wheel has no types
    FPDF_PAGEOBJ_IMAGE,
    FPDF_PAGEOBJ_TEXT,
    FPDF_TEXTRENDERMODE_CLIP,
    FPDF_TEXTRENDERMODE_INVISIBLE,
    FPDF_TEXTRENDERMODE_STROKE,
    FPDF_TEXTRENDERMODE_STROKE_CLIP,
    FPDFPageObj_GetFillColor,
    FPDFPageObj_GetMarkedContentID,
    FPDFPageObj_GetStrokeColor,
    FPDFTextObj_GetTextRenderMode,
)

UNSEEN = (FPDF_TEXTRENDERMODE_INVISIBLE, FPDF_TEXTRENDERMODE_CLIP)
_OUTLINED = (FPDF_TEXTRENDERMODE_STROKE, FPDF_TEXTRENDERMODE_STROKE_CLIP)
_SOLID = 255

Colour = tuple[int, int, int]
"""Red, green and blue, each from 0 to 255."""


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle in points from the lower left corner of its page."""

    left: float
    bottom: float
    right: float
    top: float

    def inside(self, width: float, height: float, leave: float) -> bool:
        """Whether the box is on a page of this size, `leave` points over its edge allowed."""
        low, high = min(self.left, self.bottom), max(self.right - width, self.top - height)
        return low >= -leave and high <= leave


@dataclass(frozen=True, slots=True)
class Run:
    """Letters drawn in one go, in points; or, without a font, a photograph.

    `mark` is the number of the mark that it stands in, as in the tag tree; -1 for none. `colour`
    is None where the file does not say one colour. `solid` is 1 for opaque, 0 for not drawn at
    all, such as words behind a scan. `turn` is how far the letters lean to the right, in degrees.
    """

    mark: int
    font: str
    embedded: bool
    size: float
    box: Box
    colour: Colour | None = None
    solid: float = 1
    turn: int = 0


@dataclass(frozen=True, slots=True)
class Leaf:
    """One page with what is drawn on it, in points, as it lies before it is shown turned."""

    width: float
    height: float
    runs: tuple[Run, ...]
    turn: int = 0


def leaves(file: Path) -> tuple[Leaf, ...]:
    """Every page of a PDF. Raises `pypdfium2.PdfiumError` where it can't be opened."""
    with pdfium.PdfDocument(file.read_bytes()) as document:
        return tuple(_leaf(page) for page in document)


def _leaf(page: pdfium.PdfPage) -> Leaf:
    turn = page.get_rotation()
    page.set_rotation(0)
    width, height = page.get_size()
    return Leaf(width, height, tuple(_runs(page)), turn)


def _runs(page: pdfium.PdfPage) -> Iterator[Run]:
    """What is drawn on a page. A run that covers nothing, such as a space, is left out."""
    left, bottom, _, _ = page.get_bbox()  # a page need not start at 0
    for drawn in page.get_objects(filter=(FPDF_PAGEOBJ_TEXT, FPDF_PAGEOBJ_IMAGE)):
        place, mark = pdfium.PdfMatrix(), FPDFPageObj_GetMarkedContentID(drawn)
        form = drawn.container
        while form is not None:
            place = place.multiply(form.get_matrix())
            mark = mark if mark >= 0 else FPDFPageObj_GetMarkedContentID(form)
            form = form.container
        box = Box(*place.translate(-left, -bottom).on_rect(*drawn.get_bounds()))
        if box.left >= box.right or box.bottom >= box.top:
            continue
        if drawn.type == FPDF_PAGEOBJ_IMAGE:
            yield Run(mark, "", embedded=True, size=0, box=box)
            continue
        font, turned = drawn.get_font(), drawn.get_matrix().multiply(place)
        size = drawn.get_font_size() * math.hypot(turned.c, turned.d)
        name = font.get_base_name().partition("+")
        turn = round(math.degrees(math.atan2(-turned.b, turned.a))) % 360
        yield Run(mark, name[2] or name[0], font.is_embedded, size, box, *_colour(drawn), turn)


def _colour(letters: pdfium.PdfObject) -> tuple[Colour | None, float]:
    """The colour of a run of letters, if it is one, and how solid it is, from 0 to 1."""
    mode = FPDFTextObj_GetTextRenderMode(letters)
    if mode in UNSEEN:
        return None, 0
    read = FPDFPageObj_GetStrokeColor if mode in _OUTLINED else FPDFPageObj_GetFillColor
    red, green, blue, solid = (ctypes.c_uint() for _ in range(4))
    if not read(letters, red, green, blue, solid):
        return None, 1
    return (red.value, green.value, blue.value), solid.value / _SOLID
