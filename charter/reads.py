"""`build.py read`: what the word rules and scores say of any text, in words or as JSON."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from textwrap import shorten

from charter import documents
from charter.documents import Document
from charter.findings import Finding, Wrong, blocked
from charter.policy import Policy
from charter.reading import FORMULAS, Reading, Score
from charter.report.data import finding_data, worst
from charter.terminal import line, print_findings

_WIDE = 200  # signs of a sentence that are shown
SCHEMA = 1  # goes up when a name in the JSON changes its meaning

Judge = Callable[[Document, str, Policy], tuple[Reading, tuple[Finding, ...]]]
"""Reads a text as “full”, “poster” or “easy-read”: its figures, and what is wrong with it."""


@dataclass(frozen=True, slots=True)
class Result:
    """What was found in one file. `reading` is None where it could not be read."""

    file: str
    reading: Reading | None
    findings: tuple[Finding, ...]
    not_read: str = ""

    @property
    def verdict(self) -> str:
        """The worst label among the findings; “Passed” where there are none."""
        return worst(self.findings)


def read(files: Sequence[str], kind: str, judge: Judge, policy: Policy) -> tuple[Result, ...]:
    """Read each of `files`, “-” being standard input. One that can't be read is a finding."""
    return tuple(_one(name, kind, judge, policy) for name in files)


def _one(name: str, kind: str, judge: Judge, policy: Policy) -> Result:
    try:
        if name == "-":
            file = Path("standard input")
            document = documents.from_text(documents.decoded(sys.stdin.buffer.read(), file), file)
        else:
            document = documents.load(Path(name))
    except Wrong as wrong:
        return Result(name, None, wrong.findings)
    return Result(name, *judge(document, kind, policy), document.not_read)


def show(results: Iterable[Result]) -> None:
    """Say it to people: the figures of each file, then what to do about it."""
    for result in results:
        print(f"\n{'Standard input' if result.file == '-' else result.file}")
        if result.reading:
            for step, figure in _figures(result.reading):
                print(line(f"  {step}", figure))
            print(line("  Not read", result.not_read))
        print(line("  Verdict", result.verdict))
        print_findings(result.findings)
    print("\nA formula is not a reader. Ask some of the people whom it is for.")


def _figures(reading: Reading) -> Iterable[tuple[str, str]]:
    figures = reading.figures
    yield "Words", str(figures.words)
    yield "Sentences", str(figures.sentences)
    if not figures.sentences:
        return
    yield "Words in a sentence, on average", f"{figures.mean:.1f}"
    yield "Words in the longest", str(figures.longest)
    note = "" if figures.enough else " (too short for a formula to judge)"
    if figures.reading_age:
        yield "Reading age, in years", f"{figures.reading_age}{note}"
    if "flesch" in figures.scores:
        yield "Flesch reading ease, 100 is easy", f"{figures.scores['flesch']}{note}"
    if "index" in figures.scores:
        yield "Plain index, 1 is easy and 6 hard", str(figures.scores["index"])
    if reading.worst:
        yield "Start with this sentence", f"“{shorten(reading.worst, _WIDE, placeholder=' …')}”"


def as_json(results: Iterable[Result], kind: str) -> str:
    """Say it to programs. reads.schema.json in charter/report says what is in it."""
    data = {"schema": SCHEMA, "as": kind, "files": [_as_data(result) for result in results]}
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def _as_data(result: Result) -> dict[str, object]:
    reading = result.reading
    figures = reading.figures if reading else None
    age = figures.reading_age if figures else None
    scores = figures.scores if figures else {}
    return {
        "file": result.file,
        "verdict": result.verdict,
        "words": figures.words if figures else 0,
        "sentences": figures.sentences if figures else 0,
        "mean_sentence": round(figures.mean, 2) if figures else 0,
        "longest_sentence": figures.longest if figures else 0,
        "passive_sentences": figures.passives if figures else 0,
        "enough_to_judge": bool(figures and figures.enough),
        "reading_age": _score(age),
        "scores": {name: _score(scores.get(name)) for name in FORMULAS},
        "index": _score(scores.get("index")),
        "worst_sentence": reading.worst if reading else "",
        "not_read": result.not_read,
        "findings": [finding_data(finding) for finding in result.findings],
    }


def _score(score: Score | None) -> dict[str, float | None] | None:
    if score is None:
        return None
    error = None if score.error is None else round(score.error, 2)
    return {"value": round(score.value, 2), "error": error}


def must_fix(results: Iterable[Result]) -> bool:
    """Whether any file has something that must be fixed."""
    return any(blocked(result.findings) for result in results)
