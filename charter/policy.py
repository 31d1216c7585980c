"""The limits and the waivers, read from a TOML file that reviewers own."""

from __future__ import annotations

import dataclasses
import math
import re
import tomllib
import typing
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from charter.findings import Finding, Rule, Severity, Wrong, rules
from charter.model import Place

RULES = rules(
    Rule(
        "POLICY-001",
        Severity.ERROR,
        "The limits can't be used: {problem}\n\n{quote}\n",
        "{advice}",
        "A limit that is misspelt or isn't a number would switch a check off without a word.",
    ),
    Rule(
        "POLICY-002",
        Severity.ERROR,
        "The waiver for {code} ended on {until}.",
        "Put right what it let through, or ask {approved_by} for a new end date and reason.",
        "A waiver is a promise to come back to something by a date.",
    ),
    Rule(
        "POLICY-003",
        Severity.ERROR,
        "The waiver for {code} at {where} lets nothing through any more.",
        "Delete this waiver.",
        "A waiver that is left behind would hide the next fault of the same kind.",
    ),
)


_WAIVER = re.compile(r"\s*\[\[\s*waiver\s*\]\]")


# Where one of these is found, later checks did not run or proved nothing, or the accessibility
# statement would say what is not so.
_NEVER = (
    *("GATE-", "POLICY-", "LOAD-", "FILE-", "FACT-", "TEXT-", "PRINT-", "READ-015", "READ-028"),
    *("STATEMENT-", "TESTED-"),
)


@dataclass(frozen=True, slots=True)
class Reading:
    """How hard the words of one version may be. Words, sentences, percent, scores, US school grade.

    A word is hard where its Zipf value is under `hard_word_zipf`: how common it is, from 1 to 8.
    """

    longest_sentence_fails: int
    longest_sentence_warns: int
    mean_sentence_fails: int
    longest_paragraph_fails: int
    longest_paragraph_warns: int
    passive_percent_fails: int
    hard_word_zipf: float
    hard_words_warns: int
    index_warns: float
    flesch_at_least: int
    grade_at_most: int


@dataclass(frozen=True, slots=True)
class PosterReading(Reading):
    """The same for the poster, which has too few sentences for a percentage of passives."""

    passives_in_a_block_fails: int


@dataclass(frozen=True, slots=True)
class Print:
    """The smallest type in points, by document; the most pages; the most ink, in percent."""

    poster_a4_smallest: float
    poster_a3_smallest: float
    poster_a2_smallest: float
    poster_letter_smallest: float
    poster_saving_ink_most: float
    easy_read_smallest: float
    large_print_smallest: float
    giant_print_smallest: float
    booklet_smallest: float
    leaflet_smallest: float
    table_card_smallest: float
    guide_smallest: float
    easy_read_most_pages: int


@dataclass(frozen=True, slots=True)
class Waiver:
    """Leave for one rule at one place, with a reason, a role that approved it and an end."""

    code: str
    where: str
    reason: str
    approved_by: str
    until: date
    place: Place

    def covers(self, finding: Finding) -> bool:
        """Whether this is for `finding`: the same code and file (and line, where it has one)."""
        file, _, line = self.where.partition(", line ")
        at_line = not line or line == str(finding.place.line)
        return self.code == finding.rule.code and at_line and self._names(file, finding.place.file)

    def _names(self, written: str, file: Path) -> bool:
        """Whether `written` is `file`: a finished document, or a file beside the checks' folder."""
        return Path(written) == file or self.target(written) == file.resolve()

    def target(self, written: str) -> Path:
        """The file that this waiver names, wherever the command was started."""
        return (self.place.file.resolve().parent.parent / written).resolve()

    def is_for(self, content: Path) -> bool:
        """Whether this can be for the charter in folder `content`, and not for another one."""
        named = self.target(self.where.partition(", line ")[0])
        return not named.exists() or named.is_relative_to(content.resolve())


@dataclass(frozen=True, slots=True)
class Policy:
    """Everything that reviewers decide."""

    full: Reading
    poster: PosterReading
    easy_read: Reading
    print: Print
    waivers: tuple[Waiver, ...]


def load_policy(file: Path) -> Policy:
    """Read `file`. Raises `Wrong` with the offending line quoted; unknown keys are refused."""
    try:
        source = file.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise _wrong(file, "", None, f"the file can't be read ({error}).", "Put it back.") from None
    try:
        data = tomllib.loads(source)
    except tomllib.TOMLDecodeError as error:
        found = str(error).partition("at line ")[2].partition(",")[0]
        line = int(found) if found.isdigit() else None
        raise _wrong(
            file, source, line, f"{error}.", "Compare it with the lines around it."
        ) from None
    parts: dict[str, typing.Any] = {}
    hints = {"full": Reading, "poster": PosterReading, "easy_read": Reading, "print": Print}
    for unknown in data.keys() - hints.keys() - {"waiver"}:
        raise _wrong(
            file, source, _line(source, unknown, ""), f"there is no part “{unknown}”.", "Delete it."
        )
    for name, kind in hints.items():
        parts[name] = _limits(file, source, name, kind, data.get(name))
    waivers = tuple(_waivers(file, source, data.get("waiver", [])))
    return Policy(**parts, waivers=waivers)


