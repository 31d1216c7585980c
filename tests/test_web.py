"""The web check: what it says, what it keeps, and what it must have looked at."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from harness import POLICY, SMALL
from seeded_web import page

from charter.cache import Cache
from charter.contracts import Draft
from charter.load import load
from charter.pipeline import unproven
from charter.policy import load_policy
from checks import web
from checks._web import browser, gate, kept, links, pa11y, vnu
from checks._web.rules import RULES
from checks._web.seen import Seen

SITE = "https://charter.example.org/town/"
_PALE = Seen("a/index.html", "WEB-008", "axe", "color-contrast-enhanced", {}, "p", "320, dark")


@pytest.fixture
def own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty place for what is kept."""
    monkeypatch.setattr(kept, "CACHE", Cache(tmp_path / "cache", 100))
    return tmp_path / "cache"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """Two good pages with a style, a script and a picture."""
    write(tmp_path / "site" / "index.html", page('<img src="dot.svg" alt="A dot">'))
    write(tmp_path / "site" / "a" / "index.html", page("<p>We will answer.</p>"))
    for name in ("dot.svg", "site.css", "site.js", "note.txt"):
        write(tmp_path / "site" / name, name)
    return tmp_path / "site"


def write(file: Path, words: str) -> None:
    """Write a file of the site."""
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(words, encoding="utf-8")


def keys(site: Path) -> Mapping[str, str]:
    """The hashes of the two pages."""
    return kept.keys(site, SITE, links.read(site))


def test_one_fault_is_one_finding_whoever_saw_it() -> None:
    """Two engines and three settings that tell of one fault in one page make one finding."""
    others = (
        replace(_PALE, engine="AccessLint", name="distinguishable/color-contrast-enhanced"),
        replace(_PALE, setting="1280, dark"),
        replace(_PALE, setting="1280, light"),
    )

    (finding,) = web.findings([_PALE, *others])

    assert "axe color-contrast-enhanced" in finding.message
    assert "AccessLint" in finding.message
    assert "Seen: 320, dark; 1280, dark; and in other ways." in finding.message


def test_a_fault_of_every_page_is_said_once() -> None:
    """What is the same in the same place of 28 pages is the frame's, and is one finding."""
    pages = [replace(_PALE, page=f"{number:02}/index.html") for number in range(28)]

    (finding,) = web.findings(pages)

    assert "The same is on 27 more pages." in finding.message


def test_faults_in_different_places_stay_apart() -> None:
    """A fault of one page can't hide behind another's: a waiver is for one page only."""
    elsewhere = replace(_PALE, page="b/index.html", selector="h2")

    found = web.findings([_PALE, elsewhere])

    assert ["a/index.html", "b/index.html"] == [str(one.place) for one in found]


def test_every_rule_can_be_said() -> None:
    """Whatever facts a rule asks for, the three that every finding has are enough beside them."""
    facts = {"what", "wide", "address", "before", "problem", "over", "size", "after", "title"}
    facts |= {"name", "places", "words", "message", "alt"}
    for code in RULES:
        seen = Seen("index.html", code, "axe", "", dict.fromkeys(facts, "x"), "p", "320 wide")

        (finding,) = web.findings([seen])

        assert "{" not in finding.message + finding.fix, code


@pytest.mark.parametrize(
    ("file", "changed"),
    [
        ("index.html", {"index.html"}),
        ("dot.svg", {"index.html"}),
        ("site.css", {"index.html", "a/index.html"}),
        ("site.js", {"index.html", "a/index.html"}),
        ("note.txt", set()),
    ],
)
def test_a_page_is_looked_at_again_where_anything_it_needs_changed(
    file: str, changed: set[str], site: Path
) -> None:
    """Its own words and pictures, and every style and script; nothing else."""
    before = keys(site)
    write(site / file, (site / file).read_text(encoding="utf-8") + " ")
    after = keys(site)

    assert changed == {name for name in before if before[name] != after[name]}


def test_a_picture_in_a_style_belongs_to_every_page(site: Path) -> None:
    """A file that a style sheet or a script names can change any page that uses them."""
    write(site / "site.css", "p { background: url(back.svg) }")
    write(site / "back.svg", "<svg/>")
    before = keys(site)
    write(site / "back.svg", "<svg></svg>")

    assert not set(before.values()) & set(keys(site).values())


def test_where_and_how_a_page_is_looked_at_counts(site: Path) -> None:
    """What was seen below another address, or as a stranger's page, is not taken for ours."""
    pages = links.read(site)
    ways = [(SITE, "ours"), (SITE, "a stranger's"), ("https://inspected.invalid/", "ours")]

    every = [
        key for address, more in ways for key in kept.keys(site, address, pages, more).values()
    ]

    assert len(every) == len(set(every))


