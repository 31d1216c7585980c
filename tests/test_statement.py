"""The accessibility statement: true to its evidence, whole, plain, and the same on any day."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from harness import CHECKS, POLICY, ROOT, SMALL, TODAY, contents
from hypothesis import given
from hypothesis import strategies as st

from charter import model, peoples, pipeline, statement, statement_words
from charter.contracts import Artefact, Draft, Edition
from charter.documents import Document
from charter.findings import Wrong
from charter.lists import statement_row
from charter.load import load
from charter.model import Accessibility, Block, Blocks, Charter, List, Place, text, words_of
from charter.peoples import Ending, Standing, Timing
from charter.policy import Waiver, load_policy
from charter.statement import Evidence, Status
from checks import any_text, easy_read
from checks import statement as check
from checks._html import read
from formats import FORMATS, plain_text, site

PAGE = "accessibility-statement/index.html"
FILE = Path("content/tested.csv")
LATE = date(2025, 11, 20)


@pytest.fixture
def charter() -> Charter:
    """The small charter, which nobody has tested."""
    found = load(SMALL).charter
    assert found
    return found


def tried(what: str, result: str, when: date = LATE) -> model.Tested:
    """A row of tested.csv."""
    return model.Tested(what, "its own kit", "the web team", when, result, Place(FILE, 2))


def all_passed(when: date = LATE) -> tuple[model.Tested, ...]:
    """Every people's check passed on one day."""
    return tuple(tried(one.name, "passed", when) for one in peoples.known())


def waiver(code: str = "WEB-001", where: str = "downloads/easy-read.pdf") -> Waiver:
    """Leave for one rule."""
    until = date(2026, 12, 31)
    reason = "The map of the estate has no words for people who can’t see it"
    return Waiver(code, where, reason, "Head of Communications", until, Place(POLICY, 60))


def facts_of(charter: Charter, **changed: object) -> Charter:
    """The charter with other facts for its statement."""
    facts = replace(charter.facts.accessibility, **changed)  # type: ignore[arg-type]  # whatever a case changes
    return replace(charter, facts=replace(charter.facts, accessibility=facts))


def said(charter: Charter, waivers: Iterable[Waiver] = (), *, machine: bool = True) -> str:
    """All the words of the statement, a block a line."""
    day = statement.as_of(charter)
    evidence = statement.gather(charter, waivers, day, machine=machine)
    return "\n".join(words for words, _ in words_of(statement_words.blocks(charter, evidence)))


def judged(charter: Charter, waivers: Sequence[Waiver] = (), today: date = TODAY) -> Status:
    """What may be said of a charter that programs have tested."""
    return statement.status(statement.gather(charter, waivers, today))


# The status


@st.composite
def evidence(draw: st.DrawFn) -> Evidence:
    """Any evidence there can be."""
    results = ["passed", "problems: Slow", "failed: Shut", None]
    rows = [
        tried(one.id, result, TODAY - timedelta(days=draw(st.sampled_from([1, 300, 900]))))
        for one in peoples.known()
        if (result := draw(st.sampled_from(results)))
    ]
    rows = draw(st.sampled_from([rows, list(all_passed(TODAY))]))
    codes = draw(st.lists(st.sampled_from(["WEB-001", "PDF-009", "NEW-001", "READ-002"])))
    machine, exempt = draw(st.booleans()), draw(st.booleans())
    waivers = tuple(map(waiver, codes))
    return Evidence(machine, waivers, exempt, peoples.standings(rows, TODAY))


@given(evidence())
def test_fully_needs_everything(known: Evidence) -> None:
    """“Fully” is said only where nothing is waived, left out, late, faulty or untested."""
    if statement.status(known) is not Status.FULLY:
        return
    assert known.machine
    assert not known.exempt
    assert all(one.code.startswith("READ-") for one in known.waivers)
    assert all(one.holds for one in known.people if one.check.counts)
    assert all(one.ending in (None, Ending.PASSED) for one in known.people)


@given(evidence())
def test_no_bad_news_makes_the_status_better(known: Evidence) -> None:
    """Taking a test away, waiving more or leaving more out never improves what is said."""
    now = statement.status(known)
    never = tuple(replace(one, timing=Timing.NEVER, tests=(), due=None) for one in known.people)
    worse = [
        replace(known, machine=False),
        replace(known, exempt=True),
        replace(known, waivers=(*known.waivers, waiver("KEYS-001"))),
        replace(known, people=tuple(_failed(one) for one in known.people)),
    ]

    assert all(statement.status(one) <= now for one in worse)
    assert statement.status(replace(known, people=never)) is not Status.FULLY


