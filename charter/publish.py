"""Replace a published folder all at once, or not at all."""

from __future__ import annotations

import ctypes
import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from charter import locks
from charter.terminal import short, waiting

_RENAME_EXCHANGE = 2  # linux/fs.h
_AT_FDCWD = -100  # linux/fcntl.h
MARK = ".made-by-charter"  # in each folder that we may replace, so that we replace no other
SITE, REPORTS, DRAFTS = "site", "reports", "drafts"


def ours(folder: Path, kind: str) -> bool:
    """Whether `folder` may be replaced: it isn't there, is empty, or we made it as this `kind`."""
    try:
        return (folder / MARK).read_text(encoding="utf-8") == kind
    except FileNotFoundError:
        return not folder.exists() or (folder.is_dir() and not any(folder.iterdir()))
    except OSError:  # a file, or a folder that can't be read
        return False


def taken(folder: Path, kind: str) -> str:
    """Why `folder` may not be replaced; "" where it may. Nobody's own files are ever deleted."""
    if ours(folder, kind):
        return ""
    return f"{short(folder)} has other files in it. Name a new or an empty folder instead."


@contextmanager
def alone(folder: Path) -> Iterator[None]:
    """Hold the lock of a published folder, and mend what a killed build left of it."""
    with locks.held(folder.parent / f".{folder.name}.lock", waiting):
        sweep(folder)
        recover(folder)
        yield


def publish(staged: Path, live: Path, kind: str) -> None:
    """Make `staged` the new `live`; both must be on one disk. `kind` is written into its mark.

    On Linux the two change places in one step, so there is no moment without a whole `live`.
    Elsewhere there is a moment between two renames; `recover` mends a crash in it.
    """
    (staged / MARK).write_text(kind, encoding="utf-8")
    recover(live)
    if live.is_dir() and not any(live.iterdir()):
        live.rmdir()
    if not live.exists():
        staged.rename(live)
        return
    if _exchange(staged, live):
        shutil.rmtree(staged, ignore_errors=True)
        return
    previous = _previous(live)
    live.rename(previous)
    try:
        staged.rename(live)
    except OSError:
        recover(live)
        raise
    shutil.rmtree(previous, ignore_errors=True)


def recover(live: Path) -> None:
    """Undo a swap that a crash cut in half. Only for the one who holds the lock on `live`."""
    previous = _previous(live)
    if previous.exists() and not live.exists():
        previous.rename(live)
    elif previous.exists():
        shutil.rmtree(previous, ignore_errors=True)


@contextmanager
def staging(live: Path) -> Iterator[Path]:
    """A folder beside `live`, so on the same disk, that is gone when the block ends."""
    live.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(
        dir=live.parent, prefix=_prefix(live), ignore_cleanup_errors=True
    ) as folder:
        yield Path(folder)


def sweep(live: Path) -> None:
    """Delete the staging folders of builds of `live` that were killed."""
    for folder in live.parent.glob(f"{_prefix(live)}*"):
        shutil.rmtree(folder, ignore_errors=True)


def _prefix(live: Path) -> str:
    return f".{live.name}.staging-"


def _previous(live: Path) -> Path:
    return live.with_name(live.name + ".previous")


def _exchange(one: Path, other: Path) -> bool:
    """Let two folders change places in one step. False where the system can't."""
    if sys.platform != "linux":
        return False
    try:
        renameat2 = ctypes.CDLL(None, use_errno=True).renameat2
    except (OSError, AttributeError):
        return False
    done = renameat2(_AT_FDCWD, os.fsencode(one), _AT_FDCWD, os.fsencode(other), _RENAME_EXCHANGE)
    return bool(done == 0)
