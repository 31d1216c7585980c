"""Easy Read, A4: a picture on the left, its sentences on the right, 20 points. Needs: nothing."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from charter.contracts import Artefact, Edition
from charter.lists import HARD_WORDS, booklet, left_over, statement_row
from charter.model import Chapter, Charter, EasyRead, EasyRow, Pledge, Spans, text
from formats import _pdf
from formats._parts import Json, Parts, facts, month
from formats.easy_read import plan

TITLE = "Easy Read"
RULES = _pdf.RULES
_TEMPLATE = Path(__file__).parent / "easy_read.typ"
_TONES = ("link", "mark", "main")  # of the other parts, in turn
_IN_CONTENTS = 17  # entries that fit on a page, each in one line

# Millimetres and letters, with a little to spare: how much room words need on the page.
_LINE, _SENTENCE, _LETTERS = 9.9, 1.8, 30
_HEAD, _HEAD_LINE, _HEAD_LETTERS = 11.5, 9.5, 36
_NUMBER = 46.0  # of the opening of a pledge, with the space around it
_OPENING_SIZES = ((70, 28, 11.5, 20), (140, 23, 9.5, 25), (10_000, 18, 7.6, 33))
_ENTRY_LETTERS = 36
_TALL = 200.0  # a row that may go over the end of its page


@dataclass(frozen=True, slots=True)
class _Section:
    """One part of the booklet. `tone` is its colour, `number` that of a pledge, or 0."""

    version: EasyRead
    tone: str
    picture: str
    number: int = 0

    @property
    def title(self) -> str:
        """The title as it is read out."""
        return f"{self.number}. {self.version.title}" if self.number else self.version.title


def render(charter: Charter, out: Path, edition: Edition) -> Iterable[Artefact]:
    """Write downloads/easy-read.pdf: what it is, every chapter that has an Easy Read version.

    Hard words that none of them explains are explained at the end.
    """
    sections = _sections(charter)
    pledges = [at for at, one in enumerate(sections) if one.number]
    first = pledges[0] if pledges else 1
    last = first + len(pledges)
    needed = [_part(one) for one in sections]
    entries = sum(_lines(one.title, _ENTRY_LETTERS) for one in sections[1:])
    planned = plan.planned(
        needed[:first],
        needed[first:last],
        needed[last:],
        contents=1 < entries <= _IN_CONTENTS,
    )
    data = _data(charter, edition, sections, planned)
    made = _pdf.make(_TEMPLATE, data, charter)
    file = out / "downloads" / "easy-read.pdf"
    file.write_bytes(made.pdf)
    yield Artefact(file, "application/pdf", "easy-read", TITLE, made.pages)


def _data(
    charter: Charter, edition: Edition, sections: Sequence[_Section], planned: plan.Plan
) -> Json:
    """What the template is told."""
    parts, known = Parts(charter), facts(charter, edition)
    rows = [
        [
            {**said, "tall": _height(row) > _TALL}
            for said, row in zip(
                parts.easy_read(_bold(one.version, charter)), one.version.rows, strict=True
            )
        ]
        for one in sections
    ]
    shown = [row.picture.id for one in sections for row in one.version.rows]
    pictures = [charter.facts.picture, *shown, *(one.picture for one in sections)]
    pages = [
        {
            "tone": sections[page.pieces[0].part].tone,
            "foot": _foot(sections[page.pieces[0].part]),
            "picture": page.picture,
            "opening": page.opening,
            "pieces": [
                {
                    "part": piece.part,
                    "titled": piece.start == 0,
                    "rows": rows[piece.part][piece.start : piece.stop],
                }
                for piece in page.pieces
            ],
        }
        for page in planned.pages
    ]
    return {
        "facts": known,
        "notice": known["draft"] or ("Draft" if charter.facts.easy_read_is_draft else ""),
        "tested": _tested(charter),
        "hero": parts.named(charter.facts.picture),
        "pages": pages,
        "contents": planned.contents,
        "spreads": planned.spreads,
        "parts": [
            {
                "title": one.version.title,
                "number": one.number,
                "tone": one.tone,
                "picture": {"id": one.picture, "alt": ""},
                "size": _opening_size(one.title)[0],
            }
            for one in sections
        ],
        "pictures": parts.pictures(pictures),
    }


def _sections(charter: Charter) -> list[_Section]:
    """The booklet about itself, then each Easy Read version under the title it is given here.

    The last chapter, which is about how to reach us, ends in where the accessibility statement is.
    """
    about = booklet(charter)
    sections = [_Section(about, "link", about.rows[0].picture.id)]
    told = [chapter for chapter in charter.chapters if chapter.easy_read.rows]
    others = dict.fromkeys(chapter.part for chapter in told if not isinstance(chapter, Pledge))
    tones = {part: _TONES[at % len(_TONES)] for at, part in enumerate(others)}
    for chapter in told:
        end = (statement_row(charter),) if chapter is told[-1] else ()
        version = replace(
            chapter.easy_read,
            title=chapter.easy_read.title or chapter.title,
            rows=chapter.easy_read.rows + end,
        )
        sections.append(
            _Section(
                version,
                "main" if isinstance(chapter, Pledge) else tones[chapter.part],
                _picture(chapter),
                chapter.number if isinstance(chapter, Pledge) else 0,
            )
        )
    meanings = left_over(charter)
    if meanings:
        rows = tuple(row for meaning in meanings for row in meaning.rows)
        version = EasyRead(HARD_WORDS, rows, meanings[0].place)
        sections.append(_Section(version, "mark", rows[0].picture.id))
    return sections


def _picture(chapter: Chapter) -> str:
    """The picture that stands for a chapter."""
    return chapter.picture or chapter.easy_read.rows[0].picture.id


def _part(one: _Section) -> plan.Part:
    """How much room a part needs."""
    head = _HEAD + _HEAD_LINE * _lines(one.title, _HEAD_LETTERS)
    rows = tuple(map(_height, one.version.rows))
    if not one.number:
        return plan.Part(head, rows)
    _, line, letters = _opening_size(one.title)
    return plan.Part(head, rows, _NUMBER + line * _lines(one.version.title, letters))


def _height(row: EasyRow) -> float:
    """How high the words of a row are."""
    return sum(_SENTENCE + _LINE * _lines(text(sentence), _LETTERS) for sentence in row.sentences)


def _lines(words: str, letters: int) -> int:
    return max(1, len(textwrap.wrap(words, letters)))


def _opening_size(title: str) -> tuple[int, float, int]:
    """Of the title of a pledge: its size in points, the height of a line, the letters in one."""
    return next((size, line, n) for most, size, line, n in _OPENING_SIZES if len(title) <= most)


def _foot(one: _Section) -> str:
    """What the foot of a page calls a part: a pledge by its number, others by their title."""
    return f"Pledge {one.number}" if one.number else one.version.title


def _bold(version: EasyRead, charter: Charter) -> EasyRead:
    """`version` with each word of the list of hard words in bold where its meaning starts."""
    names = {row: (t.name, *t.forms) for t in charter.glossary for row in t.easy_read.rows}
    rows = tuple(
        replace(row, sentences=(bold(row.sentences[0], names[row]), *row.sentences[1:]))
        if row in names and row.sentences
        else row
        for row in version.rows
    )
    return replace(version, rows=rows)


def bold(spans: Spans, names: Iterable[str]) -> Spans:
    """`spans` with the first of `names` that stands in them in bold."""
    longest_first = sorted(names, key=len, reverse=True)
    pattern = re.compile(rf"\b({'|'.join(map(re.escape, longest_first))})\b", re.IGNORECASE)
    for at, span in enumerate(spans):
        found = pattern.search(span.text)
        if found:
            cut = (span.text[: found.start()], found[0], span.text[found.end() :])
            parts = [replace(span, text=words) for words in cut]
            parts[1] = replace(parts[1], strong=True)
            return (*spans[:at], *parts, *spans[at + 1 :])
    return spans


def _tested(charter: Charter) -> list[str]:
    """Who tested the booklet and when, or what "Draft" means."""
    known = charter.facts
    if known.easy_read_tested_on and known.easy_read_tested_by:
        who, when = known.easy_read_tested_by, month(known.easy_read_tested_on)
        return [f"{who} tested it in {when}."]
    return ["This is a draft.", "People with a learning disability have not tested it yet."]
