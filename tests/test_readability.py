"""Plain English: how words sound, what is scored, and where limits bite."""

from __future__ import annotations

import random
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from harness import POLICY, ROOT, SMALL, TODAY

from charter.contracts import Draft
from charter.findings import Outcome
from charter.load import load
from charter.model import Charter, Page, Paragraph, Place, Span, Spans
from charter.policy import load_policy
from checks import readability
from checks._english.council_speak import council_speak
from checks._english.data import table
from checks._english.lines import Lines
from checks._english.passive import passives
from checks._english.prose import EASY_READ, FULL, POSTER, Passage, Sentence, versions
from checks._english.scores import counts, formulas, scores
from checks._english.shape import joins, marks, number_words, surely_joined, unexplained_initials
from checks._english.words import familiar, hard, is_initials, syllables, words

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


def row(outcome: Outcome, chapter: str = "more", version: str = FULL) -> dict[str, str]:
    """One line of scores.csv."""
    rows = [dict(r) for r in outcome.scores if (r["chapter"], r["version"]) == (chapter, version)]
    (only,) = rows
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
    """Forms of a listed word are familiar; long unlisted ones are hard, and names are not."""
    assert all(map(familiar, ["helped", "stopping", "happiest", "children", "meetings", "we'll"]))
    assert ["infrastructure"] == [
        w.text for w in words("New infrastructure in Wolverhampton.") if hard(w, frozenset())
    ]
    assert not hard(words("infrastructure")[0], frozenset({"infrastructure"}))


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
    assert found == passives(sentence)


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


def test_every_entry_of_the_list_is_found_and_says_what_to_write() -> None:
    """No entry is misspelt past finding, and each has its plain words."""
    lists = table("council_speak")
    for level in ("must_fix", "please_check", "hedge"):
        for phrase, instead in lists[level].items():
            hits = list(council_speak(Sentence(f"now {phrase} then")))
            assert [level] == [hit.level for hit in hits], phrase
            assert instead.strip()
    assert 200 < sum(len(lists[level]) for level in ("must_fix", "please_check", "hedge"))


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

    assert found == [letters for letters, _, _ in unexplained_initials([passage(text)], known)]
    assert is_initials("U.K.")


PLAIN = "We will tell you what we can do, and what we cannot do."


def test_figures_are_those_of_textstat() -> None:
    """What we add up sentence by sentence gives what textstat says of the whole text."""
    texts = [PLAIN, "The NHS and our organisation share 1,000 ideas, don’t they?"] * 8
    found = scores([passage(*texts)])
    total = counts([passage(*texts)])
    sounds = sum(syllables(w.text) for t in texts for w in words(t))
    flesch, grade = formulas(total.words, total.sentences, sounds)

    assert found
    assert pytest.approx(flesch) == found.flesch.value
    assert pytest.approx(grade) == found.grade.value


def test_the_error_is_that_of_the_sample() -> None:
    """Alike sentences have no error; mixed ones have more, and four times the text has half."""
    mixed = [PLAIN, "Organisational responsibility necessitates considerable deliberation."] * 8
    random.Random(1).shuffle(mixed)  # noqa: S311
    alike, some, more = (scores([passage(*t)]) for t in ([PLAIN] * 12, mixed, mixed * 4))

    assert alike and some and more
    assert 0 == alike.flesch.error
    assert pytest.approx(0.5, rel=0.3) == more.flesch.error / some.flesch.error


def test_a_short_text_gets_no_score() -> None:
    """Under 100 words or 8 sentences a formula would be noise, so there is no figure at all."""
    assert None is scores([passage(*[PLAIN] * 7)])
    found = row(judged(PLAIN))

    assert "too short to score" == found["flesch"]
    assert "" == found["flesch_error"] == found["grade"] == found["reading_age"]


