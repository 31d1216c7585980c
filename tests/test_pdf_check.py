"""The PDF, poster and parity checks see what they should, and say when they could not look."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from itertools import cycle, islice
from pathlib import Path
from types import SimpleNamespace

import page
import pypdfium2 as pdfium  # type: ignore[import-untyped]  # the wheel has no types
import pytest
import seeded_poster
from harness import TODAY
from pikepdf import Array, Dictionary, Name, Pdf, Stream

from charter.contracts import Draft, Edition
from charter.findings import Finding
from charter.model import Charter, Paragraph, Place, Span
from charter.programs import ProgramFailed
from checks import _html, _tags, parity, pdf, poster
from checks._proof.damage import damaged
from checks._proof.pdf_defects import no_damage
from checks._says import Said, gaps
from checks._stream import plain
from formats import poster as poster_format

pytestmark = pytest.mark.slow
HERE = Place(Path("pledges/1-hear.md"), 7)


def says(*words: str) -> list[Said]:
    """What a document must say."""
    return [Said(one, HERE) for one in words]


def test_what_we_make_passes(small_draft: Draft) -> None:
    """Every PDF of the small charter passes every rule for PDFs, posters and parity."""
    findings = [f for check in (pdf, poster, parity) for f in check.run(small_draft).findings]

    assert [] == [str(finding) for finding in findings]


def test_each_pdf_is_looked_at(small_draft: Draft) -> None:
    """The evidence names every PDF there is, and each was read."""
    outcome = pdf.run(small_draft)

    made = {file.name for file in (small_draft.root / "downloads").glob("*.pdf")}
    assert {"poster-a4.pdf", "poster-a3-printers.pdf", "large-print.pdf"} <= made
    assert {f"downloads/{name}" for name in made} == outcome.expected
    assert outcome.expected == outcome.examined


def test_a_document_that_was_not_made_is_missed(small_draft: Draft) -> None:
    """What is expected comes from what readers are promised, not from what was made."""
    nothing = replace(small_draft, root=small_draft.root / "downloads" / "none", artefacts=())

    for check, least in ((pdf, 5), (poster, 7), (parity, 6)):
        outcome = check.run(nothing)
        assert least <= len(outcome.expected)
        assert frozenset() == outcome.examined


def test_a_torn_pdf_does_not_count_as_looked_at(small_draft: Draft, tmp_path: Path) -> None:
    """A file that can't be read is expected, and is not among those examined."""
    draft = damaged(small_draft, tmp_path, "large-print", no_damage)
    draft.artefacts[0].path.write_bytes(b"%PDF-1.7 and no more")

    for check in (pdf, parity):
        outcome = check.run(draft)
        assert "downloads/large-print.pdf" in outcome.expected - outcome.examined


@pytest.mark.parametrize("what", seeded_poster.MORE)
def test_other_faults_of_codes_are_found(what: str, small_draft: Draft, tmp_path: Path) -> None:
    """The same rules find other faults of a square code too."""
    code, seed = seeded_poster.MORE[what]

    assert code in codes(seed(small_draft, tmp_path))


def codes(findings: object) -> set[str]:
    """The rules that findings break."""
    assert isinstance(findings, tuple)
    return {finding.rule.code for finding in findings if isinstance(finding, Finding)}


def letters(text: str) -> Counter[str]:
    """How often each letter that people see is in a text."""
    return Counter(plain(text).replace(" ", ""))


@pytest.mark.parametrize("stem", ["poster-a3", "easy-read", "large-print"])
def test_two_readers_agree(stem: str, small_draft: Draft) -> None:
    """Our own reading has the same letters on each page as PDFium, spaces apart."""
    file = small_draft.root / "downloads" / f"{stem}.pdf"
    sheets = _tags.read(file).sheets
    ours = [letters("".join((*s.marked.values(), s.decoration, s.unmarked))) for s in sheets]
    with pdfium.PdfDocument(file) as document:
        theirs = [letters(one.get_textpage().get_text_range()) for one in document]

    assert theirs == ours


