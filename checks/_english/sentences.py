"""Where one sentence ends and the next begins, in English prose without line ends."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checks._english.data import listed

_EMOJI = "\u2600-\u27bf\U0001f000-\U0001faff\ufe0f\u200d"
_FIRST_EMOJI = "\u2600"  # they sort after the marks and our letters
_STOP = re.compile(rf"[.!?…{_EMOJI}]+(?: \.(?![^\s\"'”’)\]]))*")
_AFTER = re.compile(
    r"(?P<closers>[\"'”’)\]]{0,4}(?:\[\d{1,3}\])?)(?P<gap>\s*)"
    r"(?P<opener>[\"'“‘(\[]{0,4})(?P<next>\S{1,40})"
)
# What people put after a sentence to say how they feel: "Well done! 🎉", "Thanks. :)".
_MOOD = re.compile(rf"(?:\s+(?:[{_EMOJI}]+|[:;]-?[()D])(?!\S))+\s*")
_NUMBER = re.compile(r"\d{1,3}(?:\.\d{1,3}){0,3}|[a-zA-Z]|[ivxIVX]{1,4}")
_LABEL = re.compile(r"(?:[a-z]|[ivx]{1,4})[.)]\s+[A-Z]")  # "a) Ask first"
_INITIAL_I = re.compile(r"[^\W\d_a-z][\w'’.-]*\sI$")
_LETTERED = re.compile(
    r"\b(?i:annex|appendix|block|class|flat|group|option|part|plan|room|section|table|team|"
    r"vitamin|zone)\s.$"
)
_DOTTED = re.compile(r"(?:[^\W\d_]{1,2}\.)+[^\W\d_]{1,2}")
_FIGURE = re.compile(r"[£$€]?\d")
_PLAIN = re.compile(r"[\w'’-]{2,}")
_FIRST_WORD = re.compile(r"[^\W\d_]{2,}|[AaIi](?!\.)")  # "J. A. Smith" has no word "a"
_TIGHT = re.compile(r"[A-Z][a-z]*(?=[\s,!?…'’])")
_WHEN = re.compile(
    r"(?i:(?:mon|tues|wednes|thurs|fri|satur|sun)days?|mon|tues?|weds?|thu(?:rs)?|fri|sat|sun|"
    r"january|february|march|april|may|june|july|august|september|october|november|december|"
    r"gmt|bst)\b"
)
_BEFORE_NAMES = listed("before_names")
_NEVER_LAST = listed("never_last")
_BEFORE_NUMBERS = listed("before_numbers")
_STARTERS = listed("starters")
_ALSO_LAST = frozenset({"bros", "co", "st"})  # "in the High St. We" ends; "St. Mary" does not
_SHORT = _BEFORE_NAMES | _NEVER_LAST | _BEFORE_NUMBERS | {"etc", "ltd"}
_JOINS = frozenset({"AND", "AT", "BY", "FOR", "FROM", "IN", "ON", "OR", "TO", "UNTIL", "WITH"})
_PRONOUNS = frozenset({"he", "i", "it", "she", "they", "we", "you"})
_TITLES = "|".join(sorted(_BEFORE_NAMES - _ALSO_LAST))
_REPORTS = re.compile(
    rf"(?:(?i:{_TITLES})\.\s+|[^\W\d_a-z][\w'’-]*(?:, \d{{1,3}},)?\s+){{1,4}}"
    r"(?:said|says|asked|asks|told|tells|added|replied|answered|called|cried|shouted|wrote)\b"
)

# Far enough back to see the word before a stop; looking no further keeps long texts quick.
_BACK = 40


def sentences(text: str) -> list[str]:
    """The sentences of `text`, in order, without the spaces around them.

    Every character that isn't a space comes back once. Text without a stop is one sentence.
    """
    return [part for start, end in _spans(text) if (part := text[start:end].strip())]


def _spans(text: str) -> Iterator[tuple[int, int]]:
    start = len(text) - len(text.lstrip())
    for stop in _STOP.finditer(text):
        after = _AFTER.match(text, stop.end())
        if after and stop.start() >= start and _ends(text, start, stop, after):
            end = after.start("opener")
            # "Well done! 🎉 We go on", but "📅 On Monday. 📍 In the hall."
            if text[start] < _FIRST_EMOJI and (mood := _MOOD.match(text, after.start("gap"))):
                end = mood.end()
            yield start, end
            start = end
    yield start, len(text)


def _ends(text: str, start: int, stop: re.Match[str], after: re.Match[str]) -> bool:
    """Whether `stop`, which `after` follows, closes the sentence that begins at `start`."""
    mark, (closers, gap, opener, following) = stop[0], after.groups()
    at = after.start("next")
    back = text[max(start, stop.start() - _BACK) : stop.start()]
    word = "" if not back or back[-1].isspace() else back.rsplit(None, 1)[-1].lstrip("([\"'“‘")
    if not gap:  # "We have done it.We will", but not "www.Example.org"
        tight = _TIGHT.match(text, at)
        plain = _PLAIN.fullmatch(word) and word.lower() not in _BEFORE_NAMES
        return bool(tight and plain and _starts(tight[0]))
    if following[0].islower() and not (
        following[1:2].isupper()  # "iPads"
        or _LABEL.match(text, at)
        or (mark == "." and not closers and _starts_small(word, following))
    ):
        return False
    if mark[0] >= _FIRST_EMOJI:  # "We did it 🎉 We go on"
        return bool(back) and text[start] < _FIRST_EMOJI and _starts(following)
    label = mark == "." and (_NUMBER.fullmatch(back) or _DOTTED.fullmatch(back))
    if label or not (word[:1].isalnum() or any(map(str.isalnum, back))):
        return False  # "1. Give people a voice", "[…] The council agreed"
    if mark != ".":
        # “Why?” Mary asked. The words after a quotation may still be its sentence.
        reports = closers and not opener and _REPORTS.match(text[at : at + _BACK])
        return not reports or (following != "I" and _starts(following))
    return not word or (closers[:1] not in {"", "["}) or _ends_after(word, back, following)


def _ends_after(word: str, back: str, after: str) -> bool:
    """Whether a full stop after `word`, with which `back` ends, closes a sentence."""
    lower = word.lower()
    if lower in _BEFORE_NAMES:
        return lower in _ALSO_LAST and _starts(after)
    numbers = lower in _BEFORE_NUMBERS or word in _BEFORE_NUMBERS
    if lower in _NEVER_LAST or (numbers and _FIGURE.match(after)):
        return False
    joined = word.isupper() and after in _JOINS  # "IN THE U.K. AND WALES"
    if lower in {"a.m", "p.m"}:
        return after[0].isalpha() and not (joined or _WHEN.match(after))
    if len(word) == 1 and word.isupper() and (word != "I" or _INITIAL_I.search(back)):
        # "J. Smith", "P. I. Roe"; but "Room B" and "Ann and I" can be last.
        return _starts(after) or bool(_LETTERED.search(back))
    return not _DOTTED.fullmatch(word) or (_starts(after) and not joined)


def _starts(word: str) -> bool:
    """Whether sentences begin with `word`, and names don't."""
    found = _FIRST_WORD.match(word)
    return bool(found and found[0].lower() in _STARTERS)


def _starts_small(before: str, word: str) -> bool:
    """Whether a sentence begins with `word` in small letters: "we met. they spoke"."""
    return word.partition("'")[0] in _PRONOUNS and before.isalpha() and before not in _SHORT
