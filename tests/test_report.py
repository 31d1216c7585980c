"""The reviewers' report: true, whole, and held to the same accessibility as the charter itself."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from harness import HOUSE, POLICY, SMALL, TODAY

from charter import pipeline, report
from charter.findings import Outcome, Rule, Severity
from charter.load import load
from charter.model import Place
from charter.pipeline import Verdict
from charter.policy import Waiver, load_policy
from charter.programs import ProgramFailed
from checks import _web, web

MUST = Rule("TEST-001", Severity.ERROR, "“{words}” is <b>bad</b> & sad.", "Mend it.", "It hurts.")
PLACE = Place(Path("content/pledges/1-a.md"), 7)
WAIVER = Waiver("TEST-001", "x", "The law says so", "Head of Law", date(2027, 1, 1), PLACE)


@pytest.fixture(scope="module")
def words() -> Verdict:
    """What the word checks say of the very small charter, with its scores."""
    setting = pipeline.Setting(
        HOUSE.formats, HOUSE.checks, load_policy(POLICY), TODAY, lambda _step, _ended: None
    )
    return pipeline.check(load(SMALL), setting)


@pytest.fixture
def full(words: Verdict) -> Verdict:
    """A verdict with something of everything."""
    finding = MUST.at(PLACE, words="Żółć 🌻")
    return replace(words, findings=(finding, *words.findings), waived=((finding, WAIVER),))


def written(verdict: Verdict, folder: Path) -> Path:
    """Write the report, as the real command does."""
    report.write(verdict, load(SMALL).charter, TODAY, folder / "reports")
    return folder / "reports"


def test_words_of_authors_are_shown_as_they_are(full: Verdict, tmp_path: Path) -> None:
    """Letters, signs and code in a finding are text in the report, never HTML."""
    page = (written(full, tmp_path) / "index.html").read_text(encoding="utf-8")

    assert "“Żółć 🌻” is &lt;b&gt;bad&lt;/b&gt; &amp; sad." in page


def test_scores_open_in_excel_with_every_pledge(words: Verdict, tmp_path: Path) -> None:
    """scores.csv starts with the mark Excel looks for, and has a row a version of each pledge."""
    raw = (written(words, tmp_path) / "scores.csv").read_text(encoding="utf-8")
    rows = list(csv.DictReader(io.StringIO(raw.removeprefix("\ufeff"))))
    charter = load(SMALL).charter
    assert charter

    assert raw.startswith("\ufeff")
    for pledge in charter.pledges:
        versions = {row["version"] for row in rows if row["chapter"] == pledge.id}
        assert {"full text", "poster", "Easy Read"} == versions


def test_findings_are_data_with_what_was_checked(full: Verdict, tmp_path: Path) -> None:
    """findings.json has each finding whole, the waivers, and the evidence of each check."""
    told = json.loads((written(full, tmp_path) / "findings.json").read_text(encoding="utf-8"))

    assert ("TEST-001", "content/pledges/1-a.md", 7) == tuple(
        told["findings"][0][key] for key in ("code", "file", "line")
    )
    assert "Head of Law" == told["waived"][0]["approved_by"]
    assert all(check["expected"] == check["examined"] > 0 for check in told["checks"])


def test_a_failed_tool_is_named(words: Verdict, tmp_path: Path) -> None:
    """Where a tool failed the report says so first, not that all is well."""
    failure = Outcome((), frozenset(), frozenset(), failure=ProgramFailed("The browser hung."))
    failed = replace(words, outcomes={**words.outcomes, "Web": failure})
    page = (written(failed, tmp_path) / "index.html").read_text(encoding="utf-8")

    assert "Not published: the tools failed." in page
    assert "The browser hung." in page


@pytest.mark.slow
def test_the_report_passes_the_web_checks(full: Verdict, tmp_path: Path) -> None:
    """The page with findings, waivers, scores and tables has no fault that our own gate finds."""
    folder = written(full, tmp_path)
    visits = _web.examine(folder, "/", ["index.html"], _web.find_tools())
    faults = [i for issues in visits.values() for i in issues if web._is_fault(i)]

    assert len(visits) == 2
    assert [] == faults
