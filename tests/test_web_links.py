"""Links of the built site: what leads nowhere, is missing or comes from elsewhere is found."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from harness import POLICY, SMALL
from seeded_web import page

from charter.contracts import Draft
from charter.load import load
from charter.policy import load_policy
from checks._web import links as _web_links


@pytest.fixture
def draft(tmp_path: Path) -> Draft:
    """A site of one good page, published below a path."""
    loaded = load(SMALL)
    assert loaded.charter
    facts = replace(loaded.charter.facts, site="https://friends.example.org/town/")
    charter = replace(loaded.charter, facts=facts)
    draft = Draft(charter, load_policy(POLICY), date(2026, 6, 15), tmp_path / "site")
    write(draft.root / "index.html", page("<p>We will answer.</p>"))
    return draft


def write(file: Path, words: str) -> None:
    """Write a file of the site."""
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(words, encoding="utf-8")


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ('<a href="../gone/">x</a>', "dead"),
        ('<a href="#gone">x</a>', "dead"),
        ('<a href="../#gone">x</a>', "dead"),
        ('<a href="/elsewhere/">x</a>', "dead"),
        ('<a href="../../">x</a>', "dead"),
        ('<a href="{site}gone/">x</a>', "dead"),
        ('<a href="https://[gone/">x</a>', "dead"),
        ('<area href="../Index.html">', "dead"),
        ('<img loading="lazy" src="gone.svg">', "missing"),
        ('<img src="../dot.svg" srcset="../dot.svg 1x, gone.svg 2x">', "missing"),
        ('<img src="../dot.svg" srcset="../dot.svg 1x,gone.svg 2x">', "missing"),
        ('<video poster="gone.svg"></video>', "missing"),
        ('<svg><image href="gone.svg"/></svg>', "missing"),
        ('<link rel="preload" href="gone.woff2">', "missing"),
        ('<script src=""></script>', "missing"),
        ('<img loading="lazy" src="https://other.example.org/dot.svg">', "foreign"),
        ('<img srcset="//other.example.org/dot.svg 2x">', "foreign"),
        ('<link rel="preconnect" href="https://other.example.org">', "foreign"),
        ('<link rel="icon" href="https://other.example.org/dot.svg">', "foreign"),
        ('<iframe src="https://other.example.org/"></iframe>', "foreign"),
    ],
)
def test_bad_addresses_are_found(words: str, kind: str, draft: Draft) -> None:
    """Whatever a page leads to or loads must be in the site, lazy or not, shown or not."""
    assert [kind] == [fault.kind for fault in on_a_page(draft, words)]


@pytest.mark.parametrize(
    "words",
    [
        '<a href="..">x</a> <a href="../">x</a> <a href="../index.html">x</a> <a href="">x</a>',
        '<a href="{site}">x</a> <a href="{base}">x</a> <a href="../a">x</a>',
        '<p id="é"><a href="#%C3%A9">x</a> <a href="../a/#é">x</a> <a href="#">x</a>',
        '<a href="https://other.example.org/gone/">x</a> <a href="tel:1">x</a>',
        '<img src="../dot.svg" srcset="{base}dot.svg 2x"> <img src="data:image/gif;base64,R0">',
        '<link rel="canonical" href="{site}a/">',
    ],
)
def test_good_addresses_are_left_alone(words: str, draft: Draft) -> None:
    """Every way to write an address in the site is understood; other sites may be linked to."""
    assert [] == on_a_page(draft, words)


def on_a_page(draft: Draft, words: str, name: str = "a/index.html") -> list[_web_links.Fault]:
    """What is wrong with the addresses in some words on a page of the site."""
    site = draft.charter.facts.site
    words = words.replace("{site}", site).replace("{base}", urlsplit(site).path)
    write(draft.root / name, page(words))
    write(draft.root / "dot.svg", "")
    return list(_web_links.faults(draft.root, site, _web_links.read(draft.root)))


def test_the_page_for_lost_readers_starts_at_the_top(draft: Draft) -> None:
    """404.html is shown at any address, so a link from where it stands leads nowhere."""
    assert [] == on_a_page(draft, '<a href="{base}">x</a> <a href="#">x</a>', "404.html")
    assert ["dead"] == [f.kind for f in on_a_page(draft, '<a href=".">x</a>', "404.html")]
