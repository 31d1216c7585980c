"""Pictures of places in a town, and of what is done there."""

from collections.abc import Callable
from typing import Final

from formats.easy_read.pictures import figures, hands, parts
from formats.easy_read.pictures import palette as c
from formats.easy_read.pictures import people as who
from formats.easy_read.pictures.parts import HERE
from formats.easy_read.pictures.pen import Pen, stack
from formats.easy_read.pictures.people import Person, bust


def school() -> str:
    """Draw a school with a bell on its roof and ABC over the door."""
    return stack(
        HERE.line("M86 42 L86 16 L114 16 L114 42"),
        HERE.shape("M92 34 C92 18 108 18 108 34 Z", c.YELLOW),
        HERE.shape("M10 96 L190 96 L190 192 L10 192 Z", c.BRICK),
        HERE.shape("M2 100 L26 70 L174 70 L198 100 Z", c.STEEL),
        HERE.shape("M46 84 L100 40 L154 84 L154 192 L46 192 Z", c.CREAM),
        HERE.box(54, 86, 92, 46),
        parts.letter_a(HERE.at(74, 109, 0.72)),
        parts.letter_b(HERE.at(101, 109, 0.72)),
        parts.letter_c(HERE.at(126, 109, 0.72)),
        HERE.box(82, 144, 36, 48, c.TEAL),
        HERE.box(18, 120, 20, 40, c.SKY),
        HERE.box(162, 120, 20, 40, c.SKY),
    )


def college() -> str:
    """Draw a student's cap on two thick books."""
    return stack(
        HERE.shape("M50 78 L50 112 Q100 134 150 112 L150 78 Z", c.PURPLE),
        HERE.shape("M100 14 L192 60 L100 104 L8 60 Z", c.NAVY),
        HERE.limb("M100 59 L168 76 L168 104", 9, c.YELLOW),
        HERE.shape("M168 102 L178 128 L158 128 Z", c.YELLOW),
        HERE.box(34, 134, 132, 28, c.TEAL),
        HERE.box(20, 162, 160, 30, c.CORAL),
        HERE.line("M54 148 L92 148 M42 177 L84 177", 6, c.WHITE),
    )


def police() -> str:
    """Draw a police officer with a cap, a radio and a dark vest."""
    here = HERE.at(100, 82, 1.3)
    officer = Person(c.BROWN, "bun", c.BLACK_HAIR, c.SKY)
    vest = "M-29 37 L-30 86 L30 86 L29 37 L12 36 L10 48 Q0 56 -10 48 L-12 36 Z"
    checks = " ".join(f"M{x} -18 L{x + 1} -18" for x in (-17, -5, 7, 18))
    return stack(
        bust(here, officer, 86),
        here.shape(vest, c.NAVY),
        here.box(12, 52, 12, 18, c.GREY),
        here.shape("M-30 -24 C-30 -50 30 -50 30 -24 L24 -12 Q0 -18 -24 -12 Z", c.NAVY),
        here.shape("M-26 -24 Q0 -30 26 -24 L24 -12 Q0 -18 -24 -12 Z"),
        here.line(checks, 7),
        here.shape("M-24 -12 Q0 -19 24 -12 Q0 -2 -24 -12 Z", c.INK),
    )


def park() -> str:
    """Draw a tree, a bench and the sun."""
    return stack(
        HERE.oval(164, 36, 22, fill=c.YELLOW),
        HERE.shape("M4 160 Q60 144 120 154 Q170 160 196 150 L196 192 L4 192 Z", c.LEAF),
        HERE.limb("M58 90 L58 164", 22, c.BRICK),
        HERE.shape(
            "M58 112 C16 120 -2 84 20 66 C12 30 48 8 66 22 C100 16 116 54 100 72"
            " C116 104 78 120 58 112 Z",
            c.GREEN,
        ),
        HERE.line("M112 142 L106 180 M176 142 L182 180", 8),
        HERE.limb("M104 110 L184 110", 14, c.WOOD),
        HERE.limb("M98 140 L190 140", 16, c.WOOD),
    )


