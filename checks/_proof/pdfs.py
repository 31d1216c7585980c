"""Who sees which fault in a PDF: each defect is put into a copy of what we made."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from charter.contracts import Draft
from checks import _verapdf, pdf
from checks._pdf_paper import open_paper
from checks._pdf_standard import Asked, breaches
from checks._proof.damage import damaged
from checks._proof.pdf_defects import DEFECTS, Defect, no_damage
from checks._tags import Unreadable

__all__ = ["DEFECTS", "NOTHING", "OWN", "Defect", "Proved", "prove"]

OWN = "our own"
NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class Proved:
    """What came of a defect: the engines that saw it, and the codes of all findings.

    `code` is the one that had to be among them; "" for the output as it was made.
    """

    name: str
    code: str
    engines: tuple[str, ...]
    codes: tuple[str, ...]

    @property
    def shut(self) -> bool:
        """Whether it came as it must: the right finding for a defect, none for what is sound."""
        return self.code in self.codes if self.code else not self.codes


def prove(draft: Draft, folder: Path) -> Iterator[Proved]:
    """Put each defect into a copy below `folder`, and say who sees it.

    The first is all documents without any defect, as one.

    `draft` must hold every document, and a table and a link in its large print: where there is
    nothing to damage, `LookupError` is raised.
    """
    sound = [Defect(NOTHING, name, "", no_damage) for name in pdf.DOCUMENTS]
    cases = [
        (defect, damaged(draft, folder / f"{number}", defect.document, defect.damage))
        for number, defect in enumerate((*sound, *DEFECTS))
    ]
    _verapdf.examine([one.artefacts[0].path.read_bytes() for _, one in cases])  # all at once
    proved = (_proved(defect, one) for defect, one in cases)
    untouched = list(islice(proved, len(sound)))
    engines = sorted({engine for one in untouched for engine in one.engines})
    codes = sorted({code for one in untouched for code in one.codes})
    yield Proved(NOTHING, "", tuple(engines), tuple(codes))
    yield from proved


def _proved(defect: Defect, draft: Draft) -> Proved:
    path = draft.artefacts[0].path
    here = path.relative_to(draft.root)
    found = [f.rule.code for f in pdf.run(draft).findings if f.place.file == here and f.blocks]
    engines = {OWN} if any(code != "PDF-003" for code in found) else set[str]()
    try:
        paper = open_paper(path.name, path)
        (answer,) = breaches([Asked(paper.name, paper.data, len(paper.leaves))])
    except Unreadable:
        answer = ()
    if not isinstance(answer, Unreadable):
        engines.update(name for breach in answer for name in breach.by)
    codes = tuple(dict.fromkeys(found))
    return Proved(defect.name, defect.code, tuple(sorted(engines)), codes)
