"""The words of a web page, as they stand when nothing has been opened, closed or looked up."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path

from checks._stream import plain

_SPACE = re.compile(r"\s+")
_UNSAID = frozenset({"head", "script", "style", "template", "noscript", "dialog", "svg"})
_INLINE = frozenset({"a", "abbr", "b", "bdi", "em", "i", "mark", "small", "span", "strong", "time"})


@dataclass(frozen=True, slots=True)
class Web:
    """The blocks of words in a page's <main>, those of the whole page, and where its links lead."""

    main: tuple[str, ...]
    whole: tuple[str, ...]
    leads: tuple[str, ...]


def read(file: Path) -> Web:
    """Read a page to its end. Raises `ValueError` where the page is cut off."""
    source = file.read_text(encoding="utf-8")
    if not source.rstrip().endswith("</html>"):
        raise ValueError("the page is cut off")
    listener = _Listener()
    listener.feed(source)
    listener.close()
    main, whole = listener.blocks(in_main=True), listener.blocks(in_main=False)
    return Web(tuple(main), tuple(whole), tuple(listener.leads))


class _Listener(HTMLParser):
    """Collects words: each with whether it is in <main>; a block's end is an empty string."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.leads: list[str] = []
        self._heard: list[tuple[bool, str]] = []
        self._main = 0
        self._unsaid: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin a block; or be deaf, until a part that nobody sees has ended."""
        names = dict(attrs)
        if self._unsaid:
            self._unsaid += [tag] if tag == self._unsaid[0] else []
        elif tag in _UNSAID or "hidden" in names:
            self._unsaid.append(tag)
        else:
            self._main += tag == "main"
            self._break(tag)
            if tag == "a" and names.get("href"):
                self.leads.append(str(names["href"]))
            if tag == "img" and names.get("alt"):
                self._hear(f"\n{names['alt']}\n")

    def handle_endtag(self, tag: str) -> None:
        """End a block, or a part that nobody sees."""
        if self._unsaid:
            if tag == self._unsaid[0]:
                self._unsaid.pop()
            return
        self._break(tag)
        self._main -= tag == "main"

    def handle_data(self, data: str) -> None:
        """Words."""
        if not self._unsaid:
            self._hear(_SPACE.sub(" ", data))

    def blocks(self, *, in_main: bool) -> Iterator[str]:
        """Every block that has words in it."""
        heard = "".join(words for main, words in self._heard if main or not in_main)
        return (plain(block) for block in heard.split("\n") if plain(block))

    def _break(self, tag: str) -> None:
        if tag not in _INLINE:
            self._hear("\n")

    def _hear(self, words: str) -> None:
        self._heard.append((self._main > 0, words))
