"""What each document must say, taken from the charter alone, and whether it does, in order."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import accumulate

from charter.addresses import scan
from charter.lists import HARD_WORDS, left_over, statement_row
from charter.model import (
    Blocks,
    Chapter,
    Charter,
    EasyRead,
    EasyRow,
    Page,
    Paragraph,
    Picture,
    Place,
    Pledge,
    text,
    words_of,
)
from charter.statement import LEAD
from checks._stream import plain

_NUMBER = re.compile(r"\d+\. (We will: )?\Z")
_LONGEST_NUMBER = len("100. We will: ")
_ADDRESS = re.compile(r" \([\w.@-]+\.\w{2,}[^\s()]*\)")


@dataclass(frozen=True, slots=True)
class Said:
    """Words that must be said, and where an author wrote them."""

    words: str
    place: Place


@dataclass(frozen=True, slots=True)
class Gaps:
    """What was not said at all, and what was said but not in its turn."""

    missing: tuple[Said, ...]
    displaced: tuple[Said, ...]


def full_text(charter: Charter) -> Iterator[Said]:
    """Every chapter's title and full text, as every long document reads, and how it ends."""
    for chapter in charter.chapters:
        yield from full_chapter(chapter)
    yield Said("".join(LEAD), charter.facts.where("accessibility"))


def full_chapter(chapter: Chapter) -> Iterator[Said]:
    """The title and the full text of one chapter, each picture as its description."""
    yield Said(chapter.title, chapter.place)
    for block in chapter.full:
        if isinstance(block, Picture):
            yield Said(block.alt, block.place)
        for words, place in words_of((block,)):
            yield Said(words, place)


def easy_read(charter: Charter) -> Iterator[Said]:
    """The title, each chapter that has an Easy Read version, and the hard words left over."""
    yield Said(charter.facts.title, charter.facts.where("title"))
    for chapter in charter.chapters:
        if chapter.easy_read.rows:
            yield from easy_chapter(chapter)
    yield from _row(statement_row(charter))
    for at, version in enumerate(left_over(charter)):
        if at == 0:
            yield Said(HARD_WORDS, version.place)
        yield from _easy_rows(version)


def easy_chapter(chapter: Chapter) -> Iterator[Said]:
    """The Easy Read version of one chapter."""
    version = chapter.easy_read
    yield Said(version.title or chapter.title, version.place)
    yield from _easy_rows(version)


def _easy_rows(version: EasyRead) -> Iterator[Said]:
    for row in version.rows:
        yield from _row(row)


def _row(row: EasyRow) -> Iterator[Said]:
    yield Said(row.picture.alt, row.place)
    for sentence in row.sentences:
        yield Said(text(sentence), row.place)


def poster(charter: Charter) -> Iterator[Said]:
    """The poster's own words: what it is, the promise, the pledges."""
    facts = charter.facts
    yield Said(facts.title, facts.where("title"))
    yield Said(facts.promise, facts.where("promise"))
    for pledge in charter.pledges:
        yield from poster_pledge(pledge)


def poster_page(page: Page) -> Iterator[Said]:
    """The title of a page and its words for the poster, which has them where it has room."""
    yield Said(page.title, page.place)
    yield from _only_words(page.poster)


def poster_pledge(pledge: Pledge) -> Iterator[Said]:
    """The title of a pledge and its own words for the poster."""
    yield Said(pledge.title, pledge.place)
    yield from _only_words(pledge.poster)


def booklet(charter: Charter) -> Iterator[Said]:
    """What the booklet always has: the introduction, the titles of the pledges, who "we" are.

    A pledge is told in full, or in its poster words where that is too long for a page.
    """
    facts = charter.facts
    yield Said(facts.title, facts.where("title"))
    yield Said(facts.promise, facts.where("promise"))
    yield from _only_words(charter.introduction.full)
    for pledge in charter.pledges:
        yield Said(pledge.title, pledge.place)
    for group in dict.fromkeys(signatory.group for signatory in charter.signatories):
        members = [one for one in charter.signatories if one.group == group]
        yield Said(group, members[0].place)
        for member in members:
            yield Said(member.name, member.place)
    yield Said(facts.contact.email, facts.where("contact.email"))
    yield Said(", ".join(facts.contact.post), facts.where("contact.post"))


