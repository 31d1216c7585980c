"""Ways to damage a good PDF, one fault at a time, so that the checks can show that they see it."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import segno
from pikepdf import (
    Array,
    Dictionary,
    Name,
    Object,
    Page,
    Pdf,
    parse_content_stream,
    unparse_content_stream,
)

from charter.contracts import Artefact, Draft
from checks._ink import Box, Colour

Damage = Callable[[Pdf], object]
"""Changes an open PDF in place. Raises `LookupError` where it has nothing to damage."""

Place = tuple[float, float]
"""Where a line of words starts on its page, in points."""
Places = list[Place]

_FULL = 255


def damaged(draft: Draft, folder: Path, stem: str, damage: Damage) -> Draft:
    """A draft with a damaged copy of one of its PDFs, and with nothing else in it.

    The same damage gives the same bytes, so what was found out about them can be kept.
    """
    artefact = copied(draft, folder, stem)
    with Pdf.open(artefact.path, allow_overwriting_input=True) as pdf:
        damage(pdf)
        pdf.save(artefact.path, deterministic_id=True, fix_metadata_version=False)
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
    return [tag for tag in _below(pdf.Root.StructTreeRoot) if str(tag.S) == f"/{kind}"]


def _below(node: Object) -> Iterator[Object]:
    kids = node.get("/K", Array())
    for kid in kids if isinstance(kids, Array) else [kids]:
        if isinstance(kid, Dictionary) and "/S" in kid:
            yield kid
            yield from _below(kid)


def drop(tag: Object) -> None:
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


def recolour(pdf: Pdf, page: Page, colours: Mapping[Colour, Colour]) -> None:
    """Fill with other colours wherever the page says one of these."""
    steps = []
    for step in parse_content_stream(page):
        operands: list[Any] = list(step.operands)
        if str(step.operator) in {"sc", "scn", "rg"}:
            made = colours.get(_colour(operands))
            operands = operands if made is None else [round(part / _FULL, 4) for part in made]
        steps.append((operands, step.operator))
    page.Contents = pdf.make_stream(unparse_content_stream(steps))


def move_words(pdf: Pdf, page: Page, moves: Callable[[Places], Mapping[int, Place]]) -> None:
    """Draw some lines of words elsewhere: `moves` gives new places by the number of the line."""
    steps = list(parse_content_stream(page))
    names = [str(step.operator) for step in steps]
    lines = [
        max(at for at in range(start) if names[at] == "cm")
        for start, name in enumerate(names)
        if name == "BT"
    ]
    places = [(float(steps[at].operands[4]), float(steps[at].operands[5])) for at in lines]
    changed = {lines[number]: place for number, place in moves(places).items()}
    told: list[Any] = [
        (
            [*list(step.operands)[:4], *changed[at]] if at in changed else step.operands,
            step.operator,
        )
        for at, step in enumerate(steps)
    ]
    page.Contents = pdf.make_stream(unparse_content_stream(told))


def _colour(operands: list[Any]) -> Colour:
    """Three numbers from 0 to 1 as a colour; black where there are not three."""
    numbers = [float(one) for one in operands if not isinstance(one, Name)]
    red, green, blue = (round(n * _FULL) for n in numbers) if len(numbers) == 3 else (0, 0, 0)  # noqa: PLR2004  a colour
    return red, green, blue


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
