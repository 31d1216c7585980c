"""Ways through a charter that several checks share: every version, every run of words."""

from __future__ import annotations

from collections.abc import Iterator

from charter.lists import statement_row
from charter.model import (
    Block,
    Blocks,
    Chapter,
    Charter,
    Heading,
    List,
    Paragraph,
    Picture,
    Place,
    Spans,
    Table,
)


def prose_of(charter: Charter) -> Iterator[Blocks]:
    """The blocks of each full text, each poster text and each meaning in the glossary."""
    for chapter in charter.chapters:
        yield chapter.full
        yield chapter.poster
    for term in charter.glossary:
        yield term.meaning


def spans_of(charter: Charter) -> Iterator[tuple[Spans, Place]]:
    """Every run of words in the charter, in every version, with where it stands."""
    for blocks in prose_of(charter):
        for block in blocks:
            yield from spans_in(block)
    for version in (*charter.chapters, *charter.glossary):
        for row in version.easy_read.rows:
            for sentence in row.sentences:
                yield sentence, row.place


def spans_in(block: Block) -> Iterator[tuple[Spans, Place]]:
    """The runs of words in one block: a list item and a table cell each for itself."""
    match block:
        case Paragraph() | Heading():
            yield block.spans, block.place
        case List():
            for item in block.items:
                yield item.spans, item.place
        case Table():
            for row in (block.header, *block.rows):
                for cell in row:
                    yield cell, block.place
        case Picture():
            pass


def pictures_of(charter: Charter) -> Iterator[Picture]:
    """Every use of a picture. `alt` is "" where the use has no words of its own."""
    facts = charter.facts
    if facts.picture:
        yield Picture(facts.picture, "", facts.where("picture"))
    chapters: tuple[Chapter, ...] = (*charter.pledges, *charter.pages)
    for chapter in chapters:
        if chapter.picture:
            yield Picture(chapter.picture, "", chapter.place)
    for blocks in prose_of(charter):
        yield from (block for block in blocks if isinstance(block, Picture))
    for version in (*charter.chapters, *charter.glossary):
        for row in version.easy_read.rows:
            yield row.picture
    last = statement_row(charter).picture
    if last.id:
        yield last


def blank(words: str) -> bool:
    """Whether nothing can be seen or read out: no words, or only spaces of any kind."""
    return not any(c.isprintable() and not c.isspace() for c in words)


def source(chapter: Chapter) -> str:
    """The file a chapter comes from, as evidence that it was looked at."""
    return chapter.place.file.as_posix()
