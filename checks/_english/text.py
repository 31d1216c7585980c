"""A text as people read it: versions hold passages, passages hold sentences, sentences words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from charter.model import Place
from checks._english.data import listed
from checks._english.passive import passives
from checks._english.sentences import sentences
from checks._english.vocabulary import Lexeme, Tally, add_up, lexeme
from checks._english.words import WORD, Word, excused, may_excuse, words

_QUOTED_WORDS = 8
_QUOTED_LETTERS = 120


@dataclass(frozen=True)
class Sentence:
    """One sentence as people read it, with its words."""

    text: str

    @cached_property
    def lexemes(self) -> list[Lexeme]:
        """What is known of each word, in order."""
        return [lexeme(word) for word in WORD.findall(self.text)]

    @cached_property
    def keys(self) -> frozenset[str]:
        """The words without their order, as lists have them: quick to look for some among them."""
        return frozenset([one.key for one in self.lexemes])

    @cached_property
    def words(self) -> list[Word]:
        """The words in order, with where they stand."""
        return words(self.text)

    @property
    def start(self) -> str:
        """The first words, to find it by."""
        parts = self.text.split()
        more = " …" if len(parts) > _QUOTED_WORDS else ""
        return " ".join(parts[:_QUOTED_WORDS])[:_QUOTED_LETTERS] + more

    @cached_property
    def passives(self) -> list[tuple[int, int]]:
        """The verbs that don't say who does it: from which sign up to which."""
        return passives(self.text, self.keys)

    def excused(self, known: frozenset[str]) -> frozenset[int]:
        """The numbers of the words that are a name or part of a phrase in `known`."""
        return excused(self.words, known) if may_excuse(self.keys, known) else frozenset()

    def may_be_hard(self, under: float) -> bool:
        """Whether any word is rarer than the Zipf value `under`: a quick look."""
        return any(one.common < under and not one.everyday for one in self.lexemes)

    def tally(self, known: frozenset[str]) -> Tally:
        """What the formulas count; words in `known` are never hard."""
        spared = self.excused(known)
        return add_up(
            [
                one.excused if number in spared else one.tally
                for number, one in enumerate(self.lexemes)
            ]
            if spared
            else [one.tally for one in self.lexemes]
        )


@dataclass(frozen=True)
class Passage:
    """One block of prose: a paragraph, a list item, a table cell or a line of Easy Read.

    `promises` is true for words in the front matter that speak for the whole charter.
    """

    text: str
    place: Place
    promises: bool = False

    @cached_property
    def sentences(self) -> list[Sentence]:
        """The sentences that have words in them."""
        whole = [Sentence(part) for part in sentences(self.text)]
        return [sentence for sentence in whole if sentence.lexemes]

    @cached_property
    def english(self) -> bool:
        """Whether this looks like English: our letters, and enough of its small words.

        A few words are always given the benefit of the doubt: a name, "Diolch!", an emoji.
        """
        if not self.text.isascii():
            letters = [c for c in self.text if c.isalpha()]
            ours = sum(map(str.isascii, letters))
            if len(letters) > _ENOUGH_LETTERS and ours * 2 < len(letters):
                return False
        total = sum(len(sentence.lexemes) for sentence in self.sentences)
        return total < _ENOUGH_WORDS or self._small_words * 12 >= total

    @property
    def _small_words(self) -> int:
        return sum(
            one.key in _SMALL_WORDS for sentence in self.sentences for one in sentence.lexemes
        )

    @property
    def our_letters(self) -> bool:
        """Whether every letter is one that English has, so that our word lists can be tried."""
        return self.text.isascii() or all(c.isascii() for c in self.text if c.isalpha())


_ENOUGH_LETTERS = 10
_ENOUGH_WORDS = 12
_SMALL_WORDS = listed("small_words")
# Small words that Welsh, Polish and others have too, with other meanings.
_SHARED = frozenset({"a", "an", "as", "at", "by", "do", "for", "has", "i", "in", "on", "so", "to"})
_ENOUGH_TO_TELL = 6


def mostly_english(parts: Iterable[Version]) -> bool:
    """Whether most passages are in English beyond doubt, whatever the charter says it is in."""
    told = english = 0
    for passage in (passage for part in parts for passage in part.passages):
        keys = [word.key for word in words(passage.text)]
        if len(keys) >= _ENOUGH_TO_TELL:
            told += 1
            english += sum(k in _SMALL_WORDS and k not in _SHARED for k in keys) * 6 >= len(keys)
    return english * 2 > told


@dataclass(frozen=True)
class Version:
    """One version of one chapter, or a text from elsewhere, as prose.

    `name` is the version: it decides which limits hold. `title` is what readers call the chapter.
    `marked` is false for a text in which nothing says what is a pledge: there “we will” makes one.
    """

    chapter: str
    name: str
    passages: tuple[Passage, ...]
    place: Place
    pledge: bool = False
    title: str = ""
    marked: bool = True

    @property
    def label(self) -> str:
        """What this is called in tables and as evidence."""
        return f"{self.chapter}, {self.name}"

    def promises(self, sentence: Sentence) -> bool:
        """Whether a sentence promises something that people may hold us to."""
        return self.pledge or (not self.marked and {"we", "will"} <= sentence.keys)

    @property
    def scored(self) -> Iterator[Sentence]:
        """Every sentence in English, in order: what formulas may count."""
        return (s for passage in self.passages if passage.english for s in passage.sentences)
