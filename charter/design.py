"""How everything looks: the five values a council chooses, and all that follows from them.

`formats/design.toml` is the design language; `content/design.toml` may give other values to the
five in its part [council].
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import asdict, fields, replace
from functools import cache
from pathlib import Path

from charter.files import read_text
from charter.findings import Finding, Rule, Severity, rules
from charter.model import Design, Place

RULES = rules(
    Rule(
        "DESIGN-001",
        Severity.ERROR,
        "This file can't be read: {problem}.",
        'Write one value a line, such as main = "#12382b".',
        "Without its colours nothing can be drawn.",
    ),
    Rule(
        "DESIGN-002",
        Severity.ERROR,
        "There is no value called “{key}”.",
        "Check its spelling, or delete the line. Known here: {known}.",
        "A misspelt value would be left out of every format without a word.",
    ),
    Rule(
        "DESIGN-003",
        Severity.ERROR,
        "“{key}” is {value}. It should be {sort}.",
        "{how}",
        "The formats can only show what they understand.",
    ),
)

NAME = "design.toml"
LANGUAGE = Path(__file__).parent.parent / "formats" / NAME
_COLOUR = re.compile(r"#[0-9a-fA-F]{6}")
_NAMES = tuple(field.name for field in fields(Design) if field.name != "place")

Colours = Mapping[str, str]
"""Every colour by its name, as “#rrggbb”."""


@cache
def language() -> Mapping[str, Mapping[str, object]]:
    """`formats/design.toml` as it stands."""
    return tomllib.loads(LANGUAGE.read_text(encoding="utf-8"))


def house() -> Design:
    """The look of a charter that has no values of its own."""
    values = {name: str(value) for name, value in language()["council"].items()}
    return Design(**values, place=Place(LANGUAGE))


def read(folder: Path, findings: list[Finding]) -> Design:
    """The five values for the charter in `folder`: its own, else those of the house."""
    file = folder / NAME
    if not file.exists():
        return house()
    source = read_text(file, findings)
    try:
        own = tomllib.loads(source)
    except tomllib.TOMLDecodeError as error:
        found = re.search(r"at line (\d+)", str(error))
        place = Place(file, int(found[1]) if found else None)
        findings.append(RULES["DESIGN-001"].at(place, problem=error))
        own = {}
    wrong = {key: finding for key, value in own.items() for finding in _wrong(key, value, file)}
    findings += wrong.values()
    values = {key: str(value) for key, value in own.items() if key not in wrong}
    return replace(house(), **values, place=Place(file))


def _wrong(key: str, value: object, file: Path) -> Iterator[Finding]:
    """What is wrong with one line of a council's own values."""
    place = where(file, key)
    if key not in _NAMES:
        yield RULES["DESIGN-002"].at(place, key=key, known=", ".join(_NAMES))
    elif key == "corners" and value not in language()["corners"]:
        sort = "one of " + ", ".join(language()["corners"])
        yield RULES["DESIGN-003"].at(
            place, key=key, value=f"“{value}”", sort=sort, how="Write one of these."
        )
    elif key != "corners" and not _COLOUR.fullmatch(str(value)):
        sort = "a colour such as #12382b"
        how = "Your brand guidelines give each colour as six signs after a #. Copy them here."
        yield RULES["DESIGN-003"].at(place, key=key, value=f"“{value}”", sort=sort, how=how)


def where(file: Path, key: str) -> Place:
    """The line of `file` that gives `key` its value; the file alone if none does."""
    start = re.compile(rf"\s*{re.escape(key)}\s*=")
    lines = file.read_text(encoding="utf-8", errors="replace").splitlines()
    return Place(file, next((n for n, line in enumerate(lines, 1) if start.match(line)), None))


@cache
def light(design: Design) -> Colours:
    """The colours on paper, and on a screen in the light."""
    return _derived(_council(design), "light")


@cache
def dark(design: Design) -> Colours:
    """The colours on a screen in the dark; each name of `light` is here too."""
    return {**light(design), **_derived(_council(design), "dark")}


def corner(design: Design) -> float:
    """How round corners are: their radius in sizes of the letters."""
    return float(str(language()["corners"][design.corners]))


def tokens(design: Design) -> Mapping[str, object]:
    """All of the design language as plain values, colours as on paper: what templates are given."""
    told = language()
    return {
        "colour": dict(light(design)),
        "type": dict(told["type"]),
        "space": dict(told["space"]),
        "shape": {**told["shape"], "corner": corner(design)},
    }


def _council(design: Design) -> dict[str, str]:
    values = asdict(design)
    return {name: values[name] for name in _NAMES if name != "corners"}


def _derived(council: Colours, part: str) -> Colours:
    """The council's colours and all of one part of the language."""
    recipes = language()[part]
    found: dict[str, str] = dict(council)

    def of(name: str) -> str:
        recipe = recipes.get(name)
        if recipe is None:
            return found[name]
        if isinstance(recipe, Mapping):
            return _toned(council[str(recipe["hue"])], recipe)
        return str(recipe) if str(recipe).startswith("#") else of(str(recipe))

    return {**found, **{name: of(name) for name in recipes}}


def _toned(colour: str, recipe: Mapping[str, object]) -> str:
    """A colour of the same hue with the lightness of `recipe` and at most its chroma (OKLCH)."""
    from coloraide import Color  # noqa: PLC0415  slow, and only a few commands need it

    _, chroma, hue = Color(colour).convert("oklch").coords()
    lightness, most = (float(str(recipe[name])) for name in ("lightness", "chroma"))
    toned = Color("oklch", [lightness, min(chroma, most), hue]).convert("srgb")
    return str(toned.fit(method="oklch-chroma").to_string(hex=True))
