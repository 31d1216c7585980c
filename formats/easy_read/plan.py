"""What stands on which page of the booklet: pages that are full, and no row left alone.

All measures are millimetres of an A4 page, as easy_read.typ sets it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from math import inf

ROOM = 265.0  # between the margins of a page
LEAST, LARGEST = 45.0, 64.0  # how wide and high a picture may be
ON_ITS_OWN = 82.0  # where a page has only two rows, or one
GAP = 3.0  # the least between two rows
BETWEEN = 4.0  # more, above a heading that is not at the top
SMALL_OPENING, LARGE_OPENING = 70.0, 150.0  # of a pledge, with its picture
MOST = 24  # pages that people will read (GOV.UK)

# How bad each of these is, in pages that a reader would rather turn.
_NEW_PAGE = 1.0
_STARTS_LOWER = 2.5  # a part that does not start at the top of a page
_CUT_OFF = 4.0  # one row of a part apart from its others
_ALONE = 6.0  # a page with a single row
_EMPTY = 4.0  # a page without anything on it


@dataclass(frozen=True, slots=True)
class Part:
    """One part of the booklet: how high its heading is, and the words of each of its rows.

    `opening` is how high the heading of a pledge is beside its picture; 0 where it is no pledge.
    """

    head: float
    rows: tuple[float, ...]
    opening: float = 0


@dataclass(frozen=True, slots=True)
class Piece:
    """Rows `start` to `stop` of a part, and its heading where `start` is 0.

    `part` is its place in the booklet.
    """

    part: int
    start: int
    stop: int


@dataclass(frozen=True, slots=True)
class Page:
    """The pieces of one page, how large its pictures are, and how high the opening of a pledge."""

    pieces: tuple[Piece, ...]
    picture: float
    opening: float = 0


_Way = tuple[float, list[Page]]


@dataclass(frozen=True, slots=True)
class Plan:
    """The pages after the cover.

    `contents` is how many of them come before the list of contents; None where there is none.
    """

    pages: tuple[Page, ...]
    contents: int | None
    spreads: bool

    @property
    def length(self) -> int:
        """How many pages the booklet has."""
        return 1 + len(self.pages) + (self.contents is not None)


def planned(
    before: Sequence[Part], pledges: Sequence[Part], after: Sequence[Part], *, contents: bool
) -> Plan:
    """The best booklet of at most `MOST` pages; where there is none, the shortest.

    Best is: each pledge on two facing pages, and a list of contents; then either; then neither.
    The first part is about the booklet itself. A list of contents takes one page, if there is to
    be one.
    """
    first, numbered = len(before), list(enumerate((*before, *pledges, *after)))
    opened = numbered[first : first + len(pledges)]
    spreads = [spread(*one) for one in opened]
    singly = [page for one in opened for page in alone(*one)]
    ways: list[tuple[bool, list[Page]]] = [(False, singly)]
    if spreads and all(spreads):
        ways.insert(0, (True, [page for pair in spreads for page in pair]))
    for facing, middle in ways:
        for listed in (True, False) if contents else (False,):
            front = _front(numbered[:first], 1 + listed, facing=facing)
            used = 1 + listed + len(front) + len(middle)
            rest = flowing(numbered[first + len(pledges) :], MOST - used)
            if front and rest is not None:
                contents_at = _until_contents(front) if listed else None
                return Plan((*front, *middle, *rest), contents_at, facing)
    front = _front(numbered[:first], 1, facing=False)
    last = numbered[first + len(pledges) :]
    lengths = range(1, sum(len(part.rows) for _, part in last) + 1)
    rest = next((pages for most in lengths if (pages := flowing(last, most))), [])
    return Plan((*front, *singly, *rest), None, spreads=False)


def _until_contents(front: Sequence[Page]) -> int:
    """After how many pages the list of contents comes: where what is about the booklet ends.

    If more begins on that page, right after the cover.
    """
    about = [page for page in front if page.pieces[0].part == 0]
    return 0 if any(len(page.pieces) > 1 for page in about) else len(about)


def _front(parts: Sequence[tuple[int, Part]], used: int, *, facing: bool) -> list[Page]:
    """What comes before the pledges. If they are to be `facing`, they start on an even page."""
    shortest = flowing(parts, MOST) or []
    if not facing or (used + len(shortest)) % 2:
        return shortest
    for count in (len(shortest) - 1, len(shortest) + 1):
        other = flowing(parts, count, exactly=True) if count > 0 else None
        if other:
            return other
    return []


def spread(number: int, part: Part) -> tuple[Page, ...]:
    """A pledge on two facing pages, both as full as can be; none where its rows don't fit so.

    A page for a row or two is not worth turning, so fewer than three rows make no spread.
    """
    count = len(part.rows)
    ways: list[tuple[float, tuple[Page, Page]]] = []
    for left in range(1, count if count > 2 else 0):  # noqa: PLR2004  see above
        opened = _opening(number, part, left)
        other = _page(((number, part),), (Piece(number, left, count),))
        if opened and other:
            spaces = ((ROOM - opened.opening) / left, ROOM / (count - left))
            ways.append((max(spaces), (opened, other)))
    return min(ways, key=lambda way: way[0])[1] if ways else ()


def alone(number: int, part: Part) -> list[Page]:
    """A pledge on as few pages of its own as it needs: with its picture, or only its title."""
    whole = _opening(number, part, len(part.rows))
    return [whole] if whole else flowing([(number, part)], MOST) or []


def _opening(number: int, part: Part, stop: int) -> Page | None:
    """The first page of a pledge, with its rows up to `stop`; None if they don't fit."""
    least = max(part.opening, SMALL_OPENING)
    picture = min(LARGEST, _picture(part.rows[:stop], ROOM - least))
    if not picture:
        return None
    spare = ROOM - sum(max(picture, row) + 3 * GAP for row in part.rows[:stop])
    opening = max(least, min(spare, LARGE_OPENING))
    return Page((Piece(number, 0, stop),), picture, opening)


