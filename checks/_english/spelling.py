"""Spelling, by Hunspell with a British dictionary; what it doesn't have, and what it suggests."""

from __future__ import annotations

import importlib
from functools import cache
from typing import Any

from checks._english.data import DATA, listed

_SHORTEST = 3  # letters: shorter ones are too often names of things, "2b", "ie"
_SUGGESTED = 3


@cache
def misspelt(word: str) -> bool:
    """Whether the British dictionary lacks `word`, as it stands in a sentence.

    Only words of small English letters are judged, or with a capital at their start: names, sums,
    initials and words from other languages are not for a dictionary to say.
    """
    bare = word.replace("’", "'").strip("'")
    letters = bare.replace("'", "")
    if len(letters) < _SHORTEST or not (letters.isascii() and letters.isalpha()):
        return False
    if not (letters.islower() or letters[1:].islower()):
        return False
    small = bare.lower()
    noun = small.removesuffix("'s").removesuffix("'")
    ours = listed("spelling", "everyday")
    if ours & {small, noun, noun.removesuffix("s")}:
        return False
    return not any(in_dictionary(form) for form in (bare, small, noun))


def in_dictionary(word: str) -> bool:
    return bool(_dictionary().spell(word))


@cache
def suggestions(word: str) -> tuple[str, ...]:
    """What may have been meant, likeliest first. Slow, so only for words that are reported."""
    return tuple(_dictionary().suggest(word.replace("’", "'").lower())[:_SUGGESTED])


@cache
def _dictionary() -> Any:  # noqa: ANN401  chunspell has no types
    """The dictionary of SCOWL for British English with “-ise”, as npm's dictionary-en-gb has it."""
    hunspell = importlib.import_module("hunspell")
    return hunspell.Hunspell("en_GB", hunspell_data_dir=str(DATA / "en_GB"))
