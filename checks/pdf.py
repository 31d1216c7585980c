"""PDFs: PDF/UA-1 by two outside checkers, and by our own reading what no checker looks at."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from charter.contracts import Draft, Stage
from charter.findings import Finding, Outcome
from charter.model import Place
from checks import _pdf_fields, _pdf_overlap, _pdf_pages, _pdf_seen, _pdf_tags
from checks._pdf_kinds import KINDS, Document, inside, kinds
from checks._pdf_paper import Paper, open_paper
from checks._pdf_rules import RULES
from checks._pdf_standard import Asked, breaches, told_once
from checks._tags import Unreadable

__all__ = ["DOCUMENTS", "RULES", "STAGE", "TITLE", "run"]

TITLE = "PDFs for everyone"
STAGE = Stage.ARTEFACTS
DOCUMENTS = tuple(KINDS)
_MEDIA = "application/pdf"


def run(draft: Draft) -> Outcome:
    """Check every PDF that would be published, also one that no format says it made.

    A document that was not made is a finding. Raises `ProgramFailed` where an outside checker
    can't be trusted.
    """
    made = {inside(draft, a.path): a for a in draft.artefacts if a.media_type == _MEDIA}
    there = {inside(draft, file) for file in draft.root.rglob("*.pdf")}
    names = sorted(made.keys() | there)
    known = kinds(draft.charter)
    due = {f"downloads/{stem}.pdf" for stem in known}
    findings = [RULES["PDF-026"].at(Place(Path(name))) for name in sorted(due.difference(names))]
    papers: list[Paper] = []
    for name in names:
        try:
            papers.append(open_paper(name, draft.root / name))
        except Unreadable as unreadable:
            findings.append(_unreadable(name, unreadable))
    answers = breaches([Asked(paper.name, paper.data, len(paper.leaves)) for paper in papers])
    examined: set[str] = set()
    for paper, answer in zip(papers, answers, strict=True):
        if isinstance(answer, Unreadable):
            findings.append(_unreadable(paper.name, answer))
            continue
        artefact, kind = made.get(paper.name), known.get(Path(paper.name).stem)
        own: tuple[Finding, ...] = (paper.breaks("PDF-002"),)
        if artefact is not None and kind is not None:
            own = tuple(_own(Document(paper, kind, artefact, draft)))
        findings += told_once(paper, answer, own)
        examined.add(paper.name)
    return Outcome(tuple(findings), frozenset({*names, *due}), frozenset(examined))


def _unreadable(name: str, why: Unreadable) -> Finding:
    return RULES["PDF-001"].at(Place(Path(name)), reason=str(why).rstrip("."))


def _own(document: Document) -> Iterator[Finding]:
    """Everything that we find wrong with one document ourselves."""
    yield from _pdf_tags.check(document)
    yield from _pdf_pages.check(document)
    yield from _pdf_seen.check(document.paper, ours=True)
    yield from _pdf_overlap.check(document.paper)
    if document.kind.fields:
        yield from _pdf_fields.check(document.paper)
