"""Whether a page says which language its words are in, for voices, hyphens and translation.

Letters of another script are sure signs; so are whole lines that hold hardly an English word
on a page that says it is English. Single foreign words and names are left alone.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache

from checks._english.data import table
from checks._english.spelling import in_dictionary
from checks._web import tree
from checks._web.seen import Seen

ENGINE = "files"

# Well formed by BCP 47 (RFC 5646): language, script, region, and whatever else follows.
_TAG = re.compile(
    r"(?:[a-z]{2,3}(?:-[a-z]{3}){0,3})(?:-[a-z]{4})?(?:-(?P<region>[a-z]{2}|\d{3}))?"
    r"(?:-(?:[a-z\d]{5,8}|\d[a-z\d]{3}))*(?:-[a-wyz\d](?:-[a-z\d]{2,8})+)*(?:-x(?:-[a-z\d]{1,8})+)?"
    r"|x(?:-[a-z\d]{1,8})+",
    re.IGNORECASE,
)
_RUN = re.compile(r"[^\W\d_][^\W\d_\u0300-\u036f]+")
_MARKS = re.compile(r"[\u0300-\u036f]")
_LOWER = re.compile(r"(?<![\w@./-])[^\W\d_A-Z]{2,}(?![\w@/-]|\.\w)")
_LINES = frozenset({"p", "li", "dd", "dt", "td", "th", "h1", "h2", "h3", "h4", "h5", "h6", "q"})
_FEW, _FOREIGN = 6, 0.6  # words in a line that is judged; the share of them that isn't English
_SHORT = 40
_TWO = 2  # letters of the language names that are all known
_RTL = frozenset({"R", "AL"})


def look(page: str, parsed: tree.Element) -> Iterator[Seen]:
    """WEB-028, with the facts `words` and `problem`, for each language that isn't said rightly."""
    if not parsed.get("lang", "").strip():
        yield _seen(page, parsed, "This page", "It does not say which language it is in")
    for one in tree.all_in(parsed):
        tag = one.get("lang")
        if tag and (problem := _no_tag(tag.strip())):
            yield _seen(page, one, tag, problem)
    for one, said in _texts(parsed):
        lang = _language(one)
        if foreign := _foreign(said, lang):
            letters, words = foreign
            yield _seen(page, one, words, f"They are in {letters}, but marked as “{lang}”")
        if (word := _leftward(said)) and not _turned(one):
            problem = "They run from right to left, and nothing says so (dir)"
            yield _seen(page, one, word, problem)
    for one in tree.all_in(parsed):
        if one.tag in _LINES and (words := _not_english(one)):
            yield _seen(page, one, words, "They are not English, but marked as English")


def _seen(page: str, element: tree.Element, words: str, problem: str) -> Seen:
    said = words if len(words) <= _SHORT else f"{words[:_SHORT].rstrip()}…"
    facts = {"words": said, "problem": problem}
    return Seen(page, "WEB-028", ENGINE, facts=facts, selector=tree.selector(element))


def _no_tag(tag: str) -> str:
    """What is wrong with the name of a language; "" where it is sound."""
    found = _TAG.fullmatch(tag)
    first = tag.lower().partition("-")[0]
    if found is None or (len(first) == _TWO and first not in table("languages")["two"].split()):
        return f"“{tag}” is no name of a language"
    if (found["region"] or "").upper() == "UK":
        return f"“{tag}” is no name of a language: the United Kingdom is GB here"
    return ""


def _texts(parsed: tree.Element) -> Iterator[tuple[tree.Element, str]]:
    """Each run of words, and each description, with the element that says its language."""
    for one in tree.all_in(parsed):
        if one.text:
            yield one, one.text
        for name in ("alt", "aria-label", "title"):
            if one.get(name):
                yield one, one.get(name)
        for child in one:
            if child.tail:
                yield one, child.tail


def _language(element: tree.Element) -> str:
    for one in (element, *element.iterancestors()):
        lang = one.get("lang")
        if lang is not None:
            return str(lang).strip()
    return ""


def _foreign(said: str, lang: str) -> tuple[str, str] | None:
    """The first word in letters that `lang` isn't written in, and what these letters are called.

    A single letter, such as a sign in a formula, and words in Latin letters are let be.
    """
    if said.isascii() or not lang:
        return None
    allowed = _allowed(lang.lower())
    for found in _RUN.finditer(said):
        script = _script(found[0])
        if script not in {"", "LATIN"} and script not in allowed:
            called = table("languages")["called"].get(script, f"{script.capitalize()} letters")
            return called, said[found.start() :].strip()
    return None


@cache
def _allowed(lang: str) -> frozenset[str]:
    """The letters of a language; Latin ones where nothing else is known of it."""
    first, *others = lang.split("-")
    known = table("languages")
    if told := {
        known["tagged"][part.title()] for part in others if part.title() in known["tagged"]
    }:
        return frozenset(told)
    return frozenset(name for name, langs in known["letters"].items() if first in langs.split())


def _script(word: str) -> str:
    """The script of a word's letters, by the names of its signs; "" where they are several."""
    found = {unicodedata.name(sign, "").partition(" ")[0] for sign in word if sign.isalpha()}
    return found.pop() if len(found) == 1 else ""


def _leftward(said: str) -> str:
    """The words from the first that runs from right to left; "" where none does."""
    if said.isascii():
        return ""
    at = next((i for i, sign in enumerate(said) if unicodedata.bidirectional(sign) in _RTL), None)
    return "" if at is None else said[at:].strip()


def _turned(element: tree.Element) -> bool:
    """Whether the page says in which direction these words run, or lets the browser find out."""
    for one in (element, *element.iterancestors()):
        direction = one.get("dir", "").strip().lower()
        if direction in {"rtl", "auto"} or one.tag == "bdi":
            return True
        if direction == "ltr" and one.tag not in {"html", "body"}:
            return False
    return False


def _not_english(line: tree.Element) -> str:
    """The words of a line that is marked as English and holds hardly an English word."""
    if not _language(line).lower().startswith("en"):
        return ""
    said = " ".join(_own(line))
    small = [word.replace("’", "'").lower() for word in _LOWER.findall(_MARKS.sub("", said))]
    if len(small) < _FEW:
        return ""
    unknown = [word for word in small if not in_dictionary(word)]
    return " ".join(said.split()) if len(unknown) >= _FOREIGN * len(small) else ""


def _own(line: tree.Element) -> Iterator[str]:
    """The words of a line, without those in lines of their own or marked as something else."""
    yield line.text or ""
    for child in line:
        if isinstance(child.tag, str) and child.tag not in _LINES and child.get("lang") is None:
            yield from _own(child)
        yield child.tail or ""
