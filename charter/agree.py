"""The record that a person read a chapter's versions side by side and found that they agree."""

from __future__ import annotations

import csv
import hashlib
import io
import os
import unicodedata
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from charter.findings import Rule, Severity, Wrong, rules
from charter.load import AGREED, AGREED_COLUMNS
from charter.model import Chapter, Charter, EasyRead, Place, easy_words_of, words_of

RULES = rules(
    Rule(
        "AGREE-004",
        Severity.ERROR,
        "There is no pledge or page with the id “{id}”.",
        "Write one of these ids: {known}.",
        "What you agree to is written down by the id of the pledge or page.",
    ),
    Rule(
        "AGREE-005",
        Severity.ERROR,
        "“{id}” has no poster words and no Easy Read, so there is nothing to agree.",
        "Write one of the two first, or leave this id out.",
        "Agreeing means that two versions were read side by side.",
    ),
)

POSTER, EASY_READ = "poster", "easy read"
_LENGTH = 12  # characters of the hash: enough to tell any two texts apart, short enough to compare


def fingerprint(chapter: Chapter, version: str) -> str:
    """A short hash of both sides that were read: title and full text, and `version`'s own words.

    It is the same however lines are broken. A list kept elsewhere and shown at the end (who
    signed, contact) does not count on either side: it is the same in both.
    """
    file = chapter.place.file
    own = (block for block in chapter.full if block.place.file == file)
    full = (chapter.title, *(words for words, place in words_of(own) if place.file == file))
    if version == POSTER:
        other = tuple(words for words, _ in words_of(chapter.poster))
    else:
        easy = _own_easy_read(chapter)
        other = (easy.title, *(words for words, _ in easy_words_of(easy)))
    # A line end between the two: words moved from one side to the other are a change.
    return hashlib.sha256(f"{_folded(full)}\n{_folded(other)}".encode()).hexdigest()[:_LENGTH]


def _folded(words: Iterable[str]) -> str:
    return unicodedata.normalize("NFC", " ".join(" ".join(words).split()))


def _own_easy_read(chapter: Chapter) -> EasyRead:
    """The Easy Read as its author wrote it, without the rows of a list kept elsewhere.

    Those come from another file, or stand where the chapter's title stands.
    """
    rows = (row for row in chapter.easy_read.rows if row.place.file == chapter.place.file)
    own = tuple(row for row in rows if row.place != chapter.place)
    return replace(chapter.easy_read, rows=own)


def versions_of(chapter: Chapter) -> tuple[str, ...]:
    """The versions of a chapter that were written for it, and so can fall behind its full text."""
    easy = _own_easy_read(chapter).rows
    return ((POSTER,) if chapter.poster else ()) + ((EASY_READ,) if easy else ())


def agree(charter: Charter, ids: Iterable[str]) -> None:
    """Write to agreed.csv that the versions of each of `ids` agree today. Other rows stay.

    Raises `Wrong` for an id that is not there or has nothing to agree; then nothing is written.
    """
    chapters = {chapter.id: chapter for chapter in charter.chapters}
    rows = {(row.chapter, row.version): row.full_text for row in charter.agreements}
    place = Place(charter.folder / AGREED)
    for name in ids:
        if name not in chapters:
            raise Wrong(RULES["AGREE-004"].at(place, id=name, known=", ".join(chapters)))
        versions = versions_of(chapters[name])
        if not versions:
            raise Wrong(RULES["AGREE-005"].at(place, id=name))
        for version in versions:
            rows[name, version] = fingerprint(chapters[name], version)
    _write(place.file, sorted((*key, full_text) for key, full_text in rows.items()))


def _write(file: Path, rows: Iterable[tuple[str, ...]]) -> None:
    """Replace `file` in one step: whoever reads it finds the old rows or the new, never half."""
    out = io.StringIO(newline="")
    csv.writer(out, lineterminator="\n").writerows([AGREED_COLUMNS, *rows])
    beside = file.with_name(f".{file.name}.{os.getpid()}")
    try:
        beside.write_text(out.getvalue(), encoding="utf-8", newline="")
        beside.replace(file)
    finally:
        beside.unlink(missing_ok=True)
