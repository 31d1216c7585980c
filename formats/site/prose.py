"""Words to Markdown and HTML from which a reader gets exactly the same words back.

Markdown gives a meaning to many signs. Each of them is written as its number, so that a star, a
bracket or a number with a stop at the start of a line stays what the author typed.
"""

from __future__ import annotations

import html
import posixpath
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import quote

from markupsafe import Markup

from charter.markdown import join, safe
from charter.model import (
    Block,
    Drawing,
    Heading,
    List,
    Paragraph,
    Picture,
    Span,
    Spans,
    Table,
    text,
)

_SIGNS = re.compile(r"[\\`*_{}\[\]<>&|~^\"#]")
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\ufffe\uffff\ud800-\udfff]")
_SPACES = re.compile(r"[^\S\u00a0\u202f]+|[\u2028\u2029]+")
_STARTS = re.compile(r"(\d*)([-+=:.)!])")
_HYPHENED = re.compile(r"(?<![\w-])(?=[\w-]{4,16}(?![\w-]))[^\W\d_]+(?:-[^\W\d_]+)+")
_GROUPS = re.compile(r"\+?\d+(?:[ \u00a0]\d+)+")
_VIEW_BOX = re.compile(r"viewBox=[\"']\s*\S+[\s,]+\S+[\s,]+([\d.]+)[\s,]+([\d.]+)")
_DEEPEST = 6
# Anchors that the pages themselves use, and headings must not.
_TAKEN = frozenset(
    {
        *("about", "choose", "contact", "contents", "easy-read", "hard-words", "keep-it", "main"),
        *(
            "pages",
            "pledges",
            "search",
            "search-close",
            "search-found",
            "search-open",
            "search-said",
        ),
        *(
            "search-title",
            "search-words",
            "side-title",
            "spoke",
            "talk",
            "talk-to-us",
            "theme",
            "who",
        ),
        *("words-on-this-page", "you-told-us"),
    }
)
WORD = "word:"  # how a span links to a word's meaning at the end of its page


@dataclass(frozen=True, slots=True)
class Page:
    """The page that is being written: where its source is, and where every page and picture is.

    `links` maps "page:ID" and "pledge:ID" to source files; `deeper` is added to each heading's
    level; `prefix` keeps the anchors of several chapters on one page apart.
    """

    source: str
    links: Mapping[str, str]
    drawings: Mapping[str, Drawing]
    deeper: int = 0
    prefix: str = ""

    def to_source(self, target: str) -> str:
        """The way to another source file, as MkDocs checks and rewrites it."""
        return posixpath.relpath(target, posixpath.dirname(self.source) or ".")

    def to(self, target: str) -> str:
        """The way to a page or file on the finished site, for links that are written as HTML."""
        return "../" * address(self.source).count("/") + address(target) or "./"


def address(source: str) -> str:
    """Where MkDocs puts a source file: "pledges/honest.md" becomes "pledges/honest/"."""
    if not source.endswith(".md"):
        return source
    bare = source.removesuffix(".md")
    return bare.removesuffix("index") if posixpath.basename(bare) == "index" else bare + "/"


def clean(words: str) -> str:
    """`words` in one line, without signs that no page may hold."""
    return _SPACES.sub(" ", _CONTROLS.sub("", words))


def escape(words: str) -> str:
    """`words` for Markdown and HTML alike: every sign with a meaning as its number."""
    return _SIGNS.sub(lambda sign: f"&#{ord(sign[0])};", clean(words))


def keep(words: str) -> str:
    """`words` escaped, with what must not come apart held together.

    Short words with a hyphen, because nobody reads “co-” alone; and in Urdu or Arabic the groups
    of a phone number, which would change places.
    """
    held = _HYPHENED.sub(r'<span class="whole">\g<0></span>', escape(words))
    if right_to_left(words):
        return _GROUPS.sub(r'<bdi dir="ltr">\g<0></bdi>', held)
    return held


