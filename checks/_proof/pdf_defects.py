"""Faults in PDFs, each of which must shut the gate."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial

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

from charter import design
from checks._ink import Box, Colour
from checks._proof.damage import (
    Damage,
    before,
    box,
    drop,
    move_words,
    paint,
    recolour,
    swap,
    tags,
)


def _look(name: str) -> Colour:
    """A colour of the look that the proof's documents are made in: that of the house."""
    red, green, blue = bytes.fromhex(design.light(design.house())[name][1:])
    return red, green, blue


_INK: Mapping[Colour, Colour] = {_look("ink"): (110, 110, 110)}
_MAIN, _BRIGHT = _look("main"), _look("bright")


@dataclass(frozen=True, slots=True)
class Defect:
    """A fault, put into one document of ours. `code` is the rule that must find it."""

    name: str
    document: str
    code: str
    damage: Damage


def no_damage(_pdf: Pdf) -> None:
    """No damage."""


# Words and their order


def _unspoken(pdf: Pdf) -> None:
    drop(tags(pdf, "P")[-1])


def _swapped(pdf: Pdf) -> None:
    items = tags(pdf, "LI")
    swap(items[-1], items[-2])


def _loose(pdf: Pdf) -> None:
    page = Page(pdf.pages[0])
    font = next(iter(page.resources.Font.keys()))
    before(page, "q", f"Q BT {font} 30 Tf 1 0 0 1 60 60 Tm <0001000200030004> Tj ET")


def _decorative(pdf: Pdf) -> None:
    """A paragraph that is marked as decoration."""
    mark = tags(pdf, "P")[-1]
    page = Page(mark.Pg)
    steps = [
        ([Name.Artifact, Dictionary()], step.operator) if _begins(step, mark) else step
        for step in parse_content_stream(page)
    ]
    page.Contents = pdf.make_stream(unparse_content_stream(steps))


def _begins(step: object, tag: Object) -> bool:
    operands, operator = list(step.operands), str(step.operator)  # type: ignore[attr-defined]  # it is one of two kinds
    kids = tag.K if isinstance(tag.K, Array) else [tag.K]
    numbers = [int(kid) for kid in kids if isinstance(kid, int)]
    return operator == "BDC" and operands[1].get("/MCID") in numbers


def _scrambled(pdf: Pdf) -> None:
    for one in pdf.objects:
        if isinstance(one, Dictionary) and "/ToUnicode" in one:
            table = one.ToUnicode.read_bytes()
            one.ToUnicode.write(table.replace(b"<0065>", b"<0061>"))  # each e becomes an a


# Headings and bookmarks


def _heading(old: str, new: str, pdf: Pdf) -> None:
    tags(pdf, old)[0].S = Name("/" + new)


def _unbookmarked(pdf: Pdf) -> None:
    with pdf.open_outline() as outline:
        outline.root.clear()


def _lost_bookmark(pdf: Pdf) -> None:
    with pdf.open_outline() as outline:
        title = outline.root[0].title
        outline.root[0] = OutlineItem(title, Array([Dictionary(), Name.Fit]))


def _missing_bookmark(pdf: Pdf) -> None:
    with pdf.open_outline() as outline:
        outline.root.pop(0)


def _renamed_bookmark(pdf: Pdf) -> None:
    with pdf.open_outline() as outline:
        outline.root[0].title = "Section 1"


# Tags, tables, pictures and links


def _kind(old: str, new: str, pdf: Pdf) -> None:
    tags(pdf, old)[-1].S = Name("/" + new)


def _described(words: str, pdf: Pdf) -> None:
    figure = tags(pdf, "Figure")[-1]
    if words:
        figure.Alt = String(words)
    else:
        del figure.Alt


def _row(pdf: Pdf, *, body: bool) -> list[Object]:
    """The heading cells of the first table: of its first row, or of the rows below."""
    cells = tags(pdf, "TH")
    first = [cell for cell in cells if cell.P.objgen == cells[0].P.objgen]
    return cells[len(first) :] if body else first


def _headless(pdf: Pdf) -> None:
    for cell in _row(pdf, body=False):
        cell.S = Name.TD


def _scopeless(pdf: Pdf) -> None:
    for cell in _row(pdf, body=False):
        for one in cell.A if isinstance(cell.A, Array) else [cell.A]:
            if "/Scope" in one:
                del one.Scope


def _unheaded_rows(pdf: Pdf) -> None:
    for cell in _row(pdf, body=True):
        cell.S = Name.TD


def _link(pdf: Pdf) -> Object:
    """The tag of a link out of the document."""
    links = tags(pdf, "Link")
    return next(link for link in links if "/A" in _area(link))


def _area(link: Object) -> Object:
    """What can be clicked."""
    return next(kid.Obj for kid in link.K if isinstance(kid, Dictionary) and "/Obj" in kid)


