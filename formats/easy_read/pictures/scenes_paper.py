"""Pictures of papers, screens and other ways to send and read words."""

from collections.abc import Callable
from typing import Final

from formats.easy_read.pictures import palette as c
from formats.easy_read.pictures import parts
from formats.easy_read.pictures import people as who
from formats.easy_read.pictures.parts import HERE
from formats.easy_read.pictures.pen import FINE, Pen, stack
from formats.easy_read.pictures.people import bust


def phone() -> str:
    """Draw a mobile phone that rings."""
    handset = "M-22 -26 C-30 -20 -28 4 -8 20 C8 34 24 30 28 22 L14 10 L4 16 Q-10 8 -14 -6 L-8 -14 Z"
    return stack(
        HERE.box(54, 8, 92, 184, c.NAVY),
        HERE.box(64, 28, 72, 134, c.SKY),
        HERE.at(100, 94).shape(handset, c.GREEN),
        HERE.oval(100, 177, 4, fill=c.WHITE),
        HERE.line("M36 66 Q20 96 36 126 M164 66 Q180 96 164 126", 7),
    )


def letter() -> str:
    """Draw a letter that goes into a red British pillar box."""
    return stack(
        HERE.shape("M58 44 L142 44 L142 196 L58 196 Z", c.RED),
        HERE.shape("M48 46 C48 2 152 2 152 46 Z", c.RED),
        HERE.box(50, 180, 100, 16, c.INK),
        HERE.box(72, 62, 56, 13, c.INK),
        HERE.box(78, 104, 44, 46, c.WHITE),
        parts.words(HERE.at(88, 118), 24, 2, 16),
        parts.envelope(HERE.at(108, 66, 1, -10), 78, 50),
    )


def email() -> str:
    """Draw an open envelope with an at sign on the letter inside."""
    at_sign = (
        "M10 8 C4 16 -12 14 -12 0 C-12 -16 12 -16 12 0 L12 4 C12 14 24 14 24 0"
        " C24 -32 -26 -34 -26 0 C-26 26 -2 32 16 24"
    )
    return stack(
        HERE.shape("M10 84 L100 34 L190 84 L190 188 L10 188 Z", c.YELLOW),
        HERE.box(36, 22, 128, 130, c.WHITE),
        HERE.at(100, 76, 1.15).line(at_sign, 7),
        HERE.shape("M10 86 L100 142 L190 86 L190 188 L10 188 Z", c.CREAM),
        HERE.line("M12 186 L74 128 M188 186 L126 128"),
    )


def website() -> str:
    """Draw a web page with a globe, on a screen with a pointer."""
    pointer = "M0 0 L0 46 L11 36 L19 54 L29 49 L21 32 L36 32 Z"
    return stack(
        HERE.box(10, 22, 180, 150),
        HERE.shape("M10 56 L10 32 Q10 22 20 22 L180 22 Q190 22 190 32 L190 56 Z", c.NAVY),
        *(HERE.dot(x, 39, 5, c.WHITE) for x in (28, 46, 64)),
        parts.globe(HERE.at(68, 112, 1.2)),
        parts.words(HERE.at(120, 86), 50, 3, 20),
        HERE.at(126, 134).shape(pointer, c.YELLOW),
    )


def computer() -> str:
    """Draw a computer screen with a keyboard in front."""
    return stack(
        HERE.box(20, 12, 160, 112, c.NAVY),
        HERE.box(34, 26, 132, 84, c.SKY),
        HERE.shape("M84 124 L116 124 L124 148 L76 148 Z", c.GREY),
        HERE.shape("M36 152 L164 152 L184 190 L16 190 Z", c.GREY),
        HERE.line("M46 166 L154 166 M40 178 L60 178 M76 178 L124 178 M140 178 L160 178"),
        parts.words(HERE.at(52, 50), 84, 3, 18),
    )


def form() -> str:
    """Draw a form with boxes to fill in, and a pencil."""
    return stack(
        HERE.box(18, 10, 130, 180),
        *(HERE.box(36, y, 24, 24, c.SKY) for y in (34, 78, 122)),
        *(HERE.line(f"M76 {y} L126 {y}") for y in (46, 90, 134)),
        HERE.line("M38 166 L84 166"),
        HERE.line("M40 46 L47 54 L58 36", 7, c.YES),
        parts.pencil(Pen(x=108, y=160, size=1.25, turn=36)),
    )


def book() -> str:
    """Draw a book of words, from A to Z."""
    return stack(
        HERE.shape("M34 14 L166 14 L166 186 L34 186 Q18 184 18 168 L18 30 Q18 14 34 14 Z", c.TEAL),
        HERE.shape("M166 160 L34 160 Q18 160 18 172 Q18 186 34 186 L166 186 Z", c.WHITE),
        HERE.box(44, 44, 106, 78, c.WHITE),
        parts.letter_a(HERE.at(72, 83, 1.15)),
        parts.letter_z(HERE.at(124, 83, 1.15)),
    )


def information() -> str:
    """Draw a sign with a letter i."""
    return stack(
        HERE.oval(100, 100, 90, fill=c.BLUE),
        HERE.dot(100, 54, 15, c.WHITE),
        HERE.line("M82 88 L102 88 L102 146 M78 146 L124 146", 18, c.WHITE),
    )


