"""Faults of the print pack's papers, each of which their check must find."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from functools import partial
from pathlib import Path

from harness import Seed
from pikepdf import Page, Pdf, String

from charter.addresses import scan
from charter.contracts import Artefact, Draft, Edition
from charter.findings import Finding
from charter.model import Charter, Paragraph, Span
from checks import _code, print_pack
from checks._ink import Box
from checks._proof.damage import Damage, box, copied, damaged, paint, square_code, tags
from formats import print_pack as pack

LEAFLET = "leaflet-money"


def whole(draft: Draft, _folder: Path) -> Iterable[Finding]:
    """The papers as they were made."""
    return print_pack.run(draft).findings


def damage(stem: str, what: Damage, draft: Draft, folder: Path) -> Iterable[Finding]:
    """All papers, one of them damaged."""
    artefacts = {a.path.stem: a for a in draft.artefacts if a.format == "print-pack"}
    if stem != "booklet":
        artefacts["booklet"] = copied(draft, folder, "booklet")
    artefacts[stem] = damaged(draft, folder, stem, what).artefacts[0]
    return print_pack.run(replace(draft, artefacts=tuple(artefacts.values()))).findings


def shorter(at: int, pdf: Pdf) -> None:
    """One page less."""
    del pdf.pages[at]


def swapped(pdf: Pdf) -> None:
    """The two pages on the front of the first sheet change places."""
    pages = pdf.pages[0].resources.XObject
    left, right = (name for name in map(str, pages.keys()) if name.startswith("/Booklet"))
    pages[left], pages[right] = pages[right], pages[left]


def emptied(pdf: Pdf) -> None:
    """White paint over the first side."""
    paint(Page(pdf.pages[0]), box(1, Box(0, 0, 842, 595)))


def led_elsewhere(pdf: Pdf) -> None:
    """Links that lead to some other document."""
    for page in pdf.pages:
        for note in page.get("/Annots", []):
            if "booklet" in str(note.A.URI):
                note.A.URI = String("https://example.org/")


def torn(draft: Draft, folder: Path) -> Iterable[Finding]:
    """A table card that was cut off while it was written."""
    artefact = copied(draft, folder, "table-card")
    artefact.path.write_bytes(artefact.path.read_bytes()[:2000])
    return print_pack.run(replace(draft, root=folder, artefacts=(artefact,))).findings


def made(charter: Charter, draft: Draft, folder: Path) -> Draft:
    """The papers of another charter."""
    (folder / "downloads").mkdir()
    artefacts: tuple[Artefact, ...] = tuple(pack.render(charter, folder, Edition()))
    return replace(draft, charter=charter, root=folder, artefacts=artefacts)


def too_long(draft: Draft, folder: Path) -> Iterable[Finding]:
    """A pledge with poster words for a whole book."""
    first, *others = draft.charter.pledges
    long = replace(first, full=first.full * 20, poster=first.full * 12)
    charter = replace(draft.charter, pledges=(long, *others))
    return print_pack.run(made(charter, draft, folder)).findings


def unsaid(draft: Draft, folder: Path) -> Iterable[Finding]:
    """A booklet from before one of the pledges was changed."""
    first, *others = draft.charter.pledges
    new = Paragraph((Span("We will ask every home twice."),), first.place)
    charter = replace(draft.charter, pledges=(replace(first, full=(new,), poster=()), *others))
    return print_pack.run(replace(draft, charter=charter)).findings


def over(drawing: str, draft: Draft, folder: Path) -> Iterable[Finding]:
    """A leaflet with something drawn over its code."""
    artefact = next(a for a in draft.artefacts if a.path.stem == LEAFLET)
    (code,) = _code.codes(_code.draw(artefact.path, _code.PRINT), _code.PRINT)
    at = code.box
    pledge = next(one for one in draft.charter.pledges if one.id == "money")
    wide = at.right - at.left
    commands = {
        "half": box(1, Box(at.left + wide / 2, at.bottom, at.right, at.bottom + wide / 2)),
        "another": square_code(scan(draft.charter), at),
        "tiny": box(1, Box(at.left - 9, at.bottom - 9, at.right + 9, at.top + 9))
        + " "
        + square_code(
            scan(draft.charter, pledge),
            Box(at.left, at.bottom, at.left + wide * 0.7, at.bottom + wide * 0.7),
        ),
    }[drawing]
    return damage(LEAFLET, lambda pdf: paint(Page(pdf.pages[0]), commands), draft, folder)


def small_print(pdf: Pdf) -> None:
    """A back whose page is made half as large."""
    page = Page(pdf.pages[1])
    page.contents_add(b"q 0.5 0 0 0.5 0 0 cm", prepend=True)
    page.contents_add(b"Q")


def finished(pdf: Pdf) -> None:
    """A leaflet whose back no longer says that it is a draft."""
    for tag in tags(pdf, "P"):
        if "/Pg" in tag and tag.Pg.objgen == pdf.pages[1].objgen:
            tag.ActualText = String("Ready.")
    page = Page(pdf.pages[1])
    page.contents_add(b"/Span <</ActualText ()>> BDC", prepend=True)
    page.contents_add(b"EMC")


SEEDS: dict[str, tuple[Seed, Seed]] = {
    "BOOKLET-001": (partial(damage, "booklet", partial(shorter, -2)), whole),
    "BOOKLET-002": (partial(damage, "booklet-to-print", partial(shorter, -1)), whole),
    "BOOKLET-003": (partial(damage, "booklet-to-print", swapped), whole),
    "BOOKLET-004": (partial(damage, "booklet-to-print", led_elsewhere), whole),
    "BOOKLET-005": (torn, whole),
    "PACK-101": (too_long, whole),
    "PACK-102": (partial(over, "half"), whole),
    "PACK-103": (partial(over, "another"), whole),
    "PACK-104": (partial(over, "tiny"), whole),
    "PACK-105": (unsaid, whole),
    "PACK-106": (partial(damage, LEAFLET, small_print), whole),
    "PACK-107": (partial(damage, LEAFLET, finished), whole),
}

MORE: dict[str, tuple[str, Seed]] = {
    "a side without pages": ("BOOKLET-003", partial(damage, "booklet-to-print", emptied)),
}
"""Other faults for the same rules, by what they are."""
