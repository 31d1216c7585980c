"""Council-speak and hedges: the list in data/council_speak.toml, looked up in a sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from checks._english.data import listed, table
from checks._english.text import Sentence
from checks._english.vocabulary import zipf
from checks._english.words import LONGEST_NAME, Word, words

MUST_FIX, PLEASE_CHECK, HEDGE = "must_fix", "please_check", "hedge"
_LEAVE_ALONE = "leave_alone"


@dataclass(frozen=True, slots=True)
class Hit:
    """Words that were found in a sentence, where they stand, and what to say instead."""

    said: str
    instead: str
    level: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _List:
    """Each form of each entry with its plain words and its level, and quick ways to rule it out.

    A sentence without any of `rarest`, the rarest word of each entry, has no entry in it. An
    entry of several words begins with one of `pairs`, and has at most `longest` words; `single`
    are the others.
    """

    entries: dict[str, tuple[str, str]]
    rarest: frozenset[str]
    pairs: frozenset[tuple[str, str]]
    single: frozenset[str]
    longest: int


def may_be_council_speak(sentence: Sentence) -> bool:
    """Whether any entry can be in a sentence: a quick look."""
    return not _list().rarest.isdisjoint(sentence.keys)


def council_speak(sentence: Sentence, known: frozenset[str] = frozenset()) -> Iterator[Hit]:
    """Entries of the list in `sentence`, the longest where two overlap, from left to right.

    Names, words in quotation marks and those in `known` are left alone.
    """
    if not may_be_council_speak(sentence):
        return
    matches = [m for m in _matches(sentence) if m[3] != _LEAVE_ALONE]
    if not matches:
        return
    found, spared = sentence.words, sentence.excused(known)
    titled = _in_title_case(found) or sentence.text.isupper()
    for at, end, instead, level in matches:
        run = found[at:end]
        ours = spared.issuperset(range(at, end))
        name = not titled and _is_name(found, at, end)
        if not (ours or name or _quoted(sentence.text, run)):
            first, last = run[0].start, run[-1].end
            yield Hit(sentence.text[first:last], instead, level, first, last)


def _matches(sentence: Sentence) -> Iterator[tuple[int, int, str, str]]:
    """From which word up to which an entry is, its plain words and its level."""
    entries, pairs = _list().entries, _list().pairs
    keys = [one.key for one in sentence.lexemes]
    if _list().single.isdisjoint(keys) and pairs.isdisjoint(pairwise(keys)):
        return
    at, size = 0, len(keys)
    while at < size:
        long = at + 1 < size and (keys[at], keys[at + 1]) in pairs
        for end in range(min(at + _list().longest, size), at + 1, -1) if long else ():
            found = entries.get(" ".join(keys[at:end]))
            if found and _unbroken(sentence, at, end):
                yield at, end, *found
                at = end - 1
                break
        else:
            if found := entries.get(keys[at]):
                yield at, at + 1, *found
        at += 1


_FAR = 2_000  # signs: no quotation is longer
_BREAK = re.compile(r"[,.;:!?…()–—]")


def _unbroken(sentence: Sentence, at: int, end: int) -> bool:
    """Whether only spaces and hyphens stand between these words: not "in future, proof"."""
    return not any(
        _BREAK.search(sentence.text, one.end, other.start)
        for one, other in pairwise(sentence.words[at:end])
    )


def _is_name(found: list[Word], at: int, end: int) -> bool:
    """Whether these words have capitals inside a sentence, and are not a single one that has."""
    run = found[at:end]
    if run[0].start == 0 or not all(word.text[:1].isupper() for word in run):
        return False
    beside = [*found[max(1, at - 1) : at], *found[end : end + 1]]
    return len(run) > 1 or any(word.text[:1].isupper() for word in beside)


def _in_title_case(found: list[Word]) -> bool:
    """Whether a long text has a capital on most words, so that capitals tell no names."""
    return len(found) > LONGEST_NAME and sum(w.text[0].isupper() for w in found) * 3 > 2 * len(
        found
    )


# A quotation opens before a word and not after one: 20" is a size.
_QUOTATION = re.compile(r'(?<![\w"])"(?=\S)[^"]*(?:"|$)')


def _quoted(sentence: str, run: list[Word]) -> bool:
    """Whether these words stand in double quotation marks."""
    at = run[0].start
    before = sentence[max(0, at - _FAR) : at]
    return before.count("“") > before.count("”") or any(
        found.start() < at < found.end() for found in _QUOTATION.finditer(sentence)
    )


@cache
def _list() -> _List:
    data = table("council_speak")
    entries: dict[str, tuple[str, str]] = {}
    for level in (HEDGE, PLEASE_CHECK, MUST_FIX):
        for phrase, (instead, _must, _must_not) in data[level].items():
            entries |= dict.fromkeys(_forms(phrase), (instead, level))
    for phrase in data[_LEAVE_ALONE]["phrases"]:
        entries |= dict.fromkeys(_forms(phrase), ("", _LEAVE_ALONE))
    spoken = (key for key, (_, level) in entries.items() if level != _LEAVE_ALONE)
    split = [key.split() for key in entries]
    return _List(
        entries,
        frozenset(min(key.split(), key=zipf) for key in spoken),
        frozenset((first, second) for first, second, *_ in filter(_several, split)),
        frozenset(key for key in entries if " " not in key),
        max(map(len, split)),
    )


def _several(words_: list[str]) -> bool:
    return len(words_) > 1


def _forms(phrase: str) -> Iterator[str]:
    """An entry in the forms in which it meets us: "utilised", "service users"."""
    *first, last = (word.key for word in words(phrase.replace("-", " ")))
    small = listed("small_words")
    for form in (last,) if last in small else _endings(last):
        yield " ".join((*first, form))
    if first and first[0] not in small:
        for form in _endings(first[0]):
            yield " ".join((form, *first[1:], last))


def _endings(word: str) -> Iterator[str]:
    yield from (word, word + "s", word + "ed", word + "ing")
    if word.endswith("e"):
        yield from (word + "d", word[:-1] + "ing")
    elif word.endswith("y"):
        yield from (word[:-1] + "ies", word[:-1] + "ied")
    else:
        yield from (word + "es", word + word[-1] + "ed", word + word[-1] + "ing")
