"""Large print at 18 points and giant print at 24: the whole full text, A4. Needs: nothing."""

from collections.abc import Iterable
from pathlib import Path

from charter.contracts import Artefact, Edition
from charter.model import Charter, Page, Pledge
from formats import _pdf
from formats._parts import Json, Parts, facts, names

TITLE = "Large print"
_TEMPLATE = Path(__file__).parent / "large_print.typ"
_SIZES = (("large-print", "Large print", 18), ("giant-print", "Giant print", 24))


def render(charter: Charter, out: Path, edition: Edition) -> Iterable[Artefact]:
    """Write downloads/large-print.pdf and giant-print.pdf: every chapter's full text, in order."""
    parts = Parts(charter, frozenset(chapter.id for chapter in charter.chapters))
    data = {
        "facts": facts(charter, edition),
        "chapters": list(_chapters(parts)),
        "pictures": parts.pictures(names(charter.chapters)),
    }
    for name, title, size in _SIZES:
        made = _pdf.make(_TEMPLATE, {**data, "name": title, "size": size}, charter)
        file = out / "downloads" / f"{name}.pdf"
        file.write_bytes(made.pdf)
        yield Artefact(file, "application/pdf", name, title, made.pages)


def _chapters(parts: Parts) -> Iterable[Json]:
    """Each chapter with its level, and with the heading of its part where a new part begins."""
    part, seen = "", set[str]()
    for chapter in parts.charter.chapters:
        title, new = chapter.title, ""
        if isinstance(chapter, Pledge):
            title, new = f"{chapter.number}. {title}", "Our pledges"
        elif isinstance(chapter, Page) and chapter is parts.charter.introduction:
            title = "Introduction"
        else:
            new = chapter.part
        level = 3 if new else 2
        yield {
            # Two chapters with one id are a finding elsewhere; here the first one keeps it.
            "id": chapter.id if chapter.id not in seen else "",
            "part": new if new != part else "",
            "title": title,
            "level": level,
            "blocks": parts.blocks(chapter.full, level),
        }
        part = new
        seen.add(chapter.id)
