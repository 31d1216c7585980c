"""What becomes of a page when it is shown in other ways. Runs in the browser's program."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from playwright.async_api import Page, Route

from checks._web.seen import One, walked

_NAMED = 3  # places of one kind that are told of one page: the rest have the same cause
_SMALL = 320  # CSS pixels: 1280 at four times the size
_NOSCRIPT = re.compile(rb"<(/?)noscript\b[^>]*>", re.IGNORECASE)


async def fits(page: Page, width: int, more: str = "", *, quick: bool = False) -> list[One]:
    """At this width: nothing too wide, cut off, covered, or too small to press.

    Unless `quick`, also with WCAG's spaces, with letters of twice the size, and in which order.
    """
    setting = f"{width} pixels wide{more}"
    seen = _all("WEB-005", await page.evaluate("look.sideways()"), setting)
    seen += await _read(page, setting)
    seen += _all("WEB-023", await page.evaluate("look.small()"), setting)
    if quick:
        return seen
    seen += _all("WEB-024", await page.evaluate("look.order()"), setting)
    seen += _all("WEB-001", await page.evaluate("look.headless()"), setting)
    await page.evaluate("look.spaced()")
    seen += await _read(page, f"{setting}, with the spaces of WCAG 1.4.12")
    seen += _all(
        "WEB-005", await page.evaluate("look.sideways()"), f"{setting}, spaces of WCAG 1.4.12"
    )
    await page.evaluate("look.unspaced()")
    if width > _SMALL:  # on a small screen the page is as large as that already
        await page.evaluate("look.doubled()")
        seen += await _read(page, f"{setting}, letters twice as large")
        await page.evaluate("look.undoubled()")
    return seen


async def _read(page: Page, setting: str) -> list[One]:
    """Words that are cut off or lie over others, as the page is now."""
    cut = _all("WEB-017", await page.evaluate("look.clipped()"), setting)
    return cut + _all("WEB-018", await page.evaluate("look.overlapping()"), setting)


async def motion(page: Page) -> list[One]:
    """What moves although no movement is wanted. Before the page is held still."""
    return _all("WEB-020", await page.evaluate("look.moving()"), "")


async def forced(page: Page) -> list[One]:
    """In forced colours: words that can't be read, and a focus that doesn't show."""
    told = await page.evaluate("look.forced()")
    problems = {
        "pale": "“{}” can't be read",
        "faint": "nothing shows that the keyboard has reached “{}”",
    }
    return [
        walked("WEB-019", one["where"], "", problem=problem.format(one["what"]))
        for kind, problem in problems.items()
        for one in told[kind][:_NAMED]
    ]


async def printed(page: Page, paper: tuple[int, int], before: list[str]) -> list[One]:
    """On paper, also for who reads in dark colours: words lost, too pale, or off the sheet."""
    await page.set_viewport_size({"width": paper[0], "height": paper[1]})
    await page.emulate_media(media="print", color_scheme="dark", reduced_motion="reduce")
    await page.evaluate("look.settled()")
    after = set(await page.evaluate("look.words()"))
    lost = [f"the words “{_short(words)}” are missing" for words in before if words not in after]
    pale = [
        (f"the words “{one['what']}” are too pale", one["where"])
        for one in await page.evaluate("look.faded()")
    ]
    wide = [
        ("lines run off the sheet", one["where"]) for one in await page.evaluate("look.sideways()")
    ]
    seen = [walked("WEB-022", problem=problem) for problem in lost[:_NAMED]]
    return seen + [
        walked("WEB-022", where, "", problem=problem) for problem, where in (*pale[:_NAMED], *wide)
    ]


async def without_scripts(route: Route) -> None:
    """Answer with the page as a browser without scripts would read it.

    Not by turning scripts off in the browser: the engines are scripts themselves.
    """
    answer = await route.fetch()
    body = _NOSCRIPT.sub(rb"<\1div>", await answer.body())
    headers = {**answer.headers, "content-security-policy": "script-src 'none'"}
    headers.pop("content-length", None)
    await route.fulfill(response=answer, body=body, headers=headers)


async def unscripted(page: Page, with_scripts: list[list[str]], width: int) -> list[One]:
    """What is lost or dead without scripts. `with_scripts`: the words and ways that were there."""
    words, ways = with_scripts
    now = set(await page.evaluate("look.words()"))
    lost = [f"the words “{_short(one)}” are missing" for one in words if one not in now]
    reached = set(await page.evaluate("look.ways()"))
    ends = [f"nothing leads to {one} any more" for one in ways if one not in reached]
    idle = [
        (f"“{one['what']}” can be pressed but does nothing", one["where"])
        for one in await page.evaluate("look.idle()")
    ]
    problems = [(problem, "") for problem in (*lost[:_NAMED], *ends[:_NAMED])] + idle[:_NAMED]
    setting = f"{width} pixels wide"
    return [walked("WEB-021", where, setting, problem=problem) for problem, where in problems]


def _all(rule: str, told: Iterable[dict[str, Any]], setting: str) -> list[One]:
    """The first places of one kind, in the terms of a rule."""
    return [walked(rule, str(one.pop("where", "")), setting, **one) for one in list(told)[:_NAMED]]


def _short(words: str) -> str:
    return words if len(words) <= 60 else f"{words[:59]}…"  # noqa: PLR2004  as page/1-base.js cuts
