"""Sentences that hide who does it: a form of "be" with a past participle, by a pattern."""

from __future__ import annotations

import re

from checks._data import listed

_IRREGULAR = listed("participles")
# Participles that mostly describe a state: "we are committed", "I was tired", "is based in".
_STATES = listed("states")
_NOT_PARTICIPLES = listed("not_participles")
_BE = r"(?:am|is|are|was|were|be|been|being|isn't|aren't|wasn't|weren't|gets?|got|getting)"
_BETWEEN = (
    r"(?:\s+(?:not|also|often|always|never|then|now|still|just|being|been|[a-z]{2,20}ly)){0,3}"
)
_PARTICIPLE = rf"(?:re|co-|out|over|mis|under)?(?:{'|'.join(sorted(_IRREGULAR))})|[a-z]{{2,20}}ed"
_PASSIVE = re.compile(
    rf"\b{_BE}{_BETWEEN}\s+(?P<participle>{_PARTICIPLE})\b(?P<after>(?:\s+[a-z']+)?)",
    re.IGNORECASE,
)


def passives(sentence: str) -> list[str]:
    """The passive verbs of a sentence, as they stand there."""
    straight = sentence.replace("’", "'").replace("\u2011", "-")
    return [
        found[0].removesuffix(found["after"])
        for found in _PASSIVE.finditer(straight)
        if _is_passive(found["participle"].lower(), found["after"].strip().lower())
    ]


def _is_passive(participle: str, after: str) -> bool:
    if after == "by":
        return True
    if participle in _STATES or participle in _NOT_PARTICIPLES:
        return False
    return not (
        participle == "called"  # "is called a charter" gives a name, and no verb does it better
        or (participle == "made" and after in {"up", "of"})  # "is made up of", "is made of"
        or (participle == "used" and after == "to")  # "we are used to it"
        or (participle in {"left", "set"} and after in {"to", "up"})
    )
