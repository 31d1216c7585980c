"""The Easy Read pictures: drawn by our code, described in words, safe, and clear without colour."""

import re
import tomllib
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from formats.easy_read.pictures import draw
from formats.easy_read.pictures.pen import Pen

PICTURES = Path(__file__).parent.parent / "content" / "pictures"
DRAWN = draw.everything()
COLOUR = re.compile(r"none|#(?:[0-9a-f]{3}){1,2}")
ALLOWED = {"svg", "title", "g", "path", "circle", "ellipse", "rect", "text"}


def contrast(one: str, other: str) -> float:
    """Give the contrast of two colours, from 1 to 21, as WCAG counts it."""
    low, high = sorted((brightness(one), brightness(other)))
    return (high + 0.05) / (low + 0.05)


def brightness(colour: str) -> float:
    """Give how light a colour is, from 0 to 1, as WCAG counts it."""
    digits = colour.lstrip("#")
    if len(digits) == 3:
        digits = "".join(2 * digit for digit in digits)
    parts = (int(digits[i : i + 2], 16) / 255 for i in (0, 2, 4))
    linear = [v / 12.92 if v <= 0.04045 else ((v + 0.055) / 1.055) ** 2.4 for v in parts]
    return sum(w * v for w, v in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def elements(name: str) -> list[ET.Element]:
    """Give every element of one picture, the svg element first."""
    return list(ET.fromstring(DRAWN[name]).iter())  # noqa: S314 - our own drawing


def local(element: ET.Element) -> str:
    """Give an element's name without its namespace."""
    return element.tag.rpartition("}")[2]


def test_the_pictures_are_what_the_code_draws() -> None:
    """Every committed SVG is byte for byte what draw.py makes, and there is no other."""
    committed = {path.stem: path.read_bytes().decode() for path in PICTURES.glob("*.svg")}

    assert DRAWN.keys() == committed.keys()
    assert [] == [name for name, text in DRAWN.items() if committed[name] != text]


def test_drawing_writes_every_picture(tmp_path: Path) -> None:
    """The command writes one file for each picture, into a folder that need not be there."""
    draw.main(tmp_path / "new" / "folder")

    written = {path.name for path in (tmp_path / "new" / "folder").iterdir()}
    assert {f"{name}.svg" for name in DRAWN} == written


def test_every_picture_is_described() -> None:
    """Each picture has one entry with words and a licence, each entry a picture, in order."""
    entries = tomllib.loads((PICTURES / "pictures.toml").read_text(encoding="utf-8"))

    assert list(DRAWN) == list(entries)
    for entry in entries.values():
        assert {"shows", "made_by", "licence", "tested_with"} == entry.keys()
        assert entry["shows"].endswith((".", '".'))
        assert "icture of" not in entry["shows"]
        assert entry["made_by"]
        assert entry["licence"]


@pytest.mark.parametrize("name", DRAWN)
def test_a_picture_is_plain_shapes(name: str) -> None:
    """A picture holds only shapes and words: no script, style, id, link or outside file."""
    for element in elements(name):
        assert local(element) in ALLOWED
        for attribute, value in element.attrib.items():
            assert attribute not in {"id", "class", "style", "href"}
            assert not attribute.startswith("on")
            assert "url(" not in value
            if attribute in {"fill", "stroke"}:
                assert COLOUR.fullmatch(value)


@pytest.mark.parametrize("name", DRAWN)
def test_a_picture_stands_alone(name: str) -> None:
    """A picture says its size, that it is an image and its name, in less than 6 kB."""
    svg, title, *_ = elements(name)

    assert f"0 0 {svg.get('width')} {svg.get('height')}" == svg.get("viewBox")
    assert "img" == svg.get("role")
    assert "title" == local(title)
    assert title.text
    assert len(DRAWN[name].encode()) < 6000


@pytest.mark.parametrize("name", sorted(DRAWN.keys() - draw.FLAT))
def test_a_picture_is_clear_without_colour(name: str) -> None:
    """Every shape has one dark outline, 7:1 or more on white, so a photocopy keeps it."""
    _, _, group, *marks = elements(name)

    assert "5" == group.get("stroke-width")
    assert contrast(group.attrib["stroke"], "#fff") >= 7
    unlined = [m for m in marks if m.get("stroke") == "none" and local(m) not in {"g", "circle"}]
    assert [] == unlined


@pytest.mark.parametrize("name", sorted(draw.FLAT))
def test_a_wide_picture_stands_out_on_navy(name: str) -> None:
    """The largest shapes of a picture with no outline, sun and land, show on the navy band."""
    _, _, _, sun, land, *_ = elements(name)

    assert contrast(sun.attrib["fill"], "#1f1b4d") >= 7
    assert contrast(land.attrib["fill"], "#1f1b4d") >= 2


@pytest.mark.parametrize("name", ["co-production-cycle", "ladder", "spectrum"])
def test_words_in_a_picture_can_be_read(name: str) -> None:
    """Words are large, and dark enough for 7:1 on every light fill behind them."""
    marks = elements(name)
    texts = [m for m in marks if local(m) == "text"]
    (words,) = [m for m in marks if m.get("font-family")]
    sheets = [m.attrib["fill"] for m in marks if local(m) == "rect"]

    assert texts
    assert int(words.attrib["font-size"]) >= 20
    for sheet in {*sheets, "#fff"}:
        assert contrast(words.attrib["fill"], sheet) >= 7


def test_a_pen_keeps_its_outline_when_a_part_is_small() -> None:
    """A part drawn at half size has half the width, and names no thinner outline."""
    drawn = Pen(x=10, y=20, size=0.5).shape("M0 0 L40 0 L40 40 Z", "#fff")

    assert '<path d="M10 20h20v20z" fill="#fff"/>' == drawn


def test_a_mirrored_pen_turns_the_other_way() -> None:
    """A mirrored part is the true mirror of the part, also when it is turned."""
    pen = Pen(turn=90)

    assert '<path d="M0 10"/>' == pen.line("M10 0")
    assert '<path d="M0-10"/>' == pen.mirrored().line("M10 0")


def test_a_pen_refuses_a_command_it_does_not_know() -> None:
    """A path with a relative or arc command is refused, for it would be drawn wrongly."""
    with pytest.raises(ValueError, match="does not know the path command 'a'"):
        Pen().shape("M0 0 a5 5")
