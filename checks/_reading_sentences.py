"""What can be wrong in one sentence of the full text or the poster: rule by rule, where it is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from checks._english.council_speak import HEDGE, MUST_FIX, council_speak, may_be_council_speak
from checks._english.prose import FULL, POSTER
from checks._english.shape import marks, number_words, unexplained_initials
from checks._english.slips import misspelt_words, slips, suggestions
from checks._english.text import Passage, Sentence, Version
from checks._english.vocabulary import COMMON, zipf
from checks._english.wordings import (
    NEGATIVES,
    NOUNS,
    double_negatives,
    hidden_verbs,
    no_promise,
)

if TYPE_CHECKING:
    from checks._reading import Reader


_NAMED, QUOTED = 5, 60  # words that a message names, and letters of one that it quotes


class Hit(NamedTuple):
    """A rule's code, where it is broken in a sentence, and the facts for its message."""

    code: str
    start: int
    end: int
    facts: dict[str, object]


_LOOKS = (
    (NOUNS, "READ-018", hidden_verbs),
    (NEGATIVES, "READ-019", double_negatives),
)


def in_sentence(
    sentence: Sentence, version: Version, reader: Reader, *, opening: bool = False
) -> Iterator[Hit]:
    """Everything that a sentence in English breaks. `opening` is the first of its version."""
    if len(sentence.lexemes) > reader.limits(version).longest_sentence_warns:
        yield _length(sentence, version, reader)
    for start, end in sentence.passives:
        yield Hit("READ-004", start, end, {"words": sentence.text[start:end]})
    if may_be_council_speak(sentence):
        yield from wordings(sentence, version, reader)
    for triggers, code, look in _LOOKS:
        if not triggers.isdisjoint(sentence.keys):
            for found in look(sentence):
                words = sentence.text[found.start : found.end]
                facts: dict[str, object] = {"words": words, "instead": found.instead}
                yield Hit(code, found.start, found.end, facts)
    if "will" in sentence.keys and not (opening and version.pledge and version.name == FULL):
        yield from _no_promise(sentence)  # STRUCT-007 judges the opening of a pledge
    if sentence.odd:
        yield from _spelling(sentence, version, reader)
    if version.name == POSTER:
        yield from _on_a_poster(sentence)


def _no_promise(sentence: Sentence) -> Iterator[Hit]:
    for found in no_promise(sentence):
        words = sentence.text[found.start : found.end]
        yield Hit("READ-023", found.start, found.end, {"words": words})


def _on_a_poster(sentence: Sentence) -> Iterator[Hit]:
    numbers = [f"“{number}” as a word" for number in number_words(sentence.text)]
    if what := [*marks(sentence.text), *numbers]:
        yield Hit("READ-014", 0, 0, {"what": ", ".join(what), "start": sentence.start})


def _length(sentence: Sentence, version: Version, reader: Reader) -> Hit:
    limits, length = reader.limits(version), len(sentence.lexemes)
    fails = length > limits.longest_sentence_fails
    limit = limits.longest_sentence_fails if fails else limits.longest_sentence_warns
    facts = {"words": length, "limit": limit, "start": sentence.start}
    return Hit("READ-001" if fails else "READ-002", 0, 0, facts)


def wordings(
    sentence: Sentence, version: Version, reader: Reader, *, promises: bool = False
) -> Iterator[Hit]:
    """Council-speak and hedges; the latter only in a pledge, or in words that speak for all."""
    for hit in council_speak(sentence, reader.known):
        facts: dict[str, object] = {"words": hit.said, "instead": hit.instead}
        if hit.level != HEDGE:
            code = "READ-006" if hit.level == MUST_FIX else "READ-007"
            yield Hit(code, hit.start, hit.end, facts)
        elif promises or version.promises(sentence):
            yield Hit("READ-008", hit.start, hit.end, facts)


def _spelling(sentence: Sentence, version: Version, reader: Reader) -> Iterator[Hit]:
    """Words that no dictionary has, and slips in names.

    In a text from elsewhere they are only asked about: it has no glossary in which an author
    could say that they are right.
    """
    for word in misspelt_words(sentence, reader.known):
        said = word.text[:QUOTED]
        facts: dict[str, object] = {"words": said, "perhaps": did_you_mean(word.text)}
        yield Hit("READ-025" if version.marked else "READ-029", word.start, word.end, facts)
    for found in slips(sentence, reader.names):
        words, term = sentence.text[found.start : found.end], found.instead
        facts = {"words": words, "term": term, "instead": term}
        facts["perhaps"] = f" Did you mean “{term}”?"
        yield Hit("READ-024" if version.marked else "READ-029", found.start, found.end, facts)


def did_you_mean(word: str) -> str:
    """A question for the end of a message; "" where nothing comes near."""
    meant = [f"“{one}”" for one in suggestions(word)]
    return f" Did you mean {' or '.join(meant)}?" if meant else ""


def seldom_used(passage: Passage, known: frozenset[str]) -> list[str]:
    """The words of a block that are not among the most used ones, the rarest first."""
    keys = (s.lexemes[number].key for s in passage.sentences for number in s.hard(COMMON, known))
    return sorted(dict.fromkeys(keys), key=zipf)


def such_as(words: Iterable[str], before: str) -> str:
    """A few words in quotation marks to end a sentence with; "" where there are none."""
    several = ", ".join(f"“{word}”" for word in list(words)[:_NAMED])
    return f"{before} {several}" if several else ""


def initials(
    passages: Iterable[Passage],
    version: Version,
    reader: Reader,
    met: frozenset[str] = frozenset(),
) -> Iterator[tuple[Passage, Sentence, Hit]]:
    """Letters that are not spelled out where they first come, but for those in `met`."""
    for word, passage, sentence in unexplained_initials(passages, reader.known):
        if word.text not in met:
            facts: dict[str, object] = {"words": word.text, "version": version.name}
            yield passage, sentence, Hit("READ-009", word.start, word.end, facts)
