"""The Easy Read booklet, as it is printed: its parts in order, full pages, large pictures."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from itertools import combinations
from pathlib import Path

import pikepdf
import pypdfium2 as pdfium  # type: ignore[import-untyped]  # the wheel has no types
import pytest
from harness import POLICY, ROOT, TODAY
from test_pdf_formats import elements, made

from charter.contracts import Draft, Edition
from charter.lists import booklet
from charter.load import load
from charter.model import Charter, Drawing, EasyRead, Pledge, Signatory, Span
from charter.policy import load_policy
from checks import easy_read as easy_words
from checks._ink import Box
from checks._pdf_pages import edges
from checks._pdf_paper import Paper, open_paper
from checks._stream import plain
from checks._tags import every, runs
from checks._tags import said as spoken
from formats import _cache, easy_read
from formats.easy_read import plan
from formats.easy_read.plan import Part

MM = 72 / 25.4
STRIP = 5  # mm
FORTY = " ".join(["We will write back to you in good time now"] * 4)
SIXTY = "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch" + "ai"
URDU = "ہم آپ کی بات سنیں گے"


@pytest.fixture(autouse=True)
def own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A cache for each test: none leans on what another one left."""
    monkeypatch.setattr(_cache, "FOLDER", tmp_path / "cache")


@pytest.fixture(scope="module")
def charter() -> Charter:
    """The charter that we ship: five pledges, of three to six rows."""
    found = load(ROOT / "content").charter
    assert found
    return found


@dataclass(frozen=True, slots=True)
class Booklet:
    """A printed booklet, its pictures by page, and each heading with its page."""

    file: Path
    paper: Paper
    figures: dict[int, list[Box]]
    headings: tuple[tuple[str, int], ...]

    @property
    def pages(self) -> int:
        """How many pages it has."""
        return len(self.paper.leaves)

    def start(self, title: str) -> int:
        """The page on which a part starts."""
        return next(page for words, page in self.headings if words.endswith(title))


def printed(charter: Charter, folder: Path) -> Booklet:
    """The booklet of `charter`."""
    (artefact,) = made(easy_read, charter, folder)
    figures: dict[int, list[Box]] = {}
    with pikepdf.open(artefact.path) as document:
        numbers = {page.obj.objgen: number for number, page in enumerate(document.pages, 1)}
        for element in elements(document.Root.StructTreeRoot):
            if str(element.S) == "/Figure":
                box = [float(side) for side in element.A[0].BBox]
                figures.setdefault(numbers[element.Pg.objgen], []).append(Box(*box))
    paper = open_paper("easy-read.pdf", artefact.path)
    headings = tuple(
        (plain(spoken(tag)), next(runs(tag)).page)
        for tag in every(paper.reading.tree)
        if tag.kind in ("H1", "H2")
    )
    return Booklet(artefact.path, paper, figures, headings)


def filled(booklet: Booklet) -> Iterator[float]:
    """Of each page after the cover: how much of its height, foot apart, has anything on it."""
    with pdfium.PdfDocument(booklet.file) as document:
        for number in range(1, len(document)):
            grey = document[number].render(scale=1 / MM).to_pil().convert("L")
            strips = [grey.crop((0, at, grey.width, at + STRIP)) for at in range(12, 277, STRIP)]
            yield sum(strip.getextrema()[0] < 200 for strip in strips) / len(strips)


def overlapping(booklet: Booklet) -> list[tuple[int, Box, Box]]:
    """Pictures that lie over words, over another or over the foot."""
    found = []
    for page, figures in booklet.figures.items():
        leaf = booklet.paper.leaves[page - 1]
        words = [run.box for run in leaf.runs if run.font]
        pairs = [*combinations(figures, 2), *((f, w) for f in figures for w in words)]
        found += [(page, one, two) for one, two in pairs if page > 1 and _touch(one, two)]
    return found


