"""The look: five values of the council's, all that follows from them, and its logo."""

from __future__ import annotations

import re
import tomllib
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any

import pypdfium2  # type: ignore[import-untyped]  # the wheel has no types
import pytest
from harness import CHECKS, POLICY, ROOT, SMALL, TODAY
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from charter import design, pipeline
from charter.contracts import Draft, Edition
from charter.findings import Finding
from charter.load import load
from charter.model import Charter, Design, Place
from charter.policy import load_policy
from checks import design as check
from checks import pdf, poster, web
from formats import FORMATS

THEMES = sorted((ROOT / "formats" / "designs").glob("*.toml"))
ONE_OF_EACH = ("index.html", "pledges/hear/index.html")
COLOURS = st.integers(0, 0xFFFFFF).map("#{:06x}".format)


def tenants(look: Design | None = None) -> Charter:
    """The small charter, in another look if one is given."""
    charter = load(SMALL).charter
    assert charter
    return replace(charter, design=look) if look else charter


def said(look: Design) -> list[str]:
    """The codes of what the check says of a look; all that it should measure must be measured."""
    policy = load_policy(POLICY)
    outcome = check.run(Draft(tenants(look), policy, TODAY))
    assert outcome.expected == outcome.examined
    return [finding.rule.code for finding in outcome.findings]


def changed(look: Design, value: str, colour: str) -> Design:
    """A look with another colour."""
    values: dict[str, Any] = {value: colour}
    return replace(look, **values)


def theme(file: Path) -> Design:
    """An example theme."""
    return Design(**tomllib.loads(file.read_text(encoding="utf-8")), place=Place(file))


def test_there_are_two_example_themes_or_more() -> None:
    """The tests below have something to test."""
    assert len(THEMES) >= 2


@pytest.mark.parametrize("file", THEMES, ids=lambda file: file.stem)
def test_an_example_theme_is_sound(file: Path, tmp_path: Path) -> None:
    """A theme that ships can be copied to content/design.toml, and every colour check passes."""
    (tmp_path / "design.toml").write_bytes(file.read_bytes())
    findings: list[Finding] = []

    look = design.read(tmp_path, findings)

    assert [] == findings
    assert [] == said(look)


@pytest.mark.parametrize("name", [name for name in FORMATS if name != "plain-text"])
def test_every_format_follows_the_five_values(name: str, tmp_path: Path) -> None:
    """What a format makes changes with the council's colours: nothing is fixed in a template."""
    made = {}
    for file in THEMES[:2]:
        out = tmp_path / file.stem
        (out / "downloads").mkdir(parents=True)
        artefacts = list(FORMATS[name].render(tenants(theme(file)), out, Edition()))
        seen = artefacts[0].path if name != "site" else out / "assets" / "charter.css"
        made[file.stem] = seen.read_bytes()

    assert len(set(made.values())) == 2


def test_the_poster_is_drawn_in_the_colour_of_the_council(tmp_path: Path) -> None:
    """The deep colour of a theme is what fills the top of the finished poster."""
    look = theme(THEMES[0])
    (tmp_path / "downloads").mkdir()
    poster = next(iter(FORMATS["poster"].render(tenants(look), tmp_path, Edition())))

    page = pypdfium2.PdfDocument(poster.path)[0].render(scale=1).to_pil()

    found = page.convert("RGB").getcolors(1 << 24)
    assert tuple(bytes.fromhex(look.main[1:])) in {colour for count, colour in found if count > 999}


def test_no_colour_is_written_outside_the_design_language() -> None:
    """Templates and style sheets name colours; only black and white stand there as such."""
    files = [
        *(ROOT / "formats").rglob("*.typ"),
        *(ROOT / "formats" / "site").rglob("*.css"),
        *(ROOT / "formats" / "site").rglob("*.html"),
        *(ROOT / "formats" / "site").rglob("*.md"),
    ]
    neutral = re.compile(r"#(0{3,6}|f{3}|f{6}|0{3}[0-9a-f]|0{6}[0-9a-f]{2})$", re.IGNORECASE)
    fixed = {
        f"{file.name}: {colour}"
        for file in files
        for line in file.read_text(encoding="utf-8").splitlines()
        if "&#" not in line and 'href="#' not in line
        for colour in re.findall(r"(?:[:\"( ])(#[0-9a-fA-F]{3,8})(?=[;\") ,])", line)
        if not neutral.match(colour)
    }

    assert len(files) > 20
    assert set() == fixed


