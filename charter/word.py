"""The text of a Word file: every paragraph in order, wherever Word keeps it.

Tables, text boxes, content controls, inserted words and notes are read; deleted words, comments,
headers and footers are not.
"""

from __future__ import annotations

import importlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from charter.model import Block, Heading, Item, List, Paragraph, Place, Span, Table

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_NOTES = ("/footnotes", "/endnotes")
_GONE = {f"{_W}del", f"{_W}moveFrom"}
_STANDS_FOR = {f"{_W}tab": " ", f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}noBreakHyphen": "-"}


def read(file: Path) -> Iterator[Block]:
    """A block for each paragraph. Raises what python-docx raises where `file` is no Word file."""
    docx: Any = importlib.import_module("docx")  # slow, and only needed here
    document = docx.Document(str(file))
    styles = {style.style_id: (style.name or "").lower() for style in document.styles}
    number = 0
    for root in (document.element.body, *_notes(document, docx)):
        for paragraph in root.iter(f"{_W}p"):
            number += 1
            if not _is_copy(paragraph):
                place = Place(file, number, "paragraph")
                yield _block(paragraph, styles, place, document.part.rels)


def _notes(document: Any, docx: Any) -> Iterator[Any]:  # noqa: ANN401  docx's own
    """The footnotes and endnotes, without the lines that Word draws above them."""
    for relation in document.part.rels.values():
        if relation.reltype.endswith(_NOTES) and not relation.is_external:
            root = docx.oxml.parse_xml(relation.target_part.blob)
            yield from (note for note in root if note.get(f"{_W}type") is None)


def _is_copy(node: Any) -> bool:  # noqa: ANN401  docx's own
    """Whether this is what Word keeps a second time for older programs."""
    return any(above.tag.endswith("}Fallback") for above in node.iterancestors())


def _block(paragraph: Any, styles: dict[str, str], place: Place, rels: Any) -> Block:  # noqa: ANN401  docx's own
    spans = tuple(_spans(paragraph, rels))
    properties = paragraph.find(f"{_W}pPr")
    style, numbered = "", False
    if properties is not None:
        named = properties.find(f"{_W}pStyle")
        style = styles.get(named.get(f"{_W}val"), "") if named is not None else ""
        numbered = properties.find(f"{_W}numPr") is not None
    if style.startswith(("heading", "title", "subtitle")):
        return Heading(2, spans, place)
    if numbered or "list" in style:
        return List(ordered=False, items=(Item(spans, place),), place=place)
    if next(paragraph.iterancestors(f"{_W}tc"), None) is not None:
        return Table((), ((spans,),), place)
    return Paragraph(spans, place)


def _spans(paragraph: Any, rels: Any) -> Iterator[Span]:  # noqa: ANN401  docx's own
    """The words of a paragraph, without those of a text box that hangs on it."""
    for node in paragraph.iter(f"{_W}t", *_STANDS_FOR):
        above = list(node.iterancestors())
        owner = next(one for one in above if one.tag == f"{_W}p")
        if owner is not paragraph or any(one.tag in _GONE for one in above):
            continue
        link = next((one for one in above if one.tag == f"{_W}hyperlink"), None)
        words = node.text or "" if node.tag == f"{_W}t" else _STANDS_FOR[node.tag]
        yield Span(words, href=None if link is None else _target(link, rels))


def _target(link: Any, rels: Any) -> str:  # noqa: ANN401  docx's own
    relation = link.get(_ID)
    if relation in rels:
        return str(rels[relation].target_ref)
    return f"#{link.get(f'{_W}anchor') or ''}"
