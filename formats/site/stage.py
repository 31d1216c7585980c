"""The charter as a folder that MkDocs can build: Markdown pages, pictures, styles and a mkdocs.yml.

Everything the site says is decided here and in templates/; what frames every page (header, menu,
footer) is in overrides/. `mkdocs build --strict -f FOLDER/mkdocs.yml` builds the same site.
"""

from __future__ import annotations

import math
import shutil
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

import jinja2
import yaml
from markupsafe import Markup

from charter import statement, statement_words
from charter.addresses import SHORT
from charter.contracts import Edition
from charter.lists import HARD_WORDS, booklet, left_over, statement_row, telephone
from charter.model import Blocks, Charter, EasyRead, Pledge, Spans, words_of
from formats.site import downloads, look, material, prose, share, words
from formats.site.compiled import Compiled
from formats.site.prose import Page

HERE = Path(__file__).parent
BASE = HERE.parents[1] / "mkdocs.yml"

HOME, PLEDGES, EASY_READ = "index.md", "pledges/index.md", "easy-read.md"
LARGE_PRINT, FORMATS = "large-print.md", "other-formats.md"
STATEMENT = f"{statement.ID}.md"
LOGO, SHARED = "assets/logo.svg", "assets/share"
_REPEATED = frozenset({"large-print", "short"})  # pages that only repeat others
PLEDGE = "pledge-page.md"  # the template of a pledge


@dataclass(frozen=True, slots=True)
class Staged:
    """A folder that is ready for MkDocs, and where MkDocs will put the site.

    `theme` holds what the site uses of Material.
    """

    config: Path
    site: Path
    theme: Path


def sources(charter: Charter) -> dict[str, str]:
    """The source file of each page by how authors link to it; the site's own pages too."""
    own = {
        "page:charter": HOME,
        "page:home": HOME,
        "page:pledges": PLEDGES,
        "page:easy-read": EASY_READ,
        "page:large-print": LARGE_PRINT,
        "page:other-formats": FORMATS,
        f"page:{statement.ID}": STATEMENT,
    }
    pages = {f"page:{page.id}": f"{page.id}.md" for page in charter.pages}
    pledges = {f"pledge:{pledge.id}": f"pledges/{pledge.id}.md" for pledge in charter.pledges}
    return {**pages, **pledges, **own}


def stage(charter: Charter, folder: Path, out: Path, edition: Edition) -> Staged:
    """Write everything MkDocs needs into `folder`, with the documents already made in `out`."""
    docs = folder / "docs"
    files = downloads.listed(edition.made, out)
    for name, source in _pages(charter, files, edition):
        _write(docs / name, source)
    _pictures(charter, docs)
    for file in files:
        (docs / file.path).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(out / file.path, docs / file.path)
    if charter.facts.logo:
        _write(docs / LOGO, charter.facts.logo.svg)
    (docs / SHARED).mkdir(parents=True)
    for name, picture in share.pictures(charter).items():
        (docs / SHARED / f"{name}.png").write_bytes(picture)
    _assets(docs / "assets", charter)
    config = folder / "mkdocs.yml"
    _write(config, yaml.safe_dump(settings(charter, folder, edition), allow_unicode=True))
    material.copy(material.language(charter.facts.language), folder / "theme")
    return Staged(config, folder / "site", folder / "theme")


def _pictures(charter: Charter, docs: Path) -> None:
    """The pictures that a page asks for: a charter may have many more to choose from."""
    pages = "\n".join(page.read_text(encoding="utf-8") for page in sorted(docs.rglob("*.md")))
    for drawing in charter.drawings:
        name = f"pictures/{drawing.id}.svg"
        if name in pages:
            _write(docs / name, drawing.svg)