def leisure() -> str:
    """Draw a man in a wheelchair who throws a basketball at the basket."""
    player = Person(c.DEEP, "cropped", c.BLACK_HAIR, c.YELLOW)
    return stack(
        HERE.line("M188 20 L188 192", 9),
        HERE.box(170, 8, 20, 62),
        HERE.line("M140 58 L146 88 M168 58 L164 88 M143 72 L166 72", 4),
        HERE.line("M136 58 L172 58", 9),
        figures.wheelchair_user(HERE.at(52, 72, 0.95), player, arm="M4 38 L30 32 L42 4"),
        HERE.oval(108, 54, 20, fill=c.ORANGE),
        HERE.line("M89 54 L127 54 M108 35 Q100 54 108 73", 4),
    )


def street() -> str:
    """Draw a row of houses, a street lamp and a road."""
    fronts = zip((6, 58, 110), (c.CREAM, c.BRICK, c.SKY), (c.TEAL, c.YELLOW, c.RED), strict=True)
    rows = (
        stack(
            HERE.shape(f"M{x} 64 L{x + 52} 64 L{x + 52} 154 L{x} 154 Z", wall),
            HERE.shape(f"M{x} 64 L{x + 26} 26 L{x + 52} 64 Z", c.STEEL),
            HERE.box(x + 14, 76, 24, 22, c.WHITE),
            HERE.box(x + 16, 112, 20, 42, door),
        )
        for x, wall, door in fronts
    )
    return stack(
        *rows,
        HERE.shape("M4 154 L196 154 L196 194 L4 194 Z", c.GREY),
        HERE.line("M22 174 L54 174 M84 174 L116 174 M146 174 L178 174", 7, c.WHITE),
        HERE.line("M184 154 L184 40", 7),
        HERE.shape("M174 40 L178 14 L190 14 L194 40 Z", c.YELLOW),
    )


def housing() -> str:
    """Draw a block of flats and a large door key."""
    panes = (HERE.box(x, y, 26, 22, c.SKY) for x in (26, 68) for y in (26, 62, 98, 134))
    return stack(
        HERE.box(10, 10, 100, 182, c.STONE),
        *panes,
        HERE.box(46, 164, 28, 28, c.TEAL),
        HERE.limb("M152 96 L152 180", 16, c.YELLOW),
        HERE.limb("M152 176 L178 176", 14, c.YELLOW),
        HERE.limb("M152 150 L174 150", 14, c.YELLOW),
        HERE.oval(152, 68, 36, fill=c.YELLOW),
        HERE.oval(152, 62, 13),
    )


def repairs() -> str:
    """Draw a tap that drips, and a spanner."""
    drop = "M0 -18 C8 -4 13 0 13 8 C13 24 -13 24 -13 8 C-13 0 -8 -4 0 -18 Z"
    spanner = (
        "M-9 96 L-9 -8 C-26 -14 -28 -38 -13 -48 L-13 -26 L13 -26 L13 -48"
        " C28 -38 26 -14 9 -8 L9 96 Q0 106 -9 96 Z"
    )
    return stack(
        HERE.box(4, 52, 18, 68, c.STEEL),
        HERE.shape(
            "M22 66 L92 66 C126 66 136 84 136 118 L104 118 C104 104 100 104 90 104 L22 104 Z",
            c.GREY,
        ),
        HERE.limb("M62 62 L62 40", 14, c.GREY),
        HERE.limb("M36 32 L88 32", 18, c.CORAL),
        HERE.at(120, 154, 1.2).shape(drop, c.BLUE),
        HERE.at(167, 76, 1, 6).shape(spanner, c.YELLOW),
    )


