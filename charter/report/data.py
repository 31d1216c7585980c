"""The report for programs and for Excel: findings.json, findings.sarif, scores.csv."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Mapping
from datetime import date
from urllib.parse import quote

from charter.findings import Finding, Rule, Severity
from charter.model import Charter
from charter.peoples import Standing, standings
from charter.pipeline import Verdict
from charter.policy import Waiver
from charter.reading import FORMULAS, Reading

SCHEMA = 1  # goes up when a name in findings.json changes its meaning


def as_data(verdict: Verdict, charter: Charter | None, today: date) -> dict[str, object]:
    """The verdict as plain data: the content of findings.json (see findings.schema.json)."""
    return {
        "schema": SCHEMA,
        "title": charter.facts.title if charter else "",
        "version": charter.facts.version if charter else "",
        "date": today.isoformat(),
        "published": verdict.published,
        "failures": [str(failure) for failure in verdict.failures],
        "findings": [finding_data(finding) for finding in verdict.findings],
        "waived": [finding_data(finding) | _waiver(waiver) for finding, waiver in verdict.waived],
        "checks": [
            {
                "name": name,
                "expected": len(outcome.expected),
                "examined": len(outcome.expected & outcome.examined),
                "findings": len(outcome.findings),
            }
            for name, outcome in verdict.outcomes.items()
        ],
        "people": [_people(one) for one in (standings(charter.tested, today) if charter else ())],
    }


def _people(one: Standing) -> dict[str, object]:
    """Where a people's check stands, as plain data."""
    ended = one.ending
    return {
        "id": one.check.id,
        "name": one.check.name,
        "stands": one.timing.label,
        "result": ended.name.casefold() if ended else "",
        "tested": one.last.when.isoformat() if one.last else None,
        "due": one.due.isoformat() if one.due else None,
    }


def finding_data(finding: Finding) -> dict[str, object]:
    """A finding as plain data. `words` are those meant in `sentence`, of the text named `text`."""
    return {
        "code": finding.rule.code,
        "severity": finding.rule.severity.value,
        "file": finding.place.file.as_posix(),
        "line": finding.place.line,
        "unit": finding.place.unit,
        "text": finding.text,
        "sentence": finding.sentence,
        "words": finding.words,
        "instead": str(finding.facts.get("instead") or ""),
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


def worst(findings: Iterable[Finding]) -> str:
    """The worst label among some findings; “Passed” where there are none."""
    labels = {finding.rule.severity for finding in findings}
    return next((severity.value for severity in Severity if severity in labels), "Passed")


def verdict_on(reading: Reading, findings: Iterable[Finding]) -> str:
    """The worst label among the `findings` about a text; “Passed” where there are none."""
    if not reading.figures.sentences:
        return "Not English"
    return worst(finding for finding in findings if finding.text == reading.label)


COLUMNS = (
    "chapter", "version", "words", "sentences", "mean_sentence", "longest_sentence",
    "reading_age", "reading_age_error", *(c for n in FORMULAS for c in (n, f"{n}_error")),
    "passive_percent", "enough_to_judge", "change_in_age", "change_is_noise", "verdict",
    "worst_sentence",
)  # fmt: skip


def score_row(reading: Reading, findings: Iterable[Finding]) -> Mapping[str, str]:
    """One line of scores.csv."""
    figures, change, age = reading.figures, reading.change, reading.figures.reading_age
    row = {
        "chapter": reading.chapter,
        "version": reading.version,
        "words": str(figures.words),
        "sentences": str(figures.sentences),
        "mean_sentence": f"{figures.mean:.1f}",
        "longest_sentence": str(figures.longest),
        "reading_age": _number(age.value if age else None),
        "reading_age_error": _number(age.error if age else None),
        "passive_percent": f"{100 * figures.passives / max(1, figures.sentences):.0f}",
        "enough_to_judge": "yes" if figures.enough else "no",
        "change_in_age": _number(change.harder if change else None),
        "change_is_noise": ("yes" if change.within_noise else "no") if change else "",
        "verdict": verdict_on(reading, findings),
        "worst_sentence": _no_formula(reading.worst),
    }
    for name, score in figures.scores.items():
        row |= {name: _number(score.value), f"{name}_error": _number(score.error)}
    return row


def _no_formula(words: str) -> str:
    """`words` as Excel shows them: it would work out what begins with one of these signs."""
    return f"'{words}" if words[:1] in {"=", "+", "-", "@"} else words


def _number(value: float | None) -> str:
    return "" if value is None else f"{value:.1f}"


def as_csv(columns: Iterable[str], rows: Iterable[Mapping[str, str]]) -> str:
    """A spreadsheet that Excel opens with every letter right (it looks for the mark in front)."""
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, list(columns), restval="")
    writer.writeheader()
    writer.writerows(rows)
    return "\ufeff" + out.getvalue()


_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning"}


def as_sarif(verdict: Verdict) -> str:
    """The findings as SARIF 2.1.0 (OASIS), with which code hosts show them on their lines."""
    waived = [(finding, [_suppression(waiver)]) for finding, waiver in verdict.waived]
    every = [*((finding, None) for finding in verdict.findings), *waived]
    found = {finding.rule.code: finding.rule for finding, _ in every}
    run = {
        "tool": {"driver": {"name": "charter", "rules": [_rule(r) for r in found.values()]}},
        "originalUriBaseIds": {"ROOT": {"description": {"text": "The top folder of the project"}}},
        "results": [_result(finding, suppressed) for finding, suppressed in every],
    }
    data = {
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [run],
    }
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def _rule(rule: Rule) -> dict[str, object]:
    return {
        "id": rule.code,
        "shortDescription": {"text": rule.why},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
    }


def _result(finding: Finding, suppressed: list[dict[str, object]] | None) -> dict[str, object]:
    file = finding.place.file
    where = {"uri": quote(file.as_posix())}
    if not (file.is_absolute() or ".." in file.parts):
        where["uriBaseId"] = "ROOT"
    place: dict[str, object] = {"artifactLocation": where}
    if finding.place.line and finding.place.unit == "line":
        snippet = {"snippet": {"text": finding.sentence}} if finding.sentence else {}
        place["region"] = {"startLine": finding.place.line, **snippet}
    result: dict[str, object] = {
        "ruleId": finding.rule.code,
        "level": _LEVELS[finding.rule.severity],
        "message": {"text": f"{finding.message}\nTo fix it: {finding.fix}"},
        "locations": [{"physicalLocation": place}],
    }
    return result | ({"suppressions": suppressed} if suppressed else {})


def _suppression(waiver: Waiver) -> dict[str, object]:
    words = f"{waiver.reason} Approved by {waiver.approved_by} until {waiver.until}."
    return {"kind": "external", "justification": words}
