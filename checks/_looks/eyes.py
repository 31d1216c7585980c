"""A page as other readers see it: on a printer with black ink only, and colour-blind.

The three kinds of colour blindness are those that the rules about colours reckon with: Viénot 1999
for red and green, Brettel 1997 for blue, as coloraide has them.
"""

from __future__ import annotations

from functools import cache, partial

from coloraide import Color
from PIL import ImageFilter

from checks._looks.picture import kept, opened

_KINDS = {
    "seeing no red": "protan",
    "seeing no green": "deutan",
    "seeing no blue": "tritan",
}
GREY = "in grey"
EYES = (GREY, *_KINDS)
_STEPS = 17  # of each colour that are reckoned; what is between is mixed
_HIGH = 1.3  # times as high as wide: the rest of a long page is cut off


def seen(picture: bytes) -> dict[str, bytes]:
    """The top of a picture for each of `EYES`."""
    whole = opened(picture)
    top = whole.crop((0, 0, whole.width, min(whole.height, round(whole.width * _HIGH))))
    return {
        eye: kept(top.filter(_table(eye)) if eye in _KINDS else top.convert("L")) for eye in EYES
    }


@cache
def _table(eye: str) -> ImageFilter.Color3DLUT:
    return ImageFilter.Color3DLUT.generate(_STEPS, partial(_seen, _KINDS[eye]))


def _seen(kind: str, red: float, green: float, blue: float) -> tuple[float, ...]:
    colour = Color("srgb", [red, green, blue]).filter(kind, out_space="srgb")
    return tuple(colour.clip()[:-1])
