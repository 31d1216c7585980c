"""What Lighthouse says of every page of the site, on its phone setting.

python3 benchmarks/lighthouse.py PATH/TO/lighthouse/cli/index.js [--content FOLDER] [--page PART …]

Lighthouse is no part of the project. To have it: npm install --ignore-scripts lighthouse@12.2.3
in a folder of its own. The site is served as static hosts serve it: compressed, below its path.
The exit status is 1 where a page has less than 100 for accessibility or for best practices, or
less than 95 for performance. A page with less is measured twice more, and the middle counts,
because a busy computer can only make a page look slow.
"""

from __future__ import annotations

import argparse
import functools
import gzip
import statistics
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import unquote, urlsplit

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from charter import programs
from charter.browser import find_browser, find_node
from charter.contracts import Edition
from charter.load import load
from charter.pipeline import Setting, render
from charter.policy import load_policy
from formats import FORMATS

LIMITS = {"accessibility": 100, "best-practices": 100, "performance": 95}
_TEXT = {".html", ".css", ".js", ".json", ".svg", ".txt", ".xml"}


class _Handler(SimpleHTTPRequestHandler):
    """Files below the site's path; text compressed, as static hosts send it."""

    protocol_version = "HTTP/1.1"

    def __init__(self, *args: object, base: str, **kwargs: object) -> None:
        self.base = base
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]  # as its parent takes them

    def do_GET(self) -> None:
        file = Path(self.translate_path(self.path))
        file = file / "index.html" if file.is_dir() else file
        if not file.is_file():
            self.send_error(404)
            return
        data = file.read_bytes()
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(file))
        if file.suffix in _TEXT:
            data = gzip.compress(data)
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def translate_path(self, path: str) -> str:
        below = unquote(urlsplit(path).path).removeprefix(self.base)
        return super().translate_path(f"/{below}")

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  its parent's name
        """Say nothing."""


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing: a browser that is closed leaves its connections open."""


@contextmanager
def served(site: Path, base: str) -> Iterator[str]:
    """The address of the site's first page, while it is served to this computer only."""
    handler = functools.partial(_Handler, base=base, directory=str(site))
    with _Server(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        try:
            yield f"http://127.0.0.1:{server.server_port}{base}"
        finally:
            server.shutdown()


def scores(lighthouse: Path, address: str) -> dict[str, int]:
    """One page's three scores, each out of 100. Raises `ProgramFailed` where there are none."""
    browser = find_browser(ROOT)
    flags = " ".join(("--headless=new", *browser.args))
    words: list[str | Path] = [
        *(find_node(ROOT), lighthouse, address, "--output=json", "--quiet"),
        *(f"--only-categories={','.join(LIMITS)}", f"--chrome-flags={flags}"),
    ]
    env = {**browser.surroundings(), "CHROME_PATH": str(browser.path)}
    told = programs.read_json(programs.run(words, timeout=180, env=env), "lighthouse")
    if not isinstance(told, dict) or told.get("runtimeError"):
        raise programs.ProgramNonsense(f"Lighthouse could not look at {address}.", str(told)[:500])
    if told.get("finalDisplayedUrl") != address:
        raise programs.ProgramNonsense(f"Lighthouse looked at another page than {address}.")
    for name in LIMITS:
        for audit in told["categories"][name]["auditRefs"]:
            score = told["audits"][audit["id"]]["score"]
            if audit["weight"] and score is not None and score < 1 and name != "performance":
                print(f"  {audit['id']}: {told['audits'][audit['id']]['title']}")
    return {name: round(100 * told["categories"][name]["score"]) for name in LIMITS}


def low(found: dict[str, int]) -> bool:
    """Whether any score is under its limit."""
    return any(found[name] < limit for name, limit in LIMITS.items())


def measured(lighthouse: Path, address: str) -> dict[str, int]:
    """The same, twice more where a score is low; then the middle of each."""
    found = [scores(lighthouse, address)]
    if low(found[0]):
        found += [scores(lighthouse, address) for _ in range(2)]
    return {name: round(statistics.median(one[name] for one in found)) for name in LIMITS}


def main() -> int:
    """Build the site, look at every page, print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("lighthouse", type=Path)
    parser.add_argument("--content", type=Path, default=ROOT / "content")
    parser.add_argument("--page", action="append", help="only pages with this in their path")
    asked = parser.parse_args()
    loaded = load(asked.content)
    if loaded.charter is None:
        print("\n\n".join(map(str, loaded.findings)))
        return 1
    policy = load_policy(ROOT / "checks" / "policy.toml")
    setting = Setting(FORMATS, {}, policy, date(2026, 1, 15), lambda _step, _ended: None)
    with tempfile.TemporaryDirectory() as folder:
        site = Path(folder) / "site"
        render(loaded.charter, site, Edition(), setting)
        pages = sorted(file.relative_to(site).as_posix() for file in site.rglob("*.html"))
        wanted = [p for p in pages if not asked.page or any(part in p for part in asked.page)]
        print(f"{'page':44}{''.join(f'{name:>16}' for name in LIMITS)}")
        found: dict[str, dict[str, int]] = {}
        with served(site, urlsplit(loaded.charter.facts.site).path or "/") as home:
            for page in wanted:
                address = home + page.removesuffix("index.html")
                found[page] = measured(asked.lighthouse.resolve(), address)
                row = "".join(f"{found[page][name]:>16}" for name in LIMITS)
                print(f"{page:44}{row}", flush=True)
    worst = {name: min(one[name] for one in found.values()) for name in LIMITS}
    print(f"{'worst of ' + str(len(found)):44}{''.join(f'{worst[name]:>16}' for name in LIMITS)}")
    return 1 if low(worst) else 0


if __name__ == "__main__":
    sys.exit(main())
