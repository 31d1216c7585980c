"""The print pack: booklet, table card, a leaflet a pledge, a guide, and all in one. Needs: nothing.

Where words are too many for a paper, its letters are smaller than `FLOOR`, so that nothing leaves
the page, and it says in its document info how many to cut (/CharterCut…).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from charter import statement
from charter.contracts import Artefact, Edition
from charter.model import Charter
from formats import _pdf
from formats._parts import DRAFT, Json, month
from formats._zip import packed
from formats.print_pack import _data, _guide
from formats.print_pack._imposed import imposed

TITLE = "Print pack"
RULES = _pdf.RULES
FLOOR: Mapping[str, float] = {
    "booklet": 13.25,
    "to_print": 12.0,
    "table_card": 16.0,
    "leaflet": 12.0,
    "guide": 11.0,
}
"""The smallest letters of each paper, in points. Those of the booklet are also printed smaller."""

SCALE = 0.92
"""How large the booklet's pages are on its sheets: office printers leave an edge white."""

_HERE = Path(__file__).parent
_PDF = "application/pdf"


def render(charter: Charter, out: Path, edition: Edition) -> Iterable[Artefact]:
    """Write downloads/booklet.pdf, booklet-to-print.pdf, table-card.pdf and pack-guide.pdf.

    And downloads/leaflet-ID.pdf for each pledge, and all with the posters as print-pack.zip.
    """
    folder = out / "downloads"
    made: list[Artefact] = []
    for name, title, pdf, facts in _papers(charter, edition):
        file = folder / f"{name}.pdf"
        file.write_bytes(pdf)
        size = float(facts.get("type_size", 0))
        made.append(Artefact(file, _PDF, "print-pack", title, int(facts["pages"]), size))
        yield made[-1]
    papers = [*(one for one in edition.made if one.format == "poster"), *made]
    files = {one.path.name: one.path.read_bytes() for one in papers}
    files["read-me.txt"] = _read_me(charter, edition, papers).encode()
    file = folder / "print-pack.zip"
    file.write_bytes(packed(files, charter.facts.published, file.stem))
    yield Artefact(file, "application/zip", "print-pack", "Print pack: all that you can print")


def _papers(
    charter: Charter, edition: Edition
) -> Iterator[tuple[str, str, bytes, Mapping[str, float]]]:
    """Each paper: its name, its title, the PDF and its figures."""

    def make(template: str, own: Json) -> _pdf.Made:
        data = {**_data.shared(charter, edition, FLOOR[template]), **own}
        return _pdf.make(_HERE / f"{template}.typ", data, charter)

    booklet = make("booklet", _data.booklet(charter, edition.made))
    yield "booklet", "Booklet", booklet.pdf, booklet.facts
    own = {
        "booklet": f"{charter.facts.site}downloads/booklet.pdf",
        "sides": booklet.pages // 2,
        "scale": SCALE,
        "pictures": {},
    }
    sheets = make("to_print", own)
    laid = imposed(sheets.pdf, booklet.pdf, SCALE)
    yield "booklet-to-print", "Booklet, to print only", laid, sheets.facts
    card = make("table_card", _data.card(charter))
    yield "table-card", "Table card", card.pdf, card.facts
    for pledge in charter.pledges:
        leaflet = make("leaflet", _data.leaflet(pledge, charter, "" if edition.checked else DRAFT))
        title = f"Leaflet {pledge.number}: {pledge.title}"
        yield f"leaflet-{pledge.id}", title, leaflet.pdf, leaflet.facts
    guide = make("guide", _data.guide())
    yield "pack-guide", "Guide to the print and screen packs", guide.pdf, guide.facts


def _read_me(charter: Charter, edition: Edition, papers: Iterable[Artefact]) -> str:
    """What is in the pack, for those who open it without a PDF reader at hand."""
    facts, us = charter.facts, charter.facts.contact
    lines = [
        f"{facts.title}: print pack",
        f"Version {facts.version}, {month(facts.published)}",
        *([] if edition.checked else [DRAFT]),
        "",
        _guide.INTRODUCTION,
        "Start with pack-guide.pdf.",
        "",
        *(f"{one.path.name}: {one.title}" for one in papers),
        "",
        *_guide.MORE,
        f"Phone: {us.phone}",
        f"Email: {us.email}",
        f"Post: {', '.join(us.post)}",
        "",
        f"{_guide.CHECK} {facts.site}",
        f"{statement.TITLE}: {statement.address(charter)}",
    ]
    return "\n".join(lines) + "\n"
