"""Scores: the formulas, checked by hand and against textstat, their error, and no network."""

from __future__ import annotations

import math
import os
import random
import statistics
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

import docx
import pytest
from harness import ROOT, Project, Ran
from hypothesis import given, settings
from hypothesis import strategies as st

from charter.programs import ProgramFailed
from charter.reading import FORMULAS
from checks._english import scores as english
from checks._english.scores import Sample, cleaned, index_of, prove, samples, scores
from checks._english.text import Sentence

NOBODY: frozenset[str] = frozenset()

VARIED = """
a the we you it is not I people home council tenants asked wanted helped idea table garden
organisation organisations organised colour neighbourhood programme centre’s residents’ realise
catalogue travelling encyclopaedia cheque defence jewellery licence analysing labour theatre
NHS ICB ICBs GPs UK U.K. WWF A&E e.g. a.m. PIN UNICEF MPs BBC’s
5 12 2014 1,000 3.5 10:30 20th 2nd 100,000 1990s
don’t we’ll can't I’m children’s James's o’clock they’ve shouldn’t it’s
responsibility accountability necessitates safeguarding unaffordable co-production well-being
Smethwick Wolverhampton Siân Llŷr café naïve hmm rhythm queue aegis
"""
EASY = [
    word
    for word in files("textstat").joinpath("resources/en/easy_words.txt").read_text().split()
    if word.isalpha() and word.islower()
]
LONG = """
organisation responsibility accountability documentation infrastructure deliberation personalise
administrative jurisprudence unconditional collaborative commissioner sustainability antiquarian
"""


def drawn(*texts: str, known: frozenset[str] = NOBODY) -> list[Sample]:
    """These sentences as the formulas see them."""
    return samples(map(Sentence, texts), known)


def texts_of(words: list[str]) -> st.SearchStrategy[list[Sentence]]:
    """Texts of sentences of 3 words or more, with the marks that may stand between words."""
    ends = st.sampled_from(".!?…")
    between = st.sampled_from([" "] * 6 + [", ", " – ", " (", ") "])
    some = st.lists(st.tuples(st.sampled_from(words), between), min_size=3, max_size=30)
    one = st.builds(
        lambda pairs, end: "".join(w + b for w, b in pairs[:-1]) + pairs[-1][0] + end, some, ends
    )
    return st.lists(one.map(Sentence), min_size=1, max_size=40)


def theirs(name: str, text: str) -> float:
    """What textstat itself says of a text. The marks that tell initials are no letters for it."""
    textstat = english._textstat()
    says: dict[str, Callable[[str], float]] = {
        "flesch": textstat.flesch_reading_ease,
        "grade": textstat.flesch_kincaid_grade,
        "smog": textstat.smog_index,
        "fog": textstat.gunning_fog,
        "ari": textstat.automated_readability_index,
        "dale_chall": textstat.dale_chall_readability_score,
    }
    return says[name](text.replace("_", "") if name == "ari" else text)


@given(texts_of(VARIED.split()))
@settings(deadline=None)
def test_any_text_has_the_figures_of_textstat(text: list[Sentence]) -> None:
    """British words, initials, figures and short forms count alike for us and for textstat."""
    counted, said = english._counts(samples(text, NOBODY)), cleaned(text)
    found = scores(samples(text, NOBODY))

    for name in ("flesch", "grade", "ari"):
        assert pytest.approx(theirs(name, said), abs=0.01) == found[name].value, (name, said)
    assert pytest.approx(theirs("smog", said), abs=0.01) == english.smog(counted), said
    prove(text)


@given(texts_of([*EASY[::7], *LONG.split()]))
@settings(deadline=None)
def test_fog_and_dale_chall_are_those_of_textstat_where_words_have_no_endings(
    text: list[Sentence],
) -> None:
    """They differ from textstat only on forms of familiar words, which it takes for hard ones."""
    found, said = scores(samples(text, NOBODY)), cleaned(text)

    for name in ("fog", "dale_chall"):
        assert pytest.approx(theirs(name, said), abs=0.01) == found[name].value, (name, said)