def _failed(one: Standing) -> Standing:
    return replace(one, tests=(tried(one.check.id, "failed: Shut"), *one.tests))


@given(evidence())
def test_what_shuts_people_out_is_never_called_compliant(known: Evidence) -> None:
    """Where an essential check failed, or nothing was tested at all, the answer is “not”."""
    failed = any(one.check.essential and one.ending is Ending.FAILED for one in known.people)
    nothing = not known.machine and not any(one.tests for one in known.people)

    assert (failed or nothing) == (statement.status(known) is Status.NOT)


def test_each_status_can_be_reached(charter: Charter) -> None:
    """Everything passed is “fully”, no people yet is “partially”, an essential failure is “not”."""
    everyone = replace(charter, tested=all_passed())
    shut = replace(charter, tested=(tried("keyboard", "failed: The menu stays shut"),))

    assert Status.FULLY is judged(everyone)
    assert Status.FULLY is judged(everyone, [waiver("READ-002")])
    assert Status.PARTIALLY is judged(everyone, [waiver("WEB-001")])
    assert Status.PARTIALLY is judged(everyone, today=TODAY + timedelta(days=800))
    assert Status.PARTIALLY is judged(facts_of(everyone, out_of_scope=("An old map.",)))
    assert Status.PARTIALLY is judged(charter)
    assert Status.NOT is judged(shut)


def test_the_charter_we_ship_is_honest() -> None:
    """Nobody has tested our charter, so it says “partially”, and lists every check as missing."""
    ours = load(ROOT / "content").charter
    assert ours
    words = said(ours)

    assert () == ours.tested
    assert "This website is partially compliant with the Web Content Accessibility" in words
    assert "No tests with people have taken place yet." in words
    assert all(f"\n{one.name}: " in words for one in peoples.known())


@pytest.mark.parametrize("code", ["STATEMENT-014", "TESTED-001"])
def test_no_waiver_makes_the_statement_untrue(code: str, tmp_path: Path) -> None:
    """Nobody can waive what keeps the statement to its evidence."""
    file = tmp_path / "policy.toml"
    lines = [f'code = "{code}"', 'where = "content/tested.csv"', 'reason = "We like it better."']
    lines += ['approved_by = "Head of Communications"', "until = 2027-03-31"]
    file.write_text(
        POLICY.read_text(encoding="utf-8") + "\n".join(["[[waiver]]", *lines]), encoding="utf-8"
    )

    with pytest.raises(Wrong, match=f"{code} can't be waived"):
        load_policy(file)


# The words


def test_what_is_known_is_told(charter: Charter) -> None:
    """Waivers, what people could not use, what is left out and old tests: the statement has all."""
    rows = (
        tried("magnifier", "problems: The menu opens off the screen"),
        tried("contact", "passed", date(2024, 5, 6)),
    )
    full = facts_of(
        replace(charter, tested=rows),
        disproportionate_burden=("The film of 2019 has no signing. It would cost £9,000.",),
        out_of_scope=("The map of 2017 is a picture.",),
        form="https://friends.example.org/form/",
    )
    words = said(full, [waiver()])

    assert "The map of the estate has no words for people who can’t see it." in words
    assert "We will put it right by 31 December 2026. (Rule WEB-001, downloads/easy-" in words
    assert "Screen magnifier: The menu opens off the screen." in words
    assert "The film of 2019 has no signing. It would cost £9,000." in words
    assert "The map of 2017 is a picture." in words
    assert "Screen magnifier: some problems. Tested by the web team on 20 November 2025" in words
    assert "Ways to contact us: phone, e-mail and post (last tested on 6 May 2024)" in words
    assert "This website was last tested on 5 January 2026." in words
    assert "fill in our contact form" in words
    assert "These tests are still to come" not in said(replace(charter, tested=all_passed()))


