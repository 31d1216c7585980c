"""Where one sentence ends and the next begins, in English prose without line ends."""

from __future__ import annotations

import re
from collections.abc import Iterator

_END = re.compile(
    r"(?P<stop>[.!?…]+)(?P<closers>[\"'”’)\]]*)(?=\s+(?P<opener>[\"'“‘(\[]*)(?P<next>\S+))"
)
_LAST_WORD = re.compile(r"(?:^|[\s(\[\"'“‘])([^\s(\[\"'“‘]+)$")
_REPORTS = re.compile(r"(?:[A-Za-z]\w*\s+){1,2}?(?:said|says|asked|asks|told|added|replied)\b")
_NUMBER = re.compile(r"\d{1,3}|[a-zA-Z]|[ivxIVX]{1,4}")
_DOTTED = re.compile(r"(?:[A-Za-z]\.)+[A-Za-z]")

# Far enough back to see the word before a stop; looking no further keeps long texts quick.
_BACK = 40

_BEFORE_NAMES = frozenset(
    "mr mrs ms mx dr prof cllr rev revd fr sr jr st sgt capt col gen hon rt messrs".split()
)
_NEVER_LAST = frozenset({"e.g", "eg", "i.e", "ie", "viz", "cf", "vs", "v", "approx", "esp", "incl"})
_BEFORE_NUMBERS = frozenset(
    "no nos p pp para paras fig figs vol ch chap sec s art ext tel dept est c ca "
    "jan feb mar apr jun jul aug sep sept oct nov dec".split()
)
_DATES = re.compile(
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|"
    r"August|September|October|November|December"
)
_STARTERS = frozenset(
    "a about after all also although an and another any are as ask at be because before but by call "
    "can choose come contact do each every everyone find for from get give go he help her here his "
    "how however i if in is it its join keep let make many meet more most my next no nobody not now "
    "on one or our people phone please she so some someone sometimes staff take talk tell that the "
    "their then there these they think this those to today together under use we what when where "
    "which while who why will with write yes you your".split()
)


def sentences(text: str) -> list[str]:
    """The sentences of `text`, in order, without the spaces around them.

    Every character that isn't a space comes back once. Text without a stop is one sentence.
    """
    return [part for start, end in _spans(text) if (part := text[start:end].strip())]


def _spans(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for found in _END.finditer(text):
        if _ends(text, start, found):
            yield start, found.end()
            start = found.end()
    yield start, len(text)


def _ends(text: str, start: int, found: re.Match[str]) -> bool:
    """Whether the stop that was `found` closes the sentence that begins at `start`."""
    following = found["next"]
    if following[:1].islower():
        return False
    after = following.strip("\"'“”‘’()[].,;:!?…")
    starter = after.lower().replace("’", "'").split("'")[0] in _STARTERS
    if any(closer in found["closers"] for closer in "\"'”’"):
        # “Why?” Mary asked. The words after a quotation may still be its sentence.
        rest = text[found.end() : found.end() + _BACK].lstrip()
        return not (found["stop"] != "." and not found["opener"] and _REPORTS.match(rest))
    if found["stop"] != "." or ")" in found["closers"]:
        return True
    back = text[max(start, found.start() - _BACK) : found.start()].lstrip()
    last = _LAST_WORD.search(back)
    word = last[1] if last else ""
    if not word:
        return True
    if word == back.rstrip() and found.start() - start < _BACK and _NUMBER.fullmatch(word):
        return False  # "1. Give people a voice": the number belongs to what it numbers
    return _ends_after(word, after, starter=starter)


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
