"""The charter as data. Every format renders this; nothing else reads the Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Place:
    """Somewhere a person can go and look: a file, and a line in it, or what its `unit` says."""

    file: Path
    line: int | None = None
    unit: str = "line"

    def __str__(self) -> str:
        name = self.file.as_posix()
        return f"{name}, {self.unit} {self.line}" if self.line else name


@dataclass(frozen=True, slots=True)
class Span:
    """A run of words that look and link alike. `href` is as the author wrote it."""

    text: str
    strong: bool = False
    href: str | None = None


Spans = tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Words that belong together."""

    spans: Spans
    place: Place


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading inside a chapter. `level` is 2 or more; 1 is the chapter's own title."""

    level: int
    spans: Spans
    place: Place


@dataclass(frozen=True, slots=True)
class Item:
    """One entry of a list."""

    spans: Spans
    place: Place


@dataclass(frozen=True, slots=True)
class List:
    """A flat list. A list in a list is refused on loading: it can't be followed by ear."""

    ordered: bool
    items: tuple[Item, ...]
    place: Place


@dataclass(frozen=True, slots=True)
class Table:
    """A table whose first row holds the column headings and first column the row headings."""

    header: tuple[Spans, ...]
    rows: tuple[tuple[Spans, ...], ...]
    place: Place


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture by its id, with the words that stand in for it."""

    id: str
    alt: str
    place: Place


Block = Paragraph | Heading | List | Table | Picture
Blocks = tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class EasyRow:
    """One row of Easy Read: a picture on the left, its sentences on the right."""

    picture: Picture
    sentences: tuple[Spans, ...]
    place: Place


@dataclass(frozen=True, slots=True)
class EasyRead:
    """The Easy Read version of a chapter. Without rows there is none."""

    title: str
    rows: tuple[EasyRow, ...]
    place: Place


@dataclass(frozen=True, slots=True)
class Pledge:
    """One promise, every version side by side.

    `id` is permanent; `number` is only where it stands today.
    """

    id: str
    number: int
    title: str
    picture: str
    full: Blocks
    poster: Blocks
    easy_read: EasyRead
    place: Place


@dataclass(frozen=True, slots=True)
class Page:
    """Another page of the charter. `part` groups pages in the menu; "" stands alone.

    `shows` is the list that the page ends in, such as "feedback"; "" where it ends in none.
    """

    id: str
    title: str
    part: str
    picture: str
    full: Blocks
    poster: Blocks
    easy_read: EasyRead
    place: Place
    shows: str = ""


Chapter = Pledge | Page


@dataclass(frozen=True, slots=True)
class Term:
    """A hard word, its other forms, and what it means."""

    name: str
    forms: tuple[str, ...]
    meaning: Blocks
    easy_read: EasyRead
    place: Place


@dataclass(frozen=True, slots=True)
class Signatory:
    """One of those who say "we"."""

    name: str
    group: str
    role: str
    place: Place


@dataclass(frozen=True, slots=True)
class Feedback:
    """What somebody said, the pledge that answers it, and what was done."""

    said: str
    by: str
    pledge: str
    done: str
    place: Place


_VIEW_BOX = re.compile(
    r"viewBox=[\"']\s*[-\d.]+[\s,]+[-\d.]+[\s,]+(\d+(?:\.\d+)?)[\s,]+(\d+(?:\.\d+)?)"
)


@dataclass(frozen=True, slots=True)
class Drawing:
    """A picture file with its description, its maker, its licence and who tested it.

    `group` is the heading it is found under, `weak` why it may be taken for something else, and
    `others` are the keys of its entry that nobody knows.
    """

    id: str
    svg: str
    shows: str
    made_by: str
    licence: str
    tested_with: str
    place: Place
    group: str = ""
    weak: str = ""
    others: tuple[str, ...] = ()

    @property
    def proportion(self) -> float:
        """How many times as wide as high it is; 1 where it doesn't say."""
        found = _VIEW_BOX.search(self.svg)
        return float(found[1]) / float(found[2]) if found and float(found[2]) else 1


