"""Pictures for screens, social media and links: what they hold, and what never breaks them."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from harness import POLICY, SMALL, TODAY, Seed
from PIL import Image
from PIL.PngImagePlugin import PngImageFile
from seeded_packs import MORE

from charter import statement
from charter.contracts import Artefact, Draft, Edition
from charter.findings import Finding, Wrong
from charter.load import load
from charter.model import Charter, Paragraph, Pledge, Signatory, Span
from charter.policy import load_policy
from checks import packs, parity
from checks import statement as statement_check
from formats import _cache, _png, _zip, screens
from formats.site import share

LONG_WORD = "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogochab"
URDU = "ہم لوگوں کے ساتھ مل کر کام کریں گے 0121 496 0123"
WIDE, HIGH, SAFE = 1920, 1080, 40  # pixels; a screen may cut off a little at each edge


@pytest.fixture(autouse=True)
def own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A cache for each test: none leans on what another one left."""
    monkeypatch.setattr(_cache, "FOLDER", tmp_path / "cache")
    return tmp_path / "cache"


@pytest.fixture(scope="module")
def charter() -> Charter:
    """The small charter."""
    found = load(SMALL).charter
    assert found
    return found


def made(charter: Charter, folder: Path, edition: Edition | None = None) -> Draft:
    """The screen pack of `charter`, ready to be checked."""
    (folder / "downloads").mkdir(parents=True, exist_ok=True)
    artefacts = tuple(screens.render(charter, folder, edition or Edition()))
    return Draft(charter, load_policy(POLICY), TODAY, folder, artefacts)


def files(draft: Draft) -> dict[str, bytes]:
    """What is in the pack, by path, without the folder around it."""
    packed = _zip.opened(draft.artefacts[0].path.read_bytes())
    assert all(path.startswith("screen-pack/") for path in packed)
    return {path.removeprefix("screen-pack/"): data for path, data in packed.items()}


def opened(data: bytes) -> PngImageFile:
    """A picture."""
    picture = Image.open(io.BytesIO(data))
    assert isinstance(picture, PngImageFile)
    return picture


def found(draft: Draft) -> tuple[Finding, ...]:
    """All that the check says about the pack."""
    return packs.run(draft).findings


def worded(pledge: Pledge, words: str, title: str = "") -> Pledge:
    """A pledge with other words for its poster."""
    poster = (Paragraph((Span(words),), pledge.place),)
    return replace(pledge, title=title or pledge.title, poster=poster)


def forty_words(charter: Charter) -> Charter:
    """A title of forty words."""
    title = " ".join(["We will always tell every tenant the truth"] * 5)
    return replace(charter, pledges=tuple(replace(p, title=title) for p in charter.pledges))


def endless_word(charter: Charter) -> Charter:
    """A word of sixty letters in the title, in the words, and as the place."""
    pledges = tuple(worded(p, LONG_WORD, f"See {LONG_WORD}") for p in charter.pledges)
    facts = replace(charter.facts, place=LONG_WORD, organisation=LONG_WORD)
    return replace(charter, facts=facts, pledges=pledges)


def no_pledges(charter: Charter) -> Charter:
    """Nobody promises anything yet."""
    return replace(charter, pledges=())


def twenty_pledges(charter: Charter) -> Charter:
    """Far more pledges than people remember."""
    first = charter.pledges[0]
    several = tuple(replace(first, id=f"hear-{n}", number=n) for n in range(1, 21))
    return replace(charter, pledges=several)


def right_to_left(charter: Charter) -> Charter:
    """Words and names in Urdu."""
    pledges = tuple(worded(p, URDU, URDU) for p in charter.pledges)
    names = (Signatory("مسجد", "گروپ", "", charter.facts.where("")),)
    facts = replace(charter.facts, organisation=URDU, promise=URDU)
    return replace(charter, pledges=pledges, signatories=names, facts=facts)


def no_pictures(charter: Charter) -> Charter:
    """Not one picture is there."""
    return replace(charter, drawings=())


def endless_logo(charter: Charter) -> Charter:
    """A logo of 8,000 pixels, twenty times as wide as it is high."""
    svg = (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8000 400" width="8000" height="400">'
        '<rect width="8000" height="400" fill="#005ea5"/></svg>'
    )
    logo = replace(charter.drawings[0], id="logo", svg=svg, shows="The logo of the tenants")
    return replace(charter, facts=replace(charter.facts, logo=logo))


HOSTILE: tuple[Callable[[Charter], Charter], ...] = (
    forty_words,
    endless_word,
    no_pledges,
    twenty_pledges,
    right_to_left,
    no_pictures,
    endless_logo,
)


