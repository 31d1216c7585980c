"""Accessibility statements that are lost, cut short or too good to be true."""

from __future__ import annotations

import shutil
from collections.abc import Iterable
from dataclasses import replace
from functools import partial
from pathlib import Path

from harness import Seed
from pikepdf import Array, Pdf
from seeded_parity import moved, rewritten

from charter.contracts import Draft
from charter.findings import Finding
from checks import statement
from checks._proof.damage import damaged

PAGE = "accessibility-statement/index.html"
TEXT = "downloads/charter.txt"


def whole(draft: Draft, _folder: Path) -> Iterable[Finding]:
    """Everything as it was made."""
    return statement.run(draft).findings


def edited(name: str, old: str, new: str, draft: Draft, folder: Path) -> Iterable[Finding]:
    """Everything as it was made, but on one page or in one document some words are replaced."""
    return statement.run(rewritten(name, old, new, draft, folder)).findings


def lost(draft: Draft, folder: Path) -> Iterable[Finding]:
    """A site without its statement."""
    root = shutil.copytree(draft.root, folder / "site")
    (root / PAGE).unlink()
    return statement.run(moved(draft, root)).findings


def unlinked(draft: Draft, folder: Path) -> Iterable[Finding]:
    """A large print whose last link was taken out; its words are still there."""

    def cut(pdf: Pdf) -> None:
        page = pdf.pages[-1]
        page.Annots = Array(list(page.Annots)[:-1])

    return statement.run(damaged(draft, folder, "large-print", cut)).findings


def unhurt(draft: Draft, folder: Path) -> Iterable[Finding]:
    """The same large print as it was made."""
    return statement.run(damaged(draft, folder, "large-print", lambda _pdf: None)).findings


def renamed(draft: Draft, folder: Path) -> Iterable[Finding]:
    """A charter that has been given another name since the page was made."""
    facts = replace(draft.charter.facts, organisation="Another council")
    return statement.run(replace(draft, charter=replace(draft.charter, facts=facts))).findings


CLAIM = "<strong>partially compliant</strong>"
BETTER = "<strong>fully compliant</strong>"
WORSE = "<strong>not compliant</strong>"
VAGUE = "<strong>mostly compliant</strong>"
LINK = 'href="../../accessibility-statement/"'

SEEDS: dict[str, tuple[Seed, Seed]] = {
    "STATEMENT-010": (lost, whole),
    "STATEMENT-011": (partial(edited, "pledges/money/index.html", LINK, 'href="../../"'), whole),
    "STATEMENT-012": (unlinked, unhurt),
    "STATEMENT-013": (partial(edited, PAGE, "Enforcement procedure", "What comes next"), whole),
    "STATEMENT-014": (partial(edited, PAGE, CLAIM, BETTER), partial(edited, PAGE, CLAIM, WORSE)),
    "STATEMENT-015": (partial(edited, PAGE, CLAIM, VAGUE), whole),
    "STATEMENT-016": (partial(edited, PAGE, 'href="tel:01632960123"', ""), whole),
    "STATEMENT-017": (renamed, whole),
    "STATEMENT-018": (partial(edited, PAGE, "</html>", ""), whole),
}
