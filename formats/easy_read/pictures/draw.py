"""Write every picture as an SVG file: ``python -m formats.easy_read.pictures.draw FOLDER``."""

import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from formats.easy_read.pictures import (
    heroes,
    models,
    scenes_access,
    scenes_deciding,
    scenes_doing,
    scenes_folk,
    scenes_health,
    scenes_notices,
    scenes_paper,
    scenes_people,
    scenes_places,
    scenes_talk,
    scenes_things,
)
from formats.easy_read.pictures.palette import INK
from formats.easy_read.pictures.pen import OUTLINE, number

# The pictures with no outline: they sit on a deep navy band.
FLAT: Final = frozenset(heroes.SCENES)

_SMALL: Final = {
    **scenes_access.SCENES,
    **scenes_deciding.SCENES,
    **scenes_doing.SCENES,
    **scenes_folk.SCENES,
    **scenes_health.SCENES,
    **scenes_notices.SCENES,
    **scenes_paper.SCENES,
    **scenes_people.SCENES,
    **scenes_places.SCENES,
    **scenes_talk.SCENES,
    **scenes_things.SCENES,
}


@dataclass(frozen=True, slots=True)
class Canvas:
    """How large a picture is, and whether its shapes have an outline."""

    width: int = 200
    height: int = 200
    outlined: bool = True


def svg(picture_id: str, marks: str, canvas: Canvas) -> str:
    """Promise one whole SVG file that needs nothing outside itself."""
    outline = number(OUTLINE if canvas.outlined else 0)
    w, h = canvas.width, canvas.height
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {w} {h}" width="{w}" height="{h}"'
        f' role="img"><title>{title(picture_id)}</title>\n'
        f'<g fill="none" stroke="{INK}" stroke-width="{outline}"'
        ' stroke-linecap="round" stroke-linejoin="round">'
        f"{marks}</g></svg>\n"
    )


def title(picture_id: str) -> str:
    """Promise the id as words: "young-people" is "Young people"."""
    return picture_id.replace("-", " ").capitalize()


def everything() -> Mapping[str, str]:
    """Promise every picture's SVG under its id, in the order of the ids."""
    drawn = {name: svg(name, scene(), Canvas()) for name, scene in _SMALL.items()}
    for name, scene in heroes.SCENES.items():
        drawn[name] = svg(name, scene(), Canvas(heroes.WIDTH, heroes.HEIGHT, outlined=False))
    for name, scene in models.SCENES.items():
        drawn[name] = svg(name, scene(), Canvas(models.WIDTH, models.HEIGHT))
    return dict(sorted(drawn.items()))


def main(folder: Path) -> None:
    """Write every picture into a folder that is made if need be."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in everything().items():
        (folder / f"{name}.svg").write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
