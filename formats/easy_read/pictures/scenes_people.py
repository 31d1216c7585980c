"""Pictures of people of every age, and of the places and services they use."""

from collections.abc import Callable
from typing import Final

from formats.easy_read.pictures import figures, parts
from formats.easy_read.pictures import palette as c
from formats.easy_read.pictures import people as who
from formats.easy_read.pictures.parts import HERE
from formats.easy_read.pictures.pen import stack
from formats.easy_read.pictures.people import Person, bust

_GIRL: Final = Person(c.BROWN, "ponytail", c.BLACK_HAIR, c.YELLOW)
_BOY: Final = Person(c.FAIR, "short", c.BLOND, c.RED)


def council() -> str:
    """Draw a town hall with a clock tower and columns."""
    return stack(
        HERE.line("M100 22 L100 4", 5),
        HERE.shape("M100 4 L124 10 L100 18 Z", c.RED),
        HERE.shape("M74 46 L100 20 L126 46 Z", c.TEAL),
        HERE.box(78, 46, 44, 44, c.STONE),
        HERE.oval(100, 67, 14),
        HERE.line("M100 59 L100 67 L106 70", 4),
        HERE.shape("M14 112 L100 76 L186 112 Z", c.STONE),
        HERE.shape("M20 112 L180 112 L180 174 L20 174 Z", c.STONE),
        *(HERE.box(x, 116, 16, 56, c.WHITE) for x in (30, 60, 124, 154)),
        HERE.box(86, 126, 28, 48, c.TEAL),
        HERE.box(8, 174, 184, 18, c.GREY),
    )


def hospital() -> str:
    """Draw a hospital with a letter H on its sign."""
    return stack(
        HERE.box(10, 74, 180, 118, c.WHITE),
        HERE.box(54, 40, 92, 152, c.STONE),
        HERE.box(70, 8, 60, 60, c.BLUE),
        HERE.line("M86 22 L86 54 M114 22 L114 54 M86 38 L114 38", 9, c.WHITE),
        *(HERE.box(x, y, 22, 22, c.SKY) for x in (22, 156) for y in (92, 134)),
        *(HERE.box(x, 86, 22, 22, c.SKY) for x in (68, 110)),
        HERE.box(76, 132, 48, 60, c.TEAL),
        HERE.line("M100 134 L100 190"),
    )


def community() -> str:
    """Draw people in front of their houses."""
    return stack(
        parts.house(HERE.at(54, 132, 1.1), c.CREAM, c.TEAL),
        parts.house(HERE.at(148, 132, 1.1), c.SKY, c.RED, c.STEEL),
        bust(HERE.at(40, 134, 0.75), who.FATIMA, 80),
        bust(HERE.at(160, 134, 0.75), who.KOFI, 80),
        bust(HERE.at(100, 130, 0.8), who.ELSIE, 80),
    )


def partners() -> str:
    """Draw a town hall, a hospital and a charity shop joined in a ring."""
    return stack(
        HERE.oval(100, 108, 62, fill="none"),
        HERE.oval(100, 48, 44, fill=c.CREAM),
        HERE.at(100, 48).shape("M-24 -4 L0 -22 L24 -4 Z", c.TEAL),
        HERE.line("M80 48 L80 64 M93 48 L93 64 M107 48 L107 64 M120 48 L120 64 M74 70 L126 70"),
        HERE.oval(48, 144, 44, fill=c.SKY),
        HERE.box(28, 124, 40, 40, c.BLUE),
        HERE.line("M39 134 L39 154 M57 134 L57 154 M39 144 L57 144", 7, c.WHITE),
        HERE.oval(152, 144, 44, fill=c.CREAM),
        parts.heart(HERE.at(152, 148, 1.15)),
    )


def _book(left: float, floor: float, high: float, fill: str) -> str:
    """Draw the back of a book that stands on a shelf."""
    top = floor - high
    d = f"M{left} {floor} L{left} {top} L{left + 22} {top} L{left + 22} {floor} Z"
    return HERE.shape(d, fill)


def library() -> str:
    """Draw shelves of books."""
    colours = (c.CORAL, c.BLUE, c.YELLOW, c.GREEN, c.PURPLE, c.ORANGE)
    upper = (_book(30 + i * 22, 92, 40 + i % 2 * 12, fill) for i, fill in enumerate(colours))
    lower = (_book(30 + i * 22, 168, 52 - i * 6, fill) for i, fill in enumerate(colours[2:5]))
    return stack(
        HERE.box(12, 14, 176, 176, c.WOOD),
        HERE.shape("M26 28 L174 28 L174 92 L26 92 Z", c.STONE),
        HERE.shape("M26 106 L174 106 L174 168 L26 168 Z", c.STONE),
        *upper,
        *lower,
        HERE.at(122, 168, 1, 18).shape("M-6 -50 L16 -50 L16 0 L-6 0 Z", c.CORAL),
    )


