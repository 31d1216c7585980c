"""The words as they were published last, kept beside the published site and swapped with it.

What is compared later is scored later, by the same program, so that a change in a score is a
change in the words.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from pathlib import Path

from charter.reading import WHOLE, Reading

FILE = "published-words.json"
SCHEMA = 1

Published = Mapping[str, tuple[tuple[str, ...], ...]]
"""The sentences of each block of each version of each chapter, by the label of its reading."""


def write(readings: Iterable[Reading], site: Path) -> None:
    """Keep the words of `readings` in the staged `site`, chapter by chapter."""
    texts = {
        reading.label: [block.sentences for block in reading.blocks]
        for reading in readings
        if reading.chapter != WHOLE
    }
    data = {"schema": SCHEMA, "texts": texts}
    words = json.dumps(data, ensure_ascii=False, indent=0, sort_keys=True) + "\n"
    (site / FILE).write_text(words, encoding="utf-8", newline="\n")


def read(site: Path) -> Published | None:
    """The words kept in the published `site`; None where none are, or where they can't be read."""
    try:
        data = json.loads((site / FILE).read_text(encoding="utf-8"))
        if data["schema"] != SCHEMA:
            return None
        return {
            str(label): tuple(tuple(map(str, block)) for block in blocks)
            for label, blocks in data["texts"].items()
        }
    except (OSError, ValueError, LookupError, TypeError, AttributeError):
        return None
