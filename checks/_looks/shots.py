"""The program that takes pictures of pages: `python -m checks._looks.shots ORDER`.

It prints one line of JSON for each picture: what proves that the page was there. The pictures are
files in the folder that the order names. `checks/_looks/site.py` writes the order and judges the
answer.
"""

from __future__ import annotations

import asyncio
import io
import json
import sys
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from PIL import Image
from playwright.async_api import Browser, Error, Page, async_playwright

from checks._looks.picture import kept
from checks._web import chromium

_LONGEST = 30_000  # milliseconds until a page is there
_TRIES = 3  # for fonts and pictures: on a busy computer a request is lost now and then
_STEP = 40  # pixels: heights are whole dots at each of our scales
_NOON = datetime(2026, 1, 1, 12, tzinfo=UTC)  # on every page, so that no clock changes a picture

# Pictures that a browser would fetch or draw later are there at once, and nothing moves.
_STILL = """async () => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync("*, ::before, ::after { transition: none !important; " +
    "animation: none !important; caret-color: transparent !important }");
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  const parts = [...document.images].map(image => {
    image.loading = "eager";
    image.decoding = "sync";
    return image.decode();
  });
  // Every font, also those that the page has not asked for yet: until then other letters stand in.
  parts.push(...[...document.fonts].map(font => font.load()));
  const ends = await Promise.allSettled(parts);
  await document.fonts.ready;
  await new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)));
  return {
    width: innerWidth,
    height: document.documentElement.scrollHeight,
    words: document.body.innerText.trim().length,
    lost: ends.filter(end => end.status === "rejected").length,
  };
}"""


async def main(asked: Mapping[str, Any]) -> None:
    """Take every picture that the order asks for: one width beside the other."""
    async with async_playwright() as playwright:
        try:
            browser = await chromium.start(playwright, asked["browser"])
        except Error as error:
            print(json.dumps({"failed": str(error)}))  # noqa: T201  this is the answer
            return
        await asyncio.gather(*(_width(browser, asked, width) for width in asked["widths"]))
        await browser.close()


async def _width(browser: Browser, asked: Mapping[str, Any], width: Mapping[str, Any]) -> None:
    """Pictures at one width, in one window, so that styles and fonts are fetched once."""
    size: Any = {"width": width["pixels"], "height": width["high"]}
    async with await browser.new_context(
        viewport=size,
        # Drawn small from the start: sharper and quicker than made small afterwards. Where only the
        # capture is small, a busy browser has not got its fonts in that size, and takes others.
        device_scale_factor=width["scale"],
        reduced_motion="reduce",
        color_scheme="light",
        locale="en-GB",
        timezone_id="Europe/London",
    ) as context:
        await context.clock.set_fixed_time(_NOON)
        page = await context.new_page()
        for number, address in width["addresses"].items():
            file = Path(asked["folder"]) / f"{number}.webp"
            try:
                told = await _take(page, address, {**width, "file": file})
            except Error as error:
                told = {"failed": str(error).strip().partition("\n")[0]}
            print(json.dumps({"number": number, **told}), flush=True)  # noqa: T201  the answer


async def _take(page: Page, address: str, width: Mapping[str, Any]) -> dict[str, Any]:
    for _ in range(_TRIES):
        response = await page.goto(address, wait_until="load", timeout=_LONGEST)
        told: dict[str, Any] = await page.evaluate(_STILL)
        if not told["lost"]:
            break
    high = min(-(-told["height"] // _STEP) * _STEP, width["tallest"])
    # The window becomes as high as the picture, and only then is it taken: a picture of more than
    # the window is drawn anew for it, and a busy browser takes other letters for that.
    await page.set_viewport_size({"width": width["pixels"], "height": high})
    await page.evaluate(_STILL)
    shot = await page.screenshot()
    await page.set_viewport_size({"width": width["pixels"], "height": width["high"]})
    await asyncio.to_thread(_keep, shot, width["file"])
    return {**told, "status": response.status if response else 0}


def _keep(png: bytes, file: Path) -> None:
    file.write_bytes(kept(Image.open(io.BytesIO(png))))


if __name__ == "__main__":
    asyncio.run(main(json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))))