def settings(charter: Charter, folder: Path, edition: Edition) -> dict[str, object]:
    """The project's mkdocs.yml with what this charter says of itself laid over it."""
    base = yaml.safe_load(BASE.read_text(encoding="utf-8"))
    facts, theirs = charter.facts, material.templates()
    return {
        **base,
        "site_name": prose.clean(f"We are {facts.place}"),
        "site_url": facts.site,
        "site_description": prose.clean(facts.promise),
        "docs_dir": str(folder / "docs"),
        "site_dir": str(folder / "site"),
        "theme": {
            **base["theme"],
            "custom_dir": str(HERE / "overrides"),
            "language": material.language(facts.language),
        },
        "nav": _menu(charter),
        "extra": {
            "language": facts.language,
            "place": facts.place,
            "title": facts.title,
            "organisation": facts.organisation,
            "phone": facts.contact.phone,
            "tel": telephone(facts.contact.phone),
            "email": facts.contact.email,
            "mailto": prose.outside(f"mailto:{facts.contact.email}"),
            "post": list(facts.contact.post),
            "version": facts.version,
            "published": f"{facts.published:%B %Y}",
            "review": f"{facts.review:%B %Y}",
            "review_note": facts.review_note,
            "logo": _logo(charter),
            "main": charter.design.main,
            "share": {"wide": share.SIZE[0], "high": share.SIZE[1]},
            "checked": edition.checked,
            "stylesheet": material.named(material.STYLESHEET, theirs),
            "search": material.named(material.SEARCH, theirs),
        },
    }


def _logo(charter: Charter) -> Mapping[str, object] | None:
    """The organisation's logo for the foot of each page."""
    logo = charter.facts.logo
    if not logo:
        return None
    wide, high = prose.size(logo.svg)
    return {"src": LOGO, "alt": logo.shows, "wide": wide, "high": high}


def _menu(charter: Charter) -> list[object]:
    """Home, the pledges, the parts in the order in which they are met, ways to read."""
    parts = dict.fromkeys(page.part for page in charter.pages if page.part)
    grouped = [
        {part: [{page.title: f"{page.id}.md"} for page in charter.pages if page.part == part]}
        for part in parts
    ]
    alone = [{page.title: f"{page.id}.md"} for page in charter.pages if not page.part]
    pledges = [{pledge.title: f"pledges/{pledge.id}.md"} for pledge in charter.pledges]
    return [
        {"Home": HOME},
        {"Our pledges": [PLEDGES, *pledges]},
        *grouped,
        *alone,
        {
            "Ways to read": [
                {"Easy Read": EASY_READ},
                {"Large print": LARGE_PRINT},
                {"Other formats": FORMATS},
            ]
        },
    ]


def _pages(
    charter: Charter, files: Sequence[downloads.File], edition: Edition
) -> Iterator[tuple[str, str]]:
    links = sources(charter)
    drawings = {drawing.id: drawing for drawing in charter.drawings}
    environment = _environment(charter, files)

    def made(source: str, template: str, title: str, **facts: object) -> tuple[str, str]:
        page = Page(source, links, drawings)
        head = {
            "title": prose.clean(title) or source,
            **_front(template),
            **_shared(charter, facts.get("chapter") or facts.get("pledge")),
        }
        body = environment.get_template(template).render(page=page, title=title, **facts)
        front = yaml.safe_dump(head, allow_unicode=True, width=math.inf)
        return source, f"---\n{front}---\n\n{body}\n"

    facts = charter.facts
    yield made(HOME, "home.md", facts.title, opening=charter.introduction)
    yield made(PLEDGES, "pledges.md", "Our pledges")
    for pledge in charter.pledges:
        said = [feedback for feedback in charter.feedback if feedback.pledge == pledge.id]
        yield made(f"pledges/{pledge.id}.md", PLEDGE, pledge.title, chapter=pledge, said=said)
    for page in charter.pages:
        yield made(f"{page.id}.md", "chapter.md", page.title, chapter=page)
    around = {
        "about": booklet(charter),
        "left_over": left_over(charter),
        "hard_words": HARD_WORDS,
        "last": EasyRead("", (statement_row(charter),), charter.introduction.place),
    }
    yield made(f"{SHORT}/index.md", "short.md", facts.title, pledge=None)
    for pledge in charter.pledges:
        yield made(f"{SHORT}/{pledge.id}.md", "short.md", pledge.title, pledge=pledge)
    yield made(EASY_READ, "easy-read.md", "Easy Read", **around)
    yield made(LARGE_PRINT, "large-print.md", "Large print")
    yield made(FORMATS, "other-formats.md", "Other formats")
    evidence = statement.gather(
        charter, edition.waivers, statement.as_of(charter), machine=edition.checked
    )
    told = statement_words.blocks(charter, evidence)
    yield made(STATEMENT, "accessibility-statement.md", statement.TITLE, told=told)


