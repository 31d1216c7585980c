"""The site's search, used by somebody who has only a keyboard and listens."""

from __future__ import annotations

import asyncio

from playwright.async_api import Error, Page

from checks._web.seen import One, walked

_PATIENCE = 10_000  # milliseconds until the search must have said something
_OPENER = "[aria-haspopup=dialog]"
_FIELD = "dialog input, [role=dialog] input"
_SAID = "document.querySelector('dialog [role=status], dialog [aria-live]')?.textContent.trim()"
_PAUSE = 50  # milliseconds
_MOST = 30  # presses of Tab until the search must have been reached


async def walk(page: Page, words: str) -> list[One]:
    """Open the search, look for `words`, hear how many there are, follow the first, come back."""
    try:
        problem = await _try(page, words)
    except Error as error:
        problem = f"it failed ({str(error).partition(chr(10))[0]})"
    return [walked("WEB-030", problem=problem)] if problem else []


async def _try(page: Page, words: str) -> str:
    """What does not work; "" where all does."""
    return await _open(page) or await _find(page, words) or await _follow(page)


async def _open(page: Page) -> str:
    """Open it, leave it with Escape, and open it again."""
    if not await page.locator(_OPENER).count():
        return "there is no button that opens it"
    if not await _reach(page, f"document.activeElement.matches('{_OPENER}')"):
        return "the Tab key does not reach it"
    await page.keyboard.press("Enter")
    if not await page.evaluate(f"document.activeElement.matches('{_FIELD}')"):
        return "opening it does not lead to the place for the words"
    await page.keyboard.press("Escape")
    if not await page.evaluate(f"document.activeElement.matches('{_OPENER}')"):
        return "Escape does not lead back to where it was opened"
    await page.keyboard.press("Enter")
    return ""


async def _find(page: Page, words: str) -> str:
    """Look for the words, and wait until it is said how many pages have them."""
    await page.keyboard.type(words)
    await page.keyboard.press("Enter")
    # Not Playwright's own way to wait: it is a script that a strict page does not let in.
    for _ in range(_PATIENCE // _PAUSE):
        if await page.evaluate(f"/\\d/.test({_SAID})"):
            return ""
        await asyncio.sleep(_PAUSE / 1000)
    return f"it never says how many pages have the word “{words}”"


async def _follow(page: Page) -> str:
    """Go to the first page that was found."""
    if not await _reach(page, "document.activeElement.matches('dialog li a')"):
        return "what it found can't be reached"
    async with page.expect_navigation(timeout=_PATIENCE) as moved:
        await page.keyboard.press("Enter")
    answer = await moved.value
    return "" if answer is None or answer.ok else "what it found is not there"


async def _reach(page: Page, condition: str) -> bool:
    for _ in range(_MOST):
        await page.keyboard.press("Tab")
        if await page.evaluate(condition):
            return True
    return False
