"""The loader takes what people really save, and says of all else what is wrong and where."""

from __future__ import annotations

import shutil
import tempfile
from datetime import date
from pathlib import Path

import pytest
from harness import small_copy
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from charter.files import read_svg, read_table
from charter.findings import Finding
from charter.load import load
from charter.model import (
    Charter,
    List,
    Page,
    Pledge,
    Span,
    words_of,
)

COLUMNS = ("name", "group", "what they do")
SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">{}</svg>'
PAGE = "---\nid: extra\n---\n# One more page\n\n{}\n"
# What Markdown, YAML and CSV give a meaning to, so that the made-up texts find the odd corners.
MARKUP = st.text("#-*_`>|[]()!<&;:.,~=+1 9\n\t\\\"'\r\0aŵ🦽پ", max_size=200)


def loaded(small: Path) -> Charter:
    """The charter in `small`; nothing in it may be wrong."""
    result = load(small)
    assert () == tuple(f for f in result.findings if f.blocks)
    assert result.charter
    return result.charter


def extra(small: Path, words: str | bytes) -> tuple[Page, list[str]]:
    """A page more with these words, and the codes of what is wrong."""
    data = words if isinstance(words, bytes) else words.encode()
    (small / "pages" / "20-extra.md").write_bytes(data)
    result = load(small)
    assert result.charter
    return result.charter.pages[-1], [finding.rule.code for finding in result.findings]


def table(tmp_path: Path, data: bytes) -> tuple[list[list[str]], list[str]]:
    """The rows of a spreadsheet, and the codes of what is wrong."""
    (tmp_path / "people.csv").write_bytes(data)
    findings: list[Finding] = []
    rows = read_table(tmp_path / "people.csv", COLUMNS, findings)
    return [[row.cells[name] for name in COLUMNS] for row in rows], [f.rule.code for f in findings]


def svg(tmp_path: Path, source: str) -> list[str]:
    """What is wrong with a picture."""
    (tmp_path / "tree.svg").write_text(source, encoding="utf-8")
    findings: list[Finding] = []
    kept = read_svg(tmp_path / "tree.svg", findings)
    assert bool(kept) is not bool(findings)
    return [finding.rule.code for finding in findings]


def test_the_small_charter_is_read_whole(small: Path) -> None:
    """Facts, versions, order and people arrive as they were written."""
    charter = loaded(small)

    assert "How we decide together" == charter.facts.title
    assert date(2025, 3, 1) == charter.facts.published
    assert ["hear", "money", "reply"] == [pledge.id for pledge in charter.pledges]
    assert [1, 2, 3] == [pledge.number for pledge in charter.pledges]
    assert all(p.full and p.poster and p.easy_read.rows for p in charter.pledges)
    assert "Tai Bryn Glân" == charter.signatories[1].name
    assert ("tenants",) == charter.glossary[0].forms
    assert "reply" == charter.feedback[0].pledge


def test_every_place_can_be_gone_to(small: Path) -> None:
    """Each block's place names a line that is there."""
    charter = loaded(small)
    for chapter in charter.chapters:
        for block in (*chapter.full, *chapter.poster):
            lines = block.place.file.read_text(encoding="utf-8").splitlines()

            assert 1 <= (block.place.line or 0) <= len(lines)


def test_lines_point_at_their_words(small: Path) -> None:
    """The line of a paragraph, a list item and an Easy Read picture is where its words start."""
    body = "One.\n\n- two\n- three\n\n## Easy Read\n### Four\n![](home)\nFive."
    page, _ = extra(small, PAGE.format(body))
    lines = PAGE.format(body).split("\n")
    paragraph, several = page.full

    assert "One." == lines[(paragraph.place.line or 0) - 1]
    assert isinstance(several, List)
    assert ["- two", "- three"] == [lines[(item.place.line or 0) - 1] for item in several.items]
    assert "![](home)" == lines[(page.easy_read.rows[0].place.line or 0) - 1]


