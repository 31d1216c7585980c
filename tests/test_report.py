"""The reviewers' report: true, whole, and held to the same accessibility as the charter itself."""

from __future__ import annotations

import csv
import html
import io
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from html.parser import HTMLParser
from pathlib import Path

import jsonschema
import pytest
from harness import HOUSE, POLICY, SMALL, TODAY, Project, small_copy

from charter import peoples, pipeline, record, report
from charter.findings import Outcome, Rule, Severity
from charter.load import load
from charter.model import Charter, Place
from charter.pipeline import Verdict
from charter.policy import Waiver, load_policy
from charter.programs import ProgramFailed
from charter.reading import FORMULAS
from charter.report.letters import marked
from checks import any_site

MUST = Rule("TEST-001", Severity.ERROR, "“{words}” is <b>bad</b> & sad.", "Mend it.", "It hurts.")
PLACE = Place(Path("content/pledges/1-a.md"), 7)
WAIVER = Waiver("TEST-001", "x", "The law says so", "Head of Law", date(2027, 1, 1), PLACE)
FAULTY = """\
---
id: more
---
# More about "us" & you

We will utilise the hall in order to meet. You will be told of it. It is dry.

ہم آپ کو بتائیں گے کہ ہم کیا کر سکتے ہیں اور کیا نہیں کر سکتے
"""
TESTED = """\
what,with,by,when,result
Plain English makes sense,on paper,Tenants who read slowly,2025-11-03,Passed. We added the time.
poster-distance,on the wall,Pupils,04/11/2025,Problems: The code was too low.
keyboard,a keyboard,the web team,2024-11-05,passed
"""


@dataclass(frozen=True)
class Shown:
    """A charter with a verdict on it, as `report.write` gets them."""

    charter: Charter
    verdict: Verdict


def checked(folder: Path, published: record.Published | None = None) -> Shown:
    """What the word checks say of the charter in `folder`."""
    limits = load_policy(POLICY)
    setting = pipeline.Setting(
        HOUSE.formats, HOUSE.checks, limits, TODAY, lambda _step, _ended: None, published
    )
    loaded = load(folder)
    assert loaded.charter
    return Shown(loaded.charter, pipeline.check(loaded, setting))


@pytest.fixture(scope="module")
def words() -> Shown:
    """The very small charter, which has nothing to fix."""
    return checked(SMALL)


@pytest.fixture(scope="module")
def full(tmp_path_factory: pytest.TempPathFactory) -> Shown:
    """A charter with something of everything: faults, Urdu, a waiver, a change, a test by readers."""
    folder = small_copy(tmp_path_factory.mktemp("full") / "content")
    (folder / "pages" / "9-more.md").write_text(FAULTY, encoding="utf-8")
    (folder / "tested.csv").write_text(TESTED, encoding="utf-8")
    before = ("We will meet.", "It is dry.")
    found = checked(folder, {"more, full text": (before,)})
    finding = MUST.at(PLACE, words="Żółć 🌻")
    verdict = replace(
        found.verdict,
        findings=(finding, *found.verdict.findings),
        waived=((finding, WAIVER),),
    )
    return Shown(found.charter, verdict)


