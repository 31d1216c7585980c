"""`build.py check --watch`: what is found is drawn again when a file is saved."""

from __future__ import annotations

import signal
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from harness import Project

WATCHING = "Watching. Save a file to check again"


@contextmanager
def watched(project: Project) -> Iterator[subprocess.Popen[str]]:
    """The real command, watching; ended whatever happens."""
    with project.start("check", "--watch", PYTHONUNBUFFERED="1") as process:
        try:
            yield process
        finally:
            process.kill()


def drawn(process: subprocess.Popen[str]) -> str:
    """The next drawing, up to the line that ends it."""
    assert process.stdout
    lines: list[str] = []
    for line in process.stdout:
        lines.append(line)
        if line.startswith(WATCHING):
            return "".join(lines)
    raise AssertionError("it ended: " + "".join(lines))


@pytest.mark.slow
def test_findings_are_drawn_again_when_a_file_is_saved(project: Project) -> None:
    """A fault appears after it is saved, with its file and line, and goes when it is mended."""
    with watched(project) as process:
        first = drawn(process)
        project.edit("pages/1-who-we-are.md", "# Who", "# Who utilises")
        second = drawn(process)
        while "utilises" not in second:  # an editor may save in steps
            second = drawn(process)
        project.edit("pages/1-who-we-are.md", "# Who utilises", "# Who")
        third = drawn(process)
        while "utilises" in third:
            third = drawn(process)

    assert "0 to fix" in first
    assert "1-who-we-are.md, line" in second
    assert "“utilises” is council-speak." in second
    assert "0 to fix" in third


@pytest.mark.slow
def test_broken_files_and_limits_do_not_end_it(project: Project) -> None:
    """A file that can't be read is shown as a finding; the next save is looked at all the same."""
    with watched(project) as process:
        drawn(process)
        facts = project.content / "charter.md"
        sound = facts.read_bytes()
        facts.write_bytes(b"\xff\xfe\x00broken")
        broken = drawn(process)
        facts.write_bytes(sound)
        mended = drawn(process)
        while "0 to fix" not in mended:
            mended = drawn(process)

    assert "Must fix" in broken
    assert "Traceback" not in broken


@pytest.mark.slow
def test_ctrl_c_ends_it_without_a_trace(project: Project) -> None:
    """Ctrl-C ends the watch with exit status 130, as everywhere."""
    with watched(project) as process:
        drawn(process)
        process.send_signal(signal.SIGINT)
        rest, _ = process.communicate(timeout=60)

    assert 130 == process.returncode
    assert "Traceback" not in rest
