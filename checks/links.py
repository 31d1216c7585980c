"""Links: each leads somewhere, and its words say where."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby, pairwise

from charter.contracts import Draft, Stage
from charter.findings import Finding, Outcome, Rule, Severity, rules
from charter.model import Charter, List, Paragraph, Place, Spans, Table, text
from checks._walk import blank, prose_of, spans_of

TITLE = "Links"
STAGE = Stage.CONTENT
RULES = rules(
    Rule(
        "LINK-001",
        Severity.ERROR,
        "The link “{words}” leads to “{href}”, which is not there.",
        "Write the id of a {sort} after “{scheme}:”. These are there: {known}.",
        "A link that leads nowhere wastes people's time and trust.",
    ),
    Rule(
        "LINK-002",
        Severity.ERROR,
        "The link words “{words}” do not say where the link leads.",
        "Make the words say what people find there, such as “[who we are](page:who-we-are)”.",
        "Many people jump from link to link, and hear nothing but the words of the links.",
    ),
    Rule(
        "LINK-003",
        Severity.WARNING,
        "Two links say “{words}”, but lead to different places. The other is in {other}.",
        "Give one of them other words.",
        "People who listen can't tell the two apart.",
    ),
    Rule(
        "LINK-004",
        Severity.ERROR,
        "“{words}” is only right in one of the formats.",
        "Name the page or the heading, and link to it.",
        "Page 4 of the large print is not page 4 of the Easy Read, and the website has no pages.",
    ),
    Rule(
        "LINK-005",
        Severity.ERROR,
        "This link is not secure: {href}",
        "Try it with https:// in front. If that works, write it so. If not, link to another page.",
        "With http:// other people on the same network can see or change what is read.",
    ),
    Rule(
        "LINK-006",
        Severity.ERROR,
        "The link “{words}” can't be used: {href}",
        "Write mailto: and an e-mail address, or tel: and a phone number without spaces.",
        "People would try to reach you and fail.",
    ),
)

_VAGUE = re.compile(
    r"(?:(?:click|press|tap|follow|go|see|read|look)\s)?(?:here|this|this link|this page|the link)"
    r"|(?:find out |learn |read |see )?more(?: info| information| details)?"
    r"|click|download|details|go|info|link|page|read|read it|read on|website"
)
_ONE_FORMAT = re.compile(
    r"\b(?:pages?|pp?\.|pg\.?)\s*\d+\b(?! of (?:the|this|that|its|their|your|an?)\b)"
    r"|\bover ?leaf\b|\bover the page\b"
    r"|\b(?:see|as|shown|listed|mentioned) (?P<near>above|below|opposite)\b",
    re.IGNORECASE,
)
_MAIL = re.compile(r"mailto:[^@\s]+@[^@\s?]+\.[^@\s]+")
_PHONE = re.compile(r"tel:\+?[0-9-]{3,}")


def run(draft: Draft) -> Outcome:
    """Look at every run of words in every version, and at each link in it."""
    charter = draft.charter
    findings: list[Finding] = []
    expected, examined = set(), set()
    seen: dict[str, tuple[str, Place]] = {}
    near = frozenset(_beside_lists(charter))
    for spans, place in spans_of(charter):
        expected.add(place.file.as_posix())
        for found in _ONE_FORMAT.finditer(text(spans)):
            if (id(spans), (found["near"] or "").lower()) not in near:
                findings.append(RULES["LINK-004"].at(place, words=found[0]))
                break
        for words, href in links(spans):
            findings += _link(words, href, place, charter)
            findings += _same_words(words, href, place, seen)
        examined.add(place.file.as_posix())
    expected.add(charter.introduction.place.file.as_posix())
    examined.add(charter.introduction.place.file.as_posix())
    return Outcome(tuple(findings), frozenset(expected), frozenset(examined))


def _beside_lists(charter: Charter) -> Iterator[tuple[int, str]]:
    """Runs of words with a list or a table right "below" or "above" them, in every format."""
    for blocks in prose_of(charter):
        for first, second in pairwise(blocks):
            if isinstance(first, Paragraph) and isinstance(second, List | Table):
                yield id(first.spans), "below"
            elif isinstance(first, List | Table) and isinstance(second, Paragraph):
                yield id(second.spans), "above"


def links(spans: Spans) -> Iterator[tuple[str, str]]:
    """Each link in some spans: its words, however many spans they are cut into, and its target."""
    for href, several in groupby(spans, key=lambda span: span.href):
        if href is not None:
            yield " ".join(text(tuple(several)).split()), href


def _link(words: str, href: str, place: Place, charter: Charter) -> Iterator[Finding]:
    bare = re.sub(r"[^\w\s]", "", words).strip().casefold()
    if _VAGUE.fullmatch(bare) or blank(bare):
        yield RULES["LINK-002"].at(place, words=words)
    scheme, _, target = href.partition(":")
    known = {
        "page": ("page", [page.id for page in charter.pages]),
        "pledge": ("pledge", [pledge.id for pledge in charter.pledges]),
    }.get(scheme.lower())
    if known:
        sort, ids = known
        if target not in ids or scheme != sort:  # the formats know them in small letters
            facts = {"words": words, "href": href, "sort": sort, "scheme": sort}
            yield RULES["LINK-001"].at(place, known=", ".join(ids) or "none", **facts)
    elif scheme.lower() == "http":
        yield RULES["LINK-005"].at(place, href=href)
    elif scheme.lower() != "https" and not (_MAIL.fullmatch(href) or _PHONE.fullmatch(href)):
        yield RULES["LINK-006"].at(place, words=words, href=href)


def _same_words(
    words: str, href: str, place: Place, seen: dict[str, tuple[str, Place]]
) -> Iterator[Finding]:
    """A finding where `words` led somewhere else before; `seen` is what was met so far."""
    first, where = seen.setdefault(words.casefold(), (href, place))
    if first != href:
        yield RULES["LINK-003"].at(place, words=words, other=where)
