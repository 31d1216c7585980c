"""How a Typst template and a charter become a PDF or pictures: the same bytes on any day.

Needs: nothing but Python packages. Everything goes to the template as one JSON string, so that
no word of an author is ever read as a command.
"""

from __future__ import annotations

import ast
import json
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, cast

from charter.design import tokens
from charter.findings import Finding, Rule, Severity, Wrong, rules
from charter.model import Charter, Place, easy_words_of, words_of
from formats import _cache, _zip

if TYPE_CHECKING:
    import typst

RULES = rules(
    Rule(
        "PRINT-001",
        Severity.ERROR,
        "We can't print the sign “{letter}” ({name}).",
        "Write it in another way. If it belongs to a name, ask a developer to add a font for it.",
        "The poster and the booklets would show an empty box in its place.",
    ),
    Rule(
        "PRINT-002",
        Severity.ERROR,
        "The picture “{picture}” can't be drawn on paper ({problem}).",
        "Open it in a drawing program and save it again as a plain SVG.",
        "The poster and the booklets would have a hole in its place.",
    ),
)

HERE = Path(__file__).parent
FONTS = HERE / "fonts"
_LOCK = HERE.parent / "requirements.lock"  # the versions of all that makes PDFs
_SIGN = re.compile(r'the text `("(?:[^"\\]|\\.)+")` could not be displayed')
_MOST_SIGNS = 20  # that one run reports
_ONE_PICTURE = b'#image(bytes(sys.inputs.svg), format: "svg")'
_PER_POINT = 72.0  # dots an inch, so that each point of a template is one dot of its picture
_DAY = date(1980, 1, 1)  # of pictures in the cache; nobody sees it


@dataclass(frozen=True, slots=True)
class Made:
    """A finished PDF, and the figures that its template measured."""

    pdf: bytes
    facts: Mapping[str, float]

    @property
    def pages(self) -> int:
        """How many pages it has."""
        return int(self.facts["pages"])


def make(template: Path, data: Mapping[str, object], charter: Charter) -> Made:
    """The PDF that `template` makes of `data`, tagged as PDF/UA-1.

    The template reads `data` with `json(bytes(sys.inputs.data))`, may import /_shared.typ, and
    labels its figures, "pages" among them, `<facts>`. Raises `Wrong` for a sign that no font has;
    any other complaint is a fault of the template, and is raised as it came.
    """
    words, key = _asked("pdf", template, data, charter)
    kept = _cache.read(key)
    if kept:
        return Made(*kept)
    compiled = _compile(template, words, charter)
    made = Made(_finished(compiled, charter), compiled.facts)
    _cache.write(key, made.pdf, made.facts)
    return made


@dataclass(frozen=True, slots=True)
class Drawn:
    """Finished pictures, a PNG each page, and the figures that their template measured."""

    pictures: tuple[bytes, ...]
    facts: Mapping[str, float]


def draw(template: Path, data: Mapping[str, object], charter: Charter) -> Drawn:
    """The pictures that `template` makes of `data`: a page of 1920pt by 1080pt has as many dots.

    The template is written as for `make`, with descriptions, and `Wrong` is raised as there.
    """
    words, key = _asked("png", template, data, charter)
    kept = _cache.read(key)
    if kept:
        files, facts = kept
        return Drawn(tuple(_zip.opened(files).values()), facts)
    compiled = _compile(template, words, charter)
    pages = compiled.compiler.compile(format="png", ppi=_PER_POINT)
    pictures = tuple(pages) if isinstance(pages, list) else (cast("bytes", pages),)
    numbered = {f"{number:04}.png": picture for number, picture in enumerate(pictures)}
    _cache.write(key, _zip.packed(numbered, _DAY), compiled.facts)
    return Drawn(pictures, compiled.facts)


def _asked(
    kind: str, template: Path, data: Mapping[str, object], charter: Charter
) -> tuple[str, str]:
    """What the template is told, and the cache's name for all that the file depends on."""
    everywhere = {"design": tokens(charter.design), "logo": _logo(charter)}
    words = json.dumps({**data, **everywhere}, ensure_ascii=False, sort_keys=True)
    parts = sorted(template.parent.glob("*.typ"))  # the template, and what it may import
    code = [_LOCK, *parts, *sorted(HERE.glob("_*.*")), *sorted(FONTS.glob("*.ttf"))]
    return words, _cache.key(
        kind,
        *(sha256(file.read_bytes()).hexdigest() for file in code),
        charter.facts.published.isoformat(),
        charter.facts.language,
        words,
    )


