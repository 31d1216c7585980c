"""Whole people: standing, with a stick, a white cane or a guide dog, or in a wheelchair."""

from typing import Final

from formats.easy_read.pictures import palette as c
from formats.easy_read.pictures.pen import Pen, stack
from formats.easy_read.pictures.people import Person, hair_behind, head

HEAD_SIZE: Final = 0.62

LEFT_DOWN: Final = "M-17 29 C-24 44 -25 56 -23 70"
RIGHT_DOWN: Final = "M17 29 C24 44 25 56 23 70"
RIGHT_CANE: Final = "M17 30 L24 50 L29 56"

_TROUSERS: Final = c.NAVY


def standing(
    pen: Pen,
    who: Person,
    left: str = LEFT_DOWN,
    right: str = RIGHT_DOWN,
    legs: str = _TROUSERS,
) -> str:
    """Promise a standing person: the head at the pen, the soles 128 below it."""
    top = pen.at(0, 0, HEAD_SIZE)
    return stack(
        hair_behind(top, who),
        pen.limbs((("M-9 76 L-10 118", 17), ("M9 76 L10 118", 17)), legs),
        pen.limbs((("M-11 123 L-17 124", 11), ("M11 123 L17 124", 11)), c.INK),
        pen.limb("M0 12 L0 24", 11, who.skin),
        _arms(pen, (left, right), who),
        pen.shape(
            "M-9 23 C-20 24 -22 30 -21 42 L-19 82 Q0 86 19 82 L21 42 "
            "C22 30 20 24 9 23 Q0 29 -9 23 Z",
            who.top,
        ),
        head(top, who),
    )


def skirted(pen: Pen, who: Person, left: str = LEFT_DOWN, right: str = RIGHT_DOWN) -> str:
    """Promise a standing person in a long dress or coat, as tall as the others."""
    top = pen.at(0, 0, HEAD_SIZE)
    return stack(
        hair_behind(top, who),
        pen.limbs((("M-8 104 L-8 118", 12), ("M8 104 L8 118", 12)), who.skin),
        pen.limbs((("M-9 123 L-15 124", 11), ("M9 123 L15 124", 11)), c.INK),
        pen.limb("M0 12 L0 24", 11, who.skin),
        _arms(pen, (left, right), who),
        pen.shape(
            "M-9 23 C-20 24 -21 32 -19 42 L-17 58 L-26 106 Q0 112 26 106 L17 58 L19 42"
            " C21 32 20 24 9 23 Q0 29 -9 23 Z",
            who.top,
        ),
        head(top, who),
    )


def child(
    pen: Pen, who: Person, arms: tuple[str, ...] = ("M-16 46 L-32 74", "M16 46 L32 74")
) -> str:
    """Promise a child, whose head is large for the body; the soles are 132 below the pen."""
    top = pen.at(0, 8, 1.1)
    return stack(
        pen.limbs((("M-9 96 L-9 122", 16), ("M9 96 L9 122", 16)), c.NAVY),
        pen.limbs((("M-11 127 L-16 128", 11), ("M11 127 L16 128", 11)), c.INK),
        _arms(pen, arms, who),
        pen.shape(
            "M-8 36 C-20 38 -21 50 -21 60 L-20 102 L20 102 L21 60 C21 50 20 38 8 36 Z", who.top
        ),
        hair_behind(top, who),
        head(top, who),
    )


def wheelchair_user(pen: Pen, who: Person, arm: str = "M-2 38 L-4 62 L20 70") -> str:
    """Promise a person in a wheelchair who faces right: the head at the pen, the wheel to 126."""
    top = pen.at(0, 0, HEAD_SIZE)
    return stack(
        hair_behind(top, who),
        pen.line("M-32 36 L-20 36 L-18 92", 7),
        pen.limb("M0 12 L0 26", 11, who.skin),
        pen.limb("M46 84 L54 112", 15, c.NAVY),
        pen.limb("M54 118 L68 118", 12, c.INK),
        pen.shape(
            "M-8 24 C-20 25 -21 34 -20 44 L-18 90 L20 90 L20 44 C21 32 18 25 8 24 Q0 30 -8 24 Z",
            who.top,
        ),
        pen.limb("M0 82 L44 82", 20, c.NAVY),
        head(top, who),
        pen.line("M2 96 L46 100 L50 122", 6),
        f'<g stroke-width="7">{pen.oval(-4, 94, 33, fill="none")}</g>',
        pen.oval(-4, 94, 6, fill=c.GREY),
        pen.oval(46, 120, 7, fill=c.GREY),
        _arms(pen, (arm,), who),
    )


def cane(pen: Pen) -> str:
    """Promise a long white cane with a red end, for a standing person with RIGHT_CANE."""
    return stack(
        pen.limb("M27 48 L40 122", 10, c.WHITE),
        pen.limb("M37 106 L40 122", 10, c.RED),
    )


def stick(pen: Pen) -> str:
    """Promise a walking stick for a standing person whose right arm hangs down."""
    return pen.line("M20 74 Q20 66 28 67 Q35 68 34 76 L34 124", 6, c.INK)


def guide_dog(pen: Pen, coat: str = c.WOOD) -> str:
    """Promise a guide dog in harness that faces right; its feet are on the line of the pen."""
    return stack(
        pen.limb("M-32 -38 C-44 -40 -48 -52 -44 -60", 9, coat),
        pen.limbs((("M-24 -30 L-28 -6", 11), ("M16 -28 L16 -6", 11)), coat),
        pen.limbs(
            (
                ("M-20 -36 L18 -37", 26),
                ("M20 -42 L30 -58", 20),
                ("M-16 -30 L-16 -6", 11),
                ("M26 -30 L26 -6", 11),
                ("M30 -62 L34 -62", 24),
                ("M40 -58 L50 -57", 14),
            ),
            coat,
        ),
        pen.shape(
            "M20 -72 C10 -70 10 -54 16 -48 C24 -50 28 -62 28 -70 Z",
            c.BRICK if coat == c.WOOD else c.darker(coat),
        ),
        pen.dot(36, -64, 2.6),
        pen.dot(56, -60, 4),
        pen.limb("M10 -48 L10 -26", 9, c.YELLOW),
        pen.line("M8 -50 L-12 -76", 6),
    )


def _arms(pen: Pen, lines: tuple[str, ...], who: Person) -> str:
    """Draw sleeves, and a closed hand on the last point of each line."""
    ends = (d.split()[-2:] for d in lines)
    fists = (pen.oval(float(x.lstrip("L")), float(y), 7, fill=who.skin) for x, y in ends)
    return stack(pen.limbs([(d, 13) for d in lines], who.top), *fists)
