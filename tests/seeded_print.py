"""Words and pictures that can't be printed, each of which making the PDFs must find."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from functools import partial
from pathlib import Path

from harness import Seed

from charter.contracts import Draft, Edition
from charter.findings import Finding, Wrong
from charter.model import Charter
from formats import poster


def printed(charter: Charter, folder: Path) -> Iterable[Finding]:
    """What making the poster of `charter` brings out."""
    (folder / "downloads").mkdir(exist_ok=True)
    try:
        list(poster.render(charter, folder, Edition()))
    except Wrong as wrong:
        return wrong.findings
    return ()


def name(called: str, draft: Draft, folder: Path) -> Iterable[Finding]:
    """The first of those who signed is called `called`."""
    first, *others = draft.charter.signatories
    return printed(
        replace(draft.charter, signatories=(replace(first, name=called), *others)), folder
    )


def picture(svg: str, draft: Draft, folder: Path) -> Iterable[Finding]:
    """The picture of the first pledge is `svg`."""
    wanted = draft.charter.pledges[0].picture
    drawings = tuple(
        replace(drawing, svg=svg) if drawing.id == wanted else drawing
        for drawing in draft.charter.drawings
    )
    return printed(replace(draft.charter, drawings=drawings), folder)


_SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="{0}" height="{0}"/>'

SEEDS: dict[str, tuple[Seed, Seed]] = {
    "PRINT-001": (partial(name, "Jo 🎉 Gill"), partial(name, "Żaneta Łącka, شبانہ احمد → Ŵyn")),
    "PRINT-002": (partial(picture, _SVG.format(0)), partial(picture, _SVG.format(200))),
}
