"""The words of links, and words that are only right on paper: “click here”, “see page 4”."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby

from charter.findings import Rule, Severity, rules
from charter.model import Spans, text
from checks._walk import blank

WORDS_OF_LINKS = rules(
    Rule(
        "LINK-002",
        Severity.ERROR,
        "The link words “{words}” do not say where the link leads.",
        "Make the words say what people find there, such as “[who we are](page:who-we-are)”.",
        "Many people jump from link to link, and hear nothing but the words of the links.",
    ),
    Rule(
        "LINK-004",
        Severity.ERROR,
        "“{words}” is only right in one of the formats.",
        "Name the page or the heading, and link to it.",
        "Page 4 of the large print is not page 4 of the Easy Read, and the website has no pages.",
    ),
    Rule(
        "LINK-007",
        Severity.ERROR,
        "The link “{words}” leads nowhere.",
        "Write the address that it should lead to, or take the link out and keep its words.",
        "A link that leads nowhere wastes people's time and trust.",
    ),
)

_VAGUE = re.compile(
    r"(?:(?:click|press|tap|follow|go|see|read|look)\s)?(?:here|this|this link|this page|the link)"
    r"|(?:find out |learn |read |see )?more(?: info| information| details)?"
    r"|click|download|details|go|info|link|page|read|read it|read on|website"
)
ONE_FORMAT = re.compile(
    r"\b(?:pages?|pp?\.|pg\.?)\s*\d+\b(?! of (?:the|this|that|its|their|your|an?)\b)"
    r"|\bover ?leaf\b|\bover the page\b"
    r"|\b(?:see|as|shown|listed|mentioned) (?P<near>above|below|opposite)\b",
    re.IGNORECASE,
)


def vague(words: str) -> bool:
    """Whether the words of a link say nothing of where it leads."""
    bare = re.sub(r"[^\w\s]", "", words).strip().casefold()
    return _VAGUE.fullmatch(bare) is not None or blank(bare)


def links(spans: Spans) -> Iterator[tuple[str, str]]:
    """Each link in some spans: its words, however many spans they are cut into, and its target."""
    for href, several in groupby(spans, key=lambda span: span.href):
        if href is not None:
            yield " ".join(text(tuple(several)).split()), href
