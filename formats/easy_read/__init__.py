"""Easy Read, A4: a picture on the left, its sentences on the right, 18 points. Needs: nothing."""

from collections.abc import Iterable, Sequence
from math import ceil
from pathlib import Path
from typing import TypeVar

from charter.contracts import Artefact, Edition
from charter.model import Chapter, Charter, Pledge
from formats import _pdf
from formats._parts import Parts, facts, month

TITLE = "Easy Read"
RULES = _pdf.RULES
T = TypeVar("T")
_TEMPLATE = Path(__file__).parent / "easy_read.typ"
_ROWS = 5  # that fit on a page under a heading
_PAGES = 24  # the most that people will read (GOV.UK)


def render(charter: Charter, out: Path, edition: Edition) -> Iterable[Artefact]:
    """Write downloads/easy-read.pdf: every chapter that has an Easy Read version, in order."""
    parts = Parts(charter)
    chapters = [chapter for chapter in charter.chapters if chapter.easy_read.rows]
    shown = [row.picture.id for chapter in chapters for row in chapter.easy_read.rows]
    groups = [shared_out(parts.easy_read(chapter.easy_read)) for chapter in chapters]
    known = facts(charter, edition)
    data = {
        "facts": known,
        "notice": known["draft"] or ("Draft" if charter.facts.easy_read_is_draft else ""),
        "tested": _tested(charter),
        "hero": parts.named(charter.facts.picture),
        # Each subject on a page of its own, unless that makes too many pages.
        "fresh": 1 + sum(len(pages) for pages in groups) <= _PAGES,
        "chapters": [
            {"title": _title(chapter), "groups": pages}
            for chapter, pages in zip(chapters, groups, strict=True)
        ],
        "pictures": parts.pictures([charter.facts.picture, *shown]),
    }
    made = _pdf.make(_TEMPLATE, data, charter)
    file = out / "downloads" / "easy-read.pdf"
    file.write_bytes(made.pdf)
    yield Artefact(file, "application/pdf", "easy-read", TITLE, made.pages)


def shared_out(rows: Sequence[T]) -> list[Sequence[T]]:
    """Rows a page, shared out so that no page is left with a single one."""
    each = ceil(len(rows) / ceil(len(rows) / _ROWS))
    return [rows[start : start + each] for start in range(0, len(rows), each)]


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
