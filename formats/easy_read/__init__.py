"""Easy Read, A4: a picture on the left, its sentences on the right, at 16 points.

Needs: nothing.
"""

from collections.abc import Iterable
from pathlib import Path

from charter.contracts import Artefact, Edition
from charter.model import Chapter, Charter, Pledge
from formats import _pdf
from formats._parts import Parts, facts

TITLE = "Easy Read"
_TEMPLATE = Path(__file__).parent / "easy_read.typ"
_DRAFT = "Draft"


def render(charter: Charter, out: Path, edition: Edition) -> Iterable[Artefact]:
    """Write downloads/easy-read.pdf: every chapter that has an Easy Read version, in order."""
    parts = Parts(charter)
    chapters = [chapter for chapter in charter.chapters if chapter.easy_read.rows]
    shown = [row.picture.id for chapter in chapters for row in chapter.easy_read.rows]
    known = facts(charter, edition)
    data = {
        "facts": known,
        "notice": known["draft"] or (_DRAFT if charter.facts.easy_read_is_draft else ""),
        "hero": parts.named(charter.facts.picture),
        "chapters": [
            {"title": _title(chapter), "rows": parts.easy_read(chapter.easy_read)}
            for chapter in chapters
        ],
        "pictures": parts.pictures([charter.facts.picture, *shown]),
    }
    made = _pdf.make(_TEMPLATE, data, charter)
    file = out / "downloads" / "easy-read.pdf"
    file.write_bytes(made.pdf)
    yield Artefact(file, "application/pdf", "easy-read", TITLE, made.pages)


def _title(chapter: Chapter) -> str:
    title = chapter.easy_read.title or chapter.title
    return f"{chapter.number}. {title}" if isinstance(chapter, Pledge) else title
