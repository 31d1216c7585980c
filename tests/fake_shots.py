"""Stands in for the program that takes pictures, and fails in the way its first word says."""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path

from PIL import Image, ImageDraw

WAY = sys.argv[1]
ORDER = json.loads(Path(sys.argv[2]).read_text(encoding="utf-8"))


def say(line: str) -> None:
    """Print one line of the answer."""
    sys.stdout.write(f"{line}\n")


def picture(width: dict[str, int], number: str) -> None:
    """What a sound page looks like, also the one of ours whose colours are known."""
    size = (round(width["pixels"] * width["scale"]), 200)
    drawn = Image.new("RGB", size, "white")
    draw = ImageDraw.Draw(drawn)
    draw.rectangle((0, 0, 99, 99), fill="white" if WAY == "colourless" else (192, 0, 0))
    if WAY != "wordless":
        draw.line((10, 120, 60, 120), fill="black", width=3)
    drawn.save(Path(ORDER["folder"]) / f"{number}.webp", lossless=True)


if WAY == "hung":
    time.sleep(600)
if WAY == "crashed":
    sys.exit(1)
if WAY == "nonsense":
    say("All is well.")
if WAY == "no browser":
    say(json.dumps({"failed": "it can't be started"}))
for width in ORDER["widths"] if WAY not in {"silent", "nonsense", "no browser"} else ():
    for number in width["addresses"]:
        if WAY == "a page left out" and number == "1":
            continue
        if not (WAY == "no file" and number == "1"):
            picture(width, number)
        proof = {
            "status": 404 if WAY == "not found" and number == "1" else 200,
            "width": 800 if WAY == "another width" else width["pixels"],
            "words": 0 if WAY == "empty" else 7,
        }
        told = {"failed": "Timeout"} if WAY == "never loaded" and number == "1" else proof
        say(json.dumps({"number": number, **told}))
