"""How well letters stand out: the colour that the file gives them, on what is drawn behind them.

The file says what colour letters have, so that their soft edges don't matter. What is behind
them only the drawn page tells. Where what is drawn of the letters is weaker than their colour
(something see-through lies on them), what is drawn counts.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import cast

from coloraide import Color
from PIL import Image

from checks._ink import Colour, Run

Colours = Sequence[tuple[float, Colour]]
"""Which share of the dots of a picture has a colour, the largest share first."""

_WHITE = 255
_SAME = 8  # of 255: two colours that nobody tells apart
_GROUND = 0.1  # of the dots in a box: less is an edge or a line, not what letters stand on
_STEP = 32  # of 256: as many shades of a photograph count as one
_SHADES = [*range(256)] * 3  # of red, green and blue
_EDGE = 0.25  # the same for shades between letters and ground: small letters are mostly edge


@lru_cache(maxsize=1 << 16)
def ratio(one: Colour, other: Colour) -> float:
    """The contrast of two colours, 1 to 21 (WCAG 2.2, "contrast ratio")."""
    first, second = (Color("srgb", [part / _WHITE for part in each]) for each in (one, other))
    return float(first.contrast(second, method="wcag21"))


def grey(colour: Colour) -> Colour:
    """The colour on a printer that has black ink only (ITU-R BT.601, as Pillow and PDFium do)."""
    red, green, blue = colour
    shade = round(0.299 * red + 0.587 * green + 0.114 * blue)
    return shade, shade, shade


@dataclass(frozen=True, slots=True)
class Spot:
    """The place where some letters are drawn. `shades` are its darkest and lightest, in grey.

    `colours` are those that fill a good part of it; `closer` is the same place, drawn much larger.
    """

    colours: Colours
    shades: tuple[int, int]
    closer: Callable[[], Image.Image]


def large_colours(picture: Image.Image) -> Colours:
    """The colours that letters in a picture may stand on, and at least one."""
    dots = picture.width * picture.height
    found = _counted(picture)
    if max(found)[0] < _GROUND * dots:  # a photograph: take colours together that are much alike
        found = _counted(picture.point([shade // _STEP * _STEP + _STEP // 2 for shade in _SHADES]))
    least = min(_GROUND * dots, max(found)[0])
    return sorted(((many / dots, each) for many, each in found if many >= least), reverse=True)


def _counted(picture: Image.Image) -> Sequence[tuple[int, Colour]]:
    """How many dots of a picture in RGB have each colour; an empty picture is black."""
    found = picture.getcolors(picture.width * picture.height)
    return cast("Sequence[tuple[int, Colour]]", found or [(1, (0, 0, 0))])


def contrast(run: Run, spot: Spot, enough: float) -> float:
    """How well the letters of `run` stand out in the place where they are drawn.

    The worst where there are several grounds. The place is only drawn larger where it does not
    show letters of `enough` contrast by itself.
    """
    first, *others = _grounds(run, spot.colours)
    stated = min(ratio(_over(run, ground), ground) for ground in (first, *others))
    shades = [(shade, shade, shade) for shade in spot.shades]
    if stated < enough or max(ratio(shade, grey(first)) for shade in shades) >= enough:
        return stated
    found = [colour for _, colour in _counted(spot.closer())]
    ends = (min(found, key=grey), max(found, key=grey))
    return min(stated, max(ratio(end, first) for end in ends))


def in_grey(run: Run, spot: Spot) -> float:
    """The same on a printer that has black ink only, by what the file says."""
    grounds = _grounds(run, spot.colours)
    return min(ratio(grey(_over(run, ground)), grey(ground)) for ground in grounds)


def _over(run: Run, ground: Colour) -> Colour:
    """The colour of letters that may be see-through, on a ground."""
    if run.colour is None:
        return (0, 0, 0) if sum(ground) > sum(_opposite(ground)) else (_WHITE, _WHITE, _WHITE)
    mixed = (
        round(run.solid * letter + (1 - run.solid) * behind)
        for letter, behind in zip(run.colour, ground, strict=True)
    )
    red, green, blue = mixed
    return red, green, blue


def _opposite(colour: Colour) -> Colour:
    red, green, blue = (_WHITE - part for part in colour)
    return red, green, blue


def _grounds(run: Run, large: Colours) -> Sequence[Colour]:
    """What the letters stand on: the largest colour that isn't theirs, then other large ones."""
    first = next((c for _, c in large if not _alike(c, _over(run, c))), large[0][1])
    letters = _over(run, first)
    return [
        first,
        *(
            colour
            for share, colour in large
            if colour != first
            and not _alike(colour, letters)
            and (share >= _EDGE or not _between(colour, letters, first))
        ),
    ]


def _alike(one: Colour, other: Colour) -> bool:
    return max(abs(a - b) for a, b in zip(one, other, strict=True)) <= _SAME


def _between(colour: Colour, one: Colour, other: Colour) -> bool:
    """Whether a colour is a mixture of two others, as the soft edge of a letter is."""
    span = [b - a for a, b in zip(one, other, strict=True)]
    length = sum(part * part for part in span) or 1
    along = sum((c - a) * part for c, a, part in zip(colour, one, span, strict=True)) / length
    mixed = [a + along * part for a, part in zip(one, span, strict=True)]
    return max(abs(c - m) for c, m in zip(colour, mixed, strict=True)) <= _SAME
