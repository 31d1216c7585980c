"""Pictures of every page of the PDFs, and of the pictures in the packs."""

from __future__ import annotations

import io
import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

import pypdfium2 as pdfium  # type: ignore[import-untyped]  # the wheel has no types
from PIL import Image

from charter.cache import key
from charter.contracts import Draft
from checks import _zips
from checks._looks.picture import kept
from checks._looks.taken import CACHE, Taken, before, tools
from checks._pdf_kinds import inside

_SCALE = 0.75  # dots a point
_LONG, _SMALLER = 12, 0.45  # documents of more pages than this have large letters
_LARGEST = 700  # dots along a side: a poster's letters are as large as its paper
_TIMES = 2  # a page is drawn so many times larger, then made small, so that its edges are soft
_PDF, _PNG, _ZIP = ".pdf", ".png", ".zip"


@dataclass(frozen=True, slots=True)
class Paper:
    """A PDF or picture that readers get: the start of its pictures' names, and what to call it.

    `file` is what to download: the zip, where it is in one.
    """

    stem: str
    title: str
    kind: str
    file: str
    data: bytes


def papers(draft: Draft) -> list[Paper]:
    """Every PDF and every picture of the draft, and those in its zips that are only there."""
    titles = {one.path: one.title for one in draft.artefacts}
    files = sorted(file for file in draft.root.rglob("*") if file.suffix in {_PDF, _PNG, _ZIP})
    found: list[Paper] = []
    for file in sorted(files, key=lambda file: file.suffix == _ZIP):
        place = file.relative_to(draft.root).as_posix()
        stem = _stem(place)
        title = titles.get(file, stem)
        if file.suffix != _ZIP:
            found.append(Paper(stem, title, file.suffix, place, file.read_bytes()))
            continue
        known = {paper.data for paper in found}
        for name, data in _inside(file).items():
            kind = PurePosixPath(name).suffix
            if kind in {_PDF, _PNG} and data not in known:
                found.append(Paper(f"{stem}/{_stem(name)}", title, kind, place, data))
    return found


def _stem(name: str) -> str:
    return PurePosixPath(name).with_suffix("").as_posix().removeprefix("downloads/")


def _inside(file: Path) -> Mapping[str, bytes]:
    """The files in a zip; none where it can't be opened, which another check says."""
    try:
        return _zips.opened(file)
    except (OSError, ValueError):
        return {}


def expected(draft: Draft) -> set[str]:
    """The names of the pages that the formats say they made."""
    pdfs = [one for one in draft.artefacts if one.path.suffix == _PDF]
    return {
        f"{_stem(inside(draft, one.path))}/{page}"
        for one in pdfs
        for page in range(1, one.pages + 1)
    }


def pictures(several: list[Paper]) -> list[Taken]:
    """A picture of each page and each picture; none of a file that can't be opened."""
    found: list[Taken] = []
    for paper in several:
        try:
            found += _pages(paper) if paper.kind == _PDF else [_picture(paper)]
        except (pdfium.PdfiumError, OSError):
            continue  # the check of PDFs or of packs says so; here its evidence is missing
    return found


def _pages(paper: Paper) -> Iterator[Taken]:
    first = key(tools(), paper.data)
    with pdfium.PdfDocument(paper.data) as opened:
        scale = _SCALE if len(opened) <= _LONG else _SMALLER
        for number in range(1, len(opened) + 1):
            place = key(first, str(number))
            data = before(place)
            if data is None:
                data = kept(_drawn(opened[number - 1], scale))
                CACHE.write(place, data)
            name = f"{paper.stem}/{number}"
            yield Taken(name, paper.title, f"page {number}", paper.file, data)


def _drawn(page: pdfium.PdfPage, scale: float) -> Image.Image:
    scale = min(scale, _LARGEST / max(page.get_size()))
    drawn = page.render(scale=scale * _TIMES).to_pil()
    assert isinstance(drawn, Image.Image)  # noqa: S101  says so to mypy: the wheel has no types
    return drawn.convert("RGB").reduce(_TIMES)


def _picture(paper: Paper) -> Taken:
    place = key(tools(), paper.data)
    data = before(place)
    if data is None:
        whole = Image.open(io.BytesIO(paper.data)).convert("RGB")
        data = kept(whole.reduce(math.ceil(max(whole.size) / _LARGEST)))
        CACHE.write(place, data)
    shows = PurePosixPath(paper.stem).name.replace("-", " ")
    folder = PurePosixPath(paper.stem).parent.name.replace("-", " ")
    return Taken(paper.stem, paper.title, f"{folder}, {shows}", paper.file, data)
