"""What is known of each word: how familiar it is, how often it is used, how hard that makes it."""

from __future__ import annotations

import re
import struct
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from checks._english.data import DATA, listed
from checks._english.spelling import in_dictionary, is_american, misspelt
from checks._english.syllables import SHORTEST, american, said, syllables
from checks._english.words import is_initials, key_of

_ZIPF = DATA / "zipf" / "zipf.txt"
# What a word that is not in the table counts as: the mean over the words of running English that
# are not among the 30,000 (wordfreq 3.1.1, by how often they come).
NOT_IN_TABLE = 2.3
_AS_COMMON_AS_CAN_BE = 8.0  # figures: everybody reads them
COMMON = 5.0  # Zipf; a word over it is common enough for anyone
SHORTEST_IN_NAMES = 4  # letters: “of”, “the” and “for” tell no name
RARE = 4.0  # Zipf; the plain index and the rules for full text call a word under it rare


class Tally(NamedTuple):
    """What the formulas count, of a word, a sentence or a whole text.

    `letters` are those of textstat's ARI: every sign that isn't a space. `long` words have three
    syllables or more, `complex` ones are those of the Fog index, `unfamiliar` ones are not on the
    Dale-Chall list, `rare` ones have a Zipf value under 4; `rarity` is how far under 5 the Zipf
    values are, in hundredths.
    """

    words: int
    letters: int
    syllables: int
    long: int
    complex: int
    unfamiliar: int
    rare: int
    rarity: int

    def packed(self) -> int:
        """All counts as one whole number, each in 64 bits of its own: texts add up in one go."""
        return int.from_bytes(_COUNTS.pack(*self), "little")


_COUNTS = struct.Struct(f"<{len(Tally._fields)}Q")


def unpacked(total: int) -> Tally:
    """The counts in a sum of packed tallies."""
    return Tally(*_COUNTS.unpack(total.to_bytes(_COUNTS.size, "little")))


class Lexeme(NamedTuple):
    """A word as it is written, with all that is known of it.

    `tally` is what the formulas count, packed; `excused` is the same where the word is a name or
    an explained one, which no reader calls hard.
    `common` is its Zipf value, or that of the word it is a form of: “gaps” is as easy as “gap”.
    `upper` is whether it begins with a capital letter, `capital` whether it may be part of a name.
    A word that isn't `odd` is none of these, and common: most rules can pass it over.
    """

    key: str
    tally: int
    excused: int
    common: float
    everyday: bool
    initials: bool
    misspelt: bool
    upper: bool
    capital: bool
    odd: bool


@cache
def lexeme(word: str) -> Lexeme:
    """What is known of `word`, worked out once."""
    key, initials = key_of(word), is_initials(word)
    sounds, commonness = syllables(word), zipf(key)
    unfamiliar = not familiar(key)
    long = sounds >= LONG
    fog = long and unfamiliar and not (sounds == LONG and key.endswith(_FOG_ENDINGS))
    letters = sum(c.isalnum() or c == "'" for c in key.strip("'"))
    rarity = max(0, 500 - round(100 * commonness))
    tally = Tally(1, letters, sounds, long, fog, unfamiliar, commonness < RARE, rarity)
    excused = tally._replace(complex=0, unfamiliar=0, rare=0, rarity=0)
    everyday = _everyday(key)
    common = max(commonness, *(zipf(form) for form in _bases(key)), 0.0)
    capital = len(word) >= SHORTEST_IN_NAMES and word.istitle()
    # “Yoghurt” is in that of sounds only; so is “color”, but that is American.
    heard = said(key) > 0 and commonness > NOT_IN_TABLE and not is_american(key)
    wrong = not initials and not heard and misspelt(word)
    shouted = word.isupper() and len(word) > 1
    odd = initials or shouted or wrong or capital or (common < COMMON and not everyday)
    upper = word[0].isupper()
    return Lexeme(key, tally.packed(), excused.packed(), common, everyday, initials, wrong, upper,
                  capital, odd)  # fmt: skip


LONG = 3  # syllables
_FOG_ENDINGS = ("es", "ed", "ing")  # Gunning: an ending doesn't make a word of two a hard one


def _bases(key: str) -> Iterator[str]:
    """What a word may be the plural of."""
    for ending, restored in (("ies", "y"), ("s", ""), ("es", "")):
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
    return max(table.get(k, NOT_IN_TABLE) for k in (key, bare, *american(bare)))


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
    if _IRREGULAR.get(key) in easy:
        return True
    return any(_is_regular_form(spelling, easy) for spelling in (key, *american(key)))


def _is_regular_form(key: str, easy: frozenset[str]) -> bool:
    if key in easy:
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
    return not (_everyday(key) or in_dictionary(key) or _NEVER_NAMES.search(key))


def is_hard(known: Lexeme, under: float, *, first: bool) -> bool:
    """Whether many readers won't know a word: not an everyday one, and its Zipf value is low.

    A word with a capital inside a sentence is a name, which nobody can swap for a plainer one. So
    is the `first` one where no list of common words has it. Initials have a rule of their own.
    """
    if known.common >= under or known.everyday or known.initials:
        return False
    return not (known.upper and (not first or _is_name(known.key.removesuffix("'s"))))
