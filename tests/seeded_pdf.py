"""Faults in finished PDFs, each of which a rule of the PDF check must find."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path

from damage import Damage, before, box, copied, damaged, drop, paint, swap, tags
from harness import Seed
from pikepdf import (
    Array,
    Dictionary,
    Name,
    Object,
    OutlineItem,
    Page,
    Pdf,
    String,
    parse_content_stream,
    unparse_content_stream,
)

from charter.contracts import Draft, Edition
from charter.findings import Finding
from charter.model import Charter, Place, Span, Table
from checks import pdf as check
from checks._ink import Box
from formats import easy_read, large_print

Told = Callable[[Charter], Charter]
"""Changes what the charter says, so that the PDF no longer fits it."""


def seed(stem: str, damage: Damage, draft: Draft, folder: Path) -> Iterable[Finding]:
    """One PDF, damaged."""
    return check.run(damaged(draft, folder, stem, damage)).findings


def whole(draft: Draft, _folder: Path) -> Iterable[Finding]:
    """Every PDF as it was made."""
    return check.run(draft).findings


def of(stem: str, damage: Damage) -> tuple[Seed, Seed]:
    """A damaged copy, and all that was made."""
    return partial(seed, stem, damage), whole


def torn(draft: Draft, folder: Path) -> Iterable[Finding]:
    """A file that was cut off while it was written."""
    artefact = copied(draft, folder, "large-print")
    artefact.path.write_bytes(artefact.path.read_bytes()[:2000])
    return check.run(replace(draft, root=folder, artefacts=(artefact,))).findings


def stray(draft: Draft, folder: Path) -> Iterable[Finding]:
    """A PDF in the site that no format says it made."""
    artefact = copied(draft, folder, "large-print")
    artefact.path.rename(artefact.path.with_stem("minutes"))
    return check.run(replace(draft, root=folder, artefacts=())).findings


def miscounted(draft: Draft, folder: Path) -> Iterable[Finding]:
    """A format that counts its pages wrongly."""
    artefact = replace(copied(draft, folder, "poster-a3"), pages=7)
    return check.run(replace(draft, root=folder, artefacts=(artefact,))).findings


def unmade(stem: str, draft: Draft, folder: Path) -> Iterable[Finding]:
    """All that was made, but for one document."""
    stems = (one.path.stem for one in draft.artefacts if one.media_type == "application/pdf")
    artefacts = tuple(copied(draft, folder, one) for one in stems if one != stem)
    return check.run(replace(draft, root=folder, artefacts=artefacts)).findings


def tested(charter: Charter) -> Charter:
    """The charter after a group has tested its Easy Read."""
    facts = charter.facts
    facts = replace(
        facts, easy_read_tested_by="Ashby People First", easy_read_tested_on=date(2026, 5, 1)
    )
    return replace(charter, facts=facts)


def untested(charter: Charter) -> Charter:
    """The charter before anybody has tested its Easy Read."""
    facts = replace(charter.facts, easy_read_tested_by="", easy_read_tested_on=None)
    return replace(charter, facts=facts)


def easy(made_of: Told, held_to: Told, draft: Draft, folder: Path) -> Iterable[Finding]:
    """An Easy Read made of one charter and held to another."""
    (folder / "downloads").mkdir()
    made = tuple(easy_read.render(made_of(draft.charter), folder, Edition()))
    against = replace(draft, charter=held_to(draft.charter), root=folder, artefacts=made)
    return check.run(against).findings


def with_table(damage: Damage, draft: Draft, folder: Path) -> Iterable[Finding]:
    """Large print of a charter that has a table, damaged."""
    place = Place(Path("pledges/1-hear.md"), 9)
    cells = tuple(tuple((Span(f"{row}{column}"),) for column in "xyz") for row in "ABC")
    first, *others = draft.charter.pledges
    table = Table(cells[0], cells[1:], place)
    pledges = (replace(first, full=(*first.full, table)), *others)
    charter = replace(draft.charter, pledges=pledges)
    (folder / "downloads").mkdir()
    made = tuple(large_print.render(charter, folder, Edition()))
    tabled = replace(draft, charter=charter, root=folder, artefacts=made)
    if damage is nothing:
        return check.run(tabled).findings
    return seed("large-print", damage, tabled, folder / "damaged")


def nothing(_pdf: Pdf) -> None:
    """No damage."""


def headless(pdf: Pdf) -> None:
    """The headings of the columns no longer say that they are."""
    for cell in tags(pdf, "TH")[:3]:
        for one in cell.A if isinstance(cell.A, Array) else [cell.A]:
            if "/Scope" in one:
                del one.Scope


def unheaded_rows(pdf: Pdf) -> None:
    """The first cells of the rows are cells like all others."""
    for cell in tags(pdf, "TH")[3:]:
        cell.S = Name.TD


def unmarked(pdf: Pdf) -> None:
    """The file does not say that it has tags."""
    del pdf.Root.MarkInfo


def paragraph(pdf: Pdf, number: int) -> Object:
    """A paragraph of the text, counted from the end."""
    return tags(pdf, "P")[-number]


def unspoken(pdf: Pdf) -> None:
    """A paragraph that is on the page, but in no tag."""
    drop(pdf, paragraph(pdf, 1))


def swapped(pdf: Pdf) -> None:
    """Two list items in the wrong order."""
    items = tags(pdf, "LI")
    swap(items[-1], items[-2])


def second_main(pdf: Pdf) -> None:
    """Two main headings."""
    tags(pdf, "H2")[0].S = Name.H1


def jump(pdf: Pdf) -> None:
    """A heading three levels below the one before it."""
    tags(pdf, "H2")[0].S = Name.H4


def unbookmarked(pdf: Pdf) -> None:
    """No bookmarks."""
    with pdf.open_outline() as outline:
        outline.root.clear()


def lost_bookmark(pdf: Pdf) -> None:
    """A bookmark that leads to a page which isn't there."""
    with pdf.open_outline() as outline:
        title = outline.root[0].title
        outline.root[0] = OutlineItem(title, Array([Dictionary(), Name.Fit]))