def test_each_test_keeps_its_own_result(charter: Charter) -> None:
    """What failed with one screen reader is not told of the one that passed, nor the other way."""
    failed = replace(tried("screen-reader-computer", "failed: No menu"), with_="JAWS")
    passed = replace(tried("screen-reader-computer", "passed", TODAY), with_="NVDA")
    words = said(replace(charter, tested=(failed, passed)))

    assert "computer: failed. Tested by the web team on 20 November 2025 with JAWS." in words
    assert "computer: passed. Tested by the web team on 15 January 2026 with NVDA." in words
    assert "Screen reader on a computer, failed: No menu." in words


def test_a_draft_says_that_nothing_tested_it(charter: Charter) -> None:
    """A copy made without the gate claims nothing, not even what the programs would find."""
    words = said(charter, machine=False)

    assert "This website is not compliant with" in words
    assert "This copy is a draft. No program has tested it." in words
    assert "axe-core" not in words
    assert "You should be able to" not in words


@pytest.mark.parametrize("nation", ["northern-ireland", "Northern Ireland", " NORTHERN_ireland"])
def test_northern_ireland_has_its_own_commission(
    charter: Charter, nation: str, tmp_path: Path
) -> None:
    """There the site names the Equality Commission for Northern Ireland, and not the others."""
    words = built(facts_of(charter, nation=nation), tmp_path)

    assert (
        "The Equality Commission for Northern Ireland (ECNI) is responsible for enforcing the "
        "accessibility regulations in Northern Ireland."
    ) in words
    assert "EHRC" not in words
    assert "EASS" not in words


def test_elsewhere_the_british_commission_enforces(charter: Charter, tmp_path: Path) -> None:
    """In England, Scotland and Wales the site names the EHRC, and the service that advises."""
    for nation in ("england", "scotland", "wales"):
        words = built(facts_of(charter, nation=nation), tmp_path / nation)

        assert "The Equality and Human Rights Commission (EHRC) is responsible for" in words
        assert "contact the Equality Advisory and Support Service (EASS)." in words
        assert "Northern Ireland" not in words
        assert statement_words.LAW in words


def built(charter: Charter, folder: Path) -> str:
    """The words of the statement on the finished site."""
    out = folder / "site"
    (out / "downloads").mkdir(parents=True)
    list(site.render(charter, out, Edition()))
    return " ".join(read(out / PAGE).main)


def numbered(blocks: Blocks) -> tuple[Blocks, tuple[str, ...]]:
    """The blocks as if each stood on a line of its own, and those lines."""
    lines: list[str] = []
    moved: list[Block] = []
    for block in blocks:
        lines.append(" ".join(words for words, _ in words_of((block,))))
        place = Place(Path("statement.md"), len(lines))
        if isinstance(block, List):
            items = tuple(replace(item, place=place) for item in block.items)
            moved.append(replace(block, place=place, items=items))
        else:
            moved.append(replace(block, place=place))
    return tuple(moved), tuple(lines)


@pytest.mark.parametrize("nation", ["wales", "northern-ireland"])
@pytest.mark.parametrize("rows", [(), all_passed(), (tried("keyboard", "failed: It is shut"),)])
def test_the_statement_is_plain_english(
    charter: Charter, nation: str, rows: tuple[model.Tested, ...]
) -> None:
    """Its words pass the rules that a charter's words must pass, and no sentence is over 20."""
    whole = facts_of(replace(charter, tested=rows), nation=nation)
    known = statement.gather(whole, [waiver()], statement.as_of(whole))
    blocks, lines = numbered(statement_words.blocks(whole, known))
    document = Document(Path("statement.md"), blocks, lines)
    reading, found = any_text.judge(document, "full", load_policy(POLICY))

    assert [] == [str(one) for one in found if one.blocks]
    assert [] == [str(one) for one in found if one.rule.code in ("READ-002", "READ-003")]
    assert reading.figures.longest <= 20  # words


def test_the_line_in_easy_read_follows_its_rules(charter: Charter) -> None:
    """The row that leads to the statement passes every rule for Easy Read, and has a picture."""
    first = charter.pages[0]
    row = replace(statement_row(charter), place=first.place)
    page = replace(first, easy_read=replace(first.easy_read, rows=(row,)))
    draft = Draft(replace(charter, pages=(page,)), load_policy(POLICY), TODAY)
    mine = [f for f in easy_read.run(draft).findings if f.place.file == first.place.file]

    assert [] == [str(one) for one in mine if one.blocks]
    assert charter.drawing(row.picture.id)
    assert [] == [s for s in map(text, row.sentences) if len(s.split()) > 12]


