"""Dates: readers can see when the charter was agreed, and aren't misled about its review."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from charter.contracts import Draft, Stage
from charter.findings import Finding, Outcome, Rule, Severity, rules
from charter.frontmatter import NO_DATE
from charter.model import Facts

TITLE = "Dates"
STAGE = Stage.CONTENT
RULES = rules(
    Rule(
        "DATE-001",
        Severity.ERROR,
        "The date after “{fact}” has not come yet: {day}.",
        "Check the year and the month. If the date is right, publish on that day.",
        "Nothing can have happened on a day that is still to come.",
    ),
    Rule(
        "DATE-002",
        Severity.ERROR,
        "The review date, {review}, is not after the day of publication, {published}.",
        "Check both dates. The review is the next time that you will look at the charter.",
        "Readers want to know when the charter will be looked at again.",
    ),
    Rule(
        "DATE-003",
        Severity.WARNING,
        "The review was due on {review}. Readers are told so.",
        "Review the charter. Then change “published” and “review”, and delete “review_note”.",
        "A charter that is not reviewed when it said so loses people's trust.",
    ),
    Rule(
        "DATE-004",
        Severity.ERROR,
        "The review was due on {review}, and readers are not told that it is late.",
        "Add the line “review_note: …” to the top of charter.md. Say that the date has passed.",
        "A late review is honest only if people can see that it is late.",
    ),
    Rule(
        "DATE-005",
        Severity.ERROR,
        "There is a note for readers about the review, but it is not due until {review}.",
        "Delete “review_note”. It is for a review that is late.",
        "Readers would think that the charter is out of date.",
    ),
    Rule(
        "DATE-006",
        Severity.ERROR,
        "“{there}” is filled in, but “{missing}” is not.",
        "Add the line “{missing}: …”. If nobody has tested the Easy Read yet, delete “{there}”.",
        "“Draft” comes off the Easy Read only when a named group tested it on a named day.",
    ),
)


def run(draft: Draft) -> Outcome:
    """Compare the dates in charter.md with each other and with today."""
    facts = draft.charter.facts
    findings = (*_past(facts, draft.today), *_review(facts, draft.today), *_tested(facts))
    looked_at = frozenset({"published", "review", "review_note", "easy_read_tested"})
    return Outcome(findings, looked_at, looked_at)


def _past(facts: Facts, today: date) -> Iterator[Finding]:
    for fact, day in (
        ("published", facts.published),
        ("easy_read_tested_on", facts.easy_read_tested_on),
    ):
        if day and day > today:
            yield RULES["DATE-001"].at(facts.where(fact), fact=fact, day=spoken(day))


def _review(facts: Facts, today: date) -> Iterator[Finding]:
    place, review = facts.where("review"), facts.review
    if NO_DATE in (review, facts.published):
        return  # the loader has said so
    if review <= facts.published:
        published = spoken(facts.published)
        yield RULES["DATE-002"].at(place, review=spoken(review), published=published)
    elif review < today:
        late = RULES["DATE-003" if facts.review_note else "DATE-004"]
        yield late.at(place, review=spoken(review))
    elif facts.review_note:
        yield RULES["DATE-005"].at(facts.where("review_note"), review=spoken(review))


def _tested(facts: Facts) -> Iterator[Finding]:
    by, on = "easy_read_tested_by", "easy_read_tested_on"
    if facts.easy_read_tested_by and not facts.easy_read_tested_on:
        yield RULES["DATE-006"].at(facts.where(by), there=by, missing=on)
    elif facts.easy_read_tested_on and not facts.easy_read_tested_by:
        yield RULES["DATE-006"].at(facts.where(on), there=on, missing=by)


def spoken(day: date) -> str:
    """A date as people say it: 30 June 2025."""
    return f"{day.day} {day:%B} {day.year}"
