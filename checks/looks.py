"""Looks: a picture of every page of every output, compared with the one that was accepted.

That something looks different is no fault: new words change how a page looks. So it never shuts
the gate. But somebody must see it, and say that it was meant.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

from charter import looks
from charter.cache import key
from charter.contracts import Draft, Stage
from charter.findings import Finding, Outcome, Rule, Severity, rules
from charter.look import Look
from charter.model import Place
from checks._looks import eyes, papers, picture, site
from checks._looks.taken import CACHE, Taken, before, tools

TITLE = "Looks"
STAGE = Stage.ARTEFACTS
_ACCEPT = "if all of it was meant, run “python3 build.py accept-looks{more}”"
RULES = rules(
    Rule(
        "LOOK-001",
        Severity.WARNING,
        "“{document}” looks different from what was accepted ({count} of {all} pictures): {which}.",
        f"Look at them in the report, side by side (looks.html); {_ACCEPT}. "
        "If not, put back what changed them.",
        "One change often moves something on another page, and nobody reads every page each time.",
    ),
    Rule(
        "LOOK-002",
        Severity.WARNING,
        "{count} of {all} pictures of “{document}” can't be compared, because there is no accepted "
        "one that can be opened: {which}.",
        f"Look at them in the report (looks.html); {_ACCEPT}.",
        "Until a picture is accepted nobody notices when its page looks different.",
    ),
    Rule(
        "LOOK-003",
        Severity.WARNING,
        "No longer made, though pictures of it were accepted ({count}): {which}.",
        f"Find out what took it away; {_ACCEPT}. Then these pictures are deleted.",
        "A page that is lost by mistake has no other mark.",
    ),
    Rule(
        "LOOK-004",
        Severity.WARNING,
        "Nobody has accepted yet how this charter looks.",
        f"Look at the pictures in the report (looks.html); {_ACCEPT}.",
        "From then on you are told when anything looks different.",
    ),
)

# On a busy computer a browser draws a page with other letters now and then. So where only a few
# pages look different, they are taken once more.
_DOUBTFUL = 12
_NAMED = 3  # how many pictures a message names
_LITTLE = 0.01  # of a picture: a share below that is said in words
_SHIPPED = Path("content")  # the charter that is meant where nobody says which


def run(draft: Draft) -> Outcome:
    """Take all pictures and compare them. Raises `ProgramFailed` where the browser can't."""
    pages, several = site.pages(draft), papers.papers(draft)
    # The browser works in a program of its own; meanwhile the papers are drawn here.
    with ThreadPoolExecutor(1) as beside:
        drawn = beside.submit(papers.pictures, several)
        taken = [*site.pictures(draft, pages), *drawn.result()]
    folder = draft.charter.folder
    accepted = looks.accepted(folder)
    found = [_look(one, accepted.get(one.name, b"")) for one in taken]
    doubtful = [one.name for one in found if one.changed and one.document == site.DOCUMENT]
    if 0 < len(doubtful) <= _DOUBTFUL:
        again = {one.name: one for one in site.pictures(draft, pages, doubtful)}
        taken = [again.get(one.name, one) for one in taken]
        found = [_look(one, accepted.get(one.name, b"")) for one in taken]
    CACHE.tidy()
    found = _seen_by_others(draft, found)
    gone = sorted(accepted.keys() - {one.name for one in found})
    lost = [Look(name, *_called(name), accepted=accepted[name]) for name in gone]
    # Every pledge has a page of its own, whatever files there are.
    due = {"index.html", *(f"pledges/{pledge.id}/index.html" for pledge in draft.charter.pledges)}
    expected = {name for page in {*pages, *due} for name in site.names(page)}
    expected |= papers.expected(draft) | {one.stem for one in several if one.kind == ".png"}
    findings = _findings(taken, found, lost, folder) if accepted else (_none_yet(folder),)
    examined = frozenset(one.name for one in taken)
    return Outcome(tuple(findings), frozenset(expected), examined, looks=(*found, *lost))


def _look(one: Taken, accepted: bytes) -> Look:
    """One picture beside the accepted one; none, where that can't be opened."""
    try:
        difference = picture.compare(accepted, one.data) if accepted else None
    except OSError:
        accepted, difference = b"", None
    marked, share = (difference.marked, difference.share) if difference else (b"", 0)
    return Look(one.name, one.document, one.shows, one.data, accepted, marked, share)


def _called(name: str) -> tuple[str, str]:
    """What to call what is gone: nothing but its name is left of it."""
    document, _, shows = name.partition("/")
    shows = f"page {shows}" if shows.isdigit() else shows
    return document.replace("-", " ").capitalize(), shows


def _seen_by_others(draft: Draft, found: Sequence[Look]) -> list[Look]:
    """The same, some pages of each kind also as other readers see them."""
    pledges = [f"site/pledges/{pledge.id}-1280" for pledge in draft.charter.pledges[:1]]
    shown = {"site/home-1280", *pledges, "poster-a4/1", "easy-read/1"}
    return [replace(one, eyes=_eyes(one.now)) if one.name in shown else one for one in found]


def _eyes(now: bytes) -> dict[str, bytes]:
    places = {eye: key(tools(), eye, now) for eye in eyes.EYES}
    found = {eye: data for eye, place in places.items() if (data := before(place))}
    if len(found) < len(places):
        found = eyes.seen(now)
        for eye, data in found.items():
            CACHE.write(places[eye], data)
    return found


def _findings(
    taken: Sequence[Taken], found: Sequence[Look], lost: Sequence[Look], folder: Path
) -> Iterator[Finding]:
    """What changed, what is new, and what has gone: one finding each for a document."""
    more, files = _more(folder), {one.name: Path(one.file) for one in taken}
    for document in dict.fromkeys(one.document for one in found):
        mine = [one for one in found if one.document == document]
        facts = {"all": len(mine), "document": document, "more": more}
        if changed := sorted((one for one in mine if one.changed), key=lambda one: -one.share):
            place = Place(files[changed[0].name])
            yield RULES["LOOK-001"].at(place, **_named(changed), **facts)
        if new := [one for one in mine if one.new]:
            yield RULES["LOOK-002"].at(Place(files[new[0].name]), **_named(new), **facts)
    if lost:
        named = _named([replace(one, shows=one.alt) for one in lost])
        yield RULES["LOOK-003"].at(Place(folder / looks.FOLDER), **named, more=more)


def _named(several: Sequence[Look]) -> dict[str, object]:
    """How many there are, and the first few of them."""
    named = [f"{one.shows}{_how_much(one)}" for one in several[:_NAMED]]
    rest = len(several) - _NAMED
    return {
        "count": len(several),
        "which": "; ".join([*named, f"and {rest} more"] if rest > 0 else named),
    }


def _how_much(one: Look) -> str:
    if not one.changed:
        return ""
    return f" ({one.share:.0%} of it)" if one.share >= _LITTLE else " (a little of it)"


def _none_yet(folder: Path) -> Finding:
    return RULES["LOOK-004"].at(Place(folder / looks.FOLDER), more=_more(folder))


def _more(folder: Path) -> str:
    """What the command needs to know, where another charter is meant than ours."""
    return "" if folder == _SHIPPED else f" --content {folder.as_posix()}"
