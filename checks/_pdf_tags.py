"""What is checked in a PDF's tags: that all is said, in order, and can be found by listening."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from itertools import pairwise
from urllib.parse import urlsplit

from charter.findings import Finding
from checks._link_words import vague
from checks._pdf_kinds import Document
from checks._pdf_paper import Paper
from checks._says import gaps
from checks._stream import plain, short
from checks._tags import Jump, Tag, every, runs, said

_FILE_NAME = re.compile(r"\S+\.\w{2,4}")
_RAW_ADDRESS = re.compile(r"\w+://")  # one printed short, as on a poster, is for typing in
_SHORTEST = 8  # letters in a description; less can't be a sentence
_NAMELESS = "has no words"
_RAW = "has an address for its words, which says little when it is read out"
_VAGUE = "does not say where it leads"
NAMING = frozenset({_NAMELESS, _RAW, _VAGUE})
SAFE = frozenset({"https", "mailto", "tel"})


def check(document: Document) -> Iterator[Finding]:
    """Everything that is wrong with the tags of one document."""
    paper = document.paper
    yield from _words(document)
    yield from loose(paper)
    yield from _main_heading(paper)
    yield from levels(paper)
    yield from _bookmarks(paper)
    yield from figures(paper)
    yield from _tables(paper)
    yield from links(paper)


def _words(document: Document) -> Iterator[Finding]:
    """Every word that the charter has for this document, in order."""
    wanted = document.kind.says(document.draft.charter)
    found = gaps(wanted, [block.text for block in document.paper.reading.spoken])
    for code, these, also in (
        ("PDF-004", found.missing, "nor"),
        ("PDF-005", found.displaced, "and"),
    ):
        if these:
            more = f", {also} {len(these) - 1} more of its texts" if len(these) > 1 else ""
            yield document.paper.breaks(code, words=short(these[0].words), more=more)


def loose(paper: Paper) -> Iterator[Finding]:
    """Words on the page that are in no tag."""
    read = {(run.page, run.mark) for run in runs(paper.reading.tree)}
    for number, sheet in enumerate(paper.reading.sheets, 1):
        lost = [text for mark, text in sheet.marked.items() if (number, mark) not in read]
        words = plain(" ".join((sheet.unmarked, *lost)))
        if words:
            yield paper.breaks("PDF-006", page=number, words=short(words))


def _main_heading(paper: Paper) -> Iterator[Finding]:
    main = sum(level == 1 for level, _ in paper.reading.headings)
    if main != 1:
        yield paper.breaks("PDF-007", count=main)


def levels(paper: Paper) -> Iterator[Finding]:
    """Each heading that is more than one level below the one before it."""
    for (before, _), (level, words) in pairwise(paper.reading.headings):
        if level > before + 1:
            yield paper.breaks("PDF-008", words=short(words), level=level, before=before)


def _bookmarks(paper: Paper) -> Iterator[Finding]:
    headings = [words for _, words in paper.reading.headings]
    marks = [words for words, _ in paper.reading.bookmarks]
    lost = next((words for words, lands in paper.reading.bookmarks if not lands), None)
    unmarked = next((words for words in headings if words not in marks), None)
    if unmarked is not None:
        problem = f"“{short(unmarked)}” has none"
    elif headings != marks:
        problem = "they are not in the same order"
    elif lost is not None:
        problem = f"“{short(lost)}” leads nowhere"
    else:
        return
    yield paper.breaks("PDF-009", problem=problem)


def figures(paper: Paper) -> Iterator[Finding]:
    """Pictures whose description is no prose."""
    for tag in every(paper.reading.tree):
        alt = plain(tag.alt)
        prose = " " in alt and len(alt) >= _SHORTEST and not _FILE_NAME.fullmatch(alt)
        if tag.kind == "Figure" and not prose:
            yield paper.breaks("PDF-010", page=tag.page or "?", alt=alt)


def headless_tables(paper: Paper) -> Iterator[Finding]:
    """Tables of two rows or more in which no cell says that it is a heading."""
    for table in every(paper.reading.tree):
        below = list(every(table)) if table.kind == "Table" else []
        kinds = Counter(tag.kind for tag in below)
        if kinds["TR"] > 1 and not kinds["TH"]:
            page = next((run.page for run in runs(table)), "?")
            problem = "no cell says that it is a heading"
            yield paper.breaks("PDF-011", page=page, problem=problem)


def _tables(paper: Paper) -> Iterator[Finding]:
    for table in every(paper.reading.tree):
        rows = [tag for tag in every(table) if tag.kind == "TR"] if table.kind == "Table" else []
        cells = [[kid for kid in row.kids if isinstance(kid, Tag)] for row in rows]
        problem = ""
        if not all(_heads(cell, "Column") for cell in (cells[0] if cells else ())):
            problem = "the first row does not say that it holds the headings of the columns"
        elif not all(row and _heads(row[0], "Row") for row in cells[1:]):
            problem = "a row does not say that its first cell is its heading"
        if problem:
            page = next((run.page for run in runs(table)), "?")
            yield paper.breaks("PDF-011", page=page, problem=problem)


def _heads(cell: Tag, what: str) -> bool:
    return cell.kind == "TH" and cell.scope in (what, "Both")


def links(paper: Paper, schemes: AbstractSet[str] = SAFE) -> Iterator[Finding]:
    """Links that do not say where they lead, or lead nowhere; and what the file does by itself."""
    names = {
        kid: plain(said(tag))
        for tag in every(paper.reading.tree)
        for kid in tag.kids
        if isinstance(kid, Jump)
    }
    for jump in paper.reading.jumps:
        name, problem = names.get(jump) or jump.name, _problem(jump, schemes)
        if not name:
            problem = _NAMELESS
        elif _RAW_ADDRESS.match(name):
            problem = _RAW
        elif vague(name):
            problem = _VAGUE
        if problem:
            shown = name or jump.address
            yield paper.breaks("PDF-012", name=short(shown), page=jump.page, problem=problem)
    for action in paper.reading.acts:
        yield paper.breaks("PDF-013", action=action)


def _problem(jump: Jump, schemes: AbstractSet[str]) -> str:
    if jump.does == "GoTo":
        return "" if jump.lands else "leads to a place that is not in the document"
    parts = urlsplit(jump.address)
    if jump.does != "URI":
        return f"does more than lead somewhere ({jump.does})"
    if parts.scheme not in schemes:
        return f"leads to “{short(jump.address)}”, which is not https:, mailto: or tel:"
    return "" if parts.netloc or parts.path else "leads nowhere"
