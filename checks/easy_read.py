"""Easy Read: one idea a sentence, a picture beside it, every hard word in bold and explained."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import groupby

from charter.contracts import Draft, Stage
from charter.findings import Finding, Outcome, Rule, Severity, rules
from charter.model import Chapter, Charter, EasyRow, Place, Span, Spans, text
from charter.policy import Reading
from checks._council_speak import PLEASE_CHECK, council_speak
from checks._lines import Lines
from checks._prose import (
    EASY_READ,
    Passage,
    Sentence,
    capitalised,
    easy_title,
    known_words,
    name_words,
    only_contact,
    versions,
)
from checks._shape import joins, marks, number_words, surely_joined, unexplained_initials
from checks._words import hard_words, syllables, words

TITLE = "Easy Read words"
STAGE = Stage.CONTENT
RULES = rules(
    Rule(
        "EASY-001",
        Severity.ERROR,
        "This Easy Read sentence has {words} words. The limit is {limit}. It starts: “{start}”.",
        "Say one idea in each sentence, each in a line of its own.",
        "People who find reading hard lose the start of a long sentence before its end.",
    ),
    Rule(
        "EASY-002",
        Severity.WARNING,
        "This Easy Read sentence has {words} words. Up to {limit} is easier. It starts: “{start}”.",
        "See if it holds two ideas. If so, make it two sentences.",
        "10 to 15 words is the most that Easy Read guides allow.",
    ),
    Rule(
        "EASY-003",
        Severity.ERROR,
        "This Easy Read sentence has {what}: “{start}”.",
        "Leave it out, or make it a sentence of its own.",
        "These marks put one idea inside another. Many people don't know how to read them.",
    ),
    Rule(
        "EASY-004",
        Severity.ERROR,
        "The number “{number}” is written as a word.",
        "Write it as a figure, such as 5.",
        "A figure is easier to see and to read than a word.",
    ),
    Rule(
        "EASY-005",
        Severity.ERROR,
        "This Easy Read sentence holds more than one idea: “{start}”. See: {words}.",
        "Make each idea a sentence of its own.",
        "One idea and one verb in a sentence is the heart of Easy Read.",
    ),
    Rule(
        "EASY-006",
        Severity.ERROR,
        "“{word}” is a hard word.",
        "Use an easier word. Or make it **bold** and say what it means in the next line.",
        "In Easy Read each hard word is in bold, and the next sentence explains it.",
    ),
    Rule(
        "EASY-007",
        Severity.ERROR,
        "“{word}” is in the list of hard words, but it is not in bold where it first comes here.",
        "Make it **bold** here and say what it means in the next line.",
        "Bold tells people that this is a hard word, and that its meaning comes next.",
    ),
    Rule(
        "EASY-008",
        Severity.ERROR,
        "“{word}” is in bold, but its meaning does not come next.",
        "Say what it means in the next line, or add it to glossary.md with an Easy Read meaning.",
        "Bold is a promise that the meaning follows.",
    ),
    Rule(
        "EASY-009",
        Severity.ERROR,
        "“{word}” is letters that stand for longer words.",
        "Write the full name, or say it in easier words.",
        "People who find reading hard can't guess what letters stand for.",
    ),
    Rule(
        "EASY-010",
        Severity.ERROR,
        "“{words}” does not say who does it.",
        "Say who does it, and put them first: not “You will be told”, but “We will tell you”.",
        "Who does what must be clear. (“Is called” is allowed, to explain a word.)",
    ),
    Rule(
        "EASY-011",
        Severity.ERROR,
        "There is no sentence beside this picture.",
        "Write a sentence in the line below the picture, or take the picture out.",
        "A picture alone can mean many things.",
    ),
    Rule(
        "EASY-012",
        Severity.WARNING,
        "The picture “{picture}” comes {count} times in a row.",
        "Choose a picture for each idea, or put sentences about one idea beside one picture.",
        "The same picture again and again doesn't help people to find the idea they look for.",
    ),
    Rule(
        "EASY-013",
        Severity.ERROR,
        "Easy Read does not say how to contact you.",
        "Give a page with an Easy Read part the line “shows: contact”.",
        "People who use Easy Read must be able to ask, without reading another version.",
    ),
    Rule(
        "EASY-014",
        Severity.ERROR,
        "Easy Read has {count} hard words in bold, but no list of hard words.",
        "Give the words in glossary.md an Easy Read part, and a page the line “shows: glossary”.",
        "People look a word up again in the list when they have forgotten what it means.",
    ),
    Rule(
        "EASY-015",
        Severity.ERROR,
        "“{words}” is not an easy word.",
        "Write instead: {instead}.",
        "Residents asked for simple words, and not council-speak.",
    ),
    Rule(
        "EASY-016",
        Severity.WARNING,
        "“{word}” may be a hard word for some readers.",
        "See if there is an easier word, or explain it as a hard word.",
        "It is not among the words that nearly everybody knows.",
    ),
    Rule(
        "EASY-017",
        Severity.WARNING,
        "This Easy Read sentence may hold more than one idea: “{start}”. See: {words}.",
        "If it does, make each idea a sentence of its own.",
        "One idea and one verb in a sentence is the heart of Easy Read.",
    ),
    Rule(
        "EASY-018",
        Severity.WARNING,
        "“{words}” may not be an easy word here.",
        "See if this is easier: {instead}.",
        "The word is fine in some places, and hard in others.",
    ),
)

_SAME_PICTURE = 3
_WORTH_A_LIST = 2
_STEM = 4
_HARD, _PERHAPS_HARD = 3, 2  # syllables of an unfamiliar word


@dataclass(frozen=True, slots=True)
class _Reader:
    """What is the same for every chapter.

    `terms` has each form of a term that has an Easy Read meaning, by its words in small letters.
    """

    charter: Charter
    limits: Reading
    names: frozenset[str]
    known: frozenset[str]
    terms: dict[str, str]
    lines: Lines = field(default_factory=Lines)


@dataclass(frozen=True, slots=True)
class _Line:
    """One sentence line of Easy Read, and the line that comes after it, if any."""

    spans: Spans
    next: Spans
    place: Place

    @property
    def bold(self) -> list[str]:
        """The bold words or phrases that aren't contact details."""
        found = (span.text.strip(" .,!?:") for span in self.spans if span.strong and not span.href)
        return [phrase for phrase in found if phrase and not any(map(str.isdigit, phrase))]


