"""Slips: words that no dictionary has, and “Partnership Carter”, where it has every word."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from functools import cache
from itertools import pairwise

from checks._english.spelling import in_dictionary, near, one_slip_away
from checks._english.syllables import said as heard
from checks._english.text import Sentence
from checks._english.vocabulary import NOT_IN_TABLE, lexeme, zipf
from checks._english.wordings import Found
from checks._english.words import Word

_ALIKE = 0.8  # “carter” and “charter” are 0.92 alike; “care” and “case” 0.75
_COMPOUND = re.compile(r"(?<![\w'’])[\w'’]+(?:[-\u2011][\w'’]+)+")
_SHORTEST_AT_START = 6  # letters: short names are near to too many words
_COMMON = 4.0  # the Zipf value of a word that an author may well have meant


def misspelt_words(sentence: Sentence, known: frozenset[str]) -> Iterator[Word]:
    """The words of a sentence that are spelled wrong, but for those in `known` and names.

    A word with a capital is taken for a name, unless it begins the sentence and is nearly a common
    word. A part of a word with hyphens is right where the whole is: “co-ordinated”.
    """
    if not any(sentence.lexemes[number].misspelt for number in sentence.odd):
        return
    spared = sentence.excused(known)
    right = [found.span() for found in _COMPOUND.finditer(sentence.text) if _is_right(found[0])]
    for number, word in enumerate(sentence.words):
        if number in spared or not lexeme(word.text).misspelt:
            continue
        if any(start <= word.start < end for start, end in right):
            continue
        if word.text[0].isupper() and not (number == 0 and _must_be_meant(word.text)):
            continue
        yield word


def _is_right(compound: str) -> bool:
    small = compound.lower()
    return in_dictionary(small) or in_dictionary(re.sub(r"[-\u2011]", "", small))


_SUGGESTED = 3


@cache
def suggestions(word: str) -> tuple[str, ...]:
    """What may have been meant, the most common words first, three at most."""
    return tuple(sorted(near(word), key=zipf, reverse=True)[:_SUGGESTED])


@cache
def _must_be_meant(word: str) -> bool:
    small = word.lower()
    if len(small) < _SHORTEST_AT_START or heard(small) or zipf(small) > NOT_IN_TABLE:
        return False  # "Jan", "Mrs", "Rachel", "Woking": what is often said or written is a name
    return any(zipf(meant) >= _COMMON for meant in one_slip_away(small))


_OFTEN = 2  # a pair of words with capitals that comes so often in a text is a name in it
_ENDINGS = ("s", "es", "'s", "ed", "d", "ing", "er", "ers", "al", "ly", "n", "ary")

Pair = tuple[str, str]


@dataclass(frozen=True)
class Names:
    """Pairs of words that stand together in names, in small letters, with how they are written.

    `words` are the words of all pairs.
    """

    pairs: Mapping[Pair, str] = field(default_factory=dict)
    words: frozenset[str] = frozenset()


def names(proper: Iterable[str], sentences: Iterable[Sentence]) -> Names:
    """The pairs in `proper` names, and those with two capitals that `sentences` have again."""
    found = dict(_written(Sentence(name) for name in proper))
    several = list(_written(sentences))
    often = Counter(pair for pair, _ in several)
    found |= {pair: said for pair, said in several if often[pair] >= _OFTEN}
    return Names(found, frozenset(word for pair in found for word in pair))


def _written(sentences: Iterable[Sentence]) -> Iterator[tuple[Pair, str]]:
    """Each pair in some sentences, with how it is written there."""
    for sentence in sentences:
        for pair, one, other in _pairs(sentence):
            yield pair, f"{one.text} {other.text}"


def _pairs(sentence: Sentence) -> Iterator[tuple[Pair, Word, Word]]:
    """Two words with capitals and nothing but a space between them."""
    if len(sentence.odd) <= 1:
        return
    capitals = [number for number in sentence.odd if sentence.lexemes[number].capital]
    for first, second in pairwise(capitals):
        if first + 1 == second:
            one, other = sentence.words[first], sentence.words[second]
            if sentence.text[one.end : other.start] == " ":
                yield (one.key, other.key), one, other


def slips(sentence: Sentence, known: Names) -> Iterator[Found]:
    """Pairs with capitals that are nearly one of `known`: one word the same, the other alike."""
    if known.words.isdisjoint(sentence.keys):
        return
    for pair, one, other in _pairs(sentence):
        if pair in known.pairs or known.words.isdisjoint(pair):
            continue
        for right, name in known.pairs.items():
            same = [mine == theirs for mine, theirs in zip(pair, right, strict=True)]
            if sum(same) == 1 and _slip(pair[same.index(False)], right[same.index(False)]):
                yield Found(one.start, other.end, name)
                break


def _slip(mine: str, theirs: str) -> bool:
    """Whether a word is another one misspelt, and not a form of it."""
    short, long = sorted((mine, theirs), key=len)
    if long.startswith(short) and long[len(short) :] in _ENDINGS:
        return False
    swapped = sorted(mine) == sorted(theirs)  # “Byrn” for “Bryn”
    return mine[0] == theirs[0] and (swapped or _alike(mine, theirs))


def _alike(mine: str, theirs: str) -> bool:
    return SequenceMatcher(None, mine, theirs).ratio() >= _ALIKE
