"""What is known of words: how common, how familiar, how spelled; and the list of council-speak."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checks._english.council_speak import HEDGE, MUST_FIX, PLEASE_CHECK, _forms, council_speak
from checks._english.data import DATA, table
from checks._english.slips import misspelt_words, suggestions
from checks._english.text import Sentence
from checks._english.vocabulary import Tally, familiar, is_hard, lexeme, unpacked, zipf
from checks._english.words import words

LEVELS = (MUST_FIX, PLEASE_CHECK, HEDGE)
NOBODY: frozenset[str] = frozenset()


def rows() -> list[tuple[str, list[str]]]:
    """The lines of the table: a value, and the words that have it."""
    lines = (DATA / "zipf" / "zipf.txt").read_text(encoding="ascii").splitlines()
    return [(value, several) for value, *several in map(str.split, lines)]


def misspelt(sentence: str, known: frozenset[str] = NOBODY) -> list[str]:
    """The words of a sentence that are spelled wrong."""
    return [word.text for word in misspelt_words(Sentence(sentence), known)]


@pytest.mark.parametrize(
    ("word", "value"),
    [
        ("the", 7.73),
        ("nhs", 4.0),
        ("don't", 6.2),
        ("organization", 4.92),
        ("organisation", 4.92),
        ("color", 4.91),
        ("colour", 4.91),
        ("programme", 5.27),
        ("licence", 4.52),
        ("council's", 5.08),
        ("organisation's", 4.92),
        ("5", 8.0),
        ("1,000", 8.0),
        ("20th", 8.0),
        ("scrutinise", 2.3),
        ("qwertyx", 2.3),
        ("qwertyx's", 2.3),
    ],
)
def test_words_are_as_common_as_their_commonest_spelling(word: str, value: float) -> None:
    """British spelling and possessives lose nothing, figures are read by all, unknown words rare."""
    assert value == zipf(word)


def test_the_table_is_whole_and_may_be_used() -> None:
    """It has 30,000 words, each once, the commonest first, and its licence is beside it."""
    values = [float(value) for value, _ in rows()]
    every = [word for _, several in rows() for word in several]

    assert 30_000 == len(every) == len(set(every))
    assert sorted(values, reverse=True) == values
    assert 1.0 <= values[-1] < values[0] <= 8.0
    assert "Attribution-ShareAlike 4.0" in (DATA / "zipf" / "LICENSE").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "key",
    [
        "help", "helps", "helped", "helping", "carried", "carries", "stopped", "stopping", "making",
        "happiest", "bigger", "gently", "happily", "hopeful", "hopeless", "kindness", "children",
        "feet", "better", "people's", "teachers'", "don't", "we'll", "ourselves", "12", "1,000",
        "20th", "colour", "colours", "neighbour", "neighbours", "theatre",
    ],
)  # fmt: skip
def test_forms_of_familiar_words_are_familiar(key: str) -> None:
    """Dale and Chall count plurals, tenses, comparisons and endings with their word."""
    assert familiar(key)


@pytest.mark.parametrize(
    "key", ["council", "carers", "email", "internet", "nhs", "organisation", "scrutiny", "coing", "ings"]
)  # fmt: skip
def test_words_that_are_not_on_the_list_are_unfamiliar(key: str) -> None:
    """Words of today are everyday for our rules, and stay unfamiliar for the formula."""
    assert not familiar(key)


@pytest.mark.parametrize("word", ["council", "carers", "email", "internet", "organisations"])
def test_words_of_today_are_everyday(word: str) -> None:
    """Our own list adds what Dale and Chall could not know, so no rule calls it hard."""
    assert lexeme(word).everyday
    assert not is_hard(lexeme(word), 8.0, first=False)


@pytest.mark.parametrize(
    ("word", "long", "complex_"),
    [
        ("organisation", 1, 1),
        ("regretted", 1, 0),
        ("dispatches", 1, 0),
        ("consulting", 1, 0),
        ("necessitated", 1, 1),
        ("family", 1, 0),
        ("scheme", 0, 0),
    ],
)
def test_endings_make_no_complex_word(word: str, long: int, complex_: int) -> None:
    """Gunning counts words of three syllables, but not familiar ones or those by -es, -ed, -ing."""
    tally = unpacked(lexeme(word).tally)

    assert (long, complex_) == (tally.long, tally.complex)


@pytest.mark.parametrize(
    ("sentence", "hard"),
    [
        ("We need scaffolding.", ["scaffolding"]),
        ("Scaffolding is up.", ["Scaffolding"]),
        ("Ask Scaffolding Ltd.", []),
        ("Smethwick is near.", []),
        ("We saw the ICB.", []),
        ("We like gazebos and gazebo-making.", ["gazebos", "gazebo"]),
        ("We like co-scaffolding.", []),
        ("We met on 5 October 2014.", []),
    ],
)
def test_hard_words_are_rare_ones_that_are_no_names(sentence: str, hard: list[str]) -> None:
    """A name can't be swapped, initials have a rule of their own, a word's second part is no word."""
    said = Sentence(sentence)

    assert hard == [said.words[number].text for number in said.hard(4.0, NOBODY)]


def test_a_form_is_as_hard_as_its_word() -> None:
    """A rare plural of a common word can be read by all who know the word; the limit is exact."""
    known = lexeme("inspectors")

    assert zipf("inspectors") < zipf("inspector") == known.common
    assert not is_hard(known, known.common, first=False)
    assert is_hard(known, known.common + 0.01, first=False)


@pytest.mark.parametrize(
    ("value", "rare", "rarity"),
    [("2.3", 1, 270), ("3.99", 1, 101), ("4.0", 0, 100), ("4.99", 0, 1), ("5.0", 0, 0), ("6.54", 0, 0)],
)  # fmt: skip
def test_rare_words_are_those_under_4(value: str, rare: int, rarity: int) -> None:
    """The plain index counts words under 4, and in hundredths how far each is under 5."""
    several = dict(rows()).get(value, ["qwertyx"])
    plain = [word for word in several if zipf(word) == float(value)]
    tallies = {unpacked(lexeme(word).tally)[-2:] for word in plain}

    assert {(rare, rarity)} == tallies


COUNTS = st.builds(Tally, *[st.integers(min_value=0, max_value=2**50)] * len(Tally._fields))


@given(st.lists(COUNTS, min_size=1, max_size=50))
def test_packed_tallies_add_up(tallies: list[Tally]) -> None:
    """Adding packed tallies is adding each count: none runs over into the next."""
    sums = Tally(*map(sum, zip(*tallies, strict=True)))

    assert sums.packed() == sum(tally.packed() for tally in tallies)
    assert sums == unpacked(sum(tally.packed() for tally in tallies))


SOME = "We don’t the NHS organisation’s scrutinise GPs 1,000 family regretted gazebos Siân a.m."


@given(st.lists(st.sampled_from(SOME.split(" ")), min_size=1, max_size=30))
@settings(deadline=None)
def test_a_sentence_counts_what_its_words_count(several: list[str]) -> None:
    """Known words leave the hard ones and nothing else: they still have letters and syllables."""
    sentence = Sentence(" ".join(several))
    every = unpacked(sentence.tally(NOBODY))
    spared = unpacked(sentence.tally(frozenset(word.key for word in words(SOME))))

    assert every == unpacked(sum(lexeme(one).tally for one in several))
    assert len(several) == every.words
    assert every._replace(complex=0, unfamiliar=0, rare=0, rarity=0) == spared


@pytest.mark.parametrize(
    "sentence",
    [
        "We organise, analyse, realise and recognise.",
        "The colour of the neighbour’s jewellery in the theatre at the centre.",
        "A licence, a cheque, a tyre, a catalogue and grey labour.",
        "We are travelling and cancelled; we fulfil, enrol and are skilful.",
        "We co-ordinated it, and we co-operate in a well-organised way, post-war and non-stop.",
        "The tenants’ wellbeing, the councillor’s jargon, and safeguarding don’t change.",
        "Ask Smethwick, Siân Llŷr, the ICB, GPs, iPads, 20mph, H2O and SHOUTED WORDZ.",
        "Bryn said so. Sandwell did too.",
        "Café, naïve and über.",
    ],
)
def test_british_words_and_names_are_right(sentence: str) -> None:
    """British spelling, names, initials, figures and compound words are left alone."""
    assert [] == misspelt(sentence)


def test_american_spelling_is_refused_with_what_to_write() -> None:
    """Each American spelling is found, and the British one is among what it says."""
    pairs = (
        "organize organise,organization organisation,realize realise,analyze analyse,color colour,"
        "colors colours,neighbor neighbour,neighbors neighbours,favorite favourite,honor honour,"
        "labor labour,center centre,theater theatre,defense defence,traveling travelling,"
        "canceled cancelled,fulfill fulfil,enroll enrol,skillful skilful,jewelry jewellery,"
        "catalog catalogue,pediatric paediatric,aluminum aluminium"
    )
    wrong = dict(pair.split() for pair in pairs.split(","))

    assert [] == [word for word in wrong if misspelt(f"The {word} now.") != [word]]
    assert [] == [word for word, right in wrong.items() if right not in suggestions(word)]
    assert [] == [right for right in wrong.values() if misspelt(f"The {right} now.")]


@pytest.mark.parametrize(
    ("sentence", "found", "meant"),
    [
        ("We will recieve it.", ["recieve"], "receive"),
        ("Recieve it now.", ["Recieve"], "receive"),
        ("It is definately so.", ["definately"], "definitely"),
        ("Our accomodation’s roof.", ["accomodation’s"], ""),
        ("We re-organized it.", ["organized"], "organised"),
        ("Ask teh council.", ["teh"], "the"),
    ],
)
def test_slips_of_the_pen_are_found(sentence: str, found: list[str], meant: str) -> None:
    """A wrong word is named as it stands; where something comes near, that is said."""
    assert found == misspelt(sentence)
    assert not meant or meant in suggestions(found[0])
    assert [] == misspelt(
        sentence, frozenset(word.key.removesuffix("'s") for word in words(sentence))
    )


@pytest.mark.parametrize("word", ["qwzxkv", "qwzxkv" * 3, "qwzxkv" * 5, "x" * 5_000])
def test_nobody_is_told_to_write_what_they_wrote(word: str) -> None:
    """Where nothing comes near, however long the word is, nothing is said."""
    assert [word] == misspelt(f"The {word} now.")
    assert () == suggestions(word)


def says(sentence: str, phrase: str, level: str) -> bool:
    """Whether an entry of the list is found in a sentence, in one of its forms, at its level."""
    forms = set(_forms(phrase))
    said = (hit for hit in council_speak(Sentence(sentence)) if hit.level == level)
    return any(" ".join(word.key for word in words(hit.said)) in forms for hit in said)


@pytest.mark.parametrize("level", LEVELS)
def test_every_entry_is_found_in_its_sentence_and_not_in_the_other(level: str) -> None:
    """No entry is misspelt past finding, each leaves a plain use alone and has its plain words."""
    entries = table("council_speak")[level]
    missed = [phrase for phrase, (_, must, _) in entries.items() if not says(must, phrase, level)]
    caught = [phrase for phrase, (_, _, never) in entries.items() if says(never, phrase, level)]
    bare = [
        phrase for phrase in entries
        if [level] != [hit.level for hit in council_speak(Sentence(f"now {phrase} then"))]
    ]  # fmt: skip

    assert [] == missed
    assert [] == caught
    assert [] == bare
    assert [] == [phrase for phrase, (instead, _, _) in entries.items() if not instead.strip()]


def test_the_list_is_long_and_has_each_entry_once() -> None:
    """500 entries or more, none of them at two levels."""
    every = [phrase for level in LEVELS for phrase in table("council_speak")[level]]

    assert 500 <= len(every) == len(set(every))
