"""Every picture that the screen pack must hold, taken from the charter alone."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

from charter.addresses import scan
from charter.model import Charter, Drawing, Place
from checks import _says
from checks._says import Said


@dataclass(frozen=True, slots=True)
class Sort:
    """What is asked of one sort of picture, in pixels.

    `letters` and `foot` are the smallest letters allowed, those of the address being `foot`.
    `code` is the least width of its square code, 0 where it has none. `logo` says that it has the
    organisation's logo, if there is one.
    """

    width: int
    height: int
    letters: int
    foot: int
    code: int = 0
    logo: bool = True


# People read a screen in a reception from three to four metres away: on one of 40 inches, letters
# of 40 pixels are 18 mm high. Its 1,920 pixels are 886 mm wide, so that a code of 434 pixels is
# 200 mm wide, a tenth of the two metres from which people scan it.
# A phone shows a picture of 1,080 pixels about 65 mm wide: letters of 36 pixels are 2 mm high,
# as in a newspaper. The strip below an e-mail is shown at half its size.
SORTS: Mapping[str, Sort] = {
    "reception-screens": Sort(1920, 1080, letters=40, foot=40, code=434),
    "social-media": Sort(1080, 1080, letters=36, foot=36),
    "email-signature": Sort(1200, 300, letters=28, foot=24, logo=False),
}


@dataclass(frozen=True, slots=True)
class Sheet:
    """One picture: where it is in the pack, without its ending, and what stands on it.

    `place` is where an author can change its words.
    """

    path: str
    sort: Sort
    said: tuple[Said, ...]
    url: str
    drawing: Drawing | None
    place: Place

    @property
    def files(self) -> tuple[str, ...]:
        """The picture, the words beside it and, for e-mails, the page to copy."""
        endings = (".png", ".txt", ".html") if "signature" in self.path else (".png", ".txt")
        return tuple(self.path + ending for ending in endings)

    @property
    def address(self) -> str:
        """Where it leads, as people read it."""
        parts = urlsplit(self.url)
        return (parts.netloc + parts.path).removesuffix("/")


def sheets(charter: Charter) -> tuple[Sheet, ...]:
    """Two sets, each with a start, every pledge and an end; and the strip below an e-mail."""
    facts = charter.facts
    whole, drawing = scan(charter), charter.drawing(facts.picture)
    we_are = Said(f"We are {facts.place}", facts.where("place"))
    name = "email-signature"
    title = Said(facts.title, facts.where("title"))
    strip = Sheet(f"{name}/{name}", SORTS[name], (we_are, title), whole, drawing, title.place)
    sets = (
        sheet for name in ("reception-screens", "social-media") for sheet in _set(charter, name)
    )
    return (*sets, strip)


def _set(charter: Charter, name: str) -> Iterator[Sheet]:
    facts, sort, last = charter.facts, SORTS[name], len(charter.pledges) + 1
    digits = max(2, len(str(last)))
    whole, drawing = scan(charter), charter.drawing(facts.picture)
    promise, phone = facts.where("promise"), facts.where("contact.phone")
    start = (
        Said(f"We are {facts.place}", facts.where("place")),
        Said(facts.promise, promise),
    )
    yield Sheet(f"{name}/{0:0{digits}}-start", sort, start, whole, drawing, promise)
    for pledge in charter.pledges:
        path = f"{name}/{pledge.number:0{digits}}-{pledge.id}"
        said = tuple(_says.poster_pledge(pledge))
        shown = charter.drawing(pledge.picture)
        yield Sheet(path, sort, said, scan(charter, pledge), shown, pledge.place)
    reach = (facts.contact.phone, facts.contact.email, f"We are {facts.organisation}.")
    end = (Said("Talk to us", phone), *(Said(one, phone) for one in reach))
    yield Sheet(f"{name}/{last:0{digits}}-talk-to-us", sort, end, whole, drawing, phone)
