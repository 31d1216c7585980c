"""Pictures of health: who helps people to be well, and where."""

from collections.abc import Callable
from typing import Final

from formats.easy_read.pictures import hands, parts
from formats.easy_read.pictures import palette as c
from formats.easy_read.pictures.parts import HERE
from formats.easy_read.pictures.pen import Pen, stack
from formats.easy_read.pictures.people import Person, bust

_PLUS: Final = (
    "M-16 -50 L16 -50 L16 -16 L50 -16 L50 16 L16 16"
    " L16 50 L-16 50 L-16 16 L-50 16 L-50 -16 L-16 -16 Z"
)


def _plus(pen: Pen, fill: str = c.GREEN) -> str:
    """Promise a cross with arms of one length, about 100 wide: the sign of health."""
    return pen.shape(_PLUS, fill)


def doctor() -> str:
    """Draw a doctor in a white coat, with a stethoscope round her neck."""
    here = HERE.at(100, 70, 1.36)
    medic = Person(c.BROWN, "bun", c.BLACK_HAIR, c.SKY)
    coat = "M-46 90 C-46 52 -42 43 -26 37 L-14 35 L-6 90 Z"
    return stack(
        bust(here, medic, 90),
        here.shape(coat),
        here.mirrored().shape(coat),
        parts.stethoscope(here),
    )


def nurse() -> str:
    """Draw a nurse in a blue tunic with white edges and a watch, who holds a clipboard."""
    here = HERE.at(84, 66, 1.35)
    man = Person(c.SAND, "short", c.BLACK_HAIR, c.BLUE)
    return stack(
        bust(here, man, 93),
        here.line("M-20 38 L0 62 L20 38", 7, c.WHITE),
        here.line("M0 62 L0 92", 6, c.WHITE),
        here.line("M-22 56 L-22 66", 5, c.WHITE),
        here.oval(-22, 72, 8),
        HERE.at(146, 116, 1, 6).box(-30, -10, 62, 80, c.WOOD),
        HERE.at(146, 116, 1, 6).box(-20, 2, 42, 58),
        HERE.at(146, 116, 1, 6).line("M-10 18 L12 18 M-10 32 L12 32 M-10 46 L4 46"),
        HERE.at(146, 116, 1, 6).box(-8, -18, 18, 16, c.GREY),
        hands.grip(Pen(x=116, y=172, size=1.15, turn=6), man.skin),
    )


def gp() -> str:
    """Draw a low building with the letters GP on a large sign."""
    return stack(
        HERE.shape("M22 92 L178 92 L178 192 L22 192 Z", c.CREAM),
        HERE.shape("M6 94 L48 30 L152 30 L194 94 Z", c.BRICK),
        HERE.box(40, 46, 120, 72, c.BLUE),
        parts.letter_g(HERE.at(76, 82, 1.25), 9, c.WHITE),
        parts.letter_p(HERE.at(128, 82, 1.25), 9, c.WHITE),
        HERE.box(82, 134, 36, 58, c.TEAL),
        HERE.dot(110, 164, 4),
        HERE.box(36, 136, 32, 30, c.SKY),
        HERE.box(132, 136, 32, 30, c.SKY),
    )


def pharmacy() -> str:
    """Draw a green cross, a bottle of medicine and two pills."""
    return stack(
        _plus(HERE.at(70, 70, 1.25)),
        HERE.box(110, 92, 76, 100, c.ORANGE),
        HERE.box(118, 66, 60, 26),
        HERE.shape("M110 118 L186 118 L186 168 L110 168 Z"),
        _plus(HERE.at(148, 143, 0.3)),
        HERE.limb("M28 176 L62 164", 24, c.CORAL),
        HERE.oval(86, 180, 11, fill=c.SKY),
    )


def mental_health() -> str:
    """Draw the side of a head with a heart where people think and feel."""
    profile = (
        "M50 192 L50 152 C6 122 10 16 92 10 C152 8 172 46 164 84 L184 118 L166 124"
        " C168 152 156 162 128 156 L126 192 Z"
    )
    return stack(HERE.shape(profile, c.TAN), parts.heart(HERE.at(90, 76, 1.75)))


def emergency() -> str:
    """Draw an ambulance with a flashing light."""
    return stack(
        HERE.shape("M124 74 L158 74 L192 114 L192 164 L124 164 Z", c.YELLOW),
        HERE.shape("M138 88 L154 88 L174 114 L138 114 Z", c.SKY),
        HERE.box(8, 54, 118, 110, c.YELLOW),
        HERE.shape("M8 128 L192 128 L192 146 L8 146 Z", c.GREEN),
        _plus(HERE.at(66, 92, 0.5), c.GREEN),
        HERE.box(84, 36, 32, 18, c.BLUE),
        HERE.line("M100 24 L100 12 M76 30 L66 20 M124 30 L134 20", 6),
        HERE.oval(50, 168, 22, fill=c.GREY),
        HERE.oval(148, 168, 22, fill=c.GREY),
        HERE.dot(50, 168, 7),
        HERE.dot(148, 168, 7),
    )


SCENES: Final[dict[str, Callable[[], str]]] = {
    "doctor": doctor,
    "emergency": emergency,
    "gp": gp,
    "mental-health": mental_health,
    "nurse": nurse,
    "pharmacy": pharmacy,
}
