"""Pictures of everyday things, and of ideas shown as things."""

from collections.abc import Callable
from math import cos, radians, sin
from typing import Final

from formats.easy_read.pictures import figures, hands, parts
from formats.easy_read.pictures import palette as c
from formats.easy_read.pictures import people as who
from formats.easy_read.pictures.parts import HERE
from formats.easy_read.pictures.pen import Pen, stack
from formats.easy_read.pictures.people import bust, head


def money() -> str:
    """Draw a bank note and coins in pounds."""
    return stack(
        HERE.box(10, 32, 166, 96, c.LEAF),
        HERE.oval(93, 80, 31),
        parts.pound(HERE.at(93, 80, 1.15)),
        HERE.oval(66, 150, 26, fill=c.ORANGE),
        HERE.oval(150, 136, 40, fill=c.YELLOW),
        parts.pound(HERE.at(150, 136, 1.35)),
    )


def time() -> str:
    """Draw a clock."""
    marks = " ".join(
        f"M{100 + 70 * cos(radians(a)):.1f} {100 + 70 * sin(radians(a)):.1f}"
        f" L{100 + 62 * cos(radians(a)):.1f} {100 + 62 * sin(radians(a)):.1f}"
        for a in range(0, 360, 30)
    )
    return stack(
        HERE.oval(100, 100, 88, fill=c.CORAL),
        HERE.oval(100, 100, 74),
        HERE.line(marks),
        HERE.line("M100 52 L100 100 L134 120", 10),
        HERE.dot(100, 100, 8),
    )


def date() -> str:
    """Draw a calendar with a ring round one day."""
    days = ((x, y) for y in (98, 132, 166) for x in (46, 82, 118, 154))
    return stack(
        HERE.box(16, 28, 168, 164),
        HERE.shape("M16 72 L16 38 Q16 28 26 28 L174 28 Q184 28 184 38 L184 72 Z", c.RED),
        HERE.line("M58 14 L58 42 M142 14 L142 42", 10),
        *(HERE.dot(x, y, 8, c.STEEL) for x, y in days if (x, y) != (118, 132)),
        HERE.oval(118, 132, 22, fill=c.YELLOW),
        HERE.dot(118, 132, 8),
    )


def travel() -> str:
    """Draw a red double-decker bus."""
    upper = (HERE.box(x, 34, 32, 32, c.SKY) for x in (24, 64, 104, 144))
    lower = (HERE.box(x, 94, 32, 36, c.SKY) for x in (24, 64, 104))
    return stack(
        HERE.box(10, 18, 180, 146, c.RED),
        *upper,
        *lower,
        HERE.box(146, 94, 32, 68, c.CREAM),
        HERE.line("M12 80 L188 80"),
        HERE.oval(54, 166, 22, fill=c.GREY),
        HERE.oval(118, 166, 22, fill=c.GREY),
        HERE.dot(54, 166, 7),
        HERE.dot(118, 166, 7),
    )


def home() -> str:
    """Draw a house with a front door."""
    return parts.house(HERE.at(100, 192, 1.95), c.CREAM, c.TEAL)


def promise() -> str:
    """Draw a woman with one hand raised and one on her chest."""
    here = HERE.at(92, 74, 1.25)
    return stack(
        bust(here, who.NADIA, 92),
        hands.arm(here, who.NADIA, "M-35 58 L-34 78 L-14 68", 66),
        here.limb("M36 58 L52 74 L54 46", 19, who.NADIA.top),
        hands.open_hand(Pen(x=160, y=124, size=1.05, flip=True), who.NADIA.skin),
    )


def action() -> str:
    """Draw a worker with a hard hat who holds up a spanner."""
    worker = who.Person(c.TAN, "hat", c.YELLOW, c.ORANGE)
    here = HERE.at(78, 84, 1.25)
    spanner = (
        "M-7 60 L-7 -8 C-22 -14 -22 -36 -10 -42 L-10 -24 L10 -24 L10 -42"
        " C22 -36 22 -14 7 -8 L7 60 Z"
    )
    return stack(
        bust(here, worker, 84),
        here.line("M-20 42 L-20 82 M20 42 L20 82", 9, c.CREAM),
        HERE.at(158, 86, 1, 12).shape(spanner, c.GREY),
        here.limb("M36 58 L54 74 L56 46", 19, worker.top),
        hands.grip(Pen(x=148, y=136, size=1.2, turn=12), worker.skin),
    )


