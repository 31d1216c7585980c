"""People's checks: rows of tested.csv that can be used, and what people still have to test."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from charter import peoples
from charter.contracts import Draft, Stage
from charter.findings import Finding, Outcome, Rule, Severity, rules
from charter.model import Charter, Place, Tested
from charter.peoples import Ending, Standing, Timing
from checks.dates import spoken

TITLE = "Tests with people"
STAGE = Stage.CONTENT
_HOW = "The report says how, step by step. Then add a row to tested.csv."
RULES = rules(
    Rule(
        "TESTED-001",
        Severity.ERROR,
        "“{what}” is not the name of a people’s check. The nearest is “{nearest}”.",
        "Write one of these names in the column “what”: {known}.",
        "A test that belongs to no check would count for nothing, and nobody would be told.",
    ),
    Rule(
        "TESTED-002",
        Severity.ERROR,
        "The result does not begin with how the test ended. It says “{result}”.",
        "Begin it with “passed”, “problems: …” or “failed: …”, then say more in your own words.",
        "The accessibility statement says how each test ended. It must not be guessed.",
    ),
    Rule(
        "TESTED-003",
        Severity.ERROR,
        "The result says “{ended}”, but not what went wrong.",
        "Say it in a sentence: “{ended}: The menu could not be opened.”",
        "The accessibility statement must tell people what does not work.",
    ),
    Rule(
        "TESTED-004",
        Severity.ERROR,
        "This row does not say who tested.",
        "Fill in the column “by” with a group or a role, such as “two residents who are blind”.",
        "A test that nobody did is no evidence.",
    ),
    Rule(
        "TESTED-005",
        Severity.WARNING,
        "“{by}” looks like the name or the address of a person.",
        "Write a group or a role instead, such as “two residents who are blind”.",
        "The website and the report show it. Nobody’s health should be told with their name.",
    ),
    Rule(
        "TESTED-006",
        Severity.ERROR,
        "The day of this test has not come yet: {day}.",
        "Check the year and the month. Write down a test only after it took place.",
        "A test that is still to come is no evidence.",
    ),
    Rule(
        "TESTED-007",
        Severity.WARNING,
        "People have not tested {count} of {all} things that no program can judge: {names}.",
        "Begin with one of them. " + _HOW,
        "Programs find less than half of what shuts people out.",
    ),
    Rule(
        "TESTED-008",
        Severity.WARNING,
        "“{check}” was last tested on {day}. A test like this holds for {months} months.",
        "Test it with people again. " + _HOW,
        "Screen readers, browsers and the charter itself have changed since.",
    ),
    Rule(
        "TESTED-009",
        Severity.WARNING,
        "People had problems in “{check}” ({kit}): {words}.",
        "Put it right, and test it with people again in the same way. " + _HOW,
        "Until then the accessibility statement tells readers about it.",
    ),
    Rule(
        "TESTED-010",
        Severity.WARNING,
        "“{check}” failed ({kit}): {words}.",
        "Put this right first, and test it with people again in the same way. " + _HOW,
        "Some people can’t use the charter. The accessibility statement says so.",
    ),
)

_PERSON = re.compile(r"\b(mrs?|ms|miss|dr|prof|sir|dame)\b\.? +[A-Z]|@|\d{5,}", re.IGNORECASE)


def run(draft: Draft) -> Outcome:
    """Look at each row of tested.csv, and at where each people's check stands today."""
    charter = draft.charter
    rows = [finding for test in charter.tested for finding in _row(test, draft.today)]
    standings = peoples.standings(charter.tested, draft.today)
    findings = (*rows, *_never(charter, standings), *_stand(standings))
    examined = {str(test.place) for test in charter.tested} | {s.check.id for s in standings}
    expected = {str(test.place) for test in charter.tested} | {c.id for c in peoples.known()}
    return Outcome(findings, frozenset(expected), frozenset(examined))


def _row(test: Tested, today: date) -> Iterator[Finding]:
    """What is wrong with one row."""
    place = test.place
    if peoples.find(test.what) is None:
        near, known = peoples.nearest(test.what).name, ", ".join(c.name for c in peoples.known())
        yield RULES["TESTED-001"].at(place, what=test.what, nearest=near, known=known)
    ended = peoples.ending(test.result)
    if ended is None:
        yield RULES["TESTED-002"].at(place, result=test.result)
    elif ended is not Ending.PASSED and not peoples.details(test.result):
        yield RULES["TESTED-003"].at(place, ended=ended.name.casefold())
    if not any(letter.isalnum() for letter in test.by):
        yield RULES["TESTED-004"].at(place)
    elif _PERSON.search(test.by):
        yield RULES["TESTED-005"].at(place, by=test.by)
    if test.when > today:
        yield RULES["TESTED-006"].at(place, day=spoken(test.when))


def _never(charter: Charter, standings: tuple[Standing, ...]) -> Iterator[Finding]:
    """One finding for all that nobody has tested: thirteen would drown every other."""
    names = [one.check.name for one in standings if one.timing is Timing.NEVER]
    if names:
        facts = {"count": len(names), "all": len(standings), "names": ", ".join(names)}
        yield RULES["TESTED-007"].at(Place(charter.folder / "tested.csv"), **facts)


def _stand(standings: tuple[Standing, ...]) -> Iterator[Finding]:
    """What is overdue, and what people could not use."""
    for one in standings:
        name = one.check.name
        if one.last and one.timing is Timing.OVERDUE:
            facts = {"check": name, "day": spoken(one.last.when), "months": one.check.months}
            yield RULES["TESTED-008"].at(one.last.place, **facts)
        for test in one.tests:
            code = {Ending.PROBLEMS: "TESTED-009", Ending.FAILED: "TESTED-010"}.get(
                peoples.ending(test.result) or Ending.PASSED
            )
            words = peoples.details(test.result)
            if code and words:
                kit = test.with_ or test.by
                yield RULES[code].at(test.place, check=name, kit=kit, words=words)
