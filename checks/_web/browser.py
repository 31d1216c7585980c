"""Engines and walks in one browser, in a program of their own that can be stopped at any time.

Here it is started, and believed only where it proves that it looked: at every page, in every
setting, with every engine; and at a page where all is wrong, in which each engine and each walk
must find what is there to be found.
"""

from __future__ import annotations

import json
import sys
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from charter import programs
from charter.browser import Browser, find_browser
from checks._web.canary import CANARY, MUST_SEE
from checks._web.links import ROOT_PAGE
from checks._web.pa11y import ROOT
from checks._web.seen import Seen
from checks._web.serve import address, serve

PROGRAM = ("-m", "checks._web.visits")
AT_ONCE = 3  # pages; more gain nothing on two processors
PAGE_SECONDS = 120  # the slowest page of ours takes about ten on a busy computer
START_SECONDS = 60
CANNOT_START = "The browser for the web checks can't be started"
SITE = "the site"  # the walks that are done once for all pages stand under this name
_LEAST = {
    "axe": 85,
    "AccessLint": 80,
}  # rules that an engine has at least: fewer means that it broke
_SCRIPTS = {
    "axe": Path("axe-core", "axe.min.js"),
    "AccessLint": Path("@accesslint", "core", "dist", "index.iife.js"),
}


@dataclass(frozen=True, slots=True)
class Engines:
    """The browser, and the scripts of the engines that look from inside a page, by their names."""

    browser: Browser
    scripts: Mapping[str, Path]


def find_engines() -> Engines:
    """What set-up chose and installed. Raises `ProgramMissing` where something has gone."""
    scripts = {name: ROOT / "node_modules" / path for name, path in _SCRIPTS.items()}
    for name, script in scripts.items():
        if not script.is_file():
            sentence = f"The web checker {name} is missing."
            raise programs.ProgramMissing(
                f"{sentence} Delete the folder node_modules and run “python3 build.py”."
            )
    return Engines(find_browser(ROOT), scripts)


def look(  # noqa: PLR0913  each is a choice of its own, by name
    site: Path,
    base: str,
    pages: Sequence[str],
    engines: Engines,
    *,
    words: str = "",
    ours: bool = False,
    seconds: float | None = None,
    page_seconds: float = PAGE_SECONDS,
) -> dict[str, tuple[Seen, ...]]:
    """What the engines and walks see on each page, in every setting.

    `base` is the path below which the site will be published. Where `words` are given the site's
    search is tried with them (what it saw is under `SITE`); where it is `ours`, each page is
    opened as a file, too, but for the one that a server shows at any address. A page that
    doesn't come to rest in `page_seconds` is a finding.
    Raises `ProgramFailed` where anything isn't proven; the whole run ends after `seconds`.
    """
    canary = f"{base}charter-canary/"
    with serve(site, base, {canary: CANARY}) as home, tempfile.TemporaryDirectory() as folder:
        addresses = {"": home + canary} | {page: f"{home}{base}{address(page)}" for page in pages}
        copied = [page for page in pages if ours and page != ROOT_PAGE]
        order = Path(folder) / "order.json"
        order.write_text(json.dumps({
            "home": home + base,
            "addresses": addresses,
            "files": {page: (site / page).absolute().as_uri() for page in copied},
            "words": words,
            "browser": [str(engines.browser.path), list(engines.browser.args)],
            "scripts": {name: str(path) for name, path in engines.scripts.items()},
            "at_once": AT_ONCE,
            "page_seconds": page_seconds,
        }), encoding="utf-8")  # fmt: skip
        result = programs.run(
            [sys.executable, *PROGRAM, order],
            timeout=seconds or START_SECONDS + page_seconds / 4 * len(addresses) / AT_ONCE,
            cwd=ROOT,
            env=engines.browser.surroundings(),
        )
    told = _told(result, {*addresses, SITE} if words else {*addresses})
    _prove_canary(told.pop(""))
    return {page: _seen(page, entry) for page, entry in told.items()}


def _told(result: programs.Result, wanted: set[str]) -> dict[str, dict[str, Any]]:
    """What the other program says of each page: one line each, none missing."""
    told: dict[str, dict[str, Any]] = {}
    for line in result.stdout.splitlines():
        try:
            entry = json.loads(line)
            told[entry["page"]] = entry
        except (ValueError, KeyError, TypeError):
            sentence = "What the browser's walk printed can't be read."
            raise programs.ProgramNonsense(sentence, result.stdout + result.stderr) from None
    if str(told.get("", {}).get("failed")).startswith(CANNOT_START):
        raise programs.ProgramCrashed(f"{CANNOT_START}.", str(told[""]["failed"]))
    if told.keys() != wanted:
        missing = sorted(page or "the page known to be bad" for page in wanted - told.keys())
        which = ", ".join(missing[:3]) or "more than was asked for"
        sentence = f"The browser's walk did not look at every page: {which}."
        raise programs.ProgramNonsense(sentence, result.stderr)
    return told


def _seen(page: str, entry: Mapping[str, Any]) -> tuple[Seen, ...]:
    """What was seen on one page, where it is proven that the page was looked at."""
    if entry.get("failed"):
        raise programs.ProgramCrashed(
            f"The browser failed on {page}: {entry['failed']}", str(entry.get("trace") or "")
        )
    if not entry.get("restless") and page != SITE:
        _prove(page, entry["proofs"])
    return tuple(Seen(page=page, **one) for one in entry["seen"])


def _prove(page: str, proofs: Mapping[str, Mapping[str, Any]]) -> None:
    """Each setting must have been what it says, and each engine must have run in it."""
    if sorted(proofs) != sorted(_SETTINGS):
        raise programs.ProgramNonsense(f"The browser's walk left out a part of {page}.")
    for setting, proof in proofs.items():
        width, dark = _SETTINGS[setting]
        problem = ""
        if proof["status"] != 200:  # noqa: PLR2004  HTTP's word for "here it is"
            problem = f"the server answered {proof['status']}"
        elif proof["width"] != width or proof["dark"] != dark:
            problem = f"it was {proof['width']} pixels wide"
        elif not proof["words"] or not proof["drawn"]:
            problem = "the browser drew no words"
        else:
            few = [name for name, least in _LEAST.items() if proof["ran"].get(name, 0) < least]
            problem = f"{' and '.join(few)} did not run" if few else ""
        if problem:
            sentence = f"The browser did not see {page} as it is ({setting}): {problem}."
            raise programs.ProgramNonsense(sentence)


_SETTINGS = {
    f"{width} pixels wide, {colours}{script}": (width, colours == "dark")
    for width in (320, 1280)
    for colours in ("light", "dark")
    for script in ("", ", without JavaScript")
}


def _prove_canary(entry: Mapping[str, Any]) -> None:
    """On the page where all is wrong, every engine and every walk must find its fault."""
    found = {(one["rule"], one["engine"]) for one in _seen_on_canary(entry)}
    missed = sorted(f"{rule} by {engine}" for rule, engine in MUST_SEE - found)
    if missed:
        sentence = "The browser's walk sees no fault where there is one"
        raise programs.ProgramNonsense(f"{sentence} ({', '.join(missed)}).")


def _seen_on_canary(entry: Mapping[str, Any]) -> Sequence[Mapping[str, Any]]:
    if entry.get("failed") or entry.get("restless"):
        why = entry.get("failed") or "it never came to rest"
        raise programs.ProgramCrashed(f"The browser failed on a page of our own: {why}")
    return list(entry["seen"])
