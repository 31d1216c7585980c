"""The program that drives the browser: `python -m checks._web.visits ORDER`.

It prints one line of JSON for each page: what was seen, and what proves that it was looked at.
`checks/_web/browser.py` writes the order and judges the answer.
"""

from __future__ import annotations

import asyncio
import json
import sys
import traceback
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from playwright.async_api import Browser, BrowserContext, Error, Page, async_playwright
from playwright.async_api import TimeoutError as NeverLoaded

from checks._web import chromium, engines, keyboard, layout, search
from checks._web.browser import CANNOT_START, SITE
from checks._web.heard import Heard
from checks._web.seen import One, walked

_SIZES = {320: (320, 640), 1280: (1280, 900)}
_PAPER = (718, 1000)  # CSS pixels: A4 less its margins
_LONGEST_LOAD = 30_000  # milliseconds


@dataclass(frozen=True, slots=True)
class Order:
    """What is asked for, with the engines' and our own scripts as one text."""

    asked: Mapping[str, Any]
    script: str
    known: dict[str, bool] = field(default_factory=dict)  # looks of the focus that were measured


def read(file: Path) -> Order:
    """The order, with every script that goes into a page."""
    asked = json.loads(file.read_text(encoding="utf-8"))
    own = sorted(Path(__file__).with_name("page").glob("*.js"))
    scripts = [Path(path) for path in asked["scripts"].values()]
    return Order(asked, "\n;\n".join(p.read_text(encoding="utf-8") for p in (*scripts, *own)))


async def main(order: Order) -> None:
    """Visit every page that the order names, a few at once."""
    asked = order.asked
    async with async_playwright() as playwright:
        try:
            browser = await chromium.start(playwright, asked["browser"])
        except Error as error:
            _say("", {"failed": f"{CANNOT_START}: {error}"})
            return
        turns = asyncio.Semaphore(asked["at_once"])
        pages = [_in_turn(turns, browser, order, page) for page in asked["addresses"]]
        if asked["words"]:
            pages.append(_site(turns, browser, order))
        await asyncio.gather(*pages)
        await browser.close()


async def _in_turn(turns: asyncio.Semaphore, browser: Browser, order: Order, page: str) -> None:
    async with turns:
        _say(page, await _bounded(_visit(browser, order, page), order))


async def _site(turns: asyncio.Semaphore, browser: Browser, order: Order) -> None:
    """What is tried once for the whole site."""
    async with turns:
        work = _search(browser, order)
        _say(SITE, await _bounded(work, order))


async def _bounded(work: Any, order: Order) -> dict[str, Any]:  # noqa: ANN401  a coroutine
    """What some work tells; that it never came to rest, or how it failed, where it did not end."""
    try:
        return dict(await asyncio.wait_for(work, order.asked["page_seconds"]))
    except (TimeoutError, NeverLoaded):
        return {"restless": True, "seen": [walked("WEB-032")]}
    except Exception as error:  # noqa: BLE001  the page's line must say how it failed
        why = str(error).strip().partition("\n")[0]
        return {"failed": why or type(error).__name__, "trace": traceback.format_exc(), "seen": []}


def _say(page: str, told: Mapping[str, Any]) -> None:
    print(json.dumps({"page": page, **told}), flush=True)  # noqa: T201  this is the answer


async def _visit(browser: Browser, order: Order, name: str) -> dict[str, Any]:
    """All that is seen of one page, with scripts and without, and what proves it."""
    seen: list[One] = []
    proofs: dict[str, Any] = {}
    address = order.asked["addresses"][name]
    async with await browser.new_context(reduced_motion="reduce", **_screen(1280)) as context:
        page, heard = await _open(context, address, order)
        seen += await layout.motion(page)
        await page.evaluate("look.still()")
        for width, colours in ((1280, "light"), (1280, "dark"), (320, "dark"), (320, "light")):
            await _show(page, width, colours)
            seen += await _examined(page, proofs, f"{width} pixels wide, {colours}")
            if colours == "light":
                seen += await layout.fits(page, width)
        words = await page.evaluate("[look.words(), look.ways()]")
        seen += await _other_ways(page)
        await _show(page, 320, "dark")
        seen += await keyboard.walk(page, "320 pixels wide, dark", order.known, opening=True)
        await _show(page, 1280, "light")
        seen += await keyboard.walk(page, "1280 pixels wide, light", order.known, opening=False)
        seen += heard.faults()
    seen += await _without_scripts(browser, order, name, words, proofs)
    if file := order.asked["files"].get(name):
        seen += await _as_file(browser, file)
    return {"seen": seen, "proofs": proofs}


