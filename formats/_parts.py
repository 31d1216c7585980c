"""A charter's words and pictures as plain JSON values: what the Typst templates are given."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlsplit

from charter.contracts import Edition
from charter.model import (
    Block,
    Blocks,
    Charter,
    EasyRead,
    Facts,
    Heading,
    List,
    Paragraph,
    Picture,
    Spans,
    Table,
    text,
)
from charter.statement import LEAD, address

Json = Mapping[str, object]

DRAFT = "Draft: not checked"
_MONTHS = (  # not from `calendar`, which speaks the language of the computer
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Parts:
    """Turns parts of `charter` into JSON. `linked` are the chapters that links may lead to."""

    charter: Charter
    linked: frozenset[str] = frozenset()

    def spans(self, spans: Spans) -> list[Json]:
        """Words, each run with its weight and where it leads."""
        return [
            {"text": s.text, "strong": s.strong, **self._link(s.href, s.text)}
            for s in spans
            if s.text  # a link without words can't be reached by ear
        ]

    def _link(self, href: str | None, words: str) -> Json:
        """Where a link leads: to a chapter of this document, out of it, or (on paper) nowhere."""
        kind, _, rest = (href or "").partition(":")
        if kind in ("page", "pledge"):
            return {"to": rest} if rest in self.linked else {}
        if not href:
            return {}
        address = shown(href)
        said = "".join(words.split())
        return {"url": href, "address": "" if address in said else address}

    def blocks(self, blocks: Blocks, below: int) -> list[Json]:
        """Blocks under a heading of level `below`; their own headings never skip a level."""
        out: list[Json] = []
        level = below
        for block in blocks:
            if isinstance(block, Heading):
                if not text(block.spans).strip():
                    continue
                level = min(below + block.level - 1, level + 1)
            out.append(self._block(block, level))
        return out

    def _block(self, block: Block, level: int) -> Json:
        match block:
            case Paragraph():
                return {"kind": "paragraph", "spans": self.spans(block.spans)}
            case Heading():
                return {"kind": "heading", "level": level, "spans": self.spans(block.spans)}
            case List():
                items = [self.spans(item.spans) for item in block.items]
                return {"kind": "list", "ordered": block.ordered, "items": items}
            case Table():
                wide = max(len(row) for row in (block.header, *block.rows))
                header, *rows = [
                    [self.spans(cell) for cell in (*row, *[()] * (wide - len(row)))]
                    for row in (block.header, *block.rows)
                ]
                return {"kind": "table", "header": header, "rows": rows}
            case Picture():
                return {"kind": "picture", **self.picture(block)}

    def picture(self, picture: Picture) -> Json:
        """A picture by its id, and the words for it. `pictures` holds the drawing itself."""
        return {"id": picture.id, "alt": picture.alt}

    def named(self, name: str) -> Json:
        """The picture called `name` with its own description."""
        drawing = self.charter.drawing(name)
        return {"id": name, "alt": drawing.shows if drawing else ""}

    def pictures(self, names: Iterable[str]) -> Json:
        """The drawings of these names, as SVG. A name without a drawing is left out."""
        wanted = set(names)
        return {d.id: d.svg for d in self.charter.drawings if d.id in wanted}

    def easy_read(self, version: EasyRead) -> list[Json]:
        """The rows of an Easy Read version."""
        return [
            {
                "picture": self.picture(row.picture),
                "sentences": [self.spans(sentence) for sentence in row.sentences],
            }
            for row in version.rows
        ]


def facts(charter: Charter, edition: Edition) -> Json:
    """What the front matter says, as people read it."""
    known: Facts = charter.facts
    language, _, region = known.language.partition("-")
    return {
        "title": known.title,
        "strapline": known.strapline,
        "place": known.place,
        "organisation": known.organisation,
        "promise": known.promise,
        "language": language.lower(),
        "region": region.upper(),
        "site": known.site,
        "address": shown(known.site),
        "phone": known.contact.phone,
        "email": known.contact.email,
        "post": list(known.contact.post),
        "version": known.version,
        "published": month(known.published),
        "review": month(known.review),
        "review_note": known.review_note,
        "statement": {
            "url": address(charter),
            "address": shown(address(charter)),
            **dict(zip(("before", "name", "after"), LEAD, strict=True)),
        },
        "draft": "" if edition.checked else DRAFT,
    }


def month(day: date) -> str:
    """A date as people say it: "September 2024"."""
    return f"{_MONTHS[day.month - 1]} {day.year}"


def shown(href: str) -> str:
    """An address as it is printed: nobody types "https://" or the last "/"."""
    parts = urlsplit(href)
    if parts.scheme in ("mailto", "tel"):
        return parts.path
    return href.removeprefix(f"{parts.scheme}://").removesuffix("/")
