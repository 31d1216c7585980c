"""How accessible the charter may be said to be: derived from evidence, never better than it.

The three answers are those of the model statement (Commission Implementing Decision (EU)
2018/1523): fully, partially or not compliant with WCAG 2.2 AA.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import IntEnum
from pathlib import Path

from charter.frontmatter import NO_DATE
from charter.model import Charter
from charter.peoples import Ending, Standing, standings
from charter.policy import Policy, Waiver

ID = "accessibility-statement"
"""The page of the statement, as authors link to it and as its address ends."""

TITLE = "Accessibility statement"
LEAD = (
    "Some people may find parts of our website or documents hard to use. We say which in our ",
    "accessibility statement",
    ".",
)
"""What long documents end in: the words before the link, the link, and those after it."""

HOLDS = timedelta(days=365)
"""How long a review of the statement holds (GOV.UK: review it at least once a year)."""

NATIONS = {
    "england": "England",
    "scotland": "Scotland",
    "wales": "Wales",
    "northern-ireland": "Northern Ireland",
}
NORTHERN_IRELAND = "northern-ireland"

# Rules about words and dates that no one is shut out by. Any other rule counts, a new one too.
_HARMLESS = ("READ-", "AGREE-", "DATE-", "PLACE-")


class Status(IntEnum):
    """What the statement says; the higher the better. `label` is its word in the sentence."""

    NOT = 0
    PARTIALLY = 1
    FULLY = 2

    @property
    def label(self) -> str:
        """The word before “compliant”."""
        return self.name.casefold()


@dataclass(frozen=True, slots=True)
class Evidence:
    """All that is known about whether people can use the charter.

    `machine`: programs looked at all that is published, and found nothing that must be fixed but
    what `waivers` let through. `exempt`: content is left out as a disproportionate burden, or as
    out of scope. `people` has where each people's check stands.
    """

    machine: bool
    waivers: tuple[Waiver, ...]
    exempt: bool
    people: tuple[Standing, ...]


def status(evidence: Evidence) -> Status:
    """The best that may be said.

    “Not”: an essential people's check failed, or nobody and nothing tested the charter. “Fully”:
    programs tested it, nothing is waived or left out, no people's check has problems or failed,
    and each that counts was passed and is in date. Everything between is “partially”.
    """
    done = [one for one in evidence.people if one.ending]
    if any(one.ending is Ending.FAILED and one.check.essential for one in done):
        return Status.NOT
    if not evidence.machine and not done:
        return Status.NOT
    known_faults = evidence.exempt or any(shuts_out(one.code) for one in evidence.waivers)
    passed = all(one.holds for one in evidence.people if one.check.counts)
    sound = all(one.ending is Ending.PASSED for one in done)
    if evidence.machine and evidence.people and passed and sound and not known_faults:
        return Status.FULLY
    return Status.PARTIALLY


def shuts_out(code: str) -> bool:
    """Whether what a waiver for this rule lets through can shut people out."""
    return not code.startswith(_HARMLESS)


def gather(
    charter: Charter, waivers: Iterable[Waiver], day: date, *, machine: bool = True
) -> Evidence:
    """The evidence about `charter` as it stands on `day`."""
    facts = charter.facts.accessibility
    return Evidence(
        machine,
        tuple(one for one in waivers if shuts_out(one.code)),
        bool(facts.disproportionate_burden or facts.out_of_scope),
        standings(charter.tested, day),
    )


def as_of(charter: Charter) -> date:
    """The day that the statement speaks of: its last review, or the last test if that is later.

    A page made from the same content must be the same on any day, so it can't ask the clock. A
    check compares what it claims with what is true today.
    """
    reviewed = charter.facts.accessibility.reviewed
    days = [test.when for test in charter.tested] + ([reviewed] if reviewed else [])
    return max(days, default=charter.facts.published or NO_DATE)


def last_test(charter: Charter) -> date | None:
    """The newest of the people's tests and of the day the team last read the programs' results."""
    read = charter.facts.accessibility.tested
    days = [test.when for test in charter.tested] + ([read] if read else [])
    return max(days, default=None)


def waivers_of(policy: Policy, content: Path) -> tuple[Waiver, ...]:
    """The waivers for the charter in folder `content`.

    Those that have ended too: what they let through is still there until somebody mends it, and
    the gate is shut for as long as they are.
    """
    return tuple(one for one in policy.waivers if one.is_for(content))


def nation(written: str) -> str:
    """A key of NATIONS, however it is written; "" where it is none."""
    name = "-".join(written.casefold().replace("-", " ").replace("_", " ").split())
    return name if name in NATIONS else ""


def address(charter: Charter) -> str:
    """Where the statement is on the published site."""
    return f"{charter.facts.site.rstrip('/')}/{ID}/"
