"""Council-speak and hedges: the list in data/council_speak.toml, looked up in a sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from checks._english.data import listed, table
from checks._english.text import Sentence
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
    """Each form of each entry with its plain words and its level.

    `starts` has each first word, with the most words that follow from it, itself counted.
    """

    entries: dict[str, tuple[str, str]]
    starts: dict[str, int]


def council_speak(sentence: Sentence, known: frozenset[str] = frozenset()) -> Iterator[Hit]:
    """Entries of the list in `sentence`, the longest where two overlap, from left to right.

    Names, words in quotation marks and those in `known` are left alone.
    """
    entries, starts = _list().entries, _list().starts
    if starts.keys().isdisjoint(sentence.keys):
        return
    found = sentence.words
    keys = [word.key for word in found]
    spared, titled = sentence.excused(known), _in_title_case(found)
    at = 0
    while at < len(found):
        longest = min(starts.get(keys[at], 0), len(found) - at)
        for length in range(longest, 0, -1):
            key, run = " ".join(keys[at : at + length]), found[at : at + length]
            if key in entries and _unbroken(sentence.text, run):
                instead, level = entries[key]
                ours = spared.issuperset(range(at, at + length))
                name = not titled and _is_name(run)
                if not (level == _LEAVE_ALONE or ours or name or _quoted(sentence.text, run)):
                    start, end = run[0].start, run[-1].end
                    yield Hit(sentence.text[start:end], instead, level, start, end)
                at += length - 1
                break
        at += 1


_BREAK = re.compile(r"[,.;:!?…()–—]")


def _unbroken(sentence: str, run: list[Word]) -> bool:
    """Whether only spaces and hyphens stand between these words: not "in future, proof"."""
    return len(run) == 1 or not any(
        _BREAK.search(sentence, one.end, other.start) for one, other in pairwise(run)
    )


def _is_name(run: list[Word]) -> bool:
    return run[0].start > 0 and all(word.text[:1].isupper() for word in run)


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
    before = sentence[:at]
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
    starts: dict[str, int] = {}
    for key in entries:
        first, *more = key.split()
        starts[first] = max(starts.get(first, 0), 1 + len(more))
    return _List(entries, starts)


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