def _named(words: str, pdf: Pdf) -> None:
    link = _link(pdf)
    link.ActualText = String(words)
    _area(link).Contents = String(words)


def _leading(action: Dictionary, pdf: Pdf) -> None:
    _area(_link(pdf)).A = action


def _untagged_link(pdf: Pdf) -> None:
    link = _link(pdf)
    del _area(link).StructParent
    link.K = Array([kid for kid in link.K if not isinstance(kid, Dictionary) or "/Obj" not in kid])


def _unlinked_names(pdf: Pdf) -> None:
    del _area(_link(pdf)).Contents


def _unordered(pdf: Pdf) -> None:
    for page in pdf.pages:
        if "/Tabs" in page:
            del page.Tabs


# What the file says about itself


def _without(name: str, pdf: Pdf) -> None:
    del pdf.Root[name]


def _language(language: str, pdf: Pdf) -> None:
    pdf.Root.Lang = String(language)


def _titled(title: str, pdf: Pdf) -> None:
    with pdf.open_metadata() as metadata:
        if title:
            metadata["dc:title"] = title
        else:
            del metadata["dc:title"]


def _unlabelled(pdf: Pdf) -> None:
    with pdf.open_metadata() as metadata:
        del metadata["pdfuaid:part"]


def _windowed(pdf: Pdf) -> None:
    pdf.Root.ViewerPreferences.DisplayDocTitle = False


def _acting(pdf: Pdf) -> None:
    pdf.Root.OpenAction = Dictionary(S=Name.JavaScript, JS=String("app.alert(1)"))


# What is drawn


def _scaled(pdf: Pdf) -> None:
    before(Page(pdf.pages[0]), "q 0.5 0 0 0.5 0 0 cm", "Q")


def _small_label(pdf: Pdf) -> None:
    figure = tags(pdf, "Figure")[0]
    page = next(page for page in pdf.pages if page.objgen == figure.Pg.objgen)
    mark = figure.K if isinstance(figure.K, int) else figure.K[0]
    font = next(iter(page.resources.Font.keys()))
    letter = f"BT {font} 6 Tf 1 0 0 1 100 500 Tm <0001> Tj ET"
    before(page, "q", f"Q /Span <</MCID {mark}>> BDC {letter} EMC")


def _unembedded(pdf: Pdf) -> None:
    for one in pdf.objects:
        if isinstance(one, Dictionary) and one.get("/Type") == Name.FontDescriptor:
            for name in ("/FontFile", "/FontFile2", "/FontFile3"):
                if name in one:
                    del one[name]


def _foreign(pdf: Pdf) -> None:
    for one in pdf.objects:
        if isinstance(one, Dictionary) and "/BaseFont" in one:
            one.BaseFont = Name("/ABCDEF+ComicSansMS")
        elif isinstance(one, Dictionary) and one.get("/Type") == Name.FontDescriptor:
            one.FontName = Name("/ABCDEF+ComicSansMS")


def _shifted(pdf: Pdf) -> None:
    before(Page(pdf.pages[0]), "q 1 0 0 1 300 0 cm", "Q")


def _crossed(pdf: Pdf) -> None:
    move_words(pdf, Page(pdf.pages[2]), lambda places: {2: places[1]})


def _doubled(pdf: Pdf) -> None:
    pdf.pages.append(pdf.pages[0])


def _covered(pdf: Pdf) -> None:
    paint(Page(pdf.pages[1]), box(1, Box(0, 0, 600, 420)))


def _veiled(pdf: Pdf) -> None:
    page = Page(pdf.pages[1])
    veil = Dictionary(Type=Name.ExtGState, ca=0.6)
    page.resources.ExtGState = Dictionary(Veil=pdf.make_indirect(veil))
    paint(page, "/Veil gs " + box(1, Box(0, 0, 600, 900)))


def _whitened(pdf: Pdf) -> None:
    page = pdf.pages[1]
    colouring = {"g", "rg", "k", "sc", "scn", "cs"}
    drawn = [step for step in parse_content_stream(page) if str(step.operator) not in colouring]
    page.Contents = pdf.make_stream(b"1 g " + unparse_content_stream(drawn))


def _recoloured(colours: Mapping[Colour, Colour], pdf: Pdf) -> None:
    for page in pdf.pages[:2]:
        recolour(pdf, Page(page), colours)


def _turned(pdf: Pdf) -> None:
    pdf.pages[1].Rotate = 90


_LARGE, _EASY, _POSTER = "large-print", "easy-read", "poster-a4"
_PROGRAM = Dictionary(S=Name.Launch, F=String("setup.exe"))
_SCRIPT = Dictionary(S=Name.URI, URI=String("javascript:alert(1)"))

