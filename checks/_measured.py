"""A text with everything counted that the formulas need."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from charter.reading import Figures
from checks._english.scores import (
    LEAST_SENTENCES,
    LEAST_WORDS,
    Sample,
    index_of,
    samples,
    scores,
)
from checks._english.text import Version


@dataclass(frozen=True, slots=True)
class Measured:
    """A version with each sentence of its passages as the formulas see it, and their indexes."""

    version: Version
    drawn: tuple[tuple[Sample, ...], ...]
    indexes: tuple[float | None, ...]

    @property
    def scored(self) -> list[Sample]:
        """The sentences in English."""
        pairs = zip(self.version.passages, self.drawn, strict=True)
        return [sample for passage, several in pairs if passage.english for sample in several]


def measure(version: Version, known: frozenset[str]) -> Measured:
    """Count what the formulas need, once. Words in `known` are not hard."""
    drawn = tuple(tuple(samples(passage.sentences, known)) for passage in version.passages)
    indexes = (
        index_of(several) if passage.english else None
        for passage, several in zip(version.passages, drawn, strict=True)
    )
    return Measured(version, drawn, tuple(indexes))


def together(parts: Iterable[Measured], version: Version) -> Measured:
    """Several measured versions as `version`, which holds their passages one after the other."""
    every = tuple(parts)
    return Measured(
        version,
        tuple(drawn for part in every for drawn in part.drawn),
        tuple(index for part in every for index in part.indexes),
    )


def figures(measured: Measured) -> Figures:
    """How much text there is in English, and its scores."""
    drawn = measured.scored
    # Each sample is one sentence, so its longest sentence is as long as itself.
    words, longest = sum(s.longest for s in drawn), max((s.longest for s in drawn), default=0)
    enough = words >= LEAST_WORDS and len(drawn) >= LEAST_SENTENCES
    hidden = sum(bool(sentence.passives) for sentence in measured.version.scored)
    return Figures(words, len(drawn), longest, hidden, scores(drawn), enough)