def _logo(charter: Charter) -> Mapping[str, str] | None:
    """The organisation's logo for the templates, None where it has none."""
    logo = charter.facts.logo
    return {"svg": logo.svg, "alt": logo.shows} if logo else None


@dataclass(frozen=True, slots=True)
class _Compiled:
    """A document as Typst made it. `compiler` still knows its pages."""

    compiler: typst.Compiler
    pdf: bytes
    facts: Mapping[str, float]


def _compile(template: Path, words: str, charter: Charter) -> _Compiled:
    """The document. As a PDF even where pictures are wanted: only there Typst misses signs."""
    # Loaded here because a PDF from the cache doesn't need it, and loading it takes time.
    import typst  # noqa: PLC0415  slow

    signs: list[str] = []
    while True:
        compiler = typst.Compiler(
            template, root=HERE, font_paths=_fonts(), sys_inputs={"data": words}
        )
        try:
            pdf = compiler.compile(
                format="pdf", pdf_standards=["ua-1"], timestamp=_seconds(charter.facts.published)
            )
            break
        except typst.TypstError as error:
            # Typst names one sign at a time: take it out and go on, so that one run shows all.
            sign = _sign(str(error))
            written = json.dumps(sign, ensure_ascii=False)[1:-1]
            if not sign or written not in words or len(signs) == _MOST_SIGNS:
                raise _explained(error, charter) from None
            signs.append(sign)
            words = words.replace(written, "?")
    if signs:
        raise Wrong(*(finding for sign in signs for finding in _places(sign, charter)))
    facts = json.loads(compiler.query("<facts>", field="value", one=True))
    return _Compiled(compiler, cast("bytes", pdf), facts)


def _finished(compiled: _Compiled, charter: Charter) -> bytes:
    """The PDF with what Typst can't say about it."""
    from formats._tags import finish  # noqa: PLC0415  slow

    backwards = json.loads(compiled.compiler.query("<backwards>", field="value"))
    return finish(compiled.pdf, charter.facts.language, compiled.facts, backwards)


def _fonts() -> typst.Fonts:
    """Our own fonts and no others: those of a computer differ from the next one's."""
    import typst  # noqa: PLC0415  slow

    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[FONTS])


def _seconds(day: date) -> int:
    """A day as Typst wants it: seconds since 1970."""
    return int(datetime.combine(day, time(), UTC).timestamp())


def _explained(error: Exception, charter: Charter) -> Exception:
    """`Wrong` with every drawing that Typst can't use; `error` itself if it can use them all."""
    import typst  # noqa: PLC0415  slow

    findings: list[Finding] = []
    for drawing in charter.drawings:
        try:
            typst.compile(_ONE_PICTURE, sys_inputs={"svg": drawing.svg}, font_paths=_fonts())
        except typst.TypstError as problem:
            facts = {"picture": drawing.id, "problem": problem}
            findings.append(RULES["PRINT-002"].at(drawing.place, **facts))
    return Wrong(*findings) if findings else error


def _sign(message: str) -> str:
    """The sign that Typst could not show, out of its message; "" where that isn't the trouble."""
    found = _SIGN.search(message)
    if not found:
        return ""
    rust = re.sub(r"\\u\{(\w+)\}", lambda m: f"\\U{int(m[1], 16):08x}", found[1])
    return str(ast.literal_eval(rust))


def _places(sign: str, charter: Charter) -> Iterator[Finding]:
    """PRINT-001 at each place where `sign` stands, or for the whole charter if it hides."""
    name = ", ".join(unicodedata.name(c, f"U+{ord(c):04X}").capitalize() for c in sign)
    places = {str(place): place for words, place in _written(charter) if sign in words}
    for place in places.values() or [charter.facts.where("")]:
        yield RULES["PRINT-001"].at(place, letter=sign, name=name)


def _written(charter: Charter) -> Iterable[tuple[str, Place]]:
    """Every text that a document may print, with its place."""
    facts = charter.facts
    for key, place in facts.places:
        head, _, rest = key.partition(".")
        value = getattr(facts, head, "")
        yield str(getattr(value, rest, "") if rest else value), place
    for chapter in charter.chapters:
        yield chapter.title, chapter.place
        yield chapter.easy_read.title, chapter.easy_read.place
        yield from words_of((*chapter.full, *chapter.poster))
        yield from easy_words_of(chapter.easy_read)
    for signatory in charter.signatories:
        yield f"{signatory.name} {signatory.group}", signatory.place
