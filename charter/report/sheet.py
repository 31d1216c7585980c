"""The contact sheet: every picture there is to choose from, and where each one is used."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from charter.lists import statement_row
from charter.model import Chapter, Charter, Drawing, Picture

UNGROUPED = "Other pictures"
# The pictures of a place are this many times as wide as high, or more. They stand on a deep band.
_PANORAMA = 1.6
_WIDE = 1.2


@dataclass(frozen=True, slots=True)
class Card:
    """One picture on the sheet: what is said of it, its shape, and the titles that use it."""

    drawing: Drawing
    shape: str
    used: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """All pictures in their groups, with `deep`, the colour behind the pictures of a place."""

    groups: Mapping[str, Sequence[Card]]
    deep: str

    @property
    def cards(self) -> Sequence[Card]:
        """Every card, group by group."""
        return tuple(chain.from_iterable(self.groups.values()))


def sheet(charter: Charter) -> Sheet:
    """The groups in the order of their names, the ungrouped pictures last."""
    uses: dict[str, list[str]] = {}
    for picture, title in _uses(charter):
        uses.setdefault(picture, []).append(title)
    groups: dict[str, list[Card]] = {}
    for drawing in sorted(charter.drawings, key=lambda one: (not one.group, one.group, one.id)):
        used = tuple(dict.fromkeys(uses.get(drawing.id, ())))
        card = Card(drawing, _shape(drawing), used)
        groups.setdefault(drawing.group or UNGROUPED, []).append(card)
    return Sheet(groups, charter.design.main)


def _uses(charter: Charter) -> Iterator[tuple[str, str]]:
    """The id of each picture in use with the title that it stands under."""
    yield charter.facts.picture, "The cover"
    for chapter in charter.chapters:
        for picture in _shown_in(chapter):
            yield picture, chapter.title
    for term in charter.glossary:
        shown = (block.id for block in term.meaning if isinstance(block, Picture))
        for picture in (*shown, *(row.picture.id for row in term.easy_read.rows)):
            yield picture, f"Hard word: {term.name}"
    yield statement_row(charter).picture.id, "Accessibility statement"


def _shown_in(chapter: Chapter) -> Iterator[str]:
    yield chapter.picture
    for block in (*chapter.full, *chapter.poster):
        if isinstance(block, Picture):
            yield block.id
    for row in chapter.easy_read.rows:
        yield row.picture.id


def _shape(drawing: Drawing) -> str:
    if drawing.proportion >= _PANORAMA:
        return "panorama"
    return "broad" if drawing.proportion >= _WIDE else "square"