def markup(words: str) -> Markup:
    """`keep`, for templates that escape what they are given."""
    return Markup(keep(words))  # noqa: S704  it is escaped there


def line(words: str) -> str:
    """An inline text as a line of Markdown that nothing at its start turns into something else."""
    stripped = words.strip()
    found = _STARTS.match(stripped)
    if not found:
        return stripped
    return f"{found[1]}&#{ord(found[2])};{stripped[found.end() :]}"


def right_to_left(words: str) -> bool:
    """Whether any letter of `words` is written from right to left."""
    if words.isascii():  # nearly always; looking at each letter takes long
        return False
    return any(unicodedata.bidirectional(letter) in {"R", "AL"} for letter in words)


def slug(words: str) -> str:
    """A plain name for an anchor; empty if `words` has no Latin letters or digits."""
    plain = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-")


def section(identity: str) -> str:
    """The anchor of a chapter on the pages that hold all of them."""
    name = slug(identity)
    return f"{name}-chapter" if name in _TAKEN else name


def inline(spans: Spans, page: Page, *, markdown: bool = False) -> str:
    """Spans as HTML that Markdown leaves alone; as Markdown, links inside the site are checked."""
    joined = join(spans)
    alone = _alone(joined)
    return "".join(_span(span, page, markdown=markdown, alone=alone) for span in joined)


def _alone(spans: Spans) -> bool:
    """Whether a link stands alone in its block: such a link must be easy to hit with a finger."""
    links = [span for span in spans if span.href and not span.href.startswith(WORD)]
    others = (sign for span in spans if span not in links for sign in span.text)
    return len(links) == 1 and not any(sign.isalnum() for sign in others)


def _span(span: Span, page: Page, *, markdown: bool, alone: bool) -> str:
    words = keep(span.text)
    bold = f"<strong>{words}</strong>" if span.strong and words.strip() else words
    if not span.href or not words.strip():
        return bold
    if span.href.startswith(WORD):
        name = span.href.removeprefix(WORD)
        return f'<a class="word" id="use-{name}" href="#word-{name}">{bold}</a>'
    target = page.links.get(span.href)
    if target and markdown:
        return f"[{bold}]({page.to_source(target)}){'{: .alone }' if alone else ''}"
    kind = ' class="alone"' if alone else ""
    if target:
        return f'<a{kind} href="{page.to(target)}">{bold}</a>'
    if span.href.startswith(("page:", "pledge:")) or not safe(span.href):
        return bold  # the links check says so to the author; readers keep the words
    return f'<a{kind} href="{outside(span.href)}">{_number(bold, span.href)}</a>'


def outside(href: str) -> str:
    """An outside address, safe inside an attribute and inside Markdown."""
    return html.escape(quote(clean(href).strip(), safe=":/?#@!$&+,;=%~-."))


def _number(words: str, href: str) -> str:
    """A phone number held together, so that its groups don't change places in Urdu."""
    return f'<bdi dir="ltr">{words}</bdi>' if href.startswith("tel:") else words


def prose(blocks: Iterable[Block], page: Page) -> str:
    """Blocks as Markdown."""
    return "\n\n".join(_separated(blocks, page)) + "\n"


def _separated(blocks: Iterable[Block], page: Page) -> Iterator[str]:
    before: Block | None = None
    taken = set(_TAKEN)
    for block in blocks:
        if isinstance(block, List) and isinstance(before, List):
            yield "<!-- -->"  # or Markdown would make one list of the two
        yield _block(block, page, taken)
        before = block


def _block(block: Block, page: Page, taken: set[str]) -> str:
    match block:
        case Paragraph():
            words = line(inline(block.spans, page, markdown=True))
            return words + ("\n{: dir=auto }" if right_to_left(text(block.spans)) else "")
        case Heading():
            level = "#" * min(block.level + page.deeper, _DEEPEST)
            words = line(inline(block.spans, page, markdown=True))
            return f"{level} {words} {{: #{anchor(block, page, taken)} }}" if words else ""
        case List():
            return "\n".join(_items(block, page))
        case Table():
            return table(block, page)
        case Picture():
            return figure(block, page)


