"""Looks: what changed is found, what only came out a little different is not; one word accepts."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from harness import CHECKS, POLICY, SMALL, TODAY, Project, contents
from pictured import accepting, as_jpeg, darkest, moved, taken, with_a_box

from charter import pipeline, report
from charter.cache import Cache
from charter.contracts import Draft, Edition
from charter.findings import Outcome
from charter.load import load
from charter.look import Look
from charter.looks import ENDING, FOLDER
from charter.pipeline import Verdict, unproven
from charter.policy import load_policy
from charter.publish import MARK, REPORTS
from checks import any_site, looks
from checks._looks import papers, picture, site
from checks._looks import taken as kept
from formats import FORMATS

pytestmark = pytest.mark.slow
HOW = "“python3 build.py accept-looks”"


@pytest.fixture(scope="session")
def pictures(small_draft: Draft) -> dict[str, bytes]:
    """How the small charter looks."""
    return taken(small_draft)


@pytest.fixture
def copy(small_draft: Draft, pictures: dict[str, bytes], tmp_path: Path) -> Draft:
    """A copy of the small draft to damage, whose looks are accepted as they were."""
    root = shutil.copytree(small_draft.root, tmp_path / "site")
    made = tuple(
        replace(one, path=root / one.path.relative_to(small_draft.root))
        for one in small_draft.artefacts
    )
    draft = few(replace(small_draft, root=root, artefacts=made))
    return accepting(draft, tmp_path / "accepted", of(pictures, draft))


def few(draft: Draft) -> Draft:
    """A draft of home and the pledges alone, and all documents: that is soon looked at."""
    for page in draft.root.rglob("*.html"):
        if page.relative_to(draft.root).parts[0] not in {"index.html", "pledges"}:
            page.unlink()
    return replace(draft, artefacts=tuple(one for one in draft.artefacts if one.path.exists()))


def of(pictures: dict[str, bytes], draft: Draft) -> dict[str, bytes]:
    """The pictures of the pages that a draft has, and those of all documents."""
    there = taken_of(draft)
    return {n: data for n, data in pictures.items() if n in there or not n.startswith("site/")}


def changed(outcome: Outcome) -> set[str]:
    """The names of what looks different."""
    return {one.name for one in outcome.looks if one.changed}


def edit(file: Path, old: str, new: str) -> None:
    """Change some words of a finished page or style sheet. They must be there."""
    words = file.read_text(encoding="utf-8")
    assert old in words
    file.write_text(words.replace(old, new), encoding="utf-8")


def test_the_small_charter_looks_as_it_was_accepted(small_draft: Draft) -> None:
    """Pages and documents look as in the pictures that are kept with the small charter.

    If you meant to change how they look: python3 build.py --content tests/small --out FOLDER
    --reports OTHER, look at OTHER/looks.html, then python3 build.py accept-looks --content
    tests/small --reports OTHER.
    """
    outcome = looks.run(small_draft)

    assert [] == [str(finding) for finding in outcome.findings]
    assert [] == list(unproven(looks.TITLE, outcome))


def test_a_changed_colour_is_found_everywhere(
    pictures: dict[str, bytes], small: Path, tmp_path: Path
) -> None:
    """One other value of the council's, and every page in it is named; black and white isn't."""
    design = 'main = "#0b4a2e"\n'
    (small / "design.toml").write_text(design, encoding="utf-8")
    loaded, root = load(small), tmp_path / "site"
    assert loaded.charter
    assert [] == [str(finding) for finding in loaded.findings]
    policy = load_policy(POLICY)
    setting = pipeline.Setting(FORMATS, CHECKS, policy, TODAY, lambda _step, _ended: None)
    made = pipeline.render(loaded.charter, root, Edition(), setting)
    draft = few(Draft(loaded.charter, policy, TODAY, root, made))
    draft = accepting(draft, small, of(pictures, draft))
    found = changed(looks.run(draft))

    assert {"site/home-320", "site/home-1280", "poster-a3/1", "table-card/1"} <= found
    assert any(name.startswith("screen-pack/") for name in found)
    assert "poster-a4-black-and-white/1" not in found


def test_what_moved_is_found(copy: Draft) -> None:
    """A part that a style sheet moves by four pixels is found on each page that has it."""
    sheets = sorted(copy.root.rglob("*.css"))
    with sheets[-1].open("a", encoding="utf-8") as file:
        file.write("\nmain h1 { transform: translateX(4px) }\n")
    found = changed(looks.run(copy))

    assert {name for name in taken_of(copy) if name.endswith("-320")} <= found
    assert not any(name.startswith("poster") for name in found)


def taken_of(draft: Draft) -> set[str]:
    """The names of the pictures of the site that should be there."""
    return {name for page in site.pages(draft) for name in site.names(page)}


def test_a_changed_word_is_found(copy: Draft) -> None:
    """One other word of the same length, on one page, is found on that page alone."""
    page = copy.root / "pledges" / "hear" / "index.html"
    words = page.read_text(encoding="utf-8")
    start = words.index("<main")
    main = re.sub(r"(>[^<]*\b)home\b", r"\1flat", words[start:], count=1)
    assert main != words[start:]
    page.write_text(words[:start] + main, encoding="utf-8")
    outcome = looks.run(copy)

    assert {f"site/pledges/hear-{width.pixels}" for width in site.WIDTHS} == changed(outcome)
    (finding,) = outcome.findings
    assert "LOOK-001" == finding.rule.code
    assert "pledges/hear/index.html" == finding.place.file.as_posix()


def test_a_missing_page_is_found(copy: Draft) -> None:
    """A page that is lost is named, and a pledge without its page shuts the gate."""
    shutil.rmtree(copy.root / "pledges" / "hear")
    outcome = looks.run(copy)

    assert "LOOK-003" in {finding.rule.code for finding in outcome.findings}
    assert {f"site/pledges/hear-{width.pixels}" for width in site.WIDTHS} == {
        one.name for one in outcome.looks if one.gone
    }
    assert ["GATE-001"] == [finding.rule.code for finding in unproven(looks.TITLE, outcome)]


def test_a_document_that_cannot_be_opened_is_missing_evidence(copy: Draft) -> None:
    """A torn PDF has no pictures, and so shuts the gate."""
    file = copy.root / "downloads" / "table-card.pdf"
    file.write_bytes(file.read_bytes()[:1000])
    outcome = looks.run(copy)

    assert {"table-card/1"} == outcome.expected - outcome.examined


def test_an_accepted_picture_that_cannot_be_opened_is_said(copy: Draft) -> None:
    """Half a picture is no picture to compare with, and no crash."""
    file = copy.charter.folder / FOLDER / f"table-card/1{ENDING}"
    file.write_bytes(file.read_bytes()[:100])
    (finding,) = looks.run(copy).findings

    assert "LOOK-002" == finding.rule.code


def test_what_looks_different_is_looked_at_twice(
    copy: Draft, pictures: dict[str, bytes], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """A page that the browser drew wrong once, and right the next time, is no finding."""
    monkeypatch.setattr(site, "CACHE", Cache(tmp_path / "cache", 3_000))
    home, order = "site/home-320", [n for page in site.pages(copy) for n in site.names(page)]
    first = {**pictures, home: with_a_box(pictures[home])}
    # What is remembered is asked for in this order: at first all, then all but what is doubtful.
    names = iter([*order, *(name for name in order if name != home)])
    monkeypatch.setattr(site, "before", lambda _place: first[next(names)])
    monkeypatch.setattr(site, "_fresh", lambda _root, _site, rest: {n: pictures[n] for n in rest})

    assert () == looks.run(copy).findings


NOISE: dict[str, Callable[[bytes], bytes]] = {
    "a quarter of a dot across, half a pixel of a phone": lambda data: moved(data, 0.25, 0),
    "a quarter of a dot down": lambda data: moved(data, 0, 0.25),
    "JPEG": as_jpeg,
}


@pytest.mark.parametrize("noise", NOISE)
def test_noise_is_not_found(noise: str, pictures: dict[str, bytes]) -> None:
    """Edges that another browser draws a little differently are no change."""
    found = [
        n for n, one in sorted(pictures.items())[::4] if picture.compare(one, NOISE[noise](one))
    ]

    assert [] == found


def test_a_whole_dot_is_found(pictures: dict[str, bytes]) -> None:
    """Moved by one dot, two or three pixels, every page that has words is found."""
    some = sorted(pictures.items())[::4]
    found = [name for name, one in some if picture.compare(one, moved(one, 0, 1))]
    blank = [name for name, one in some if darkest(picture.opened(one)) > 200]

    assert sorted(name for name, _ in some) == sorted(found + blank)


def test_what_changed_is_marked(pictures: dict[str, bytes]) -> None:
    """The part that changed keeps its colours, and the rest becomes pale."""
    before = pictures["poster-a4/1"]
    difference = picture.compare(before, with_a_box(before))

    assert difference
    assert 0.0001 < difference.share < 0.01
    marked = picture.opened(difference.marked)
    red, green, blue = marked.getpixel((20, 20))  # type: ignore[misc]  # three colours
    assert red > 180
    assert max(green, blue) < 60
    assert darkest(marked.crop((100, 100, marked.width, marked.height))) > 150


def test_the_same_pages_give_the_same_pictures(
    small_draft: Draft, pictures: dict[str, bytes], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Taken again, with nothing remembered, no picture looks different."""
    for module in (looks, papers, site):
        monkeypatch.setattr(module, "CACHE", Cache(tmp_path / "cache", 3_000))
        monkeypatch.setattr(module, "before", lambda _place: None)
    again = {
        one.name: one.data
        for one in (
            *site.pictures(small_draft, site.pages(small_draft)),
            *papers.pictures(papers.papers(small_draft)),
        )
    }

    assert pictures.keys() == again.keys()
    assert [] == [name for name, one in again.items() if picture.compare(pictures[name], one)]


