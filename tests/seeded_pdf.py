"""Faults in finished PDFs, each of which a rule of the PDF check must find."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path

from harness import Seed

from charter.contracts import Draft, Edition
from charter.findings import Finding
from charter.model import Charter, Place, Span, Table
from checks import pdf as check
from checks._proof.damage import Damage, copied, damaged
from checks._proof.pdf_defects import DEFECTS, no_damage
from formats import easy_read, large_print

Told = Callable[[Charter], Charter]
"""Changes what the charter says, so that the PDF no longer fits it."""


def seed(stem: str, damage: Damage, draft: Draft, folder: Path) -> Iterable[Finding]:
    """One PDF, damaged."""
    return check.run(damaged(draft, folder, stem, damage)).findings


def whole(draft: Draft, _folder: Path) -> Iterable[Finding]:
    """Every PDF as it was made."""
    return check.run(draft).findings


def of(name: str) -> tuple[Seed, Seed]:
    """A copy with one of the defects, and all that was made."""
    defect = next(one for one in DEFECTS if one.name == name)
    return partial(seed, defect.document, defect.damage), whole


def table(name: str) -> tuple[Seed, Seed]:
    """The same in a document that has a table."""
    damage = next(one.damage for one in DEFECTS if one.name == name)
    return partial(with_table, damage), partial(with_table, no_damage)


def torn(draft: Draft, folder: Path) -> Iterable[Finding]:
    """A file that was cut off while it was written."""
    artefact = copied(draft, folder, "large-print")
    artefact.path.write_bytes(artefact.path.read_bytes()[:2000])
    return check.run(replace(draft, root=folder, artefacts=(artefact,))).findings


def stray(draft: Draft, folder: Path) -> Iterable[Finding]:
    """A PDF in the site that no format says it made."""
    artefact = copied(draft, folder, "large-print")
    artefact.path.rename(artefact.path.with_stem("minutes"))
    return check.run(replace(draft, root=folder, artefacts=())).findings


def miscounted(draft: Draft, folder: Path) -> Iterable[Finding]:
    """A format that counts its pages wrongly."""
    artefact = replace(copied(draft, folder, "poster-a3"), pages=7)
    return check.run(replace(draft, root=folder, artefacts=(artefact,))).findings


def unmade(stem: str, draft: Draft, folder: Path) -> Iterable[Finding]:
    """All that was made, but for one document."""
    stems = (one.path.stem for one in draft.artefacts if one.media_type == "application/pdf")
    artefacts = tuple(copied(draft, folder, one) for one in stems if one != stem)
    return check.run(replace(draft, root=folder, artefacts=artefacts)).findings


def tested(charter: Charter) -> Charter:
    """The charter after a group has tested its Easy Read."""
    facts = charter.facts
    facts = replace(
        facts, easy_read_tested_by="Ashby People First", easy_read_tested_on=date(2026, 5, 1)
    )
    return replace(charter, facts=facts)


def untested(charter: Charter) -> Charter:
    """The charter before anybody has tested its Easy Read."""
    facts = replace(charter.facts, easy_read_tested_by="", easy_read_tested_on=None)
    return replace(charter, facts=facts)


def easy(made_of: Told, held_to: Told, draft: Draft, folder: Path) -> Iterable[Finding]:
    """An Easy Read made of one charter and held to another."""
    (folder / "downloads").mkdir()
    made = tuple(easy_read.render(made_of(draft.charter), folder, Edition()))
    against = replace(draft, charter=held_to(draft.charter), root=folder, artefacts=made)
    return check.run(against).findings


def with_table(damage: Damage, draft: Draft, folder: Path) -> Iterable[Finding]:
    """Large print of a charter that has a table, damaged."""
    place = Place(Path("pledges/1-hear.md"), 9)
    cells = tuple(tuple((Span(f"{row}{column}"),) for column in "xyz") for row in "ABC")
    first, *others = draft.charter.pledges
    table = Table(cells[0], cells[1:], place)
    pledges = (replace(first, full=(*first.full, table)), *others)
    charter = replace(draft.charter, pledges=pledges)
    (folder / "downloads").mkdir()
    made = tuple(large_print.render(charter, folder, Edition()))
    tabled = replace(draft, charter=charter, root=folder, artefacts=made)
    if damage is no_damage:
        return check.run(tabled).findings
    return seed("large-print", damage, tabled, folder / "damaged")


SEEDS: dict[str, tuple[Seed, Seed]] = {
    "PDF-001": (torn, whole),
    "PDF-002": (stray, whole),
    "PDF-003": of("no word that there are tags"),
    "PDF-004": of("a paragraph out of the tag tree"),
    "PDF-005": of("two items of a list swapped"),
    "PDF-006": of("a paragraph out of the tag tree"),
    "PDF-007": of("a second main heading"),
    "PDF-008": of("a level of headings left out"),
    "PDF-009": of("no bookmarks"),
    "PDF-010": of("a picture described by its file"),
    "PDF-011": table("headings of columns that don't say so"),
    "PDF-012": of("a link that runs a script"),
    "PDF-013": of("a script that runs on opening"),
    "PDF-014": of("words at half their size"),
    "PDF-015": of("small letters in a picture"),
    "PDF-016": of("fonts that are not in the file"),
    "PDF-017": of("words off the page"),
    "PDF-018": of("a title that says nothing"),
    "PDF-019": of("the wrong language"),
    "PDF-020": of("the file's name for the window's"),
    "PDF-021": of("a poster of two pages"),
    "PDF-022": (miscounted, whole),
    "PDF-023": (partial(easy, tested, untested), partial(easy, untested, untested)),
    "PDF-024": (partial(easy, untested, tested), partial(easy, tested, tested)),
    "PDF-025": of("paint over words"),
    "PDF-026": (partial(unmade, "large-print"), whole),
    "PDF-027": of("a page on its side"),
    "PDF-028": of("pale words"),
    "PDF-029": of("words that only their colour shows"),
    "PDF-030": of("a font that we did not choose"),
    "PDF-031": of("two fields that only their colours tell apart"),
    "PDF-038": of("words over other words"),
}
