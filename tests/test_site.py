"""The website: every link good, the same bytes, nothing from elsewhere, a draft says so."""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from harness import SMALL

from charter import lists
from charter.contracts import Artefact, Draft, Edition
from charter.load import load
from charter.model import (
    Block,
    Charter,
    Heading,
    Item,
    List,
    Paragraph,
    Place,
    Span,
    Table,
    words_of,
)
from charter.programs import ProgramFailed
from checks._web import links as _web_links
from formats import site
from formats.site import material, prose, stage
from formats.site.building import build

HOSTILE = "*a* _b_ <b> & [c](d) | `e` 1. # + - ~~f~~ {: #g } \\* &amp; ☎ سلام ![h](i)"


@pytest.fixture(scope="session")
def charter() -> Charter:
    """The small charter."""
    loaded = load(SMALL)
    assert loaded.charter
    return loaded.charter


class Reader(_web_links.Page):
    """Everything a test may ask of a page: its words, anchors, and where it leads."""

    def __init__(self, page: str) -> None:
        self.words = ""
        super().__init__(page)

    def handle_data(self, data: str) -> None:
        self.words += data


def pages(draft: Draft) -> dict[str, Reader]:
    """Every page of the drafted site by its place below the root."""
    return {
        a.path.relative_to(draft.root).as_posix(): Reader(a.path.read_text(encoding="utf-8"))
        for a in draft.artefacts
        if a.format == "site"
    }


def target(draft: Draft, page: str, href: str) -> str | None:
    """The file of the site that an address on a page leads to; None where that is elsewhere."""
    files = {f.relative_to(draft.root).as_posix() for f in draft.root.rglob("*") if f.is_file()}
    return _web_links.target(files, draft.charter.facts.site, page, href)


# -- the site as a whole ----------------------------------------------------------------------------


def test_every_link_on_every_page_leads_somewhere(small_draft: Draft) -> None:
    """No page of the site has a dead link, a dead anchor, or a picture that isn't there."""
    found = pages(small_draft)

    assert [] == [*_web_links.faults(small_draft.root, small_draft.charter.facts.site, found)]
    assert len(found) > 5


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
    asked = {target(small_draft, "index.html", a) for a in home.loads if a[:5] != "data:"}
    names = {"index.html", "assets/fonts/atkinson-next-latin.woff2", *asked}
    files = {small_draft.root / str(name) for name in names}
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
    menu = {f"{prose.address(s)}index.html" for s in sources}

    for name, page in pages(small_draft).items():
        if name == "404.html":
            continue
        leads = {target(small_draft, name, href) for href in page.leads}
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


# -- what authors may write in short places ----------------------------------------------------------


def test_lists_and_tables_are_shown_on_cards_and_in_meanings(
    charter: Charter, tmp_path: Path
) -> None:
    """A pledge's poster words and a word's meaning lose nothing, whatever blocks they are made of."""
    blocks = short_blocks("card")
    pledge = replace(charter.pledges[0], poster=blocks)
    term = replace(charter.glossary[0], name="zebra", forms=(), meaning=short_blocks("meaning"))
    opening = replace(
        charter.introduction, full=(Paragraph((Span("A zebra."),), charter.introduction.place),)
    )
    changed = replace(
        charter,
        introduction=opening,
        pledges=(pledge, *charter.pledges[1:]),
        glossary=(term, *charter.glossary[1:]),
    )

    made = {a.path: Reader(a.path.read_text(encoding="utf-8")) for a in render(changed, tmp_path)}

    home, cards = made[tmp_path / "index.html"].words, made[tmp_path / "pledges/index.html"].words
    assert [] == [said for said, _ in words_of(blocks) if said not in home]
    assert [] == [said for said, _ in words_of(blocks) if said not in cards]
    assert [] == [said for said, _ in words_of(term.meaning) if said not in home]


def short_blocks(name: str) -> tuple[Block, ...]:
    """One block of each kind that has words, each with words of its own."""
    place = Place(Path("content/test.md"), 1)

    def spans(what: str) -> tuple[Span, ...]:
        return (Span(f"{name} {what}"),)

    items = (Item(spans("first"), place), Item(spans("second"), place))
    return (
        Paragraph(spans("paragraph"), place),
        Heading(3, spans("heading"), place),
        List(ordered=False, items=items, place=place),
        Table((spans("who"), spans("when")), ((spans("row"), spans("cell")),), place),
    )


def test_hard_words_that_no_chapter_shows_end_the_easy_read_page(
    charter: Charter, tmp_path: Path
) -> None:
    """Without a page of words, their meanings stand at the end, as they do in the booklet.

    “Hard words look like this” at its start stands in any.
    """
    page = easy_read(charter, tmp_path)

    assert page.index(lists.HARD_WORDS) < page.rindex("Tenants pay rent for a home.")
    assert 1 == easy_read(replace(charter, glossary=()), tmp_path / "b").count(lists.HARD_WORDS)


# -- Material ---------------------------------------------------------------------------------------


def test_a_material_without_what_we_use_is_named(tmp_path: Path) -> None:
    """A new version that has moved its stylesheet stops the build in one plain sentence."""
    with pytest.raises(ProgramFailed, match=r"Material should have one file like .*main\.\*"):
        material.named(material.STYLESHEET, tmp_path)


def test_the_search_of_other_languages_has_its_own_files(tmp_path: Path) -> None:
    """A French site gets Material's French words and stemmers; a Welsh one falls back to English."""
    material.copy(material.language("fr-FR"), tmp_path)

    assert (tmp_path / "partials/languages/fr.html").is_file()
    assert (tmp_path / "assets/javascripts/lunr/min/lunr.fr.min.js").is_file()
    assert (
        "en" == material.language("cy-GB")
        or (material.templates() / "partials/languages/cy.html").is_file()
    )
