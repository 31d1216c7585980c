"""What is checked on a PDF's pages, and in what the file says about itself."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from charter.findings import Finding
from checks._pdf_kinds import FAMILIES, Document
from checks._pdf_paper import Paper
from checks._stream import plain, short
from checks._tags import every, runs

_ROUNDING = 0.05  # points: PDFs hold sizes as decimals
_LEAVE = 0.5  # points over the edge; nobody sees less
_DRAFT = re.compile(r"(?i:draft)(?![a-z])")  # a footer's "DraftPage 2" is two words on paper
_UNCHECKED = "Draft: not checked"  # said where there was no gate, whatever the Easy Read is


def check(document: Document) -> Iterator[Finding]:
    """Everything that is wrong with the pages of one document, and with its properties."""
    yield from _letters(document)
    yield from fonts(document.paper)
    yield from _families(document.paper)
    yield from edges(document.paper)
    yield from _properties(document)
    yield from _length(document)
    yield from _draft(document)


def _letters(document: Document) -> Iterator[Finding]:
    """The smallest letters of each page and of each picture. Page numbers count as well."""
    fitted = document.artefact.type_size
    if 0 < fitted < document.smallest - _ROUNDING:
        return  # the whole document is too small, and the poster's own check says what to cut
    paper = document.paper
    pictures = _pictures(paper)
    for number, leaf in enumerate(paper.leaves, 1):
        small = [run for run in leaf.runs if 0 < run.size < document.smallest - _ROUNDING]
        texts = [run for run in small if (number, run.mark) not in pictures]
        facts = {"page": number, "smallest": f"{document.smallest:g}"}
        for run in sorted(texts, key=lambda run: run.size)[:1]:
            text = short(paper.words(number, run)) or "…"
            yield paper.breaks("PDF-014", words=text, size=f"{run.size:.1f}", **facts)
        for alt in dict.fromkeys(pictures.get((number, run.mark)) for run in small):
            if alt is not None:
                sizes = (run.size for run in small if pictures.get((number, run.mark)) == alt)
                yield paper.breaks("PDF-015", alt=short(alt), size=f"{min(sizes):.1f}", **facts)


def _pictures(paper: Paper) -> Mapping[tuple[int, int], str]:
    """The descriptions of the pictures, by the page and the marks that each is made of."""
    figures = [tag for tag in every(paper.reading.tree) if tag.kind == "Figure"]
    return {(run.page, run.mark): plain(tag.alt) for tag in figures for run in runs(tag)}


def fonts(paper: Paper) -> Iterator[Finding]:
    """Every font that is only named in the file."""
    used = (run for leaf in paper.leaves for run in leaf.runs)
    for font in sorted({run.font for run in used if not run.embedded}):
        yield paper.breaks("PDF-016", font=font)


def _families(paper: Paper) -> Iterator[Finding]:
    used = {run.font for leaf in paper.leaves for run in leaf.runs if run.font}
    for font in sorted(used):
        if font.partition("-")[0] not in FAMILIES:
            yield paper.breaks("PDF-030", font=font)


def edges(paper: Paper, *, pictures: bool = True) -> Iterator[Finding]:
    """The first words (with `pictures`: or picture) on each page that go over its edge."""
    for number, leaf in enumerate(paper.leaves, 1):
        for run in leaf.runs:
            if (run.font or pictures) and not run.box.inside(leaf.width, leaf.height, _LEAVE):
                said = (
                    f"“{short(paper.words(number, run))}”" if run.mark >= 0 else "part of the text"
                )
                what = said if run.font else "a picture"
                yield paper.breaks("PDF-017", page=number, what=what)
                break


def _properties(document: Document) -> Iterator[Finding]:
    paper, facts = document.paper, document.draft.charter.facts
    reading = paper.reading
    if plain(facts.title) not in reading.title or not reading.title:
        yield paper.breaks("PDF-018", title=reading.title)
    if reading.language != facts.language:
        yield paper.breaks("PDF-019", language=reading.language, wanted=facts.language)
    if not reading.shows_title:
        yield paper.breaks("PDF-020")


def _length(document: Document) -> Iterator[Finding]:
    paper = document.paper
    pages, most = len(paper.leaves), document.kind.most_pages(document.draft.policy.print)
    if most and pages > most:
        yield paper.breaks("PDF-021", pages=pages, most=most)
    if pages != document.artefact.pages:
        yield paper.breaks("PDF-022", pages=pages, said=document.artefact.pages)


def _draft(document: Document) -> Iterator[Finding]:
    """Whether each page of the Easy Read says that it is a draft while it is one, and not after."""
    if document.artefact.format != "easy-read":
        return
    charter, reading = document.draft.charter, document.paper.reading
    own = {plain(one.words) for one in document.kind.says(charter)}  # may be about some other draft
    wanted = charter.facts.easy_read_is_draft
    wrong: list[int] = []
    for number, sheet in enumerate(reading.sheets, 1):
        blocks = (b.text for b in reading.spoken if b.page == number and b.text not in own)
        shown = " ".join((sheet.decoration, *blocks))
        said = _DRAFT.search(shown if wanted else shown.replace(_UNCHECKED, "")) is not None
        wrong += [number] if said != wanted else []
    if wrong:
        code, pages = "PDF-023" if wanted else "PDF-024", ", ".join(map(str, wrong))
        yield document.paper.breaks(code, pages=pages)
