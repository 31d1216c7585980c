"""Pictures of people who talk, listen, ask and answer."""

from collections.abc import Callable
from typing import Final

from formats.easy_read.pictures import hands, parts
from formats.easy_read.pictures import palette as c
from formats.easy_read.pictures import people as who
from formats.easy_read.pictures.parts import HERE
from formats.easy_read.pictures.pen import Pen, stack
from formats.easy_read.pictures.people import Person, bust


def _speaks(person: Person, bubble_fill: str = c.WHITE) -> str:
    """Draw one large person at the left with an empty bubble at the right."""
    return stack(
        bust(HERE.at(66, 98, 1.2), person, 80),
        parts.bubble(HERE.at(106, 10), 88, 76, bubble_fill),
    )


def _pair(left: Person, right: Person) -> str:
    """Draw two people side by side with room for bubbles above."""
    return stack(bust(HERE.at(50, 118), left, 78), bust(HERE.at(150, 118), right, 78))


def listen() -> str:
    """Draw a man with a hand behind his ear, and sound that comes to him."""
    here = HERE.at(74, 84, 1.4)
    return stack(
        bust(here, who.OWEN, 78),
        here.limb("M38 66 L54 46 L36 18", 19, who.OWEN.top),
        hands.small_hand(Pen(x=124, y=108, size=1.7, turn=-6, flip=True), who.OWEN.skin),
        HERE.line("M156 54 Q168 76 156 98 M174 38 Q196 76 174 114", 7),
    )


def talk() -> str:
    """Draw two people who talk together, each with a speech bubble."""
    return stack(
        _pair(who.FATIMA, who.IVAN),
        parts.bubble(HERE.at(8, 8), 86, 52, c.SKY, 0.45),
        parts.words(HERE.at(28, 27), 46, 2),
        parts.bubble(HERE.at(106, 8), 86, 52, c.CREAM, 0.55),
        parts.words(HERE.at(126, 27), 46, 2),
    )


def honest() -> str:
    """Draw a woman with a hand on her chest and a tick in her bubble."""
    here = HERE.at(66, 98, 1.2)
    return stack(
        _speaks(who.HOLLY),
        hands.arm(here, who.HOLLY, "M36 56 L34 74 L16 64", -66, thumb_right=True),
        parts.tick(HERE.at(150, 48, 1.1)),
    )


def can() -> str:
    """Draw a smiling man with a thumb up beside a tick."""
    here = HERE.at(68, 84, 1.25)
    return stack(
        bust(here, who.DEV, 84),
        here.limb("M35 58 L46 76", 19, who.DEV.top),
        hands.thumb_up(Pen(x=130, y=152, size=1.15), who.DEV.skin),
        parts.tick(HERE.at(158, 48, 1.4)),
    )


def cannot() -> str:
    """Draw a man who does not smile and a cross in his bubble."""
    return stack(_speaks(who.BILL.feeling("plain")), parts.cross(HERE.at(150, 48, 1.1)))


def question() -> str:
    """Draw a woman who asks, with a question mark in her bubble."""
    return stack(
        _speaks(who.NADIA.feeling("open"), c.CREAM), parts.question_mark(HERE.at(150, 45, 1.2))
    )


def idea() -> str:
    """Draw a woman beside a lit light bulb."""
    return stack(bust(HERE.at(58, 110, 1.12), who.JOY, 76), parts.bulb(HERE.at(148, 72, 0.85)))


def disagree() -> str:
    """Draw two people who do not smile, one with a tick and one with a cross."""
    return stack(
        _pair(who.KOFI.feeling("plain"), who.OWEN.feeling("plain")),
        parts.bubble(HERE.at(10, 8), 80, 52, c.WHITE, 0.45),
        parts.tick(HERE.at(49, 34, 0.85)),
        parts.bubble(HERE.at(110, 8), 80, 52, c.WHITE, 0.55),
        parts.cross(HERE.at(150, 34, 0.85)),
    )


def helping() -> str:
    """Draw a man who helps an older woman to read a letter."""
    helper, helped = who.KOFI, who.PEARL
    here = HERE.at(54, 66, 1.15)
    return stack(
        parts.bubble(HERE.at(132, 4), 62, 46, c.CREAM, 0.4),
        parts.question_mark(HERE.at(163, 26, 0.66)),
        bust(here, helper, 110),
        bust(HERE.at(140, 102, 1.05), helped, 86),
        HERE.at(106, 160, 0.94, -6).box(-34, -28, 76, 66),
        HERE.at(106, 160, 0.94, -6).line("M-16 -8 L28 -8 M-16 8 L28 8 M-16 24 L12 24"),
        here.limb("M-34 58 L-34 82 L8 84", 19, helper.top),
        hands.small_hand(Pen(x=66, y=164, size=1.35, turn=88), helper.skin),
        hands.grip(Pen(x=152, y=180, size=1.0, turn=-6), helped.skin),
    )


