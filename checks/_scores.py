"""Readability scores by textstat, on text that it reads as people do, with their error."""

from __future__ import annotations

import importlib
import math
import random
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from statistics import fmean
from typing import Any

from checks._data import DATA
from checks._prose import Passage, Sentence
from checks._words import is_initials, syllables

LEAST_WORDS = 100
LEAST_SENTENCES = 8
AGE_OF_GRADE = 5  # a UK reading age is about the US school grade and five years
_FRAGMENT = 2  # textstat doesn't count so short a sentence, so it goes with the next one
_RESAMPLES = 100
_SEED = 20240901


@dataclass(frozen=True, slots=True)
class Score:
    """A formula's figure and its standard error."""

    value: float
    error: float


@dataclass(frozen=True, slots=True)
class Scores:
    """Flesch reading ease and Flesch-Kincaid grade of a text that is long enough for them."""

    flesch: Score
    grade: Score

    @property
    def reading_age(self) -> int:
        """About how old a UK reader has to be, in years."""
        return max(AGE_OF_GRADE, round(self.grade.value + AGE_OF_GRADE))


@dataclass(frozen=True, slots=True)
class Counts:
    """How much text there is: what can be said of a text of any length."""

    words: int
    sentences: int
    longest: int

    @property
    def mean(self) -> float:
        """Words in a sentence, on average."""
        return self.words / self.sentences if self.sentences else 0


def counts(passages: Iterable[Passage]) -> Counts:
    """Count words and sentences of the passages in English."""
    lengths = [len(s.words) for p in passages if p.english for s in p.sentences]
    return Counts(sum(lengths), len(lengths), max(lengths, default=0))


def scores(passages: Iterable[Passage]) -> Scores | None:
    """Score the passages in English; None where they are too short for a formula to mean much."""
    whole = [s for p in passages if p.english for s in p.sentences]
    if sum(len(s.words) for s in whole) < LEAST_WORDS or len(whole) < LEAST_SENTENCES:
        return None
    lines = list(_lines(whole))
    text = " ".join(" ".join(_spelled(word) for word in line) + "." for line in lines)
    textstat = _textstat()
    sums = [complex(len(line), sum(map(syllables, line))) for line in lines]
    errors = _errors(sums)
    return Scores(
        Score(float(textstat.flesch_reading_ease(text)), errors[0]),
        Score(float(textstat.flesch_kincaid_grade(text)), errors[1]),
    )


def _lines(whole: Iterable[Sentence]) -> Iterator[list[str]]:
    """The words of each sentence; a fragment goes with what follows, or else with what came."""
    line: list[str] = []
    last: list[str] = []
    for sentence in whole:
        line += [word.text for word in sentence.words]
        if len(line) > _FRAGMENT:
            if last:
                yield last
            last, line = line, []
    yield last + line


@cache
def _spelled(word: str) -> str:
    """`word` as textstat can take it: no stop inside, and initials marked as such."""
    bare = "".join(c for c in word.replace("’", "'") if c.isalnum() or c == "'").strip("'")
    return "_".join(bare) if is_initials(word) else bare


def formulas(words: float, sentences: float, sounds: float) -> tuple[float, float]:
    """Flesch reading ease and Flesch-Kincaid grade from the sums, as textstat works them out."""
    length, sound = words / sentences, sounds / words
    return 206.835 - 1.015 * length - 84.6 * sound, 0.39 * length + 11.8 * sound - 15.59


def _errors(sums: list[complex]) -> tuple[float, float]:
    """Standard errors: how much the figures move when other sentences had been written.

    A bootstrap: draw as many sentences again, many times. Words and syllables ride in one
    complex number, so that the sum is one call.
    """
    draw = random.Random(_SEED).choices  # noqa: S311  chance, not secrets
    size = len(sums)
    drawn = [sum(draw(sums, k=size)) for _ in range(_RESAMPLES)]
    figures = [formulas(total.real, size, total.imag) for total in drawn]
    return _deviation([f for f, _ in figures]), _deviation([g for _, g in figures])


def _deviation(figures: list[float]) -> float:
    mean = fmean(figures)
    return math.sqrt(sum((f - mean) ** 2 for f in figures) / (len(figures) - 1))


class _Pronunciations(dict[str, list[list[str]]]):
    """CMUdict as NLTK gives it, one stressed sound a syllable, worked out when asked for."""

    def __missing__(self, word: str) -> list[list[str]]:
        said = word.replace("_", "").upper() if "_" in word else word
        sounds = self[word] = [["1"] * syllables(said)]
        return sounds


class _Dictionary:
    """Stands where NLTK keeps CMUdict."""

    def dict(self) -> dict[str, list[list[str]]]:
        """All of it, though nothing is read yet."""
        return _Pronunciations()


@cache
def _textstat() -> Any:  # noqa: ANN401  textstat has no types
    """The textstat package, with its dictionary on board. Slow to import, so only when needed.

    textstat looks for CMUdict in NLTK's folders, downloads it if it isn't there, then reads it
    for most of a second, and knows neither British spelling nor initials. It is given ours: the
    same dictionary, at once, with both. `find` must succeed first, or it would use the network.
    Ours has an answer for every word, so the hyphenator, its guess for the others, isn't loaded.
    """
    nltk = importlib.import_module("nltk")
    textstat = importlib.import_module("textstat")
    counting: Any = importlib.import_module("textstat.backend.counts._count_syllables")
    nltk.data.path.insert(0, str(DATA / "nltk_data"))
    nltk.corpus.cmudict = _Dictionary()
    counting.get_pyphen = lambda _language: None
    return textstat
