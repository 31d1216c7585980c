"""A pen that draws the same part anywhere, at any size, always with the same outline.

A part is written once, in its own small coordinates. The pen puts it in place by working out new
numbers, never by an SVG scale: a scaled outline would be thinner on small things.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import starmap
from math import cos, radians, sin
from typing import Final

from formats.easy_read.pictures.palette import INK, WHITE

OUTLINE: Final = 5.0
FINE: Final = 3.5

_TOKEN: Final = re.compile(r"[A-Za-z]|-?\d+(?:\.\d+)?")
# Each command the pen knows, and how many numbers it takes.
_NUMBERS: Final = {"M": 2, "L": 2, "Q": 4, "C": 6, "Z": 0}

Tube = tuple[str, float]


def number(value: float) -> str:
    """Promise the shortest writing of a number to one decimal place, never "-0"."""
    text = f"{value:.1f}".removesuffix(".0")
    if text in ("-0", "0"):
        return "0"
    return text.replace("0.", ".") if text.startswith(("0.", "-0.")) else text


def stack(*marks: str) -> str:
    """Promise the marks in one drawing, the first one furthest back."""
    return "".join(marks)


@dataclass(frozen=True, slots=True)
class Pen:
    """Where, how big, which way up and with what outline the next parts are drawn."""

    x: float = 0
    y: float = 0
    size: float = 1
    turn: float = 0
    flip: bool = False
    outline: float = OUTLINE

    def at(self, x: float, y: float, size: float = 1, turn: float = 0) -> "Pen":
        """Promise a pen for a part of this part: its place and size are counted from here."""
        px, py = self._point(x, y)
        turned = self.turn - turn if self.flip else self.turn + turn
        return replace(self, x=px, y=py, size=self.size * size, turn=turned)

    def mirrored(self) -> "Pen":
        """Promise a pen that swaps left and right."""
        return replace(self, flip=not self.flip)

    def shape(self, d: str, fill: str = WHITE) -> str:
        """Promise a filled, outlined path. Only absolute M, L, C, Q and Z are understood."""
        return f'<path d="{self._path(d)}" fill="{fill}"/>'

    def oval(self, x: float, y: float, rx: float, ry: float = 0, fill: str = WHITE) -> str:
        """Promise an outlined oval, or a circle when only one radius is given."""
        cx, cy = self._point(x, y)
        place = f'cx="{number(cx)}" cy="{number(cy)}"'
        wide = number(rx * self.size)
        if not ry or ry == rx:
            return f'<circle {place} r="{wide}" fill="{fill}"/>'
        high = number(ry * self.size)
        return f'<ellipse {place} rx="{wide}" ry="{high}" fill="{fill}"{self._spin(cx, cy)}/>'

    def box(self, x: float, y: float, w: float, h: float, fill: str = WHITE) -> str:
        """Promise an outlined box with gently rounded corners."""
        left = x + w if self.flip else x
        px, py = self._point(left, y)
        round_off = number(min(6.0, w * self.size / 4, h * self.size / 4))
        return (
            f'<rect x="{number(px)}" y="{number(py)}" width="{number(w * self.size)}"'
            f' height="{number(h * self.size)}" rx="{round_off}" fill="{fill}"'
            f"{self._spin(px, py)}/>"
        )

    def line(self, d: str, weight: float = OUTLINE, ink: str = INK) -> str:
        """Promise an open line with round ends."""
        colour = f' stroke="{ink}"' if ink != INK else ""
        thick = f' stroke-width="{number(weight)}"' if weight != OUTLINE or not self.outline else ""
        return f'<path d="{self._path(d)}"{colour}{thick}/>'

    def dot(self, x: float, y: float, radius: float, fill: str = INK) -> str:
        """Promise a small dot with no outline, for eyes and buttons."""
        cx, cy = self._point(x, y)
        bare = ' stroke="none"' if self.outline else ""
        r = number(radius)
        return f'<circle cx="{number(cx)}" cy="{number(cy)}" r="{r}" fill="{fill}"{bare}/>'

    def limb(self, d: str, width: float, fill: str) -> str:
        """Promise an outlined tube along a line: an arm, a leg, a finger."""
        return self.limbs([(d, width)], fill)

    def limbs(self, tubes: Iterable[Tube], fill: str) -> str:
        """Promise tubes that melt into one shape with one outline: the fingers of a hand."""
        same_width: dict[float, str] = {}
        for d, width in tubes:
            same_width[width] = f"{same_width.get(width, '')} {d}"
        paths = [(self._path(d), width * self.size) for width, d in same_width.items()]
        edge = self.outline
        outer = "".join(
            f'<path d="{d}" stroke-width="{number(w + edge)}"/>' for d, w in paths if edge
        )
        inner = "".join(
            f'<path d="{d}" stroke="{fill}" stroke-width="{number(max(w - edge, 1))}"/>'
            for d, w in paths
            if not (edge and fill == INK)
        )
        return outer + inner

    def _point(self, x: float, y: float) -> tuple[float, float]:
        across = -x if self.flip else x
        c, s = cos(radians(self.turn)), sin(radians(self.turn))
        return (
            self.x + self.size * (across * c - y * s),
            self.y + self.size * (across * s + y * c),
        )

    def _spin(self, cx: float, cy: float) -> str:
        if not self.turn:
            return ""
        return f' transform="rotate({number(self.turn)} {number(cx)} {number(cy)})"'

    def _path(self, d: str) -> str:
        """Write the path from here, each step counted from the last, which makes short files."""
        text, letter = "", ""
        at = (0.0, 0.0)
        for command, numbers in _steps(d):
            pairs = zip(numbers[::2], numbers[1::2], strict=True)
            # Rounded before they are subtracted, so that small errors never add up.
            points = [(round(px, 1), round(py, 1)) for px, py in starmap(self._point, pairs)]
            words = [number(v) for px, py in points for v in (px - at[0], py - at[1])]
            if command == "M":
                words = [number(v) for v in points[0]]
            name = command if command == "M" else command.lower()
            if name == "l" and "0" in words:
                name, words = ("v", words[1:]) if words[0] == "0" else ("h", words[:1])
            text = _squeeze(text, words if name == letter else [name, *words])
            letter = "" if name == "M" else name
            at = points[-1] if points else at
        return text


def _steps(d: str) -> Iterable[tuple[str, list[float]]]:
    """Split a path into its commands, each with just its own numbers."""
    command, numbers = "", list[float]()
    for token in _TOKEN.findall(d):
        if token.isalpha():
            if token not in _NUMBERS:
                message = f"the pen does not know the path command {token!r} in {d!r}"
                raise ValueError(message)
            command = token
        else:
            numbers.append(float(token))
        if len(numbers) == _NUMBERS[command]:
            yield command, numbers
            numbers = []


def _squeeze(text: str, words: Iterable[str]) -> str:
    """Add words to a path, with a space only where two numbers would run together."""
    for word in words:
        apart = text and text[-1].isdigit() and (word[0].isdigit() or word[0] == ".")
        text += f" {word}" if apart else word
    return text
