"""What is looked at in each picture of the screen pack, and in the words beside it."""

from __future__ import annotations

import io
import warnings
from collections.abc import Iterator

from lxml import html  # type: ignore[import-untyped]  # lxml has no types
from lxml.etree import ParserError  # type: ignore[import-untyped]  # the same
from PIL import Image, UnidentifiedImageError
from PIL.PngImagePlugin import PngImageFile

from charter.findings import Finding
from charter.model import Charter, Place
from checks import _code
from checks._pack_rules import RULES
from checks._pack_sheets import Sheet
from checks._says import Said, gaps
from checks._stream import plain, short

_DOTS = 96  # an inch: any number, as pixels are meant
_INCH = 25.4  # millimetres
_THIRD = 3
_CONTRAST = 4
_EMPTY = 0.5  # bits a pixel: a picture of ours has 1.5 and more
_MOST_LETTERS = 1000  # that every network takes as an alternative text
_UNREADABLE = (OSError, ValueError, SyntaxError, UnidentifiedImageError)


def picture(data: bytes, sheet: Sheet, place: Place, charter: Charter) -> Iterator[Finding]:
    """Whether a picture has its size, is not empty, has letters to read and a code that works."""
    try:
        shades, told = _opened(data)
        figures = [int(told[name]) for name in ("CharterLetters", "CharterFootLetters")]
        cut = int(told["CharterWordsToCut"])
    except _UNREADABLE as error:
        yield RULES["PACK-001"].at(place, reason=str(error).rstrip("."))
        return
    except KeyError as error:
        yield RULES["PACK-001"].at(place, reason=f"it does not tell {error}")
        return
    sort = sheet.sort
    if shades.size != (sort.width, sort.height):
        size, wanted = (f"{w} by {h}" for w, h in (shades.size, (sort.width, sort.height)))
        yield RULES["PACK-004"].at(place, size=size, wanted=wanted)
    if shades.entropy() < _EMPTY:
        yield RULES["PACK-005"].at(place)
    yield from _letters(figures, cut, sheet, charter)
    if sort.code:
        yield from _codes(shades, sheet, place)


def _opened(data: bytes) -> tuple[Image.Image, dict[str, str]]:
    """A PNG in shades of grey, decoded to its last dot, and what it tells about itself."""
    with warnings.catch_warnings(), Image.open(io.BytesIO(data), formats=["PNG"]) as opened:
        warnings.simplefilter("error")
        told = dict(opened.text) if isinstance(opened, PngImageFile) else {}
        return opened.convert("L"), told


def _letters(figures: list[int], cut: int, sheet: Sheet, charter: Charter) -> Iterator[Finding]:
    """Whether people can read the words, and if not, how many words are too many."""
    letters, foot = figures
    if letters < sheet.sort.letters:
        number = sum(len(one.words.split()) for one in sheet.said)
        yield RULES["SCREEN-001"].at(
            sheet.place,
            picture=f"{sheet.path}.png",
            size=letters,
            smallest=sheet.sort.letters,
            cut=max(1, cut),
            words=number,
        )
    if foot < sheet.sort.foot:
        yield RULES["SCREEN-002"].at(
            charter.facts.where("site"),
            sort=sheet.path.partition("/")[0],
            smallest=sheet.sort.foot,
            address=charter.facts.site,
            name=charter.facts.place,
        )


def _codes(shades: Image.Image, sheet: Sheet, place: Place) -> Iterator[Finding]:
    """Whether the code is read in full size and at a third of it, and leads to the right page."""
    small = shades.resize((shades.width // _THIRD, shades.height // _THIRD))
    found = list(_code.codes(shades, _DOTS))
    far = list(_code.codes(small, _DOTS))
    if not found:
        yield RULES["PACK-007"].at(place, where="in full size")
    if not far:
        yield RULES["PACK-007"].at(place, where="at a third of its size")
    for text in sorted({code.text for code in (*found, *far)} - {sheet.url}):
        yield RULES["PACK-008"].at(place, text=text, url=sheet.url)
    for code in found:
        width = round(code.width * _DOTS / _INCH)
        if width < sheet.sort.code:
            problem = f"is {width} pixels wide, and must be at least {sheet.sort.code}"
            yield RULES["PACK-009"].at(place, problem=problem)
        if code.contrast < _CONTRAST:
            yield RULES["PACK-009"].at(place, problem="is not dark on light")
        elif not code.quiet:
            yield RULES["PACK-009"].at(place, problem="has no white edge of four small squares")


def words(data: bytes, sheet: Sheet, place: Place, charter: Charter) -> Iterator[Finding]:
    """Whether the words beside a picture are those on it, and what it shows, and not too many."""
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        yield RULES["PACK-001"].at(place, reason=str(error))
        return
    lines = text.splitlines()
    missing = [one.words for one in _missing(sheet, lines)]
    logo = charter.facts.logo if sheet.sort.logo else None
    drawn = [drawing.shows for drawing in (sheet.drawing, logo) if drawing]
    missing += [shows for shows in drawn if plain(shows) not in plain(text)]
    if sheet.address not in text.split():
        missing.append(sheet.address)
    for one in missing[:1]:
        more = f", and {len(missing) - 1} more" if len(missing) > 1 else ""
        yield RULES["PACK-006"].at(place, words=short(one), more=more)
    if len(text) > _MOST_LETTERS:
        where = sheet.drawing.place if sheet.drawing else sheet.place
        yield RULES["SCREEN-003"].at(
            where, picture=f"{sheet.path}.png", letters=len(text), most=_MOST_LETTERS
        )


def _missing(sheet: Sheet, lines: list[str]) -> Iterator[Said]:
    found = gaps(sheet.said, lines, anywhere=True)
    yield from (*found.missing, *found.displaced)


def signature(data: bytes, sheet: Sheet, place: Place, charter: Charter) -> Iterator[Finding]:
    """Whether the page to copy shows the strip as a link, with its words."""
    try:
        page = html.fromstring(data.decode("utf-8"))
    except (UnicodeDecodeError, ParserError, ValueError) as error:
        yield RULES["PACK-001"].at(place, reason=str(error))
        return
    strip = f"{sheet.path.rpartition('/')[2]}.png"
    links = page.xpath("//a[@href=$url]//img[@src=$strip]", url=sheet.url, strip=strip)
    if not links:
        yield RULES["PACK-011"].at(place, problem=f"does not show {strip} as a link to {sheet.url}")
        return
    said = plain(links[0].get("alt", ""))
    lost = [one.words for one in sheet.said if plain(one.words) not in said]
    if lost:
        yield RULES["PACK-011"].at(
            place, problem=f"does not say “{short(lost[0])}” for the picture"
        )
    if plain(charter.facts.contact.phone) not in plain(page.text_content()):
        yield RULES["PACK-011"].at(place, problem="does not give the phone number in words")
