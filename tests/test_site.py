"""The website: every link good, the same bytes, nothing from elsewhere, a draft says so."""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from html.parser import HTMLParser
from pathlib import Path, PurePosixPath
from urllib.parse import unquote, urlsplit

import pytest
from harness import SMALL

from charter.contracts import Artefact, Draft, Edition
from charter.load import load
from charter.model import Charter
from charter.programs import ProgramFailed
from formats import site
from formats.site import prose, stage
from formats.site.building import build

HOSTILE = "*a* _b_ <b> & [c](d) | `e` 1. # + - ~~f~~ {: #g } \\* &amp; 🙂 سلام ![h](i)"


@pytest.fixture(scope="session")
def charter() -> Charter:
    """The small charter."""
    loaded = load(SMALL)
    assert loaded.charter
    return loaded.charter


class Reader(HTMLParser):
    """Everything a test may ask of a page: its words, anchors, and where it leads."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.words = ""
        self.ids: list[str] = []
        self.leads: list[str] = []
        self.loads: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = {key: value or "" for key, value in attrs}
        self.ids += [found["id"]] if "id" in found else []
        if tag == "a":
            self.leads.append(found["href"])
        elif tag == "link" and found.get("rel") == "canonical":
            pass
        else:
            self.loads += [found[key] for key in ("src", "href") if key in found]

    def handle_data(self, data: str) -> None:
        self.words += data


def pages(draft: Draft) -> dict[str, Reader]:
    """Every page of the drafted site by its place below the root."""
    return {
        a.path.relative_to(draft.root).as_posix(): Reader(a.path.read_text(encoding="utf-8"))
        for a in draft.artefacts
        if a.format == "site"
    }


def target(draft: Draft, charter: Charter, page: str, href: str) -> Path:
    """The file that a link on a page leads to."""
    base = urlsplit(charter.facts.site).path
    path = unquote(urlsplit(href).path)
    here = PurePosixPath("/root", page).parent
    inside = path.removeprefix(base) if path.startswith(base) else None
    whole = (
        draft.root / inside if inside is not None else draft.root / here.relative_to("/root") / path
    )
    return (whole / "index.html" if whole.is_dir() else whole).resolve()


# -- the site as a whole ----------------------------------------------------------------------------


def test_every_link_on_every_page_leads_somewhere(small_draft: Draft) -> None:
    """No page of the site has a dead link, a dead anchor, or a picture that isn't there."""
    found = pages(small_draft)
    dead = [
        (name, href)
        for name, page in found.items()
        for href in page.leads + page.loads
        if not urlsplit(href).scheme and not is_good(small_draft, found, name, href)
    ]

    assert [] == dead
    assert len(found) > 5


def is_good(draft: Draft, found: dict[str, Reader], name: str, href: str) -> bool:
    """Whether a link inside the site finds its file, and its anchor there."""
    file = (
        (draft.root / name).resolve()
        if href.startswith("#")
        else target(draft, draft.charter, name, href)
    )
    anchor = urlsplit(href).fragment
    if not file.is_file():
        return False
    return not anchor or anchor in found[file.relative_to(draft.root.resolve()).as_posix()].ids


def test_no_anchor_stands_twice_on_a_page(small_draft: Draft) -> None:
    """A link to an anchor can lead to one place only."""
    assert {} == {
        name: page.ids
        for name, page in pages(small_draft).items()
        if len(page.ids) != len({*page.ids})
    }


def test_nothing_is_asked_of_other_peoples_servers(small_draft: Draft) -> None:
    """Reading the site tells nobody else about it: no outside font, script, picture or style."""
    outside = [
        (name, address)
        for name, page in pages(small_draft).items()
        for address in page.loads
        if urlsplit(address).scheme not in {"", "data"} or urlsplit(address).netloc
    ]
    styles = "".join(file.read_text(encoding="utf-8") for file in small_draft.root.rglob("*.css"))

    assert [] == outside
    assert [] == re.findall(r"url\(\s*[\"']?(?:https?:)?//[^)]*|@import[^;]*", styles)


def test_a_first_visit_is_light(small_draft: Draft) -> None:
    """Home and all it asks for at once: at most 150 kB gzip, in at most 12 requests."""
    home = pages(small_draft)["index.html"]
    fonts = [small_draft.root / "assets/fonts" / f for f in ("atkinson-next-latin.woff2",)]
    asked = {
        target(small_draft, small_draft.charter, "index.html", a)
        for a in home.loads
        if a[:5] != "data:"
    }
    files = {small_draft.root / "index.html", *asked, *fonts}
    sizes = [
        file.stat().st_size if file.suffix == ".woff2" else len(gzip.compress(file.read_bytes()))
        for file in files
    ]

    assert len(files) <= 12
    assert sum(sizes) <= 150_000


def test_every_page_can_be_reached_without_a_script(small_draft: Draft) -> None:
    """Each page lists every page of the menu as plain links, and how to phone and write."""
    contact = small_draft.charter.facts.contact
    sources = stage.sources(small_draft.charter).values()
    menu = {(small_draft.root / prose.address(s) / "index.html").resolve() for s in sources}

    for name, page in pages(small_draft).items():
        if name == "404.html":
            continue
        leads = {target(small_draft, small_draft.charter, name, href) for href in page.leads}
        assert set() == menu - leads
        assert contact.phone in page.words
        assert contact.email in page.words


