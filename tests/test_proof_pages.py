"""The web part of the gate tests itself: each fault that we put into a page of ours shuts it.

Each kind of engine sees a fault that no other kind sees, so none could be left out; the last
test holds that. The page that never comes to rest is tried apart, with the rules of the web check:
one engine can't be told how long to wait for it.
"""

from __future__ import annotations

from dataclasses import replace

import pytest
from seeded_web import found

from charter.contracts import Draft
from charter.findings import Severity
from checks._proof.page_defects import DEFECTS, Defect
from checks._proof.pages import ENGINES, NOTHING, Proved, prove
from checks._web.rules import RULES

pytestmark = pytest.mark.slow
_LEAST = 44
_ASKED = {"WEB-002", "WEB-027"}  # what only a person can tell


@pytest.fixture(scope="module")
def proved(small_draft: Draft, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Proved]:
    """What came of every defect of the small charter, by its name: looked at once."""
    folder = tmp_path_factory.mktemp("proof") / "site"
    return {one.name: one for one in prove(small_draft, folder)}


def test_there_are_many_faults_and_each_is_another() -> None:
    """No fault is counted twice, and there are more than were asked for."""
    assert len(DEFECTS) == len({defect.name for defect in DEFECTS})
    assert len(DEFECTS) >= _LEAST


def test_the_page_as_it_was_made_is_left_alone(proved: dict[str, Proved]) -> None:
    """No engine finds anything in the copy in which nothing was changed."""
    assert {kind: frozenset() for kind in ENGINES} == proved[NOTHING].by


def test_sound_pages_are_left_alone(small_draft: Draft) -> None:
    """Pages that only just keep to each rule bring out nothing, by that rule or any other."""
    assert () == found(small_draft, bad=False)


@pytest.mark.parametrize("defect", DEFECTS, ids=lambda defect: defect.name)
def test_each_fault_shuts_the_gate(defect: Defect, proved: dict[str, Proved]) -> None:
    """The fault brings out its own rule, which must be put right unless only a person can tell."""
    assert proved[defect.name].shut, proved[defect.name].by
    assert (Severity.ERROR is RULES[defect.code].severity) == (defect.code not in _ASKED)


@pytest.mark.parametrize("kind", ENGINES)
def test_no_engine_could_be_left_out(kind: str, proved: dict[str, Proved]) -> None:
    """Some fault that must be put right is seen by this kind of engine alone."""
    alone = [
        one.name
        for one in proved.values()
        if {kind}
        == {
            other
            for other, codes in one.by.items()
            if any(RULES[code].severity is Severity.ERROR for code in codes)
        }
    ]

    assert alone


def test_a_fault_with_nothing_to_change_is_no_proof(
    small_draft: Draft, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Where a page lacks what a fault is to be put into, this is said, and nothing is proved."""
    hear = replace(small_draft, root=tmp_path_factory.mktemp("bare"))
    for pledge in small_draft.charter.pledges:
        page = hear.root / "pledges" / pledge.id / "index.html"
        page.parent.mkdir(parents=True)
        page.write_text("<title>Bare</title><p>Words</p>", encoding="utf-8")

    with pytest.raises(LookupError, match="a paragraph in pale grey: The page has nothing like"):
        next(prove(hear, tmp_path_factory.mktemp("out") / "site"))