def test_bullets_are_sentences_of_their_own() -> None:
    """Six plain points without stops read as six sentences, not as one of sixty words."""
    points = [
        passage(f"we will talk to you about the plan for house number {n}") for n in range(20)
    ]
    found = scores(points)

    assert 20 == counts(points).sentences
    assert found
    assert found.grade.value < 5


def test_what_is_no_prose_is_not_scored() -> None:
    """Names, links, addresses and numbers on their own are left out, and so are labels."""
    outcome = judged(
        "Child Friendly Sandwell",
        (Span("Read about it on this page", href="https://example.org"),),
        "Phone: 0121 496 0123",
        "Example House, 1 Example Street, Sandwell, ZZ99 9ZZ",
        (Span("What we did:", strong=True), Span(" We wrote to you at a.b@example.org.")),
    )

    assert ("5", "1") == (row(outcome)["words"], row(outcome)["sentences"])


@pytest.mark.parametrize("text", ["", "🎉 🎉", "…", "***"])
def test_a_block_without_words_is_passed_over(text: str) -> None:
    """Nothing to read is nothing to score, and no crash."""
    assert [] == codes(judged(text))


def test_another_language_is_said_to_be_unscored() -> None:
    """A text that isn't English is neither passed nor failed: the report says so."""
    urdu = "ہم آپ کو بتائیں گے کہ ہم کیا کر سکتے ہیں"
    polish = "Powiemy ci jasno co możemy zrobić a czego nie możemy zrobić dla twojej rodziny tutaj dzisiaj."
    outcome = judged(urdu, polish)

    assert ["READ-013"] * 2 == codes(outcome)
    assert "not English" == row(outcome)["verdict"]
    assert "0" == row(outcome)["words"]


def test_a_charter_in_another_language_is_not_scored() -> None:
    """Where the whole charter is in Welsh, one finding says that nobody checked it."""
    welsh = "Byddwn yn dweud wrthych beth y gallwn ei wneud a beth na allwn ei wneud i chi."
    outcome = judged(*[welsh] * 40, language="cy-GB")

    assert ["READ-013"] == [finding.rule.code for finding in outcome.findings]
    assert () == outcome.scores


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

    assert "3000" == row(outcome)["longest"]
    assert len(finding.message) < 200


def test_a_very_long_text_is_scored() -> None:
    """100,000 words are read to the end."""
    assert "104000" == row(judged(*[" ".join([PLAIN] * 10)] * 800))["words"]


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
)
def test_hostile_text_is_read_in_one_go(text: str) -> None:
    """No run of stops, quotes or letters is read again and again, which would take minutes."""
    assert "READ-011" not in codes(judged(text))


def test_every_version_is_examined_and_has_its_row() -> None:
    """Evidence and scores name each version that has words, then the whole of each version."""
    charter = load(SMALL).charter
    assert isinstance(charter, Charter)
    outcome = readability.run(Draft(charter, load_policy(POLICY), TODAY))
    labels = [f"{r['chapter']}, {r['version']}" for r in outcome.scores]

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


def test_no_network_is_ever_asked() -> None:
    """With every socket shut and no data of NLTK's on the machine, the scores are still there."""
    program = """
import socket, sys
def shut(*_, **__): raise SystemExit("asked the network")
socket.socket.connect = socket.create_connection = socket.getaddrinfo = shut
from datetime import date; from pathlib import Path
from charter.contracts import Draft; from charter.load import load
from charter.policy import load_policy; from checks import readability
draft = Draft(load(Path(sys.argv[1])).charter, load_policy(Path(sys.argv[2])), date(2026, 1, 1))
print(readability.run(draft).scores[-3]["flesch"])
"""
    done = subprocess.run(
        [sys.executable, "-c", program, str(SMALL), str(POLICY)],
        cwd=ROOT, env={"NLTK_DATA": "", "PATH": "", "HOME": "nowhere", "SYSTEMROOT": "C:/Windows"},
        capture_output=True, text=True, check=False, timeout=120,
    )  # fmt: skip

    assert "" == done.stderr
    assert done.stdout.strip().isdigit()
