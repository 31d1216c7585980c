"""One PDF as two readers see it, and opening it without ever failing."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pypdfium2 as pdfium  # type: ignore[import-untyped]  # the wheel has no types

from charter.findings import Finding
from charter.model import Place
from checks import _ink, _tags
from checks._ink import Leaf, Run
from checks._pdf_rules import RULES
from checks._tags import Reading, Unreadable


@dataclass(frozen=True, slots=True)
class Paper:
    """A PDF. `name` is its path for messages; `reading` is by its tags, `leaves` as drawn."""

    name: str
    data: bytes
    reading: Reading
    leaves: tuple[Leaf, ...]

    def breaks(self, code: str, **facts: object) -> Finding:
        """A finding in this document."""
        return RULES[code].at(Place(Path(self.name)), **facts)

    def words(self, page: int, run: Run) -> str:
        """What the tagged text says where a run of letters is drawn."""
        sheet = self.reading.sheets[page - 1]
        return (
            sheet.marked.get(run.mark, "") if run.mark >= 0 else sheet.decoration or sheet.unmarked
        )


def open_paper(name: str, file: Path) -> Paper:
    """A PDF, read by its tags and as it is drawn. Raises `Unreadable` with the reason."""
    try:
        paper = Paper(name, file.read_bytes(), _tags.read(file), _ink.leaves(file))
    except (OSError, pdfium.PdfiumError) as error:
        raise Unreadable(str(error)) from None
    if len(paper.leaves) != len(paper.reading.sheets):
        raise Unreadable("two readers find different numbers of pages in it")
    return paper
