"""Stands in for pa11y-ci: prints a report in which all is well, spoilt in one way.

python fake_pa11y.py --config FILE --json, with the way in the environment as SPOILT.
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

from checks._web import pa11y

Report = dict[str, Any]


def whole(config: Report) -> Report:
    """The report of a run in which every page was seen and is good."""
    results: dict[str, list[Report]] = {}
    for entry in config["urls"]:
        proof = {"axe": 2, "drawn": 100, "status": 200, "words": 9, **entry["viewport"]}
        proven = [("htmlcs", "a-hint", ""), (str(pa11y.OWN), "page-proof", json.dumps(proof))]
        canary = [(r, c, "") for r, codes in pa11y.MUST_FAIL.items() for c in sorted(codes)]
        results[entry["url"]] = [
            {"runner": runner, "code": code, "type": "error" if is_canary else "notice",
             "message": message, "selector": "p", "runnerExtras": {}}
            for is_canary in ["canary" in entry["url"]]
            for runner, code, message in (canary if is_canary else proven)
        ]  # fmt: skip
    return {"total": len(results), "passes": 0, "errors": 0, "results": results}


def last(report: Report) -> str:
    """The address of a page that is not the canary."""
    return str(list(report["results"])[-1])


def without(report: Report, unwanted: Callable[[Report], bool]) -> Report:
    """The report without some issues, on every page."""
    found = {
        url: [i for i in issues if not unwanted(i)] for url, issues in report["results"].items()
    }
    return {**report, "results": found}


def proving(report: Report, **proof: object) -> Report:
    """The report in which one page proves something else."""
    changed = json.loads(json.dumps(report))
    issue = changed["results"][last(report)][-1]
    issue["message"] = json.dumps({**json.loads(issue["message"]), **proof})
    return dict(changed)


def instead(report: Report, issues: object) -> Report:
    """The report in which one page has another result."""
    return {**report, "results": {**report["results"], last(report): issues}}


def elsewhere(report: Report) -> Report:
    """The report of a page that sent its readers to another."""
    results = dict(report["results"])
    results["http://127.0.0.1:1/other"] = results.pop(last(report))
    return {**report, "results": results}


def one_less(report: Report) -> Report:
    """The report of a run that lost a page on the way."""
    kept = {u: i for u, i in report["results"].items() if u != last(report)}
    return {**report, "results": kept}


WAYS: dict[str, Callable[[Report], Report]] = {
    "well": lambda r: r,
    "empty": lambda _: {"total": 0, "passes": 0, "errors": 0, "results": {}},
    "no-results": lambda r: {"total": r["total"]},
    "one-less": one_less,
    "elsewhere": elsewhere,
    "wrong-total": lambda r: {**r, "total": 1},
    "load-failure": lambda r: instead(r, [{"message": "net::ERR_CONNECTION_REFUSED"}]),
    "no-list": lambda r: instead(r, "passed"),
    "no-issues": lambda r: instead(r, []),
    "not-found": lambda r: proving(r, status=404),
    "wrong-width": lambda r: proving(r, width=999),
    "no-words": lambda r: proving(r, drawn=0),
    "blank": lambda r: proving(r, words=0),
    "axe-silent": lambda r: proving(r, axe=0),
    "no-runners": lambda r: without(r, lambda i: i["code"] != "page-proof"),
    "htmlcs-only": lambda r: without(r, lambda i: i["runner"] == "axe"),
    "axe-only": lambda r: without(r, lambda i: i["runner"] == "htmlcs"),
    "own-missing": lambda r: without(r, lambda i: i["runner"] == str(pa11y.OWN)),
    "moderate-hidden": lambda r: without(r, lambda i: i["code"] == "heading-order"),
    "minor-hidden": lambda r: without(r, lambda i: i["code"] == "empty-heading"),
    "no-contrast": lambda r: without(r, lambda i: "contrast" in i["code"] or "1_4_3" in i["code"]),
}


def main() -> int:
    """Print what the way says; 2 where issues were found, as pa11y-ci does."""
    way = os.environ["SPOILT"]
    config = json.loads(Path(sys.argv[sys.argv.index("--config") + 1]).read_text(encoding="utf-8"))
    if way == "hang":
        time.sleep(60)
    if way == "killed":
        os.kill(os.getpid(), signal.SIGKILL)
    if way == "crash":
        return 1
    text = json.dumps(WAYS.get(way, WAYS["well"])(whole(config)))
    sys.stdout.write({"nothing": "", "half": text[: len(text) // 2], "html": "<p>"}.get(way, text))
    return 0 if way in {"empty", "nothing", "half"} else 2


if __name__ == "__main__":
    sys.exit(main())