def test_every_version_is_told_apart(small: Path) -> None:
    """The full text ends where “## Poster” or “## Easy Read” starts, in whatever order."""
    body = "Full.\n\n## Easy read\n### Plainer\n![](home)\nOne.\nTwo **hard**.\n\n## POSTER\nShort."
    page, wrong = extra(small, PAGE.format(body))

    assert [] == wrong
    assert ["Full."] == [words for words, _ in words_of(page.full)]
    assert ["Short."] == [words for words, _ in words_of(page.poster)]
    assert "Plainer" == page.easy_read.title
    assert ((Span("One."),), (Span("Two "), Span("hard", strong=True), Span("."))) == (
        page.easy_read.rows[0].sentences
    )


def test_no_line_end_reaches_a_format(small: Path) -> None:
    """One sentence a line in the source is one paragraph everywhere else, hard line ends too."""
    page, _ = extra(
        small, PAGE.format("One.\nTwo.  \nThree.\\\nFour.\n\n| a | b |\n|---|---|\n| c | d |")
    )

    assert ["One. Two. Three. Four.", "a", "b", "c", "d"] == [w for w, _ in words_of(page.full)]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_any_editor_will_do(small: Path, end: str, mark: str) -> None:
    """Windows, old Mac and Notepad's mark make no difference, and lines are counted rightly."""
    page, wrong = extra(small, (mark + PAGE.format("One.\n\nTwo.").replace("\n", end)).encode())

    assert [] == wrong
    assert [6, 8] == [block.place.line for block in page.full]


def test_empty_lines_above_the_facts_do_no_harm(small: Path) -> None:
    """An empty first line can't be seen, so it must not turn the facts into words."""
    page, wrong = extra(small, "\n\n" + PAGE.format("One."))

    assert ("extra", [], 8) == (page.id, wrong, page.full[0].place.line)


def test_facts_that_are_never_closed_are_explained(small: Path) -> None:
    """The most common slip, a lost second line of hyphens, is called by its name."""
    (small / "pages" / "20-extra.md").write_text("---\nid: extra\n\n# Title\n\nWe live here.\n")
    first = load(small).findings[0]

    assert "FACT-001" == first.rule.code
    assert "the second line of three hyphens is missing" in first.message


@pytest.mark.parametrize("name", ["Łucja Żółć", "Gŵyn Tŷ", "سارہ خان", "Zoë 👩🏽‍🦽", "O'Néill"])
def test_names_keep_their_letters(small: Path, name: str) -> None:
    """Welsh, Polish, Urdu and emoji come through in words, facts and people."""
    page, wrong = extra(small, PAGE.format(name).replace("id:", f"part: {name}\nid:"))
    (small / "signatories.csv").write_text(f"name,group,what they do\n{name},Tenants,\n", "utf-8")

    assert [] == wrong
    assert (name, [name]) == (page.part, [words for words, _ in words_of(page.full)])
    assert name == loaded(small).signatories[0].name


@pytest.mark.parametrize(
    ("delimiter", "encoding", "wrong"),
    [
        (",", "utf-8", []),
        (",", "utf-8-sig", []),
        (";", "utf-8-sig", []),
        ("\t", "utf-8", []),
        ("\t", "utf-16", []),
        (";", "cp1252", ["FILE-005"]),
    ],
)
def test_a_spreadsheet_however_it_was_saved(
    tmp_path: Path, delimiter: str, encoding: str, wrong: list[str]
) -> None:
    """Excel's ways to save a list, all of them; only the one that can lose letters is reported."""
    people = [["Zoë", "Tenants", "Chair"], ["Siôn", "Landlord", ""]]
    lines = [delimiter.join(row) for row in [["Name ", "GROUP", "what they do"], *people]]

    assert (people, wrong) == table(tmp_path, "\r\n".join(lines).encode(encoding))


