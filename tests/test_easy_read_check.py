"""Easy Read: bold words and their meanings, what counts as explained, and what is left alone."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from harness import POLICY, SMALL, TODAY

from charter.contracts import Draft
from charter.findings import Outcome
from charter.load import load
from charter.markdown import lines, parse
from charter.model import EasyRead, EasyRow, Paragraph, Picture, Place
from charter.policy import load_policy
from checks import easy_read

PLACE = Place(Path("nowhere.md"), 1)


def judged(*rows: str, language: str = "en-GB") -> Outcome:
    """What the check says of the small charter with these rows as its introduction's Easy Read."""
    charter = load(SMALL).charter
    assert charter
    made = []
    for number, source in enumerate(rows):
        (block,), _ = parse(source, PLACE.file)
        assert isinstance(block, Paragraph)
        made.append(EasyRow(Picture(f"p{number}", "", PLACE), lines(block.spans), PLACE))
    version = EasyRead("", tuple(made), PLACE)
    introduction = replace(charter.introduction, easy_read=version)
    facts = replace(charter.facts, language=language)
    charter = replace(charter, introduction=introduction, facts=facts)
    return easy_read.run(Draft(charter, load_policy(POLICY), TODAY))


def codes(*rows: str) -> list[str]:
    """The codes found in these rows. That a list of hard words is missing is another matter."""
    found = [f.rule.code for f in judged(*rows).findings if f.place.file == PLACE.file]
    return [code for code in found if code != "EASY-014"]


@pytest.mark.parametrize(
    "rows",
    [
        ["We have a **shed**.\nA shed is for tools."],
        ["We have a **shed**.", "A shed is for tools."],
        ["We have **barriers**.\nA barrier stops you."],
        ["We have a **lease**.\nThis means you pay rent."],
        ["This is called a **lease**.\nYou pay."],
        ["The **tenants** dig.\nYou can too."],
        ["We have a **shed**.\nA shed is for tools.\nThe **shed** is big."],
    ],
    ids=["next line", "next row", "plural", "means", "called", "glossary", "again"],
)
def test_a_bold_word_is_explained(rows: list[str]) -> None:
    """The meaning may be in the next line, in the next row, or in the list of hard words."""
    assert [] == codes(*rows)


@pytest.mark.parametrize(
    ("row", "found"),
    [
        ("We have a **shed**.\nYou can sit.", ["EASY-008"]),
        ("Tenants dig.\nTenants sing.", ["EASY-007"]),
        ("Our co-operation is magnificent.\nMagnificent!", ["EASY-006"]),
        ("We will be told.", ["EASY-010"]),
        ("This is called a plan.", []),
        ("Call us on **0121 496 0123**.", []),
        ("We live in Wolverhampton.", []),
        ("Wednesbury has a library.\nPunjabi is a language.\nUrdu is too.", []),
        ("Amara has a library.\nWe like Amara.", []),
        ("Personalisation is for you.", ["EASY-006"]),
        ("Commissioning is for you.", ["EASY-018", "EASY-006"]),
        ("Scaffolding is for you.", ["EASY-006"]),
        ("You can have it in audio.", []),
        ("Four Oaks has 2 parks.\nCall Six Towns Radio.", []),
        ("We deliver it to your door.", ["EASY-018"]),
        ("The office is closed on Sunday.", []),
        ("We go because we can go.", ["EASY-005"]),
        ("See what we do and what we say.", ["EASY-017"]),
    ],
)
def test_words_that_nobody_explains_are_found(row: str, found: list[str]) -> None:
    """Each word is named once; names, phone numbers and "is called" are left alone."""
    assert found == codes(row)


@pytest.mark.parametrize(("size", "found"), [(12, []), (13, ["EASY-002"]), (16, ["EASY-001"])])
def test_the_longest_sentence_bites_where_the_policy_says(size: int, found: list[str]) -> None:
    """12 words pass, 13 to 15 are "Please check", 16 are "Must fix"."""
    assert found == codes("We go " + "on " * (size - 3) + "now.")


def test_another_language_is_left_to_people() -> None:
    """Our rules know English only, so a Welsh charter's Easy Read is not judged by them."""
    assert () == judged("We have a **shed**.", language="cy-GB").findings


@pytest.mark.parametrize("row", ["🎉", "ہم آپ کو بتائیں گے کہ ہم کیا کر سکتے ہیں"])
def test_a_row_without_english_words_does_not_crash(row: str) -> None:
    """An emoji alone is no sentence; Urdu is left to people who read it."""
    assert codes(row) in ([], ["EASY-011"])


def test_each_chapter_with_easy_read_is_examined() -> None:
    """The evidence names every chapter that has rows."""
    outcome = judged("We go.")

    assert "charter, Easy Read" in outcome.expected
    assert outcome.expected == outcome.examined


def test_the_title_is_read() -> None:
    """Hard wording in the title of an Easy Read part is found, but a title has no length."""
    charter = load(SMALL).charter
    assert charter
    easy = replace(charter.introduction.easy_read, title="We utilise the ICB", place=PLACE)
    charter = replace(charter, introduction=replace(charter.introduction, easy_read=easy))
    found = easy_read.run(Draft(charter, load_policy(POLICY), TODAY)).findings

    assert ["EASY-009", "EASY-015"] == sorted(f.rule.code for f in found if f.place == PLACE)
