"""What checks say, and whether it stops publication."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from enum import Enum

from charter.look import Look
from charter.model import Place
from charter.programs import ProgramFailed
from charter.reading import Reading


class Severity(Enum):
    """The value is the label people see."""

    ERROR = "Must fix"
    WARNING = "Please check"


@dataclass(frozen=True, slots=True)
class Rule:
    """One thing that can be wrong, with all its wording in one place.

    `message` and `fix` are `str.format` templates, filled in by the facts given to `at`.
    """

    code: str
    severity: Severity
    message: str
    fix: str
    why: str

    def at(self, place: Place, **facts: object) -> Finding:
        """A finding that breaks this rule at `place`."""
        return Finding(self, place, facts)


@dataclass(frozen=True, slots=True)
class Finding:
    """A rule broken at a place.

    Where it is about a text that was read, `text` is the label of its reading. Where it is about
    one sentence, `sentence` is that sentence, and `start` and `end` say which signs of it are
    meant; both are 0 where the whole sentence is.
    """

    rule: Rule
    place: Place
    facts: Mapping[str, object]
    sentence: str = ""
    start: int = 0
    end: int = 0
    text: str = ""

    def within(self, sentence: str, start: int = 0, end: int = 0) -> Finding:
        """The same finding, with the sentence it is about and the signs that are meant."""
        return replace(self, sentence=sentence, start=start, end=end)

    @property
    def words(self) -> str:
        """The words that are meant, as they stand there; "" where it is not about any."""
        return self.sentence[self.start : self.end or None]

    @property
    def message(self) -> str:
        """What is wrong, in a sentence or two."""
        return self.rule.message.format(**self.facts)

    @property
    def fix(self) -> str:
        """What the reader of this finding can do about it."""
        return self.rule.fix.format(**self.facts)

    @property
    def blocks(self) -> bool:
        """Whether this finding shuts the gate."""
        return self.rule.severity is Severity.ERROR

    def __str__(self) -> str:
        return (
            f"{self.rule.severity.value}: {self.place}\n"
            f"  {self.message}\n"
            f"  To fix it: {self.fix}\n"
            f"  ({self.rule.code})"
        )


@dataclass(frozen=True, slots=True)
class Outcome:
    """A check's answer, with its evidence: what it meant to look at, and what it did.

    `readings` are texts with their figures, `looks` pictures, both for the reviewers' report.
    `failure` is there where the check's tool failed, so that nothing was proved either way.
    """

    findings: tuple[Finding, ...]
    expected: frozenset[str]
    examined: frozenset[str]
    readings: tuple[Reading, ...] = ()
    failure: ProgramFailed | None = None
    looks: tuple[Look, ...] = ()


class Wrong(Exception):  # noqa: N818  it carries findings, it is not a fault of the program
    """What an author wrote cannot be used any further; `findings` say where and why."""

    def __init__(self, *findings: Finding) -> None:
        """Keep the findings for whoever prints them."""
        super().__init__("; ".join(finding.message for finding in findings))
        self.findings = findings


def rules(*several: Rule) -> dict[str, Rule]:
    """Rules by their codes, for a check's RULES."""
    return {rule.code: rule for rule in several}


def unique(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings in order, each said once."""
    first: dict[object, Finding] = {}
    for one in findings:
        first.setdefault((one.rule.code, one.place, one.message, one.fix), one)
    return tuple(first.values())


def blocked(findings: Iterable[Finding]) -> bool:
    """Whether the gate is shut."""
    return any(finding.blocks for finding in findings)
