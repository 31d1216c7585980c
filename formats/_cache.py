"""PDFs and the site's compiled templates that were made before."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from charter import cache
from charter.cache import Cache

FOLDER = Path(__file__).parent.parent / ".charter" / "cache" / "pdf"
KEPT = 300  # entries: a few states of two charters and the templates, about 30 MB

key = cache.key


def read(name: str) -> tuple[bytes, Mapping[str, float]] | None:
    """The file and its figures, if a whole entry is there."""
    return Cache(FOLDER, KEPT).read(name)


def write(name: str, data: bytes, facts: Mapping[str, float]) -> None:
    """Keep the file, whole or not at all, and let the oldest go."""
    Cache(FOLDER, KEPT).write(name, data, facts)
    Cache(FOLDER, KEPT).tidy()
