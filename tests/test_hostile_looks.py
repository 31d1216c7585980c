"""Whatever a charter holds, each format fits its page, or a finding says what to cut."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from harness import CHECKS, POLICY, TODAY
from PIL import Image

from charter import pipeline
from charter.contracts import Draft, Edition, Stage
from charter.findings import Finding, Wrong
from charter.load import load
from charter.model import Charter
from charter.policy import load_policy
from formats import FORMATS

FORTY = " ".join(["Reply to every letter and call from you in good time"] * 4)
SIXTY = "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch" + "ai"
URDU = "ہم آپ کی بات سنیں گے اور جواب دیں گے"
TAKES_A_BROWSER = {"web", "looks"}

Change = Callable[[Charter, Path], Charter]


def hostile_words(charter: Charter, _: Path) -> Charter:
    """A title of a whole paragraph, names of one word of sixty letters, and names in Urdu."""
    first, second, *others = charter.pledges
    pledges = (replace(first, title=FORTY), replace(second, title=SIXTY), *others)
    one, two, *more = charter.signatories
    signed = (replace(one, name=SIXTY), replace(two, name=URDU), *more)
    facts = replace(charter.facts, place=SIXTY)
    return replace(charter, facts=facts, pledges=pledges, signatories=signed)


def right_to_left(charter: Charter, _: Path) -> Charter:
    """A pledge in Urdu."""
    first, *others = charter.pledges
    return replace(charter, pledges=(replace(first, title=URDU), *others))


def pledges(many: int) -> Change:
    """As many pledges as that."""

    def change(charter: Charter, _: Path) -> Charter:
        one = charter.pledges[0]
        several = (
            replace(one, id=f"pledge-{n}", number=n, title=f"{one.title} {n}")
            for n in range(1, many + 1)
        )
        # What people said belongs to pledges that are there.
        return replace(charter, pledges=tuple(several), feedback=())

    return change


def with_logo(width: int, height: int) -> Change:
    """A logo of that many dots."""

    def change(_: Charter, folder: Path) -> Charter:
        data = BytesIO()
        Image.new("L", (width, height), 60).save(data, "PNG")
        (folder / "crest.png").write_bytes(data.getvalue())
        main = folder / "charter.md"
        facts = "logo:\n  file: crest.png\n  shows: Logo of the tenants’ group\ncontact:\n"
        words = main.read_text(encoding="utf-8").replace("contact:\n", facts, 1)
        main.write_text(words, encoding="utf-8")
        charter = load(folder).charter
        assert charter
        assert charter.facts.logo
        return charter

    return change


CASES: dict[str, Change] = {
    "a title of 40 words, a word of 60 letters": hostile_words,
    "right to left": right_to_left,
    "no pledges": pledges(0),
    "20 pledges": pledges(20),
    "a logo of 8,000 dots": with_logo(8000, 8000),
}


def found(charter: Charter, root: Path) -> tuple[Finding, ...]:
    """What must be fixed once every format was made: what making said, or what the checks saw."""
    policy = load_policy(POLICY)
    setting = pipeline.Setting(FORMATS, CHECKS, policy, TODAY, lambda _step, _ended: None)
    try:
        made = pipeline.render(charter, root, Edition(), setting)
    except Wrong as wrong:
        return wrong.findings
    draft = Draft(charter, policy, TODAY, root, made)
    outcomes = {
        name: check.run(draft)
        for name, check in CHECKS.items()
        if check.STAGE is Stage.ARTEFACTS and name not in TAKES_A_BROWSER
    }
    for name, outcome in outcomes.items():
        assert outcome.expected <= outcome.examined, name
    return tuple(f for outcome in outcomes.values() for f in outcome.findings if f.blocks)


@pytest.mark.slow
@pytest.mark.parametrize("case", CASES)
def test_it_fits_or_a_finding_says_what_to_cut(case: str, small: Path, tmp_path: Path) -> None:
    """Nothing lies over anything, leaves its page or gets lost; else somebody is told what to cut."""
    charter = load(small).charter
    assert charter

    findings = found(CASES[case](charter, small), tmp_path / "site")

    helpless = [
        str(f) for f in findings if not any(word in f.fix.lower() for word in ("cut", "shorten"))
    ]
    assert not helpless, "\n\n".join(helpless)
