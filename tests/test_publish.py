"""Publishing swaps whole folders: at any moment there is one whole published charter."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from charter import publish
from charter.publish import DRAFTS, MARK, REPORTS, SITE, ours, recover, staging, sweep

ROOT = Path(__file__).parents[1]


def folder(path: Path, words: str) -> Path:
    """Make a folder with one page that holds `words`."""
    path.mkdir()
    (path / "index.html").write_text(words, encoding="utf-8")
    return path


def page(live: Path) -> str:
    """What a reader of `live` sees."""
    return (live / "index.html").read_text(encoding="utf-8")


def test_the_first_publication_needs_no_old_one(tmp_path: Path) -> None:
    """Where nothing was published yet, the staged folder becomes the live one."""
    publish.publish(folder(tmp_path / "new", "new"), tmp_path / "dist", SITE)

    assert "new" == page(tmp_path / "dist")
    assert ["dist"] == [p.name for p in tmp_path.iterdir()]


@pytest.mark.parametrize("at_once", [True, False])
def test_the_old_one_is_replaced_and_gone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, at_once: bool
) -> None:
    """Both ways to swap, in one step and in two, leave the new folder and nothing else."""
    if not at_once:
        monkeypatch.setattr(publish, "_exchange", lambda _one, _other: False)
    folder(tmp_path / "dist", "old")
    publish.publish(folder(tmp_path / "new", "new"), tmp_path / "dist", SITE)

    assert "new" == page(tmp_path / "dist")
    assert ["dist"] == [p.name for p in tmp_path.iterdir()]


def refuse_new(rename: Callable[[Path, Path], Path]) -> Callable[[Path, Path], Path]:
    """A disk on which the folder “new” can't be moved, as where a virus scanner holds it."""

    def renaming(one: Path, other: Path) -> Path:
        if one.name == "new":
            raise PermissionError
        return rename(one, other)

    return renaming


def test_a_failed_swap_puts_the_old_one_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where the staged folder can't be moved, readers still have the old one."""
    monkeypatch.setattr(publish, "_exchange", lambda _one, _other: False)
    folder(tmp_path / "dist", "old")
    never = folder(tmp_path / "new", "new")
    monkeypatch.setattr(Path, "rename", refuse_new(Path.rename))
    with pytest.raises(PermissionError):
        publish.publish(never, tmp_path / "dist", SITE)

    assert "old" == page(tmp_path / "dist")


def test_a_crash_between_two_renames_is_mended(tmp_path: Path) -> None:
    """After a power cut in the middle of a swap, the next run puts the old one back."""
    folder(tmp_path / "dist.previous", "old")
    recover(tmp_path / "dist")

    assert "old" == page(tmp_path / "dist")


def test_what_killed_builds_left_behind_is_cleared_away(tmp_path: Path) -> None:
    """What killed builds of this folder left is deleted; other builds and folders are not."""
    with staging(tmp_path / "dist") as killed, staging(tmp_path / "other") as at_work:
        pass
    killed.mkdir()
    at_work.mkdir()
    folder(tmp_path / "mine", "mine")
    sweep(tmp_path / "dist")

    assert sorted(["mine", at_work.name]) == sorted(p.name for p in tmp_path.iterdir())


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux swaps two folders in one step")
def test_readers_never_meet_a_missing_folder_however_often_it_is_killed(tmp_path: Path) -> None:
    """With kill -9 at any moment of endless publishing, the live page is always there and whole."""
    live = folder(tmp_path / "dist", "x" * 1000)
    program = (
        "import sys, pathlib; from charter.publish import publish\n"
        "base = pathlib.Path(sys.argv[1])\n"
        "for n in range(10**9):\n"
        "    new = base / f'new{n}'; new.mkdir(exist_ok=True)\n"
        "    (new / 'index.html').write_text('x' * 1000); publish(new, base / 'dist', 'site')\n"
    )
    for _ in range(5):
        process = subprocess.Popen([sys.executable, "-c", program, str(tmp_path)], cwd=ROOT)
        until = time.monotonic() + 0.3
        while time.monotonic() < until:
            assert "x" * 1000 == page(live)
        os.kill(process.pid, signal.SIGKILL)
        process.wait()

        assert "x" * 1000 == page(live)


def test_only_folders_that_we_made_are_replaced(tmp_path: Path) -> None:
    """A folder with somebody's own files, a file, or our folder of another kind is not ours."""
    mine = folder(tmp_path / "mine", "a letter")
    drafts = folder(tmp_path / "drafts", "a draft")
    (drafts / MARK).write_text(DRAFTS, encoding="utf-8")
    (tmp_path / "empty").mkdir()

    assert not ours(mine, SITE)
    assert not ours(mine / "index.html", SITE)
    assert not ours(drafts, SITE)
    assert not ours(drafts, REPORTS)
    assert ours(drafts, DRAFTS)
    assert ours(tmp_path / "empty", SITE)
    assert ours(tmp_path / "not there", SITE)
