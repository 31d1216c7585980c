"""Pictures of what makes it possible to take part: aids, ways to read and hear, rest, doors."""

from collections.abc import Callable
from dataclasses import replace
from math import cos, radians, sin
from typing import Final

from formats.easy_read.pictures import figures, hands, parts
from formats.easy_read.pictures import palette as c
from formats.easy_read.pictures import people as who
from formats.easy_read.pictures.parts import HERE
from formats.easy_read.pictures.pen import Pen, stack
from formats.easy_read.pictures.people import bust


def wheelchair() -> str:
    """Draw a wheelchair from the side."""
    return stack(
        HERE.line("M20 34 L52 34 L62 112", 10),
        HERE.limb("M62 108 L134 108", 20, c.BLUE),
        HERE.limb("M56 52 L61 94", 18, c.BLUE),
        HERE.line("M70 78 L120 78 L124 100", 9),
        HERE.line("M134 112 L152 166 L178 166", 10),
        f'<g stroke-width="10">{HERE.oval(76, 136, 50, fill="none")}</g>',
        HERE.line("M76 136 L76 92 M76 136 L40 156 M76 136 L112 156", 4),
        HERE.oval(76, 136, 9, fill=c.GREY),
        HERE.oval(146, 176, 14, fill=c.GREY),
    )


def walking_frame() -> str:
    """Draw an older woman who walks with a frame."""
    here = HERE.at(72, 32, 1.24)
    return stack(
        figures.skirted(
            here, who.PEARL, left="M-17 29 C-24 40 -18 50 -10 56", right="M17 30 L30 52 L46 60"
        ),
        here.line("M40 62 L56 62 L72 124 M48 62 L40 124 M46 92 L62 92", 7),
        here.oval(47, 61, 7, fill=who.PEARL.skin),
    )


def guide_dog() -> str:
    """Draw a man with dark glasses who walks with his guide dog."""
    blind = replace(who.IVAN, dark_glasses=True, top=c.CORAL)
    return stack(
        figures.standing(HERE.at(50, 34, 1.22), blind, right="M17 30 L34 46 L52 56"),
        figures.guide_dog(HERE.at(130, 190, 1.12)),
        HERE.oval(115, 103, 9, fill=blind.skin),
    )


def _sunflower(pen: Pen) -> str:
    """Draw a sunflower about 40 wide, its middle at the pen."""
    petals = ((13 * cos(radians(a)), 13 * sin(radians(a))) for a in range(0, 360, 45))
    return stack(
        *(pen.oval(x, y, 7, fill=c.YELLOW) for x, y in petals), pen.oval(0, 0, 9, fill=c.BRICK)
    )


def hidden_disability() -> str:
    """Draw a woman with a green lanyard; the card on it has a sunflower."""
    here = HERE.at(100, 56, 1.25)
    return stack(
        bust(here, replace(who.HOLLY, top=c.LILAC), 110),
        here.limb("M-21 38 L-1 66", 10, c.GREEN),
        here.limb("M21 38 L1 66", 10, c.GREEN),
        here.box(-23, 64, 46, 44),
        _sunflower(here.at(0, 86, 0.95)),
    )


def hearing_loop() -> str:
    """Draw the sign for a hearing loop: an ear and a letter T."""
    outer = "M54 84 C46 22 138 14 138 78 C138 106 110 110 110 136 C108 164 76 164 74 140"
    inner = "M80 82 C80 54 114 54 112 78 C112 92 96 94 96 112"
    return stack(
        HERE.box(10, 10, 180, 180, c.BLUE),
        HERE.line(outer, 13, c.WHITE),
        HERE.line(inner, 11, c.WHITE),
        HERE.line("M128 128 L172 128 M150 128 L150 172", 13, c.WHITE),
    )


def braille() -> str:
    """Draw a hand whose finger reads raised dots on a page."""
    cells = ((36, "124"), (87, "135"), (138, "1245"))
    spots = {"1": (0, 0), "2": (0, 26), "3": (0, 52), "4": (26, 0), "5": (26, 26), "6": (26, 52)}
    dots = (
        HERE.dot(x + spots[s][0], 36 + spots[s][1], 8.5 if s in filled else 3)
        for x, filled in cells
        for s in spots
    )
    return stack(
        HERE.box(12, 8, 176, 176),
        *dots,
        hands.pointing_hand(Pen(x=118, y=176, size=1.2, turn=-8), c.TAN),
        HERE.at(118, 178, 1, -8).box(-24, -12, 54, 26, c.GREEN),
    )


def audio() -> str:
    """Draw headphones with a sign for “play” between them."""
    return stack(
        HERE.line("M34 120 C30 8 170 8 166 120", 14),
        HERE.limb("M36 116 L36 156", 40, c.CORAL),
        HERE.limb("M164 116 L164 156", 40, c.CORAL),
        HERE.oval(100, 132, 34, fill=c.SKY),
        HERE.shape("M90 114 L120 132 L90 150 Z", c.NAVY),
    )


