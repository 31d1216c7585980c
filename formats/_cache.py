"""PDFs made before, by a name that holds all that their bytes depend on. Only a help: never needed.

The site's compiled templates are kept here too.
An entry is one line of JSON (the digest of the rest, the figures), then the PDF. One that is
damaged or cut short is as good as none.
"""

from __future__ import annotations

import contextlib
import json
import tempfile
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path

FOLDER = Path(__file__).parent.parent / ".charter" / "cache" / "pdf"
KEPT = 80  # entries: a few states of two charters and the templates, about 10 MB


def key(*parts: str) -> str:
    """A short name for `parts`; another part, another name."""
    return sha256("\0".join(parts).encode()).hexdigest()


def read(name: str) -> tuple[bytes, Mapping[str, float]] | None:
    """The PDF and its figures, if a whole entry is there."""
    try:
        head, _, pdf = (FOLDER / name).read_bytes().partition(b"\n")
        entry = json.loads(head)
        if entry["sha256"] == sha256(pdf).hexdigest():
            (FOLDER / name).touch()  # the ones in use are kept the longest
            return pdf, entry["facts"]
    except (OSError, ValueError, KeyError, TypeError):
        pass
    return None


def write(name: str, pdf: bytes, facts: Mapping[str, float]) -> None:
    """Keep the PDF, whole or not at all, and let the oldest go. A full disk is no matter."""
    head = json.dumps({"sha256": sha256(pdf).hexdigest(), "facts": dict(facts)})
    with contextlib.suppress(OSError):
        FOLDER.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=FOLDER, prefix="new-", delete=False) as file:
            file.write(head.encode() + b"\n" + pdf)
        Path(file.name).replace(FOLDER / name)
        by_age = sorted(FOLDER.iterdir(), key=lambda entry: entry.stat().st_mtime)
        for old in by_age[:-KEPT]:
            old.unlink(missing_ok=True)
