"""Markdown and facts: the plain part is kept, the rest is named, and nothing brings us down."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from charter import frontmatter, markdown
from charter.findings import Finding
from charter.model import (
    Heading,
    Paragraph,
    Picture,
    Span,
    Table,
    text,
    words_of,
)

FILE = Path("page.md")
# What Markdown, YAML and CSV give a meaning to, so that the made-up texts find the odd corners.
MARKUP = st.text("#-*_`>|[]()!<&;:.,~=+1 9\n\t\\\"'\r\0aŵ🦽پ", max_size=200)


def codes(words: str) -> list[str]:
    """What is wrong with some Markdown."""
    return [finding.rule.code for finding in markdown.parse(words, FILE)[1]]


def said(words: str) -> list[str]:
    """The words of some Markdown, block by block."""
    return [said for said, _ in words_of(markdown.parse(words, FILE)[0])]


@pytest.mark.parametrize(
    "words",
    [
        "<script>alert(1)</script>",
        "<SCRIPT\nSRC=//evil.example>",
        "We <b>live</b> here.",
        "<img src=x onerror=alert(1)>",
        "<!-- hidden -->",
        "- one <br> two",
        "| a |\n|---|\n| <i>b</i> |",
        "## A <u>heading</u>",
    ],
)
def test_html_is_refused(words: str) -> None:
    """Code would be lost or harmful in some format, so it is never let through in any."""
    assert {"TEXT-001"} == set(codes(words))


@pytest.mark.parametrize(
    "href",
    [
        "javascript:alert(1)",
        "JavaScript:alert(1)",
        "<  javascript:alert(1)>",
        "javascript&colon;alert(1)",
        "java&#115;cript:alert(1)",
        "&#106;avascript:alert(1)",
        "<java\tscript:alert(1)>",
        "&#1;javascript:alert(1)",
        "vbscript:go",
        "data:text/html,hello",
        "file:///C:/secret.txt",
        "//evil.example",
        "/pledges/honest/",
        "other.html",
        "#top",
        "page:",
        "https://",
        "https:evil",
        "https://[::1",
        "",
    ],
)
def test_a_link_must_be_safe_and_lead_somewhere(href: str) -> None:
    """However it is spelt, what is not a page of ours, https, mail or phone is no link at all."""
    blocks, findings = markdown.parse(f"See [this]({href}) now.", FILE)

    assert ["TEXT-004"] == [finding.rule.code for finding in findings]
    assert isinstance(blocks[0], Paragraph)
    assert [None] == [span.href for span in blocks[0].spans]
    assert "See this now." == text(blocks[0].spans)


@pytest.mark.parametrize(
    "href", ["https://a.example/b?c=d#e", "http://a.example", "mailto:a@b.example", "tel:+44121", "page:a", "pledge:b"]
)  # fmt: skip
def test_a_good_link_is_kept_as_it_is(href: str) -> None:
    """The formats get the link as the author wrote it."""
    blocks, findings = markdown.parse(f"See [this]({href}).", FILE)

    assert () == findings
    assert isinstance(blocks[0], Paragraph)
    assert Span("this", href=href) in blocks[0].spans


@pytest.mark.parametrize("mark", ["- ", "1. "])
def test_forty_lists_in_each_other_are_one_finding(mark: str) -> None:
    """The outermost is said once; the reader is not buried in forty messages."""
    assert ["TEXT-002"] == codes("\n".join(" " * len(mark) * n + f"{mark}a" for n in range(40)))


@pytest.mark.parametrize(
    "words", [">" * 3000 + " a", "[a" * 500 + "](b)" * 500, "*" * 5000 + "a", "`" * 5000, "- " * 3000]
)  # fmt: skip
def test_strange_depths_are_survived(words: str) -> None:
    """What no person would write may be refused, but never brings the program down."""
    markdown.parse(words, FILE)


def test_italics_lose_their_slant_only() -> None:
    """Slanted words are hard to read for many; the words themselves stay."""
    assert ["We will not wait."] == said("We *will* _not_ wait.")


def test_blocks_that_no_poster_could_show_are_refused() -> None:
    """Code, quotations and lines across the page are named."""
    assert ["TEXT-003"] * 4 == codes("> a\n\n    code\n\n```\nmore\n```\n\n- - -\n")


def test_tables_keep_their_shape() -> None:
    """A table has its headings and rows, and an empty cell is still a cell."""
    blocks, findings = markdown.parse("| a | b |\n|---|---|\n| c | |\n", FILE)

    assert () == findings
    assert isinstance(blocks[0], Table)
    assert ((Span("a"),), (Span("b"),)) == blocks[0].header
    assert (((Span("c"),), ()),) == blocks[0].rows


@pytest.mark.parametrize(
    ("facts", "code"),
    [
        ("id: [", "FACT-001"),
        ("just words", "FACT-001"),
        ("- a\n- b", "FACT-001"),
        ("id: a\nid: b", "FACT-001"),
        ("? [a, b]\n: c", "FACT-001"),
        ("\tid: a", "FACT-001"),
        ("id: a: b", "FACT-001"),
        ("id: {a: {b: c}}", "FACT-005"),
        ("id: &x [*x]", "FACT-005"),
    ],
)
def test_facts_that_are_no_facts(facts: str, code: str) -> None:
    """YAML that is broken, or is not “name: words”, is a finding with a line."""
    _, findings = frontmatter.read(facts, FILE)

    assert code in [finding.rule.code for finding in findings]
    assert all(finding.place.line for finding in findings)


@pytest.mark.parametrize("value", ["2025-02-30", "June 2025", "30/06/2025", "2025-6", "yes", "1e3"])
def test_a_date_that_is_none(value: str) -> None:
    """Only year-month-day is a date, and the day must exist."""
    findings: list[Finding] = []
    facts, _ = frontmatter.read(f"review: {value}", FILE)

    assert frontmatter.day(facts, "review", findings) is None
    assert ["FACT-003"] == [finding.rule.code for finding in findings]


@pytest.mark.parametrize(("written", "read"), [("no", "no"), ("1.10", "1.10"), ("'a: b'", "a: b"), ("012", "012"), (">\n  a\n  b", "a b")])  # fmt: skip
def test_facts_are_the_words_that_were_typed(written: str, read: str) -> None:
    """Version 1.10 is not 1.1, and a place called No is not false."""
    facts, findings = frontmatter.read(f"version: {written}", FILE)

    assert () == findings
    assert read == facts.values["version"]


def test_a_picture_and_its_words_on_one_line() -> None:
    """A sentence beside its picture is at the picture's line, one below it at the next."""
    (picture, beside), _ = markdown.parse("![](home) We live here.", FILE)
    (_, below), _ = markdown.parse("![](home)\nWe live here.", FILE)

    assert isinstance(picture, Picture)
    assert (1, 2) == (beside.place.line, below.place.line)


def checked(words: str) -> None:
    """Nothing is raised, and each place is a line of the text."""
    words = words.replace("\r", "\n")  # as read_text has done by then
    blocks, findings = markdown.parse(words, FILE)
    last = words.count("\n") + 1
    for one in (*blocks, *findings):
        assert 1 <= (one.place.line or 0) <= last
    for block in blocks:
        if isinstance(block, Heading):
            assert 1 <= block.level <= 6


@given(st.text(max_size=300))
def test_any_text_can_be_read(words: str) -> None:
    """No text makes the reader of Markdown fail, or point outside the file."""
    checked(words)


@given(MARKUP)
def test_any_markup_can_be_read(words: str) -> None:
    """Nor does any heap of signs that mean something in Markdown."""
    checked(words)


@given(st.one_of(MARKUP, st.text(max_size=200)))
def test_any_facts_can_be_read(words: str) -> None:
    """No front matter makes its reader fail."""
    front, body, offset = frontmatter.split(words)
    facts, findings = frontmatter.read(front, FILE)

    assert all(finding.rule.code in frontmatter.RULES for finding in findings)
    assert offset <= words.count("\n") + 1
    assert body in words
    assert set(facts.values) <= set(facts.places)
