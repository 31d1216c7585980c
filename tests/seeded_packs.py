"""Faults of finished packs: files that are lost, changed or added, and words that don't fit."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import partial
from pathlib import Path

import segno
from harness import Seed
from PIL import Image, ImageDraw
from PIL.PngImagePlugin import PngImageFile

from charter.addresses import scan
from charter.contracts import Artefact, Draft, Edition
from charter.findings import Finding
from charter.model import Charter, Paragraph, Span
from checks import _zips, packs
from formats import _png, _zip, screens

Change = Callable[[dict[str, bytes]], None]
"""Damages the files of a pack."""

Look = Callable[[Image.Image], Image.Image]
"""Damages a picture."""

SCREEN = "reception-screens/01-hear"
POST = "social-media/01-hear"
PAGE = "email-signature/email-signature.html"
CODE = (1179, 54, 1824, 699)  # where the white tile with the code is


def whole(draft: Draft, _folder: Path) -> Iterable[Finding]:
    """Every pack as it was made."""
    return packs.run(draft).findings


def changed(change: Change, draft: Draft, folder: Path) -> Iterable[Finding]:
    """The screen pack with other files in it."""
    pack = next(a for a in draft.artefacts if a.path.name == "screen-pack.zip")
    files = _zips.opened(pack.path)
    change(files)
    return looked_at(draft, folder, pack, _zip.packed(files, draft.charter.facts.published))


def looked_at(draft: Draft, folder: Path, pack: Artefact, data: bytes) -> Iterable[Finding]:
    """All that is found where `pack` holds `data`."""
    path = folder / "downloads" / pack.path.name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    others = tuple(a for a in draft.artefacts if a.media_type == "application/pdf")
    artefacts = (*others, replace(pack, path=path))
    return packs.run(replace(draft, root=folder, artefacts=artefacts)).findings


def torn(draft: Draft, folder: Path) -> Iterable[Finding]:
    """A pack that was cut off while it was written."""
    pack = next(a for a in draft.artefacts if a.path.name == "screen-pack.zip")
    return looked_at(draft, folder, pack, pack.path.read_bytes()[:2000])


def torn_picture(files: dict[str, bytes]) -> None:
    """A picture that was cut off."""
    files[f"{POST}.png"] = files[f"{POST}.png"][:3000]


def silent_picture(files: dict[str, bytes]) -> None:
    """A picture that does not tell how large its letters are."""
    out = io.BytesIO()
    Image.open(io.BytesIO(files[f"{POST}.png"])).save(out, "PNG")
    files[f"{POST}.png"] = out.getvalue()


def lost(files: dict[str, bytes]) -> None:
    """No words beside a picture."""
    del files[f"{SCREEN}.txt"]


def added(files: dict[str, bytes]) -> None:
    """A file that came from elsewhere."""
    files["reception-screens/advert.png"] = files[f"{SCREEN}.png"]


def painted(name: str, look: Look, files: dict[str, bytes]) -> None:
    """Another picture, which still tells the same of itself."""
    opened = Image.open(io.BytesIO(files[f"{name}.png"]))
    assert isinstance(opened, PngImageFile)
    told, out = dict(opened.text), io.BytesIO()
    look(opened.convert("RGB")).save(out, "PNG")
    files[f"{name}.png"] = _png.told(out.getvalue(), told)


def smaller(picture: Image.Image) -> Image.Image:
    """A picture of half the size."""
    return picture.resize((picture.width // 2, picture.height // 2))


def empty(picture: Image.Image) -> Image.Image:
    """Nothing but white."""
    return Image.new("RGB", picture.size, "white")


def half_a_code(picture: Image.Image) -> Image.Image:
    """A code of which the upper half is painted over."""
    left, top, right, bottom = CODE
    ImageDraw.Draw(picture).rectangle((left, top, right, (top + bottom) // 2), "white")
    return picture


def recoded(side: int, address: str, picture: Image.Image) -> Image.Image:
    """A code `side` pixels wide, with its white edge, for `address`."""
    found = io.BytesIO()
    segno.make(address, error="m", micro=False).save(found, kind="png", scale=20, border=4)
    drawn = Image.open(found).convert("RGB").resize((side, side), Image.Resampling.NEAREST)
    ImageDraw.Draw(picture).rectangle((CODE[0] - 20, CODE[1], 1860, CODE[3] + 20), "white")
    picture.paste(drawn, (CODE[0], CODE[1]))
    return picture


def crowded(picture: Image.Image) -> Image.Image:
    """A thick line right beside the code."""
    ImageDraw.Draw(picture).rectangle((CODE[0] + 30, CODE[1], CODE[0] + 38, CODE[3]), "black")
    return picture


def reworded(name: str, old: str, new: str, files: dict[str, bytes]) -> None:
    """A text in which some words are replaced."""
    words = files[name].decode()
    assert old in words, f"{old!r} is not in {name}"
    files[name] = words.replace(old, new).encode()


def another_poster(draft: Draft, folder: Path) -> Iterable[Finding]:
    """A pack to print that holds a poster which is not the published one."""
    posters = [a for a in draft.artefacts if a.format == "poster"]
    files = {a.path.name: a.path.read_bytes() for a in posters}
    name = posters[0].path.name
    files |= {name: files[name] + b"\n", "read-me.txt": b"Read me"}
    pack = Artefact(folder / "print-pack.zip", "application/zip", "print-pack", "Print pack")
    data = _zip.packed(files, draft.charter.facts.published, "print-pack")
    return looked_at(replace(draft, artefacts=tuple(posters)), folder, pack, data)


def remade(charter: Charter, draft: Draft, folder: Path) -> Iterable[Finding]:
    """The screen pack that is made of another charter."""
    (folder / "downloads").mkdir()
    made = tuple(screens.render(charter, folder, Edition()))
    return packs.run(replace(draft, charter=charter, root=folder, artefacts=made)).findings


def wordy(draft: Draft, folder: Path) -> Iterable[Finding]:
    """A pledge with far too many words for a picture."""
    first, *others = draft.charter.pledges
    words = " ".join(["We will hear every tenant and do what we promise."] * 20)
    long = replace(first, poster=(Paragraph((Span(words),), first.place),))
    return remade(replace(draft.charter, pledges=(long, *others)), draft, folder)


def long_address(draft: Draft, folder: Path) -> Iterable[Finding]:
    """A website whose address fills the picture."""
    site = f"https://www.{'friends-of-the-house-' * 6}.example.org/charter/of/the/tenants/"
    facts = replace(draft.charter.facts, site=site)
    return remade(replace(draft.charter, facts=facts), draft, folder)


def long_picture(draft: Draft, folder: Path) -> Iterable[Finding]:
    """A picture with a description as long as a story."""
    wanted = draft.charter.pledges[0].picture
    drawings = tuple(
        replace(one, shows="Then a person hears another person. " * 30) if one.id == wanted else one
        for one in draft.charter.drawings
    )
    return remade(replace(draft.charter, drawings=drawings), draft, folder)


def elsewhere(draft: Draft, folder: Path) -> Iterable[Finding]:
    """The code of the charter on the picture of a pledge."""
    look = partial(recoded, 615, scan(draft.charter))
    return changed(partial(painted, SCREEN, look), draft, folder)


def small_code(draft: Draft, folder: Path) -> Iterable[Finding]:
    """The right code, but too small to scan from two metres away."""
    look = partial(recoded, 300, scan(draft.charter, draft.charter.pledges[0]))
    return changed(partial(painted, SCREEN, look), draft, folder)


UNLINKED = partial(reworded, PAGE, "https://friends.example.org/q/", "https://example.org/")
MUTE = partial(reworded, PAGE, 'alt="We are', 'alt="')
LEFT_OUT = partial(reworded, f"{SCREEN}.txt", "Hear every tenant", "Hear some tenants")

SEEDS: dict[str, tuple[Seed, Seed]] = {
    "PACK-001": (torn, whole),
    "PACK-002": (partial(changed, lost), whole),
    "PACK-003": (partial(changed, added), whole),
    "PACK-004": (partial(changed, partial(painted, POST, smaller)), whole),
    "PACK-005": (partial(changed, partial(painted, POST, empty)), whole),
    "PACK-006": (partial(changed, LEFT_OUT), whole),
    "PACK-007": (partial(changed, partial(painted, SCREEN, half_a_code)), whole),
    "PACK-008": (elsewhere, whole),
    "PACK-009": (small_code, whole),
    "PACK-010": (another_poster, whole),
    "PACK-011": (partial(changed, UNLINKED), whole),
    "SCREEN-001": (wordy, whole),
    "SCREEN-002": (long_address, whole),
    "SCREEN-003": (long_picture, whole),
}

MORE: dict[str, tuple[str, Seed]] = {
    "a torn picture": ("PACK-001", partial(changed, torn_picture)),
    "a picture that tells nothing": ("PACK-001", partial(changed, silent_picture)),
    "words that are no text": (
        "PACK-001",
        partial(changed, lambda files: files.update({f"{POST}.txt": b"\xff\xfe\xfa"})),
    ),
    "no address beside a picture": (
        "PACK-006",
        partial(changed, partial(reworded, f"{POST}.txt", "friends.example.org/q/hear", "")),
    ),
    "a picture that is not described": (
        "PACK-006",
        partial(changed, partial(reworded, f"{POST}.txt", "The picture: A person", "A person,")),
    ),
    "a crowded code": ("PACK-009", partial(changed, partial(painted, SCREEN, crowded))),
    "a signature without its words": ("PACK-011", partial(changed, MUTE)),
    "an empty page for e-mails": (
        "PACK-011",
        partial(changed, lambda files: files.update({PAGE: b"<p></p>"})),
    ),
}
"""Other faults for the same rules, by what they are."""
