"""Whether people see the words of a PDF: each page is drawn, and must show ink where words are."""

from __future__ import annotations

import math
from collections.abc import Iterator

import pypdfium2 as pdfium  # type: ignore[import-untyped]  # the wheel has no types
from PIL import Image

from charter.findings import Finding
from checks._ink import Box, Leaf
from checks._pdf_kinds import Document
from checks._pdf_pages import words
from checks._stream import short

_SCALE = 1.5  # dots a point: enough for the thin strokes of small letters to be drawn
_LEAST = 48  # shades of 256 between the darkest and the lightest dot: fewer can hardly be seen


def check(document: Document) -> Iterator[Finding]:
    """Pages that lie on their side, and the first words of each page that can't be seen."""
    with pdfium.PdfDocument((document.draft.root / document.name).read_bytes()) as opened:
        for number, (page, leaf) in enumerate(zip(opened, document.leaves, strict=True), 1):
            turn = page.get_rotation()
            if turn:
                yield document.breaks("PDF-027", page=number, turn=turn)
                continue
            picture = page.render(scale=_SCALE, grayscale=True).to_pil()
            hidden = next(_hidden(document, number, leaf, picture), None)
            if hidden is not None:
                yield document.breaks("PDF-025", page=number, words=short(hidden))


def _hidden(document: Document, number: int, leaf: Leaf, picture: Image.Image) -> Iterator[str]:
    """The words of every run of letters in whose place the page has one shade only."""
    for run in leaf.runs:
        said = words(document, number, run).strip()
        # Letters beyond the edge are another finding; a space has nothing to show.
        if run.font and said and run.box.inside(leaf.width, leaf.height, 0):
            counts = _part(picture, run.box, leaf).histogram()
            shades = [shade for shade, count in enumerate(counts) if count]
            if max(shades) - min(shades) < _LEAST:
                yield said


def _part(picture: Image.Image, box: Box, leaf: Leaf) -> Image.Image:
    """What is drawn in a box, with a dot around it for soft edges."""
    left, right = math.floor(box.left * _SCALE) - 1, math.ceil(box.right * _SCALE) + 1
    top, bottom = (leaf.height - edge for edge in (box.top, box.bottom))
    return picture.crop(
        (
            max(left, 0),
            max(math.floor(top * _SCALE) - 1, 0),
            min(right, picture.width),
            min(math.ceil(bottom * _SCALE) + 1, picture.height),
        )
    )