@dataclass(frozen=True, slots=True)
class Design:
    """The five values by which a council makes the look its own; `place` is where they are written.

    Colours are “#rrggbb”; `corners` is one of those that formats/design.toml names.
    """

    main: str
    bright: str
    link: str
    mark: str
    corners: str
    place: Place


@dataclass(frozen=True, slots=True)
class Contact:
    """How to reach the people behind the charter, off line as well."""

    phone: str
    email: str
    post: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Accessibility:
    """What the accessibility statement says that no check can know; empty where nobody said it.

    `reviewed` is when the statement was last gone through, `tested` when the team last went through
    what programs found. `answer_in` is how long an answer takes, `form` the address of a contact
    form. The two lists name content that is left out, in sentences, each with its reason.
    """

    prepared: date | None = None
    reviewed: date | None = None
    tested: date | None = None
    tested_by: str = ""
    answer_in: str = ""
    nation: str = ""
    form: str = ""
    disproportionate_burden: tuple[str, ...] = ()
    out_of_scope: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Facts:
    """What the front matter of charter.md says. `places` has the line of each key."""

    title: str
    strapline: str
    place: str
    organisation: str
    promise: str
    language: str
    site: str
    picture: str
    contact: Contact
    version: str
    published: date
    review: date
    review_note: str
    easy_read_tested_by: str
    easy_read_tested_on: date | None
    places: tuple[tuple[str, Place], ...]
    accessibility: Accessibility = Accessibility()
    logo: Drawing | None = None

    def where(self, key: str) -> Place:
        """Where `key` is written, such as "contact.phone"; charter.md itself if it isn't."""
        found = dict(self.places)
        return found.get(key, found[""])

    @property
    def easy_read_is_draft(self) -> bool:
        """Whether nobody has yet said that they tested the Easy Read, with a date."""
        return not (self.easy_read_tested_by and self.easy_read_tested_on)


@dataclass(frozen=True, slots=True)
class Agreement:
    """The record that a version was agreed while it and the full text had this hash."""

    chapter: str
    version: str
    full_text: str
    place: Place


@dataclass(frozen=True, slots=True)
class Tested:
    """A test with people: what they tried, with what, who they were, when, what came of it."""

    what: str
    with_: str
    by: str
    when: date
    result: str
    place: Place


@dataclass(frozen=True, slots=True)
class Charter:
    """A whole charter in one language."""

    folder: Path
    facts: Facts
    introduction: Page
    pledges: tuple[Pledge, ...]
    pages: tuple[Page, ...]
    glossary: tuple[Term, ...]
    signatories: tuple[Signatory, ...]
    feedback: tuple[Feedback, ...]
    drawings: tuple[Drawing, ...]
    agreements: tuple[Agreement, ...]
    design: Design
    tested: tuple[Tested, ...] = ()

    @property
    def chapters(self) -> tuple[Chapter, ...]:
        """Introduction, pledges, pages: the order in which every long format reads."""
        return (self.introduction, *self.pledges, *self.pages)

    def drawing(self, picture: str) -> Drawing | None:
        """The picture with this id, if there is one."""
        return next((d for d in self.drawings if d.id == picture), None)


def text(spans: Spans) -> str:
    """The words of some spans, as they are read out."""
    return "".join(span.text for span in spans)


def words_of(blocks: Iterable[Block]) -> Iterator[tuple[str, Place]]:
    """Each block's words in reading order, a list item and a table cell each for itself."""
    for block in blocks:
        match block:
            case Paragraph() | Heading():
                yield text(block.spans), block.place
            case List():
                for item in block.items:
                    yield text(item.spans), item.place
            case Table():
                for row in (block.header, *block.rows):
                    for cell in row:
                        yield text(cell), block.place
            case Picture():
                pass


def easy_words_of(version: EasyRead) -> Iterator[tuple[str, Place]]:
    """Each sentence line of an Easy Read version, in order."""
    for row in version.rows:
        for sentence in row.sentences:
            yield text(sentence), row.place
