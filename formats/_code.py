"""QR codes for the templates."""

from __future__ import annotations

from functools import cache

import segno

from formats._parts import Json, shown

_QUIET = 4  # modules of white round the code (ISO 18004)


@cache  # several papers show the same code, and each takes a twentieth of a second
def code(address: str) -> Json:
    """The code that opens `address`: its SVG, and the address as a link and as it is printed.

    `whole` is how much wider the whole is than the code without its white edge.
    """
    made = segno.make(address, error="m", micro=False)
    return {
        "svg": made.svg_inline(border=_QUIET, omitsize=True, dark="#000000", light="#ffffff"),
        "whole": made.symbol_size(border=_QUIET)[0] / made.symbol_size(border=0)[0],
        "url": address,
        "address": shown(address),
    }
