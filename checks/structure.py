"""Structure: each pledge is a promise, is there in every version, and has an address that lasts."""

from __future__ import annotations

import re
from collections.abc import Iterator

from charter.contracts import Draft, Stage
from charter.findings import Finding, Outcome, Rule, Severity, rules
from charter.model import (
    Block,
    Blocks,
    Chapter,
    Charter,
    Heading,
    List,
    Page,
    Paragraph,
    Picture,
    Place,
    Pledge,
    Table,
    text,
    words_of,
)
from checks._walk import blank, source, spans_in

TITLE = "Structure"
STAGE = Stage.CONTENT
RULES = rules(
    Rule(
        "STRUCT-001",
        Severity.ERROR,
        "The id “{id}” can't be used in an address.",
        "Write the id with small letters a to z, numbers and hyphens only, such as be-honest.",
        "The id is part of the web address, which people type from print and read out by phone.",
    ),
    Rule(
        "STRUCT-002",
        Severity.ERROR,
        "The id “{id}” is used twice. It is also in {other}.",
        "Give the newer one an id of its own. Leave the older one as it is: its address is known.",
        "Two pages with one address would hide one of them.",
    ),
    Rule(
        "STRUCT-003",
        Severity.ERROR,
        "The id “{id}” is taken: the website or the computer uses it itself.",
        "Choose another id, such as about-{id}.",
        "The page would overwrite a part of the website, or could not be saved on Windows.",
    ),
    Rule(
        "STRUCT-004",
        Severity.ERROR,
        "This charter has no pledges.",
        "Write each pledge in a file of its own in the folder “pledges”.",
        "The pledges are what people can hold you to.",
    ),
    Rule(
        "STRUCT-005",
        Severity.ERROR,
        "There are {count} pledges. The most is {limit}.",
        "Join pledges that belong together, or turn some of them into pages.",
        "Nobody can remember that many pledges, and the poster can't hold them.",
    ),
    Rule(
        "STRUCT-006",
        Severity.WARNING,
        "There are {count} pledges. Over {limit} is hard to remember.",
        "See whether some pledges can be joined.",
        "Residents asked for something short that fits on one page.",
    ),
    Rule(
        "STRUCT-007",
        Severity.ERROR,
        "This pledge does not start with “We will” and what you will do. It starts: “{start}”.",
        "Start the first sentence with “We will” and a verb, such as “We will tell you”.",
        "“We will” makes it a promise. Residents asked for “We will” language.",
    ),
    Rule(
        "STRUCT-008",
        Severity.ERROR,
        "“{start}” is not a promise yet.",
        "Say what you will really do. If you can only do part of it, promise that part.",
        "Words such as “aim to” and “try to” promise nothing that people can hold you to.",
    ),
    Rule(
        "STRUCT-009",
        Severity.ERROR,
        "The title of this pledge starts with “We will”.",
        "Leave “We will” out of the title: “Be honest”, not “We will be honest”.",
        "The title stands below “We will” in most formats, so it would be there twice.",
    ),
    Rule(
        "STRUCT-010",
        Severity.ERROR,
        "There are no words below this title.",
        "Write the full text below the title, or delete the file.",
        "Readers would find an empty page.",
    ),
    Rule(
        "STRUCT-011",
        Severity.ERROR,
        "This pledge has no poster words.",
        "Add a line “## Poster” and below it one or two short sentences that start with “We will”.",
        "The poster has its own short words. It can't show a pledge that has none.",
    ),
    Rule(
        "STRUCT-012",
        Severity.ERROR,
        "This pledge has no Easy Read.",
        "Add a line “## Easy Read”. Below it write a picture, then its sentence, again and again.",
        "People who use Easy Read must get every pledge.",
    ),
    Rule(
        "STRUCT-013",
        Severity.ERROR,
        "The heading “{heading}” skips a level: it has {level} hashes, the most here is {most}.",
        "Start the line with {most} hashes (#).",
        "People who listen jump from heading to heading. A gap sounds as if something is missing.",
    ),
    Rule(
        "STRUCT-014",
        Severity.ERROR,
        "This {what} has no words.",
        "Write what belongs there, or take the {what} out.",
        "Somebody who listens can't tell whether they missed something.",
    ),
    Rule(
        "STRUCT-015",
        Severity.WARNING,
        "This title has {count} letters and spaces. Over {limit} is long.",
        "Shorten it to its most important words.",
        "A long title is cut off in search results and breaks over many lines in large print.",
    ),
    Rule(
        "STRUCT-016",
        Severity.ERROR,
        "The word “{word}” has no meaning beside it.",
        "Write a sentence below it that says what it means.",
        "A hard word in the list without a meaning helps nobody.",
    ),
    Rule(
        "STRUCT-017",
        Severity.ERROR,
        "The word “{word}” is there twice. It is also in {other}.",
        "Join the two meanings into one.",
        "A word must mean one thing in the whole charter.",
    ),
    Rule(
        "STRUCT-018",
        Severity.ERROR,
        "The picture “{picture}” has no sentence beside it.",
        "Write the sentence in the line below the picture, or delete the picture.",
        "In Easy Read each picture helps with one idea. Alone it leaves people guessing.",
    ),
)

