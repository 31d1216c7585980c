"""Things that many pictures share: bubbles, ticks, papers, screens, hearts, letters."""

from formats.easy_read.pictures import palette as c
from formats.easy_read.pictures.pen import FINE, Pen, stack

HERE = Pen()


def bubble(pen: Pen, w: float, h: float, fill: str = c.WHITE, tail: float = 0.3) -> str:
    """Promise a speech bubble with its top left at the pen; the tail points down and outwards."""
    foot = w * tail
    tip = foot - 16 if tail < 0.5 else foot + 16  # noqa: PLR2004 - the middle
    return pen.shape(
        f"M12 0 L{w - 12} 0 Q{w} 0 {w} 12 L{w} {h - 12} Q{w} {h} {w - 12} {h}"
        f" L{foot + 10} {h} L{tip} {h + 20} L{foot - 10} {h}"
        f" L12 {h} Q0 {h} 0 {h - 12} L0 12 Q0 0 12 0 Z",
        fill,
    )


def tick(pen: Pen) -> str:
    """Promise a tick about 44 wide, centred on the pen."""
    return pen.line("M-20 2 L-6 16 L22 -16", 12 * pen.size, c.YES)


def cross(pen: Pen) -> str:
    """Promise a cross about 36 wide, centred on the pen."""
    return pen.line("M-16 -16 L16 16 M16 -16 L-16 16", 12 * pen.size, c.NO)


def words(pen: Pen, width: float, rows: int = 3, gap: float = 15) -> str:
    """Promise lines that stand for writing; the last one is short."""
    ends = [width] * (rows - 1) + [width * 0.6]
    return pen.line(" ".join(f"M0 {i * gap} L{end} {i * gap}" for i, end in enumerate(ends)))


def question_mark(pen: Pen, ink: str = c.INK) -> str:
    """Promise a question mark about 40 high, centred on the pen."""
    hook = "M-11 -11 C-11 -27 12 -27 12 -11 C12 0 0 -1 0 9"
    return stack(pen.line(hook, 8 * pen.size, ink), pen.dot(0, 20, 5 * pen.size, ink))


def pound(pen: Pen, ink: str = c.INK) -> str:
    """Promise a pound sign about 36 high, centred on the pen."""
    d = "M10 -12 C6 -22 -8 -20 -7 -8 L-5 8 Q-6 15 -11 17 L11 17 M-11 1 L5 1"
    return pen.line(d, 6 * pen.size, ink)


def letter_a(pen: Pen, weight: float = 8) -> str:
    """Promise a capital A about 34 high, centred on the pen."""
    return pen.line("M-13 17 L0 -17 L13 17 M-8 6 L8 6", weight * pen.size)


def letter_b(pen: Pen, weight: float = 8) -> str:
    """Promise a capital B about 34 high, centred on the pen."""
    d = "M-9 -17 L-9 17 L1 17 C14 17 14 -1 1 -1 L-9 -1 M-9 -17 L0 -17 C12 -17 12 -1 0 -1"
    return pen.line(d, weight * pen.size)


def letter_c(pen: Pen, weight: float = 8) -> str:
    """Promise a capital C about 34 high, centred on the pen."""
    return pen.line("M12 -11 C4 -22 -15 -20 -15 0 C-15 20 4 22 12 11", weight * pen.size)


def letter_g(pen: Pen, weight: float = 8, ink: str = c.INK) -> str:
    """Promise a capital G about 34 high, centred on the pen."""
    d = "M12 -12 C2 -22 -16 -18 -16 0 C-16 20 4 22 13 12 L13 3 L3 3"
    return pen.line(d, weight * pen.size, ink)


def letter_p(pen: Pen, weight: float = 8, ink: str = c.INK) -> str:
    """Promise a capital P about 34 high, centred on the pen."""
    return pen.line("M-9 17 L-9 -17 L1 -17 C15 -17 15 3 1 3 L-9 3", weight * pen.size, ink)


def letter_z(pen: Pen, weight: float = 8) -> str:
    """Promise a capital Z about 34 high, centred on the pen."""
    return pen.line("M-11 -17 L11 -17 L-11 17 L11 17", weight * pen.size)


def heart(pen: Pen, fill: str = c.CORAL) -> str:
    """Promise a heart about 44 wide, centred on the pen."""
    return pen.shape("M0 19 C-34 -2 -20 -28 0 -11 C20 -28 34 -2 0 19 Z", fill)


