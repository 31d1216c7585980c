"""Short addresses behind codes that never change, and what messages show of a page."""

from __future__ import annotations

import io
import re
from dataclasses import replace
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import lxml.html  # type: ignore[import-untyped]  # lxml has no types
import pytest
from harness import SMALL
from PIL import Image

from charter.addresses import scan
from charter.contracts import Artefact, Edition
from charter.load import load
from charter.model import Charter
from formats import print_pack, site
from formats.site import downloads

Page = Any  # lxml has no types
SITE = Path(str(site.__file__)).parent


@pytest.fixture
def charter() -> Charter:
    """The small charter."""
    found = load(SMALL).charter
    assert found
    return found


def made(charter: Charter, out: Path, *documents: Artefact) -> Path:
    """The site of a charter, with documents made before."""
    (out / "downloads").mkdir(parents=True, exist_ok=True)
    list(site.render(charter, out, Edition(made=documents)))
    return out


def behind(address: str, charter: Charter, out: Path) -> Path:
    """The file that a server sends for an address of the charter's site."""
    start = urlsplit(charter.facts.site).path
    return out / urlsplit(address).path.removeprefix(start) / "index.html"


def read(file: Path) -> Page:
    """A finished page."""
    return lxml.html.fromstring(file.read_bytes())


def said(page: Page, name: str) -> str:
    """What a page's <meta> of this name says."""
    (found,) = page.xpath(f"//meta[@property='{name}' or @name='{name}']/@content")
    return str(found)


def test_a_page_stands_behind_every_code(charter: Charter, tmp_path: Path) -> None:
    """The charter's code and each pledge's open a page with its words and ways to read on."""
    out = made(charter, tmp_path)

    assert "We are" in read(behind(scan(charter), charter, out)).findtext(".//h1")
    assert "Thank you" in read(behind(scan(charter), charter, out)).findtext(".//main//p")
    for pledge in charter.pledges:
        page = read(behind(scan(charter, pledge), charter, out))
        assert pledge.title == page.findtext(".//h1")
        links = page.xpath("//main//a/@href")
        assert f"../../pledges/{pledge.id}/" in links
        assert any(link.startswith("../../easy-read/#") for link in links)


def test_a_code_stays_when_titles_and_order_change(charter: Charter, tmp_path: Path) -> None:
    """What hangs on walls still opens its pledge after it was renamed and moved to the end."""
    first, *others = charter.pledges
    old = scan(charter, first)
    renamed = replace(first, title="Listen to all of you", number=len(charter.pledges))
    moved = tuple(replace(one, number=n) for n, one in enumerate(others, 1))

    out = made(replace(charter, pledges=(*moved, renamed)), tmp_path)

    assert renamed.title == read(behind(old, charter, out)).findtext(".//h1")


def test_pages_behind_codes_stay_out_of_searches(charter: Charter, tmp_path: Path) -> None:
    """Search engines are sent to the real page; our own search, menu and site map leave them out."""
    out = made(charter, tmp_path)
    pledge = charter.pledges[0]
    page = read(behind(scan(charter, pledge), charter, out))

    assert "noindex" == said(page, "robots")
    real = f"{charter.facts.site}pledges/{pledge.id}/"
    assert [real] == page.xpath("//link[@rel='canonical']/@href")
    assert "/q/" not in (out / "sitemap.xml").read_text(encoding="utf-8")
    assert '"q/' not in (out / "search" / "search_index.json").read_text(encoding="utf-8")
    assert not [a for a in read(out / "index.html").xpath("//a/@href") if a.startswith("q/")]


