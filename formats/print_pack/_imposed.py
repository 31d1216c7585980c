"""A booklet's pages on the sheets that it is printed on, in the order that folding undoes."""

from __future__ import annotations

import io

import pikepdf
from pikepdf import Array, Dictionary, Name, Operator

_MARKS = {Operator(name) for name in ("BDC", "BMC", "EMC", "DP", "MP")}


def order(pages: int) -> list[tuple[int, int]]:
    """The pages on the left and right of each side, the outermost sheet first, its front first.

    Of eight pages: 8 and 1, 2 and 7, 6 and 3, 4 and 5. Their number must be a multiple of four.
    """
    sides: list[tuple[int, int]] = []
    for sheet in range(pages // 4):
        first, last = 1 + 2 * sheet, pages - 2 * sheet
        sides += [(last, first), (first + 1, last - 1)]
    return sides


def imposed(sheets: bytes, booklet: bytes, scale: float) -> bytes:
    """`sheets`, a side for each two pages of `booklet`, with those pages laid in as decoration.

    They are made `scale` times as large and meet at the fold. Their words are tagged in the
    booklet; here a screen reader passes over them, and the sheets' own words say where to go.
    """
    with pikepdf.open(io.BytesIO(sheets)) as paper, pikepdf.open(io.BytesIO(booklet)) as pages:
        forms = [_form(page, paper) for page in pages.pages]
        for side, numbers in zip(paper.pages, order(len(forms)), strict=True):
            width, height = (float(edge) for edge in side.mediabox[2:])
            if "/XObject" not in side.resources:
                side.resources.XObject = Dictionary()
            drawn = []
            for at, number in enumerate(numbers):
                form, name = forms[number - 1], f"/Booklet{number}"
                wide, high = (float(edge) * scale for edge in form.BBox[2:])
                left, bottom = width / 2 - wide * (1 - at), (height - high) / 2
                side.resources.XObject[name] = form
                drawn.append(f"q {scale:g} 0 0 {scale:g} {left:.3f} {bottom:.3f} cm {name} Do Q")
            words = f"/Artifact BMC {' '.join(drawn)} EMC\n"
            side.contents_add(words.encode(), prepend=True)
        out = io.BytesIO()
        paper.save(
            out,
            deterministic_id=True,
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
            fix_metadata_version=False,
        )
        return out.getvalue()


def _form(page: pikepdf.Page, paper: pikepdf.Pdf) -> pikepdf.Object:
    """A page as one drawing of `paper`, without the marks that tie it to tags."""
    form = paper.copy_foreign(page.as_form_xobject())
    _unmark(form, set())
    form.BBox = Array([0, 0, *page.mediabox[2:]])
    return form


def _unmark(form: pikepdf.Object, seen: set[tuple[int, int]]) -> None:
    """Take the marks out of a drawing, and out of those inside it."""
    if form.objgen in seen:
        return
    seen.add(form.objgen)
    kept = [one for one in pikepdf.parse_content_stream(form) if one.operator not in _MARKS]
    form.write(pikepdf.unparse_content_stream(kept))
    for key in ("/StructParents", "/StructParent"):
        if key in form:
            del form[key]
    resources = form.get("/Resources", Dictionary())
    for inner in dict(resources.get("/XObject", Dictionary())).values():
        if inner.get("/Subtype") == Name.Form:
            _unmark(inner, seen)
