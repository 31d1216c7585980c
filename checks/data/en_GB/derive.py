"""How words.txt was made: every word of the British Hunspell dictionary, in all its forms.

python3 derive.py FOLDER   (FOLDER has index.dic and index.aff of the npm package dictionary-en-gb
3.0.0; needs the package spylls 0.1.7, which the project itself doesn't)
"""

from __future__ import annotations

import importlib
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

PLAIN = re.compile(r"[a-z]+(?:'(?!s$)[a-z]+)?")  # no names, and no possessives: they go without


def forms(word: Any, affixes: Any) -> Iterator[str]:  # noqa: ANN401  spylls' own
    """A word of the dictionary with each of its endings and beginnings."""
    found = [(word.stem, None)]
    found += [
        (word.stem.removesuffix(ending.strip) + ending.add, ending)
        for flag in word.flags
        for ending in affixes.SFX.get(flag, ())
        if ending.cond_regexp.search(word.stem)
    ]
    yield from (form for form, _ in found)
    for flag in word.flags:
        for beginning in affixes.PFX.get(flag, ()):
            for form, ending in found:
                crossed = ending is None or (ending.crossproduct and beginning.crossproduct)
                if crossed and beginning.cond_regexp.search(form):
                    yield beginning.add + form.removeprefix(beginning.strip)


def main(folder: Path) -> None:
    """Write the words, one a line."""
    hunspell = importlib.import_module("spylls.hunspell")
    dictionary = hunspell.Dictionary.from_files(str(folder / "index"))
    every = {form for word in dictionary.dic.words for form in forms(word, dictionary.aff)}
    words = "".join(f"{word}\n" for word in sorted(filter(PLAIN.fullmatch, every)))
    Path(__file__).with_name("words.txt").write_text(words, encoding="ascii")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
