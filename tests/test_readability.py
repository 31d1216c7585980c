"""Plain English: how words sound, what is scored, and where limits bite."""

from __future__ import annotations

from dataclasses import asdict, replace
from pathlib import Path

import pytest
from harness import POLICY, SMALL, TODAY

from charter.contracts import Draft
from charter.findings import Outcome
from charter.load import load
from charter.model import Charter, Page, Paragraph, Place, Span, Spans
from charter.policy import PosterReading, load_policy
from charter.policy import Reading as Limits
from charter.reading import FORMULAS, Reading
from checks import readability
from checks._english.council_speak import council_speak
from checks._english.lines import Lines
from checks._english.passive import passives
from checks._english.prose import EASY_READ, FULL, POSTER, versions
from checks._english.scores import samples, scores
from checks._english.shape import joins, marks, number_words, surely_joined, unexplained_initials
from checks._english.syllables import syllables
from checks._english.text import Passage, Sentence
from checks._english.vocabulary import lexeme
from checks._english.words import is_initials, words

PLACE = Place(Path("nowhere.md"), 1)


def passage(*text: str) -> Passage:
    """A block with these sentences."""
    return Passage(" ".join(text), PLACE)


def judged(*paragraphs: str | Spans, language: str = "en-GB") -> Outcome:
    """What the check says of the small charter with one more page of these paragraphs."""
    charter = load(SMALL).charter
    assert charter
    spans = [(Span(p),) if isinstance(p, str) else p for p in paragraphs]
    full = tuple(Paragraph(each, PLACE) for each in spans)
    page = Page(
        "more", "More", "", "", full, (), replace(charter.pages[0].easy_read, rows=()), PLACE
    )
    facts = replace(charter.facts, language=language)
    charter = replace(charter, pages=(*charter.pages, page), facts=facts)
    return readability.run(Draft(charter, load_policy(POLICY), TODAY))


def codes(outcome: Outcome) -> list[str]:
    """The codes found on the added page."""
    return [f.rule.code for f in outcome.findings if f.place.file == PLACE.file]


def reading(outcome: Outcome, chapter: str = "more", version: str = FULL) -> Reading:
    """The added page as it was read."""
    (only,) = [r for r in outcome.readings if (r.chapter, r.version) == (chapter, version)]
    return only


@pytest.mark.parametrize(
    ("word", "count"),
    [
        ("the", 1), ("people", 2), ("asked", 1), ("wanted", 2), ("idea", 3), ("table", 2),
        ("organisation", 5), ("colour", 2), ("programme", 2), ("centre's", 2), ("residents'", 3),
        ("don’t", 1), ("unaffordable", 5), ("safeguarding", 3), ("Smethwick", 2), ("Sandwell", 2),
        ("NHS", 3), ("ICBs", 3), ("UK", 2), ("U.K.", 2), ("BUDS", 1), ("WHO", 5), ("2014", 3), ("5", 1),
    ],
)  # fmt: skip
def test_syllables_are_counted_as_people_say_them(word: str, count: int) -> None:
    """British spelling, endings, initials and figures are counted as they sound."""
    assert count == syllables(word)


def test_words_are_those_that_people_would_count() -> None:
    """Hyphens make two words; times, sums and short forms stay one; marks and emoji are none."""
    found = [
        word.text for word in words("Co-production costs £1,000.50 at 10 a.m. – don’t wait! 🎉")
    ]

    assert ["Co", "production", "costs", "1,000.50", "at", "10", "a.m.", "don’t", "wait"] == found


