"""pa11y-ci can't be made to pass without looking at every page."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path

import pytest
from seeded_web import page

from charter import programs
from charter.browser import Browser
from checks._web import pa11y
from checks._web.seen import Seen

FAKE = Path(__file__).with_name("fake_pa11y.py")
POSIX = pytest.mark.skipif(os.name == "nt", reason="the stand-in browser is a shell script")
LINUX = pytest.mark.skipif(sys.platform != "linux", reason="uses fontconfig or /proc")


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A site of one good page."""
    write(tmp_path / "site" / "index.html", page("<p>We will answer.</p>"))
    return tmp_path / "site"


def looked(
    site: Path, tools: pa11y.Tools, seconds: float | None = None
) -> Mapping[str, tuple[Seen, ...]]:
    """What pa11y-ci sees of every page of the site, published below /town/."""
    pages = sorted(file.relative_to(site).as_posix() for file in site.rglob("*.html"))
    return pa11y.look(site, "/town/", pages, tools, seconds)


@pytest.fixture
def spoilt(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], pa11y.Tools]:
    """Tools with a pa11y-ci that fails in one way."""

    def tools(way: str) -> pa11y.Tools:
        monkeypatch.setenv("SPOILT", way)
        return pa11y.Tools(Path(sys.executable), FAKE, Browser(Path(sys.executable)))

    return tools


def write(file: Path, words: str) -> None:
    """Write a page of the site."""
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(words, encoding="utf-8")


def test_a_whole_report_is_believed(site: Path, spoilt: Callable[[str], pa11y.Tools]) -> None:
    """The stand-in, not spoilt, passes: so the tests below fail for the reason they name."""
    assert {"index.html": ()} == looked(site, spoilt("well"))


@pytest.mark.parametrize(
    ("way", "sentence"),
    [
        ("nothing", "“python.*” printed nothing|pa11y-ci” printed nothing"),
        ("half", "can't be read"),
        ("html", "can't be read"),
        ("empty", "0 results where 2 were asked for"),
        ("no-results", "printed no results"),
        ("one-less", "did not look at index.html"),
        ("elsewhere", "did not look at index.html"),
        ("wrong-total", "results where 2 were asked for"),
        ("load-failure", "could not look at index.html: net::ERR"),
        ("no-list", "result for index.html can't be read"),
        ("no-issues", "HTML_CodeSniffer said nothing of index.html"),
        ("not-found", "the server answered 404"),
        ("wrong-width", "it was 999 pixels wide"),
        ("no-words", "the browser drew no words"),
        ("blank", "the browser drew no words"),
        ("axe-silent", "axe did not run"),
        ("no-runners", "see no fault where there is one"),
        ("htmlcs-only", r"see no fault where there is one \(axe"),
        ("axe-only", r"see no fault where there is one \(htmlcs"),
        ("own-missing", r"see no fault where there is one \(pa11y_page"),
        ("moderate-hidden", "heading-order"),
        ("minor-hidden", "empty-heading"),
        ("no-contrast", "color-contrast"),
        ("crash", "exit status 1"),
    ],
)
def test_no_run_without_proof_passes(
    way: str, sentence: str, site: Path, spoilt: Callable[[str], pa11y.Tools]
) -> None:
    """However pa11y-ci pretends that all is well, the check says that it could not look."""
    with pytest.raises(programs.ProgramFailed, match=sentence):
        looked(site, spoilt(way))


@POSIX
def test_a_killed_checker_does_not_pass(site: Path, spoilt: Callable[[str], pa11y.Tools]) -> None:
    """A checker that the system kills, as it does when memory runs out."""
    with pytest.raises(programs.ProgramCrashed, match="signal 9"):
        looked(site, spoilt("killed"))


def test_a_checker_that_hangs_is_stopped(site: Path, spoilt: Callable[[str], pa11y.Tools]) -> None:
    """The time limit holds for the whole run."""
    with pytest.raises(programs.ProgramHung, match="did not end within 1 seconds"):
        looked(site, spoilt("hang"), seconds=1)


def test_a_missing_checker_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without node_modules the sentence says what to do."""
    monkeypatch.setattr(pa11y, "ROOT", tmp_path)

    with pytest.raises(programs.ProgramMissing, match=r"pa11y-ci, is missing\. Delete the folder"):
        pa11y.find_tools()


def test_nothing_that_hides_issues_is_asked_for(tmp_path: Path) -> None:
    """No threshold, no ignored rule, no level: both runners, at a desk's width."""
    tools = pa11y.Tools(tmp_path, tmp_path, Browser(tmp_path))

    text = json.dumps(pa11y._config({"one": "index.html"}, tools, str(tmp_path)))

    assert [] == [
        w for w in ("threshold", "ignore", "level", "hideElements", "rootElement") if w in text
    ]
    assert ["axe", "htmlcs"] == json.loads(text)["defaults"]["runners"][:2]
    assert [(1280, 900)] == [tuple(one["viewport"].values()) for one in json.loads(text)["urls"]]


