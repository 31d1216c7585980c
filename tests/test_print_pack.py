"""The print pack: papers that fold, scan and fit, whatever the council is called and promises."""

from __future__ import annotations

import re
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pypdfium2 as pdfium  # type: ignore[import-untyped]  # the wheel has no types
import pytest
import seeded_print_pack
from harness import HOUSE, POLICY, ROOT, SMALL, TODAY
from pikepdf import Pdf

from charter.contracts import Draft, Edition
from charter.load import load
from charter.model import Charter, Drawing, Heading, Item, List, Picture, Pledge, Span, Table
from charter.pipeline import Setting, render
from charter.policy import load_policy
from checks import _code, _pdf_pages, _pdf_tags, print_pack
from checks._pdf_paper import open_paper
from formats import FORMATS
from formats import print_pack as pack
from formats.print_pack import _guide
from formats.print_pack._imposed import order

LONG = " ".join(f"word{n}" for n in range(40))
ENDLESS = "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogochxyz"
URDU = "شبانہ احمد کونسل 0121 496 0000"
_SENTENCE = re.compile(r"par\[([^\]#]+[.?])\]")  # of a template, without figures in it


@pytest.fixture(scope="module")
def charter() -> Charter:
    """The very small charter."""
    loaded = load(SMALL)
    assert loaded.charter
    return loaded.charter


def printed(charter: Charter, out: Path) -> Draft:
    """The print pack of a charter, and nothing else."""
    setting = Setting(
        {"print-pack": FORMATS["print-pack"]},
        HOUSE.checks,
        load_policy(POLICY),
        TODAY,
        lambda *_: None,
    )
    made = render(charter, out, Edition(), setting)
    return Draft(charter, setting.policy, TODAY, out, made)


def pledges(charter: Charter, many: int) -> tuple[Pledge, ...]:
    """So many pledges, made of the ones that there are."""
    ours = charter.pledges
    return tuple(
        replace(ours[n % len(ours)], id=f"pledge-{n + 1}", number=n + 1) for n in range(many)
    )


def logo(charter: Charter, width: int, height: int) -> Drawing:
    """A logo of this shape."""
    size = f'width="{width}" height="{height}"'
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" {size}>'
    svg += f'<rect {size} fill="#a00"/></svg>'
    place = charter.facts.where("title")
    return Drawing("logo", svg, "Logo of a council", "", "", "", place)


def hostile(charter: Charter) -> Iterator[tuple[str, Charter]]:
    """Charters that are hard to lay out, each by what is hard about it."""
    facts, (first, *others) = charter.facts, charter.pledges
    yield "a long title", replace(charter, pledges=(replace(first, title=LONG), *others))
    yield (
        "an endless word",
        replace(
            charter,
            pledges=(replace(first, title=f"Be {ENDLESS}"), *others),
            facts=replace(facts, organisation=ENDLESS, promise=f"We want {ENDLESS}"),
        ),
    )
    yield (
        "Urdu",
        replace(
            charter,
            signatories=tuple(replace(one, name=URDU) for one in charter.signatories),
            pledges=(replace(first, title="سچ بولیں"), *others),
            facts=replace(facts, title="ہمارا عہد", organisation=URDU),
        ),
    )
    heading = Heading(2, (Span("What it is"),), first.place)
    headed = replace(first, full=(heading, *first.full), poster=(heading, *first.poster))
    cells = tuple(tuple((Span(f"{row}{column}"),) for column in "xyz") for row in "ABC")
    mixed = (
        Table(cells[0], cells[1:], first.place),
        List(ordered=False, items=(Item((Span("One thing."),), first.place),), place=first.place),
        Picture(first.picture, "A picture of it.", first.place),
    )
    varied = replace(first, full=(*first.full, *mixed))
    yield "a table, a list and a picture", replace(charter, pledges=(varied, *others))
    yield "headings", replace(charter, pledges=(headed, *others))
    for width, height in ((1000, 40), (40, 1000), (300, 300)):
        drawn = replace(facts, logo=logo(charter, width, height))
        yield f"a logo of {width} by {height}", replace(charter, facts=drawn)
    yield "no picture of the place", replace(charter, facts=replace(facts, picture=""))
    bare = tuple(replace(one, easy_read=replace(one.easy_read, rows=())) for one in charter.pledges)
    yield "no Easy Read", replace(charter, pledges=bare)
    rows = first.easy_read.rows * 9
    easy = replace(first, easy_read=replace(first.easy_read, rows=rows))
    yield "much Easy Read", replace(charter, pledges=(easy, *others))
    for many in (0, 1, 12, 20):
        yield f"{many} pledges", replace(charter, pledges=pledges(charter, many))


def test_sides_are_in_the_order_that_folding_undoes() -> None:
    """Eight pages: 8 and 1 outside, 2 and 7 behind them, then 6 and 3, and 4 and 5 in the middle."""
    assert [(8, 1), (2, 7), (6, 3), (4, 5)] == order(8)


@pytest.mark.slow
@pytest.mark.parametrize("many", [0, 1, 2, 3, 4])
def test_a_booklet_is_whole_sheets(many: int, charter: Charter, tmp_path: Path) -> None:
    """However many pledges, the number of pages can be divided by four, and all are on the sheets."""
    draft = printed(replace(charter, pledges=pledges(charter, many)), tmp_path)
    pages = {one.path.stem: one.pages for one in draft.artefacts}

    assert 0 == pages["booklet"] % 4
    assert pages["booklet"] // 2 == pages["booklet-to-print"]
    assert () == print_pack.run(draft).findings