def test_another_tool_looks_again(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A changed lock, browser, policy or check of ours changes every page's hash."""
    before = keys(site)
    monkeypatch.setattr(kept, "tools", lambda: "another")

    assert not set(before.values()) & set(keys(site).values())


def test_the_tools_hash_holds_the_locks_the_policy_and_our_code(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The hash of the tools reads each of the files that it says it depends on."""
    read: list[str] = []
    whole = Path.read_bytes

    def noted(path: Path) -> bytes:
        read.append(path.name)
        return whole(path)

    monkeypatch.setattr(Path, "read_bytes", noted)

    kept.tools.__wrapped__()

    wanted = {"requirements.lock", "package-lock.json", "policy.toml", "keyboard.py"}
    assert wanted | {"3-keyboard.js", "canary.html"} <= set(read)


def looks(asked: list[str]) -> Callable[[Sequence[str]], Mapping[str, tuple[Seen, ...]]]:
    """An engine that notes which pages it was asked for."""

    def look(names: Sequence[str]) -> Mapping[str, tuple[Seen, ...]]:
        asked.extend(names)
        return {name: (replace(_PALE, page=name),) for name in names}

    return look


def test_an_unchanged_page_is_not_looked_at_twice(own_cache: Path, site: Path) -> None:
    """The second time what was seen comes from what was kept, and is the same."""
    asked: list[str] = []
    names = sorted(keys(site))
    first = kept.remembered("axe", names, keys(site), looks(asked))
    write(site / "a" / "index.html", page("<p>We will answer soon.</p>"))
    second = kept.remembered("axe", names, keys(site), looks(asked))

    assert ["a/index.html", "index.html", "a/index.html"] == asked
    assert first == second


def test_a_damaged_entry_is_as_good_as_none(own_cache: Path, site: Path) -> None:
    """What was cut short or changed on the disk is not believed."""
    asked: list[str] = []
    names = sorted(keys(site))
    kept.remembered("axe", names, keys(site), looks(asked))
    for entry in own_cache.iterdir():
        entry.write_bytes(entry.read_bytes().replace(b"WEB-008", b"WEB-999"))
    kept.remembered("axe", names, keys(site), looks(asked))

    assert 2 * names == asked


def test_a_page_that_did_not_come_to_rest_is_looked_at_again(own_cache: Path, site: Path) -> None:
    """The computer may just have been busy: the next run tries once more."""
    asked: list[str] = []

    def restless(names: Sequence[str]) -> Mapping[str, tuple[Seen, ...]]:
        asked.extend(names)
        return {name: (Seen(name, "WEB-032", "our own walk"),) for name in names}

    names = sorted(keys(site))
    kept.remembered("browser", names, keys(site), restless)
    kept.remembered("browser", names, keys(site), restless)

    assert 2 * names == asked


def test_what_was_not_proven_is_not_kept(own_cache: Path, site: Path) -> None:
    """An engine that fails leaves nothing behind that a later run could take for a result."""

    def fails(_names: Sequence[str]) -> Mapping[str, tuple[Seen, ...]]:
        raise RuntimeError

    with pytest.raises(RuntimeError):
        kept.remembered("axe", sorted(keys(site)), keys(site), fails)

    assert not own_cache.exists()


@pytest.fixture
def fast(monkeypatch: pytest.MonkeyPatch, own_cache: Path) -> list[str]:
    """Engines that see nothing, in no time; the pages that they were asked for."""
    asked: list[str] = []

    def nothing(_root: Path, _base: str, pages: Sequence[str], *_: object, **__: object) -> object:
        asked.extend(pages)
        words = [browser.SITE] if __.get("words") else []
        return dict.fromkeys((*pages, *words), ())

    monkeypatch.setattr(pa11y, "look", nothing)
    monkeypatch.setattr(browser, "look", nothing)
    monkeypatch.setattr(vnu, "look", lambda _root, pages, **_: dict.fromkeys(pages, ()))
    return asked


@pytest.fixture
def draft(site: Path) -> Draft:
    """A draft whose site has two pages, and none for its pledges."""
    loaded = load(SMALL)
    assert loaded.charter
    return Draft(loaded.charter, load_policy(POLICY), date(2026, 6, 15), site)


def test_a_pledge_without_a_page_is_missed(draft: Draft, fast: list[str]) -> None:
    """Every pledge is expected to have its page, whatever files the site has."""
    outcome = web.run(draft)

    missing = {gate.unit(f"pledges/{p.id}/index.html", "browser") for p in draft.charter.pledges}
    assert missing
    assert missing <= outcome.expected - outcome.examined


def test_a_site_without_pages_proves_nothing(draft: Draft, fast: list[str], tmp_path: Path) -> None:
    """An empty folder leaves every expected page unexamined: the gate turns that into a finding."""
    outcome = web.run(replace(draft, root=tmp_path / "empty"))

    assert [] == fast
    assert ["GATE-001"] == [finding.rule.code for finding in unproven(web.TITLE, outcome)]


def test_a_page_that_sends_readers_on_is_not_taken_for_seen(draft: Draft, fast: list[str]) -> None:
    """No engine can look at it, so it stays among what was not looked at."""
    refresh = '<meta http-equiv="refresh" content="0; url=a/">'
    write(draft.root / "on.html", page("<p>We will answer.</p>", head=refresh))

    outcome = web.run(draft)

    assert "on.html" not in fast
    assert gate.unit("on.html", "browser") in outcome.expected - outcome.examined
    assert "WEB-004" in {finding.rule.code for finding in outcome.findings}


def test_every_engine_must_have_looked_at_every_page(draft: Draft, fast: list[str]) -> None:
    """The evidence names each page with each engine, and the search of the site."""
    outcome = web.run(draft)

    seen = {gate.unit(name, engine) for name in keys(draft.root) for engine in gate.ENGINES}
    assert seen | {gate.unit(browser.SITE, "browser")} == outcome.examined
