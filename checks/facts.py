"""Facts and people: how to reach you, who signed, what was done with what people said."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from urllib.parse import urlsplit

from charter.contracts import Draft, Stage
from charter.findings import Finding, Outcome, Rule, Severity, rules
from charter.model import Charter, Facts, List, Place

TITLE = "Facts and people"
STAGE = Stage.CONTENT
RULES = rules(
    Rule(
        "STRUCT-020",
        Severity.ERROR,
        "“{value}” is not the short name of a language.",
        "For British English write en-GB, for Welsh cy-GB.",
        "Screen readers choose the right voice by it.",
    ),
    Rule(
        "STRUCT-021",
        Severity.ERROR,
        "“{value}” can't be the address of the website.",
        "Write the whole address. It starts with https:// and ends with a slash (/).",
        "The QR code on the poster holds this address. Once it is printed it can't be changed.",
    ),
    Rule(
        "STRUCT-022",
        Severity.ERROR,
        "“{value}” does not look like a phone number.",
        "Write only numbers and spaces, such as 0121 496 0123. Say opening hours in a page.",
        "A phone dials exactly what stands here, and a screen reader reads it out.",
    ),
    Rule(
        "STRUCT-023",
        Severity.ERROR,
        "“{value}” does not look like an e-mail address.",
        "Write one address, such as name@example.org, and nothing else.",
        "People who can't phone must be able to write.",
    ),
    Rule(
        "STRUCT-024",
        Severity.ERROR,
        "Nobody has signed this charter.",
        "Add at least one line with a name and a group to signatories.csv.",
        "People must see who “we” are, or they can't hold anyone to the pledges.",
    ),
    Rule(
        "STRUCT-025",
        Severity.ERROR,
        "This line has no {column}.",
        "Fill in the {column}, or delete the line.",
        "People must see who “we” are and whom they work for.",
    ),
    Rule(
        "STRUCT-026",
        Severity.ERROR,
        "“{name}” has signed twice. The other is in {other}.",
        "Delete one of the two lines.",
        "A list that counts somebody twice is not trusted.",
    ),
    Rule(
        "STRUCT-027",
        Severity.ERROR,
        "This line is about the pledge “{pledge}”, which is not there.",
        "Write the id of a pledge: {known}.",
        "What people said is shown below the pledge that answers it. This would be left out.",
    ),
    Rule(
        "STRUCT-028",
        Severity.ERROR,
        "This line has nothing under “{column}”.",
        "Fill it in. For who said it, “a resident” will do. "
        "If nothing was done yet, say so and say when you will come back to it.",
        "“If we are asked what we think, we want to know what has happened.”",
    ),
    Rule(
        "STRUCT-029",
        Severity.ERROR,
        "No page says how to reach you.",
        "Add the line “shows: contact” to the top of the page about getting in touch.",
        "E-mail does not work for everyone. Phone and post must be easy to find in every format.",
    ),
)

_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?")
_PHONE = re.compile(r"\+?[0-9 ()-]+")
_PHONE_DIGITS = range(7, 17)  # a local number; a number with its country and the text relay
_EMAIL = re.compile(r"""[^@\s<>"(),;:]+@[^@\s<>"(),;:.]+(\.[^@\s<>"(),;:.]+)+""")


def run(draft: Draft) -> Outcome:
    """Look at each fact, at who signed, at what people said and for a way to reach you."""
    parts: dict[str, Callable[[Charter], Iterator[Finding]]] = {
        "facts": _facts,
        "signatories": _signatories,
        "feedback": _feedback,
        "contact": _contact,
    }
    findings: list[Finding] = []
    examined = set()
    for name, look in parts.items():
        findings += look(draft.charter)
        examined.add(name)
    return Outcome(tuple(findings), frozenset(parts), frozenset(examined))


def _facts(charter: Charter) -> Iterator[Finding]:
    facts = charter.facts
    for key, value, code, right in (
        ("language", facts.language, "STRUCT-020", _LANGUAGE.fullmatch(facts.language)),
        ("site", facts.site, "STRUCT-021", _is_site(facts)),
        ("contact.phone", facts.contact.phone, "STRUCT-022", _is_phone(facts)),
        ("contact.email", facts.contact.email, "STRUCT-023", _EMAIL.fullmatch(facts.contact.email)),
    ):
        if value and not right:  # a missing fact has been reported by the loader
            yield RULES[code].at(facts.where(key), value=value)


def _is_site(facts: Facts) -> bool:
    try:
        parts = urlsplit(facts.site)
        host = parts.hostname or ""
    except ValueError:
        return False
    plain = not (parts.query or parts.fragment or parts.username) and facts.site.isascii()
    whole = parts.scheme == "https" and "." in host and parts.path.endswith("/")
    return plain and whole and not re.search(r"\s", facts.site)


def _is_phone(facts: Facts) -> bool:
    phone = facts.contact.phone
    digits = sum(c.isdigit() for c in phone)
    return bool(_PHONE.fullmatch(phone)) and digits in _PHONE_DIGITS


def _signatories(charter: Charter) -> Iterator[Finding]:
    if not charter.signatories:
        yield RULES["STRUCT-024"].at(Place(charter.folder / "signatories.csv"))
    seen: dict[tuple[str, str], Place] = {}
    for signatory in charter.signatories:
        for column, value in (("name", signatory.name), ("group", signatory.group)):
            if not value:
                yield RULES["STRUCT-025"].at(signatory.place, column=column)
        who = (" ".join(signatory.name.casefold().split()), signatory.group.casefold())
        if signatory.name and who in seen:
            yield RULES["STRUCT-026"].at(signatory.place, name=signatory.name, other=seen[who])
        seen.setdefault(who, signatory.place)


def _feedback(charter: Charter) -> Iterator[Finding]:
    known = [pledge.id for pledge in charter.pledges]
    for row in charter.feedback:
        if row.pledge not in known:
            names = ", ".join(known)
            yield RULES["STRUCT-027"].at(row.place, pledge=row.pledge, known=names)
        for column, value in (
            ("what people said", row.said),
            ("who said it", row.by),
            ("what we did", row.done),
        ):
            if not value:
                yield RULES["STRUCT-028"].at(row.place, column=column)


def _contact(charter: Charter) -> Iterator[Finding]:
    """The loader puts the list of ways to reach you, with its place in charter.md, on that page."""
    phone = charter.facts.where("contact.phone")
    lists = (b for page in charter.pages for b in page.full if isinstance(b, List))
    if not any(item.place == phone for found in lists for item in found.items):
        yield RULES["STRUCT-029"].at(charter.introduction.place)