def respect() -> str:
    """Draw two hands that shake."""
    return stack(
        hands.handshake(HERE.at(100, 100, 1.55), c.DEEP, c.FAIR),
        HERE.shape("M3 60 L34 60 L34 140 L3 140 Z", c.BLUE),
        HERE.shape("M197 63 L166 63 L166 143 L197 143 Z", c.YELLOW),
    )


def welcome() -> str:
    """Draw a woman who waves in an open doorway."""
    here = HERE.at(108, 84, 1.05)
    return stack(
        HERE.box(44, 8, 140, 186, c.BRICK),
        HERE.box(60, 24, 108, 170, c.CREAM),
        bust(here, who.LENA, 102),
        hands.arm(here, who.LENA, "M34 54 L46 64 L44 32", 6),
        HERE.shape("M60 24 L14 8 L14 196 L60 194 Z", c.TEAL),
        HERE.dot(48, 112, 5),
    )


def thank_you() -> str:
    """Draw a smiling woman who holds out flowers, and a heart."""
    here = HERE.at(62, 92, 1.15)
    stems = HERE.line("M142 178 L124 120 M142 178 L146 112 M142 178 L170 122", 5, c.YES)
    flowers = (
        stack(HERE.oval(x, y, 15, fill=fill), HERE.dot(x, y, 5, c.INK))
        for x, y, fill in ((122, 116, c.CORAL), (172, 116, c.PINK), (147, 100, c.YELLOW))
    )
    return stack(
        bust(here, who.FATIMA, 88),
        stems,
        *flowers,
        HERE.shape("M122 138 L172 138 L150 184 L142 184 Z", c.SKY),
        here.limb("M36 60 L46 80 L64 74", 19, who.FATIMA.top),
        hands.small_hand(Pen(x=132, y=180, size=1.3, turn=70), who.FATIMA.skin),
        parts.heart(HERE.at(148, 44, 1.2)),
    )


def feedback() -> str:
    """Draw a form with three faces; a tick is beside the happy one."""
    rows = (("happy", c.LEAF, 46), ("plain", c.CREAM, 100), ("sad", c.CORAL, 154))
    return stack(
        HERE.box(26, 8, 148, 184),
        *(parts.smile(HERE.at(66, y, 1.05), mood, fill) for mood, fill, y in rows),
        *(HERE.box(114, y - 19, 38, 38) for _, _, y in rows),
        parts.tick(HERE.at(136, 42)),
    )


def interpreter() -> str:
    """Draw a woman who signs with both hands."""
    here = HERE.at(100, 64, 1.15)
    left = HERE.limb("M58 120 L34 168 L54 172", 22, c.NAVY)
    right = HERE.limb("M142 120 L166 168 L146 160", 22, c.NAVY)
    sign = who.CHEN
    signer = Person(sign.skin, sign.hair, sign.shade, c.NAVY)
    return stack(
        bust(here, signer, 112),
        left,
        right,
        hands.open_hand(Pen(x=58, y=166, size=0.95, turn=24), signer.skin),
        hands.open_hand(Pen(x=140, y=156, size=0.95, turn=-18, flip=True), signer.skin),
        HERE.line("M24 96 Q18 112 24 126 M176 80 Q184 96 178 112"),
    )


def you() -> str:
    """Draw a hand that points to one person."""
    return stack(
        bust(HERE.at(148, 92, 1.1), who.IVAN, 90),
        HERE.shape("M3 86 L20 86 L20 146 L3 146 Z", c.TEAL),
        hands.pointing_hand(Pen(x=18, y=118, size=1.25, turn=90), c.BROWN),
    )


def we() -> str:
    """Draw four people close together inside one ring."""
    return stack(
        HERE.oval(100, 100, 95, fill=c.CREAM),
        bust(HERE.at(72, 62, 0.8), who.KOFI, 80),
        bust(HERE.at(130, 62, 0.8), who.NADIA, 80),
        bust(HERE.at(56, 112, 0.8), who.HOLLY, 56),
        bust(HERE.at(144, 112, 0.8), who.MO, 56),
        bust(HERE.at(100, 118, 0.85), who.ELSIE, 64),
    )


def together() -> str:
    """Draw three people with their arms round each other."""
    skin = who.AMARA.skin
    return stack(
        bust(HERE.at(48, 84, 0.92), who.FATIMA, 114),
        bust(HERE.at(152, 84, 0.92), who.OWEN, 114),
        bust(HERE.at(100, 68, 0.96), who.AMARA, 126),
        hands.small_hand(Pen(x=12, y=118, size=1.15, turn=160), skin),
        hands.small_hand(Pen(x=188, y=118, size=1.15, turn=200, flip=True), skin),
    )


SCENES: Final[dict[str, Callable[[], str]]] = {
    "can": can,
    "cannot": cannot,
    "disagree": disagree,
    "feedback": feedback,
    "help": helping,
    "honest": honest,
    "idea": idea,
    "interpreter": interpreter,
    "listen": listen,
    "question": question,
    "respect": respect,
    "talk": talk,
    "thank-you": thank_you,
    "together": together,
    "we": we,
    "welcome": welcome,
    "you": you,
}
