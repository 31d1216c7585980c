"""A content folder to a Charter. What an author got wrong comes back as findings, never raised."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, fields, replace
from datetime import date, datetime
from pathlib import Path

from charter import chapters, design, files, frontmatter, lists, logo, markdown
from charter.chapters import easy_read, prose, read_chapter
from charter.files import read_drawings, read_table, read_text
from charter.findings import Finding, Rule, Severity, rules, unique
from charter.frontmatter import FrontMatter, day, listed, words
from charter.model import (
    Accessibility,
    Agreement,
    Block,
    Charter,
    Contact,
    Drawing,
    Facts,
    Feedback,
    Heading,
    Page,
    Place,
    Pledge,
    Signatory,
    Term,
    Tested,
    text,
)

RULES = rules(
    Rule(
        "LOAD-001",
        Severity.ERROR,
        "There is no folder “{folder}” with a charter in it.",
        "Check the name after --content, or put the folder with charter.md back.",
        "The content folder is the one source that every format is made from.",
    ),
    Rule(
        "LOAD-006",
        Severity.ERROR,
        "These words stand above the first word of the list, so no format shows them.",
        "Move them to the page that shows the list, or below a line that starts with ##.",
        "Nothing you write should get lost.",
    ),
    Rule(
        "LOAD-007",
        Severity.ERROR,
        "This file is not read: {reason}.",
        "Rename it so that its name ends in .md, and move it into the folder “{folder}” itself. "
        "If nobody needs it, delete it.",
        "A forgotten pledge would be missing from every format, and nobody would be told.",
    ),
)

FACTS = frozenset(
    [
        "title",
        "strapline",
        "place",
        "organisation",
        "promise",
        "language",
        "site",
        "picture",
        "contact.phone",
        "contact.email",
        "contact.post",
        "version",
        "published",
        "review",
        "review_note",
        "easy_read_tested_by",
        "easy_read_tested_on",
        "logo.file",
        "logo.shows",
        *(f"accessibility.{field.name}" for field in fields(Accessibility)),
    ]
)
_PLEDGE_FACTS = frozenset({"id", "picture"})
_PAGE_FACTS = _PLEDGE_FACTS | {"part", "shows"}

_READ = ".md"
_WINDOWS_LEAVES = frozenset({"Thumbs.db", "desktop.ini"})  # in folders, where nobody sees them

AGREED = "agreed.csv"
AGREED_COLUMNS = ("chapter", "version", "full text")

ALL_RULES = {
    **RULES,
    **chapters.RULES,
    **design.RULES,
    **files.RULES,
    **frontmatter.RULES,
    **logo.RULES,
    **markdown.RULES,
}


@dataclass(frozen=True, slots=True)
class Loaded:
    """What a folder holds. No `charter` where its facts are too broken to go on."""

    charter: Charter | None
    findings: tuple[Finding, ...]


def load(folder: Path) -> Loaded:
    """Read the whole folder. Reading goes on after a mistake, so that one run shows them all."""
    findings: list[Finding] = []
    main = folder / "charter.md"
    if not main.is_file():
        return Loaded(None, (RULES["LOAD-001"].at(Place(main), folder=folder.as_posix()),))
    drawings = read_drawings(folder / "pictures", findings)
    chapter = read_chapter(main, drawings, findings, title_needed=False)
    facts = _facts(chapter.facts, findings)
    introduction = Page(
        "charter",
        facts.title,
        "",
        facts.picture,
        chapter.full,
        chapter.poster,
        chapter.easy_read,
        chapter.place,
    )
    pledges = tuple(
        _pledge(file, number, drawings, findings)
        for number, file in enumerate(_in_order(folder / "pledges"), 1)
    )
    charter = Charter(
        folder=folder,
        facts=facts,
        introduction=introduction,
        pledges=pledges,
        pages=(),
        glossary=tuple(_glossary(folder / "glossary.md", drawings, findings)),
        signatories=_signatories(folder, findings),
        feedback=_feedback(folder, findings),
        drawings=drawings,
        agreements=_agreements(folder, findings),
        design=design.read(folder, findings),
        tested=_tested(folder, findings),
    )
    pages = tuple(_page(file, charter, findings) for file in _in_order(folder / "pages"))
    findings += [*_not_read(folder / "pledges"), *_not_read(folder / "pages")]
    return Loaded(replace(charter, pages=pages), unique(findings))


def _in_order(folder: Path) -> list[Path]:
    """The Markdown files of a folder, 2-b.md before 10-a.md."""
    return sorted(
        # Not by a pattern: Windows would find .MD too. A dot in front: a program's own file.
        (f for f in folder.glob("[!.]*") if f.name.endswith(_READ)),
        key=lambda file: [int(p) if p.isdecimal() else p for p in re.split(r"(\d+)", file.name)],
    )


def _not_read(folder: Path) -> Iterator[Finding]:
    """What somebody put into a folder of chapters that no format will show."""
    for file in sorted(folder.rglob("*")):
        parts = file.relative_to(folder).parts
        left = any(part.startswith((".", "~$")) for part in parts) or file.name in _WINDOWS_LEAVES
        inside = len(parts) > 1
        if left or not file.is_file() or (file.name.endswith(_READ) and not inside):
            continue
        reason = "it is in a folder of its own" if inside else "its name does not end in .md"
        yield RULES["LOAD-007"].at(Place(file), reason=reason, folder=folder.name)


def _facts(front: FrontMatter, findings: list[Finding]) -> Facts:
    def needed(key: str) -> str:
        return words(front, key, findings)

    def wanted(key: str) -> str:
        return words(front, key, findings, needed=False)

    findings += frontmatter.unknown(front, FACTS)
    published = day(front, "published", findings)
    review = day(front, "review", findings)
    fallback = frontmatter.NO_DATE
    return Facts(
        title=needed("title"),
        strapline=wanted("strapline"),
        place=needed("place"),
        organisation=needed("organisation"),
        promise=needed("promise"),
        language=needed("language"),
        site=needed("site"),
        picture=wanted("picture"),
        contact=Contact(
            needed("contact.phone"),
            needed("contact.email"),
            listed(front, "contact.post", findings),
        ),
        version=needed("version"),
        published=published or fallback,
        review=review or fallback,
        review_note=wanted("review_note"),
        easy_read_tested_by=wanted("easy_read_tested_by"),
        easy_read_tested_on=day(front, "easy_read_tested_on", findings, needed=False),
        places=(("", Place(front.file, 1)), *sorted(front.places.items())),
        accessibility=_accessibility(front, findings),
        logo=logo.read(front, findings),
    )


def _accessibility(front: FrontMatter, findings: list[Finding]) -> Accessibility:
    """The facts for the accessibility statement. A check says which of them are missing."""

    def date_of(name: str) -> date | None:
        return day(front, f"accessibility.{name}", findings, needed=False)

    def said(name: str) -> str:
        return words(front, f"accessibility.{name}", findings, needed=False)

    def several(name: str) -> tuple[str, ...]:
        return listed(front, f"accessibility.{name}", findings, needed=False)

    return Accessibility(
        prepared=date_of("prepared"),
        reviewed=date_of("reviewed"),
        tested=date_of("tested"),
        tested_by=said("tested_by"),
        answer_in=said("answer_in"),
        nation=said("nation"),
        form=said("form"),
        disproportionate_burden=several("disproportionate_burden"),
        out_of_scope=several("out_of_scope"),
    )


def _pledge(
    file: Path, number: int, drawings: Sequence[Drawing], findings: list[Finding]
) -> Pledge:
    chapter = read_chapter(file, drawings, findings)
    findings += frontmatter.unknown(chapter.facts, _PLEDGE_FACTS)
    return Pledge(
        words(chapter.facts, "id", findings),
        number,
        chapter.title,
        words(chapter.facts, "picture", findings),
        chapter.full,
        chapter.poster,
        chapter.easy_read,
        chapter.place,
    )


def _page(file: Path, charter: Charter, findings: list[Finding]) -> Page:
    chapter = read_chapter(file, charter.drawings, findings)
    findings += frontmatter.unknown(chapter.facts, _PAGE_FACTS)
    page = Page(
        words(chapter.facts, "id", findings),
        chapter.title,
        words(chapter.facts, "part", findings, needed=False),
        words(chapter.facts, "picture", findings, needed=False),
        chapter.full,
        chapter.poster,
        chapter.easy_read,
        chapter.place,
    )
    shows = words(chapter.facts, "shows", findings, needed=False)
    if not shows:
        return page
    if shows not in lists.LISTS:
        sort = "one of " + ", ".join(lists.LISTS)
        place = chapter.facts.at("shows")
        findings.append(frontmatter.RULES["FACT-005"].at(place, key="shows", sort=sort))
        return page
    return lists.LISTS[shows](replace(page, shows=shows), charter)


def _glossary(file: Path, drawings: Sequence[Drawing], findings: list[Finding]) -> list[Term]:
    """Each “## word, other form” with its meaning and its “### Easy Read”."""
    if not file.exists():
        return []
    blocks, wrong = markdown.parse(read_text(file, findings), file)
    findings += wrong
    terms: list[tuple[Heading, list[Block], list[Block]]] = []
    into: list[Block] = []
    above = into
    for block in blocks:
        if isinstance(block, Heading) and block.level == 2:  # noqa: PLR2004  “## word”
            terms.append((block, into := [], []))
        elif isinstance(block, Heading) and text(block.spans).strip().lower() == "easy read":
            into = terms[-1][2] if terms else []
        else:
            into.append(block)
    findings += [
        RULES["LOAD-006"].at(block.place)
        for block in above
        if not (isinstance(block, Heading) and block.level == 1)
    ]
    return [
        Term(
            names[0],
            tuple(names[1:]),
            prose(meaning, drawings),
            easy_read((heading.place, simple), drawings, findings),
            heading.place,
        )
        for heading, meaning, simple in terms
        if (names := [name.strip() for name in text(heading.spans).split(",") if name.strip()])
    ]