def recycling() -> str:
    """Draw a wheelie bin with arrows that go round."""
    turn = "M0 -34 C22 -34 36 -16 34 4 M22 -4 L35 8 L46 -6"
    here = HERE.at(100, 126, 0.85)
    return stack(
        HERE.oval(56, 182, 14, fill=c.GREY),
        HERE.oval(144, 182, 14, fill=c.GREY),
        HERE.shape("M36 62 L164 62 L150 184 L50 184 Z", c.GREEN),
        HERE.shape("M26 62 L40 28 L160 28 L174 62 Z", c.GREEN),
        HERE.line("M66 28 L66 14 L134 14 L134 28", 9),
        *(here.at(0, 0, 1, a).line(turn, 9, c.WHITE) for a in (0, 120, 240)),
    )


def food_bank() -> str:
    """Draw a box full of food with a heart on its front."""
    return stack(
        HERE.box(22, 40, 44, 70, c.SKY),
        HERE.shape("M22 40 L34 16 L54 16 L66 40 Z"),
        HERE.shape("M72 100 L72 52 C56 14 142 14 126 52 L126 100 Z", c.WOOD),
        HERE.line("M86 44 L94 56 M104 44 L112 56"),
        HERE.box(134, 50, 46, 60, c.CORAL),
        HERE.line("M134 66 L180 66"),
        HERE.shape("M6 98 L194 98 L182 192 L18 192 Z", c.STONE),
        parts.heart(HERE.at(100, 146, 1.4)),
    )


def faith() -> str:
    """Draw a church, a mosque and a gurdwara side by side."""
    return stack(
        HERE.line("M36 4 L36 30 M26 14 L46 14", 7),
        HERE.shape("M14 78 L36 26 L58 78 L58 192 L14 192 Z", c.STONE),
        HERE.line("M180 192 L180 12", 7),
        HERE.shape("M180 14 L146 28 L180 44 Z", c.ORANGE),
        HERE.shape("M128 120 L168 120 L168 192 L128 192 Z"),
        HERE.shape("M128 120 C120 88 146 90 148 68 C150 90 176 88 168 120 Z", c.YELLOW),
        HERE.shape("M56 112 L132 112 L132 192 L56 192 Z", c.CREAM),
        HERE.shape("M58 112 C48 66 86 70 94 46 C102 70 140 66 130 112 Z", c.TEAL),
        HERE.shape("M88 14 C104 16 108 40 90 44 C98 36 98 22 88 14 Z", c.YELLOW),
        HERE.shape("M80 192 L80 152 Q94 128 108 152 L108 192 Z", c.BRICK),
        HERE.shape("M26 192 L26 150 Q36 134 46 150 L46 192 Z", c.BRICK),
        HERE.shape("M142 192 L142 158 Q150 144 158 158 L158 192 Z", c.BRICK),
    )


def job() -> str:
    """Draw a woman in a wheelchair who works at a desk with a computer."""
    return stack(
        figures.wheelchair_user(HERE.at(46, 62), who.CHEN, arm="M0 38 L22 62 L62 62"),
        HERE.line("M172 142 L172 190", 9),
        HERE.limb("M96 140 L190 140", 14, c.WOOD),
        HERE.shape("M128 84 L186 84 L180 132 L122 132 Z", c.NAVY),
        HERE.line("M116 132 L180 132", 7),
    )


def volunteering() -> str:
    """Draw a man who raises his hand, with a heart on his shirt."""
    here = HERE.at(86, 76, 1.3)
    return stack(
        bust(here, who.MO, 90),
        parts.heart(here.at(0, 66, 0.85), c.YELLOW),
        here.limb("M35 58 L52 66 L52 40", 20, who.MO.top),
        hands.open_hand(Pen(x=154, y=130, size=1.15, flip=True), who.MO.skin),
    )


SCENES: Final[dict[str, Callable[[], str]]] = {
    "college": college,
    "faith": faith,
    "food-bank": food_bank,
    "housing": housing,
    "job": job,
    "leisure": leisure,
    "park": park,
    "police": police,
    "recycling": recycling,
    "repairs": repairs,
    "school": school,
    "street": street,
    "volunteering": volunteering,
}
