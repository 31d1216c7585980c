"""Any PDF in the world is judged: with findings that its owner can act on, and never a crash."""

from __future__ import annotations

import io
import random
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pikepdf import Array, Dictionary, Encryption, Name, Pdf
from seeded_pdf_any import HEAD, PAGES, scan, written

from charter.contracts import Draft
from charter.findings import Finding
from checks import any_pdf, pdf
from checks._proof.damage import damaged
from checks._proof.pdf_defects import DEFECTS

pytestmark = pytest.mark.slow
LEFT_TO_US = {  # what only makes sense for a document of ours, or is said by another rule there
    "a paragraph marked as decoration",
    "two items of a list swapped",
    "letters that stand for others",
    "no main heading",
    "a second main heading",
    "no bookmarks",
    "a bookmark left out",
    "a bookmark with another name",
    "headings of columns that don't say so",
    "a table without headings of its columns",
    "a table without headings of its rows",
    "no language",
    "the wrong language",
    "no title",
    "a title that says nothing",
    "the file's name for the window's",
    "words at half their size",
    "small letters in a picture",
    "a font that we did not choose",
    "a poster of two pages",
    "words that only their colour shows",
    "two fields that only their colours tell apart",
    "words over other words",
}
OTHERWISE = {
    "a second main heading": "PDF-034",
    "no main heading": "PDF-003",
    "no language": "PDF-036",
    "no title": "PDF-003",
    "a title that says nothing": "PDF-035",
    "the file's name for the window's": "PDF-003",
}
SAME = [one for one in DEFECTS if one.name not in LEFT_TO_US]


def codes(findings: tuple[Finding, ...]) -> set[str]:
    """The rules that were broken."""
    return {finding.rule.code for finding in findings}


@pytest.mark.parametrize("stem", pdf.DOCUMENTS)
def test_what_we_make_is_sound(stem: str, small_draft: Draft) -> None:
    """Our own documents pass, and what can't be told without their source is said."""
    file = small_draft.root / "downloads" / f"{stem}.pdf"

    findings, left_out = any_pdf.judge(file, small_draft.policy)

    assert [] == [str(finding) for finding in findings]
    assert "Whether it says the same as its source text." in left_out


def test_the_same_faults_are_found(small_draft: Draft, tmp_path: Path) -> None:
    """What can be seen without the source is found in any PDF, by the same rule as in ours."""
    files = [
        damaged(small_draft, tmp_path / str(n), one.document, one.damage).artefacts[0].path
        for n, one in enumerate(SAME)
    ]

    judged = any_pdf.judge_all(files, small_draft.policy)

    missed = [
        (one.name, sorted(codes(findings)))
        for one, (findings, _) in zip(SAME, judged, strict=True)
        if one.code not in codes(findings)
    ]
    assert [] == missed


def test_faults_that_are_told_in_other_words(small_draft: Draft, tmp_path: Path) -> None:
    """Where our own rule compares with the charter, another one stands in for it."""
    cases = [one for one in DEFECTS if one.name in OTHERWISE]
    files = [
        damaged(small_draft, tmp_path / str(n), one.document, one.damage).artefacts[0].path
        for n, one in enumerate(cases)
    ]

    judged = any_pdf.judge_all(files, small_draft.policy)

    for one, (findings, _) in zip(cases, judged, strict=True):
        assert OTHERWISE[one.name] in codes(findings), one.name


def test_no_finding_sends_a_stranger_to_our_developer(small_draft: Draft, tmp_path: Path) -> None:
    """What to do is about their document, not about how we make ours."""
    files = [
        damaged(small_draft, tmp_path / str(n), one.document, one.damage).artefacts[0].path
        for n, one in enumerate(SAME)
    ]
    files += [written(tmp_path, PAGES), scan(tmp_path)]

    found = [f for findings, _ in any_pdf.judge_all(files, small_draft.policy) for f in findings]

    assert found
    for finding in found:
        for ours in ("developer", "pictures.toml", "charter", "build"):
            assert ours not in f"{finding.message} {finding.fix}", finding


