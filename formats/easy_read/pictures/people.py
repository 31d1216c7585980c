"""People: faces, hair and shoulders. Adults look like adults, and nobody is a special case."""

from dataclasses import dataclass, replace
from typing import Final, Literal

from formats.easy_read.pictures import palette as c
from formats.easy_read.pictures.pen import FINE, Pen, stack

Hair = Literal[
    "short",
    "parted",
    "cropped",
    "long",
    "bob",
    "afro",
    "bun",
    "curly",
    "balding",
    "curls",
    "ponytail",
    "hijab",
    "turban",
    "hat",
]
Mood = Literal["happy", "plain", "sad", "open"]


@dataclass(frozen=True, slots=True)
class Person:
    """How one person looks. The same person can be in many pictures."""

    skin: str
    hair: Hair
    shade: str
    top: str
    mood: Mood = "happy"
    glasses: bool = False
    dark_glasses: bool = False
    beard: str = ""
    hearing_aid: bool = False
    lanyard: bool = False

    def feeling(self, mood: Mood) -> "Person":
        """Promise the same person with another face."""
        return replace(self, mood=mood)


# Below this size a face has no room for brows or glasses.
ROOMY: Final = 0.65

_RIMS: Final = (
    "M-17 1 C-17 -9 -2 -9 -2 1 C-2 11 -17 11 -17 1 M2 1 C2 -9 17 -9 17 1 C17 11 2 11 2 1"
    " M-2 0 L2 0 M-17 -1 L-20 -2 M17 -1 L20 -2"
)
_HEAD: Final = "M-20 -4 C-20 -34 20 -34 20 -4 C20 14 11 25 0 25 C-11 25 -20 14 -20 -4 Z"
_HIJAB_FACE: Final = (
    "M0 -21 C-19 -21 -18 -2 -17 4 C-15 16 -8 24 0 24 C8 24 15 16 17 4 C18 -2 19 -21 0 -21 Z"
)
_BEARD: Final = (
    "M-20 0 C-21 20 -12 34 0 34 C12 34 21 20 20 0 C18 8 14 9 9 8 Q0 5 -9 8 C-14 9 -18 8 -20 0 Z"
)
# Hair that hangs behind the neck, drawn before the body.
_BEHIND: Final[dict[Hair, str]] = {
    "long": "M-23 -6 C-25 -40 25 -40 23 -6 C23 14 29 26 27 44 Q0 50 -27 44 C-29 26 -23 14 -23 -6 Z",
    "bob": "M-24 -6 C-26 -41 26 -41 24 -6 C24 6 29 12 27 21 Q0 32 -27 21 C-29 12 -24 6 -24 -6 Z",
    "afro": (
        "M0 -43 C24 -43 36 -26 33 -8 C32 6 24 12 0 12 C-24 12 -32 6 -33 -8 C-36 -26 -24 -43 0 -43 Z"
    ),
    "curls": (
        "M0 -38 C-14 -44 -25 -35 -26 -25 C-38 -21 -37 -8 -33 -3 C-42 6 -37 18 -31 20"
        " C-32 32 -18 35 -12 28 L12 28 C18 35 32 32 31 20 C37 18 42 6 33 -3 C37 -8 38 -21 26 -25"
        " C25 -35 14 -44 0 -38 Z"
    ),
    "bun": "M0 -46 C14 -46 14 -26 0 -26 C-14 -26 -14 -46 0 -46 Z",
    "ponytail": (
        "M10 -28 C30 -38 42 -22 34 -6 C30 4 32 8 36 14 C24 16 18 6 20 -8 C20 -16 16 -18 8 -20 Z"
    ),
}
# Hair that frames the face, drawn last.
_FRONT: Final[dict[Hair, str]] = {
    "short": (
        "M-21 1 C-31 -41 31 -41 21 1 C20 -8 17 -12 13 -16 C5 -11 -6 -11 -13 -16"
        " C-17 -12 -20 -8 -21 1 Z"
    ),
    "parted": (
        "M-21 1 C-33 -36 -14 -37 -2 -35 C26 -38 28 -20 21 1 C20 -8 17 -12 13 -14"
        " C2 -12 -6 -15 -9 -20 C-12 -14 -20 -10 -21 1 Z"
    ),
    "cropped": "M-20 -4 C-27 -38 27 -38 20 -4 C18 -14 13 -18 0 -18 C-13 -18 -18 -14 -20 -4 Z",
    "long": "M-21 4 C-30 -41 30 -41 21 4 C19 -7 12 -12 2 -20 C-6 -13 -18 -8 -21 4 Z",
    "bob": "M-21 4 C-30 -41 30 -41 21 4 C21 -4 19 -9 17 -12 Q0 -5 -17 -12 C-19 -9 -21 -4 -21 4 Z",
    "curly": (
        "M-21 5 C-34 2 -33 -14 -26 -17 C-28 -31 -12 -37 -5 -31 C3 -41 20 -35 20 -27"
        " C32 -25 34 -8 26 -4 C29 2 25 7 21 5 C20 -5 16 -11 12 -14 C4 -9 -7 -10 -13 -14"
        " C-18 -10 -20 -4 -21 5 Z"
    ),
    "turban": (
        "M-22 -3 C-38 -22 -24 -47 0 -46 C24 -47 38 -22 22 -3 C17 -13 10 -16 0 -20"
        " C-10 -16 -17 -13 -22 -3 Z"
    ),
    "balding": "M-20 6 C-29 4 -28 -12 -19 -14 C-18 -8 -19 0 -20 6 Z",
    "hat": "M-25 -10 C-24 -24 -20 -38 0 -38 C20 -38 24 -24 25 -10 Q0 -16 -25 -10 Z",
}
_SAME_FRONT: Final[dict[Hair, Hair]] = {
    "afro": "cropped",
    "curls": "long",
    "bun": "parted",
    "ponytail": "short",
}
_OVER_EARS: Final = frozenset({"long", "bob", "afro", "curls", "curly"})
_MOUTHS: Final[dict[Mood, str]] = {
    "happy": "M-8 11 Q0 18 8 11",
    "plain": "M-6 13 L6 13",
    "sad": "M-7 16 Q0 10 7 16",
}


