"""How zipf.txt was made: how often each of the 30,000 most used words of English is used.

python3 derive.py   (needs the package wordfreq 3.1.1; the project itself doesn't)
"""

from __future__ import annotations

import importlib
import re
from itertools import groupby
from pathlib import Path

MOST = 30_000
PLAIN = re.compile(r"[a-z]+(?:'[a-z]+)*")  # our words: no digits, no signs, no other letters


def main() -> None:
    """Write a line for each Zipf value: the value, then the words that have it."""
    wordfreq = importlib.import_module("wordfreq")
    words = wordfreq.top_n_list("en", MOST * 3, wordlist="large")
    plain = [word for word in words if PLAIN.fullmatch(word)][:MOST]
    by_value = groupby(plain, key=lambda word: wordfreq.zipf_frequency(word, "en"))
    lines = (f"{value} {' '.join(sorted(several))}\n" for value, several in by_value)
    Path(__file__).with_name("zipf.txt").write_text("".join(lines), encoding="ascii")


if __name__ == "__main__":
    main()
