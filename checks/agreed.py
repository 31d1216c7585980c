"""Same promise in every version: somebody compared them since either side last changed."""

from __future__ import annotations

from collections.abc import Iterator

from charter.agree import fingerprint, versions_of
from charter.contracts import Draft, Stage
from charter.findings import Finding, Outcome, Rule, Severity, rules
from charter.load import AGREED
from charter.model import Chapter, Charter, Place

TITLE = "Versions agree"
STAGE = Stage.CONTENT
RULES = rules(
    Rule(
        "AGREE-001",
        Severity.ERROR,
        "Nobody has yet agreed that the {version} of “{title}” says the same as its full text.",
        "Read the two side by side. If they say the same, run: python3 build.py agree {id}",
        "A promise that differs from version to version is no promise.",
    ),
    Rule(
        "AGREE-002",
        Severity.ERROR,
        "The full text of “{title}” or its {version} has changed since the two were agreed.",
        "Read the two side by side and put right what differs. "
        "When they say the same, run: python3 build.py agree {id}",
        "People who use one version must not be promised less, or more, than the others.",
    ),
    Rule(
        "AGREE-003",
        Severity.WARNING,
        "This line is about the {version} of “{id}”, which is not there.",
        "Delete the line. If the id was changed, change it back: its address is known.",
        "A line left behind could count for another text later.",
    ),
)

_NAMES = {"poster": "poster text", "easy read": "Easy Read"}


def run(draft: Draft) -> Outcome:
    """Compare each version's row in agreed.csv with its words and the full text of today."""
    charter = draft.charter
    wanted = [(c, version) for c in charter.chapters for version in versions_of(c)]
    findings = list(_left_behind(charter, {(c.id, version) for c, version in wanted}))
    file = Place(charter.folder / AGREED)
    examined = {file.file.as_posix()}
    for chapter, version in wanted:
        findings += _version(chapter, version, charter)
        examined.add(f"{chapter.id}: {version}")
    expected = {f"{c.id}: {version}" for c, version in wanted} | {file.file.as_posix()}
    return Outcome(tuple(findings), frozenset(expected), frozenset(examined))


def _version(chapter: Chapter, version: str, charter: Charter) -> Iterator[Finding]:
    rows = {
        row.full_text
        for row in charter.agreements
        if (row.chapter, row.version.casefold()) == (chapter.id, version)
    }
    facts = {"id": chapter.id, "title": chapter.title, "version": _NAMES[version]}
    place = chapter.easy_read.place if version == "easy read" else _poster(chapter)
    if not rows:
        yield RULES["AGREE-001"].at(place, **facts)
    # Two rows that differ, as after a merge, agree with none.
    elif rows != {fingerprint(chapter, version)}:
        yield RULES["AGREE-002"].at(place, **facts)


def _poster(chapter: Chapter) -> Place:
    return chapter.poster[0].place if chapter.poster else chapter.place


def _left_behind(charter: Charter, wanted: set[tuple[str, str]]) -> Iterator[Finding]:
    for row in charter.agreements:
        if (row.chapter, row.version.casefold()) not in wanted:
            yield RULES["AGREE-003"].at(row.place, id=row.chapter, version=row.version)
