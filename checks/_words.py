"""Words: how to find them in a sentence, how many syllables they have, which ones are familiar."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from checks._data import DATA, listed

_SYLLABLES = DATA / "nltk_data" / "corpora" / "cmudict" / "syllables.txt"

_WORD = re.compile(r"(?:[A-Za-z]\.){2,}|\d+(?:[.,:]\d+)*[a-z]*|[^\W\d_]+(?:['’][^\W\d_]+)*\d*")
_INITIALS = re.compile(r"(?:[A-Z]\.){2,}|[A-Z](?:&?[A-Z]){1,5}(?=s?$)")
_DIGIT_SYLLABLES = 3  # a long number is one thing to a reader; it must not outweigh a sentence


class Word(NamedTuple):
    """A word as it is written, and where it starts and ends in its sentence.

    `part` is true where a hyphen joins it to the word before: "production" in "co-production".
    """

    text: str
    start: int
    end: int
    part: bool = False

    @property
    def key(self) -> str:
        """The word as lists have it: small letters, straight apostrophe."""
        return self.text.lower().replace("’", "'")


def words(sentence: str) -> list[Word]:
    """The words of a sentence. "Co-production" is two, "don’t", "a.m." and "1,000" are one each."""
    return list(each_word(sentence))


def each_word(sentence: str) -> Iterator[Word]:
    """The same, one by one, for those who need only the first few."""
    for found in _WORD.finditer(sentence):
        start, end = found.span()
        yield Word(found[0], start, end, start > 0 and sentence[start - 1] in "-\u2011")


def is_initials(word: str) -> bool:
    """Whether a word is letters said one by one or an acronym: NHS, ICBs, U.K."""
    return _INITIALS.match(word) is not None


def excused(found: list[Word], known: frozenset[str]) -> frozenset[int]:
    """Which words, by their number, are a name or part of a phrase in `known`."""
    keys = [word.key.removesuffix("'s") for word in found]
    spared = {n for n, (word, key) in enumerate(zip(found, keys, strict=True))
              if word.text[: len(key)] in known}  # fmt: skip
    phrases = _phrases(known)
    for at, key in enumerate(keys):
        for phrase in phrases.get(key, ()):
            if phrase == tuple(keys[at : at + len(phrase)]):
                spared |= set(range(at, at + len(phrase)))
    return frozenset(spared)


@cache
def _phrases(known: frozenset[str]) -> dict[str, list[tuple[str, ...]]]:
    """Phrases by the word that they begin with."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for phrase in known:
        parts = tuple(part.removesuffix("'s") for part in phrase.split())
        found.setdefault(parts[0], []).append(parts)
    return found


@cache
def syllables(word: str) -> int:
    """How many syllables `word` has, said aloud in English. At least 1.

    CMUdict first, then its American spelling, then without its endings, then the vowels.
    """
    if is_initials(word) and word.lower() not in listed("said_as_words", "everyday"):
        letters = [c for c in word.rstrip("s").lower() if c.isalpha()]
        return sum(3 if c == "w" else 1 for c in letters)
    key = word.lower().replace("’", "'")
    if key[:1].isdigit():
        return min(_DIGIT_SYLLABLES, sum(c.isdigit() for c in key))
    return _known(key) or _derived(key) or _by_vowels(key)


def _known(key: str) -> int:
    """Syllables by CMUdict, in this spelling or the American one; 0 where it hasn't the word."""
    counted = _counted()
    return next((n for k in (key, *_american(key)) if (n := counted.get(k, 0))), 0)


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


def _american(key: str) -> Iterator[str]:
    for british, american in _TO_AMERICAN:
        other = british.sub(american, key)
        if other != key:
            yield other


_ENDINGS = (("'s", 0), ("'", 0), ("s", 0), ("es", 1), ("ed", 0), ("ing", 1), ("ly", 1), ("ness", 1),
            ("er", 1), ("ers", 1), ("ment", 1), ("ful", 1), ("less", 1), ("able", 2))  # fmt: skip
_BEGINNINGS = (("un", 1), ("re", 1), ("co", 1), ("pre", 1), ("non", 1), ("mis", 1), ("over", 2),
               ("inter", 2), ("under", 2), ("multi", 2), ("anti", 2))  # fmt: skip
_SHORTEST = 3


