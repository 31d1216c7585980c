"""The colours of every picture: one ink for all outlines, and fills that also differ in grey."""

from typing import Final

INK: Final = "#1b1833"
WHITE: Final = "#fff"

NAVY: Final = "#2d2a6e"
TEAL: Final = "#12898b"
MINT: Final = "#d3f0ea"
SKY: Final = "#d6eaf8"
BLUE: Final = "#2f78c4"
YELLOW: Final = "#ffd23f"
CREAM: Final = "#fff3c4"
ORANGE: Final = "#f39a2d"
CORAL: Final = "#f2695f"
RED: Final = "#d4351c"
BRICK: Final = "#b9573d"
PINK: Final = "#d63f94"
LILAC: Final = "#e4dcf7"
PURPLE: Final = "#7d5fd3"
GREEN: Final = "#2f9460"
LEAF: Final = "#bfe3c6"
GREY: Final = "#c3c6cf"
STEEL: Final = "#8b90a0"
WOOD: Final = "#e6bb80"
STONE: Final = "#efe3cf"

# Yes and no differ in shape first; their colours are only a help.
YES: Final = "#00703c"
NO: Final = "#b10e1e"

# Light to dark. The darkest is still light enough for dark eyes and mouths to show.
FAIR: Final = "#f8d3b4"
SAND: Final = "#e5b284"
TAN: Final = "#cb8f5c"
BROWN: Final = "#a36b42"
DEEP: Final = "#8f5c36"

BLACK_HAIR: Final = "#3a3042"
DARK_HAIR: Final = "#4a2f22"
AUBURN: Final = "#a2502a"
BLOND: Final = "#e8bd5a"
SILVER: Final = "#c9ccd4"


def darker(colour: str) -> str:
    """Promise the same colour in shadow, for a neck under a chin or the folds of a scarf."""
    parts = (round(int(colour[i : i + 2], 16) * 0.8) for i in (1, 3, 5))
    return "#" + "".join(f"{part:02x}" for part in parts)
