"""Readability scores of a text that was cut as people read it, with their standard error.

The formulas are textstat's, with its constants, worked out from our own counts: sentences that end
where they end, initials letter by letter, forms of familiar words familiar. `prove` has textstat
itself work out those whose counts are defined alike, and compares.
"""

from __future__ import annotations

import importlib
import math
import random
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from typing import Any, NamedTuple

from charter.programs import ProgramFailed
from charter.reading import Score
from checks._english.syllables import syllables
from checks._english.text import Sentence
from checks._english.vocabulary import Tally, unpacked
from checks._english.words import WORD, is_dotted, is_initials

LEAST_WORDS = 100  # a formula judges no shorter text: its error would be larger than what it finds
LEAST_SENTENCES = 8
LEAST_FOR_SMOG = 30  # sentences; McLaughlin (1969) drew 30, and with fewer it means nothing
LEAST_FOR_INDEX = 8  # words
_RESAMPLES = 100
_MOST_DRAWN = 200  # sentences of longer texts are drawn in runs of neighbours, to keep it quick
_SEED = 20240901


class Sample(NamedTuple):
    """A sentence, or several, as the formulas see them: packed tallies add up."""

    packed: int
    sentences: int
    longest: int


class Counts(NamedTuple):
    """What a formula is worked out from."""

    tally: Tally
    sentences: int
    longest: int

    @property
    def mean(self) -> float:
        """Words in a sentence."""
        return self.tally.words / self.sentences


def _together(drawn: Sequence[Sample]) -> Sample:
    packed, sentences, longest = zip(*drawn, strict=True)
    return Sample(sum(packed), sum(sentences), max(longest))


def _counts(drawn: Sequence[Sample]) -> Counts:
    whole = _together(drawn) if len(drawn) > 1 else drawn[0]
    return Counts(unpacked(whole.packed), whole.sentences, whole.longest)


def _share(count: float, of: Counts) -> float:
    return count / of.tally.words


def flesch(text: Counts) -> float:
    """Flesch (1948): 0 very hard to 100 very easy, 60 to 70 plain."""
    return 206.835 - 1.015 * text.mean - 84.6 * _share(text.tally.syllables, text)


def grade(text: Counts) -> float:
    """Flesch-Kincaid (1975): a US school grade."""
    return 0.39 * text.mean + 11.8 * _share(text.tally.syllables, text) - 15.59


def smog(text: Counts) -> float:
    """McLaughlin (1969): the grade of those who understand all of it."""
    return 1.043 * math.sqrt(30 * text.tally.long / text.sentences) + 3.1291


def fog(text: Counts) -> float:
    """Gunning (1952): a US school grade. Complex words have three syllables, endings apart."""
    return 0.4 * (text.mean + 100 * _share(text.tally.complex, text))


def ari(text: Counts) -> float:
    """Smith and Senter (1967), as textstat has it: the full stop counts as a letter."""
    letters = text.tally.letters + text.sentences
    return 4.71 * _share(letters, text) + 0.5 * text.mean - 21.43


def dale_chall(text: Counts) -> float:
    """Dale and Chall (1948): up to 4.9 for pupils of 10, over 10 for graduates."""
    percent = 100 * _share(text.tally.unfamiliar, text)
    return 0.1579 * percent + 0.0496 * text.mean + (3.6365 if percent > 5 else 0)  # noqa: PLR2004  as published


def plain_index(text: Counts) -> float:
    """The plain index: 1 easy to 6 hard, on the scale of the CEFR (A1 to C2).

    A linear fit on openly licensed graded texts; it orders texts better than the formulas above
    (mean Spearman 0.71 against 0.55 at best, over five graded corpora).
    """
    counted = text.tally
    return (
        -0.46
        - 0.96 * math.log(text.mean)
        + 1.95 * math.log(text.longest)
        + 0.92 * _share(counted.unfamiliar, text)
        + 0.34 * _share(counted.syllables, text)
        + 1.15 * _share(counted.rare, text)
        + 1.29 * _share(counted.rarity / 100, text)
    )


_FORMULAS: dict[str, Callable[[Counts], float]] = {
    "flesch": flesch,
    "grade": grade,
    "smog": smog,
    "fog": fog,
    "ari": ari,
    "dale_chall": dale_chall,
    "index": plain_index,
}


def samples(sentences: Iterable[Sentence], known: frozenset[str]) -> list[Sample]:
    """Each sentence as a sample; words in `known` are not hard."""
    return [Sample(s.tally(known), 1, len(s.lexemes)) for s in sentences]


def index_of(drawn: Sequence[Sample]) -> float | None:
    """The plain index of a block, given sentence by sentence; None under 8 words."""
    counted = _counts(drawn) if drawn else None
    if counted is None or counted.tally.words < LEAST_FOR_INDEX:
        return None
    return plain_index(counted)


