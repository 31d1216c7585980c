"""The web check: what it finds, and that it can't be made to pass without looking."""

from __future__ import annotations

import json
import os
import sys
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from harness import POLICY, SMALL
from seeded_web import BAD, GOOD, page

from charter import programs
from charter.browser import Browser
from charter.contracts import Draft
from charter.load import load
from charter.policy import load_policy
from checks import web
from checks._web import pa11y as _web
from checks._web.serve import serve

FAKE = Path(__file__).with_name("fake_pa11y.py")
POSIX = pytest.mark.skipif(os.name == "nt", reason="the stand-in browser is a shell script")
LINUX = pytest.mark.skipif(sys.platform != "linux", reason="uses fontconfig or /proc")


@pytest.fixture(scope="module")
def charter_draft() -> Draft:
    """The small charter, with nothing made of it."""
    loaded = load(SMALL)
    assert loaded.charter
    return Draft(loaded.charter, load_policy(POLICY), date(2026, 6, 15))


@pytest.fixture
def draft(tmp_path: Path, charter_draft: Draft) -> Draft:
    """A site of one good page."""
    write(tmp_path / "site" / "index.html", page("<p>We will answer.</p>"))
    return replace(charter_draft, root=tmp_path / "site")


@pytest.fixture
def spoilt(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], _web.Tools]:
    """Tools with a pa11y-ci that fails in one way."""

    def tools(way: str) -> _web.Tools:
        monkeypatch.setenv("SPOILT", way)
        return _web.Tools(Path(sys.executable), FAKE, Browser(Path(sys.executable)))

    return tools


def write(file: Path, words: str) -> None:
    """Write a page of the site."""
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(words, encoding="utf-8")


def test_a_whole_report_is_believed(draft: Draft, spoilt: Callable[[str], _web.Tools]) -> None:
    """The stand-in, not spoilt, passes: so the tests below fail for the reason they name."""
    outcome = web.judge(draft, spoilt("well"))

    assert () == outcome.findings
    assert {"index.html at 320 pixels", "index.html at 1280 pixels"} == outcome.examined


