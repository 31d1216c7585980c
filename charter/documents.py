"""Any text, such as a letter or another council's charter: Markdown, plain text or Word, as blocks.

Unlike a charter it may hold anything, so nothing is refused: what isn't text is passed over.
"""

from __future__ import annotations

import codecs
import importlib
import re
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html.parser import HTMLParser
from itertools import zip_longest
from pathlib import Path
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.token import Token

from charter import frontmatter, word
from charter.findings import Rule, Severity, Wrong, rules
from charter.model import (
    Block,
    Blocks,
    Heading,
    Item,
    List,
    Paragraph,
    Place,
    Span,
    Spans,
    Table,
)

RULES = rules(
    Rule(
        "DOC-001",
        Severity.ERROR,
        "This file can't be opened: {problem}.",
        "Check its name and folder. If it is open in another program, close it there.",
        "A file that can't be opened can't be checked.",
    ),
    Rule(
        "DOC-002",
        Severity.ERROR,
        "This is not a file that can be read here ({kind}).",
        "Open it and save it as Word (.docx), or as plain text. Then read that file.",
        "Only Word files, Markdown and plain text hold words in an order that can be trusted.",
    ),
    Rule(
        "DOC-003",
        Severity.ERROR,
        "This Word file can't be read. It may be damaged, locked with a password, or saved in an "
        "unusual way.",
        "Open it in Word, save it as “Word Document (.docx)” with no password, and read that file.",
        "A file that can't be opened can't be checked.",
    ),
)

# What unpacking, python-docx and its XML reader raise where a file is no Word file inside.
_NOT_WORD = (zipfile.BadZipFile, zlib.error, RuntimeError, EOFError, KeyError, ValueError,
             SyntaxError, AttributeError, IndexError)  # fmt: skip
_TEXT = {".md", ".markdown", ".txt", ""}
_DEEP = 200  # lists in lists, quotations in quotations
_MARKDOWN = MarkdownIt("commonmark", {"maxNesting": _DEEP}).enable("table")
# In plain text only lists, headings and tables mean anything; nothing may hide words.
_PLAIN = MarkdownIt("commonmark", {"maxNesting": _DEEP, "html": False}).enable("table")
_PLAIN.disable(["code", "fence", "html_block", "html_inline", "reference", "backticks", "entity"])
_FACT = re.compile(r"[\w.-]+\s*:|[\s#-]|$")
_BULLET = re.compile(r"^\s*(?:-\s*)?(?:[•·●▪◦~–—]\s*|\*\s+|-(?=\S))(?=\S)")
_NUL = "\x00"


@dataclass(frozen=True, slots=True)
class Document:
    """A text from anywhere. `lines` are those of the file, where it has lines."""

    file: Path
    blocks: Blocks
    lines: tuple[str, ...] = ()

    @property
    def not_read(self) -> str:
        """What is not read in a file of this kind."""
        if self.file.suffix.lower() == ".docx":
            return "headers, footers, comments, deleted words, words in pictures"
        return "code, comments, front matter, descriptions of pictures"


def load(file: Path) -> Document:
    """The text in `file`, by the ending of its name. Raises `Wrong` where it can't be read."""
    if not file.is_file():
        problem = "it is a folder" if file.is_dir() else "there is no such file"
        raise Wrong(RULES["DOC-001"].at(Place(file), problem=problem))
    if file.suffix.lower() == ".docx":
        return _word(file)
    if file.suffix.lower() not in _TEXT:
        raise Wrong(RULES["DOC-002"].at(Place(file), kind=file.suffix))
    try:
        raw = file.read_bytes()
    except OSError as error:
        raise Wrong(RULES["DOC-001"].at(Place(file), problem=error.strerror or error)) from None
    return from_text(decoded(raw, file), file)


def decoded(raw: bytes, file: Path) -> str:
    """`raw` as text: UTF-8, what Windows calls Unicode, or else the old Windows letters."""
    if raw.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return raw.decode("utf-16", errors="replace")
    if _NUL.encode() in raw:
        raise Wrong(RULES["DOC-002"].at(Place(file), kind="not text"))
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        return raw.decode("cp1252", errors="replace")


def from_text(source: str, file: Path) -> Document:
    """Markdown, or plain text, which is Markdown with other bullets and indents of no meaning."""
    source = source.replace("\r\n", "\n")
    lines, offset = source, 0
    if file.suffix.lower() in {".md", ".markdown"}:
        front, body, below = frontmatter.split(source)
        if body.strip() and all(map(_FACT.match, front.split("\n"))):
            lines, offset = body, below  # else three hyphens that open nothing, or words
        tokens = _MARKDOWN.parse(lines)
    else:
        lines = "\n".join(_BULLET.sub("- ", line).strip() for line in source.split("\n"))
        tokens = _PLAIN.parse(lines)
    blocks = _Reader(file, offset).blocks(tokens)
    return Document(file, tuple(blocks), tuple(source.split("\n")))


