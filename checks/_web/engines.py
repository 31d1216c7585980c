"""axe-core and AccessLint in a page, in the terms of our rules. Runs in the browser's program."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from playwright.async_api import Page

from checks._web.seen import One
from checks._web.words import plain


async def examine(page: Page, setting: str) -> tuple[list[One], dict[str, int]]:
    """What both engines see in the page as it is shown now, and how many rules each ran."""
    axe, other = await page.evaluate("look.axe().then(axe => [axe, look.accesslint()])")
    seen = [*_axe(axe, setting), *_accesslint(other, setting)]
    return seen, {"axe": axe["ran"], "AccessLint": other["ran"]}


def _axe(told: Mapping[str, Any], setting: str) -> Iterator[One]:
    """Faults of whatever weight: what axe calls moderate keeps people out, too."""
    for fault in told["faults"]:
        enhanced = fault["id"] == "color-contrast-enhanced"
        facts = {} if enhanced else {"what": plain(fault["id"], fault["help"])}
        yield _one("WEB-008" if enhanced else "WEB-001", "axe", fault, facts, setting)
    for fault in told["unsure"]:
        yield _one("WEB-002", "axe", fault, {"what": plain(fault["id"], fault["help"])}, setting)


def _accesslint(told: Mapping[str, Any], setting: str) -> Iterator[One]:
    for fault in told["faults"]:
        enhanced = fault["id"].endswith("color-contrast-enhanced")
        facts = {} if enhanced else {"what": plain(fault["id"], fault["help"])}
        yield _one("WEB-008" if enhanced else "WEB-001", "AccessLint", fault, facts, setting)


def _one(
    rule: str, engine: str, fault: Mapping[str, Any], facts: Mapping[str, str], setting: str
) -> One:
    return {
        "rule": rule,
        "engine": engine,
        "name": fault["id"],
        "facts": dict(facts),
        "selector": fault["selector"],
        "setting": setting,
    }