def test_familiar_words_are_known_in_all_their_forms() -> None:
    """Forms of an everyday word are everyday too; rare words are hard, and names are not."""
    everyday = ["helped", "stopping", "happiest", "children", "meetings", "we'll"]
    sentence = Sentence("New scaffolding in Wolverhampton.")

    assert all(lexeme(word).everyday for word in everyday)
    assert ["scaffolding"] == [sentence.words[n].text for n in sentence.hard(4.0, frozenset())]
    assert [] == sentence.hard(4.0, frozenset({"scaffolding"}))


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("You will be told.", ["be told"]),
        ("The plan was not often shared by us.", ["was not often shared"]),
        ("It has been written.", ["been written"]),
        ("They got paid.", ["got paid"]),
        ("We are involved, tired and committed.", []),
        ("It is called a charter, and it is made up of words.", []),
        ("We are used to it. The room is used a lot.", ["is used"]),
        ("We need a red bed. We feed hundreds.", []),
        ("The office is closed on Sunday. It is open on Monday and is free.", []),
        ("If something is broken, tell us. If you get lost, call us.", []),
        ("The room is booked, the gate is locked and the work is finished.", []),
        ("Braille is made of dots. The plan was made in May.", ["was made"]),
        ("The office was closed by us.", ["was closed"]),
    ],
)
def test_a_passive_is_one_only_where_somebody_is_hidden(sentence: str, found: list[str]) -> None:
    """States, names and look-alikes are not taken for passives."""
    assert found == [sentence[start:end] for start, end in passives(sentence)]


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("We utilised it in order to learn.", ["utilised", "in order to"]),
        ("Our Service Users help.", []),
        ("Service users help.", ["Service users"]),
        ("They call it “best practice”.", []),
        ('They call it "best practice", with a robust plan.', ["robust"]),
        ('A 20" screen makes it robust.', ["robust"]),
        ("Do an equality impact assessment.", []),
        ("It is place\u2011based, or place-based.", ["place\u2011based", "place-based"]),
        ("We engage people.", []),
    ],
)
def test_council_speak_is_found_in_every_form(sentence: str, found: list[str]) -> None:
    """Endings and hyphens don't hide an entry; names, quotations and explained words are spared."""
    assert found == [hit.said for hit in council_speak(Sentence(sentence), frozenset({"engage"}))]


def test_marks_numbers_and_joins_are_found() -> None:
    """What makes a sentence hard to take in is named; hyphens and "one of us" are left alone."""
    assert ["brackets", "a semicolon", "a dash"] == marks("We (all); go – now.")
    assert [] == marks("A well-kept plan: yes.")
    assert ["five", "Twenty"] == number_words("One of five. Twenty.")
    assert ["because"] == joins("We go because we can.")
    assert [] == joins("Tell us if you can come.")
    assert [] == number_words("Four Oaks and Six Towns Radio. Seven Sisters.")
    assert ["Two"] == number_words("Two NHS nurses.")


@pytest.mark.parametrize(
    ("sentence", "sure"),
    [
        ("We water the trees because they need it.", True),
        ("Because it rains, we stay in.", True),
        ("We wrote a plan, which helps you.", True),
        ("We meet at night, although it is cold.", True),
        ("We write it down so that you know.", True),
        ("If you ask, then we will come.", True),
        ("Tell us which bus you take.", False),
        ("We stay in because of rain.", False),
        ("This is because you live here.", False),
        ("Tell us if we do not do what you asked.", False),
    ],
)
def test_two_clauses_are_told_from_what_only_looks_like_them(sentence: str, *, sure: bool) -> None:
    """Only a join of two clauses beyond doubt may stop publication."""
    assert sure == surely_joined(sentence)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Ask the ICB.", ["ICB"]),
        ("Ask the Integrated Care Board (ICB). The ICB will help.", []),
        ("Ask the ICB (Integrated Care Board).", []),
        ("ICB is short for Integrated Care Board.", []),
        ("The NHS, the UK, TV and SHAPE. Part II. We will NOT wait.", []),
        ("STOP ALL ICB WORK.", []),
        ("Ask J.B. Smith about COVID-19, or CCTV. PS Bring the Q.C.", ["Q.C."]),
        ("Use BSL, British Sign Language, here.", []),
        ("Use British Sign Language, or BSL, here.", []),
        ("Use BSL, or call us.", ["BSL"]),
        ("Children with SEND can come.", ["SEND"]),
    ],
)
def test_initials_are_spelled_out_once(text: str, found: list[str]) -> None:
    """Common ones, names that signed, and shouted words need no explanation."""
    known = frozenset({"shape"})

    assert found == [word.text for word, _, _ in unexplained_initials([passage(text)], known)]
    assert is_initials("U.K.")


