"""A content folder to a Charter. What an author got wrong comes back as findings, never raised."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from charter import files, frontmatter, lists, markdown
from charter.files import read_drawings, read_table, read_text
from charter.findings import Finding, Rule, Severity, rules, unique
from charter.frontmatter import FrontMatter, day, listed, words
from charter.model import (
    Agreement,
    Block,
    Blocks,
    Charter,
    Contact,
    Drawing,
    EasyRead,
    EasyRow,
    Facts,
    Feedback,
    Heading,
    Item,
    List,
    Page,
    Paragraph,
    Picture,
    Place,
    Pledge,
    Signatory,
    Spans,
    Table,
    Term,
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
        "LOAD-002",
        Severity.ERROR,
        "This file has no title.",
        "Write the title in a line of its own that starts with one # and a space.",
        "The title is how people find the page, and what a screen reader says first.",
    ),
    Rule(
        "LOAD-003",
        Severity.ERROR,
        "The title comes a second time: “{title}”.",
        "Start the line with two # instead of one.",
        "A page has one title. People who listen use headings to find their way.",
    ),
    Rule(
        "LOAD-004",
        Severity.ERROR,
        "Easy Read needs a picture before this sentence.",
        "Write ![](picture-name) in the line above it.",
        "In Easy Read each idea has a picture on its left.",
    ),
    Rule(
        "LOAD-005",
        Severity.ERROR,
        "Easy Read can't hold this {what}.",
        "Use a picture, then short sentences, each in a line of its own.",
        "Lists and tables are hard to follow for the people Easy Read is for.",
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
    ]
)
_PLEDGE_FACTS = frozenset({"id", "picture"})
_PAGE_FACTS = _PLEDGE_FACTS | {"part", "shows"}

AGREED = "agreed.csv"
AGREED_COLUMNS = ("chapter", "version", "full text")

ALL_RULES = {**RULES, **files.RULES, **frontmatter.RULES, **markdown.RULES}


@dataclass(frozen=True, slots=True)
class Loaded:
    """What a folder holds. No `charter` where its facts are too broken to go on."""

    charter: Charter | None
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class _Chapter:
    """One file, cut into its versions; what a pledge, a page and the introduction share."""

    facts: FrontMatter
    title: str
    full: Blocks
    poster: Blocks
    easy_read: EasyRead
    place: Place


def load(folder: Path) -> Loaded:
    """Read the whole folder. Reading goes on after a mistake, so that one run shows them all."""
    findings: list[Finding] = []
    main = folder / "charter.md"
    if not main.is_file():
        return Loaded(None, (RULES["LOAD-001"].at(Place(main), folder=folder.as_posix()),))
    drawings = read_drawings(folder / "pictures", findings)
    chapter = _chapter(main, drawings, findings, title_needed=False)
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
    )
    pages = tuple(_page(file, charter, findings) for file in _in_order(folder / "pages"))
    return Loaded(replace(charter, pages=pages), unique(findings))


def _in_order(folder: Path) -> list[Path]:
    """The Markdown files of a folder, 2-b.md before 10-a.md."""
    return sorted(
        folder.glob("*.md"),
        key=lambda file: [int(p) if p.isdigit() else p for p in re.split(r"(\d+)", file.name)],
    )


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
    )


def _pledge(
    file: Path, number: int, drawings: Sequence[Drawing], findings: list[Finding]
) -> Pledge:
    chapter = _chapter(file, drawings, findings)
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
    chapter = _chapter(file, charter.drawings, findings)
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
    return lists.LISTS[shows](page, charter)


def _chapter(
    file: Path, drawings: Sequence[Drawing], findings: list[Finding], *, title_needed: bool = True
) -> _Chapter:
    source = read_text(file, findings)
    front, body, offset = frontmatter.split(source)
    facts, wrong = frontmatter.read(front, file)
    findings += wrong
    blocks, wrong = markdown.parse(body, file, offset)
    findings += wrong
    place = Place(file, offset + 1)
    title = ""
    if blocks and isinstance(blocks[0], Heading) and blocks[0].level == 1:
        title, place, blocks = text(blocks[0].spans).strip(), blocks[0].place, blocks[1:]
    elif title_needed and source:
        findings.append(RULES["LOAD-002"].at(Place(file, offset + 1)))
    findings += [
        RULES["LOAD-003"].at(block.place, title=text(block.spans))
        for block in blocks
        if isinstance(block, Heading) and block.level == 1
    ]
    parts = _versions(blocks, place)
    return _Chapter(
        facts,
        title,
        _prose(parts["full"][1], drawings),
        _prose(parts["poster"][1], drawings),
        _easy_read(parts["easy read"], drawings, findings),
        place,
    )


def _versions(blocks: Blocks, place: Place) -> dict[str, tuple[Place, list[Block]]]:
    """Blocks by version. “## Poster” and “## Easy Read” start one; the full text is before them."""
    parts: dict[str, tuple[Place, list[Block]]] = {
        name: (place, []) for name in ("full", "poster", "easy read")
    }
    current = "full"
    for block in blocks:
        name = text(block.spans).strip().lower() if isinstance(block, Heading) else ""
        if isinstance(block, Heading) and block.level == 2 and name in ("poster", "easy read"):  # noqa: PLR2004
            current = name
            parts[current] = (block.place, parts[current][1])
        else:
            parts[current][1].append(block)
    return parts


