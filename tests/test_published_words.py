"""The ratchet: a published text may not become harder by more than chance, and the report shows it."""

from __future__ import annotations

import csv
import json
from datetime import date
from pathlib import Path

import pytest
from harness import POLICY, SMALL, TODAY, Project

from charter import record
from charter.contracts import Draft
from charter.findings import Outcome
from charter.load import load
from charter.policy import load_policy
from charter.reading import Reading
from checks import readability

EASY = "We will ask you. You can tell us what you think. We will write it down. Then we do it.\n"
HARDER = (
    "We will ask you about every organisation and its administration. "
    "You can communicate your considerable difficulties to the committee.\n"
)
PAGE = "pages/9-more.md"


def page(words: str, times: int = 8) -> str:
    """A page of `words`, often enough to be judged by a formula."""
    return "---\nid: more\n---\n# What we do next\n\n" + "\n".join([words] * times)


def outcome(folder: Path, published: record.Published | None) -> Outcome:
    """What the check says of the charter in `folder`, where `published` was published last."""
    charter = load(folder).charter
    assert charter
    return readability.run(Draft(charter, load_policy(POLICY), TODAY, published=published))


def reading(found: Outcome, chapter: str = "more", version: str = "full text") -> Reading:
    """One text of an outcome."""
    (only,) = [r for r in found.readings if (r.chapter, r.version) == (chapter, version)]
    return only


def kept(found: Outcome, folder: Path) -> record.Published:
    """The words of an outcome, through the file that keeps them."""
    folder.mkdir(exist_ok=True)
    record.write(found.readings, folder)
    published = record.read(folder)
    assert published is not None
    return published


def codes(found: Outcome) -> set[str]:
    """The codes of what is found on the added page."""
    return {f.rule.code for f in found.findings if f.text.startswith("more,")}


def test_harder_than_published_must_be_fixed(small: Path, tmp_path: Path) -> None:
    """A page that was easy and is now hard fails, and says by how much and what chance explains."""
    (small / PAGE).write_text(page(EASY), encoding="utf-8")
    published = kept(outcome(small, None), tmp_path / "dist")
    (small / PAGE).write_text(page(HARDER, 12), encoding="utf-8")
    now = outcome(small, published)
    change = reading(now).change

    assert "READ-027" in codes(now)
    assert change and change.harder and change.noise is not None
    assert change.harder > change.noise
    assert not change.within_noise


def test_easier_than_published_is_fine(small: Path, tmp_path: Path) -> None:
    """The other way round there is nothing to fix, and the change is told all the same."""
    (small / PAGE).write_text(page(HARDER, 12), encoding="utf-8")
    published = kept(outcome(small, None), tmp_path / "dist")
    (small / PAGE).write_text(page(EASY), encoding="utf-8")
    now = outcome(small, published)
    change = reading(now).change

    assert "READ-027" not in codes(now)
    assert change and change.harder and change.harder < 0


def test_a_small_change_is_within_noise(small: Path, tmp_path: Path) -> None:
    """One longer word in a page is less than chance explains: said so, and never a failure."""
    mixed = EASY + "Sometimes it takes a long time, because the law says how we must do it.\n"
    (small / PAGE).write_text(page(mixed), encoding="utf-8")
    published = kept(outcome(small, None), tmp_path / "dist")
    words = page(mixed).replace("ask you", "consult you", 1)
    (small / PAGE).write_text(words, encoding="utf-8")
    now = outcome(small, published)
    change = reading(now).change

    assert "READ-027" not in codes(now)
    assert change and change.within_noise


def test_no_change_is_no_change(small: Path, tmp_path: Path) -> None:
    """Where every sentence is as it was published, nothing is compared; a new page has no past."""
    before = outcome(small, None)
    (small / PAGE).write_text(page(EASY), encoding="utf-8")
    now = outcome(small, kept(before, tmp_path / "dist"))

    changes = [r.change for r in now.readings if r.chapter not in ("whole charter", "more")]

    assert None is reading(now).change, "it was never published"
    assert {0} == {change.harder for change in changes if change}
    assert all(changes)


def test_short_texts_are_never_held_to_a_formula(small: Path, tmp_path: Path) -> None:
    """A pledge of a few words may change as it likes: rules judge it, not the noise of a score."""
    (small / PAGE).write_text(page(EASY, 1), encoding="utf-8")
    published = kept(outcome(small, None), tmp_path / "dist")
    (small / PAGE).write_text(page(HARDER, 1), encoding="utf-8")
    now = outcome(small, published)

    assert reading(now).change
    assert "READ-027" not in codes(now)