PLAIN = "We will tell you what we can do, and what we cannot do."


HARD = (  # 12 words
    "The organisational responsibility necessitates considerable deliberation regarding the "
    "administrative accountability and documentation."
)
LONGER = f"We know that the {HARD[4:]}"  # 15


@pytest.mark.parametrize(
    ("texts", "size", "enough"),
    [
        ([HARD] * 8 + ["We can do that."], (100, 9), True),
        ([HARD] * 8 + ["We do that."], (99, 9), False),
        ([LONGER] * 8, (120, 8), True),
        ([LONGER] * 7, (105, 7), False),
        ([HARD], (12, 1), False),
    ],
)
def test_a_short_text_is_judged_by_no_score(
    texts: list[str], size: tuple[int, int], *, enough: bool
) -> None:
    """Under 100 words or 8 sentences a formula would be noise: figures are shown, none judges."""
    outcome = judged(*texts)
    figures = reading(outcome).figures
    about_it = [f.rule.code for f in outcome.findings if f.text == "more, full text"]

    assert size == (figures.words, figures.sentences)
    assert enough is figures.enough
    assert {"flesch", "grade", "fog", "ari", "dale_chall", "index"} == {*figures.scores} - {"smog"}
    assert enough is ("READ-011" in about_it)
    assert enough or "READ-012" not in about_it


def test_bullets_are_sentences_of_their_own() -> None:
    """Plain points without stops read as 20 sentences, not as one of 220 words."""
    points = [
        passage(f"we will talk to you about the plan for house number {n}") for n in range(20)
    ]
    drawn = samples((one for point in points for one in point.sentences), frozenset())

    assert 20 == len(drawn)
    assert scores(drawn)["grade"].value < 5


def test_what_is_no_prose_is_not_scored() -> None:
    """Names, links, addresses and numbers on their own are left out, and so are labels."""
    outcome = judged(
        "Child Friendly Sandwell",
        (Span("Read about it on this page", href="https://example.org"),),
        "Phone: 0121 496 0123",
        "Example House, 1 Example Street, Sandwell, ZZ99 9ZZ",
        (Span("What we did:", strong=True), Span(" We wrote to you at a.b@example.org.")),
    )

    figures = reading(outcome).figures

    assert (5, 1) == (figures.words, figures.sentences)


@pytest.mark.parametrize("text", ["", "🎉 🎉", "…", "***"])
def test_a_block_without_words_is_passed_over(text: str) -> None:
    """Nothing to read is nothing to score, and no crash."""
    assert [] == codes(judged(text))


def test_another_language_is_said_to_be_unscored() -> None:
    """A text that isn't English is neither passed nor failed: the report says so."""
    urdu = "ہم آپ کو بتائیں گے کہ ہم کیا کر سکتے ہیں"
    polish = "Powiemy ci jasno co możemy zrobić a czego nie możemy zrobić dla twojej rodziny tutaj dzisiaj."
    outcome = judged(urdu, polish)
    read = reading(outcome)

    assert ["READ-013"] * 2 == codes(outcome)
    assert [False, False] == [block.english for block in read.blocks]
    assert [None, None] == [block.index for block in read.blocks]
    assert 0 == read.figures.words
    assert {} == read.figures.scores


def test_a_charter_in_another_language_is_not_scored() -> None:
    """Where the whole charter is in Welsh, one finding says that nobody checked it."""
    welsh = "Byddwn yn dweud wrthych beth y gallwn ei wneud a beth na allwn ei wneud i chi."
    outcome = judged(*[welsh] * 40, language="cy-GB")

    assert ["READ-013"] == [finding.rule.code for finding in outcome.findings]
    assert () == outcome.readings


