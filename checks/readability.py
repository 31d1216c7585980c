"""Plain English: sentence rules and readability scores for every version of every chapter."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from charter.contracts import Draft, Stage
from charter.findings import Finding, Outcome, unique
from charter.model import Charter
from charter.reading import Reading
from checks._english.prose import (
    FULL,
    VERSIONS,
    known_words,
    labels,
    proper_names,
    versions,
    whole,
)
from checks._english.scores import prove
from checks._english.slips import names
from checks._english.text import Version, mostly_english
from checks._english.wordings import says_when, says_who
from checks._measured import Measured, measure, together
from checks._ratchet import compare, harder
from checks._reading import Reader, called_twice, name_of, read
from checks._reading_rules import RULES
from checks._reading_sentences import initials, wordings

TITLE = "Plain English"
STAGE = Stage.CONTENT

__all__ = ["RULES", "STAGE", "TITLE", "run"]


def run(draft: Draft) -> Outcome:
    """Check and score each version of each chapter, and each version of the whole charter.

    Raises ProgramFailed where textstat and our own counts don't agree on the text.
    """
    charter = draft.charter
    parts = tuple(versions(charter))
    expected = frozenset(part.label for part in parts)
    if charter.facts.language.partition("-")[0].lower() not in ("en", ""):
        return Outcome((_other_language(charter, parts),), expected, expected)
    known = known_words(charter)
    reader = Reader(
        draft.policy,
        known,
        names(proper_names(charter), (s for part in parts for s in part.scored)),
        frozenset(signatory.name.lower() for signatory in charter.signatories),
    )
    measured = [measure(part, known) for part in parts]
    results = [read(each, reader, draft.published) for each in measured]
    rose = {f.text for _, found in results for f in found if f.rule.code == "READ-027"}
    results += _whole(measured, charter, reader, draft, rose)
    for name in VERSIONS:
        prove(sentence for part in parts if part.name == name for sentence in part.scored)
    findings = [finding for _, found in results for finding in found]
    findings += _pledges(parts, charter, reader)
    findings += _two_names(parts, reader)
    findings += _label_findings(charter, parts, reader)
    readings = tuple(reading for reading, _ in results)
    examined = expected & {reading.label for reading in readings}
    return Outcome(unique(findings), expected, examined, readings)


def _other_language(charter: Charter, parts: tuple[Version, ...]) -> Finding:
    place, language = charter.facts.where("language"), charter.facts.language
    if mostly_english(parts):
        return RULES["READ-015"].at(place, language=language)
    return RULES["READ-013"].at(place, what="This charter", start=language)


def _whole(
    measured: list[Measured], charter: Charter, reader: Reader, draft: Draft, rose: set[str]
) -> Iterator[tuple[Reading, tuple[Finding, ...]]]:
    """Each version of the whole charter; its sentences were judged chapter by chapter.

    It is compared with the published one in the chapters that both have, for a new page is no
    change, and that are not found to be harder already: `rose` has their labels.
    """
    past = draft.published or {}
    for name in VERSIONS:
        parts = [each for each in measured if each.version.name == name]
        joined = whole((each.version for each in parts), name, charter.introduction.place)
        if not joined.passages:
            continue
        reading, found = read(together(parts, joined), reader, words=False)
        same = [each for each in parts if each.version.label in past.keys() - rose]
        if same:
            then = [block for each in same for block in past[each.version.label]]
            both = whole((each.version for each in same), name, charter.introduction.place)
            now = together(same, both)
            compared = compare(now, then, reader.known)
            found += tuple(harder(now, then, compared, name_of(both)))
        yield reading, tuple(replace(finding, text=reading.label) for finding in found)


def _pledges(parts: tuple[Version, ...], charter: Charter, reader: Reader) -> Iterator[Finding]:
    """Pledges whose full text says neither when nor how often, or not who."""
    known = {pledge.id for pledge in charter.pledges}
    for part in parts:
        if part.name == FULL and part.chapter in known:
            said = " ".join(passage.text for passage in part.passages)
            if not says_when(said):
                yield replace(RULES["READ-021"].at(part.place), text=part.label)
            if not says_who(said, reader.who):
                yield replace(RULES["READ-022"].at(part.place), text=part.label)


def _two_names(parts: tuple[Version, ...], reader: Reader) -> Iterator[Finding]:
    for name in VERSIONS:
        passages = [p for part in parts if part.name == name for p in part.passages]
        yield from called_twice(passages, reader.lines, name)


def _label_findings(
    charter: Charter, parts: tuple[Version, ...], reader: Reader
) -> Iterator[Finding]:
    """What the words of titles, headings, tables and front matter break.

    Initials in a heading may be spelled out in the text.
    """
    bodies = {part.label: part.passages for part in parts}
    for version in labels(charter):
        body = bodies.get(version.label, ())
        met = {
            word.text
            for passage in body
            for sentence in passage.sentences
            if any(one.initials for one in sentence.lexemes)
            for word in sentence.words
        }
        ours = [passage for passage in version.passages if passage.our_letters]
        for passage in ours:
            for sentence in passage.sentences:
                hits = wordings(sentence, version, reader, promises=passage.promises)
                yield from reader.find(passage, hits, sentence, version)
        for passage, sentence, hit in initials(ours, version, reader, frozenset(met)):
            yield from reader.find(passage, (hit,), sentence, version)
