"""The words that are drawn on a page of a PDF, by the number of the mark that they stand in.

Read by our own code from the content streams: no library guesses spaces, or puts lines in a
better order than they are.
"""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from pikepdf import Array, Dictionary, Name, Object, Operator, Page, String
from pikepdf import parse_content_stream as instructions_of

Codes = Mapping[int, str]
"""What each code of a font stands for."""

_TEXT = "BDC BMC EMC q Q Tf Tj ' \" TJ Do"  # what shows words or marks them; the rest draws
_SHOWN = 60  # letters of a text that a message quotes
_TABLE = "endbfchar endbfrange"
_WESTERN = {code: bytes([code]).decode("cp1252", "replace") for code in range(256)}
# Soft hyphens, places where a line may end, and signs that only say which way to write.
_UNHEARD = dict.fromkeys([0xAD, 0x200B, 0x200E, 0x200F, *range(0x2060, 0x206A), 0xFEFF])


@dataclass(frozen=True, slots=True)
class Sheet:
    """The words on one page: by the number of their mark, decoration, and the ones with no mark."""

    marked: Mapping[int, str]
    decoration: str
    unmarked: str


def plain(text: str) -> str:
    """Words with one space between them and without the letters that nobody sees or hears."""
    return " ".join(unicodedata.normalize("NFC", text).translate(_UNHEARD).split())


def short(text: str) -> str:
    """The start of a text, for a message."""
    whole = plain(text)
    return whole if len(whole) <= _SHOWN else whole[:_SHOWN].rsplit(" ", 1)[0] + " …"


def listed(value: Object | None) -> list[Any]:
    """The members of an array; a lone value stands for an array of one."""
    if value is None:
        return []
    return list(value) if isinstance(value, Array) else [value]


@dataclass(frozen=True, slots=True)
class _Mark:
    """One "begin marked content" that is still open."""

    kind: str
    number: int | None
    instead: str | None


@dataclass(frozen=True, slots=True)
class _Font:
    """How a font's strings become words: the bytes of a code, and what the codes stand for."""

    width: int
    codes: Codes


Fonts = dict[tuple[int, int], _Font]
"""The fonts of one file that have been met so far, by the number of their object."""


def sheet(page: Page, fonts: Fonts) -> Sheet:
    """The words on one page. Fonts that were not in `fonts` are added to it."""
    marked: defaultdict[int, str] = defaultdict(str)
    decoration, unmarked = "", ""
    for marks, text in _shown(page, page.resources, (), fonts):
        nearest = next((m for m in reversed(marks) if m.number is not None or _artifact(m)), None)
        if nearest is None:
            unmarked += text
        elif nearest.number is None:
            decoration += text
        else:
            marked[nearest.number] += text
    return Sheet(dict(marked), decoration, unmarked)


def _artifact(mark: _Mark) -> bool:
    return mark.kind == "/Artifact"


def _shown(
    stream: Page | Object, resources: Object, marks: tuple[_Mark, ...], fonts: Fonts
) -> Iterator[tuple[tuple[_Mark, ...], str]]:
    """Each run of words that is drawn, with the marks that are open around it."""
    font, kept = _Font(1, {}), list[_Font]()
    for instruction in instructions_of(stream, _TEXT):
        operands: list[Any] = list(instruction.operands)
        match str(instruction.operator):
            case "BDC" | "BMC":
                marks = (*marks, _mark(operands, resources))
                yield marks, (marks[-1].instead or "") if not _replaced(marks[:-1]) else ""
            case "EMC":
                marks = marks[:-1]
            case "q":
                kept.append(font)
            case "Q" if kept:
                font = kept.pop()
            case "Tf":
                font = _font(resources["/Font"][str(operands[0])], fonts)
            case "Tj" | "'" | '"' | "TJ" if not _replaced(marks):
                yield marks, _decoded(operands[-1], font)
            case "Do":
                yield from _form(resources["/XObject"][str(operands[0])], resources, marks, fonts)


def _form(
    drawn: Object, resources: Object, marks: tuple[_Mark, ...], fonts: Fonts
) -> Iterator[tuple[tuple[_Mark, ...], str]]:
    """What is drawn by a stream inside the page; nothing where it is a photograph."""
    if drawn.get("/Subtype") == Name.Form:
        yield from _shown(drawn, drawn.get("/Resources", resources), marks, fonts)


def _replaced(marks: tuple[_Mark, ...]) -> bool:
    return any(mark.instead is not None for mark in marks)


def _mark(operands: list[Object], resources: Object) -> _Mark:
    details = operands[1] if len(operands) > 1 else Dictionary()
    if isinstance(details, Name):
        details = resources["/Properties"][str(details)]
    number, instead = details.get("/MCID"), details.get("/ActualText")
    return _Mark(
        str(operands[0]),
        None if number is None else int(number),
        None if instead is None else str(instead),
    )


def _font(font: Object, fonts: Fonts) -> _Font:
    known = fonts.get(font.objgen) if font.is_indirect else None
    if known is None:
        width = 2 if font.get("/Subtype") == Name.Type0 else 1
        table = font.get("/ToUnicode")
        # Without a table, a font of one byte a letter most likely has those of Western Europe.
        codes = _WESTERN if table is None and width == 1 else _codes(table)
        known = _Font(width, codes)
        if font.is_indirect:
            fonts[font.objgen] = known
    return known


def _decoded(shown: Object, font: _Font) -> str:
    """The words of a string. A code that stands for nothing becomes the sign for "no letter"."""
    width, codes = font.width, font.codes
    strings = [bytes(one) for one in listed(shown) if isinstance(one, String)]
    return "".join(
        codes.get(int.from_bytes(one[at : at + width], "big"), "\ufffd")
        for one in strings
        for at in range(0, len(one), width)
    )


def _codes(table: Object | None) -> Codes:
    """A font's ToUnicode table. It is written in the same tokens as a content stream."""
    codes: dict[int, str] = {}
    for instruction in instructions_of(table, _TABLE) if table is not None else ():
        operands: list[Any] = list(instruction.operands)
        if instruction.operator == Operator("endbfchar"):
            for code, text in zip(operands[::2], operands[1::2], strict=True):
                codes[_number(code)] = _unicode(text)
        elif instruction.operator == Operator("endbfrange"):
            for low, high, text in zip(*(operands[n::3] for n in range(3)), strict=True):
                for step, code in enumerate(range(_number(low), _number(high) + 1)):
                    codes[code] = _step(text, step)
    return codes


def _step(text: Object, step: int) -> str:
    """What the code stands for that is `step` after the first one of a range."""
    if isinstance(text, Array):
        return _unicode(text[step])
    first = _unicode(text)
    return first[:-1] + chr(ord(first[-1]) + step)


def _number(code: Object) -> int:
    return int.from_bytes(bytes(code), "big")


def _unicode(text: Object) -> str:
    return bytes(text).decode("utf-16-be", "replace")
