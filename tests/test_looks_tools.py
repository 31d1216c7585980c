"""The program that takes pictures is believed only where it proves that it took them."""

from __future__ import annotations

from pathlib import Path

import pytest

from charter.cache import Cache
from charter.contracts import Draft
from charter.programs import ProgramCrashed, ProgramFailed, ProgramHung, ProgramNonsense
from checks import looks
from checks._looks import papers, site

pytestmark = pytest.mark.slow
FAKE = Path(__file__).with_name("fake_shots.py")


def take(way: str, draft: Draft, tmp_path: Path, patch: pytest.MonkeyPatch) -> None:
    """Run the check with a program that fails in this way, and nothing remembered."""
    for module in (looks, papers, site):
        patch.setattr(module, "CACHE", Cache(tmp_path / "cache", 3_000))
    patch.setattr(site, "before", lambda _place: None)
    patch.setattr(site, "PROGRAM", (str(FAKE), way))
    looks.run(draft)


@pytest.mark.parametrize(
    ("way", "failure"),
    [
        ("crashed", ProgramCrashed),
        ("no browser", ProgramCrashed),
        ("never loaded", ProgramCrashed),
        ("silent", ProgramNonsense),
        ("nonsense", ProgramNonsense),
        ("a page left out", ProgramNonsense),
        ("no file", ProgramNonsense),
        ("not found", ProgramNonsense),
        ("another width", ProgramNonsense),
        ("empty", ProgramNonsense),
        ("colourless", ProgramNonsense),
        ("wordless", ProgramNonsense),
    ],
)
def test_a_program_that_proves_nothing_is_not_believed(
    way: str,
    failure: type[ProgramFailed],
    small_draft: Draft,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Each way to fail stops the build with a sentence."""
    with pytest.raises(failure) as raised:
        take(way, small_draft, tmp_path, monkeypatch)

    assert str(raised.value).endswith(".")


def test_a_sound_program_is_believed(
    small_draft: Draft, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The same program, where it does not fail."""
    take("well", small_draft, tmp_path, monkeypatch)


def test_a_program_that_hangs_is_ended(
    small_draft: Draft, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It has a time limit, which depends on how many pictures there are to take."""
    monkeypatch.setattr(site, "_START_SECONDS", 1)
    monkeypatch.setattr(site, "_PICTURE_SECONDS", 0)

    with pytest.raises(ProgramHung):
        take("hung", small_draft, tmp_path, monkeypatch)
