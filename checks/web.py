"""Web pages: every page of the site, with several engines, our own walks, and from its files."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from charter.contracts import Draft, Stage
from charter.findings import Finding, Outcome
from charter.model import Place
from checks._web import browser, gate, links
from checks._web.rules import RULES
from checks._web.seen import Seen

__all__ = ["RULES", "STAGE", "TITLE", "findings", "run"]

TITLE = "Web accessibility"
STAGE = Stage.ARTEFACTS
_NAMED = 2  # settings that a message names
_WORD = re.compile(r"[^\W\d_]{4,}")


def run(draft: Draft) -> Outcome:
    """Look at every page of the staged site. Raises `ProgramFailed` where that can't be done."""
    facts, pages = draft.charter.facts, links.read(draft.root)
    word = _WORD.search(facts.title)
    looked = gate.look(gate.Site(draft.root, facts.site, pages, word[0] if word else facts.title))
    # Every pledge has a page of its own, whatever files there are.
    due = {"index.html", *(f"pledges/{pledge.id}/index.html" for pledge in draft.charter.pledges)}
    expected = {gate.unit(page, engine) for page in {*pages, *due} for engine in gate.ENGINES}
    expected.add(gate.unit(browser.SITE, "browser"))
    return Outcome(findings(looked.seen), frozenset(expected), looked.examined)


class _Fault(NamedTuple):
    """What makes two sightings one fault."""

    rule: str
    facts: tuple[tuple[str, str], ...]


def findings(seen: Iterable[Seen]) -> tuple[Finding, ...]:
    """A finding for each page and kind of fault, whoever saw it, in whatever setting.

    What is the same in the same places on several pages, such as a fault in the menu, is said
    once, and on how many pages it is.
    """
    faults: dict[tuple[str, _Fault], list[Seen]] = {}
    for one in seen:
        fault = _Fault(one.rule, tuple(sorted(one.facts.items())))
        faults.setdefault((one.page, fault), []).append(one)
    shared: dict[tuple[_Fault, frozenset[str]], list[list[Seen]]] = {}
    for (_, fault), several in faults.items():
        places = frozenset(one.selector for one in several)
        shared.setdefault((fault, places), []).append(several)
    return tuple(_finding(pages) for pages in shared.values())


def _finding(pages: list[list[Seen]]) -> Finding:
    """One fault, on the pages that have it, each with who saw it there and how."""
    first = pages[0][0]
    page = "index.html" if first.page == browser.SITE else first.page
    everywhere = [one for several in pages for one in several]
    places = list(dict.fromkeys(one.selector for one in pages[0] if one.selector))
    facts = {**first.facts, "where": _where(places, len(pages) - 1), "by": _by(everywhere)}
    return RULES[first.rule].at(Place(Path(page)), **facts)


def _where(places: list[str], others: int) -> str:
    more = " and others like it" if len(places) > 1 else ""
    pages = f"{others} more page{'' if others == 1 else 's'}"
    also = f" The same is on {pages}." if others else ""
    return (f" The place: “{places[0]}”{more}." if places else "") + also


def _by(seen: Iterable[Seen]) -> str:
    """Who saw it, with the engine's own name for it, which a developer can look up; and how."""
    engines = sorted({f"{one.engine} {_name(one)}".strip() for one in seen})
    settings = list(dict.fromkeys(_settings(seen)))
    more = "; and in other ways" if len(settings) > _NAMED else ""
    shown = f" Seen: {'; '.join(settings[:_NAMED])}{more}." if settings else ""
    return f" (Found by {', '.join(engines)}.{shown})"


def _name(one: Seen) -> str:
    """The engine's name for it, where that says more than our own words do."""
    said = one.facts.get("what", "")
    return "" if one.name.rstrip(".") and one.name.rstrip(".") in said else one.name.rstrip(".")


def _settings(seen: Iterable[Seen]) -> Iterator[str]:
    """How it was shown; the shorter of two where one only adds to the other."""
    every = dict.fromkeys(one.setting for one in seen if one.setting)
    return (one for one in every if not any(one.startswith(f"{two},") for two in every))