def ready(blocks: Iterable[Block], page: Page) -> str:
    """Blocks as HTML, for cards and meanings. A heading is bold there: the card has its own."""
    return "\n".join(_ready(block, page) for block in blocks)


def _ready(block: Block, page: Page) -> str:
    match block:
        case Paragraph():
            return f'<p dir="auto">{inline(block.spans, page)}</p>'
        case Heading():
            return f'<p dir="auto"><strong>{inline(block.spans, page)}</strong></p>'
        case List():
            tag = "ol" if block.ordered else "ul"
            items = "".join(f'<li dir="auto">{inline(i.spans, page)}</li>' for i in block.items)
            return f"<{tag}>{items}</{tag}>"
        case Table():
            return table(block, page)
        case Picture():
            return figure(block, page)


def anchor(heading: Heading, page: Page, taken: set[str]) -> str:
    """An anchor that no other heading of the page has; `taken` is added to."""
    base = page.prefix + (slug(text(heading.spans)) or "part")
    number = 1
    while (name := base if number == 1 else f"{base}-{number}") in taken:
        number += 1
    taken.add(name)
    return name


def _items(block: List, page: Page) -> Iterator[str]:
    for number, item in enumerate(block.items, 1):
        words = line(inline(item.spans, page, markdown=True))
        mark = f"{number}." if block.ordered else "-"
        auto = "\n    {: dir=auto }" if right_to_left(text(item.spans)) else ""
        if words:
            yield f"{mark} {words}{auto}"


def table(block: Table, page: Page) -> str:
    """A table as HTML, its first column as row headings. It scrolls by itself, by keyboard too."""
    head = "".join(f'<th scope="col">{inline(cell, page)}</th>' for cell in block.header)
    name, *others = [html.escape(clean(text(cell))) for cell in block.header] or [""]
    rows = "".join(_row(row, others, page) for row in block.rows)
    return (
        f'<div class="table" role="region" aria-label="Table: {name}" tabindex="0">'
        f"<table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table></div>"
    )


def _row(row: tuple[Spans, ...], names: Sequence[str], page: Page) -> str:
    first, *rest = row or ((),)
    cells = "".join(
        f'<td dir="auto" data-label="{name}">{inline(cell, page)}</td>'
        for cell, name in zip(rest, names, strict=False)
    )
    return f'<tr><th scope="row" dir="auto">{inline(first, page)}</th>{cells}</tr>'


def figure(picture: Picture, page: Page) -> str:
    """A picture in a line of its own."""
    shown = image(picture.id, picture.alt, page)
    return f'<div class="figure">{shown}</div>' if shown else ""


def image(picture: str, alt: str, page: Page, *, inside: bool = False) -> str:
    """An <img>; nothing if there is no such picture. `inside` carries it within the page itself."""
    drawing = page.drawings.get(picture)
    if not drawing:
        return ""
    wide, high = size(drawing.svg)
    where = data(drawing.svg) if inside else page.to(f"pictures/{picture}.svg")
    return (
        f'<img class="picture" src="{where}" alt="{html.escape(clean(alt))}"'
        f' width="{wide}" height="{high}"{"" if inside else " loading=lazy decoding=async"}>'
    )


def size(svg: str) -> tuple[int, int]:
    """The width and height of a picture, so that the page doesn't jump when it arrives."""
    found = _VIEW_BOX.search(svg)
    return (round(float(found[1])), round(float(found[2]))) if found else (200, 200)


def data(svg: str) -> str:
    """A picture as an address that needs no request."""
    return "data:image/svg+xml," + quote(svg.strip(), safe="/:=;,.()-")
