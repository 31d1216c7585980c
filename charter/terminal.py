"""How results are said in a terminal, in a log and read aloud: a line a step, plain words."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from pathlib import Path

from charter.findings import Finding

WIDTH = 60  # characters from the start of a line to how a step ended


def line(step: str, ended: str) -> str:
    """A step and how it ended, with dots between them."""
    return f"{step} {'.' * max(3, WIDTH - len(step))} {ended}"


def short(path: Path) -> str:
    """A path as a person would type it here."""
    try:
        return os.path.relpath(path)
    except ValueError:  # another drive on Windows
        return str(path)


def waiting() -> None:
    """Say that another build is at work."""
    print("Another build is at work. Waiting for it to end.", file=sys.stderr, flush=True)


def print_findings(findings: Iterable[Finding]) -> None:
    """What must be fixed in full; what should be looked at, in a line each."""
    findings = tuple(findings)
    must = [finding for finding in findings if finding.blocks]
    for finding in must:
        print(f"\n{finding}")
    please = [finding for finding in findings if not finding.blocks]
    if please:
        print(f"\nPlease check ({len(please)}):")
    for finding in please:
        print(f"  {finding.place}: {finding.message} ({finding.rule.code})")
    print(f"\n{len(must)} to fix, {len(please)} to check.")


def speak_utf8() -> None:
    """Have every letter printed, also where Windows sends the output to a file."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)  # not there where tests listen
        if reconfigure:
            reconfigure(encoding="utf-8", errors="replace")