def easy_read() -> str:
    """Draw a page with a picture beside each short line."""
    return stack(
        HERE.box(22, 8, 156, 184),
        HERE.box(38, 26, 56, 48, c.SKY),
        parts.smile(HERE.at(66, 50, 0.9), "happy", c.YELLOW),
        HERE.line("M110 40 L160 40 M110 60 L144 60", 7),
        HERE.box(38, 88, 56, 48, c.CREAM),
        HERE.shape("M44 116 L66 96 L88 116 L82 116 L82 130 L50 130 L50 116 Z", c.CORAL),
        HERE.line("M110 102 L160 102 M110 122 L144 122", 7),
        HERE.line("M42 154 L158 154 M42 172 L116 172", 7),
    )


def large_print() -> str:
    """Draw a small letter A, and the same letter very large."""
    return stack(
        HERE.box(8, 14, 184, 172),
        parts.letter_a(HERE.at(44, 132, 0.9)),
        parts.letter_a(HERE.at(124, 100, 3.1), 6.5),
    )


def charter() -> str:
    """Draw a signed document with a seal and ribbon."""
    return stack(
        HERE.box(24, 8, 140, 176),
        HERE.line("M50 36 L138 36", 10),
        *(HERE.line(f"M46 {y} L52 {y + 7} L63 {y - 8}", 6, c.YES) for y in (66, 94, 122)),
        *(HERE.line(f"M78 {y} L140 {y}") for y in (66, 94, 122)),
        HERE.line("M46 158 C56 140 62 172 72 154 C78 144 82 164 94 154"),
        HERE.shape("M122 158 L116 196 L136 184 L156 196 L150 158 Z", c.BLUE),
        HERE.oval(136, 148, 27, fill=c.YELLOW),
        parts.star(HERE.at(136, 149, 0.55), c.WHITE),
    )


def plan() -> str:
    """Draw a page with three steps, 1, 2 and 3, one below the other."""
    one = "M-6 -7 L2 -13 L2 13"
    two = "M-8 -6 C-8 -18 9 -17 8 -5 Q7 1 -8 13 L9 13"
    three = "M-8 -10 C-2 -18 10 -13 7 -5 Q5 -1 -1 -1 Q9 0 8 7 C6 17 -6 15 -9 9"
    steps = ((40, one, c.CORAL), (100, two, c.YELLOW), (160, three, c.LEAF))
    return stack(
        HERE.box(14, 6, 172, 188),
        HERE.line("M54 40 L54 160", 7),
        *(
            stack(
                HERE.oval(54, y, 24, fill=fill),
                HERE.at(54, y).line(digit, 6),
                HERE.line(f"M96 {y - 8} L164 {y - 8} M96 {y + 10} L140 {y + 10}", 6),
            )
            for y, digit, fill in steps
        ),
    )


def review() -> str:
    """Draw a magnifying glass over a written page."""
    return stack(
        HERE.box(16, 8, 130, 172),
        HERE.line("M38 36 L124 36 M38 60 L124 60 M38 84 L70 84 M38 108 L66 108 M38 132 L66 132"),
        HERE.line("M38 156 L84 156"),
        parts.magnifier(HERE.at(118, 112, 1.25)),
        parts.tick(HERE.at(118, 112, 0.95)),
    )


def learn() -> str:
    """Draw a woman who reads an open book."""
    return stack(
        bust(HERE.at(100, 62, 1.15), who.AMARA, 110),
        HERE.shape("M100 130 Q60 108 16 122 L16 184 Q60 172 100 192 Z"),
        HERE.shape("M100 130 Q140 108 184 122 L184 184 Q140 172 100 192 Z"),
        HERE.line("M34 138 Q58 134 82 144 M34 156 Q58 152 82 162"),
        HERE.line("M166 138 Q142 134 118 144 M166 156 Q142 152 118 162"),
    )


def law() -> str:
    """Draw a thick law book with a pair of scales on the cover."""
    return stack(
        HERE.shape("M30 10 L172 10 L172 190 L30 190 Q16 188 16 172 L16 26 Q16 10 30 10 Z", c.BRICK),
        HERE.shape("M172 162 L32 162 Q16 162 16 176 Q16 190 32 190 L172 190 Z"),
        HERE.line("M98 40 L98 132 M74 134 L122 134 M58 56 L138 56", 7, c.YELLOW),
        HERE.line("M58 56 L42 96 M58 56 L74 96 M138 56 L122 96 M138 56 L154 96", FINE, c.YELLOW),
        HERE.shape("M36 96 L80 96 Q76 114 58 114 Q40 114 36 96 Z", c.YELLOW),
        HERE.shape("M116 96 L160 96 Q156 114 138 114 Q120 114 116 96 Z", c.YELLOW),
    )


def rights() -> str:
    """Draw a paper with a person and ticks on it."""
    return stack(
        HERE.box(22, 8, 156, 184, c.CREAM),
        bust(HERE.at(100, 52, 0.86), who.DEV, 58),
        *(HERE.line(f"M46 {y} L54 {y + 8} L68 {y - 9}", 8, c.YES) for y in (124, 148, 172)),
        *(HERE.line(f"M86 {y} L154 {y}", 6) for y in (124, 148, 172)),
    )


SCENES: Final[dict[str, Callable[[], str]]] = {
    "book": book,
    "charter": charter,
    "computer": computer,
    "easy-read": easy_read,
    "email": email,
    "form": form,
    "information": information,
    "large-print": large_print,
    "law": law,
    "learn": learn,
    "letter": letter,
    "phone": phone,
    "plan": plan,
    "review": review,
    "rights": rights,
    "website": website,
}
