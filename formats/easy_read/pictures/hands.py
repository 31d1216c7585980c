"""Hands made of tubes that melt together, so that they have fingers and one clean outline.

Each hand is drawn with the wrist at the pen and the fingers pointing up.
"""

from typing import Final

from formats.easy_read.pictures.pen import FINE, Pen, Tube, stack
from formats.easy_read.pictures.people import Person

_OPEN: Final[tuple[Tube, ...]] = (
    ("M-12 -26 L-17 -50", 10),
    ("M-4 -28 L-6 -58", 10),
    ("M5 -28 L6 -57", 10),
    ("M13 -26 L17 -49", 10),
    ("M-10 -12 L-26 -30", 10),
    ("M-3 -18 L4 -18 L2 -8", 26),
)
_SMALL: Final[tuple[Tube, ...]] = (("M0 -4 L0 -17", 15), ("M-3 -5 L-11 -13", 9))


def small_hand(pen: Pen, skin: str) -> str:
    """Promise a flat hand with its thumb out, simple enough for a small arm."""
    return pen.limbs(_SMALL, skin)


def open_hand(pen: Pen, skin: str) -> str:
    """Promise a large raised hand with all five fingers spread."""
    return pen.limbs(_OPEN, skin)


def pointing_hand(pen: Pen, skin: str) -> str:
    """Promise a large hand that points up with one finger."""
    return stack(
        pen.limbs((("M-8 -18 L-8 -60", 12), ("M0 -22 L4 -18 L2 -8", 30)), skin),
        pen.limb("M3 -36 L3 -24", 11, skin),
        pen.limb("M13 -34 L13 -22", 11, skin),
        pen.limb("M22 -30 L22 -20", 10, skin),
        pen.limbs((("M-16 -14 L-4 -22 L4 -20", 11), ("M-10 -8 L2 -8", 14)), skin),
    )


def thumb_up(pen: Pen, skin: str) -> str:
    """Promise a fist with the thumb up; the wrist is at the pen and the arm comes from the left."""
    return stack(
        pen.limbs((("M20 -12 C24 -24 26 -30 25 -42", 13), ("M8 0 L28 0", 34)), skin),
        *(pen.limb(f"M28 {y} L42 {y}", 11, skin) for y in (-12, -3, 6, 15)),
    )


def grip(pen: Pen, skin: str) -> str:
    """Promise a fist round a thin thing, knuckles to the front."""
    return stack(
        pen.limb("M0 -8 L0 -10", 26, skin),
        pen.line("M-4 -16 L8 -16 M-4 -9 L9 -9 M-4 -2 L8 -2", FINE),
    )


def handshake(pen: Pen, left: str, right: str) -> str:
    """Promise two hands that shake, met at the pen; the arms come in from both sides."""
    return stack(
        pen.limb("M-38 0 L10 0", 36, left),
        pen.limb("M38 2 L14 2", 36, right),
        *(pen.limb(f"M12 {y} L-12 {y + 5}", 11, right) for y in (-4, 5, 14)),
        pen.limb("M-30 -12 C-16 -20 -4 -22 10 -15", 12, left),
    )


def arm(pen: Pen, who: Person, d: str, turn: float, *, thumb_right: bool = False) -> str:
    """Promise a sleeve along a line of a bust, with a flat hand at its end, turned as asked."""
    *_, x, y = d.split()
    end = pen.at(float(x.lstrip("L")), float(y), 1, turn)
    if thumb_right:
        end = end.mirrored()
    return stack(pen.limb(d, 19, who.top), small_hand(end, who.skin))
