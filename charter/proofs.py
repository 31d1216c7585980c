"""`build.py doctor --proof`: our own output, damaged on purpose, and who notices."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from charter.contracts import Draft
from charter.terminal import line


@dataclass(frozen=True, slots=True)
class Proof:
    """One defect: the rule that it breaks, who noticed, and whether that rule came up.

    `code` is "" for the output as it was made, which must bring out nothing.
    """

    what: str
    name: str
    code: str
    by: tuple[str, ...]
    as_it_must: bool


Prove = Callable[[Draft, Path], Iterator[Proof]]
"""Damages copies of a draft below a folder, one defect at a time."""


def show(proofs: Iterable[Proof]) -> bool:
    """Print who notices each defect, and how many each checker does; whether all is as it must."""
    print("Damaging our own output, one defect at a time. This takes some minutes.", flush=True)
    several = tuple(proofs)
    what = ""
    for proof in several:
        if proof.what != what:
            what = proof.what
            print(f"\n{what}")
        print(line(f"  {proof.name}", _ending(proof)))
    print("\nHow many of these each checker notices")
    for what in dict.fromkeys(proof.what for proof in several):
        defects = [proof for proof in several if proof.what == what and proof.code]
        noticed = Counter(engine for proof in defects for engine in proof.by)
        for engine, count in noticed.most_common():
            print(line(f"  {what}: {engine}", f"{count} of {len(defects)}"))
    return all(proof.as_it_must for proof in several)


def _ending(proof: Proof) -> str:
    if not proof.as_it_must:
        return f"NOT AS IT MUST BE ({proof.code or 'sound'})"
    return f"{proof.code}: {', '.join(proof.by)}" if proof.code else "sound, and passes"
