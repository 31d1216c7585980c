"""The checks of finished PDFs for any PDF: an old leaflet, a report made in Word, a scan."""

from __future__ import annotations

import logging
import re
import warnings
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pikepdf

from charter.findings import Finding, unique
from charter.model import Place
from charter.policy import Policy
from checks import _pdf_pages, _pdf_seen, _pdf_tags
from checks._pdf_clauses import AGAIN, PLAIN
from checks._pdf_paper import Paper, open_paper
from checks._pdf_rules import RULES
from checks._pdf_standard import Asked, Breach, breaches, told_once
from checks._tags import Unreadable

Judged = tuple[tuple[Finding, ...], tuple[str, ...]]
"""What is wrong with a file, and what was left out, each in a sentence."""

LEFT_OUT = (
    "Whether it says the same as its source text.",
    "Whether its letters are large enough for its readers, and its fonts easy to read.",
    "Whether it has as many pages as it should.",
    "Whether its bookmarks are the same as its headings.",
)
"""What only makes sense where we know what a document is for, and what it was made from."""

_LARGEST = 200  # MB
_LONGEST = 2_000  # pages
_HEAD = 1024  # bytes in which "%PDF" must stand (ISO 32000-1, annex H)
_SOON = 5  # pages from which on people need headings and bookmarks to find their way
_SCHEMES = _pdf_tags.SAFE | {"http"}
_SCAN = 0.5  # of a page: a picture of that size, without words, is most likely a scan
_DAMAGED = Unreadable("it is damaged")  # readers differ in what they put up with
_NO_TITLE = re.compile(
    r"untitled|document ?\d*|microsoft (word|powerpoint) - .*|\S*\.(docx?|pdf|indd|odt|pptx?|rtf)",
    re.IGNORECASE,
)

_WORD = "then save it as PDF again. If it was not made in Word, ask whoever made it."
_FIXES: Mapping[str, str] = {
    "PDF-001": "Open it in a PDF reader. If that works, save a copy without a password. "
    "If not, ask for the file again.",
    "PDF-006": AGAIN,
    "PDF-008": f"In Word, give the heading the style of the level before it or one below, {_WORD}",
    "PDF-009": f"In Word, tick “Create bookmarks using: Headings” under Options, {_WORD}",
    "PDF-010": "In Word, right-click the picture, choose “View Alt Text”, write in a sentence "
    f"what it shows, {_WORD}",
    "PDF-011": f"In Word, click in the table, tick “Header Row” under Table Design, {_WORD}",
    "PDF-012": f"In Word, right-click the link, choose “Edit Hyperlink”, put it right, {_WORD}",
    "PDF-013": "Ask whoever made it for a file without scripts and programs.",
    "PDF-016": "In Word, choose File, Save As, PDF, Options, tick “PDF/A compliant”, "
    "and save it again.",
    "PDF-017": f"Make the margins wider or the words shorter, {_WORD}",
    "PDF-025": f"Give the words another colour, or take away what lies over them, {_WORD}",
    "PDF-027": "Turn the page in a PDF editor, and save it.",
    "PDF-028": f"Make the words darker, or what is behind them lighter, {_WORD}",
}
"""What to do where the document is not one of ours. The other rules' own words suit both."""


def judge(file: Path, policy: Policy) -> Judged:
    """Check one PDF. A file that can't be read is a finding.

    Raises `ProgramFailed` where an outside checker can't be trusted.
    """
    (judged,) = judge_all((file,), policy)
    return judged


def judge_all(files: Sequence[Path], _policy: Policy) -> tuple[Judged, ...]:
    """The same for several files, in order; that is quicker, for one checker is slow to start."""
    with _quietly():
        opened = [_opened(file) for file in files]
        papers = [one for one in opened if isinstance(one, Paper)]
        asked = [Asked(one.name, one.data, len(one.leaves)) for one in papers]
        answers = iter(breaches(asked))
        return tuple(
            _unread(file, one) if isinstance(one, Unreadable) else _judged(file, one, next(answers))
            for file, one in zip(files, opened, strict=True)
        )


@contextmanager
def _quietly() -> Iterator[None]:
    """Keep off the screen what pikepdf says of a broken file. The findings say it."""
    log = logging.getLogger("pikepdf")
    level = log.level
    log.setLevel(logging.CRITICAL)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    finally:
        log.setLevel(level)


def _opened(file: Path) -> Paper | Unreadable:
    """The file, read in both ways, or the reason in plain words."""
    try:
        refused = _refused(file)
        return Unreadable(refused) if refused else open_paper(file.as_posix(), file)
    except pikepdf.PasswordError:
        return Unreadable("it is locked with a password")
    except OSError as error:
        return Unreadable(error.strerror or str(error))
    except Exception:  # noqa: BLE001  a stranger's file may be broken in any way
        return _DAMAGED


