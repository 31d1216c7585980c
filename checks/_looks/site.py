"""Pictures of every page of the site at three widths, taken in a browser in a program of its own.

They are believed only where each proves that its page was there, and where a page of ours, whose
colours are known, came out in those colours.
"""

from __future__ import annotations

import json
import re
import sys
import tempfile
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from charter import programs
from charter.browser import find_browser
from charter.cache import key
from charter.contracts import Draft
from checks._looks.picture import opened
from checks._looks.taken import CACHE, Taken, before, tools
from checks._pdf_kinds import inside
from checks._web import kept, links
from checks._web.pa11y import ROOT
from checks._web.serve import address, serve

PROGRAM = ("-m", "checks._looks.shots")
DOCUMENT = "Website"
TALLEST = 4_400  # pixels: of a longer page the top is taken, which holds all there is to design
_START_SECONDS, _PICTURE_SECONDS = 60, 20
_OK = 200


@dataclass(frozen=True, slots=True)
class Width:
    """A window: how wide and high in pixels, and how small its pictures are.

    The smaller the window, the larger is what it shows, so that all words stay legible and all
    pictures of a charter together stay small.
    """

    pixels: int
    high: int
    scale: float


WIDTHS = (Width(320, 640, 0.5), Width(768, 1024, 0.375), Width(1280, 900, 0.35))
_CANARY = (
    b"<!doctype html><html lang=en><title>Canary</title><style>body{margin:0;background:#fff}"
    b"div{width:200px;height:200px;background:#c00000}</style><div></div><p>We will</p></html>"
)
_RED, _WHITE, _NEAR = (192, 0, 0), (255, 255, 255), 12


def names(page: str) -> list[str]:
    """The names of the pictures of a page: "site/pledges/honest-768"."""
    stem = re.sub(r"(/|^)index\.html?$|\.html?$", "", page) or "home"
    return [f"site/{stem}-{width.pixels}" for width in WIDTHS]


def pages(draft: Draft) -> Mapping[str, links.Page]:
    """The pages that are looked at: those that send readers on are not."""
    return {name: page for name, page in links.read(draft.root).items() if not page.refresh}


def pictures(
    draft: Draft, wanted: Mapping[str, links.Page], anew: Collection[str] = ()
) -> list[Taken]:
    """Every page at every width; those named in `anew` also where there is one from before.

    Raises `ProgramFailed` where one can't be proven.
    """
    site = draft.charter.facts.site
    keys = kept.keys(draft.root, site, wanted, "looks", tools())
    titles = {inside(draft, one.path): one.title for one in draft.artefacts}
    places = {
        name: (page, width, key(keys[page], repr(width)))
        for page in wanted
        for name, width in zip(names(page), WIDTHS, strict=True)
    }
    known = {name: place for name, (*_, place) in places.items() if name not in anew}
    found = {name: data for name, place in known.items() if (data := before(place))}
    rest = {name: (page, width) for name, (page, width, _) in places.items() if name not in found}
    for name, data in (_fresh(draft.root, site, rest) if rest else {}).items():
        found[name] = data
        CACHE.write(places[name][2], data)
    return [
        Taken(name, DOCUMENT, _shows(titles.get(page, ""), page, width), page, found[name])
        for name, (page, width, _) in places.items()
    ]


def _shows(title: str, page: str, width: Width) -> str:
    # What follows the colon is the same on every page: the name of the site.
    short = title.rpartition(": ")[0] or page
    return f"{short}, {width.pixels} pixels wide"


def _fresh(root: Path, site: str, wanted: Mapping[str, tuple[str, Width]]) -> dict[str, bytes]:
    """Take these pictures now."""
    base = urlsplit(site).path or "/"
    canary = f"{base}charter-canary/"
    numbers = {str(number): name for number, name in enumerate(wanted, 1)}
    browser = find_browser(ROOT)
    with serve(root, base, {canary: _CANARY}) as home, tempfile.TemporaryDirectory() as folder:
        widths = [_order(width, home + base, numbers, wanted) for width in WIDTHS]
        widths[0]["addresses"]["0"] = home + canary
        order = Path(folder) / "order.json"
        order.write_text(json.dumps({
            "browser": [str(browser.path), list(browser.args)],
            "folder": folder,
            "widths": [width for width in widths if width["addresses"]],
        }), encoding="utf-8")  # fmt: skip
        result = programs.run(
            [sys.executable, *PROGRAM, order],
            timeout=_START_SECONDS + _PICTURE_SECONDS * len(wanted) / len(WIDTHS),
            cwd=ROOT,
            env=browser.surroundings(),
        )
        pixels = {number: wanted[name][1].pixels for number, name in numbers.items()}
        taken = _proven(result, {"0": WIDTHS[0].pixels, **pixels}, Path(folder))
    _prove_canary(taken.pop("0"))
    return {numbers[number]: data for number, data in taken.items()}


def _order(
    width: Width,
    home: str,
    numbers: Mapping[str, str],
    wanted: Mapping[str, tuple[str, Width]],
) -> dict[str, Any]:
    asked = {number: wanted[name] for number, name in numbers.items()}
    return {
        "pixels": width.pixels,
        "high": width.high,
        "scale": width.scale,
        "tallest": TALLEST,
        "addresses": {n: home + address(page) for n, (page, own) in asked.items() if own == width},
    }


def _proven(result: programs.Result, pixels: Mapping[str, int], folder: Path) -> dict[str, bytes]:
    """The picture of each number, where its page was there, drawn, and as wide as asked."""
    try:
        told = [json.loads(line) for line in result.stdout.splitlines()]
        lines = {str(line.get("number", "")): line for line in told}
    except (ValueError, AttributeError):
        sentence = "What the program that takes pictures printed can't be read."
        raise programs.ProgramNonsense(sentence, result.stdout + result.stderr) from None
    if failed := [line["failed"] for line in told if line.get("failed")]:
        sentence = "The browser can't take pictures of the pages."
        raise programs.ProgramCrashed(sentence, "\n".join(map(str, failed)))
    missing = pixels.keys() ^ lines.keys()
    if missing:
        sentence = f"The browser did not take the pictures that it was asked for ({len(missing)})."
        raise programs.ProgramNonsense(sentence, result.stderr)
    for number, line in lines.items():
        seen = (line.get("status"), line.get("width"), bool(line.get("words")))
        if seen != (_OK, pixels[number], True):
            sentence = f"The browser did not show a page as it is: {seen}."
            raise programs.ProgramNonsense(sentence, result.stdout)
    try:
        return {number: (folder / f"{number}.webp").read_bytes() for number in pixels}
    except OSError as error:
        raise programs.ProgramNonsense("A picture of a page is missing.", str(error)) from None


def _prove_canary(data: bytes) -> None:
    """Red, white and dark letters where they belong: colours are drawn, and so are words."""
    picture = opened(data)
    scale = WIDTHS[0].scale
    red = picture.getpixel((round(100 * scale), round(100 * scale)))
    white = picture.getpixel((round(300 * scale), round(100 * scale)))
    below = picture.crop((0, round(200 * scale), picture.width, picture.height))
    drawn = _near(red, _RED) and _near(white, _WHITE)
    # Dark dots below the box can only be its words.
    shades = below.convert("L").histogram()
    if not drawn or not any(shades[: min(_WHITE) // 2]):
        raise programs.ProgramNonsense("The browser's pictures don't show what a page shows.")


def _near(one: Any, other: Sequence[int]) -> bool:  # noqa: ANN401  what Pillow calls a dot
    return all(abs(a - b) <= _NEAR for a, b in zip(one, other, strict=True))
