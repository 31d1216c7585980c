"""content -> Charter -> content checks -> formats -> artefact checks -> gate -> publish."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from charter import record
from charter.contracts import Artefact, Check, Draft, Edition, Format, Stage
from charter.findings import Finding, Outcome, Rule, Severity, Wrong, blocked, rules, unique
from charter.load import Loaded
from charter.model import Charter, Place
from charter.policy import Policy, Waiver, apply_waivers
from charter.programs import ProgramFailed
from charter.publish import SITE, publish, staging
from charter.reading import Reading
from charter.record import Published
from charter.statement import waivers_of

RULES = rules(
    Rule(
        "GATE-001",
        Severity.ERROR,
        "The check “{check}” looked at {examined} of {expected} things it should have looked at. "
        "Not looked at: {missing}.",
        "Run “python3 build.py doctor”. If it finds nothing, ask a developer.",
        "A check that looked at nothing cannot say that all is well.",
    ),
)
MAKING = "Making the formats"
_NAMED = 3  # how many of the things that were not looked at a message names

Say = Callable[[str, str], None]
"""Takes the name of a step and how it ended, such as ("Poster", "Built")."""


@dataclass(frozen=True, slots=True)
class Setting:
    """What every step of one run shares."""

    formats: Mapping[str, Format]
    checks: Mapping[str, Check]
    policy: Policy
    today: date
    say: Say
    published: Published | None = None


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the checks found, after waivers, with the evidence of each check by its name."""

    findings: tuple[Finding, ...]
    waived: tuple[tuple[Finding, Waiver], ...]
    outcomes: Mapping[str, Outcome]
    artefacts: tuple[Artefact, ...] = ()
    published: bool = False

    @property
    def failures(self) -> tuple[ProgramFailed, ...]:
        """The tools that failed."""
        return tuple(o.failure for o in self.outcomes.values() if o.failure)

    @property
    def readings(self) -> tuple[Reading, ...]:
        """Every text that was read."""
        return tuple(r for outcome in self.outcomes.values() for r in outcome.readings)

    @property
    def blocked(self) -> bool:
        """Whether the gate is shut."""
        return blocked(self.findings) or bool(self.failures)


Ready = Callable[[Verdict], None]
"""Is told the verdict while the last published charter is still in place."""


def check(loaded: Loaded, setting: Setting) -> Verdict:
    """Judge the words alone. Files that can't be read are put right first, then the words."""
    findings, outcomes = list(loaded.findings), dict[str, Outcome]()
    setting.say("Reading the charter", "To fix" if blocked(findings) else "Passed")
    if loaded.charter and not blocked(findings):
        draft = Draft(loaded.charter, setting.policy, setting.today, published=setting.published)
        found, outcomes = judge(draft, Stage.CONTENT, setting)
        findings += found
    return _verdict(findings, outcomes, setting)


def build(loaded: Loaded, live: Path, setting: Setting, ready: Ready = lambda _: None) -> Verdict:
    """Check, make everything, check what was made; publish to `live` if nothing must be fixed.

    `ready` gets the verdict before anything is published; where it raises, nothing is.
    """
    words = check(loaded, setting)
    if words.blocked or not loaded.charter:
        ready(words)
        return words
    with staging(live) as folder:
        staged = folder / "site"
        try:
            made = render(loaded.charter, staged, Edition(), setting)
        except Wrong as wrong:
            setting.say(MAKING, "To fix")
            verdict = replace(words, findings=wrong.findings + words.findings)
            ready(verdict)
            return verdict
        except ProgramFailed as failed:
            setting.say(MAKING, "Could not run")
            failure = Outcome((), frozenset(), frozenset(), failure=failed)
            verdict = replace(words, outcomes={**words.outcomes, MAKING: failure})
            ready(verdict)
            return verdict
        record.write(words.readings, staged)
        draft = Draft(loaded.charter, setting.policy, setting.today, staged, made)
        found, outcomes = judge(draft, Stage.ARTEFACTS, setting)
        outcomes = {**words.outcomes, **outcomes}
        everything = [*words.findings, *(finding for finding, _ in words.waived), *found]
        everything += _not_run(outcomes, setting)
        verdict = _verdict(everything, outcomes, setting, loaded.charter)
        verdict = replace(verdict, artefacts=made, published=not verdict.blocked)
        ready(verdict)
        if verdict.published:
            publish(staged, live, SITE)
        return verdict


def render(charter: Charter, out: Path, edition: Edition, setting: Setting) -> tuple[Artefact, ...]:
    """Make every format below `out`, in order. Raises `Wrong` for what an author must change."""
    (out / "downloads").mkdir(parents=True, exist_ok=True)
    made: tuple[Artefact, ...] = ()
    edition = replace(edition, waivers=waivers_of(setting.policy, charter.folder))
    for format_ in setting.formats.values():
        made += tuple(format_.render(charter, out, replace(edition, made=made)))
        setting.say(format_.TITLE, "Built")
    return made


def judge(draft: Draft, stage: Stage, setting: Setting) -> tuple[list[Finding], dict[str, Outcome]]:
    """Run the checks of one stage. A check without evidence is itself a finding.

    Where one check's tool fails the others still run, so that one run tells all there is to do.
    """
    findings: list[Finding] = []
    outcomes: dict[str, Outcome] = {}
    for one in setting.checks.values():
        if one.STAGE is not stage:
            continue
        try:
            outcome = one.run(draft)
        except ProgramFailed as failed:
            setting.say(one.TITLE, "Could not run")
            outcomes[one.TITLE] = Outcome((), frozenset(), frozenset(), failure=failed)
            continue
        found = [*outcome.findings, *unproven(one.TITLE, outcome)]
        must = sum(finding.blocks for finding in found)
        setting.say(one.TITLE, f"{must} to fix" if must else "Passed")
        findings += found
        outcomes[one.TITLE] = outcome
    return findings, outcomes


def _not_run(outcomes: Mapping[str, Outcome], setting: Setting) -> Iterable[Finding]:
    """A finding for each check that has no outcome at all: nothing is published without it."""
    for one in setting.checks.values():
        if one.TITLE not in outcomes:
            facts = {"check": one.TITLE, "examined": 0, "expected": 1, "missing": "anything"}
            yield RULES["GATE-001"].at(Place(Path("build.py")), **facts)


def unproven(title: str, outcome: Outcome) -> Iterable[Finding]:
    """A finding where a check did not look at all that it should have looked at."""
    missing = sorted(outcome.expected - outcome.examined)
    if missing or not outcome.expected:
        yield RULES["GATE-001"].at(
            Place(Path("build.py")),
            check=title,
            examined=len(outcome.expected & outcome.examined),
            expected=len(outcome.expected),
            missing=", ".join(missing[:_NAMED]) or "anything",
        )


def _verdict(
    findings: Iterable[Finding],
    outcomes: Mapping[str, Outcome],
    setting: Setting,
    complete: Charter | None = None,
) -> Verdict:
    """The verdict after waivers. Give the charter as `complete` where every check has run."""
    proven = complete and not any(outcome.failure for outcome in outcomes.values())
    content = complete.folder if complete and proven else None
    count, waived = apply_waivers(unique(findings), setting.policy, setting.today, content)
    ordered = sorted(count, key=lambda finding: not finding.blocks)
    return Verdict(unique(ordered), tuple(waived), outcomes)