def bust(pen: Pen, who: Person, bottom: float = 74) -> str:
    """Promise a head and shoulders. The chin is 25 below the pen, the shoulders 43 to each side."""
    return stack(hair_behind(pen, who), shoulders(pen, who, bottom), head(pen, who))


def hair_behind(pen: Pen, who: Person) -> str:
    """Promise the hair that hangs behind the body, if any."""
    return pen.shape(_BEHIND[who.hair], who.shade) if who.hair in _BEHIND else ""


def shoulders(pen: Pen, who: Person, bottom: float = 74) -> str:
    """Promise neck and clothes down to a flat edge."""
    body = (
        f"M-43 {bottom} C-43 52 -41 43 -25 38 L-10 33 Q0 42 10 33 L25 38 C41 43 43 52 43 {bottom} Z"
    )
    neck = pen.shape("M-9 14 L-10 34 Q0 43 10 34 L9 14 Z", c.darker(who.skin))
    badge = ""
    if who.lanyard:
        badge = pen.line("M-12 36 L0 60 L12 36", FINE) + pen.box(-8, 58, 16, 13, c.WHITE)
    return stack(neck, pen.shape(body, who.top), badge)


def head(pen: Pen, who: Person) -> str:
    """Promise a head with its hair or head covering and a face."""
    if who.hair == "hijab":
        cover = (
            "M0 -35 C-30 -35 -28 -4 -27 12 C-26 28 -36 34 -36 46 Q0 60 36 46 C36 34 26 28 27 12"
            " C28 -4 30 -35 0 -35 Z"
        )
        return stack(
            pen.shape(cover, who.shade),
            pen.shape(_HIJAB_FACE, who.skin),
            face(pen, who),
            pen.line("M-18 27 Q4 38 24 29", FINE, _fold(pen, who)) if pen.size > ROOMY else "",
        )
    ears = pen.oval(0, 3, 24.5, 7, who.skin)
    aid = pen.shape("M18 -9 C27 -12 31 -2 27 8 L22 8 C24 2 23 -3 18 -3 Z", c.YELLOW)
    return stack(
        "" if who.hair in _OVER_EARS else ears,
        pen.shape(_HEAD, who.skin),
        pen.shape(_BEARD, who.beard) if who.beard else "",
        face(pen, who),
        _front_hair(pen, who),
        aid if who.hearing_aid else "",
    )


