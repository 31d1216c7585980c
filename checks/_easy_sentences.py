"""What can be wrong in one sentence of Easy Read: rule by rule, where it is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from charter.findings import Finding
from charter.policy import Reading as Limits
from checks._easy_rules import RULES
from checks._english.council_speak import PLEASE_CHECK, council_speak
from checks._english.lines import Lines
from checks._english.scores import index_of, samples
from checks._english.shape import (
    is_shouted,
    joins,
    marks,
    number_words,
    surely_joined,
    unexplained_initials,
)
from checks._english.slips import misspelt_words
from checks._english.text import Passage, Sentence
from checks._english.words import LONGEST_INITIALS
from checks._reading_rules import RULES as READING
from checks._reading_sentences import QUOTED, Hit, did_you_mean, seldom_used, such_as


@dataclass(frozen=True, slots=True)
class EasyReader:
    """What is the same for every text: what it may take for known, and the limits.

    `terms` are the explained words, which are no council-speak; `names` need no spelling out.
    `marked` is false for a text from elsewhere.
    """

    limits: Limits
    known: frozenset[str] = frozenset()
    terms: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()
    lines: Lines = field(default_factory=Lines)
    marked: bool = True

    def find(self, passage: Passage, hits: Iterable[Hit], sentence: Sentence) -> Iterator[Finding]:
        """`hits` in a sentence of `passage` as findings at its line."""
        several = list(hits)
        if several:
            at = self.lines.of(passage.place, sentence.text)
            for hit in several:
                rule = RULES.get(hit.code) or READING[hit.code]
                yield Finding(rule, at, hit.facts, sentence.text, hit.start, hit.end)


def in_sentence(sentence: Sentence, reader: EasyReader) -> Iterator[Hit]:
    """Everything that a sentence in English breaks, but for its hard words."""
    limits, length, start = reader.limits, len(sentence.lexemes), sentence.start
    if length > limits.longest_sentence_fails:
        facts = {"words": length, "limit": limits.longest_sentence_fails, "start": start}
        yield Hit("EASY-001", 0, 0, facts)
    elif length > limits.longest_sentence_warns:
        facts = {"words": length, "limit": limits.longest_sentence_warns, "start": start}
        yield Hit("EASY-002", 0, 0, facts)
    if what := marks(sentence.text):
        yield Hit("EASY-003", 0, 0, {"what": ", ".join(what), "start": start})
    for number in number_words(sentence.text):
        yield _said("EASY-004", sentence, number, {"number": number})
    if joined := joins(sentence.text):
        seen = ", ".join(f"“{word}”" for word in dict.fromkeys(joined))
        code = "EASY-005" if surely_joined(sentence.text) else "EASY-017"
        yield Hit(code, 0, 0, {"start": start, "words": seen})
    for first, end in sentence.passives:
        yield Hit("EASY-010", first, end, {"words": sentence.text[first:end]})
    for word in (sentence.words[at] for at in sentence.odd):
        if _is_shouted(word.text, reader.names | reader.terms):
            yield Hit("EASY-019", word.start, word.end, {"words": word.text})
    for word in misspelt_words(sentence, reader.known):
        facts = {"words": word.text[:QUOTED], "perhaps": did_you_mean(word.text)}
        yield Hit("EASY-021" if reader.marked else "READ-029", word.start, word.end, facts)
    yield from wordings(sentence, reader)


def _is_shouted(word: str, known: frozenset[str]) -> bool:
    """Whether a word is in capitals without being initials: EVERYBODY, NOT."""
    if not (word.isupper() and word.isalpha()) or word in known or word.lower() in known:
        return False
    return len(word) > LONGEST_INITIALS or is_shouted(word)


def wordings(sentence: Sentence, reader: EasyReader) -> Iterator[Hit]:
    """Council-speak and hedges."""
    for hit in council_speak(sentence, reader.terms):
        code = "EASY-018" if hit.level == PLEASE_CHECK else "EASY-015"
        yield Hit(code, hit.start, hit.end, {"words": hit.said, "instead": hit.instead})


def has_to_go(sentence: Sentence, terms: frozenset[str]) -> frozenset[int]:
    """The numbers of words that EASY-015 has spoken of, so that no other rule has to."""
    hits = [hit for hit in council_speak(sentence, terms) if hit.level != PLEASE_CHECK]
    return frozenset(
        number
        for number, word in enumerate(sentence.words if hits else ())
        if any(hit.start <= word.start < hit.end for hit in hits)
    )


def in_block(passage: Passage, reader: EasyReader) -> Iterator[Finding]:
    """A line or lines that are harder than Easy Read should be, by the plain index."""
    index = index_of(samples(passage.sentences, reader.known))
    if index is not None and index > reader.limits.index_warns:
        first, limit = passage.sentences[0], reader.limits.index_warns
        facts = {"index": f"{index:.1f}", "limit": limit, "start": first.start}
        at = reader.lines.of(passage.place, first.text)
        seldom = seldom_used(passage, reader.known)
        yield RULES["EASY-020"].at(at, hardest=such_as(seldom, " such as"), **facts)


def initials(passages: Iterable[Passage], reader: EasyReader) -> Iterator[Finding]:
    """Letters that stand for longer words, where they first come."""
    for word, passage, sentence in unexplained_initials(passages, reader.names):
        hit = Hit("EASY-009", word.start, word.end, {"word": word.text})
        yield from reader.find(passage, (hit,), sentence)


def _said(code: str, sentence: Sentence, words: str, facts: dict[str, object]) -> Hit:
    start = max(0, sentence.text.find(words))
    return Hit(code, start, start + len(words), facts)