def star(pen: Pen, fill: str = c.YELLOW) -> str:
    """Promise a five-pointed star about 48 wide, centred on the pen."""
    d = "M0 -24 L7 -8 L24 -7 L11 4 L15 21 L0 12 L-15 21 L-11 4 L-24 -7 L-7 -8 Z"
    return pen.shape(d, fill)


def pencil(pen: Pen, fill: str = c.YELLOW) -> str:
    """Promise a pencil with its point at the pen, standing up."""
    return stack(
        pen.shape("M0 0 L-9 -22 L-9 -84 L9 -84 L9 -22 Z", fill),
        pen.shape("M0 0 L-9 -22 L9 -22 Z", c.WOOD),
        pen.shape("M-9 -84 L-9 -96 L9 -96 L9 -84 Z", c.CORAL),
    )


def arrow(pen: Pen, length: float, fill: str = c.YELLOW) -> str:
    """Promise a fat arrow that starts at the pen and points right."""
    neck = length - 28
    d = f"M0 -10 L{neck} -10 L{neck} -26 L{length} 0 L{neck} 26 L{neck} 10 L0 10 Z"
    return pen.shape(d, fill)


def envelope(pen: Pen, w: float, h: float, fill: str = c.WHITE) -> str:
    """Promise the back of an envelope with its top left at the pen."""
    return stack(pen.box(0, 0, w, h, fill), pen.line(f"M3 4 L{w / 2} {h * 0.58} L{w - 3} 4"))


def stethoscope(pen: Pen) -> str:
    """Promise a stethoscope round the neck of a bust with its head at the pen."""
    return stack(
        pen.line("M-20 36 L-20 58 L-27 70 M-20 58 L-13 70", 7),
        pen.line("M20 36 L20 64", 7),
        pen.dot(-27, 71, 5 * pen.size),
        pen.dot(-13, 71, 5 * pen.size),
        pen.oval(20, 70, 10, fill=c.GREY),
        pen.line("M-20 36 Q0 58 20 36", 7),
    )


def magnifier(pen: Pen, glass: str = c.SKY) -> str:
    """Promise a magnifying glass; the middle of the glass is at the pen."""
    return stack(pen.limb("M27 27 L52 52", 15, c.ORANGE), pen.oval(0, 0, 34, fill=glass))


def bulb(pen: Pen) -> str:
    """Promise a lit light bulb about 56 wide with its middle at the pen."""
    glass = "M-13 28 C-13 14 -29 10 -29 -10 C-29 -46 29 -46 29 -10 C29 10 13 14 13 28 Z"
    rays = "M-44 -12 L-54 -12 M44 -12 L54 -12 M-33 -43 L-41 -51 M33 -43 L41 -51 M0 -52 L0 -62"
    return stack(
        pen.shape(glass, c.YELLOW),
        pen.box(-13, 28, 26, 14, c.GREY),
        pen.line("M-7 48 L7 48", 6),
        pen.line(rays),
    )


def smile(pen: Pen, mood: str, fill: str) -> str:
    """Promise a round face that is happy, plain or sad, with its middle at the pen."""
    mouths = {"happy": "M-9 5 Q0 15 9 5", "plain": "M-8 8 L8 8", "sad": "M-9 12 Q0 2 9 12"}
    eye = 3 * pen.size
    return stack(
        pen.oval(0, 0, 20, fill=fill),
        pen.dot(-7, -5, eye),
        pen.dot(7, -5, eye),
        pen.line(mouths[mood], max(FINE + 0.5, 3.5 * pen.size)),
    )


def globe(pen: Pen, fill: str = c.SKY) -> str:
    """Promise a globe of radius 30 with its middle at the pen."""
    return stack(
        pen.oval(0, 0, 30, fill=fill),
        pen.oval(0, 0, 12, 30, "none"),
        pen.line("M-30 0 L30 0 M-25 -16 L25 -16 M-25 16 L25 16", FINE),
    )


def house(pen: Pen, wall: str, door: str, roof: str = c.BRICK) -> str:
    """Promise a house 84 wide; the middle of its floor is at the pen."""
    return stack(
        pen.box(18, -92, 13, 30, c.BRICK),
        pen.shape("M-36 0 L-36 -58 L36 -58 L36 0 Z", wall),
        pen.shape("M-46 -54 L0 -94 L46 -54 Z", roof),
        pen.shape("M-24 0 L-24 -34 L-4 -34 L-4 0 Z", door),
        pen.box(6, -38, 20, 18, c.SKY),
    )
