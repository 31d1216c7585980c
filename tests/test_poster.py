"""The poster: what each sheet is, and that no content makes it spill or crowd."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pikepdf
import pypdfium2 as pdfium  # type: ignore[import-untyped]  # the wheel has no types
import pytest
from harness import POLICY, SMALL, TODAY

from charter.contracts import Artefact, Draft, Edition
from charter.findings import Finding
from charter.load import load
from charter.model import Charter, Drawing, Paragraph, Place, Span
from charter.policy import load_policy
from checks import _code, _pdf_overlap, _pdf_pages, _pdf_seen, _poster_sheet
from checks import poster as check
from checks._pdf_paper import open_paper
from checks._proof.damage import move_words
from formats import _cache, poster
from formats.poster.ink import saved

HERE = Place(Path("content/charter.md"), 1)
FORTY = " ".join(["Reply to every letter and call from you in good time"] * 4)
SIXTY = "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch" + "ai"
URDU = "ہم آپ کی بات سنیں گے"
TRIED = ("a4", "letter", "a4-black-and-white", "a3-printers")
TOO_SMALL = {"POSTER-001", "POSTER-011"}  # what to cut, and what had no room

Change = Callable[[Charter], Charter]


@pytest.fixture(scope="module")
def charter() -> Charter:
    """The small charter."""
    found = load(SMALL).charter
    assert found
    return found


@pytest.fixture(autouse=True)
def own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A cache for each test: none leans on what another one left."""
    monkeypatch.setattr(_cache, "FOLDER", tmp_path / "cache")


def made(
    charter: Charter, out: Path, *names: str, edition: Edition | None = None
) -> dict[str, Artefact]:
    """The posters of `charter` by the name of their sheet: all, or those named."""
    (out / "downloads").mkdir(parents=True, exist_ok=True)
    with pytest.MonkeyPatch.context() as patch:
        some = tuple(sheet for sheet in poster.SHEETS if not names or sheet.name in names)
        patch.setattr(poster, "SHEETS", some)
        artefacts = list(poster.render(charter, out, edition or Edition()))
    return {artefact.path.stem.removeprefix("poster-"): artefact for artefact in artefacts}


def words(file: Path) -> str:
    """All that stands on a poster, its line ends as spaces."""
    with pdfium.PdfDocument(file) as document:
        return " ".join(document[0].get_textpage().get_text_range().split())


def info(file: Path) -> dict[str, str]:
    """What a PDF says about itself."""
    with pikepdf.open(file) as document:
        return {str(name): str(value) for name, value in document.docinfo.items()}


def largest_size(artefact: Artefact, said: str) -> float:
    """The size in points in which some words are set."""
    paper = open_paper("poster.pdf", artefact.path)
    (leaf,) = paper.leaves
    return max(run.size for run in leaf.runs if said in paper.words(1, run))


def pledged(count: int, more: str = "") -> Change:
    """As many pledges as that, each with these words more."""

    def change(charter: Charter) -> Charter:
        said = Paragraph((Span("We will answer every letter within ten days. " + more),), HERE)
        first = charter.pledges[0]
        pledges = tuple(
            replace(first, id=f"p{n}", number=n, poster=(said,)) for n in range(1, count + 1)
        )
        return replace(charter, pledges=pledges)

    return change


def told(**facts: object) -> Change:
    """Other facts."""
    return lambda charter: replace(charter, facts=replace(charter.facts, **facts))  # type: ignore[arg-type]


def titled(title: str) -> Change:
    """Another title for the first pledge, and the same as the name of a signatory."""

    def change(charter: Charter) -> Charter:
        first, *others = charter.pledges
        signed = (replace(charter.signatories[0], name=title), *charter.signatories[1:])
        pledges = (replace(first, title=title), *others)
        return replace(charter, pledges=pledges, signatories=signed)

    return change


def signed(count: int) -> Change:
    """As many signatories as that."""

    def change(charter: Charter) -> Charter:
        one = charter.signatories[0]
        several = (replace(one, name=f"Tenants' group number {n}") for n in range(count))
        return replace(charter, signatories=tuple(several))

    return change


def with_logo(width: int, height: int) -> Change:
    """A logo of this shape."""
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}">'
        f'<rect width="{width}" height="{height}" fill="#a33"/></svg>'
    )
    return told(logo=Drawing("logo", svg, "The logo of the tenants.", "", "", "", HERE))


