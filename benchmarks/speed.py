"""How fast the charter is made and checked, as ratios measured in one run.

python3 benchmarks/speed.py [--content FOLDER]   (run it by hand, on a quiet machine)
"""

from __future__ import annotations

import argparse
import gzip
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from datetime import date
from html.parser import HTMLParser
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from charter.contracts import Edition
from charter.load import load
from charter.model import Charter
from charter.pipeline import Setting, render
from charter.policy import load_policy
from checks import all_checks
from formats import FORMATS, _cache
from formats.site.stage import stage

TIMES = 5
PACKS = ("poster", "print-pack", "screen-pack")
FILES_OF_A_FIRST_VISIT = {"script": "src", "link": "href", "img": "src"}


def seconds(*words: str | Path, cold: bool = False) -> float:
    """The time a command takes: the middle one of several runs, after one to warm up.

    Where it is `cold`, nothing that was made before is used again.
    """
    line = [sys.executable, *map(str, words)]
    taken = []
    for _ in range(TIMES + 1):
        if cold:
            shutil.rmtree(_cache.FOLDER, ignore_errors=True)
        started = time.perf_counter()
        ran = subprocess.run(line, cwd=ROOT, check=False, capture_output=True)
        if ran.returncode > 1:  # 1: something is to be fixed in the words, which takes as long
            sys.exit(f"{line} failed: {ran.stderr.decode()}{ran.stdout.decode()}")
        taken.append(time.perf_counter() - started)
    return statistics.median(taken[1:])


def say(what: str, ours: float, theirs: float, limit: float) -> None:
    """Print one ratio beside its limit."""
    verdict = "within" if ours <= limit * theirs else "OVER"
    print(f"{what}: {ours:.2f} s / {theirs:.2f} s = {ours / theirs:.2f} ({verdict} {limit})")


def making(content: Path, charter: Charter, folder: Path) -> None:
    """All formats, second run, beside a bare `mkdocs build` of the same staged pages."""
    made = folder / "made"
    setting = Setting(
        FORMATS,
        all_checks(),
        load_policy(ROOT / "checks/policy.toml"),
        date(2026, 1, 15),
        lambda _s, _e: None,
    )
    artefacts = render(charter, made, Edition(checked=False), setting)
    documents = tuple(a for a in artefacts if a.format != "site")
    staged = stage(charter, folder / "staged", made, Edition(checked=False, made=documents))
    bare = seconds("-m", "mkdocs", "build", "--strict", "-q", "-f", staged.config)
    drafts = folder / "drafts"  # not `made`: the command replaces only folders it made itself
    ours = seconds(ROOT / "build.py", "render", "--content", content, "--out", drafts)
    say("render / mkdocs build", ours, bare, 1.5)


def packs(content: Path, folder: Path) -> None:
    """All for print and screen, made from nothing, beside the site alone, made from nothing."""

    def render_only(*names: str) -> float:
        out = folder / names[0]
        words = ["render", "--content", str(content), "--out", str(out), "--only", *names]
        return seconds(ROOT / "build.py", *words, cold=True)

    say("posters and packs / site", render_only(*PACKS), render_only("site"), 3)


def checking(content: Path) -> None:
    """The word checks beside the time Python takes to import textstat and MkDocs."""
    imports = seconds("-c", "import textstat, mkdocs")
    ours = seconds(ROOT / "build.py", "check", "--content", content)
    say("check / importing textstat and mkdocs", ours, imports, 3)


class _Files(HTMLParser):
    """The files that a page asks for before its reader does anything."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep what is fetched at once: styles, scripts, pictures in sight."""
        said = dict(attrs)
        where = said.get(FILES_OF_A_FIRST_VISIT.get(tag, ""))
        fetched = tag != "link" or said.get("rel") in {"stylesheet", "icon", "preload"}
        outside = where and not where.startswith("data:")
        if (
            where
            and outside
            and fetched
            and said.get("loading") != "lazy"
            and where not in self.found
        ):
            self.found.append(where)


def weight(site: Path) -> None:
    """What a first visit to the home page moves over the wire, compressed."""
    parser = _Files()
    page = site / "index.html"
    parser.feed(page.read_text(encoding="utf-8"))
    files = [page, *(site / name.split("?")[0] for name in parser.found)]
    size = sum(len(gzip.compress(file.read_bytes())) for file in files if file.is_file())
    print(f"home page: {size / 1000:.0f} kB (most 150) in {len(files)} requests (most 12)")
    print("  " + ", ".join(file.name for file in files))


def main(words: list[str]) -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--content", type=Path, default=ROOT / "content")
    args = parser.parse_args(words)
    charter = load(args.content).charter
    if charter is None:
        sys.exit("Put the charter right first: python3 build.py check")
    with tempfile.TemporaryDirectory() as folder:
        making(args.content, charter, Path(folder))
        packs(args.content, Path(folder))
        checking(args.content)
        weight(Path(folder) / "made")


if __name__ == "__main__":
    main(sys.argv[1:])
