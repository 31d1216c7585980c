"""Ways to damage a good PDF, one fault at a time, for the tests of the checks that must see it."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import segno
from pikepdf import Array, Dictionary, Name, Object, Page, Pdf

from charter.contracts import Artefact, Draft
from checks._ink import Box

Damage = Callable[[Pdf], object]
"""Changes an open PDF in place."""


def damaged(draft: Draft, folder: Path, stem: str, damage: Damage) -> Draft:
    """A draft with a damaged copy of one of its PDFs, and with nothing else in it."""
    artefact = copied(draft, folder, stem)
    with Pdf.open(artefact.path, allow_overwriting_input=True) as pdf:
        damage(pdf)
        pdf.save(artefact.path)
    return replace(draft, root=folder, artefacts=(artefact,))


def copied(draft: Draft, folder: Path, stem: str) -> Artefact:
    """One PDF of a draft, copied to the place below `folder` where it would be published."""
    artefact = next(a for a in draft.artefacts if a.path.stem == stem)
    target = folder / artefact.path.relative_to(draft.root)
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(artefact.path, target)
    return replace(artefact, path=target)


def tags(pdf: Pdf, kind: str) -> list[Object]:
    """Every tag of this kind, in reading order."""
    return [tag for tag in _below(pdf.Root.StructTreeRoot) if tag.S == Name(f"/{kind}")]


def _below(node: Object) -> Iterator[Object]:
    kids = node.get("/K", Array())
    for kid in kids if isinstance(kids, Array) else [kids]:
        if isinstance(kid, Dictionary) and "/S" in kid:
            yield kid
            yield from _below(kid)


def drop(pdf: Pdf, tag: Object) -> None:
    """Take a tag out of the tree; what it held stays on the page."""
    tag.P.K = Array([kid for kid in tag.P.K if kid.objgen != tag.objgen])


def swap(one: Object, other: Object) -> None:
    """Let two tags that stand side by side change places."""
    order = {one.objgen: other, other.objgen: one}
    one.P.K = Array([order.get(kid.objgen, kid) for kid in one.P.K])


def before(page: Page, commands: str, after: str = "") -> None:
    """Put commands in front of all that a page draws, and others behind it."""
    page.contents_add(commands.encode(), prepend=True)
    page.contents_add(after.encode())


def paint(page: Page, commands: str) -> None:
    """Draw something more on a page, on top, as decoration. Lengths are in points."""
    page.contents_add(b"q", prepend=True)
    page.contents_add(f"Q /Artifact BMC q {commands} Q EMC".encode())


def box(shade: float, at: Box) -> str:
    """Commands that fill a rectangle with a shade of grey, 0 black to 1 white."""
    sides = f"{at.left} {at.bottom} {at.right - at.left} {at.top - at.bottom}"
    return f"{shade} g {sides} re f"


def square_code(address: str, at: Box, *, dark: float = 0, light: float = 1) -> str:
    """Commands that draw a square code for `address`, its quiet zone outside of `at`."""
    rows = list(segno.make(address, error="m", micro=False).matrix)
    module = (at.right - at.left) / len(rows)
    edge = 4 * module
    around = Box(at.left - edge, at.bottom - edge, at.right + edge, at.top + edge)
    drawn = [box(light, around)]
    for up, row in enumerate(reversed(rows)):
        for along, is_dark in enumerate(row):
            left, low = at.left + along * module, at.bottom + up * module
            drawn += [box(dark, Box(left, low, left + module, low + module))] if is_dark else []
    return " ".join(drawn)
