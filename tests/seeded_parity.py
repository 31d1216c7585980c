"""Faults of whole formats: words that one of them leaves out, moves or gets wrong."""

from __future__ import annotations

import shutil
from collections.abc import Iterable
from dataclasses import replace
from functools import partial
from pathlib import Path

from harness import Seed

from charter.contracts import Artefact, Draft
from charter.findings import Finding
from checks import parity

PLEDGE = "pledges/money/index.html"
TEXT = "downloads/charter.txt"


def whole(draft: Draft, _folder: Path) -> Iterable[Finding]:
    """Every artefact as it was made."""
    return parity.run(draft).findings


def edited(name: str, old: str, new: str, draft: Draft, folder: Path) -> Iterable[Finding]:
    """Every artefact, but in one some words have been replaced."""
    return parity.run(rewritten(name, old, new, draft, folder)).findings


def rewritten(name: str, old: str, new: str, draft: Draft, folder: Path) -> Draft:
    """A copy of the draft in which some words of a page or a text are replaced."""
    root = shutil.copytree(draft.root, folder / "site")
    words = (root / name).read_text(encoding="utf-8")
    assert old in words, f"{old!r} is not in {name}"
    (root / name).write_text(words.replace(old, new), encoding="utf-8")
    return moved(draft, root)


def moved(draft: Draft, root: Path) -> Draft:
    """The same draft in another folder."""
    artefacts = tuple(
        replace(one, path=root / one.path.relative_to(draft.root)) for one in draft.artefacts
    )
    return replace(draft, root=root, artefacts=artefacts)


def turned_round(draft: Draft, folder: Path) -> Iterable[Finding]:
    """Plain text in which the last chapter says its first two lines in the wrong order."""
    page = draft.charter.pages[-1]
    turned = replace(page, full=tuple(reversed(page.full)))
    charter = replace(draft.charter, pages=(*draft.charter.pages[:-1], turned))
    return parity.run(replace(draft, charter=charter)).findings


def torn(draft: Draft, folder: Path) -> Iterable[Finding]:
    """A web page that was cut off while it was written."""
    return edited(PLEDGE, "</html>", "", draft, folder)


def unknown(draft: Draft, folder: Path) -> Iterable[Finding]:
    """A format that nobody told the check about."""
    (folder / "charter.epub").write_bytes(b"PK")
    more = Artefact(folder / "charter.epub", "application/epub+zip", "epub", "E-book")
    found = parity.run(replace(draft, artefacts=(*draft.artefacts, more)))
    assert found.expected - found.examined, "what was not read must not count as read"
    return found.findings


def pageless(draft: Draft, _folder: Path) -> Iterable[Finding]:
    """A site in which a pledge has no page."""
    artefacts = tuple(one for one in draft.artefacts if one.path != draft.root / PLEDGE)
    return parity.run(replace(draft, artefacts=artefacts)).findings


def without(format_: str, draft: Draft, _folder: Path) -> Iterable[Finding]:
    """Every artefact but those of one format."""
    artefacts = tuple(one for one in draft.artefacts if one.format != format_)
    return parity.run(replace(draft, artefacts=artefacts)).findings


SEEDS: dict[str, tuple[Seed, Seed]] = {
    "PARITY-001": (partial(edited, PLEDGE, "what we spend on", "some of what we spend on"), whole),
    "PARITY-002": (turned_round, whole),
    "PARITY-003": (partial(edited, TEXT, "01632 960123", "01632 960124"), whole),
    "PARITY-004": (unknown, whole),
    "PARITY-005": (torn, whole),
    "PARITY-006": (pageless, whole),
    "PARITY-007": (partial(edited, "easy-read/index.html", "Draft", "Done"), whole),
    "PARITY-008": (partial(without, "plain-text"), whole),
}