def test_each_pledge_has_a_picture_for_screens_and_one_for_social_media(
    charter: Charter, tmp_path: Path
) -> None:
    """Each has its exact size and its words beside it; a start and an end frame each set."""
    packed = files(made(charter, tmp_path))
    names = ["00-start", "01-hear", "02-money", "03-reply", "04-talk-to-us"]
    sizes = {"reception-screens": (1920, 1080), "social-media": (1080, 1080)}
    wanted = {f"{sort}/{name}": size for sort, size in sizes.items() for name in names}
    wanted["email-signature/email-signature"] = (1200, 300)

    assert wanted == {
        path.removesuffix(".png"): opened(data).size
        for path, data in packed.items()
        if path.endswith(".png")
    }
    assert {f"{path}.txt" for path in wanted} < packed.keys()


def test_the_read_me_says_how_to_reach_us_and_leads_to_the_statement(
    charter: Charter, tmp_path: Path
) -> None:
    """It stands alone: phone, e-mail, version, the statement, and what each folder is for."""
    words = files(made(charter, tmp_path))["read-me.txt"].decode()
    us = charter.facts.contact
    folders = ["reception-screens", "social-media", "email-signature", "alternative text"]

    assert [] == [
        one
        for one in (us.phone, us.email, "0.2", statement.address(charter), *folders)
        if one not in words
    ]


def test_a_draft_says_so_on_every_picture(charter: Charter, tmp_path: Path) -> None:
    """Where the checks have not run, the words beside each picture, and the read-me, say it."""
    packed = files(made(charter, tmp_path, Edition(checked=False)))
    texts = [data.decode() for path, data in packed.items() if path.endswith(".txt")]

    assert len(texts) == 12
    assert all("Draft: not checked" in text for text in texts)


def test_the_guide_of_the_print_pack_lies_in_it_too(charter: Charter, tmp_path: Path) -> None:
    """A guide that an earlier format made is there, byte for byte."""
    guide = tmp_path / "pack-guide.pdf"
    guide.write_bytes(b"%PDF-1.7 how to use it all")
    edition = Edition(made=(Artefact(guide, "application/pdf", "print-pack", "Guide"),))

    packed = files(made(charter, tmp_path, edition))

    assert guide.read_bytes() == packed["pack-guide.pdf"]
    assert "Start with pack-guide.pdf" in packed["read-me.txt"].decode()


@pytest.mark.slow
@pytest.mark.parametrize("hostile", HOSTILE, ids=lambda one: one.__name__)
def test_whatever_the_words_are_each_picture_works(
    hostile: Callable[[Charter], Charter], charter: Charter, tmp_path: Path
) -> None:
    """Codes are read, sizes are right, words are there; what is too long is said to the author."""
    draft = made(hostile(charter), tmp_path)
    outcome = packs.run(draft)
    too_long = {"forty_words": {"SCREEN-001"}, "endless_word": {"SCREEN-002"}}

    assert too_long.get(hostile.__name__, set()) == {
        finding.rule.code for finding in outcome.findings
    }
    assert outcome.expected == outcome.examined


@pytest.mark.slow
@pytest.mark.parametrize("hostile", [forty_words, endless_word, right_to_left])
def test_nothing_reaches_the_edge_of_a_screen(
    hostile: Callable[[Charter], Charter], charter: Charter, tmp_path: Path
) -> None:
    """Along each edge of a pledge's picture there is nothing but the colour of a field."""
    packed = files(made(hostile(charter), tmp_path))
    picture = opened(packed["reception-screens/01-hear.png"]).convert("RGB")
    edges = (
        ((0, 0, SAFE, HIGH), 2),
        ((WIDE - SAFE, 0, WIDE, HIGH), 1),
        ((0, 0, WIDE, 25), 2),
        ((0, HIGH - SAFE, WIDE, HIGH), 2),
    )

    for box, fields in edges:
        assert len(picture.crop(box).getcolors(1 << 20) or ()) <= fields


@pytest.mark.slow
def test_to_cut_as_many_words_as_the_finding_says_is_enough(
    charter: Charter, tmp_path: Path
) -> None:
    """A pledge that is shortened by the number in the message fits both pictures."""
    first, *others = charter.pledges
    words = ("We will hear every tenant and do what we promise. " * 12).split()
    long = replace(charter, pledges=(worded(first, " ".join(words)), *others))
    findings = found(made(long, tmp_path / "long"))
    cut = max(int(str(finding.facts["cut"])) for finding in findings)
    short = replace(charter, pledges=(worded(first, " ".join(words[:-cut])), *others))

    assert {"SCREEN-001"} == {finding.rule.code for finding in findings}
    assert () == found(made(short, tmp_path / "short"))


@pytest.mark.slow
@pytest.mark.parametrize("name", MORE)
def test_other_faults_are_found_too(name: str, small_draft: Draft, tmp_path: Path) -> None:
    """Each more fault of a pack brings out its rule."""
    code, seed = MORE[name]
    seeded: Seed = seed

    assert code in {finding.rule.code for finding in seeded(small_draft, tmp_path)}


