"""Hard words explained where they stand: the first use on a page leads to the word's meaning.

The meanings are a list at the end of the same page, so this needs no script, works by touch and
by keyboard, and is there in print. A tooltip would do none of that.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from charter.model import Block, Blocks, List, Paragraph, Span, Spans, Term
from formats.site.prose import WORD, slug


@dataclass(frozen=True, slots=True)
class Explained:
    """Blocks in which each hard word's first use is a link, and the words that were met."""

    blocks: Blocks
    terms: tuple[Term, ...]


def explain(blocks: Blocks, glossary: Sequence[Term]) -> Explained:
    """Link the first use of each word in paragraphs and lists; headings and links stay alone."""
    if is_glossary(blocks, glossary):
        return Explained(blocks, ())
    forms = {
        form.casefold(): term for term in glossary for form in (term.name, *term.forms) if form
    }
    longest_first = sorted(forms, key=lambda form: (-len(form), form))
    if not longest_first:
        return Explained(blocks, ())
    pattern = re.compile(
        r"(?<![\w-])(?:" + "|".join(map(re.escape, longest_first)) + r")(?![\w-])", re.IGNORECASE
    )
    met: list[Term] = []
    linked = tuple(_block(block, pattern, forms, met) for block in blocks)
    return Explained(linked, tuple(met))


def is_glossary(blocks: Blocks, glossary: Sequence[Term]) -> bool:
    """Whether these blocks are the list of words itself."""
    return any(term.meaning and term.meaning[0] in blocks for term in glossary)


def anchor(term: Term) -> str:
    """A name for a word's anchor; for a word without Latin letters, its letters' numbers."""
    return slug(term.name) or "-".join(f"{ord(letter):x}" for letter in term.name)


def _block(
    block: Block, pattern: re.Pattern[str], forms: dict[str, Term], met: list[Term]
) -> Block:
    match block:
        case Paragraph():
            return replace(block, spans=_spans(block.spans, pattern, forms, met))
        case List():
            items = tuple(
                replace(item, spans=_spans(item.spans, pattern, forms, met)) for item in block.items
            )
            return replace(block, items=items)
        case _:
            return block


def _spans(
    spans: Spans, pattern: re.Pattern[str], forms: dict[str, Term], met: list[Term]
) -> Spans:
    return tuple(
        piece
        for span in spans
        for piece in ([span] if span.href else _pieces(span, pattern, forms, met))
    )


def _pieces(
    span: Span, pattern: re.Pattern[str], forms: dict[str, Term], met: list[Term]
) -> Iterator[Span]:
    at = 0
    for found in pattern.finditer(span.text):
        term = forms.get(found[0].casefold())
        if term is None or term in met:
            continue
        met.append(term)
        yield Span(span.text[at : found.start()], span.strong)
        yield Span(found[0], span.strong, WORD + anchor(term))
        at = found.end()
    yield Span(span.text[at:], span.strong)