@settings(max_examples=40, deadline=None)
@given(st.fixed_dictionaries(dict.fromkeys(("main", "bright", "link", "mark"), COLOURS)))
def test_all_that_is_derived_is_a_colour(values: dict[str, str]) -> None:
    """Whatever five values a council gives, each colour that follows from them exists."""
    look = Design(**values, corners="round", place=Place(Path("design.toml")))

    for colours in (design.light(look), design.dark(look)):
        assert all(re.fullmatch(r"#[0-9a-f]{6}", colour) for colour in colours.values())
        assert {"ink", "paper", "title", "ring"} < set(colours)


@settings(max_examples=25, deadline=None)
@given(COLOURS, st.sampled_from(["main", "bright", "link", "mark"]))
def test_the_advice_helps(colour: str, value: str) -> None:
    """A council that writes the colour that a finding names has nothing left to fix."""
    look = changed(tenants().design, value, colour)
    policy = load_policy(POLICY)
    for _ in range(3):  # a colour of its own, and what it brought out in another
        findings = check.run(Draft(tenants(look), policy, TODAY)).findings
        for finding in findings:
            found = re.search(r'write (\w+) = "(#[0-9a-f]{6})"', finding.fix)
            if found:
                look = changed(look, found[1], found[2])

    assert not [f for f in findings if "write" in f.fix]


@pytest.mark.slow
@pytest.mark.parametrize("file", THEMES, ids=lambda file: file.stem)
def test_pages_and_documents_pass_in_an_example_theme(file: Path, tmp_path: Path) -> None:
    """In each theme every document, the home page and a pledge pass the checks that gate a build."""
    charter = tenants(theme(file))
    root = tmp_path / "site"
    policy = load_policy(POLICY)
    setting = pipeline.Setting(FORMATS, CHECKS, policy, TODAY, lambda _step, _ended: None)
    made = pipeline.render(charter, root, Edition(), setting)
    pages = {root / name for name in ONE_OF_EACH}
    assert pages <= {artefact.path for artefact in made}

    draft = Draft(charter, policy, TODAY, root, made)
    few = replace(draft, artefacts=tuple(a for a in made if a.path in pages))
    outcomes = [pdf.run(draft), poster.run(draft), web.run(few)]

    assert [] == [str(f) for outcome in outcomes for f in outcome.findings if f.blocks]
    assert all(outcome.expected <= outcome.examined for outcome in outcomes)


def test_corners_are_as_the_council_wants_them(tmp_path: Path) -> None:
    """Square corners reach the style sheet of the site."""
    (tmp_path / "downloads").mkdir()
    look = replace(tenants().design, corners="square")
    list(FORMATS["site"].render(tenants(look), tmp_path, Edition()))

    assert "--corner: 0" in (tmp_path / "assets" / "charter.css").read_text(encoding="utf-8")


# --- The logo -----------------------------------------------------------------------------------


def as_file(picture: Image.Image, kind: str) -> bytes:
    """A picture as it is saved."""
    data = BytesIO()
    picture.save(data, kind)
    return data.getvalue()


def with_logo(folder: Path, name: str, data: bytes, shows: str = "Logo of the group") -> Path:
    """The small charter with a logo."""
    main = folder / "charter.md"
    facts = f"logo:\n  file: {name}\n  shows: {shows}\ncontact:\n"
    main.write_text(
        main.read_text(encoding="utf-8").replace("contact:\n", facts, 1), encoding="utf-8"
    )
    (folder / name).write_bytes(data)
    return folder


@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
def test_a_huge_logo_is_made_small(kind: str, small: Path) -> None:
    """A logo of 8,000 dots, as a studio sends it, ends up as a light picture of the same shape."""
    data = as_file(Image.new("RGB", (8000, 2000), "#12382b"), kind)

    result = load(with_logo(small, f"crest.{kind.lower()}", data))

    assert [] == [f for f in result.findings if f.blocks]
    assert result.charter
    logo = result.charter.facts.logo
    assert logo
    assert len(logo.svg) < 100_000
    assert 'viewBox="0 0 1000 250"' in logo.svg


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("crest.png", b"no picture"),
        ("crest.png", b""),
        ("crest.svg", b"<svg xmlns='http://www.w3.org/2000/svg'><script/></svg>"),
        ("../crest.png", b""),
    ],
    ids=["words", "empty", "script", "outside"],
)
def test_a_logo_that_is_none_is_a_finding(name: str, data: bytes, small: Path) -> None:
    """A file that is no picture, or holds a script, never reaches a format and never crashes."""
    result = load(with_logo(small, name, data))

    assert result.charter
    assert result.charter.facts.logo is None
    assert {f.rule.code for f in result.findings if f.blocks} <= {"LOGO-001", "FILE-006"}
    assert any(f.blocks for f in result.findings)