MATRIX: dict[str, Change] = {
    **{f"{count} pledges": pledged(count) for count in (0, 1, 2, 3, 5, 7, 9, 12, 20)},
    "too many words": pledged(6, "We will write back in plain words. " * 20),
    "a title of 40 words": titled(FORTY),
    "a word of 60 letters": titled(SIXTY),
    "a place of 60 letters": told(place=SIXTY),
    "a long place and title": told(place="Bath and North East Somerset", title=FORTY[:90]),
    "a promise of 40 words": told(promise=FORTY),
    "names in Urdu": titled(URDU),
    "60 signatories": signed(60),
    "no signatories": signed(0),
    "no picture at the top": told(picture="none"),
    "no strapline": told(strapline=""),
    "a tall logo": with_logo(100, 900),
    "a wide logo": with_logo(1600, 100),
}


def faults(charter: Charter, out: Path) -> list[Finding]:
    """All that the poster's check and our own looking at pages find in the posters."""
    artefacts = tuple(made(charter, out, *TRIED).values())
    draft = Draft(charter, load_policy(POLICY), TODAY, out, artefacts)
    found = list(check.run(draft).findings)
    for artefact in artefacts:
        assert 1 == artefact.pages
        paper = open_paper(artefact.path.name, artefact.path)
        found += _pdf_overlap.check(paper)
        found += _pdf_pages.edges(paper)
        found += _pdf_seen.check(paper, ours=True)
    return found


@pytest.mark.slow
@pytest.mark.parametrize("name", MATRIX)
def test_any_content_fits_or_is_told_what_to_cut(
    name: str, charter: Charter, tmp_path: Path
) -> None:
    """Whatever a charter holds, each poster is one page on which nothing overlaps or spills."""
    found = faults(MATRIX[name](charter), tmp_path)

    assert [] == [str(one) for one in found if one.rule.code not in TOO_SMALL]
    for one in found:
        if one.rule.code == "POSTER-001":
            assert 0 < int(str(one.facts["cut"])) < int(str(one.facts["words"]))


@pytest.mark.parametrize("count", [1, 4, 5, 7, 12])
def test_as_many_pledges_as_charters_have_are_set_large(
    count: int, charter: Charter, tmp_path: Path
) -> None:
    """With one to twelve short pledges they stand out from the small print on every sheet."""
    for name, artefact in made(pledged(count)(charter), tmp_path).items():
        sheet = next(sheet for sheet in poster.SHEETS if sheet.name == name)
        small = largest_size(artefact, "Accessibility statement")
        assert small >= sheet.smallest
        assert largest_size(artefact, "We will") >= 1.15 * small
        assert "friends.example.org" in words(artefact.path)


