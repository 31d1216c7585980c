"""Packs: every file of a zip is opened, and is what it should be."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from charter.contracts import Artefact, Draft, Stage
from charter.findings import Finding, Outcome, unique
from charter.model import Place
from checks import _pack_sheets, _zips
from checks._pack_pictures import picture, signature, words
from checks._pack_rules import RULES
from checks._pdf_kinds import inside

__all__ = ["RULES", "STAGE", "TITLE", "run"]

TITLE = "Packs for screens and for printing"
STAGE = Stage.ARTEFACTS
_READ_ME = "read-me.txt"
_GUIDE = "pack-guide.pdf"
_PDF = "application/pdf"
_PRINTED = ("poster", "print-pack")  # the formats whose PDFs are in the print pack
_SCREEN_PACK, _PRINT_PACK = "screen-pack", "print-pack"


def run(draft: Draft) -> Outcome:
    """Open every zip, and look at every file that should be in it."""
    findings: list[Finding] = []
    made = {artefact.format for artefact in draft.artefacts}
    # A pack that was not made is missing evidence; that its format is there is for parity to say.
    expected = {f"downloads/{pack}.zip" for pack in (_SCREEN_PACK, _PRINT_PACK) if pack in made}
    expected.add(f"downloads/{_SCREEN_PACK}.zip")
    examined: set[str] = set()
    for artefact in draft.artefacts:
        if artefact.media_type != _zips.MEDIA:
            continue
        name = inside(draft, artefact.path)
        expected.add(name)
        try:
            files = _zips.opened(artefact.path)
        except (OSError, ValueError) as error:
            findings.append(_unreadable(name, error))
            continue
        examined.add(name)
        looks = _looks(files, artefact, draft)
        expected |= {f"{name}/{file}" for file in looks}
        for file, found in looks.items():
            findings += found
            if not any(finding.rule.code == "PACK-001" for finding in found):
                examined.add(f"{name}/{file}")
    return Outcome(unique(findings), frozenset(expected), frozenset(examined))


def _looks(
    files: Mapping[str, bytes], artefact: Artefact, draft: Draft
) -> Mapping[str, tuple[Finding, ...]]:
    """What is wrong with each file that is in a pack, or should be."""
    name = inside(draft, artefact.path)
    sheets = _pack_sheets.sheets(draft.charter) if artefact.format == _SCREEN_PACK else ()
    papers = _papers(artefact, draft)
    due = {_READ_ME, *papers, *(file for sheet in sheets for file in sheet.files)}
    looks: dict[str, tuple[Finding, ...]] = {
        file: (RULES["PACK-003"].at(Place(Path(name)), file=file),)
        for file in sorted(files.keys() - due)
    }
    for file in sorted(due - files.keys()):
        looks[file] = (RULES["PACK-002"].at(Place(Path(name)), file=file),)
    for file, published in papers.items():
        if file in files:
            looks[file] = tuple(_same(files[file], published, Place(Path(name)), file))
    for sheet in sheets:
        for file, look in zip(sheet.files, (picture, words, signature), strict=False):
            if file in files:
                place = Place(Path(f"{name}/{file}"))
                looks[file] = tuple(look(files[file], sheet, place, draft.charter))
    # What the read-me says, parity and the accessibility statement's check have read.
    return {_READ_ME: (), **looks}


def _papers(artefact: Artefact, draft: Draft) -> Mapping[str, Path]:
    """The PDFs that belong into a pack, by their names in it."""
    pdfs = [one for one in draft.artefacts if one.media_type == _PDF]
    if artefact.format == _SCREEN_PACK:
        return {one.path.name: one.path for one in pdfs if one.path.name == _GUIDE}
    return {one.path.name: one.path for one in pdfs if one.format in _PRINTED}


def _same(data: bytes, published: Path, place: Place, file: str) -> Iterator[Finding]:
    """Whether a PDF is the one that is published, which the other checks have read."""
    try:
        same = published.read_bytes() == data
    except OSError as error:
        yield _unreadable(published.as_posix(), error)
        return
    if not same:
        yield RULES["PACK-010"].at(place, file=file)


def _unreadable(name: str, error: Exception) -> Finding:
    return RULES["PACK-001"].at(Place(Path(name)), reason=str(error).rstrip("."))