def test_letters_that_stand_for_others_are_found(small_draft: Draft, tmp_path: Path) -> None:
    """A file that looks right, but whose letters mean others, is not said to be right."""

    def scrambled(pdf_: Pdf) -> None:
        for one in pdf_.objects:
            if isinstance(one, Dictionary) and "/ToUnicode" in one:
                table = one.ToUnicode.read_bytes()
                one.ToUnicode.write(table.replace(b"<0065>", b"<0061>"))  # each e becomes an a

    draft = damaged(small_draft, tmp_path, "large-print", scrambled)

    assert "PDF-004" in codes(pdf.run(draft).findings)


def test_a_range_of_letters_is_read(tmp_path: Path) -> None:
    """Both ways in which a font may write a range of letters down are understood."""
    table = b"2 beginbfrange <01> <03> <0061> <04> <05> [<0078> <007A007A>] endbfrange"
    with Pdf.new() as made:
        made.add_blank_page()
        font = Dictionary(Type=Name.Font, Subtype=Name.TrueType, ToUnicode=made.make_stream(table))
        made.pages[0].Resources = Dictionary(Font=Dictionary(F=made.make_indirect(font)))
        made.pages[0].Contents = made.make_stream(
            b"/P <</MCID 0>> BDC BT /F 9 Tf <0102> Tj [<03> -99 <0405>] TJ ET EMC"
        )
        made.save(tmp_path / "range.pdf")

    assert {0: "abcxzz"} == _tags.read(tmp_path / "range.pdf").sheets[0].marked


def test_a_form_that_draws_itself_is_refused(tmp_path: Path) -> None:
    """A file that leads round in a circle is a finding, not a crash."""
    with Pdf.new() as made:
        made.add_blank_page()
        form = Stream(made, b"/X Do")
        form.Type, form.Subtype = Name.XObject, Name.Form
        form = made.make_indirect(form)
        form.Resources = Dictionary(XObject=Dictionary(X=form))
        made.pages[0].Resources = Dictionary(XObject=Dictionary(X=form))
        made.pages[0].Contents = made.make_stream(b"/X Do")
        made.save(tmp_path / "circle.pdf")

    with pytest.raises(_tags.Unreadable, match="circle"):
        _tags.read(tmp_path / "circle.pdf")


@pytest.mark.parametrize("kids", [Array([7]), Array([Dictionary(S=Name.P, K=99)])])
def test_tags_without_words_are_read(kids: Array, tmp_path: Path) -> None:
    """Tags that point to marks which are not there say nothing, and do no harm."""
    with Pdf.new() as made:
        made.add_blank_page()
        made.Root.StructTreeRoot = Dictionary(Type=Name.StructTreeRoot, K=kids)
        made.save(tmp_path / "empty.pdf")

    assert () == _tags.read(tmp_path / "empty.pdf").spoken


class Panic(BaseException):
    """How a fault in Rust reaches Python."""


def passing(_data: bytes, **_: object) -> object:
    """A checker that says yes to everything."""
    return SimpleNamespace(
        is_compliant=True,
        failures=[],
        rules=SimpleNamespace(total=104),
        document=SimpleNamespace(page_count=1),
    )


def lazy(data: bytes, **how: object) -> object:
    """A checker that looks at the first page only."""
    report = REAL(data, profile=page.ValidationProfile.PDF_UA_1)
    return SimpleNamespace(
        is_compliant=report.is_compliant,
        failures=report.failures,
        rules=report.rules,
        document=SimpleNamespace(page_count=1),
    )


def idle(data: bytes, **how: object) -> object:
    """A checker that tries no rule, though it says no to what is known to be bad."""
    return SimpleNamespace(
        is_compliant=len(data) > 2000,
        failures=[] if len(data) > 2000 else ["bad"],
        rules=SimpleNamespace(total=0),
        document=REAL(data, profile=page.ValidationProfile.PDF_UA_1).document,
    )


def raising(error: BaseException) -> Callable[..., object]:
    """A checker that fails."""

    def check(_data: bytes, **_: object) -> object:
        raise error

    return check


