"""How long the web checks take beside one plain run of pa11y-ci, and how much memory they need.

python3 benchmarks/web.py [--content FOLDER]   (run it by hand, on a quiet machine: some minutes)
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import date
from itertools import islice
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from charter import programs
from charter.cache import Cache
from charter.contracts import Edition
from charter.load import load
from charter.pipeline import Setting, render
from charter.policy import load_policy
from checks._web import gate, kept, links, pa11y
from checks._web.serve import address, serve
from formats import FORMATS

PAGES = 30
MOST_TIMES, MOST_AGAIN, MOST_MEMORY = 3.0, 0.05, 1.5  # the last in GB


def made(content: Path, folder: Path) -> gate.Site:
    """The site of a charter, with as many of its pages as are measured."""
    charter = load(content).charter
    if charter is None:
        sys.exit("Put the charter right first: python3 build.py check")
    policy = load_policy(ROOT / "checks/policy.toml")
    setting = Setting(FORMATS, {}, policy, date(2026, 1, 15), lambda _step, _ended: None)
    render(charter, folder, Edition(), setting)
    pages = dict(islice(links.read(folder).items(), PAGES))
    return gate.Site(folder, charter.facts.site, pages, "charter")


def plain(site: gate.Site, *runners: str) -> float:
    """The seconds that pa11y-ci takes with these runners, one page after the other."""
    tools = pa11y.find_tools()
    launch = {"executablePath": str(tools.browser.path), "args": list(tools.browser.args)}
    with serve(site.root, "/", {}) as home, tempfile.TemporaryDirectory() as folder:
        urls = [f"{home}/{address(page)}" for page in site.pages]
        file = Path(folder) / "pa11y.json"
        defaults = {"chromeLaunchConfig": launch, "timeout": 120_000, "runners": runners}
        file.write_text(json.dumps({"defaults": defaults, "urls": urls}), encoding="utf-8")
        words: list[str | Path] = [tools.node, tools.checker, "--config", file, "--json"]
        return programs.run(
            words, timeout=3600, env=tools.browser.surroundings(), accept=(0, 2)
        ).seconds


def ours(site: gate.Site) -> float:
    """The seconds that all engines, settings and walks take."""
    started = time.perf_counter()
    gate.look(site)
    return time.perf_counter() - started


@dataclass
class _Most:
    """The most memory that was in use, in bytes."""

    memory: int = 0


@contextmanager
def watched() -> Iterator[_Most]:
    """Watch how much memory this program and all that it started use. Linux only."""
    most, done = _Most(), threading.Event()

    def watch() -> None:
        while not done.wait(0.3):
            most.memory = max(most.memory, _used())

    thread = threading.Thread(target=watch)
    thread.start()
    try:
        yield most
    finally:
        done.set()
        thread.join()


def _used() -> int:
    """Memory shared by several programs is counted once (PSS)."""
    family = [os.getpid(), *programs._descendants(os.getpid())]  # noqa: SLF001  the same tree
    total = 0
    for number in family:
        with suppress(OSError):
            for line in Path(f"/proc/{number}/smaps_rollup").read_text().splitlines():
                total += int(line.split()[1]) * 1024 if line.startswith("Pss:") else 0
    return total


def main(words: list[str]) -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--content", type=Path, default=ROOT / "content")
    args = parser.parse_args(words)
    with tempfile.TemporaryDirectory() as folder:
        site = made(args.content, Path(folder) / "site")
        kept.CACHE = Cache(Path(folder) / "cache", 1_500)
        alone, both = plain(site, "htmlcs"), plain(site, "axe", "htmlcs")
        with watched() as most:
            first = ours(site)
        again = ours(site)
    count = len(site.pages)
    print(f"plain pa11y-ci, {count} pages: {alone:.1f} s; with both runners {both:.1f} s")
    print(f"all web checks: {first:.1f} s, {first / both:.2f} times both (most {MOST_TIMES:g})")
    print(f"  {first / alone:.2f} times pa11y-ci as it comes, with one runner")
    print(f"again, nothing changed: {again:.2f} s, {again / first:.1%} (most {MOST_AGAIN:.0%})")
    print(f"most memory: {most.memory / 1e9:.2f} GB (most {MOST_MEMORY:g})")


if __name__ == "__main__":
    main(sys.argv[1:])
