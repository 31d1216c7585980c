"""Pictures for a printer that has black ink only, and little of it. Needs: nothing."""

from __future__ import annotations

import re
from collections.abc import Mapping

from PIL import ImageColor

_PAINT = re.compile(r"""\b(fill|stroke|stop-color)(\s*[=:]\s*["']?)([^"';>]+)""")
_DARK = 0.36  # of all lightness: darker lines stay as they are, for they draw what is to be seen
_PALE = 0.55  # how light a black field becomes; a white one stays white


def saved(pictures: Mapping[str, str]) -> Mapping[str, str]:
    """The same drawings with black lines on white and pale greys, which need little ink."""
    return {name: _PAINT.sub(_grey, svg) for name, svg in pictures.items()}


def _grey(paint: re.Match[str]) -> str:
    """One colour as grey. What isn't a colour, such as "none" or a pattern, is left alone."""
    try:
        red, green, blue, *_ = ImageColor.getrgb(paint[3].strip())
    except ValueError:
        return paint[0]
    light = (0.299 * red + 0.587 * green + 0.114 * blue) / 255
    if light > _DARK or paint[1] != "stroke":
        light = _PALE + (1 - _PALE) * light
    shade = round(255 * light)
    return f"{paint[1]}{paint[2]}#{shade:02x}{shade:02x}{shade:02x}"
