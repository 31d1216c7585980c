"""One file of a charter, cut into its versions: the full text, the poster's words, Easy Read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from charter import frontmatter, markdown
from charter.files import read_text
from charter.findings import Finding, Rule, Severity, rules
from charter.frontmatter import FrontMatter
from charter.model import (
    Block,
    Blocks,
    Drawing,
    EasyRead,
    EasyRow,
    Heading,
    Item,
    List,
    Paragraph,
    Picture,
    Place,
    Spans,
    Table,
    text,
)

RULES = rules(
    Rule(
        "LOAD-002",
        Severity.ERROR,
        "This file has no title.",
        "Write the title in a line of its own that starts with one # and a space.",
        "The title is how people find the page, and what a screen reader says first.",
    ),
    Rule(
        "LOAD-003",
        Severity.ERROR,
        "The title comes a second time: “{title}”.",
        "Start the line with two # instead of one.",
        "A page has one title. People who listen use headings to find their way.",
    ),
    Rule(
        "LOAD-004",
        Severity.ERROR,
        "Easy Read needs a picture before this sentence.",
        "Write ![](picture-name) in the line above it.",
        "In Easy Read each idea has a picture on its left.",
    ),
    Rule(
        "LOAD-005",
        Severity.ERROR,
        "Easy Read can't hold this {what}.",
        "Use a picture, then short sentences, each in a line of its own.",
        "Lists and tables are hard to follow for the people Easy Read is for.",
    ),
)


@dataclass(frozen=True, slots=True)
class Source:
    """One file, cut into its versions; what a pledge, a page and the introduction share."""

    facts: FrontMatter
    title: str
    full: Blocks
    poster: Blocks
    easy_read: EasyRead
    place: Place


def read_chapter(
    file: Path, drawings: Sequence[Drawing], findings: list[Finding], *, title_needed: bool = True
) -> Source:
    """Read one Markdown file. What is wrong with it is added to `findings`."""
    source = read_text(file, findings)
    front, body, offset = frontmatter.split(source)
    facts, wrong = frontmatter.read(front, file)
    findings += wrong
    blocks, wrong = markdown.parse(body, file, offset)
    findings += wrong
    place = Place(file, offset + 1)
    title = ""
    if blocks and isinstance(blocks[0], Heading) and blocks[0].level == 1:
        title, place, blocks = text(blocks[0].spans).strip(), blocks[0].place, blocks[1:]
    elif title_needed and source:
        findings.append(RULES["LOAD-002"].at(Place(file, offset + 1)))
    findings += [
        RULES["LOAD-003"].at(block.place, title=text(block.spans))
        for block in blocks
        if isinstance(block, Heading) and block.level == 1
    ]
    parts = _versions(blocks, place)
    return Source(
        facts,
        title,
        prose(parts["full"][1], drawings),
        prose(parts["poster"][1], drawings),
        easy_read(parts["easy read"], drawings, findings),
        place,
    )


def _versions(blocks: Blocks, place: Place) -> dict[str, tuple[Place, list[Block]]]:
    """Blocks by version. “## Poster” and “## Easy Read” start one; the full text is before them."""
    parts: dict[str, tuple[Place, list[Block]]] = {
        name: (place, []) for name in ("full", "poster", "easy read")
    }
    current = "full"
    for block in blocks:
        name = text(block.spans).strip().lower() if isinstance(block, Heading) else ""
        if isinstance(block, Heading) and block.level == 2 and name in ("poster", "easy read"):  # noqa: PLR2004  a second-level heading
            current = name
            parts[current] = (block.place, parts[current][1])
        else:
            parts[current][1].append(block)
    return parts


def prose(blocks: Sequence[Block], drawings: Sequence[Drawing]) -> Blocks:
    """Blocks with line ends as spaces and each picture's description filled in."""
    return tuple(_prose_block(block, drawings) for block in blocks)


def _prose_block(block: Block, drawings: Sequence[Drawing]) -> Block:
    flat = markdown.one_line
    match block:
        case Paragraph() | Heading():
            return replace(block, spans=flat(block.spans))
        case List():
            items = tuple(Item(flat(item.spans), item.place) for item in block.items)
            return replace(block, items=items)
        case Table():
            header = tuple(flat(cell) for cell in block.header)
            rows = tuple(tuple(flat(cell) for cell in row) for row in block.rows)
            return replace(block, header=header, rows=rows)
        case Picture():
            return described(block, drawings)


def described(picture: Picture, drawings: Sequence[Drawing]) -> Picture:
    """`picture` with its description from pictures.toml, unless the author wrote another here."""
    shows = next((d.shows for d in drawings if d.id == picture.id), "")
    return replace(picture, alt=picture.alt or shows)


def easy_read(
    part: tuple[Place, list[Block]], drawings: Sequence[Drawing], findings: list[Finding]
) -> EasyRead:
    """Pictures and the sentences below them as rows; a heading in front is the title."""
    place, blocks = part
    title, rows = "", list[EasyRow]()
    for block in blocks:
        match block:
            case Heading() if not title and not rows:
                title = text(block.spans).strip()
            case Picture():
                rows.append(EasyRow(described(block, drawings), (), block.place))
            case Paragraph() if rows:
                said: tuple[Spans, ...] = rows[-1].sentences + markdown.lines(block.spans)
                rows[-1] = replace(rows[-1], sentences=said)
            case Paragraph():
                findings.append(RULES["LOAD-004"].at(block.place))
            case _:
                what = type(block).__name__.lower()
                findings.append(RULES["LOAD-005"].at(block.place, what=what))
    return EasyRead(title, tuple(rows), place)
