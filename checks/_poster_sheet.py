"""A poster as a printing firm and an office printer see it: where it is cut, and its ink."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pypdfium2 as pdfium  # type: ignore[import-untyped]  # the wheel has no types
from PIL import Image, ImageChops, ImageStat

from checks._ink import Box, Run

MILLIMETRE = 72 / 25.4  # points
_SCALE = 1.5  # dots a point
_INSIDE = 1.0  # millimetres from the cut: where colours are looked at that should go on beyond it
_OUTSIDE = 0.5  # millimetres inside the end of the bleed
_SAME = 24  # of 255: colours that differ by less are one
_WHITE = 255


@dataclass(frozen=True, slots=True)
class Sheet:
    """The first page of a PDF: the sheet itself, where it is cut, and how far colours go on.

    Where the file names no cut or bleed, these are the sheet.
    """

    whole: Box
    cut: Box
    bleed: Box
    picture: Image.Image


def look(file: Path) -> Sheet:
    """The sheet, drawn in colours. Raises `pypdfium2.PdfiumError` where that can't be."""
    with pdfium.PdfDocument(file.read_bytes()) as document:
        page = document[0]
        left, bottom, right, top = page.get_mediabox()
        cut = page.get_trimbox(fallback_ok=False) or (left, bottom, right, top)
        bleed = page.get_bleedbox(fallback_ok=False) or (left, bottom, right, top)
        drawn = page.render(scale=_SCALE).to_pil().convert("RGB")

    def moved(box: tuple[float, float, float, float]) -> Box:
        return Box(box[0] - left, box[1] - bottom, box[2] - left, box[3] - bottom)

    return Sheet(Box(0, 0, right - left, top - bottom), moved(cut), moved(bleed), drawn)


def margins(outer: Box, inner: Box) -> tuple[float, float, float, float]:
    """How far one box is inside another on each side, in millimetres."""
    sides = (
        inner.left - outer.left,
        inner.bottom - outer.bottom,
        outer.right - inner.right,
        outer.top - inner.top,
    )
    left, bottom, right, top = (side / MILLIMETRE for side in sides)
    return left, bottom, right, top


def short_of_bleed(sheet: Sheet) -> Iterator[str]:
    """The sides on which a colour that reaches the cut does not go on to the end of the bleed."""
    inner, outer = _shrunk(sheet.cut, _INSIDE), _shrunk(sheet.bleed, _OUTSIDE)
    for side in ("left", "right", "top", "bottom"):
        near, far = (_line(sheet, box, side, inner) for box in (inner, outer))
        # A soft edge between two colours may lie a dot further on: what counts is what stays.
        light = ImageChops.invert(near.convert("L")).point(lambda dot: _WHITE * (dot > _SAME))
        other = ImageChops.difference(near, far).convert("L").point(lambda d: _WHITE * (d > _SAME))
        lost = ImageStat.Stat(ImageChops.multiply(light, other)).sum[0] / _WHITE
        if lost > near.width * near.height * 0.01:
            yield side


def _shrunk(box: Box, by: float) -> Box:
    by *= MILLIMETRE
    return Box(box.left + by, box.bottom + by, box.right - by, box.top - by)


def _line(sheet: Sheet, box: Box, side: str, length: Box) -> Image.Image:
    """The dots along one side of `box`, as long as that side of `length`."""
    high = sheet.whole.top
    left, right = (round(x * _SCALE) for x in (length.left, length.right))
    top, bottom = (round((high - y) * _SCALE) for y in (length.top, length.bottom))
    if side in ("left", "right"):
        at = round((box.left if side == "left" else box.right) * _SCALE)
        return sheet.picture.crop((at, top, at + 1, bottom))
    at = round((high - (box.top if side == "top" else box.bottom)) * _SCALE)
    return sheet.picture.crop((left, at, right, at + 1))


def nearest(sheet: Sheet, runs: tuple[Run, ...]) -> tuple[float, Run | None]:
    """The words that stand nearest to the cut, and how near, in millimetres."""
    words = [run for run in runs if run.font]
    near = min(words, key=lambda run: min(margins(sheet.cut, run.box)), default=None)
    return (min(margins(sheet.cut, near.box)), near) if near else (0, None)


def ink(sheet: Sheet) -> float:
    """How much of the sheet is ink, in percent: 0 for white paper, 100 for a black one."""
    light = float(ImageStat.Stat(sheet.picture.convert("L")).mean[0])
    return 100 * (1 - light / _WHITE)