def test_a_pdf_without_tags_is_told_once(small_draft: Draft, tmp_path: Path) -> None:
    """One fault, no tags, is not told again for each page and each word."""
    file = written(tmp_path, HEAD + PAGES + '#link("https://example.org")[our site]')
    with Pdf.open(file, allow_overwriting_input=True) as made:
        del made.Root.StructTreeRoot
        made.save(file)

    findings, _ = any_pdf.judge(file, small_draft.policy)

    tagless = [f for f in findings if "tag" in f.message]
    assert ["7.1-11"] == [str(f.facts["clause"]) for f in tagless]
    assert {"PDF-003", "PDF-032"} == codes(findings)


def test_a_table_needs_headings(small_draft: Draft, tmp_path: Path) -> None:
    """A table in which no cell is a heading is found, one with a first row of them is not."""
    cells = "[1], [2], [3], [4])"
    bare = written(tmp_path, HEAD + f"#table(columns: 2, {cells}")
    without = codes(any_pdf.judge(bare, small_draft.policy)[0])
    named = written(tmp_path, HEAD + f"#table(columns: 2, table.header[A][B], {cells}")
    headed = codes(any_pdf.judge(named, small_draft.policy)[0])

    assert "PDF-011" in without
    assert "PDF-011" not in headed


def test_words_behind_a_scan_are_no_fault(small_draft: Draft, tmp_path: Path) -> None:
    """Words that are not drawn, over a picture of a page, are how a scan is made readable."""
    with Pdf.open(scan(tmp_path), allow_overwriting_input=True) as made:
        page = made.pages[0]
        font = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
        page.Resources.Font = Dictionary(F=made.make_indirect(font))
        page.contents_add(b"BT /F 20 Tf 3 Tr 300 300 Td (We will listen.) Tj ET")
        made.save(tmp_path / "scan.pdf")

    found = codes(any_pdf.judge(tmp_path / "scan.pdf", small_draft.policy)[0])

    assert found.isdisjoint({"PDF-025", "PDF-028", "PDF-037"})


def test_pale_words_are_quoted_where_there_are_no_tags(small_draft: Draft, tmp_path: Path) -> None:
    """The finding quotes the very words, not the first ones of the page."""
    words = HEAD + 'Dark enough.\n\n#text(fill: rgb("#999999"))[Far too pale.]'
    file = written(tmp_path, words)
    with Pdf.open(file, allow_overwriting_input=True) as made:
        del made.Root.StructTreeRoot
        made.save(file)

    findings, _ = any_pdf.judge(file, small_draft.policy)

    (pale,) = (finding for finding in findings if finding.rule.code == "PDF-028")
    assert "“Far too pale.”" in pale.message
    assert "2.8 to 1" in pale.message


def test_a_page_that_is_shown_upright_is_not_turned(small_draft: Draft, tmp_path: Path) -> None:
    """A page whose words lean, and which is shown turned so that they stand, is no fault."""
    file = written(tmp_path, HEAD + "#rotate(90deg, reflow: true)[#lorem(30)]")
    leaning = codes(any_pdf.judge(file, small_draft.policy)[0])
    with Pdf.open(file, allow_overwriting_input=True) as made:
        made.pages[0].Rotate = 270
        made.save(file)
    upright = codes(any_pdf.judge(file, small_draft.policy)[0])

    assert "PDF-027" in leaning
    assert "PDF-027" not in upright


def test_a_page_need_not_start_at_nought(small_draft: Draft, tmp_path: Path) -> None:
    """Where a page's corner is elsewhere, its words are still found on it, and in their colour."""
    file = written(tmp_path, HEAD + "Some words.")
    with Pdf.open(file, allow_overwriting_input=True) as made:
        page = made.pages[0]
        page.MediaBox = Array([float(side) - 1000 for side in page.MediaBox])
        page.contents_add(b"q 1 0 0 1 -1000 -1000 cm", prepend=True)
        page.contents_add(b"Q")
        made.save(file)

    assert codes(any_pdf.judge(file, small_draft.policy)[0]) <= {"PDF-003"}