@pytest.mark.slow
@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("PARITY-001", "Hear every tenant"),
        ("PARITY-003", "01632 960123"),
        ("STATEMENT-012", "accessibility-statement/"),
    ],
)
def test_other_checks_read_the_words_in_a_zip(
    code: str, words: str, charter: Charter, tmp_path: Path
) -> None:
    """A pledge, the phone number and the way to the statement are missed where they are lost."""
    draft = made(charter, tmp_path)
    packed = {path: data.replace(words.encode(), b"") for path, data in files(draft).items()}
    before = _of_the_zip(draft)
    draft.artefacts[0].path.write_bytes(_zip.packed(packed, TODAY))
    after = _of_the_zip(draft)

    assert code not in before
    assert code in after


def _of_the_zip(draft: Draft) -> set[str]:
    """The rules that parity and the statement's check find broken in the screen pack."""
    findings = (*parity.run(draft).findings, *statement_check.run(draft).findings)
    return {one.rule.code for one in findings if one.place.file.name == "screen-pack.zip"}


def test_a_pack_that_was_not_made_is_missing_evidence(small_draft: Draft) -> None:
    """Without its zip the check has not looked at all that it should have looked at."""
    kept = tuple(a for a in small_draft.artefacts if a.media_type != "application/zip")
    outcome = packs.run(replace(small_draft, artefacts=kept))

    assert {"downloads/screen-pack.zip"} <= outcome.expected - outcome.examined


def test_a_sign_that_no_font_has_is_told_to_the_author(charter: Charter, tmp_path: Path) -> None:
    """A picture is held to the same signs as a PDF, and never shows an empty box."""
    facts = replace(charter.facts, promise="We promise 𓀀.")

    with pytest.raises(Wrong) as wrong:
        made(replace(charter, facts=facts), tmp_path)
    assert ["PRINT-001"] == [finding.rule.code for finding in wrong.value.findings]


def test_pictures_from_the_cache_are_the_same(charter: Charter) -> None:
    """A second drawing takes all pictures from the cache, in the same order."""
    assert dict(share.pictures(charter)) == dict(share.pictures(charter))


def test_a_picture_for_links_shows_the_charter_and_each_pledge(charter: Charter) -> None:
    """Each is 1200 by 630, and has its words: the title, what is drawn, and who we are."""
    drawn = share.pictures(charter)
    said = share.words(charter, "hear")

    assert ["charter", "hear", "money", "reply"] == list(drawn)
    assert {(1200, 630)} == {opened(data).size for data in drawn.values()}
    assert "Our pledge 1: Hear every tenant." in said
    assert "We are Tŷ Gwyn." in said
    assert "Picture: A person holds a hand behind one ear to hear better." in said
    assert charter.facts.promise in share.words(charter, "charter")


@pytest.mark.slow
@pytest.mark.parametrize("hostile", HOSTILE, ids=lambda one: one.__name__)
def test_a_picture_for_links_is_made_of_any_words(
    hostile: Callable[[Charter], Charter], charter: Charter
) -> None:
    """Whatever the words are there is one picture for each pledge, of the right size."""
    changed = hostile(charter)
    drawn = share.pictures(changed)

    assert len(changed.pledges) + 1 == len(drawn)
    assert {(1200, 630)} == {opened(data).size for data in drawn.values()}


def test_what_a_picture_tells_about_itself_changes_no_pixel(charter: Charter) -> None:
    """Texts are added to a PNG, also with letters of other languages, and it stays a PNG."""
    plain = share.pictures(charter)["hear"]
    told = opened(_png.told(plain, {"One": "Tŷ Gwyn", "Two": "2"}))

    assert {"One": "Tŷ Gwyn", "Two": "2"} == told.text
    assert opened(plain).tobytes() == told.tobytes()


def test_a_zip_is_the_same_whatever_the_order_and_the_day() -> None:
    """Files lie in one folder, in order, with the date that was given, and can be read back."""
    one = _zip.packed({"b.txt": b"2", "ŵ/a.txt": b"1"}, date(2025, 3, 1), "pack")
    other = _zip.packed({"ŵ/a.txt": b"1", "b.txt": b"2"}, date(2025, 3, 1), "pack")
    entries = zipfile.ZipFile(io.BytesIO(one)).infolist()

    assert one == other
    assert ["pack/b.txt", "pack/ŵ/a.txt"] == [entry.filename for entry in entries]
    assert {(2025, 3, 1, 0, 0, 0)} == {entry.date_time for entry in entries}
    assert {"pack/b.txt": b"2", "pack/ŵ/a.txt": b"1"} == _zip.opened(one)


def test_a_zip_knows_no_day_before_1980() -> None:
    """A charter that was published earlier is packed all the same."""
    packed = _zip.packed({"a": b""}, date(1979, 12, 31))

    assert (1980, 1, 1, 0, 0, 0) == zipfile.ZipFile(io.BytesIO(packed)).infolist()[0].date_time
