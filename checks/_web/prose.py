"""What the files alone tell: titles, links, headings, descriptions, languages, and who may run.

No engine finds these: they look for what is missing, and here something is there that tells
nobody anything. What can't be told from the file (styles, scripts) is left to the browser.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import PurePosixPath
from urllib.parse import unquote, urljoin, urlsplit

from checks._link_words import vague
from checks._web import csp, language, tree
from checks._web.seen import Seen

ENGINE = "files"

_NO_TITLE = re.compile(
    r"(?:untitled|new|my)?\s*(?:document|page|title|home ?page|web ?page|website)?\s*\d*"
)
_FILE = re.compile(
    r"\S+\.(?:docx?|odt|pdf|rtf|xlsx?|ods|csv|pptx?|zip|epub|mp[34]|html?|txt)", re.IGNORECASE
)
# An address that people would say or type, such as sandwell.gov.uk/charter, is a name.
_WEB = re.compile(
    r"(?:https?://|www\.)\S+"
    # One that people would say and type, such as sandwell.gov.uk/charter, is as good as a name.
    r"|[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}/(?=\S*[\d_?=%&#~.])\S*",
    re.IGNORECASE,
)
_PICTURE = re.compile(r"\S+\.(?:png|jpe?g|gif|svg|webp|avif|bmp|tiff?)", re.IGNORECASE)
_CAMERA = re.compile(
    r"(?:img|dsc[nf]?|pict|screenshot|image|picture|photo)[ _-]?\d[\d _-]*", re.IGNORECASE
)
_OF = re.compile(
    r"(?:an? |the )?(?:image|picture|photo(?:graph)?|graphic|icon)s? (?:of|showing)\b",
    re.IGNORECASE,
)
_SAYS_NOTHING = frozenset(
    {
        *("image", "picture", "photo", "photograph", "graphic", "icon", "img", "alt", "alt text"),
        *("description", "logo", "spacer", "placeholder", "untitled", "drawing", "illustration"),
    }
)
_SHORT = 60  # letters of a sentence of ours that quotes what a page says


def look(pages: Mapping[str, str]) -> dict[str, tuple[Seen, ...]]:
    """What the sources of a site's pages tell, for each page by its path in the site.

    Rules: WEB-025 (facts title, problem), WEB-026 (name, problem), WEB-027 (name, places),
    WEB-028 (words, problem), WEB-031 (problem), WEB-033 (alt, problem), WEB-034 (problem).
    Raises `ProgramNonsense` where so much stands inside each other that a page's end was not read.
    """
    trees = {page: tree.parse(source) for page, source in pages.items()}
    titles = {page: _title(parsed) for page, parsed in trees.items()}
    return {
        page: (
            *_titled(page, titles),
            *_linked(page, parsed),
            *_described(page, parsed),
            *_headed(page, parsed),
            *language.look(page, parsed),
            *csp.look(page, parsed),
        )
        for page, parsed in trees.items()
    }


def _seen(page: str, rule: str, element: tree.Element | None = None, /, **facts: str) -> Seen:
    where = "" if element is None else tree.selector(element)
    return Seen(page, rule, ENGINE, facts=facts, selector=where)


def _short(words: str) -> str:
    return words if len(words) <= _SHORT else f"{words[:_SHORT].rstrip()}…"


# -- titles ---------------------------------------------------------------------------------------


def _title(page: tree.Element) -> str:
    head = page.find("head")
    found = None if head is None else head.find("title")
    return "" if found is None else " ".join("".join(found.itertext()).split())


def _titled(page: str, titles: Mapping[str, str]) -> Iterator[Seen]:
    title = titles[page]
    bare = title.casefold()
    same = [other for other, one in titles.items() if one.casefold() == bare and other != page]
    if not title:
        problem = "There is none"
    elif _NO_TITLE.fullmatch(bare) or _FILE.fullmatch(title) or not re.search(r"[^\W\d_]", title):
        problem = "It does not say what the page is about"
    elif same:
        also = f" and {len(same) - 1} more" if len(same) > 1 else ""
        problem = f"{min(same)}{also} {'have' if also else 'has'} the same"
    else:
        return
    yield _seen(page, "WEB-025", title=_short(title), problem=problem)


# -- links ----------------------------------------------------------------------------------------


def _linked(page: str, parsed: tree.Element) -> Iterator[Seen]:
    links = [one for one in tree.all_in(parsed) if _is_link(one)]
    for link in links:
        name = tree.words(link)
        problem = _untelling(name, link.get("href", ""))
        if problem:
            yield _seen(page, "WEB-026", link, name=_short(name), problem=problem)
    yield from _ambiguous(page, links, tree.main(parsed))


def _is_link(element: tree.Element) -> bool:
    return element.tag == "a" and element.get("href") is not None and not tree.hidden(element)


def _untelling(name: str, href: str) -> str:
    """What is wrong with a link's name; "" where it tells where the link leads, or is none."""
    if not name:
        return ""  # a link without a name is found by the engines
    if not any(sign.isalnum() for sign in name):
        return "It is only a sign"
    if urlsplit(href).scheme in {"mailto", "tel", "sms"}:
        return ""
    if _WEB.fullmatch(name):
        return "It is a web address"
    if _FILE.fullmatch(name) or _PICTURE.fullmatch(name):
        return "It is the name of a file"
    return "It does not say where it leads" if vague(name) else ""


