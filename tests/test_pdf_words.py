"""No words get lost on the way to paper: hard words, and every block of a pledge's poster part."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest
from harness import SMALL
from test_pdf_formats import HERE, elements, made, words

from charter.load import load
from charter.model import Charter, Heading, Item, List, Paragraph, Picture, Span, Table
from formats import easy_read, poster


@pytest.fixture(scope="module")
def charter() -> Charter:
    """The small charter."""
    found = load(SMALL).charter
    assert found
    return found


def test_hard_words_that_no_chapter_shows_end_the_booklet(charter: Charter, tmp_path: Path) -> None:
    """Without a page of words, their meanings come last, under a title; without words, nothing."""
    with_words = words(made(easy_read, charter, tmp_path)[0].path)
    without = words(made(easy_read, replace(charter, glossary=()), tmp_path)[0].path)

    assert "Hard words Tenants pay rent for a home." in with_words
    assert "Hard words look like this." in without
    assert 1 == without.count("Hard words")


def test_the_poster_prints_every_block_of_a_pledge(charter: Charter, tmp_path: Path) -> None:
    """Paragraphs, headings, lists and tables among a pledge's poster words are all printed."""
    items = tuple(Item((Span(f"Point {n}."),), HERE) for n in (1, 2))
    cells = [(Span(f"Cell {n}"),) for n in range(4)]
    blocks = (
        Paragraph((Span("First of all."),), HERE),
        Heading(3, (Span("A heading"),), HERE),
        List(ordered=False, items=items, place=HERE),
        Paragraph((Span("Then this."),), HERE),
        List(ordered=True, items=items, place=HERE),
        Table(tuple(cells[:2]), (tuple(cells[2:]),), HERE),
        Picture(charter.drawings[0].id, "A drawing that is described.", HERE),
    )
    pledge = replace(charter.pledges[0], poster=blocks)
    changed = replace(charter, pledges=(pledge, *charter.pledges[1:]))

    for artefact in made(poster, changed, tmp_path):
        said = words(artefact.path)
        assert "First of all. A heading • Point 1. • Point 2. Then this. 1. Point 1." in said
        assert "2. Point 2. Cell 0 Cell 1 Cell 2 Cell 3" in said
        with pikepdf.open(artefact.path) as document:
            tags = list(elements(document.Root.StructTreeRoot))
        assert 1 == artefact.pages
        assert 4 == sum(str(tag.S) == "/LI" for tag in tags)
