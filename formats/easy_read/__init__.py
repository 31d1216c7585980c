"""Easy Read, A4: a picture on the left, its sentences on the right, 18 points. Needs: nothing."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from math import ceil
from pathlib import Path
from typing import TypeVar

from charter.contracts import Artefact, Edition
from charter.lists import HARD_WORDS, left_over, statement_row
from charter.model import Chapter, Charter, EasyRead, Pledge, Spans
from formats import _pdf
from formats._parts import Parts, facts, month

TITLE = "Easy Read"
RULES = _pdf.RULES
T = TypeVar("T")
_TEMPLATE = Path(__file__).parent / "easy_read.typ"
_ROWS = 5  # that fit on a page under a heading
_PAGES = 24  # the most that people will read (GOV.UK)


def render(charter: Charter, out: Path, edition: Edition) -> Iterable[Artefact]:
    """Write downloads/easy-read.pdf: every chapter that has an Easy Read version, in order.

    Hard words that none of them explains are explained at the end.
    """
    parts = Parts(charter)
    chapters = list(_chapters(charter))
    shown = [row.picture.id for version in chapters for row in version.rows]
    groups = [shared_out(parts.easy_read(_bold(version, charter))) for version in chapters]
    known = facts(charter, edition)
    data = {
        "facts": known,
        "notice": known["draft"] or ("Draft" if charter.facts.easy_read_is_draft else ""),
        "tested": _tested(charter),
        "hero": parts.named(charter.facts.picture),
        # Each subject on a page of its own, unless that makes too many pages.
        "fresh": 1 + sum(len(pages) for pages in groups) <= _PAGES,
        "chapters": [
            {"title": version.title, "groups": pages}
            for version, pages in zip(chapters, groups, strict=True)
        ],
        "pictures": parts.pictures([charter.facts.picture, *shown]),
    }
    made = _pdf.make(_TEMPLATE, data, charter)
    file = out / "downloads" / "easy-read.pdf"
    file.write_bytes(made.pdf)
    yield Artefact(file, "application/pdf", "easy-read", TITLE, made.pages)


def _chapters(charter: Charter) -> Iterable[EasyRead]:
    """Each Easy Read version under the title that it is given here.

    The last one, which is about how to reach us, ends in where the accessibility statement is.
    """
    told = [chapter for chapter in charter.chapters if chapter.easy_read.rows]
    for chapter in told:
        version = replace(chapter.easy_read, title=_title(chapter))
        end = (statement_row(charter),) if chapter is told[-1] else ()
        yield replace(version, rows=version.rows + end)
    meanings = left_over(charter)
    if meanings:
        rows = tuple(row for meaning in meanings for row in meaning.rows)
        yield EasyRead(HARD_WORDS, rows, meanings[0].place)


def shared_out(rows: Sequence[T]) -> list[Sequence[T]]:
    """Rows a page, shared out so that no page is left with a single one."""
    each = ceil(len(rows) / ceil(len(rows) / _ROWS))
    return [rows[start : start + each] for start in range(0, len(rows), each)]


def _bold(version: EasyRead, charter: Charter) -> EasyRead:
    """`version` with each word of the list of hard words in bold where its meaning starts."""
    names = {row: (t.name, *t.forms) for t in charter.glossary for row in t.easy_read.rows}
    rows = tuple(
        replace(row, sentences=(bold(row.sentences[0], names[row]), *row.sentences[1:]))
        if row in names and row.sentences
        else row
        for row in version.rows
    )
    return replace(version, rows=rows)


def bold(spans: Spans, names: Iterable[str]) -> Spans:
    """`spans` with the first of `names` that stands in them in bold."""
    longest_first = sorted(names, key=len, reverse=True)
    pattern = re.compile(rf"\b({'|'.join(map(re.escape, longest_first))})\b", re.IGNORECASE)
    for at, span in enumerate(spans):
        found = pattern.search(span.text)
        if found:
            cut = (span.text[: found.start()], found[0], span.text[found.end() :])
            parts = [replace(span, text=words) for words in cut]
            parts[1] = replace(parts[1], strong=True)
            return (*spans[:at], *parts, *spans[at + 1 :])
    return spans


def _title(chapter: Chapter) -> str:
    title = chapter.easy_read.title or chapter.title
    return f"{chapter.number}. {title}" if isinstance(chapter, Pledge) else title


def _tested(charter: Charter) -> list[str]:
    """Who tested the booklet and when, or what "Draft" means."""
    known = charter.facts
    if known.easy_read_tested_on and known.easy_read_tested_by:
        who, when = known.easy_read_tested_by, month(known.easy_read_tested_on)
        return [f"{who} tested it in {when}."]
    return ["This is a draft.", "People with a learning disability have not tested it yet."]