def _ambiguous(page: str, links: Iterable[tree.Element], main: tree.Element) -> Iterator[Seen]:
    """Links of one name in the main part that lead to several places."""
    leads: dict[str, dict[str, tree.Element]] = defaultdict(dict)
    for link in links:
        around = [*link.iterancestors()]
        # A list of pages beside the words is heard as one, so its names are no puzzle.
        if main in around and not any(one.tag == "nav" for one in around):
            target = _target(page, link.get("href", ""))
            leads[tree.words(link).casefold()].setdefault(target, link)
    for name, places in leads.items():
        if name and len(places) > 1:
            first = next(iter(places.values()))
            shown = " and ".join(_short(place) for place in sorted(places)[:2])
            more = f" and {len(places) - 2} more" if len(places) > 2 else ""  # noqa: PLR2004  two are shown
            said = _short(tree.words(first))
            yield _seen(page, "WEB-027", first, name=said, places=f"{shown}{more}")


def _target(page: str, href: str) -> str:
    """Where a link on a page of the site leads: a path below the site's root, or an address."""
    try:
        whole = urljoin(f"http://site.invalid/{page}", href.strip())
    except ValueError:
        return href
    own = unquote(whole.removeprefix("http://site.invalid/"))
    return own.removesuffix("index.html") or "the first page"


# -- pictures -------------------------------------------------------------------------------------


def _described(page: str, parsed: tree.Element) -> Iterator[Seen]:
    for one in tree.all_in(parsed):
        alt = _alt(one)
        if alt and not tree.hidden(one) and (problem := _tells_nothing(alt, one.get("src", ""))):
            yield _seen(page, "WEB-033", one, alt=_short(alt), problem=problem)


def _alt(element: tree.Element) -> str:
    pictures = element.tag in {"img", "area"} or element.get("type", "").lower() == "image"
    if pictures and element.get("alt") is not None:
        return " ".join(element.get("alt", "").split())
    if element.tag in {"img", "svg"} or element.get("role") == "img":
        return " ".join(element.get("aria-label", "").split())
    return ""


def _tells_nothing(alt: str, src: str) -> str:
    bare = alt.strip(" .:").casefold()
    stem = PurePosixPath(unquote(urlsplit(src).path)).stem.casefold() if src[:5] != "data:" else ""
    if _PICTURE.fullmatch(alt) or _CAMERA.fullmatch(bare):
        return "It is the name of a file"
    if bare == stem and re.search(r"[_\d]|\w-\w", stem):
        return "It is the name of a file"
    if bare in _SAYS_NOTHING or not any(sign.isalnum() for sign in bare):
        return "It does not say what the picture shows"
    if _OF.match(alt):
        return "It starts by saying that it is a picture, which people know already"
    return ""


# -- headings -------------------------------------------------------------------------------------


def _headed(page: str, parsed: tree.Element) -> Iterator[Seen]:
    main = tree.main(parsed)
    whole = [one for one in tree.all_in(parsed) if tree.level(one) and not tree.hidden(one)]
    inside = [one for one in whole if main in one.iterancestors()]
    first = [one for one in inside if tree.level(one) == 1]
    if not first:
        yield _seen(page, "WEB-034", problem="Its main part has no heading of the first level")
    for extra in first[1:]:
        problem = f"It has more than one heading of the first level: “{_said(extra)}”"
        yield _seen(page, "WEB-034", extra, problem=problem)
    for one in whole:
        if not tree.words(one):
            yield _seen(page, "WEB-034", one, problem="A heading has no words")
    yield from _skipped(page, inside, 0)
    # A part outside of the main one, such as the footer or a dialog, has a beginning of its own.
    others = [one for one in whole if main not in one.iterancestors()]
    yield from _skipped(page, others, 1)


def _skipped(page: str, headings: Iterable[tree.Element], before: int) -> Iterator[Seen]:
    for one in headings:
        level = tree.level(one)
        if level > before + 1:
            problem = (
                f"“{_said(one)}” is a heading of level {level} after one of level {before}"
                if before
                else f"It starts with a heading of level {level}: “{_said(one)}”"
            )
            yield _seen(page, "WEB-034", one, problem=problem)
        before = level


def _said(heading: tree.Element) -> str:
    return _short(tree.words(heading))