def _touch(one: Box, two: Box) -> bool:
    across = min(one.right, two.right) - max(one.left, two.left)
    return across > 1 and min(one.top, two.top) - max(one.bottom, two.bottom) > 1


def test_the_parts_come_in_the_order_of_the_best_booklets(charter: Charter, tmp_path: Path) -> None:
    """Cover, about the booklet, the pledges in their order, the other parts, hard words, contact."""
    titles = [words for words, _ in printed(charter, tmp_path).headings]

    assert titles[:3] == [charter.facts.title, "About this booklet", "About this charter"]
    assert [f"{p.number}. {p.easy_read.title}" for p in charter.pledges] == titles[3:8]
    assert ["Hard words", "How to talk to us"] == titles[-2:]


def test_each_pledge_has_two_facing_pages_of_its_own(charter: Charter, tmp_path: Path) -> None:
    """It starts on an even page, which is on the left; the next part starts two pages later."""
    booklet = printed(charter, tmp_path)
    starts = [booklet.start(pledge.easy_read.title) for pledge in charter.pledges]

    assert [4, 6, 8, 10, 12] == starts
    assert 14 == booklet.start("What is co-production?")
    rows = {page: len(booklet.figures.get(page, [])) for page in range(4, 14)}
    assert all(rows.values()), "a page of a spread has no row"
    assert [len(p.easy_read.rows) for p in charter.pledges] == [
        rows[page] + rows[page + 1] for page in starts
    ]


def test_it_is_no_longer_than_people_read_and_no_page_looks_empty(
    charter: Charter, tmp_path: Path
) -> None:
    """At most 24 pages; each is filled to two fifths at the least."""
    booklet = printed(charter, tmp_path)

    assert booklet.pages <= plan.MOST
    assert min(filled(booklet)) >= 0.4


def test_pictures_and_letters_are_large(charter: Charter, tmp_path: Path) -> None:
    """Each picture beside words is 45 mm or more; its words are 18 points or more, all others 16."""
    booklet = printed(charter, tmp_path)
    boxes = [box for page in booklet.figures.values() for box in page]
    sizes = {
        round(run.size, 1): run.mark >= 0
        for leaf in booklet.paper.leaves[1:]
        for run in leaf.runs
        if run.font
    }

    assert min(box.right - box.left for box in boxes) >= 45 * MM - 0.1
    assert min(size for size, marked in sizes.items() if marked) >= 18
    assert min(sizes) >= 16


def test_the_picture_is_left_of_its_words(charter: Charter, tmp_path: Path) -> None:
    """On each page all words of rows stand right of all pictures of rows."""
    booklet = printed(charter, tmp_path)
    for page, figures in booklet.figures.items():
        rows = [r for r in booklet.paper.leaves[page - 1].runs if r.font and 19 < r.size < 21]
        if page > 1 and rows:
            assert max(f.right for f in figures) < min(run.box.left for run in rows)


def test_each_foot_says_the_part_the_page_and_that_it_is_a_draft(
    charter: Charter, tmp_path: Path
) -> None:
    """Whoever opens the booklet anywhere knows where they are."""
    booklet = printed(charter, tmp_path)
    feet = [sheet.decoration for sheet in booklet.paper.reading.sheets]

    assert "About this booklet" in feet[1]
    assert ["Pledge 1", "Pledge 1"] == [foot[:8] for foot in feet[3:5]]
    assert all("Draft" in foot for foot in feet[1:])
    assert [str(page) for page in range(2, booklet.pages + 1)] == [
        "".join(foot[-2:].split("t"))[-len(str(at)) :] for at, foot in enumerate(feet[1:], 2)
    ]


def test_there_is_a_list_of_contents_where_there_is_room(small: Path, tmp_path: Path) -> None:
    """Each part with its page, as a link; without room there is none, and bookmarks do."""
    charter = load(small).charter
    assert charter
    booklet = printed(charter, tmp_path)
    page = booklet.start("What is in this booklet")
    listed = {booklet.start(p.easy_read.title) for p in charter.pledges}
    numbers = booklet.paper.reading.sheets[page - 1].decoration

    assert all(str(start) in numbers for start in listed)
    assert len(booklet.headings) - 3 == sum(
        jump.page == page and jump.does == "GoTo" for jump in booklet.paper.reading.jumps
    )


