"""Pages that end in a list kept elsewhere: who signed, what people said, hard words, contact.

The list is made into ordinary blocks here, so that every format shows it without knowing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from charter.model import (
    Block,
    Charter,
    EasyRead,
    EasyRow,
    Heading,
    Item,
    List,
    Page,
    Paragraph,
    Picture,
    Place,
    Span,
    Spans,
)
from charter.statement import address


def signatories(page: Page, charter: Charter) -> Page:
    """`page` with everyone who signed, under the name of their group."""
    groups = dict.fromkeys(signatory.group for signatory in charter.signatories)
    blocks: list[Block] = []
    for group in groups:
        members = [s for s in charter.signatories if s.group == group]
        items = tuple(
            Item((Span(s.name, strong=True), *((Span(f": {s.role}"),) if s.role else ())), s.place)
            for s in members
        )
        blocks += [
            Heading(2, (Span(group),), members[0].place),
            List(ordered=False, items=items, place=members[0].place),
        ]
    return replace(page, full=page.full + tuple(blocks))


def feedback(page: Page, charter: Charter) -> Page:
    """`page` with what people said and what was done, pledge by pledge."""
    blocks: list[Block] = []
    for pledge in charter.pledges:
        rows = [f for f in charter.feedback if f.pledge == pledge.id]
        if rows:
            blocks.append(Heading(2, (Span(pledge.title),), rows[0].place))
        for row in rows:
            said = (Span("You said", strong=True), Span(f" ({row.by}): {row.said}"))
            did = (Span("What we did: ", strong=True), Span(row.done))
            blocks += [Paragraph(said, row.place), Paragraph(did, row.place)]
    return replace(page, full=page.full + tuple(blocks))


def glossary(page: Page, charter: Charter) -> Page:
    """`page` with every hard word and its meaning, in the full text and in Easy Read."""
    blocks: list[Block] = []
    rows = page.easy_read.rows
    for term in sorted(charter.glossary, key=lambda term: term.name.casefold()):
        blocks += [Heading(2, (Span(term.name),), term.place), *term.meaning]
        rows += term.easy_read.rows
    return replace(
        page, full=page.full + tuple(blocks), easy_read=replace(page.easy_read, rows=rows)
    )


def left_over(charter: Charter) -> tuple[EasyRead, ...]:
    """Easy Read meanings of hard words that no chapter shows, for a list at the end of it all."""
    shown = {row for chapter in charter.chapters for row in chapter.easy_read.rows}
    ordered = sorted(charter.glossary, key=lambda term: term.name.casefold())
    return tuple(t.easy_read for t in ordered if any(r not in shown for r in t.easy_read.rows))


def contact(page: Page, charter: Charter) -> Page:
    """`page` with phone, post and e-mail, in the full text and in Easy Read."""
    return replace(
        page,
        full=(
            *page.full,
            List(ordered=False, items=tuple(contact_ways(charter)), place=page.place),
        ),
        easy_read=replace(
            page.easy_read, rows=page.easy_read.rows + tuple(_easy_ways(page.place, charter))
        ),
    )


def telephone(number: str) -> str:
    """The tel: address of a phone number as people write it."""
    return "tel:" + "".join(c for c in number if c.isdigit() or c == "+")


def contact_ways(charter: Charter) -> Iterable[Item]:
    """Phone, post and e-mail, an entry each."""
    facts, us = charter.facts, charter.facts.contact
    yield Item(
        (Span("Phone: ", strong=True), Span(us.phone, href=telephone(us.phone))),
        facts.where("contact.phone"),
    )
    yield Item((Span("Post: ", strong=True), Span(", ".join(us.post))), facts.where("contact.post"))
    yield Item(
        (Span("Email: ", strong=True), Span(us.email, href=f"mailto:{us.email}")),
        facts.where("contact.email"),
    )


def _easy_ways(place: Place, charter: Charter) -> Iterable[EasyRow]:
    us = charter.facts.contact
    for picture, lead, words, href in (
        ("phone", "Phone us on:", us.phone, telephone(us.phone)),
        ("letter", "Write to us at:", ", ".join(us.post), None),
        ("email", "Email us at:", us.email, f"mailto:{us.email}"),
    ):
        shows = next((d.shows for d in charter.drawings if d.id == picture), "")
        sentences = ((Span(lead),), (Span(words, strong=True, href=href),))
        yield EasyRow(Picture(picture, shows, place), sentences, place)


def booklet(charter: Charter) -> EasyRead:
    """Easy Read words about the Easy Read itself: what it is, hard words, how to get help."""
    place, phone = charter.facts.where("contact.phone"), charter.facts.contact.phone
    number = Span(phone, strong=True, href=telephone(phone))
    rows = (
        _row(charter, place, ("easy-read", "book"), *map(_said, _EASY_READ)),
        _row(charter, place, ("book", "letter"), *map(_said, _HARD)),
        _row(charter, place, ("help", "together"), *map(_said, _HELP)),
        _row(charter, place, ("break", "time"), *map(_said, _TIME)),
        _row(charter, place, ("phone", "talk"), *map(_said, _PHONE), (number,)),
    )
    return EasyRead(ABOUT, rows, place)


_EASY_READ = ("This is in **Easy Read**.", "Easy Read has short sentences and pictures.")
_HARD = ("Some words are hard.", "Hard words look **like this**.", "Then we say what they mean.")
_HELP = ("You can ask someone to help you read this.",)
_TIME = ("You do not have to read it all today.", "You can take a break.")
_PHONE = ("You can phone us for help.", "Our phone number is:")


def _said(words: str) -> Spans:
    """A sentence of ours as spans; what stands between ** is bold."""
    parts = words.split("**")
    return tuple(Span(part, strong=at % 2 == 1) for at, part in enumerate(parts) if part)


def statement_row(charter: Charter) -> EasyRow:
    """Easy Read words for where the accessibility statement is, with the best picture there is."""
    site = address(charter)
    return _row(
        charter,
        charter.facts.where("accessibility"),
        ("accessible", "website", "computer", "information", "letter"),
        (Span("Some people may find our website hard to use."),),
        (Span("You can read about this at:"),),
        (Span(site.split("://")[-1].rstrip("/"), strong=True, href=site),),
    )


def _row(charter: Charter, place: Place, wanted: Iterable[str], *sentences: Spans) -> EasyRow:
    """A row of ours with the first of the `wanted` pictures that the charter has."""
    pictures = {drawing.id: drawing for drawing in charter.drawings}
    names = (*wanted, charter.facts.picture)
    drawing = next((pictures[name] for name in names if name in pictures), None)
    picture = Picture(drawing.id, drawing.shows, place) if drawing else Picture("", "", place)
    return EasyRow(picture, sentences, place)


ABOUT = "About this booklet"
"""The title of `booklet` on paper."""

HARD_WORDS = "Hard words"
"""The title of `left_over` where Easy Read shows it."""

LISTS: dict[str, Callable[[Page, Charter], Page]] = {
    "signatories": signatories,
    "glossary": glossary,
    "feedback": feedback,
    "contact": contact,
}
