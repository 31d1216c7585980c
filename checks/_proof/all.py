"""Every defect of pages and of PDFs, with who notices it, for `build.py doctor --proof`."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from charter.contracts import Draft
from charter.proofs import Proof
from checks._proof import pages, pdfs


def prove(draft: Draft, folder: Path) -> Iterator[Proof]:
    """Damage the pages and the PDFs of a draft, one defect at a time, in copies below `folder`."""
    for page in pages.prove(draft, folder / "pages"):
        yield Proof("Web pages", page.name, page.code, tuple(page.by), page.shut)
    for pdf in pdfs.prove(draft, folder / "pdfs"):
        yield Proof("PDFs", pdf.name, pdf.code, pdf.engines, pdf.shut)
