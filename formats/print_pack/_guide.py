"""What the guide says, in plain English: how to print each paper, and where to put it."""

from __future__ import annotations

from collections.abc import Iterable

INTRODUCTION = (
    "This guide is for libraries, schools, doctors’ surgeries and other places where people wait. "
    "You can print all of this, and give it away."
)
PAPERS = (
    (
        "poster",
        "Poster",
        "Print it on A3 or A4. Put it on a wall where people wait.",
    ),
    (
        "booklet",
        "Booklet",
        (
            "Print booklet-to-print.pdf on both sides of A4. Flip on the short edge. "
            "Fold the sheets and staple the fold."
        ),
    ),
    (
        "card",
        "Table card",
        "Print it on thick A4 paper, on one side. Fold it on the dotted lines, and tape the strip.",
    ),
    (
        "leaflet",
        "Leaflets",
        "There is one for each pledge. Print both sides on A5, and flip on the long edge.",
    ),
    (
        "easy",
        "Easy Read",
        "Print it, or ask us for copies. We have large print for you as well.",
    ),
    (
        "screen",
        "Pictures for screens",
        "They are in screen-pack.zip. Show them on a screen in reception, or on social media.",
    ),
)
"""What is in the packs: the name of its small picture, its title, and what to do with it."""

PLACES = (
    ("Library", "Put booklets on the desk, and a card on each table."),
    ("Doctors’ surgery", "Put the poster and the leaflets in the waiting room."),
    ("School", "Show the pictures on the screen in reception. Send a leaflet home."),
    ("Community group", "Give a booklet to each person, and read it together."),
)
"""Where to put them."""

MORE = (
    "Phone us if you need more copies, or if you can’t print them.",
    "Ask us for Easy Read, large print or another language.",
)
CHECK = "Before you print more, look on our website for a newer version."


def sentences() -> Iterable[str]:
    """Each paragraph of the guide, for those who judge its words."""
    yield INTRODUCTION
    yield from (told for _, _, told in PAPERS)
    yield from (told for _, told in PLACES)
    yield from MORE
    yield CHECK
