"""Examples still to be filled in: numbers and addresses that reach nobody."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from charter.contracts import Draft, Stage
from charter.findings import Outcome, Rule, Severity, rules

TITLE = "Examples to fill in"
STAGE = Stage.CONTENT
RULES = rules(
    Rule(
        "PLACE-001",
        Severity.WARNING,
        "This is still an example: {what}, “{value}”.",
        "Write your own in its place, after “{key}”, before you give the charter to people.",
        "It belongs to nobody, so people who use it reach nobody.",
    ),
)

# The numbers that Ofcom keeps free for drama, without spaces. Nobody can ever be given one.
_PHONE = re.compile(
    r"0(1(1[3-8]|[2-6]1)4960\d{3}|1914980\d{3}|1632960\d{3}|2079460\d{3}|2896496\d{3}|2920180\d{3}"
    r"|7700900\d{3}|8081570\d{3}|9098790\d{3}|3069990\d{3})"
)
_NO_HOST = frozenset({"example", "test", "invalid", "localhost"})  # RFC 2606: never given out
_POST = re.compile(r"\bexample\b|\bZZ99\b", re.IGNORECASE)


def run(draft: Draft) -> Outcome:
    """Look at each way to reach people, and at the address of the website."""
    facts = draft.charter.facts
    us = facts.contact
    looks = (
        ("contact.phone", "the phone number", us.phone, is_example_phone(us.phone)),
        ("contact.email", "the e-mail address", us.email, _no_host(us.email.rpartition("@")[2])),
        (
            "contact.post",
            "the postal address",
            ", ".join(us.post),
            _POST.search(", ".join(us.post)),
        ),
        ("site", "the address of the website", facts.site, _no_host(_host(facts.site))),
    )
    findings = tuple(
        RULES["PLACE-001"].at(facts.where(key), what=what, value=value, key=key.split(".")[-1])
        for key, what, value, example in looks
        if example
    )
    looked_at = frozenset(key for key, *_ in looks)
    return Outcome(findings, looked_at, looked_at)


def is_example_phone(number: str) -> bool:
    """Whether Ofcom keeps this number free for examples, however it is written."""
    digits = "".join(c for c in number if c.isdigit())
    if digits.startswith(("44", "0044")):
        digits = "0" + digits.lstrip("0").removeprefix("44").lstrip("0")
    return bool(_PHONE.fullmatch(digits))


def _host(address: str) -> str:
    try:
        return urlsplit(address).hostname or ""
    except ValueError:
        return ""


def _no_host(name: str) -> bool:
    labels = name.casefold().rstrip(".").split(".")
    return "example" in labels or labels[-1] in _NO_HOST
