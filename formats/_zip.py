"""Several files as one, to download: the same bytes for the same files, on any machine."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from datetime import date

_FIRST = date(1980, 1, 1)  # a zip knows no day before
_MODE = 0o100644 << 16  # a file that all may read
_UNIX = 3


def packed(files: Mapping[str, bytes], day: date, top: str = "") -> bytes:
    """A zip of `files`, by their paths with forward slashes, in one folder `top` unless it is "".

    Each file is of `day`. They stand in the order of their paths, and nothing is squeezed:
    pictures and PDFs are already, and what squeezes differs from computer to computer.
    """
    day = max(day, _FIRST)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as archive:
        for path in sorted(files):
            name = f"{top}/{path}" if top else path
            entry = zipfile.ZipInfo(name, (day.year, day.month, day.day, 0, 0, 0))
            entry.create_system, entry.external_attr = _UNIX, _MODE
            archive.writestr(entry, files[path])
    return out.getvalue()


def opened(packed: bytes) -> dict[str, bytes]:
    """The files in a zip, by their paths, in their order."""
    with zipfile.ZipFile(io.BytesIO(packed)) as archive:
        return {entry.filename: archive.read(entry) for entry in archive.infolist()}