# The page and the documents


def test_the_same_content_gives_the_same_statement_on_any_day(
    charter: Charter, tmp_path: Path
) -> None:
    """What is overdue is told as of the statement's own date, never the computer's."""
    old = facts_of(replace(charter, tested=all_passed(date(2024, 2, 1))), reviewed=LATE)
    made = []
    for day in (date(2025, 11, 21), date(2031, 1, 1)):
        policy = load_policy(POLICY)
        setting = pipeline.Setting({"site": site}, {}, policy, day, lambda _step, _ended: None)
        out = tmp_path / str(day)
        pipeline.render(old, out, Edition(), setting)
        made.append(contents(out))

    assert made[0] == made[1]
    assert "people tested some of it too long ago" in made[0][PAGE].decode()


def test_a_waiver_reaches_the_page(charter: Charter, tmp_path: Path) -> None:
    """The pipeline hands the waivers of this charter to the formats, and those of no other."""
    ours, other = waiver(), waiver("WEB-002", where="content/charter.md")
    policy = replace(load_policy(POLICY), waivers=(ours, other))
    setting = pipeline.Setting({"site": site}, {}, policy, TODAY, lambda _step, _ended: None)
    pipeline.render(charter, tmp_path, Edition(), setting)
    words = " ".join(read(tmp_path / PAGE).main)

    assert "Rule WEB-001" in words
    assert "Rule WEB-002" not in words


@pytest.mark.slow
def test_every_page_and_document_was_looked_at(small_draft: Draft) -> None:
    """The check names each page and each document, the statement too, and finds nothing."""
    outcome = check.run(small_draft)
    files = {f.relative_to(small_draft.root).as_posix() for f in small_draft.root.rglob("*")}
    wanted = {name for name in files if name.endswith((".html", ".pdf", ".zip"))}

    assert () == outcome.findings
    assert {*wanted, "downloads/charter.txt"} == outcome.expected == outcome.examined


@pytest.mark.slow
def test_a_status_that_time_has_overtaken_shuts_the_gate(charter: Charter, tmp_path: Path) -> None:
    """“Fully” made in time is no longer true when a people's check is overdue: it must be mended."""
    full = replace(charter, tested=all_passed())
    policy = load_policy(POLICY)
    setting = pipeline.Setting(FORMATS, CHECKS, policy, TODAY, lambda _step, _ended: None)
    made = pipeline.render(full, tmp_path / "site", Edition(), setting)
    draft = Draft(full, policy, TODAY, tmp_path / "site", made)
    later = replace(draft, today=TODAY + timedelta(days=350))

    assert () == check.run(draft).findings
    assert ["STATEMENT-014"] == [one.rule.code for one in check.run(later).findings]


def test_a_document_of_a_new_kind_is_not_taken_on_trust(charter: Charter, tmp_path: Path) -> None:
    """A format that nobody told the check about does not lead to the statement until proved."""
    (tmp_path / "charter.epub").write_bytes(b"PK")
    book = Artefact(tmp_path / "charter.epub", "application/epub+zip", "epub", "E-book")
    draft = Draft(charter, load_policy(POLICY), TODAY, tmp_path, (book,))

    codes = {one.rule.code for one in check.run(draft).findings}

    assert {"STATEMENT-010", "STATEMENT-012"} == codes


def test_plain_text_has_the_address(charter: Charter, tmp_path: Path) -> None:
    """Plain text ends in the whole address, which every phone makes into a link."""
    (tmp_path / "downloads").mkdir()
    (made,) = plain_text.render(charter, tmp_path, Edition())

    last = made.path.read_text(encoding="utf-8").splitlines()[-1]

    assert "Accessibility statement: https://friends.example.org/accessibility-statement/" == last


def test_a_charter_without_the_facts_still_has_a_page(charter: Charter) -> None:
    """Where no fact is given a draft can be made; it invents no date and no nation's answer."""
    bare = replace(charter, facts=replace(charter.facts, accessibility=Accessibility()))
    words = said(bare, machine=False)

    assert not re.search(r"\d{1,2} [A-Z][a-z]+ 20\d\d", words)
    assert all(statement_words.PARTS[key] in words for key in check.REQUIRED)