@pytest.mark.parametrize(
    ("way", "sentence"),
    [
        ("nothing", "“python.*” printed nothing|pa11y-ci” printed nothing"),
        ("half", "can't be read"),
        ("html", "can't be read"),
        ("empty", "0 results where 4 were asked for"),
        ("no-results", "printed no results"),
        ("one-less", "did not look at index.html at 1280 pixels"),
        ("elsewhere", "did not look at index.html at 1280 pixels"),
        ("wrong-total", "results where 4 were asked for"),
        ("load-failure", "could not look at index.html at 1280 pixels: net::ERR"),
        ("no-list", "result for index.html at 1280 pixels can't be read"),
        ("no-issues", "HTML_CodeSniffer said nothing of index.html at 1280 pixels"),
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
    way: str, sentence: str, draft: Draft, spoilt: Callable[[str], _web.Tools]
) -> None:
    """However pa11y-ci pretends that all is well, the check says that it could not look."""
    with pytest.raises(programs.ProgramFailed, match=sentence):
        web.judge(draft, spoilt(way))


@POSIX
def test_a_killed_checker_does_not_pass(draft: Draft, spoilt: Callable[[str], _web.Tools]) -> None:
    """A checker that the system kills, as it does when memory runs out."""
    with pytest.raises(programs.ProgramCrashed, match="signal 9"):
        web.judge(draft, spoilt("killed"))


def test_a_checker_that_hangs_is_stopped(draft: Draft, spoilt: Callable[[str], _web.Tools]) -> None:
    """The time limit holds for the whole run."""
    with pytest.raises(programs.ProgramHung, match="did not end within 1 seconds"):
        web.judge(draft, spoilt("hang"), seconds=1)


def test_a_missing_checker_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without node_modules the sentence says what to do."""
    monkeypatch.setattr(_web, "ROOT", tmp_path)

    with pytest.raises(programs.ProgramMissing, match=r"pa11y-ci, is missing\. Delete the folder"):
        _web.find_tools()


def test_a_pledge_without_a_page_is_missed(
    draft: Draft, spoilt: Callable[[str], _web.Tools]
) -> None:
    """Every pledge is expected to have its page, whatever files the site has."""
    outcome = web.judge(draft, spoilt("well"))

    missing = {f"pledges/{pledge.id}/index.html at 320 pixels" for pledge in draft.charter.pledges}
    assert missing
    assert missing <= outcome.expected - outcome.examined


def test_a_site_without_pages_proves_nothing(
    draft: Draft, spoilt: Callable[[str], _web.Tools], tmp_path: Path
) -> None:
    """An empty folder leaves every expected page unexamined: the gate turns that into a finding."""
    outcome = web.judge(replace(draft, root=tmp_path / "empty"), spoilt("well"))

    assert outcome.expected
    assert frozenset() == outcome.examined


def test_nothing_that_hides_issues_is_asked_for(draft: Draft, tmp_path: Path) -> None:
    """No threshold, no ignored rule, no level: and one address for each page and width."""
    tools = _web.Tools(tmp_path, tmp_path, Browser(tmp_path))
    wanted = {f"{width}": _web.Visit("index.html", width) for width, _ in _web.SCREENS}

    text = json.dumps(_web._config(wanted, tools, str(tmp_path)))

    assert [] == [
        w for w in ("threshold", "ignore", "level", "hideElements", "rootElement") if w in text
    ]
    assert ["axe", "htmlcs"] == json.loads(text)["defaults"]["runners"][:2]
    assert [(320, 640), (1280, 900)] == [
        tuple(entry["viewport"].values()) for entry in json.loads(text)["urls"]
    ]


@pytest.mark.parametrize(
    ("file", "address"),
    [
        ("index.html", ""),
        ("pledges/a/index.html", "pledges/a/"),
        ("404.html", "404.html"),
        ("my-index.html", "my-index.html"),
        ("d\u0175r/index.html", "d%C5%B5r/"),
    ],
)
def test_addresses_are_those_of_the_published_site(file: str, address: str) -> None:
    """A page's address is the one that links and people use."""
    assert address == _web.address(file)


def test_a_page_too_wide_for_a_computer_is_found() -> None:
    """Lines that run off the screen are a fault at either width, and it says which."""
    issue = _web.Issue("own", "page-sideways", "error", "220", "p", review=False)
    visits = {_web.Visit("index.html", width): [issue] for width, _ in _web.SCREENS}

    starts = [finding.message.split(" this page")[0] for finding in web._faults(visits)]

    assert ["On a phone", "On a computer"] == starts


@pytest.mark.slow
def test_warnings_that_name_a_fault_are_passed_on(draft: Draft, tools: _web.Tools) -> None:
    """A person is asked once to look at colours that are set by halves, not at each of them."""
    words = '<p style="color: #111111">We will answer.</p>'
    write(draft.root / "index.html", page(words * 2))
    write(draft.root / "a" / "index.html", page(words))

    (finding,) = web.judge(draft, tools).findings

    assert "WEB-002" == finding.rule.code
    assert "F24.FGColour, on this page and 1 more.)" in finding.message


@pytest.fixture
def home(tmp_path: Path) -> Iterator[str]:
    """A site served below /town/, with one page from memory."""
    write(tmp_path / "site" / "index.html", "home")
    write(tmp_path / "secret.html", "secret")
    with serve(tmp_path / "site", "/town/", {"/town/canary/": b"bird"}) as address:
        yield address


def fetched(address: str) -> tuple[int, str]:
    """What the server answers, past any proxy that the computer uses."""
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    try:
        with opener.open(address, timeout=10) as answer:
            return answer.status, answer.read().decode()
    except urllib.error.HTTPError as error:
        error.close()
        return error.code, ""


@pytest.mark.parametrize(
    ("path", "answer"),
    [
        ("/town/?width=320", (200, "home")),
        ("/town/canary/", (200, "bird")),
        ("/town/none.html", (404, "")),
        ("/", (404, "")),
        ("/index.html", (404, "")),
        ("/town/../secret.html", (404, "")),
        ("/town/%2e%2e/secret.html", (404, "")),
    ],
)
def test_serves_the_site_and_nothing_else(path: str, answer: tuple[int, str], home: str) -> None:
    """Files stand where they will be published; nothing outside the site can be fetched."""
    assert home.startswith("http://127.0.0.1:")
    assert answer == fetched(home + path)


@pytest.fixture(scope="module")
def tools() -> _web.Tools:
    """The real tools."""
    return _web.find_tools()


@pytest.mark.slow
def test_every_page_is_looked_at_at_both_widths(draft: Draft, tools: _web.Tools) -> None:
    """A folder inside a folder and a lone page: each is visited twice, below the site's path."""
    write(draft.root / "a" / "b" / "index.html", page("<p>We will answer.</p>"))
    write(draft.root / "404.html", page("<p>Not here.</p>"))

    outcome = web.judge(draft, tools)

    pages = ("index.html", "a/b/index.html", "404.html")
    assert {f"{p} at {w} pixels" for p in pages for w in (320, 1280)} == outcome.examined
    assert () == outcome.findings


@pytest.mark.slow
@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("<script>location.replace('/town/other/')</script>", "did not look at|answered 404|could"),
        ("<style>body { display: none }</style>", "drew no words|could not look"),
    ],
)
def test_a_page_that_hides_is_not_passed(
    words: str, sentence: str, draft: Draft, tools: _web.Tools
) -> None:
    """A page that leads elsewhere by script, or shows nothing, is not taken for a good one."""
    write(draft.root / "index.html", page(words))

    with pytest.raises(programs.ProgramFailed, match=sentence):
        web.judge(draft, tools)


