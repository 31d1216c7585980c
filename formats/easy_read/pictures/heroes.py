"""The wide pictures for the top of the site and the poster: people in front of their place.

They are flat, with no outline, and sit on a deep band in the main colour of the council. That can
be any deep colour. Dark hair would be lost on it, so every head stands in front of something that
is much lighter than hair, and what stands out over the hills is light.
"""

from collections.abc import Callable
from dataclasses import replace
from typing import Final

from formats.easy_read.pictures import palette as c
from formats.easy_read.pictures import people as who
from formats.easy_read.pictures.figures import guide_dog
from formats.easy_read.pictures.pen import Pen, stack
from formats.easy_read.pictures.people import Person, bust

WIDTH: Final = 600
HEIGHT: Final = 340

_FLAT: Final = Pen(outline=0)
_HILL: Final = "#58b5a6"
_LAWN: Final = "#9bd6a4"
_WATER: Final = "#58b7dd"
_BRICK: Final = "#d0704f"
_BRICK_DARK: Final = "#b9573d"
_PEACH: Final = "#f7b58a"
_CROWN: Final = "#4fae70"


def _person(person: Person, x: float, y: float, size: float, *, mirrored: bool = False) -> str:
    """Draw a person whose clothes reach the bottom edge."""
    here = _FLAT.at(x, y, size)
    return bust(here.mirrored() if mirrored else here, person, (HEIGHT - y) / size)


def _wheelchair_user(person: Person, x: float, y: float, size: float) -> str:
    """Draw a seated person from the front: the wheels at both sides, the knees before them."""
    here = _FLAT.at(x, y, size)
    foot = (HEIGHT - y) / size
    rims = (here.oval(side * 50, foot - 4, 15, 50, fill) for side in (-1, 1) for fill in (c.INK,))
    spokes = (here.oval(side * 50, foot - 4, 8, 40, c.GREY) for side in (-1, 1))
    sleeve = c.darker(person.top)
    arms = ((here.limb(f"M{s * 35} 54 L{s * 42} 80 L{s * 30} 92", 17, sleeve)) for s in (-1, 1))
    fists = (here.oval(s * 26, 93, 9, fill=person.skin) for s in (-1, 1))
    return stack(
        here.line("M-36 30 L-36 96 M36 30 L36 96", 10 * size),
        *rims,
        *spokes,
        bust(here, person, 96),
        here.limb(f"M-17 100 L-17 {foot + 10} M17 100 L17 {foot + 10}", 32, c.NAVY),
        *arms,
        *fists,
    )


def _tree(pen: Pen) -> str:
    return stack(pen.line("M0 0 L0 -50", 9, _BRICK_DARK), pen.oval(0, -70, 30, 40, _CROWN))


def _terrace(x: float, floor: float, walls: tuple[str, ...]) -> str:
    """Draw a row of houses with chimneys; each is 52 wide."""
    here = _FLAT.at(x, floor)
    lefts = [52 * i for i in range(len(walls))]
    return stack(
        here.line(
            " ".join(f"M{left + 10} -92 L{left + 10} -70" for left in lefts), 10, _BRICK_DARK
        ),
        *(
            here.shape(f"M{at} 0 L{at} -62 L{at + 26} -86 L{at + 52} -62 L{at + 52} 0 Z", wall)
            for at, wall in zip(lefts, walls, strict=True)
        ),
        here.line(
            " ".join(f"M{at - 1} -61 L{at + 26} -86 L{at + 53} -61" for at in lefts), 7, _BRICK_DARK
        ),
    )


def _town_hall(pen: Pen) -> str:
    """Draw a brick town hall with a tall clock tower."""
    return stack(
        pen.shape("M-18 0 L-18 -128 L18 -128 L18 0 Z", _BRICK),
        pen.shape("M-23 -126 L0 -172 L23 -126 Z", c.MINT),
        pen.line("M0 -172 L0 -184", 3, c.MINT),
        pen.oval(0, -106, 11, fill=c.CREAM),
        pen.line("M0 -113 L0 -106 L5 -103", 2.5),
        pen.shape("M-66 0 L-66 -52 L-42 -70 L-18 -52 L-18 0 Z", _BRICK_DARK),
        pen.line("M-7 -80 L-7 -66 M7 -80 L7 -66 M-52 -40 L-52 -28 M-34 -40 L-34 -28", 7, c.CREAM),
    )