def _prose(blocks: Sequence[Block], drawings: Sequence[Drawing]) -> Blocks:
    """Blocks with line ends as spaces and each picture's description filled in."""
    return tuple(_prose_block(block, drawings) for block in blocks)


def _prose_block(block: Block, drawings: Sequence[Drawing]) -> Block:
    flat = markdown.one_line
    match block:
        case Paragraph() | Heading():
            return replace(block, spans=flat(block.spans))
        case List():
            items = tuple(Item(flat(item.spans), item.place) for item in block.items)
            return replace(block, items=items)
        case Table():
            header = tuple(flat(cell) for cell in block.header)
            rows = tuple(tuple(flat(cell) for cell in row) for row in block.rows)
            return replace(block, header=header, rows=rows)
        case Picture():
            return described(block, drawings)


def described(picture: Picture, drawings: Sequence[Drawing]) -> Picture:
    """`picture` with its description from pictures.toml, unless the author wrote another here."""
    shows = next((d.shows for d in drawings if d.id == picture.id), "")
    return replace(picture, alt=picture.alt or shows)


def _easy_read(
    part: tuple[Place, list[Block]], drawings: Sequence[Drawing], findings: list[Finding]
) -> EasyRead:
    place, blocks = part
    title, rows = "", list[EasyRow]()
    for block in blocks:
        match block:
            case Heading() if not title and not rows:
                title = text(block.spans).strip()
            case Picture():
                rows.append(EasyRow(described(block, drawings), (), block.place))
            case Paragraph() if rows:
                said: tuple[Spans, ...] = rows[-1].sentences + markdown.lines(block.spans)
                rows[-1] = replace(rows[-1], sentences=said)
            case Paragraph():
                findings.append(RULES["LOAD-004"].at(block.place))
            case _:
                what = type(block).__name__.lower()
                findings.append(RULES["LOAD-005"].at(block.place, what=what))
    return EasyRead(title, tuple(rows), place)


def _glossary(file: Path, drawings: Sequence[Drawing], findings: list[Finding]) -> list[Term]:
    """Each “## word, other form” with its meaning and its “### Easy Read”."""
    if not file.exists():
        return []
    blocks, wrong = markdown.parse(read_text(file, findings), file)
    findings += wrong
    terms: list[tuple[Heading, list[Block], list[Block]]] = []
    into: list[Block] = []
    for block in blocks:
        if isinstance(block, Heading) and block.level == 2:  # noqa: PLR2004
            terms.append((block, into := [], []))
        elif isinstance(block, Heading) and text(block.spans).strip().lower() == "easy read":
            into = terms[-1][2] if terms else []
        else:
            into.append(block)
    return [
        Term(
            names[0],
            tuple(names[1:]),
            _prose(meaning, drawings),
            _easy_read((heading.place, simple), drawings, findings),
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