def test_a_poster_with_too_many_words_says_how_many_to_cut(
    charter: Charter, tmp_path: Path
) -> None:
    """It still is one page, in smaller type; without the words it asks to cut, it is readable."""
    long = "We will write back in plain words. " * 20
    artefact = made(pledged(6, long)(charter), tmp_path, "a4")["a4"]
    facts = info(artefact.path)
    cut = int(facts["/CharterWordsToCut"])

    assert 1 == artefact.pages
    assert artefact.type_size < 10
    assert 0 < cut < int(facts["/CharterWords"])

    kept = " ".join(long.split()[: -(cut // 6 + 1)])
    assert made(pledged(6, kept)(charter), tmp_path, "a4")["a4"].type_size >= 10


def test_a_poster_that_fits_asks_for_nothing(charter: Charter, tmp_path: Path) -> None:
    """The size that was found stands in the document, and no words have to go."""
    artefact = made(charter, tmp_path, "a3")["a3"]
    facts = info(artefact.path)

    assert f"{artefact.type_size:g}" == facts["/CharterTypeSize"]
    assert "0" == facts["/CharterWordsToCut"]


def test_what_has_no_room_is_left_out_whole(charter: Charter, tmp_path: Path) -> None:
    """Many names are counted instead of listed, and a page's words go before pledges get small."""
    many = words(made(signed(300)(charter), tmp_path, "a4")["a4"].path)
    full = words(made(pledged(12)(charter), tmp_path, "a4")["a4"].path)

    assert "Tenants: 300" in many
    assert "Tenants' group number 7" not in many
    assert "One garden" not in full
    assert full.count("We will answer every letter") == 12


def test_printers_get_colour_beyond_the_cut(charter: Charter, tmp_path: Path) -> None:
    """The sheet is 10 mm larger on each side, says where to cut, and its top runs into the bleed."""
    artefact = made(charter, tmp_path, "a3-printers")["a3-printers"]
    sheet = _poster_sheet.look(artefact.path)
    millimetre = 72 / 25.4

    assert [10.0] * 4 == [round(side, 2) for side in _poster_sheet.margins(sheet.whole, sheet.cut)]
    assert [3.0] * 4 == [round(side, 2) for side in _poster_sheet.margins(sheet.bleed, sheet.cut)]
    assert (297, 420) == (
        round((sheet.cut.right - sheet.cut.left) / millimetre),
        round((sheet.cut.top - sheet.cut.bottom) / millimetre),
    )
    scale = sheet.picture.width / sheet.whole.right
    corner = (sheet.bleed.left + 1) * scale, (sheet.whole.top - sheet.bleed.top + 1) * scale
    assert (0x22, 0x1D, 0x57) == sheet.picture.getpixel((round(corner[0]), round(corner[1])))
    outside = (sheet.bleed.left - 3) * scale, sheet.picture.height / 2
    assert (255, 255, 255) == sheet.picture.getpixel((round(outside[0]), round(outside[1])))


def test_crop_marks_stand_clear_of_the_poster(charter: Charter, tmp_path: Path) -> None:
    """Each corner has two lines on the edge of the sheet, at the cut, and none in the colours."""
    sheet = _poster_sheet.look(made(charter, tmp_path, "a3-printers")["a3-printers"].path)
    scale = sheet.picture.width / sheet.whole.right
    grey = sheet.picture.convert("L")

    def dark(x: float, y: float) -> bool:
        at_x, at_y = round(x * scale), round((sheet.whole.top - y) * scale)
        around = grey.crop((at_x - 1, at_y - 1, at_x + 2, at_y + 2))
        return min(around.tobytes()) < 200

    for x in (sheet.cut.left, sheet.cut.right):
        assert dark(x, 6)
        assert dark(x, sheet.whole.top - 6)
    for y in (sheet.cut.bottom, sheet.cut.top):
        assert dark(6, y)
        assert dark(sheet.whole.right - 6, y)
    assert not dark(sheet.whole.right / 2, 6)


def test_black_and_white_saves_ink(charter: Charter, tmp_path: Path) -> None:
    """It has no colour at all, and takes less than half the ink of the coloured one."""
    posters = made(charter, tmp_path, "a4", "a4-black-and-white")
    plain = _poster_sheet.look(posters["a4-black-and-white"].path)
    coloured = _poster_sheet.look(posters["a4"].path)
    red, green, blue = plain.picture.split()

    assert red.tobytes() == green.tobytes() == blue.tobytes()
    assert _poster_sheet.ink(plain) < _poster_sheet.ink(coloured) / 2


def test_pictures_become_pale_greys_with_their_lines() -> None:
    """Fields get lighter, dark lines stay; what is no colour is left alone."""
    svg = {"a": '<path fill="#000" stroke="#1b1833"/><g fill="none" stroke="url(#a)"/>'}

    assert (
        '<path fill="#8c8c8c" stroke="#1c1c1c"/><g fill="none" stroke="url(#a)"/>'
        == (saved(svg)["a"])
    )


def test_the_code_grows_with_the_paper(charter: Charter, tmp_path: Path) -> None:
    """It is a tenth of the distance from which each paper is read: 35, 50 and 70 mm wide."""
    posters = made(charter, tmp_path)
    widths = {}
    for name in ("a4", "a3", "a2", "letter"):
        (code,) = _code.codes(_code.draw(posters[name].path, 150), 150)
        widths[name] = round(code.width)

    assert {"a4": 35, "a3": 50, "a2": 71, "letter": 36} == widths


def test_sheets_of_one_size_are_alike_to_the_line(charter: Charter, tmp_path: Path) -> None:
    """The printers' sheet and the black and white one read exactly as the one they come from."""
    posters = made(charter, tmp_path)

    for one, other in (("a4", "a4-black-and-white"), ("a3", "a3-printers"), ("a2", "a2-printers")):
        assert posters[one].type_size == posters[other].type_size
        assert words(posters[one].path) == words(posters[other].path)


def test_a_draft_says_so_and_a_logo_is_shown(charter: Charter, tmp_path: Path) -> None:
    """Without the gate each sheet says “Draft: not checked”; the logo carries its description."""
    for artefact in made(
        with_logo(300, 200)(charter), tmp_path, edition=Edition(checked=False)
    ).values():
        assert "Draft: not checked" in words(artefact.path)
        with pikepdf.open(artefact.path) as document:
            alts = [
                str(o.get("/Alt")) for o in document.objects if isinstance(o, pikepdf.Dictionary)
            ]

        assert "The logo of the tenants." in alts


def test_a_line_moved_onto_another_is_seen(charter: Charter, tmp_path: Path) -> None:
    """Close lines, bold beside plain and Urdu are no overlap; a line over a line is."""
    artefact = made(titled(URDU)(charter), tmp_path, "a4")["a4"]
    sound = list(_pdf_overlap.check(open_paper("poster.pdf", artefact.path)))
    with pikepdf.open(artefact.path, allow_overwriting_input=True) as document:
        move_words(document, pikepdf.Page(document.pages[0]), lambda places: {5: places[4]})
        document.save(artefact.path)
    (found,) = _pdf_overlap.check(open_paper("poster.pdf", artefact.path))

    assert [] == sound
    assert "PDF-038" == found.rule.code