def named_as_file(pdf: Pdf) -> None:
    """A picture with the name of its file for a description."""
    tags(pdf, "Figure")[-1].Alt = String("listening-2.svg")


def undescribed(pdf: Pdf) -> None:
    """A picture without a description."""
    del tags(pdf, "Figure")[-1].Alt


def leading(action: Dictionary, pdf: Pdf) -> None:
    """A link that does this."""
    link = next(a for page in pdf.pages for a in page.get("/Annots", Array()) if "/A" in a)
    link.A = action


def acting(pdf: Pdf) -> None:
    """A file that runs a program when it is opened."""
    pdf.Root.OpenAction = Dictionary(S=Name.JavaScript, JS=String("app.alert(1)"))


def scaled(pdf: Pdf) -> None:
    """Everything at half its size, though the fonts say the same as before."""
    before(Page(pdf.pages[0]), "q 0.5 0 0 0.5 0 0 cm", "Q")


def small_label(pdf: Pdf) -> None:
    """A letter of 6 points in a picture."""
    figure = tags(pdf, "Figure")[0]
    page = next(page for page in pdf.pages if page.objgen == figure.Pg.objgen)
    mark = figure.K if isinstance(figure.K, int) else figure.K[0]
    font = next(iter(page.resources.Font.keys()))
    letter = f"BT {font} 6 Tf 1 0 0 1 100 500 Tm <0001> Tj ET"
    before(page, "q", f"Q /Span <</MCID {mark}>> BDC {letter} EMC")


def unembedded(pdf: Pdf) -> None:
    """Fonts that are only named."""
    for one in pdf.objects:
        if isinstance(one, Dictionary) and one.get("/Type") == Name.FontDescriptor:
            for name in ("/FontFile", "/FontFile2", "/FontFile3"):
                if name in one:
                    del one[name]


