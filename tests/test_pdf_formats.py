"""The poster, Easy Read, large print and giant print: what they hold, and what never breaks them."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pikepdf
import pypdfium2 as pdfium  # type: ignore[import-untyped]  # the wheel has no types
import pytest
from harness import SMALL
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from charter.contracts import Artefact, Edition, Format
from charter.findings import Wrong
from charter.load import load
from charter.model import (
    Charter,
    EasyRead,
    EasyRow,
    Heading,
    Item,
    List,
    Page,
    Paragraph,
    Picture,
    Place,
    Pledge,
    Signatory,
    Span,
    Table,
)
from formats import _cache, _pdf, easy_read, large_print, poster
from formats._tags import finish

ALL: tuple[Format, ...] = (poster, easy_read, large_print)
HERE = Place(Path("content/charter.md"), 1)
AWKWARD = (
    '*bold* _it_ #let x = 1; $x^2$ <label> @ref [a](b) \\ // /* */ ~ ` = - + "q" \'s',
    '{"data": 1} #sys.inputs #{1 + 1} &amp; <script>alert(1)</script>',
    "فون 0121 496 0123 پر, Zażółć jaźń, Łódź, ŵ ŷ → ✓ non\u2011breaking \u2212 ½ ₂ №",
    "x" * 60 + "  two  spaces and a\ttab",
)


@pytest.fixture(scope="module")
def charter() -> Charter:
    """The small charter."""
    found = load(SMALL).charter
    assert found
    return found


@pytest.fixture(autouse=True)
def own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A cache for each test: none leans on what another one left."""
    monkeypatch.setattr(_cache, "FOLDER", tmp_path / "cache")
    return tmp_path / "cache"


def made(
    form: Format, charter: Charter, out: Path, edition: Edition | None = None
) -> list[Artefact]:
    """What `form` makes of `charter` in `out`."""
    (out / "downloads").mkdir(parents=True, exist_ok=True)
    return list(form.render(charter, out, edition or Edition()))


def words(file: Path) -> str:
    """All that stands in a PDF, its line ends as spaces."""
    with pdfium.PdfDocument(file) as document:
        pages = [page.get_textpage().get_text_range() for page in document]
    return " ".join(" ".join(pages).split())


def elements(element: pikepdf.Object) -> Iterator[pikepdf.Object]:
    """Every tag below `element`."""
    kids = element.get("/K", pikepdf.Array())
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            yield kid
            yield from elements(kid)


def awkward(charter: Charter, said: str) -> Charter:
    """`charter` with `said` wherever an author can write something."""
    spans = (
        Span(said),
        Span(said, strong=True),
        Span(said, href="https://example.org/" + "a" * 90),
    )
    blocks = (
        Paragraph(spans, HERE),
        Heading(4, spans, HERE),
        List(ordered=True, items=(Item(spans, HERE),), place=HERE),
        Table((spans, spans, spans), ((spans, spans), (spans,)), HERE),
        Picture("there-is-none", said, HERE),
    )
    easy = EasyRead(said, (EasyRow(Picture("none", said, HERE), (spans, spans), HERE),), HERE)
    pledge = Pledge("same", 1, said, "none", blocks, blocks[:3], easy, HERE)
    page = Page("same", said, said, "none", blocks, blocks, easy, HERE)
    facts = replace(
        charter.facts, title=said, strapline=said, promise=said, place=said, review_note=said
    )
    signatory = Signatory(said, said, said, HERE)
    return replace(
        charter, facts=facts, pledges=(pledge,), pages=(page,), signatories=(signatory,) * 2
    )


@pytest.mark.parametrize("form", ALL)
def test_the_same_charter_gives_the_same_bytes(
    form: Format, charter: Charter, tmp_path: Path, own_cache: Path
) -> None:
    """Two renderings are alike to the byte, though nothing is left in the cache."""
    first = [a.path.read_bytes() for a in made(form, charter, tmp_path / "one")]
    for entry in own_cache.iterdir():
        entry.unlink()

    assert first == [a.path.read_bytes() for a in made(form, charter, tmp_path / "two")]


@pytest.mark.parametrize("form", ALL)
def test_every_page_says_that_it_was_not_checked(
    form: Format, charter: Charter, tmp_path: Path
) -> None:
    """Without the gate each page of each document says “Draft: not checked”."""
    for artefact in made(form, charter, tmp_path, Edition(checked=False)):
        with pdfium.PdfDocument(artefact.path) as document:
            pages = [page.get_textpage().get_text_range() for page in document]

        assert [] == [n for n, text in enumerate(pages) if "Draft: not checked" not in text]


