"""What several tests share: a small charter, judged in the same process or by the real command."""

from __future__ import annotations

import importlib
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

import jsonschema

from charter.commands import House
from charter.contracts import Draft, Stage
from charter.findings import Finding, Wrong, unique
from charter.load import load
from charter.policy import apply_waivers, load_policy
from checks import all_checks
from formats import FORMATS

ROOT = Path(__file__).resolve().parents[1]
SMALL = ROOT / "tests" / "small"
POLICY = ROOT / "checks" / "policy.toml"
CHECKS = all_checks()
HOUSE = House(ROOT, FORMATS, CHECKS)
TODAY = date(2026, 1, 15)  # no test may depend on the day it runs on
REVIEWED = "  reviewed: 2026-01-05"  # as the small charter says
LONGEST = 900  # seconds before a command counts as hung

Seed = Callable[[Draft, Path], Iterable[Finding]]


@dataclass(frozen=True, slots=True)
class Ran:
    """How a command ended, and everything it printed."""

    status: int
    output: str


@dataclass(frozen=True, slots=True)
class Project:
    """A copy of the small charter in a folder of its own, worked on by the real build.py."""

    folder: Path

    @property
    def content(self) -> Path:
        """The charter's source."""
        return self.folder / "content"

    @property
    def live(self) -> Path:
        """Where the charter is published to."""
        return self.folder / "dist"

    @property
    def reports(self) -> Path:
        """Where the reports are written to."""
        return self.folder / "reports"

    def command(self, *words: str) -> list[str]:
        """The whole command line for some words, such as "check" or "agree", "hear"."""
        line = [sys.executable, str(ROOT / "build.py"), *words]
        if words and words[0] in {"explain", "doctor", "test"}:
            return line
        places = {"--content": "content", "--out": "dist", "--reports": "reports"}
        return [*line, *(w for k, v in places.items() if k not in words for w in (k, v))]

    def start(self, *words: str, **variables: str) -> subprocess.Popen[str]:
        """The real command, running. Its output, errors too, is in `stdout`."""
        return subprocess.Popen(
            self.command(*words),
            cwd=self.folder,
            env={**os.environ, "PYTHONUTF8": "1", **variables},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            start_new_session=True,  # a signal for the test must not end the tests themselves
        )

    def run(self, *words: str, **variables: str) -> Ran:
        """Run the real command to its end."""
        with self.start(*words, **variables) as process:
            try:
                output, _ = process.communicate(timeout=LONGEST)
            except subprocess.TimeoutExpired:
                process.kill()
                raise
        return Ran(process.returncode, output)

    def edit(self, file: str, old: str, new: str) -> None:
        """Change some words of a file in `content`. They must be there."""
        path = self.content / file
        words = path.read_text(encoding="utf-8")
        assert old in words, f"{old!r} is not in {file}"
        path.write_text(words.replace(old, new), encoding="utf-8", newline="\n")

    def write(self, file: str, words: str | bytes) -> None:
        """Write a file in `content`."""
        path = self.content / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(words if isinstance(words, bytes) else words.encode())

    def published(self) -> dict[str, bytes]:
        """Every published file by its path, so that two moments can be compared."""
        return contents(self.live)


def contents(folder: Path) -> dict[str, bytes]:
    """Every file below `folder` by its path."""
    return {
        file.relative_to(folder).as_posix(): file.read_bytes()
        for file in sorted(folder.rglob("*"))
        if file.is_file()
    }


def small_copy(folder: Path) -> Path:
    """A copy of the small charter as `folder`, without the pictures of how it was accepted."""
    return shutil.copytree(SMALL, folder, ignore=shutil.ignore_patterns("looks"))


def lay_over(folder: Path, over: Path) -> None:
    """Copy `over` onto `folder`; a file X.delete in it deletes X first."""
    for file in sorted(over.rglob("*.delete")):
        (folder / file.relative_to(over).with_suffix("")).unlink()
    for file in over.rglob("*"):
        if file.is_file() and file.suffix != ".delete":
            target = folder / file.relative_to(over)
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(file, target)


def reviewed_today(content: Path) -> None:
    """Let the statement of a copy of the small charter be reviewed on the real day.

    The real command asks the clock, and a review holds for a year only.
    """
    file = content / "charter.md"
    words = file.read_text(encoding="utf-8")
    assert REVIEWED in words
    today = datetime.now().astimezone().date()
    file.write_text(words.replace(REVIEWED, f"  reviewed: {today}"), encoding="utf-8", newline="\n")


def judged(content: Path, policy: Path = POLICY, today: date = TODAY) -> tuple[Finding, ...]:
    """All that reading the folder and every content check find, however broken the charter is."""
    try:
        limits = load_policy(policy)
    except Wrong as wrong:
        return wrong.findings
    loaded = load(content)
    found = list(loaded.findings)
    if loaded.charter:
        draft = Draft(loaded.charter, limits, today)
        for check in CHECKS.values():
            if check.STAGE is Stage.CONTENT:
                found += check.run(draft).findings
    count, _ = apply_waivers(unique(found), limits, today, content)
    return unique(count)


def seeds() -> dict[str, tuple[Seed, Seed]]:
    """What each tests/seeded_NAME.py damages, and leaves whole, by the code it must bring out."""
    found: dict[str, tuple[Seed, Seed]] = {}
    for file in sorted((ROOT / "tests").glob("seeded_*.py")):
        more: dict[str, tuple[Seed, Seed]] = importlib.import_module(file.stem).SEEDS
        assert not found.keys() & more.keys(), f"{file.name} has a code that is there already"
        found |= more
    return found


def as_promised(said: str, schema: str, several: str) -> dict[str, Any]:
    """What a command printed as JSON, which must be what `schema` promises, down to each finding.

    `several` is the name of the list whose entries have findings, such as "files".
    """
    folder = ROOT / "charter" / "report"
    promised = json.loads((folder / schema).read_text(encoding="utf-8"))
    findings = json.loads((folder / "findings.schema.json").read_text(encoding="utf-8"))
    data: dict[str, Any] = json.loads(said)
    jsonschema.Draft202012Validator(promised).validate(data)
    finding = {"$ref": "#/$defs/finding", "$defs": findings["$defs"]}
    for one in data[several]:
        for found in one["findings"]:
            jsonschema.Draft202012Validator(finding).validate(found)
    return data
