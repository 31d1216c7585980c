"""Pictures: each is there, says what it shows, may be used, and is small enough to send."""

from __future__ import annotations

import re
from collections.abc import Iterator

from charter.contracts import Draft, Stage
from charter.files import DRAWING_FACTS
from charter.findings import Finding, Outcome, Rule, Severity, rules
from charter.model import Charter, Drawing, Picture, Place
from checks._walk import pictures_of

TITLE = "Pictures"
STAGE = Stage.CONTENT
RULES = rules(
    Rule(
        "PICTURE-001",
        Severity.ERROR,
        "The picture “{id}” can't be shown: there is no usable file pictures/{id}.svg.",
        "Check the spelling of its name, or put the picture into the folder “pictures”.",
        "There would be a hole where the picture belongs.",
    ),
    Rule(
        "PICTURE-002",
        Severity.ERROR,
        "The picture “{id}” has no description.",
        'Add a line to its entry in pictures.toml: shows = "…". Say what can be seen in it.',
        "People who can't see the picture get the description instead.",
    ),
    Rule(
        "PICTURE-003",
        Severity.ERROR,
        "“{shows}” does not describe the picture “{id}”.",
        "Say in a short sentence what can be seen, such as “A woman speaks to a doctor”.",
        "A file name or a single word tells people who can't see the picture next to nothing.",
    ),
    Rule(
        "PICTURE-004",
        Severity.ERROR,
        "The entry of the picture “{id}” has no “{fact}”.",
        'Add the line {fact} = "…" to its entry in pictures.toml.',
        "You must be able to show who made each picture, and that you may use it.",
    ),
    Rule(
        "PICTURE-005",
        Severity.WARNING,
        "{count} of the {used} pictures in use have not been tested with anyone.",
        "Show them to people with learning disabilities. "
        "Then write who and when after “tested_with” in pictures.toml.",
        "Only the people a picture is for can say that they understand it.",
    ),
    Rule(
        "PICTURE-006",
        Severity.WARNING,
        "No page uses these pictures of yours ({count}): {names}.",
        "Use them, or delete the files and their entries in pictures.toml.",
        "Pictures that nobody sees still have to be looked after.",
    ),
    Rule(
        "PICTURE-007",
        Severity.ERROR,
        "The picture “{id}” has {size} kB. The most is {limit} kB.",
        "Save it with fewer points, and without a photo inside.",
        "People on a slow or costly phone line have to load it.",
    ),
    Rule(
        "PICTURE-008",
        Severity.WARNING,
        "{count} of the {used} pictures in use may be taken for something else: {names}.",
        "Test these first, or choose others: pictures.html in the reports shows all there are, "
        "and says why these are weak.",
        "Many people look at the picture first. A wrong picture misleads them, whatever the words.",
    ),
    Rule(
        "PICTURE-009",
        Severity.ERROR,
        "The entry of the picture “{id}” has a line “{key}”, which nobody knows.",
        "Check its spelling, or delete the line. Known here: {known}.",
        "A misspelt line would be left out without a word.",
    ),
    Rule(
        "PICTURE-010",
        Severity.WARNING,
        "The picture of the charter, “{id}”, is not wide enough: it is {times} times as wide as "
        "high.",
        "Choose one in pictures.html in the reports that is about 600 wide to 340 high, or have "
        "one of your place drawn in that shape.",
        "It stands beside the title. A narrow or tall picture leaves a hole there, or pushes the "
        "words down.",
    ),
)

# The maker of the pictures that come with the pipeline. They are a library to choose from, and are
# looked after with it: that a page uses few of them is as it should be.
LIBRARY = "Charter pipeline"
SHORTEST_DESCRIPTION = 8  # characters
LARGEST = 100  # kB
NARROWEST = 1.4  # times as wide as high
_FILE_NAME = re.compile(r"\S+\.(svg|png|jpe?g|gif|webp)|\S*_\S*", re.IGNORECASE)


def run(draft: Draft) -> Outcome:
    """Look at every use of a picture, then at each picture in use."""
    charter = draft.charter
    uses = tuple(pictures_of(charter))
    findings: list[Finding] = []
    examined = set()
    for use in uses:
        findings += _use(use, charter.drawing(use.id))
        examined.add(use.id)
    used = [drawing for drawing in charter.drawings if drawing.id in examined]
    for drawing in used:
        findings += _drawing(drawing)
    findings += _beside_the_title(charter)
    for drawing in charter.drawings:
        findings += _others(drawing)
    folder = charter.folder / "pictures"
    listing = Place(folder / "pictures.toml")
    if untested := sum(not drawing.tested_with for drawing in used):
        findings.append(RULES["PICTURE-005"].at(listing, count=untested, used=len(used)))
    own = (drawing.id for drawing in charter.drawings if drawing.made_by != LIBRARY)
    if unused := [name for name in own if name not in examined]:
        names = ", ".join(unused)
        findings.append(RULES["PICTURE-006"].at(listing, count=len(unused), names=names))
    # One that was tested with people is theirs to judge, whatever we thought of it.
    if weak := [drawing.id for drawing in used if drawing.weak and not drawing.tested_with]:
        facts = {"count": len(weak), "used": len(used), "names": ", ".join(weak)}
        findings.append(RULES["PICTURE-008"].at(listing, **facts))
    evidence = frozenset(use.id for use in uses) | {listing.file.as_posix()}
    return Outcome(tuple(findings), evidence, frozenset(examined) | {listing.file.as_posix()})


def _use(use: Picture, drawing: Drawing | None) -> Iterator[Finding]:
    if drawing is None:
        yield RULES["PICTURE-001"].at(use.place, id=use.id or "(no name)")
    elif use.alt and use.alt != drawing.shows and not describes(use.alt):
        yield RULES["PICTURE-003"].at(use.place, id=use.id, shows=use.alt)


def _drawing(drawing: Drawing) -> Iterator[Finding]:
    name, place = drawing.id, drawing.place
    if not drawing.shows:
        yield RULES["PICTURE-002"].at(place, id=name)
    elif not describes(drawing.shows):
        yield RULES["PICTURE-003"].at(place, id=name, shows=drawing.shows)
    for fact, value in (("made_by", drawing.made_by), ("licence", drawing.licence)):
        if not value:
            yield RULES["PICTURE-004"].at(place, id=name, fact=fact)
    size = len(drawing.svg.encode()) / 1000
    if size > LARGEST:
        yield RULES["PICTURE-007"].at(place, id=name, size=round(size + 0.5), limit=LARGEST)


def _beside_the_title(charter: Charter) -> Iterator[Finding]:
    name = charter.facts.picture
    drawing = charter.drawing(name)
    if drawing and drawing.proportion < NARROWEST:
        place = charter.facts.where("picture")
        yield RULES["PICTURE-010"].at(place, id=name, times=f"{drawing.proportion:.1f}")


def _others(drawing: Drawing) -> Iterator[Finding]:
    known = ", ".join(DRAWING_FACTS)
    for key in drawing.others:
        yield RULES["PICTURE-009"].at(drawing.place, id=drawing.id, key=key, known=known)


def describes(words: str) -> bool:
    """Whether `words` can stand in for a picture: prose, and neither a file name nor one word."""
    several = len(words.split()) > 1
    return several and len(words) >= SHORTEST_DESCRIPTION and not _FILE_NAME.search(words)
