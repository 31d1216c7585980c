"""Parity: every pledge, and every other chapter, says the same in every format."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from charter.addresses import SHORT
from charter.contracts import Artefact, Draft, Stage
from charter.findings import Finding, Outcome, Rule, Severity, rules
from charter.model import Chapter, Charter, Place, Pledge, words_of
from checks import _html, _says, _tags, _zips
from checks._pdf_kinds import inside
from checks._says import Said, gaps
from checks._stream import plain, short

TITLE = "The same words in every format"
STAGE = Stage.ARTEFACTS
_FORMAT = "This is a fault of the format “{format}”, not of your words. Tell a developer."
_WHY = "Who reads one format must get the same promises as who reads another."
_EASY_READ = "easy-read/index.html"
_DRAFT = re.compile(r"(?i)\bdraft\b")
_UNCHECKED = "Draft: not checked"  # said where there was no gate, whatever the Easy Read is
_PICTURE = re.compile(r"\[Picture: (.*)\]")

RULES = rules(
    Rule(
        "PARITY-001",
        Severity.ERROR,
        "“{chapter}” is not here as it was written. Missing: “{words}”{more}.",
        _FORMAT,
        _WHY,
    ),
    Rule(
        "PARITY-002",
        Severity.ERROR,
        "In “{chapter}” the order is not as it was written. In the wrong place: “{words}”{more}.",
        _FORMAT,
        _WHY,
    ),
    Rule(
        "PARITY-003",
        Severity.ERROR,
        "It does not give the {what}: “{value}”.",
        _FORMAT,
        "Email does not work for everyone, nor does the phone. And an old copy must be known by "
        "its version.",
    ),
    Rule(
        "PARITY-004",
        Severity.ERROR,
        "No check knows what a file of this kind ({kind}) must say.",
        "Tell a developer: a new format needs its words in checks/parity.py.",
        "A format that no check reads could leave a pledge out.",
    ),
    Rule(
        "PARITY-005",
        Severity.ERROR,
        "This file can't be read to its end ({reason}).",
        "Build once more. If it happens again, tell a developer.",
        "What we can't read, nobody can.",
    ),
    Rule(
        "PARITY-006",
        Severity.ERROR,
        "There is no such page.",
        "This is a fault of the format “site”, not of your words. Tell a developer.",
        "Each pledge has an address that never changes: it is in letters, posters and minutes.",
    ),
    Rule(
        "PARITY-007",
        Severity.ERROR,
        "{what}.",
        "This is a fault of the format “site”, not of your words. Tell a developer.",
        "Until people with learning disabilities have tested the Easy Read, it says so; and what "
        "has been tested people must be able to rely on.",
    ),
    Rule(
        "PARITY-008",
        Severity.ERROR,
        "The charter was not made as “{format}”.",
        _FORMAT,
        "Some people can read the charter in this format only.",
    ),
)

_NO_EMAIL = ("leaflet-", "table-card")

_Wanted = Mapping[str, tuple[Said, ...]]
"""What a document must say, by the title of the chapter that it belongs to."""


@dataclass(frozen=True, slots=True)
class _Text:
    """What a document says: the words that are its own, and all words that are shown in it."""

    own: tuple[str, ...]
    whole: str


def run(draft: Draft) -> Outcome:
    """Read every artefact to its end, and look for each chapter in the version it should have."""
    artefacts = {inside(draft, artefact.path): artefact for artefact in draft.artefacts}
    pages = _pages(draft.charter)
    findings = [
        RULES["PARITY-006"].at(Place(Path(name))) for name in pages if name not in artefacts
    ]
    made = {artefact.format for artefact in draft.artefacts}
    place = Place(Path("downloads"))
    findings += [RULES["PARITY-008"].at(place, format=one) for one in _VERSIONS if one not in made]
    examined: set[str] = set()
    for name, artefact in artefacts.items():
        place = Place(Path(name))
        reader = _READERS.get(artefact.media_type)
        wanted = pages.get(name, {}) if reader is _web else _document(artefact, draft.charter)
        if reader is None or wanted is None:
            findings.append(RULES["PARITY-004"].at(place, kind=artefact.media_type))
            continue
        try:
            text = reader(artefact.path)
        except (OSError, ValueError, _tags.Unreadable) as error:
            findings.append(RULES["PARITY-005"].at(place, reason=str(error).rstrip(".")))
            continue
        findings += _chapters(place, artefact, wanted, text)
        findings += _facts(place, artefact, draft.charter, text)
        if name == _EASY_READ:
            findings += _draft(place, draft.charter, text)
        examined.add(name)
    return Outcome(tuple(findings), frozenset({*artefacts, *pages}), frozenset(examined))


def _pages(charter: Charter) -> Mapping[str, _Wanted]:
    """The web pages that the charter promises, and what each must say."""
    pages: dict[str, _Wanted] = {
        "index.html": {p.title: (Said(p.title, p.place),) for p in charter.pledges},
        f"{SHORT}/index.html": {},
        "large-print/index.html": _full(charter),
        _EASY_READ: _easy(charter),
    }
    for pledge in charter.pledges:
        both = (*_says.full_chapter(pledge), *_says.easy_chapter(pledge))
        pages[f"pledges/{pledge.id}/index.html"] = {pledge.title: both}
        pages[f"{SHORT}/{pledge.id}/index.html"] = {pledge.title: _short(pledge)}
    for page in charter.pages:
        pages[f"{page.id}/index.html"] = {page.title: tuple(_says.full_chapter(page))}
    return pages


def _short(pledge: Pledge) -> tuple[Said, ...]:
    """What the page behind a pledge's code says: its title and its poster words."""
    said = (Said(words, place) for words, place in words_of(pledge.poster))
    return (Said(pledge.title, pledge.place), *said)