def _limits(file: Path, source: str, part: str, kind: type, table: object) -> object:
    wanted = typing.get_type_hints(kind)
    start = _line(source, part, "")
    if not isinstance(table, Mapping):
        raise _wrong(file, source, start, f"the part [{part}] is missing.", "Put it back.")
    for unknown in table.keys() - wanted.keys():
        at = _line(source, unknown, part)
        raise _wrong(
            file, source, at, f"there is no limit “{unknown}” in [{part}].", "Check its spelling."
        )
    for name, type_ in wanted.items():
        value, at = table.get(name), _line(source, name, part)
        if value is None:
            raise _wrong(file, source, start, f"“{name}” is missing from [{part}].", "Put it back.")
        number = isinstance(value, int | float) and not isinstance(value, bool)
        # NaN is a number to TOML, and no text could ever be over it.
        if not number or not 0 <= value < math.inf or (type_ is int and not isinstance(value, int)):
            sort = "a whole number, such as 20" if type_ is int else "a number, such as 12.0"
            raise _wrong(
                file, source, at, f"“{name}” must be {sort}.", "Write the number without quotes."
            )
    return kind(**table)


def _waivers(file: Path, source: str, tables: object) -> Iterable[Waiver]:
    starts = [n for n, line in enumerate(source.split("\n"), 1) if _WAIVER.match(line)]
    if not isinstance(tables, list) or len(tables) != len(starts):
        raise _wrong(
            file, source, _line(source, "waiver", ""), "“waiver” is a list.", "Write [[waiver]]."
        )
    wanted = [f.name for f in dataclasses.fields(Waiver) if f.name != "place"]
    for line, table in zip(starts, tables, strict=True):
        for name in wanted:
            value = table.get(name)
            right = (
                type(value) is date if name == "until" else isinstance(value, str) and value.strip()
            )
            if not right:
                sort = "a date, such as 2027-03-31" if name == "until" else "words in quotes"
                raise _wrong(
                    file, source, line, f"this waiver needs “{name}”: {sort}.", "Add the line."
                )
        if str(table["code"]).startswith(_NEVER):
            problem = f"{table['code']} can't be waived: without it nothing was checked."
            raise _wrong(file, source, line, problem, "Delete this waiver and put the fault right.")
        for unknown in table.keys() - set(wanted):
            raise _wrong(file, source, line, f"a waiver has no “{unknown}”.", "Delete that line.")
        yield Waiver(**table, place=Place(file, line))


def apply_waivers(
    findings: Iterable[Finding], policy: Policy, today: date, content: Path | None
) -> tuple[list[Finding], list[tuple[Finding, Waiver]]]:
    """Split findings into those that count and those waived.

    A waiver past its date becomes a finding itself. So does one that met no finding, where
    `content` names the charter's folder: give it only when every check has run.
    """
    count: list[Finding] = []
    waived: list[tuple[Finding, Waiver]] = []
    for finding in findings:
        waiver = next((w for w in policy.waivers if w.covers(finding) and today <= w.until), None)
        if waiver is None:
            count.append(finding)
        else:
            waived.append((finding, waiver))
    used = [waiver for _, waiver in waived]
    for waiver in policy.waivers:
        facts = {"code": waiver.code, "where": waiver.where, "approved_by": waiver.approved_by}
        if waiver.until < today:
            count.append(RULES["POLICY-002"].at(waiver.place, until=waiver.until, **facts))
        elif content and waiver not in used and waiver.is_for(content):
            count.append(RULES["POLICY-003"].at(waiver.place, **facts))
    return count, waived


def _line(source: str, key: str, part: str) -> int | None:
    """The line on which `key` stands inside `[part]`, or the heading of part `key`."""
    inside = ""
    for number, line in enumerate(source.splitlines(), 1):
        bare = line.strip()
        if bare.startswith("["):
            inside = bare.split("]")[0].strip("[ ")
            if not part and inside == key:
                return number
        elif inside == part and bare.partition("=")[0].strip() == key:
            return number
    return None


def _wrong(file: Path, source: str, line: int | None, problem: str, advice: str) -> Wrong:
    lines = source.splitlines()
    near = range(max(1, (line or 0) - 1), min(len(lines), (line or 0) + 1) + 1) if line else ()
    quote = "\n".join(f"  {'>' if n == line else ' '} {n:3}  {lines[n - 1]}" for n in near)
    return Wrong(
        RULES["POLICY-001"].at(Place(file, line), problem=problem, quote=quote, advice=advice)
    )
