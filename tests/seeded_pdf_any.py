"""Faults in PDFs that we did not make, each of which the check of any PDF must find."""

from __future__ import annotations

import io
from collections.abc import Iterable
from functools import partial
from pathlib import Path

import typst
from harness import Seed
from pikepdf import Pdf
from PIL import Image, ImageDraw

from charter.contracts import Draft
from charter.findings import Finding
from checks import any_pdf

HEAD = '#set document(title: "Minutes of the tenants’ meeting")\n#set text(lang: "en")\n'
PAGES = "#pagebreak()\n".join(["Some words.\n"] * 6)


def written(folder: Path, words: str, *, language: bool = True) -> Path:
    """A PDF of a stranger, in Typst's own words; without `language`, it doesn't say which."""
    made = typst.compile(words.encode(), format="pdf")
    assert isinstance(made, bytes)
    file = folder / "minutes.pdf"
    with Pdf.open(io.BytesIO(made)) as pdf:
        if not language:
            del pdf.Root.Lang
        pdf.save(file)
    return file


def scan(folder: Path) -> Path:
    """A page of paper, as a scanner saves it."""
    paper = Image.new("L", (1240, 1754), 250)
    ImageDraw.Draw(paper).text((200, 200), "We will listen.", font_size=60)
    paper.save(folder / "scan.pdf", resolution=150)
    return folder / "scan.pdf"


def stranger(words: str, draft: Draft, folder: Path) -> Iterable[Finding]:
    """A PDF made of some words."""
    return any_pdf.judge(written(folder, words), draft.policy)[0]


def speechless(draft: Draft, folder: Path) -> Iterable[Finding]:
    """A PDF that names no language."""
    return any_pdf.judge(written(folder, HEAD + "Words.", language=False), draft.policy)[0]


def scanned(draft: Draft, folder: Path) -> Iterable[Finding]:
    """A page of paper."""
    return any_pdf.judge(scan(folder), draft.policy)[0]


def ours(draft: Draft, _folder: Path) -> Iterable[Finding]:
    """The longest document that we make."""
    file = draft.root / "downloads" / "giant-print.pdf"
    return any_pdf.judge(file, draft.policy)[0]


def of(words: str) -> tuple[Seed, Seed]:
    """A PDF made of some words, and a sound one."""
    return partial(stranger, words), ours


SEEDS: dict[str, tuple[Seed, Seed]] = {
    "PDF-032": of(HEAD + PAGES),
    "PDF-033": of(HEAD + PAGES),
    "PDF-034": of(HEAD + "= Who came\n= What we said\nWords."),
    "PDF-035": of(HEAD.replace("Minutes of the tenants’ meeting", "minutes-final.docx") + "Words."),
    "PDF-036": (speechless, ours),
    "PDF-037": (scanned, ours),
}
