"""The facts at the top of a file, between two lines of three hyphens, with their line numbers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

import yaml

from charter.findings import Finding, Rule, Severity, rules
from charter.model import Place

RULES = rules(
    Rule(
        "FACT-001",
        Severity.ERROR,
        "The facts at the top of this file can't be read: {problem}.",
        "Write one fact a line, as “name: words”, between two lines of three hyphens (---). "
        "Put words that contain a colon in quotes.",
        "Without its facts a file has no address, no picture and no place in the charter.",
    ),
    Rule(
        "FACT-002",
        Severity.ERROR,
        "The fact “{key}” is missing.",
        "Add a line to the top of the file: {key}: …",
        "Every format needs it: people must know who promises what, and how to reach you.",
    ),
    Rule(
        "FACT-003",
        Severity.ERROR,
        "“{value}” is not a date.",
        "Write the date as year-month-day, such as 2025-06-30.",
        "Readers must see when the charter was agreed and when it will be looked at again.",
    ),
    Rule(
        "FACT-004",
        Severity.ERROR,
        "There is no fact called “{key}”.",
        "Check its spelling, or delete the line. Known here: {known}.",
        "A misspelt fact would be left out of every format without a word.",
    ),
    Rule(
        "FACT-005",
        Severity.ERROR,
        "“{key}” should be {sort}.",
        "Change this line to {sort}.",
        "The formats can only show what they understand.",
    ),
)

NO_DATE = date(1, 1, 1)  # stands where a date is missing; a finding says so

Value = str | list[str] | None


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """The facts of a file. Keys of nested facts are joined by a dot: "contact.phone"."""

    values: Mapping[str, Value]
    places: Mapping[str, Place]
    file: Path

    def at(self, key: str) -> Place:
        """Where `key` stands; the top of the file if it doesn't."""
        return self.places.get(key, Place(self.file, 1))


def split(source: str) -> tuple[str, str, int]:
    """A file's facts, its body, and the number of lines before the body."""
    lines = source.split("\n")
    start = next((n for n, line in enumerate(lines) if line.strip()), 0)
    if lines[start].strip() != "---":
        return "", source, 0
    below = start + 1
    end = next((n for n, line in enumerate(lines[below:], below) if line.strip() == "---"), None)
    # Empty lines above the facts stay, so that `read` counts lines rightly.
    if end is None:
        return "\n" * start + "\n".join(lines[below:]), "", len(lines)
    return "\n" * start + "\n".join(lines[below:end]), "\n".join(lines[end + 1 :]), end + 1


def read(source: str, file: Path) -> tuple[FrontMatter, tuple[Finding, ...]]:
    """The facts of `source` (what stands between the hyphens), and what is wrong with them."""
    try:
        root = yaml.compose(source, Loader=yaml.SafeLoader)
    except (yaml.YAMLError, RecursionError) as error:
        mark = getattr(error, "problem_mark", None)
        place = Place(file, mark.line + 2 if mark else 1)
        problem = str(getattr(error, "problem", None) or "it is not written as facts")
        if any(line.startswith("# ") for line in source.splitlines()):  # the title is in it
            problem = "the second line of three hyphens is missing"
        return FrontMatter({}, {}, file), (RULES["FACT-001"].at(place, problem=problem),)
    values: dict[str, Value] = {}
    places: dict[str, Place] = {}
    if root is None:
        return FrontMatter(values, places, file), ()
    if not isinstance(root, yaml.MappingNode):
        problem = "it is not written as “name: words”"
        return FrontMatter({}, {}, file), (RULES["FACT-001"].at(Place(file, 2), problem=problem),)
    findings = tuple(_collect(root, "", file, values, places))
    return FrontMatter(values, places, file), findings


def _collect(
    node: yaml.MappingNode,
    prefix: str,
    file: Path,
    values: dict[str, Value],
    places: dict[str, Place],
) -> list[Finding]:
    findings = []
    for key_node, value_node in node.value:
        place = Place(file, key_node.start_mark.line + 2)
        if not isinstance(key_node, yaml.ScalarNode):
            problem = "a name must be plain words"
            findings.append(RULES["FACT-001"].at(place, problem=problem))
            continue
        key = f"{prefix}{key_node.value}"
        if key in places:
            problem = f"“{key}” is there twice"
            findings.append(RULES["FACT-001"].at(place, problem=problem))
        places[key] = place
        if isinstance(value_node, yaml.MappingNode) and not prefix:
            findings += _collect(value_node, f"{key}.", file, values, places)
        elif isinstance(value_node, yaml.SequenceNode) and all(
            isinstance(item, yaml.ScalarNode) for item in value_node.value
        ):
            items = [_line(item) for item in value_node.value]
            values[key] = [item for item in items if item]
        elif isinstance(value_node, yaml.ScalarNode):
            empty = value_node.tag == "tag:yaml.org,2002:null"
            values[key] = None if empty else _line(value_node)
        else:
            findings.append(RULES["FACT-005"].at(place, key=key, sort="words or a list"))
    return findings


def _line(node: yaml.ScalarNode) -> str:
    """The words of one fact. A fact may be typed over several lines; it is one line to us."""
    return " ".join(str(node.value).split())


def words(facts: FrontMatter, key: str, findings: list[Finding], *, needed: bool = True) -> str:
    """The fact `key` as words. Missing though needed: a finding, and ""."""
    value = facts.values.get(key)
    if isinstance(value, list):
        findings.append(RULES["FACT-005"].at(facts.at(key), key=key, sort="words, not a list"))
        return ""
    if not value and needed:
        findings.append(RULES["FACT-002"].at(facts.at(key), key=key))
    return str(value or "")


def listed(
    facts: FrontMatter, key: str, findings: list[Finding], *, needed: bool = True
) -> tuple[str, ...]:
    """The fact `key` as a list of words; one line of words counts as a list of one."""
    value = facts.values.get(key)
    if not value:
        findings += [RULES["FACT-002"].at(facts.at(key), key=key)] if needed else []
        return ()
    return tuple(value) if isinstance(value, list) else (str(value),)


def day(
    facts: FrontMatter, key: str, findings: list[Finding], *, needed: bool = True
) -> date | None:
    """The fact `key` as a date, written year-month-day."""
    value = words(facts, key, findings, needed=needed)
    if not value:
        return None
    try:
        return datetime.strptime(value, "%Y-%m-%d").date()  # noqa: DTZ007  a day has no time zone
    except ValueError:
        findings.append(RULES["FACT-003"].at(facts.at(key), value=value))
        return None


def unknown(facts: FrontMatter, known: frozenset[str]) -> list[Finding]:
    """A finding for each fact that nobody asked for."""
    names = ", ".join(sorted(known))
    return [
        RULES["FACT-004"].at(facts.at(key), key=key, known=names)
        for key in facts.values
        if key not in known
    ]