@pytest.mark.slow
def test_everything_stays_on_the_page(charter: Charter, tmp_path: Path) -> None:
    """Hard charters fit, or a finding says how many words to cut; and no word is lost or hidden."""
    for at, (what, hard) in enumerate(hostile(charter)):
        draft = printed(hard, tmp_path / str(at))
        found = print_pack.run(draft).findings
        for artefact in draft.artefacts:
            if artefact.path.suffix == ".pdf":
                paper = open_paper(artefact.path.name, artefact.path)

                assert [] == [*_pdf_pages.edges(paper), *_pdf_tags.loose(paper)], what
        assert {"PACK-101"} >= {finding.rule.code for finding in found}, what


@pytest.mark.slow
def test_a_finding_says_what_to_cut_and_cutting_it_helps(charter: Charter, tmp_path: Path) -> None:
    """A promise too long for the table card is named, with a number of words that is enough."""
    facts = charter.facts
    long = replace(charter, facts=replace(facts, promise=f"{LONG} {LONG} {LONG}"))
    card = [
        f for f in print_pack.run(printed(long, tmp_path / "long")).findings if "card" in f.message
    ]
    words_to_cut = re.search(r"about (\d+) words", card[0].fix)
    assert words_to_cut
    cut = int(words_to_cut[1])
    kept = long.facts.promise.split()[: 120 - cut]
    shorter = replace(long, facts=replace(facts, promise=" ".join(kept)))
    again = print_pack.run(printed(shorter, tmp_path / "short")).findings

    assert facts.where("title").file == card[0].place.file
    assert [] == [f.message for f in again if "card" in f.message]


@pytest.mark.slow
def test_each_leaflet_has_a_code_of_its_own(small_draft: Draft) -> None:
    """The code of a leaflet opens the short address of its pledge, which is printed beside it."""
    for pledge in small_draft.charter.pledges:
        file = small_draft.root / "downloads" / f"leaflet-{pledge.id}.pdf"
        (code,) = _code.codes(_code.draw(file, _code.PRINT), _code.PRINT)
        with pdfium.PdfDocument(file.read_bytes()) as document:
            words = "".join(document[0].get_textpage().get_text_range().split())

        assert f"{small_draft.charter.facts.site}q/{pledge.id}/" == code.text
        assert code.text.removeprefix("https://").removesuffix("/") in words


@pytest.mark.slow
def test_the_sheets_tag_no_page_twice(small_draft: Draft) -> None:
    """The words of the booklet are decoration on the sheets; what leads to it is not."""
    file = small_draft.root / "downloads" / "booklet-to-print.pdf"
    paper = open_paper(file.name, file)
    said = " ".join(block.text for block in paper.reading.spoken)

    assert "Hear every tenant" not in said
    assert "To read on a screen, use booklet.pdf." in said
    assert any("Hear every tenant" in sheet.decoration for sheet in paper.reading.sheets)
    with Pdf.open(file) as document:
        assert "to print only" in str(document.open_metadata()["dc:title"])


@pytest.mark.slow
def test_the_pack_holds_every_paper(small_draft: Draft) -> None:
    """The zip has the posters, the papers and a read-me with the phone number, each file whole."""
    with zipfile.ZipFile(small_draft.root / "downloads" / "print-pack.zip") as archive:
        names = [name.removeprefix("print-pack/") for name in archive.namelist()]
        told = archive.read("print-pack/read-me.txt").decode()

        assert archive.testzip() is None
    papers = [a for a in small_draft.artefacts if a.format in ("poster", "print-pack")]
    wanted = {a.path.name for a in papers if a.path.suffix == ".pdf"}
    assert {*wanted, "read-me.txt"} == set(names)
    assert small_draft.charter.facts.contact.phone in told


def test_our_own_words_are_plain(tmp_path: Path) -> None:
    """The sentences that we wrote ourselves pass the gate that councils' words must pass."""
    templates = sorted((ROOT / "formats" / "print_pack").glob("*.typ"))
    ours = [said for file in templates for said in _SENTENCE.findall(file.read_text("utf-8"))]
    file = tmp_path / "ours.txt"
    file.write_text("\n\n".join([*_guide.sentences(), *ours]), encoding="utf-8")
    read = [sys.executable, str(ROOT / "build.py"), "read", str(file)]
    ran = subprocess.run(read, capture_output=True, encoding="utf-8", check=False)

    assert len(ours) >= 5
    assert 0 == ran.returncode, ran.stdout
    assert "0 to fix" in ran.stdout


@pytest.mark.slow
@pytest.mark.parametrize("what", seeded_print_pack.MORE)
def test_other_faults_are_found(what: str, small_draft: Draft, tmp_path: Path) -> None:
    """Further damages bring out the rule that is meant for them."""
    code, seed = seeded_print_pack.MORE[what]

    assert code in {finding.rule.code for finding in seed(small_draft, tmp_path)}


def test_the_papers_may_have_what_the_policy_asks(charter: Charter) -> None:
    """No paper is laid out for letters smaller than reviewers allow, as printed."""
    limits = load_policy(POLICY).print

    assert pack.FLOOR["booklet"] * pack.SCALE >= limits.booklet_smallest
    assert pack.FLOOR["leaflet"] >= limits.leaflet_smallest
    assert pack.FLOOR["table_card"] >= limits.table_card_smallest
    assert pack.FLOOR["guide"] >= limits.guide_smallest
