"""Pictures of taking part: saying yes or no, making things together, and being paid for it."""

from collections.abc import Callable
from dataclasses import replace
from typing import Final

from formats.easy_read.pictures import figures, hands, parts
from formats.easy_read.pictures import palette as c
from formats.easy_read.pictures import people as who
from formats.easy_read.pictures.parts import HERE
from formats.easy_read.pictures.pen import Pen, stack
from formats.easy_read.pictures.people import Person, bust


def yes() -> str:
    """Draw a large tick."""
    return stack(
        HERE.oval(100, 100, 90, fill=c.LEAF), HERE.line("M50 104 L86 140 L152 60", 24, c.YES)
    )


def no() -> str:
    """Draw a large cross."""
    return stack(
        HERE.box(12, 12, 176, 176, c.WHITE),
        HERE.line("M54 54 L146 146 M146 54 L54 146", 24, c.NO),
    )


def agree() -> str:
    """Draw two people who smile, each with a tick in the speech bubble."""
    return stack(
        bust(HERE.at(50, 118), who.HOLLY, 78),
        bust(HERE.at(150, 118), who.GURPREET, 78),
        parts.bubble(HERE.at(10, 6), 80, 52, c.WHITE, 0.45),
        parts.tick(HERE.at(49, 32, 0.85)),
        parts.bubble(HERE.at(110, 6), 80, 52, c.WHITE, 0.55),
        parts.tick(HERE.at(150, 32, 0.85)),
    )


def speak_up() -> str:
    """Draw a woman with a loudhailer."""
    here = HERE.at(60, 88, 1.2)
    speaker = who.AMARA.feeling("open")
    return stack(
        bust(here, speaker, 86),
        here.limb("M35 58 L50 68 L46 44", 19, speaker.top),
        HERE.shape("M92 92 L150 56 L150 152 L92 122 Z", c.YELLOW),
        HERE.box(80, 90, 18, 34, c.GREY),
        hands.grip(Pen(x=114, y=136, size=1.1), speaker.skin),
        HERE.line("M166 84 Q176 102 166 122 M182 66 Q200 102 182 140", 7),
    )


def co_design() -> str:
    """Draw two people who draw one plan of a park together, each with a pencil."""
    return stack(
        bust(HERE.at(52, 48, 1.0), who.FATIMA, 90),
        bust(HERE.at(148, 48, 1.0), who.BILL, 90),
        HERE.shape("M22 112 L178 112 L198 192 L2 192 Z"),
        HERE.line("M40 176 C56 144 96 178 112 150", 6, c.BLUE),
        HERE.oval(148, 164, 16, fill=c.GREEN),
        HERE.box(62, 130, 26, 22, c.CORAL),
        parts.pencil(Pen(x=112, y=150, size=0.72, turn=-28)),
        parts.pencil(Pen(x=148, y=156, size=0.72, turn=22), c.TEAL),
        hands.small_hand(Pen(x=74, y=122, size=1.15, turn=72), who.FATIMA.skin),
        hands.small_hand(Pen(x=184, y=126, size=1.15, turn=-72, flip=True), who.BILL.skin),
    )


def you_said_we_did() -> str:
    """Draw a woman who says something, an arrow, and a spanner with a tick."""
    spanner = (
        "M-8 70 L-8 -8 C-24 -14 -25 -36 -12 -45 L-12 -25 L12 -25 L12 -45"
        " C25 -36 24 -14 8 -8 L8 70 Q0 78 -8 70 Z"
    )
    return stack(
        parts.bubble(HERE.at(22, 6), 88, 58, c.SKY, 0.35),
        parts.words(HERE.at(40, 26), 52, 2),
        bust(HERE.at(48, 122, 1.0), who.ELSIE, 70),
        parts.arrow(HERE.at(96, 140, 0.9), 48),
        parts.tick(HERE.at(154, 38, 1.4)),
        HERE.at(166, 116, 0.92, 14).shape(spanner, c.GREY),
    )


