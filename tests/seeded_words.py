"""Faults too large to keep as files, and those that a command is told: made here, then found."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from functools import partial
from pathlib import Path

from charter.agree import agree
from charter.contracts import Draft
from charter.files import read_table, read_text
from charter.findings import Finding, Outcome, Wrong
from charter.model import Drawing, Place
from charter.pipeline import unproven
from checks import pictures, structure

TREE = Drawing(
    id="tree",
    svg="<svg/>",
    shows="A tree with one leaf.",
    made_by="Ashby tenants",
    licence="CC BY 4.0",
    tested_with="Ashby group, May 2026",
    place=Place(Path("pictures/pictures.toml"), 1),
)
BUSH = replace(TREE, id="bush")


def pledges(count: int, draft: Draft, _folder: Path) -> Iterable[Finding]:
    """The same pledge `count` times."""
    many = replace(draft.charter, pledges=draft.charter.pledges[:1] * count)
    return structure.run(replace(draft, charter=many)).findings


def page_of(kilobytes: int, _draft: Draft, folder: Path) -> Iterable[Finding]:
    """A page of this size."""
    findings: list[Finding] = []
    (folder / "long.md").write_text("ten words." * 100 * kilobytes, encoding="utf-8")
    read_text(folder / "long.md", findings)
    return findings


def cell_of(letters: int, _draft: Draft, folder: Path) -> Iterable[Finding]:
    """A spreadsheet with this many letters in one cell."""
    findings: list[Finding] = []
    (folder / "people.csv").write_text("name\nAda\n" + "a" * letters, encoding="utf-8")
    read_table(folder / "people.csv", ("name",), findings)
    return findings


def agreed(name: str, draft: Draft, folder: Path) -> Iterable[Finding]:
    """`build.py agree NAME`, on a charter with a page “plain” that has its full text only."""
    first = draft.charter.introduction
    plain = replace(first, id="plain", poster=(), easy_read=replace(first.easy_read, rows=()))
    hear = replace(draft.charter.pledges[0], id="hear")
    charter = replace(draft.charter, folder=folder, pledges=(hear,), pages=(plain,))
    try:
        agree(charter, [name])
    except Wrong as wrong:
        return wrong.findings
    return ()


def drawn(draft: Draft, *drawings: Drawing) -> Iterable[Finding]:
    """A charter with these pictures only, which uses “tree” and “bush”."""
    one, other = draft.charter.pledges[:2]
    using = (replace(one, picture="tree"), replace(other, picture="bush"))
    charter = replace(draft.charter, drawings=drawings, pledges=using)
    return pictures.run(replace(draft, charter=charter)).findings


def with_tree(tree: Drawing, draft: Draft, _folder: Path) -> Iterable[Finding]:
    """A charter that uses two pictures, of which one is `tree`."""
    return drawn(draft, tree, BUSH)


def with_third(third: str, draft: Draft, _folder: Path) -> Iterable[Finding]:
    """A charter that uses two pictures and has another."""
    return drawn(draft, TREE, replace(BUSH, id=third))


def looked_at(seen: frozenset[str], _draft: Draft, _folder: Path) -> Iterable[Finding]:
    """A check that should look at two things and looks at `seen`."""
    return unproven("Links", Outcome((), frozenset({"honest.md", "contact.md"}), seen))


HEAVY = replace(TREE, svg="<svg>" + " " * 100_000 + "</svg>")
LIGHT = replace(TREE, svg="<svg>" + " " * 99_000 + "</svg>")
tree = partial(partial, with_tree)
sound = tree(TREE)

SEEDS = {
    "AGREE-004": (partial(agreed, "honset"), partial(agreed, "hear")),
    "AGREE-005": (partial(agreed, "plain"), partial(agreed, "hear")),
    "FILE-003": (partial(page_of, 201), partial(page_of, 200)),
    "FILE-008": (partial(cell_of, 131_073), partial(cell_of, 131_072)),
    "GATE-001": (
        partial(looked_at, frozenset({"honest.md"})),
        partial(looked_at, frozenset({"honest.md", "contact.md"})),
    ),
    "PICTURE-002": (tree(replace(TREE, shows="")), sound),
    "PICTURE-004": (tree(replace(TREE, made_by="", licence="")), sound),
    "PICTURE-005": (tree(replace(TREE, tested_with="")), sound),
    "PICTURE-006": (partial(with_third, "shrub"), partial(with_third, "bush")),
    "PICTURE-007": (tree(HEAVY), tree(LIGHT)),
    "STRUCT-005": (partial(pledges, 13), partial(pledges, 12)),
    "STRUCT-006": (partial(pledges, 11), partial(pledges, 10)),
}
