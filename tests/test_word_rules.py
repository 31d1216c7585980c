"""The word rules of Plain English reach every text, and leave sound words alone."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from harness import POLICY, SMALL, TODAY

from charter.contracts import Draft
from charter.findings import Outcome
from charter.load import load
from charter.model import (
    Charter,
    EasyRead,
    EasyRow,
    Feedback,
    Heading,
    Paragraph,
    Picture,
    Place,
    Span,
    Spans,
    Table,
)
from charter.policy import load_policy
from charter.reading import Score
from checks import easy_read, readability
from checks._english.council_speak import council_speak
from checks._english.prose import known_words
from checks._english.text import Sentence

PLACE = Place(Path("nowhere.md"), 1)


def the_small() -> Charter:
    """The small charter."""
    charter = load(SMALL).charter
    assert charter
    return charter


def judged(charter: Charter) -> Outcome:
    """What the check says of a charter."""
    return readability.run(Draft(charter, load_policy(POLICY), TODAY))


def one_more(said: str | Spans) -> Outcome:
    """What the check says of the small charter with one page of one paragraph."""
    charter = the_small()
    spans = (Span(said),) if isinstance(said, str) else said
    page = replace(charter.pages[0], full=(Paragraph(spans, PLACE),))
    return judged(replace(charter, pages=(page,)))


def codes(outcome: Outcome) -> list[str]:
    """The codes found in the texts of a test."""
    return [f.rule.code for f in outcome.findings if f.place.file == PLACE.file]


LONG = "we will utilise the ICB room and plant more trees with you there " * 3


@pytest.mark.parametrize(
    "text",
    [
        f"{LONG} near ZZ99 9ZZ.",
        (Span(LONG, href="https://example.org"),),
        f"Our {LONG.title()}".replace("Icb", "ICB"),
        "Planta ut utilise arbores cum amicis ad ICB hortum nostrum prope flumen magnum hodie.",
    ],
    ids=["postcode", "link", "Title Case", "few small words"],
)
def test_no_long_text_slips_past_the_word_rules(text: str | Spans) -> None:
    """A postcode, a link, capitals or missing small words hide neither council-speak nor initials."""
    assert {"READ-006", "READ-009"} <= set(codes(one_more(text)))


@pytest.mark.parametrize("key", ["title", "strapline", "promise", "review_note"])
def test_the_front_matter_is_read(key: str) -> None:
    """The words that everybody sees first are held to the word rules, hedges among them."""
    charter = the_small()
    facts = replace(charter.facts, **{key: "We will maybe utilise an ICB"})  # type: ignore[arg-type]  # each is words
    outcome = judged(replace(charter, facts=facts))
    found = {f.rule.code for f in outcome.findings if f.place == facts.where(key)}

    assert {"READ-006", "READ-008", "READ-009"} <= found


def test_titles_headings_and_cells_are_read() -> None:
    """Short texts that no score counts are still held to the word rules, each once."""
    charter = the_small()
    said = (Span("We utilise an ICB"),)
    blocks = (Heading(2, said, PLACE), Table((said,), ((said,),), replace(PLACE, line=2)))
    page = replace(charter.pages[0], title="We utilise it", full=blocks)
    done = Feedback("Help us.", "A tenant", "hear", "We utilise it.", replace(PLACE, line=3))
    charter = replace(charter, pages=(page,), feedback=(done,))
    outcome = judged(charter)
    found = [(f.place.line, f.rule.code) for f in outcome.findings if f.place.file == PLACE.file]

    assert [(1, "READ-006"), (1, "READ-009"), (2, "READ-006"), (3, "READ-006")] == sorted(found)
    assert page.place in [f.place for f in outcome.findings]


def test_initials_in_a_heading_may_be_spelled_out_below() -> None:
    """A heading is too short to explain itself, so the text under it may do so."""
    charter = the_small()
    heading = Heading(2, (Span("What the ICB does"),), PLACE)
    text = Paragraph((Span("We wrote to the Integrated Care Board (ICB)."),), PLACE)
    page = replace(charter.pages[0], full=(heading, text))
    outcome = judged(replace(charter, pages=(page,)))

    assert [] == codes(outcome)


def test_a_name_excuses_itself_and_not_its_words() -> None:
    """Who signed is named as a whole, or with a capital; the same words in small letters are not."""
    charter = the_small()
    name = replace(charter.signatories[0], name="Stakeholder Forum")
    known = known_words(replace(charter, signatories=(name,)))
    said = ["The stakeholder forum met.", "Stakeholder's view.", "Ask each stakeholder."]
    found = [[hit.said for hit in council_speak(Sentence(text), known)] for text in said]

    assert [[], [], ["stakeholder"]] == found


@pytest.mark.parametrize(
    "text",
    [
        "We will maybe do it.",
        "We will do what we can to help.",
        "We will be committed to looking at ways to help.",
        "We will continue to try to help.",
        "We will work hard to help.",
    ],
)
def test_a_weak_promise_is_a_hedge(text: str) -> None:
    """What promises nothing is found, once."""
    assert ["hedge"] == [hit.level for hit in council_speak(Sentence(text))]


def test_in_the_event_of_a_fire_is_only_asked_about() -> None:
    """Fixed words on a fire notice may stay, so that people decide."""
    assert ["READ-007"] == codes(one_more("In the event of a fire, call us."))


EXPLAINED = (
    "We asked the gazebo overseers and Fernleigh Horticulture Assembly",
    "The gazebo overseers’ chair and Horticulture’s own members came",
    "You can ask Fernleigh about each of the gazebos",
)


def explained(charter: Charter) -> Charter:
    """A charter with two words explained, and one more name that signed."""
    first = charter.glossary[0]
    terms = (
        replace(first, name="Gazebo", forms=("gazebos",), easy_read=EasyRead("", (), PLACE)),
        replace(first, name="Gazebo overseer", forms=("gazebo overseers",)),
    )
    name = replace(charter.signatories[0], name="Fernleigh Horticulture Assembly")
    return replace(
        charter,
        glossary=(*charter.glossary, *terms),
        signatories=(*charter.signatories, name),
    )


def with_these(charter: Charter) -> Charter:
    """A charter with a page whose full text, poster and Easy Read are the sentences above."""
    full = tuple(Paragraph((Span(f"{said}."),), PLACE) for said in EXPLAINED)
    easy = EasyRow(Picture("p", "", PLACE), tuple((Span(f"{s}."),) for s in EXPLAINED), PLACE)
    first = charter.pages[0]
    page = replace(
        first,
        id="more",
        full=full,
        poster=full,
        easy_read=EasyRead("", (easy,), PLACE),
        place=PLACE,
    )
    return replace(charter, pages=(*charter.pages, page))


def scored(outcome: Outcome, version: str) -> dict[str, Score]:
    """The scores of that page."""
    (only,) = [r for r in outcome.readings if r.label == f"more, {version}"]
    return dict(only.figures.scores)


@pytest.mark.parametrize("version", ["full text", "poster", "Easy Read"])
def test_explained_words_and_names_are_never_hard_in_scores(version: str) -> None:
    """They cost nothing where hard words count, and their length and sounds count as ever."""
    known = scored(judged(with_these(explained(the_small()))), version)
    unknown = scored(judged(with_these(the_small())), version)

    for name in ("fog", "dale_chall", "index"):
        assert known[name].value < unknown[name].value, name
    for name in ("flesch", "grade", "ari"):
        assert known[name] == unknown[name], name
    assert pytest.approx(0.0496 * 27 / 3, abs=1e-9) == known["dale_chall"].value
    assert pytest.approx(0.4 * 27 / 3, abs=1e-9) == known["fog"].value


HARD_WORDS = {"READ-010", "READ-025", "EASY-006", "EASY-016", "EASY-021"}


def test_explained_words_and_names_are_never_hard_in_rules() -> None:
    """No rule about hard or misspelt words speaks of them; without the glossary each does."""
    found = []
    for charter in (with_these(the_small()), with_these(explained(the_small()))):
        draft = Draft(charter, load_policy(POLICY), TODAY)
        several = (*readability.run(draft).findings, *easy_read.run(draft).findings)
        found.append({f.rule.code for f in several if f.place.file == PLACE.file} & HARD_WORDS)

    assert [{"READ-010", "EASY-006"}, set()] == found
