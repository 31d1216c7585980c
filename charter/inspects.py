"""`build.py inspect`: the web and PDF checks on any pages or PDFs, in words or as JSON."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from charter.findings import Finding, Rule, Severity, blocked, rules, unique
from charter.model import Place
from charter.policy import Policy
from charter.report.data import finding_data, worst
from charter.terminal import line, print_findings

SCHEMA = 1  # goes up when a name in the JSON changes its meaning
RULES = rules(
    Rule(
        "INSPECT-001",
        Severity.ERROR,
        "There is no such file or folder.",
        "Check how the name is spelt, and which folder it is in.",
        "What is not there can't be inspected.",
    ),
    Rule(
        "INSPECT-002",
        Severity.ERROR,
        "There is nothing here that can be inspected: no web page and no PDF.",
        "Name a PDF, a web page (.html), or a folder with some of them in it.",
        "A check that looked at nothing can't say that all is well.",
    ),
)
PAGES = frozenset({".html", ".htm"})
PDF = ".pdf"

Judged = tuple[tuple[Finding, ...], tuple[str, ...]]
"""What is wrong, and what was left out, each in a sentence."""


@dataclass(frozen=True, slots=True)
class Judges:
    """Who looks at a page, or a folder of pages, and who at several PDFs."""

    pages: Callable[[Path, Policy], Judged]
    pdfs: Callable[[Sequence[Path], Policy], Sequence[Judged]]


@dataclass(frozen=True, slots=True)
class Inspected:
    """What was found at one path: in so many pages, or in a PDF."""

    path: str
    pages: int
    pdfs: int
    findings: tuple[Finding, ...]
    left_out: tuple[str, ...]

    @property
    def verdict(self) -> str:
        """The worst label among the findings; “Passed” where there are none."""
        return worst(self.findings)


def inspect(paths: Sequence[str], judges: Judges, policy: Policy) -> tuple[Inspected, ...]:
    """Look at each path. Raises `ProgramFailed` where a tool could not look."""
    return tuple(_one(path, judges, policy) for path in paths)


def _one(name: str, judges: Judges, policy: Policy) -> Inspected:
    path = Path(name)
    if not path.exists():
        return Inspected(name, 0, 0, (RULES["INSPECT-001"].at(Place(path)),), ())
    files = sorted(path.rglob("*")) if path.is_dir() else [path]
    pages = [file for file in files if file.suffix.lower() in PAGES and file.is_file()]
    pdfs = [file for file in files if file.suffix.lower() == PDF and file.is_file()]
    judged = [judges.pages(path, policy)] if pages else []
    judged += judges.pdfs(pdfs, policy) if pdfs else []
    findings = [finding for found, _ in judged for finding in found]
    left_out = [what for _, without in judged for what in without]
    if not pages and not pdfs:
        findings.append(RULES["INSPECT-002"].at(Place(path)))
    ordered = sorted(unique(findings), key=lambda finding: not finding.blocks)
    return Inspected(name, len(pages), len(pdfs), tuple(ordered), tuple(dict.fromkeys(left_out)))


def show(results: Iterable[Inspected]) -> None:
    """Say it to people: what was looked at, what was left out, what to do."""
    for result in results:
        print(f"\n{result.path}")
        print(line("  Web pages", str(result.pages)))
        print(line("  PDFs", str(result.pdfs)))
        print(line("  Verdict", result.verdict))
        print_findings(result.findings)
        for what in result.left_out:
            print(f"Left out: {what}")
    print("\nPrograms find about half of what keeps people out. Ask some of the people, too.")


def as_json(results: Iterable[Inspected]) -> str:
    """Say it to programs. inspect.schema.json in charter/report says what is in it."""
    data = {
        "schema": SCHEMA,
        "paths": [
            {
                "path": result.path,
                "pages": result.pages,
                "pdfs": result.pdfs,
                "verdict": result.verdict,
                "left_out": list(result.left_out),
                "findings": [finding_data(finding) for finding in result.findings],
            }
            for result in results
        ],
    }
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def must_fix(results: Iterable[Inspected]) -> bool:
    """Whether anything must be fixed at any path."""
    return any(blocked(result.findings) for result in results)