def test_pictures_are_small(pictures: dict[str, bytes]) -> None:
    """They are kept with the charter for good: twenty kilobytes each on average, or less."""
    assert sum(map(len, pictures.values())) < 20_000 * len(pictures)


def reported(project: Project, several: tuple[Look, ...]) -> None:
    """Write a report with these pictures, as a build does."""
    loaded = load(project.content)
    assert loaded.charter
    outcome = Outcome((), frozenset(), frozenset(), looks=several)
    verdict = Verdict((), (), {looks.TITLE: outcome})
    shutil.rmtree(project.reports, ignore_errors=True)
    report.write(verdict, loaded.charter, TODAY, project.reports, load_policy(POLICY))
    (project.reports / MARK).write_text(REPORTS, encoding="utf-8")


def test_accepting_writes_what_changed_and_nothing_else(
    project: Project, pictures: dict[str, bytes]
) -> None:
    """The pictures of the last report are the accepted ones, and other files stay as they were."""
    several = {name: pictures[name] for name in ("poster-a4/1", "site/home-320", "table-card/1")}
    before = contents(project.content)
    project.write("looks/old-card/1.webp", b"old")
    project.write("looks/table-card/1.webp", several["table-card/1"])
    project.write("looks/poster-a4/1.webp", b"another")
    project.write("looks/notes.txt", "ours")
    reported(project, tuple(Look(name, "A", "b", data) for name, data in several.items()))
    first = project.run("accept-looks")
    second = project.run("accept-looks")

    assert (0, 0) == (first.status, second.status)
    assert "1 changed pictures and 1 new ones. 1 deleted, 1 as they were." in first.output
    assert "0 changed pictures and 0 new ones. 0 deleted, 3 as they were." in second.output
    kept_now = {f"looks/{name}{ENDING}": data for name, data in several.items()}
    assert before | kept_now | {"looks/notes.txt": b"ours"} == contents(project.content)
    assert not (project.content / "looks" / "old-card").exists()


