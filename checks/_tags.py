"""What a screen reader finds in a PDF: its tag tree, and the words that the tags point to.

The programs that made the file have no say in it: everything is read from the bytes.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from pikepdf import Array, Dictionary, Name, Object, OutlineItem, Pdf, PdfError, String

from checks._stream import Fonts, Sheet, listed, plain, sheet

_WHERE = re.compile(r"^.*<.*>[^:]*: ")  # what pikepdf calls a file that it has in memory
_HEADING = re.compile(r"H[1-6]")
_INLINE = frozenset({"Span", "Link", "Reference", "Quote", "Code", "Em", "Strong", "Annot"})


# pikepdf tells of a broken part by whichever of these reading it ran into.
_BROKEN = (PdfError, ValueError, TypeError, KeyError, AttributeError, IndexError)


class Unreadable(Exception):  # noqa: N818  the sentence is what counts, not the name
    """The file is no PDF, or is damaged."""


@dataclass(frozen=True, slots=True)
class Words:
    """A run of words as one tag has it. `mark` is its number on its page."""

    page: int
    mark: int
    text: str


@dataclass(frozen=True, slots=True)
class Jump:
    """Where a link leads: an address, or "" inside the document. `name` is its own description.

    `lands` is False where the place inside the document does not exist; `does` is the PDF's name
    of the action, such as "URI" or "JavaScript".
    """

    page: int
    does: str
    address: str
    name: str
    lands: bool


@dataclass(frozen=True, slots=True)
class Tag:
    """A node of the tag tree. `kind` is one of the PDF's own, such as "P" or "H1"."""

    kind: str
    page: int
    alt: str
    scope: str
    instead: str | None
    kids: tuple[Tag | Words | Jump, ...]


@dataclass(frozen=True, slots=True)
class Spoken:
    """A block as it is read out: a paragraph, a heading, a cell, or what a figure shows."""

    kind: str
    page: int
    text: str


@dataclass(frozen=True, slots=True)
class Reading:
    """All that a PDF says, and what it says about itself. Pages are counted from 1.

    `info` is the document info, `acts` is what the file would do by itself when opened.
    """

    sheets: tuple[Sheet, ...]
    tree: Tag
    jumps: tuple[Jump, ...]
    bookmarks: tuple[tuple[str, bool], ...]
    title: str
    language: str
    shows_title: bool
    acts: tuple[str, ...]
    info: Mapping[str, str]

    @property
    def spoken(self) -> tuple[Spoken, ...]:
        """Every block in the order of the tags. Blocks without words are left out."""
        return tuple(block for block in blocks(self.tree) if block.text)

    @property
    def headings(self) -> tuple[tuple[int, str], ...]:
        """The level and the words of every heading."""
        found = (tag for tag in every(self.tree) if _HEADING.fullmatch(tag.kind))
        return tuple((int(tag.kind[1]), plain(said(tag))) for tag in found)


def every(tag: Tag) -> Iterator[Tag]:
    """A tag and all below it, in reading order."""
    yield tag
    for kid in tag.kids:
        if isinstance(kid, Tag):
            yield from every(kid)


def runs(tag: Tag) -> Iterator[Words]:
    """Every run of words below a tag, in reading order."""
    for one in every(tag):
        yield from (kid for kid in one.kids if isinstance(kid, Words))


def said(tag: Tag) -> str:
    """The words of a tag and all below it, spaces as they are."""
    if tag.instead is not None:
        return tag.instead
    parts = (said(k) if isinstance(k, Tag) else k.text for k in tag.kids if not isinstance(k, Jump))
    return "".join(parts)


def blocks(tag: Tag) -> Iterator[Spoken]:
    """A tag's blocks in reading order. Words beside a block, in the same tag, are one as well."""
    if tag.kind == "Figure":
        yield Spoken("Figure", tag.page, plain(tag.alt))
        return
    if tag.instead is not None or not _holds_blocks(tag):
        yield Spoken(tag.kind, tag.page or _first_page(tag), plain(said(tag)))
        return
    loose: list[str] = []
    for kid in tag.kids:
        if isinstance(kid, Tag) and (kid.kind not in _INLINE or _holds_blocks(kid)):
            yield Spoken(tag.kind, tag.page, plain("".join(loose)))
            loose = []
            yield from blocks(kid)
        elif isinstance(kid, Tag):
            loose.append(said(kid))
        elif isinstance(kid, Words):
            loose.append(kid.text)
    yield Spoken(tag.kind, tag.page, plain("".join(loose)))


def _holds_blocks(tag: Tag) -> bool:
    return any(one.kind not in _INLINE for one in every(tag) if one is not tag)


def _first_page(tag: Tag) -> int:
    return next((run.page for run in runs(tag)), 0)


def read(file: Path) -> Reading:
    """Read a whole PDF. Raises `Unreadable` with the reason in a few words."""
    try:
        return _whole(file.read_bytes())
    except RecursionError:
        raise Unreadable("its parts lead round in a circle") from None
    except (OSError, *_BROKEN) as error:
        reason = _WHERE.sub("", str(error).partition("\n")[0])
        raise Unreadable(reason or type(error).__name__) from None


@lru_cache(maxsize=8)  # two checks read the same files; the same bytes always say the same
def _whole(data: bytes) -> Reading:
    with Pdf.open(io.BytesIO(data)) as pdf:
        return _read(pdf)