@pytest.mark.parametrize("said", AWKWARD)
@pytest.mark.parametrize("form", ALL)
def test_awkward_words_are_printed_as_they_are(
    form: Format, said: str, charter: Charter, tmp_path: Path
) -> None:
    """Whatever an author writes is text: it comes out whole, and no Typst in it is obeyed."""
    artefacts = made(form, awkward(charter, said), tmp_path)

    for artefact in artefacts:
        if said.isascii():
            assert "".join(said.split()) in "".join(words(artefact.path).split())


@settings(
    max_examples=6,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(st.text(max_size=60).filter(str.strip))
def test_any_text_is_printed_or_explained(charter: Charter, tmp_path: Path, said: str) -> None:
    """Any text at all gives a poster, or a finding that names the sign we can't print."""
    try:
        sizes = [a.pages for a in made(poster, awkward(charter, said), tmp_path)]
    except Wrong as wrong:
        assert {"PRINT-001"} == {finding.rule.code for finding in wrong.findings}
    else:
        assert [1] * len(poster.SHEETS) == sizes


def test_every_sign_without_a_font_is_named_with_its_place(
    charter: Charter, tmp_path: Path
) -> None:
    """Two signs in one name are two findings, both at the line of the spreadsheet."""
    first = replace(charter.signatories[0], name="Jo 🎉 漢")

    with pytest.raises(Wrong) as caught:
        made(poster, replace(charter, signatories=(first,)), tmp_path)

    found = [(finding.facts["letter"], finding.place) for finding in caught.value.findings]
    assert [("🎉", first.place), ("漢", first.place)] == found


def test_a_fault_of_the_template_is_not_blamed_on_the_author(
    charter: Charter, tmp_path: Path
) -> None:
    """A mistake in a template is raised as the fault of the program that it is."""
    template = _pdf.HERE / "poster" / "no-such.typ"

    with pytest.raises(Exception, match=r"No such file"):
        _pdf.make(template, {}, charter)


def test_easy_read_is_a_draft_until_it_was_tested(charter: Charter, tmp_path: Path) -> None:
    """With a group and a date the booklet says who tested it, and no longer that it is a draft."""
    facts = replace(charter.facts, easy_read_tested_by="", easy_read_tested_on=None)
    untested = words(made(easy_read, replace(charter, facts=facts), tmp_path)[0].path)
    facts = replace(
        facts, easy_read_tested_by="Ty Gwyn readers", easy_read_tested_on=charter.facts.published
    )
    tested = words(made(easy_read, replace(charter, facts=facts), tmp_path)[0].path)

    assert "This is a draft." in untested
    assert "Draft" not in tested
    assert "Ty Gwyn readers tested it in" in tested


def test_the_list_of_hard_words_shows_each_in_bold() -> None:
    """The word that is explained is bold, in whichever of its forms it stands."""
    bold = easy_read.bold((Span("We have made 3 pledges."),), ("pledge", "pledges"))

    assert (Span("We have made 3 "), Span("pledges", strong=True), Span(".")) == bold


def test_giant_print_turns_a_picture_whose_labels_are_small(
    charter: Charter, tmp_path: Path
) -> None:
    """A picture with labels gets a page on its side where its words would be under 24 points."""
    svg = (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 600 400">'
        '<text x="9" y="99" font-size="22">Plan</text></svg>'
    )
    drawings = (replace(charter.drawings[0], id="wheel", svg=svg), *charter.drawings)
    picture = Picture("wheel", "A wheel with the word plan.", HERE)
    first, *others = charter.pages
    pages = (replace(first, full=(picture, *first.full)), *others)
    large, giant = made(large_print, replace(charter, drawings=drawings, pages=pages), tmp_path)

    def turned(artefact: Artefact) -> int:
        with pikepdf.open(artefact.path) as document:
            return sum(float(p.mediabox[2]) > float(p.mediabox[3]) for p in document.pages)

    assert (0, 1) == (turned(large), turned(giant))


def test_large_print_shows_where_its_links_lead(charter: Charter, tmp_path: Path) -> None:
    """On paper a web link has its address beside it, a link in the document its page."""
    spans = (
        Span("Read the guide", href="https://example.org/guide/"),
        Span(" and our pledge", href=f"pledge:{charter.pledges[0].id}"),
        Span(" or phone ", href=None),
        Span("01632 960123", href="tel:01632960123"),
    )
    introduction = replace(charter.introduction, full=(Paragraph(spans, HERE),))
    said = words(made(large_print, replace(charter, introduction=introduction), tmp_path)[0].path)

    assert "Read the guide (example.org/guide) and our pledge (page 4)" in said
    assert "01632 960123 (" not in said


def test_each_row_of_a_table_has_a_heading(charter: Charter, tmp_path: Path) -> None:
    """The first cell of each row is tagged as its heading, and the others point to it."""
    cell = (Span("a"),)
    table = Table((cell, cell), ((cell, cell), (cell, cell)), HERE)
    introduction = replace(charter.introduction, full=(table,))
    artefact = made(large_print, replace(charter, introduction=introduction), tmp_path)[0]

    with pikepdf.open(artefact.path) as document:
        tags = list(elements(document.Root.StructTreeRoot))
        rows = [[str(kid.S) for kid in tag.K] for tag in tags if str(tag.S) == "/TR"]

    assert [["/TH", "/TH"], ["/TH", "/TD"], ["/TH", "/TD"]] == rows


def test_a_table_that_is_too_wide_becomes_lists(charter: Charter, tmp_path: Path) -> None:
    """In giant print, columns that would cut their words give way to a short list a row."""
    head = tuple(
        (Span(word),) for word in ("Responsibility", "Organisation", "Understanding", "When")
    )
    row = tuple((Span(word),) for word in ("Housekeeping", "Neighbourhood", "Communication", "Now"))
    introduction = replace(charter.introduction, full=(Table(head, (row,), HERE),))
    giant = made(large_print, replace(charter, introduction=introduction), tmp_path)[1]

    with pikepdf.open(giant.path) as document:
        tags = [str(tag.S) for tag in elements(document.Root.StructTreeRoot)]

    assert "/Table" not in tags
    assert "Organisation: Neighbourhood" in words(giant.path)


def test_urdu_names_are_read_in_their_order(charter: Charter, tmp_path: Path) -> None:
    """A name in Urdu carries its words as they are said, and its language."""
    signatory = replace(charter.signatories[0], name="شبانہ احمد")
    artefact = made(poster, replace(charter, signatories=(signatory,)), tmp_path)[0]

    with pikepdf.open(artefact.path) as document:
        spans = [tag for tag in elements(document.Root.StructTreeRoot) if "/ActualText" in tag]

        assert [("شبانہ احمد", "ur")] == [(str(t.ActualText), str(t.Lang)) for t in spans]


def test_a_damaged_cache_is_as_good_as_none(
    charter: Charter, tmp_path: Path, own_cache: Path
) -> None:
    """Entries that were cut short or changed are made again, never handed out."""
    good = made(easy_read, charter, tmp_path)[0].path.read_bytes()
    (entry,) = own_cache.iterdir()
    whole = entry.read_bytes()
    for damaged in (b"", whole[:-9], whole.replace(b"%PDF", b"%PDX"), b"{}\n", b"\xff" * 99):
        entry.write_bytes(damaged)

        assert good == made(easy_read, charter, tmp_path)[0].path.read_bytes()
        assert whole == entry.read_bytes()


def test_the_cache_is_used_and_bounded(
    charter: Charter, tmp_path: Path, own_cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The second rendering compiles nothing; of many entries only the newest are kept."""
    made(large_print, charter, tmp_path)
    monkeypatch.setattr(_pdf, "_compile", lambda *_: pytest.fail("it was compiled again"))
    made(large_print, charter, tmp_path)
    monkeypatch.setattr(_cache, "KEPT", 3)
    for number in range(5):
        _cache.write(f"entry-{number}", b"%PDF", {"pages": 1})

    assert 3 == len(list(own_cache.iterdir()))


def test_a_cache_that_cannot_be_written_is_no_matter(
    charter: Charter, tmp_path: Path, own_cache: Path
) -> None:
    """A file where the folder should be, as on a full or locked disk, stops nothing."""
    own_cache.write_text("in the way")

    assert [0] == [a.type_size for a in made(easy_read, charter, tmp_path)]


def test_the_last_touch_needs_no_tables() -> None:
    """A document without tables or Urdu goes through, with its figures in its properties."""
    with pikepdf.new() as empty:
        empty.add_blank_page()
        empty.Root.StructTreeRoot = pikepdf.Dictionary(K=pikepdf.Array())
        raw = io.BytesIO()
        empty.save(raw)

    with pikepdf.open(io.BytesIO(finish(raw.getvalue(), "cy", {"type_size": 9.5}))) as document:
        assert ("cy", "9.5") == (str(document.Root.Lang), str(document.docinfo["/CharterTypeSize"]))
