"""One thing under two names in the same text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple

from charter.model import Place
from checks._english.data import table
from checks._english.text import Passage, Sentence
from checks._english.words import words


class TwoNames(NamedTuple):
    """The rarer name, how often it comes and where first; the other name, and how often."""

    rarer: str
    times: int
    other: str
    others: int
    place: Place
    sentence: Sentence


def two_names(passages: Iterable[Passage]) -> Iterator[TwoNames]:
    """Each thing that `passages` call by two names of one line in data/wordings.toml."""
    sentences = [(passage.place, one) for passage in passages for one in passage.sentences]
    starts = _possible(frozenset().union(*(sentence.keys for _, sentence in sentences)))
    firsts, often = frozenset(starts), Counter[tuple[int, str]]()
    first: dict[tuple[int, str], tuple[Place, Sentence]] = {}
    for place, sentence in sentences:
        if not firsts.isdisjoint(sentence.keys):
            for met in _named(sentence, starts):
                often[met] += 1
                first.setdefault(met, (place, sentence))
    for thing in sorted({thing for thing, _ in often}):
        (other, others), *rest = [
            (name, count) for (one, name), count in often.most_common() if one == thing
        ]
        for name, count in rest[:1]:
            yield TwoNames(name, count, other, others, *first[thing, name])


_Starts = dict[str, list[tuple[tuple[str, ...], int, str]]]
"""Names as words, with the number of the thing and the name, by their first word."""


def _possible(present: frozenset[str]) -> _Starts:
    """The names that may be met among these words, of things that may be met by two of them."""
    met = {
        (thing, name)
        for several in _starts().values()
        for phrase, thing, name in several
        if present.issuperset(phrase)
    }
    names = Counter(thing for thing, _ in met)
    wanted = {(thing, name) for thing, name in met if names[thing] > 1}
    return {
        first: kept
        for first, several in _starts().items()
        if (kept := [each for each in several if each[1:] in wanted])
    }


def _named(sentence: Sentence, starts: _Starts) -> Iterator[tuple[int, str]]:
    """The things that a sentence names: the number of the thing, and the name used."""
    keys = [known.key for known in sentence.lexemes]
    at = 0
    while at < len(keys):
        step = 1
        for phrase, thing, name in starts.get(keys[at], ()):
            if tuple(keys[at : at + len(phrase)]) == phrase:
                yield thing, name
                step = len(phrase)
                break
        at += step


@cache
def _starts() -> _Starts:
    """Each name and its plural, the longest first, by its first word."""
    found: _Starts = {}
    for thing, names in enumerate(table("wordings")["same_thing"]):
        for name in names:
            *before, last = (word.key for word in words(name))
            for form in (last, last + "s"):
                phrase = (*before, form)
                found.setdefault(phrase[0], []).append((phrase, thing, name))
    for several in found.values():
        several.sort(key=lambda each: -len(each[0]))
    return found
