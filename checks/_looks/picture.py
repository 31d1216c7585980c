"""A picture as it is kept, and whether two of them look the same to people."""

from __future__ import annotations

import io
from dataclasses import dataclass
from functools import reduce

from PIL import Image, ImageChops, ImageFilter

# Shades of each colour that a kept picture has. The shades are always the same ones: chosen for
# each picture, a changed corner would change every colour a little.
_SHADES = 24
_KEPT = [round(round(v * (_SHADES - 1) / 255) * 255 / (_SHADES - 1)) for v in range(256)] * 3
_SOFT = 1.0  # dots: edges that were drawn a little differently come out the same
# Shades of 256. What half a pixel of a page moves, or JPEG's noise (quality 90), stays below 42;
# what moves by a whole dot, or has another letter, is above 75.
_FINE = 52
_LEAST = 6  # dots over that: a changed letter of body type has more
_BLOCK = 16  # dots: in so large a place the mean hardly depends on how edges are drawn
_COARSE = 12  # shades of 256, for another tint than before. Half a pixel moves the mean by 8
_TALLER = 1  # dots, which rounding may add
_ROUND = 9  # dots round what changed that are shown with it; odd
_FADED = 0.75  # how much white is laid over the rest


@dataclass(frozen=True, slots=True)
class Difference:
    """How much of a picture changed, from 0 to 1, and the picture with what changed marked."""

    share: float
    marked: bytes


def kept(picture: Image.Image) -> bytes:
    """A picture in few bytes. The same dots give the same bytes."""
    out = io.BytesIO()
    # For our flat colours this is as small as the kind of picture that loses sharpness.
    few = picture.convert("RGB").point(_KEPT)
    few.save(out, "WEBP", lossless=True, quality=50, method=2)
    return out.getvalue()


def opened(data: bytes) -> Image.Image:
    """The picture in `data`, with every dot read. Raises `OSError` where there is none."""
    return Image.open(io.BytesIO(data)).convert("RGB")


def compare(accepted: bytes, now: bytes) -> Difference | None:
    """What a person would see changed; None where that is nothing.

    Two drawings of one page differ a little at the edges of letters, from one browser to the
    next. So softened pictures are compared dot by dot for what moved or has other words, and the
    mean colours of larger places for another tint.
    """
    if accepted == now:
        return None
    before, after = opened(accepted), opened(now)
    size = (max(before.width, after.width), max(before.height, after.height))
    grown = _grown(before.size, after.size)
    before, after = _on_white(before, size), _on_white(after, size)
    soft = ImageFilter.GaussianBlur(_SOFT)
    fine = _over(before.filter(soft), after.filter(soft), _FINE)
    coarse = _over(before.reduce(_BLOCK), after.reduce(_BLOCK), _COARSE)
    if fine.histogram()[255] < _LEAST and not grown and coarse.getbbox() is None:
        return None
    large = (coarse.width * _BLOCK, coarse.height * _BLOCK)
    places = coarse.resize(large, Image.Resampling.NEAREST).crop((0, 0, *size))
    changed = ImageChops.lighter(fine, places)
    for box in grown:
        changed.paste(255, box)
    return Difference(changed.histogram()[255] / (size[0] * size[1]), kept(_marked(after, changed)))


def _grown(before: tuple[int, int], after: tuple[int, int]) -> list[tuple[int, int, int, int]]:
    """The places that only one of two pictures has."""
    (narrow, wide), (low, high) = (sorted(sides) for sides in zip(before, after, strict=True))
    found = [(narrow, 0, wide, high)] if wide > narrow else []
    return found + ([(0, low, wide, high)] if high > low + _TALLER else [])


def _on_white(picture: Image.Image, size: tuple[int, int]) -> Image.Image:
    canvas = Image.new("RGB", size, "white")
    canvas.paste(picture, (0, 0))
    return canvas


def _over(one: Image.Image, other: Image.Image, limit: int) -> Image.Image:
    """White where the two differ by more than `limit` in any of the three colours, else black."""
    most = reduce(ImageChops.lighter, ImageChops.difference(one, other).split())
    return most.point([255 if shade > limit else 0 for shade in range(256)])


def _marked(picture: Image.Image, changed: Image.Image) -> Image.Image:
    """The picture, faded but for what changed, which has a line round it.

    No colour marks it: a reviewer may be colour-blind.
    """
    near = changed.filter(ImageFilter.MaxFilter(_ROUND))
    grey = picture.convert("L").convert("RGB")
    shown = Image.blend(grey, Image.new("RGB", picture.size, "white"), _FADED)
    shown.paste(picture, (0, 0), near)
    line = ImageChops.subtract(near.filter(ImageFilter.MaxFilter(3)), near)
    shown.paste((0, 0, 0), (0, 0), line)
    return shown
