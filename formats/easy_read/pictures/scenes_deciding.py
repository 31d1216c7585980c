"""Pictures of people who meet, choose and decide."""

from collections.abc import Callable
from typing import Final

from formats.easy_read.pictures import hands, parts
from formats.easy_read.pictures import palette as c
from formats.easy_read.pictures import people as who
from formats.easy_read.pictures.parts import HERE
from formats.easy_read.pictures.pen import Pen, stack
from formats.easy_read.pictures.people import bust


def meeting() -> str:
    """Draw three people round a table with papers on it."""
    return stack(
        bust(HERE.at(100, 50, 0.95), who.GURPREET, 76),
        bust(HERE.at(40, 66, 0.9), who.HOLLY, 76),
        bust(HERE.at(160, 66, 0.9), who.KOFI, 76),
        HERE.line("M40 150 L40 194 M160 150 L160 194", 9),
        HERE.shape("M22 120 L178 120 L196 160 L4 160 Z", c.WOOD),
        HERE.shape("M40 130 L70 130 L64 150 L30 150 Z"),
        HERE.shape("M130 130 L160 130 L170 150 L136 150 Z"),
        HERE.shape("M88 128 L112 128 L114 144 L86 144 Z", c.SKY),
    )


def workshop() -> str:
    """Draw people who put notes on a board together."""
    notes = ((64, 26, c.YELLOW), (106, 26, c.CORAL), (148, 26, c.LEAF), (106, 62, c.SKY))
    here = HERE.at(44, 110, 0.95)
    return stack(
        HERE.box(36, 8, 158, 104, c.WHITE),
        *(HERE.box(x, y, 30, 28, fill) for x, y, fill in notes),
        bust(here, who.LENA, 91),
        bust(HERE.at(142, 132, 0.95), who.MO, 67),
        HERE.box(64, 62, 30, 28, c.ORANGE),
        hands.arm(here, who.LENA, "M34 58 L50 46 L48 14", 4, thumb_right=True),
    )


def decide() -> str:
    """Draw three people under one large bubble with a tick."""
    return stack(
        parts.bubble(HERE.at(44, 6), 112, 70, c.WHITE, 0.5),
        parts.tick(HERE.at(100, 41, 1.2)),
        bust(HERE.at(38, 136, 0.85), who.BILL, 72),
        bust(HERE.at(162, 136, 0.85), who.NADIA, 72),
        bust(HERE.at(100, 132, 0.95), who.DEV, 72),
    )


def choice() -> str:
    """Draw a woman between two signs, A and B."""
    return stack(
        HERE.box(6, 10, 72, 68, c.SKY),
        parts.letter_a(HERE.at(42, 44, 1.2)),
        HERE.box(122, 10, 72, 68, c.YELLOW),
        parts.letter_b(HERE.at(158, 44, 1.2)),
        bust(HERE.at(100, 112, 1.05), who.CHEN.feeling("plain"), 80),
        parts.arrow(Pen(x=52, y=134, size=0.62, turn=-104), 62, c.WHITE),
        parts.arrow(Pen(x=148, y=134, size=0.62, turn=-76), 62, c.WHITE),
    )


def equal() -> str:
    """Draw two people of the same size beside an equals sign."""
    return stack(
        bust(HERE.at(44, 94, 0.95), who.CHEN, 84),
        bust(HERE.at(156, 94, 0.95), who.OWEN, 84),
        HERE.line("M84 78 L116 78 M84 102 L116 102", 14),
    )


def share_power() -> str:
    """Draw two people who hold one large key together."""
    left, right = HERE.at(46, 62, 0.95), HERE.at(154, 62, 0.95)
    return stack(
        bust(left, who.GURPREET, 130),
        bust(right, who.HOLLY, 130),
        HERE.limb("M74 146 L172 146 M150 150 L150 166 M168 150 L168 164", 15, c.YELLOW),
        HERE.oval(50, 146, 27, fill=c.YELLOW),
        HERE.oval(50, 146, 10, fill=c.WHITE),
        hands.grip(Pen(x=92, y=152), who.GURPREET.skin),
        hands.grip(Pen(x=128, y=152), who.HOLLY.skin),
    )


def vote() -> str:
    """Draw a hand that puts a paper with a cross into a ballot box."""
    return stack(
        HERE.at(104, 92, 1, 8).box(-34, -54, 68, 84),
        HERE.at(104, 60, 1, 8).line("M-12 -14 L12 10 M12 -14 L-12 10", 8),
        HERE.shape("M30 96 L170 96 L184 120 L16 120 Z", c.WHITE),
        HERE.line("M62 108 L138 108", 8),
        HERE.shape("M16 120 L184 120 L184 192 L16 192 Z", c.SKY),
        parts.tick(HERE.at(100, 156)),
        hands.arm(HERE.at(0, 0, 1.35), who.KOFI, "M146 2 L124 20", -118),
    )


SCENES: Final[dict[str, Callable[[], str]]] = {
    "choice": choice,
    "decide": decide,
    "equal": equal,
    "meeting": meeting,
    "share-power": share_power,
    "vote": vote,
    "workshop": workshop,
}
