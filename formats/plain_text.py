"""Plain text: for text messages, for screen readers without a browser, for pasting anywhere.

Needs: nothing. The worked example of a format: copy this one.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path

from charter import statement
from charter.contracts import Artefact, Edition
from charter.model import Block, Chapter, Charter, Heading, List, Picture, Pledge, Table, text

TITLE = "Plain text"


def render(charter: Charter, out: Path, edition: Edition) -> Iterable[Artefact]:
    """Write downloads/charter.txt: every chapter's full text, in reading order."""
    facts = charter.facts
    parts = [] if edition.checked else ["Draft: not checked"]
    parts += [facts.title, facts.promise]
    for chapter in charter.chapters:
        parts += chapter_text(chapter)
    parts.append(f"Version {facts.version}. Phone {facts.contact.phone}. {facts.site}")
    parts.append(f"{statement.TITLE}: {statement.address(charter)}")
    file = out / "downloads" / "charter.txt"
    file.write_text("\n\n".join(parts) + "\n", encoding="utf-8", newline="\n")
    yield Artefact(file, "text/plain", "plain-text", TITLE)


def chapter_text(chapter: Chapter) -> Iterator[str]:
    """The title of a chapter, underlined as plain text can be, and its blocks."""
    number = f"{chapter.number}. We will: " if isinstance(chapter, Pledge) else ""
    title = number + chapter.title
    yield f"\n{title}\n{'=' * len(title)}"
    for block in chapter.full:
        yield block_text(block)


def block_text(block: Block) -> str:
    """One block as plain text. A picture is its description; a table, a line a row."""
    match block:
        case Heading():
            return f"{text(block.spans)}\n{'-' * len(text(block.spans))}"
        case List():
            signs = [f"{n}." if block.ordered else "-" for n in range(1, len(block.items) + 1)]
            pairs = zip(signs, block.items, strict=True)
            return "\n".join(f"{sign} {text(item.spans)}" for sign, item in pairs)
        case Table():
            rows = (block.header, *block.rows)
            return "\n".join(" | ".join(text(cell) for cell in row) for row in rows)
        case Picture():
            return f"[Picture: {block.alt}]"
        case _:
            return text(block.spans)
