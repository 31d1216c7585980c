"""A picture that was taken, and those that were taken before."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from charter.cache import Cache, key
from checks._web import kept
from checks._web.pa11y import ROOT

CACHE = Cache(ROOT / ".charter" / "cache" / "looks", 3_000)


@dataclass(frozen=True, slots=True)
class Taken:
    """One picture, what it is of (as in `charter.look.Look`), and the file that it shows."""

    name: str
    document: str
    shows: str
    file: str
    data: bytes


@cache
def tools() -> str:
    """The hash of all that takes pictures: the browser, the libraries, our own code."""
    return key(kept.tools(), *(f.read_bytes() for f in sorted(Path(__file__).parent.glob("*.py"))))


def before(place: str) -> bytes | None:
    """The picture that was kept under a key, if it is whole."""
    entry = CACHE.read(place)
    return entry[0] if entry else None
