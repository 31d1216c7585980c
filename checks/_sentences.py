"""Where one sentence ends and the next begins, in English prose without line ends."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checks._data import listed

_STOP = re.compile(r"[.!?…]+")
_AFTER = re.compile(r"(?P<closers>[\"'”’)\]]{0,4})\s+(?P<opener>[\"'“‘(\[]{0,4})(?P<next>\S{1,40})")
_REPORTS = re.compile(r"(?:[A-Za-z]\w*\s+){1,2}?(?:said|says|asked|asks|told|added|replied)\b")
_NUMBER = re.compile(r"\d{1,3}|[a-zA-Z]|[ivxIVX]{1,4}")
_DOTTED = re.compile(r"(?:[A-Za-z]\.)+[A-Za-z]")

# Far enough back to see the word before a stop; looking no further keeps long texts quick.
_BACK = 40

_BEFORE_NAMES = listed("before_names")
_NEVER_LAST = listed("never_last")
_BEFORE_NUMBERS = listed("before_numbers")
_DATES = re.compile(
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|"
    r"August|September|October|November|December"
)
_STARTERS = listed("starters")


def sentences(text: str) -> list[str]:
    """The sentences of `text`, in order, without the spaces around them.

    Every character that isn't a space comes back once. Text without a stop is one sentence.
    """
    return [part for start, end in _spans(text) if (part := text[start:end].strip())]


def _spans(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for stop in _STOP.finditer(text):
        after = _AFTER.match(text, stop.end())
        if after and _ends(text, start, stop, after):
            yield start, after.end("closers")
            start = after.end("closers")
    yield start, len(text)


def _ends(text: str, start: int, stop: re.Match[str], after: re.Match[str]) -> bool:
    """Whether `stop`, which `after` follows, closes the sentence that begins at `start`."""
    if after["next"][:1].islower():
        return False
    following = after["next"].strip("\"'“”‘’()[].,;:!?…")
    starter = following.lower().replace("’", "'").split("'")[0] in _STARTERS
    closed = after.end("closers")
    if any(closer in after["closers"] for closer in "\"'”’"):
        # “Why?” Mary asked. The words after a quotation may still be its sentence.
        reports = _REPORTS.match(text[closed : closed + _BACK].lstrip())
        return not (stop[0] != "." and not after["opener"] and reports)
    if stop[0] != "." or ")" in after["closers"]:
        return True
    back = text[max(start, stop.start() - _BACK) : stop.start()].lstrip()
    word = back.split()[-1].lstrip("([\"'“‘") if back and not back[-1].isspace() else ""
    if not word:
        return True
    if word == back and stop.start() - start < _BACK and _NUMBER.fullmatch(word):
        return False  # "1. Give people a voice": the number belongs to what it numbers
    return _ends_after(word, following, starter=starter)


def _ends_after(word: str, after: str, *, starter: bool) -> bool:
    """Whether a full stop after `word` closes a sentence, where `after` follows it."""
    lower = word.lower()
    if lower in _NEVER_LAST:
        return False
    if lower in _BEFORE_NAMES:
        # "in the High St. We" ends; "St. Mary" does not.
        return lower == "st" and starter
    if lower in _BEFORE_NUMBERS and after[:1].isdigit():
        return False
    if lower in {"a.m", "p.m"}:
        return not (_DATES.fullmatch(after) or after[:1].isdigit())
    if _DOTTED.fullmatch(word) or (len(word) == 1 and word.isupper() and word != "I"):
        return starter
    return True
