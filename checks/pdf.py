"""PDFs: PDF/UA-1 by an outside checker, and by our own reading what no checker looks at."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path

import page
import pypdfium2 as pdfium  # type: ignore[import-untyped]
from pikepdf import Pdf

from charter.contracts import Artefact, Draft, Stage
from charter.findings import Finding, Outcome
from charter.model import Place
from charter.programs import ProgramCrashed, ProgramNonsense
from checks import _ink, _pdf_pages, _pdf_seen, _pdf_tags, _tags
from checks._pdf_kinds import KINDS, Document, inside
from checks._pdf_rules import RULES

__all__ = ["RULES", "STAGE", "TITLE", "run"]

TITLE = "PDFs for everyone"
STAGE = Stage.ARTEFACTS
_MEDIA = "application/pdf"
_PROFILE = page.ValidationProfile.PDF_UA_1


def run(draft: Draft) -> Outcome:
    """Check every PDF that would be published, also one that no format says it made.

    A document that was not made is a finding. Raises `ProgramFailed` where the outside checker
    can't be trusted.
    """
    made = {inside(draft, a.path): a for a in draft.artefacts if a.media_type == _MEDIA}
    there = {inside(draft, file) for file in draft.root.rglob("*.pdf")}
    names = sorted(made.keys() | there)
    due = {f"downloads/{stem}.pdf" for stem in KINDS}
    _prove_checker()
    findings = [RULES["PDF-026"].at(Place(Path(name))) for name in sorted(due.difference(names))]
    examined: set[str] = set()
    for name in names:
        found = list(_check(name, made.get(name), draft))
        findings += found
        if not any(finding.rule.code == "PDF-001" for finding in found):
            examined.add(name)
    return Outcome(tuple(findings), frozenset({*names, *due}), frozenset(examined))


def _check(name: str, artefact: Artefact | None, draft: Draft) -> Iterator[Finding]:
    """Everything that is wrong with one PDF."""
    file, place = draft.root / name, Place(Path(name))
    kind = KINDS.get(Path(name).stem)
    try:
        reading, leaves = _tags.read(file), _ink.leaves(file)
        failures = dict(_broken(file, len(leaves)))
    except (_tags.Unreadable, pdfium.PdfiumError, page.ParseError, OSError) as error:
        yield RULES["PDF-001"].at(place, reason=str(error).rstrip("."))
        return
    for rule, what in failures.items():
        yield RULES["PDF-003"].at(place, rule=rule, what=what)
    if artefact is None or kind is None:
        yield RULES["PDF-002"].at(place)
        return
    document = Document(name, kind, artefact, draft, reading, leaves)
    yield from _pdf_tags.check(document)
    yield from _pdf_pages.check(document)
    yield from _pdf_seen.check(document)


def _broken(file: Path, pages: int) -> Iterator[tuple[str, str]]:
    """Each rule of PDF/UA-1 that a file breaks, with the checker's words for it."""
    report = _validate(file.read_bytes(), file.name)
    if report.rules.total == 0 or report.document.page_count != pages:
        raise ProgramNonsense(f"The PDF checker did not read all of {file.name}.")
    if report.is_compliant == bool(report.failures):
        raise ProgramNonsense(f"The PDF checker contradicts itself on {file.name}.")
    for failure in report.failures:
        yield failure.rule_id, failure.message


def _prove_checker() -> None:
    """Make sure that the checker sees anything at all: an empty page without tags must fail."""
    empty = io.BytesIO()
    with Pdf.new() as pdf:
        pdf.add_blank_page()
        pdf.save(empty)
    if _validate(empty.getvalue(), "a test page").is_compliant:
        raise ProgramNonsense("The PDF checker passes a page that is known to be bad.")


def _validate(data: bytes, name: str) -> page.ValidationReport:
    try:
        return page.validate_pdf_bytes(data, profile=_PROFILE)
    except page.ParseError:
        raise
    except (KeyboardInterrupt, SystemExit):
        raise
    except BaseException as error:  # a panic in Rust is no Exception
        raise ProgramCrashed(f"The PDF checker failed on {name}.", repr(error)) from error
