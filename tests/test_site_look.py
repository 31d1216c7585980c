"""What a resident sees of the pages: lines that can be read, cards in step, one column or two."""

from __future__ import annotations

import statistics
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from harness import ROOT, SMALL
from playwright.sync_api import Browser, Page

from charter.contracts import Edition
from charter.load import load
from formats import site

LINES = """
() => [...document.querySelectorAll('article > p:not(:has(a.alone))')].flatMap((block) => {
  const lines = new Map(), walk = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) for (let at = 0; at < walk.currentNode.length; at += 1) {
    const range = document.createRange();
    range.setStart(walk.currentNode, at); range.setEnd(walk.currentNode, at + 1);
    const box = range.getClientRects()[0];
    if (box) lines.set(Math.round(box.bottom / 8), (lines.get(Math.round(box.bottom / 8)) || 0) + 1);
  }
  return [...lines.values()].slice(0, -1); // the last line ends where its words end
})
"""
CARDS = """
() => [...document.querySelectorAll('.pledge')].map((card) => {
  const { left, top, width, height } = card.getBoundingClientRect();
  return [left, top, width, height].map(Math.round);
})
"""


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page in a desk's window."""
    context = browser.new_context(viewport={"width": 1280, "height": 900}, reduced_motion="reduce")
    yield context.new_page()
    context.close()


def made(out: Path, pledges: int = 0) -> Path:
    """The site of the shipped charter; with that many pledges if any are asked for."""
    charter = load(ROOT / "content" if not pledges else SMALL).charter
    assert charter
    if pledges:
        one = charter.pledges[0]
        several = (replace(one, id=f"p{n}", number=n) for n in range(1, pledges + 1))
        charter = replace(charter, pledges=tuple(several), feedback=())
    (out / "downloads").mkdir(parents=True)
    list(site.render(charter, out, Edition()))
    return out


def test_a_line_has_60_to_70_letters(page: Page, tmp_path: Path) -> None:
    """On a wide screen the full lines of a page and of a pledge hold 60 to 70 letters."""
    out = made(tmp_path)
    for name in ("what-is-co-production", "how-we-made-it", "pledges/honest"):
        page.goto((out / name / "index.html").as_uri())
        page.evaluate("document.fonts.ready")
        lines = [line for line in page.evaluate(LINES) if line > 40]

        assert lines, name
        assert 58 <= statistics.median(lines) <= 70, (name, lines)
        assert max(lines) <= 76, (name, lines)


@pytest.mark.parametrize("pledges", [1, 2, 3, 4, 5, 6, 7, 8, 11, 12])
def test_cards_of_pledges_stand_in_full_rows(pledges: int, page: Page, tmp_path: Path) -> None:
    """However many pledges: each row is as wide as the first, its cards alike, and none is alone."""
    out = made(tmp_path, pledges)
    for width in (800, 1280):
        page.set_viewport_size({"width": width, "height": 900})
        page.goto((out / "index.html").as_uri())
        cards = page.evaluate(CARDS)
        rows: dict[int, list[list[int]]] = {}
        for card in cards:
            rows.setdefault(card[1], []).append(card)
        ends = {(row[0][0], row[-1][0] + row[-1][2]) for row in rows.values()}

        assert pledges == len(cards)
        assert max(end for _, end in ends) - min(end for _, end in ends) <= 2
        assert 1 == len({start for start, _ in ends})
        for row in rows.values():
            assert 1 == len({card[3] for card in row})
            assert max(card[2] for card in row) - min(card[2] for card in row) <= 2
        if pledges > 1 and width == 1280:
            assert all(len(row) > 1 for row in rows.values())


def test_easy_read_stands_beside_the_promise(page: Page, tmp_path: Path) -> None:
    """On a wide screen Easy Read is right of the full text, on a phone below it."""
    out = made(tmp_path)
    for width, beside in ((1280, True), (390, False)):
        page.set_viewport_size({"width": width, "height": 900})
        page.goto((out / "pledges" / "honest" / "index.html").as_uri())
        words = page.locator("article > p").first.bounding_box()
        easy = page.locator("article > .easy").bounding_box()
        assert words
        assert easy

        assert beside == (easy["x"] >= words["x"] + words["width"])
        assert beside == (easy["y"] < words["y"] + words["height"])
        assert beside or easy["x"] == pytest.approx(words["x"], abs=4)