def _picture(rows: Sequence[float], room: float) -> float:
    """The largest size of pictures with which these rows fit into `room`; 0 if none does."""
    free = room - GAP * len(rows)
    size = LARGEST if len(rows) > 2 else ON_ITS_OWN  # noqa: PLR2004  see there
    while size >= LEAST and sum(max(size, row) for row in rows) > free:
        size -= 0.5
    return size if size >= LEAST else 0


def _page(parts: Sequence[tuple[int, Part]], pieces: tuple[Piece, ...]) -> Page | None:
    """One page of these pieces, None if they don't fit. A row that no page holds has its own."""
    known = dict(parts)
    rows = [row for one in pieces for row in known[one.part].rows[one.start : one.stop]]
    heads = [known[one.part].head for one in pieces if one.start == 0]
    lower = sum(one.start == 0 for one in pieces[1:])
    picture = _picture(rows, ROOM - sum(heads) - BETWEEN * lower)
    if not picture and len(rows) == 1:
        picture = LEAST
    return Page(pieces, picture) if picture else None


def flowing(
    parts: Sequence[tuple[int, Part]], most: int, *, exactly: bool = False
) -> list[Page] | None:
    """These parts one after the other on at most `most` pages: the ways to do it that reads best.

    None where they need more; with `exactly`, where they can't fill so many.
    """
    rows = [(number, at) for number, part in parts for at in range(len(part.rows))]
    choices = [list(_pages_from(parts, rows, start)) for start in range(len(rows))]
    best: list[dict[int, _Way]] = [{0: (0.0, [])}]  # by pages, then by rows
    for _ in range(max(0, min(most, len(rows)))):
        then: dict[int, _Way] = {}
        for start, (cost, before) in best[-1].items():
            for stop, page, bad in choices[start] if start < len(rows) else ():
                if cost + bad < then.get(stop, (inf, []))[0]:
                    then[stop] = (cost + bad, [*before, page])
        best.append(then)
    ends = [found[len(rows)] for found in (best[-1:] if exactly else best) if len(rows) in found]
    if exactly and most > len(rows):
        return None
    return min(ends, key=lambda way: way[0])[1] if ends else None


def _pages_from(
    parts: Sequence[tuple[int, Part]], rows: Sequence[tuple[int, int]], start: int
) -> Iterator[tuple[int, Page, float]]:
    """Each page that can start with row `start`: the row after its last, and how bad it is."""
    for stop in range(start + 1, len(rows) + 1):
        pieces = tuple(
            Piece(number, (several := [at for _, at in group])[0], several[-1] + 1)
            for number, group in groupby(rows[start:stop], key=lambda row: row[0])
        )
        page = _page(parts, pieces)
        if page is None:
            return
        yield stop, page, _badness(page, dict(parts))


def _badness(page: Page, parts: dict[int, Part]) -> float:
    """How much a reader would rather not have this page."""
    rows = sum(one.stop - one.start for one in page.pieces)
    cut_off = sum(one.stop - one.start == 1 < len(parts[one.part].rows) for one in page.pieces)
    lower = len(page.pieces) - 1
    empty = max(0.0, 1 - rows * (LARGEST + 3 * GAP) / ROOM)
    alone_ = rows == 1
    return (
        _NEW_PAGE + _STARTS_LOWER * lower + _CUT_OFF * cut_off + _ALONE * alone_ + _EMPTY * empty**2
    )
