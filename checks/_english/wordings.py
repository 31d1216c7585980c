"""Ways of saying that hide a meaning: nouns made of verbs, two negatives, “we will” without a verb.

NOUNS and NEGATIVES are the words without which a sentence can't have the first two: looking for
them first keeps long texts quick.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from checks._english.data import listed, table
from checks._english.text import Sentence


class Found(NamedTuple):
    """Where something is in its sentence: from which sign up to which. What to write instead."""

    start: int
    end: int
    instead: str = ""


# Verbs that only carry a noun, in every form: “makes a decision”.
_EMPTY_VERBS = (
    r"(?:mak(?:es?|ing)|made|giv(?:es?|ing|en)|gave|carr(?:y|ies|ied|ying) out|conduct(?:s|ed|ing)?"
    r"|undert(?:akes?|aking|ook)|provid(?:es?|ed|ing)|perform(?:s|ed|ing)?)"
)
# These are often full verbs: only “have a discussion”, and not “had suggestions”, hides one.
_OFTEN_FULL_VERBS = (
    r"(?:reach(?:es|ed|ing)?|hold(?:s|ing)?|held|tak(?:es?|ing)|took|ha(?:ve|s|d|ving)|do(?:es|ing)?"
    r"|did|offer(?:s|ed|ing)?)"
)
# “Have a payment plan” is about a plan: the noun must be the last one.
_NO_NOUN_AFTER = (
    r"(?=\s*(?:[^\w\s-]|$)|\s+(?:of|to|on|with|about|for|that|in|at|by|from|and|or|as|how|whether"
    r"|when|where|who|which|before|after|if|because|together|against|into|between|like|than|\w+ly)\b)"
)
_ONE = r"(?:an?|the|any|our|your|their|some|no)"
_SORT = r"(?:regular|full|joint|formal|quick|further|more)"


@cache
def _hidden() -> re.Pattern[str]:
    nouns = "|".join(sorted(table("wordings")["nouns_of_verbs"], key=len, reverse=True))
    of, had = ("|".join(listed(name, "wordings")) for name in ("nouns_before_of", "nouns_to_have"))
    return re.compile(
        rf"\b{_EMPTY_VERBS}\s+(?:{_ONE}\s+)?(?:{_SORT}\s+)?(?P<noun>{nouns})s?\b{_NO_NOUN_AFTER}"
        rf"|\b{_OFTEN_FULL_VERBS}\s+{_ONE}\s+(?:{_SORT}\s+)?(?P<had>{had})s?\b{_NO_NOUN_AFTER}"
        rf"|\bthe\s+(?P<of>{of})\s+of\b",
        re.IGNORECASE,
    )


def hidden_verbs(sentence: Sentence) -> Iterator[Found]:
    """“Carry out a review”, “make a decision”, “the provision of”: with the verb to use."""
    verbs = table("wordings")["nouns_of_verbs"]
    for found in _hidden().finditer(sentence.text):
        noun = (found["noun"] or found["had"] or found["of"]).lower()
        yield Found(found.start(), found.end(), verbs[noun])


NOUNS = frozenset(
    form
    for noun in table("wordings")["nouns_of_verbs"]
    for form in (noun.split()[-1], noun.split()[-1] + "s")
)

NEGATIVES = frozenset(
    ["not", "never", "no", "cannot", "nobody", "nothing", "none", "neither", "aren't", "can't",
     "couldn't", "didn't", "doesn't", "don't", "hadn't", "hasn't", "haven't", "isn't", "mustn't",
     "needn't", "shouldn't", "wasn't", "weren't", "won't", "wouldn't"]
)  # fmt: skip
_TWICE = re.compile(
    r"\b(?:not|never|no|cannot|nobody|nothing|none|neither|\w+n['’]t)\b"
    r"(?:\s+(?!(?:and|or|but|if|that|who|which|when|what|because|so|she|he|they|we|you|it)\b)[\w'’-]+)"
    r"{0,3}?\s+(?:un(?:able|likely|necessar(?:y|ily)|common|reasonabl[ey]|usual|aware|fair(?:ly)?|true"
    r"|clear|happy|willing|important)|fail(?:s|ed|ing)?|impossible|inappropriate|insignificant"
    r"|incorrect(?:ly)?|infrequent(?:ly)?|lack(?:s|ed|ing)?|refus(?:e|es|ed|ing)|not|nothing|nobody)\b",
    re.IGNORECASE,
)
_ASKED = re.compile(r"whether or not\b|not only\b|no later\b|\bif not\b|\bwhy not\b", re.IGNORECASE)


def double_negatives(sentence: Sentence) -> Iterator[Found]:
    """“Not uncommon”, “cannot fail to”: where one yes would do."""
    for found in _TWICE.finditer(sentence.text):
        if not _ASKED.search(sentence.text, max(0, found.start() - 8), found.end()):
            yield Found(found.start(), found.end())


_WE_WILL = re.compile(r"\bwe\s+will\s+(?P<then>(?:[\w’'-]+\s+){0,3}[\w’'-]+)", re.IGNORECASE)
_NO_VERB = re.compile(
    r"(?:the|an?|our|your|their|its|of|more|these|those|this"
    r"|\w{2,}(?:tion|sion|ness|ity|ism)s?|\w{2,}ments?|\w{2,}ing|\w{3,}ed)$",
    re.IGNORECASE,
)
_VERBS_ALL_THE_SAME = listed("verbs_all_the_same", "wordings")
_ADVERBS = listed("adverbs_of_promise", "wordings")


def no_promise(sentence: Sentence) -> Iterator[Found]:
    """“We will” without a verb after it: “We will the right people”, “We will supporting you”."""
    for found in _WE_WILL.finditer(sentence.text):
        words = found["then"].split()
        while words and (words[0].lower() in _ADVERBS or _is_adverb(words[0].lower())):
            words = words[1:]
        word = words[0].lower() if words else ""
        if word and _NO_VERB.match(word) and word not in _VERBS_ALL_THE_SAME:
            after = found["then"].index(words[0]) + len(word)
            yield Found(found.start(), found.start("then") + after)


def _is_adverb(word: str) -> bool:
    return word.endswith("ly") and word not in _VERBS_ALL_THE_SAME


def says_when(text: str) -> bool:
    """Whether a text says when or how often: a date, a span of time, “each year”, “before”."""
    return _WHEN.search(text) is not None


_UNITS = (
    "minute|hour|day|week|fortnight|month|quarter|year|spring|summer|autumn|winter|monday|tuesday"
    "|wednesday|thursday|friday|saturday|sunday|january|february|march|april|may|june|july|august"
    "|september|october|november|december|meeting|time"
)
_SOMEONE = "(?:we|you|they|it|there|that|this|any|each|every|the|an?|people|work|things)"
_NOT_LOOK = r"(?<!look )(?<!looks )(?<!looking )"  # “look after the garden” is no time
_WHEN = re.compile(
    rf"\b{_NOT_LOOK}(?:within|by|on|every|each|once|twice|in|for|after|until|at least"
    r"|no later than|the (?:same|next|first|last))\s+"
    r"(?:(?:an?|the|next|same|first|last|end of|start of|other|few|working|\d+|[a-z]+teen|[a-z]+ty"
    r"|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
    rf"\s+){{0,4}}(?:{_UNITS})s?\b"
    r"|\b(?:daily|weekly|monthly|quarterly|yearly|annually|straight away|at once|immediately|always"
    r"|from the (?:start|beginning)|at the (?:start|beginning|end)|start to finish|beforehand"
    rf"|{_NOT_LOOK}(?:before|after|as soon as|when(?:ever)?) {_SOMEONE}"
    r"|(?:a|per) (?:day|week|month|year)|every time|today|tomorrow|never"
    r"|by \d+(?:[.:]\d+)? ?[ap]\.?m|20\d\d)\b",
    re.IGNORECASE,
)


def says_who(text: str, names: frozenset[str]) -> bool:
    """Whether a text says who acts: we, staff or a team, or one of the `names` in small letters."""
    lower = text.lower()
    return _WHO.search(text) is not None or any(name in lower for name in names)


_WHO = re.compile(
    r"\b(?:we|we['’](?:ll|re|ve)|our (?:staff|teams?|workers|managers|leaders|partners)"
    r"|the (?:council|nhs|partnership|team|board|trust|group)|(?:each|every) (?:team|partner)"
    r"|each of us)\b",
    re.IGNORECASE,
)
