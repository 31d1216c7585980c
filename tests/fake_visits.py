"""Stands in for the program that drives the browser: all is well, spoilt in one way.

python fake_visits.py ORDER, with the way in the environment as SPOILT.
"""

from __future__ import annotations

import json
import os
import signal
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from checks._web import browser
from checks._web.canary import MUST_SEE

Lines = list[dict[str, Any]]


def whole(order: dict[str, Any]) -> Lines:
    """The lines of a run in which every page was seen and is good."""
    proofs = {
        setting: {
            "status": 200, "width": width, "dark": dark, "words": 9, "drawn": 100,
            "ran": {"axe": 100, "AccessLint": 90},
        }
        for setting, (width, dark) in browser._SETTINGS.items()
    }  # fmt: skip
    faults = [{"rule": rule, "engine": engine} for rule, engine in sorted(MUST_SEE)]
    return [
        {"page": page, "proofs": proofs, "seen": [] if page else faults}
        for page in order["addresses"]
    ]


def proving(lines: Lines, **proof: object) -> Lines:
    """The lines in which the last page proves something else, in one of its settings."""
    changed: Lines = json.loads(json.dumps(lines))
    next(iter(changed[-1]["proofs"].values())).update(proof)
    return changed


def blind(lines: Lines, unseen: Callable[[dict[str, Any]], bool]) -> Lines:
    """The lines in which some faults of the page known to be bad were not seen."""
    first = {**lines[0], "seen": [one for one in lines[0]["seen"] if not unseen(one)]}
    return [first, *lines[1:]]


def without_setting(lines: Lines) -> Lines:
    """The lines in which the last page was not seen in one setting."""
    changed: Lines = json.loads(json.dumps(lines))
    changed[-1]["proofs"].popitem()
    return changed


WAYS: dict[str, Callable[[Lines], Lines]] = {
    "well": lambda lines: lines,
    "one-less": lambda lines: lines[:-1],
    "one-more": lambda lines: [*lines, {**lines[-1], "page": "other.html"}],
    "no-canary": lambda lines: lines[1:],
    "failed": lambda lines: [*lines[:-1], {**lines[-1], "failed": "Target crashed"}],
    "canary-failed": lambda lines: [{**lines[0], "failed": "Target crashed"}, *lines[1:]],
    "not-found": lambda lines: proving(lines, status=404),
    "wrong-width": lambda lines: proving(lines, width=999),
    "not-dark": lambda lines: proving(lines, dark=True),
    "no-words": lambda lines: proving(lines, words=0),
    "not-drawn": lambda lines: proving(lines, drawn=0),
    "no-axe": lambda lines: proving(lines, ran={"axe": 0, "AccessLint": 90}),
    "no-accesslint": lambda lines: proving(lines, ran={"axe": 100}),
    "a-setting-less": without_setting,
    "blind-keyboard": lambda lines: blind(lines, lambda one: one["rule"] == "WEB-011"),
    "blind-axe": lambda lines: blind(lines, lambda one: one["engine"] == "axe"),
    "blind-accesslint": lambda lines: blind(lines, lambda one: one["engine"] == "AccessLint"),
}


def main() -> None:
    """Print what the way asks for, and end as it asks."""
    way = os.environ["SPOILT"]
    lines = whole(json.loads(Path(sys.argv[1]).read_text(encoding="utf-8")))
    said = "".join(json.dumps(line) + "\n" for line in WAYS.get(way, WAYS["well"])(lines))
    if way == "hang":
        time.sleep(60)
    if way == "nothing":
        return
    if way == "half":
        said = said[: len(said) // 2]
    sys.stdout.write(said)
    sys.stdout.flush()
    if way == "killed":
        os.kill(os.getpid(), signal.SIGKILL)
    sys.exit(1 if way == "crash" else 0)


if __name__ == "__main__":
    main()