@pytest.mark.slow
@LINUX
def test_a_page_that_never_ends_is_stopped(draft: Draft, tools: _web.Tools) -> None:
    """A page in an endless loop can't hold up the gate, and no browser is left behind."""
    write(draft.root / "index.html", page("<script>for (;;);</script>"))

    with pytest.raises(programs.ProgramFailed):
        web.judge(draft, tools, seconds=12)

    assert [] == [pid for pid, words in running() if "charter-" in words and "--pipe" in words]


@pytest.mark.slow
@POSIX
def test_a_browser_that_is_killed_does_not_pass(
    draft: Draft, tools: _web.Tools, tmp_path: Path
) -> None:
    """The browser dies in the middle of the run."""
    dying = tmp_path / "dying"
    dying.write_text(
        f'#!/bin/sh\n(sleep 2; kill -9 $$) &\nexec "{tools.browser.path}" "$@"\n', encoding="utf-8"
    )
    dying.chmod(0o755)
    for number in range(20):
        write(draft.root / f"{number}.html", page("<p>We will answer.</p>"))

    with pytest.raises(programs.ProgramFailed):
        web.judge(draft, replace(tools, browser=replace(tools.browser, path=dying)), seconds=15)


@pytest.mark.slow
def test_a_missing_browser_does_not_pass(draft: Draft, tools: _web.Tools, tmp_path: Path) -> None:
    """The browser was taken away after set-up."""
    gone = replace(tools.browser, path=tmp_path / "gone")

    with pytest.raises(programs.ProgramCrashed):
        web.judge(draft, replace(tools, browser=gone), seconds=60)


@pytest.mark.slow
@LINUX
def test_a_browser_that_draws_no_words_does_not_pass(
    draft: Draft, tools: _web.Tools, tmp_path: Path
) -> None:
    """Without fonts the browser starts, and contrast checks pass on everything: not here."""
    fonts = tmp_path / "fonts.conf"
    fonts.write_text("<fontconfig></fontconfig>", encoding="utf-8")
    env = {**tools.browser.env, "FONTCONFIG_FILE": str(fonts)}

    with pytest.raises(programs.ProgramFailed, match="see no fault where there is one"):
        web.judge(draft, replace(tools, browser=replace(tools.browser, env=env)))


def running() -> Iterator[tuple[str, str]]:
    """Each process's number and command line."""
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                yield entry.name, (entry / "cmdline").read_text(encoding="utf-8", errors="replace")
            except OSError:
                continue


def test_the_seeds_are_pages() -> None:
    """Each seeded page is a whole page, so that it fails only for what it is there for."""
    assert [] == [name for name, words in {**BAD, **GOOD}.items() if "</html>" not in words]
