"""The line of a file on which a sentence stands, where the file can be read."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

from charter.model import Place

_LINK = re.compile(r"\]\([^)]*\)")
_NOT_WORDS = re.compile(r"[\W_]+")
_FAR = 60  # lines: a block is shorter, and a page without line ends must not be read for ever
_START = 5  # words that a line and its sentence must share


@dataclass(frozen=True, slots=True)
class Lines:
    """Finds lines; each file is read once."""

    read: dict[Path, list[str]] = field(default_factory=dict)

    def of(self, place: Place, sentence: str) -> Place:
        """The place of `sentence` in the block at `place`; `place` itself where it isn't found."""
        if place.line is None:
            return place
        if place.file not in self.read:
            self.read[place.file] = _lines(place.file)
        wanted = " ".join(_bare(sentence).split()[:_START])
        near = self.read[place.file][place.line - 1 : place.line - 1 + _FAR]
        for number, line in enumerate(near, place.line):
            if wanted and wanted in _bare(line):
                return Place(place.file, number)
        return place


def _lines(file: Path) -> list[str]:
    try:
        return file.read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return []


@lru_cache(maxsize=10_000)
def _bare(line: str) -> str:
    return _NOT_WORDS.sub(" ", _LINK.sub(" ", line)).lower().strip()
