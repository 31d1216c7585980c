"""Pictures of people by what they do and where they come from."""

from collections.abc import Callable
from dataclasses import replace
from typing import Final

from formats.easy_read.pictures import figures, hands, parts
from formats.easy_read.pictures import palette as c
from formats.easy_read.pictures import people as who
from formats.easy_read.pictures.parts import HERE
from formats.easy_read.pictures.pen import Pen, stack
from formats.easy_read.pictures.people import Person, bust, hair_behind, head


def social_worker() -> str:
    """Draw a woman with a lanyard and a folder, who visits somebody at home."""
    visitor = replace(who.JOY, top=c.TEAL)
    here = HERE.at(52, 52, 1.06)
    return stack(
        HERE.shape("M98 84 L98 192 L188 192 L188 84 Z", c.CREAM),
        HERE.shape("M88 88 L143 28 L197 88 Z", c.BRICK),
        HERE.box(114, 100, 62, 92, c.WHITE),
        bust(HERE.at(145, 140, 0.72), who.PEARL, 72),
        figures.standing(here, visitor, right="M17 29 C26 40 24 52 8 58"),
        here.line("M-8 26 L0 46 L8 26", 4),
        here.box(-7, 44, 14, 12),
        here.at(-16, 70, 1, -6).box(-13, -17, 28, 36, c.YELLOW),
    )


def advocate() -> str:
    """Draw a man who speaks up for the woman beside him: she is in his speech bubble."""
    woman = who.LENA
    return stack(
        parts.bubble(HERE.at(72, 4), 122, 82, c.CREAM, 0.3),
        hair_behind(HERE.at(108, 50, 0.88), woman),
        head(HERE.at(108, 50, 0.88), woman),
        parts.tick(HERE.at(160, 44, 0.95)),
        bust(HERE.at(146, 134), woman, 60),
        bust(HERE.at(56, 122, 1.1), who.DEV.feeling("open"), 64),
    )


def support_worker() -> str:
    """Draw a man who stirs a pot, and a support worker beside him who lets him do it."""
    cook = replace(who.OWEN, glasses=True)
    worker = replace(who.AMARA, top=c.TEAL, lanyard=True)
    here = HERE.at(54, 56, 1.1)
    return stack(
        bust(HERE.at(154, 62, 0.95), worker, 110),
        bust(here, cook, 104),
        HERE.box(6, 176, 188, 18, c.STEEL),
        HERE.limb("M112 152 L98 78", 12, c.WOOD),
        here.limb("M34 60 L46 72 L48 58", 19, cook.top),
        hands.grip(Pen(x=108, y=126, size=0.9, turn=-12), cook.skin),
        HERE.shape("M62 140 L158 140 L158 162 Q158 178 142 178 L78 178 Q62 178 62 162 Z", c.CORAL),
        HERE.line("M46 150 L62 150 M158 150 L174 150", 10),
        HERE.limb("M60 140 L160 140", 11, c.GREY),
    )


def parents() -> str:
    """Draw a mother and a father with their child, hand in hand."""
    child = Person(c.BROWN, "short", c.DARK_HAIR, c.YELLOW)
    mother = replace(who.LENA, skin=c.TAN)
    reach = "C24 44 32 60 36 75"
    return stack(
        figures.standing(HERE.at(42, 36, 1.2), who.DEV, right=f"M17 29 {reach}"),
        figures.skirted(HERE.at(158, 40, 1.17), mother, left="M-17 29 C-24 44 -32 60 -36 75"),
        figures.child(HERE.at(100, 99, 0.7), child, ("M-16 48 L-21 39", "M16 48 L21 39")),
    )


def _suitcase(pen: Pen, fill: str) -> str:
    return stack(
        pen.line("M-9 -34 L-9 -46 L9 -46 L9 -34", 7),
        pen.box(-25, -36, 50, 38, fill),
        pen.line("M-12 -34 L-12 0 M12 -34 L12 0"),
    )


def newcomers() -> str:
    """Draw a woman and a man who arrive with their bags."""
    return stack(
        figures.skirted(HERE.at(64, 30, 1.2), replace(who.FATIMA, top=c.PURPLE)),
        figures.standing(HERE.at(128, 30, 1.2), replace(who.IVAN, skin=c.TAN)),
        _suitcase(HERE.at(30, 184, 1), c.ORANGE),
        _suitcase(HERE.at(168, 184, 1.1), c.CORAL),
    )


