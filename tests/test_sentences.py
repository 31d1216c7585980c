"""Where a sentence ends, on the cases that splitters get wrong."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checks._english.sentences import sentences

CASES = Path(__file__).parent / "sentences.txt"
KNOWN = "~"


@dataclass(frozen=True)
class Case:
    """One line of `sentences.txt`: a text with bars where people end its sentences."""

    marked: str
    known_error: bool

    @property
    def text(self) -> str:
        """The text as people type it, without bars."""
        return self.marked.replace("|", " ").replace("¦", "")

    @property
    def parts(self) -> list[str]:
        """Its sentences."""
        return self.marked.replace("¦", "|").split("|")


def cases(file: Path = CASES) -> list[Case]:
    """The cases in a file, in order. Its first lines say what its signs mean."""
    lines = [line for line in file.read_text(encoding="utf-8").splitlines() if line]
    return [
        Case(line.removeprefix(KNOWN), line.startswith(KNOWN))
        for line in lines
        if not line.startswith("# ")
    ]


def wrong(case: Case, split: Callable[[str], list[str]]) -> bool:
    """Whether `split` ends a sentence of `case` elsewhere than people do, spaces apart."""
    return [part.split() for part in case.parts] != [part.split() for part in split(case.text)]


@pytest.mark.parametrize("case", cases(), ids=lambda case: case.marked)
def test_sentences_end_where_people_end_them(case: Case) -> None:
    """Titles, initials, times, numbers and addresses end no sentence, and no error is hidden."""
    assert case.known_error == wrong(case, sentences)


def test_there_are_enough_cases() -> None:
    """Few cases would flatter a splitter that was written to them."""
    assert len({case.marked for case in cases()}) == len(cases()) > 110


@pytest.mark.parametrize("text", ["", " ", "\n"])
def test_nothing_has_no_sentence(text: str) -> None:
    """A blank text is no sentence at all."""
    assert [] == sentences(text)


PIECES = """
a b) 2.1 A I Mr Cllr St Queen e.g U.K a.m etc No Room we We They said Mary asked Monday £5 example.org
. . . . ! ? … , ... ?! ” “ ’ ‘ ' " ( ) [1] 🎉 :) – .We \n
"""
TYPED = st.lists(st.sampled_from([" ", " ", *PIECES.split(" ")]), max_size=40).map("".join)


@given(TYPED | st.text(alphabet='aB.?! 1"”’()e…', max_size=80))
def test_no_letter_is_lost_or_said_twice(text: str) -> None:
    """Whatever is typed, the sentences together are the text, spaces apart."""
    assert "".join(text.split()) == "".join("".join(sentences(text)).split())


@given(TYPED | st.text(alphabet='aB.?! 1"”’()e…', max_size=80))
def test_a_sentence_on_its_own_is_one_sentence(text: str) -> None:
    """Splitting a sentence again gives it back: it is one with its neighbours and without."""
    for sentence in sentences(text):
        assert [sentence] == sentences(sentence)