def face(pen: Pen, who: Person) -> str:
    """Promise eyes, brows and mouth; brows only where there is room for them."""
    eyes = pen.line("M-8 -1 L-8 1 M8 -1 L8 1", max(4.8 * pen.size, 3.6))
    weight = max(min(FINE, 3.2 * pen.size), 2.5)
    if who.dark_glasses:
        lens = "M-16 -5 L-2 -5 L-3 3 Q-9 7 -15 3 Z M2 -5 L16 -5 L15 3 Q9 7 3 3 Z"
        eyes = stack(pen.shape(lens, c.INK), pen.line("M-18 -4 L18 -4", FINE))
    elif who.glasses and pen.size > ROOMY:
        eyes = stack(eyes, pen.line(_RIMS, FINE - 0.5))
    bare = pen.size > ROOMY and not (who.glasses or who.dark_glasses)
    brows = "M-13 -7 Q-8.5 -10 -4 -7.5 M4 -7.5 Q8.5 -10 13 -7" if bare else ""
    if who.mood == "open":
        return stack(eyes, pen.line(brows, weight), pen.dot(0, 14, 5 * pen.size))
    mouth = _MOUTHS[who.mood]
    if who.beard and who.beard != c.SILVER:
        return stack(eyes, pen.line(brows, weight), pen.line(mouth, weight, c.WHITE))
    return stack(eyes, pen.line(f"{brows} {mouth}", weight))


def _fold(pen: Pen, who: Person) -> str:
    """Give the colour of a fold in cloth: soft where nothing has an outline."""
    return c.INK if pen.outline else c.darker(who.shade)


def _front_hair(pen: Pen, who: Person) -> str:
    style = _SAME_FRONT.get(who.hair, who.hair)
    front = pen.shape(_FRONT[style], who.shade)
    if style == "balding":
        return stack(front, pen.mirrored().shape(_FRONT[style], who.shade))
    if style == "turban":
        return stack(front, pen.line("M-24 -14 C-10 -20 10 -26 22 -36", FINE, _fold(pen, who)))
    if style == "hat":
        return stack(front, pen.limb("M-30 -10 Q0 -18 30 -10", 7, who.shade))
    return front


# The people of the pictures. Each is a whole person, met again in several pictures.
AMARA: Final = Person(c.DEEP, "afro", c.BLACK_HAIR, c.CORAL)
BILL: Final = Person(c.FAIR, "balding", c.SILVER, c.BLUE, glasses=True)
CHEN: Final = Person(c.SAND, "bob", c.BLACK_HAIR, c.GREEN)
DEV: Final = Person(c.BROWN, "parted", c.BLACK_HAIR, c.ORANGE)
ELSIE: Final = Person(c.FAIR, "curly", c.SILVER, c.PURPLE, glasses=True)
FATIMA: Final = Person(c.TAN, "hijab", c.TEAL, c.ORANGE)
GURPREET: Final = Person(c.TAN, "turban", c.ORANGE, c.NAVY, beard=c.DARK_HAIR)
HOLLY: Final = Person(c.FAIR, "long", c.AUBURN, c.TEAL)
IVAN: Final = Person(c.FAIR, "short", c.DARK_HAIR, c.YELLOW)
JOY: Final = Person(c.BROWN, "curls", c.DARK_HAIR, c.YELLOW)
KOFI: Final = Person(c.DEEP, "cropped", c.BLACK_HAIR, c.BLUE, hearing_aid=True)
LENA: Final = Person(c.SAND, "bun", c.DARK_HAIR, c.PINK)
MO: Final = Person(c.TAN, "short", c.BLACK_HAIR, c.GREEN, beard=c.BLACK_HAIR)
NADIA: Final = Person(c.SAND, "hijab", c.PURPLE, c.PINK)
OWEN: Final = Person(c.FAIR, "short", c.BLOND, c.CORAL)
PEARL: Final = Person(c.DEEP, "curly", c.SILVER, c.PINK)