DEFECTS: tuple[Defect, ...] = (
    Defect("a paragraph out of the tag tree", _LARGE, "PDF-006", _unspoken),
    Defect("a paragraph marked as decoration", _LARGE, "PDF-004", _decorative),
    Defect("two items of a list swapped", _LARGE, "PDF-005", _swapped),
    Defect("words in no tag at all", _LARGE, "PDF-006", _loose),
    Defect("letters that stand for others", _LARGE, "PDF-004", _scrambled),
    Defect("no main heading", _LARGE, "PDF-007", partial(_heading, "H1", "P")),
    Defect("a second main heading", _LARGE, "PDF-007", partial(_heading, "H2", "H1")),
    Defect("a level of headings left out", _LARGE, "PDF-008", partial(_heading, "H2", "H4")),
    Defect("no bookmarks", _LARGE, "PDF-009", _unbookmarked),
    Defect("a bookmark left out", _LARGE, "PDF-009", _missing_bookmark),
    Defect("a bookmark with another name", _LARGE, "PDF-009", _renamed_bookmark),
    Defect("a bookmark that leads nowhere", _LARGE, "PDF-009", _lost_bookmark),
    Defect("a picture without a description", _EASY, "PDF-010", partial(_described, "")),
    Defect("a picture described by its file", _EASY, "PDF-010", partial(_described, "home-2.svg")),
    Defect("a table without headings of its columns", _LARGE, "PDF-011", _headless),
    Defect("headings of columns that don't say so", _LARGE, "PDF-011", _scopeless),
    Defect("a table without headings of its rows", _LARGE, "PDF-011", _unheaded_rows),
    Defect("a tag that nobody knows", _LARGE, "PDF-003", partial(_kind, "P", "Promise")),
    Defect("a paragraph between the items of a list", _LARGE, "PDF-003", partial(_kind, "LI", "P")),
    Defect("no tags", _LARGE, "PDF-003", partial(_without, "/StructTreeRoot")),
    Defect("no word that there are tags", _LARGE, "PDF-003", partial(_without, "/MarkInfo")),
    Defect("no word that it keeps to PDF/UA", _LARGE, "PDF-003", _unlabelled),
    Defect("a link without words", _LARGE, "PDF-012", partial(_named, "")),
    Defect(
        "an address for a link's words", _LARGE, "PDF-012", partial(_named, "https://a.uk/?b=7")
    ),
    Defect("a link called “click here”", _LARGE, "PDF-012", partial(_named, "Click here")),
    Defect("a link that starts a program", _LARGE, "PDF-012", partial(_leading, _PROGRAM)),
    Defect("a link that runs a script", _LARGE, "PDF-012", partial(_leading, _SCRIPT)),
    Defect("a link in no tag", _LARGE, "PDF-003", _untagged_link),
    Defect("a link without a description", _LARGE, "PDF-003", _unlinked_names),
    Defect("pages without an order for the Tab key", _LARGE, "PDF-003", _unordered),
    Defect("a script that runs on opening", _LARGE, "PDF-013", _acting),
    Defect("no language", _LARGE, "PDF-019", partial(_without, "/Lang")),
    Defect("the wrong language", _LARGE, "PDF-019", partial(_language, "cy")),
    Defect("no title", _LARGE, "PDF-018", partial(_titled, "")),
    Defect("a title that says nothing", _LARGE, "PDF-018", partial(_titled, "Untitled")),
    Defect("the file's name for the window's", _LARGE, "PDF-020", _windowed),
    Defect("words at half their size", _LARGE, "PDF-014", _scaled),
    Defect("small letters in a picture", _EASY, "PDF-015", _small_label),
    Defect("fonts that are not in the file", _LARGE, "PDF-016", _unembedded),
    Defect("a font that we did not choose", _LARGE, "PDF-030", _foreign),
    Defect("words off the page", _LARGE, "PDF-017", _shifted),
    Defect("a poster of two pages", _POSTER, "PDF-021", _doubled),
    Defect("paint over words", _LARGE, "PDF-025", _covered),
    Defect("words as white as the paper", _LARGE, "PDF-025", _whitened),
    Defect("pale words", _LARGE, "PDF-028", partial(_recoloured, _INK)),
    Defect("a veil over words", _LARGE, "PDF-028", _veiled),
    Defect(
        "words that only their colour shows",
        _POSTER,
        "PDF-029",
        partial(_recoloured, {_MAIN: (58, 42, 122), _BRIGHT: (0, 255, 0)}),
    ),
    Defect(
        "two fields that only their colours tell apart",
        _POSTER,
        "PDF-031",
        partial(_recoloured, {_BRIGHT: (140, 0, 0)}),
    ),
    Defect("a page on its side", _LARGE, "PDF-027", _turned),
    Defect("words over other words", _LARGE, "PDF-038", _crossed),
)
