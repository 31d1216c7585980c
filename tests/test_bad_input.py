"""Whatever a comms team hands in, the real command answers in plain words and loses nothing."""

from __future__ import annotations

import json
import shutil

import pytest
from harness import Project, Ran

from charter.publish import MARK

OLD = {MARK: b"site", "index.html": b"the last good charter"}
NESTED = "\n".join("  " * depth + "- item" for depth in range(40))


@pytest.fixture
def published(project: Project) -> Project:
    """The very small charter, with something published before."""
    project.live.mkdir()
    for name, words in OLD.items():
        (project.live / name).write_bytes(words)
    return project


def refused(project: Project, code: str, *words: str) -> Ran:
    """Run a whole build, which must say `code` and `words`, and publish nothing."""
    ran = project.run("build")

    assert 1 == ran.status, ran.output
    assert f"({code})" in ran.output
    assert "To fix it:" in ran.output
    assert "Traceback" not in ran.output
    for word in words:
        assert word in ran.output
    assert project.published() == OLD
    assert "Not published. The last published version is still in place." in ran.output
    report = json.loads((project.reports / "findings.json").read_text(encoding="utf-8"))
    assert code in {finding["code"] for finding in report["findings"]}
    return ran


def test_no_content(published: Project) -> None:
    """Without a charter the build says which folder it looked for."""
    shutil.rmtree(published.content)

    refused(published, "LOAD-001", "content")


@pytest.mark.parametrize(
    ("code", "file", "old", "new"),
    [
        ("STRUCT-010", "pledges/10-reply.md", None, "---\nid: reply\npicture: letter\n---\n# Reply in ten days\n"),
        ("STRUCT-002", "pledges/10-reply.md", "id: reply", "id: hear"),
        ("FACT-001", "pledges/10-reply.md", "id: reply", "id: [reply"),
        ("FACT-001", "charter.md", "place: Tŷ Gwyn", "place: {{ : }}\n\t- x"),
        ("FACT-003", "charter.md", "published: 2025-03-01", "published: next spring"),
        ("FACT-002", "charter.md", "  phone: 01632 960123\n", ""),
        ("PICTURE-001", "pledges/10-reply.md", "![](letter)", "![](dragon)"),
        ("TEXT-001", "pledges/10-reply.md", "We will reply to each", "<b>We</b> will reply to each"),
        ("TEXT-001", "pledges/10-reply.md", "# Reply in ten days\n", "# Reply in ten days\n\n<script>alert(1)</script>\n"),
        ("TEXT-004", "pledges/10-reply.md", "We will tell you", "[We](javascript:alert%281%29) will tell you"),
        ("TEXT-004", "pledges/10-reply.md", "We will tell you", "[We](JaVaScRiPt:alert) will tell you"),
        ("TEXT-002", "pledges/10-reply.md", "# Reply in ten days\n", f"# Reply in ten days\n\n{NESTED}\n"),
    ],
)  # fmt: skip
def test_a_mistake_in_a_file_is_named_with_its_place(
    published: Project, code: str, file: str, old: str | None, new: str
) -> None:
    """The finding names the file; the last published charter stays."""
    if old is None:
        published.write(file, new)
    else:
        published.edit(file, old, new)

    refused(published, code, f"content/{file}")


def test_a_picture_without_a_description(published: Project) -> None:
    """Somebody who can't see the picture would get nothing, so the gate is shut."""
    listing = published.content / "pictures" / "pictures.toml"
    lines = listing.read_text(encoding="utf-8").splitlines()
    empty = ['shows = ""' if line.startswith("shows") else line for line in lines]
    listing.write_text("\n".join(empty), encoding="utf-8")

    refused(published, "PICTURE-002", "letter")


@pytest.mark.parametrize(
    "svg",
    [b"\x89PNG\r\n\x1a\n", b"just words", b"<html xmlns='http://www.w3.org/1999/xhtml'/>",
     b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>",
     b"<svg xmlns='http://www.w3.org/2000/svg'><image href='https://example.org/x.png'/></svg>"],
)  # fmt: skip
def test_a_picture_that_is_no_svg(published: Project, svg: bytes) -> None:
    """A photo, words, a web page, code, or a link to elsewhere can't stand in for a picture."""
    published.write("pictures/letter.svg", svg)
    ran = published.run("build")

    assert 1 == ran.status
    assert "content/pictures/letter.svg" in ran.output
    assert "Traceback" not in ran.output
    assert published.published() == OLD


def test_a_file_of_two_megabytes(published: Project) -> None:
    """A pasted novel is refused in a moment, with its size."""
    published.write("pledges/10-reply.md", "We will reply. " * 140_000)

    refused(published, "FILE-003", "2100 kB")


def test_a_file_that_is_not_utf_8(published: Project) -> None:
    """A file saved with old Windows letters is named, with the line."""
    published.write("pledges/10-reply.md", "---\nid: reply\n---\n# Café\n".encode("cp1252"))

    refused(published, "FILE-002", "content/pledges/10-reply.md, line 4")


EXCEL = {
    "with a byte order mark": ("utf-8-sig", ","),
    "with semicolons": ("utf-8", ";"),
    "with tabs": ("utf-8", "\t"),
    "with Windows letters": ("cp1252", ","),
}


@pytest.mark.parametrize("saved", EXCEL)
def test_a_spreadsheet_however_excel_saved_it(project: Project, saved: str) -> None:
    """Four ways in which Excel saves a list all bring the same names into the charter."""
    encoding, mark = EXCEL[saved]
    rows = ["name,group,what they do", "Siân Wyn,Tenants,Chair", "Café Zoë,Tenants,Treasurer", ""]
    words = "\r\n".join(rows).replace(",", mark)
    project.write("signatories.csv", words.encode(encoding))
    ran = project.run("render", "--out", "drafts", "--only", "plain-text")

    assert 0 == ran.status, ran.output
    text = (project.folder / "drafts/downloads/charter.txt").read_text(encoding="utf-8")
    assert "- Siân Wyn: Chair" in text
    assert "- Café Zoë: Treasurer" in text


def test_windows_letters_are_pointed_out(project: Project) -> None:
    """Old Windows letters may have lost names, so a person is asked to look."""
    project.write("signatories.csv", "name,group,what they do\r\nSiân,Tenants,".encode("cp1252"))

    assert "(FILE-005)" in project.run("check").output


@pytest.mark.parametrize("name", ["Łucja Żółć", "Llŷr ap Gwŵn", "نور فاطمہ", "Ana 🌻"])
def test_a_name_in_any_letters(project: Project, name: str) -> None:
    """A name is shown as it is in every format, or a finding says which letter has no shape."""
    project.write("signatories.csv", f"name,group,what they do\n{name},Tenants,Chair\n")
    ran = project.run("render", "--out", "drafts")

    assert "Traceback" not in ran.output
    if ran.status == 0:
        text = (project.folder / "drafts/downloads/charter.txt").read_text(encoding="utf-8")
        page = (project.folder / "drafts/who-we-are/index.html").read_text(encoding="utf-8")
        assert name in text
        assert name in page
    else:
        assert 1 == ran.status, ran.output
        assert "(PRINT-" in ran.output
        assert "signatories.csv" in ran.output
