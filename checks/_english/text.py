"""A text as people read it: versions hold passages, passages hold sentences, sentences words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from operator import attrgetter

from charter.model import Place
from checks._english.data import listed
from checks._english.passive import FORMS_OF_BE, passives
from checks._english.sentences import sentences
from checks._english.vocabulary import is_hard, lexeme
from checks._english.words import WORD, Word, excused, may_excuse, words

_QUOTED_WORDS = 8
_QUOTED_LETTERS = 120


class Sentence:
    """One sentence as people read it, with its words.

    `lexemes` is what is known of each word, in order; `keys` are the words as lists have them,
    without their order, which is quick to look for some among them; `odd` are the numbers of the
    words that are worth a closer look.
    """

    __slots__ = ("_passives", "_words", "keys", "lexemes", "odd", "text")

    def __init__(self, text: str) -> None:
        self.text = text
        self.lexemes = list(map(lexeme, WORD.findall(text)))
        self.keys = frozenset(map(_KEY, self.lexemes))
        self.odd = tuple(number for number, one in enumerate(self.lexemes) if one.odd)
        self._words: list[Word] | None = None
        self._passives: list[tuple[int, int]] | None = None

    @property
    def words(self) -> list[Word]:
        """The words in order, with where they stand. Slower than `lexemes`."""
        if self._words is None:
            self._words = words(self.text)
        return self._words

    @property
    def passives(self) -> list[tuple[int, int]]:
        """The verbs that don't say who does it: from which sign up to which."""
        if self._passives is None:
            none = FORMS_OF_BE.isdisjoint(self.keys)
            self._passives = [] if none else passives(self.text)
        return self._passives

    @property
    def start(self) -> str:
        """The first words, to find it by."""
        parts = self.text.split()
        more = " …" if len(parts) > _QUOTED_WORDS else ""
        return " ".join(parts[:_QUOTED_WORDS])[:_QUOTED_LETTERS] + more

    def excused(self, known: frozenset[str]) -> frozenset[int]:
        """The numbers of the words that are a name or part of a phrase in `known`."""
        return excused(self.words, known) if may_excuse(self.keys, known) else frozenset()

    def hard(self, under: float, known: frozenset[str]) -> list[int]:
        """The numbers of the hard words: under a Zipf value, and not in `known`.

        The second part of a word with a hyphen is never hard alone: “co-production”.
        """
        numbers = [
            number for number in self.odd if is_hard(self.lexemes[number], under, first=number == 0)
        ]
        if not numbers:
            return numbers
        spared = self.excused(known)
        joined = "-" in self.text or "\u2011" in self.text
        return [n for n in numbers if n not in spared and not (joined and self.words[n].part)]

    def tally(self, known: frozenset[str]) -> int:
        """What the formulas count, packed; words in `known` are never hard."""
        total = sum([one.tally for one in self.lexemes])
        for number in self.excused(known) if known else ():
            total += self.lexemes[number].excused - self.lexemes[number].tally
        return total


_KEY = attrgetter("key")


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
        if total < _ENOUGH_WORDS:
            return True
        at_least = sum(len(_SMALL_WORDS & sentence.keys) for sentence in self.sentences)
        return at_least * _ONE_IN >= total or self._small_words * _ONE_IN >= total

    @property
    def _small_words(self) -> int:
        every = (one.key for sentence in self.sentences for one in sentence.lexemes)
        return sum(key in _SMALL_WORDS for key in every)

    @property
    def our_letters(self) -> bool:
        """Whether every letter is one that English has, so that our word lists can be tried."""
        return self.text.isascii() or all(c.isascii() for c in self.text if c.isalpha())


_ENOUGH_LETTERS = 10
_ONE_IN = 12  # words is a small one, in any English text
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


_PROMISING = frozenset(["will", "aim", "hope", "intend", "plan", "seek", "strive", "try", "would"])


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
        if self.marked:
            return self.pledge
        return "we" in sentence.keys and not _PROMISING.isdisjoint(sentence.keys)

    @property
    def scored(self) -> Iterator[Sentence]:
        """Every sentence in English, in order: what formulas may count."""
        return (s for passage in self.passages if passage.english for s in passage.sentences)
