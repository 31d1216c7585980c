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
from checks._english.shape import joins, marks, number_words, surely_joined, unexplained_initials
from checks._english.slips import misspelt_words
from checks._english.spelling import suggestions
from checks._english.text import Passage, Sentence
from checks._english.words import LONGEST_INITIALS
from checks._reading_sentences import Hit


@dataclass(frozen=True, slots=True)
class EasyReader:
    """What is the same for every text: what it may take for known, and the limits.

    `terms` are the explained words, which are no council-speak; `names` need no spelling out.
    """

    limits: Limits
    known: frozenset[str] = frozenset()
    terms: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()
    lines: Lines = field(default_factory=Lines)

    def find(self, passage: Passage, hits: Iterable[Hit], sentence: Sentence) -> Iterator[Finding]:
        """`hits` in a sentence of `passage` as findings at its line."""
        several = list(hits)
        if several:
            at = self.lines.of(passage.place, sentence.text)
            for hit in several:
                yield RULES[hit.code].at(at, **hit.facts).within(sentence.text, hit.start, hit.end)


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
    for word in sentence.words:
        if len(word.text) > LONGEST_INITIALS and word.text.isupper() and word.text.isalpha():
            yield Hit("EASY-019", word.start, word.end, {"words": word.text})
    for word in misspelt_words(sentence, reader.known):
        meant = [f"“{one}”" for one in suggestions(word.text)]
        perhaps = f" Did you mean {' or '.join(meant)}?" if meant else ""
        yield Hit("EASY-021", word.start, word.end, {"words": word.text, "perhaps": perhaps})
    yield from wordings(sentence, reader)


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
        start, limit = passage.sentences[0].start, reader.limits.index_warns
        facts = {"index": f"{index:.1f}", "limit": limit, "start": start, "hardest": ""}
        yield RULES["EASY-020"].at(passage.place, **facts)


def initials(passages: Iterable[Passage], reader: EasyReader) -> Iterator[Finding]:
    """Letters that stand for longer words, where they first come."""
    for word, passage, sentence in unexplained_initials(passages, reader.names):
        hit = Hit("EASY-009", word.start, word.end, {"word": word.text})
        yield from reader.find(passage, (hit,), sentence)


def _said(code: str, sentence: Sentence, words: str, facts: dict[str, object]) -> Hit:
    start = max(0, sentence.text.find(words))
    return Hit(code, start, start + len(words), facts)