def sign_language() -> str:
    """Draw two hands that move: they speak in sign language."""
    return stack(
        HERE.limb("M40 196 L52 168", 40, c.TEAL),
        HERE.limb("M160 188 L146 140", 40, c.TEAL),
        hands.open_hand(Pen(x=54, y=160, size=1.45, turn=12), c.BROWN),
        hands.open_hand(Pen(x=142, y=128, size=1.45, turn=-10, flip=True), c.BROWN),
        HERE.line("M10 78 Q2 100 10 122 M92 22 Q84 38 90 54 M190 50 Q198 72 190 94", 7),
    )


def subtitles() -> str:
    """Draw a screen with a woman who speaks, and her words below."""
    return stack(
        HERE.box(8, 18, 184, 140, c.SKY),
        bust(HERE.at(100, 68, 1.1), who.AMARA.feeling("open"), 50),
        HERE.shape("M8 118 L192 118 L192 152 Q192 158 186 158 L14 158 Q8 158 8 152 Z", c.INK),
        HERE.line("M32 132 L168 132 M58 146 L142 146", 6, c.WHITE),
        HERE.line("M100 160 L100 180 M62 184 L138 184", 10),
    )


def toilet() -> str:
    """Draw a toilet with a rail to hold on each side."""
    return stack(
        HERE.line("M22 70 L22 104 L62 104 M178 70 L178 104 L138 104", 11),
        HERE.box(56, 14, 88, 64),
        HERE.line("M120 34 L132 34", 7),
        HERE.shape("M78 148 L70 190 L130 190 L122 148 Z"),
        HERE.shape("M46 112 C46 176 154 176 154 112 Z"),
        HERE.oval(100, 110, 56, 24),
        HERE.oval(100, 110, 32, 11, c.SKY),
        HERE.box(64, 78, 72, 12, c.GREY),
    )


def lift() -> str:
    """Draw a woman in a wheelchair in a lift, and the buttons for up and down."""
    return stack(
        HERE.box(6, 8, 146, 184, c.STEEL),
        HERE.shape("M20 24 L138 24 L138 192 L20 192 Z", c.CREAM),
        figures.wheelchair_user(HERE.at(62, 76, 0.9), who.NADIA),
        HERE.box(162, 52, 32, 92, c.WHITE),
        HERE.shape("M178 62 L188 84 L168 84 Z", c.NAVY),
        HERE.shape("M178 134 L188 112 L168 112 Z", c.NAVY),
    )


def quiet_room() -> str:
    """Draw a man in a doorway with a finger on his lips."""
    here = HERE.at(100, 78, 1.25)
    return stack(
        HERE.box(20, 8, 160, 184, c.WOOD),
        HERE.box(38, 26, 124, 166, c.SKY),
        bust(here, replace(who.DEV, mood="plain"), 92),
        here.limb("M37 58 L44 84 L14 66", 19, who.DEV.top),
        hands.pointing_hand(Pen(x=112, y=158, size=1.02, turn=-4), who.DEV.skin),
    )


def rest() -> str:
    """Draw a hot drink and a biscuit."""
    return stack(
        HERE.line(
            "M60 54 C50 40 70 32 60 14 M90 54 C80 40 100 32 90 14 M120 54 C110 40 130 32 120 14", 7
        ),
        HERE.limb("M140 94 C186 90 182 146 136 144", 14, c.TEAL),
        HERE.shape("M34 70 L146 70 L138 162 Q136 174 124 174 L56 174 Q44 174 42 162 Z", c.TEAL),
        HERE.limb("M22 184 L160 184", 14, c.WHITE),
        HERE.box(140, 152, 54, 36, c.WOOD),
        *(HERE.dot(x, y, 3.5) for x in (154, 167, 180) for y in (163, 177)),
    )


def translation() -> str:
    """Draw two speech bubbles with letters of two languages, and arrows both ways."""
    other = "M0 -20 L0 -12 M-20 -11 L20 -11 M-11 -10 C-8 4 6 14 18 18 M11 -10 C8 4 -6 14 -18 18"
    return stack(
        parts.bubble(HERE.at(8, 10), 92, 84, c.SKY, 0.3),
        parts.letter_a(HERE.at(54, 52, 1.45)),
        parts.bubble(HERE.at(104, 60), 88, 84, c.YELLOW, 0.7),
        HERE.at(148, 103, 1.45).line(other, 8),
        HERE.line("M20 150 L88 150 M74 136 L90 150 L74 164", 8),
        HERE.line("M92 180 L24 180 M38 166 L22 180 L38 194", 8),
    )


SCENES: Final[dict[str, Callable[[], str]]] = {
    "audio": audio,
    "braille": braille,
    "break": rest,
    "guide-dog": guide_dog,
    "hearing-loop": hearing_loop,
    "hidden-disability": hidden_disability,
    "lift": lift,
    "quiet-room": quiet_room,
    "sign-language": sign_language,
    "subtitles": subtitles,
    "toilet": toilet,
    "translation": translation,
    "walking-frame": walking_frame,
    "wheelchair": wheelchair,
}