def scores(drawn: Sequence[Sample]) -> dict[str, Score]:
    """Every score of a text given sentence by sentence, with its error; none without sentences."""
    if not drawn:
        return {}
    whole = _counts(drawn)
    wanted = {
        name: formula
        for name, formula in _FORMULAS.items()
        if (name != "smog" or whole.sentences >= LEAST_FOR_SMOG)
        and (name != "index" or whole.tally.words >= LEAST_FOR_INDEX)
    }
    again = list(_resampled(_runs(drawn)))
    return {
        name: Score(formula(whole), _deviation([formula(s) for s in again], len(drawn)))
        for name, formula in wanted.items()
    }


def _runs(drawn: Sequence[Sample]) -> list[Sample]:
    """`drawn` itself, or for long texts runs of neighbouring sentences, all about as long."""
    step = -(-len(drawn) // _MOST_DRAWN)
    if step == 1:
        return list(drawn)
    return [_together(drawn[at : at + step]) for at in range(0, len(drawn), step)]


def _resampled(runs: Sequence[Sample]) -> Iterator[Counts]:
    """The text as it might have come out: as many runs, drawn with replacement (a bootstrap)."""
    draw = random.Random(_SEED).choices  # noqa: S311  chance, not secrets
    for _ in range(_RESAMPLES if len(runs) > 1 else 0):
        yield _counts(draw(runs, k=len(runs)))


def _deviation(figures: Sequence[float], size: int) -> float | None:
    """The standard error, made larger for small samples, which a bootstrap takes for too sure."""
    if not figures:
        return None
    mean = sum(figures) / len(figures)
    variance = sum((figure - mean) ** 2 for figure in figures) / (len(figures) - 1)
    return math.sqrt(variance * size / (size - 1))


_FRAGMENT = 2  # textstat doesn't count so short a sentence
_MOST_PROVED = 1_000  # words
_SAME = 0.005


def prove(sentences: Iterable[Sentence]) -> None:
    """Have textstat score the first of these sentences; raise ProgramFailed where ours differ."""
    taken: list[Sentence] = []
    for sentence in sentences:
        if sum(len(one.lexemes) for one in taken) > _MOST_PROVED:
            break
        if len(sentence.lexemes) > _FRAGMENT:
            taken.append(sentence)
    if not taken:
        return
    text = cleaned(taken)
    whole, textstat = _counts(samples(taken, frozenset())), _textstat()
    for name, theirs in (
        ("flesch", textstat.flesch_reading_ease),
        ("grade", textstat.flesch_kincaid_grade),
        ("smog", textstat.smog_index),
        ("ari", textstat.automated_readability_index),
    ):
        said = text.replace("_", "") if name == "ari" else text  # the marks are no letters
        if not abs(float(theirs(said)) - _FORMULAS[name](whole)) <= _SAME:  # NaN is not the same
            raise ProgramFailed(
                f"textstat and our own counts do not agree on a text ({name}). "
                "No score can be trusted until they do.",
                output=text,
            )


def cleaned(sentences: Iterable[Sentence]) -> str:
    """Sentences as textstat can take them: bare words, one closing stop each."""
    return " ".join(" ".join(map(_spelled, WORD.findall(s.text))) + "." for s in sentences)


@cache
def _spelled(word: str) -> str:
    """`word` without a stop or an apostrophe at an end, and initials marked as such."""
    bare = "".join(c for c in word.replace("’", "'") if c.isalnum() or c == "'").strip("'")
    if is_dotted(word):
        return "_".join(bare)
    if not is_initials(word):
        return bare.replace("'", _APOSTROPHE)
    several = "__s" if bare.endswith("s") else ""  # "GPs" is no "G P S"
    return "_".join(bare.removesuffix("s")) + several


# A letter to Python. textstat drops the usual one where it doesn't know the contraction.
_APOSTROPHE = "\u02bc"


class _Pronunciations(dict[str, list[list[str]]]):
    """CMUdict as NLTK gives it, one stressed sound a syllable, worked out when asked for."""

    def __missing__(self, word: str) -> list[list[str]]:
        letters, _, several = word.partition("__")
        said = letters.replace("_", "").upper() + several if "_" in word else word
        said = said.replace(_APOSTROPHE, "'")
        sounds = self[word] = [["1"] * syllables(said)]
        return sounds


@cache
def _textstat() -> Any:  # noqa: ANN401  textstat has no types
    """The textstat package, with our dictionary. Slow to import, so only when needed.

    textstat looks for CMUdict in NLTK's folders, downloads it if it isn't there, then reads it
    for most of a second, and knows neither British spelling nor initials. It is given ours: the
    same dictionary, at once, with both. Ours has an answer for every word, so neither NLTK's data
    nor the hyphenator, its guess for other words, is ever looked for.
    """
    textstat = importlib.import_module("textstat")
    counting: Any = importlib.import_module("textstat.backend.counts._count_syllables")
    sounds = _Pronunciations()
    counting.get_cmudict = lambda _language: sounds
    counting.get_pyphen = lambda _language: None
    return textstat
