"""The website: MkDocs with Material, fed with staged Markdown.

Needs: nothing but the Python packages.
"""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterable, Iterator
from html.parser import HTMLParser
from pathlib import Path

from charter.contracts import Artefact, Edition
from charter.model import Charter
from formats.site import building, stage

TITLE = "Site"
_HEAD = 5_000  # characters: a page's title stands well within them


def render(charter: Charter, out: Path, edition: Edition) -> Iterable[Artefact]:
    """Write every page of the site into `out`, beside the documents already in `out/downloads`."""
    with tempfile.TemporaryDirectory(prefix="charter-site-") as folder:
        staged = stage.stage(charter, Path(folder), out, edition)
        building.build(staged)
        for file in building.unused(staged.site, charter.facts.language.split("-")[0]):
            file.unlink(missing_ok=True)
        _move(staged.site, out)
    for page in _pages_in(out):
        yield Artefact(page, "text/html", "site", _title(page))


def _move(site: Path, out: Path) -> None:
    """Everything but the documents, which are in `out` already."""
    for file in sorted(site.rglob("*")):
        below = file.relative_to(site)
        if file.is_file() and below.parts[0] != "downloads":
            (out / below).parent.mkdir(parents=True, exist_ok=True)
            shutil.move(file, out / below)


def _pages_in(out: Path) -> Iterator[Path]:
    return (p for p in sorted(out.rglob("*.html")) if p.relative_to(out).parts[0] != "downloads")


class _Title(HTMLParser):
    """Hears a page until its title has been said."""

    words = ""
    _inside = False

    def handle_starttag(self, tag: str, _attrs: list[tuple[str, str | None]]) -> None:
        """Begin to listen."""
        self._inside = tag == "title" and not self.words

    def handle_data(self, data: str) -> None:
        """Keep the title."""
        self.words += data if self._inside else ""

    def handle_endtag(self, tag: str) -> None:
        """Stop listening."""
        self._inside = self._inside and tag != "title"


def _title(page: Path) -> str:
    parser = _Title()
    parser.feed(page.read_text(encoding="utf-8")[:_HEAD])
    return parser.words.strip()
