"""The web checks on any pages, for `build.py inspect`. What only our own site has is left out."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

from charter.findings import Finding, Outcome
from charter.model import Place
from charter.pipeline import unproven
from charter.policy import Policy
from checks import web
from checks._web import gate, links

LEFT_OUT = (
    "Whether the pages say the same as the text that they were made from.",
    "Whether the search works with the keyboard.",
    "Whether the pages work when they are opened as files.",
    "Links to other sites.",
    "Whether strangers’ scripts are kept out: a web server may do so, out of sight of the files.",
)
_SERVERS = "WEB-031"
# Pages are looked at as if the folder were the top of a site. No real site has this name.
_ADDRESS = "https://inspected.invalid/"


def judge(path: Path, policy: Policy) -> tuple[tuple[Finding, ...], tuple[str, ...]]:
    """What is wrong with one page, or with every page of a folder; and what was left out.

    Raises `ProgramFailed` where a tool could not look.
    """
    del policy  # the limits for web pages are WCAG's, and in no file
    root, pages = (path, links.read(path)) if path.is_dir() else _alone(path)
    looked = gate.look(gate.Site(root, _ADDRESS, pages, whole=path.is_dir()))
    seen = (one for one in looked.seen if one.rule != _SERVERS or one.engine != gate.FILES)
    expected = {gate.unit(page, engine) for page in pages for engine in gate.ENGINES}
    outcome = Outcome(web.findings(seen), frozenset(expected), looked.examined)
    found = (_below(root, finding) for finding in outcome.findings)
    return (*found, *unproven(web.TITLE, outcome)), LEFT_OUT


def _alone(path: Path) -> tuple[Path, dict[str, links.Page]]:
    """One page, below a folder high enough for all that it leads to."""
    page = links.Page.of(path)
    up = max((href.count("../") for href in (*page.leads, *page.loads)), default=0)
    folders = path.absolute().parents
    root = Path(os.path.relpath(folders[min(up, len(folders) - 1)]))
    return root, {Path(os.path.relpath(path, root)).as_posix(): page}


def _below(root: Path, finding: Finding) -> Finding:
    """The same finding with the file's whole way."""
    return replace(finding, place=Place(root / finding.place.file, finding.place.line))
