"""Ctrl-C, kill -9, a full disk, two builds at once: the last good charter survives them all."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time

import pytest
from harness import Project

from charter.publish import MARK

OLD = {MARK: b"site", "index.html": b"the last good charter"}
pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(sys.platform == "win32", reason="signals work differently on Windows"),
]


@pytest.fixture
def published(project: Project) -> Project:
    """The very small charter, with something published before."""
    project.live.mkdir()
    for name, words in OLD.items():
        (project.live / name).write_bytes(words)
    return project


def wait_for(process: subprocess.Popen[str], step: str) -> None:
    """Read what a build says until it says `step`."""
    assert process.stdout
    for line in process.stdout:
        if line.startswith(step):
            return
    pytest.fail(f"the build ended without saying {step!r}")


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM])
def test_ctrl_c_ends_at_once_and_tidies_up(published: Project, how: signal.Signals) -> None:
    """Stopped in the middle of the web checks: status 130, no staging folder, no browser left."""
    with published.start("build") as process:
        wait_for(process, "Site")
        time.sleep(2)
        os.kill(process.pid, how)
        output, _ = process.communicate(timeout=30)

    assert 130 == process.returncode
    assert "Stopped. Nothing was published." in output
    assert published.published() == OLD
    assert [] == list(published.folder.glob(".dist.staging-*"))


@pytest.mark.parametrize("seconds", [0.3, 1.0, 2.0, 4.0])
def test_kill_9_at_any_moment_leaves_the_last_good_one(published: Project, seconds: float) -> None:
    """A build that is killed changes nothing for readers."""
    with published.start("build") as process:
        time.sleep(seconds)
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()

    assert published.published() == OLD


def test_the_next_build_clears_away_what_a_killed_one_left(published: Project) -> None:
    """Half-made folders don't pile up on the disk."""
    half = published.folder / ".dist.staging-killed"
    half.mkdir()
    published.write("pledges/10-reply.md", "")
    published.run("build")

    assert not half.exists()
    assert published.published() == OLD


def test_two_builds_at_once_take_turns(published: Project) -> None:
    """The second waits and says so; both end well, and one whole charter is published."""
    with published.start("build") as first:
        time.sleep(1.5)
        with published.start("build") as second:
            one, _ = first.communicate(timeout=600)
            two, _ = second.communicate(timeout=600)

    assert (0, 0) == (first.returncode, second.returncode), one + two
    assert "Another build is at work. Waiting for it to end." in two
    assert b"<main" in published.published()["index.html"]
    assert [] == list(published.folder.glob(".dist.staging-*"))


def small_disk() -> list[str]:
    """Words in front of a command that give it a disk of 500 kB in the folder ./small-disk."""
    script = 'mount -t tmpfs -o size=500k none small-disk && cp -r dist small-disk/ && exec "$@"'
    return ["unshare", "--map-root-user", "--mount", "sh", "-c", script, "sh"]


def can_make_a_small_disk() -> bool:
    """Whether this system lets us try a full disk without harming the real one."""
    if shutil.which("unshare") is None:
        return False
    words = ["unshare", "--map-root-user", "--mount", "true"]
    return subprocess.run(words, capture_output=True, check=False).returncode == 0


@pytest.mark.skipif(not can_make_a_small_disk(), reason="needs Linux and leave to make a tiny disk")
def test_a_full_disk_is_said_in_plain_words(published: Project) -> None:
    """Status 3, what to do, and the last good charter is there."""
    (published.folder / "small-disk").mkdir()
    build = published.command("build", "--out", "small-disk/dist")
    script = 'status=0; "$@" || status=$?; cat small-disk/dist/index.html; exit $status'
    words = [*small_disk(), "sh", "-c", script, "sh", *build]
    ran = subprocess.run(
        words, cwd=published.folder, capture_output=True, encoding="utf-8", check=False
    )

    assert 3 == ran.returncode, ran.stdout + ran.stderr
    assert "The disk is full. Nothing was published" in ran.stdout
    assert ran.stdout.endswith("the last good charter")