def test_a_cell_may_hold_anything(tmp_path: Path) -> None:
    """Commas, quotes and line ends inside a cell stay in the cell, and end up on one line."""
    data = 'name,group,what they do,notes\n"Ada, ""the""\nCount",Tenants,\n\n,,\nSiôn,Landlord'

    assert ([['Ada, "the" Count', "Tenants", ""], ["Siôn", "Landlord", ""]], []) == table(
        tmp_path, data.encode()
    )


@pytest.mark.parametrize(
    ("rows", "wrong"),
    [
        ("Ada,Tenants,Chair,\n,,,\n", []),  # Excel makes every row as long as the longest
        ("Ada, the Count,Tenants,Chair\n", ["FILE-010"]),
        ("Ada, the Count,,,Chair\n", ["FILE-010"]),
    ],
)
def test_a_row_that_is_too_long_is_found(tmp_path: Path, rows: str, wrong: list[str]) -> None:
    """A word that stands under no column name is never dropped in silence; empty cells may be."""
    for names in ("name,group,what they do", "name,group,what they do,,"):
        assert wrong == table(tmp_path, f"{names}\n{rows}".encode())[1]


@pytest.mark.parametrize(
    "rows",
    [
        'Ada,Tenants,"Chair\nSiôn,Landlord,\n',  # open to the end of the file
        'Ada,Tenants,"Chair',
        'Ada,Tenants,"Chair\n"Siôn, the Count",Landlord,\n',  # closed where another cell opens
        'Ada,Tenants,"Chair\n"",Landlord,\nSiôn,Landlord,\n',
        '"Ada,Tenants,\nSiôn",Landlord,\n',  # closed by a quote that lost its own partner
    ],
)
def test_a_quote_that_is_never_closed_is_found(tmp_path: Path, rows: str) -> None:
    """A lost quote can't swallow the people below it in silence, wherever it happens to end."""
    for delimiter in ",;\t":
        data = ("name,group,what they do\nZoë,Tenants,\n" + rows).replace(",", delimiter)
        people, wrong = table(tmp_path, data.encode())

        assert (["Zoë", "Tenants", ""], "FILE-011") == (people[0], wrong[0])


def test_a_quote_that_is_never_closed_among_the_names(tmp_path: Path) -> None:
    """It is called what it is, not a missing column."""
    assert ([], ["FILE-011"]) == table(tmp_path, b'name,"group,what they do\nAda,Tenants,\n')


@pytest.mark.parametrize(
    "cell",
    [
        "We met, ate, talked, and planned.\nWe saw, heard, and wrote, all of it.",
        'They said ""no"".\n\nThen, ""yes"".',
        "",
    ],
)
def test_a_cell_may_have_several_lines(tmp_path: Path, cell: str) -> None:
    """Sentences with commas and quotes, on lines of their own, are not taken for lost rows."""
    data = f'name,group,what they do\nAda,Tenants,"{cell}"\n"The" Count,Tenants,\n'
    people, wrong = table(tmp_path, data.encode())

    assert (2, []) == (len(people), wrong)


def test_a_row_keeps_its_line(tmp_path: Path) -> None:
    """A cell of two lines above it does not shift where a row is found."""
    (tmp_path / "people.csv").write_text('\nname\n"Ada\nL"\nSiôn\n', encoding="utf-8")

    assert [3, 5] == [row.place.line for row in read_table(tmp_path / "people.csv", ("name",), [])]


@pytest.mark.parametrize(
    "inside",
    [
        "<script>go()</script>",
        '<s:script xmlns:s="http://www.w3.org/2000/svg">go()</s:script>',
        '<path onclick="go()"/>',
        '<a href="https://a.example"/>',
        '<image href="photo.png"/>',
        '<style>@import "a.css";</style>',
        '<path fill="url(https://a.example/b)"/>',
        "<foreignObject/>",
        "<path>",
    ],
)
def test_a_picture_with_code_or_outside_files_is_refused(tmp_path: Path, inside: str) -> None:
    """A picture can't run anything, and asks nobody for anything."""
    assert ["FILE-006"] == svg(tmp_path, SVG.format(inside))


