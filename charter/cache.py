"""What was made or found before, by a name that holds all it depends on. A help: never needed.

An entry is one line of JSON (the digest of the rest, some facts), then the rest. One that is
damaged or cut short is as good as none.
"""

from __future__ import annotations

import contextlib
import json
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path


def key(*parts: str | bytes) -> str:
    """A short name for `parts`; another part, another name."""
    whole = sha256()
    for part in parts:
        data = part.encode() if isinstance(part, str) else part
        whole.update(sha256(data).digest())  # of equal lengths, so that no two lists look alike
    return whole.hexdigest()


@dataclass(frozen=True, slots=True)
class Cache:
    """A folder of entries. The `kept` that were used last stay."""

    folder: Path
    kept: int

    def read(self, name: str) -> tuple[bytes, Mapping[str, float]] | None:
        """The bytes and facts of an entry, if it is there and whole."""
        try:
            head, _, data = (self.folder / name).read_bytes().partition(b"\n")
            entry = json.loads(head)
            if entry["sha256"] == sha256(data).hexdigest():
                (self.folder / name).touch()  # the ones in use are kept the longest
                return data, entry["facts"]
        except (OSError, ValueError, KeyError, TypeError):
            pass
        return None

    def write(self, name: str, data: bytes, facts: Mapping[str, float] | None = None) -> None:
        """Keep an entry, whole or not at all. A full disk is no matter."""
        head = json.dumps({"sha256": sha256(data).hexdigest(), "facts": dict(facts or {})})
        with contextlib.suppress(OSError):
            self.folder.mkdir(parents=True, exist_ok=True)
            with tempfile.NamedTemporaryFile(dir=self.folder, prefix="new-", delete=False) as file:
                file.write(head.encode() + b"\n" + data)
            Path(file.name).replace(self.folder / name)

    def tidy(self) -> None:
        """Let the oldest entries go."""
        with contextlib.suppress(OSError):
            by_age = sorted(self.folder.iterdir(), key=lambda entry: entry.stat().st_mtime)
            for old in by_age[: -self.kept]:
                old.unlink(missing_ok=True)
