"""What this computer has for building the charter, proved by using it."""

from __future__ import annotations

import platform
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

from charter import browser, programs
from charter.java import find_java
from charter.terminal import line

Line = tuple[str, str, str]
"""A tool, what was found of it, and how to put it right ("" where it is right)."""

_NEEDED = 1500  # MB: set-up and one build
AGAIN = "Delete the folder .venv, then run “python3 build.py”. It needs the internet once."


def show(root: Path) -> bool:
    """Print a line for each tool, and what to do where one is missing; whether all are there."""
    free = shutil.disk_usage(root).free // 1_000_000
    room = "" if free > _NEEDED else "Delete files that you don't need."
    first = [("Python", platform.python_version(), ""), ("Free disk space", f"{free} MB", room)]
    lines = [*first, *tools(root)]
    for name, found, fix in lines:
        print(line(name, found if not fix else found or "Missing"))
        if fix:
            print(f"  To fix it: {fix}")
    return not any(fix for _, _, fix in lines)


def tools(root: Path) -> Iterator[Line]:
    """A line for each outside tool and library that a build stands on."""
    for name in (
        "mkdocs",
        "mkdocs-material",
        "typst",
        "textstat",
        "page-validation",
        "playwright",
        "zxing-cpp",
    ):
        yield _library(name)
    yield _tried("Node", lambda: _node(root))
    yield _tried("pa11y-ci (web checks)", lambda: _pa11y(root))
    yield _tried("Java (HTML and PDF checks)", _java)
    yield _tried("A browser that draws words", lambda: _browser(root))


def _library(name: str) -> Line:
    from importlib.metadata import PackageNotFoundError, version  # noqa: PLC0415  slow to load

    try:
        return name, version(name), ""
    except PackageNotFoundError:
        return name, "", AGAIN


def _tried(name: str, ask: Callable[[], str]) -> Line:
    try:
        return name, ask(), ""
    except programs.ProgramFailed as failed:
        return name, "", f"{failed} {AGAIN}"


def _node(root: Path) -> str:
    return programs.run([browser.find_node(root), "--version"], timeout=60).stdout.strip()


def _pa11y(root: Path) -> str:
    program = root / "node_modules" / "pa11y-ci" / "bin" / "pa11y-ci.js"
    words: list[str | Path] = [browser.find_node(root), program, "--version"]
    return programs.run(words, timeout=60).stdout.strip()


def _java() -> str:
    return programs.run([find_java(), "--version"], timeout=60).stdout.partition("\n")[0].strip()


def _browser(root: Path) -> str:
    found = browser.find_browser(root)
    return f"{browser.prove(root, browser.find_node(root), found)} ({found.path})"
