"""What only people can test: rows are matched forgivingly, and nothing unclear counts as a pass."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from harness import POLICY, SMALL, TODAY
from hypothesis import given
from hypothesis import strategies as st

from charter import model, peoples
from charter.contracts import Draft
from charter.documents import Document
from charter.load import load
from charter.model import Paragraph, Place, Span
from charter.peoples import Ending, Standing, Timing
from charter.policy import load_policy
from checks import any_text, peoples_checks

FILE = Path("content/tested.csv")


def row(when: str, result: str, kit: str = "a keyboard", what: str = "keyboard") -> model.Tested:
    """A row of tested.csv."""
    return model.Tested(what, kit, "the web team", date.fromisoformat(when), result, Place(FILE, 2))


def keyboard(*rows: model.Tested, day: date = TODAY) -> Standing:
    """Where the check with the keyboard stands."""
    return next(one for one in peoples.standings(rows, day) if one.check.id == "keyboard")


@given(st.sampled_from(peoples.known()), st.data())
def test_names_are_read_forgivingly(check: peoples.PeoplesCheck, data: st.DataObject) -> None:
    """Capitals, spaces, hyphens and stops don't matter, in the name or in the id."""
    written = data.draw(st.sampled_from([check.name, check.id]))
    shape = data.draw(st.sampled_from([str.upper, str.title, str.casefold]))
    space = data.draw(st.sampled_from([" ", "  ", "-", "_", " \u00a0"]))
    words = shape(written).replace("-", " ").replace(" ", space)

    assert check == peoples.find(f" {words}. ")


@given(st.text())
def test_any_words_have_a_nearest_check(words: str) -> None:
    """Whatever somebody wrote, one name is nearest, and only a name itself finds a check."""
    assert peoples.nearest(words) in peoples.known()
    assert peoples.find(words) in (None, peoples.nearest(words))


@pytest.mark.parametrize(
    ("result", "ended", "words"),
    [
        ("passed", Ending.PASSED, ""),
        (" PASS ", Ending.PASSED, ""),
        ("Passed. All found their way", Ending.PASSED, "All found their way"),
        ("problems: The menu is slow.", Ending.PROBLEMS, "The menu is slow"),
        ("Problem – the menu: it is slow", Ending.PROBLEMS, "the menu: it is slow"),
        ("Two problems: a, b", Ending.PROBLEMS, "a, b"),
        ("failed, it stays shut", Ending.FAILED, "it stays shut"),
        ("Failure", Ending.FAILED, ""),
        ("Passed, but the menu is slow", None, "Passed, but the menu is slow"),
        ("passed with problems", None, "passed with problems"),
        ("no problems", None, "no problems"),
        ("not passed", None, "not passed"),
        ("passable", None, "passable"),
        ("fine", None, "fine"),
        ("", None, ""),
    ],
)
def test_how_a_test_ended_is_its_first_word(result: str, ended: Ending | None, words: str) -> None:
    """Three endings are known; words that say neither or both are no ending at all."""
    assert ended == peoples.ending(result)
    assert words == peoples.details(result)


@given(st.text())
def test_no_words_are_too_odd_to_read(words: str) -> None:
    """Any result has an ending or none, and what it says is part of what was written."""
    peoples.ending(words)

    assert peoples.details(words) in " ".join(words.split())


def test_the_newest_test_counts() -> None:
    """What failed and passed later, with the same equipment, has passed."""
    old, new = row("2025-10-01", "failed: It is shut"), row("2025-11-01", "passed", "A keyboard 2")

    assert Ending.PASSED is keyboard(old, new).ending
    assert Ending.PASSED is keyboard(new, old).ending
    assert Ending.FAILED is keyboard(row("2025-12-01", "failed: Shut"), new).ending


def test_of_two_on_a_day_the_worse_counts() -> None:
    """Two people tested on one day: the one who could not use it is not outvoted."""
    good, bad = row("2025-11-01", "passed"), row("2025-11-01", "failed: It is shut")

    assert Ending.FAILED is keyboard(good, bad).ending
    assert Ending.FAILED is keyboard(bad, good).ending


def test_a_pass_with_other_equipment_hides_nothing() -> None:
    """What failed with a switch still fails after a keyboard passed, and both are shown."""
    found = keyboard(row("2025-10-01", "failed: Shut", "a switch"), row("2025-11-01", "passed"))

    assert Ending.FAILED is found.ending
    assert 2 == len(found.tests)
    assert date(2025, 11, 1) == (found.last or found.tests[0]).when


@pytest.mark.parametrize(
    ("day", "timing"),
    [
        (date(2025, 3, 10), Timing.DONE),
        (date(2026, 2, 6), Timing.DONE),
        (date(2026, 2, 7), Timing.DUE),
        (date(2026, 3, 10), Timing.DUE),
        (date(2026, 3, 11), Timing.OVERDUE),
    ],
)
def test_a_test_holds_for_so_many_months(day: date, timing: Timing) -> None:
    """A test with the keyboard holds for a year; in its last month it is due again."""
    found = keyboard(row("2025-03-10", "passed"), day=day)

    assert timing is found.timing
    assert (timing is not Timing.OVERDUE) == found.holds


@given(
    st.lists(
        st.builds(
            row,
            st.dates(date(2001, 1, 1), TODAY).map(date.isoformat),
            st.sampled_from(["passed", "problems: Slow", "failed: Shut", "hm"]),
            st.sampled_from(["NVDA", "JAWS"]),
            st.sampled_from(["keyboard", "magnifier", "nothing"]),
        ),
        max_size=6,
    )
)
def test_rows_in_any_order_say_the_same(rows: list[model.Tested]) -> None:
    """Where a check stands does not depend on the order of the rows, and never on unclear ones."""
    there = peoples.standings(rows, TODAY)
    back = peoples.standings(rows[::-1], TODAY)
    clear = [one for one in rows if one.result != "hm" and one.what != "nothing"]

    assert [(s.timing, s.ending, s.due) for s in there] == [
        (s.timing, s.ending, s.due) for s in back
    ]
    assert there == peoples.standings(clear, TODAY)


def test_a_test_on_the_last_day_of_time_still_counts() -> None:
    """A year typed with a digit too many does not stop the reading."""
    assert Timing.DONE is keyboard(row("9999-12-31", "passed")).timing


def test_each_check_can_be_told_apart_and_followed() -> None:
    """Names and ids are one each, and what to do passes our own rules for plain English."""
    checks, policy = peoples.known(), load_policy(POLICY)

    assert len(checks) == len({peoples.find(one.name) for one in checks})
    for one in checks:
        place = Place(Path("how.md"), 1)
        sentences = [one.how, one.why]
        blocks = tuple(Paragraph((Span(words),), place) for words in sentences)
        _, found = any_text.judge(Document(place.file, blocks, tuple(sentences)), "full", policy)
        assert [] == [str(f) for f in found if f.blocks], one.id


def test_all_passed_and_recent_is_quiet() -> None:
    """With every check passed in time there is nothing left to say."""
    charter = load(SMALL).charter
    assert charter
    rows = tuple(row("2025-12-01", "passed", what=one.name) for one in peoples.known())
    draft = Draft(replace(charter, tested=rows), load_policy(POLICY), TODAY)

    assert () == peoples_checks.run(draft).findings
