"""Agreeing: the record holds until either side changes in its words, and no longer."""

from __future__ import annotations

from pathlib import Path

import pytest
from harness import POLICY, TODAY

from charter.agree import agree, fingerprint, versions_of
from charter.contracts import Draft
from charter.findings import Wrong
from charter.load import load
from charter.model import Charter
from charter.policy import load_policy
from checks import agreed

HEAR = "pledges/1-hear.md"
ROW = "chapter,version,full text\n"


def read(small: Path) -> Charter:
    """The charter in `small`."""
    charter = load(small).charter
    assert charter
    return charter


def edit(small: Path, file: str, old: str, new: str) -> None:
    """Change words that are there."""
    words = (small / file).read_text(encoding="utf-8")
    assert old in words
    (small / file).write_text(words.replace(old, new), encoding="utf-8")


def found(small: Path) -> list[str]:
    """What the check says of `small`: codes and places."""
    outcome = agreed.run(Draft(read(small), load_policy(POLICY), TODAY))
    assert outcome.expected == outcome.examined
    return [f"{f.rule.code} {f.place.file.name}" for f in outcome.findings]


def hear(small: Path, version: str) -> str:
    """The fingerprint of one version of the pledge “hear”."""
    return fingerprint(next(p for p in read(small).pledges if p.id == "hear"), version)


def everything(small: Path) -> None:
    """Agree on every version in `small`."""
    charter = read(small)
    agree(charter, [c.id for c in charter.chapters if versions_of(c)])


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("We will ask every home", "We  will ask\nevery home"),
        ("something that we share", "something\nthat we  share"),
        ("We will ask you before", "We will ask you\nbefore"),
        ("![](listen)", "![](home)"),
        ("every home", "**every** home"),
        ("each home", "**each** home"),
    ],
)
def test_only_words_count(small: Path, old: str, new: str) -> None:
    """Line ends, bold type and pictures can change in each version without a fresh look."""
    everything(small)
    edit(small, HEAR, old, new)

    assert [] == found(small)


@pytest.mark.parametrize(
    ("old", "new"),
    [("We will ask every home", "We may ask every home"), ("# Hear every", "# Hear a")],
)
def test_each_word_of_the_full_text_counts(small: Path, old: str, new: str) -> None:
    """One other word, in the title too, asks for a fresh look at each version."""
    everything(small)
    edit(small, HEAR, old, new)

    assert ["AGREE-002 1-hear.md"] * 2 == found(small)


@pytest.mark.parametrize(
    ("old", "new", "version"),
    [
        ("something that we share.", "something that we own.", "poster text"),
        ("### We will hear you", "### We may hear you", "Easy Read"),
        ("We will ask each home.", "We will not ask each home.", "Easy Read"),
    ],
)
def test_each_word_of_a_version_counts(small: Path, old: str, new: str, version: str) -> None:
    """A version that was changed by itself asks for a fresh look, and only that version does."""
    everything(small)
    edit(small, HEAR, old, new)
    outcome = agreed.run(Draft(read(small), load_policy(POLICY), TODAY))

    expected = f"or its {version} has changed since the two were agreed."
    assert [expected] == [f.message[-len(expected) :] for f in outcome.findings]


def test_a_sentence_that_moves_to_the_poster_counts(small: Path) -> None:
    """The same words, cut at another place, are not what was agreed."""
    everything(small)
    last = "We will write down what people say, and put it on the board by the door.\n"
    edit(small, HEAR, f"{last}\n## Poster\n", f"\n## Poster\n{last}")

    assert ["AGREE-002 1-hear.md"] * 2 == found(small)


def test_a_list_kept_elsewhere_does_not_count(small: Path) -> None:
    """A new signatory or phone number does not make the Easy Read of its page stale."""
    everything(small)
    with (small / "signatories.csv").open("a", encoding="utf-8") as file:
        file.write("Somebody new,Tenants,Chair\n")
    edit(small, "charter.md", "01632 960123", "01632 960124")

    assert [] == found(small)


def test_agreeing_settles_it(small: Path) -> None:
    """After agreeing on everything nothing is left to say; twice changes nothing more."""
    (small / "agreed.csv").unlink()
    before = found(small)
    everything(small)
    once = (small / "agreed.csv").read_bytes()
    everything(small)

    assert {"AGREE-001"} == {line.split()[0] for line in before}
    assert [] == found(small)
    assert once == (small / "agreed.csv").read_bytes()


def test_agreeing_leaves_other_rows_alone(small: Path) -> None:
    """Only the named chapter's rows change; the rest are kept, in order, as plain UTF-8."""
    (small / "agreed.csv").write_text(f"\ufeff{ROW}zebra,poster,123\nhear,poster,old\n", "utf-8")
    agree(read(small), ["hear"])

    easy, poster = hear(small, "easy read"), hear(small, "poster")
    expected = f"{ROW}hear,easy read,{easy}\nhear,poster,{poster}\nzebra,poster,123\n"
    assert expected.encode() == (small / "agreed.csv").read_bytes()
    assert [] == list(small.glob(".agreed*"))


def test_a_mistyped_id_changes_nothing(small: Path) -> None:
    """Nothing is written, for the ids before it neither."""
    before = (small / "agreed.csv").read_bytes()
    edit(small, HEAR, "We will ask every home", "We may ask every home")
    with pytest.raises(Wrong, match="no pledge or page with the id “honset”"):
        agree(read(small), ["hear", "honset"])

    assert before == (small / "agreed.csv").read_bytes()


def test_two_rows_that_differ_agree_with_neither(small: Path) -> None:
    """Two people's work put together by hand or by git is no agreement."""
    everything(small)
    with (small / "agreed.csv").open("a", encoding="utf-8") as file:
        file.write("hear,poster,000000000000\n")

    assert ["AGREE-002 1-hear.md"] == found(small)
