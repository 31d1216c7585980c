"""The contact sheet of the report: each picture with its name, its words and its weak points."""

from __future__ import annotations

import html
import re
import shutil
from dataclasses import replace
from pathlib import Path
from urllib.parse import unquote

import pytest
from harness import HOUSE, POLICY, SMALL, TODAY, small_copy

from charter import pipeline, report
from charter.load import load
from charter.model import Charter
from charter.policy import load_policy
from charter.report.sheet import UNGROUPED, sheet
from checks._walk import pictures_of

SHIPPED = SMALL.parents[1] / "content"
ODD = """
["a picture of ours & theirs"]
shows = "A cat & a dog <both> sleep."
weak = "It can also mean a pet shop."
tested_with = "Ashby group, May 2026"
"""


def odd(folder: Path) -> Path:
    """Give a charter that has a picture with an awkward name, in no group."""
    content = small_copy(folder / "content")
    pictures = content / "pictures"
    shutil.copyfile(pictures / "home.svg", pictures / "a picture of ours & theirs.svg")
    listing = pictures / "pictures.toml"
    words = listing.read_text(encoding="utf-8")
    listing.write_text(words.replace("[money]", 'group = "Money"\n\n[money]') + ODD, "utf-8")
    return content


def loaded(folder: Path) -> Charter:
    """Give the charter in a folder."""
    charter = load(folder).charter
    assert charter
    return charter


def written(folder: Path, charter: Charter | None) -> str:
    """Write the report on a charter and give its page of pictures."""
    verdict = pipeline.check(
        load(SMALL),
        pipeline.Setting(
            HOUSE.formats, HOUSE.checks, load_policy(POLICY), TODAY, lambda _step, _ended: None
        ),
    )
    report.write(verdict, charter, TODAY, folder, load_policy(POLICY))
    page = folder / "pictures.html"
    return page.read_text(encoding="utf-8") if page.exists() else ""


def card(page: str, name: str) -> str:
    """Give the words of one picture's card as they are read."""
    cards = re.findall(r'<li class="(?:square|broad|panorama)">.*?</li>', page, re.DOTALL)
    (found,) = (one for one in cards if f"<h3>{html.escape(name)}</h3>" in one)
    return " ".join(html.unescape(re.sub("<[^>]+>", " ", found)).split())


def test_the_sheet_says_all_of_a_picture(tmp_path: Path) -> None:
    """A card has the name, what to write, what is seen, where it is used and who tested it."""
    page = written(tmp_path / "reports", loaded(odd(tmp_path)))
    said = card(page, "a picture of ours & theirs")

    assert "A cat & a dog <both> sleep. Weak It can also mean a pet shop." in said
    assert "Write: ![](a picture of ours & theirs)" in said
    assert "Used in: nothing yet. Tested with: Ashby group, May 2026." in said
    assert "Used in: The cover" in card(page, "hero-plain")
    assert "Tested with: nobody yet." in card(page, "hero-plain")
    assert UNGROUPED in page


def test_each_picture_is_beside_the_page(tmp_path: Path) -> None:
    """Each picture that the page shows, twice, is a file in the report, whatever its name."""
    page = written(tmp_path / "reports", loaded(odd(tmp_path)))
    shown = re.findall(r'<img class="\w+" src="([^"]+)" alt="">', page)
    files = {file.name for file in (tmp_path / "reports" / "pictures").iterdir()}

    assert {unquote(one).removeprefix("pictures/") for one in shown} == files
    assert len(shown) == 2 * len(files)


def test_the_report_leads_to_the_sheet_only_if_there_is_one(tmp_path: Path) -> None:
    """The overview links to the pictures, but not when the charter could not be read."""
    with_sheet, without = tmp_path / "one", tmp_path / "two"
    assert written(with_sheet, loaded(SMALL))
    assert not written(without, None)

    assert 'href="pictures.html"' in (with_sheet / "index.html").read_text(encoding="utf-8")
    assert "pictures.html" not in (without / "index.html").read_text(encoding="utf-8")


def test_a_charter_without_pictures_says_so(tmp_path: Path) -> None:
    """With no picture at all the page is a page still."""
    bare = replace(loaded(SMALL), drawings=())

    assert "The charter has no pictures." in written(tmp_path / "reports", bare)


@pytest.mark.parametrize("folder", [SMALL, SHIPPED])
def test_the_sheet_misses_no_use(folder: Path) -> None:
    """The sheet and the check of pictures agree on which pictures are in use."""
    charter = loaded(folder)
    used = {one.drawing.id for one in sheet(charter).cards if one.used}

    assert {use.id for use in pictures_of(charter)} == used


def test_our_own_pictures_stand_in_few_groups() -> None:
    """The shipped pictures are in groups small enough to look through, and wide ones are wide."""
    shown = sheet(loaded(SHIPPED))

    assert len(shown.cards) >= 100
    assert UNGROUPED not in shown.groups
    assert all(2 <= len(group) <= 26 for group in shown.groups.values())
    assert {"hero-plain", "sandwell"} == {
        one.drawing.id for one in shown.cards if one.shape == "panorama"
    }
