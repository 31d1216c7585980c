"""The prose of a charter: each version of each chapter, in blocks, sentences and words.

What isn't prose is left out: headings, lines that are only a link, addresses, lists of names,
and what residents said (their words are theirs).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator

from charter.model import (
    Block,
    Blocks,
    Chapter,
    Charter,
    Heading,
    List,
    Paragraph,
    Place,
    Pledge,
    Span,
    Spans,
    Table,
    text,
    words_of,
)
from charter.reading import WHOLE
from checks._english.data import listed
from checks._english.text import Passage, Version
from checks._english.words import LONGEST_NAME, WORD, each_word, key_of, words

FULL, POSTER, EASY_READ = "full text", "poster", "Easy Read"
VERSIONS = (FULL, POSTER, EASY_READ)


def versions(charter: Charter) -> Iterator[Version]:
    """Every version that has prose in it, chapter by chapter."""
    for chapter in charter.chapters:
        for name, passages in _passages(chapter, charter).items():
            if passages:
                place = chapter.easy_read.place if name == EASY_READ else passages[0].place
                pledge = isinstance(chapter, Pledge)
                yield Version(chapter.id, name, passages, place, pledge, chapter.title)


def of_blocks(blocks: Blocks) -> tuple[Passage, ...]:
    """The prose among some blocks of any text."""
    return tuple(_prose(blocks, ()))


def labels_of(blocks: Blocks) -> tuple[Passage, ...]:
    """What is read in any text without being prose: headings, cells, names, links, addresses."""
    every = (
        (spans, place)
        for block in blocks
        for spans, place in (
            ((block.spans, block.place),) if isinstance(block, Heading) else _everything(block)
        )
    )
    return tuple(_passage(text(spans), place) for spans, place in every)


def _everything(block: Block) -> Iterator[tuple[Spans, Place]]:
    """The runs of a block that are no prose."""
    cells = [cell for row in block.rows for cell in row] if isinstance(block, Table) else []
    runs = [(cell, block.place) for cell in cells] or list(_runs(block))
    for spans, place in runs:
        prose = _is_prose(_clean(text(spans)), spans)
        if not prose or (isinstance(block, Table) and not _ends(spans)):
            yield spans, place


def whole(parts: Iterable[Version], name: str, place: Place) -> Version:
    """All the chapters of one version as one."""
    joined = tuple(p for part in parts if part.name == name for p in part.passages)
    return Version(WHOLE, name, joined, place, title="The whole charter")


def labels(charter: Charter) -> Iterator[Version]:
    """What is read without being prose: titles, headings, cells of tables, the front matter.

    Word rules hold for it, limits of length and scores don't.
    """
    facts = charter.facts
    front = [
        _passage(said, facts.where(key), promises=True)
        for key in ("title", "strapline", "promise", "review_note")
        if (said := getattr(facts, key))
    ]
    for chapter in charter.chapters:
        title = [_passage(chapter.title, chapter.place)]
        first = front if chapter is charter.introduction else []
        found = {
            FULL: (*first, *title, *_no_names(chapter.full)),
            POSTER: tuple(_no_names(chapter.poster)),
        }
        for name, passages in found.items():
            if passages:
                pledge = isinstance(chapter, Pledge)
                yield Version(chapter.id, name, passages, chapter.place, pledge)
    shown = " ".join(said for chapter in charter.chapters for said, _ in words_of(chapter.full))
    for feedback in charter.feedback:
        if feedback.done not in shown:
            done = (_passage(feedback.done, feedback.place),)
            yield Version("feedback", FULL, done, feedback.place)


def _no_names(blocks: Blocks) -> Iterator[Passage]:
    return (passage for passage in labels_of(blocks) if not is_name(passage.text))


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
    line = _clean(text(sentence))
    return line == post or not _is_prose(line, sentence)


def _prose(blocks: Iterable[Block], said: tuple[str, ...]) -> Iterator[Passage]:
    for block in blocks:
        for spans, place in _runs(block):
            line = _clean(text(spans))
            if _is_prose(line, spans, said):
                bare = _without_label(spans)
                if bare is spans and not _may_be_address(line):
                    yield Passage(line, place)
                else:
                    yield _passage(text(bare), place)


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
                    if _ends(cell):
                        yield cell, block.place
        case _:
            pass


def _ends(cell: Spans) -> bool:
    return text(cell).rstrip().endswith((".", "!", "?"))


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
_SIGN_OF_ADDRESS = re.compile(r"[@\d/]")
_FAR_ENOUGH = 400  # signs: more than any name has
_POSTCODE = re.compile(r"\b[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}\b")
_LABEL = 3  # as many words as "Send us an e-mail:", left when the address itself is gone
_LONGEST_SHOUTED_NAME = 4  # words; a longer line in capitals is a sentence that is shouted
_LOWER_IN_NAMES = listed("small_in_names")
_LONGEST_ADDRESS, _LEAD_IN = 20, 4  # "Write to us at Example House, ..." has a few small letters


def _may_be_address(line: str) -> bool:
    """Whether an address or a number can be in a line at all: a quick look."""
    return _SIGN_OF_ADDRESS.search(line) is not None or "www." in line


def _is_address(found: list[str]) -> bool:
    return len(found) <= _LONGEST_ADDRESS and sum(w[0].islower() for w in found) <= _LEAD_IN


def _is_prose(line: str, spans: Spans, said: tuple[str, ...] = ()) -> bool:
    """Whether `line`, the words of `spans`, is something to read and not a name or an address."""
    if not said and _COMMON_WORD.search(line) and not _may_be_address(line):
        return not _is_link(spans)  # a quick look, which most texts pass
    found = WORD.findall(line[:_FAR_ENOUGH])
    short = len(found) <= LONGEST_NAME
    if _may_be_address(line):
        without = _ADDRESS.sub("", line)
        left = WORD.findall(without[:_FAR_ENOUGH]) if without != line else found
        if len(left) <= _LABEL and without != line:
            return False
        if _POSTCODE.search(line) and _is_address(found):
            return False
        found = left
    ends = line.endswith((".", "!", "?"))
    if not found or _is_link(spans) or (short and not ends and _is_name(found)):
        return False
    return not (said and line.endswith(said))


_COMMON_WORD = re.compile(rf"\b(?!(?:{'|'.join(sorted(_LOWER_IN_NAMES))})\b)[a-z]")


def _is_link(spans: Spans) -> bool:
    """Whether a few words are a link, and nothing but a link."""
    if not any(span.href for span in spans):
        return False
    outside = "".join(span.text for span in spans if not span.href)
    every = WORD.findall(text(spans)[:_FAR_ENOUGH])
    return len(every) <= LONGEST_NAME and not WORD.search(outside)


def is_name(line: str) -> bool:
    """Whether a short line is a name, such as "Stakeholder House"."""
    found = WORD.findall(line[:_FAR_ENOUGH])
    return len(found) <= LONGEST_NAME and _is_name(found)


def _is_name(found: list[str]) -> bool:
    """Whether words are a name, such as "Child Friendly Sandwell": a capital on every word."""
    if len(found) > _LONGEST_SHOUTED_NAME and all(map(str.isupper, found)):
        return False
    named = False
    for word in found:
        if word[0].isupper():
            named = True
        elif not (word[0].isdigit() or key_of(word) in _LOWER_IN_NAMES):
            return False
    return named


_STRAIGHT = str.maketrans(
    {"‘": "'", "’": "'", "\u00a0": " ", "\u202f": " "}
    # What can't be seen may split no word: soft hyphens, spaces of no width.
    | dict.fromkeys("\u00ad\u200b\u200c\u2060\ufeff")
    # What could move a terminal's cursor.
    | dict.fromkeys(chr(code) for code in (*range(9), *range(14, 32), 127))
)
# Letters in another dress, which look alike and are found by no list: “ﬁ”, full width, bold maths.
_DRESSED = re.compile("[\ufb00-\ufb06\uff01-\uff5e\U0001d400-\U0001d7ff]")


def _clean(raw: str) -> str:
    straight = raw if raw.isascii() and raw.isprintable() else raw.translate(_STRAIGHT)
    if not raw.isascii() and _DRESSED.search(raw):
        straight = unicodedata.normalize("NFKC", straight)
    return " ".join(straight.split())


def _passage(raw: str, place: Place, *, promises: bool = False) -> Passage:
    line = _clean(raw)
    if _may_be_address(line):
        line = " ".join(_ADDRESS.sub("", line).split())
    return Passage(line, place, promises)


def easy_title(chapter: Chapter) -> Passage:
    """The title of a chapter's Easy Read, for the word rules."""
    return _passage(chapter.easy_read.title, chapter.easy_read.place)


