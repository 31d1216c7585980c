"""Through a page with the keyboard alone: everything reached, in order, seen, and left again."""

from __future__ import annotations

import io
import itertools
from collections import Counter
from functools import lru_cache
from typing import Any

from coloraide import Color
from PIL import Image
from playwright.async_api import Page

from checks._web.seen import One, walked

_NAMED = 3
_EDGE = 8  # CSS pixels around a part in which its focus may be shown
_ENOUGH = 3.0  # WCAG 2.4.13 and 1.4.11: how much what shows the focus must stand out
_HALF = 3  # of five points of a part, so many must be uncovered
_SPARE = 40  # stops more than there are parts, before the walk is called endless


async def walk(page: Page, setting: str, known: dict[str, bool], *, opening: bool) -> list[One]:
    """What is wrong for who has only a keyboard.

    `known` keeps which looks of the focus can be seen, so that each is measured once in a run.
    With `opening`, what folds is opened on the way.
    """
    seen = await _skip(page)
    count = await page.evaluate("look.start()")
    reached: list[int] = []
    stops: dict[str, list[One]] = {}
    first, last = -1, -2
    for press in itertools.count():
        await page.keyboard.press("Tab")
        stop = await page.evaluate("look.stop()")
        if stop and press > 2 * count + _SPARE:  # `count` grows when something opens on the way
            seen.append(_at("WEB-012", stop, setting))
            break
        if stop is None and press == 0:
            continue  # some browsers stop at their own window in between
        if stop is None or (stop["at"] == first and stop["at"] != -1 and len(reached) > 1):
            break
        if stop["at"] == last and stop["kind"] not in {"iframe", "audio", "video"}:
            seen += [_at("WEB-012", stop, setting)] if count > 1 else []
            break
        first = stop["at"] if first == -1 else first
        last = stop["at"]
        reached.append(stop["at"])
        for one in await _judge(page, stop, setting, known):
            stops.setdefault(one["rule"], []).append(one)
        if opening and stop["closed"]:
            await page.keyboard.press("Enter")
            count = await page.evaluate("look.add()")
    for found in stops.values():
        seen += found[:_NAMED]
    missed = await page.evaluate("reached => look.missed(reached)", reached)
    return seen + [_at("WEB-011", one, setting) for one in missed[:_NAMED]]


async def _judge(
    page: Page, stop: dict[str, Any], setting: str, known: dict[str, bool]
) -> list[One]:
    """What is wrong with one place that the keyboard has reached."""
    seen = []
    if stop["backwards"]:
        seen.append(_at("WEB-015", stop, setting, before=stop["previous"]))
    if stop["seen"] < _HALF:
        return [*seen, _at("WEB-014", stop, setting)]
    signature = stop["signature"]
    if signature not in known:
        known[signature] = await _shows(page, stop["box"])
    return seen if known[signature] else [*seen, _at("WEB-013", stop, setting)]


async def _skip(page: Page) -> list[One]:
    """Whether the first Tab offers a way past the menu, and whether it works."""
    await page.evaluate("look.start()")
    await page.keyboard.press("Tab")
    skip = await page.evaluate("look.skip()")
    if not skip["needed"]:
        return []
    problem = ""
    if not skip["leads"]:
        problem = "the first thing that the Tab key reaches is not a link to the main part"
    elif not skip["seen"]:
        problem = "it can't be seen when the keyboard reaches it"
    else:
        await page.keyboard.press("Enter")
        await page.keyboard.press("Tab")
        if not await page.evaluate("look.past()"):
            problem = "after it the keyboard is still in front of the main part"
    return [walked("WEB-016", problem=problem)] if problem else []


async def _shows(page: Page, box: list[float]) -> bool:
    """Whether the page looks different enough with the focus there, in a picture of the place."""
    with_focus = await _picture(page, box)
    await page.evaluate("look.leave()")
    without = await _picture(page, box)
    await page.evaluate("look.back()")
    longest = max(min(box[2], with_focus.width), min(box[3], with_focus.height))
    return changed(with_focus, without) >= longest


async def _picture(page: Page, box: list[float]) -> Image.Image:
    size = page.viewport_size or {"width": 320, "height": 640}
    left, top = max(0.0, box[0] - _EDGE), max(0.0, box[1] - _EDGE)
    right = min(float(size["width"]), box[0] + box[2] + _EDGE)
    bottom = min(float(size["height"]), box[1] + box[3] + _EDGE)
    clip: Any = {
        "x": left,
        "y": top,
        "width": max(1.0, right - left),
        "height": max(1.0, bottom - top),
    }
    return Image.open(io.BytesIO(await page.screenshot(clip=clip))).convert("RGB")


def changed(one: Image.Image, other: Image.Image) -> int:
    """How many dots of two pictures of one size differ by 3 to 1 or more."""
    pairs = Counter(zip(one.get_flattened_data(), other.get_flattened_data(), strict=False))
    return sum(
        count
        for (first, second), count in pairs.items()
        if first != second and _apart(first, second)
    )


@lru_cache(maxsize=10_000)
def _apart(one: tuple[int, int, int], other: tuple[int, int, int]) -> bool:
    first, second = (Color("srgb", [part / 255 for part in dot]) for dot in (one, other))
    return first.contrast(second, method="wcag21") >= _ENOUGH


def _at(rule: str, stop: dict[str, Any], setting: str, **facts: str) -> One:
    return walked(rule, stop["where"], setting, what=stop["name"], **facts)
