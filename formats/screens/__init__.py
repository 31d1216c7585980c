"""Pictures for reception screens, for social media and for e-mails, in one zip. Needs: nothing.

Each picture is a PNG with its words in a text beside it. A PNG tells in itself how large its
smallest letters are, in dots (CharterLetters; CharterFootLetters for the address), and where they
are too small about how many words to cut (CharterWordsToCut).
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from charter.contracts import Artefact, Edition
from charter.model import Charter
from formats import _pdf, _png, _zip
from formats._parts import Parts, facts
from formats.screens import sheets, words
from formats.screens.sheets import Sheet

TITLE = "Pictures for screens and social media"
RULES = _pdf.RULES
NAME = "screen-pack"
_TOLD = {"CharterLetters": "size", "CharterWordsToCut": "cut", "CharterFootLetters": "foot"}
_TEMPLATE = Path(__file__).parent / "screens.typ"


def render(charter: Charter, out: Path, edition: Edition) -> Iterable[Artefact]:
    """Write downloads/screen-pack.zip: a folder for each sort of picture, and how to use them.

    Where the letters of a picture would be too small, they still are as large as fits.
    """
    several = sheets.sheets(charter, edition)
    drawn = _pdf.draw(_TEMPLATE, _data(charter, edition, several), charter)
    files: dict[str, bytes] = {}
    for sheet, picture in zip(several, drawn.pictures, strict=True):
        told = {
            name: f"{drawn.facts[f'{sheet.path} {figure}']:.0f}" for name, figure in _TOLD.items()
        }
        files[f"{sheet.path}.png"] = _png.told(picture, told)
        files[f"{sheet.path}.txt"] = words.beside(sheet, charter).encode()
    files["email-signature/email-signature.html"] = words.signature(several[-1], charter).encode()
    files["read-me.txt"] = words.read_me(charter, edition).encode()
    for artefact in edition.made:
        if artefact.path.name == words.GUIDE:
            files[words.GUIDE] = artefact.path.read_bytes()
    file = out / "downloads" / f"{NAME}.zip"
    file.write_bytes(_zip.packed(files, charter.facts.published, NAME))
    yield Artefact(file, "application/zip", NAME, TITLE)


def _data(charter: Charter, edition: Edition, several: tuple[Sheet, ...]) -> dict[str, object]:
    parts = Parts(charter)
    names = [charter.facts.picture, *(pledge.picture for pledge in charter.pledges)]
    return {
        "facts": facts(charter, edition),
        "hero": parts.named(charter.facts.picture),
        "sheets": [sheets.told(sheet, parts) for sheet in several],
        "pictures": parts.pictures(names),
    }
