"""Read one text: what is wrong in each sentence, its figures, and whether they are good enough."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from charter.findings import Finding
from charter.policy import Policy, PosterReading
from charter.policy import Reading as Limits
from charter.reading import WHOLE, Figures, ReadBlock, Reading
from charter.record import Published
from checks import _ratchet as ratchet
from checks._english.lines import Lines
from checks._english.prose import EASY_READ, FULL, POSTER
from checks._english.same_thing import two_names
from checks._english.slips import Names
from checks._english.syllables import syllables
from checks._english.text import Passage, Sentence, Version
from checks._english.vocabulary import LONG
from checks._measured import Measured, figures
from checks._reading_rules import RULES
from checks._reading_sentences import Hit, in_sentence, initials, seldom_used, such_as, wordings

_LEAST_FOR_MEAN = 5  # sentences
_LEAST_FOR_PASSIVES = 10
_MOST_PASSIVES_ALONE = 1


@dataclass(frozen=True, slots=True)
class Reader:
    """What is the same for every text of one run.

    `known` is what the charter explains or names, `who` are those who may act, in small letters.
    """

    policy: Policy
    known: frozenset[str] = frozenset()
    names: Names = field(default_factory=Names)
    who: frozenset[str] = frozenset()
    lines: Lines = field(default_factory=Lines)

    def limits(self, version: Version) -> Limits:
        """The limits for this version."""
        policy = self.policy
        if version.name == FULL:
            return policy.full
        return policy.poster if version.name == POSTER else policy.easy_read

    def find(
        self, passage: Passage, hits: Iterable[Hit], sentence: Sentence, version: Version
    ) -> Iterator[Finding]:
        """`hits` in a sentence of a passage of `version` as findings at its line."""
        several = list(hits)
        if several:
            said, label = sentence.text, version.label
            at = self.lines.of(passage.place, said)
            for hit in several:
                rule = RULES[hit.code]
                yield Finding(rule, at, hit.facts, said, hit.start, hit.end, label)


def read(
    measured: Measured, reader: Reader, published: Published | None = None, *, words: bool = True
) -> tuple[Reading, tuple[Finding, ...]]:
    """Judge one text. Without `words` only its figures are judged, not its sentences.

    Easy Read has rules of its own for sentences, so here it gets those about its figures.
    """
    version = measured.version
    hard_in = [_hard_words(passage, version, reader) for passage in version.passages]
    findings = list(_in_blocks(measured, hard_in, reader)) if words else []
    counted = figures(measured)
    findings += _in_version(version, counted, reader)
    past = (published or {}).get(version.label)
    changed = None
    if past:
        compared = ratchet.compare(measured, past, reader.known)
        changed = compared.change
        findings += ratchet.harder(measured, past, compared, name_of(version))
    reading = Reading(
        version.chapter,
        version.name,
        version.title or version.chapter,
        version.place,
        counted,
        tuple(_blocks(measured)),
        _worst(version, findings),
        changed,
    )
    label = version.label
    return reading, tuple(one if one.text else replace(one, text=label) for one in findings)


def _blocks(measured: Measured) -> Iterator[ReadBlock]:
    for passage, index in zip(measured.version.passages, measured.indexes, strict=True):
        texts = tuple(sentence.text for sentence in passage.sentences) or (passage.text,)
        yield ReadBlock(passage.place, texts, passage.english, index)


def _in_blocks(
    measured: Measured, hard_in: Sequence[dict[str, None]], reader: Reader
) -> Iterator[Finding]:
    version = measured.version
    for passage, index, hard in zip(version.passages, measured.indexes, hard_in, strict=True):
        if not passage.english:
            start = passage.text[:60]
            yield RULES["READ-013"].at(passage.place, what="This text", start=start)
        if version.name == EASY_READ:
            continue  # it has rules of its own for sentences
        if passage.english:
            for number, sentence in enumerate(passage.sentences):
                first = passage is version.passages[0] and not number
                hits = in_sentence(sentence, version, reader, opening=first)
                yield from reader.find(passage, hits, sentence, version)
            yield from _in_block(passage, index, list(hard), version, reader)
        elif passage.our_letters:
            for sentence in passage.sentences:
                hits = wordings(sentence, version, reader, promises=passage.promises)
                yield from reader.find(passage, hits, sentence, version)
    if version.name != EASY_READ:
        ours = [p for p in version.passages if p.english or p.our_letters]
        for passage, sentence, hit in initials(ours, version, reader):
            yield from reader.find(passage, (hit,), sentence, version)


def _in_block(
    passage: Passage, index: float | None, hard: list[str], version: Version, reader: Reader
) -> Iterator[Finding]:
    """What is wrong with a block as a whole: its length, its hard words, its index."""
    limits, count = reader.limits(version), len(passage.sentences)
    if not count:
        return
    first = passage.sentences[0]
    if count > limits.longest_paragraph_warns:
        fails = count > limits.longest_paragraph_fails
        code = "READ-016" if fails else "READ-017"
        limit = limits.longest_paragraph_fails if fails else limits.longest_paragraph_warns
        yield RULES[code].at(passage.place, count=count, limit=limit, start=first.start)
    if hard and len(hard) >= limits.hard_words_warns:
        yield RULES["READ-010"].at(passage.place, count=len(hard), words=quoted(hard))
    if isinstance(limits, PosterReading):
        hidden = [s for s in passage.sentences if s.passives]
        if hidden and len(hidden) >= limits.passives_in_a_block_fails:
            (start, end), *_ = hidden[0].passives
            yield RULES["READ-005"].at(
                passage.place, version="poster's lines here", count=len(hidden), sentences=count,
                limit=max(0, limits.passives_in_a_block_fails - 1), words=hidden[0].text[start:end],
            )  # fmt: skip
    if index is not None and index > limits.index_warns:
        yield RULES["READ-026"].at(
            passage.place, index=f"{index:.1f}", limit=limits.index_warns, start=first.start,
            hardest=such_as(seldom_used(passage, reader.known), " such as"),
        )  # fmt: skip


def _hard_words(passage: Passage, version: Version, reader: Reader) -> dict[str, None]:
    """The hard words of a block in English, each once."""
    under = reader.limits(version).hard_word_zipf
    return dict.fromkeys(
        sentence.lexemes[number].key
        for sentence in (passage.sentences if passage.english else ())
        for number in sentence.hard(under, reader.known)
    )


def _in_version(version: Version, figures: Figures, reader: Reader) -> Iterator[Finding]:
    limits, name = reader.limits(version), name_of(version)
    place = version.place
    if figures.sentences >= _LEAST_FOR_MEAN and figures.mean > limits.mean_sentence_fails:
        facts = {"mean": f"{figures.mean:.1f}", "limit": limits.mean_sentence_fails}
        yield RULES["READ-003"].at(place, version=name, start=_longest(version).start, **facts)
    over = figures.passives * 100 > limits.passive_percent_fails * figures.sentences
    enough = figures.sentences >= _LEAST_FOR_PASSIVES
    if version.name != EASY_READ and enough and over and figures.passives > _MOST_PASSIVES_ALONE:
        first = next(sentence for sentence in version.scored if sentence.passives)
        start, end = first.passives[0]
        yield RULES["READ-005"].at(
            place,
            version=name,
            count=figures.passives,
            sentences=figures.sentences,
            limit=f"{limits.passive_percent_fails} in 100",
            words=first.text[start:end],
        )
    if figures.enough:
        yield from _score_findings(version, figures, reader)


def _score_findings(version: Version, figures: Figures, reader: Reader) -> Iterator[Finding]:
    limits = reader.limits(version)
    ease, grade = figures.scores["flesch"], figures.scores["grade"]
    for formula, score, missed, limit in (
        ("Flesch reading ease", ease, limits.flesch_at_least - ease.value,
         f"at least {limits.flesch_at_least}"),
        ("Flesch-Kincaid grade", grade, grade.value - limits.grade_at_most,
         f"at most {limits.grade_at_most}"),
    ):  # fmt: skip
        if missed > 0:
            yield RULES["READ-011" if missed > (score.error or 0) else "READ-012"].at(
                version.place,
                formula=formula,
                version=name_of(version),
                value=f"{score.value:.1f}",
                error=f"{score.error or 0:.1f}",
                limit=limit,
                start=_longest(version).start,
                hardest=such_as(_long_words(version, reader.known), " such as"),
            )


def _long_words(version: Version, known: frozenset[str]) -> list[str]:
    """The words with the most syllables, three at least: those that cost these scores most."""
    found: dict[str, None] = {}
    for sentence in version.scored:
        spared = sentence.excused(known)
        for number, one in enumerate(sentence.lexemes):
            if number not in spared and not one.capital:
                found[one.key] = None
    return sorted((key for key in found if syllables(key) >= LONG), key=syllables, reverse=True)


def called_twice(passages: Iterable[Passage], lines: Lines, version: str) -> Iterator[Finding]:
    """A finding for each thing in English `passages` that is called by two names."""
    for met in two_names(passage for passage in passages if passage.english):
        facts = {"words": met.rarer, "count": met.times, "other": met.other, "others": met.others}
        at = lines.of(met.place, met.sentence.text)
        yield RULES["READ-020"].at(at, version=version, **facts).within(met.sentence.text)


def name_of(version: Version) -> str:
    """What messages call a text, such as: full text of “honest”."""
    if not version.marked:
        return "text"
    whole = version.chapter == WHOLE
    return f"{version.name} of the {WHOLE}" if whole else f"{version.name} of “{version.chapter}”"


def quoted(several: Iterable[str]) -> str:
    """Words in quotation marks, with commas."""
    return ", ".join(f"“{word}”" for word in several)


def _longest(version: Version) -> Sentence:
    return max(version.scored, key=lambda sentence: len(sentence.lexemes))


def _worst(version: Version, findings: Iterable[Finding]) -> str:
    """The sentence to start with: most to fix in it, then the longest."""
    weights: Counter[str] = Counter()
    for finding in findings:
        weights[finding.sentence] += 3 if finding.blocks else 1
    rated = ((weights[one.text], len(one.lexemes), one.text) for one in version.scored)
    return max(rated, default=(0, 0, ""), key=lambda each: each[:2])[2]
