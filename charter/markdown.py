"""Markdown to blocks: the plain part of Markdown that every format can carry, with line numbers.

What can't be carried (raw HTML, a list in a list, code, unsafe links) becomes a finding, never
a guess: each reader of each format must get the same words.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import dropwhile, pairwise
from pathlib import Path
from urllib.parse import urlsplit

from markdown_it import MarkdownIt
from markdown_it.token import Token

from charter.findings import Finding, Rule, Severity, rules, unique
from charter.model import (
    Block,
    Blocks,
    Heading,
    Item,
    List,
    Paragraph,
    Picture,
    Place,
    Span,
    Spans,
    Table,
    text,
)

RULES = rules(
    Rule(
        "TEXT-001",
        Severity.ERROR,
        "Here is HTML code: {words}",
        "Take the code out and keep the words. For a picture, write ![](picture-name).",
        "Code works on a web page at best. On the poster, in print or read aloud it is lost.",
    ),
    Rule(
        "TEXT-002",
        Severity.ERROR,
        "A list inside a list.",
        "Make it one list, or give the second list a heading of its own.",
        "People who listen, or read in large print, lose their place in nested lists.",
    ),
    Rule(
        "TEXT-003",
        Severity.ERROR,
        "This {what} can't be shown in every format.",
        "Write it as a plain paragraph or a list.",
        "The poster, large print and Easy Read have words, lists, tables and pictures only.",
    ),
    Rule(
        "TEXT-004",
        Severity.ERROR,
        "This link is not safe or goes nowhere: {href}",
        "Use https://…, mailto:…, tel:…, or a page of the charter: page:who-we-are, pledge:honest.",
        "A link that runs code could harm readers; one that goes nowhere wastes their time.",
    ),
    Rule(
        "TEXT-005",
        Severity.ERROR,
        "A picture stands in the middle of a sentence.",
        "Put the picture in a line of its own, with an empty line before and after.",
        "In print and in Easy Read a picture has a place of its own.",
    ),
    Rule(
        "TEXT-006",
        Severity.ERROR,
        "This link has no words: {href}",
        "Write the words that people select between the square brackets: [who we are](…).",
        "Nobody can see, hear or select a link that has no words.",
    ),
    Rule(
        "TEXT-007",
        Severity.ERROR,
        "This numbered list starts at {start}. Every format would start it at 1.",
        "Start it at 1, or keep it in one list with the lines before. "
        "If it is no list, do not start the line with a number and a full stop.",
        "Readers of each format must see the same numbers.",
    ),
)


class _Parser(MarkdownIt):
    """Markdown as it is written: an unsafe link stays a link, so that it can be reported."""

    def validateLink(self, url: str) -> bool:
        """Keep every link; `safe` judges them."""
        return bool(url)


_PARSER = _Parser("commonmark", {"maxNesting": 100}).enable("table")
_SCHEMES = {"https", "http", "mailto", "tel", "page", "pledge"}
_NAMES = {
    "fence": "block of code",
    "code_block": "block of code",
    "blockquote_open": "block quotation",
    "hr": "line across the page",
}


@dataclass(slots=True)
class _Reader:
    """Where we are in one file; findings are gathered as the blocks are read."""

    file: Path
    offset: int
    findings: list[Finding] = field(default_factory=list)

    def place(self, token: Token) -> Place:
        line = token.map[0] if token.map else 0
        return Place(self.file, self.offset + line + 1)


def parse(source: str, file: Path, offset: int = 0) -> tuple[Blocks, tuple[Finding, ...]]:
    """The blocks of `source`, and what is wrong with them.

    `offset` is how many lines of the file come before `source`.
    """
    reader = _Reader(file, offset)
    tokens = _PARSER.parse(source)
    blocks = tuple(_blocks(tokens, reader))
    return blocks, unique(reader.findings)


def _blocks(tokens: Sequence[Token], reader: _Reader) -> Iterator[Block]:
    at = 0
    while at < len(tokens):
        token, end = tokens[at], _end(tokens, at)
        inside = tokens[at + 1 : end]
        place = reader.place(token)
        match token.type:
            case "heading_open":
                yield Heading(int(token.tag[1]), _spans(inside[0], place, reader), place)
            case "paragraph_open":
                yield from _paragraph(inside[0], place, reader)
            case "bullet_list_open" | "ordered_list_open":
                ordered = token.type.startswith("ordered")
                if (start := token.attrGet("start")) is not None:
                    reader.findings.append(RULES["TEXT-007"].at(place, start=start))
                yield List(ordered, tuple(_items(inside, reader)), place)
            case "table_open":
                yield _table(inside, place, reader)
            case "html_block":
                words = token.content.strip().splitlines()[0][:60]
                reader.findings.append(RULES["TEXT-001"].at(place, words=words))
            case other:
                what = _NAMES.get(other, other.removesuffix("_open").replace("_", " "))
                reader.findings.append(RULES["TEXT-003"].at(place, what=what))
        at = end + 1


def _end(tokens: Sequence[Token], start: int) -> int:
    """Where the block that starts at `start` closes."""
    if tokens[start].nesting != 1:
        return start
    level = tokens[start].level
    return next(n for n in range(start + 1, len(tokens)) if tokens[n].level == level)


def _paragraph(inline: Token, place: Place, reader: _Reader) -> Iterator[Block]:
    children = inline.children or []
    if children and children[0].type == "image":
        rest = list(dropwhile(lambda child: child.type == "softbreak", children[1:]))
        yield _picture(children[0], place)
        if rest:
            # A picture and its sentences may share a paragraph, as people type it in Easy Read.
            below = children[1].type == "softbreak"
            line = Place(place.file, (place.line or 0) + below)
            yield Paragraph(_runs(rest, line, reader), line)
        return
    yield Paragraph(_spans(inline, place, reader), place)


def _picture(token: Token, place: Place) -> Picture:
    return Picture(str(token.attrGet("src") or ""), token.content.strip(), place)


def _items(tokens: Sequence[Token], reader: _Reader) -> Iterator[Item]:
    at = 0
    while at < len(tokens):
        end = _end(tokens, at)
        place, spans = reader.place(tokens[at]), list[Span]()
        for inner in tokens[at + 1 : end]:
            if inner.type in {"bullet_list_open", "ordered_list_open"}:
                reader.findings.append(RULES["TEXT-002"].at(reader.place(inner)))
                break
            if inner.type == "inline":
                spans += ([Span(" ")] if spans else []) + list(_spans(inner, place, reader))
            elif inner.type in _NAMES or inner.type == "html_block":
                what = _NAMES.get(inner.type, "piece of HTML")
                reader.findings.append(RULES["TEXT-003"].at(reader.place(inner), what=what))
        yield Item(tuple(spans), place)
        at = end + 1


def _table(tokens: Sequence[Token], place: Place, reader: _Reader) -> Table:
    rows: list[tuple[Spans, ...]] = []
    cells: list[Spans] = []
    for token in tokens:
        if token.type == "tr_open":
            cells, place = [], reader.place(token)
        elif token.type == "inline":
            cells.append(_spans(token, place, reader))
        elif token.type == "tr_close":
            rows.append(tuple(cells))
    return Table(rows[0], tuple(rows[1:]), place)


def _spans(inline: Token, place: Place, reader: _Reader) -> Spans:
    return _runs(inline.children or [], place, reader)


def _runs(children: Sequence[Token], place: Place, reader: _Reader) -> Spans:
    spans: list[Span] = []
    strong, href = 0, None
    reader.findings += [
        RULES["TEXT-006"].at(place, href=opening.attrGet("href"))
        for opening, following in pairwise(children)
        if (opening.type, following.type) == ("link_open", "link_close")
    ]
    for child in children:
        match child.type:
            case "text" | "code_inline":
                spans.append(Span(child.content, strong > 0, href))
            case "softbreak" | "hardbreak":
                spans.append(Span("\n", strong > 0, href))
            case "strong_open" | "strong_close":
                strong += child.nesting
            case "link_open":
                href = str(child.attrGet("href") or "")
                if not safe(href):
                    reader.findings.append(RULES["TEXT-004"].at(place, href=href or "(empty)"))
                    href = None
            case "link_close":
                href = None
            case "html_inline":
                reader.findings.append(RULES["TEXT-001"].at(place, words=child.content[:60]))
            case "image":
                reader.findings.append(RULES["TEXT-005"].at(place))
            case _:  # italics: the words are kept, the slant is not (hard to read for many)
                continue
    return join(spans)


def join(spans: Sequence[Span]) -> Spans:
    """The same spans with neighbours that look alike made one, and none of them empty."""
    out: list[Span] = []
    for span in spans:
        last = out[-1] if out else None
        if last and (last.strong, last.href) == (span.strong, span.href):
            out[-1] = Span(last.text + span.text, span.strong, span.href)
        elif span.text:
            out.append(span)
    return tuple(out)


def lines(spans: Spans) -> tuple[Spans, ...]:
    """`spans` cut where the author began a new line."""
    out: list[list[Span]] = [[]]
    for span in spans:
        first, *more = span.text.split("\n")
        out[-1].append(Span(first, span.strong, span.href))
        out += [[Span(part, span.strong, span.href)] for part in more]
    return tuple(cut for line in out if (cut := join(line)) and text(cut).strip())


def one_line(spans: Spans) -> Spans:
    """`spans` with the author's line ends as spaces."""
    return join([Span(s.text.replace("\n", " "), s.strong, s.href) for s in spans])


def safe(href: str) -> bool:
    """Whether a link leads somewhere that we can stand behind."""
    try:
        parts = urlsplit(href)
    except ValueError:
        return False
    if parts.scheme in {"http", "https"}:
        return bool(parts.hostname)
    return parts.scheme in _SCHEMES and bool(parts.path.strip())