def run(draft: Draft) -> Outcome:
    """Check every chapter's Easy Read; a chapter without one is another check's business."""
    charter = draft.charter
    people = name_words((*(s.name for s in charter.signatories), charter.facts.place))
    terms = {
        " ".join(word.key for word in words(form)): form
        for term in charter.glossary
        if term.easy_read.rows
        for form in (term.name, *term.forms)
    }
    known = known_words(charter) | capitalised(charter)
    reader = _Reader(charter, draft.policy.easy_read, people, known, terms)
    chapters = [chapter for chapter in charter.chapters if chapter.easy_read.rows]
    expected = frozenset(f"{chapter.id}, {EASY_READ}" for chapter in chapters)
    if charter.facts.language.partition("-")[0].lower() not in ("en", ""):
        return Outcome((), expected, expected)
    findings: list[Finding] = []
    examined: set[str] = set()
    passages = {v.chapter: v.passages for v in versions(charter) if v.name == EASY_READ}
    for chapter in chapters:
        findings += _rows(chapter.easy_read.rows)
        title, lines = easy_title(chapter), passages.get(chapter.id, ())
        for passage in (title, *lines):
            for sentence in passage.sentences:
                if passage is title or not passage.english:
                    findings += _wordings(sentence, passage, reader)
                else:
                    findings += _sentence(sentence, passage, reader)
        findings += _words(chapter, reader)
        ours = [p for p in (*lines, title) if p.english or p.our_letters]
        findings += [
            RULES["EASY-009"].at(reader.lines.of(passage.place, sentence.text), word=letters)
            for letters, passage, sentence in unexplained_initials(ours, reader.names)
        ]
        examined.add(f"{chapter.id}, {EASY_READ}")
    findings += _missing(chapters, charter)
    return Outcome(tuple(findings), expected, frozenset(examined))


def _rows(rows: tuple[EasyRow, ...]) -> Iterator[Finding]:
    for row in rows:
        if not any(words(text(sentence)) for sentence in row.sentences):
            yield RULES["EASY-011"].at(row.place)
    for picture, run_ in groupby(rows, key=lambda row: row.picture.id):
        same = list(run_)
        if len(same) >= _SAME_PICTURE:
            yield RULES["EASY-012"].at(same[0].place, picture=picture, count=len(same))


def _sentence(sentence: Sentence, passage: Passage, reader: _Reader) -> Iterator[Finding]:
    limits, length, start = reader.limits, len(sentence.words), sentence.start
    found: list[tuple[str, dict[str, object]]] = []
    if length > limits.longest_sentence_fails:
        limit = limits.longest_sentence_fails
        found.append(("EASY-001", {"words": length, "limit": limit, "start": start}))
    elif length > limits.longest_sentence_warns:
        limit = limits.longest_sentence_warns
        found.append(("EASY-002", {"words": length, "limit": limit, "start": start}))
    if what := marks(sentence.text):
        found.append(("EASY-003", {"what": ", ".join(what), "start": start}))
    found += [("EASY-004", {"number": number}) for number in number_words(sentence.text)]
    if joined := joins(sentence.text):
        seen = ", ".join(f"“{word}”" for word in dict.fromkeys(joined))
        code = "EASY-005" if surely_joined(sentence.text) else "EASY-017"
        found.append((code, {"start": start, "words": seen}))
    found += [("EASY-010", {"words": verb}) for verb in sentence.passives]
    if found:
        at = reader.lines.of(passage.place, sentence.text)
        for code, facts in found:
            yield RULES[code].at(at, **facts)
    yield from _wordings(sentence, passage, reader)


