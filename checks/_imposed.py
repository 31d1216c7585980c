"""Whether sheets show a booklet's pages in the order that folding undoes: by their pictures."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pypdfium2 as pdfium  # type: ignore[import-untyped]  # the wheel has no types
from PIL import Image, ImageChops

_SIZE = (148, 210)  # dots: a page at one a millimetre
_CELLS = (37, 53)  # of a page: soft edges fall differently, but hardly change a cell of 4 mm
_SAME = 50  # shades of 256 by which a cell of the same page may differ: seen 23, of others 92
_SCALE = 1.5  # dots a point


@dataclass(frozen=True, slots=True)
class Half:
    """One half of one side of a sheet: the page that it should show, and the one it does.

    Sides are counted from 1. `found` is 0 where no page of the booklet is there.
    """

    side: int
    left: bool
    wanted: int
    found: int


def order(pages: int) -> list[tuple[int, int]]:
    """The pages left and right on each side: of eight, 8 and 1, 2 and 7, 6 and 3, 4 and 5.

    The two on a side are always as far from the first page as from the last one, and the higher
    number is on the left of a front: its back then has the next page behind it.
    """
    pairs = [(number, pages + 1 - number) for number in range(1, pages // 2 + 1)]
    return [pair if at % 2 else (pair[1], pair[0]) for at, pair in enumerate(pairs)]


def halves(sheets: Path, booklet: Path, scale: float) -> Iterator[Half]:
    """Every half of every side, in order. `scale` is how large the pages are on the sheets.

    Raises `pypdfium2.PdfiumError` or `OSError` where one of the files can't be drawn.
    """
    with pdfium.PdfDocument(booklet.read_bytes()) as document:
        pages = [_picture(page, _SCALE * scale) for page in document]
    with pdfium.PdfDocument(sheets.read_bytes()) as document:
        sides = [_picture(page, _SCALE) for page in document]
    if not pages:
        return
    small = [_small(page) for page in pages]
    for number, (side, pair) in enumerate(zip(sides, order(len(pages)), strict=False), 1):
        middle, top = side.width / 2, (side.height - pages[0].height) / 2
        for left, wanted in zip((True, False), pair, strict=True):
            start = middle - pages[0].width if left else middle
            across, down = round(start), round(top)
            size = pages[0].size
            shown = _small(side.crop((across, down, across + size[0], down + size[1])))
            yield Half(number, left, wanted, _found(shown, small, wanted))


def _found(shown: Image.Image, pages: list[Image.Image], wanted: int) -> int:
    """The page that a half shows: the one it should, if it is that; else the nearest, or none."""
    apart = [_apart(shown, page) for page in pages]
    if apart[wanted - 1] <= _SAME:
        return wanted
    nearest = min(range(len(pages)), key=apart.__getitem__)
    return nearest + 1 if apart[nearest] <= _SAME else 0


def _apart(one: Image.Image, other: Image.Image) -> int:
    """How far the shades of two pictures are apart in the cell where they differ most."""
    shades = ImageChops.difference(one, other).histogram()
    return max(shade for shade, count in enumerate(shades) if count)


def _picture(page: pdfium.PdfPage, scale: float) -> Image.Image:
    picture = page.render(scale=scale, grayscale=True).to_pil()
    assert isinstance(picture, Image.Image)  # noqa: S101  says so to mypy: the wheel has no types
    return picture


def _small(picture: Image.Image) -> Image.Image:
    whole = picture.resize(_SIZE, Image.Resampling.BOX)
    return whole.resize(_CELLS, Image.Resampling.BOX)
