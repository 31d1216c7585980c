"""The prose of a charter: each version of each chapter, in blocks, sentences and words.

What isn't prose is left out: headings, lines that are only a link, addresses, lists of names,
and what residents said (their words are theirs).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from charter.model import (
    Block,
    Chapter,
    Charter,
    List,
    Paragraph,
    Place,
    Pledge,
    Span,
    Spans,
    Table,
    text,
)
from checks._data import listed
from checks._passive import passives
from checks._sentences import sentences
from checks._words import Word, each_word, names, words

FULL, POSTER, EASY_READ = "full text", "poster", "Easy Read"
VERSIONS = (FULL, POSTER, EASY_READ)

_QUOTED_WORDS = 8
_QUOTED_LETTERS = 120


@dataclass(frozen=True)
class Sentence:
    """One sentence as people read it, with its words."""

    text: str

    @cached_property
    def words(self) -> list[Word]:
        """The words in order."""
        return words(self.text)

    @property
    def start(self) -> str:
        """The first words, to find it by."""
        parts = self.text.split()
        more = " …" if len(parts) > _QUOTED_WORDS else ""
        return " ".join(parts[:_QUOTED_WORDS])[:_QUOTED_LETTERS] + more

    @cached_property
    def passives(self) -> list[str]:
        """The verbs that don't say who does it."""
        return passives(self.text)


@dataclass(frozen=True)
class Passage:
    """One block of prose: a paragraph, a list item, a table cell or a line of Easy Read."""

    text: str
    place: Place

    @cached_property
    def sentences(self) -> list[Sentence]:
        """The sentences that have words in them."""
        whole = [Sentence(part) for part in sentences(self.text)]
        return [sentence for sentence in whole if sentence.words]

    @cached_property
    def english(self) -> bool:
        """Whether this looks like English: our letters, and enough of its small words.

        A few words are always given the benefit of the doubt: a name, "Diolch!", an emoji.
        """
        letters = [c for c in self.text if c.isalpha()]
        if len(letters) > _ENOUGH_LETTERS and sum(map(str.isascii, letters)) * 2 < len(letters):
            return False
        keys = [word.key for sentence in self.sentences for word in sentence.words]
        few = len(keys) < _ENOUGH_WORDS
        return few or sum(key in _SMALL_WORDS for key in keys) * 12 >= len(keys)


_ENOUGH_LETTERS = 10
_ENOUGH_WORDS = 12
_SMALL_WORDS = listed("small_words")


@dataclass(frozen=True)
class Version:
    """One version of one chapter, as prose."""

    chapter: str
    name: str
    passages: tuple[Passage, ...]
    place: Place
    pledge: bool = False

    @property
    def label(self) -> str:
        """What this is called in tables and as evidence."""
        return f"{self.chapter}, {self.name}"


def versions(charter: Charter) -> Iterator[Version]:
    """Every version that has prose in it, chapter by chapter."""
    for chapter in charter.chapters:
        for name, passages in _passages(chapter, charter).items():
            if passages:
                place = chapter.easy_read.place if name == EASY_READ else passages[0].place
                yield Version(chapter.id, name, passages, place, isinstance(chapter, Pledge))


def whole(parts: Iterable[Version], name: str, place: Place) -> Version:
    """All the chapters of one version as one."""
    joined = tuple(p for part in parts if part.name == name for p in part.passages)
    return Version("whole charter", name, joined, place)


def _passages(chapter: Chapter, charter: Charter) -> dict[str, tuple[Passage, ...]]:
    said = tuple(_clean(feedback.said) for feedback in charter.feedback if feedback.said.strip())
    promise = charter.facts.promise if chapter is charter.introduction else ""
    first = [_passage(promise, charter.facts.where("promise"))] if promise else []
    poster = [*first, *_prose(chapter.poster, said)]
    easy = [
        _passage(text(sentence), row.place)
        for row in chapter.easy_read.rows
        for sentence in row.sentences
        if not only_contact(sentence, charter)
    ]
    return {FULL: tuple(_prose(chapter.full, said)), POSTER: tuple(poster), EASY_READ: tuple(easy)}


def only_contact(sentence: Spans, charter: Charter) -> bool:
    """Whether a line of Easy Read is only a phone number or an address."""
    post = ", ".join(charter.facts.contact.post)
    return text(sentence).strip() == post or not _is_prose(sentence)


def _prose(blocks: Iterable[Block], said: tuple[str, ...]) -> Iterator[Passage]:
    for block in blocks:
        for spans, place in _runs(block):
            if _is_prose(spans, said):
                yield _passage(text(_without_label(spans)), place)


def _runs(block: Block) -> Iterator[tuple[Spans, Place]]:
    match block:
        case Paragraph():
            yield block.spans, block.place
        case List():
            for item in block.items:
                yield item.spans, item.place
        case Table():
            # The first row and short cells are labels, not sentences.
            for row in block.rows:
                for cell in row:
                    if text(cell).rstrip().endswith((".", "!", "?")):
                        yield cell, block.place
        case _:
            pass


def _without_label(spans: Spans) -> Spans:
    """`spans` without a bold label before a colon, as in "**What we did:** We wrote to you"."""
    match spans:
        case (first, second, *rest) if first.strong and first.text.rstrip().endswith(":"):
            return (second, *rest)
        case (first, second, *rest) if first.strong and second.text.startswith(":"):
            return (Span(second.text[1:], second.strong, second.href), *rest)
        case _:
            return spans


_ADDRESS = re.compile(
    # Each can begin only where a word does and has an end, so that no text is read over and over.
    r"(?<!\S)[(<“]?(?:(?:https?://|www\.)\S{0,500}[^\s.,;:!?)\]>”’\"']"
    r"|[^\s@]{1,64}@[^\s@]{1,200}\.[A-Za-z]{2,}|\+?\(?\d[\d ()-]{7,20}\d(?!\w))"
)
_POSTCODE = re.compile(r"\b[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}\b")
_LABEL = 3  # as many words as "Send us an e-mail:", left when the address itself is gone
_LOWER_IN_NAMES = listed("small_in_names")


def _is_prose(spans: Spans, said: tuple[str, ...] = ()) -> bool:
    line = _clean(text(spans))
    without = _ADDRESS.sub("", line)
    outside_links = "".join(span.text for span in spans if not span.href)
    return not (
        not any(each_word(without))
        or not any(each_word(outside_links))
        or (without != line and len(words(without)) <= _LABEL)
        or _POSTCODE.search(line)
        or _is_name(without)
        or (said and line.endswith(said))
    )


def _is_name(line: str) -> bool:
    """Whether a line is a name, such as "Child Friendly Sandwell": a capital on every word."""
    named = False
    for word in each_word(line):
        if word.text[0].isupper():
            named = True
        elif not (word.text[0].isdigit() or word.key in _LOWER_IN_NAMES):
            return False
    return named


_STRAIGHT = str.maketrans({"‘": "'", "’": "'", "\u00a0": " ", "\u202f": " ", "\u00ad": None})


def _clean(raw: str) -> str:
    return " ".join(raw.translate(_STRAIGHT).split())


def _passage(raw: str, place: Place) -> Passage:
    return Passage(" ".join(_ADDRESS.sub("", _clean(raw)).split()), place)


def known_words(charter: Charter) -> frozenset[str]:
    """Words that this charter explains or that are names in it: never too hard, never jargon."""
    facts = charter.facts
    terms = [form for term in charter.glossary for form in (term.name, *term.forms)]
    return names(
        (*terms, *(s.name for s in charter.signatories), facts.place, facts.organisation)
    ) | frozenset(term.lower().replace("-", " ") for term in terms)
