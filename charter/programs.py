"""The one place from which outside programs are run, so that none can fail in silence.

Every tool that this charter uses was seen to end with "all is well" without having done
anything. So here each run has a time limit, all output is kept, whatever the program started
is ended with it, and every way to fail is an exception that says what happened in one sentence.

Only Python's own library is needed here: set-up uses it before anything is installed.
Tried on Linux only; the lines for Windows and macOS follow their manuals.
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import IO

_TAIL = 2_000  # characters of output that go with a failure: enough for one traceback


class ProgramFailed(Exception):  # noqa: N818  the sentence is what counts, not the name
    """An outside program did not do its work. `str()` is one plain sentence for people.

    `output` is the end of what the program printed, for the log.
    """

    def __init__(self, sentence: str, output: str = "") -> None:
        """Keep the sentence, and the output for whoever looks closer."""
        super().__init__(sentence)
        self.output = output[-_TAIL:]
        if self.output:
            self.add_note(self.output)  # so that it is part of any log of this failure


class ProgramMissing(ProgramFailed):
    """The program is not on this computer, or may not be run."""


class ProgramHung(ProgramFailed):
    """The program did not end in time, and was stopped."""


class ProgramCrashed(ProgramFailed):
    """The program ended with an exit status that means it failed."""


class ProgramNonsense(ProgramFailed):
    """The program ended well but printed nothing, or nothing that makes sense."""


@dataclass(frozen=True, slots=True)
class Result:
    """What a program printed, and how it ended."""

    stdout: str
    stderr: str
    returncode: int
    seconds: float


def run(  # noqa: PLR0913  the same choices as subprocess.run, by name
    argv: Sequence[str | Path],
    *,
    timeout: float,
    cwd: Path | None = None,
    env: Mapping[str, str] | None = None,
    input: str | None = None,  # noqa: A002  the same name as in subprocess.run
    accept: Iterable[int] = (0,),
    hold: Sequence[int] = (),
) -> Result:
    """Run a program to its end, and end everything that it started.

    `env` is added to this process's own environment; an empty value takes a name away.
    Raises `ProgramMissing`, `ProgramHung` after `timeout` seconds, or `ProgramCrashed` where the
    exit status is not in `accept`. Ctrl-C ends the program too. The open files `hold` (such as a
    lock) stay open until the program itself has ended, even where we are killed before it.
    """
    words = [str(word) for word in argv]
    name = Path(words[0]).name
    started = time.monotonic()
    # Files, not pipes: a program that ends at once after printing a lot loses none of it (as
    # Node would on Windows), and one that leaves a child behind can't keep us waiting for it.
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        process = _start(words, cwd, env, hold, (out, err))
        try:
            process.communicate(input.encode() if input is not None else b"", timeout=timeout)
        except subprocess.TimeoutExpired:
            _end(process)
            sentence = f"The program “{name}” did not end within {timeout:g} seconds"
            raise ProgramHung(f"{sentence} and was stopped.", _read(out) + _read(err)) from None
        finally:
            _end(process)
        seconds = time.monotonic() - started
        result = Result(_read(out), _read(err), process.returncode, seconds)
    if result.returncode not in frozenset(accept):
        raise ProgramCrashed(
            f"The program “{name}” failed ({_ending(result.returncode)}).",
            result.stdout + result.stderr,
        )
    return result


def read_json(result: Result, name: str) -> object:
    """What a program printed, as data. Raises `ProgramNonsense` where it isn't whole JSON."""
    if not result.stdout.strip():
        raise ProgramNonsense(f"The program “{name}” printed nothing.", result.stderr)
    try:
        return json.loads(result.stdout)
    except ValueError:
        sentence = f"What the program “{name}” printed can't be read."
        raise ProgramNonsense(sentence, result.stdout + result.stderr) from None


def _start(
    words: list[str],
    cwd: Path | None,
    env: Mapping[str, str] | None,
    hold: Sequence[int],
    output: tuple[IO[bytes], IO[bytes]],
) -> subprocess.Popen[bytes]:
    merged = {key: value for key, value in {**os.environ, **(env or {})}.items() if value}
    try:
        return subprocess.Popen(
            words,
            cwd=cwd,
            env=merged,
            stdin=subprocess.PIPE,
            stdout=output[0],
            stderr=output[1],
            pass_fds=hold if os.name != "nt" else (),
            # A group of its own: so that all of it can be ended, and Ctrl-C reaches only us.
            start_new_session=os.name != "nt",
            creationflags=getattr(subprocess, "CREATE_NEW_PROCESS_GROUP", 0),
        )
    except OSError as error:
        # The folder to start in may be what is missing; Python reports both the same way.
        what = cwd if cwd is not None and not cwd.is_dir() else words[0]
        sentence = f"The program “{what}” can't be started ({error.strerror})."
        raise ProgramMissing(sentence) from None


def _ending(status: int) -> str:
    if status < 0:
        return f"stopped by signal {-status}"
    return f"exit status {status}"


def _read(file: IO[bytes]) -> str:
    file.seek(0)
    return file.read().decode(errors="replace")


def _end(process: subprocess.Popen[bytes]) -> None:
    """End a program and whatever it started. Harmless where all of it has ended already."""
    if sys.platform == "win32":
        if process.poll() is None:
            words = ["taskkill", "/T", "/F", "/PID", str(process.pid)]
            subprocess.run(words, check=False, capture_output=True)
    else:
        # A browser puts itself into a group of its own, so the family tree is asked as well.
        family = _descendants(process.pid) if process.poll() is None else []
        # All of it may have ended already; macOS says "permission" of a group of the dead.
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGKILL)
        for member in family:
            with suppress(ProcessLookupError, PermissionError):
                os.kill(member, signal.SIGKILL)
    if process.poll() is None:
        process.kill()
    process.wait()


def _descendants(pid: int) -> list[int]:
    """Every process that `pid` started, or that those started."""
    parents = _parents()
    found = [pid]
    for known in found:
        found += [child for child, parent in parents.items() if parent == known]
    return found[1:]


def _parents() -> dict[int, int]:
    """Each process's parent: from /proc where there is one, else from `ps`."""
    if sys.platform == "linux":
        return dict(_linux_parents())
    words = ["ps", "-A", "-o", "pid=,ppid="]
    try:
        listing = subprocess.run(words, check=False, capture_output=True, text=True, timeout=10)
    except (OSError, subprocess.TimeoutExpired):
        return {}
    pairs = (line.split() for line in listing.stdout.splitlines())
    return {int(pair[0]): int(pair[1]) for pair in pairs}


def _linux_parents() -> Iterable[tuple[int, int]]:
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                stat = (entry / "stat").read_text(encoding="utf-8", errors="replace")
            except OSError:
                continue  # it ended while we looked
            # The program's name, in brackets, may hold spaces and brackets of its own.
            yield int(entry.name), int(stat.rpartition(")")[2].split()[1])
