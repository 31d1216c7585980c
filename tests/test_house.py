"""The habits of this house, so that nobody has to remember them."""

from __future__ import annotations

import ast
import importlib
import pkgutil
import re
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest
from harness import CHECKS, HOUSE, ROOT

import charter
import checks
import formats
from charter.commands import all_rules
from charter.findings import Rule
from formats import FORMATS

MAY_IMPORT = {
    "charter": {"charter"},
    "formats": {"charter", "formats"},
    "checks": {"charter", "checks"},
}
MAY_START_PROGRAMS = {"charter/programs.py", "charter/bootstrap.py", "build.py"}
FETCHES = {"urllib.request", "requests", "ftplib", "smtplib", "urllib3"}
MOST_LINES = 400
A_SCREEN = 60  # lines
FOLDERS = ("charter", "formats", "checks", "tests", "benchmarks")
OURS = [ROOT / "build.py", *sorted(f for name in FOLDERS for f in (ROOT / name).rglob("*.py"))]
SHIPPED = [file for file in OURS if file.relative_to(ROOT).parts[0] in {*MAY_IMPORT, "build.py"}]


def name(file: Path) -> str:
    """A file as people here call it."""
    return file.relative_to(ROOT).as_posix()


def imported(file: Path) -> Iterator[str]:
    """Every module that a file names in an import, also inside its functions."""
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and not node.level:
            yield node.module or ""
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def modules() -> Iterator[ModuleType]:
    """Every module of the charter, the formats and the checks."""
    for package in (charter, formats, checks):
        yield package
        for found in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            yield importlib.import_module(found.name)


def written_rules() -> dict[str, list[tuple[str, Rule]]]:
    """Every rule that a module holds, alone or in a mapping, by its code, with the key it is under."""
    found: dict[str, list[tuple[str, Rule]]] = {}
    for module in modules():
        for value in vars(module).values():
            several = value.items() if isinstance(value, dict) else ((None, value),)
            for key, rule in several:
                if isinstance(rule, Rule):
                    found.setdefault(rule.code, []).append((key or rule.code, rule))
    return found


@pytest.mark.parametrize("package", MAY_IMPORT)
def test_imports_point_inwards(package: str) -> None:
    """Formats and checks know the charter; the charter knows neither, and they not each other."""
    ours = {*MAY_IMPORT, "build", "tests"}
    for file in (ROOT / package).rglob("*.py"):
        used = {module.split(".")[0] for module in imported(file)} & ours

        assert set() == used - MAY_IMPORT[package], name(file)


@pytest.mark.parametrize("file", SHIPPED, ids=name)
def test_one_place_starts_programs(file: Path) -> None:
    """Timeouts, exit statuses and clear words for a missing tool are kept in one module."""
    starts = "subprocess" in imported(file) or re.search(
        r"\bos\.(system|popen|spawn\w+|exec\w+)\(|shell=True", file.read_text(encoding="utf-8")
    )

    assert not starts or name(file) in MAY_START_PROGRAMS


@pytest.mark.parametrize("file", SHIPPED, ids=name)
def test_nothing_is_fetched(file: Path) -> None:
    """No module of ours can ask another computer for anything."""
    assert set() == FETCHES & set(imported(file))


@pytest.mark.parametrize("file", OURS, ids=name)
def test_files_stay_small(file: Path) -> None:
    """A file that outgrows 400 lines has become two files, a function over a screen two functions."""
    source = file.read_text(encoding="utf-8")
    long = [
        node.name
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and (node.end_lineno or 0) - node.lineno >= A_SCREEN
    ]

    assert [] == long
    assert len(source.splitlines()) <= MOST_LINES


def test_each_code_is_one_rule() -> None:
    """People ask for help by code, so a code has one meaning and stands under its own name."""
    for code, several in written_rules().items():
        assert {code} == {key for key, _ in several}
        assert 1 == len({id(rule) for _, rule in several}), f"{code} is written twice"


def test_every_rule_can_be_explained() -> None:
    """`explain` knows each rule, those that no list of checks mentions too."""
    assert set(written_rules()) == set(all_rules(HOUSE))


@pytest.mark.parametrize("code", sorted(all_rules(HOUSE)))
def test_every_rule_says_it_all(code: str) -> None:
    """What is wrong, what to do and why it matters, in words for people who do not program."""
    rule = all_rules(HOUSE)[code]

    assert re.fullmatch(r"[A-Z]{2,}-\d{3}", code)
    for words in (rule.message, rule.fix, rule.why):
        assert words.strip()
        assert not re.search(r"\b(invalid|null|regex|exception|parse[dr]?|stdout)\b", words.lower())
    assert re.search(r"[.?!][”)]?$|\w\}$|…$|\.”$", rule.why)


def test_every_check_and_format_is_registered() -> None:
    """A module with run() or render() that nobody registered would never run."""
    found = list(modules())
    public = [m for m in found if not m.__name__.rpartition(".")[2].startswith("_")]

    assert {
        m.__name__ for m in public if m.__name__.startswith("checks.") and hasattr(m, "run")
    } == {check.__name__ for check in CHECKS.values() if isinstance(check, ModuleType)}
    assert {
        m.__name__ for m in public if m.__name__.startswith("formats.") and hasattr(m, "render")
    } == {one.__name__ for one in FORMATS.values() if isinstance(one, ModuleType)}


def test_titles_tell_checks_and_formats_apart() -> None:
    """A step's line on the screen and in the report names one thing."""
    titles = [*(c.TITLE for c in CHECKS.values()), *(f.TITLE for f in FORMATS.values())]

    assert sorted(set(titles)) == sorted(titles)


def test_locks_name_no_address() -> None:
    """Locks hold versions and hashes; where to get them from is each place's own choice."""
    python = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    node = (ROOT / "package-lock.json").read_text(encoding="utf-8")

    assert "://" not in python
    assert '"resolved"' not in node
