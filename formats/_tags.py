"""The last touch to a PDF, the same every time: what Typst can't yet say about its own pages."""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping, Sequence

import pikepdf
from pikepdf import Array, Dictionary, Name, String

_PRINT = 4  # the annotation flag that lets a link's area be printed


def finish(
    pdf: bytes,
    language: str,
    facts: Mapping[str, float],
    backwards: Sequence[Mapping[str, str]] = (),
) -> bytes:
    """`pdf` with row headings, language, title in the window, and `facts` in its document info.

    A figure "type_size" becomes /CharterTypeSize, for checks that see nothing but the file.
    With figures "slug" and "bleed" the pages say where they are to be cut.
    `backwards` are the words ("text", "lang") written from right to left, in reading order.
    """
    with pikepdf.open(io.BytesIO(pdf)) as document:
        root = document.Root
        root.Lang = String(language)
        root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
        _row_headings(document)
        _forwards(document, backwards)
        if "slug" in facts:
            _cut(document, facts["slug"], facts["bleed"])
        for page in document.pages:
            for note in page.get("/Annots", Array()):
                note.F = int(note.get("/F", 0)) | _PRINT
        for name, value in facts.items():
            key = "/Charter" + name.title().replace("_", "")
            document.docinfo[key] = String(f"{value:g}")
        out = io.BytesIO()
        document.save(
            out,
            deterministic_id=True,
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
            fix_metadata_version=False,
        )
        return out.getvalue()


def _row_headings(document: pikepdf.Pdf) -> None:
    """Make the first cell of each row of each table's body the heading of its row."""
    root = document.Root.StructTreeRoot
    named: dict[str, pikepdf.Object] = {}
    tables = [e for e in _elements(root) if str(e.S) == "/Table"]
    for number, table in enumerate(tables):
        rows = [e for e in _elements(table) if str(e.S) == "/TR" and str(e.P.get("/S")) != "/THead"]
        for at, row in enumerate(rows):
            first, *others = _kids(row)
            if str(first.S) == "/TH":
                continue
            name = f"row-{number}-{at}"
            first.S, first.ID = Name.TH, String(name)
            _attributes(first).Scope = Name.Row
            named[name] = first
            for cell in others:
                attributes = _attributes(cell)
                attributes.Headers = Array([*attributes.get("/Headers", Array()), String(name)])
    if named:
        tree = (
            pikepdf.NameTree(root.IDTree) if "/IDTree" in root else pikepdf.NameTree.new(document)
        )
        for name, cell in named.items():
            tree[name] = cell
        root.IDTree = tree.obj


def _forwards(document: pikepdf.Pdf, backwards: Sequence[Mapping[str, str]]) -> None:
    """Give each run of Urdu or Arabic its words as they are read, and their language."""
    marked = [e for e in _elements(document.Root.StructTreeRoot) if str(e.S) == "/Em"]
    for element, said in zip(marked, backwards, strict=True):
        element.S = Name.Span
        element.ActualText = String(said["text"])
        element.Lang = String(said["lang"])


def _cut(document: pikepdf.Pdf, slug: float, bleed: float) -> None:
    """Tell a printing firm where each page is cut, and how far its colours go over the cut.

    `slug` is from the edge of the sheet to the cut, `bleed` from the cut outwards, in points.
    """
    for page in document.pages:
        left, bottom, right, top = (float(side) for side in page.mediabox)
        for name, inside in (("/TrimBox", slug), ("/BleedBox", slug - bleed)):
            box = (left + inside, bottom + inside, right - inside, top - inside)
            page[name] = Array([round(side, 3) for side in box])


def _kids(element: pikepdf.Object) -> list[pikepdf.Object]:
    """The structure elements right below `element`."""
    kids = element.get("/K", Array())
    several = list(kids) if isinstance(kids, Array) else [kids]
    return [kid for kid in several if isinstance(kid, Dictionary) and "/S" in kid]


def _elements(element: pikepdf.Object) -> Iterator[pikepdf.Object]:
    """Every structure element below `element`, in reading order."""
    for kid in _kids(element):
        yield kid
        yield from _elements(kid)


def _attributes(cell: pikepdf.Object) -> pikepdf.Object:
    """The table attributes of a cell, made where there are none."""
    kept = cell.get("/A", Array())
    several = list(kept) if isinstance(kept, Array) else [kept]
    for one in several:
        if str(one.get("/O")) == "/Table":
            return one
    made = Dictionary(O=Name.Table)
    cell.A = Array([*several, made])
    return made
