"""The browser's own program: it can't be made to pass without looking, whatever the page does."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image
from seeded_web import page

from charter import programs
from checks._web import browser, keyboard
from checks._web.browser import Engines
from checks._web.seen import Seen

FAKE = Path(__file__).with_name("fake_visits.py")
POSIX = pytest.mark.skipif(os.name == "nt", reason="the stand-in browser is a shell script")
LINUX = pytest.mark.skipif(sys.platform != "linux", reason="uses fontconfig")


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A site of one good page."""
    write(tmp_path / "site" / "index.html", page("<p>We will answer.</p>"))
    return tmp_path / "site"


@pytest.fixture(scope="module")
def engines() -> Engines:
    """The real browser and engines."""
    return browser.find_engines()


def write(file: Path, words: str) -> None:
    """Write a page of the site."""
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(words, encoding="utf-8")


def looked(
    site: Path, engines: Engines, seconds: float | None = None, page_seconds: float = 60
) -> Mapping[str, tuple[Seen, ...]]:
    """What is seen of every page of the site, published below /town/."""
    pages = sorted(file.relative_to(site).as_posix() for file in site.rglob("*.html"))
    return browser.look(site, "/town/", pages, engines, seconds=seconds, page_seconds=page_seconds)


def rules(seen: tuple[Seen, ...]) -> set[str]:
    """The rules that a page breaks."""
    return {one.rule for one in seen}


