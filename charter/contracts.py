"""The two seams: a format has TITLE and render(); a check has TITLE, STAGE, RULES and run()."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import Enum, auto
from pathlib import Path
from typing import Protocol

from charter.findings import Outcome, Rule
from charter.model import Charter
from charter.policy import Policy, Waiver
from charter.record import Published


class Stage(Enum):
    """When a check can run."""

    CONTENT = auto()  # before anything is rendered: seconds
    ARTEFACTS = auto()  # on the rendered files: minutes


@dataclass(frozen=True, slots=True)
class Artefact:
    """One file a reader can open.

    `format` is the name in FORMATS. `title` says what it is ("Poster, A3"), `pages` is 0 where
    the medium has none, `type_size` is the body type in points where a format fits it to the
    page, else 0.
    """

    path: Path
    media_type: str
    format: str
    title: str
    pages: int = 0
    type_size: float = 0


@dataclass(frozen=True, slots=True)
class Edition:
    """The circumstances of one rendering.

    `checked` is False where the gate is not run: every page then says that it is a draft.
    `made` are the artefacts that earlier formats made, for the formats that list them.
    `waivers` are those for this charter: the accessibility statement tells of them.
    """

    checked: bool = True
    made: tuple[Artefact, ...] = ()
    waivers: tuple[Waiver, ...] = ()


@dataclass(frozen=True, slots=True)
class Draft:
    """Everything a check may look at. Nothing in it is published yet.

    `root` is the staged folder that would be published; before rendering it does not exist.
    `published` are the words that were published last, None where nothing was.
    """

    charter: Charter
    policy: Policy
    today: date
    root: Path = Path()
    artefacts: tuple[Artefact, ...] = ()
    published: Published | None = None


class Format(Protocol):
    """One way to read the charter."""

    @property
    def TITLE(self) -> str: ...
    def render(self, charter: Charter, out: Path, edition: Edition, /) -> Iterable[Artefact]:
        """Write files below `out`, the site's root, and say which; documents in `out/downloads`.

        The same charter and edition give the same bytes. What an author got wrong raises
        `charter.findings.Wrong`; nothing outside `out` is touched.
        """
        ...


class Check(Protocol):
    """One question we ask before publishing."""

    @property
    def TITLE(self) -> str: ...
    @property
    def STAGE(self) -> Stage: ...
    @property
    def RULES(self) -> Mapping[str, Rule]: ...
    def run(self, draft: Draft, /) -> Outcome: ...
