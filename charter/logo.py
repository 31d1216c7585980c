"""The organisation's logo: a file in the content folder, small enough for a phone line.

Whatever it was saved as, it becomes an SVG drawing like every other picture, so that no format has
to know the difference.
"""

from __future__ import annotations

import io
from base64 import b64encode
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from charter.files import read_svg
from charter.findings import Finding, Rule, Severity, rules
from charter.frontmatter import FrontMatter, words
from charter.model import Drawing

if TYPE_CHECKING:
    from PIL.Image import Image

RULES = rules(
    Rule(
        "LOGO-001",
        Severity.ERROR,
        "The logo “{file}” can't be shown: {problem}.",
        "Put the logo beside charter.md as a PNG, JPEG or plain SVG file, and write its name here.",
        "There would be a hole where the logo belongs.",
    ),
    Rule(
        "LOGO-002",
        Severity.ERROR,
        "The logo has no description.",
        "Add a line below “logo:” that says whose it is, such as shows: Logo of Anytown Council",
        "People who can't see the logo must hear as well whose charter it is.",
    ),
)

ID = "logo"
_MOST = 1000  # dots on its longer side: sharp at 8 cm in print, and at most about 100 kB
_LARGEST = 40_000_000  # bytes of a file: what a studio sends for print
_DOTS = 120_000_000  # 8,000 by 8,000 and more; a file that claims more is a trap


def read(front: FrontMatter, findings: list[Finding]) -> Drawing | None:
    """The logo that `front` names, made small enough; None where it has none that can be shown."""
    name = words(front, "logo.file", findings, needed=False)
    if not name:
        return None
    place = front.at("logo.file")
    file = front.file.parent / name
    shows = words(front, "logo.shows", findings, needed=False)
    if not shows:
        findings.append(RULES["LOGO-002"].at(place))
    problem = _trouble(file, front.file.parent)
    if problem:
        findings.append(RULES["LOGO-001"].at(place, file=name, problem=problem))
        return None
    if file.suffix.lower() == ".svg":
        svg = read_svg(file, findings)
    else:
        try:
            svg = _wrapped(file)
        except (OSError, ValueError, SyntaxError) as error:
            problem = f"it is no picture that we can read ({type(error).__name__})"
            findings.append(RULES["LOGO-001"].at(place, file=name, problem=problem))
            return None
    return Drawing(ID, svg, shows, "", "", "", place) if svg else None


def _trouble(file: Path, folder: Path) -> str:
    """Why a file can't be the logo, or ""."""
    if not file.resolve().is_relative_to(folder.resolve()):
        return "it is not in the folder of the charter"
    if not file.is_file():
        return "there is no such file"
    if file.stat().st_size > _LARGEST:
        return f"it has {file.stat().st_size // 1_000_000} MB; the most is {_LARGEST // 1_000_000}"
    return ""


def _wrapped(file: Path) -> str:
    """A picture of dots as SVG, made smaller where it is larger than anybody sees."""
    from PIL import Image  # noqa: PLC0415  slow, and few charters have a logo of dots

    with _patient(), Image.open(file) as picture:
        small = _small(picture)
    data = io.BytesIO()
    small.save(data, "PNG", optimize=True)
    width, height = small.size
    inside = f"data:image/png;base64,{b64encode(data.getvalue()).decode()}"
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}"'
        f' height="{height}"><image width="{width}" height="{height}" href="{inside}"/></svg>\n'
    )


def _small(picture: Image) -> Image:
    if picture.width * picture.height > _DOTS:
        raise ValueError("too many dots")
    picture.draft("RGB", (_MOST, _MOST))  # a JPEG is read smaller at once
    small = picture.convert("RGBA")
    small.thumbnail((_MOST, _MOST))
    return small


@contextmanager
def _patient() -> Iterator[None]:
    """Let Pillow read the 8,000 dots that it would warn of; `_DOTS` is our own limit."""
    from PIL import Image  # noqa: PLC0415  slow

    before, Image.MAX_IMAGE_PIXELS = Image.MAX_IMAGE_PIXELS, _DOTS
    try:
        yield
    finally:
        Image.MAX_IMAGE_PIXELS = before
