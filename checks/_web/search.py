"""The site's search, used by somebody who has only a keyboard and listens."""

from __future__ import annotations

from playwright.async_api import Error, Page

from checks._web.canary import WALK
from checks._web.engines import One

_PATIENCE = 10_000  # milliseconds until the search must have said something
_OPENER = "[aria-haspopup=dialog]"
_MOST = 30  # presses of Tab until the search must have been reached


async def walk(page: Page, words: str) -> list[One]:
    """Open the search, look for `words`, hear how many there are, follow the first, come back."""
    try:
        problem = await _try(page, words)
    except Error as error:
        problem = f"it failed ({str(error).partition(chr(10))[0]})"
    return [{"rule": "WEB-030", "engine": WALK, "facts": {"problem": problem}}] if problem else []


async def _try(page: Page, words: str) -> str:
    """What does not work; "" where all does."""
    if not await page.locator(_OPENER).count():
        return "there is no button that opens it"
    if not await _reach(page, f"document.activeElement.matches('{_OPENER}')", _MOST):
        return "the Tab key does not reach it"
    await page.keyboard.press("Enter")
    if not await page.evaluate(
        "document.activeElement.matches('dialog input, [role=dialog] input')"
    ):
        return "opening it does not lead to the place for the words"
    await page.keyboard.press("Escape")
    if not await page.evaluate(f"document.activeElement.matches('{_OPENER}')"):
        return "Escape does not lead back to where it was opened"
    await page.keyboard.press("Enter")
    await page.keyboard.type(words)
    await page.keyboard.press("Enter")
    said = "document.querySelector('dialog [role=status], dialog [aria-live]')?.textContent.trim()"
    try:
        await page.wait_for_function(f"/\\d/.test({said})", timeout=_PATIENCE)
    except Error:
        return f"it never says how many pages have the word “{words}”"
    if not await _reach(page, "document.activeElement.matches('dialog li a')", _MOST):
        return "what it found can't be reached"
    async with page.expect_navigation(timeout=_PATIENCE) as moved:
        await page.keyboard.press("Enter")
    answer = await moved.value
    there = answer is None or answer.ok
    return "" if there else "what it found is not there"


async def _reach(page: Page, condition: str, most: int) -> bool:
    for _ in range(most):
        await page.keyboard.press("Tab")
        if await page.evaluate(condition):
            return True
    return False
