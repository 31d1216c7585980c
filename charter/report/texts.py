"""The texts of the report: every sentence in place, with what is wrong in it and what changed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import count, pairwise

from charter.findings import Finding
from charter.reading import ReadBlock, Reading
from charter.report.data import verdict_on, worst


@dataclass(frozen=True, slots=True)
class Part:
    """A run of signs in a sentence, with the numbers of the notes about it."""

    text: str
    notes: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Shown:
    """A sentence as it is shown: `label` is “Must fix”, “Please check” or "" where it is fine."""

    id: str
    parts: tuple[Part, ...]
    label: str
    notes: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class ShownBlock:
    """A block, its sentences, and the notes about them and about the whole block, by number."""

    sentences: tuple[Shown, ...]
    notes: tuple[tuple[int, Finding], ...]
    english: bool
    index: float | None


@dataclass(frozen=True, slots=True)
class Edit:
    """One sentence before and after: "" where it was not there."""

    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Text:
    """One version of one chapter, ready to be shown. `about` are findings about all of it."""

    reading: Reading
    id: str
    page: str
    verdict: str
    blocks: tuple[ShownBlock, ...]
    about: tuple[Finding, ...]
    swaps: tuple[tuple[str, str], ...]
    edits: tuple[Edit, ...]


def texts(readings: Iterable[Reading], findings: Sequence[Finding]) -> tuple[Text, ...]:
    """Every reading with its findings, in order."""
    return tuple(_text(reading, findings) for reading in readings)


def slug(words: str) -> str:
    """`words` as part of a file name or an address."""
    return re.sub(r"[^a-z0-9]+", "-", words.lower()).strip("-") or "text"


def _text(reading: Reading, findings: Sequence[Finding]) -> Text:
    mine = [finding for finding in findings if finding.text == reading.label]
    numbers, name = count(1), slug(reading.label)
    blocks: list[ShownBlock] = []
    shown: set[int] = set()
    for block in reading.blocks:
        held, used = _block(block, mine, numbers, f"{name}-{len(blocks) + 1}")
        blocks.append(held)
        shown |= used
    return Text(
        reading,
        name,
        f"texts/{slug(reading.chapter)}.html",
        verdict_on(reading, findings),
        tuple(blocks),
        tuple(finding for finding in mine if id(finding) not in shown),
        tuple({f.words: str(f.facts["instead"]) for f in mine if f.facts.get("instead")}.items()),
        tuple(_edits(reading)),
    )


def _block(
    block: ReadBlock, findings: Sequence[Finding], numbers: Iterator[int], name: str
) -> tuple[ShownBlock, set[int]]:
    """A block as it is shown, and the identities of the findings that were used up."""
    sentences, notes, used = list[Shown](), list[tuple[int, Finding]](), set[int]()
    whole = [f for f in findings if not f.sentence and f.place == block.place]
    for at, sentence in enumerate(block.sentences, 1):
        said = [f for f in findings if f.sentence == sentence and _near(f, block)]
        mine = [(next(numbers), finding) for finding in said]
        notes += mine
        used |= {id(finding) for finding in said}
        label = worst(said) if said else ""
        sentences.append(
            Shown(f"{name}-{at}", tuple(_parts(sentence, mine)), label, tuple(n for n, _ in mine))
        )
    notes += [(next(numbers), finding) for finding in whole]
    used |= {id(finding) for finding in whole}
    return ShownBlock(tuple(sentences), tuple(notes), block.english, block.index), used


_LINES_OF_A_BLOCK = 60


def _near(finding: Finding, block: ReadBlock) -> bool:
    """Whether a finding's line can be one of this block's: the same sentence may come twice."""
    start, line = block.place.line or 0, finding.place.line or 0
    return finding.place.file == block.place.file and 0 <= line - start <= _LINES_OF_A_BLOCK


def _parts(sentence: str, notes: Sequence[tuple[int, Finding]]) -> Iterator[Part]:
    """A sentence cut where findings begin and end."""
    spans = [(f.start, f.end, number) for number, f in notes if f.end]
    edges = sorted({0, len(sentence), *(e for start, end, _ in spans for e in (start, end))})
    for start, end in pairwise(edges):
        over = tuple(number for first, last, number in spans if first <= start and end <= last)
        yield Part(sentence[start:end], over)


def _edits(reading: Reading) -> Iterator[Edit]:
    """The sentences that changed since the text was published, side by side."""
    if reading.change is None:
        return
    before, after = list(reading.change.before), list(reading.sentences)
    for tag, i, j, k, m in SequenceMatcher(None, before, after).get_opcodes():
        if tag == "equal":
            continue
        old, new = before[i:j], after[k:m]
        for n in range(max(len(old), len(new))):
            yield Edit(old[n] if n < len(old) else "", new[n] if n < len(new) else "")


def told(reading: Reading) -> str:
    """What changed since a text was published, in a few words, honest about noise."""
    change = reading.change
    if change is None:
        return "Not published before"
    if change.before == tuple(reading.sentences):
        return "No change"
    if change.harder is None or change.noise is None:
        return "Changed; too short to compare"
    years = f"{change.harder:+.1f} ± {change.noise:.1f} years".replace("-", "minus ")
    if not reading.figures.enough:
        return f"{years}: too short to judge"
    if change.within_noise:
        return f"{years}: within noise"
    return f"{years}: {'harder' if change.harder > 0 else 'easier'}"
