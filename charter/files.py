"""Files as comms teams save them: Markdown from any editor, spreadsheets from Excel, pictures."""

from __future__ import annotations

import codecs
import csv
import io
import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree as ET

from charter.findings import Finding, Rule, Severity, rules
from charter.model import Drawing, Place

RULES = rules(
    Rule(
        "FILE-001",
        Severity.ERROR,
        "This file is missing.",
        "Put it back, or copy the file of the same name from another charter and change its words.",
        "The charter can't be put together without it.",
    ),
    Rule(
        "FILE-002",
        Severity.ERROR,
        "This file is not saved as UTF-8: some of its letters can't be read (byte {byte}).",
        "In your editor choose “Save as”, then the encoding “UTF-8”.",
        "Names with accents, and pound signs, would come out as wrong letters.",
    ),
    Rule(
        "FILE-003",
        Severity.ERROR,
        "This file is {size} kB. The most is {limit} kB.",
        "Cut it into several pages. If a picture was pasted into it, save it as a file instead.",
        "Nobody reads a page that long, and the checks would take minutes.",
    ),
    Rule(
        "FILE-004",
        Severity.ERROR,
        "The column “{column}” is missing. The first line has: {found}.",
        "Write the column names in the first row of the spreadsheet: {wanted}.",
        "Without its names nobody can tell which column holds what.",
    ),
    Rule(
        "FILE-005",
        Severity.WARNING,
        "This spreadsheet was saved in the old Windows way, not as UTF-8.",
        "Check that names with accents look right. "
        "In Excel choose “Save as”, then “CSV UTF-8 (Comma delimited)”.",
        "The old way has no Polish, Welsh or Urdu letters: it turns them into question marks.",
    ),
    Rule(
        "FILE-006",
        Severity.ERROR,
        "This is not a usable SVG picture: {problem}.",
        "Save the picture again as a plain SVG, without scripts or links to other files.",
        "A broken picture leaves a hole in the Easy Read; one with a script could harm readers.",
    ),
    Rule(
        "FILE-007",
        Severity.ERROR,
        "This list of pictures can't be read: {problem}.",
        "Compare the line with its neighbours. Each picture has a [name] and lines like "
        'shows = "A woman speaks."',
        "The list holds the words for people who can't see the pictures.",
    ),
    Rule(
        "FILE-008",
        Severity.ERROR,
        "The file can't be read: {problem}.",
        "Close it in other programs and check that you may open it.",
        "The charter can't be put together without it.",
    ),
    Rule(
        "FILE-009",
        Severity.ERROR,
        "There is a sign here that can't be shown ({sign}). It stands after “{before}”.",
        "Delete the word it stands in and type it again.",
        "Such signs come in when words are copied from a PDF or from Word. They break the formats.",
    ),
    Rule(
        "FILE-010",
        Severity.ERROR,
        "This row has more cells than there are columns: “{cell}” has no column name above it.",
        "Put quotes round a name or sentence with a {sign} in it: {example}. "
        "If there is a quote already, close it.",
        "A cell that is cut in two moves the rest of its row along, and the last words get lost.",
    ),
    Rule(
        "FILE-011",
        Severity.ERROR,
        'The quote (") before “{start}” is not closed where its cell ends.',
        "Write a quote where that cell ends, or delete the first one. "
        "A quote inside a cell is written twice.",
        "Every row up to the next quote is read as part of this one, so people get lost.",
    ),
)

LARGEST = 200_000  # bytes: ten times the longest chapter of a real charter
_PICTURE_LARGEST = 1_000_000
_SIGNS = {",": "comma", ";": "semicolon", "\t": "tab"}  # what stands between the cells of a row
_SHOWN = 40  # letters of a cell, enough to find it by
_UNSAFE = re.compile(r"<script|<foreignObject|<!ENTITY|\son\w+\s*=|javascript:", re.IGNORECASE)
_OUTSIDE = re.compile(
    r"""(?:href|src)\s*=\s*["'](?!#|data:image/)|url\(\s*+["']?+(?!#|data:image/)|@import""",
    re.IGNORECASE,
)
_CODE = frozenset({"script", "foreignObject", "iframe", "object", "embed"})
# What no font has and XML forbids, and the sign that stands where a letter was lost.
_NO_LETTER = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffd-\uffff]")


