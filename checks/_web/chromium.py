"""The browser, started in a program of its own, and kept from talking to anybody else."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from playwright.async_api import Browser, Playwright

from checks._web.serve import ONLY_US


async def start(playwright: Playwright, found: Sequence[Any]) -> Browser:
    """The browser of which the order says where it is and how it is started.

    Raises Playwright's `Error` where it doesn't start.
    """
    path, args = found
    return await playwright.chromium.launch(
        executable_path=path,
        args=[*args, ONLY_US],
        chromium_sandbox="--no-sandbox" not in args,
    )