def _front(template: str) -> dict[str, object]:
    """What the theme must know of a page. One that only repeats others isn't searched."""
    kind = template.removesuffix(".md")
    return {"kind": kind, **({"search": {"exclude": True}} if kind in _REPEATED else {})}


def _shared(charter: Charter, chapter: object) -> dict[str, object]:
    """What a message shows that leads to a page: its words, its picture, and words for that."""
    pledge = chapter if isinstance(chapter, Pledge) else None
    name = pledge.id if pledge else share.WHOLE
    told = " ".join(said for said, _ in words_of(pledge.poster)) if pledge else ""
    return {
        "description": prose.clean(told or charter.facts.promise),
        "share": {"image": f"{SHARED}/{name}.png", "alt": prose.clean(share.words(charter, name))},
        "real": prose.address(f"pledges/{pledge.id}.md") if pledge else "",
    }


def _environment(charter: Charter, files: Sequence[downloads.File]) -> jinja2.Environment:
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(HERE / "templates"),
        autoescape=True,
        bytecode_cache=Compiled(),
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals.update(
        charter=charter,
        facts=charter.facts,
        files=files,
        grouped=downloads.grouped(files),
        explain=partial(words.explain, glossary=charter.glossary),
        anchor=words.anchor,
        leaflet=partial(downloads.leaflet, files),
        tel=telephone(charter.facts.contact.phone),
        mailto=f"mailto:{charter.facts.contact.email}",
    )
    environment.filters.update(
        words=prose.markup,
        prose=_prose,
        inline=_inline,
        ready=_ready,
        picture=_picture,
        month="{:%B %Y}".format,
        section=prose.section,
    )
    return environment


def _prose(blocks: Blocks, page: Page, deeper: int = 0, prefix: str = "") -> Markup:
    return Markup(prose.prose(blocks, replace(page, deeper=deeper, prefix=prefix)))  # noqa: S704  escaped by prose


def _ready(blocks: Blocks, page: Page) -> Markup:
    return Markup(prose.ready(blocks, page))  # noqa: S704  escaped by prose


def _inline(spans: Spans, page: Page) -> Markup:
    return Markup(prose.inline(spans, page))  # noqa: S704  escaped by prose


def _picture(picture: str, page: Page, alt: str = "", *, inside: bool = False) -> Markup:
    return Markup(prose.image(picture, alt, page, inside=inside))  # noqa: S704  escaped by prose


def _assets(folder: Path, charter: Charter) -> None:
    """Fonts and first script as they are; the styles as one file, the scripts as one."""
    shutil.copytree(HERE / "assets/fonts", folder / "fonts")
    _write(folder / "favicon.svg", look.mark(charter.design))
    shutil.copyfile(HERE / "assets/first.js", folder / "first.js")
    for kind in ("css", "js"):
        parts = sorted((HERE / "assets" / kind).glob(f"*.{kind}"))
        texts = [part.read_text(encoding="utf-8") for part in parts]
        first = [look.css(charter.design)] if kind == "css" else []
        _write(folder / f"charter.{kind}", "\n".join([*first, *texts]))


def _write(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8", newline="\n")