def _wordings(sentence: Sentence, passage: Passage, reader: _Reader) -> Iterator[Finding]:
    """Council-speak and hedges."""
    for hit in council_speak(sentence, frozenset(reader.terms)):
        at = reader.lines.of(passage.place, sentence.text)
        code = "EASY-018" if hit.level == PLEASE_CHECK else "EASY-015"
        yield RULES[code].at(at, words=hit.said, instead=hit.instead)


def _words(chapter: Chapter, reader: _Reader) -> Iterator[Finding]:
    """Hard words and bold words, in the order in which a reader meets them."""
    explained: set[str] = set()  # every word that was bold, or that we have spoken about
    meanings = {id(row) for term in reader.charter.glossary for row in term.easy_read.rows}
    rows = [row for row in chapter.easy_read.rows if id(row) not in meanings]
    for line in _lines(rows):
        if only_contact(line.spans, reader.charter):
            continue
        at = reader.lines.of(line.place, text(line.spans))
        for code, word in _in_line(line, explained, reader):
            yield RULES[code].at(at, word=word)


def _in_line(line: _Line, explained: set[str], reader: _Reader) -> Iterator[tuple[str, str]]:
    """The rules that the words of a line break. Adds to `explained` what is now dealt with."""
    for phrase in line.bold:
        # Once explained, a word may be bold again: that is how booklets help people find it.
        if not explained & _keys(phrase) and not _explained(phrase, line, reader):
            yield "EASY-008", phrase
        explained |= _keys(phrase)
    said = words(text(line.spans))
    plain = " ".join(["", *(word.key for word in said), ""])
    for wanted, form in reader.terms.items():
        if f" {wanted} " in plain and not explained & _keys(form):
            yield "EASY-007", form
            explained |= _keys(form)
    for word in hard_words(said, reader.known, least_syllables=_PERHAPS_HARD):
        if word.key not in explained:
            yield "EASY-006" if syllables(word.text) >= _HARD else "EASY-016", word.text
            explained.add(word.key)


def _lines(rows: list[EasyRow]) -> Iterator[_Line]:
    flat = [(sentence, row.place) for row in rows for sentence in row.sentences]
    following = [spans for spans, _ in flat[1:]]
    for (spans, place), after in zip(flat, [*following, ()], strict=False):
        yield _Line(spans, after, place)


def _explained(phrase: str, line: _Line, reader: _Reader) -> bool:
    """Whether the next line speaks of `phrase`, or this very line says what it means."""
    if " ".join(word.key for word in words(phrase)) in reader.terms:
        return True
    after = [word.key for word in words(text(line.next))]
    stems = [w.key[: max(_STEM, len(w.key) - 3)] for w in words(phrase) if len(w.key) >= _STEM]
    stems = stems or [w.key for w in words(phrase)]
    here = text(line.spans).lower()
    return (
        any(key.startswith(stem) for key in after for stem in stems)
        or {"means", "mean"} & set(after) != set()
        or re.search(r"\b(?:means?|called)\b", here) is not None
    )


def _keys(phrase: str) -> set[str]:
    """A phrase and its single words, with and without a plural ending."""
    single = {word.key for word in words(phrase) if len(word.key) >= _STEM}
    every = single | {phrase.lower()}
    return every | {key.removesuffix("s") for key in every} | {key + "s" for key in every}


def _missing(chapters: list[Chapter], charter: Charter) -> Iterator[Finding]:
    if not chapters:
        return
    place = chapters[0].easy_read.place
    rows = [row for chapter in chapters for row in chapter.easy_read.rows]
    said: list[Span] = [span for row in rows for line in row.sentences for span in line]
    if not any(charter.facts.contact.phone in span.text for span in said):
        yield RULES["EASY-013"].at(place)
    listed = {id(row) for term in charter.glossary for row in term.easy_read.rows}
    bold = {phrase.lower() for line in _lines(rows) for phrase in line.bold}
    if len(bold) >= _WORTH_A_LIST and not any(id(row) in listed for row in rows):
        yield RULES["EASY-014"].at(place, count=len(bold))
