"""The contract that every format keeps. A new line in FORMATS is tested here with no new test."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from harness import HOUSE, POLICY, SMALL, TODAY, contents

from charter.contracts import Artefact, Edition
from charter.load import load
from charter.model import Charter
from charter.pipeline import Setting, render
from charter.policy import load_policy
from formats import FORMATS, _cache


@pytest.fixture(scope="module")
def charter() -> Charter:
    """The very small charter."""
    loaded = load(SMALL)
    assert loaded.charter
    return loaded.charter


def setting(*names: str) -> Setting:
    """Only these formats."""
    formats = {name: FORMATS[name] for name in names}
    return Setting(formats, HOUSE.checks, load_policy(POLICY), TODAY, lambda _step, _ended: None)


def made(charter: Charter, out: Path, *names: str) -> tuple[Artefact, ...]:
    """Render some formats into `out`."""
    return render(charter, out, Edition(), setting(*names))


@pytest.mark.parametrize("name", FORMATS)
def test_a_format_says_what_it_made_and_makes_the_same_bytes_twice(
    name: str, charter: Charter, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each artefact is a file below `out` with a title, and a second run differs in no byte."""
    first, second = tmp_path / "first", tmp_path / "second"
    monkeypatch.setattr(_cache, "FOLDER", tmp_path / "no cache")
    artefacts = made(charter, first, name)
    monkeypatch.setattr(_cache, "FOLDER", tmp_path / "another, empty")
    made(charter, second, name)

    assert artefacts
    for artefact in artefacts:
        assert artefact.path.is_relative_to(first)
        assert artefact.path.stat().st_size > 0
        assert artefact.title
        assert name == artefact.format
    assert contents(first) == contents(second)


@pytest.mark.parametrize("name", FORMATS)
def test_a_format_touches_nothing_but_its_own_files(
    name: str, charter: Charter, tmp_path: Path
) -> None:
    """The content, and what other formats made, are as they were."""
    before = contents(SMALL)
    (tmp_path / "downloads").mkdir()
    other = tmp_path / "downloads" / "other.pdf"
    other.write_bytes(b"%PDF-1.7 made by another format")
    made(charter, tmp_path, name)

    assert b"%PDF-1.7 made by another format" == other.read_bytes()
    assert before == contents(SMALL)


@pytest.mark.parametrize("name", FORMATS)
def test_nothing_is_tied_to_one_place(name: str, charter: Charter, tmp_path: Path) -> None:
    """A charter of another place holds no word of Sandwell, in any format's text."""
    made(charter, tmp_path, name)
    texts = [
        file.read_text(encoding="utf-8")
        for file in tmp_path.rglob("*")
        if file.suffix in {".html", ".txt", ".json", ".css", ".js", ".xml"}
    ]

    assert [] == [text for text in texts if "sandwell" in text.lower()]


def test_the_site_lists_every_document(charter: Charter, tmp_path: Path) -> None:
    """“Other formats” links to each download, with its kind, its size and its pages."""
    artefacts = made(charter, tmp_path, *FORMATS)
    page = (tmp_path / "other-formats" / "index.html").read_text(encoding="utf-8")
    documents = [a for a in artefacts if a.path.parent.name == "downloads"]

    assert len(documents) >= 6
    for document in documents:
        assert f"downloads/{document.path.name}" in page
        assert document.title in page
    assert "1 page" in page
    assert " kB" in page


def test_a_later_version_is_shown_everywhere(charter: Charter, tmp_path: Path) -> None:
    """The version in charter.md reaches the plain text, so a copy can be told from an old one."""
    newer = replace(charter, facts=replace(charter.facts, version="7.3"))
    made(newer, tmp_path, "plain-text")

    assert "Version 7.3" in (tmp_path / "downloads" / "charter.txt").read_text(encoding="utf-8")
