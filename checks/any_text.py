"""The word rules and scores for any text: a letter, a leaflet, another council's charter."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from charter.documents import Document
from charter.findings import Finding, unique
from charter.model import Heading, Item, List, Paragraph, Place, Spans, Table
from charter.policy import Policy
from charter.reading import Reading
from checks._easy_rules import RULES as EASY
from checks._easy_sentences import EasyReader, has_to_go, in_block, in_sentence
from checks._easy_sentences import initials as easy_initials
from checks._easy_sentences import wordings as easy_wordings
from checks._english.lines import Lines
from checks._english.prose import EASY_READ, FULL, POSTER, is_name, labels_of, of_blocks
from checks._english.scores import prove
from checks._english.slips import names
from checks._english.text import Version
from checks._english.wordings import says_when
from checks._link_words import ONE_FORMAT, WORDS_OF_LINKS, links, vague
from checks._measured import measure
from checks._reading import Reader, called_twice, read
from checks._reading_rules import RULES
from checks._reading_sentences import initials, wordings

AS = {"full": FULL, "poster": POSTER, "easy-read": EASY_READ}


def judge(document: Document, kind: str, policy: Policy) -> tuple[Reading, tuple[Finding, ...]]:
    """Read a text as `kind`, a key of AS: its figures, and what is wrong with it.

    What needs a charter is left out: its glossary, its names, its pictures, other versions.
    """
    start, name = Place(document.file), document.file.as_posix()
    passages = of_blocks(document.blocks)
    version = Version(name, AS[kind], passages, start, title=name, marked=False)
    lines = Lines({document.file: list(document.lines)})
    reader = Reader(policy, names=names((), version.scored), lines=lines)
    reading, found = read(measure(version, frozenset()), reader)
    reading = replace(reading, version="")
    findings = [*found, *_links(document), *_paper(version, lines)]
    findings += _in_labels(document, version, reader)
    if version.name == EASY_READ:
        findings += _easy(version, EasyReader(policy.easy_read, lines=lines, marked=False))
    findings += called_twice(passages, lines, "text")
    findings += _when(version)
    if not reading.figures.sentences:
        findings.append(RULES["READ-028"].at(start))
    prove(version.scored)
    ordered = sorted(findings, key=lambda one: (not one.blocks, one.place.line or 0))
    return reading, unique(replace(finding, text=reading.label) for finding in ordered)


_SEVERAL = 3  # promises make a text a charter; a letter may have one or two


def _when(version: Version) -> Iterator[Finding]:
    """A finding where a text promises several things, and none of the promises says when."""
    promised = [
        passage
        for passage in version.passages
        if passage.english and any(map(version.promises, passage.sentences))
    ]
    if len(promised) >= _SEVERAL and not any(says_when(passage.text) for passage in promised):
        yield RULES["READ-021"].at(promised[0].place)


def _easy(version: Version, reader: EasyReader) -> Iterator[Finding]:
    """The rules of Easy Read that need no pictures and no glossary."""
    limit = reader.limits.hard_word_zipf
    for passage in version.passages:
        if not passage.english:
            for sentence in passage.sentences if passage.our_letters else ():
                yield from reader.find(passage, easy_wordings(sentence, reader), sentence)
            continue
        for sentence in passage.sentences:
            yield from reader.find(passage, in_sentence(sentence, reader), sentence)
            at = reader.lines.of(passage.place, sentence.text)
            swapped = has_to_go(sentence, frozenset())
            for number in sentence.hard(limit, frozenset()):
                word = sentence.words[number]
                if number not in swapped and not sentence.lexemes[number].misspelt:
                    hit = EASY["EASY-006"].at(at, word=word.text)
                    yield hit.within(sentence.text, word.start, word.end)
        yield from in_block(passage, reader)
    yield from easy_initials([p for p in version.passages if p.english], reader)


def _in_labels(document: Document, version: Version, reader: Reader) -> Iterator[Finding]:
    """Council-speak and unexplained letters in headings, cells, names and links."""
    labels = labels_of(document.blocks)
    ours = [each for each in labels if each.our_letters and not is_name(each.text)]
    for passage in ours:
        for sentence in passage.sentences:
            yield from reader.find(passage, wordings(sentence, version, reader), sentence, version)
    if version.name != EASY_READ:
        said = (sentence for passage in version.passages for sentence in passage.sentences)
        met = frozenset(word.text for sentence in said if sentence.odd for word in sentence.words)
        for passage, sentence, hit in initials(ours, version, reader, met):
            yield from reader.find(passage, (hit,), sentence, version)


_ON_PAPER = frozenset(["page", "pages", "p", "pp", "pg", "overleaf", "over"])


def _paper(version: Version, lines: Lines) -> Iterator[Finding]:
    """“See page 4”. What is “below” can't be told without the layout of the file."""
    for passage in version.passages:
        for sentence in passage.sentences:
            if _ON_PAPER.isdisjoint(sentence.keys):
                continue
            for found in ONE_FORMAT.finditer(sentence.text):
                if not found["near"]:
                    at = lines.of(passage.place, sentence.text)
                    hit = WORDS_OF_LINKS["LINK-004"].at(at, words=found[0])
                    yield hit.within(sentence.text, found.start(), found.end())


def _links(document: Document) -> Iterator[Finding]:
    """Words of links that say nothing, and dead links."""
    for spans, place in _runs(document):
        for words, href in links(spans) if any(span.href for span in spans) else ():
            if href.strip() in {"", "#"}:
                yield WORDS_OF_LINKS["LINK-007"].at(place, words=words)
            elif vague(words):
                yield WORDS_OF_LINKS["LINK-002"].at(place, words=words)


def _runs(document: Document) -> Iterator[tuple[Spans, Place]]:
    for block in document.blocks:
        match block:
            case Paragraph() | Heading():
                yield block.spans, block.place
            case List(items=(Item() as item, *_)):
                yield item.spans, item.place
            case Table(rows=((cell, *_), *_)):
                yield cell, block.place
            case _:
                pass
