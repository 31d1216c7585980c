"""The documents that other formats made, in words a reader understands."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from charter.contracts import Artefact
from charter.model import Pledge

_KINDS = {
    "application/pdf": "PDF document",
    "text/plain": "plain text",
    "text/html": "web page",
    "application/epub+zip": "e-book",
    "application/zip": "zip folder",
    "audio/mpeg": "sound",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "Word document",
}
_GROUPS = (
    "Keep it and read it",
    "Print it",
    "A leaflet for each pledge",
    "For libraries, schools and surgeries",
)
_KB = 1000


@dataclass(frozen=True, slots=True)
class File:
    """A document to download. `path` is below the site's root, with forward slashes."""

    path: str
    title: str
    format: str
    kind: str
    size: str
    pages: int

    @property
    def details(self) -> str:
        """Its type, size and length: what a reader wants to know before it comes."""
        length = f", {self.pages} page{'' if self.pages == 1 else 's'}" if self.pages else ""
        return f"{self.kind}, {self.size}{length}"


def listed(made: Iterable[Artefact], out: Path) -> tuple[File, ...]:
    """Every document among `made`, in the order in which they were made."""
    return tuple(
        File(
            path=where.as_posix(),
            title=artefact.title,
            format=artefact.format,
            kind=_KINDS.get(artefact.media_type, "file"),
            size=_size((out / where).stat().st_size),
            pages=artefact.pages,
        )
        for artefact in made
        if (where := _below(artefact.path, out)).parts[0] == "downloads"
    )


def leaflet(files: Iterable[File], pledge: Pledge) -> File | None:
    """The leaflet of a pledge, if one was made."""
    name = f"downloads/leaflet-{pledge.id}.pdf"
    return next((file for file in files if file.path == name), None)


def grouped(files: Iterable[File]) -> Mapping[str, tuple[File, ...]]:
    """The documents below the headings of what they are for; no heading without a document."""
    groups: dict[str, tuple[File, ...]] = dict.fromkeys(_GROUPS, ())
    for file in files:
        groups[_group(file)] += (file,)
    return {heading: several for heading, several in groups.items() if several}


def _group(file: File) -> str:
    read, printed, leaflets, packs = _GROUPS
    name = file.path.rpartition("/")[2]
    if name.endswith(".zip") or name == "pack-guide.pdf":
        return packs
    if name.startswith("leaflet-"):
        return leaflets
    return printed if file.format in {"poster", "print-pack"} and name != "booklet.pdf" else read


def _below(path: Path, out: Path) -> Path:
    return path.relative_to(out) if path.is_absolute() else path


def _size(count: int) -> str:
    if count < _KB:
        return f"{count} bytes"
    thousands = round(count / _KB)
    return f"{thousands} kB" if thousands < _KB else f"{count / _KB**2:.1f} MB"