def _document(artefact: Artefact, charter: Charter) -> _Wanted | None:
    """What a document must say; None where nobody knows."""
    versions = _PACKED if artefact.media_type == _zips.MEDIA else _VERSIONS
    version = versions.get(artefact.format)
    return version(charter) if version else None


def _full(charter: Charter) -> _Wanted:
    # Long formats may call the introduction so, below the charter's own title.
    first = tuple(_says.full_chapter(charter.introduction))[1:]
    others: tuple[Chapter, ...] = (*charter.pledges, *charter.pages)
    return {charter.facts.title: first, **{c.title: tuple(_says.full_chapter(c)) for c in others}}


def _easy(charter: Charter) -> _Wanted:
    return {
        chapter.title: tuple(_says.easy_chapter(chapter))
        for chapter in charter.chapters
        if chapter.easy_read.rows
    }


def _poster(charter: Charter) -> _Wanted:
    return {pledge.title: tuple(_says.poster_pledge(pledge)) for pledge in charter.pledges}


def _elsewhere(_: Charter) -> _Wanted:
    """Nothing: each paper has words of its own, which checks/_pdf_kinds.py knows."""
    return {}


def _chapters(place: Place, artefact: Artefact, wanted: _Wanted, text: _Text) -> Iterator[Finding]:
    for chapter, words in wanted.items():
        found = gaps(words, text.own, anywhere=True)
        for code, these in (("PARITY-001", found.missing), ("PARITY-002", found.displaced)):
            if these:
                more = f", and {len(these) - 1} more" if len(these) > 1 else ""
                yield RULES[code].at(
                    place,
                    chapter=chapter,
                    words=short(these[0].words),
                    more=more,
                    format=artefact.format,
                )


def _facts(place: Place, artefact: Artefact, charter: Charter, text: _Text) -> Iterator[Finding]:
    """The same ways to reach us and the same version everywhere; short papers need no e-mail."""
    facts = charter.facts
    wanted = {"phone number": facts.contact.phone, "version": facts.version}
    short_paper = artefact.path.stem.startswith(_NO_EMAIL)
    if artefact.format != "poster" and not short_paper:
        wanted["e-mail address"] = facts.contact.email
    for what, value in wanted.items():
        if not re.search(rf"(?<![\w.]){re.escape(plain(value))}(?!\.?\w)", text.whole):
            yield RULES["PARITY-003"].at(place, what=what, value=value, format=artefact.format)


def _draft(place: Place, charter: Charter, text: _Text) -> Iterator[Finding]:
    """Whether the Easy Read page says that it is a draft while it is one, and not after."""
    own = {plain(one.words) for one in _says.easy_read(charter)}  # may be about some other draft
    wanted = charter.facts.easy_read_is_draft
    shown = " ".join(block for block in text.own if block not in own)
    said = _DRAFT.search(shown.replace(plain(_UNCHECKED), "")) is not None
    if wanted and not said:
        yield RULES["PARITY-007"].at(place, what="It does not say “Draft”")
    if said and not wanted:
        what = "It still says “Draft”, though charter.md names who tested the Easy Read"
        yield RULES["PARITY-007"].at(place, what=what)


def _web(file: Path) -> _Text:
    page = _html.read(file)
    return _Text(page.main, "\n".join(page.whole))


def _pdf(file: Path) -> _Text:
    blocks = tuple(block.text for block in _tags.read(file).spoken)
    return _Text(blocks, "\n".join(blocks))


def _plain(file: Path) -> _Text:
    lines = file.read_text(encoding="utf-8").splitlines()
    words = tuple(_PICTURE.sub(r"\1", plain(line)) for line in lines)
    return _Text(words, "\n".join(words))


def _packed(file: Path) -> _Text:
    lines = [line for words in _zips.texts(file).values() for line in words.splitlines()]
    return _Text(tuple(map(plain, lines)), "\n".join(map(plain, lines)))


_READERS: Mapping[str, Callable[[Path], _Text]] = {
    "text/html": _web,
    "application/pdf": _pdf,
    "text/plain": _plain,
    _zips.MEDIA: _packed,
}

_VERSIONS: Mapping[str, Callable[[Charter], _Wanted]] = {
    "poster": _poster,
    "easy-read": _easy,
    "large-print": _full,
    "plain-text": _full,
    "print-pack": _elsewhere,
    "screen-pack": _poster,
}

_PACKED: Mapping[str, Callable[[Charter], _Wanted]] = {
    "screen-pack": _poster,
    "print-pack": _elsewhere,
}
"""What the texts inside a zip must say; checks/packs.py looks at all else in it."""
