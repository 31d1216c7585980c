"""People's checks: what no program can judge, and what content/tested.csv says of each.

A row of tested.csv belongs to a check by its column “what”; how it ended is the first word of its
column “result”. Both are read forgivingly, and what can't be read is never taken for a pass.
"""

from __future__ import annotations

import difflib
import re
import tomllib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import IntEnum
from functools import cache
from pathlib import Path

from charter.model import Tested

_FILE = Path(__file__).with_name("peoples_checks.toml")
_MONTHS_A_YEAR = 12
_SHORTEST_MONTH = 28
_SOON = 31  # days before it is due that a check is called due


@dataclass(frozen=True, slots=True)
class PeoplesCheck:
    """Something that only people can test. What each field means stands in peoples_checks.toml."""

    id: str
    name: str
    about: str
    with_: str
    why: str
    how: str
    months: int
    essential: bool
    counts: bool


class Ending(IntEnum):
    """How a test ended; the higher the worse."""

    PASSED = 1
    PROBLEMS = 2
    FAILED = 3


class Timing(IntEnum):
    """Whether a check is done and still holds."""

    DONE = 1
    DUE = 2  # it was done, and must be done again within a month
    OVERDUE = 3
    NEVER = 4

    @property
    def label(self) -> str:
        """What people see."""
        return ("Done", "Due again soon", "Overdue", "Not done yet")[self - 1]


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a check stands on a day.

    `tests` are the tests that count now: the newest with each kind of equipment or people, the
    worst first. `due` is when it must be done again; None where it was never done.
    """

    check: PeoplesCheck
    timing: Timing
    tests: tuple[Tested, ...] = ()
    due: date | None = None

    @property
    def ending(self) -> Ending | None:
        """The worst ending among the tests that count; None where none was done."""
        return ending(self.tests[0].result) if self.tests else None

    @property
    def last(self) -> Tested | None:
        """The newest test."""
        return max(self.tests, key=lambda test: test.when, default=None)

    @property
    def label(self) -> str:
        """What people see, such as “Done: problems”."""
        ended = self.ending or Ending.PASSED
        bad = "" if ended is Ending.PASSED else f": {ended.name.casefold()}"
        return self.timing.label + bad

    @property
    def recent(self) -> bool:
        """Whether it was done, and not too long ago."""
        return self.timing in (Timing.DONE, Timing.DUE)

    @property
    def holds(self) -> bool:
        """Whether people passed it, and that is not too long ago."""
        return self.ending is Ending.PASSED and self.recent


@cache
def known() -> tuple[PeoplesCheck, ...]:
    """Every people's check there is, in the order of peoples_checks.toml."""
    tables = tomllib.loads(_FILE.read_text(encoding="utf-8"))
    return tuple(
        PeoplesCheck(id=name, with_=table.pop("with"), **table) for name, table in tables.items()
    )


def find(what: str) -> PeoplesCheck | None:
    """The check that a row means by its column “what”; None where there is no such check."""
    wanted = _bare(what)
    names = {_bare(name): one for one in known() for name in (one.id, one.name)}
    return names.get(wanted)


def nearest(what: str) -> PeoplesCheck:
    """The check whose name or id is most like `what`."""

    def alike(one: PeoplesCheck) -> float:
        names = (_bare(one.id), _bare(one.name))
        return max(difflib.SequenceMatcher(None, _bare(what), name).ratio() for name in names)

    return max(known(), key=alike)


_ENDINGS = (
    (Ending.FAILED, re.compile(r"fail(s|ed|ure)?\b")),
    (Ending.PROBLEMS, re.compile(r"((some|a few|one|two|three|small|minor|\d+) )?problems?\b")),
    (Ending.PASSED, re.compile(r"pass(es|ed)?\b(?!\W*(with|but|except)\b)")),
)


def ending(result: str) -> Ending | None:
    """How a test ended, by how its result begins; None where it doesn't say.

    “Passed, but …” and “passed with …” say two things at once, and so are no ending.
    """
    words = _spaced(result)
    return next((end for end, pattern in _ENDINGS if pattern.match(words)), None)


def details(result: str) -> str:
    """What a result says after how the test ended."""
    words = " ".join(result.split())
    found = next((hit for _, one in _ENDINGS if (hit := one.match(words.casefold()))), None)
    return words[found.end() :].strip(" :.,;–—-") if found else words


def standings(tested: Sequence[Tested], day: date) -> tuple[Standing, ...]:
    """Where every check stands on `day`, from the rows that can be read."""
    return tuple(_standing(one, tested, day) for one in known())


def _standing(check: PeoplesCheck, tested: Iterable[Tested], day: date) -> Standing:
    mine = [one for one in tested if find(one.what) == check and ending(one.result)]
    if not mine:
        return Standing(check, Timing.NEVER)
    newest: dict[str, Tested] = {}
    for test in mine:
        # A pass with one screen reader doesn't undo what went wrong with another.
        kit = re.sub(r"[\d\W_]+", "", test.with_.casefold())
        before = newest.get(kit)
        if before is None or _weight(test) >= _weight(before):
            newest[kit] = test
    counting = sorted(newest.values(), key=lambda t: (-(ending(t.result) or 0), t.when))
    due = _later(max(test.when for test in counting), check.months)
    left = (due - day).days
    timing = Timing.OVERDUE if left < 0 else Timing.DUE if left <= _SOON else Timing.DONE
    return Standing(check, timing, tuple(counting), due)


def _weight(test: Tested) -> tuple[date, int]:
    """The newer test counts; of two on one day, the worse."""
    return test.when, ending(test.result) or 0


def _later(day: date, months: int) -> date:
    """The day so many months later, never after the 28th, so that each month has it."""
    years, month = divmod(day.month - 1 + months, _MONTHS_A_YEAR)
    year = min(day.year + years, date.max.year)
    return date(year, month + 1, min(day.day, _SHORTEST_MONTH))


def _spaced(words: str) -> str:
    return re.sub(r"\s+", " ", words).strip().casefold()


def _bare(words: str) -> str:
    """Words as they are compared: no case, no signs, single spaces."""
    return " ".join(re.findall(r"\w+", words.casefold().replace("_", " ")))
