"""The facts that the accessibility statement is written from: all there, possible, and recent."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from charter import statement
from charter.contracts import Draft, Stage
from charter.findings import Finding, Outcome, Rule, Severity, rules
from charter.model import Charter
from checks.dates import spoken

TITLE = "Facts for the accessibility statement"
STAGE = Stage.CONTENT
_LAW = "The law asks for it (Public Sector Bodies Accessibility Regulations 2018, regulation 8)."
RULES = rules(
    Rule(
        "STATEMENT-001",
        Severity.ERROR,
        "The accessibility statement does not know {what}: “{key}” is missing.",
        "Add a line below “accessibility:” at the top of charter.md, such as “{example}”.",
        _LAW,
    ),
    Rule(
        "STATEMENT-002",
        Severity.ERROR,
        "“{value}” is not a nation of the United Kingdom.",
        "After “nation”, write one of: {known}.",
        "In Northern Ireland another commission sees to the law. People must know which.",
    ),
    Rule(
        "STATEMENT-003",
        Severity.ERROR,
        "The accessibility statement was last reviewed on {day}, over a year ago.",
        "Read the statement. See whether it is still true. Then write today’s date after "
        "“reviewed”.",
        "A statement that is out of date sends people to what does not work for them.",
    ),
    Rule(
        "STATEMENT-004",
        Severity.ERROR,
        "The date after “{key}” in “accessibility” has not come yet: {day}.",
        "Check the year and the month.",
        "Nothing can have happened on a day that is still to come.",
    ),
    Rule(
        "STATEMENT-005",
        Severity.ERROR,
        "The statement was reviewed on {reviewed}, before it was prepared on {prepared}.",
        "Check both dates.",
        "Readers must be able to trust the dates of the statement.",
    ),
    Rule(
        "STATEMENT-006",
        Severity.ERROR,
        "“{value}” can’t be the address of a contact form.",
        "Write the whole address. It starts with https://. Without a form, delete this line.",
        "People who find something that they can’t use must be able to say so.",
    ),
)

_NEEDED = {
    "prepared": ("when it was written", "prepared: 2026-03-01"),
    "reviewed": ("when it was last reviewed", "reviewed: 2026-03-01"),
    "tested": (
        "when your team last read what the programs found (it is in the report)",
        "tested: 2026-03-01",
    ),
    "tested_by": ("who read it", "tested_by: the web team"),
    "answer_in": ("how long an answer takes", "answer_in: 10 working days"),
    "nation": ("in which nation you are", "nation: england"),
}
_DATES = ("prepared", "reviewed", "tested")


def run(draft: Draft) -> Outcome:
    """Look at each fact below “accessibility” at the top of charter.md."""
    looked_at = frozenset({*_NEEDED, "form"})
    return Outcome(tuple(_wrong(draft.charter, draft.today)), looked_at, looked_at)


def _wrong(charter: Charter, today: date) -> Iterator[Finding]:
    facts, place = charter.facts.accessibility, charter.facts.where("accessibility")

    def at(fact: str, code: str, **more: object) -> Finding:
        return RULES[code].at(charter.facts.where(f"accessibility.{fact}"), **more)

    for key, (what, example) in _NEEDED.items():
        if not getattr(facts, key):
            yield RULES["STATEMENT-001"].at(place, what=what, key=key, example=example)
    if facts.nation and not statement.nation(facts.nation):
        known = ", ".join(statement.NATIONS)
        yield at("nation", "STATEMENT-002", value=facts.nation, known=known)
    for key in _DATES:
        day = getattr(facts, key)
        if day and day > today:
            yield at(key, "STATEMENT-004", key=key, day=spoken(day))
    reviewed, prepared = facts.reviewed, facts.prepared
    if reviewed and reviewed + statement.HOLDS < today:
        yield at("reviewed", "STATEMENT-003", day=spoken(reviewed))
    if reviewed and prepared and reviewed < prepared:
        days = {"reviewed": spoken(reviewed), "prepared": spoken(prepared)}
        yield at("reviewed", "STATEMENT-005", **days)
    if facts.form and not _is_address(facts.form):
        yield at("form", "STATEMENT-006", value=facts.form)


def _is_address(value: str) -> bool:
    """Whether `value` is an address that a browser opens safely."""
    host = value.removeprefix("https://").split("/")[0]
    return value.startswith("https://") and "." in host and " " not in value
