"""The accessibility statement in words, as blocks that any format can show.

It has every part that regulation 8 of SI 2018/952 and the model statement (Commission Implementing
Decision (EU) 2018/1523) ask for; PARTS has their headings. Some sentences are fixed by the model:
to which site it applies, the status, and who enforces the law.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from urllib.parse import quote

from charter import statement
from charter.lists import contact_ways
from charter.model import (
    Block,
    Blocks,
    Charter,
    Heading,
    Item,
    List,
    Paragraph,
    Place,
    Span,
    Tested,
)
from charter.peoples import Ending, Standing, details, ending
from charter.policy import Waiver
from charter.statement import Evidence, Status

LAW = (
    "Public Sector Bodies (Websites and Mobile Applications) (No. 2) Accessibility Regulations 2018"
)
GUIDELINES = "Web Content Accessibility Guidelines version 2.2 AA standard"
_WCAG = "https://www.w3.org/TR/WCAG22/"
_ENFORCEMENT = "https://www.legislation.gov.uk/uksi/2018/952/part/5"

PARTS = {
    "use": "How you can use this website",
    "status": "Compliance status",
    "content": "Non-accessible content",
    "failing": "Non-compliance with the accessibility regulations",
    "burden": "Disproportionate burden",
    "scope": "Content that is not within the scope of the accessibility regulations",
    "ways": "Other ways to get the same information",
    "tests": "How we tested",
    "people": "What people have tested",
    "untested": "What people have not tested",
    "prepared": "Preparation of this accessibility statement",
    "contact": "Feedback and contact information",
    "ask": "Ask for information that is not accessible",
    "enforcement": "Enforcement procedure",
}
"""The heading of each part."""

PROGRAMS = (
    "the Nu Html Checker looks at each page’s code, in HyperText Markup Language (HTML)",
    "axe-core, AccessLint and HTML CodeSniffer (through pa11y-ci) look at each page",
    "programs of our own use each page by keyboard, on a small screen and without scripts",
    "veraPDF and page-validation look at each PDF document",
)


def blocks(charter: Charter, evidence: Evidence) -> Blocks:
    """The whole statement below its title."""
    place = charter.facts.where("accessibility")
    parts = (
        _opening(charter, evidence),
        _status(evidence),
        _content(charter, evidence),
        _ways(),
        _tests(charter, evidence),
        _prepared(charter),
        _contact(charter),
        _enforcement(charter),
    )
    return tuple(_block(one, place) for part in parts for one in part)


def claim(status: Status) -> str:
    """The sentence with the status, in the words that the model statement fixes."""
    return f"This website is {status.label} compliant with the {GUIDELINES}."


Said = str | tuple[str | Span, ...]
"""A sentence or several: words, or words with links and bold ones between them."""


@dataclass(frozen=True, slots=True)
class _Part:
    """The heading of a part, by its key in PARTS."""

    key: str
    level: int = 2


_Piece = _Part | Said | list[Said] | List


def _block(piece: _Piece, place: Place) -> Block:
    """A piece as a heading, a list or a paragraph that stands at `place`."""
    match piece:
        case List():
            return piece
        case _Part():
            return Heading(piece.level, (Span(PARTS[piece.key]),), place)
        case list():
            items = tuple(Item(_spans(one), place) for one in piece)
            return List(ordered=False, items=items, place=place)
        case _:
            return Paragraph(_spans(piece), place)


def _spans(said: Said) -> tuple[Span, ...]:
    several = (said,) if isinstance(said, str) else said
    return tuple(Span(one) if isinstance(one, str) else one for one in several)


def _opening(charter: Charter, evidence: Evidence) -> Iterator[_Piece]:
    facts = charter.facts
    site = Span(facts.site.split("://")[-1].rstrip("/"), href=facts.site)
    yield (
        f"This accessibility statement applies to the website “{facts.title}” and its documents. ",
        "Its address is ",
        site,
        ".",
    )
    yield f"{facts.organisation} run this website. We want as many people as possible to use it."
    if evidence.machine:
        yield _Part("use")
        yield "You should be able to:"
        yield [
            "zoom in to 400% and never scroll sideways",
            "make the words twice as large, and change the space between them",
            "reach everything with a keyboard alone",
            "choose light, dark or strong colours",
            "read every page with scripts switched off",
        ]


def _status(evidence: Evidence) -> Iterator[_Piece]:
    answer = statement.status(evidence)
    bold = f"{answer.label} compliant"
    before, between, after = re.split(f"{bold}|{GUIDELINES}", claim(answer))
    yield _Part("status")
    yield (before, Span(bold, strong=True), between, Span(GUIDELINES, href=_WCAG), after)
    reasons = list(_reasons(evidence))
    if reasons:
        yield "We say this because:"
        yield reasons
    else:
        yield "Programs and people have tested it, and found nothing that shuts people out."


def _reasons(evidence: Evidence) -> Iterator[Said]:
    if not evidence.machine:
        yield "this copy is a draft that no program has tested"
    if evidence.waivers or any(_faulty(one) for one in evidence.people):
        yield "some parts do not meet the accessibility regulations (we list them below)"
    if evidence.exempt:
        yield "we have left some parts out (we list them below, with our reasons)"
    if any(one.check.counts and not one.ending for one in evidence.people):
        yield "people have not tested all of it yet (we list what is missing below)"
    if any(one.check.counts and one.ending and not one.recent for one in evidence.people):
        yield "people tested some of it too long ago (we list it below)"


def _content(charter: Charter, evidence: Evidence) -> Iterator[_Piece]:
    facts = charter.facts.accessibility
    yield _Part("content")
    yield "Here we list what some people can’t use, and why."
    yield _Part("failing", 3)
    faults = [*map(_waived, evidence.waivers), *_found(evidence.people)]
    if faults:
        yield list(faults)
    elif statement.status(evidence) is Status.FULLY:
        yield "We know of no part that fails."
    else:
        yield "We know of no part that fails. There may be some that nobody has found yet."
    yield _Part("burden", 3)
    yield list(facts.disproportionate_burden) or "We do not leave out any part for this reason."
    yield _Part("scope", 3)
    yield list(facts.out_of_scope) or "We know of no such content on this website."


def _waived(waiver: Waiver) -> Said:
    end = f" We will put it right by {spoken(waiver.until)}."
    return f"{_sentence(waiver.reason)}{end} (Rule {waiver.code}, {waiver.where})"


def _found(people: Iterable[Standing]) -> Iterator[Said]:
    """What people could not use, or had trouble with."""
    for standing in people:
        for test in standing.tests:
            words = details(test.result)
            if words and ending(test.result) is Ending.FAILED:
                yield (Span(f"{standing.check.name}, failed: ", strong=True), _sentence(words))
            elif words and ending(test.result) is Ending.PROBLEMS:
                yield (Span(f"{standing.check.name}: ", strong=True), _sentence(words))


def _ways() -> Iterator[_Piece]:
    yield _Part("ways")
    yield "If one part does not work for you, another may:"
    yield [
        (Span("Easy Read", href="page:easy-read"), ", with short sentences and pictures"),
        (Span("Large print", href="page:large-print"), ", the whole charter on one page"),
        (
            Span("Other formats", href="page:other-formats"),
            ", such as giant print and plain text",
        ),
    ]
    yield "You can also ask us for braille, sound, sign language or another language."


def _tests(charter: Charter, evidence: Evidence) -> Iterator[_Piece]:
    facts = charter.facts.accessibility
    yield _Part("tests")
    if evidence.machine:
        yield "We test with programs each time we publish. We do not publish what fails."
        yield list(PROGRAMS)
        yield "Programs find less than half of what shuts people out. So people must test, too."
    else:
        yield "This copy is a draft. No program has tested it."
    last = statement.last_test(charter)
    if last:
        yield f"This website was last tested on {spoken(last)}."
    if facts.tested:
        who = facts.tested_by or "our team"
        yield f"On {spoken(facts.tested)}, {who} went through what the programs found."
    yield _Part("people", 3)
    done = [_done(one.check.name, test) for one in evidence.people for test in one.tests]
    if done:
        yield done
    else:
        yield "No tests with people have taken place yet."
    missing = [one for one in evidence.people if not one.tests or not one.recent]
    if missing:
        yield _Part("untested", 3)
        yield "These tests are still to come:"
        yield [_missing(one) for one in missing]


def _done(name: str, test: Tested) -> Said:
    """What one test found, who did it, when and with what."""
    words = {Ending.PASSED: "passed", Ending.PROBLEMS: "some problems", Ending.FAILED: "failed"}
    how = words[ending(test.result) or Ending.FAILED]
    kit = f" with {test.with_}" if test.with_ else ""
    who = f"{how}. Tested by {test.by} on {spoken(test.when)}{kit}."
    return (Span(f"{name}: ", strong=True), who)


def _missing(standing: Standing) -> Said:
    late = "" if not standing.last else f" (last tested on {spoken(standing.last.when)})"
    return f"{standing.check.name}: {standing.check.about}{late}"


def _prepared(charter: Charter) -> Iterator[_Piece]:
    facts = charter.facts.accessibility
    yield _Part("prepared")
    if facts.prepared:
        yield f"We prepared this statement on {spoken(facts.prepared)}."
    if facts.reviewed:
        yield f"We last reviewed it on {spoken(facts.reviewed)}. We review it at least once a year."


def _contact(charter: Charter) -> Iterator[_Piece]:
    facts = charter.facts
    yield _Part("contact")
    yield "Tell us when you find something that does not work for you. You can:"
    place = facts.where("contact.phone")
    yield List(ordered=False, items=tuple(contact_ways(charter)), place=place)
    if facts.accessibility.form:
        yield (
            "You can also ",
            Span("fill in our contact form", href=facts.accessibility.form),
            ".",
        )
    else:
        yield (
            "You can also ",
            Span("fill in our questions in an e-mail", href=_letter(facts.contact.email)),
            ". It opens in your e-mail program.",
        )
    if facts.accessibility.answer_in:
        yield f"We answer within {facts.accessibility.answer_in}."
    yield _Part("ask", 3)
    yield "You can ask for any part of this website or its documents in a way that you can use."
    yield "You can also ask what we have left out, and why. Tell us what you need in the same ways."


_QUESTIONS = (
    "Which page or document is it about?",
    "What did not work, or what do you need?",
    "What do you use, such as a screen reader or a phone?",
    "How can we reach you?",
)


def _letter(email: str) -> str:
    """An address that opens an e-mail with our questions in it: a form that needs no server."""
    body = "\r\n\r\n".join((*_QUESTIONS, ""))
    subject = quote("Accessibility of your website", safe="")
    return f"mailto:{email}?subject={subject}&body={quote(body, safe='?')}"


def _enforcement(charter: Charter) -> Iterator[_Piece]:
    yield _Part("enforcement")
    yield (
        "The law is the ",
        Span(LAW, strong=True),
        ".",
        " We call it the accessibility regulations.",
    )
    if statement.nation(charter.facts.accessibility.nation) == statement.NORTHERN_IRELAND:
        body, where = "Equality Commission for Northern Ireland (ECNI)", " in Northern Ireland"
        advice = Span(body, href="https://www.equalityni.org/")
    else:
        body, where = "Equality and Human Rights Commission (EHRC)", ""
        name = "Equality Advisory and Support Service (EASS)"
        advice = Span(name, href="https://www.equalityadvisoryservice.com/")
    yield f"The {body} is responsible for enforcing the accessibility regulations{where}."
    yield ("If you are not happy with our answer, contact the ", advice, ".")
    yield ("Read ", Span("the part of the law about enforcement", href=_ENFORCEMENT), ".")


def spoken(day: date) -> str:
    """A date as people say it: 30 June 2025."""
    return f"{day.day} {day:%B} {day.year}"


def _faulty(standing: Standing) -> bool:
    return standing.ending in (Ending.PROBLEMS, Ending.FAILED)


def _sentence(words: str) -> str:
    """`words` with a capital letter and a full stop."""
    bare = words.strip()
    return (bare[:1].upper() + bare[1:]).rstrip(".") + "."
