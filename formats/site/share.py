"""The pictures that messages and social media show beside a link to the site (Open Graph)."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from charter.contracts import Edition
from charter.model import Charter, Pledge
from formats import _pdf
from formats._parts import Json, Parts, facts

SIZE = (1200, 630)  # dots, as the networks ask for
WHOLE = "charter"  # the name of the picture for all pages that are no pledge's
_TEMPLATE = Path(__file__).parent / "share.typ"


def pictures(charter: Charter) -> Mapping[str, bytes]:
    """A PNG of `SIZE` for the charter (`WHOLE`) and one for each pledge, by its id."""
    parts = Parts(charter)
    names = [charter.facts.picture, *(pledge.picture for pledge in charter.pledges)]
    data = {
        "facts": facts(charter, Edition()),
        "hero": parts.named(charter.facts.picture),
        "pledges": [_pledge(pledge, parts) for pledge in charter.pledges],
        "pictures": parts.pictures(names),
    }
    drawn = _pdf.draw(_TEMPLATE, data, charter)
    ids = (WHOLE, *(pledge.id for pledge in charter.pledges))
    return dict(zip(ids, drawn.pictures, strict=True))


def words(charter: Charter, name: str) -> str:
    """What stands in for the picture called `name`: its words, then what is drawn."""
    known = charter.facts
    pledge = next((pledge for pledge in charter.pledges if pledge.id == name), None)
    if pledge:
        said, drawing = f"{_lead(pledge)}: {pledge.title}.", charter.drawing(pledge.picture)
    else:
        said, drawing = f"{known.title}. {known.promise}", charter.drawing(known.picture)
    shown = f" Picture: {drawing.shows}" if drawing else ""
    return f"{said} We are {known.place}.{shown}"


def _pledge(pledge: Pledge, parts: Parts) -> Json:
    return {
        "lead": _lead(pledge),
        "title": pledge.title,
        "picture": parts.named(pledge.picture),
    }


def _lead(pledge: Pledge) -> str:
    return f"Our pledge {pledge.number}"
