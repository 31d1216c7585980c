"""Pictures of what is sent, put up, shown on a screen or kept."""

from collections.abc import Callable
from typing import Final

from formats.easy_read.pictures import palette as c
from formats.easy_read.pictures import parts
from formats.easy_read.pictures import people as who
from formats.easy_read.pictures.parts import HERE
from formats.easy_read.pictures.pen import Pen, stack
from formats.easy_read.pictures.people import bust, head


def report() -> str:
    """Draw a bound report with a chart on its cover."""
    rings = " ".join(f"M22 {y} L46 {y}" for y in (36, 68, 100, 132, 164))
    return stack(
        HERE.box(34, 8, 146, 184, c.TEAL),
        HERE.box(64, 28, 96, 40),
        HERE.line("M78 42 L146 42 M78 55 L118 55"),
        HERE.box(64, 84, 96, 88),
        *(
            HERE.box(x, 160 - h, 18, h, fill)
            for x, h, fill in ((74, 26, c.YELLOW), (103, 42, c.ORANGE), (132, 62, c.CORAL))
        ),
        HERE.line(rings, 9),
    )


def survey() -> str:
    """Draw a clipboard with a question mark and boxes to tick."""
    return stack(
        HERE.box(26, 20, 148, 174, c.WOOD),
        HERE.box(40, 38, 120, 142),
        HERE.box(70, 6, 60, 30, c.GREY),
        parts.question_mark(HERE.at(100, 72, 1.05)),
        HERE.box(54, 108, 26, 26, c.SKY),
        HERE.box(54, 144, 26, 26, c.SKY),
        HERE.line("M94 121 L146 121 M94 157 L132 157", 6),
        HERE.line("M58 118 L66 127 L80 106", 8, c.YES),
    )


def newsletter() -> str:
    """Draw a folded newsletter with a picture and columns of words."""
    return stack(
        HERE.shape("M150 44 L186 44 L186 172 Q186 188 170 188 L150 188 Z", c.GREY),
        HERE.shape("M14 12 L160 12 L160 172 Q160 188 174 188 L32 188 Q14 188 14 170 Z"),
        HERE.box(30, 28, 114, 26, c.CORAL),
        HERE.line("M44 41 L130 41", 7, c.WHITE),
        HERE.box(30, 70, 54, 52, c.SKY),
        parts.smile(HERE.at(57, 97, 0.95), "happy", c.YELLOW),
        HERE.line("M100 76 L142 76 M100 96 L142 96 M100 116 L130 116"),
        HERE.line("M32 142 L142 142 M32 162 L142 162"),
    )


def noticeboard() -> str:
    """Draw a board with notices pinned to it."""
    sheets = (
        (26, 30, 54, 68, c.WHITE),
        (98, 26, 76, 44, c.YELLOW),
        (98, 86, 40, 52, c.WHITE),
        (26, 112, 54, 30, c.LEAF),
    )
    return stack(
        HERE.line("M40 160 L40 196 M160 160 L160 196", 11),
        HERE.box(6, 8, 188, 154, c.BRICK),
        HERE.box(16, 18, 168, 134, c.STONE),
        *(HERE.box(x, y, w, h, fill) for x, y, w, h, fill in sheets),
        HERE.line("M38 56 L68 56 M38 72 L68 72 M110 52 L160 52 M108 112 L128 112"),
        *(HERE.dot(x, y, 6, c.RED) for x, y in ((53, 38), (136, 36), (118, 96), (53, 122))),
        HERE.at(158, 116, 0.72).shape("M0 19 C-34 -2 -20 -28 0 -11 C20 -28 34 -2 0 19 Z", c.CORAL),
    )


def poster() -> str:
    """Draw a poster on a wall, and a woman who reads it."""
    return stack(
        HERE.box(60, 8, 134, 156, c.YELLOW),
        HERE.line("M82 34 L172 34", 12),
        HERE.oval(127, 84, 30, fill=c.CORAL),
        parts.star(HERE.at(127, 85, 0.8), c.WHITE),
        HERE.line("M110 134 L174 134 M134 150 L174 150", 6),
        Pen(58, 138).shape("M-48 60 C-48 30 -30 24 0 24 C30 24 48 30 48 60 Z", c.TEAL),
        Pen(58, 124).shape(
            "M-29 -4 C-30 -44 30 -44 29 -4 C29 14 36 26 34 48 Q0 58 -34 48 C-36 26 -29 14 -29 -4 Z",
            c.AUBURN,
        ),
    )


def qr_code() -> str:
    """Draw a phone that looks at a square code."""
    finder = "M{x} {y} L{r} {y} L{r} {b} L{x} {b} Z"
    corners = ((24, 26), (88, 26), (24, 90))
    bits = (
        "M72 30 L72 31 M72 54 L72 70 L73 70 M30 74 L46 74 M58 74 L58 75 M92 74 L93 74"
        " M112 74 L122 74 M74 92 L74 93 M90 94 L91 94 M76 120 L90 120"
    )
    view = (
        "M126 108 L126 98 L136 98 M160 98 L170 98 L170 108"
        " M126 150 L126 160 L136 160 M160 160 L170 160 L170 150"
    )
    return stack(
        HERE.box(8, 10, 128, 128),
        *(HERE.line(finder.format(x=x, y=y, r=x + 32, b=y + 32), 9) for x, y in corners),
        *(HERE.dot(x + 16, y + 16, 7) for x, y in corners),
        HERE.line(bits, 10),
        HERE.box(104, 70, 88, 126, c.NAVY),
        HERE.box(114, 84, 68, 90, c.SKY),
        HERE.line(view),
        parts.tick(HERE.at(148, 128, 0.75)),
        HERE.dot(148, 185, 4, c.WHITE),
    )