# 9 words in 2 sentences, the longest of 5. 46 letters and 2 full stops. 15 syllables: 4, and
# 1 + 5 + 1 + 3 + 1. “Organisation” and “scrutinise” are long, complex and unfamiliar. Their Zipf
# values are 4.92 and 2.3, those of “grow” and “beans” 4.9 and 4.14: 0.08 + 2.7 + 0.1 + 0.86 under
# 5 in all. Only “scrutinise” is under 4.
TINY = ("We grow beans here.", "The organisation will scrutinise it.")


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("flesch", 206.835 - 1.015 * 9 / 2 - 84.6 * 15 / 9),
        ("grade", 0.39 * 9 / 2 + 11.8 * 15 / 9 - 15.59),
        ("fog", 0.4 * (9 / 2 + 100 * 2 / 9)),
        ("ari", 4.71 * (46 + 2) / 9 + 0.5 * 9 / 2 - 21.43),
        ("dale_chall", 0.1579 * 100 * 2 / 9 + 0.0496 * 9 / 2 + 3.6365),
        (
            "index",
            -0.46
            - 0.96 * math.log(9 / 2)
            + 1.95 * math.log(5)
            + 0.92 * 2 / 9
            + 0.34 * 15 / 9
            + 1.15 * 1 / 9
            + 1.29 * (0.08 + 2.7 + 0.1 + 0.86) / 9,
        ),
    ],
)
def test_each_formula_is_what_its_authors_wrote(name: str, value: float) -> None:
    """A text that can be counted by hand has the figures that are worked out by hand."""
    assert pytest.approx(value, abs=1e-9) == scores(drawn(*TINY))[name].value


def test_smog_is_what_its_author_wrote() -> None:
    """The same text 15 times over has 30 sentences, and 30 words of 3 syllables or more."""
    found = scores(drawn(*TINY * 15))

    assert pytest.approx(1.043 * math.sqrt(30 * 30 / 30) + 3.1291, abs=1e-9) == found["smog"].value


@pytest.mark.parametrize(("familiar", "more"), [(19, 0), (18, 3.6365)])
def test_dale_chall_adds_its_constant_over_5_per_cent(familiar: int, more: float) -> None:
    """One unfamiliar word in 20 is 5 in 100 and adds nothing; one in 19 does."""
    size = familiar + 1
    found = scores(drawn("we " * familiar + "scrutinise."))["dale_chall"].value

    assert pytest.approx(0.1579 * 100 / size + 0.0496 * size + more, abs=1e-9) == found


PLAIN = "We will tell you what we can do, and what we cannot do."
MIXED = [PLAIN, "Organisational responsibility necessitates considerable deliberation."] * 8
random.Random(1).shuffle(MIXED)  # noqa: S311  no secret


@pytest.mark.parametrize("name", [*FORMULAS])
def test_the_error_is_that_of_the_sample(name: str) -> None:
    """Alike sentences have no error; mixed ones have more, and four times the text has half."""
    alike, some, more = (scores(drawn(*texts)) for texts in ([PLAIN] * 40, MIXED * 2, MIXED * 8))

    assert pytest.approx(0, abs=1e-9) == alike[name].error
    assert (before := some[name].error) and (after := more[name].error)
    assert pytest.approx(0.5, rel=0.3) == after / before


def test_one_sentence_has_figures_and_no_error() -> None:
    """Nothing says how another sentence of the same author would have come out."""
    found = scores(drawn(PLAIN))

    assert {"flesch", "grade", "fog", "ari", "dale_chall", "index"} == {*found}
    assert {None} == {score.error for score in found.values()}
    assert {} == scores([])


def test_the_error_is_the_same_on_every_run() -> None:
    """Chance is drawn from a fixed start, so that the same text never gets another report."""
    program = (
        "import sys; from checks._english.scores import samples, scores; "
        "from checks._english.text import Sentence; "
        "print(scores(samples(map(Sentence, sys.argv[1:]), frozenset())))"
    )
    again = subprocess.run(
        [sys.executable, "-c", program, *MIXED],
        cwd=ROOT, env={**os.environ, "PYTHONHASHSEED": "7", "PYTHONUTF8": "1"},
        capture_output=True, encoding="utf-8", check=True, timeout=120,
    )  # fmt: skip

    assert f"{scores(drawn(*MIXED))}\n" == again.stdout