@pytest.mark.parametrize(
    "inside", ["", '<path fill="url(#a)"/>', "<path fill=\"url('#a')\"/>", '<use href="#a"/>']
)
def test_a_plain_picture_is_kept(tmp_path: Path, inside: str) -> None:
    """Colours and shapes from the picture itself are fine."""
    assert [] == svg(tmp_path, SVG.format(inside))


@pytest.mark.parametrize(
    "source", ["", "not xml", "<html/>", '<!DOCTYPE a [<!ENTITY b "c">]><svg/>']
)
def test_what_is_no_picture_is_refused(tmp_path: Path, source: str) -> None:
    """A page, a bomb or an empty file that is called .svg."""
    assert ["FILE-006"] == svg(tmp_path, source)


def test_files_that_programs_leave_are_not_read(small: Path) -> None:
    """A Mac leaves files that start with a dot on a stick; they are no pledges."""
    (small / "pledges" / "._1-hear.md").write_bytes(b"\0\5\x16\7\0")
    (small / "pictures" / "._home.svg").write_bytes(b"\0\5\x16\7\0")

    assert 3 == len(loaded(small).pledges)


@pytest.mark.parametrize("name", ["Thumbs.db", "desktop.ini", "~$1-hear.md.doc", ".old/1-hear.md"])
def test_what_nobody_sees_in_a_folder_is_not_reported(small: Path, name: str) -> None:
    """Nobody is asked to rename what Windows or a text program hides among the chapters."""
    file = small / "pages" / name
    file.parent.mkdir(exist_ok=True)
    file.write_bytes(b"\0")

    assert 3 == len(loaded(small).pledges)


@pytest.mark.parametrize("name", ["3-new.md.txt", "3-new.MD", "3-new.md~", "new/3-new.md", "new/3"])
@pytest.mark.parametrize("folder", ["pledges", "pages"])
def test_a_chapter_that_is_not_read_is_found(small: Path, folder: str, name: str) -> None:
    """A file whose name or folder is wrong is reported where it lies, and shuts the gate."""
    file = small / folder / name
    file.parent.mkdir(exist_ok=True)
    file.write_bytes(b"# New\n")
    (finding,) = load(small).findings

    assert ("LOAD-007", file, True) == (finding.rule.code, finding.place.file, finding.blocks)


def test_files_are_in_the_order_of_their_numbers(small: Path) -> None:
    """2 comes before 10, and signs that look like digits do no harm."""
    source = small / "pledges" / "10-reply.md"
    for name in ("2²2-two.md", "٣-three.md"):
        shutil.copyfile(source, small / "pledges" / name)
    charter = load(small).charter

    assert charter
    assert ["1-hear.md", "2-money.md", "2²2-two.md", "٣-three.md", "10-reply.md"] == [
        pledge.place.file.name for pledge in charter.pledges
    ]


@given(st.one_of(st.binary(max_size=300), MARKUP.map(str.encode)))
@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None, max_examples=60)
def test_any_file_can_be_read(data: bytes) -> None:
    """Whatever bytes stand in a file, loading ends with a charter and findings, in every place."""
    with tempfile.TemporaryDirectory() as folder:
        small = small_copy(Path(folder) / "content")
        for name in ("pages/20-extra.md", "pledges/20-extra.md", "glossary.md", "signatories.csv"):
            (small / name).write_bytes(data)
        for name in ("pictures/extra.svg", "pictures/pictures.toml", "agreed.csv", "feedback.csv"):
            (small / name).write_bytes(data)
        result = load(small)

        assert result.charter
        assert all(str(finding) for finding in result.findings)
        assert isinstance(result.charter.pledges[-1], Pledge)