def test_a_shared_link_shows_its_own_picture(charter: Charter, tmp_path: Path) -> None:
    """Every page names a picture of the right size by its whole address, and words for it."""
    out = made(charter, tmp_path)
    start = charter.facts.site
    own = {f"pledges/{pledge.id}/": pledge.id for pledge in charter.pledges}
    for file in sorted(out.rglob("index.html")):
        page = read(file)
        where = said(page, "og:image")
        name = own.get(f"{file.parent.relative_to(out).as_posix()}/", "")

        assert where.startswith(f"{start}assets/share/")
        assert not name or where.endswith(f"/{name}.png")
        with Image.open(io.BytesIO((out / where.removeprefix(start)).read_bytes())) as picture:
            assert ("PNG", (1200, 630)) == (picture.format, picture.size)
        assert said(page, "og:image:alt")
        assert said(page, "og:title")
        assert said(page, "description") == said(page, "og:description")
        assert said(page, "og:url").startswith(start)


def test_no_two_pages_have_one_title(charter: Charter, tmp_path: Path) -> None:
    """A page behind a code can be told from the page it leads to by its title alone."""
    out = made(charter, tmp_path)

    titles = [read(file).findtext(".//title") for file in sorted(out.rglob("*.html"))]

    assert len(titles) > 2 * len(charter.pledges)
    assert len(titles) == len(set(titles))


def test_home_is_shared_by_the_title_of_the_charter(charter: Charter, tmp_path: Path) -> None:
    """A message that leads to the home page shows what the charter is called, not “Home”."""
    out = made(charter, tmp_path)

    assert charter.facts.title == said(read(out / "index.html"), "og:title")


def test_the_mark_in_the_tab_follows_the_design(charter: Charter, tmp_path: Path) -> None:
    """A council's colours reach the small picture in the browser's tab and the frame round it."""
    theirs = replace(charter.design, main="#5b1030", bright="#ffe08a")

    out = made(replace(charter, design=theirs), tmp_path)

    mark = (out / "assets" / "favicon.svg").read_text(encoding="utf-8")
    assert {theirs.main, theirs.bright} < set(re.findall(r"#[0-9a-f]{6}", mark))
    assert theirs.main == said(read(out / "index.html"), "theme-color")


def test_no_colour_is_written_into_the_site() -> None:
    """Styles and frames name colours of the design only, so that all of them follow a change."""
    texts = [
        file
        for kind in ("assets/css/*.css", "overrides/**/*.html", "templates/*")
        for file in SITE.glob(kind)
    ]
    written = [
        f"{file.name}: {found}"
        for file in texts
        for found in re.findall(
            r"(?<![&\"\w])#(?:[0-9a-f]{8}|[0-9a-f]{6}|[0-9a-f]{3,4})\b", file.read_text("utf-8")
        )
    ]

    assert texts
    assert [] == written


def test_a_pledge_leads_to_its_leaflet(charter: Charter, tmp_path: Path) -> None:
    """Where leaflets were made, each pledge's page leads to its own."""
    (tmp_path / "downloads").mkdir()
    documents = tuple(print_pack.render(charter, tmp_path, Edition()))

    out = made(charter, tmp_path, *documents)

    for pledge in charter.pledges:
        links = read(out / "pledges" / pledge.id / "index.html").xpath("//main//a/@href")
        assert f"../../downloads/leaflet-{pledge.id}.pdf" in links


def test_every_document_stands_below_one_heading(tmp_path: Path) -> None:
    """Documents are grouped by use; one of a new format is listed, too; no heading is empty."""
    names = ("poster-a4.pdf", "leaflet-hear.pdf", "pack-guide.pdf", "screen-pack.zip", "new.xyz")
    made_ = []
    for name in names:
        file = tmp_path / "downloads" / name
        file.parent.mkdir(exist_ok=True)
        file.write_bytes(b"x")
        format_ = re.split(r"[-.]", name)[0]
        made_.append(Artefact(file, "application/pdf", format_, name))

    groups = downloads.grouped(downloads.listed(made_, tmp_path))

    assert sorted(names) == sorted(file.title for several in groups.values() for file in several)
    assert {"screen-pack.zip", "pack-guide.pdf"} == {
        file.title for file in groups["For libraries, schools and surgeries"]
    }
    assert all(groups.values())
    assert {} == downloads.grouped(())
