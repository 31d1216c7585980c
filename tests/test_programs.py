"""Outside programs: every way to fail is told apart, and nothing is left running."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from charter import programs

PYTHON = sys.executable
POSIX = pytest.mark.skipif(os.name == "nt", reason="uses POSIX signals")
# Starts a grandchild in a session of its own, as browsers do, and writes its number to a file.
FAMILY = """
import subprocess, sys, time
child = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)"],
                         start_new_session=True)
open(sys.argv[1], "w").write(str(child.pid))
time.sleep(60)
"""


def alive(pid: int) -> bool:
    """Whether a process runs; one that has ended but isn't collected yet counts as ended."""
    try:
        state = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()[0]
    except OSError:
        return False
    return state != "Z"


def gone(pid: int) -> bool:
    """Whether a process has ended, or ends soon."""
    for _ in range(200):
        if not alive(pid):
            return True
        time.sleep(0.02)
    return False


def wait_for(file: Path) -> int:
    """The process number that a program writes to `file`."""
    for _ in range(500):
        if file.exists() and file.read_text(encoding="utf-8"):
            return int(file.read_text(encoding="utf-8"))
        time.sleep(0.02)
    raise AssertionError(file)


def test_keeps_everything_that_a_program_prints() -> None:
    """Both streams come back as text, whatever bytes are in them."""
    code = (
        "import sys; sys.stdout.buffer.write('Ŵ'.encode() + b'\\xff'); print('e', file=sys.stderr)"
    )

    result = programs.run([PYTHON, "-c", code], timeout=30)

    assert ("Ŵ\ufffd", "e", 0) == (result.stdout, result.stderr.strip(), result.returncode)


def test_hands_over_input_folder_and_environment(tmp_path: Path) -> None:
    """The program gets the words, the folder and the names that it was given."""
    code = "import os, sys; print(sys.stdin.read(), os.environ['A'], os.environ.get('HOME'), os.getcwd())"

    result = programs.run(
        [PYTHON, "-c", code], timeout=30, cwd=tmp_path, env={"A": "b", "HOME": ""}, input="in"
    )

    assert f"in b None {tmp_path.resolve()}" == result.stdout.strip()


def test_names_a_missing_program() -> None:
    """A program that isn't there is told apart, by name."""
    with pytest.raises(programs.ProgramMissing, match="“no-such-program” can't be started"):
        programs.run(["no-such-program"], timeout=5)


def test_names_a_missing_folder(tmp_path: Path) -> None:
    """Where the folder to start in is missing, the program isn't blamed."""
    with pytest.raises(programs.ProgramMissing, match="nowhere"):
        programs.run([PYTHON, "-V"], timeout=5, cwd=tmp_path / "nowhere")


@POSIX
def test_a_program_that_may_not_be_run_is_missing(tmp_path: Path) -> None:
    """A file without leave to run it counts as missing, not as a crash of ours."""
    file = tmp_path / "tool"
    file.write_text("words", encoding="utf-8")

    with pytest.raises(programs.ProgramMissing):
        programs.run([file], timeout=5)


def test_a_crash_says_the_status_and_keeps_the_output() -> None:
    """A bad exit status is one sentence; what was printed goes to the log."""
    with pytest.raises(programs.ProgramCrashed, match="exit status 7") as caught:
        programs.run([PYTHON, "-c", "print('why'); raise SystemExit(7)"], timeout=30)

    assert "why" in caught.value.output


def test_an_accepted_status_is_no_crash() -> None:
    """The caller may say that another status is an answer, not a failure."""
    words = [PYTHON, "-c", "raise SystemExit(2)"]

    assert 2 == programs.run(words, timeout=30, accept=(0, 2)).returncode


@POSIX
def test_a_killed_program_is_a_crash() -> None:
    """A program that is killed from outside says so."""
    code = "import os; os.kill(os.getpid(), 9)"

    with pytest.raises(programs.ProgramCrashed, match="signal 9"):
        programs.run([PYTHON, "-c", code], timeout=30)


@pytest.mark.skipif(sys.platform != "linux", reason="looks into /proc")
def test_a_program_that_hangs_is_ended_with_its_family(tmp_path: Path) -> None:
    """After the time limit nothing that it started is left, not even in another session."""
    with pytest.raises(programs.ProgramHung, match="did not end within 2 seconds"):
        programs.run([PYTHON, "-c", FAMILY, tmp_path / "pid"], timeout=2)

    assert gone(wait_for(tmp_path / "pid"))


@pytest.mark.skipif(sys.platform != "linux", reason="looks into /proc")
def test_ctrl_c_ends_the_family(tmp_path: Path) -> None:
    """Ctrl-C ends us, the program, and what the program started."""
    code = (
        "import sys; from charter import programs\n"
        "programs.run([sys.executable, '-c', sys.argv[1], sys.argv[2]], timeout=60)"
    )
    us = subprocess.Popen([PYTHON, "-c", code, FAMILY, tmp_path / "pid"], stderr=subprocess.DEVNULL)
    grandchild = wait_for(tmp_path / "pid")

    us.send_signal(signal.SIGINT)
    us.wait(timeout=30)

    assert gone(grandchild)


@pytest.mark.parametrize(
    ("printed", "sentence"),
    [
        ("", "printed nothing"),
        (" \n", "printed nothing"),
        ('{"total": 2, "res', "can't be read"),
        ("<html>", "can't be read"),
    ],
)
def test_nothing_and_nonsense_are_not_data(printed: str, sentence: str) -> None:
    """Empty or half output raises; it never becomes an empty result."""
    with pytest.raises(programs.ProgramNonsense, match=sentence):
        programs.read_json(programs.Result(printed, "", 0, 0.1), "tool")


def test_reads_json() -> None:
    """Whole JSON comes back as data."""
    assert {"a": [1]} == programs.read_json(programs.Result('{"a": [1]}', "", 0, 0.1), "tool")


def test_only_this_module_starts_programs() -> None:
    """No other module of ours starts a program behind the back of the time limit.

    The one exception is `bootstrap.call`, for a program that talks to the person itself.
    """
    root = Path(__file__).parent.parent
    files = [f for room in ("charter", "checks", "formats") for f in (root / room).rglob("*.py")]

    assert ["bootstrap.py", "programs.py"] == sorted(
        f.name for f in files if "import subprocess" in f.read_text(encoding="utf-8")
    )