def test_accepting_makes_it_clean_again(
    copy: Draft, pictures: dict[str, bytes], project: Project
) -> None:
    """What was found is not found any more once it was accepted."""
    accepted = {**of(pictures, copy), "table-card/1": with_a_box(pictures["table-card/1"])}
    draft = accepting(copy, project.content, accepted)
    first = looks.run(draft)
    assert {"table-card/1"} == changed(first)
    reported(project, first.looks)
    ran = project.run("accept-looks")

    assert ["LOOK-001"] == [finding.rule.code for finding in first.findings]
    assert 0 == ran.status
    kept_now = project.content / FOLDER / f"table-card/1{ENDING}"
    assert pictures["table-card/1"] == kept_now.read_bytes()
    assert () == looks.run(draft).findings


def test_without_a_report_there_is_nothing_to_accept(project: Project) -> None:
    """The command says what to do first, and makes nothing."""
    before = contents(project.content)
    ran = project.run("accept-looks")

    assert 1 == ran.status
    assert "There are no pictures in the last report" in ran.output
    assert before == contents(project.content)


@pytest.fixture
def different(copy: Draft, pictures: dict[str, bytes], tmp_path: Path) -> tuple[Look, ...]:
    """The looks of a run with something changed, something new and something lost."""
    accepted = {**of(pictures, copy), "table-card/1": with_a_box(pictures["table-card/1"])}
    accepted["old-card/1"] = accepted.pop("poster-a3/1")
    return looks.run(accepting(copy, tmp_path / "other", accepted)).looks


