"""Small faults in our own PDFs each shut the gate; without them it stays open."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from harness import TODAY

from charter.contracts import Draft, Edition
from charter.model import Place, Span, Table
from checks._proof.damage import damaged
from checks._proof.pdfs import DEFECTS, NOTHING, Proved, prove
from formats import easy_read, large_print, poster, print_pack

pytestmark = pytest.mark.slow
NAMES = [defect.name for defect in DEFECTS]


@pytest.fixture(scope="module")
def proved(small_draft: Draft, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Proved]:
    """Every defect, put into the small charter with a table and a link, by name."""
    root = tmp_path_factory.mktemp("proof")
    (root / "site" / "downloads").mkdir(parents=True)
    place = Place(Path("pledges/1-hear.md"), 9)
    cells = tuple(tuple((Span(f"{row}{column}"),) for column in "xyz") for row in "ABC")
    first, *others = small_draft.charter.pledges
    first = replace(first, full=(*first.full, Table(cells[0], cells[1:], place)))
    charter = replace(small_draft.charter, pledges=(first, *others))
    made = tuple(
        artefact
        for one in (poster, easy_read, large_print, print_pack)
        for artefact in one.render(charter, root / "site", Edition())
    )
    draft = Draft(charter, small_draft.policy, TODAY, root / "site", made)
    return {one.name: one for one in prove(draft, root / "damaged")}


def test_there_are_as_many_defects_as_promised() -> None:
    """At least 25, and no two of one name."""
    assert len(set(NAMES)) == len(NAMES) >= 25


def test_what_is_sound_passes(proved: dict[str, Proved]) -> None:
    """Nothing is wrong with any copy that has no defect, by any of the three."""
    assert ((), ()) == (proved[NOTHING].codes, proved[NOTHING].engines)
    assert proved[NOTHING].shut


@pytest.mark.parametrize("name", NAMES)
def test_each_defect_shuts_the_gate(name: str, proved: dict[str, Proved]) -> None:
    """The rule that is there for it finds it, and somebody is named who did."""
    one = proved[name]

    assert one.code in one.codes
    assert one.engines
    assert one.shut


@pytest.mark.parametrize("engine", ["our own", "page-validation", "veraPDF"])
def test_each_engine_is_worth_its_time(engine: str, proved: dict[str, Proved]) -> None:
    """None of the three is there for show: each sees several of the defects."""
    assert len([one for one in proved.values() if engine in one.engines]) > 5


def test_some_defects_only_we_see(proved: dict[str, Proved]) -> None:
    """Words in the wrong order, or in no tag, pass both outside checkers."""
    for name in ("two items of a list swapped", "a paragraph out of the tag tree", "no bookmarks"):
        assert ("our own",) == proved[name].engines


def test_a_rule_that_sees_nothing_is_noticed() -> None:
    """A defect that is not found, or a finding without a defect, does not count as proof."""
    assert not Proved("", "PDF-006", (), ("PDF-004",)).shut
    assert not Proved(NOTHING, "", ("our own",), ("PDF-004",)).shut


def test_the_same_damage_gives_the_same_bytes(small_draft: Draft, tmp_path: Path) -> None:
    """So that what the slow checker said of it can be kept."""
    defect = DEFECTS[0]
    copies = [
        damaged(small_draft, tmp_path / name, defect.document, defect.damage).artefacts[0]
        for name in "ab"
    ]

    assert copies[0].path.read_bytes() == copies[1].path.read_bytes()
