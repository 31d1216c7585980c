"""What stands on each picture of the screen pack."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from charter.addresses import scan
from charter.contracts import Edition
from charter.model import Charter, Paragraph, Pledge, words_of
from formats._code import code
from formats._parts import DRAFT, Json, Parts, shown

# After two small letters and a stop: the "St." of a name ends no sentence. Where it is wrong
# nevertheless, a line ends early.
_SENTENCE = re.compile(r"(?<=[a-z]{2}[.!?])\s+(?=[A-Z])")

RECEPTION, SOCIAL, SIGNATURE = "reception-screens", "social-media", "email-signature"


@dataclass(frozen=True, slots=True)
class Sheet:
    """One picture. `path` is where it lies in the zip, without its ending; `url` where it leads.

    `kind` is how it is set: "start", "pledge", "end" or "signature". `number` is 0 where it is
    about no pledge.
    """

    path: str
    kind: str
    title: str
    text: tuple[str, ...]
    picture: str
    url: str
    number: int = 0

    @property
    def sort(self) -> str:
        """What it is for: the folder that it lies in."""
        return self.path.partition("/")[0]


def sheets(charter: Charter, edition: Edition) -> tuple[Sheet, ...]:
    """Every picture: those for receptions, those for social media, the strip below an e-mail.

    The first of each sort says what the charter is, the last how to reach us. Their names are in
    the order in which a screen shows them.
    """
    several = [sheet for sort in (RECEPTION, SOCIAL) for sheet in _set(charter, sort)]
    several.append(_signature(charter))
    draft = () if edition.checked else (DRAFT,)
    return tuple(replace(sheet, text=(*sheet.text, *draft)) for sheet in several)


def _set(charter: Charter, sort: str) -> Iterator[Sheet]:
    facts, last = charter.facts, len(charter.pledges) + 1
    digits = max(2, len(str(last)))
    whole = scan(charter)
    yield Sheet(
        f"{sort}/{0:0{digits}}-start",
        "start",
        f"We are {facts.place}",
        (facts.promise,),
        facts.picture,
        whole,
    )
    for pledge in charter.pledges:
        yield Sheet(
            f"{sort}/{pledge.number:0{digits}}-{pledge.id}",
            "pledge",
            pledge.title,
            _poster(pledge),
            pledge.picture,
            scan(charter, pledge),
            pledge.number,
        )
    yield Sheet(
        f"{sort}/{last:0{digits}}-talk-to-us",
        "end",
        "Talk to us",
        (
            f"Phone {facts.contact.phone}",
            facts.contact.email,
            f"We are {facts.organisation}.",
        ),
        facts.picture,
        whole,
    )


def _signature(charter: Charter) -> Sheet:
    facts = charter.facts
    return Sheet(
        f"{SIGNATURE}/{SIGNATURE}",
        "signature",
        f"We are {facts.place}",
        (facts.title,),
        facts.picture,
        scan(charter),
    )


def _poster(pledge: Pledge) -> tuple[str, ...]:
    """A pledge's own words for posters, a sentence a line; without them, its first paragraph."""
    first = next((block for block in pledge.full if isinstance(block, Paragraph)), None)
    blocks = pledge.poster or ((first,) if first else ())
    return tuple(
        sentence for words, _ in words_of(blocks) for sentence in _SENTENCE.split(words) if sentence
    )


def told(sheet: Sheet, parts: Parts) -> Json:
    """A picture as its template is told of it."""
    return {
        "name": sheet.path,
        "sort": sheet.sort,
        "kind": sheet.kind,
        "title": sheet.title,
        "text": list(sheet.text),
        "picture": parts.named(sheet.picture),
        "number": sheet.number,
        "code": code(sheet.url),
    }


def address(sheet: Sheet) -> str:
    """The address that stands on a picture."""
    return shown(sheet.url)