def young_people() -> str:
    """Draw two teenagers: one has headphones and a hooded top, one a school bag."""
    teen = Person(c.DEEP, "cropped", c.BLACK_HAIR, c.TEAL)
    girl = Person(c.FAIR, "ponytail", c.AUBURN, c.PURPLE)
    left = HERE.at(58, 76, 1.15)
    right = HERE.at(146, 86, 1.1)
    return stack(
        bust(right, girl, 96),
        right.limb("M-26 44 L-26 92 M26 44 L26 92", 12, c.YELLOW),
        bust(left, teen, 104),
        left.line("M-12 40 L-12 64 M12 40 L12 64"),
        left.line("M-22 0 C-28 -42 28 -42 22 0", 7),
        left.oval(-22, 4, 8, 11, c.RED),
        left.oval(22, 4, 8, 11, c.RED),
    )


def children() -> str:
    """Draw a girl and a boy with a ball."""
    return stack(
        figures.child(HERE.at(56, 58, 1), _GIRL),
        figures.child(HERE.at(146, 58, 1), _BOY),
        HERE.oval(101, 172, 22, fill=c.CORAL),
        HERE.line("M81 166 Q101 178 121 166"),
    )


def family() -> str:
    """Draw two adults, a grandmother and a child."""
    return stack(
        bust(HERE.at(56, 58, 0.95), who.FATIMA, 144),
        bust(HERE.at(144, 54, 0.95), who.MO, 148),
        bust(HERE.at(70, 138, 0.75), _GIRL, 76),
        bust(HERE.at(132, 134, 0.8), Person(c.TAN, "short", c.BLACK_HAIR, c.CORAL), 76),
    )


def carer() -> str:
    """Draw a carer who stands beside a wheelchair user with a hand on her shoulder."""
    return stack(
        figures.standing(HERE.at(56, 36, 1.2), who.MO, right="M17 30 L34 46 L52 50"),
        figures.wheelchair_user(HERE.at(122, 64, 1.0), who.PEARL),
    )


def adult_care() -> str:
    """Draw a house with two people inside: a care worker and the man she helps."""
    worker = Person(c.SAND, "bun", c.DARK_HAIR, c.TEAL, lanyard=True)
    return stack(
        HERE.shape("M22 92 L22 192 L178 192 L178 92 L100 28 Z", c.CREAM),
        HERE.line("M6 98 L100 16 L194 98", 12),
        bust(HERE.at(68, 122, 0.85), worker, 80),
        bust(HERE.at(134, 126, 0.85), who.BILL, 75),
        parts.heart(HERE.at(102, 72, 0.85)),
    )


def older_people() -> str:
    """Draw an older man with a walking stick and an older woman."""
    return stack(
        figures.skirted(HERE.at(134, 34, 1.22), who.PEARL),
        figures.standing(HERE.at(66, 34, 1.22).mirrored(), who.BILL),
        figures.stick(HERE.at(66, 34, 1.22).mirrored()),
    )


def everyone() -> str:
    """Draw many different people: a wheelchair user, a cane user, faiths, ages."""
    blind = Person(c.FAIR, "short", c.AUBURN, c.CORAL, dark_glasses=True)
    sikh = Person(c.TAN, "turban", c.ORANGE, c.SKY, beard=c.DARK_HAIR)
    woman = Person(c.TAN, "hijab", c.TEAL, c.YELLOW)
    return stack(
        figures.standing(HERE.at(72, 42, 1.12), sikh, legs=c.STEEL),
        figures.standing(HERE.at(148, 42, 1.12), blind, right=figures.RIGHT_CANE),
        figures.cane(HERE.at(148, 42, 1.12)),
        figures.skirted(HERE.at(111, 58), woman),
        figures.wheelchair_user(HERE.at(34, 74, 0.92), who.AMARA),
    )


SCENES: Final[dict[str, Callable[[], str]]] = {
    "adult-care": adult_care,
    "carer": carer,
    "children": children,
    "community": community,
    "council": council,
    "everyone": everyone,
    "family": family,
    "hospital": hospital,
    "library": library,
    "older-people": older_people,
    "partners": partners,
    "young-people": young_people,
}
