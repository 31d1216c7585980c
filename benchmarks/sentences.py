"""How well and how fast sentences are told apart, beside two other splitters, in one run.

python3 benchmarks/sentences.py [--verbose] [--cases FILE] [--content FOLDER]

The others are no part of the project. To see them: pip install yasbd-lib==1.0.4 pysbd==0.3.4
"""

from __future__ import annotations

import argparse
import importlib
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

from test_sentences import CASES, Case, cases, wrong

from charter.load import load
from checks._english.prose import versions
from checks._english.sentences import sentences

TIMES = 5
Split = Callable[[str], list[str]]


def yasbd(*, whole_quotations: bool) -> Split:
    """The splitter of yasbd, which can leave quotations and brackets in one piece."""
    module: Any = importlib.import_module("yasbd")
    detector = module.BoundaryDetector("en", preserve_quote_and_paren=whole_quotations)
    return lambda text: [str(part) for part in detector.segment(text)]


def pysbd() -> Split:
    """The splitter of pysbd."""
    module: Any = importlib.import_module("pysbd")
    segmenter = module.Segmenter(language="en", clean=False)
    return lambda text: [str(part) for part in segmenter.segment(text)]


SPLITTERS: dict[str, Callable[[], Split]] = {
    "ours": lambda: sentences,
    "yasbd": lambda: yasbd(whole_quotations=True),
    "yasbd, splitting quotations": lambda: yasbd(whole_quotations=False),
    "pysbd": pysbd,
}


def seconds(split: Split, passages: list[str]) -> float:
    """The processor time that splitting all passages takes: the best of several runs."""
    taken = []
    for _ in range(TIMES):
        started = time.process_time()
        for passage in passages:
            split(passage)
        taken.append(time.process_time() - started)
    return min(taken)


def tell_wrong(split: Split, found: list[Case]) -> None:
    """Print each case that a splitter gets wrong, and what it makes of it."""
    for case in found:
        print(f"    {case.marked}\n      {'|'.join(part.strip() for part in split(case.text))}")


def main(words: list[str]) -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cases", type=Path, default=CASES)
    parser.add_argument("--content", type=Path, default=ROOT / "content")
    parser.add_argument("--verbose", action="store_true", help="name the wrong cases")
    args = parser.parse_args(words)
    charter = load(args.content).charter
    if charter is None:
        sys.exit("Put the charter right first: python3 build.py check")
    passages = [passage.text for version in versions(charter) for passage in version.passages]
    thousands = sum(len(passage.split()) for passage in passages) / 1000
    several = cases(args.cases)
    ours = seconds(sentences, passages)
    for name, make in SPLITTERS.items():
        try:
            split = make()
        except ModuleNotFoundError:
            print(f"{name}: not installed")
            continue
        found = [case for case in several if wrong(case, split)]
        took = ours if split is sentences else seconds(split, passages)
        print(
            f"{name}: {len(found)} errors of {len(several)} cases; "
            f"time / ours = {took / ours:.1f}; {took / thousands * 1000:.2f} ms a 1,000 words"
        )
        if args.verbose:
            tell_wrong(split, found)


if __name__ == "__main__":
    main(sys.argv[1:])
