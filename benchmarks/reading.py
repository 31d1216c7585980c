"""How fast words are checked, as ratios of processor time measured in one run.

python3 benchmarks/reading.py [--content FOLDER]   (run it by hand, on a quiet machine)
"""

from __future__ import annotations

import argparse
import gc
import random
import shutil
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from charter import pipeline
from charter.load import load
from charter.model import Place
from charter.policy import load_policy
from checks import CONTENT_CHECKS
from checks._english.prose import FULL, versions
from checks._english.same_thing import two_names
from checks._english.scores import _textstat
from checks._english.slips import names
from checks._english.text import Passage, Version
from checks._measured import measure
from checks._reading import Reader, read

WORDS = 100_000
TIMES = 5
MOST_SECONDS = 0.3  # of processor time, for one changed pledge
POLICY = load_policy(ROOT / "checks" / "policy.toml")
FORMULAS = (
    "flesch_reading_ease",
    "smog_index",
    "gunning_fog",
    "automated_readability_index",
    "dale_chall_readability_score",
)


def seconds(*several: Callable[[int], object]) -> list[float]:
    """The processor time of each work: the middle one of several runs, after one to warm up.

    They take turns, so that a busy moment of the machine meets both sides.
    """
    taken: list[list[float]] = [[] for _ in several]
    for turn in range(TIMES + 1):
        for work, mine in zip(several, taken, strict=True):
            gc.collect()
            started = time.process_time()
            work(turn)
            mine.append(time.process_time() - started)
    return [statistics.median(mine[1:]) for mine in taken]


def long_text(content: Path) -> list[str]:
    """Paragraphs of the charter's full text, again and again in chance order: 100,000 words."""
    charter = load(content).charter
    if charter is None:
        sys.exit("Put the charter right first: python3 build.py check")
    several = [p.text for v in versions(charter) if v.name == FULL for p in v.passages]
    chance, text, count = random.Random(1), list[str](), 0  # noqa: S311  chance, not secrets
    while count < WORDS:
        text.append(chance.choice(several))
        count += len(text[-1].split())
    return text


def everything(text: list[str]) -> None:
    """Sentences, words, six scores with their errors, the index, and every rule."""
    place = Place(Path("long.md"))
    passages = tuple(Passage(paragraph, place) for paragraph in text)
    version = Version("long", FULL, passages, place, marked=False)
    reader = Reader(POLICY, names=names((), version.scored))
    read(measure(version, frozenset()), reader)
    list(two_names(passages))


def five_formulas(text: str) -> None:
    """What textstat says of the same words. It has our dictionary, which it finds faster."""
    textstat = _textstat()
    for name in FORMULAS:
        getattr(textstat, name)(text)


def one_pledge(content: Path) -> float:
    """Load and check all the words again after one pledge changed."""
    setting = pipeline.Setting({}, CONTENT_CHECKS, POLICY, date(2026, 1, 15), lambda _s, _e: None)
    with tempfile.TemporaryDirectory() as folder:
        copy = shutil.copytree(content, Path(folder) / "content")
        pledge = min((copy / "pledges").glob("*.md"))
        words = pledge.read_text(encoding="utf-8")

        def again(turn: int) -> None:
            pledge.write_text(words.replace("We will", f"We will at {turn} o'clock", 1), "utf-8")
            pipeline.check(load(copy), setting)

        (once,) = seconds(again)
        return once


def main(words: list[str]) -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--content", type=Path, default=ROOT / "content")
    args = parser.parse_args(words)
    gc.set_threshold(100_000, 50, 100)  # as the command does, for both sides
    text = long_text(args.content)
    # A different text each time: textstat remembers what it has counted.
    ours, theirs = seconds(
        lambda turn: everything([*text, f"We will meet on day {turn}."]),
        lambda turn: five_formulas("\n\n".join([*text, f"We meet on day {turn}."])),
    )
    verdict = "within" if ours <= theirs else "OVER"
    ratio = f"{ours:.2f} s / {theirs:.2f} s = {ours / theirs:.2f} ({verdict} 1)"
    print(f"all scores and rules / five textstat formulas, {WORDS} words: {ratio}")
    once = one_pledge(args.content)
    verdict = "within" if once <= MOST_SECONDS else "OVER"
    print(f"all words again after one pledge changed: {once:.2f} s ({verdict} {MOST_SECONDS} s)")


if __name__ == "__main__":
    main(sys.argv[1:])
