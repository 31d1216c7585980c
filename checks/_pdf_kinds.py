"""Every PDF that we publish: what it must say, how small its letters and how long it may be."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from charter.contracts import Artefact, Draft
from charter.findings import Finding
from charter.model import Place
from charter.policy import Print
from checks import _says
from checks._ink import Leaf
from checks._pdf_rules import RULES
from checks._says import Said
from checks._tags import Reading


@dataclass(frozen=True, slots=True)
class Kind:
    """What is asked of one document. `most_pages` is 0 where it may be as long as it needs."""

    says: Callable[[Draft], Iterable[Said]]
    smallest: Callable[[Print], float]
    most_pages: Callable[[Print], int] = field(default=lambda _: 0)
    fits_type: bool = False
    is_easy_read: bool = False


KINDS: Mapping[str, Kind] = {
    "poster-a3": Kind(
        lambda draft: _says.poster(draft.charter),
        lambda limits: limits.poster_a3_smallest,
        lambda _: 1,
        fits_type=True,
    ),
    "poster-a4": Kind(
        lambda draft: _says.poster(draft.charter),
        lambda limits: limits.poster_a4_smallest,
        lambda _: 1,
        fits_type=True,
    ),
    "easy-read": Kind(
        lambda draft: _says.easy_read(draft.charter),
        lambda limits: limits.easy_read_smallest,
        lambda limits: limits.easy_read_most_pages,
        is_easy_read=True,
    ),
    "large-print": Kind(
        lambda draft: _says.full_text(draft.charter), lambda limits: limits.large_print_smallest
    ),
    "giant-print": Kind(
        lambda draft: _says.full_text(draft.charter), lambda limits: limits.giant_print_smallest
    ),
}
"""By the name of the file, without its ending."""


@dataclass(frozen=True, slots=True)
class Document:
    """One PDF as two readers see it, and what is asked of it."""

    name: str
    kind: Kind
    artefact: Artefact
    draft: Draft
    reading: Reading
    leaves: tuple[Leaf, ...]

    def breaks(self, code: str, **facts: object) -> Finding:
        """A finding in this document."""
        return RULES[code].at(Place(Path(self.name)), **facts)