def _signatories(folder: Path, findings: list[Finding]) -> tuple[Signatory, ...]:
    rows = read_table(folder / "signatories.csv", ("name", "group", "what they do"), findings)
    return tuple(
        Signatory(row.cells["name"], row.cells["group"], row.cells["what they do"], row.place)
        for row in rows
    )


def _feedback(folder: Path, findings: list[Finding]) -> tuple[Feedback, ...]:
    file = folder / "feedback.csv"
    said, by, pledge, done = "what people said", "who said it", "pledge", "what we did"
    rows = read_table(file, (said, by, pledge, done), findings) if file.exists() else ()
    return tuple(
        Feedback(row.cells[said], row.cells[by], row.cells[pledge], row.cells[done], row.place)
        for row in rows
    )


def _agreements(folder: Path, findings: list[Finding]) -> tuple[Agreement, ...]:
    file = folder / AGREED
    rows = read_table(file, AGREED_COLUMNS, findings) if file.exists() else ()
    return tuple(
        Agreement(row.cells["chapter"], row.cells["version"], row.cells["full text"], row.place)
        for row in rows
    )


def _tested(folder: Path, findings: list[Finding]) -> tuple[Tested, ...]:
    """Who tried what with people. A row without a date is no evidence, and is said to be none."""
    file = folder / "tested.csv"
    columns = ("what", "with", "by", "when", "result")
    tested: list[Tested] = []
    for row in read_table(file, columns, findings) if file.exists() else ():
        cells = row.cells
        when = _day(cells["when"].strip())
        if when is None:
            value = cells["when"]
            findings.append(frontmatter.RULES["FACT-003"].at(row.place, value=value))
            continue
        tested.append(
            Tested(cells["what"], cells["with"], cells["by"], when, cells["result"], row.place)
        )
    return tuple(tested)


def _day(words: str) -> date | None:
    """A day as we write it, or as a British spreadsheet does when it saves the file: 27/11/2026."""
    for pattern in ("%Y-%m-%d", "%d/%m/%Y"):
        with suppress(ValueError):
            return datetime.strptime(words, pattern).date()  # noqa: DTZ007  a day
    return None
