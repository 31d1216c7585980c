"""Where a sentence ends, on the cases that splitters get wrong."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checks._sentences import sentences

# Each bar is where a sentence ends.
HOSTILE = [
    "Mr. Khan came.|He spoke.",
    "Cllr. Ann Jones spoke.|We listened.",
    "Ask, e.g. Sandwell Council.|They can help.",
    "We meet at 10 a.m. on Monday.",
    "We meet at 10 a.m.|You can come.",
    "We meet from 10 a.m. Monday to Friday.",
    "J. Smith wrote it.|We read it.",
    "It was J. R. R. Tolkien.|He wrote.",
    "We need a plan B.|We do.",
    "It costs £3.50 a day.|You can pay later.",
    "“Why do you ask?” said Mary.|We told her.",
    "“Why do you ask?” Mary said.|We told her.",
    "She said “We know.”|Then we left.",
    "'You did it without us.'|That hurt.",
    '"Is it fair?" we asked.|"Yes."',
    "1. Give people a voice.|2. Listen.",
    "12. Give people a voice.",
    "What is it?|It is a plan.",
    "Stop!|Think!",
    "Really?!|Yes.",
    "Well … maybe.|We will see.",
    "Well…|We will see.",
    "He waited... and then left.",
    "See www.example.org.|Then phone us.",
    "See https://example.org/a.b?c=d.|Then phone us.",
    "Write to a.b@example.org.|We answer.",
    "Dr. P. Patel and Prof. Lee spoke.",
    "She lives in St. Mary's Road.|We know her.",
    "We met in the High St.|We liked it.",
    "See No. 10 and p. 4.|Then stop.",
    "Say no.|We mean it.",
    "It is in the U.K. and the U.S. today.",
    "We live in the U.K.|We like it.",
    "Smith Ltd. is big.",
    "We use tea, milk, etc.|You can too.",
    "We use tea, etc. and cake.",
    "(See page 4.)|We will.",
    "He came (at 5 p.m.).|Then he left.",
    "Version 1.0 is out.|Version 2.0 is next.",
    "It ends in 2024.|We start again.",
    "We did it!|🎉 We go on.",
    "Yahoo! is a firm.",
    "Ph.D. students came.|They sat.",
    "Here we play Dudley vs. Leeds.",
    "The Act came on 3 Sept. 2014.|It is law.",
    "We said: do it.|All did.",
    "Item (a) is here.|Item (b) is there.",
    "Rt. Hon. A. Smith came.",
    "We will.|“You can,” they said.",
    "Who is “we”?|Who is “you”?",
    "Ring ext. 12.|Thanks.",
    "No stop at all",
    "",
    "...",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_sentences_end_where_people_end_them(text: str) -> None:
    """Titles, initials, times, numbers, quotations and addresses do not end a sentence early."""
    assert [part for part in text.split("|") if part] == sentences(text.replace("|", " "))


@given(st.text(alphabet='aB.?! 1"”’()e…', max_size=80))
def test_no_letter_is_lost_or_said_twice(text: str) -> None:
    """Whatever is typed, the sentences together are the text, spaces apart."""
    assert "".join(text.split()) == "".join("".join(sentences(text)).split())
