"""Whether coloured fields that touch can be told apart where there is no colour."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import repeat

import pypdfium2 as pdfium  # type: ignore[import-untyped]  # the wheel has no types
from PIL import Image

from charter.findings import Finding
from checks._ink import Colour
from checks._pdf_colour import grey, ratio
from checks._pdf_paper import Paper

_SCALE = 0.5  # dots a point
_OVER = 2  # dots from one side of an edge to the other: between them it is soft
_FIELD = 0.02  # of the page: less of one colour is an edge, or part of a picture
_LONG = 30  # dots along which two fields touch: 21 mm
_APART = 1.1  # the contrast at which fields side by side are still seen as two


def check(paper: Paper) -> Iterator[Finding]:
    """Two large fields of different colours that touch and, in grey, look like one."""
    with pdfium.PdfDocument(paper.data) as opened:
        for number, page in enumerate(opened, 1):
            picture = page.render(scale=_SCALE).to_pil().convert("RGBA")
            for one, other in _touching(picture):
                if ratio(grey(one), grey(other)) < _APART:
                    names = {"one": _hex(one), "other": _hex(other)}
                    yield paper.breaks("PDF-031", page=number, **names)


def _touching(picture: Image.Image) -> Iterator[tuple[Colour, Colour]]:
    """The pairs of fields that touch for long enough."""
    dots = memoryview(picture.tobytes()).cast("I")  # a number for each colour
    fields = sorted(dot for dot, many in Counter(dots).items() if many >= _FIELD * len(dots))
    numbers = {dot: number for number, dot in enumerate(fields, 1)}
    drawn = bytes(map(numbers.get, dots, repeat(0)))  # 0 is no field
    touch = Counter[tuple[int, int]]()
    for step in (_OVER, _OVER * picture.width):
        for (one, other), many in Counter(zip(drawn, drawn[step:], strict=False)).items():
            if 0 < one != other > 0:
                touch[min(one, other), max(one, other)] += many
    for (one, other), many in sorted(touch.items()):
        if many >= _LONG * _OVER:
            yield _colour(fields[one - 1]), _colour(fields[other - 1])


def _colour(dot: int) -> Colour:
    red, green, blue, _ = dot.to_bytes(4, "little")
    return red, green, blue


def _hex(colour: Colour) -> str:
    return "#" + bytes(colour).hex()