def shifted(pdf: Pdf) -> None:
    """A page that is printed too far to the right."""
    before(Page(pdf.pages[0]), "q 1 0 0 1 300 0 cm", "Q")


def untitled(pdf: Pdf) -> None:
    """A title that says nothing."""
    with pdf.open_metadata() as metadata:
        metadata["dc:title"] = "Untitled"


def welsh(pdf: Pdf) -> None:
    """The wrong language."""
    pdf.Root.Lang = String("cy")


def windowed(pdf: Pdf) -> None:
    """A window with the file's name."""
    pdf.Root.ViewerPreferences.DisplayDocTitle = False


def doubled(pdf: Pdf) -> None:
    """A second page."""
    pdf.pages.append(pdf.pages[0])


def faded(pdf: Pdf) -> None:
    """Words that are drawn outside of every mark."""
    page = Page(pdf.pages[0])
    font = next(iter(page.resources.Font.keys()))
    before(page, "q", f"Q BT {font} 30 Tf 1 0 0 1 60 60 Tm <0001000200030004> Tj ET")


def covered(pdf: Pdf) -> None:
    """White paint over half a page."""
    paint(Page(pdf.pages[1]), box(1, Box(0, 0, 600, 420)))


def whitened(pdf: Pdf) -> None:
    """Words in the colour of the paper."""
    page = pdf.pages[1]
    drawn = [
        step
        for step in parse_content_stream(page)
        if str(step.operator) not in {"g", "rg", "k", "sc", "scn", "cs"}
    ]
    page.Contents = pdf.make_stream(b"1 g " + unparse_content_stream(drawn))


def turned(pdf: Pdf) -> None:
    """A page on its side."""
    pdf.pages[1].Rotate = 90


PROGRAM = partial(leading, Dictionary(S=Name.Launch, F=String("setup.exe")))
SCRIPT = partial(leading, Dictionary(S=Name.URI, URI=String("javascript:alert(1)")))

SEEDS: dict[str, tuple[Seed, Seed]] = {
    "PDF-001": (torn, whole),
    "PDF-002": (stray, whole),
    "PDF-003": of("large-print", unmarked),
    "PDF-004": of("large-print", unspoken),
    "PDF-005": of("large-print", swapped),
    "PDF-006": of("large-print", unspoken),
    "PDF-007": of("large-print", second_main),
    "PDF-008": of("large-print", jump),
    "PDF-009": of("large-print", unbookmarked),
    "PDF-010": of("easy-read", named_as_file),
    "PDF-011": (partial(with_table, headless), partial(with_table, nothing)),
    "PDF-012": of("large-print", SCRIPT),
    "PDF-013": of("large-print", acting),
    "PDF-014": of("large-print", scaled),
    "PDF-015": of("easy-read", small_label),
    "PDF-016": of("large-print", unembedded),
    "PDF-017": of("large-print", shifted),
    "PDF-018": of("large-print", untitled),
    "PDF-019": of("large-print", welsh),
    "PDF-020": of("large-print", windowed),
    "PDF-021": of("poster-a4", doubled),
    "PDF-022": (miscounted, whole),
    "PDF-023": (partial(easy, tested, untested), partial(easy, untested, untested)),
    "PDF-024": (partial(easy, untested, tested), partial(easy, tested, tested)),
    "PDF-025": of("large-print", covered),
    "PDF-026": (partial(unmade, "large-print"), whole),
    "PDF-027": of("large-print", turned),
}

MORE: dict[str, tuple[str, Seed]] = {
    "a bookmark leads nowhere": ("PDF-009", partial(seed, "large-print", lost_bookmark)),
    "a picture has no description": ("PDF-010", partial(seed, "easy-read", undescribed)),
    "words in no mark": ("PDF-006", partial(seed, "large-print", faded)),
    "words as white as the paper": ("PDF-025", partial(seed, "large-print", whitened)),
    "a link starts a program": ("PDF-012", partial(seed, "large-print", PROGRAM)),
    "rows of a table without headings": ("PDF-011", partial(with_table, unheaded_rows)),
}
"""Other faults for the same rules, by what they are."""
