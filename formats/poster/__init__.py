"""The poster, one page, A3 and A4. Needs: nothing.

Its type is the largest that fits. The finished PDF says in its document info how large that is
(/CharterTypeSize), how many words there are (/CharterWords) and, where the type is smaller than
`SMALLEST`, about how many to cut (/CharterWordsToCut).
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from charter.addresses import scan
from charter.contracts import Artefact, Edition
from charter.model import (
    Block,
    Charter,
    Heading,
    List,
    Page,
    Paragraph,
    Picture,
    Pledge,
    Spans,
    Table,
    text,
)
from formats import _pdf
from formats._code import code
from formats._parts import Json, Parts, facts

TITLE = "Poster"
RULES = _pdf.RULES
SMALLEST: Mapping[str, float] = {"a3": 12.0, "a4": 10.0}  # points; below, people can't read it
_TEMPLATE = Path(__file__).parent / "poster.typ"


def render(charter: Charter, out: Path, edition: Edition) -> Iterable[Artefact]:
    """Write downloads/poster-a3.pdf and poster-a4.pdf, always one page each.

    Where the type would be smaller than `SMALLEST`, it still is one page, at the size that fits.
    """
    data = _data(charter, edition)
    for paper, smallest in SMALLEST.items():
        sheet = {**data, "paper": paper, "smallest": smallest}
        made = _pdf.make(_TEMPLATE, sheet, charter)
        file = out / "downloads" / f"poster-{paper}.pdf"
        file.write_bytes(made.pdf)
        size = float(made.facts["type_size"])
        yield Artefact(
            file, "application/pdf", "poster", f"{TITLE}, {paper.upper()}", made.pages, size
        )


def _data(charter: Charter, edition: Edition) -> dict[str, object]:
    parts = Parts(charter)
    pledges = [_pledge(pledge, parts) for pledge in charter.pledges]
    bands = [_band(page, parts) for page in charter.pages if page.poster]
    drawn = [charter.facts.picture, *(pledge.picture for pledge in charter.pledges)]
    drawn += [page.picture for page in charter.pages if page.poster]
    drawn += [b.id for c in charter.chapters for b in c.poster if isinstance(b, Picture)]
    return {
        "facts": facts(charter, edition),
        "hero": parts.named(charter.facts.picture),
        "pledges": pledges,
        "bands": bands,
        "signed": list(_signed(charter)),
        "pictures": parts.pictures(drawn),
        "code": code(scan(charter)),
    }


def _pledge(pledge: Pledge, parts: Parts) -> Json:
    """A pledge's own poster words; without them, its first paragraph."""
    first = next((block for block in pledge.full if isinstance(block, Paragraph)), None)
    blocks = pledge.poster or ((first,) if first else ())
    return {
        "number": pledge.number,
        "title": pledge.title,
        "picture": parts.named(pledge.picture),
        "lines": [
            {
                "kind": _kind(block),
                "picture": parts.picture(block) if isinstance(block, Picture) else None,
                "words": parts.spans(spans),
            }
            for block in blocks
            for spans in ([()] if isinstance(block, Picture) else _lines((block,)))
        ],
    }


def _band(page: Page, parts: Parts) -> Json:
    """A page's poster part: its points, each with the picture that stands right before it."""
    points: list[Json] = []
    picture: Json | None = None
    for block in page.poster:
        if isinstance(block, Picture):
            picture = parts.picture(block)
            continue
        for spans in _lines((block,)):
            points.append({"picture": picture, "words": parts.spans(spans)})
            picture = None
    return {"title": page.title, "picture": parts.named(page.picture), "points": points}


def _kind(block: Block) -> str:
    """How a pledge's line is set."""
    if isinstance(block, List):
        return "numbered" if block.ordered else "bullet"
    return "picture" if isinstance(block, Picture) else "paragraph"


def _lines(blocks: Iterable[Block]) -> Iterator[Spans]:
    """All words: each paragraph, item of a list and cell of a table for itself, none empty."""
    for block in blocks:
        several: Iterable[Spans] = ()
        match block:
            case Paragraph():
                several = (block.spans,)
            case Heading():
                several = (_strong(block.spans),)
            case List():
                several = (item.spans for item in block.items)
            case Table():
                rows = (block.header, *block.rows)
                several = ((_strong(c) if c is row[0] else c) for row in rows for c in row)
            case Picture():
                pass
        yield from (spans for spans in several if text(spans).strip())


def _strong(spans: Spans) -> Spans:
    return tuple(replace(span, strong=True) for span in spans)


def _signed(charter: Charter) -> Iterator[Json]:
    """The names of those who say "we", group by group."""
    groups = dict.fromkeys(signatory.group for signatory in charter.signatories)
    for group in groups:
        members = [s.name for s in charter.signatories if s.group == group]
        yield {"group": group, "names": members}
