"""What is known of each word: how familiar it is, how often it is used, how hard that makes it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from checks._english.data import DATA, listed
from checks._english.spelling import misspelt
from checks._english.syllables import SHORTEST, american, derived, said, syllables
from checks._english.words import Word, is_initials, key_of

_ZIPF = DATA / "zipf" / "zipf.txt"
# What a word that is not in the table counts as: the mean over the words of running English that
# are not among the 30,000 (wordfreq 3.1.1, by how often they come).
_NOT_IN_TABLE = 2.3
_AS_COMMON_AS_CAN_BE = 8.0  # figures: everybody reads them
RARE = 4.0  # Zipf; the plain index and the rules for full text call a word under it rare


class Tally(NamedTuple):
    """What the formulas count, of a word, a sentence or a whole text. Tallies add up by column.

    `letters` are those of textstat's ARI: every sign that isn't a space. `long` words have three
    syllables or more, `complex` ones are those of the Fog index, `unfamiliar` ones are not on the
    Dale-Chall list, `rare` ones have a Zipf value under 4, `rarity` is how far under 5 it is.
    """

    words: int
    letters: int
    syllables: int
    long: int
    complex: int
    unfamiliar: int
    rare: int
    rarity: float


def add_up(tallies: Sequence[Tally]) -> Tally:
    """The sum of some tallies, column by column; all noughts where there are none."""
    return Tally(*map(sum, zip(*tallies, strict=True))) if tallies else NOTHING


NOTHING = Tally(0, 0, 0, 0, 0, 0, 0, 0.0)


class Lexeme(NamedTuple):
    """A word as it is written, with all that is known of it.

    `excused` is its tally where it is a name or an explained word, which no reader calls hard.
    `common` is its Zipf value, or that of the word it is a form of: “gaps” is as easy as “gap”.
    """

    key: str
    tally: Tally
    excused: Tally
    common: float
    everyday: bool
    initials: bool
    misspelt: bool


@cache
def lexeme(word: str) -> Lexeme:
    """What is known of `word`, worked out once."""
    key, initials = key_of(word), is_initials(word)
    sounds, commonness = syllables(word), zipf(key)
    unfamiliar = not familiar(key)
    long = sounds >= LONG
    fog = long and unfamiliar and not (sounds == LONG and key.endswith(_FOG_ENDINGS))
    letters = sum(c.isalnum() or c == "'" for c in key.strip("'"))
    tally = Tally(1, letters, sounds, long, fog, unfamiliar, commonness < RARE,
                  max(0.0, 5 - commonness))  # fmt: skip
    excused = tally._replace(complex=0, unfamiliar=0, rare=0, rarity=0.0)
    everyday = _everyday(key)
    wrong = not everyday and not initials and misspelt(word)
    common = max(commonness, *(zipf(form) for form in _bases(key)), 0.0)
    return Lexeme(key, tally, excused, common, everyday, initials, wrong)


LONG = 3  # syllables
_FOG_ENDINGS = ("es", "ed", "ing")  # Gunning: an ending doesn't make a word of two a hard one


def _bases(key: str) -> Iterator[str]:
    """What a word may be a plural or a tense of."""
    for ending, restored in (("ies", "y"), ("s", ""), ("es", ""), ("ed", ""), ("ed", "e"),
                             ("ing", ""), ("ing", "e")):  # fmt: skip
        if key.endswith(ending) and len(key) - len(ending) >= SHORTEST:
            yield key.removesuffix(ending) + restored


def zipf(key: str) -> float:
    """How common a word is: the base-10 logarithm of its uses in 10^9 words, about 1 to 7.7.

    The larger of its British and its American spelling, because the table's sources are mostly
    American. A possessive is as common as its noun.
    """
    if key[:1].isdigit():
        return _AS_COMMON_AS_CAN_BE
    table, bare = _zipf_table(), key.removesuffix("'s")
    return max(table.get(k, _NOT_IN_TABLE) for k in (key, bare, *american(bare)))


@cache
def _zipf_table() -> dict[str, float]:
    table: dict[str, float] = {}
    for line in _ZIPF.read_text(encoding="ascii").splitlines():
        value, *several = line.split(" ")
        table |= dict.fromkeys(several, float(value))
    return table


def common_initials() -> frozenset[str]:
    """Initials that most people know better than the words they stand for."""
    return listed("initials", "everyday")


@cache
def _dale_chall() -> frozenset[str]:
    """The 3,000 familiar words of Dale and Chall, as they come with textstat."""
    text = files("textstat").joinpath("resources/en/easy_words.txt").read_text(encoding="utf-8")
    return frozenset(text.lower().split())


_INFLECTIONS = (
    ("ies", ("y",)), ("es", ("", "e")), ("s", ("",)), ("ied", ("y",)), ("ed", ("", "e")),
    ("ing", ("", "e")), ("ier", ("y",)), ("er", ("", "e")), ("iest", ("y",)), ("est", ("", "e")),
    ("ily", ("y",)), ("ly", ("", "le")), ("n't", ("",)), ("'ll", ("",)), ("'re", ("",)),
    ("'ve", ("",)), ("'d", ("",)), ("'s", ("",)), ("s'", ("", "s")), ("less", ("",)),
    ("ful", ("",)), ("ness", ("",)),
)  # fmt: skip
_IRREGULAR = {
    "best": "good", "better": "good", "children": "child", "done": "do", "feet": "foot",
    "gone": "go", "men": "man", "ourselves": "our", "people's": "people", "themselves": "them",
    "women": "woman", "worse": "bad", "worst": "bad", "yourself": "your", "yourselves": "your",
}  # fmt: skip


@cache
def familiar(key: str) -> bool:
    """Whether a word is on the Dale-Chall list, or a regular form of one that is; figures are.

    Dale and Chall (1948, 1995) count plurals, tenses and comparisons with their word.
    """
    return key[:1].isdigit() or _is_form(key, _dale_chall())


@cache
def _everyday(key: str) -> bool:
    """Whether everybody knows the word today: familiar, or a form of one that we have added."""
    return familiar(key) or _is_form(key, listed("words", "everyday"))


def _is_form(key: str, easy: frozenset[str]) -> bool:
    if key in easy or _IRREGULAR.get(key) in easy or any(k in easy for k in american(key)):
        return True
    for ending, restored in _INFLECTIONS:
        stem = key.removesuffix(ending)
        if stem == key or len(stem) < SHORTEST - 1:
            continue
        doubled = stem[:-1] if stem[-1:] == stem[-2:-1] else stem
        if doubled in easy or any(stem + end in easy for end in restored):
            return True
    return False


_NEVER_NAMES = re.compile(
    r"(?:[iy]s(?:e|ed|es|ing|ation|ations)|[st]ions?|ments?|ness|ity|ities|ology|ergent|ical|ism|ingly|ally|able)$"
)


@cache
def _is_name(key: str) -> bool:
    """Whether a word that begins with a capital is a name, wherever it stands."""
    if key in listed("names", "everyday"):
        return True
    return not (_everyday(key) or said(key) or derived(key) or _NEVER_NAMES.search(key))


def is_hard(word: Word, under: float) -> bool:
    """Whether many readers won't know `word`: not an everyday one, and its Zipf value is low.

    A word with a capital inside a sentence is a name, which nobody can swap for a plainer one. So
    is one at its start that no list of common words has. Initials have a rule of their own.
    """
    known = lexeme(word.text)
    if known.everyday or known.initials or known.common >= under or word.part:
        return False
    return not (
        word.text[:1].isupper() and (word.start > 0 or _is_name(known.key.removesuffix("'s")))
    )


def hard_words(found: list[Word], spared: frozenset[int], under: float) -> Iterator[Word]:
    """The hard words among those of a sentence, without those whose number is in `spared`."""
    for number, word in enumerate(found):
        if number not in spared and is_hard(word, under):
            yield word