def known_words(charter: Charter) -> frozenset[str]:
    """What this charter explains or what is a name in it: never too hard, never jargon.

    Terms and whole names are in small letters, "ward forum" too. The single words of a name are
    as it has them, "Forum", so that they don't excuse the same word with a small letter.
    """
    facts = charter.facts
    terms = [form for term in charter.glossary for form in (term.name, *term.forms)]
    proper = [*(s.name for s in charter.signatories), facts.place, facts.organisation]
    phrases = (" ".join(word.key for word in words(_clean(said))) for said in (*terms, *proper))
    return frozenset(phrase for phrase in phrases if phrase) | name_words(proper)


def proper_names(charter: Charter) -> tuple[str, ...]:
    """The charter's own names: its title, who made it, who signed, and its terms."""
    facts = charter.facts
    terms = (form for term in charter.glossary for form in (term.name, *term.forms))
    return (facts.title, facts.organisation, *(s.name for s in charter.signatories), *terms)


def name_words(several: Iterable[str]) -> frozenset[str]:
    """The words of some names that have a capital letter, as they are written."""
    found = (word.text for said in several for word in each_word(_clean(said)))
    return frozenset(word for word in found if word[0].isupper())


def capitalised(charter: Charter) -> frozenset[str]:
    """Words that have a capital letter inside a sentence, and nowhere a small one: names."""
    found = [
        (sentence, word)
        for version in versions(charter)
        for passage in version.passages
        for sentence in passage.sentences
        for word in sentence.words
    ]
    small = {word.text for _, word in found if word.text[0].islower()}
    return frozenset(
        word.text.removesuffix("'s")
        for sentence, word in found
        if word.text[0].isupper() and sentence.text[: word.start].endswith(" ")
        if word.key.removesuffix("'s") not in small
    )
