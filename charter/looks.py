"""The accepted pictures of a charter, and how the pictures of the last report become them."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from pathlib import Path

from charter.findings import Rule, Severity, Wrong, rules
from charter.model import Place
from charter.publish import REPORTS, ours

RULES = rules(
    Rule(
        "LOOK-005",
        Severity.ERROR,
        "There are no pictures in the last report, so there is nothing to accept.",
        "Run “python3 build.py” first and look at the pictures in the report (looks.html). They "
        "are only taken once nothing must be fixed in the words.",
        "What nobody could have looked at can't be accepted.",
    ),
    Rule(
        "LOOK-006",
        Severity.ERROR,
        "The last report is about “{reported}”, not about “{title}”.",
        "Run “python3 build.py” for this charter first, with the same words after --content "
        "and --reports.",
        "The pictures of one charter would be taken for those of another.",
    ),
)

FOLDER = "looks"  # in the content folder, and in the report
NOW = "now"  # in the report: the pictures of this run
ENDING = ".webp"


def accepted(content: Path) -> dict[str, bytes]:
    """The accepted pictures of the charter in `content`, by their names ("poster-a3/1")."""
    return {name: file.read_bytes() for name, file in _pictures(content / FOLDER).items()}


def accept(content: Path, title: str, reports: Path) -> str:
    """Make the pictures of the last report the accepted ones; a sentence says how many changed.

    Only pictures in the content folder's own folder for them are written or deleted. Raises
    `Wrong` where the last report has none, or is about a charter with another `title`.
    """
    shown = _pictures(reports / FOLDER / NOW) if ours(reports, REPORTS) else {}
    if not shown:
        raise Wrong(RULES["LOOK-005"].at(Place(reports)))
    reported = json.loads((reports / "findings.json").read_text(encoding="utf-8"))["title"]
    if reported != title:
        raise Wrong(RULES["LOOK-006"].at(Place(reports), reported=reported, title=title))
    folder = content / FOLDER
    there = _pictures(folder)
    new = [name for name in shown if name not in there]
    changed = [n for n in shown if n in there and there[n].read_bytes() != shown[n].read_bytes()]
    gone = [name for name in there if name not in shown]
    for name in (*new, *changed):
        _write(folder / f"{name}{ENDING}", shown[name].read_bytes())
    for name in gone:
        there[name].unlink()
    _tidy(folder)
    same = len(shown) - len(new) - len(changed)
    return (
        f"Accepted: {len(changed)} changed pictures and {len(new)} new ones. "
        f"{len(gone)} deleted, {same} as they were."
    )


def _pictures(folder: Path) -> Mapping[str, Path]:
    files = sorted(folder.rglob(f"*{ENDING}"))
    return {f.relative_to(folder).as_posix().removesuffix(ENDING): f for f in files if f.is_file()}


def _write(file: Path, data: bytes) -> None:
    """Replace `file` in one step, so that a crash leaves no half a picture."""
    file.parent.mkdir(parents=True, exist_ok=True)
    half = file.with_name(f".{file.name}.{os.getpid()}")
    try:
        half.write_bytes(data)
        half.replace(file)
    finally:
        half.unlink(missing_ok=True)


def _tidy(folder: Path) -> None:
    """Take away the folders that have become empty, those inside first."""
    for inner in sorted(folder.rglob("*"), reverse=True):
        if inner.is_dir() and not any(inner.iterdir()):
            inner.rmdir()
