"""A text that was read: its sentences with what is wrong in each, its figures, what changed.

Plain values, made by the checks and shown by the report, `read` and the terminal.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from charter.model import Place

FORMULAS = {
    "flesch": "Flesch reading ease",
    "grade": "Flesch-Kincaid grade",
    "smog": "SMOG index",
    "fog": "Gunning fog index",
    "ari": "Automated readability index",
    "dale_chall": "Dale-Chall score",
    "index": "Plain index",
}
WHOLE = "whole charter"  # what all chapters together are called
AGE_OF_GRADE = 5  # a UK reading age is about the US school grade and five years
YOUNGEST = 5  # nobody reads before


@dataclass(frozen=True, slots=True)
class Score:
    """A formula's figure and its standard error: None where one sentence is all there is."""

    value: float
    error: float | None

    def __str__(self) -> str:
        """To one place, such as “84.1 ± 2.0”."""
        return f"{self.value:.1f}" + ("" if self.error is None else f" ± {self.error:.1f}")


@dataclass(frozen=True, slots=True)
class ReadBlock:
    """A paragraph, a line of a list or of Easy Read, sentence by sentence.

    `index` is its plain index; None where it is too short or not `english`.
    """

    place: Place
    sentences: tuple[str, ...]
    english: bool
    index: float | None


@dataclass(frozen=True, slots=True)
class Change:
    """What became of a text since the last published version, `before` being its sentences.

    `harder` is by how many years its reading age rose (below 0: it fell) and `noise` what chance
    alone explains, the standard error of that difference; None where one text can't be scored.
    """

    before: tuple[str, ...]
    harder: float | None = None
    noise: float | None = None

    @property
    def within_noise(self) -> bool:
        """Whether the texts may be equally hard for all that a formula can tell."""
        return self.harder is None or self.noise is None or abs(self.harder) <= self.noise


@dataclass(frozen=True, slots=True)
class Figures:
    """How much text there is, and its scores by the names in FORMULAS.

    `enough` says whether there is enough text for a formula to judge it.
    """

    words: int
    sentences: int
    longest: int
    passives: int
    scores: Mapping[str, Score]
    enough: bool

    @property
    def mean(self) -> float:
        """Words in a sentence, on average."""
        return self.words / self.sentences if self.sentences else 0.0

    @property
    def reading_age(self) -> Score | None:
        """How old a UK reader has to be, in years, as the Flesch-Kincaid grade has it."""
        grade = self.scores.get("grade")
        return grade and Score(max(YOUNGEST, grade.value + AGE_OF_GRADE), grade.error)


@dataclass(frozen=True, slots=True)
class Reading:
    """One version of one chapter, or of the whole charter, or a file, as it was read.

    `worst` is the sentence to start with. Findings about it have its label as their `text`.
    """

    chapter: str
    version: str
    title: str
    place: Place
    figures: Figures
    blocks: tuple[ReadBlock, ...]
    worst: str = ""
    change: Change | None = None

    @property
    def label(self) -> str:
        """What this is called in tables and as evidence."""
        return f"{self.chapter}, {self.version}" if self.version else self.chapter

    @property
    def sentences(self) -> Iterator[str]:
        """Every sentence, in order."""
        return (sentence for block in self.blocks for sentence in block.sentences)