def lgbt() -> str:
    """Draw two men arm in arm in front of a rainbow flag."""
    colours = (c.RED, c.ORANGE, c.YELLOW, c.GREEN, c.BLUE, c.PURPLE)
    stripes = (
        HERE.line(f"M32 {y} L184 {y}", 15, ink)
        for y, ink in zip(range(22, 108, 15), colours, strict=True)
    )
    return stack(
        HERE.line("M18 8 L18 192", 9),
        *stripes,
        HERE.box(24, 14, 168, 92, "none"),
        bust(HERE.at(74, 112, 1.0), who.KOFI, 80),
        bust(HERE.at(140, 112, 1.0), replace(who.IVAN, beard=c.DARK_HAIR), 80),
        parts.heart(HERE.at(107, 172, 0.8)),
    )


def veterans() -> str:
    """Draw an older man with a beret and three medals."""
    here = HERE.at(100, 84, 1.35)
    soldier = Person(c.FAIR, "balding", c.SILVER, c.NAVY)
    medals = (
        stack(here.box(x - 6, 52, 12, 14, ribbon), here.oval(x, 72, 7, fill=c.YELLOW))
        for x, ribbon in ((8, c.RED), (21, c.WHITE), (34, c.GREEN))
    )
    return stack(
        bust(here, soldier, 80),
        here.shape("M-12 36 L0 52 L12 36 Q0 44 -12 36 Z"),
        *medals,
        here.shape(
            "M-27 -10 C-40 -30 -14 -48 12 -42 C36 -38 38 -18 26 -10 Q0 -20 -27 -10 Z", c.GREEN
        ),
        here.limb("M-24 -11 Q0 -20 24 -11", 7, c.INK),
        here.oval(14, -26, 5, fill=c.YELLOW),
    )


def staff() -> str:
    """Draw two people at work who wear name badges."""
    badge = "M-16 38 L0 62 L16 38"
    pairs = (
        (HERE.at(58, 72, 1.1), replace(who.NADIA, top=c.TEAL), 109),
        (HERE.at(146, 66, 1.15), replace(who.DEV, top=c.SKY), 109.6),
    )
    return stack(
        *(
            stack(
                bust(here, person, bottom),
                here.line(badge, 6),
                here.box(-19, 62, 38, 28),
                here.dot(-8, 76, 5),
                here.line("M2 72 L10 72 M2 80 L10 80", 4),
            )
            for here, person, bottom in pairs
        )
    )


def neighbours() -> str:
    """Draw two people who talk over the fence between their gardens."""
    boards = (
        HERE.shape(f"M{x} 192 L{x} 138 L{x + 15} 120 L{x + 30} 138 L{x + 30} 192 Z", c.WOOD)
        for x in range(10, 190, 30)
    )
    return stack(
        parts.bubble(HERE.at(70, 4), 58, 42, c.WHITE, 0.25),
        parts.words(HERE.at(84, 18), 30, 2, 12),
        bust(HERE.at(48, 84, 1.05), who.PEARL, 70),
        bust(HERE.at(150, 80, 1.05), who.MO, 70),
        *boards,
    )


def councillor() -> str:
    """Draw a woman with a large rosette who speaks at a stand with a microphone."""
    here = HERE.at(100, 58, 1.3)
    speaker = replace(who.CHEN, skin=c.BROWN, top=c.SKY, mood="open")
    return stack(
        bust(here, speaker, 90),
        here.shape("M13 64 L8 84 L20 78 L32 84 L27 64 Z", c.YELLOW),
        here.oval(20, 56, 15, fill=c.YELLOW),
        here.oval(20, 56, 6),
        HERE.line("M58 160 L58 122", 7),
        HERE.oval(58, 114, 11, fill=c.STEEL),
        HERE.shape("M34 166 L166 166 L160 192 L40 192 Z", c.WOOD),
        HERE.box(22, 156, 156, 16, c.WOOD),
    )


SCENES: Final[dict[str, Callable[[], str]]] = {
    "advocate": advocate,
    "councillor": councillor,
    "lgbt": lgbt,
    "neighbours": neighbours,
    "newcomers": newcomers,
    "parents": parents,
    "social-worker": social_worker,
    "staff": staff,
    "support-worker": support_worker,
    "veterans": veterans,
}
