"""Changed, new and lost looks, and reports from which nothing can be accepted."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path

from harness import Seed
from pictured import accepting, taken, with_a_box

from charter import looks as accepted
from charter.contracts import Draft
from charter.findings import Finding, Wrong
from charter.publish import MARK, REPORTS
from checks import looks

_CARD = "table-card/1"
Pictures = dict[str, bytes]


def compared(
    change: Callable[[Pictures], Pictures], draft: Draft, folder: Path
) -> tuple[Finding, ...]:
    """What is found where the accepted pictures are those of the draft, changed."""
    return looks.run(accepting(draft, folder / "content", change(taken(draft)))).findings


def same(pictures: Pictures) -> Pictures:
    """The pictures as they are."""
    return pictures


def repainted(pictures: Pictures) -> Pictures:
    """Another picture of the table card was accepted."""
    return pictures | {_CARD: with_a_box(pictures[_CARD])}


def without(pictures: Pictures) -> Pictures:
    """No picture of the table card was accepted."""
    return {name: data for name, data in pictures.items() if name != _CARD}


def with_more(pictures: Pictures) -> Pictures:
    """A picture of a page was accepted that is no longer there."""
    return pictures | {"old-card/1": pictures[_CARD]}


def none(_pictures: Pictures) -> Pictures:
    """Nothing was ever accepted."""
    return {}


def accept(title: str, draft: Draft, folder: Path, *, pictures: bool = True) -> Iterable[Finding]:
    """Accept the pictures of a report about a charter with this title."""
    reports = folder / "reports"
    if pictures:
        shown = reports / accepted.FOLDER / accepted.NOW / f"{_CARD}{accepted.ENDING}"
        shown.parent.mkdir(parents=True)
        shown.write_bytes(b"a picture")
        (reports / MARK).write_text(REPORTS, encoding="utf-8")
        (reports / "findings.json").write_text('{"title": "We are Tŷ Gwyn"}', encoding="utf-8")
    try:
        accepted.accept(folder / "content", title, reports)
    except Wrong as wrong:
        return wrong.findings
    return ()


_OURS = "We are Tŷ Gwyn"
SEEDS: dict[str, tuple[Seed, Seed]] = {
    "LOOK-001": (partial(compared, repainted), partial(compared, same)),
    "LOOK-002": (partial(compared, without), partial(compared, same)),
    "LOOK-003": (partial(compared, with_more), partial(compared, same)),
    "LOOK-004": (partial(compared, none), partial(compared, same)),
    "LOOK-005": (partial(accept, _OURS, pictures=False), partial(accept, _OURS)),
    "LOOK-006": (partial(accept, "We are somebody else"), partial(accept, _OURS)),
}