def video_call() -> str:
    """Draw a laptop with four people on its screen."""
    folk = (
        (62, 52, who.GURPREET),
        (138, 52, who.HOLLY),
        (62, 116, who.PEARL),
        (138, 116, who.KOFI),
    )
    fills = (c.SKY, c.CREAM, c.LEAF, c.LILAC)
    return stack(
        HERE.box(14, 8, 172, 148, c.NAVY),
        *(
            HERE.box(x - 36, y - 32, 72, 60, fill)
            for (x, y, _), fill in zip(folk, fills, strict=True)
        ),
        *(head(HERE.at(x, y + 2, 0.72), person) for x, y, person in folk),
        HERE.shape("M14 160 L186 160 L198 188 L2 188 Z", c.GREY),
        HERE.line("M82 174 L118 174", 7),
    )


def appointment() -> str:
    """Draw a calendar with a clock in front of it."""
    days = tuple((x, y) for y in (86, 114, 142) for x in (34, 62, 90, 118))
    return stack(
        HERE.box(10, 22, 136, 146),
        HERE.shape("M10 62 L10 32 Q10 22 20 22 L136 22 Q146 22 146 32 L146 62 Z", c.RED),
        HERE.line("M44 10 L44 34 M112 10 L112 34", 9),
        *(HERE.dot(x, y, 7, c.STEEL) for x, y in days),
        HERE.oval(140, 140, 52, fill=c.YELLOW),
        HERE.oval(140, 140, 38),
        HERE.line("M140 116 L140 140 L158 148", 9),
        HERE.dot(140, 140, 6),
    )


def confidential() -> str:
    """Draw a folder with papers, and a large padlock on it."""
    return stack(
        HERE.box(34, 22, 118, 90),
        HERE.line("M54 42 L132 42 M54 60 L132 60"),
        HERE.shape("M10 70 L60 70 L76 90 L182 90 L182 186 L10 186 Z", c.ORANGE),
        HERE.line("M76 132 L76 112 C76 78 132 78 132 112 L132 132", 13),
        HERE.box(62, 126, 84, 62, c.YELLOW),
        HERE.dot(104, 150, 9),
        HERE.line("M104 150 L104 170", 8),
    )


def data() -> str:
    """Draw a chart with bars and a line that rises."""
    bars = ((44, 46, c.YELLOW), (88, 76, c.ORANGE), (132, 104, c.CORAL))
    return stack(
        HERE.line("M20 10 L20 182 L192 182", 9),
        *(HERE.box(x, 180 - h, 32, h, fill) for x, h, fill in bars),
        HERE.line("M42 104 L92 72 L128 78 L176 28", 8, c.NAVY),
        HERE.line("M150 26 L178 26 L178 54", 8, c.NAVY),
    )


def video() -> str:
    """Draw a film on a tablet, ready to play."""
    return stack(
        HERE.box(8, 28, 184, 144, c.NAVY),
        HERE.box(22, 42, 156, 116, c.SKY),
        bust(HERE.at(74, 90, 1.05), who.NADIA, 65),
        HERE.oval(142, 118, 30, fill=c.YELLOW),
        HERE.shape("M134 104 L158 118 L134 132 Z", c.INK),
    )


def signature() -> str:
    """Draw a hand that signs a paper with a pen."""
    return stack(
        HERE.box(12, 10, 140, 180),
        HERE.line("M34 38 L128 38 M34 60 L128 60 M34 82 L96 82"),
        HERE.line("M30 160 L128 160", 4),
        HERE.line("M36 146 C52 112 58 158 72 134 C80 122 82 154 100 138", 6, c.BLUE),
        parts.pencil(Pen(x=102, y=138, size=1.0, turn=38), c.TEAL),
        HERE.limb("M196 176 L168 146", 36, c.CORAL),
        HERE.limbs(
            (("M168 140 L150 116", 24), ("M150 126 L130 118", 12), ("M146 136 L126 130", 12)),
            c.BROWN,
        ),
    )


def complaint() -> str:
    """Draw a woman who is not happy and says so: a sad face is in her bubble."""
    return stack(
        bust(HERE.at(66, 98, 1.2), who.PEARL.feeling("sad"), 80),
        parts.bubble(HERE.at(106, 8), 88, 80, c.WHITE),
        parts.smile(HERE.at(150, 48, 1.4), "sad", c.CORAL),
    )


SCENES: Final[dict[str, Callable[[], str]]] = {
    "appointment": appointment,
    "complaint": complaint,
    "confidential": confidential,
    "data": data,
    "newsletter": newsletter,
    "noticeboard": noticeboard,
    "poster": poster,
    "qr-code": qr_code,
    "report": report,
    "signature": signature,
    "survey": survey,
    "video": video,
    "video-call": video_call,
}
