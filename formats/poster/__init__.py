"""The poster, one page, on each size of paper. Needs: nothing.

Its type is the largest that fits. The finished PDF says in its document info how large that is
(/CharterTypeSize), how many words there are (/CharterWords) and, where the type is smaller than
its sheet allows, about how many to cut (/CharterWordsToCut).
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from functools import partial
from itertools import chain
from pathlib import Path
from typing import cast

from charter.addresses import scan
from charter.contracts import Artefact, Edition
from charter.model import (
    Block,
    Charter,
    Design,
    Heading,
    List,
    Page,
    Paragraph,
    Picture,
    Place,
    Pledge,
    Spans,
    Table,
    text,
)
from formats import _pdf
from formats._code import code
from formats._parts import Json, Parts, facts
from formats.poster.ink import saved

TITLE = "Poster"
RULES = _pdf.RULES
_TEMPLATE = Path(__file__).parent / "poster.typ"


@dataclass(frozen=True, slots=True)
class Sheet:
    """One way to print the poster. Sizes are in millimetres, `smallest` is in points.

    Letters under `smallest` can't be read. A sheet with a `bleed` is for a printing firm: its
    colours go over the edge by so much, and its own edge is `slug` further out than the cut.
    A `plain` one is black and white, and saves ink.
    """

    name: str
    title: str
    width: float
    height: float
    smallest: float
    bleed: float = 0
    slug: float = 0
    plain: bool = False


_FIRM = ", for a printing firm (bleed and crop marks)"
SHEETS = (
    Sheet("a4", "A4", 210, 297, 10),
    Sheet("a3", "A3", 297, 420, 12),
    Sheet("a2", "A2", 420, 594, 16),
    Sheet("letter", "US Letter", 215.9, 279.4, 10),
    Sheet("a4-black-and-white", "A4, black and white to save ink", 210, 297, 10, plain=True),
    Sheet("a3-printers", f"A3{_FIRM}", 297, 420, 12, bleed=3, slug=10),
    Sheet("a2-printers", f"A2{_FIRM}", 420, 594, 16, bleed=3, slug=10),
)

_AT_ONCE = 2  # posters: most computers can make two in the time of one
_PLAIN = Design("#000000", "#ffffff", "#000000", "#000000", "round", Place(_TEMPLATE))


def render(charter: Charter, out: Path, edition: Edition) -> Iterable[Artefact]:
    """Write downloads/poster-NAME.pdf for each of `SHEETS`, always one page each.

    Where the type would be smaller than the sheet's `smallest`, it still is one page, at the size
    that fits.
    """
    data = _data(charter, edition)
    papers = dict.fromkeys((sheet.width, sheet.height) for sheet in SHEETS)
    alike = [[one for one in SHEETS if (one.width, one.height) == paper] for paper in papers]
    with ThreadPoolExecutor(_AT_ONCE) as both:
        made = dict(chain.from_iterable(both.map(partial(_same, data, charter), alike)))
    for sheet in SHEETS:
        poster = made[sheet.name]
        file = out / "downloads" / f"poster-{sheet.name}.pdf"
        file.write_bytes(poster.pdf)
        size = float(poster.facts["type_size"])
        title = f"{TITLE}, {sheet.title}"
        yield Artefact(file, "application/pdf", "poster", title, poster.pages, size)


def _same(data: Json, charter: Charter, sheets: Sequence[Sheet]) -> list[tuple[str, _pdf.Made]]:
    """Sheets of one size: how large the type can be is found out on the first, for all of them."""
    first, *others = sheets
    made = [(first.name, _made(first, data, charter))]
    facts = made[0][1].facts
    known = {name: facts[name] for name in ("type_size", "scale", "plan", "words_to_cut")}
    return made + [(sheet.name, _made(sheet, data, charter, known)) for sheet in others]


def _made(sheet: Sheet, data: Json, charter: Charter, known: Json | None = None) -> _pdf.Made:
    told = {
        **data,
        "paper": {"width": sheet.width, "height": sheet.height},
        "smallest": sheet.smallest,
        "bleed": sheet.bleed,
        "slug": sheet.slug,
        "plain": sheet.plain,
        "known": known,
    }
    if sheet.plain:
        told["pictures"] = saved(cast("Mapping[str, str]", data["pictures"]))
        charter = replace(charter, design=_PLAIN)
    return _pdf.make(_TEMPLATE, told, charter)


def _data(charter: Charter, edition: Edition) -> Json:
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