@pytest.mark.parametrize(
    "raw", [b"", b"{", b"[]", b'{"schema": 1}', b'{"schema": 9, "texts": {}}', b"\xff\xfe", b"3"]
)
def test_a_damaged_record_is_no_record(tmp_path: Path, raw: bytes) -> None:
    """What can't be read is not compared with; nothing crashes."""
    (tmp_path / record.FILE).write_bytes(raw)

    assert None is record.read(tmp_path)
    assert None is record.read(tmp_path / "not-there")


@pytest.mark.slow
def test_the_real_command_keeps_the_words_and_holds_to_them(project: Project) -> None:
    """Publishing keeps the words; a harder text then stops, and the report shows both."""
    project.write(PAGE, page(EASY))
    assert 0 == project.run("build").status
    published = project.published()
    assert "full text" in published[record.FILE].decode()
    project.write(PAGE, page(HARDER, 12))
    harder = project.run("build")

    assert 1 == harder.status
    assert "(READ-027)" in harder.output
    assert published == project.published(), "what was published is as it was"
    report = (project.reports / "texts" / "more.html").read_text(encoding="utf-8")
    assert "<del>We will ask you.</del>" in report
    assert ": harder" in report
    rows = list(csv.DictReader((project.reports / "scores.csv").open(encoding="utf-8-sig")))
    (row,) = [r for r in rows if (r["chapter"], r["version"]) == ("more", "full text")]
    assert "no" == row["change_is_noise"]
    assert float(row["change_in_age"]) > 1
    told = json.loads((project.reports / "findings.json").read_text(encoding="utf-8"))
    assert [] != [f for f in told["findings"] if f["code"] == "READ-027"]


def test_a_waiver_is_the_only_way_past_the_ratchet(small: Path, tmp_path: Path) -> None:
    """With a reason, a role and an end date the harder text may go; the day after, it may not."""
    from charter.policy import apply_waivers  # noqa: PLC0415  only here

    (small / PAGE).write_text(page(EASY), encoding="utf-8")
    published = kept(outcome(small, None), tmp_path / "dist")
    (small / PAGE).write_text(page(HARDER, 12), encoding="utf-8")
    found = [f for f in outcome(small, published).findings if f.rule.code == "READ-027"]
    where = next(f.place.file for f in found if f.text == "more, full text")
    policy = tmp_path / "policy.toml"
    policy.write_text(
        POLICY.read_text(encoding="utf-8")
        + f'[[waiver]]\ncode = "READ-027"\nwhere = "{where.as_posix()}"\n'
        'reason = "The law changed."\napproved_by = "Head of Law"\nuntil = 2026-02-01\n',
        encoding="utf-8",
    )
    limits = load_policy(policy)
    mine = [f for f in found if f.text == "more, full text"]

    assert [] == apply_waivers(mine, limits, TODAY, None)[0]
    assert ["READ-027", "POLICY-002"] == [
        f.rule.code for f in apply_waivers(mine, limits, date(2026, 2, 2), None)[0]
    ]


def test_the_small_charter_is_its_own_past(small_draft: Draft) -> None:
    """The words that a build keeps are those of every version of every chapter, each once."""
    found = readability.run(small_draft)
    single = {r.label for r in found.readings if r.chapter != "whole charter"}

    assert single == set(kept(found, small_draft.root.parent / "kept"))
    assert load(SMALL).charter == small_draft.charter


def test_a_new_page_is_no_change_of_the_whole(small: Path, tmp_path: Path) -> None:
    """A page that is harder than the rest, but within the limits, may be added to a charter."""
    published = kept(outcome(small, None), tmp_path / "dist")
    (small / PAGE).write_text(page(HARDER, 12), encoding="utf-8")
    now = outcome(small, published)

    assert [] == [f for f in now.findings if f.rule.code == "READ-027"]


def test_many_small_changes_are_seen_together(small: Path, tmp_path: Path) -> None:
    """Pages that are each too short to be judged are held to their past all together."""
    for number in range(12):
        (small / f"pages/9-{number}.md").write_text(
            page(EASY, 1).replace("id: more", f"id: more-{number}"), encoding="utf-8"
        )
    published = kept(outcome(small, None), tmp_path / "dist")
    for number in range(12):
        (small / f"pages/9-{number}.md").write_text(
            page(HARDER, 1).replace("id: more", f"id: more-{number}"), encoding="utf-8"
        )
    now = outcome(small, published)

    assert ["whole charter, full text"] == [
        f.text for f in now.findings if f.rule.code == "READ-027"
    ]