LOCK = Encryption(user="secret", owner="secret")


def locked(folder: Path) -> Path:
    """A PDF that asks for a password."""
    file = written(folder, HEAD + "Words.")
    with Pdf.open(file, allow_overwriting_input=True) as made:
        made.save(file, encryption=LOCK)
    return file


def pageless(folder: Path) -> Path:
    """A PDF without any page."""
    with Pdf.new() as made:
        made.save(folder / "pageless.pdf")
    return folder / "pageless.pdf"


def test_what_cannot_be_read_is_a_finding(small_draft: Draft, tmp_path: Path) -> None:
    """Each says why in plain words; nothing raises, and what can be read is still judged."""
    sound = small_draft.root / "downloads" / "poster-a4.pdf"
    cases = {
        tmp_path / "gone.pdf": "No such file",
        tmp_path: "directory",
        tmp_path / "zero.pdf": "it is empty",
        tmp_path / "letter.pdf": "it is not a PDF",
        tmp_path / "torn.pdf": "",
        locked(tmp_path): "it is locked with a password",
        pageless(tmp_path): "it has 0 pages",
    }
    (tmp_path / "zero.pdf").touch()
    (tmp_path / "letter.pdf").write_bytes(b"PK\x03\x04 a Word file")
    (tmp_path / "torn.pdf").write_bytes(sound.read_bytes()[:3000])

    *judged, last = any_pdf.judge_all([*cases, sound], small_draft.policy)

    assert () == last[0]
    for (file, reason), (findings, left_out) in zip(cases.items(), judged, strict=True):
        (finding,) = findings
        assert finding.rule.code == "PDF-001", file
        assert reason in finding.message
        assert ("Everything else, because it could not be read.",) == left_out


def test_a_huge_file_is_refused(
    small_draft: Draft, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What would take an hour is a finding at once."""
    file = tmp_path / "huge.pdf"
    with file.open("wb") as made:
        made.write(b"%PDF-1.7")
        made.truncate(201_000_000)
    monkeypatch.setattr(any_pdf, "_LONGEST", 3)
    pages = written(tmp_path, HEAD + PAGES)

    (large, _), (long, _) = any_pdf.judge_all([file, pages], small_draft.policy)

    assert "larger than 200 MB" in large[0].message
    assert "it has 6 pages" in long[0].message


def test_a_form_that_draws_itself_is_a_finding(small_draft: Draft, tmp_path: Path) -> None:
    """A file that leads round in a circle does not keep us going round."""
    file = tmp_path / "circle.pdf"
    with Pdf.new() as made:
        made.add_blank_page()
        form = made.make_stream(b"/X Do")
        form.Type, form.Subtype = Name.XObject, Name.Form
        form.Resources = Dictionary(XObject=Dictionary(X=form))
        made.pages[0].Resources = Dictionary(XObject=Dictionary(X=form))
        made.pages[0].Contents = made.make_stream(b"/X Do")
        made.save(file)

    assert {"PDF-001"} == codes(any_pdf.judge(file, small_draft.policy)[0])


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(seed=st.integers(0, 1 << 32), holes=st.integers(1, 30))
def test_no_damage_makes_it_crash(
    seed: int, holes: int, small_draft: Draft, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Bytes changed anywhere in a file give findings or none, never an exception of ours."""
    monkeypatch.setattr(any_pdf, "breaches", lambda asked: tuple(() for _ in asked))
    chance = random.Random(seed)  # noqa: S311  no secret
    with Pdf.open(small_draft.root / "downloads" / "poster-a4.pdf") as opened:
        plain = io.BytesIO()
        opened.save(plain, compress_streams=False)
    data = bytearray(plain.getvalue())
    for _ in range(holes):
        data[chance.randrange(len(data))] = chance.randrange(256)
    (tmp_path / "holes.pdf").write_bytes(data)

    findings, left_out = any_pdf.judge(tmp_path / "holes.pdf", small_draft.policy)

    assert left_out
    assert all(finding.message and finding.fix for finding in findings)
