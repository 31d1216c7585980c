"""PDF/UA-1 as two outside checkers see it that share no code: page-validation and veraPDF."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import page

from charter.findings import Finding
from charter.programs import ProgramCrashed, ProgramNonsense
from checks import _verapdf
from checks._pdf_clauses import FOLLOW, NUMBERS, PLAIN, SAME
from checks._pdf_paper import Paper
from checks._tags import Unreadable
from checks._verapdf import empty_page

PAGE_VALIDATION = "page-validation"
_PROFILE = page.ValidationProfile.PDF_UA_1
_LANGUAGES = ("2", "21", "22", "23", "24", "25", "30", "31", "32", "33", "34")
_BETTER: Mapping[str, frozenset[str]] = {
    "7.1-9": frozenset({"PDF-018", "PDF-035"}),
    "7.1-10": frozenset({"PDF-020"}),
    "7.3-1": frozenset({"PDF-010"}),
    "7.4.2-1": frozenset({"PDF-008"}),
    "7.5-1": frozenset({"PDF-011"}),
    "7.21.4.1-1": frozenset({"PDF-016"}),
    **{f"7.2-{test}": frozenset({"PDF-019", "PDF-036"}) for test in _LANGUAGES},
}
"""Clauses that rules of ours also see, and tell better: with the page, or the words."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A PDF to be checked: its name for messages, its bytes, and how many pages it has."""

    name: str
    data: bytes
    pages: int


@dataclass(frozen=True, slots=True)
class Breach:
    """A clause that a file breaks, in one sentence, and who found it.

    `clause` is a clause of PDF/UA-1 and veraPDF's number of the test, as in "7.1-3".
    """

    clause: str
    what: str
    by: tuple[str, ...]


def breaches(files: Sequence[Asked]) -> tuple[tuple[Breach, ...] | Unreadable, ...]:
    """What both checkers say of each file, in order; what both say is said once.

    Raises `ProgramFailed` where one of them can't be trusted.
    """
    if not files:
        return ()
    if _validate(empty_page(), "a test page").is_compliant:
        raise ProgramNonsense("The PDF checker page-validation passes a page known to be bad.")
    theirs = [_first(one) for one in files]
    others = _verapdf.examine([one.data for one in files])
    return tuple(_both(*pair) for pair in zip(theirs, others, strict=True))


def told_once(paper: Paper, found: Iterable[Breach], own: Iterable[Finding]) -> Sequence[Finding]:
    """The checkers' findings and our own, without those that another one tells better."""
    ours, several = list(own), list(found)
    codes = {finding.rule.code for finding in ours}
    implied = {clause for one in several for clause in FOLLOW.get(one.clause, ())}
    theirs = [
        paper.breaks("PDF-003", clause=one.clause, what=one.what, by=" and ".join(one.by))
        for one in several
        if one.clause not in implied and _BETTER.get(one.clause, frozenset()).isdisjoint(codes)
    ]
    return [*theirs, *ours]


def _both(
    first: tuple[Breach, ...] | Unreadable, second: _verapdf.Answer
) -> tuple[Breach, ...] | Unreadable:
    if isinstance(first, Unreadable):
        return first
    if isinstance(second, Unreadable):
        return second
    found: dict[str, list[Breach]] = defaultdict(list)
    for one in (*first, *_second(second)):
        found[one.clause].append(one)
    return tuple(
        Breach(clause, several[0].what, tuple(dict.fromkeys(b for one in several for b in one.by)))
        for clause, several in found.items()
    )


def _first(asked: Asked) -> tuple[Breach, ...] | Unreadable:
    """What page-validation says, with proof that it looked at every page."""
    try:
        report = _validate(asked.data, asked.name)
    except page.PageError as error:
        return Unreadable(str(error))
    if report.document.page_count != asked.pages or report.rules.total == 0:
        sentence = f"The PDF checker {PAGE_VALIDATION} did not read all of {asked.name}."
        raise ProgramNonsense(sentence)
    if report.is_compliant == bool(report.failures):
        sentence = f"The PDF checker {PAGE_VALIDATION} contradicts itself on {asked.name}."
        raise ProgramNonsense(sentence)
    return tuple(
        _breach(_number(failure.rule_id), failure.message, PAGE_VALIDATION)
        for failure in report.failures
    )


def _second(failures: Sequence[_verapdf.Failure]) -> Iterator[Breach]:
    for failure in failures:
        yield _breach(failure.clause, failure.what, _verapdf.NAME)


def _number(name: str) -> str:
    """The clause for page-validation's name; the name itself where we know of none."""
    return NUMBERS.get(name.removeprefix("PDFUA1-").removesuffix("-001"), name)


def _breach(clause: str, what: str, by: str) -> Breach:
    clause = SAME.get(clause, clause)
    plain = PLAIN.get(clause)
    words = plain.what if plain else what[:1].upper() + what[1:].rstrip(".") + "."
    return Breach(clause, words, (by,))


def _validate(data: bytes, name: str) -> page.ValidationReport:
    try:
        return page.validate_pdf_bytes(data, profile=_PROFILE)
    except page.PageError:
        raise
    except (KeyboardInterrupt, SystemExit):
        raise
    except BaseException as error:  # a panic in Rust is no Exception
        sentence = f"The PDF checker {PAGE_VALIDATION} failed on {name}."
        raise ProgramCrashed(sentence, repr(error)) from error
