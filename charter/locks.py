"""One at a time: a lock that a killed program can't leave behind. Standard library only."""

from __future__ import annotations

import errno
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

_TAKEN = {errno.EAGAIN, errno.EACCES, errno.EWOULDBLOCK, errno.EDEADLK}
_PAUSE = 0.2  # seconds between two tries


@contextmanager
def held(file: Path, waiting: Callable[[], None]) -> Iterator[int]:
    """Hold the lock `file` while the block runs; call `waiting` once if somebody else has it.

    The system itself lets go of the lock when its holder ends, however it ends. What comes back
    is the open file, for a program that is to hold the lock as well (see `programs.run`).
    """
    file.parent.mkdir(parents=True, exist_ok=True)
    with file.open("a+") as handle:
        if not _take(handle):
            waiting()
            while not _take(handle):
                time.sleep(_PAUSE)
        yield handle.fileno()


def _take(handle: IO[str]) -> bool:
    try:
        if sys.platform == "win32":
            handle.seek(0)
            msvcrt.locking(handle.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        if error.errno not in _TAKEN:  # such as a network drive that knows no locks
            raise
        return False
    return True
