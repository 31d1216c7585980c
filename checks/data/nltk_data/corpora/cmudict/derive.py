"""Make syllables.txt from CMUdict: one line for each number of syllables, with its words.

Run by hand, with the dictionary's own file (https://github.com/cmusphinx/cmudict, cmudict.dict):
`python3 checks/data/nltk_data/corpora/cmudict/derive.py cmudict.dict`
"""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path


def grouped(lines: Iterable[str]) -> dict[int, list[str]]:
    """Words by their number of syllables: vowels carry a stress mark (0, 1 or 2)."""
    counted: dict[str, int] = {}
    for line in lines:
        word, *sounds = line.split("#")[0].split()
        if word.isascii() and "(" not in word:  # "read(2)" is another way to say a word
            counted.setdefault(word, sum(sound[-1].isdigit() for sound in sounds))
    groups: defaultdict[int, list[str]] = defaultdict(list)
    for word, count in sorted(counted.items()):
        groups[count].append(word)
    return groups


if __name__ == "__main__":
    found = grouped(Path(sys.argv[1]).read_text(encoding="utf-8").splitlines())
    text = "".join(f"{count} {' '.join(found[count])}\n" for count in sorted(found) if count)
    Path(__file__).with_name("syllables.txt").write_bytes(text.encode("ascii"))
