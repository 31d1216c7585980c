"""`build.py read`: any text, by the same rules; whatever is wrong with the file is said plainly."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.oxml import parse_xml
from harness import ROOT, Project, as_promised
from hypothesis import given, settings
from hypothesis import strategies as st

from charter.documents import from_text

PLAIN = "We will tell you what we can do, and what we cannot do.\n"
MARKDOWN = st.from_regex(
    r"(?:[#>*-] |1\. |!\[a\]\(b\.png\)|<!-- c -->|</?b>|\n\n?|We go\. |\*\*|\[|\]\(x\)|[\t\\`]|Ann){,14}",
    fullmatch=True,
)
BOX_END = "</w:txbxContent></w:pict></w:r></w:p>"
LETTER = """\
# A letter to tenants

We will utilise the hall in order to meet you.
The plan was cancelled. See page 4.

- Please [click here](https://example.org/hall) to book.
- Read [the plan](#) too.
"""


def read(*words: str | Path, said: str | None = None) -> subprocess.CompletedProcess[str]:
    """What the real command prints, and how it ends; `said` is its standard input."""
    return subprocess.run(
        [sys.executable, str(ROOT / "build.py"), "read", *map(str, words)],
        check=False,
        capture_output=True,
        encoding="utf-8",
        input=said,
        timeout=300,
    )


def as_data(*words: str | Path, said: str | None = None) -> dict[str, Any]:
    """The same as data, which must be what the schema promises, down to each finding."""
    ran = read("--json", *words, said=said)
    data = as_promised(ran.stdout, "reads.schema.json", "files")
    for file in data["files"]:
        assert (file["verdict"] == "Must fix") <= (ran.returncode == 1)
    return data


def codes(file: dict[str, Any]) -> set[str]:
    """The codes found in one file."""
    return {finding["code"] for finding in file["findings"]}


def test_findings_have_their_line_and_words(tmp_path: Path) -> None:
    """Each finding says on which line, in which sentence and about which words it is."""
    letter = tmp_path / "letter.md"
    letter.write_text(LETTER, encoding="utf-8")
    (file,) = as_data(letter)["files"]
    found = {(f["code"], f["line"], f["words"], f["instead"]) for f in file["findings"]}

    assert {
        ("READ-006", 3, "utilise", "use"),
        ("READ-006", 3, "in order to", "to"),
        ("READ-004", 4, "was cancelled", ""),
        ("LINK-004", 4, "page 4", ""),
        ("LINK-002", 6, "", ""),
        ("LINK-007", 7, "", ""),
    } == found
    assert "Must fix" == file["verdict"]


def test_word_files_are_read_by_paragraph(tmp_path: Path) -> None:
    """A Word file gives its paragraphs, lists and tables; a finding names the paragraph."""
    document = docx.Document()
    document.add_heading("A letter to utilise", 1)
    document.add_paragraph("We will utilise the hall.")
    document.add_paragraph("We will utilise the garden.", style="List Bullet")
    document.add_table(1, 1).rows[0].cells[0].text = "We will utilise the shed."
    letter = tmp_path / "letter.docx"
    document.save(str(letter))
    (file,) = as_data(letter)["files"]
    places = [(f["line"], f["unit"]) for f in file["findings"] if f["code"] == "READ-006"]

    assert [(1, "paragraph"), (2, "paragraph"), (3, "paragraph"), (4, "paragraph")] == sorted(
        places
    )
    assert 3 == file["sentences"]


def test_word_hides_no_words(tmp_path: Path) -> None:
    """Inserted words, content controls and text boxes are read; deleted words are not."""
    document = docx.Document()
    w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    run = "<w:r><w:t>We will {} it.</w:t></w:r>"
    for words in (
        f"<w:p {w}><w:ins w:id='1' w:author='a'>{run.format('utilise')}</w:ins></w:p>",
        f"<w:sdt {w}><w:sdtContent><w:p>{run.format('disseminate')}</w:p></w:sdtContent></w:sdt>",
        f"<w:p {w}><w:r><w:pict><w:txbxContent><w:p>{run.format('expedite')}</w:p>{BOX_END}",
        f"<w:p {w}><w:del w:id='2' w:author='a'>{run.format('upskill')}</w:del></w:p>",
    ):
        document.element.body.append(parse_xml(words))
    letter = tmp_path / "letter.docx"
    document.save(str(letter))
    (file,) = as_data(letter)["files"]

    assert ["utilise", "disseminate", "expedite"] == [
        f["words"] for f in file["findings"] if f["code"] == "READ-006"
    ]


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("a.md", "# We utilise it\n\nIt is dry.\n"),
        ("a.md", "It is dry.\n\n| a | b |\n|---|---|\n| we utilise it | no |\n"),
        ("a.md", "It is dry. We `utilise` it.\n"),
        ("a.md", "It is dry.\n\n" + "> " * 50 + "We utilise it.\n"),
        ("a.md", "It is dry. We uti\u200blise it.\n"),
        ("a.md", "It is dry.\n\nWE WILL UTILISE IT TODAY.\n"),
        ("a.md", "---\nWe utilise it.\n---\nIt is dry.\n"),
        ("a.md", "It is dry.\n\n[we utilise it](https://example.org)\n"),
        ("a.txt", "It is dry.\n\n    We utilise it.\n"),
        ("a.txt", "It is dry.\n```\nWe utilise it.\n```\n"),
        ("a.txt", "It is dry.\n\n<!-- We utilise it. -->\n"),
        ("a.txt", "It is dry.\n\n[1]: We utilise it.\n"),
    ],
)
def test_no_dress_hides_words(tmp_path: Path, name: str, said: str) -> None:
    """Headings, cells, code in a line, quotations, unseen signs, capitals: all are read."""
    file = tmp_path / name
    file.write_text(said, encoding="utf-8")
    (found,) = as_data(file)["files"]

    assert "READ-006" in codes(found)


def test_many_files_and_standard_input_in_one_run(tmp_path: Path) -> None:
    """One run reads them all, “-” too; one that can't be read doesn't stop the others."""
    plain, gone = tmp_path / "plain.txt", tmp_path / "gone.txt"
    plain.write_text(PLAIN, encoding="utf-8")
    first, second, third = as_data(plain, gone, "-", said="We will utilise it.")["files"]

    assert ("Passed", set()) == (first["verdict"], codes(first))
    assert {"DOC-001"} == codes(second)
    assert {"READ-006"} == codes(third)
    assert "-" == third["file"]


@pytest.mark.parametrize(
    ("kind", "found"),
    [("full", set()), ("poster", {"READ-002"}), ("easy-read", {"EASY-001", "EASY-004"})],
)
def test_the_limits_are_those_of_the_version(kind: str, found: set[str]) -> None:
    """The same 16 words pass as full text, are long on a poster, and too long for Easy Read."""
    said = "We will ask you what you think of the plan for the two old halls here.\n"
    (file,) = as_data("--as", kind, "-", said=said)["files"]

    assert found == codes(file) - {"READ-014", "EASY-020"}


def test_every_score_has_its_error_and_short_texts_are_not_judged() -> None:
    """120 words get every score but SMOG; 12 get figures, and a note that they prove nothing."""
    long, short = (as_data("-", said=PLAIN * n)["files"][0] for n in (10, 1))

    assert long["enough_to_judge"]
    assert not short["enough_to_judge"]
    assert None is long["scores"]["smog"]
    for name in ("flesch", "grade", "fog", "ari", "dale_chall", "index"):
        assert 0 == long["scores"][name]["error"], "alike sentences have no error"
        assert None is short["scores"][name]["error"], "one sentence tells no error"
    assert long["index"] == long["scores"]["index"]
    assert "too short for a formula to judge" in read("-", said=PLAIN).stdout


def test_promises_without_a_time_are_asked_about() -> None:
    """Three promises, none with a time, are asked about; one time among them is enough."""
    several = "We will ask you.\n\nWe will tell you.\n\nWe will help you.\n"
    timed = several.replace("tell you", "tell you within 10 working days")

    assert {"READ-021"} == codes(as_data("-", said=several)["files"][0])
    assert set() == codes(as_data("-", said=timed)["files"][0])


def test_hard_text_fails_by_its_scores() -> None:
    """Where there is enough of it, council-speak without one listed word still fails by Flesch."""
    said = (
        "The organisation is responsible for the administration of every institution. "
        "Representatives of it communicate the difficulties of an administrative situation. "
    )
    (file,) = as_data("-", said="\n\n".join([said] * 8))["files"]

    assert "READ-011" in codes(file)


def test_words_wrapped_by_a_program_are_one_paragraph() -> None:
    """Lines that were wrapped belong together; short lines without a stop are lines of a list."""
    wrapped = "We will tell you what we can do for you and for the people you\nlive with today.\n"
    listed = "Adult Social Care teams help\nPublic Health teams help\nThe Play Service teams help\n"

    assert 1 == as_data("-", said=wrapped)["files"][0]["sentences"]
    assert 3 == as_data("-", said=listed)["files"][0]["sentences"]


@pytest.mark.parametrize(
    ("name", "raw", "code"),
    [
        ("empty.md", b"", "READ-028"),
        ("emoji.md", "🎉 🎉".encode(), "READ-028"),
        ("urdu.txt", "ہم آپ کو بتائیں گے کہ ہم کیا کر سکتے ہیں".encode(), "READ-028"),
        ("only-code.md", b"```\nprint(1)\n```\n", "READ-028"),
        ("letter.pdf", b"%PDF-1.7", "DOC-002"),
        ("letter.doc", b"\xd0\xcf", "DOC-002"),
        ("bytes.txt", b"\x00\x01\x02", "DOC-002"),
        ("broken.docx", b"PK\x03\x04 nothing", "DOC-003"),
        ("no-zip.docx", b"We will.", "DOC-003"),
        ("long.txt", b"we go " * 1500, "READ-001"),
    ],
)
def test_bad_input_is_a_finding_and_never_a_pass(
    tmp_path: Path, name: str, raw: bytes, code: str
) -> None:
    """Nothing to read, another language, a damaged file: a clear finding, exit status 1."""
    file = tmp_path / name
    file.write_bytes(raw)
    ran = read(file)

    assert 1 == ran.returncode, ran.stdout + ran.stderr
    assert f"({code})" in ran.stdout
    assert "Traceback" not in ran.stdout + ran.stderr


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_text_from_any_editor_is_read(tmp_path: Path, encoding: str) -> None:
    """Notepad's encodings, old and new, give the same words."""
    file = tmp_path / "letter.txt"
    file.write_text("We will meet in the café. It costs £3.\r\n", encoding=encoding)
    (found,) = as_data(file)["files"]

    assert (9, "We will meet in the café.") == (found["words"], found["worst_sentence"])


def test_three_hyphens_that_open_nothing_hide_nothing() -> None:
    """A line of hyphens at the top must not make the whole letter pass as front matter."""
    (file,) = as_data("-", said="---\nWe will utilise it.\n")["files"]

    assert {"READ-006"} <= codes(file)


def test_a_hundred_thousand_words_are_read_to_the_end(tmp_path: Path) -> None:
    """A very long page is scored whole, and its one long paragraph is a finding."""
    file = tmp_path / "long.md"
    file.write_text(PLAIN * 8_000, encoding="utf-8")
    (found,) = as_data(file)["files"]

    assert 104_000 == found["words"]
    assert {"READ-016"} == codes(found)


def test_the_charters_own_files_may_be_read(project: Project) -> None:
    """A file with front matter, pictures and versions is read from its first line of text."""
    (file,) = as_data(project.content / "pledges" / "1-hear.md")["files"]

    assert file["words"]
    assert not any(finding["line"] == 1 for finding in file["findings"])


@given(MARKDOWN)
@settings(deadline=None)
def test_any_markdown_is_read_with_each_text_at_a_line_that_is_there(source: str) -> None:
    """However its marks are mixed, a Markdown text is read, and no text is placed outside it."""
    document = from_text(source, Path("letter.md"))

    for block in document.blocks:
        assert block.place.line is not None
        assert 1 <= block.place.line <= len(source.split("\n"))
