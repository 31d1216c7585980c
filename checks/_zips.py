"""What is inside a zip that we made."""

from __future__ import annotations

import zipfile
from pathlib import Path

MEDIA = "application/zip"
_MOST = 200_000_000  # bytes: ours have a few million


def opened(file: Path) -> dict[str, bytes]:
    """Every file inside, by its path; the folder around them all, named like the zip, is left out.

    Raises `ValueError` where anything in it can't be read to its end, or is there twice.
    """
    try:
        with zipfile.ZipFile(file) as archive:
            entries = archive.infolist()
            if sum(entry.file_size for entry in entries) > _MOST:
                raise ValueError("it is far too large")
            inside = {entry.filename: archive.read(entry) for entry in entries}
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError) as error:
        raise ValueError(str(error)) from error
    if len(inside) != len(entries):
        raise ValueError("two files in it have the same name")
    top = f"{file.stem}/"
    if all(name.startswith(top) for name in inside):
        return {name.removeprefix(top): data for name, data in inside.items()}
    return inside


def texts(file: Path) -> dict[str, str]:
    """Every text (.txt) inside, by its path. Raises `ValueError` as `opened` does."""
    return {
        name: data.decode("utf-8") for name, data in opened(file).items() if name.endswith(".txt")
    }
