"""The limits and waivers: what is misspelt is quoted, what has ended no longer counts."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from harness import POLICY

from charter.findings import Finding, Rule, Severity, Wrong
from charter.model import Place
from charter.policy import Policy, apply_waivers, load_policy

LIMITS = POLICY.read_text(encoding="utf-8")
TODAY = date(2026, 6, 15)
LONG = Rule("READ-002", Severity.ERROR, "Too long.", "Cut it.", "It is too long.")
HERE = Place(Path("content/pages/3-laws.md"), 12)
WAIVER = """
[[waiver]]  # until the Act is renamed
code = "READ-002"
where = "content/pages/3-laws.md"
reason = "The sentence is the name of an Act."
approved_by = "Head of Communications"
until = 2026-06-15
"""


def policy(tmp_path: Path, words: str, encoding: str = "utf-8") -> Policy:
    """The policy in a file with these words."""
    file = tmp_path / "policy.toml"
    file.write_text(words, encoding=encoding)
    return load_policy(file)


def wrong(tmp_path: Path, words: str) -> Finding:
    """The one thing that is wrong with these words."""
    with pytest.raises(Wrong) as raised:
        policy(tmp_path, words)
    (finding,) = raised.value.findings
    return finding


def test_reads_the_limits_we_ship() -> None:
    """Our own policy has every limit, and lets nothing through."""
    shipped = load_policy(POLICY)

    assert 25 == shipped.full.longest_sentence_fails
    assert 15 == shipped.easy_read.longest_sentence_fails
    assert 12.0 == shipped.print.poster_a3_smallest
    assert 5 == shipped.full.longest_paragraph_fails
    assert 2 == shipped.poster.passives_in_a_block_fails
    assert (4.0, 4.5) == (shipped.full.hard_word_zipf, shipped.easy_read.hard_word_zipf)
    assert (3.9, 3.5, 2.9) == tuple(
        part.index_warns for part in (shipped.full, shipped.poster, shipped.easy_read)
    )
    assert () == shipped.waivers


def test_reads_a_file_that_notepad_saved(tmp_path: Path) -> None:
    """The mark that Notepad puts in front of a file does no harm."""
    assert load_policy(POLICY) == policy(tmp_path, LIMITS, "utf-8-sig")


@pytest.mark.parametrize(
    ("old", "new", "line", "said"),
    [
        ("fails = 25 ", 'fails = "25" ', 5, "must be a whole number"),
        ("fails = 25 ", "fails = 25.5 ", 5, "must be a whole number"),
        ("fails = 25 ", "fails = true ", 5, "must be a whole number"),
        ("fails = 25 ", "fails = -1 ", 5, "must be a whole number"),
        ("fails = 25 ", "fials = 25 ", 5, "there is no limit “longest_sentence_fials”"),
        ("[poster]", "[postre]", 17, "there is no part “postre”"),
        ("smallest = 12.0", "smallest = nan", 46, "must be a number"),
        ("smallest = 12.0", "smallest = inf", 46, "must be a number"),
        ("fails = 25 ", "fails = ", 5, "Invalid value"),
        ("paragraph_fails = 5 ", "paragraph_fails = -5 ", 8, "must be a whole number"),
        ("paragraph_fails = 5 ", 'paragraph_fails = "five" ', 8, "must be a whole number"),
        ("paragraph_fails = 5 ", "paragraph_fails = 5.0 ", 8, "must be a whole number"),
        (
            "longest_paragraph_fails = 5 ",
            "longest_pargraph_fails = 5 ",
            8,
            "“longest_pargraph_fails” in [full]",
        ),
        ("zipf = 4.0 ", "zipf = -4.0 ", 11, "“hard_word_zipf” must be a number"),
        ("zipf = 4.0 ", 'zipf = "four" ', 11, "“hard_word_zipf” must be a number"),
        ("zipf = 4.0 ", "zipf = nan ", 11, "“hard_word_zipf” must be a number"),
        ("zipf = 4.0 ", "zipf = [4.0] ", 11, "“hard_word_zipf” must be a number"),
        ("hard_word_zipf = 4.0 ", "hard_words_zipf = 4.0 ", 11, "“hard_words_zipf” in [full]"),
        ("index_warns = 3.9 ", "index_warns = -3.9 ", 13, "“index_warns” must be a number"),
        ("index_warns = 3.9 ", 'index_warns = "low" ', 13, "“index_warns” must be a number"),
        ("index_warns = 3.9 ", "index_warns = true ", 13, "“index_warns” must be a number"),
        ("index_warns = 3.9 ", "index_fails = 3.9 ", 13, "“index_fails” in [full]"),
        ("index_warns = 2.9", "index_warns = inf", 40, "“index_warns” must be a number"),
        ("block_fails = 2", "block_fails = -2", 24, "must be a whole number"),
        ("block_fails = 2", 'block_fails = "two"', 24, "must be a whole number"),
        ("block_fails = 2", "block_fials = 2", 24, "“passives_in_a_block_fials” in [poster]"),
        (
            "[poster]",
            "passives_in_a_block_fails = 2\n[poster]",
            17,
            "“passives_in_a_block_fails” in [full]",
        ),
        (
            "[print] ",
            "passives_in_a_block_fails = 2\n[print] ",
            44,
            "“passives_in_a_block_fails” in [easy_read]",
        ),
    ],
)
def test_quotes_the_line_that_is_wrong(
    tmp_path: Path, old: str, new: str, line: int, said: str
) -> None:
    """A limit that would switch a check off stops everything, with its line quoted."""
    finding = wrong(tmp_path, LIMITS.replace(old, new, 1))

    assert "POLICY-001" == finding.rule.code
    assert line == finding.place.line
    assert said in finding.message
    assert f"> {line:3}" in finding.message


@pytest.mark.parametrize(
    "lost",
    [
        "longest_sentence_fails",
        "longest_paragraph_fails",
        "longest_paragraph_warns",
        "passives_in_a_block_fails",
        "hard_word_zipf",
        "hard_words_warns",
        "index_warns",
        "easy_read_most_pages",
    ],
)
def test_a_limit_that_is_missing_is_named(tmp_path: Path, lost: str) -> None:
    """No limit has a silent default."""
    rest = "\n".join(line for line in LIMITS.splitlines() if not line.startswith(lost))

    assert f"“{lost}” is missing" in wrong(tmp_path, rest).message


@pytest.mark.parametrize("words", ["", "[full]\n", "full = 3\n"])
def test_a_part_that_is_missing_is_named(tmp_path: Path, words: str) -> None:
    """An empty policy is no policy."""
    assert "missing" in wrong(tmp_path, words).message


def test_a_policy_that_is_not_there_is_named(tmp_path: Path) -> None:
    """Without the file nothing is judged, rather than everything let through."""
    with pytest.raises(Wrong, match="can't be read"):
        load_policy(tmp_path / "policy.toml")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('reason = "The sentence is the name of an Act."', ""),
        ('reason = "The sentence is the name of an Act."', 'reason = " "'),
        ("until = 2026-06-15", 'until = "2026-06-15"'),
        ("until = 2026-06-15", "until = 2026-06-15T10:00:00"),
        ('code = "READ-002"', "code = 2"),
        ('code = "READ-002"', 'code = "READ-002"\nforever = true'),
        ("[[waiver]]", "[waiver]"),
        (WAIVER, "waiver = 3"),
    ],
)
def test_a_waiver_needs_every_line(tmp_path: Path, old: str, new: str) -> None:
    """No reason, no date or a misspelt line: no waiver."""
    start = LIMITS if old != WAIVER else ""
    words = start + WAIVER.replace(old, new) if start else f"{new}\n{LIMITS}"

    assert "POLICY-001" == wrong(tmp_path, words).rule.code


def test_waivers_in_one_line_are_refused(tmp_path: Path) -> None:
    """Waivers are written one below the other, so that each has a line to point at."""
    line = ", ".join(WAIVER.split("\n")[2:-1])

    assert "[[waiver]]" in wrong(tmp_path, f"waiver = [{{ {line} }}]\n{LIMITS}").fix


@pytest.mark.parametrize("where", [HERE.file.as_posix(), str(HERE)])
def test_a_waiver_lets_its_finding_through(tmp_path: Path, where: str) -> None:
    """Until its last day, for its code, at its file or at its line."""
    words = LIMITS + WAIVER.replace(HERE.file.as_posix(), where)
    count, waived = apply_waivers(
        [LONG.at(HERE)], policy(tmp_path, words), TODAY, tmp_path / "content"
    )

    assert [] == count
    assert ["READ-002"] == [finding.rule.code for finding, _ in waived]


@pytest.mark.parametrize(
    "finding",
    [
        LONG.at(Place(Path("content/pages/4-laws.md"), 12)),
        Rule("READ-003", Severity.ERROR, "Bad.", "Fix it.", "It is bad.").at(HERE),
    ],
)
def test_a_waiver_lets_nothing_else_through(tmp_path: Path, finding: Finding) -> None:
    """Another code or another file still counts."""
    limits = policy(tmp_path, LIMITS + WAIVER)
    count, waived = apply_waivers([finding], limits, TODAY, None)

    assert [finding] == count
    assert [] == waived


def test_a_waiver_that_has_ended_is_a_finding(tmp_path: Path) -> None:
    """On the day after, what it let through counts again, and it is reported itself."""
    limits = policy(tmp_path, LIMITS + WAIVER)
    count, waived = apply_waivers([LONG.at(HERE)], limits, date(2026, 6, 16), tmp_path)

    assert ["READ-002", "POLICY-002"] == [finding.rule.code for finding in count]
    assert [] == waived


@pytest.mark.parametrize(("complete", "codes"), [(True, ["POLICY-003"]), (False, [])])
def test_a_waiver_that_is_not_needed_is_a_finding(
    tmp_path: Path, *, complete: bool, codes: list[str]
) -> None:
    """But only where every check has run: half a run can't tell."""
    limits = policy(tmp_path, LIMITS + WAIVER)
    count, _ = apply_waivers([], limits, TODAY, tmp_path / "content" if complete else None)

    assert codes == [finding.rule.code for finding in count]


@pytest.mark.parametrize("code", ["GATE-001", "POLICY-003", "TEXT-001", "FILE-002"])
def test_what_proves_nothing_cannot_be_waived(tmp_path: Path, code: str) -> None:
    """A waiver for missing evidence, or for words that no check could read, is refused."""
    with pytest.raises(Wrong) as refused:
        policy(tmp_path, LIMITS + WAIVER.replace("READ-002", code))

    assert f"{code} can't be waived" in str(refused.value)