def test_an_english_charter_cannot_call_itself_welsh() -> None:
    """The language must not switch the rules off over English text: that must be fixed."""
    outcome = judged(PLAIN, language="cy-GB")

    assert ["READ-015"] == [finding.rule.code for finding in outcome.findings]
    assert outcome.findings[0].blocks


@pytest.mark.parametrize(
    ("size", "found"), [(20, []), (21, ["READ-002"]), (25, ["READ-002"]), (26, ["READ-001"])]
)
def test_the_longest_sentence_bites_where_the_policy_says(size: int, found: list[str]) -> None:
    """20 words pass, 21 to 25 are "Please check", 26 are "Must fix"."""
    assert found == codes(judged("we " * (size - 1) + "go."))


def test_a_very_long_sentence_is_one_finding() -> None:
    """3,000 words without a stop are found and quoted in short."""
    outcome = judged("we go " * 1500)
    (finding,) = [f for f in outcome.findings if f.rule.code == "READ-001"]

    assert 3000 == reading(outcome).figures.longest
    assert len(finding.message) < 200


def test_a_very_long_text_is_scored() -> None:
    """100,000 words are read to the end."""
    figures = reading(judged(*[" ".join([PLAIN] * 10)] * 800)).figures

    assert 104_000 == figures.words
    assert {*FORMULAS} == {*figures.scores}


@pytest.mark.parametrize(
    "text",
    [
        "." * 200_000,
        "a. " * 100_000,
        '?" (' * 50_000,
        "x" * 500_000,
        "a@" * 100_000,
        "1(" * 100_000,
        "is very " * 50_000,
    ],
    ids=["stops", "letters", "quotes", "one word", "addresses", "brackets", "passives"],
)
def test_hostile_text_is_read_in_one_go(text: str) -> None:
    """No run of stops, quotes or letters is read again and again, which would take minutes."""
    assert "READ-011" not in codes(judged(text))


@pytest.mark.parametrize("limit", [0, 10**6])
def test_no_limit_that_a_policy_may_have_is_a_crash(limit: int) -> None:
    """Whatever numbers reviewers choose, texts are read to the end and each finding can be said."""
    charter, policy = load(SMALL).charter, load_policy(POLICY)
    assert charter
    full = Limits(**dict.fromkeys(asdict(policy.full), limit))
    poster = PosterReading(**dict.fromkeys(asdict(policy.poster), limit))
    policy = replace(policy, full=full, poster=poster, easy_read=full)
    outcome = readability.run(Draft(charter, policy, TODAY))

    assert outcome.expected == outcome.examined
    assert all(finding.message and finding.fix for finding in outcome.findings)


def test_every_version_is_examined_and_has_its_reading() -> None:
    """Evidence and scores name each version that has words, then the whole of each version."""
    charter = load(SMALL).charter
    assert isinstance(charter, Charter)
    outcome = readability.run(Draft(charter, load_policy(POLICY), TODAY))
    labels = [read.label for read in outcome.readings]

    assert outcome.expected == outcome.examined == {v.label for v in versions(charter)}
    assert [f"whole charter, {name}" for name in (FULL, POSTER, EASY_READ)] == labels[-3:]
    assert len(labels) == len(set(labels))
    assert outcome == readability.run(Draft(charter, load_policy(POLICY), TODAY))


def test_a_finding_names_the_line_of_its_sentence(tmp_path: Path) -> None:
    """One sentence a line: the place is that line, not the paragraph's first; links don't hide it."""
    file = tmp_path / "page.md"
    file.write_text("# A\n\nWe go.\n[We](page:us) stay here, all of us.\n", encoding="utf-8")

    assert Place(file, 4) == Lines().of(Place(file, 3), "We stay here, all of us.")
    assert Place(file, 3) == Lines().of(Place(file, 3), "Not there.")
    assert Place(tmp_path / "no.md", 3) == Lines().of(Place(tmp_path / "no.md", 3), "We go.")
