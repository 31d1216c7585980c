"""What is drawn on the pages of a PDF: every run of letters and every photograph, with its place.

Read by PDFium, the engine in Chrome, which shares no code with the programs that made the file.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pypdfium2 as pdfium  # type: ignore[import-untyped]  # the wheel has no types
from pypdfium2.raw import (  # type: ignore[import-untyped]  # the wheel has no types
    FPDF_PAGEOBJ_IMAGE,
    FPDF_PAGEOBJ_TEXT,
    FPDFPageObj_GetMarkedContentID,
)


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

    `mark` is the number of the mark that it stands in, as in the tag tree; -1 for none.
    """

    mark: int
    font: str
    embedded: bool
    size: float
    box: Box


@dataclass(frozen=True, slots=True)
class Leaf:
    """One page with what is drawn on it, in points."""

    width: float
    height: float
    runs: tuple[Run, ...]


def leaves(file: Path) -> tuple[Leaf, ...]:
    """Every page of a PDF. Raises `pypdfium2.PdfiumError` where it can't be opened."""
    with pdfium.PdfDocument(file.read_bytes()) as document:
        return tuple(_leaf(page) for page in document)


def _leaf(page: pdfium.PdfPage) -> Leaf:
    width, height = page.get_size()
    return Leaf(width, height, tuple(_runs(page)))


def _runs(page: pdfium.PdfPage) -> Iterator[Run]:
    """What is drawn on a page. A run that covers nothing, such as a space, is left out."""
    for drawn in page.get_objects(filter=(FPDF_PAGEOBJ_TEXT, FPDF_PAGEOBJ_IMAGE)):
        place, mark = pdfium.PdfMatrix(), FPDFPageObj_GetMarkedContentID(drawn)
        form = drawn.container
        while form is not None:
            place = place.multiply(form.get_matrix())
            mark = mark if mark >= 0 else FPDFPageObj_GetMarkedContentID(form)
            form = form.container
        box = Box(*place.on_rect(*drawn.get_bounds()))
        if box.left >= box.right or box.bottom >= box.top:
            continue
        if drawn.type == FPDF_PAGEOBJ_IMAGE:
            yield Run(mark, "", embedded=True, size=0, box=box)
            continue
        font, turned = drawn.get_font(), drawn.get_matrix().multiply(place)
        size = drawn.get_font_size() * math.hypot(turned.c, turned.d)
        name = font.get_base_name().partition("+")
        yield Run(mark, name[2] or name[0], font.is_embedded, size, box)
