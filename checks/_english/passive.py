"""Sentences that hide who does it: a form of "be" with a past participle, by a pattern."""

from __future__ import annotations

import re

from checks._english.data import listed

_IRREGULAR = listed("participles")
# Participles that mostly describe a state: "we are committed", "I was tired", "is based in".
_STATES = listed("states")
_NOT_PARTICIPLES = listed("not_participles")
FORMS_OF_BE = frozenset(
    ["am", "is", "are", "was", "were", "be", "been", "being", "isn't", "aren't", "wasn't",
     "weren't", "get", "gets", "got", "getting", "you're", "they're", "we're"]
)  # fmt: skip
_BE = rf"(?:{'|'.join(sorted(FORMS_OF_BE, key=len, reverse=True))})"
_BETWEEN = (
    r"(?:\s+(?:not|also|often|always|never|then|now|still|just|being|been|all|both|even|once|only|so"
    r"|too|very|[a-z]{2,20}ly)){0,3}"
)
_PARTICIPLE = rf"(?:re|co-|out|over|mis|under)?(?:{'|'.join(sorted(_IRREGULAR))})|[a-z]{{2,20}}ed"
_PASSIVE = re.compile(
    rf"(?<![\w'])(?:{_BE}){_BETWEEN}\s+(?P<participle>{_PARTICIPLE})\b(?P<after>(?:\s+[a-z']+)?)",
    re.IGNORECASE,
)


def passives(sentence: str) -> list[tuple[int, int]]:
    """The passive verbs of a sentence: from which sign up to which."""
    straight = sentence.replace("’", "'").replace("\u2011", "-")
    return [
        (found.start(), found.end("participle"))
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
