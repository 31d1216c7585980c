"""A page as a tree, read from its file: what stands where, and what a reader would hear of it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, TypeAlias

from lxml import html  # type: ignore[import-untyped]  # lxml has no types
from lxml.etree import ParserError  # type: ignore[import-untyped]  # the same

from charter.programs import ProgramNonsense

Element: TypeAlias = Any  # lxml, which has no types of its own, calls it HtmlElement
# What is never heard: no words for readers, or not there until a script takes it out.
# Not the head itself: where its end is left out, this parser puts the whole page into it.
_UNSAID = frozenset({"script", "style", "template", "noscript", "title", "meta", "link", "base"})
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
# Elements that stand in the middle of a line, so that words on both sides of them are one word.
_IN_LINE = frozenset(
    {
        *("a", "abbr", "b", "bdi", "bdo", "cite", "code", "em", "i", "img", "kbd", "mark", "q"),
        *("s", "small", "span", "strong", "sub", "sup", "time", "u", "var", "wbr"),
    }
)


def parse(source: str) -> Element:
    """The page's <html>, whatever its file holds: an empty one for an empty file.

    Raises `ProgramNonsense` where so much stands inside each other that the end was not read.
    """
    parser = html.HTMLParser(encoding="utf-8", huge_tree=True)
    try:
        # As bytes: a string that names an encoding in its first line is refused.
        data = source.encode("utf-8", errors="replace")
        page = html.document_fromstring(data, parser=parser)
    except ParserError:
        return html.document_fromstring("<html></html>")
    if any(error.type_name == "ERR_RESOURCE_LIMIT" for error in parser.error_log):
        raise ProgramNonsense("A page has too many parts inside each other to be read.")
    return page


def all_in(element: Element) -> Iterator[Element]:
    """`element` and all in it, in order, without comments and without what is never heard."""
    stack = [element]
    while stack:
        one = stack.pop()
        if isinstance(one.tag, str) and one.tag not in _UNSAID:
            yield one
            stack.extend(reversed(one))


def main(page: Element) -> Element:
    """The main part of a page; its whole body where it does not say which that is."""
    for one in page.iter():
        if isinstance(one.tag, str) and (one.tag == "main" or one.get("role") == "main"):
            return one
    body = page.find("body")
    return page if body is None else body


def hidden(element: Element) -> bool:
    """Whether the page's own words say that nobody hears this. Styles are not looked at."""
    return any(
        one.get("hidden") is not None or one.get("aria-hidden", "").lower() == "true"
        for one in (element, *element.iterancestors())
    )


def words(element: Element) -> str:
    """What is heard of an element in a line: its label, or else its words and descriptions."""
    label = element.get("aria-label", "").strip()
    named = element.get("aria-labelledby", "").split()
    if named:
        root = element.getroottree().getroot()
        there = [one for name in named for one in root.xpath("//*[@id=$name]", name=name)[:1]]
        label = " ".join(" ".join(_pieces(one)) for one in there).strip() or label
    return " ".join((label or "".join(_pieces(element)) or element.get("title", "")).split())


def _pieces(element: Element) -> Iterator[str]:
    if element.tag == "img":
        yield element.get("alt", "")
    elif isinstance(element.tag, str) and element.tag not in _UNSAID and not _unheard(element):
        apart = "" if element.tag in _IN_LINE else " "
        yield apart + (element.text or "")
        for child in element:
            label = child.get("aria-label", "") if isinstance(child.tag, str) else ""
            yield from [label] if label else _pieces(child)
            yield child.tail or ""
        yield apart


def _unheard(element: Element) -> bool:
    return element.get("hidden") is not None or element.get("aria-hidden", "").lower() == "true"


def level(element: Element) -> int:
    """A heading's level, 1 to 6 or more; 0 where the element is no heading."""
    role = element.get("role", "").strip().lower()
    if role == "heading":
        told = element.get("aria-level", "").strip()
        return int(told) if told.isdecimal() else 2
    if role or element.tag not in _HEADINGS:
        return 0
    return int(element.tag[1])


def selector(element: Element) -> str:
    """Where an element stands, as developers write it, from the nearest name upwards."""
    # lxml counts the brothers and sisters of each step far faster than we could.
    path = element.getroottree().getpath(element).strip("/").split("/")
    steps: list[str] = []
    for one, step in zip((element, *element.iterancestors()), reversed(path), strict=True):
        name = one.get("id")
        if name and not any(sign.isspace() for sign in name):
            steps.append(f"#{name}")
            break
        steps.append(step.replace("[", ":nth-of-type(").replace("]", ")"))
        if one.tag in {"main", "body", "html"}:
            break
    return " > ".join(reversed(steps))