class _Reader:
    """Walks the tokens of a Markdown file; every run of words becomes a block of its own."""

    def __init__(self, file: Path, offset: int) -> None:
        self.file, self.offset = file, offset
        self.open: list[Token] = []

    def blocks(self, tokens: Sequence[Token]) -> Iterator[Block]:
        """The blocks, in order."""
        for token in tokens:
            if token.nesting == 1:
                self.open.append(token)
            elif token.nesting == -1:
                self.open.pop()
            if token.type == "inline":
                yield from self._inline(token)
            elif token.type == "html_block":
                words = Paragraph((Span(_words_of_html(token.content)),), self._place(token))
                yield from _cut(words)

    def _inline(self, token: Token) -> Iterator[Block]:
        kinds, place = {opened.type for opened in self.open}, self._place(token)
        spans = tuple(_spans(token.children or []))
        if "heading_open" in kinds:
            yield Heading(2, spans, place)
        elif kinds & {"td_open", "th_open"}:
            yield Table((), ((spans,),), place)
        elif "list_item_open" in kinds:
            yield List(ordered=False, items=(Item(_flat(spans), place),), place=place)
        else:
            yield from _cut(Paragraph(spans, place))

    def _place(self, token: Token) -> Place:
        return Place(self.file, self.offset + (token.map[0] if token.map else 0) + 1)


def _spans(children: Sequence[Token]) -> Iterator[Span]:
    href, strong = None, 0
    for child in children:
        match child.type:
            case "text" | "code_inline":
                yield Span(child.content, strong > 0, href)
            case "softbreak" | "hardbreak":
                yield Span("\n", strong > 0, href)
            case "strong_open" | "strong_close":
                strong += child.nesting
            case "image" if href:
                yield Span(child.content, strong > 0, href)
            case "link_open":
                href = str(child.attrGet("href") or "#")
            case "link_close":
                href = None


_SHORT_LINE = 60  # signs; text that a program has wrapped has longer lines
_GOES_ON = re.compile(r"(?:[-,;:–.!?]|\b(?:and|or|of|the|to|a|an|for|in|with))$")


def _cut(paragraph: Paragraph) -> Iterator[Paragraph]:
    """A paragraph, cut where short lines without a stop make it a list of names or titles.

    What goes on with a small letter was only wrapped.
    """
    rows: list[list[Span]] = [[]]
    starts, at, line = [0], 0, ""
    spans = paragraph.spans
    for span, following in zip_longest(spans, spans[1:], fillvalue=Span("")):
        if span.text != "\n":
            rows[-1].append(span)
            line += span.text
            continue
        at += 1
        short = 0 < len(line.strip()) < _SHORT_LINE and not _GOES_ON.search(line.strip())
        if short and not following.text[:1].islower():
            rows.append([])
            starts.append(at)
        else:
            rows[-1].append(span)
        line = ""
    for start, row in zip(starts, rows, strict=True):
        if row:
            place = paragraph.place
            number = place.line + start if place.line is not None else None
            if place.unit != "line":
                number = place.line  # lines of one paragraph in a Word file
            yield Paragraph(_flat(row), Place(place.file, number, place.unit))


def _flat(spans: Sequence[Span]) -> Spans:
    return tuple(Span(one.text.replace("\n", " "), one.strong, one.href) for one in spans)


class _Words(HTMLParser):
    """The words of a piece of HTML, without scripts and styles."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self.hidden = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Pass over what nobody reads."""
        del attrs
        self.hidden += tag in {"script", "style"}

    def handle_endtag(self, tag: str) -> None:
        """Go on after it."""
        self.hidden -= self.hidden > 0 and tag in {"script", "style"}

    def handle_data(self, data: str) -> None:
        """Keep words."""
        if not self.hidden:
            self.found.append(data)


def _words_of_html(source: str) -> str:
    parser = _Words()
    parser.feed(source)
    parser.close()
    return " ".join(" ".join(parser.found).split())


def _word(file: Path) -> Document:
    docx: Any = importlib.import_module("docx.opc.exceptions")
    try:
        blocks = tuple(word.read(file))
    except (docx.PackageNotFoundError, *_NOT_WORD):
        raise Wrong(RULES["DOC-003"].at(Place(file))) from None
    except OSError as error:
        raise Wrong(RULES["DOC-001"].at(Place(file), problem=error.strerror or error)) from None
    return Document(file, tuple(_each(blocks)))


def _each(blocks: Sequence[Block]) -> Iterator[Block]:
    """`blocks`, with a paragraph of short lines cut into its lines."""
    for block in blocks:
        if isinstance(block, Paragraph):
            yield from _cut(block)
        else:
            yield block
