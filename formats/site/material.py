"""The few files of Material that this site uses: it has 14,000, and looking at each takes long."""

from __future__ import annotations

import shutil
from pathlib import Path

from charter.programs import ProgramFailed

STYLESHEET = "assets/stylesheets/main.*.min.css"
SEARCH = "assets/javascripts/workers/search.*.min.js"
_TEMPLATES = ("main.html", "partials/language.html", "partials/languages/en.html")
_STEMMERS = "assets/javascripts/lunr/**/*.js"  # for the search, in languages other than English


def templates() -> Path:
    """Material's folder."""
    import material  # noqa: PLC0415  only its folder is wanted

    return Path(material.__file__).parent / "templates"


def named(pattern: str, among: Path) -> str:
    """The one file that `pattern` fits: names change with each version of Material."""
    found = sorted(among.glob(pattern))
    if len(found) != 1:
        sentence = f"Material should have one file like {pattern}, but it has {len(found)}."
        raise ProgramFailed(sentence)
    return found[0].relative_to(among).as_posix()


def language(wanted: str) -> str:
    """Material's own words (the search plugin needs them) in this language, or else English."""
    first = wanted.split("-", maxsplit=1)[0].lower()
    return first if (templates() / f"partials/languages/{first}.html").is_file() else "en"


def copy(spoken: str, into: Path) -> None:
    """Put what the site uses into `into`, with the words of Material's language `spoken`."""
    whole = templates()
    names = {*_TEMPLATES, f"partials/languages/{spoken}.html"}
    names |= {named(pattern, whole) for pattern in (STYLESHEET, SEARCH)}
    if spoken != "en":
        names |= {file.relative_to(whole).as_posix() for file in whole.glob(_STEMMERS)}
    for name in sorted(names):
        (into / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(whole / name, into / name)
