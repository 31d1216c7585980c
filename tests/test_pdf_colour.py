"""How well letters stand out is judged by their own colour, on all that is behind them."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from pikepdf import Page, Pdf
from PIL import Image
from seeded_pdf_any import HEAD, written

from checks import _pdf_fields, _pdf_seen
from checks._pdf_colour import grey, ratio
from checks._pdf_paper import open_paper
from checks._proof.damage import before

pytestmark = pytest.mark.slow
SHEET = HEAD + '#set page(fill: rgb("#ffffff"))\n#set text(size: 14pt)\n'


def found(folder: Path, words: str) -> dict[str, str]:
    """The words that each rule quotes, in a page made of some words."""
    paper = open_paper("a.pdf", written(folder, SHEET + words))
    return {f.rule.code: str(f.facts["words"]) for f in _pdf_seen.check(paper, ours=True)}


def test_the_contrast_is_that_of_wcag() -> None:
    """Black on white is 21, #777777 on white is the well-known 4.48, in either order."""
    assert round(ratio((0, 0, 0), (255, 255, 255)), 2) == 21
    assert round(ratio((0x77,) * 3, (255, 255, 255)), 2) == 4.48
    assert ratio((1, 2, 3), (200, 100, 0)) == ratio((200, 100, 0), (1, 2, 3))
    assert grey((255, 0, 0)) == (76, 76, 76)


@pytest.mark.parametrize(
    ("colour", "passes"), [("#595959", True), ("#5a5a5a", False), ("#767676", False)]
)
def test_the_limit_is_seven(colour: str, passes: bool, tmp_path: Path) -> None:
    """7 to 1 passes, a shade less does not; nor does 4.5 to 1."""
    said = found(tmp_path, f'#text(fill: rgb("{colour}"))[A sentence to read.]')

    assert ("PDF-028" not in said) == passes


@pytest.mark.parametrize("size", [5, 7, 9, 14, 40])
def test_soft_edges_are_no_colours(size: int, tmp_path: Path) -> None:
    """The pale dots at the edge of small dark letters, even of one letter alone, are no fault."""
    words = " ".join(
        f"#text(size: {size}pt)[{one}]" for one in ("i", ".", "l l", "We will listen.")
    )

    assert {} == found(tmp_path, words)


def test_the_worst_of_two_grounds_counts(tmp_path: Path) -> None:
    """White words that run from a dark field onto a middling one are found."""
    fields = (
        '#place(rect(width: 120pt, height: 30pt, fill: rgb("#26215e")))'
        '#place(dx: 120pt, rect(width: 120pt, height: 30pt, fill: rgb("#888899")))'
        "#place(dx: 60pt, dy: 8pt, text(fill: white)[Half of this is pale])"
    )

    assert {"PDF-028": "Half of this is pale"} == found(tmp_path, fields)


def test_a_middling_ground_between_the_two_colours_counts(tmp_path: Path) -> None:
    """Grey behind black words is no soft edge where it fills the place."""
    fields = (
        '#place(rect(width: 60pt, height: 30pt, fill: rgb("#777777")))'
        "#place(dx: 20pt, dy: 8pt, text(fill: black)[Half of it on grey])"
    )

    assert "PDF-028" in found(tmp_path, fields)


def test_see_through_letters_are_as_pale_as_they_look(tmp_path: Path) -> None:
    """Black at two fifths is not black."""
    said = found(tmp_path, '#text(fill: rgb("#00000066"))[You can hardly see me.]')

    assert {"PDF-028": "You can hardly see me."} == said


def test_pale_words_on_dark_are_judged_as_well(tmp_path: Path) -> None:
    """Light on dark is as good as dark on light; grey on dark is not."""
    box = '#block(fill: rgb("#26215e"), inset: 8pt, text(fill: rgb("{}"))[On a dark ground.])'

    assert {} == found(tmp_path, box.format("#ffd23f"))
    assert {"PDF-028": "On a dark ground."} == found(tmp_path, box.format("#8888aa"))


def test_words_on_a_picture_are_judged_by_what_is_behind_them(tmp_path: Path) -> None:
    """The ground may be a gradient: the part of it that fills most of the place counts."""
    bright = 'gradient.linear(white, rgb("#eeeeff"))'
    dull = 'gradient.linear(rgb("#777777"), rgb("#7f7f7f"))'
    box = "#block(fill: {}, inset: 8pt)[Words on a gradient.]"

    assert {} == found(tmp_path, box.format(bright))
    assert {"PDF-028": "Words on a gradient."} == found(tmp_path, box.format(dull))


@pytest.mark.parametrize(("darkest", "code"), [(0, None), (90, "PDF-028")])
def test_words_on_a_photograph_are_judged(darkest: int, code: str | None, tmp_path: Path) -> None:
    """White words pass on a dark photograph, in which no colour comes twice, not on a pale one."""
    chance = random.Random(1)  # noqa: S311  no secret
    dots = bytes(darkest + chance.randrange(60) for _ in range(3 * 400 * 100))
    Image.frombytes("RGB", (400, 100), dots).save(tmp_path / "photo.png")
    data = ", ".join(map(str, (tmp_path / "photo.png").read_bytes()))
    words = (
        f"#place(image(bytes(({data})), width: 300pt, height: 75pt))"
        "#place(dx: 40pt, dy: 30pt, text(fill: white, size: 20pt)[White on a photograph])"
    )

    assert ({code} if code else set()) == set(found(tmp_path, words))


def test_words_drawn_as_outlines_have_the_colour_of_the_line(tmp_path: Path) -> None:
    """Where letters are stroked, not filled, it is the line that people see."""
    file = written(tmp_path, SHEET + "Words.")
    with Pdf.open(file, allow_overwriting_input=True) as made:
        page = Page(made.pages[0])
        font = next(iter(page.resources.Font.keys()))
        letters = "1 0 0 1 60 60 Tm <0001000200030004> Tj"
        before(page, "q", f"Q /Artifact BMC BT {font} 30 Tf 0 g 0.8 G 1 Tr {letters} ET EMC")
        made.save(file)

    codes = {f.rule.code for f in _pdf_seen.check(open_paper("a.pdf", file), ours=True)}

    assert {"PDF-028"} == codes


@pytest.mark.parametrize(("gap", "faulty"), [("0pt", True), ("12pt", False)])
def test_fields_of_one_grey_may_not_touch(gap: str, faulty: bool, tmp_path: Path) -> None:
    """Red beside a green of the same grey is one field on paper, unless there is white between."""
    fields = "".join(
        f'rect(width: 100%, height: 90pt, fill: rgb("{colour}")),'
        for colour in ("#c80000", "#006600")
    )
    sheet = f"#grid(columns: 2, column-gutter: {gap}, {fields})"
    paper = open_paper("a.pdf", written(tmp_path, SHEET + sheet))

    assert ["PDF-031"] * faulty == [finding.rule.code for finding in _pdf_fields.check(paper)]