def _read(pdf: Pdf) -> Reading:
    fonts: Fonts = {}
    sheets = tuple(sheet(page, fonts) for page in pdf.pages)
    pages = {page.obj.objgen: number for number, page in enumerate(pdf.pages, 1)}
    jumps = {
        annotation.objgen: _jump(annotation, number, pages, pdf)
        for number, page in enumerate(pdf.pages, 1)
        for annotation in listed(page.obj.get("/Annots"))
        if annotation.get("/Subtype") == Name.Link
    }
    root = pdf.Root.get("/StructTreeRoot", Dictionary())
    roles = {str(k)[1:]: str(v)[1:] for k, v in dict(root.get("/RoleMap", Dictionary())).items()}
    grower = _Grower(sheets, pages, jumps, roles)
    with pdf.open_outline() as outline:
        marks = tuple(_bookmarks(outline.root, pages, pdf))
    title = str(pdf.open_metadata().get("dc:title") or "")
    return Reading(
        sheets,
        Tag("Document", 0, "", "", None, tuple(grower.kids(root, 0))),
        tuple(jumps.values()),
        marks,
        plain(title),
        str(pdf.Root.get("/Lang", "")),
        bool(pdf.Root.get("/ViewerPreferences", Dictionary()).get("/DisplayDocTitle", False)),
        tuple(_acts(pdf)),
        {str(key)[1:]: str(value) for key, value in pdf.docinfo.items()},
    )


# The tag tree


@dataclass(frozen=True, slots=True)
class _Grower:
    """What is needed to make tags of the file's own nodes."""

    sheets: tuple[Sheet, ...]
    pages: Mapping[tuple[int, int], int]
    jumps: Mapping[tuple[int, int], Jump]
    roles: Mapping[str, str]

    def kids(self, node: Object, page: int) -> Iterator[Tag | Words | Jump]:
        """What a node holds, in order."""
        for kid in listed(node.get("/K")):
            if isinstance(kid, int):
                yield self.words(page, kid)
                continue
            here = self.pages.get(kid["/Pg"].objgen, 0) if "/Pg" in kid else page
            if kid.get("/Type") == Name.MCR:
                yield self.words(here, int(kid["/MCID"]))
            elif kid.get("/Type") == Name.OBJR:
                jump = self.jumps.get(kid["/Obj"].objgen)
                yield from () if jump is None else (jump,)
            elif "/S" in kid:
                yield self.tag(kid, here)

    def words(self, page: int, mark: int) -> Words:
        """The words of one mark; none where the page has no such mark."""
        marked = self.sheets[page - 1].marked if 0 < page <= len(self.sheets) else {}
        return Words(page, mark, marked.get(mark, ""))

    def tag(self, node: Object, page: int) -> Tag:
        """One node with all below it."""
        kind, instead = str(node["/S"])[1:], node.get("/ActualText")
        for _ in self.roles:  # a role may stand for a role, but not more often than there are
            kind = self.roles.get(kind, kind)
        scopes = (a.get("/Scope") for a in listed(node.get("/A")) if isinstance(a, Dictionary))
        return Tag(
            kind,
            page,
            str(node.get("/Alt", "")),
            next((str(scope)[1:] for scope in scopes if scope is not None), ""),
            None if instead is None else str(instead),
            tuple(self.kids(node, page)),
        )


# Links, bookmarks and whatever else a PDF can do


def _jump(link: Object, page: int, pages: Mapping[tuple[int, int], int], pdf: Pdf) -> Jump:
    action = link.get("/A", Dictionary())
    does = str(action.get("/S", "/GoTo"))[1:]
    name = plain(str(link.get("/Contents", "")))
    if does != "GoTo":
        return Jump(page, does, str(action.get("/URI", "")), name, lands=True)
    target = link.get("/Dest", action.get("/D"))
    return Jump(page, does, "", name, lands=_lands(target, pages, pdf))


def _lands(target: object, pages: Mapping[tuple[int, int], int], pdf: Pdf) -> bool:
    """Whether a place inside the document is on one of its pages."""
    place: object = target
    if isinstance(target, String):
        place = _named(pdf.Root.get("/Names", Dictionary()).get("/Dests"), bytes(target))
    elif isinstance(target, Name):
        place = pdf.Root.get("/Dests", Dictionary()).get(str(target))
    if isinstance(place, Dictionary):
        place = place.get("/D")
    first = place[0] if isinstance(place, Array) and len(place) else None
    return isinstance(first, Dictionary) and first.objgen in pages


def _named(node: Object | None, key: bytes) -> Object | None:
    """The value of `key` in a name tree."""
    if node is None:
        return None
    names = listed(node.get("/Names"))
    pairs = zip(names[::2], names[1::2], strict=True)
    here = next((value for name, value in pairs if bytes(name) == key), None)
    below = (_named(kid, key) for kid in listed(node.get("/Kids")))
    return here or next((one for one in below if one is not None), None)


def _bookmarks(
    items: Iterable[OutlineItem], pages: Mapping[tuple[int, int], int], pdf: Pdf
) -> Iterator[tuple[str, bool]]:
    for item in items:
        action = item.action or Dictionary()
        target = item.destination if item.destination is not None else action.get("/D")
        away = action.get("/S", Name.GoTo) != Name.GoTo
        yield plain(item.title), away or _lands(target, pages, pdf)
        yield from _bookmarks(item.children, pages, pdf)


def _acts(pdf: Pdf) -> Iterator[str]:
    """Whatever the file would do by itself, without anybody having chosen it."""
    root = pdf.Root
    opening = root.get("/OpenAction")
    if isinstance(opening, Dictionary) and opening.get("/S") != Name.GoTo:
        yield str(opening.get("/S", "/?"))[1:]
    for name in ("/JavaScript", "/EmbeddedFiles"):
        if name in root.get("/Names", Dictionary()):
            yield name[1:]
    for holder in (root, *(page.obj for page in pdf.pages)):
        if "/AA" in holder:
            yield "AA"
