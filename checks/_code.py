"""The square code on a poster, as a phone's camera sees it: on the drawn page, not in the file."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pypdfium2 as pdfium  # type: ignore[import-untyped]
from PIL import Image
from zxingcpp import Barcode, BarcodeFormat, read_barcodes

from checks._ink import Box

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


def draw(file: Path, dots: int) -> Image.Image:
    """The first page in shades of grey. Raises `pypdfium2.PdfiumError` where that can't be."""
    with pdfium.PdfDocument(file.read_bytes()) as document:
        picture = document[0].render(scale=dots / _POINTS, grayscale=True).to_pil()
    assert isinstance(picture, Image.Image)  # noqa: S101  says so to mypy: the wheel has no types
    return picture


def codes(picture: Image.Image, dots: int) -> Iterator[Code]:
    """Every square code that can be read in `picture`, drawn with `dots` an inch."""
    for found in read_barcodes(picture, formats=BarcodeFormat.QRCode):
        yield _measured(found, picture, dots)


def _measured(found: Barcode, picture: Image.Image, dots: int) -> Code:
    at = found.position
    corners = (at.top_left, at.top_right, at.bottom_right, at.bottom_left)
    left, right = min(p.x for p in corners), max(p.x for p in corners)
    top, bottom = min(p.y for p in corners), max(p.y for p in corners)
    inside = picture.crop((left, top, right, bottom))
    shades = sorted(inside.getdata())
    dark, light = shades[len(shades) // 10], shades[-len(shades) // 10]
    scale = _POINTS / dots
    high = picture.height
    inverted = not read_barcodes(picture, formats=BarcodeFormat.QRCode, try_invert=False)
    contrast = (_luminance(light) + 0.05) / (_luminance(dark) + 0.05)
    module = (right - left) / (17 + 4 * int(found.extra["Version"]))
    edge = round(_QUIET * module) - _SOFT
    return Code(
        found.text,
        (right - left) * _INCH / dots,
        Box(left * scale, (high - bottom) * scale, right * scale, (high - top) * scale),
        1 / contrast if inverted else contrast,
        _darkest_round(picture, (left, top, right, bottom), edge) >= light * _LIGHT,
    )


def _darkest_round(picture: Image.Image, box: tuple[int, int, int, int], edge: int) -> int:
    """The darkest shade in the frame of `edge` dots round `box`. Off the page all is dark."""
    left, top, right, bottom = box
    frame = (left - edge, top - edge, right + edge, bottom + edge)
    if min(frame) < 0 or frame[2] > picture.width or frame[3] > picture.height:
        return 0
    around = picture.crop(frame)
    around.paste(
        _WHITE,
        (edge - _SOFT, edge - _SOFT, right - left + edge + _SOFT, bottom - top + edge + _SOFT),
    )
    darkest, _ = around.getextrema()
    return int(darkest)


def _luminance(shade: int) -> float:
    """How light a shade of grey is to the eye, 0 to 1 (WCAG)."""
    part = shade / _WHITE
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