def _screen(width: int) -> dict[str, Any]:
    size = _SIZES[width]
    return {"viewport": {"width": size[0], "height": size[1]}, "accept_downloads": False}


async def _open(context: BrowserContext, address: str, order: Order) -> tuple[Page, Heard]:
    page = await context.new_page()
    heard = Heard(order.asked["home"])
    heard.listen(page)
    await page.goto(address, wait_until="load", timeout=_LONGEST_LOAD)
    await page.evaluate("document.fonts.ready.then(() => true)")
    await page.evaluate(order.script)
    return page, heard


async def _show(page: Page, width: int, colours: str) -> None:
    """Show the page at a width and in light or dark, and wait until it is drawn so."""
    wide, high = _SIZES[width]
    await page.set_viewport_size({"width": wide, "height": high})
    scheme: Any = colours
    await page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    await page.evaluate("look.settled()")


async def _examined(page: Page, proofs: dict[str, Any], setting: str) -> list[One]:
    seen, ran = await engines.examine(page, setting)
    proofs[setting] = {**await page.evaluate("look.proof()"), "ran": ran}
    return seen


async def _other_ways(page: Page) -> list[One]:
    """In forced colours, and on paper."""
    await _show(page, 1280, "light")
    await page.emulate_media(color_scheme="light", forced_colors="active", reduced_motion="reduce")
    await page.evaluate("look.settled()")
    seen = await layout.forced(page)
    await page.emulate_media(color_scheme="light", forced_colors="none", reduced_motion="reduce")
    before = await page.evaluate("look.words()")
    seen += await layout.printed(page, _PAPER, before)
    await page.emulate_media(media="screen", color_scheme="light", reduced_motion="reduce")
    return seen


async def _without_scripts(
    browser: Browser, order: Order, name: str, words: list[list[str]], proofs: dict[str, Any]
) -> list[One]:
    """The page as it is where scripts are off: to the engines, and to who reads it."""
    async with await browser.new_context(reduced_motion="reduce", **_screen(1280)) as context:
        await context.route(order.asked["addresses"][name], layout.without_scripts)
        page, _ = await _open(context, order.asked["addresses"][name], order)
        await page.evaluate("look.still()")
        seen: list[One] = []
        for width in (1280, 320):
            for colours in ("light", "dark"):
                await _show(page, width, colours)
                setting = f"{width} pixels wide, {colours}, without JavaScript"
                seen += await _examined(page, proofs, setting)
            seen += await layout.unscripted(page, words, width)
            seen += await layout.fits(page, width, ", without JavaScript", quick=True)
    return seen


async def _as_file(browser: Browser, address: str) -> list[One]:
    """Opened from a folder, a page must still have its styles, and report nothing."""
    async with await browser.new_context(**_screen(1280)) as context:
        page = await context.new_page()
        heard = Heard(address)
        heard.listen(page)
        lost: list[str] = []
        page.on("requestfailed", lambda request: lost.append(request.resource_type))
        await page.goto(address, wait_until="load", timeout=_LONGEST_LOAD)
        # What else may be fetched from a folder is each browser's own affair, so only words count.
        said = dict.fromkeys(" ".join(one["facts"].values()) for one in heard.messages())
        problems = [f"it says “{words}”" for words in said]
        problems += ["it has lost its styles"] if "stylesheet" in lost else []
        return [walked("WEB-035", problem=problem) for problem in problems]


async def _search(browser: Browser, order: Order) -> dict[str, Any]:
    async with await browser.new_context(reduced_motion="reduce", **_screen(1280)) as context:
        page, _ = await _open(context, order.asked["home"], order)
        return {"seen": await search.walk(page, order.asked["words"])}


if __name__ == "__main__":
    asyncio.run(main(read(Path(sys.argv[1]))))
