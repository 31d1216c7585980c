"""What was seen of a page before, by the hash of all that it depends on.

An entry is written only after the run that saw it has proven itself, so that what is kept is as
good as what is looked at anew.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import asdict
from functools import cache
from pathlib import Path, PurePosixPath

from charter.browser import tools_file
from charter.cache import Cache, key
from checks._web import links
from checks._web.pa11y import ROOT
from checks._web.seen import Seen

CACHE = Cache(ROOT / ".charter" / "cache" / "web", 1_500)
_TEXTS = frozenset({".css", ".js", ".mjs"})
_SHARED = _TEXTS | frozenset({".woff", ".woff2", ".ttf", ".otf"})
RESTLESS = "WEB-032"

Look = Callable[[Sequence[str]], Mapping[str, tuple[Seen, ...]]]
"""Looks at some pages, and proves it or raises `ProgramFailed`."""


def remembered(
    engine: str, names: Sequence[str], keys: Mapping[str, str], look: Look
) -> dict[str, tuple[Seen, ...]]:
    """What `engine` sees of each of `names`: from before where `keys` are the same, else anew."""
    places = {name: key(engine, name, keys[name]) for name in names}
    found = {name: kept for name in names if (kept := _read(places[name])) is not None}
    rest = [name for name in names if name not in found]
    fresh = dict(look(rest)) if rest else {}
    for name in rest:
        # A page that never came to rest was not looked at: perhaps the computer was just busy.
        if name in fresh and not any(seen.rule == RESTLESS for seen in fresh[name]):
            data = json.dumps([asdict(seen) for seen in fresh[name]])
            CACHE.write(places[name], data.encode())
    if rest:
        CACHE.tidy()
    return found | fresh


def _read(place: str) -> tuple[Seen, ...] | None:
    entry = CACHE.read(place)
    if entry is None:
        return None
    try:
        return tuple(Seen(**one) for one in json.loads(entry[0]))
    except (ValueError, TypeError):
        return None


def keys(root: Path, address: str, pages: Mapping[str, links.Page], *more: str) -> dict[str, str]:
    """For each page the hash of all that what is seen of it depends on.

    That is the page, the files it loads, every style sheet, script and font of the site and what
    these name, where the site will be published (`address`), the tools and their versions, our
    own code, the policy, and whatever `more` says of how pages are looked at.
    """
    there = frozenset(
        file.relative_to(root).as_posix() for file in root.rglob("*") if file.is_file()
    )
    digest = cache(lambda name: f"{name} {key((root / name).read_bytes())}")
    shared = key(tools(), address, *more, *map(digest, _common(root, there)))
    return {
        name: key(shared, *map(digest, sorted({name, *_loaded(address, name, page, there)})))
        for name, page in pages.items()
    }


def _common(root: Path, there: frozenset[str]) -> list[str]:
    """Style sheets, scripts, fonts, and every file whose name stands in one of the first two."""
    shared = {name for name in there if Path(name).suffix.lower() in _SHARED}
    texts = [(root / name).read_bytes() for name in shared if Path(name).suffix in _TEXTS]
    named = {
        name
        for name in there - shared
        if any(PurePosixPath(name).name.encode() in text for text in texts)
    }
    return sorted(shared | named)


def alone(root: Path, names: Iterable[str]) -> dict[str, str]:
    """For each file the hash of itself and of the tools: for what is judged without a page."""
    return {name: key(tools(), (root / name).read_bytes()) for name in names}


def whole(root: Path, each: Mapping[str, str]) -> str:
    """The hash of all that the site's search depends on: every page, and the index."""
    indexes = (file.read_bytes() for file in sorted(root.rglob("*.json")))
    return key(*(each[name] for name in sorted(each)), *indexes)


def _loaded(address: str, name: str, page: links.Page, there: Collection[str]) -> list[str]:
    """The files of the site that a page loads; an address that is nowhere changes nothing."""
    found = (links.target(there, address, name, href) for href in page.loads)
    return [one for one in found if one]


@cache
def tools() -> str:
    """The hash of everything that looks: our code, the locks, the browser, Python, the policy."""
    code = sorted(
        file for file in Path(__file__).parent.rglob("*") if file.suffix in {".py", ".js", ".html"}
    )
    fixed = [ROOT / "requirements.lock", ROOT / "package-lock.json", ROOT / "checks/policy.toml"]
    chosen = tools_file(ROOT)
    kept = chosen.read_text(encoding="utf-8") if chosen.is_file() else ""
    try:
        browser = Path(json.loads(kept)["browser"]["path"]).stat()
        stamp = f"{browser.st_size} {browser.st_mtime_ns}"
    except (OSError, ValueError, KeyError, TypeError):
        stamp = ""
    return key(sys.version, kept, stamp, *(file.read_bytes() for file in (*code, *fixed)))
