"""Links: each leads somewhere, and its words say where."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from charter.contracts import Draft, Stage
from charter.findings import Finding, Outcome, Rule, Severity, rules
from charter.model import Charter, List, Paragraph, Place, Table, text
from checks._link_words import ONE_FORMAT, WORDS_OF_LINKS, links, vague
from checks._walk import prose_of, spans_of

TITLE = "Links"
STAGE = Stage.CONTENT
RULES = WORDS_OF_LINKS | rules(
    Rule(
        "LINK-001",
        Severity.ERROR,
        "The link “{words}” leads to “{href}”, which is not there.",
        "Write the id of a {sort} after “{scheme}:”. These are there: {known}.",
        "A link that leads nowhere wastes people's time and trust.",
    ),
    Rule(
        "LINK-003",
        Severity.WARNING,
        "Two links say “{words}”, but lead to different places. The other is in {other}.",
        "Give one of them other words.",
        "People who listen can't tell the two apart.",
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
        for found in ONE_FORMAT.finditer(text(spans)):
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


def _link(words: str, href: str, place: Place, charter: Charter) -> Iterator[Finding]:
    if vague(words):
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
