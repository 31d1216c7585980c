"""Words: how to find them in a sentence, and which ones a charter names or explains."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

WORD = re.compile(r"(?:[A-Za-z]\.){2,}|\d+(?:[.,:]\d+)*[a-z]*|[^\W\d_]+(?:['’][^\W\d_]+)*\d*")
_DOTTED = re.compile(r"(?:[A-Za-z]\.){2,}")
_INITIALS = re.compile(r"(?:[A-Z]\.){2,}|[A-Z](?:&?[A-Z]){1,5}(?=s?$)")
LONGEST_INITIALS = 6  # letters; a longer word in capitals is shouted
LONGEST_NAME = 12  # words; a longer "name", or words of a link, is a text that somebody must read


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
        return key_of(self.text)


def key_of(word: str) -> str:
    """A word as lists have it: small letters, straight apostrophe."""
    return word.lower().replace("’", "'")


def words(sentence: str) -> list[Word]:
    """The words of a sentence. "Co-production" is two, "don’t", "a.m." and "1,000" are one each."""
    return list(each_word(sentence))


def each_word(sentence: str) -> Iterator[Word]:
    """The same, one by one, for those who need only the first few."""
    for found in WORD.finditer(sentence):
        start, end = found.span()
        yield Word(found[0], start, end, start > 0 and sentence[start - 1] in "-\u2011")


def is_initials(word: str) -> bool:
    """Whether a word is letters said one by one or an acronym: NHS, ICBs, U.K."""
    return _INITIALS.match(word) is not None


def is_dotted(word: str) -> bool:
    """Whether a word is single letters with stops, said one by one: e.g., a.m., U.K."""
    return _DOTTED.fullmatch(word) is not None


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


def may_excuse(keys: frozenset[str], known: frozenset[str]) -> bool:
    """Whether `excused` can find anything among these words: a quick look before the long one."""
    return not _firsts(known).isdisjoint(keys)


@cache
def _firsts(known: frozenset[str]) -> frozenset[str]:
    """How each name or phrase of `known` may begin in a text, in small letters."""
    firsts = {key_of(phrase.split()[0]).removesuffix("'s") for phrase in known if phrase.strip()}
    return frozenset(firsts | {f"{first}'s" for first in firsts})