def to_print(charter: Charter) -> Iterator[Said]:
    """What stands on the sheets beside the booklet's pages, and where to read those."""
    facts = charter.facts
    for words in (
        "Booklet, to print only",
        "To print only: both sides, flip on the short edge. To read on a screen, use booklet.pdf.",
    ):
        yield Said(words, facts.where("title"))


def table_card(charter: Charter) -> Iterator[Said]:
    """What the table card always has. Where the pledges don't fit it says how many they are."""
    facts = charter.facts
    yield Said(facts.title, facts.where("title"))
    yield Said(facts.promise, facts.where("promise"))


def leaflet(pledge: Pledge, charter: Charter) -> Iterator[Said]:
    """A pledge in its poster words, where its code leads, and its Easy Read."""
    yield Said(charter.facts.title, charter.facts.where("title"))
    yield from pledge_in_short(pledge)
    yield Said(printed(scan(charter, pledge)), pledge.place)
    if pledge.easy_read.rows:
        yield from easy_chapter(pledge)
    else:
        yield from _only_words(pledge.full)


def pledge_in_short(pledge: Pledge) -> Iterator[Said]:
    """The title of a pledge and its poster words; without any, its first paragraph."""
    yield Said(pledge.title, pledge.place)
    first = next((block for block in pledge.full if isinstance(block, Paragraph)), None)
    yield from _only_words(pledge.poster or ((first,) if first else ()))


def guide(charter: Charter) -> Iterator[Said]:
    """Whose pack it is, and how to ask for more. Its own words are the same for every charter."""
    facts = charter.facts
    for words, key in (
        (facts.title, "title"),
        ("How to use this pack", "title"),
        (facts.contact.phone, "contact.phone"),
        (facts.contact.email, "contact.email"),
        (", ".join(facts.contact.post), "contact.post"),
    ):
        yield Said(words, facts.where(key))


def printed(address: str) -> str:
    """An address as it stands on paper."""
    return address.partition("://")[2].removesuffix("/")


def _only_words(blocks: Blocks) -> Iterator[Said]:
    for words, place in words_of(blocks):
        yield Said(words, place)


def gaps(wanted: Iterable[Said], blocks: Iterable[str], *, anywhere: bool = False) -> Gaps:
    """What of `wanted` is not said by `blocks`, word for word, one after the other.

    Words may go over several blocks, and a block may hold several. But what is wanted must start
    where a block starts, or right after what was wanted before, unless `anywhere`: else "Money"
    would be found in any sentence about money. A number before a title doesn't count, nor does
    an address printed after a link.
    """
    spoken = [_ADDRESS.sub("", plain(block)) for block in blocks]
    whole = " " + " ".join(spoken) + " "
    starts = frozenset(accumulate((len(block) + 1 for block in spoken), initial=1))
    missing, displaced = list[Said](), list[Said]()
    at = 1
    for one in wanted:
        words = _ADDRESS.sub("", plain(one.words))
        if not words:
            continue
        found = _find(words, whole, None if anywhere else starts, at)
        if found >= 0:
            at = found + len(words) + 1
        elif _find(words, whole, None if anywhere else starts, 1) >= 0:
            displaced.append(one)
        else:
            missing.append(one)
    return Gaps(tuple(missing), tuple(displaced))


def _find(words: str, whole: str, starts: frozenset[int] | None, after: int) -> int:
    """Where `words` stand as a whole from `after` on; -1 if they don't."""
    at = whole.find(f" {words} ", after - 1) + 1
    while at > 0:
        number = _NUMBER.search(whole, max(0, at - _LONGEST_NUMBER), at)
        if starts is None or at in starts or at == after or (number and number.start() in starts):
            return at
        at = whole.find(f" {words} ", at) + 1
    return -1
