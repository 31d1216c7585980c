"""Whether people see the words of a PDF: each page is drawn, and must show ink where words are."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

import pypdfium2 as pdfium  # type: ignore[import-untyped]  # the wheel has no types
from PIL import Image

from charter.findings import Finding
from checks import _pdf_colour
from checks._ink import Box, Leaf, Run
from checks._pdf_colour import Spot
from checks._pdf_paper import Paper
from checks._stream import short

_SCALE = 1.5  # dots a point: enough for the thin strokes of small letters to be drawn
_CLOSE = 6  # dots a point: so that even a thin stroke has dots that are no edge
_LARGEST = 6000  # dots along a side: a page may be as large as a wall
_LEAST = 48  # shades of 256 between the darkest and the lightest dot: fewer can hardly be seen
_ENOUGH = 7.0  # WCAG 2.2, 1.4.6; large letters have no lower limit here
_ENOUGH_IN_GREY = 4.5  # WCAG 2.2, 1.4.3: a poor printer must not make a poster useless


@dataclass(frozen=True, slots=True)
class _Drawn:
    """A page as it is drawn: in colour, in grey, and how many dots a point has."""

    page: pdfium.PdfPage
    leaf: Leaf
    colour: Image.Image
    grey: Image.Image
    scale: float


def check(paper: Paper, *, ours: bool) -> Iterator[Finding]:
    """Pages on their side; words that can't be seen, or do not stand out enough, one a page.

    In documents of `ours`, words must also stand out on a printer that has black ink only, and
    none may be invisible on purpose. In others that is how the words of a scan are kept.
    """
    with pdfium.PdfDocument(paper.data) as opened:
        for number, (page, leaf) in enumerate(zip(opened, paper.leaves, strict=True), 1):
            turn = _turn(leaf)
            if turn:
                yield paper.breaks("PDF-027", page=number, turn=turn)
            yield from _page(paper, number, _draw(page, leaf), ours=ours)


def _turn(leaf: Leaf) -> int:
    """By how many quarters, in degrees, most words of a page are shown turned."""
    quarters = Counter(round(run.turn / 90) % 4 for run in leaf.runs if run.font)
    most = quarters.most_common(1)
    return (leaf.turn + 90 * (most[0][0] if most else 0)) % 360


def _draw(page: pdfium.PdfPage, leaf: Leaf) -> _Drawn:
    page.set_rotation(0)
    scale = min(_SCALE, _LARGEST / max(leaf.width, leaf.height, 1))
    colour = _rgb(page.render(scale=scale))
    return _Drawn(page, leaf, colour, colour.convert("L"), scale)


def _page(paper: Paper, number: int, drawn: _Drawn, *, ours: bool) -> Iterator[Finding]:
    hidden: list[Run] = []
    pale: list[tuple[float, Run]] = []
    greyish: list[tuple[float, Run]] = []
    for run in _letters(paper, number, drawn.leaf):
        place = _place(run.box, drawn)
        shades = _shades(drawn.grey.crop(place))
        if not run.solid:
            hidden += [run] if ours else []
        elif shades[1] - shades[0] < _LEAST:
            hidden.append(run)
        else:
            large = _pdf_colour.large_colours(drawn.colour.crop(place))
            spot = Spot(large, shades, partial(_closer, run, drawn))
            found = _pdf_colour.contrast(run, spot, _ENOUGH)
            if found < _ENOUGH:
                pale.append((found, run))
            elif ours and (less := _pdf_colour.in_grey(run, spot)) < _ENOUGH_IN_GREY:
                greyish.append((less, run))
    for run in sorted(hidden, key=lambda run: run.mark < 0)[:1]:  # words before decoration
        yield paper.breaks("PDF-025", page=number, words=_quoted(paper, number, run, drawn))
    for code, several, least in (
        ("PDF-028", pale, _ENOUGH),
        ("PDF-029", greyish, _ENOUGH_IN_GREY),
    ):
        for found, run in sorted(several, key=lambda one: one[0])[:1]:
            yield paper.breaks(
                code,
                page=number,
                words=_quoted(paper, number, run, drawn),
                contrast=f"{math.floor(found * 10) / 10:.1f}",
                least=f"{least:g}",
            )


def _letters(paper: Paper, number: int, leaf: Leaf) -> Iterator[Run]:
    """The runs of letters on the page; beyond its edge is another finding, spaces show nothing."""
    for run in leaf.runs:
        said = run.mark < 0 or paper.words(number, run).strip()
        if run.font and said and run.box.inside(leaf.width, leaf.height, 0):
            yield run


def _quoted(paper: Paper, number: int, run: Run, drawn: _Drawn) -> str:
    """The words of a run: as its tag has them, or else as they are drawn."""
    box = run.box
    said = paper.words(number, run) if run.mark >= 0 else ""
    if not said:
        page = drawn.page.get_textpage()
        said = page.get_text_bounded(box.left, box.bottom, box.right, box.top)
    return short(said) or "…"


def _shades(picture: Image.Image) -> tuple[int, int]:
    """The darkest and the lightest shade of a picture in grey."""
    counts = picture.histogram()
    there = [shade for shade, count in enumerate(counts) if count]
    return there[0], there[-1]


def _closer(run: Run, drawn: _Drawn) -> Image.Image:
    """The place of some letters, drawn large."""
    box, leaf = run.box, drawn.leaf
    sides = (box.left, box.bottom, leaf.width - box.right, leaf.height - box.top)
    scale = min(_CLOSE, _LARGEST / max(box.right - box.left, box.top - box.bottom))
    return _rgb(drawn.page.render(scale=scale, crop=tuple(max(side, 0) for side in sides)))


def _rgb(drawn: pdfium.PdfBitmap) -> Image.Image:
    picture = drawn.to_pil()
    if picture.mode != "RGB":
        picture = picture.convert("RGB")
    assert isinstance(picture, Image.Image)  # noqa: S101  says so to mypy: the wheel has no types
    return picture


def _place(box: Box, drawn: _Drawn) -> tuple[int, int, int, int]:
    """A box in dots from the upper left corner, with a dot around it for soft edges."""
    scale, picture = drawn.scale, drawn.grey
    top, bottom = (drawn.leaf.height - edge for edge in (box.top, box.bottom))
    return (
        max(math.floor(box.left * scale) - 1, 0),
        max(math.floor(top * scale) - 1, 0),
        min(math.ceil(box.right * scale) + 1, picture.width),
        min(math.ceil(bottom * scale) + 1, picture.height),
    )
