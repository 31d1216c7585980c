"""`check --watch`: the findings, drawn again whenever a file of the charter is saved."""

from __future__ import annotations

import queue
from collections.abc import Callable
from pathlib import Path

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer

_SETTLED = 0.05  # seconds: editors save in several steps
_READ_ONLY = {"opened", "closed_no_write"}


class _Saved(FileSystemEventHandler):
    """Puts a note in the queue for each change."""

    def __init__(self, notes: queue.SimpleQueue[str]) -> None:
        super().__init__()
        self.notes = notes

    def on_any_event(self, event: FileSystemEvent) -> None:
        """Reading a file is no change."""
        if event.event_type not in _READ_ONLY:
            self.notes.put(str(event.src_path))


def watch(folders: list[Path], draw: Callable[[], None]) -> None:
    """Call `draw` now, and after each change below `folders`, until Ctrl-C."""
    notes: queue.SimpleQueue[str] = queue.SimpleQueue()
    observer = Observer()
    for folder in folders:
        observer.schedule(_Saved(notes), str(folder), recursive=True)
    observer.start()
    try:
        while True:
            draw()
            notes.get()
            _wait_until_quiet(notes)
    finally:
        observer.stop()
        observer.join()


def _wait_until_quiet(notes: queue.SimpleQueue[str]) -> None:
    while True:
        try:
            notes.get(timeout=_SETTLED)
        except queue.Empty:
            return