def test_few_words_fill_their_pages_too(small: Path, tmp_path: Path) -> None:
    """Pledges of one row have a page each, not a spread, and no page looks empty."""
    charter = load(small).charter
    assert charter
    booklet = printed(charter, tmp_path)
    starts = [booklet.start(pledge.easy_read.title) for pledge in charter.pledges]

    assert [starts[0], starts[0] + 1, starts[0] + 2] == starts
    assert min(filled(booklet)) >= 0.4


def easy(pledge: Pledge, **changes: object) -> Pledge:
    """`pledge` with another Easy Read."""
    version: EasyRead = replace(pledge.easy_read, **changes)  # type: ignore[arg-type]
    return replace(pledge, easy_read=version)


def first(charter: Charter, change: Callable[[Pledge], Pledge]) -> Charter:
    """`charter` with its first pledge changed."""
    return replace(charter, pledges=(change(charter.pledges[0]), *charter.pledges[1:]))


def rows(pledge: Pledge, count: int) -> Pledge:
    """`pledge` with so many rows."""
    return easy(pledge, rows=(pledge.easy_read.rows * count)[:count])


def said(pledge: Pledge, words: str) -> Pledge:
    """`pledge` with these words beside its first picture."""
    row, *others = pledge.easy_read.rows
    return easy(pledge, rows=(replace(row, sentences=((Span(words),),)), *others))


def many(charter: Charter, count: int) -> Charter:
    """`charter` with so many pledges."""
    pledges = tuple(replace(charter.pledges[n % 5], id=f"p{n}", number=n + 1) for n in range(count))
    return replace(charter, pledges=pledges)


HOSTILE: dict[str, Callable[[Charter], Charter]] = {
    "a title of 40 words": lambda c: first(c, lambda p: easy(p, title=FORTY)),
    "a title of one long word": lambda c: first(c, lambda p: easy(p, title=SIXTY)),
    "an Urdu title": lambda c: first(c, lambda p: easy(p, title=URDU)),
    "a long word": lambda c: first(c, lambda p: said(p, f"Go to {SIXTY} now.")),
    "Urdu words": lambda c: first(c, lambda p: said(p, URDU)),
    "a sentence of 200 words": lambda c: first(c, lambda p: said(p, FORTY * 5)),
    "one row": lambda c: first(c, lambda p: rows(p, 1)),
    "two rows": lambda c: first(c, lambda p: rows(p, 2)),
    "nine rows": lambda c: replace(c, pledges=tuple(rows(p, 9) for p in c.pledges)),
    "12 pledges": lambda c: many(c, 12),
    "20 pledges": lambda c: many(c, 20),
    "no pledges": lambda c: replace(c, pledges=()),
    "a long name": lambda c: replace(c, facts=replace(c.facts, organisation=f"{SIXTY} {URDU}")),
    "a long title": lambda c: replace(c, facts=replace(c.facts, title=FORTY, strapline=FORTY)),
    "no pictures": lambda c: replace(c, drawings=()),
}


@pytest.mark.parametrize("case", HOSTILE)
def test_whatever_it_holds_it_fits(case: str, charter: Charter, tmp_path: Path) -> None:
    """Nothing lies over anything or off its page; no page looks empty."""
    changed = HOSTILE[case](charter)
    booklet = printed(changed, tmp_path)

    assert [] == [str(finding) for finding in edges(booklet.paper)]
    assert [] == overlapping(booklet)
    if case not in ("no pictures", "a sentence of 200 words"):
        assert min(filled(booklet)) >= 0.4


