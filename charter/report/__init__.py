"""What reviewers read: index.html for people, findings.json for programs, scores.csv for Excel."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path

from charter.findings import Finding
from charter.model import Charter
from charter.pipeline import Verdict
from charter.policy import Waiver

SCHEMA = 1  # goes up when a name in findings.json changes its meaning
NOT_CHECKED = (
    "Whether people understand the words. Ask some of the people the charter is for.",
    "Whether the Easy Read works. Only people with learning disabilities can say so.",
    "Whether a description says what matters in its picture.",
    "How it all works with a real screen reader. Programs find less than half of all barriers.",
    "Whether the promises are kept.",
)


def as_data(verdict: Verdict, charter: Charter | None, today: date) -> dict[str, object]:
    """The verdict as plain data: the content of findings.json."""
    return {
        "schema": SCHEMA,
        "title": charter.facts.title if charter else "",
        "version": charter.facts.version if charter else "",
        "date": today.isoformat(),
        "published": verdict.published,
        "failures": [str(failure) for failure in verdict.failures],
        "findings": [_finding(finding) for finding in verdict.findings],
        "waived": [_finding(finding) | _waiver(waiver) for finding, waiver in verdict.waived],
        "checks": [
            {
                "name": name,
                "expected": len(outcome.expected),
                "examined": len(outcome.expected & outcome.examined),
                "findings": len(outcome.findings),
            }
            for name, outcome in verdict.outcomes.items()
        ],
    }


def _finding(finding: Finding) -> dict[str, object]:
    return {
        "code": finding.rule.code,
        "severity": finding.rule.severity.value,
        "file": finding.place.file.as_posix(),
        "line": finding.place.line,
        "message": finding.message,
        "fix": finding.fix,
        "why": finding.rule.why,
    }


def _waiver(waiver: Waiver) -> dict[str, object]:
    return {
        "reason": waiver.reason,
        "approved_by": waiver.approved_by,
        "until": waiver.until.isoformat(),
    }


def as_json(verdict: Verdict, charter: Charter | None, today: date) -> str:
    """findings.json, and what `--json` prints."""
    return json.dumps(as_data(verdict, charter, today), ensure_ascii=False, indent=2) + "\n"


def scores_table(verdict: Verdict) -> tuple[tuple[str, ...], list[Mapping[str, str]]]:
    """The column names and rows of every check that keeps scores."""
    rows = [row for outcome in verdict.outcomes.values() for row in outcome.scores]
    columns = tuple(dict.fromkeys(name for row in rows for name in row))
    return columns, rows


def as_csv(columns: Iterable[str], rows: Iterable[Mapping[str, str]]) -> str:
    """A spreadsheet that Excel opens with every letter right (it looks for the mark in front)."""
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, list(columns), restval="")
    writer.writeheader()
    writer.writerows(rows)
    return "\ufeff" + out.getvalue()


def write(verdict: Verdict, charter: Charter | None, today: date, folder: Path) -> None:
    """Write the three files of the report into `folder`, which need not be there yet."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined  # noqa: PLC0415  slow

    columns, rows = scores_table(verdict)
    environment = Environment(
        loader=FileSystemLoader(Path(__file__).parent),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    page = environment.get_template("index.html.j2").render(
        data=as_data(verdict, charter, today),
        today=today,
        blocked=verdict.blocked,
        checked=bool(verdict.artefacts),
        columns=columns,
        rows=rows,
        not_checked=NOT_CHECKED,
    )
    data = as_json(verdict, charter, today)
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "index.html").write_text(page, encoding="utf-8", newline="\n")
    (folder / "findings.json").write_text(data, encoding="utf-8", newline="\n")
    (folder / "scores.csv").write_text(as_csv(columns, rows), encoding="utf-8", newline="")