def _tower_block(pen: Pen) -> str:
    rows = " ".join(f"M-11 {y} L-11 {y + 4} M11 {y} L11 {y + 4}" for y in range(-124, -40, 20))
    return stack(
        pen.shape("M-22 0 L-22 -138 L22 -138 L22 0 Z", c.LILAC), pen.line(rows, 9, c.PURPLE)
    )


def _tram(pen: Pen) -> str:
    """Draw a tram 150 long; its wheels are on the line of the pen."""
    return stack(
        pen.line("M20 -44 L34 -58 L48 -44", 3, c.GREY),
        pen.shape("M0 -2 L6 -36 Q8 -44 18 -44 L134 -44 Q142 -44 146 -36 L152 -2 Z", c.BLUE),
        pen.line("M20 -29 L34 -29 M54 -29 L68 -29 M86 -29 L100 -29 M120 -29 L132 -29", 14, c.SKY),
        pen.line("M4 -8 L148 -8", 5, c.YELLOW),
    )


def _bridge() -> str:
    """Draw a brick canal bridge with a narrowboat below its arch."""
    return stack(
        _FLAT.shape("M0 340 L10 312 L214 312 L226 340 Z", _WATER),
        _FLAT.shape(
            "M2 322 C24 262 62 244 104 244 C146 244 184 262 206 322 L160 322"
            " C158 282 134 268 104 268 C74 268 50 282 48 322 Z",
            _BRICK,
        ),
        _FLAT.line("M6 304 C30 258 66 242 104 242 C142 242 178 258 202 304", 8, _BRICK_DARK),
        _FLAT.shape("M58 316 L62 296 L150 296 L150 316 Z", c.TEAL),
        _FLAT.shape("M44 314 L172 314 L160 330 L56 330 Z", c.RED),
        _FLAT.line("M76 305 L78 305 M98 305 L100 305 M120 305 L122 305", 9, c.YELLOW),
    )


def sandwell() -> str:
    """Draw people of Sandwell by a canal bridge, town hall, tram and hills."""
    size = 1.28
    return stack(
        _FLAT.oval(436, 122, 116, fill=c.YELLOW),
        _FLAT.shape(
            "M4 340 C20 240 90 176 190 182 C290 188 340 156 430 150 C540 144 590 232 598 340 Z",
            _HILL,
        ),
        _tower_block(_FLAT.at(70, 246)),
        _town_hall(_FLAT.at(158, 226, 1.1)),
        _tram(_FLAT.at(444, 182, 0.95)),
        _FLAT.shape("M0 340 C40 252 110 214 210 212 C330 208 520 170 598 340 Z", _LAWN),
        _bridge(),
        _person(replace(who.GURPREET, top=c.CREAM), 292, 158, size),
        _person(replace(who.FATIMA, shade=c.PURPLE), 420, 160, size),
        _person(replace(who.KOFI, top=c.BLUE), 226, 214, size, mirrored=True),
        _person(replace(who.ELSIE, top=c.TEAL), 356, 218, size),
        _wheelchair_user(replace(who.CHEN, top=c.PINK), 506, 208, 1.16),
    )


def hero_plain() -> str:
    """Draw people of any place, one with a guide dog, before hills, trees and houses."""
    size = 1.26
    guided = replace(who.DEV, dark_glasses=True)
    return stack(
        _FLAT.oval(190, 118, 108, fill=c.YELLOW),
        _FLAT.shape(
            "M0 340 C30 230 110 168 210 178 C310 188 380 130 460 140 C550 150 590 240 600 340 Z",
            _HILL,
        ),
        _terrace(356, 222, (c.CREAM, c.CORAL, c.MINT)),
        _tree(_FLAT.at(62, 250)),
        _tree(_FLAT.at(546, 246)),
        _FLAT.shape("M0 340 C60 240 180 214 300 214 C420 214 540 228 600 340 Z", _LAWN),
        _person(replace(who.HOLLY, top=c.TEAL), 196, 166, size),
        _person(replace(who.NADIA, top=c.CORAL), 322, 162, size),
        _person(who.KOFI, 124, 212, size),
        _person(replace(who.ELSIE, top=c.CREAM), 258, 216, size),
        _person(guided, 392, 210, size),
        guide_dog(_FLAT.at(512, 338, 1.3), c.AUBURN),
        _FLAT.limb("M432 278 L452 314 L490 252", 24, c.darker(guided.top)),
        _FLAT.oval(494, 244, 12, fill=guided.skin),
    )


SCENES: Final[dict[str, Callable[[], str]]] = {"hero-plain": hero_plain, "sandwell": sandwell}
