"""The square code on a poster, as a phone's camera sees it: on the drawn page, not in the file."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path

import pypdfium2 as pdfium  # type: ignore[import-untyped]  # the wheel has no types
from PIL import Image
from zxingcpp import Barcode, barcode_formats_from_str, read_barcodes

from checks._ink import Box

_SQUARE = barcode_formats_from_str("QRCode")
PRINT = 300  # dots an inch: a good printer
SCREEN = 96  # dots an inch: a plain screen
_INCH = 25.4  # millimetres
_POINTS = 72  # an inch
_QUIET = 4  # modules of nothing round the code (ISO 18004)
_SOFT = 2  # dots at an edge that may be half dark
_LIGHT = 0.9  # of the code's own light: less is a mark in the quiet zone
_WHITE = 255


@dataclass(frozen=True, slots=True)
class Code:
    """A square code that was read. Sizes are in millimetres, `box` is in points on its page.

    `contrast` is the ratio of its light to its dark, below 1 where it is light on dark.
    """

    text: str
    width: float
    box: Box
    contrast: float
    quiet: bool


def draw(file: Path, dots: int, page: int = 0) -> Image.Image:
    """The first page (-1: the last) in shades of grey.

    Raises `pypdfium2.PdfiumError` where that can't be.
    """
    with pdfium.PdfDocument(file.read_bytes()) as document:
        drawn = document[page % len(document)].render(scale=dots / _POINTS, grayscale=True)
        picture = drawn.to_pil()
    assert isinstance(picture, Image.Image)  # noqa: S101  says so to mypy: the wheel has no types
    return picture


def codes(picture: Image.Image, dots: int) -> Iterator[Code]:
    """Every square code that can be read in `picture`, drawn with `dots` an inch."""
    # The shades themselves: given a Pillow picture the library asks Pillow for them, and a Ctrl-C
    # in that moment comes out as a fault of ours.
    shades = memoryview(picture.tobytes()).cast("B", (picture.height, picture.width))
    plain = read_barcodes(shades, formats=_SQUARE, try_invert=False)
    for found in plain or read_barcodes(shades, formats=_SQUARE):
        yield _measured(found, picture, dots, inverted=not plain)


def _measured(found: Barcode, picture: Image.Image, dots: int, *, inverted: bool) -> Code:
    at = found.position
    corners = (at.top_left, at.top_right, at.bottom_right, at.bottom_left)
    left, right = min(p.x for p in corners), max(p.x for p in corners)
    top, bottom = min(p.y for p in corners), max(p.y for p in corners)
    inside = picture.crop((left, top, right, bottom))
    dark, light = _shade(inside, 0.1), _shade(inside, 0.9)
    contrast = (_luminance(light) + 0.05) / (_luminance(dark) + 0.05)
    version = int(found.extra["Version"]) if isinstance(found.extra, dict) else 1
    module = (right - left) / (17 + 4 * version)  # ISO 18004: each version has four more
    edge = round(_QUIET * module) - _SOFT
    around = _shade(_frame(picture, (left, top, right, bottom), edge), 0)
    scale, high = _POINTS / dots, picture.height
    return Code(
        found.text,
        (right - left) * _INCH / dots,
        Box(left * scale, (high - bottom) * scale, right * scale, (high - top) * scale),
        1 / contrast if inverted else contrast,
        around >= light * _LIGHT,
    )


def _shade(picture: Image.Image, share: float) -> int:
    """The shade that this share of a picture's dots are darker than; with 0, its darkest."""
    counts = list(accumulate(picture.histogram()))
    return next(shade for shade, count in enumerate(counts) if count > share * counts[-1])


def _frame(picture: Image.Image, box: tuple[int, int, int, int], edge: int) -> Image.Image:
    """What is round `box`, `edge` dots wide, the inside painted over. Off the page all is dark."""
    left, top, right, bottom = box
    around = picture.crop((left - edge, top - edge, right + edge, bottom + edge))
    inner = edge - _SOFT
    around.paste(_WHITE, (inner, inner, around.width - inner, around.height - inner))
    return around


def _luminance(shade: int) -> float:
    """How light a shade of grey is to the eye, 0 to 1 (the curve of WCAG, without its foot)."""
    return math.pow(shade / _WHITE, 2.2)