MOST_PLEDGES = 12  # the poster's room at its smallest type
MANY_PLEDGES = 10
LONG_TITLE = 60  # what search engines show
_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
# What no folder may be called on Windows; the list of pledges; and “agree all”.
_NEVER = re.compile("con|prn|aux|nul|com[1-9]|lpt[1-9]|index|all")
# The site's own folders and files. Pledges are in a folder of their own.
_TAKEN = re.compile(
    "pledges|easy-read|large-print|other-formats|accessibility-statement|downloads|assets|search|404|sitemap|q"
    "|stylesheets|javascripts|fonts|pictures|home|charter"
)
_ADVERB = r"(?!(?:rep|app|supp|re)ly\b)\w+ly"
_PROMISE = re.compile(
    rf"we will(?:\s+(?:not|never|always|also|only|still|then|{_ADVERB}))*+\s+(.+)"
)
_WEAK = re.compile(
    r"(aim|try|seek|endeavour|consider|strive|hope|attempt|intend|explore|wish|want|"
    r"look to|work towards|do our best|like to)\b"
)
_NO_VERB = re.compile(r"(the|an?|our|your|and|or|of|in|on|at|for|with|to)\b")


def run(draft: Draft) -> Outcome:
    """Look at each chapter, at the ids of all, and at the list of words."""
    charter = draft.charter
    findings = [*_ids(charter), *_count(charter), *_words(charter)]
    examined = set()
    for chapter in charter.chapters:
        findings += _chapter(chapter)
        if isinstance(chapter, Pledge):
            findings += _pledge(chapter)
        examined.add(source(chapter))
    expected = frozenset(source(chapter) for chapter in charter.chapters)
    return Outcome(tuple(findings), expected, frozenset(examined))


def _ids(charter: Charter) -> Iterator[Finding]:
    seen: dict[str, Place] = {charter.introduction.id: charter.introduction.place}
    chapters: tuple[Chapter, ...] = (*charter.pledges, *charter.pages)
    for chapter in chapters:
        name = chapter.id
        if not name:
            continue  # the loader has said so
        if not _ID.fullmatch(name):
            yield RULES["STRUCT-001"].at(chapter.place, id=name)
        elif _NEVER.fullmatch(name) or (_TAKEN.fullmatch(name) and isinstance(chapter, Page)):
            yield RULES["STRUCT-003"].at(chapter.place, id=name)
        elif name in seen:
            other = seen[name].file.as_posix()
            yield RULES["STRUCT-002"].at(chapter.place, id=name, other=other)
        seen.setdefault(name, chapter.place)


def _count(charter: Charter) -> Iterator[Finding]:
    count, place = len(charter.pledges), Place(charter.folder / "pledges")
    if not count:
        yield RULES["STRUCT-004"].at(place)
    elif count > MOST_PLEDGES:
        yield RULES["STRUCT-005"].at(place, count=count, limit=MOST_PLEDGES)
    elif count > MANY_PLEDGES:
        yield RULES["STRUCT-006"].at(place, count=count, limit=MANY_PLEDGES)


def _words(charter: Charter) -> Iterator[Finding]:
    seen: dict[str, Place] = {}
    for term in charter.glossary:
        if all(blank(words) for words, _ in words_of(term.meaning)):
            yield RULES["STRUCT-016"].at(term.place, word=term.name)
        for form in dict.fromkeys(name.casefold() for name in (term.name, *term.forms)):
            if form in seen:
                yield RULES["STRUCT-017"].at(term.place, word=form, other=seen[form])
            seen.setdefault(form, term.place)


def _chapter(chapter: Chapter) -> Iterator[Finding]:
    if len(chapter.title) > LONG_TITLE:
        yield RULES["STRUCT-015"].at(chapter.place, count=len(chapter.title), limit=LONG_TITLE)
    if all(blank(words) for words, _ in words_of(chapter.full)):
        yield RULES["STRUCT-010"].at(chapter.place)
    yield from _blocks(chapter.full, 1)
    yield from _blocks(chapter.poster, 2)
    for row in chapter.easy_read.rows:
        if not row.sentences:
            yield RULES["STRUCT-018"].at(row.place, picture=row.picture.id)


def _blocks(blocks: Blocks, above: int) -> Iterator[Finding]:
    """Headings that skip a level, blocks without words. `above` is the level they stand under."""
    level = above
    for block in blocks:
        if isinstance(block, Heading):
            if block.level > level + 1:
                facts = {"heading": text(block.spans), "level": block.level, "most": level + 1}
                yield RULES["STRUCT-013"].at(block.place, **facts)
            level = block.level
        for spans, place in spans_in(block):
            if blank(text(spans)):
                yield RULES["STRUCT-014"].at(place, what=_called(block))


def _called(block: Block) -> str:
    match block:
        case Heading():
            return "heading"
        case List():
            return "line of a list"
        case Table():
            return "box of the table"
        case Paragraph() | Picture():
            return "paragraph"


def _pledge(pledge: Pledge) -> Iterator[Finding]:
    if pledge.title.casefold().startswith("we will"):
        yield RULES["STRUCT-009"].at(pledge.place)
    if not any(True for _ in words_of(pledge.poster)):
        yield RULES["STRUCT-011"].at(pledge.place)
    if not pledge.easy_read.rows:
        yield RULES["STRUCT-012"].at(pledge.place)
    first = next((pair for pair in words_of(pledge.full) if not blank(pair[0])), None)
    if first:
        yield from _opening(*first)


def _opening(words: str, place: Place) -> Iterator[Finding]:
    start = " ".join(words.split()[:5])
    promise = _PROMISE.match(" ".join(words.casefold().split()))
    if promise is None or _NO_VERB.match(promise[1]):
        yield RULES["STRUCT-007"].at(place, start=start)
    elif _WEAK.match(promise[1]):
        yield RULES["STRUCT-008"].at(place, start=start)
