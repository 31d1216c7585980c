"""Words on their way through Markdown, hard words, and colours."""

from __future__ import annotations

import html
import re
from pathlib import Path

import markdown
import yaml
from harness import SMALL
from hypothesis import given, settings
from hypothesis import strategies as st

from charter.load import load
from charter.model import (
    Block,
    Heading,
    Item,
    List,
    Paragraph,
    Place,
    Span,
    Spans,
    Table,
    Term,
    words_of,
)
from formats.site import prose, stage, words

HERE = Place(Path("content/test.md"), 1)
EXTENSIONS = yaml.safe_load(stage.BASE.read_text(encoding="utf-8"))["markdown_extensions"]

# -- the same words -------------------------------------------------------------------------------

LETTERS = st.text(
    st.one_of(
        st.characters(exclude_categories=["Cs", "Cc"]),
        st.sampled_from("*_<>&[](){}|`#+-=.!~^\\\"':/0123456789 \u0633\u00a0\t"),
    ),
    max_size=30,
)
HREFS = st.one_of(
    st.none(),
    st.sampled_from(
        ["page:home", "pledge:none", "https://example.org/a_b?c=(d)&e=*f*", "tel:0121"]
    ),
    LETTERS,
)
SPANS = st.lists(st.builds(Span, LETTERS, st.booleans(), HREFS), max_size=4).map(tuple)
ITEMS = st.lists(st.builds(Item, SPANS, st.just(HERE)), min_size=1, max_size=3).map(tuple)


def tables() -> st.SearchStrategy[Table]:
    """Tables of two columns."""
    row = st.tuples(SPANS, SPANS)
    return st.builds(
        Table, st.tuples(SPANS, SPANS), st.lists(row, max_size=2).map(tuple), st.just(HERE)
    )


BLOCKS: st.SearchStrategy[list[Block]] = st.lists(
    st.one_of(
        st.builds(Paragraph, SPANS, st.just(HERE)),
        st.builds(Heading, st.integers(2, 5), SPANS, st.just(HERE)),
        st.builds(List, st.booleans(), ITEMS, st.just(HERE)),
        tables(),
    ),
    max_size=5,
)


def read(blocks: list[Block]) -> str:
    """The words of blocks after Markdown has been through them."""
    page = prose.Page("a.md", {"page:home": "index.md"}, {})
    made = markdown.markdown(
        prose.prose(blocks, page),
        extensions=[e if isinstance(e, str) else next(iter(e)) for e in EXTENSIONS],
    )
    return re.sub(r"<[^>]*>", lambda tag: "" if tag[0][1:2] in "asb/" else " ", made)


def bare(text: str) -> str:
    """Words without the space between them: tags fall where people put spaces."""
    return "".join(prose.clean(text).split())


@given(BLOCKS)
@settings(max_examples=200, deadline=None)
def test_words_come_back_as_they_were_written(blocks: list[Block]) -> None:
    """Whatever signs an author types, the page has exactly those words, in that order."""
    expected = bare("".join(said for said, _ in words_of(blocks)))

    assert expected == bare(html.unescape(read(blocks)))


@given(LETTERS, LETTERS)
@settings(max_examples=100, deadline=None)
def test_words_in_ready_made_html_come_back_too(one: str, two: str) -> None:
    """Cards and Easy Read rows are HTML; Markdown leaves their words alone as well."""
    made = markdown.markdown(f"<div>\n<p>{prose.keep(one)}</p>\n\n<p>{prose.keep(two)}</p>\n</div>")

    assert bare(one + two) == bare(html.unescape(re.sub(r"<[^>]*>", "", made)))


def test_a_list_after_a_list_stays_a_list_of_its_own() -> None:
    """Two lists that stand together are not melted into one."""
    item = Item((Span("word"),), HERE)
    lists: list[Block] = [List(ordered=False, items=(item,), place=HERE) for _ in range(2)]
    page = prose.Page("a.md", {}, {})

    assert 2 == markdown.markdown(prose.prose(lists, page)).count("<ul>")


def test_a_link_that_leads_nowhere_leaves_its_words() -> None:
    """An id that no page has, or code in a link, is never a link, and never a crash."""
    page = prose.Page("a.md", {"page:home": "index.md"}, {})
    spans: Spans = tuple(
        Span("w", href=href)
        for href in ("page:none", "pledge:", "javascript:x()", "https://[", "x")
    )

    assert "wwwww" == prose.inline(spans, page)


def test_a_phone_number_in_urdu_keeps_its_order() -> None:
    """The groups of a number stay in one piece that reads from left to right."""
    assert 'فون <bdi dir="ltr">0121 496 0123</bdi>' == prose.keep("فون 0121 496 0123")
    assert "phone 0121 496 0123" == prose.keep("phone 0121 496 0123")


# -- hard words -----------------------------------------------------------------------------------


def test_only_the_first_use_of_a_hard_word_is_a_link() -> None:
    """A word is explained where it stands first, in any of its forms; titles are left alone."""
    meaning = (Paragraph((Span("Doing things together."),), HERE),)
    easy_read = load(SMALL).charter
    assert easy_read
    term = Term("Co-production", ("co-produce",), meaning, easy_read.introduction.easy_read, HERE)
    blocks: tuple[Block, ...] = (
        Heading(2, (Span("Co-production"),), HERE),
        Paragraph((Span("We co-produce. Co-production, non-co-production."),), HERE),
    )

    explained = words.explain(blocks, (term,))

    assert (term,) == explained.terms
    assert blocks[0] == explained.blocks[0]
    assert isinstance(explained.blocks[1], Paragraph)
    assert ["co-produce"] == [s.text for s in explained.blocks[1].spans if s.href]
