"""Where the pages of a site lead, and what they load: told from the files alone.

A browser fetches only what it comes to show, so it does not notice a missing lazy picture, a dead
link or a dead anchor. Here every address on every page is looked up among the files.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

from checks._web.serve import address

FOREIGN, MISSING, DEAD = "foreign", "missing", "dead"
_LOADS = frozenset({"src", "poster", "data"})
_SETS = frozenset({"srcset", "imagesrcset"})
_REFERS = frozenset({"a", "area", "form"})
# Of <link>, these are fetched, or tell the other site at least that somebody is here.
_FETCHED = frozenset(
    {"stylesheet", "preload", "modulepreload", "prefetch", "prerender", "manifest"}
    | {"icon", "apple-touch-icon", "mask-icon"}
)
_GREETED = frozenset({"preconnect", "dns-prefetch"})
_INSIDE = ("data:", "blob:", "about:")
_BETWEEN = re.compile(r",\s+|(?<=\d[wx]),")  # two pictures of one srcset
_WEB = frozenset({"http", "https"})
_PAGES = frozenset({".html", ".htm"})
ROOT_PAGE = "404.html"  # shown at any address, so its links can't start where it stands


class Page(HTMLParser):
    """Anchors, where it leads, what it loads; has it a main part, does it send readers on."""

    def __init__(self, source: str) -> None:
        """Read a page to its end."""
        super().__init__()
        self.main = self.refresh = False
        self.ids: list[str] = []
        self.leads: list[str] = []
        self.loads: list[str] = []
        self.greets: list[str] = []
        self.feed(source)
        self.close()

    @classmethod
    def of(cls, file: Path) -> Page:
        """A page that is in a file; letters that can't be read are replaced."""
        return cls(file.read_text("utf-8", errors="replace"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note what one tag says."""
        said = {key: (value or "").strip() for key, value in attrs}
        self.main |= tag == "main" or said.get("role") == "main"
        self.refresh |= tag == "meta" and said.get("http-equiv", "").lower() == "refresh"
        self.ids += [said["id"]] if said.get("id") else []
        self.ids += [said["name"]] if tag == "a" and said.get("name") else []
        self.loads += [said[key] for key in said if key in _LOADS]
        for key in _SETS & said.keys():
            self.loads += [one.split()[0] for one in _BETWEEN.split(said[key]) if one.strip()]
        if tag == "form":
            self.leads += [said["action"]] if said.get("action") else []
        elif tag == "link":
            self._link(said)
        else:
            href = said.get("href", said.get("xlink:href"))
            where = self.leads if tag in _REFERS else self.loads
            where += [] if href is None or tag == "base" else [href]

    def _link(self, said: Mapping[str, str]) -> None:
        kinds = {*said.get("rel", "").lower().split()}
        href = said.get("href", "")
        if kinds & _GREETED:
            self.greets.append(href)
        else:
            (self.loads if kinds & _FETCHED else self.leads).append(href)


@dataclass(frozen=True, slots=True)
class Fault:
    """One address that a page should not have: foreign, missing or dead."""

    kind: str
    page: str
    address: str


def read(root: Path) -> Mapping[str, Page]:
    """Every page of the site below `root`, by its path there."""
    files = sorted(file for file in root.rglob("*") if file.suffix.lower() in _PAGES)
    return {file.relative_to(root).as_posix(): Page.of(file) for file in files}


def target(files: Collection[str], site: str, page: str, href: str) -> str | None:
    """The file that an address on a page leads to; "" where it is not there, None if elsewhere.

    `site` is the address of the published site. An address on its server but above it is dead
    too, unless it is written in full: then it is meant.
    """
    try:
        parts, home = urlsplit(href), urlsplit(site)
        whole = urlsplit(urljoin(site + address(page), href))
    except ValueError:  # such as "https://[x/"
        return ""
    if (parts.scheme and parts.scheme not in _WEB) or whole.netloc != home.netloc:
        return None
    base = home.path or "/"
    if not whole.path.startswith(base):
        return None if parts.netloc else ""
    if page == ROOT_PAGE and not parts.netloc and parts.path and not parts.path.startswith("/"):
        return ""
    inside = unquote(whole.path.removeprefix(base))
    choices = (inside, f"{inside.removesuffix('/')}/index.html".lstrip("/"))
    return next((one for one in choices if one in files), "")


def faults(root: Path, site: str, pages: Mapping[str, Page]) -> Iterator[Fault]:
    """Every address on every page that leads nowhere, or fetches from somebody else."""
    there = (file for file in root.rglob("*") if file.is_file())
    files = frozenset(file.relative_to(root).as_posix() for file in there)
    for name, page in pages.items():
        for href in dict.fromkeys((*page.loads, *page.greets)):
            if href.startswith(_INSIDE):
                continue
            found = target(files, site, name, href)
            if found is None:
                yield Fault(FOREIGN, name, urljoin(site, href))
            elif href in page.loads and not (href and found):
                yield Fault(MISSING, name, _path(site + address(name), href))
        for href in dict.fromkeys(page.leads):
            found = target(files, site, name, href)
            anchor = unquote(urlsplit(href).fragment) if found in pages else ""
            if found == "" or (found and anchor and anchor not in pages[found].ids):
                yield Fault(DEAD, name, href)


def _path(start: str, href: str) -> str:
    """An address as a browser would ask the site's server for it."""
    try:
        return urlsplit(urljoin(start, href)).path
    except ValueError:
        return href
