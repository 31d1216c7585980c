"""The Easy Read pictures: drawn by our code, described in words, safe, and clear without colour."""

import io
import itertools
import re
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
import typst
from PIL import Image, ImageChops, ImageFilter, ImageStat

from formats.easy_read.pictures import draw
from formats.easy_read.pictures.pen import Pen

PICTURES = Path(__file__).parent.parent / "content" / "pictures"
DRAWN = draw.everything()
COLOUR = re.compile(r"none|#(?:[0-9a-f]{3}){1,2}")
SMALL = sorted(name for name, text in DRAWN.items() if 'viewBox="0 0 200 200"' in text)
DESIGNS = Path(__file__).parent.parent / "formats"
BANDS = [
    tomllib.loads(file.read_text(encoding="utf-8"))["main"]
    for file in sorted((DESIGNS / "designs").glob("*.toml"))
] + [tomllib.loads((DESIGNS / "design.toml").read_text(encoding="utf-8"))["council"]["main"]]
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
        assert {"shows", "group", "made_by", "licence", "tested_with"} == entry.keys() - {"weak"}
        assert entry["shows"].endswith((".", '".'))
        assert "icture of" not in entry["shows"]
        assert entry["group"]
        assert entry.get("weak", "It is.").endswith(".")
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
    """A picture says its size, that it is an image and its name, in less than 12 kB."""
    svg, title, *_ = elements(name)

    assert f"0 0 {svg.get('width')} {svg.get('height')}" == svg.get("viewBox")
    assert "img" == svg.get("role")
    assert "title" == local(title)
    assert title.text
    assert len(DRAWN[name].encode()) < 12_000


def test_pictures_have_one_of_three_shapes_and_hardly_any_words() -> None:
    """All are square but the wide ones and the three models, which alone have words in them."""
    shapes = {name: elements(name)[0].get("viewBox") for name in DRAWN}
    worded = {name for name in DRAWN for part in elements(name) if local(part) == "text"}

    assert {"0 0 600 340"} == {shapes[name] for name in draw.FLAT}
    assert {"0 0 600 400"} == {shapes[name] for name in worded}
    assert DRAWN.keys() - draw.FLAT - worded == set(SMALL)
    assert len(worded) == 3


@pytest.mark.parametrize("name", sorted(DRAWN.keys() - draw.FLAT))
def test_a_picture_is_clear_without_colour(name: str) -> None:
    """Every shape has one dark outline, 7:1 or more on white, so a photocopy keeps it."""
    _, _, group, *marks = elements(name)

    assert "5" == group.get("stroke-width")
    assert contrast(group.attrib["stroke"], "#fff") >= 7
    unlined = [m for m in marks if m.get("stroke") == "none" and local(m) not in {"g", "circle"}]
    assert [] == unlined


def on_paper(svg: str, centimetres: float = 2, band: str = "#ffffff") -> Image.Image:
    """Give a picture as a printer of 150 dots an inch puts it down, on paper of this colour."""
    page = (
        f'#set page(width: {centimetres}cm, height: auto, margin: 0pt, fill: rgb("{band}"))\n'
        '#image(bytes(sys.inputs.svg), format: "svg", width: 100%)'
    )
    png = typst.compile(page.encode(), sys_inputs={"svg": svg}, format="png", ppi=150)
    assert isinstance(png, bytes)
    return Image.open(io.BytesIO(png)).convert("RGB")


@cache
def in_grey(svg: str) -> Image.Image:
    """Give a picture at 2 cm in shades of grey."""
    return on_paper(svg).convert("L")


def share(image: Image.Image, low: int, high: int) -> float:
    """Give which part of the dots is as bright as this."""
    return sum(image.histogram()[low : high + 1]) / (image.width * image.height)


def thinnest(svg: str) -> float:
    """Give the width of the thinnest line, in mm, when the picture is 2 cm wide."""
    widths = re.findall(r'stroke-width="([\d.]+)"', svg)
    return min(float(width) for width in widths) * 20 / 200


