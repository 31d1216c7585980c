"""Pictures of how people can take part, redrawn in our own words: a ladder, a spectrum, a cycle.

Their words are real text, so they can be read aloud and searched. Browsers may not have our font,
so every label has room for one half as wide again.
"""

from collections.abc import Callable, Iterable
from math import atan2, cos, degrees, radians, sin
from typing import Final

from formats.easy_read.pictures import palette as c
from formats.easy_read.pictures import parts
from formats.easy_read.pictures import people as who
from formats.easy_read.pictures.parts import HERE
from formats.easy_read.pictures.pen import number, stack
from formats.easy_read.pictures.people import bust

WIDTH: Final = 600
HEIGHT: Final = 400

SIZE: Final = 22

_FONT: Final = "Atkinson Hyperlegible Next, Arial, sans-serif"


def label(x: float, y: float, words: str, *, size: int = SIZE, middle: bool = False) -> str:
    """Promise words in dark ink at a place; the place is the start, or the middle if asked."""
    anchor = ' text-anchor="middle"' if middle else ""
    large = f' font-size="{size}"' if size != SIZE else ""
    return f'<text x="{number(x)}" y="{number(y)}"{large}{anchor}>{words}</text>'


def lettering(*marks: str) -> str:
    """Promise the marks in one group, so that the font is named once for all their labels."""
    return (
        f'<g font-family="{_FONT}" font-size="{SIZE}" font-weight="700" fill="{c.INK}"'
        f' stroke="none">{stack(*marks)}</g>'
    )


def ladder() -> str:
    """Draw a ladder of eight rungs in three groups, from no say to people in control."""
    tops = range(8, 392, 48)
    fills = (c.LEAF, c.LEAF, c.LEAF, c.CREAM, c.CREAM, c.CREAM, c.GREY, c.GREY)
    names = (
        "Citizen control",
        "Delegated power",
        "Partnership",
        "Placation",
        "Consultation",
        "Informing",
        "Therapy",
        "Manipulation",
    )
    groups = (
        (8, 142, "People", "have power"),
        (152, 286, "People have", "a small say"),
        (296, 382, "People have", "no say"),
    )
    numbered = zip(tops, range(8, 0, -1), names, strict=True)
    return stack(
        HERE.limbs((("M20 10 L20 390", 14), ("M352 10 L352 390", 14)), c.WOOD),
        *(HERE.box(26, top, 320, 38, fill) for top, fill in zip(tops, fills, strict=True)),
        *(HERE.line(f"M372 {top} L388 {top} L388 {low} L372 {low}") for top, low, _, _ in groups),
        lettering(
            *(label(44, top + 27, f"{rung}  {name}") for top, rung, name in numbered),
            *(label(406, (top + low) / 2 - 4, first) for top, low, first, _ in groups),
            *(label(406, (top + low) / 2 + 22, second) for top, low, _, second in groups),
        ),
    )


def spectrum() -> str:
    """Draw four steps that rise, from being told to deciding together."""
    steps = (
        (8, 300, "Being", "told", c.GREY),
        (154, 248, "Being", "asked", c.CREAM),
        (300, 196, "Taking", "part", c.SKY),
        (446, 144, "Deciding", "together", c.LEAF),
    )
    return stack(
        *(
            HERE.shape(f"M{left} {top} L{left + 146} {top} L{left + 146} 392 L{left} 392 Z", fill)
            for left, top, _, _, fill in steps
        ),
        *_on_the_steps(),
        lettering(
            *(label(left + 73, top + 38, first, middle=True) for left, top, first, _, _ in steps),
            *(label(left + 73, top + 66, second, middle=True) for left, top, _, second, _ in steps),
        ),
    )


def _on_the_steps() -> Iterable[str]:
    """Draw who is on each step: one is told, one is asked, two work, two decide."""
    yield bust(HERE.at(104, 254, 0.8), who.CHEN.feeling("plain"), 57)
    yield parts.bubble(HERE.at(10, 178), 66, 46)
    yield HERE.line("M26 201 L60 201 M48 190 L60 201 L48 212")
    yield bust(HERE.at(204, 202, 0.8), who.NADIA, 57)
    yield parts.bubble(HERE.at(228, 122), 58, 54)
    yield parts.question_mark(HERE.at(257, 146, 0.85))
    yield bust(HERE.at(338, 150, 0.8), who.KOFI, 57)
    yield bust(HERE.at(408, 150, 0.8), who.HOLLY, 57)
    yield bust(HERE.at(484, 98, 0.8), who.IVAN, 57)
    yield bust(HERE.at(554, 98, 0.8), who.AMARA, 57)
    yield parts.bubble(HERE.at(482, 2), 74, 42, c.WHITE, 0.5)
    yield parts.tick(HERE.at(519, 23, 0.75))


def cycle() -> str:
    """Draw plan, do and review in a ring, with people together in the middle."""
    stops = ((300, 38, "Plan", c.YELLOW), (478, 350, "Do", c.SKY), (122, 350, "Review", c.LEAF))
    return stack(
        *(_turn(start, end) for start, end in ((-54, 34), (72, 109), (146, 234))),
        *(HERE.box(x - 82, y - 32, 164, 64, fill) for x, y, _, fill in stops),
        bust(HERE.at(236, 182, 0.85), who.FATIMA, 62),
        bust(HERE.at(364, 182, 0.85), who.DEV, 62),
        bust(HERE.at(300, 168, 0.95), who.PEARL, 70),
        lettering(
            *(label(x, y + 10, word, size=30, middle=True) for x, y, word, _ in stops),
            label(300, 272, "Together", size=30, middle=True),
        ),
    )


def _turn(start: int, end: int) -> str:
    """Draw one arrow of the ring, clockwise."""
    angles = range(start, end, 6)
    points = tuple((300 + 186 * cos(radians(a)), 200 + 158 * sin(radians(a))) for a in angles)
    x, y = points[-1]
    heading = degrees(atan2(y - points[-2][1], x - points[-2][0]))
    way = "M" + " L".join(f"{px:.1f} {py:.1f}" for px, py in points)
    return stack(
        HERE.line(way, 12),
        HERE.at(x, y, 1, heading).line("M-18 -20 L4 0 L-18 20", 12),
    )


SCENES: Final[dict[str, Callable[[], str]]] = {
    "co-production-cycle": cycle,
    "ladder": ladder,
    "spectrum": spectrum,
}
