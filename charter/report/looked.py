"""The pictures of the report: every output at a glance, and what looks different side by side."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from charter.look import Look
from charter.looks import ENDING, FOLDER, NOW
from charter.pipeline import Verdict

ACCEPTED, DIFFERENCE, EYES = "accepted", "difference", "eyes"


@dataclass(frozen=True, slots=True)
class Looked:
    """All pictures of a run, for the page that shows them."""

    looks: Sequence[Look]

    @property
    def changed(self) -> Sequence[Look]:
        """What looks different, the most different first."""
        return sorted((one for one in self.looks if one.changed), key=lambda one: -one.share)

    @property
    def new(self) -> Sequence[Look]:
        """What there is nothing to compare with; nothing, where nothing was ever accepted."""
        return [one for one in self.looks if one.new] if self.compared else ()

    @property
    def gone(self) -> Sequence[Look]:
        """What was accepted and is no longer made."""
        return [one for one in self.looks if one.gone]

    @property
    def compared(self) -> bool:
        """Whether anybody has accepted how this charter looks."""
        return any(one.accepted for one in self.looks)

    @property
    def eyes(self) -> Sequence[Look]:
        """What is also shown as other readers see it."""
        return [one for one in self.looks if one.eyes]

    @property
    def documents(self) -> Mapping[str, Sequence[Look]]:
        """The pictures of each output, in order."""
        found: dict[str, list[Look]] = {}
        for one in self.looks:
            if one.now:
                found.setdefault(one.document, []).append(one)
        return found


def looked(verdict: Verdict) -> Looked:
    """Every picture that the checks took."""
    every = (one for outcome in verdict.outcomes.values() for one in outcome.looks)
    return Looked(tuple(every))


def place(sort: str, look: Look, eye: str = "") -> str:
    """Where a picture stands in the report, as a link: sort is “now”, “accepted” and so on."""
    return quote("/".join((FOLDER, *_path(sort, eye), f"{look.name}{ENDING}")))


def _path(sort: str, eye: str) -> tuple[str, ...]:
    return (sort, eye.replace(" ", "-")) if eye else (sort,)


def write(several: Looked, folder: Path) -> None:
    """Write every picture that the page shows into the report's `folder`."""
    for one in several.looks:
        for path, data in _files(one):
            file = folder.joinpath(FOLDER, *path, f"{one.name}{ENDING}")
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(data)


def _files(look: Look) -> Iterator[tuple[tuple[str, ...], bytes]]:
    if look.now:
        yield (NOW,), look.now
    if look.changed:
        yield (DIFFERENCE,), look.difference
    if look.changed or look.gone:
        yield (ACCEPTED,), look.accepted
    for eye, data in look.eyes.items():
        yield _path(EYES, eye), data
