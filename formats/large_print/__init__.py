"""Large print at 18 points and giant print at 24: the whole full text, A4. Needs: nothing."""

import re
from collections.abc import Iterable
from pathlib import Path

from charter.contracts import Artefact, Edition
from charter.model import Charter, Picture, Pledge
from formats import _pdf
from formats._parts import Json, Parts, facts

TITLE = "Large print"
RULES = _pdf.RULES
_TEMPLATE = Path(__file__).parent / "large_print.typ"
_SIZES = (("large-print", "Large print", 18), ("giant-print", "Giant print", 24))
_PLEDGES = "Our pledges"
_LABEL = re.compile(r'font-size="([0-9.]+)')
_VIEW = re.compile(r'viewBox="[-0-9.]+ [-0-9.]+ ([0-9.]+) ([0-9.]+)"')
_WIDE = 1.2  # from this shape on, a picture is as wide as the column


def render(charter: Charter, out: Path, edition: Edition) -> Iterable[Artefact]:
    """Write downloads/large-print.pdf and giant-print.pdf: every chapter's full text, in order."""
    parts = Parts(charter, frozenset(chapter.id for chapter in charter.chapters))
    shown = [b.id for c in charter.chapters for b in c.full if isinstance(b, Picture)]
    shown += [charter.facts.picture, *(pledge.picture for pledge in charter.pledges)]
    data = {
        "facts": facts(charter, edition),
        "hero": parts.named(charter.facts.picture),
        "chapters": list(_chapters(parts)),
        "pictures": parts.pictures(shown),
    }
    for name, title, size in _SIZES:
        made = _pdf.make(_TEMPLATE, {**data, "name": title, "size": size}, charter)
        file = out / "downloads" / f"{name}.pdf"
        file.write_bytes(made.pdf)
        yield Artefact(file, "application/pdf", "large-print", title, made.pages)


def _chapters(parts: Parts) -> Iterable[Json]:
    """Each chapter; the first of each part with the heading of the part."""
    charter, before, seen = parts.charter, "", set[str]()
    for chapter in charter.chapters:
        title, part, picture = chapter.title, "", None
        if isinstance(chapter, Pledge):
            title, part = f"{chapter.number}. {title}", _PLEDGES
            picture = parts.named(chapter.picture)
        elif chapter is charter.introduction:
            title = "Introduction"
        else:
            part = chapter.part
        level = 3 if part else 2
        yield {
            # Two chapters with one id are a finding elsewhere; here links lead to the first.
            "id": "" if chapter.id in seen else chapter.id,
            "part": "" if part == before else part,
            "title": title,
            "level": level,
            "picture": picture,
            "blocks": [_sized(block, charter) for block in parts.blocks(chapter.full, level)],
        }
        before = part
        seen.add(chapter.id)


def _sized(block: Json, charter: Charter) -> Json:
    """A picture with "label": its width over the size of its smallest words, and its shape."""
    if block["kind"] != "picture":
        return block
    drawing = charter.drawing(str(block["id"]))
    view = _VIEW.search(drawing.svg) if drawing else None
    if not drawing or not view:
        return {**block, "label": 0, "wide": 0.5}
    width, height = float(view[1]), float(view[2])
    labels = [float(size) for size in _LABEL.findall(drawing.svg)]
    wide = 1 if width > _WIDE * height else 0.5
    return {**block, "label": width / min(labels) if labels else 0, "wide": wide}
