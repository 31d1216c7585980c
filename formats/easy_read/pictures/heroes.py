"""The wide pictures for the top of the site and the poster: people in front of their place.

They are flat, with no outline, and sit on a deep navy band. Dark hair would be lost on navy, so
every head stands in front of something bright.
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
_HILL: Final = "#0f6f78"
_LAWN: Final = "#5fbf8f"
_WATER: Final = "#58b7dd"
_BRICK_DARK: Final = "#9a4330"
_PEACH: Final = "#f7b58a"


def _person(person: Person, x: float, y: float, *, mirrored: bool = False) -> str:
    """Draw a person whose clothes reach the bottom edge."""
    here = _FLAT.at(x, y)
    return bust(here.mirrored() if mirrored else here, person, HEIGHT - y)


def _wheelchair_user(person: Person, x: float, y: float) -> str:
    """Draw a seated person from the front, with the wheels at both sides."""
    chair = stack(
        _FLAT.line(
            f"M{x - 36} {y + 28} L{x - 36} {y + 60} L{x + 36} {y + 60} L{x + 36} {y + 28}", 9
        ),
        _FLAT.shape(_wheel(x - 49, 12) + _wheel(x + 49, 12), c.GREY),
        _FLAT.shape(_wheel(x - 49, 6) + _wheel(x + 49, 6), c.INK),
    )
    return stack(chair, _person(person, x, y))


def _tree(pen: Pen) -> str:
    return stack(pen.line("M0 0 L0 -50", 9, _BRICK_DARK), pen.oval(0, -66, 27, 34, c.GREEN))


def _wheel(x: float, half: float) -> str:
    """Give the outline of a wheel seen from the front, down to the bottom edge."""
    return (
        f"M{x - half} 340 L{x - half} 316 C{x - half} 292 {x + half} 292"
        f" {x + half} 316 L{x + half} 340 Z"
    )


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
        pen.shape("M-18 0 L-18 -128 L18 -128 L18 0 Z", c.BRICK),
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
            c.BRICK,
        ),
        _FLAT.line("M6 304 C30 258 66 242 104 242 C142 242 178 258 202 304", 8, _BRICK_DARK),
        _FLAT.shape("M58 316 L62 296 L150 296 L150 316 Z", c.TEAL),
        _FLAT.shape("M44 314 L172 314 L160 330 L56 330 Z", c.RED),
        _FLAT.line("M76 305 L78 305 M98 305 L100 305 M120 305 L122 305", 9, c.YELLOW),
    )


def sandwell() -> str:
    """Draw people of Sandwell by a canal bridge, town hall, tram and hills."""
    return stack(
        _FLAT.oval(424, 116, 108, fill=c.YELLOW),
        _FLAT.shape(
            "M4 340 C20 250 90 190 190 196 C290 200 340 166 430 160 C540 154 590 240 598 340 Z",
            _HILL,
        ),
        _tower_block(_FLAT.at(96, 256)),
        _town_hall(_FLAT.at(196, 240)),
        _terrace(226, 240, (c.CORAL, c.CREAM, _PEACH)),
        _tram(_FLAT.at(408, 196)),
        _FLAT.shape("M0 340 C40 262 110 232 210 230 C330 226 520 180 598 340 Z", _LAWN),
        _bridge(),
        _person(replace(who.GURPREET, top=c.CREAM), 298, 196),
        _person(who.FATIMA, 416, 208),
        _person(who.KOFI, 236, 218, mirrored=True),
        _person(who.AMARA, 358, 224),
        _person(who.ELSIE, 474, 226),
        _wheelchair_user(replace(who.CHEN, top=c.PINK), 528, 252),
    )


def hero_plain() -> str:
    """Draw people of any place, one with a guide dog, before hills, trees and houses."""
    guided = replace(who.DEV, dark_glasses=True)
    return stack(
        _FLAT.oval(190, 116, 100, fill=c.YELLOW),
        _FLAT.shape(
            "M0 340 C30 240 110 180 210 190 C310 200 380 140 460 150 C550 160 590 250 600 340 Z",
            _HILL,
        ),
        _terrace(330, 232, (c.CREAM, c.CORAL, c.MINT)),
        _tree(_FLAT.at(96, 250)),
        _tree(_FLAT.at(516, 236)),
        _FLAT.shape("M0 340 C60 250 180 226 300 226 C420 226 540 240 600 340 Z", _LAWN),
        _person(who.HOLLY, 206, 196),
        _person(who.MO, 340, 196),
        _person(who.KOFI, 140, 220),
        _person(who.NADIA, 274, 220),
        _person(guided, 408, 214),
        guide_dog(_FLAT.at(502, 340)),
        _FLAT.limb("M444 274 L456 306 L486 268", 20, c.darker(guided.top)),
        _FLAT.oval(489, 264, 10, fill=guided.skin),
    )


SCENES: Final[dict[str, Callable[[], str]]] = {"hero-plain": hero_plain, "sandwell": sandwell}
