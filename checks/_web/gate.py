"""All that is seen of a site: by three engines, by our own walks, and from its files alone."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from urllib.parse import urlsplit

from charter.java import find_java
from checks._web import browser, kept, links, pa11y, prose, vnu
from checks._web.seen import Seen

FILES = "files"
ENGINES = ("pa11y-ci", "browser", vnu.ENGINE)
"""What must have looked at each page."""


@dataclass(frozen=True, slots=True)
class Site:
    """Pages in a folder. `address` is where they will be published.

    Where `words` are given the site is ours: its search is tried with them. Where it is not
    `whole`, the pages were picked out of a folder, and only what they load is theirs.
    """

    root: Path
    address: str
    pages: Mapping[str, links.Page]
    words: str = ""
    whole: bool = True


@dataclass(frozen=True, slots=True)
class Looked:
    """What was seen, and what was looked at: "index.html, by pa11y-ci"."""

    seen: tuple[Seen, ...]
    examined: frozenset[str]


def unit(page: str, engine: str) -> str:
    """One page and one engine, as evidence."""
    return f"{page}, by {engine}"


def look(site: Site) -> Looked:
    """Look at every page with every engine. Raises `ProgramFailed` where one did not look."""
    steady = [name for name, page in site.pages.items() if not page.refresh]
    # Of our own site more is asked, so what was seen of it as a stranger's won't do.
    keys = kept.keys(site.root, site.address, site.pages, "ours" if site.words else "a stranger's")
    seen = [*files(site)]
    examined: set[str] = set()
    for engine, found in _engines(site, steady, keys):
        seen += [one for several in found.values() for one in several]
        examined |= {unit(name, engine) for name in found}
    return Looked(tuple(seen), frozenset(examined))


def _engines(
    site: Site, pages: Sequence[str], keys: Mapping[str, str]
) -> Iterator[tuple[str, Mapping[str, tuple[Seen, ...]]]]:
    """What each engine sees of each page, the quickest first."""
    base = urlsplit(site.address).path or "/"
    # The HTML checker reads style sheets and drawings, too, each for itself.
    parts = kept.alone(site.root, _parts(site) if pages else ())
    html = partial(_html, site.root, frozenset(pages))
    yield vnu.ENGINE, kept.remembered(vnu.ENGINE, [*pages, *parts], {**keys, **parts}, html)
    tools = pa11y.find_tools()
    runners = partial(pa11y.look, site.root, base, tools=tools)
    yield "pa11y-ci", kept.remembered("pa11y-ci", pages, keys, runners)
    walks = partial(_walks, site, base)
    searched = {browser.SITE: kept.whole(site.root, keys)} if site.words else {}
    yield "browser", kept.remembered("browser", [*pages, *searched], {**keys, **searched}, walks)


def _html(
    root: Path, pages: Collection[str], names: Sequence[str]
) -> Mapping[str, tuple[Seen, ...]]:
    wanted = [name for name in names if name in pages]
    parts = [name for name in names if name not in pages]
    return vnu.look(root, wanted, java=find_java(), jar=pa11y.ROOT / vnu.JAR, parts=parts)


def _parts(site: Site) -> list[str]:
    """The style sheets and drawings of the site."""
    every = vnu.others(site.root)
    if site.whole:
        return every
    loads = ((name, href) for name, page in site.pages.items() for href in page.loads)
    loaded = {links.target(every, site.address, name, href) for name, href in loads}
    return [name for name in every if name in loaded]


def _walks(site: Site, base: str, names: Sequence[str]) -> Mapping[str, tuple[Seen, ...]]:
    pages = [name for name in names if name != browser.SITE]
    words = site.words if browser.SITE in names else ""
    engines = browser.find_engines()
    return browser.look(site.root, base, pages, engines, words=words, ours=bool(site.words))


def files(site: Site) -> Iterator[Seen]:
    """What the files alone tell."""
    for fault in links.faults(site.root, site.address, site.pages):
        facts = {"address": fault.address}
        yield Seen(fault.page, _LINKS[fault.kind], FILES, facts=facts)
    for name, page in site.pages.items():
        if not page.main:
            yield Seen(name, "WEB-003", FILES)
        if page.refresh:
            yield Seen(name, "WEB-004", FILES)
    sources = {
        name: (site.root / name).read_text(encoding="utf-8", errors="replace")
        for name in site.pages
    }
    for several in prose.look(sources).values():
        yield from several


_LINKS = {links.FOREIGN: "WEB-006", links.MISSING: "WEB-007", links.DEAD: "WEB-009"}
