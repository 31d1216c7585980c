"""Faults that no charter can have: those of a text that `build.py read` is given, and of a change."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from functools import partial
from pathlib import Path

import docx
from harness import Seed, small_copy

from charter import documents, record
from charter.contracts import Draft
from charter.documents import from_text
from charter.findings import Finding, Outcome, Wrong
from charter.load import load
from checks import any_text, readability

BEFORE = """
We dig the beds in the spring, and we plant seeds there when the soil is warm.
We water the plants each day in the summer, and we pick the beans on Sundays.
We cut the grass by the path, and we put what we cut on the heap by the wall.

We keep the tools in the shed, and the key to the shed is on a hook by the door.
We ask each home what to grow, and we put the list on the board in the hall.
We share what we grow with all who live here, and we leave some for the birds.

We mend the gate when it breaks, and we paint the fence once in three years.
We meet by the old tree in May, and we talk there about the year to come.
"""
HARDER = """
Every spring we dig the flower beds, and plant seeds together when the soil is warmer.
In summer we water the flowers every evening, and pick vegetables on Sundays.
We cut the grass beside the garden path, and carry it to the corner by the wall.

Our tools are inside the wooden shed, and you can borrow the key from any neighbour.
We ask every family what to grow, and put their answers on the board in the hall.
We share vegetables with everyone living here, and leave some berries for the birds.

We repair the gate whenever it breaks, and paint the wooden fence every other summer.
We meet under the oldest tree in May, and talk together about the coming year.
"""
OTHERWISE = BEFORE.replace("birds", "robins").replace("May", "August")


def garden(words: str, draft: Draft, content: Path) -> Outcome:
    """What is said of the small charter with a page of these words."""
    small_copy(content)
    page = f"---\nid: garden\npicture: home\n---\n# Our garden\n{words}"
    (content / "pages" / "5-garden.md").write_text(page, encoding="utf-8")
    loaded = load(content)
    assert loaded.charter, "\n\n".join(map(str, loaded.findings))
    return readability.run(replace(draft, charter=loaded.charter))


def changed(words: str, draft: Draft, folder: Path) -> Iterable[Finding]:
    """A page with `words`, where the page that was published says the same more plainly."""
    record.write(garden(BEFORE, draft, folder / "published").readings, folder)
    published = record.read(folder)
    assert published
    return garden(words, replace(draft, published=published), folder / "content").findings


def letter(words: str, draft: Draft, folder: Path) -> Iterable[Finding]:
    """A letter in Markdown, read as full text."""
    _, findings = any_text.judge(from_text(words, folder / "letter.md"), "full", draft.policy)
    return findings


def opened(files: Iterable[str], _draft: Draft, folder: Path) -> Iterable[Finding]:
    """Files out of a folder with a sound one of each kind, and some that can't be read."""
    sound = docx.Document()
    sound.add_paragraph("We share one garden.")
    sound.save(str(folder / "letter.docx"))
    (folder / "letter.md").write_text("We share one garden.\n", encoding="utf-8")
    (folder / "letter.txt").write_text("We share one garden.\n", encoding="utf-8")
    (folder / "torn.docx").write_bytes((folder / "letter.docx").read_bytes()[:2000])
    (folder / "locked.docx").write_bytes(bytes.fromhex("D0CF11E0A1B11AE1") + bytes(1000))
    (folder / "letter.pdf").write_bytes(b"%PDF-1.7\n")
    (folder / "picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR")
    return [finding for file in files for finding in _said_of(folder / file)]


def _said_of(file: Path) -> Iterable[Finding]:
    try:
        documents.load(file)
    except Wrong as wrong:
        return wrong.findings
    return ()


SOUND = ("letter.docx", "letter.md", "letter.txt")

SEEDS: dict[str, tuple[Seed, Seed]] = {
    "DOC-001": (partial(opened, ("leter.md", "leter.docx")), partial(opened, SOUND)),
    "DOC-002": (partial(opened, ("letter.pdf", "picture.txt")), partial(opened, SOUND)),
    "DOC-003": (partial(opened, ("torn.docx", "locked.docx")), partial(opened, SOUND)),
    "LINK-007": (
        partial(letter, "Read [our plan for the garden](#), or [come to a meeting]().\n"),
        partial(letter, "Read [our plan for the garden](plan.md), or [come](#meetings).\n"),
    ),
    "READ-027": (partial(changed, HARDER), partial(changed, OTHERWISE)),
    "READ-028": (
        partial(letter, "# Our garden\n\n![Our garden](garden.png)\n"),
        partial(letter, "# Our garden\n\nWe share one garden.\n"),
    ),
    "READ-029": (
        partial(letter, "We share one gardn.\n"),
        partial(letter, "We share one garden.\n"),
    ),
}
