"""What is checked on a PDF's pages, and in what the file says about itself."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from charter.findings import Finding
from checks._ink import Run
from checks._pdf_kinds import Document
from checks._stream import plain, short
from checks._tags import every, runs

_ROUNDING = 0.05  # points: PDFs hold sizes as decimals
_LEAVE = 0.5  # points over the edge; nobody sees less
_DRAFT = re.compile(r"(?i:draft)(?![a-z])")  # a footer's "DraftPage 2" is two words on paper
_UNCHECKED = "Draft: not checked"  # said where there was no gate, whatever the Easy Read is


def check(document: Document) -> Iterator[Finding]:
    """Everything that is wrong with the pages of one document, and with its properties."""
    yield from _letters(document)
    yield from _fonts(document)
    yield from _edges(document)
    yield from _properties(document)
    yield from _length(document)
    yield from _draft(document)


def _letters(document: Document) -> Iterator[Finding]:
    """The smallest letters of each page and of each picture. Page numbers count as well."""
    fitted = document.artefact.type_size
    if 0 < fitted < document.smallest - _ROUNDING:
        return  # the whole document is too small, and the poster's own check says what to cut
    pictures = _pictures(document)
    for number, leaf in enumerate(document.leaves, 1):
        small = [run for run in leaf.runs if 0 < run.size < document.smallest - _ROUNDING]
        texts = [run for run in small if (number, run.mark) not in pictures]
        facts = {"page": number, "smallest": f"{document.smallest:g}"}
        for run in sorted(texts, key=lambda run: run.size)[:1]:
            text = short(words(document, number, run)) or "…"
            yield document.breaks("PDF-014", words=text, size=f"{run.size:.1f}", **facts)
        for alt in dict.fromkeys(pictures.get((number, run.mark)) for run in small):
            if alt is not None:
                sizes = (run.size for run in small if pictures.get((number, run.mark)) == alt)
                yield document.breaks("PDF-015", alt=short(alt), size=f"{min(sizes):.1f}", **facts)


def _pictures(document: Document) -> Mapping[tuple[int, int], str]:
    """The descriptions of the pictures, by the page and the marks that each is made of."""
    figures = [tag for tag in every(document.reading.tree) if tag.kind == "Figure"]
    return {(run.page, run.mark): plain(tag.alt) for tag in figures for run in runs(tag)}


def words(document: Document, page: int, run: Run) -> str:
    """What the tagged text says where a run of letters is drawn."""
    sheet = document.reading.sheets[page - 1]
    return sheet.marked.get(run.mark, "") if run.mark >= 0 else sheet.decoration


def _fonts(document: Document) -> Iterator[Finding]:
    used = (run for leaf in document.leaves for run in leaf.runs)
    for font in sorted({run.font for run in used if not run.embedded}):
        yield document.breaks("PDF-016", font=font)


def _edges(document: Document) -> Iterator[Finding]:
    for number, leaf in enumerate(document.leaves, 1):
        for run in leaf.runs:
            if not run.box.inside(leaf.width, leaf.height, _LEAVE):
                what = f"“{short(words(document, number, run))}”" if run.font else "a picture"
                yield document.breaks("PDF-017", page=number, what=what)
                break


def _properties(document: Document) -> Iterator[Finding]:
    reading, facts = document.reading, document.draft.charter.facts
    if plain(facts.title) not in reading.title or not reading.title:
        yield document.breaks("PDF-018", title=reading.title)
    if reading.language != facts.language:
        yield document.breaks("PDF-019", language=reading.language, wanted=facts.language)
    if not reading.shows_title:
        yield document.breaks("PDF-020")


def _length(document: Document) -> Iterator[Finding]:
    pages, most = len(document.leaves), document.kind.most_pages(document.draft.policy.print)
    if most and pages > most:
        yield document.breaks("PDF-021", pages=pages, most=most)
    if pages != document.artefact.pages:
        yield document.breaks("PDF-022", pages=pages, said=document.artefact.pages)


def _draft(document: Document) -> Iterator[Finding]:
    """Whether each page of the Easy Read says that it is a draft while it is one, and not after."""
    if document.artefact.format != "easy-read":
        return
    charter = document.draft.charter
    own = {plain(one.words) for one in document.kind.says(charter)}  # may be about some other draft
    wanted = charter.facts.easy_read_is_draft
    wrong: list[int] = []
    for number, sheet in enumerate(document.reading.sheets, 1):
        blocks = (b.text for b in document.reading.spoken if b.page == number and b.text not in own)
        shown = " ".join((sheet.decoration, *blocks))
        said = _DRAFT.search(shown if wanted else shown.replace(_UNCHECKED, "")) is not None
        wrong += [number] if said != wanted else []
    if wrong:
        code, pages = "PDF-023" if wanted else "PDF-024", ", ".join(map(str, wrong))
        yield document.breaks(code, pages=pages)
