"""Every rule is shown to find a fault, to leave a sound text alone, and to say what to do."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterable
from pathlib import Path

import pytest
from harness import HOUSE, POLICY, ROOT, Seed, judged, lay_over, seeds, small_copy

from charter.commands import all_rules
from charter.contracts import Draft
from charter.findings import Finding

FOLDER = ROOT / "tests" / "rules"
SEEDS: dict[str, tuple[Seed, Seed]] = seeds()
CODES = sorted(all_rules(HOUSE))
AUTHORS = [code for code in CODES if code not in SEEDS]
BAD, GOOD = 0, 1


def shown(code: str, findings: Iterable[Finding], *folders: Path) -> str:
    """What a person sees of one rule, with the folders of this test cut off every path."""
    texts = [str(finding) for finding in findings if finding.rule.code == code]
    words = "\n\n".join(texts)
    for folder in folders:
        words = words.replace(f"{folder.as_posix()}/", "")
    # Indented empty lines come from empty facts; editors would strip them from expected.txt.
    return re.sub(r"[ \t]+$", "", words, flags=re.MULTILINE) + "\n" if texts else ""


def authored(case: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[Finding, ...]:
    """The findings of the small charter with the files of `case` laid over it."""
    content = small_copy(tmp_path / "content")
    lay_over(content, case)
    own = content / "policy.toml"
    policy = tmp_path / "checks" / "policy.toml"
    policy.parent.mkdir()
    shutil.copyfile(own if own.exists() else POLICY, policy)
    monkeypatch.chdir(tmp_path)  # so that places read as they do for authors
    return judged(Path("content"), Path("checks/policy.toml"))


def compare(code: str, said: str, config: pytest.Config) -> None:
    """Fail unless `said` is what expected.txt holds; with --save-expected, write it there."""
    file = FOLDER / code / "expected.txt"
    assert said, f"the bad text of {code} brings out nothing"
    if config.getoption("--save-expected"):
        file.parent.mkdir(exist_ok=True)
        file.write_text(said, encoding="utf-8", newline="\n")
    assert file.read_text(encoding="utf-8") == said


@pytest.mark.parametrize("code", AUTHORS)
def test_a_fault_in_the_words_is_found(
    code: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, pytestconfig: pytest.Config
) -> None:
    """The bad charter brings out this rule, in exactly the words that we have read."""
    case = FOLDER / code / "bad"
    assert case.is_dir(), f"{code} needs tests/rules/{code}/bad, or a line in a seeded_NAME.py"

    compare(code, shown(code, authored(case, tmp_path, monkeypatch)), pytestconfig)


@pytest.mark.parametrize("code", AUTHORS)
def test_sound_words_are_left_alone(
    code: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The good charter, the nearest to the bad one, does not bring out this rule."""
    case = FOLDER / code / "good"
    assert case.is_dir(), f"{code} needs tests/rules/{code}/good"

    assert "" == shown(code, authored(case, tmp_path, monkeypatch))


@pytest.mark.slow
@pytest.mark.parametrize("code", sorted(SEEDS))
def test_a_fault_in_a_file_we_made_is_found(
    code: str, small_draft: Draft, tmp_path: Path, pytestconfig: pytest.Config
) -> None:
    """A damaged copy brings out this rule, in exactly the words that we have read."""
    findings = tuple(SEEDS[code][BAD](small_draft, tmp_path))

    compare(code, shown(code, findings, tmp_path, small_draft.root, ROOT), pytestconfig)


@pytest.mark.slow
@pytest.mark.parametrize("code", sorted(SEEDS))
def test_a_sound_file_is_left_alone(code: str, small_draft: Draft, tmp_path: Path) -> None:
    """The copy that is not damaged does not bring out this rule."""
    assert "" == shown(code, SEEDS[code][GOOD](small_draft, tmp_path))


def test_no_case_is_left_behind() -> None:
    """Every folder and every seed belongs to a rule that is still there."""
    folders = {folder.name for folder in FOLDER.iterdir() if folder.is_dir()}

    assert set() == folders - set(CODES)
    assert set() == SEEDS.keys() - set(CODES)
