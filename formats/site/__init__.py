"""The website: MkDocs with Material, fed with staged Markdown.

Needs: nothing but the Python packages.
"""

from __future__ import annotations

import html
import re
import shutil
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path

from charter.contracts import Artefact, Edition
from charter.model import Charter
from formats.site import building, stage

TITLE = "Site"
_TITLE = re.compile(r"<title>(.*?)</title>", re.DOTALL)


def render(charter: Charter, out: Path, edition: Edition) -> Iterable[Artefact]:
    """Write every page of the site into `out`, beside the documents already in `out/downloads`."""
    with tempfile.TemporaryDirectory(prefix="charter-site-") as folder:
        staged = stage.stage(charter, Path(folder), out, edition)
        building.build(staged)
        _move(staged.site, out)
    for page in _pages_in(out):
        yield Artefact(page, "text/html", "site", _title(page))


def _move(site: Path, out: Path) -> None:
    """Everything but the documents, which are in `out` already, and the site map's second copy."""
    for file in sorted(site.rglob("*")):
        below = file.relative_to(site)
        if file.is_file() and below.parts[0] not in {"downloads", "sitemap.xml.gz"}:
            (out / below).parent.mkdir(parents=True, exist_ok=True)
            shutil.move(file, out / below)


def _pages_in(out: Path) -> Iterator[Path]:
    return (p for p in sorted(out.rglob("*.html")) if p.relative_to(out).parts[0] != "downloads")


def _title(page: Path) -> str:
    # Our own template wrote it, so a pattern will do: a parser would take longer than the rest.
    found = _TITLE.search(page.read_text(encoding="utf-8"))
    return html.unescape(found[1]).strip() if found else ""
