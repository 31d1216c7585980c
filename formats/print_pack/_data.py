"""What the templates of the print pack are given."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from charter.addresses import scan
from charter.contracts import Artefact, Edition
from charter.lists import telephone
from charter.model import Blocks, Charter, Paragraph, Picture, Pledge
from formats._code import code
from formats._parts import Json, Parts, facts, month
from formats.print_pack import _guide

EASY_FLOOR = 15.0
"""The letters of the Easy Read on the back of a leaflet, in points."""


def shared(charter: Charter, edition: Edition, floor: float) -> Json:
    """What each paper shows: the facts, the code for the whole charter, the smallest letters."""
    return {
        "facts": facts(charter, edition),
        "telephone": telephone(charter.facts.contact.phone),
        "code": code(scan(charter)),
        "floor": floor,
    }


def booklet(charter: Charter, made: Iterable[Artefact]) -> Json:
    """The booklet's own: what we say about ourselves, the pledges, the other formats."""
    parts = Parts(charter, frozenset(pledge.id for pledge in charter.pledges))
    about = charter.introduction.full
    shown = [charter.facts.picture, *(pledge.picture for pledge in charter.pledges)]
    shown += _pictures((*about, *(block for pledge in charter.pledges for block in pledge.full)))
    return {
        "hero": parts.named(charter.facts.picture),
        "about": parts.blocks(about, 2),
        "pledges": [_pledge(pledge, parts, 2) for pledge in charter.pledges],
        "signed": list(_signed(charter)),
        "formats": _formats(made),
        "pictures": parts.pictures(shown),
    }


def card(charter: Charter) -> Json:
    """The table card's own: the pledges by their titles, and how many there are."""
    parts, many = Parts(charter), len(charter.pledges)
    return {
        "hero": parts.named(charter.facts.picture),
        "pledges": [{"number": one.number, "title": one.title} for one in charter.pledges],
        "many": f"Our {many} pledges to you" if many else "Our charter",
        "pictures": parts.pictures([charter.facts.picture]),
    }


def leaflet(pledge: Pledge, charter: Charter, draft: str) -> Json:
    """One pledge's leaflet. `draft` is what each page says as long as nothing was checked."""
    parts, version = Parts(charter), pledge.easy_read
    shown = [pledge.picture, *_pictures((*pledge.full, *pledge.poster))]
    shown += [row.picture.id for row in version.rows]
    known = charter.facts
    untested = known.easy_read_is_draft and bool(version.rows)
    tested = "This is a draft. People with a learning disability have not tested it yet."
    if known.easy_read_tested_on and known.easy_read_tested_by:
        tested = f"{known.easy_read_tested_by} tested it in {month(known.easy_read_tested_on)}."
    return {
        "pledge": _pledge(pledge, parts, 1),
        "code": code(scan(charter, pledge)),
        "easy_title": version.title or pledge.title,
        "rows": parts.easy_read(version),
        "easy_floor": EASY_FLOOR,
        "notice": draft or ("Draft" if untested else ""),
        "tested": tested,
        "pictures": parts.pictures(shown),
    }


def _pledge(pledge: Pledge, parts: Parts, level: int) -> Json:
    """A pledge with its full text, and the shortest words that promise the same.

    `level` is that of the heading above the latter; above the full text one of level 2 stands.
    """
    first = next((block for block in pledge.full if isinstance(block, Paragraph)), None)
    blocks = pledge.poster or ((first,) if first else ())
    return {
        "id": pledge.id if pledge is _first(pledge, parts.charter) else "",
        "number": pledge.number,
        "title": pledge.title,
        "picture": parts.named(pledge.picture),
        "blocks": parts.blocks(pledge.full, 2),
        "short": parts.blocks(blocks, level),
        "code": code(scan(parts.charter, pledge)),
    }


def _first(pledge: Pledge, charter: Charter) -> Pledge:
    """The first with this id: two with one are a finding elsewhere, and links lead to the first."""
    return next((one for one in charter.pledges if one.id == pledge.id), pledge)


def _pictures(blocks: Blocks) -> list[str]:
    return [block.id for block in blocks if isinstance(block, Picture)]


def _signed(charter: Charter) -> Iterator[Json]:
    """The names of those who say "we", group by group."""
    for group in dict.fromkeys(signatory.group for signatory in charter.signatories):
        yield {"group": group, "names": [s.name for s in charter.signatories if s.group == group]}


def _formats(made: Iterable[Artefact]) -> Sequence[str]:
    """What else there is to read, each once: "Poster, A3" and "Poster, A4" are one."""
    return list(dict.fromkeys(artefact.title.partition(",")[0] for artefact in made))


def guide() -> Json:
    """The guide's own words."""
    return {
        "introduction": _guide.INTRODUCTION,
        "papers": _guide.PAPERS,
        "places": _guide.PLACES,
        "more": _guide.MORE,
        "check": _guide.CHECK,
        "pictures": {},
    }
