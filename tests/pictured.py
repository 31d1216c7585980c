"""What the tests of looks share: a draft whose accepted pictures are those of another draft."""

from __future__ import annotations

import io
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from PIL import Image, ImageDraw

from charter.contracts import Draft
from charter.looks import ENDING, FOLDER
from checks import looks
from checks._looks.picture import kept, opened


def taken(draft: Draft) -> dict[str, bytes]:
    """Every picture of a draft by its name. They are taken once, then remembered."""
    return {one.name: one.now for one in looks.run(draft).looks if one.now}


def accepting(draft: Draft, content: Path, pictures: Mapping[str, bytes]) -> Draft:
    """The same draft, of a charter in the folder `content`, where these pictures were accepted."""
    for name, data in pictures.items():
        file = content / FOLDER / f"{name}{ENDING}"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)
    return replace(draft, charter=replace(draft.charter, folder=content))


def with_a_box(data: bytes) -> bytes:
    """A picture with a red box drawn on it, twenty dots wide."""
    picture = opened(data)
    ImageDraw.Draw(picture).rectangle((10, 10, 29, 29), fill=(200, 0, 0))
    return kept(picture)


def moved(data: bytes, across: float, down: float) -> bytes:
    """A picture moved by parts of a dot, as where edges are drawn in another way."""
    picture = opened(data)
    edge = 2
    wide = Image.new("RGB", (picture.width + 2 * edge, picture.height + 2 * edge))
    for x, y in ((0, 0), (2 * edge, 0), (0, 2 * edge), (2 * edge, 2 * edge), (edge, edge)):
        wide.paste(picture, (x, y))  # the outermost dots go on beyond the edge
    shift = (1, 0, across, 0, 1, down)
    wide = wide.transform(wide.size, Image.Transform.AFFINE, shift, Image.Resampling.BILINEAR)
    return kept(wide.crop((edge, edge, edge + picture.width, edge + picture.height)))


def as_jpeg(data: bytes) -> bytes:
    """A picture with the noise that JPEG adds (quality 90)."""
    out = io.BytesIO()
    opened(data).save(out, "JPEG", quality=90, subsampling=0)
    return kept(Image.open(out))


def darkest(picture: Image.Image) -> int:
    """The darkest shade in a picture: 0 is black, 255 white."""
    return next(shade for shade, dots in enumerate(picture.convert("L").histogram()) if dots)
