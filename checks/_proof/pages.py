"""Faults in a web page, each of which must shut the gate, and who sees each."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from charter.contracts import Draft
from checks._proof.page_changes import replaced
from checks._proof.page_defects import DEFECTS, Defect
from checks._web import gate, links
from checks._web.seen import Seen

__all__ = ["DEFECTS", "ENGINES", "NOTHING", "Defect", "Proved", "prove"]

ENGINES = ("pa11y-ci", "axe", "AccessLint", "Nu Html Checker", "our own walk", "files")
"""The kinds of engine, as the table of who sees what names them."""
NOTHING = "nothing changed"
_STYLE, _SCRIPT = "proof.css", "proof.js"


@dataclass(frozen=True, slots=True)
class Proved:
    """What came of a defect: the codes that each kind of engine brought out.

    Codes that the untouched page has are left out. `code` is the one that had to be among them;
    "" for the untouched page itself, whose codes are all there.
    """

    name: str
    code: str
    by: Mapping[str, frozenset[str]]

    @property
    def shut(self) -> bool:
        """Whether it came as it must: the right code for a defect, none for what is sound."""
        codes = frozenset[str]().union(*self.by.values())
        return self.code in codes if self.code else not codes


def prove(draft: Draft, folder: Path) -> Iterator[Proved]:
    """Put each defect into a copy of a page in `folder`, and say who sees it; a sound copy first.

    Where a defect finds nothing to change in any pledge's page, `LookupError` is raised; where
    an engine did not look at every page, `ProgramFailed`.
    """
    shutil.copytree(draft.root, folder, dirs_exist_ok=True)
    original, source = _original(draft)
    sound = Defect(NOTHING, "", lambda page: page)
    homes = {
        f"{original.parent.parent}/{_home(number, defect)}/": defect
        for number, defect in enumerate((sound, *DEFECTS))
    }
    for number, (home, defect) in enumerate(homes.items()):
        _write(folder / home, defect, titled(source, number))
    wanted = {original.as_posix(), *(f"{home}index.html" for home in homes)}
    pages = {name: page for name, page in links.read(folder).items() if name in wanted}
    looked = gate.look(gate.Site(folder, draft.charter.facts.site, pages))
    found = {home: _by_engine(looked.seen, home) for home in homes}
    known = found[next(iter(homes))]
    for home, defect in homes.items():
        fresh = {
            kind: codes - (known[kind] if defect.code else frozenset())
            for kind, codes in found[home].items()
        }
        yield Proved(defect.name, defect.code, fresh)


def _original(draft: Draft) -> tuple[PurePosixPath, str]:
    """The first pledge's page that has all that is to be changed, and its source."""
    why = ""
    for pledge in draft.charter.pledges:
        page = PurePosixPath("pledges", pledge.id, "index.html")
        source = (draft.root / page).read_text(encoding="utf-8")
        try:
            for defect in DEFECTS:
                defect.change(titled(source, 0))
        except LookupError as missing:
            why = f"{defect.name}: {missing}"
        else:
            return page, source
    raise LookupError(f"No pledge's page has all that is to be changed. {why}")


def titled(source: str, number: int) -> str:
    """A copy of a page, with a title of its own: two pages of one title are a fault."""
    return replaced("<title>", f"<title>Copy {number} of ")(source)


def _home(number: int, defect: Defect) -> str:
    """The name of a copy's folder: "proof-03-a-picture-without-a-description"."""
    words = "-".join(re.findall(r"[a-z\d]+", defect.name.lower()))
    return f"proof-{number:02}-{words}"


def _write(home: Path, defect: Defect, source: str) -> None:
    home.mkdir(parents=True)
    page = defect.change(source)
    if defect.code and page == source and not (defect.style or defect.script):
        raise LookupError(f"{defect.name}: this changes nothing.")
    if defect.style:
        (home / _STYLE).write_text(f"{defect.style}\n", encoding="utf-8")
        page = replaced("</head>", f'<link rel="stylesheet" href="{_STYLE}">\n</head>')(page)
    if defect.script:
        (home / _SCRIPT).write_text(f"{defect.script}\n", encoding="utf-8")
        page = replaced("</head>", f'<script src="{_SCRIPT}" defer></script>\n</head>')(page)
    (home / "index.html").write_text(page, encoding="utf-8")


def _by_engine(seen: Iterable[Seen], home: str) -> dict[str, frozenset[str]]:
    """The codes that each kind of engine brought out below `home`, in the page or beside it."""
    here = [one for one in seen if one.page.startswith(home)]
    return {
        kind: frozenset(one.rule for one in here if one.engine.startswith(kind)) for kind in ENGINES
    }