@pytest.fixture(scope="module")
def tools() -> pa11y.Tools:
    """The real tools."""
    return pa11y.find_tools()


@pytest.mark.slow
def test_every_page_is_looked_at(site: Path, tools: pa11y.Tools) -> None:
    """A folder inside a folder and a lone page: each is visited, below the site's path."""
    write(site / "a" / "b" / "index.html", page("<p>We will answer.</p>"))
    write(site / "404.html", page("<p>Not here.</p>"))

    found = looked(site, tools)

    assert {"index.html": (), "a/b/index.html": (), "404.html": ()} == found


@pytest.mark.slow
def test_warnings_that_name_a_fault_are_passed_on(site: Path, tools: pa11y.Tools) -> None:
    """A person is asked once to look at colours that are set by halves, not at each of them."""
    write(site / "index.html", page('<p style="color: #111111">We will answer.</p>' * 2))

    seen = {(one.rule, one.engine, one.selector) for one in looked(site, tools)["index.html"]}

    assert {("WEB-002", "pa11y-ci with HTML_CodeSniffer", "")} == seen


@pytest.mark.slow
def test_both_runners_see_a_fault(site: Path, tools: pa11y.Tools) -> None:
    """The runners that were asked for are axe and HTML_CodeSniffer, and each tells what it sees."""
    write(site / "index.html", page('<p style="color: #bbbbbb">We will answer.</p>'))

    seen = {(one.rule, one.engine) for one in looked(site, tools)["index.html"]}

    assert seen >= {
        ("WEB-001", "pa11y-ci with axe"),
        ("WEB-001", "pa11y-ci with HTML_CodeSniffer"),
    }


@pytest.mark.slow
@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("<script>location.replace('/town/other/')</script>", "did not look at|answered 404|could"),
        ("<style>body { display: none }</style>", "drew no words|could not look"),
    ],
)
def test_a_page_that_hides_is_not_passed(
    words: str, sentence: str, site: Path, tools: pa11y.Tools
) -> None:
    """A page that leads elsewhere by script, or shows nothing, is not taken for a good one."""
    write(site / "index.html", page(words, policy=""))

    with pytest.raises(programs.ProgramFailed, match=sentence):
        looked(site, tools)


@pytest.mark.slow
@LINUX
def test_a_page_that_never_ends_is_stopped(site: Path, tools: pa11y.Tools) -> None:
    """A page in an endless loop can't hold up the gate, and no browser is left behind."""
    write(site / "index.html", page("<script>for (;;);</script>", policy=""))

    with pytest.raises(programs.ProgramFailed):
        looked(site, tools, seconds=12)

    assert [] == [pid for pid, words in running() if "charter-" in words and "--pipe" in words]


@pytest.mark.slow
@POSIX
def test_a_browser_that_is_killed_does_not_pass(
    site: Path, tools: pa11y.Tools, tmp_path: Path
) -> None:
    """The browser dies in the middle of the run."""
    dying = tmp_path / "dying"
    dying.write_text(
        f'#!/bin/sh\n(sleep 2; kill -9 $$) &\nexec "{tools.browser.path}" "$@"\n', encoding="utf-8"
    )
    dying.chmod(0o755)
    for number in range(20):
        write(site / f"{number}.html", page("<p>We will answer.</p>"))

    with pytest.raises(programs.ProgramFailed):
        looked(site, replace(tools, browser=replace(tools.browser, path=dying)), seconds=15)


@pytest.mark.slow
def test_a_missing_browser_does_not_pass(site: Path, tools: pa11y.Tools, tmp_path: Path) -> None:
    """The browser was taken away after set-up."""
    gone = replace(tools.browser, path=tmp_path / "gone")

    with pytest.raises(programs.ProgramCrashed):
        looked(site, replace(tools, browser=gone), seconds=60)


@pytest.mark.slow
@LINUX
def test_a_browser_that_draws_no_words_does_not_pass(
    site: Path, tools: pa11y.Tools, tmp_path: Path
) -> None:
    """Without fonts the browser starts, and contrast checks pass on everything: not here."""
    fonts = tmp_path / "fonts.conf"
    fonts.write_text("<fontconfig></fontconfig>", encoding="utf-8")
    env = {**tools.browser.env, "FONTCONFIG_FILE": str(fonts)}

    with pytest.raises(programs.ProgramFailed, match="see no fault where there is one"):
        looked(site, replace(tools, browser=replace(tools.browser, env=env)))


def running() -> Iterator[tuple[str, str]]:
    """Each process's number and command line."""
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                yield entry.name, (entry / "cmdline").read_text(encoding="utf-8", errors="replace")
            except OSError:
                continue