REAL = page.validate_pdf_bytes


@pytest.mark.parametrize("fake", [passing, lazy, idle, raising(Panic()), raising(OSError())])
def test_a_checker_that_does_not_check_closes_the_gate(
    fake: Callable[..., object], small_draft: Draft, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An outside checker that passes all, skips pages or rules, or crashes is never believed."""
    monkeypatch.setattr(page, "validate_pdf_bytes", fake)

    with pytest.raises(ProgramFailed):
        pdf.run(small_draft)


def test_words_may_go_over_blocks() -> None:
    """A text may be cut into several blocks, and a block may hold several texts."""
    found = gaps(says("One. Two.", "Three.", "Four."), ["One.", "Two.", "Three. Four."])

    assert (0, 0) == (len(found.missing), len(found.displaced))


def test_words_run_together_are_missing() -> None:
    """Two sentences without a space between them are not what was written."""
    found = gaps(says("One.", "Two."), ["One.Two."])

    assert ["One.", "Two."] == [one.words for one in found.missing]


def test_words_inside_others_do_not_count() -> None:
    """A heading that was left out is not found in a sentence that happens to hold its words."""
    found = gaps(says("Money", "We have little."), ["We have little.", "Ask about Money"])

    assert ["Money"] == [one.words for one in found.missing]


def test_words_in_the_wrong_place_are_displaced() -> None:
    """What is said too early is said in the wrong place."""
    found = gaps(says("One.", "Two.", "Three."), ["Two.", "One.", "Three."])

    assert ["Two."] == [one.words for one in found.displaced]


def test_numbers_and_printed_addresses_do_not_count() -> None:
    """The number before a pledge and the address after a link are the format's own."""
    blocks = ["3. Be honest", "Read the guide (www.example.org/guide) first."]
    found = gaps(says("Be honest", "Read the guide first."), blocks)

    assert (0, 0) == (len(found.missing), len(found.displaced))


def test_what_nobody_sees_is_not_read(tmp_path: Path) -> None:
    """Words in a web page that are hidden, or are for programs, are not words of the page."""
    file = tmp_path / "index.html"
    file.write_text(
        "<html><body><script>x='Money'</script><p>Call <a>us</a>\n now</p><main><p>One&amp;all"
        "<p>Two<img alt='A tree'><div hidden><div>Three</div>Four</div><br>Five</main></body></html>"
    )

    assert ("One&all", "Two", "A tree", "Five") == _html.read(file).main
    assert "Call us now" == _html.read(file).whole[0]


def test_cutting_the_words_that_the_finding_names_is_enough(
    small_draft: Draft, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A poster with far too many words says how many to cut, and without them it passes."""
    only = tuple(one for one in poster_format.SHEETS if one.name == "a4")  # to save time
    monkeypatch.setattr(poster_format, "SHEETS", only)
    (tmp_path / "downloads").mkdir()
    (finding,) = too_small(small_draft, 520, tmp_path)
    cut = finding.facts["cut"]

    assert isinstance(cut, int)
    assert [] == too_small(small_draft, 520 - cut, tmp_path)


def too_small(draft: Draft, words: int, root: Path) -> list[Finding]:
    """What the check says of an A4 poster with this many words in its pledges."""
    charter = wordy(draft.charter, words)
    made = tuple(poster_format.render(charter, root, Edition()))
    held = Draft(charter, draft.policy, TODAY, root, made)
    return [finding for finding in poster.run(held).findings if finding.rule.code == "POSTER-001"]


def wordy(charter: Charter, words: int) -> Charter:
    """The charter with this many words on the poster, as even as can be over its pledges."""
    pledges, left = [], words
    for count, pledge in zip(range(len(charter.pledges), 0, -1), charter.pledges, strict=True):
        mine = math.ceil(left / count)
        said = " ".join(islice(cycle(("We", "will", "tell", "you", "in", "good", "time")), mine))
        pledges.append(replace(pledge, poster=(Paragraph((Span(said),), HERE),)))
        left -= mine
    return replace(charter, pledges=tuple(pledges))
