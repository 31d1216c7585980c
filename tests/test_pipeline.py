"""The promises of the gate, proved with formats and checks made for the purpose."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from pathlib import Path
from types import SimpleNamespace
from typing import cast

import pytest

from charter.contracts import Artefact, Check, Draft, Edition, Format, Stage
from charter.findings import Finding, Outcome, Rule, Severity, Wrong, rules
from charter.load import load
from charter.model import Charter, Place
from charter.pipeline import Setting, Verdict, build, check
from charter.policy import Waiver, load_policy
from charter.programs import ProgramFailed

ROOT = Path(__file__).parents[1]
TODAY = date(2026, 1, 15)
BAD = Rule("TEST-001", Severity.ERROR, "Bad.", "Fix.", "Why.")
ODD = Rule("TEST-002", Severity.WARNING, "Odd.", "Look.", "Why.")
PLACE = Place(Path("tests/small/charter.md"), 3)


def a_format(name: str, words: str) -> Format:
    """A format that writes one file with `words`."""

    def render(_charter: Charter, out: Path, _edition: Edition) -> Iterable[Artefact]:
        file = out / name
        file.write_text(words, encoding="utf-8")
        yield Artefact(file, "text/plain", name, name)

    return cast("Format", SimpleNamespace(TITLE=name, render=render))


def a_check(
    *findings: Finding, stage: Stage = Stage.ARTEFACTS, seen: frozenset[str] = frozenset({"one"})
) -> Check:
    """A check that should look at “one”, says it looked at `seen`, and finds `findings`."""

    def run(_draft: Draft) -> Outcome:
        return Outcome(findings, frozenset({"one"}), seen)

    found = rules(*(finding.rule for finding in findings))
    return cast("Check", SimpleNamespace(TITLE="A check", STAGE=stage, RULES=found, run=run))


def setting(*checks: Check, words: str = "new") -> Setting:
    """One run with a single format and these checks."""
    return Setting(
        {"page": a_format("index.html", words)},
        {str(number): one for number, one in enumerate(checks)},
        load_policy(ROOT / "checks" / "policy.toml"),
        TODAY,
        lambda _step, _ended: None,
    )


@pytest.fixture
def live(tmp_path: Path) -> Path:
    """A folder in which an older charter is published."""
    folder = tmp_path / "dist"
    folder.mkdir()
    (folder / "index.html").write_text("old", encoding="utf-8")
    return folder


def run(live: Path, with_: Setting) -> Verdict:
    """Build the very small charter."""
    return build(load(ROOT / "tests" / "small"), live, with_)


def page(live: Path) -> str:
    """What readers see."""
    return (live / "index.html").read_text(encoding="utf-8")


def test_publishes_when_nothing_must_be_fixed(live: Path) -> None:
    """A charter that passes replaces the old one, even where something is worth a look."""
    verdict = run(live, setting(a_check(ODD.at(PLACE))))

    assert verdict.published
    assert "new" == page(live)


@pytest.mark.parametrize("stage", list(Stage))
def test_keeps_the_old_one_when_something_must_be_fixed(live: Path, stage: Stage) -> None:
    """A finding that must be fixed, before or after making the formats, shuts the gate."""
    verdict = run(live, setting(a_check(BAD.at(PLACE), stage=stage)))

    assert not verdict.published
    assert "old" == page(live)
    assert [live] == list(live.parent.iterdir())


@pytest.mark.parametrize("stage", list(Stage))
def test_a_check_that_looked_at_nothing_shuts_the_gate(live: Path, stage: Stage) -> None:
    """No evidence is not good news."""
    verdict = run(live, setting(a_check(stage=stage, seen=frozenset())))

    assert ["GATE-001"] == [finding.rule.code for finding in verdict.findings]
    assert "old" == page(live)


def test_a_check_that_expects_nothing_shuts_the_gate(live: Path) -> None:
    """A check that finds nothing to look at is broken, not content."""
    idle = cast(
        "Check",
        SimpleNamespace(
            TITLE="Idle",
            STAGE=Stage.ARTEFACTS,
            RULES={},
            run=lambda _draft: Outcome((), frozenset(), frozenset()),
        ),
    )
    verdict = run(live, setting(idle))

    assert ["GATE-001"] == [finding.rule.code for finding in verdict.findings]


def test_a_format_that_can_not_go_on_is_a_finding(live: Path) -> None:
    """What an author got wrong comes out as a finding from a format too; nothing is published."""

    def render(_charter: Charter, _out: Path, _edition: Edition) -> Iterable[Artefact]:
        raise Wrong(BAD.at(PLACE))

    broken = cast("Format", SimpleNamespace(TITLE="Broken", render=render))
    verdict = run(live, replace(setting(a_check()), formats={"broken": broken}))

    assert ["TEST-001"] == [finding.rule.code for finding in verdict.findings]
    assert "old" == page(live)


def test_an_error_nobody_foresaw_leaves_everything_as_it_was(live: Path) -> None:
    """An exception in a check goes up to the exit status; readers notice nothing."""

    def fail(_draft: Draft) -> Outcome:
        raise RuntimeError

    crash = cast("Check", SimpleNamespace(TITLE="Crash", STAGE=Stage.ARTEFACTS, RULES={}, run=fail))
    with pytest.raises(RuntimeError):
        run(live, setting(crash))

    assert "old" == page(live)
    assert [live] == list(live.parent.iterdir())


def waiver(until: date, code: str = "TEST-001") -> Waiver:
    """Leave for `code` at PLACE."""
    where = "tests/small/charter.md"
    place = Place(ROOT / "checks" / "policy.toml", 9)
    return Waiver(code, where, "The law", "Head of Law", until, place)


def test_a_waiver_lets_its_finding_through_until_its_last_day(live: Path) -> None:
    """On the last day the gate is open, and the waived finding is kept for the report."""
    base = setting(a_check(BAD.at(PLACE)))
    policy = replace(base.policy, waivers=(waiver(TODAY),))
    verdict = run(live, replace(base, policy=policy))

    assert verdict.published
    assert ["TEST-001"] == [finding.rule.code for finding, _ in verdict.waived]


def test_an_outdated_waiver_lets_nothing_through(live: Path) -> None:
    """A day later the finding counts again, and so does the waiver itself."""
    base = setting(a_check(BAD.at(PLACE), stage=Stage.CONTENT))
    policy = replace(base.policy, waivers=(waiver(date(2026, 1, 14)),))
    verdict = run(live, replace(base, policy=policy))

    assert {"POLICY-002", "TEST-001"} == {finding.rule.code for finding in verdict.findings}
    assert "old" == page(live)


def test_a_waiver_that_is_no_longer_needed_must_go(live: Path) -> None:
    """A waiver that meets no finding shuts the gate, but only once every check has run."""
    base = setting(a_check())
    unused = replace(base, policy=replace(base.policy, waivers=(waiver(TODAY),)))

    assert ["POLICY-003"] == [f.rule.code for f in run(live, unused).findings]
    assert () == check(load(ROOT / "tests" / "small"), unused).findings


def test_a_waiver_for_another_charter_is_not_missed_here(live: Path) -> None:
    """One list of waivers serves several charters: what is for another one is left alone."""
    base = setting(a_check())
    other = replace(waiver(TODAY), where="content/charter.md")
    verdict = run(live, replace(base, policy=replace(base.policy, waivers=(other,))))

    assert () == verdict.findings


def test_a_failed_tool_does_not_hide_what_the_others_found(live: Path) -> None:
    """Where one check can't run, the gate is shut and the findings of the rest are still told."""

    def fail(_draft: Draft) -> Outcome:
        raise ProgramFailed("The browser is missing.")

    broken = cast("Check", SimpleNamespace(TITLE="Web", STAGE=Stage.ARTEFACTS, RULES={}, run=fail))
    verdict = run(live, setting(broken, a_check(ODD.at(PLACE))))

    assert verdict.blocked
    assert ["The browser is missing."] == [str(failure) for failure in verdict.failures]
    assert ["TEST-002"] == [finding.rule.code for finding in verdict.findings]
    assert "old" == page(live)


def test_a_check_that_never_ran_shuts_the_gate(live: Path) -> None:
    """Nothing is published where a check of the words was left out for whatever reason."""
    words = a_check(stage=Stage.CONTENT)
    cast("SimpleNamespace", words).TITLE = "Words"
    base = setting(words)
    loaded = load(ROOT / "tests" / "small")
    verdict = build(replace(loaded, findings=()), live, replace(base, checks=Sly(base.checks)))

    assert ["GATE-001"] == [finding.rule.code for finding in verdict.findings]
    assert "old" == page(live)


class Sly(dict[str, Check]):
    """Checks that are not there when the words are judged, and are there at the end."""

    asked = 0

    def values(self):  # type: ignore[no-untyped-def]  # noqa: ANN201  a fake
        """Nothing, twice; then all."""
        self.asked += 1
        return super().values() if self.asked > 2 else ()


def test_the_report_is_ready_before_anything_is_published(live: Path) -> None:
    """Where the report can't be written nothing is published, so the two never disagree."""

    def full(_verdict: Verdict) -> None:
        raise OSError(28, "No space left on device")

    with pytest.raises(OSError, match="No space"):
        build(load(ROOT / "tests" / "small"), live, setting(a_check()), full)

    assert "old" == page(live)
