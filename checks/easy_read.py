"""Easy Read: one idea a sentence, a picture beside it, every hard word in bold and explained."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import groupby

from charter.contracts import Draft, Stage
from charter.findings import Finding, Outcome
from charter.model import Chapter, Charter, EasyRow, Place, Span, Spans, text
from checks._easy_rules import RULES
from checks._easy_sentences import (
    EasyReader,
    has_to_go,
    in_block,
    in_sentence,
    initials,
    wordings,
)
from checks._english.prose import (
    EASY_READ,
    capitalised,
    easy_title,
    known_words,
    name_words,
    only_contact,
    versions,
)
from checks._english.text import Passage, Sentence
from checks._english.vocabulary import COMMON, lexeme
from checks._english.words import words

TITLE = "Easy Read words"
STAGE = Stage.CONTENT

__all__ = ["RULES", "STAGE", "TITLE", "run"]

_SAME_PICTURE = 3
_WORTH_A_LIST = 2
_STEM = 4


@dataclass(frozen=True, slots=True)
class _Reader:
    """What is the same for every chapter.

    `terms` has each form of a term that has an Easy Read meaning, by its words in small letters.
    """

    charter: Charter
    terms: dict[str, str]
    sentences: EasyReader


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
    sentences = EasyReader(draft.policy.easy_read, known, frozenset(terms), people)
    reader = _Reader(charter, terms, sentences)
    chapters = [chapter for chapter in charter.chapters if chapter.easy_read.rows]
    expected = frozenset(f"{chapter.id}, {EASY_READ}" for chapter in chapters)
    if charter.facts.language.partition("-")[0].lower() not in ("en", ""):
        return Outcome((), expected, expected)
    findings: list[Finding] = []
    examined: set[str] = set()
    passages = {v.chapter: v.passages for v in versions(charter) if v.name == EASY_READ}
    for chapter in chapters:
        found = [*_rows(chapter.easy_read.rows)]
        title, lines = easy_title(chapter), passages.get(chapter.id, ())
        for passage in (title, *lines):
            found += _in_passage(passage, sentences, prose=passage is not title)
        found += _words(chapter, reader)
        ours = [p for p in (*lines, title) if p.english or p.our_letters]
        found += initials(ours, sentences)
        label = f"{chapter.id}, {EASY_READ}"
        findings += [replace(finding, text=label) for finding in found]
        examined.add(label)
    findings += _missing(chapters, charter)
    return Outcome(tuple(findings), expected, frozenset(examined))


def _in_passage(passage: Passage, reader: EasyReader, *, prose: bool) -> Iterator[Finding]:
    """What a line breaks; a title, or one that isn't English, is held to the word rules only."""
    judged = prose and passage.english
    for sentence in passage.sentences:
        hits = in_sentence(sentence, reader) if judged else wordings(sentence, reader)
        yield from reader.find(passage, hits, sentence)
    if judged:
        yield from in_block(passage, reader)


def _rows(rows: tuple[EasyRow, ...]) -> Iterator[Finding]:
    for row in rows:
        if not any(words(text(sentence)) for sentence in row.sentences):
            yield RULES["EASY-011"].at(row.place)
    for picture, run_ in groupby(rows, key=lambda row: row.picture.id):
        same = list(run_)
        if len(same) >= _SAME_PICTURE:
            yield RULES["EASY-012"].at(same[0].place, picture=picture, count=len(same))


def _words(chapter: Chapter, reader: _Reader) -> Iterator[Finding]:
    """Hard words and bold words, in the order in which a reader meets them."""
    explained: set[str] = set()  # every word that was bold, or that we have spoken about
    meanings = {id(row) for term in reader.charter.glossary for row in term.easy_read.rows}
    rows = [row for row in chapter.easy_read.rows if id(row) not in meanings]
    for line in _lines(rows):
        said = Sentence(" ".join(text(line.spans).split()))
        if only_contact(line.spans, reader.charter) or not Passage(said.text, line.place).english:
            continue
        at = reader.sentences.lines.of(line.place, said.text)
        for code, word in _in_line(line, said, explained, reader):
            start = max(0, said.text.find(word))
            yield RULES[code].at(at, word=word).within(said.text, start, start + len(word))


def _in_line(
    line: _Line, said: Sentence, explained: set[str], reader: _Reader
) -> Iterator[tuple[str, str]]:
    """The rules that the words of a line break. Adds to `explained` what is now dealt with."""
    for phrase in line.bold:
        # Once explained, a word may be bold again: that is how booklets help people find it.
        if not explained & _keys(phrase) and not _explained(phrase, line, reader):
            yield "EASY-008", phrase
        explained |= _keys(phrase)
    plain = " ".join(["", *(known.key for known in said.lexemes), ""])
    for wanted, form in reader.terms.items():
        if f" {wanted} " in plain and not explained & _keys(form):
            yield "EASY-007", form
            explained |= _keys(form)
    limit = reader.sentences.limits.hard_word_zipf
    swapped = has_to_go(said, reader.sentences.terms)
    hard = said.hard(COMMON, reader.sentences.known)
    for number in (n for n in hard if n not in swapped and not said.lexemes[n].misspelt):
        word = said.words[number]
        if word.key not in explained:
            yield "EASY-006" if lexeme(word.text).common < limit else "EASY-016", word.text
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
