"""The Nu Html Checker over every page, style sheet and drawing of a site, in one run of Java.

It says nothing of a sound file, and nothing of one that it could not find. So each file goes in
as a copy under a name of ours, the checker must list each name, and three files that are known
to be bad go along and must be found bad.
"""

from __future__ import annotations

import tempfile
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path, PurePosixPath

from charter import programs
from charter.programs import ProgramMissing, ProgramNonsense
from checks._web.seen import Seen
from checks._web.vnu_words import harmless, mistaken, plain

ENGINE = "Nu Html Checker"
JAR = Path("node_modules/vnu-jar/build/dist/vnu.jar")  # below the project's own folder

# Java's own options from the computer's settings would be printed in the middle of the result.
_QUIET = {"JAVA_TOOL_OPTIONS": "", "_JAVA_OPTIONS": "", "JDK_JAVA_OPTIONS": ""}
# It starts faster, and stays far below the memory that a whole run may take.
_JAVA = ("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx768m", "-Xss8m")
_OPTIONS = ("--format", "json", "--also-check-css", "--also-check-svg", "--verbose")
# Each has one fault, on its third line.
_BAD = {
    ".html": '<!doctype html>\n<html lang="en"><title>t</title>\n<img src="t">\n',
    ".css": "p {\nmargin: 0;\ncolr: red\n}\n",
    ".svg": '<svg xmlns="http://www.w3.org/2000/svg">\n<title>t</title>\n<foo/>\n</svg>\n',
}
_FAULT = 3
_MOST = 3  # lines that are named for one fault


def look(  # noqa: PLR0913  each is a choice of its own, by name
    root: Path,
    pages: Sequence[str],
    java: Path,
    jar: Path,
    *,
    seconds: float | None = None,
    parts: Sequence[str] | None = None,
) -> dict[str, tuple[Seen, ...]]:
    """What breaks the rules of HTML, CSS and SVG, for each page and for each of `parts`.

    `parts` are style sheets and drawings: all in `root`, where none are named.
    Each file that was looked at has its entry, an empty one where nothing is wrong. WEB-010 is
    what must be put right, WEB-002 what is worth a look. Raises `ProgramFailed` where any file
    was not looked at, or the whole run took more than `seconds`.
    """
    if not jar.is_file():
        sentence = "The Nu Html Checker is missing. Delete the folder node_modules"
        raise ProgramMissing(f"{sentence} and run “python3 build.py”.")
    names = [*dict.fromkeys(pages), *(others(root) if parts is None else parts)]
    # A name of ours for each file, so that no odd one is lost on its way through Java.
    ours = {f"{number:06}{_ending(name)}": name for number, name in enumerate(names)}
    wanted = [*ours, *(f"bad{ending}" for ending in _BAD)]
    with tempfile.TemporaryDirectory(prefix="charter-") as folder:
        for copy, name in ours.items():
            Path(folder, copy).write_bytes((root / name).read_bytes())
        for ending, words in _BAD.items():
            Path(folder, f"bad{ending}").write_text(words, encoding="utf-8")
        # In order of their kinds, which takes half the time.
        given = sorted(wanted, key=lambda copy: (_ending(copy), copy))
        result = programs.run(
            [java, *_JAVA, "-jar", jar.resolve(), *_OPTIONS, *given],
            timeout=120 + len(names) if seconds is None else seconds,
            cwd=Path(folder),
            env=_QUIET,
            accept=(0, 1),  # 1: it found something
        )
    listed = [PurePosixPath(line.replace("\\", "/")).name for line in result.stdout.splitlines()]
    said = _messages(programs.read_json(replace(result, stdout=result.stderr), "vnu.jar"))
    _prove(listed, wanted, said)
    shifts = {ending: _shift(said[f"bad{ending}"]) for ending in _BAD}
    return {
        name: tuple(_seen(name, said.get(copy, ()), shifts[_ending(name)]))
        for copy, name in ours.items()
    }


def others(root: Path) -> list[str]:
    """The style sheets and drawings of a site, in order."""
    files = (file for file in root.rglob("*") if file.suffix.lower() in {".css", ".svg"})
    return sorted(file.relative_to(root).as_posix() for file in files if file.is_file())


def _ending(name: str) -> str:
    """The checker goes by a file's ending; each page is HTML, however it is called."""
    ending = PurePosixPath(name).suffix.lower()
    return ending if ending in {".css", ".svg"} else ".html"


def _messages(told: object) -> dict[str, list[Mapping[str, object]]]:
    """The checker's messages by the name of the file that they are about."""
    messages = told.get("messages") if isinstance(told, dict) else None
    if not isinstance(messages, list):
        raise ProgramNonsense("The Nu Html Checker’s answer has no messages in it.", str(told))
    said: dict[str, list[Mapping[str, object]]] = defaultdict(list)
    for one in messages:
        if not isinstance(one, dict) or one.get("type") not in {"error", "info"}:
            sentence = "The Nu Html Checker could not look at a file"
            raise ProgramNonsense(f"{sentence}.", str(one))
        said[PurePosixPath(str(one.get("url"))).name].append(one)
    return said


def _prove(
    listed: Sequence[str], wanted: Sequence[str], said: Mapping[str, list[Mapping[str, object]]]
) -> None:
    """Make sure that each file was looked at once, and that faults of each kind are seen."""
    if sorted(listed) != sorted(wanted):
        count = len(set(wanted) & set(listed))
        sentence = f"The Nu Html Checker looked at {count} of {len(wanted)} files"
        raise ProgramNonsense(f"{sentence}.", "\n".join(listed))
    if unknown := said.keys() - set(wanted):
        sentence = "The Nu Html Checker speaks of a file that it was not given"
        raise ProgramNonsense(f"{sentence}: {min(unknown)}.")
    for ending in _BAD:
        if not any(one["type"] == "error" for one in said.get(f"bad{ending}", ())):
            sentence = "The Nu Html Checker sees no fault where there is one"
            raise ProgramNonsense(f"{sentence} (bad{ending}).")


def _shift(said: Iterable[Mapping[str, object]]) -> int:
    """How far the checker's lines are from the true ones: one, in pages, with --also-check-css."""
    lines = (one.get("lastLine") for one in said if one["type"] == "error")
    return _FAULT - next(line for line in lines if isinstance(line, int))


def _seen(name: str, said: Iterable[Mapping[str, object]], shift: int) -> Iterator[Seen]:
    """Each fault of a file once, with the first lines in which it stands."""
    places: dict[tuple[str, str, str], list[int]] = defaultdict(list)
    for one in said:
        message = str(one.get("message"))
        fault = one["type"] == "error"
        if not (mistaken(message) if fault else harmless(message)):
            line = one.get("lastLine")
            rule = "WEB-010" if fault else "WEB-002"
            known = line + shift if isinstance(line, int) else 0
            places[rule, plain(message), message].append(known)
    for (rule, what, message), lines in places.items():
        yield Seen(name, rule, ENGINE, message, {"what": f"{what}{_where(lines)}"})


def _where(lines: Sequence[int]) -> str:
    """The lines of the file, as far as they are known, and the stop of the sentence."""
    known = [f"{line}" for line in dict.fromkeys(lines) if line > 0]
    if not known:
        return "."
    more = len(known) - _MOST
    shown = ", ".join(known[:_MOST]) + (f" and {more} more" if more > 0 else "")
    return f" (line{'s' if len(known) > 1 else ''} {shown})."
