"""Every PDF that we publish: what it must say, how small its letters and how long it may be."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from charter.contracts import Artefact, Draft
from charter.model import Charter, Pledge
from charter.policy import Print
from checks import _says
from checks._pdf_paper import Paper
from checks._says import Said


def _any(_: Print) -> int:
    return 0


def _one(_: Print) -> int:
    return 1


@dataclass(frozen=True, slots=True)
class Kind:
    """What is asked of one document. `most_pages` is 0 where it may be as long as it needs.

    `fields` says that it has coloured fields, which must be told apart without colours, too.
    """

    says: Callable[[Charter], Iterable[Said]]
    smallest: Callable[[Print], float]
    most_pages: Callable[[Print], int] = _any
    fields: bool = False


_POSTERS: Mapping[str, Callable[[Print], float]] = {
    "a4": lambda limits: limits.poster_a4_smallest,
    "a3": lambda limits: limits.poster_a3_smallest,
    "a2": lambda limits: limits.poster_a2_smallest,
    "letter": lambda limits: limits.poster_letter_smallest,
    "a4-black-and-white": lambda limits: limits.poster_a4_smallest,
    "a3-printers": lambda limits: limits.poster_a3_smallest,
    "a2-printers": lambda limits: limits.poster_a2_smallest,
}

KINDS: Mapping[str, Kind] = {
    **{
        f"poster-{name}": Kind(_says.poster, smallest, _one, fields=True)
        for name, smallest in _POSTERS.items()
    },
    "easy-read": Kind(
        _says.easy_read,
        lambda limits: limits.easy_read_smallest,
        lambda limits: limits.easy_read_most_pages,
    ),
    "large-print": Kind(_says.full_text, lambda limits: limits.large_print_smallest),
    "giant-print": Kind(_says.full_text, lambda limits: limits.giant_print_smallest),
    "booklet": Kind(_says.booklet, lambda limits: limits.booklet_smallest, fields=True),
    # Its pages are tagged in the booklet. Here they are decoration: read out in the order in which
    # they are printed, they would make no sense. checks/print_pack.py sees that all are there.
    "booklet-to-print": Kind(_says.to_print, lambda limits: limits.booklet_smallest),
    "table-card": Kind(
        _says.table_card, lambda limits: limits.table_card_smallest, _one, fields=True
    ),
    "pack-guide": Kind(_says.guide, lambda limits: limits.guide_smallest, _one, fields=True),
}
"""By the name of the file, without its ending: those that every charter has."""

LEAFLET = "leaflet-"
"""How the name of a pledge's leaflet begins; its id follows."""


def leaflet(pledge: Pledge) -> Kind:
    """What is asked of the leaflet of one pledge."""
    says = partial(_says.leaflet, pledge)
    return Kind(says, lambda limits: limits.leaflet_smallest, fields=True)


def kinds(charter: Charter) -> Mapping[str, Kind]:
    """All documents that this charter must have, by the name of the file."""
    return {**KINDS, **{f"{LEAFLET}{pledge.id}": leaflet(pledge) for pledge in charter.pledges}}


FAMILIES = (
    "AtkinsonHyperlegibleNext",
    "NotoNaskhArabic",
    "NotoSans",
    "NotoSansMath",
    "NotoSansSymbols2",
)
"""The families of letters that documents are set in: the ones in formats/fonts, as PDFs call them.

They were chosen because they tell look-alike letters apart, and have every sign that we print.
"""


@dataclass(frozen=True, slots=True)
class Document:
    """One PDF that we made, and what is asked of it."""

    paper: Paper
    kind: Kind
    artefact: Artefact
    draft: Draft

    @property
    def smallest(self) -> float:
        """The smallest letters allowed, in points."""
        return self.kind.smallest(self.draft.policy.print)


def inside(draft: Draft, path: Path) -> str:
    """The path of a file below the root of what would be published, with "/"."""
    return (path.relative_to(draft.root) if path.is_relative_to(draft.root) else path).as_posix()
