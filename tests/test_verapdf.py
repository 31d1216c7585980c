"""VeraPDF is believed only where it proves that it looked; any fault of it closes the gate."""

from __future__ import annotations

import zipfile
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from charter import programs
from charter.contracts import Draft
from charter.programs import (
    ProgramCrashed,
    ProgramFailed,
    ProgramHung,
    ProgramMissing,
    ProgramNonsense,
)
from checks import _verapdf, pdf
from checks._pdf_clauses import FOLLOW, NUMBERS, PLAIN, SAME
from checks._pdf_standard import Asked, breaches
from checks._proof.damage import damaged
from checks._proof.pdf_defects import DEFECTS
from checks._tags import Unreadable

BAD = _verapdf.empty_page()


@pytest.fixture
def child(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A file to be run in veraPDF's place; what it says is kept in a folder of this test."""
    monkeypatch.setattr(_verapdf, "CHILD", tmp_path / "child.py")
    monkeypatch.setattr(_verapdf, "_START", 3)
    monkeypatch.setattr(_verapdf, "_EACH", 1)
    return tmp_path / "child.py"


def says(child: Path, *answers: str) -> None:
    """Let it give these answers for the files that it is asked for, in order, as Python code."""
    child.write_text(
        "import json, sys\n"
        "files = json.load(sys.stdin)['files']\n"
        f"answers = [{', '.join(answers)}]\n"
        "print(json.dumps({'rules': 106, 'files': dict(zip(files, answers))}))\n",
        encoding="utf-8",
    )


GOOD = "{'assertions': 9, 'compliant': True, 'failed': []}"
FAULT = "{'clause': '7.1-3', 'what': 'No tag', 'times': 2}"
FAULTY = "{'assertions': 9, 'compliant': False, 'failed': [" + FAULT + "]}"


@pytest.mark.slow
def test_a_bad_page_fails_and_is_not_asked_about_twice(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The real veraPDF finds the faults of an empty page; the next time nothing is started."""
    (first,) = _verapdf.examine([BAD], tmp_path)
    monkeypatch.setattr(programs, "run", None)
    (second,) = _verapdf.examine([BAD], tmp_path)

    assert isinstance(first, tuple)
    assert {"6.2-1", "7.1-11"} <= {failure.clause for failure in first}
    assert first == second


@pytest.mark.slow
def test_files_that_cannot_be_read_are_told_apart(tmp_path: Path) -> None:
    """In one run, a file that is no PDF is unreadable, and the page beside it is still judged."""
    answers = _verapdf.examine([b"", b"%PDF-1.7 and no more", BAD], tmp_path)

    assert [True, True, False] == [isinstance(one, Unreadable) for one in answers]


def test_another_version_of_anything_asks_again(child: Path, tmp_path: Path) -> None:
    """What was kept counts only for the very same code."""
    says(child, GOOD, FAULTY)
    (before,) = _verapdf.examine([b"x"], tmp_path)
    says(child, FAULTY, FAULTY)
    (after,) = _verapdf.examine([b"x"], tmp_path)

    assert () == before
    assert (_verapdf.Failure("7.1-3", "No tag", 2),) == after


@pytest.mark.parametrize(
    ("code", "failure"),
    [
        ("import os, signal\nos.kill(os.getpid(), signal.SIGKILL)", ProgramCrashed),
        ('print(\'{"rules": 106, "files": {\')', ProgramNonsense),
        ("print('[1, 2]')", ProgramNonsense),
        ("print('{\"rules\": 106}')", ProgramNonsense),
        ('print(\'{"rules": 106, "files": {}}\')', ProgramNonsense),
        ('print(\'{"rules": 106, "files": {"x": 1}}\')', ProgramNonsense),
        ("", ProgramNonsense),
        ("raise SystemExit(1)", ProgramCrashed),
        ("import time\ntime.sleep(60)", ProgramHung),
    ],
)
def test_a_fault_of_the_program_closes_the_gate(
    code: str, failure: type[ProgramFailed], child: Path, tmp_path: Path
) -> None:
    """Killed, cut off half-way, nonsense, silent, failed or hanging: one sentence, no pass."""
    child.write_text(code, encoding="utf-8")

    with pytest.raises(failure, match=r"The PDF checker veraPDF|What the PDF checker veraPDF"):
        _verapdf.examine([BAD], tmp_path)


@pytest.mark.parametrize(
    "answers",
    [
        (GOOD, GOOD),  # passes the page that is known to be bad
        (GOOD,),  # and has not answered for it
        ("{'assertions': 0, 'compliant': True, 'failed': []}", FAULTY),
        ("{'assertions': 9, 'compliant': False, 'failed': []}", FAULTY),
        ("{'assertions': 9, 'compliant': True, 'failed': [" + FAULT + "]}", FAULTY),
        (GOOD, "{'unreadable': 'all files are'}"),
    ],
)
def test_an_answer_without_proof_is_not_believed(
    answers: tuple[str, ...], child: Path, tmp_path: Path
) -> None:
    """A checker that passes all, leaves files out, tries no rule or contradicts itself is none."""
    says(child, *answers)

    with pytest.raises(ProgramNonsense):
        _verapdf.examine([b"x"], tmp_path)


def test_nothing_is_kept_of_a_run_that_failed(child: Path, tmp_path: Path) -> None:
    """A wrong answer is not found again in the next run."""
    says(child, GOOD, GOOD)
    with pytest.raises(ProgramNonsense):
        _verapdf.examine([b"x"], tmp_path / "kept")

    assert not (tmp_path / "kept").exists()


def test_without_java_the_gate_is_closed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where Java has no library to load, one sentence says so."""
    (tmp_path / "bin").mkdir()
    monkeypatch.setattr(_verapdf, "find_java", lambda: tmp_path / "bin" / "java")

    with pytest.raises(ProgramMissing, match="because Java is missing"):
        _verapdf.examine([BAD], tmp_path)


def test_without_its_archive_the_gate_is_closed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where the package that carries veraPDF has gone, one sentence says so."""
    monkeypatch.setattr("importlib.util.find_spec", lambda _name: None)

    with pytest.raises(ProgramMissing, match="Java archive is missing"):
        _verapdf.examine([BAD], tmp_path)


def test_a_package_that_has_gone_closes_the_gate(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A package of which there is no version can't be what a kept answer depended on."""
    monkeypatch.setattr(_verapdf, "_PACKAGES", ("no-such-package",))

    with pytest.raises(ProgramMissing, match="no-such-package is missing"):
        _verapdf.examine([BAD], tmp_path)


@pytest.mark.slow
def test_the_pdf_check_fails_with_it(
    small_draft: Draft, child: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The whole check can't pass where veraPDF can't be trusted."""
    child.write_text("", encoding="utf-8")
    monkeypatch.setattr(_verapdf.examine, "__defaults__", (tmp_path / "kept",))

    with pytest.raises(ProgramNonsense):
        pdf.run(small_draft)


def test_clauses_are_those_of_the_profile() -> None:
    """Each clause that we name is in veraPDF's profile, and each of its clauses has a name."""
    with zipfile.ZipFile(_verapdf._archive()) as archive:
        root = ET.fromstring(archive.read("org/verapdf/pdfa/validation/PDFUA-1.xml"))  # noqa: S314  its own
    space = "{http://www.verapdf.org/ValidationProfile}"
    ids = [rule for rule in root.iter(f"{space}id") if rule.get("clause")]
    real = {f"{one.get('clause')}-{one.get('testNumber')}" for one in ids}

    assert real == {*NUMBERS.values(), *SAME}
    assert real >= {*PLAIN, *SAME.values(), *FOLLOW}


@pytest.mark.slow
def test_what_both_checkers_say_is_said_once(small_draft: Draft, tmp_path: Path) -> None:
    """One fault that two checkers see is one breach that names both."""
    defect = next(one for one in DEFECTS if one.name == "no word that there are tags")
    one = damaged(small_draft, tmp_path, defect.document, defect.damage)
    (artefact,) = one.artefacts
    asked = Asked("a.pdf", artefact.path.read_bytes(), artefact.pages)

    (answer,) = breaches([asked])
    findings = [f for f in pdf.run(one).findings if f.rule.code == "PDF-003"]

    assert isinstance(answer, tuple)
    assert [("6.2-1", ("page-validation", "veraPDF"))] == [(b.clause, b.by) for b in answer]
    assert ["page-validation and veraPDF"] == [str(finding.facts["by"]) for finding in findings]


@pytest.mark.slow
def test_a_file_that_only_verapdf_cannot_read_is_a_finding(
    small_draft: Draft, child: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It does not count as looked at, and nobody is told that it is sound."""
    says(child, "{'unreadable': 'too odd'}", FAULTY)
    monkeypatch.setattr(_verapdf.examine, "__defaults__", (tmp_path / "kept",))
    one = damaged(small_draft, tmp_path / "site", "poster-a4", lambda pdf: None)

    outcome = pdf.run(replace(one, root=tmp_path / "site"))

    assert "downloads/poster-a4.pdf" in outcome.expected - outcome.examined
    assert "too odd" in "".join(f.message for f in outcome.findings if f.rule.code == "PDF-001")