def training() -> str:
    """Draw a trainer at a board and the backs of two people who watch."""
    here = HERE.at(48, 58, 0.9)
    backs = (
        stack(
            Pen(x, 146).shape("M-36 52 C-36 30 -26 24 0 24 C26 24 36 30 36 52 Z", top),
            Pen(x, 146).oval(0, 2, 22, 25, hair),
        )
        for x, top, hair in ((62, c.GREEN, c.DARK_HAIR), (140, c.PINK, c.SILVER))
    )
    return stack(
        HERE.box(84, 8, 110, 96),
        HERE.line("M104 84 L104 64 M128 84 L128 48 M152 84 L152 32 M172 84 L172 60", 10, c.BLUE),
        bust(here, who.KOFI, 144),
        hands.arm(here, who.KOFI, "M34 54 L48 60 L60 40", 60),
        *backs,
    )


def change() -> str:
    """Draw a sad face, an arrow and a happy face."""
    return stack(
        parts.smile(HERE.at(48, 62, 2.1), "sad", c.GREY),
        parts.smile(HERE.at(146, 142, 2.4), "happy", c.YELLOW),
        HERE.line("M106 34 Q150 34 150 72 M130 56 L150 78 L170 56", 12),
    )


def safe() -> str:
    """Draw a shield with a person inside."""
    shield = "M100 6 Q140 30 184 28 C188 112 156 166 100 194 C44 166 12 112 16 28 Q60 30 100 6 Z"
    inside = bust(HERE.at(100, 84, 1.0), who.ELSIE, 64)
    return stack(HERE.shape(shield, c.LEAF), inside)


def barrier() -> str:
    """Draw a woman in a wheelchair who is stopped by steps up to a door."""
    return stack(
        HERE.box(146, 8, 46, 84, c.TEAL),
        HERE.dot(156, 52, 4),
        HERE.shape("M92 192 L92 160 L116 160 L116 126 L140 126 L140 92 L196 92 L196 192 Z", c.GREY),
        figures.wheelchair_user(HERE.at(36, 72, 0.9), who.CHEN.feeling("sad")),
        parts.cross(HERE.at(104, 44, 1.25)),
    )


def accessible() -> str:
    """Draw a wheelchair user on a ramp beside steps."""
    return stack(
        HERE.shape("M120 8 L192 8 L192 150 L120 150 Z", c.STONE),
        HERE.box(136, 42, 40, 108, c.TEAL),
        HERE.dot(168, 100, 4),
        HERE.shape("M4 192 L132 150 L196 150 L196 192 Z", c.GREY),
        figures.wheelchair_user(HERE.at(56, 40, 1, -10), who.KOFI),
    )


def fair() -> str:
    """Draw scales that hold two different people level."""
    pans = (
        stack(
            head(Pen(x, 112, 0.95), person),
            HERE.line(f"M{x} 34 L{x - 40} 138 M{x} 34 L{x + 40} 138"),
            HERE.shape(
                f"M{x - 44} 138 L{x + 44} 138 Q{x + 36} 164 {x} 164 Q{x - 36} 164 {x - 44} 138 Z",
                c.YELLOW,
            ),
        )
        for x, person in ((50, who.BILL), (150, who.AMARA))
    )
    return stack(
        HERE.line("M100 20 L100 188 M68 190 L132 190", 9),
        HERE.line("M44 34 L156 34", 9),
        HERE.dot(100, 24, 11),
        *pans,
    )


def strengths() -> str:
    """Draw a woman with strong arms and a star."""
    here = HERE.at(100, 84, 1.15)
    strong = who.LENA
    arm = "M34 52 L62 58 L58 26"
    fist = stack(here.limb(arm, 20, strong.top), hands.grip(here.at(58, 26), strong.skin))
    other = here.mirrored()
    return stack(
        bust(here, strong, 92),
        fist,
        other.limb(arm, 20, strong.top),
        hands.grip(other.at(58, 26), strong.skin),
        parts.star(HERE.at(100, 158, 1.1)),
    )


def network() -> str:
    """Draw five people joined by lines, each to the others."""
    places = tuple(
        (100 + 66 * sin(radians(a)), 104 - 66 * cos(radians(a))) for a in range(0, 360, 72)
    )
    joins = " ".join(
        f"M{x:.1f} {y:.1f} L{u:.1f} {v:.1f}"
        for i, (x, y) in enumerate(places)
        for u, v in places[i + 1 :]
    )
    folk = (who.GURPREET, who.HOLLY, who.PEARL, who.MO, who.CHEN)
    return stack(
        HERE.line(joins),
        *(
            stack(Pen().oval(x, y, 33, fill=c.SKY), head(Pen(x, y + 3, 0.78), person))
            for (x, y), person in zip(places, folk, strict=True)
        ),
    )


SCENES: Final[dict[str, Callable[[], str]]] = {
    "accessible": accessible,
    "action": action,
    "barrier": barrier,
    "change": change,
    "date": date,
    "fair": fair,
    "home": home,
    "money": money,
    "network": network,
    "promise": promise,
    "safe": safe,
    "strengths": strengths,
    "time": time,
    "training": training,
    "travel": travel,
}