def _derived(key: str) -> int:
    """Syllables of a word made from one that CMUdict has; 0 if it isn't."""
    for ending, more in _ENDINGS:
        stem = key.removesuffix(ending)
        if stem == key or len(stem) < _SHORTEST:
            continue
        for base in (stem, stem + "e", stem[:-1] + "y" if stem.endswith("i") else stem):
            if found := _known(base):
                spoken = ending == "ed" and base.rstrip("e").endswith(("t", "d"))
                spoken = spoken or (ending == "'s" and base.endswith(("s", "x", "z", "ch", "sh")))
                return found + more + spoken
    for beginning, more in _BEGINNINGS:
        rest = key.removeprefix(beginning)
        if rest != key and len(rest) >= _SHORTEST and (found := _known(rest)):
            return found + more
    return 0


_VOWELS = re.compile(r"[aeiouyàáâäèéêëìíîïòóôöùúûüŵŷąęó]+")
_SILENT = re.compile(r"(?:[^aeiouyl]e|[^aeiou]le(?=s)|[^tdaeiou]ed|[^cszxgaeiou]es)$")


def _by_vowels(key: str) -> int:
    """A guess from the letters, for names and new words."""
    bare = key.removesuffix("'s")
    return max(1, len(_VOWELS.findall(bare)) - bool(_SILENT.search(bare)))


def common_initials() -> frozenset[str]:
    """Initials that most people know better than the words they stand for."""
    return listed("initials", "everyday")


@cache
def _easy_words() -> frozenset[str]:
    """The Dale-Chall list that comes with textstat, and everyday words it is too old to have."""
    easy = files("textstat").joinpath("resources/en/easy_words.txt").read_text(encoding="utf-8")
    return frozenset((*easy.lower().split(), *listed("words", "everyday")))


_INFLECTIONS = (
    ("ies", ("y",)), ("es", ("", "e")), ("s", ("",)), ("ied", ("y",)), ("ed", ("", "e")),
    ("ing", ("", "e")), ("ier", ("y",)), ("er", ("", "e")), ("iest", ("y",)), ("est", ("", "e")),
    ("ily", ("y",)), ("ly", ("", "le")), ("n't", ("",)), ("'ll", ("",)), ("'re", ("",)),
    ("'ve", ("",)), ("'d", ("",)), ("'s", ("",)), ("s'", ("", "s")), ("less", ("",)),
    ("ful", ("",)), ("ness", ("",)),
)  # fmt: skip


@cache
def familiar(key: str) -> bool:
    """Whether a word, or the word it is a form of, is on the list of familiar words."""
    easy = _easy_words()
    if key[:1].isdigit() or key in easy or any(k in easy for k in _american(key)):
        return True
    for ending, restored in _INFLECTIONS:
        stem = key.removesuffix(ending)
        if stem == key or len(stem) < _SHORTEST - 1:
            continue
        doubled = stem[:-1] if stem[-1:] == stem[-2:-1] else stem
        if doubled in easy or any(stem + end in easy for end in restored):
            return True
    return False


_NEVER_NAMES = re.compile(
    r"(?:[iy]s(?:e|ed|es|ing|ation|ations)|[st]ions?|ments?|ness|ity|ities|ology|ergent|ical|ism|ingly|ally|able)$"
)


def _is_name(key: str) -> bool:
    """Whether a word that begins with a capital is a name, wherever it stands."""
    if key in listed("names", "everyday"):
        return True
    return not (familiar(key) or _known(key) or _derived(key) or _NEVER_NAMES.search(key))


def hard_words(
    found: list[Word], known: frozenset[str], *, least_syllables: int = 3
) -> Iterator[Word]:
    """The hard words among some that stand together, without those in a phrase of `known`."""
    spared = excused(found, known)
    for number, word in enumerate(found):
        if number not in spared and hard(word, known, least_syllables=least_syllables):
            yield word


def hard(word: Word, known: frozenset[str], *, least_syllables: int = 3) -> bool:
    """Whether readers may not know `word`: unfamiliar, long, and not one of the `known` words.

    A table of how often words are used belongs here once there is one. A word with a capital
    inside a sentence is a name, which nobody can swap for a plainer one. So is one at its start
    that no list of common words has.
    """
    if word.part or word.key in known or word.text in known or is_initials(word.text):
        return False
    if word.text[:1].isupper() and (word.start > 0 or _is_name(word.key.removesuffix("'s"))):
        return False
    return not familiar(word.key) and syllables(word.text) >= least_syllables