def shared_decision() -> str:
    """Draw a patient and a doctor who look at choices A and B together."""
    medic = Person(c.FAIR, "parted", c.BLOND, c.WHITE, glasses=True)
    doctor = HERE.at(150, 96)
    return stack(
        HERE.box(10, 4, 58, 50, c.SKY),
        parts.letter_a(HERE.at(39, 29, 0.95)),
        HERE.box(80, 4, 58, 50, c.YELLOW),
        parts.letter_b(HERE.at(109, 29, 0.95)),
        bust(HERE.at(50, 96), who.PEARL, 98),
        bust(doctor, medic, 98),
        parts.stethoscope(doctor),
        parts.tick(HERE.at(168, 28, 1.0)),
    )


def risk() -> str:
    """Draw a warning sign."""
    return stack(
        HERE.shape("M100 14 L190 176 Q192 184 184 184 L16 184 Q8 184 10 176 Z", c.YELLOW),
        HERE.line("M100 72 L100 122", 18),
        HERE.dot(100, 154, 11),
    )


def budget() -> str:
    """Draw a round chart that is cut into parts, and a pound coin."""
    return stack(
        HERE.oval(88, 92, 80, fill=c.TEAL),
        HERE.shape("M88 92 L88 12 C132 12 168 46 168 92 Z", c.YELLOW),
        HERE.shape("M88 92 L168 92 C168 124 152 148 128 161 Z", c.CORAL),
        HERE.oval(146, 144, 46, fill=c.YELLOW),
        parts.pound(HERE.at(146, 144, 1.45)),
    )


def benefits() -> str:
    """Draw coins that come down into an open hand."""
    skin = c.TAN
    return stack(
        HERE.oval(76, 42, 32, fill=c.YELLOW),
        parts.pound(HERE.at(76, 42, 1.05)),
        HERE.oval(142, 78, 32, fill=c.YELLOW),
        parts.pound(HERE.at(142, 78, 1.05)),
        HERE.limbs(
            (
                ("M40 154 L120 154", 40),
                ("M110 142 L180 134", 14),
                ("M110 154 L186 148", 14),
                ("M110 166 L178 164", 14),
                ("M66 144 L92 116", 17),
            ),
            skin,
        ),
        HERE.box(4, 126, 36, 58, c.BLUE),
    )


def expenses() -> str:
    """Draw a hand that gives a ten-pound note to another hand."""
    return stack(
        HERE.at(100, 78, 1, -6).box(-66, -40, 132, 80, c.LEAF),
        HERE.at(100, 78, 1, -6).oval(0, 0, 27),
        parts.pound(HERE.at(100, 78, 1.0, -6)),
        HERE.limb("M2 66 L22 78", 34, c.NAVY),
        HERE.limbs((("M24 78 L40 88", 28), ("M36 72 L64 72", 13)), c.FAIR),
        HERE.limb("M198 172 L170 152", 34, c.CORAL),
        HERE.limbs(
            (("M168 150 L110 146", 26), ("M118 140 L84 130", 13), ("M150 138 L142 104", 14)), c.DEEP
        ),
    )


def disabled_people() -> str:
    """Draw a woman in a wheelchair beside a man in shorts who has a metal leg."""
    man = replace(who.OWEN, top=c.YELLOW)
    here = HERE.at(150, 36, 1.22)
    return stack(
        figures.standing(here, man, legs=man.skin),
        here.line("M10 88 L10 122", 7, c.INK),
        here.limb("M9 100 L10 118", 12, c.GREY),
        here.shape("M-19 76 L19 76 L20 96 L1 96 L0 90 L-1 96 L-20 96 Z", c.BLUE),
        figures.wheelchair_user(HERE.at(48, 62, 1.0), who.AMARA),
    )


SCENES: Final[dict[str, Callable[[], str]]] = {
    "agree": agree,
    "benefits": benefits,
    "budget": budget,
    "co-design": co_design,
    "disabled-people": disabled_people,
    "expenses": expenses,
    "no": no,
    "risk": risk,
    "shared-decision": shared_decision,
    "speak-up": speak_up,
    "yes": yes,
    "you-said-we-did": you_said_we_did,
}
