"""The rules for the papers of the print pack, with all their wording."""

from __future__ import annotations

from charter.findings import Rule, Severity, rules

_FORMAT = "This is a fault of the format, not of your words. Tell a developer."
_SCAN = "People scan the code in bad light, with old phones."
_ORDER = "People would fold and staple a booklet whose pages are in the wrong order."


def _must(code: str, message: str, why: str, fix: str = _FORMAT) -> Rule:
    return Rule(code, Severity.ERROR, message, fix, why)


RULES = rules(
    _must(
        "BOOKLET-001",
        "The booklet has {pages} pages. Their number can't be divided by four.",
        "Each sheet holds four pages, so that one would stay empty in the middle.",
    ),
    _must(
        "BOOKLET-002",
        "The number of printed sides is {sides}. For {pages} pages it should be {wanted}.",
        "Pages would be missing from the printed booklet.",
    ),
    _must(
        "BOOKLET-003",
        "On side {side}, the {half} half shows {found}. It should show page {wanted}.",
        _ORDER,
    ),
    _must(
        "BOOKLET-004",
        "It does not lead to “{address}”.",
        "Its pages are for printing only. Who listens to it must get to the one that can be read.",
    ),
    _must(
        "BOOKLET-005",
        "This paper can't be drawn or read ({reason}).",
        "What we can't draw, a printer can't either.",
        "Build once more. If it happens again, tell a developer.",
    ),
    _must(
        "PACK-101",
        "{paper} has no room for all the words of {what}. Its letters would be too small.",
        "Paper does not grow. Letters under the smallest size shut people out.",
        "Cut about {cut} words there.",
    ),
    _must("PACK-102", "The square code can't be read {where}.", _SCAN),
    _must(
        "PACK-103",
        "The square code leads to “{text}”. It should lead to “{address}”.",
        "A wrong code on printed paper can't be called back.",
    ),
    _must("PACK-104", "The square code {problem}.", _SCAN),
    _must(
        "PACK-105",
        "It leaves out {what}.",
        "Who reads one paper must get the same promises as who reads another.",
    ),
    _must(
        "PACK-106",
        "“{words}” beside the Easy Read on page {page} is in {size} point. "
        "The smallest allowed is {smallest} point.",
        "People chose Easy Read because they can't read smaller letters.",
    ),
    _must(
        "PACK-107",
        "The Easy Read on page {page} {problem}.",
        "Until people with learning disabilities have tested the Easy Read, each page says so; and "
        "what has been tested people must be able to rely on.",
    ),
)