def test_too_many_pledges_share_no_page_and_are_found_too_long(
    charter: Charter, tmp_path: Path
) -> None:
    """Each of 20 pledges has a page; that the booklet is too long is then told to the author."""
    booklet = printed(many(charter, 20), tmp_path)
    pages = [page for words, page in booklet.headings if re.match(r"\d+\. ", words)]

    assert len(pages) == len(set(pages)) == 20
    assert booklet.pages > plan.MOST


def test_names_keep_their_order(charter: Charter, tmp_path: Path) -> None:
    """A title in Urdu is read out in the order of its letters."""
    booklet = printed(HOSTILE["an Urdu title"](charter), tmp_path)

    assert any(URDU in words for words, _ in booklet.headings)


def test_the_words_about_the_booklet_follow_the_rules(charter: Charter) -> None:
    """They are ours, in every charter: Easy Read's own rules hold for them."""
    ours = replace(charter.introduction, easy_read=booklet(charter))
    draft = Draft(replace(charter, introduction=ours), load_policy(POLICY), TODAY)
    place = booklet(charter).place

    assert [] == [str(f) for f in easy_words.run(draft).findings if f.place == place]


def test_rows_are_shared_out_so_that_none_is_alone() -> None:
    """Six rows are three and three, eleven are four, four and three."""
    for count, shared in ((6, [3, 3]), (7, [4, 3]), (11, [4, 4, 3])):
        pages = plan.flowing([(0, Part(21, (20.0,) * count))], 24)

        assert pages
        assert shared == sorted((len_of(page) for page in pages), reverse=True)


def len_of(page: plan.Page) -> int:
    """How many rows a page has."""
    return sum(piece.stop - piece.start for piece in page.pieces)


def test_a_contents_page_gives_way_before_a_spread_does() -> None:
    """With room for both there are both; a page less, and the list goes; less again, no spreads."""
    about, pledge = [Part(21, (20.0,) * 5)], Part(21, (20.0,) * 4, 80)
    for others, listed, facing in ((1, True, True), (6, False, True), (9, True, False)):
        after = [Part(21, (20.0,) * 4)] * others
        made_ = plan.planned([*about, Part(21, (20.0,) * 5)], [pledge] * 7, after, contents=True)

        assert made_.length <= plan.MOST
        assert (listed, facing) == (made_.contents is not None, made_.spreads)


def test_the_same_booklet_says_when_it_was_not_checked(charter: Charter, tmp_path: Path) -> None:
    """Without the gate each foot says so, as long as the names of the parts may be."""
    (artefact,) = made(easy_read, charter, tmp_path, Edition(checked=False))
    paper = open_paper("easy-read.pdf", artefact.path)

    assert all("Draft: not checked" in s.decoration for s in paper.reading.sheets[1:])
    assert [] == list(edges(paper))


def test_a_signatory_is_no_part_of_it(charter: Charter, tmp_path: Path) -> None:
    """A name in the list of who signed changes nothing in the booklet."""
    more = Signatory(SIXTY, "Others", "", charter.facts.where(""))
    one = printed(charter, tmp_path / "one").file.read_bytes()
    changed = replace(charter, signatories=(*charter.signatories, more))

    assert one == printed(changed, tmp_path / "two").file.read_bytes()


def test_the_cover_says_whose_it_is(charter: Charter, tmp_path: Path) -> None:
    """Title, Easy Read, the organisation and its logo; the whole of it on the first page."""
    where = charter.facts.where("")
    svg = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 3 1"><path d="M0 0h3v1z"/></svg>'
    logo = Drawing("logo", svg, "Logo of Sandwell Council", "", "", "", where)
    changed = replace(charter, facts=replace(charter.facts, logo=logo))
    paper = printed(changed, tmp_path).paper
    cover = [block.text for block in paper.reading.spoken if block.page == 1]

    for words in (charter.facts.title, "Easy Read", "We are Sandwell Council", "This is a draft."):
        assert any(words in block for block in cover), words
    assert any(tag.alt == logo.shows for tag in every(paper.reading.tree))