def test_a_draft_says_so_on_every_page(charter: Charter, tmp_path: Path) -> None:
    """What no gate has looked at can't be taken for the published charter."""
    draft = [a.path.read_text(encoding="utf-8") for a in render(charter, tmp_path, checked=False)]

    assert [] == [page for page in draft if "Draft: not checked" not in page]


def test_a_checked_site_does_not_call_itself_a_draft(small_draft: Draft) -> None:
    """The other way round: readers of the published charter aren't worried for nothing."""
    assert [] == [n for n, page in pages(small_draft).items() if "not checked" in page.words]


def test_easy_read_is_a_draft_until_people_tested_it(charter: Charter, tmp_path: Path) -> None:
    """The notice goes when a group and a date are named, and names them instead."""
    facts = replace(
        charter.facts, easy_read_tested_by="Our Voice", easy_read_tested_on=date(2024, 7, 1)
    )
    untested = replace(charter.facts, easy_read_tested_by="", easy_read_tested_on=None)

    before = easy_read(replace(charter, facts=untested), tmp_path / "a")
    after = easy_read(replace(charter, facts=facts), tmp_path / "b")

    assert "Draft." in before
    assert "Draft." not in after
    assert "Tested by Our Voice in July 2024." in after


def easy_read(charter: Charter, out: Path) -> str:
    """The Easy Read page's words."""
    list(render(charter, out))
    return Reader((out / "easy-read/index.html").read_text(encoding="utf-8")).words


def render(charter: Charter, out: Path, *, checked: bool = True) -> Iterator[Artefact]:
    """The site alone."""
    (out / "downloads").mkdir(parents=True)
    yield from site.render(charter, out, Edition(checked=checked))


def test_the_same_charter_gives_the_same_bytes(charter: Charter, tmp_path: Path) -> None:
    """Two builds differ in nothing, so that a change on the site is a change in the charter."""
    first, second = tmp_path / "first", tmp_path / "elsewhere" / "second"
    list(render(charter, first))
    list(render(charter, second))

    assert contents(first) == contents(second)


def contents(folder: Path) -> dict[str, bytes]:
    """Every file of a folder."""
    return {
        f.relative_to(folder).as_posix(): f.read_bytes() for f in folder.rglob("*") if f.is_file()
    }


def test_hostile_words_survive_everywhere(charter: Charter, tmp_path: Path) -> None:
    """A title, a name, a place and a remark made of signs come out as they are, in strict mode."""
    said = replace(charter.feedback[0], said=HOSTILE, by=HOSTILE, done=HOSTILE)
    pledge = replace(charter.pledges[0], title=HOSTILE)
    signatory = replace(charter.signatories[0], name=HOSTILE, group=HOSTILE)
    facts = replace(
        charter.facts, title=HOSTILE, strapline=HOSTILE, place=HOSTILE, promise=HOSTILE,
        organisation=HOSTILE, review_note=HOSTILE,
    )  # fmt: skip
    changed = replace(
        charter,
        facts=facts,
        pledges=(pledge, *charter.pledges[1:]),
        signatories=(signatory,),
        feedback=(replace(said, pledge=pledge.id),),
    )

    made = {a.path: Reader(a.path.read_text(encoding="utf-8")) for a in render(changed, tmp_path)}

    home = made[tmp_path / "index.html"].words
    page = made[tmp_path / "pledges" / pledge.id / "index.html"].words
    assert home.count(HOSTILE) >= 9
    assert page.count(HOSTILE) >= 6


def test_downloads_say_what_they_are(charter: Charter, tmp_path: Path) -> None:
    """Type, size and length stand beside each link, before anybody has to fetch it."""
    folder = tmp_path / "downloads"
    folder.mkdir()
    (folder / "poster-a3.pdf").write_bytes(b"x" * 34_400)
    poster = Artefact(folder / "poster-a3.pdf", "application/pdf", "poster", "Poster, A3", 1)

    list(site.render(charter, tmp_path, Edition(made=(poster,))))

    page = Reader((tmp_path / "other-formats/index.html").read_text(encoding="utf-8"))
    assert "../downloads/poster-a3.pdf" in page.leads
    assert "Poster, A3 PDF document, 34 kB, 1 page" in " ".join(page.words.split())
    assert b"x" * 34_400 == (folder / "poster-a3.pdf").read_bytes()


def test_a_warning_from_mkdocs_stops_the_build(charter: Charter, tmp_path: Path) -> None:
    """Strict mode is real: a dead link in a staged page is named in one plain sentence."""
    (tmp_path / "out/downloads").mkdir(parents=True)
    staged = stage.stage(charter, tmp_path, tmp_path / "out", Edition())
    page = tmp_path / "docs/other-formats.md"
    page.write_text(page.read_text(encoding="utf-8") + "\n[x](none.md)\n", encoding="utf-8")

    with pytest.raises(ProgramFailed, match=r"MkDocs did not build the site: .*none\.md"):
        build(staged)
