"""Spelling: pyspellchecker with a list of British words; what it lacks, and what comes near."""

from __future__ import annotations

from difflib import get_close_matches
from functools import cache

from spellchecker import SpellChecker

from checks._english.data import DATA, listed

_WORDS = DATA / "en_GB" / "words.txt"
_LONGEST, _ALIKE = 24, 0.87  # letters of a word; how alike another one is (difflib's ratio)
_SHORTEST = 3  # letters: shorter ones are too often names of things, "2b", "ie"


@cache
def misspelt(word: str) -> bool:
    """Whether the British dictionary lacks `word`, as it stands in a sentence.

    Only words of small English letters are judged, or with a capital at their start: names, sums,
    initials and words from other languages are not for a dictionary to say.
    """
    bare = word.replace("’", "'").strip("'")
    letters = bare.replace("'", "")
    if len(letters) < _SHORTEST or not (letters.isascii() and letters.isalpha()):
        return False
    if not (letters.islower() or letters[1:].islower()):
        return False
    small = bare.lower()
    noun = small.removesuffix("'s").removesuffix("'")
    ours = listed("spelling", "everyday")
    if ours & {small, noun, noun.removesuffix("s")}:
        return False
    return not (in_dictionary(small) or in_dictionary(noun))


def in_dictionary(word: str) -> bool:
    """Whether `word`, in small letters, is a British word in one of its forms."""
    return word in _dictionary()


# What American spelling has, and what British spelling has in its place.
_TO_BRITISH = (
    ("iz", "is"), ("yz", "ys"), ("or", "our"), ("er", "re"), ("ens", "enc"), ("og", "ogue"),
    ("l", "ll"), ("ll", "l"), ("ay", "ey"), ("ow", "ough"), ("e", "ae"), ("e", "oe"), ("m", "mme"),
    ("ir", "er"), ("ck", "que"),
)  # fmt: skip


def is_american(word: str) -> bool:
    """Whether `word` is no British word, but would be one in British spelling: “organize”."""
    if word.removesuffix("s") in listed("american", "everyday"):
        return True
    return not in_dictionary(word) and any(
        in_dictionary(word[:at] + british + word[at + len(american) :])
        for american, british in _TO_BRITISH
        for at in range(len(word))
        if word.startswith(american, at)
    )


def one_slip_away(small: str) -> tuple[str, ...]:
    """The British words that differ from `small` by one letter, or by two that changed places."""
    return tuple(sorted(_dictionary().known(_dictionary().edit_distance_1(small)) - {small}))


@cache
def near(word: str) -> tuple[str, ...]:
    """The British words one slip away from `word`, or else those that are nearly the same.

    Slow, so only for words that are reported.
    """
    small = word.replace("’", "'").lower()
    if len(small) > _LONGEST:
        return ()
    if one_slip := one_slip_away(small):
        return one_slip
    alike = [other for other in _dictionary() if other[0] == small[0]]
    return tuple(get_close_matches(small, alike, cutoff=_ALIKE))


@cache
def _dictionary() -> SpellChecker:
    """The list of words; SCOWL's British dictionary, with “-ise”."""
    checker = SpellChecker(language=None)
    checker.word_frequency.load_words(_WORDS.read_text(encoding="ascii").split())
    return checker