@dataclass(frozen=True, slots=True)
class Row:
    """A spreadsheet row by column name, and where it stands."""

    cells: Mapping[str, str]
    place: Place


def read_text(file: Path, findings: list[Finding], largest: int = LARGEST) -> str:
    """The words of a UTF-8 file, line ends made alike. "" and a finding where that can't be."""
    data = _read_bytes(file, findings, largest)
    try:
        source = data.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
        return _letters(source, file, findings)
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        byte = f"0x{data[error.start]:02X}"
        findings.append(RULES["FILE-002"].at(Place(file, line), byte=byte))
        return ""


def _letters(source: str, file: Path, findings: list[Finding]) -> str:
    """`source` without the signs that no format can show; a finding for each line with one."""
    for number, line in enumerate(source.split("\n") if _NO_LETTER.search(source) else (), 1):
        if found := _NO_LETTER.search(line):
            facts = {"sign": f"U+{ord(found[0]):04X}", "before": line[: found.start()][-20:]}
            findings.append(RULES["FILE-009"].at(Place(file, number), **facts))
    return _NO_LETTER.sub("", source)


def _read_bytes(file: Path, findings: list[Finding], largest: int) -> bytes:
    try:
        size = file.stat().st_size
        if size <= largest:
            return file.read_bytes()
        facts = {"size": -(-size // 1000), "limit": largest // 1000}
        findings.append(RULES["FILE-003"].at(Place(file), **facts))
    except FileNotFoundError:
        findings.append(RULES["FILE-001"].at(Place(file)))
    except OSError as error:
        findings.append(RULES["FILE-008"].at(Place(file), problem=error.strerror))
    return b""


def read_table(file: Path, columns: tuple[str, ...], findings: list[Finding]) -> tuple[Row, ...]:
    """The rows of a CSV file, however Excel saved it: commas, semicolons or tabs; any encoding."""
    data = _read_bytes(file, findings, LARGEST)
    source = _letters(_decoded(data, file, findings), file, findings)
    if not source.strip():
        return ()
    first = source.lstrip().splitlines()[0]
    delimiter = max(_SIGNS, key=first.count)
    rows: list[Row] = []
    names: list[str] = []
    for place, cells, lines in _records(source, delimiter, file, findings):
        if _never_closed(cells, lines, delimiter, len(columns)):
            swallowing = max(cells, key=lambda cell: (cell.count("\n"), len(cell)))
            start = " ".join(swallowing.split())[:_SHOWN]
            findings.append(RULES["FILE-011"].at(place, start=start))
            if not names:
                return ()
            continue
        # Somebody may have pressed Alt and Enter inside a cell: a cell is one line here.
        folded = [" ".join(cell.split()) for cell in cells]
        while folded and not folded[-1]:
            folded.pop()  # Excel makes all rows as long as the longest, the names too
        if names and folded:
            if len(folded) > len(names):
                sign, example = _SIGNS[delimiter], f'"One{delimiter} two"'
                facts = {"cell": folded[len(names)][:_SHOWN], "sign": sign, "example": example}
                findings.append(RULES["FILE-010"].at(place, **facts))
            padded = folded + [""] * len(names)
            rows.append(Row(dict(zip(names, padded, strict=False)), place))
        elif folded:
            names = [cell.lower() for cell in folded]
            if missing := [column for column in columns if column not in names]:
                shown = {"found": ", ".join(names), "wanted": ", ".join(columns)}
                findings.append(RULES["FILE-004"].at(place, column=missing[0], **shown))
                return ()
    return tuple(rows)


def _records(
    source: str, delimiter: str, file: Path, findings: list[Finding]
) -> Iterator[tuple[Place, list[str], list[str]]]:
    """Each row of a CSV file: its place, its cells and the lines it was read from."""
    lines = list(io.StringIO(source, newline=""))
    reader = csv.reader(lines, delimiter=delimiter)
    start = 0
    try:
        for cells in reader:
            yield Place(file, start + 1), cells, lines[start : reader.line_num]
            start = reader.line_num
    except csv.Error as error:
        findings.append(RULES["FILE-008"].at(Place(file, reader.line_num), problem=error))


def _never_closed(cells: list[str], lines: list[str], delimiter: str, columns: int) -> bool:
    """Whether a quote that somebody forgot made other rows, or the file's end, part of this one.

    Such a quote ends at the next one, which opens a cell: letters follow where only a delimiter
    may. Where that one was meant to close a cell, what was swallowed still looks like a row.
    """
    try:
        list(csv.reader(lines, delimiter=delimiter, strict=True))
    except csv.Error as error:
        # On one line it is a word in quotes that the cell starts with; nothing is lost by that.
        return len(lines) > 1 or "end of data" in str(error)
    # A sentence has a space after its commas.
    ends = re.compile(rf"{delimiter}(?![^\S\t\r\n])")
    return len(lines) > 1 and any(
        len(ends.findall(line)) >= max(1, columns - 1)
        for cell in cells
        if len(several := cell.splitlines()) > 1
        for line in several
    )


def _decoded(data: bytes, file: Path, findings: list[Finding]) -> str:
    """The words of a spreadsheet: UTF-8, Excel's “Unicode text” (UTF-16), or old Windows."""
    unicode = data[:2] in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
    try:
        return data.decode("utf-16" if unicode else "utf-8-sig")
    except UnicodeDecodeError:
        findings.append(RULES["FILE-005"].at(Place(file)))
        return data.decode("cp1252", errors="replace")


DRAWING_FACTS = ("shows", "group", "weak", "made_by", "licence", "tested_with")


def read_drawings(folder: Path, findings: list[Finding]) -> tuple[Drawing, ...]:
    """Every SVG in `folder`, with what pictures.toml says of it ("" where it says nothing)."""
    listing = folder / "pictures.toml"
    source = read_text(listing, findings)
    try:
        table = tomllib.loads(source)
    except tomllib.TOMLDecodeError as error:
        found = str(error).partition("at line ")[2].partition(",")[0]
        place = Place(listing, int(found) if found.isdigit() else None)
        findings.append(RULES["FILE-007"].at(place, problem=error))
        table = {}
    lines = {line.strip(): n for n, line in enumerate(source.splitlines(), 1)}
    drawings = []
    for file in sorted(folder.glob("[!.]*.svg")):
        svg = read_svg(file, findings)
        entry = table.get(file.stem, {})
        if not isinstance(entry, Mapping):
            findings.append(
                RULES["FILE-007"].at(Place(listing), problem=f"“{file.stem}” has no []")
            )
            entry = {}
        if svg:
            place = Place(listing, lines.get(f"[{file.stem}]"))
            drawings.append(_drawing(file.stem, svg, entry, place))
    return tuple(drawings)


def _drawing(name: str, svg: str, entry: Mapping[str, object], place: Place) -> Drawing:
    def said(key: str) -> str:
        return str(entry.get(key, "")).strip()

    facts = {key: said(key) for key in DRAWING_FACTS}
    others = tuple(key for key in entry if key not in DRAWING_FACTS)
    return Drawing(name, svg, **facts, place=place, others=others)


def read_svg(file: Path, findings: list[Finding]) -> str:
    """The SVG in `file`; "" and a finding where it is none, or holds code or outside links."""
    before = len(findings)
    svg = read_text(file, findings, _PICTURE_LARGEST)
    if len(findings) > before:
        return ""
    problem = ""
    if _UNSAFE.search(svg) or _OUTSIDE.search(svg):
        problem = "it holds code, or asks for another file"
    else:
        try:
            root = ET.fromstring(svg)  # noqa: S314  entities are refused above
            if root.tag != "{http://www.w3.org/2000/svg}svg":
                problem = f"it is <{root.tag.rpartition('}')[2]}>, not <svg>"
            elif any(part.tag.rpartition("}")[2] in _CODE for part in root.iter()):
                problem = "it holds code"
        except ET.ParseError as error:
            problem = f"it is not SVG inside ({error})"
    if problem:
        findings.append(RULES["FILE-006"].at(Place(file), problem=problem))
        return ""
    return svg