def unreadable(svg: str) -> Iterator[str]:
    """Give what keeps a picture from being read at 2 cm in black and white."""
    grey = in_grey(svg)
    lightest, darkest = grey.filter(ImageFilter.MaxFilter(3)), grey.filter(ImageFilter.MinFilter(3))
    edges = share(ImageChops.difference(lightest, darkest), 97, 255)
    if not 0.08 < edges < 0.45:
        yield "nothing to see" if edges < 0.2 else "a thicket of lines"
    if ImageStat.Stat(grey).stddev[0] < 55:
        yield "pale"
    if share(grey.filter(ImageFilter.GaussianBlur(1.2)), 0, 110) > 0.65:
        yield "a dark blob"
    if thinnest(svg) < 0.25:
        yield "thin lines"


def unlike(one: str, other: str) -> float:
    """Give how far apart two pictures are at arm's length, from 0 to 255."""
    near, far = (in_grey(svg).resize((24, 24), Image.Resampling.BOX) for svg in (one, other))
    return ImageStat.Stat(ImageChops.difference(near, far)).mean[0]


@pytest.mark.parametrize("name", SMALL)
def test_a_picture_can_be_read_when_small_and_grey(name: str) -> None:
    """At 2 cm on a black-and-white printer a picture has shapes to tell apart and firm lines."""
    assert [] == list(unreadable(DRAWN[name]))


def test_no_picture_is_taken_for_another() -> None:
    """At 2 cm in grey, seen from afar, any two pictures still differ."""
    pairs = itertools.combinations(SMALL, 2)
    assert [] == [(a, b) for a, b in pairs if unlike(DRAWN[a], DRAWN[b]) < 15]


@pytest.mark.parametrize(
    ("marks", "fault"),
    [
        ('<rect width="200" height="200" fill="#333"/>', "a dark blob"),
        ('<circle cx="100" cy="100" r="9" fill="#333"/>', "nothing to see"),
        ('<circle cx="100" cy="100" r="80" fill="#eee" stroke="#ddd"/>', "pale"),
        ('<path d="M20 20h160v160h-160z" stroke-width="2"/>', "thin lines"),
        (Pen().line(" ".join(f"M{x} 0 L{x} 200" for x in range(0, 200, 10))), "a thicket of lines"),
    ],
)
def test_a_bad_picture_is_seen_to_be_bad(marks: str, fault: str) -> None:
    """The measure of a readable picture finds fault with a blob, a speck, pale and thin lines."""
    assert fault in list(unreadable(draw.svg("bad", marks, draw.Canvas())))


def test_a_copy_is_seen_to_be_a_copy() -> None:
    """A picture of which only the colours change is too near to the first one."""
    assert unlike(DRAWN["home"], DRAWN["home"].replace("#12898b", "#7d5fd3")) < 15


def lost_on(svg: str, band: str) -> float:
    """Give which part of the outer edge of a picture can't be told from the band behind it."""
    seen = on_paper(svg, 10, band)
    here = Image.new("RGB", seen.size, band)
    bare = ImageChops.difference(seen, here).convert("L").point(lambda v: 255 if v < 3 else 0)
    wide, narrow = bare.filter(ImageFilter.MaxFilter(7)), bare.filter(ImageFilter.MaxFilter(5))
    ring = ImageChops.difference(wide, narrow)
    few = seen.convert("P", palette=Image.Palette.ADAPTIVE, colors=64).convert("RGB")
    red_green_blue = few.tobytes()
    dots = [
        "#" + red_green_blue[3 * at : 3 * at + 3].hex()
        for at, on_edge in enumerate(ring.tobytes())
        if on_edge
    ]
    faint = {dot for dot in set(dots) if contrast(dot, band) < 2}
    return sum(dot in faint for dot in dots) / len(dots)


@pytest.mark.parametrize("band", BANDS)
@pytest.mark.parametrize("name", sorted(draw.FLAT))
def test_a_wide_picture_stands_out_on_any_band(name: str, band: str) -> None:
    """Sun and land, and nearly all of the outer edge, show on the deep colour of each design."""
    _, _, _, sun, land, *_ = elements(name)

    assert contrast(sun.attrib["fill"], band) >= 7
    assert contrast(land.attrib["fill"], band) >= 3
    assert lost_on(DRAWN[name], band) < 0.06


def test_dark_hair_on_a_dark_band_is_seen_to_be_lost() -> None:
    """A wide picture whose people stand before the band itself is found out."""
    head = Pen(outline=0).oval(300, 170, 120, fill="#3a3042")
    lone = draw.svg("lone", head, draw.Canvas(600, 340, outlined=False))

    assert lost_on(lone, BANDS[0]) > 0.9


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