@pytest.fixture
def shown(project: Project, different: tuple[Look, ...]) -> str:
    """The page of pictures of that run."""
    reported(project, different)
    return (project.reports / "looks.html").read_text(encoding="utf-8")


def test_the_report_shows_every_output(
    project: Project, shown: str, pictures: dict[str, bytes], copy: Draft
) -> None:
    """Each picture is on the page with words that say what it is, and its file is there."""
    sources = re.findall(r'<img src="([^"]+)" alt="([^"]+)"', shown)

    assert {f"looks/now/{name}{ENDING}" for name in of(pictures, copy)} <= {
        source for source, _ in sources
    }
    assert all((project.reports / source).is_file() for source, _ in sources)
    assert "Table card: page 1" in dict(sources)["looks/now/table-card/1.webp"]
    for eye in ("in-grey", "seeing-no-red", "seeing-no-green", "seeing-no-blue"):
        assert f"looks/eyes/{eye}/site/home-1280.webp" in dict(sources)
    assert 'href="looks.html"' in (project.reports / "index.html").read_text(encoding="utf-8")


def test_what_changed_is_shown_side_by_side(shown: str) -> None:
    """Accepted, now and the difference stand together, with how much of it changed."""
    top = shown.partition('id="eyes"')[0]

    assert "Different: 1. New: 1. No longer made: 1." in top
    assert HOW in top
    assert "Less than 1 in 100 parts of it changed." in top
    for sort in ("accepted", "now", "difference"):
        assert f'src="looks/{sort}/table-card/1.webp"' in top
    assert 'src="looks/now/poster-a3/1.webp"' in top
    assert 'src="looks/accepted/old-card/1.webp"' in top


def test_the_page_of_pictures_passes_the_web_checks(
    project: Project, different: tuple[Look, ...]
) -> None:
    """The page that shows pictures has no fault that our own gate finds."""
    special = [one for one in different if one.changed or one.new or one.gone or one.eyes]
    reported(project, (*different[:3], *special))
    findings, _ = any_site.judge(project.reports / "looks.html", load_policy(POLICY))

    assert [] == [str(finding) for finding in findings if finding.blocks]


def test_the_cache_knows_the_code(monkeypatch: pytest.MonkeyPatch) -> None:
    """Pictures that other code took are not taken for ours."""
    before = kept.tools.__wrapped__()
    monkeypatch.setattr("checks._web.kept.tools", lambda: "another browser")

    assert before != kept.tools.__wrapped__()


def test_the_small_charter_has_accepted_pictures() -> None:
    """They are what the first test here compares with."""
    assert list((SMALL / FOLDER).rglob(f"*{ENDING}"))