@pytest.fixture(scope="module")
def folder(full: Shown, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The report on it, as the real command writes it."""
    return written(full, tmp_path_factory.mktemp("written"))


def written(shown: Shown, folder: Path) -> Path:
    """Write the report, as the real command does."""
    out = folder / "reports"
    report.write(shown.verdict, shown.charter, TODAY, out, load_policy(POLICY))
    return out


def page(folder: Path, name: str) -> str:
    """A page of the report."""
    return (folder / name).read_text(encoding="utf-8")


def test_words_of_authors_are_shown_as_they_are(folder: Path) -> None:
    """Letters, signs and code in a finding or a title are text in the report, never HTML."""
    assert "“Żółć 🌻” is &lt;b&gt;bad&lt;/b&gt; &amp; sad." in page(folder, "index.html")
    assert "More about &#34;us&#34; &amp; you" in page(folder, "texts/more.html")


def test_every_sentence_is_shown_in_place(full: Shown, folder: Path) -> None:
    """Each text has its page, with all of its sentences in order and no other."""
    wanted: dict[str, list[str]] = {}
    for reading in full.verdict.readings:
        if reading.chapter != "whole charter":
            here = wanted.setdefault(reading.chapter, [])
            here.extend(" ".join(sentence.split()) for sentence in reading.sentences)

    for chapter, sentences in wanted.items():
        shown = page(folder, f"texts/{chapter}.html")
        said = [
            plain(s) for s in re.findall(r'<span class="s[ "].*?</span>(?=\n)', shown, re.DOTALL)
        ]
        found = [re.sub(r"^(Must fix|Please check) |\([\d, ]+\)$", "", one) for one in said]

        assert found == sentences


def plain(markup: str) -> str:
    """The words in a piece of HTML, as a person sees them."""

    class Words(HTMLParser):
        said = ""

        def handle_data(self, data: str) -> None:
            self.said += data

    parser = Words()
    parser.feed(markup)
    return " ".join(parser.said.split())


def test_a_sentence_is_coloured_and_labelled_and_says_what_to_write(folder: Path) -> None:
    """What is wrong is marked in its sentence, with a label in words, the fix and the reason."""
    shown = page(folder, "texts/more.html")

    assert '<span class="s must"' in shown
    assert '<span class="label stop">Must fix</span> We will <mark>utilise</mark> the hall' in shown
    assert "“utilise” is council-speak. <strong>To fix it:</strong> Write instead: use." in shown
    assert "<dt>Words to swap</dt><dd>“utilise”: use; “in order to”: to</dd>" in shown
    assert "<dt>Start with</dt><dd>“We will utilise the hall in order to meet.”</dd>" in shown


def test_what_is_not_english_is_not_scored_and_says_so(folder: Path) -> None:
    """The Urdu lines are shown, and named among what was not checked."""
    assert "Not English: not scored." in page(folder, "texts/more.html")
    assert "that are not in English" in page(folder, "index.html")


def test_before_and_after_are_side_by_side(folder: Path) -> None:
    """A changed text shows which sentences went and which came; too short a text is not called harder."""
    shown = page(folder, "texts/more.html")

    assert "<del>We will meet.</del>" in shown
    assert "<ins>We will utilise the hall in order to meet.</ins>" in shown
    assert "<del>It is dry.</del>" not in shown, "this sentence stayed as it was"
    assert re.search(r"years: too short to judge", shown)


def test_the_overview_says_it_all(folder: Path) -> None:
    """Verdict, figures with their error, waivers, readers, what was not checked; a formula is no reader."""
    shown = page(folder, "index.html")

    assert "Not published: something must be fixed." in shown
    assert "A formula is not a reader." in shown
    assert "Waived</strong> until 2027-01-01 by Head of Law: The law says so" in shown
    assert "Tenants who read slowly" in shown
    assert "Passed. We added the time." in shown
    assert "Whether people understand the words." in shown
    for heading in ("Must fix (", "Please check (", "Waived (1)", "Tests with people"):
        assert heading in shown


def test_a_date_that_a_spreadsheet_turned_round_is_read(folder: Path) -> None:
    """Excel saves a day as 04/11/2025: it is the fourth of November, as it is in Britain."""
    shown = page(folder, "index.html")

    assert "<td>3 November 2025</td>" in shown
    assert "<td>4 November 2025</td>" in shown


def test_what_people_must_test_is_shown(folder: Path) -> None:
    """Each people's check has a row with where it stands, and says how it is done."""
    for name in ("index.html", "print.html"):
        shown = page(folder, name)
        rows = {
            one.id: re.search(rf'<tr><th scope="row"><a href="#{one.id}">.*</tr>', shown)
            for one in peoples.known()
        }
        said = {
            name: plain(row[0].replace("><", "> <")) if row else "" for name, row in rows.items()
        }

        assert "Done Passed. We added the time. (on paper) 3 November 2025" in said["plain-english"]
        assert "Overdue passed (a keyboard) 5 November 2024" in said["keyboard"]
        assert "Done: problems Problems: The code was too low." in said["poster-distance"]
        assert "Not done yet – Never – Now" in said["easy-read"]
        assert all(f'<h4 id="{one.id}">' in shown for one in peoples.known())
        assert all(one.how in html.unescape(shown) for one in peoples.known())


def test_nobody_tested_is_said_plainly(words: Shown, tmp_path: Path) -> None:
    """Without a test by readers the report says that there was none, and where to write it."""
    assert "content/tested.csv" in page(written(words, tmp_path), "index.html")


def test_charts_have_a_table_with_the_same_figures(full: Shown, folder: Path) -> None:
    """Each chart is a picture with a name, and every age in it stands in the table as well."""
    shown = page(folder, "index.html")
    charts = re.findall(r"<svg.*?</svg>", shown, re.DOTALL)
    table = shown.partition('<caption id="scores">')[2].partition("</table>")[0]

    assert {"full text", "poster", "Easy Read"} == {
        name
        for name in ("full text", "poster", "Easy Read")
        for c in charts
        if f"age, {name}," in c
    }
    for reading in full.verdict.readings:
        age = reading.figures.reading_age
        if age and reading.chapter != "whole charter":
            assert f"{age.value:.1f}" in table
    assert all('role="img" aria-labelledby=' in chart for chart in charts)


def test_the_copy_to_print_holds_everything(full: Shown, folder: Path) -> None:
    """print.html alone has the overview and every sentence, and asks for nothing else."""
    shown = page(folder, "print.html")

    for reading in full.verdict.readings:
        for sentence in reading.sentences:
            assert sentence.split()[-1].strip("*") in plain(shown)
    assert "A formula is not a reader." in shown
    assert "@media print" in shown


def test_the_report_asks_for_nothing_from_elsewhere(folder: Path) -> None:
    """No script, no font, no picture and no style from anywhere: it opens from a memory stick."""
    for file in folder.rglob("*.html"):
        shown = file.read_text(encoding="utf-8")
        assert "<script" not in shown
        assert [] == re.findall(r'(?:src|href)="(?:https?:)?//', shown)


def test_links_in_the_report_lead_somewhere(folder: Path) -> None:
    """Every link from a finding to its sentence, and every other one, has its target."""
    ids = {
        file.relative_to(folder).as_posix(): set(
            re.findall(r' id="([^"]+)"', file.read_text("utf-8"))
        )
        for file in folder.rglob("*.html")
    }
    for name in ids:
        for href in links(page(folder, name)):
            target, _, part = href.partition("#")
            where = ((folder / name).parent / target).resolve() if target else folder / name
            assert where.is_file(), f"{name}: {href}"
            if part:
                assert part in ids[where.relative_to(folder).as_posix()], f"{name}: {href}"


def links(shown: str) -> Iterator[str]:
    """The targets of the links of a page."""
    return (found[1] for found in re.finditer(r'<a [^>]*href="([^"]+)"', shown))


def test_scores_open_in_excel_with_every_pledge(words: Shown, tmp_path: Path) -> None:
    """scores.csv starts with the mark Excel looks for, and has a row a version of each pledge."""
    raw = page(written(words, tmp_path), "scores.csv")
    rows = list(csv.DictReader(io.StringIO(raw.removeprefix("\ufeff"))))

    assert raw.startswith("\ufeff")
    for pledge in words.charter.pledges:
        versions = {row["version"] for row in rows if row["chapter"] == pledge.id}
        assert {"full text", "poster", "Easy Read"} == versions
    for name in FORMULAS:
        assert {name, f"{name}_error"} <= rows[0].keys()
    assert {"yes", "no"} == {row["enough_to_judge"] for row in rows}


def test_findings_are_data_with_what_was_checked(folder: Path) -> None:
    """findings.json is what its schema promises: findings whole, waivers, evidence of each check."""
    told = json.loads(page(folder, "findings.json"))
    schema = json.loads(page(folder, "findings.schema.json"))
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.Draft202012Validator(schema).validate(told)

    assert ("TEST-001", "content/pledges/1-a.md", 7) == tuple(
        told["findings"][0][key] for key in ("code", "file", "line")
    )
    assert "Head of Law" == told["waived"][0]["approved_by"]
    assert all(check["expected"] == check["examined"] > 0 for check in told["checks"])
    (swap,) = [f for f in told["findings"] if f["words"] == "utilise" and f["code"] == "READ-006"]
    assert ("use", "more, full text") == (swap["instead"], swap["text"])
    assert "We will utilise the hall in order to meet." == swap["sentence"]


def test_sarif_names_the_right_lines(folder: Path) -> None:
    """findings.sarif has every finding on its line, its rule, and waived ones as suppressed."""
    told = json.loads(page(folder, "findings.json"))
    sarif = json.loads(page(folder, "findings.sarif"))
    (run,) = sarif["runs"]
    known = {rule["id"] for rule in run["tool"]["driver"]["rules"]}
    counted = [result for result in run["results"] if "suppressions" not in result]

    assert "2.1.0" == sarif["version"]
    assert len(told["findings"]) == len(counted)
    assert len(told["waived"]) == len(run["results"]) - len(counted)
    for finding, result in zip(told["findings"], counted, strict=True):
        (place,) = (one["physicalLocation"] for one in result["locations"])
        assert finding["code"] == result["ruleId"] in known
        assert {"Must fix": "error", "Please check": "warning"}[finding["severity"]] == result[
            "level"
        ]
        assert finding["file"] == place["artifactLocation"]["uri"]
        assert finding["line"] == place.get("region", {}).get("startLine")
        assert finding["message"] in result["message"]["text"]


def test_a_failed_tool_is_named(words: Shown, tmp_path: Path) -> None:
    """Where a tool failed the report says so first, not that all is well."""
    failure = Outcome((), frozenset(), frozenset(), failure=ProgramFailed("The browser hung."))
    outcomes = {**words.verdict.outcomes, "Web": failure}
    shown = replace(words, verdict=replace(words.verdict, outcomes=outcomes))
    page_ = page(written(shown, tmp_path), "index.html")

    assert "Not published: the tools failed." in page_
    assert "The browser hung." in page_


@pytest.mark.slow
def test_the_report_passes_the_web_checks(folder: Path) -> None:
    """Overview, pages of texts and the copy to print have no fault that our own gate finds."""
    findings, _ = any_site.judge(folder, load_policy(POLICY))

    assert [] == [str(finding) for finding in findings if finding.blocks]


def test_a_test_without_a_date_is_no_evidence(project: Project) -> None:
    """A row of tested.csv without a date is a finding with its line, not a test."""
    project.write("tested.csv", "what,with,by,when,result\nall,paper,tenants,last week,fine\n")
    ran = project.run("check")

    assert 1 == ran.status
    assert "tested.csv, line 2" in ran.output
    assert "“last week” is not a date." in ran.output


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("We will <answer>.", "We will &lt;answer&gt;."),
        ("Café “ہم آپ” here", 'Café “<span lang="und-Arab" dir="rtl">ہم آپ</span>” here'),
        ("ਅਸੀਂ", '<span lang="und-Guru">ਅਸੀਂ</span>'),
    ],
)
def test_other_letters_are_marked(words: str, shown: str) -> None:
    """Words in other letters have their script and direction; the words themselves stay."""
    assert shown == marked(words)
