"""How many syllables a word has, said aloud: CMUdict, British spelling, endings, then a guess."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from checks._english.data import DATA, listed
from checks._english.words import is_dotted, is_initials

_SYLLABLES = DATA / "nltk_data" / "corpora" / "cmudict" / "syllables.txt"
_DIGIT_SYLLABLES = 3  # a long number is one thing to a reader; it must not outweigh a sentence


@cache
def syllables(word: str) -> int:
    """How many syllables `word` has, said aloud in English. At least 1.

    CMUdict first, then its American spelling, then without its endings, then the vowels.
    """
    said_whole = word.lower() in listed("said_as_words", "everyday")
    if is_dotted(word) or (is_initials(word) and not said_whole):
        letters = [c for c in word.rstrip("s").lower() if c.isalpha()]
        return sum(3 if c == "w" else 1 for c in letters)
    key = word.lower().replace("’", "'")
    if key[:1].isdigit():
        return min(_DIGIT_SYLLABLES, sum(c.isdigit() for c in key))
    return said(key) or derived(key) or _by_vowels(key)


def said(key: str) -> int:
    """Syllables by CMUdict, in this spelling or the American one; 0 where it hasn't the word."""
    counted = _counted()
    return next((n for k in (key, *american(key)) if (n := counted.get(k, 0))), 0)


@cache
def _counted() -> dict[str, int]:
    """CMUdict's words and their syllables: a line for each number, so that reading is quick."""
    counted: dict[str, int] = {}
    for line in _SYLLABLES.read_text(encoding="ascii").splitlines():
        count, *several = line.split(" ")
        counted |= dict.fromkeys(several, int(count))
    return counted


_TO_AMERICAN = tuple(
    (re.compile(british), american)
    for british, american in (
        (r"is(e|ed|es|er|ers|ing|ation|ations|ational)$", r"iz\1"),
        (r"ys(e|ed|es|ing)$", r"yz\1"),
        (r"our", "or"),
        (r"re(s?)$", r"er\1"),
        (r"ll(ed|ing|er|ers)$", r"l\1"),
        (r"ence(s?)$", r"ense\1"),
        (r"amme(s?)$", r"am\1"),
        (r"ogue(s?)$", r"og\1"),
        (r"[ao]e", "e"),
    )
)


def american(key: str) -> Iterator[str]:
    for british, american in _TO_AMERICAN:
        other = british.sub(american, key)
        if other != key:
            yield other


_ENDINGS = (("'s", 0), ("'", 0), ("s", 0), ("es", 1), ("ed", 0), ("ing", 1), ("ly", 1), ("ness", 1),
            ("er", 1), ("ers", 1), ("ment", 1), ("ful", 1), ("less", 1), ("able", 2))  # fmt: skip
_BEGINNINGS = (("un", 1), ("re", 1), ("co", 1), ("pre", 1), ("non", 1), ("mis", 1), ("over", 2),
               ("inter", 2), ("under", 2), ("multi", 2), ("anti", 2))  # fmt: skip
SHORTEST = 3


def derived(key: str) -> int:
    """Syllables of a word made from one that CMUdict has; 0 if it isn't."""
    for ending, more in _ENDINGS:
        stem = key.removesuffix(ending)
        if stem == key or len(stem) < SHORTEST:
            continue
        for base in (stem, stem + "e", stem[:-1] + "y" if stem.endswith("i") else stem):
            if found := said(base):
                spoken = ending == "ed" and base.rstrip("e").endswith(("t", "d"))
                spoken = spoken or (ending == "'s" and base.endswith(("s", "x", "z", "ch", "sh")))
                return found + more + spoken
    for beginning, more in _BEGINNINGS:
        rest = key.removeprefix(beginning)
        if rest != key and len(rest) >= SHORTEST and (found := said(rest)):
            return found + more
    return 0


_VOWELS = re.compile(r"[aeiouyàáâäèéêëìíîïòóôöùúûüŵŷąęó]+")
_SILENT = re.compile(r"(?:[^aeiouyl]e|[^aeiou]le(?=s)|[^tdaeiou]ed|[^cszxgaeiou]es)$")


def _by_vowels(key: str) -> int:
    """A guess from the letters, for names and new words."""
    bare = key.removesuffix("'s")
    return max(1, len(_VOWELS.findall(bare)) - bool(_SILENT.search(bare)))
