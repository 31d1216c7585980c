"""Plain English: sentence rules and readability scores for every version of every chapter."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from charter.contracts import Draft, Stage
from charter.findings import Finding, Outcome, Rule, Severity, rules, unique
from charter.model import Charter
from charter.policy import Policy, Reading
from checks._council_speak import HEDGE, MUST_FIX, council_speak
from checks._lines import Lines
from checks._prose import (
    EASY_READ,
    FULL,
    POSTER,
    VERSIONS,
    Passage,
    Sentence,
    Version,
    known_words,
    labels,
    mostly_english,
    versions,
    whole,
)
from checks._scores import Counts, Scores, counts, scores
from checks._shape import marks, number_words, unexplained_initials
from checks._words import hard_words, is_initials, syllables

TITLE = "Plain English"
STAGE = Stage.CONTENT
RULES = rules(
    Rule(
        "READ-001",
        Severity.ERROR,
        "This sentence has {words} words. The limit is {limit}. It starts: “{start}”.",
        "Split it in two, or cut the words that carry no promise.",
        "Long sentences lose people who read slowly, or in a second language.",
    ),
    Rule(
        "READ-002",
        Severity.WARNING,
        "This sentence has {words} words. Up to {limit} is easier. It starts: “{start}”.",
        "See if it can be split, or if some words can go.",
        "Sentences of this length are hard for many people, and more so when there are several.",
    ),
    Rule(
        "READ-003",
        Severity.ERROR,
        "The {version} has {mean} words in a sentence on average. The limit is {limit}.",
        "Split the longest sentences first. The longest starts: “{start}”.",
        "Each sentence may be within its limit, and the whole still be tiring.",
    ),
    Rule(
        "READ-004",
        Severity.WARNING,
        "“{words}” does not say who does it.",
        "Say who does it, and put them first: not “You will be told”, but “We will tell you”.",
        "People can only hold you to a promise if they know who made it.",
    ),
    Rule(
        "READ-005",
        Severity.ERROR,
        "In the {version}, {count} of {sentences} sentences do not say who does it. "
        "The limit is {limit} in 100. One of them: “{words}”.",
        "Say who does it, and put them first: not “You will be told”, but “We will tell you”.",
        "One such sentence can be right. Many of them hide who is responsible.",
    ),
    Rule(
        "READ-006",
        Severity.ERROR,
        "“{words}” is council-speak.",
        "Write instead: {instead}.",
        "Residents asked for simple words, and not council-speak.",
    ),
    Rule(
        "READ-007",
        Severity.WARNING,
        "“{words}” may be council-speak here.",
        "See if this is plainer: {instead}.",
        "The word is fine in some places, and says nothing in others.",
    ),
    Rule(
        "READ-008",
        Severity.WARNING,
        "“{words}” takes something back from this pledge.",
        "Say it without, or say what it means: {instead}.",
        "A pledge that says “where possible” can't be broken, so it can't be trusted.",
    ),
    Rule(
        "READ-009",
        Severity.ERROR,
        "“{words}” is not spelled out where it first comes in the {version} of this chapter.",
        "Write the full name and then the letters in brackets, or only the full name.",
        "People who don't work here don't know the letters, and may not ask.",
    ),
    Rule(
        "READ-010",
        Severity.WARNING,
        "There are {count} hard words close together: {words}.",
        "Use shorter, more common words, or explain the word in the glossary.",
        "One hard word can be guessed. Several together stop a reader.",
    ),
    Rule(
        "READ-011",
        Severity.ERROR,
        "The {formula} of the {version} is {value}, give or take {error}. It must be {limit}.",
        "Start with its longest sentence, “{start}”, and with long words{hardest}.",
        "So much text at this level tires many readers. But a score is not a reader: test it too.",
    ),
    Rule(
        "READ-012",
        Severity.WARNING,
        "The {formula} of the {version} is {value}, give or take {error}. It should be {limit}.",
        "Start with its longest sentence, “{start}”, and with long words{hardest}.",
        "It misses by less than chance alone can explain, so it may be plain enough.",
    ),
    Rule(
        "READ-013",
        Severity.WARNING,
        "{what} does not seem to be in English, so nothing here says how hard it is to read: "
        "“{start}”.",
        "Ask someone who reads this language whether it is plain.",
        "Our rules and scores know English only. A score for another language would be made up.",
    ),
    Rule(
        "READ-014",
        Severity.WARNING,
        "This poster sentence has {what}: “{start}”.",
        "Make it two sentences. Write numbers as figures: 5, not five.",
        "A poster is read at a glance, from some steps away.",
    ),
    Rule(
        "READ-015",
        Severity.ERROR,
        "This charter says that its language is “{language}”, but most of it is in English.",
        "Write language: en-GB. Give each language a charter of its own.",
        "Our rules know English only, so nothing was checked. Screen readers go by it too.",
    ),
)

_LEAST_FOR_MEAN = 5
_LEAST_FOR_PASSIVES = 10
_MOST_PASSIVES_ALONE = 1


@dataclass(frozen=True, slots=True)
class _Reader:
    """What is the same for every version."""

    policy: Policy
    known: frozenset[str]
    lines: Lines = field(default_factory=Lines)

    def limits(self, version: Version) -> Reading:
        policy = self.policy
        return {FULL: policy.full, POSTER: policy.poster, EASY_READ: policy.easy_read}[version.name]


def run(draft: Draft) -> Outcome:
    """Check and score each version of each chapter, and each version of the whole charter."""
    charter = draft.charter
    place = charter.facts.where("language")
    parts = tuple(versions(charter))
    expected = frozenset(part.label for part in parts)
    if charter.facts.language.partition("-")[0].lower() not in ("en", ""):
        language = charter.facts.language
        finding = RULES["READ-013"].at(place, what="This charter", start=language)
        if mostly_english(parts):
            finding = RULES["READ-015"].at(place, language=language)
        return Outcome((finding,), expected, expected)
    reader = _Reader(draft.policy, known_words(charter))
    findings: list[Finding] = []
    rows: list[Mapping[str, str]] = []
    together = [whole(parts, name, charter.introduction.place) for name in VERSIONS]
    for version in (*parts, *(w for w in together if w.passages)):
        single = version in parts
        found = [*(_sentence_findings(version, reader) if single else ())]
        counted, scored = counts(version.passages), scores(version.passages)
        found += _version_findings(version, counted, scored, reader)
        findings += found
        rows.append(_row(version, counted, scored, found))
    findings += _label_findings(charter, parts, reader)
    scored_ones = {f"{row['chapter']}, {row['version']}" for row in rows}
    examined = frozenset(scored_ones - {version.label for version in together})
    return Outcome(unique(findings), expected, examined, tuple(rows))


def _sentence_findings(version: Version, reader: _Reader) -> Iterator[Finding]:
    for passage in version.passages:
        if not passage.english:
            start = passage.text[:60]
            yield RULES["READ-013"].at(passage.place, what="This text", start=start)
            if passage.our_letters and version.name != EASY_READ:
                yield from _wordings(passage, version, reader)
        elif version.name != EASY_READ:
            for sentence in passage.sentences:
                yield from _in_sentence(sentence, passage, version, reader)
            yield from _hard_words(passage, version, reader)
    if version.name != EASY_READ:
        ours = [p for p in version.passages if p.english or p.our_letters]
        yield from _initials(ours, version, reader)


def _initials(
    passages: list[Passage], version: Version, reader: _Reader, met: frozenset[str] = frozenset()
) -> Iterator[Finding]:
    for letters, passage, sentence in unexplained_initials(passages, reader.known):
        if letters not in met:
            at = reader.lines.of(passage.place, sentence.text)
            yield RULES["READ-009"].at(at, words=letters, version=version.name)


def _label_findings(
    charter: Charter, parts: tuple[Version, ...], reader: _Reader
) -> Iterator[Finding]:
    """What the words of titles, headings, tables and front matter break.

    Initials in a heading may be spelled out in the text.
    """
    bodies = {part.label: part.passages for part in parts}
    for version in labels(charter):
        body = bodies.get(version.label, ())
        met = {w.text for p in body for s in p.sentences for w in s.words if is_initials(w.text)}
        ours = [passage for passage in version.passages if passage.our_letters]
        for passage in ours:
            yield from _wordings(passage, version, reader)
        yield from _initials(ours, version, reader, frozenset(met))


def _wordings(passage: Passage, version: Version, reader: _Reader) -> Iterator[Finding]:
    """Council-speak and hedges, where nothing else about the text can be judged."""
    for sentence in passage.sentences:
        at = reader.lines.of(passage.place, sentence.text)
        for code, facts in _council_speak(sentence, passage, version, reader):
            yield RULES[code].at(at, **facts)


def _council_speak(
    sentence: Sentence, passage: Passage, version: Version, reader: _Reader
) -> Iterator[tuple[str, dict[str, object]]]:
    for hit in council_speak(sentence, reader.known):
        facts: dict[str, object] = {"words": hit.said, "instead": hit.instead}
        if hit.level != HEDGE:
            yield ("READ-006" if hit.level == MUST_FIX else "READ-007"), facts
        elif version.pledge or passage.promises:
            yield "READ-008", facts


def _in_sentence(
    sentence: Sentence, passage: Passage, version: Version, reader: _Reader
) -> Iterator[Finding]:
    limits, length = reader.limits(version), len(sentence.words)
    found: list[tuple[str, dict[str, object]]] = []
    if length > limits.longest_sentence_warns:
        fails = length > limits.longest_sentence_fails
        limit = limits.longest_sentence_fails if fails else limits.longest_sentence_warns
        facts = {"words": length, "limit": limit, "start": sentence.start}
        found.append(("READ-001" if fails else "READ-002", facts))
    found += [("READ-004", {"words": words}) for words in sentence.passives]
    found += _council_speak(sentence, passage, version, reader)
    if version.name == POSTER:
        numbers = [f"“{number}” as a word" for number in number_words(sentence.text)]
        if what := [*marks(sentence.text), *numbers]:
            found.append(("READ-014", {"what": ", ".join(what), "start": sentence.start}))
    if found:
        at = reader.lines.of(passage.place, sentence.text)
        for code, facts in found:
            yield RULES[code].at(at, **facts)


def _hard_words(passage: Passage, version: Version, reader: _Reader) -> Iterator[Finding]:
    found = dict.fromkeys(
        word.key
        for sentence in passage.sentences
        for word in hard_words(sentence.words, reader.known)
    )
    if found and len(found) >= reader.limits(version).hard_words_warns:
        yield RULES["READ-010"].at(passage.place, count=len(found), words=_quoted(found))


def _version_findings(
    version: Version, counted: Counts, scored: Scores | None, reader: _Reader
) -> Iterator[Finding]:
    limits, name = reader.limits(version), f"{version.name} of the {version.chapter}"
    if version.chapter != "whole charter":
        name = f"{version.name} of “{version.chapter}”"
    if counted.sentences >= _LEAST_FOR_MEAN and counted.mean > limits.mean_sentence_fails:
        mean, limit = f"{counted.mean:.1f}", limits.mean_sentence_fails
        start = _longest(version).start
        yield RULES["READ-003"].at(version.place, version=name, mean=mean, limit=limit, start=start)
    hidden = _passives(version)
    enough = counted.sentences >= _LEAST_FOR_PASSIVES or version.name == POSTER
    over = len(hidden) * 100 > limits.passive_percent_fails * counted.sentences
    if version.name != EASY_READ and enough and over and len(hidden) > _MOST_PASSIVES_ALONE:
        yield RULES["READ-005"].at(
            version.place,
            version=name,
            count=len(hidden),
            sentences=counted.sentences,
            limit=limits.passive_percent_fails,
            words=hidden[0],
        )
    if scored:
        yield from _score_findings(version, name, scored, reader)


def _score_findings(
    version: Version, name: str, scored: Scores, reader: _Reader
) -> Iterator[Finding]:
    limits = reader.limits(version)
    for formula, score, missed, limit in (
        (
            "Flesch reading ease",
            scored.flesch,
            limits.flesch_at_least - scored.flesch.value,
            f"at least {limits.flesch_at_least}",
        ),
        (
            "Flesch-Kincaid grade",
            scored.grade,
            scored.grade.value - limits.grade_at_most,
            f"at most {limits.grade_at_most}",
        ),
    ):
        if missed > 0:
            code = "READ-011" if missed > score.error else "READ-012"
            hardest = _hardest(version, reader.known)
            yield RULES[code].at(
                version.place,
                formula=formula,
                version=name,
                value=f"{score.value:.1f}",
                error=f"{score.error:.1f}",
                limit=limit,
                start=_longest(version).start,
                hardest=f" such as {_quoted(hardest)}" if hardest else "",
            )


def _passives(version: Version) -> list[str]:
    """One passive from each sentence that has any."""
    return [
        sentence.passives[0]
        for passage in version.passages
        if passage.english
        for sentence in passage.sentences
        if sentence.passives
    ]


def _longest(version: Version) -> Sentence:
    every = (s for p in version.passages if p.english for s in p.sentences)
    return max(every, key=lambda sentence: len(sentence.words))


def _hardest(version: Version, known: frozenset[str]) -> list[str]:
    """The hard words with the most syllables, five at most."""
    found = dict.fromkeys(
        word.key
        for passage in version.passages
        for sentence in passage.sentences
        for word in hard_words(sentence.words, known)
    )
    return sorted(found, key=syllables, reverse=True)[:5]


def _row(
    version: Version, counted: Counts, scored: Scores | None, found: list[Finding]
) -> Mapping[str, str]:
    if not counted.sentences:
        verdict = "not English"
    elif any(finding.blocks for finding in found):
        verdict = Severity.ERROR.value
    else:
        verdict = Severity.WARNING.value if found else "Passed"
    percent = 100 * len(_passives(version)) / max(1, counted.sentences)
    return {
        "chapter": version.chapter,
        "version": version.name,
        "words": str(counted.words),
        "sentences": str(counted.sentences),
        "mean": f"{counted.mean:.1f}",
        "longest": str(counted.longest),
        "flesch": f"{scored.flesch.value:.0f}" if scored else "too short to score",
        "flesch_error": f"{scored.flesch.error:.0f}" if scored else "",
        "grade": f"{scored.grade.value:.1f}" if scored else "",
        "reading_age": str(scored.reading_age) if scored else "",
        "passive_percent": f"{percent:.0f}",
        "verdict": verdict,
    }


def _quoted(several: Mapping[str, None] | list[str]) -> str:
    """Words in quotation marks, with commas."""
    return ", ".join(f"“{word}”" for word in several)