@pytest.mark.parametrize("size", [2, 3, 4, 5, 12, 60, 200, 201, 700])
def test_the_error_is_that_which_books_give(size: int) -> None:
    """Where only sentence length varies, its square is s² / n times its weight, squared.

    In 20 texts on average, give or take 20 per cent: the 100 samples are the same for all texts of
    a size, and know a variance to about 14 per cent. Without their correction 2 to 5 sentences fail.
    """
    chance, ratios = random.Random(size), list[tuple[float, float]]()  # noqa: S311  no secret
    for _ in range(20):
        lengths = [3, 30, *(chance.randint(3, 30) for _ in range(size - 2))]
        chance.shuffle(lengths)
        found = scores(drawn(*("we " * (length - 1) + "go." for length in lengths)))
        right = statistics.variance(lengths) / size
        (grade, ease) = (found[name].error or 0 for name in ("grade", "flesch"))
        ratios.append(((grade / 0.39) ** 2 / right, (ease / 1.015) ** 2 / right))

    for several in zip(*ratios, strict=True):
        assert pytest.approx(1, abs=0.2) == statistics.mean(several)


@pytest.mark.parametrize(("sentences", "there"), [(29, False), (30, True)])
def test_smog_needs_30_sentences(sentences: int, *, there: bool) -> None:
    """With fewer than its author drew it means nothing, so it isn't given."""
    found = scores(drawn(*[PLAIN] * sentences))

    assert there is ("smog" in found)
    assert {*FORMULAS} - {"smog"} == {*found} - {"smog"}


@pytest.mark.parametrize(
    ("texts", "there"),
    [
        (["We grow beans here for you."], False),
        (["We grow beans here all day long."], False),
        (["We grow beans here all day long now."], True),
        (["We grow beans.", "You eat all of them."], True),
        (["We grow beans.", "You eat them all."], False),
        ([], False),
    ],
)
def test_the_index_needs_8_words(texts: list[str], *, there: bool) -> None:
    """It is given for blocks and for texts of 8 words or more, in one sentence or in several."""
    assert there is ("index" in scores(drawn(*texts)))
    assert there is (index_of(drawn(*texts)) is not None)


