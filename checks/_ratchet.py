"""The ratchet: a published text may not become harder by more than chance explains."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from math import hypot

from charter.findings import Finding
from charter.reading import Change, Figures
from checks._english.text import Passage, Sentence
from checks._measured import Measured, figures, measure
from checks._reading_rules import RULES

Blocks = Sequence[Sequence[str]]
"""The sentences of each block, as they were published."""


@dataclass(frozen=True, slots=True)
class Compared:
    """A text now and as it was published last: what changed, and both texts' figures."""

    change: Change
    before: Figures
    after: Figures


def compare(measured: Measured, past: Blocks, known: frozenset[str]) -> Compared:
    """What became of a text since it was published as `past`."""
    after = figures(measured)
    now = [
        [sentence.text for sentence in passage.sentences] or [passage.text]
        for passage in measured.version.passages
    ]
    told = tuple(sentence for block in past for sentence in block)
    if now == [list(block) for block in past]:
        return Compared(Change(told, 0.0, 0.0), after, after)
    before = _past(measured, past, known)
    old, new = before.scores.get("grade"), after.scores.get("grade")
    if not old or not new or old.error is None or new.error is None:
        return Compared(Change(told), before, after)
    changed = Change(told, new.value - old.value, hypot(old.error, new.error))
    return Compared(changed, before, after)


def _past(measured: Measured, past: Blocks, known: frozenset[str]) -> Figures:
    place = measured.version.place
    passages = tuple(Passage(" ".join(block), place) for block in past)
    return figures(measure(replace(measured.version, passages=passages), known))


def harder(measured: Measured, past: Blocks, compared: Compared, name: str) -> Iterator[Finding]:
    """A finding where the text `name` is harder than `past` by more than its standard error.

    Only where both are long enough to be judged by a formula at all.
    """
    changed, before, after = compared.change, compared.before, compared.after
    if changed.within_noise or (changed.harder or 0) < 0:
        return
    if not (before.enough and after.enough):
        return
    met = {sentence for block in past for sentence in block}
    new = [one for one in measured.version.scored if one.text not in met]
    yield RULES["READ-027"].at(
        measured.version.place,
        version=name,
        now=f"{after.scores['grade'].value:.1f}",
        before=f"{before.scores['grade'].value:.1f}",
        noise=f"{changed.noise:.1f}",
        start=_longest(new or list(measured.version.scored)).start,
    )


def _longest(several: Sequence[Sentence]) -> Sentence:
    return max(several, key=lambda sentence: len(sentence.lexemes))