@pytest.fixture
def spoilt(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Has the program that drives the browser fail in one way."""

    def spoil(way: str) -> None:
        monkeypatch.setenv("SPOILT", way)
        monkeypatch.setattr(browser, "PROGRAM", (str(FAKE),))

    return spoil


def test_a_whole_answer_is_believed(
    site: Path, engines: Engines, spoilt: Callable[[str], None]
) -> None:
    """The stand-in, not spoilt, passes: so the tests below fail for the reason they name."""
    spoilt("well")

    assert {"index.html": ()} == looked(site, engines)


@pytest.mark.parametrize(
    ("way", "sentence"),
    [
        ("nothing", "did not look at every page"),
        ("half", "can't be read"),
        ("one-less", "did not look at every page: index.html"),
        ("one-more", "more than was asked for"),
        ("no-canary", "did not look at every page: the page known to be bad"),
        ("failed", "failed on index.html: Target crashed"),
        ("canary-failed", "failed on a page of our own"),
        ("not-found", "the server answered 404"),
        ("wrong-width", "it was 999 pixels wide"),
        ("not-dark", "did not see index.html as it is"),
        ("no-words", "the browser drew no words"),
        ("not-drawn", "the browser drew no words"),
        ("no-axe", "axe did not run"),
        ("no-accesslint", "AccessLint did not run"),
        ("a-setting-less", "left out a part of index.html"),
        ("blind-keyboard", r"sees no fault where there is one \(WEB-011 by our own walk\)"),
        ("blind-axe", r"sees no fault where there is one \(WEB-001 by axe"),
        ("blind-accesslint", r"sees no fault where there is one \(WEB-001 by AccessLint"),
        ("crash", "exit status 1"),
    ],
)
def test_no_answer_without_proof_passes(
    way: str, sentence: str, site: Path, engines: Engines, spoilt: Callable[[str], None]
) -> None:
    """However the program pretends that all is well, the check says that it could not look."""
    spoilt(way)

    with pytest.raises(programs.ProgramFailed, match=sentence):
        looked(site, engines)


@POSIX
def test_a_killed_program_does_not_pass(
    site: Path, engines: Engines, spoilt: Callable[[str], None]
) -> None:
    """A program that the system kills at its very end has not ended well."""
    spoilt("killed")

    with pytest.raises(programs.ProgramCrashed, match="signal 9"):
        looked(site, engines)


def test_a_program_that_hangs_is_stopped(
    site: Path, engines: Engines, spoilt: Callable[[str], None]
) -> None:
    """The time limit holds for the whole run."""
    spoilt("hang")

    with pytest.raises(programs.ProgramHung, match="did not end within 1 seconds"):
        looked(site, engines, seconds=1)


def test_a_missing_engine_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without node_modules the sentence says what to do."""
    monkeypatch.setattr(browser, "ROOT", tmp_path)

    with pytest.raises(programs.ProgramMissing, match=r"axe is missing\. Delete the folder"):
        browser.find_engines()


@pytest.mark.slow
def test_a_missing_browser_does_not_pass(site: Path, engines: Engines, tmp_path: Path) -> None:
    """The browser was taken away after set-up: one plain sentence says so."""
    gone = replace(engines, browser=replace(engines.browser, path=tmp_path / "gone"))

    with pytest.raises(
        programs.ProgramCrashed, match=r"browser for the web checks can't be started"
    ):
        looked(site, gone)


@pytest.mark.slow
@POSIX
def test_a_browser_that_dies_does_not_pass(site: Path, engines: Engines, tmp_path: Path) -> None:
    """The browser dies in the middle of the run."""
    dying = tmp_path / "dying"
    path = engines.browser.path
    dying.write_text(f'#!/bin/sh\n(sleep 3; kill -9 $$) &\nexec "{path}" "$@"\n', encoding="utf-8")
    dying.chmod(0o755)
    for number in range(20):
        write(site / f"{number}.html", page("<p>We will answer.</p>"))

    with pytest.raises(programs.ProgramFailed):
        looked(site, replace(engines, browser=replace(engines.browser, path=dying)), seconds=60)


@pytest.mark.slow
@LINUX
def test_a_browser_that_draws_no_words_does_not_pass(
    site: Path, engines: Engines, tmp_path: Path
) -> None:
    """Without fonts the browser starts, and contrast checks pass on everything: not here."""
    fonts = tmp_path / "fonts.conf"
    fonts.write_text("<fontconfig></fontconfig>", encoding="utf-8")
    env = {**engines.browser.env, "FONTCONFIG_FILE": str(fonts)}

    with pytest.raises(programs.ProgramFailed, match="sees no fault where there is one"):
        looked(site, replace(engines, browser=replace(engines.browser, env=env)))


@pytest.mark.slow
def test_a_page_that_never_ends_is_a_finding(site: Path, engines: Engines) -> None:
    """A page in an endless loop is told, and holds up no other page."""
    words = "<p>We will answer.</p><script>for (;;);</script>"
    write(site / "loop.html", page(words, policy=""))

    seen = looked(site, engines, page_seconds=40)

    assert {"WEB-032"} == rules(seen["loop.html"])
    assert () == seen["index.html"]


@pytest.mark.slow
def test_a_page_of_five_thousand_parts_is_looked_at(site: Path, engines: Engines) -> None:
    """A very large page is looked at like any other, and is found to be sound."""
    words = "".join(f"<li>We will answer {number}.</li>" for number in range(5_000))
    write(site / "large.html", page(f"<ul>{words}</ul>"))

    assert () == looked(site, engines, page_seconds=240)["large.html"]


@pytest.mark.slow
@pytest.mark.parametrize(
    "words",
    [
        "<script>location.replace('/town/other/')</script>",
        "<style>body { display: none }</style>",
    ],
)
def test_a_page_that_hides_is_not_passed(words: str, site: Path, engines: Engines) -> None:
    """A page that leads elsewhere by script, or shows nothing, is not taken for a good one."""
    write(site / "index.html", page(words, policy=""))

    try:
        seen = looked(site, engines)
    except programs.ProgramFailed:
        return
    assert rules(seen["index.html"])


@pytest.mark.parametrize(
    ("colour", "dots"), [("#000000", 100), ("#949494", 100), ("#959595", 0), ("#ffffff", 0)]
)
def test_what_shows_the_focus_must_stand_out(colour: str, dots: int) -> None:
    """Dots count where they differ from what was there by 3 to 1 (WCAG 2.4.13), and no less."""
    ground = Image.new("RGB", (20, 20), "#ffffff")
    marked = ground.copy()
    marked.paste(colour, (0, 0, 10, 10))

    assert dots == keyboard.changed(ground, marked)


def test_a_long_list_that_opens_on_the_way_is_walked_to_its_end(
    site: Path, engines: Engines
) -> None:
    """A few links and one that opens a hundred more: nothing is said to be stuck or out of reach."""
    links = "".join(f'<li><a href="#main">Number {n} of many more</a></li>' for n in range(100))
    more = f"<details><summary>More of our pages</summary><ul>{links}</ul></details>"
    write(site / "index.html", page(f"<p>We will answer.</p>{more}"))

    seen = rules(looked(site, engines)["index.html"])

    assert not seen & {"WEB-011", "WEB-012"}