@pytest.mark.parametrize(
    "name",
    [
        "flesch_reading_ease",
        "flesch_kincaid_grade",
        "smog_index",
        "automated_readability_index",
    ],
)
def test_figures_that_textstat_does_not_confirm_are_a_failure(
    monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    """A hundredth off is enough to stop; what only rounding explains is not."""
    textstat = english._textstat()
    right: Callable[[str], float] = getattr(textstat, name)
    text = [Sentence(one) for one in (*TINY, "The NHS and GPs do.")]

    for off in (-0.001, 0.001):
        monkeypatch.setattr(textstat, name, lambda said, off=off: right(said) + off)
        prove(text)
    for off in (-0.01, 0.01):
        monkeypatch.setattr(textstat, name, lambda said, off=off: right(said) + off)
        with pytest.raises(ProgramFailed, match="do not agree"):
            prove(text)


@pytest.mark.parametrize(
    "word",
    [
        "c’mon", "rock’n’roll", "D’Angelo", "L’Oréal", "Xi’an", "Baha’i", "y’all’d’ve", "O’Brien’s",
        "fo’c’s’le", "p.s.", "P.S.", "a.m.", "U.K.’s", "GPs’", "A&E’s", "x²", "½", "ﬁne", "١٢", "œuvre",
        "1st", "H2O", "4x4", "COVID-19", "’tis", "İstanbul", "x_y", "_", "’", "a’", "’s", "Dr.",
    ],
)  # fmt: skip
def test_no_word_that_people_write_stops_the_tools(word: str) -> None:
    """A name or a slang word must not look like a fault of the tools, which nobody could put right."""
    prove(
        [Sentence(f"We like {word} and you like {word} too."), Sentence(f"{word} is for {word}.")]
    )


def test_nothing_to_prove_is_no_failure(monkeypatch: pytest.MonkeyPatch) -> None:
    """A text without sentences, or with fragments only, is not shown to textstat at all."""
    monkeypatch.setattr(english._textstat(), "flesch_reading_ease", lambda said: math.nan)
    prove([])
    prove([Sentence("Go."), Sentence("Go now.")])


TAMPERED = """
import textstat
textstat.flesch_reading_ease = lambda text: 12.3
"""


@pytest.mark.slow
@pytest.mark.parametrize("words", [("check",), ("build",)])
def test_the_command_stops_where_textstat_does_not_confirm(
    project: Project, words: tuple[str, ...]
) -> None:
    """Nothing is published with figures that may be wrong: the tools failed, and it says so."""
    (project.folder / "sitecustomize.py").write_text(TAMPERED, encoding="utf-8")
    ran = project.run(*words, PYTHONPATH=str(project.folder))

    assert 3 == ran.status, ran.output
    assert "textstat and our own counts do not agree" in ran.output
    assert not project.live.exists()


WATCHED = """
import os, sys
def tell(event, args):
    if event.startswith("socket.") or event in ("urllib.Request", "ftplib.connect"):
        with open(os.environ["TRIED"], "a", encoding="utf-8") as file:
            file.write(event + "\\n")
        raise OSError("the network is cut")
sys.addaudithook(tell)
"""


@dataclass(frozen=True)
class Cut:
    """Runs the real command in a folder with the network cut and no data of NLTK's around."""

    folder: Path

    @property
    def tried(self) -> Path:
        """The file that is there as soon as anything tries."""
        return self.folder / "tried.txt"

    @property
    def variables(self) -> dict[str, str]:
        """What cuts the network for every Python that is started with it."""
        (self.folder / "sitecustomize.py").write_text(WATCHED, encoding="utf-8")
        home = str(self.folder / "nowhere")
        return {"PYTHONPATH": str(self.folder), "TRIED": str(self.tried), "NLTK_DATA": "",
                "HOME": home, "APPDATA": home}  # fmt: skip

    def python(self, *words: str | Path) -> Ran:
        """Run Python with these words."""
        ran = subprocess.run(
            [sys.executable, *words],
            cwd=self.folder,
            env={**os.environ, "PYTHONUTF8": "1", **self.variables},
            capture_output=True,
            encoding="utf-8",
            check=False,
            timeout=120,
        )
        return Ran(ran.returncode, ran.stdout + ran.stderr)


@pytest.mark.parametrize(
    "program",
    [
        "import socket; socket.create_connection(('127.0.0.1', 9), 1)",
        "import socket; socket.getaddrinfo('example.org', 80)",
        "import _socket; _socket.socket()",
        "import urllib.request; urllib.request.urlopen('http://127.0.0.1:9/', timeout=1)",
        "import nltk; nltk.download('cmudict', quiet=True); raise SystemExit(1)",
    ],
)
def test_whoever_tries_the_network_is_seen(tmp_path: Path, program: str) -> None:
    """The cut works: each way to the network is barred, and leaves its mark."""
    cut = Cut(tmp_path)

    assert 1 == cut.python("-c", program).status
    assert cut.tried.exists()


def test_check_never_asks_the_network(project: Project) -> None:
    """With the network cut the real command says the same, scores and all, and nothing tried."""
    cut = Cut(project.folder)
    ran = project.run("check", **cut.variables)

    assert 0 == ran.status, ran.output
    assert not cut.tried.exists()
    assert project.run("check").output == ran.output


def test_read_never_asks_the_network(tmp_path: Path) -> None:
    """Nor does reading a text of Markdown, of plain words or of Word."""
    cut, document = Cut(tmp_path), docx.Document()
    document.add_paragraph(PLAIN)
    document.save(str(tmp_path / "letter.docx"))
    for name in ("letter.md", "letter.txt"):
        (tmp_path / name).write_text(f"{PLAIN}\n", encoding="utf-8")
    ran = cut.python(ROOT / "build.py", "read", "letter.md", "letter.txt", "letter.docx")

    assert 0 == ran.status, ran.output
    assert 3 == ran.output.count("Flesch reading ease")
    assert not cut.tried.exists()
