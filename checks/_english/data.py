"""The word lists that come with the checks. They are TOML, so that anyone can add to them."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

DATA = Path(__file__).parents[1] / "data"


@cache
def table(name: str) -> dict[str, Any]:
    """What data/NAME.toml holds."""
    return tomllib.loads((DATA / f"{name}.toml").read_text(encoding="utf-8"))


@cache
def listed(name: str, file: str = "english") -> frozenset[str]:
    """The words of one list in data/FILE.toml."""
    return frozenset(table(file)[name])