def _refused(file: Path) -> str:
    """Why we don't even try to read a file; "" where we do."""
    size = file.stat().st_size
    with file.open("rb") as opened:
        head = opened.read(_HEAD)
    if not size:
        return "it is empty"
    if b"%PDF" not in head:
        return "it is not a PDF"
    if size > _LARGEST * 1_000_000:
        return f"it is larger than {_LARGEST} MB"
    with pikepdf.open(file) as pdf:
        pages = len(pdf.pages)
    if not 0 < pages <= _LONGEST:
        return f"it has {pages} pages, and we can read 1 to {_LONGEST:,}"
    return ""


def _unread(file: Path, why: Unreadable) -> Judged:
    finding = RULES["PDF-001"].at(Place(file), reason=str(why).rstrip("."))
    return (_suited(finding),), ("Everything else, because it could not be read.",)


def _judged(file: Path, paper: Paper, answer: tuple[Breach, ...] | Unreadable) -> Judged:
    if isinstance(answer, Unreadable):
        return _unread(file, _DAMAGED)
    try:
        own = list(_own(paper, {one.clause for one in answer}))
    except Exception:  # noqa: BLE001  as above
        return _unread(file, _DAMAGED)
    return unique(_suited(finding) for finding in told_once(paper, answer, own)), LEFT_OUT


def _own(paper: Paper, told: set[str]) -> Iterator[Finding]:
    """What we see ourselves. `told` are the clauses that the outside checkers told of already."""
    reading = paper.reading
    if reading.tree.kids:  # else the one fault would be told again for each page and each picture
        yield from _pdf_tags.loose(paper)
        yield from _headings(paper)
        yield from _pdf_tags.levels(paper)
        yield from _pdf_tags.figures(paper)
        yield from _pdf_tags.headless_tables(paper)
    for finding in _pdf_tags.links(paper, _SCHEMES):
        # Something attached does nothing by itself; and without tags no link has its words.
        attached = finding.facts.get("action") == "EmbeddedFiles"
        naming = finding.facts.get("problem") in _pdf_tags.NAMING
        if not attached and not (naming and not reading.tree.kids):
            yield finding
    yield from _bookmarks(paper)
    yield from _pdf_pages.fonts(paper)
    yield from _pdf_pages.edges(paper, pictures=False)
    if _NO_TITLE.fullmatch(reading.title) or not (reading.title or told & {"7.1-8", "7.1-9"}):
        yield paper.breaks("PDF-035", title=reading.title)
    if not reading.language:
        yield paper.breaks("PDF-036")
    yield from _scans(paper)
    yield from _pdf_seen.check(paper, ours=False)


def _headings(paper: Paper) -> Iterator[Finding]:
    headings = paper.reading.headings
    main = sum(level == 1 for level, _ in headings)
    if not headings and len(paper.leaves) >= _SOON:
        yield paper.breaks("PDF-033", pages=len(paper.leaves))
    if main > 1:
        yield paper.breaks("PDF-034", count=main)


def _bookmarks(paper: Paper) -> Iterator[Finding]:
    marks = paper.reading.bookmarks
    if not marks and len(paper.leaves) >= _SOON:
        yield paper.breaks("PDF-032", pages=len(paper.leaves))
    lost = next((words for words, lands in marks if not lands), None)
    if lost is not None:
        yield paper.breaks("PDF-009", problem=f"“{lost}” leads nowhere")


def _scans(paper: Paper) -> Iterator[Finding]:
    """Pages that are nothing but a picture, for example of a page of paper."""
    pages = []
    for number, leaf in enumerate(paper.leaves, 1):
        sizes = [
            (run.box.right - run.box.left) * (run.box.top - run.box.bottom)
            for run in leaf.runs
            if not run.font
        ]
        words = any(run.font for run in leaf.runs)
        if sizes and not words and sum(sizes) >= _SCAN * leaf.width * leaf.height:
            pages.append(number)
    if pages:
        yield paper.breaks("PDF-037", pages=", ".join(map(str, pages)))


def _suited(finding: Finding) -> Finding:
    """The finding with what to do where we did not make the document."""
    clause = str(finding.facts.get("clause", ""))
    fix = _FIXES.get(finding.rule.code, finding.rule.fix)
    if finding.rule.code == "PDF-003":
        fix = PLAIN[clause].fix if clause in PLAIN else AGAIN
    return replace(finding, rule=replace(finding.rule, fix=fix))
