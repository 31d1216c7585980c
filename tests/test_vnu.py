"""The Nu Html Checker: what it says in plain words, and that its silence is never taken for a pass."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest
from harness import ROOT

from charter import programs
from charter.contracts import Draft
from charter.java import find_java
from checks._web import vnu
from checks._web.seen import Seen
from checks._web.vnu_words import harmless, plain

JAR = ROOT / vnu.JAR
SOUND = (
    '<!doctype html>\n<html lang="en-GB">\n<head><title>Our pledges</title></head>\n'
    "<body>\n<main><h1>Our pledges</h1>{}</main>\n</body>\n</html>\n"
)
POSIX = pytest.mark.skipif(os.name == "nt", reason="the stand-in for Java is a script")

# Answers as the checker does, and then spoils its answer in one way.
STAND_IN = """#!{python}
import json, os, signal, sys, time
way = {way!r}
names = [word for word in sys.argv if word.endswith((".html", ".css", ".svg"))]
def fault(name, kind="error"):
    return dict(type=kind, url=f"file:/somewhere/{{name}}", lastLine=3, message="It is bad.")
said = [fault(name) for name in names if name.startswith("bad")]
if way == "one-less": names.pop(0)
if way == "twice": names[0] = names[1]
if way == "silent": said = []
if way == "silent-css": said = [one for one in said if ".css" not in one["url"]]
if way == "only-warnings": said = [dict(one, type="info") for one in said]
if way == "stranger": said.append(fault("other.html"))
if way == "unread": said.append(fault(names[0], "non-document-error"))
if way == "hang": time.sleep(60)
if way == "killed": os.kill(os.getpid(), signal.SIGKILL)
answer = json.dumps(dict(version="1", messages=said))
if way == "no-messages": answer = "{{}}"
if way == "list": answer = "[]"
if way == "half": answer = answer[:40]
if way == "nothing": answer = ""
if way == "trace": answer = "Exception in thread main java.lang.OutOfMemoryError"
print("\\n".join("./" + name for name in names))
sys.stderr.write(answer)
sys.exit(2 if way == "crash" else 1)
"""


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A sound page, with a sound style and a sound drawing."""
    folder = tmp_path / "site"
    (folder / "assets").mkdir(parents=True)
    (folder / "index.html").write_text(SOUND.format(""), encoding="utf-8")
    (folder / "assets/page.css").write_text("p { margin: 0 }\n", encoding="utf-8")
    drawing = '<svg xmlns="http://www.w3.org/2000/svg"><title>A dot</title></svg>\n'
    (folder / "assets/dot.svg").write_text(drawing, encoding="utf-8")
    return folder


def looked(site: Path) -> dict[str, tuple[Seen, ...]]:
    """What the real checker says of all the pages of a folder."""
    pages = [file.relative_to(site).as_posix() for file in sorted(site.rglob("*.html"))]
    return vnu.look(site, pages, find_java(), JAR)


def said(seen: tuple[Seen, ...]) -> list[tuple[str, str]]:
    """Rules and sentences."""
    return [(one.rule, one.facts["what"]) for one in seen]


def stand_in(tmp_path: Path, way: str) -> Path:
    """A Java that spoils the answer in one way."""
    file = tmp_path / "java"
    file.write_text(STAND_IN.format(python=sys.executable, way=way), encoding="utf-8")
    file.chmod(0o755)
    return file


# -- the real checker -----------------------------------------------------------------------------


def test_our_own_site_is_sound_and_all_of_it_was_looked_at(small_draft: Draft) -> None:
    """Every page, style sheet and drawing of the small charter has its answer, and it is empty."""
    kinds = {".html", ".css", ".svg"}
    files = (file for file in small_draft.root.rglob("*") if file.suffix in kinds)
    names = {file.relative_to(small_draft.root).as_posix() for file in files}

    found = looked(small_draft.root)

    assert names == found.keys()
    assert {} == {name: seen for name, seen in found.items() if seen}


def test_faults_in_each_kind_of_file_are_said_with_their_lines(site: Path) -> None:
    """HTML, a style inside a page, a style sheet and a drawing, each with the line of the fault."""
    body = '\n<p>One\n<img src="a.png">\n<p style="colr: red">Two'
    (site / "bad.html").write_text(SOUND.format(body), encoding="utf-8")
    (site / "assets/bad.css").write_text("p {\n  colr: red;\n}\n", encoding="utf-8")
    drawing = '<svg xmlns="http://www.w3.org/2000/svg">\n\n\n<foo/>\n</svg>\n'
    (site / "assets/bad.svg").write_text(drawing, encoding="utf-8")

    found = looked(site)

    assert [
        ("WEB-010", "A picture has no description (line 7)."),
        ("WEB-010", "There is no style called “colr” (line 8)."),
    ] == said(found["bad.html"])
    assert [("WEB-010", "There is no style called “colr” (line 2).")] == said(
        found["assets/bad.css"]
    )
    assert [
        ("WEB-010", "“foo” may not stand inside “svg” (line 4)."),
        ("WEB-010", "There is nothing called “foo” (line 4)."),
    ] == said(found["assets/bad.svg"])
    assert [(), (), ()] == [found[n] for n in ("index.html", "assets/page.css", "assets/dot.svg")]


def test_one_fault_in_many_places_is_said_once(site: Path) -> None:
    """The first lines are named, and how many more there are."""
    (site / "index.html").write_text(SOUND.format('<img src="a.png">\n' * 5), encoding="utf-8")

    found = looked(site)["index.html"]

    assert [("WEB-010", "A picture has no description (lines 5, 6, 7 and 2 more).")] == said(found)


def test_odd_names_are_looked_at_as_well(site: Path) -> None:
    """A name with a space, a sign of percent or a letter that Java's locale lacks isn't lost."""
    names = ["a b.html", "50%25.html", "d\u0175r/\u0633.htm", "-x.html", "A#b.HTML"]
    for name in names:
        (site / name).parent.mkdir(exist_ok=True)
        (site / name).write_text(SOUND.format("<img src=a>"), encoding="utf-8")

    found = vnu.look(site, names, find_java(), JAR)

    assert [1] * 5 == [len(found[name]) for name in names]


def test_a_warning_worth_a_look_is_only_asked_about(site: Path) -> None:
    """A page in another language than it says; and a needless slash is nobody's trouble."""
    words = "Wir hören zu und sagen, was wir getan haben. Alle Menschen können mitmachen. " * 20
    body = f"<br/><p>{words}</p>"
    (site / "index.html").write_text(SOUND.format(body), encoding="utf-8")

    (one,) = looked(site)["index.html"]

    assert "WEB-002" == one.rule
    assert one.facts["what"].startswith("The words look like German, but the page says")


# -- tools that fail ------------------------------------------------------------------------------


@POSIX
def test_a_whole_answer_is_believed(site: Path, tmp_path: Path) -> None:
    """The stand-in, not spoilt, passes: so the tests below fail for the reason they name."""
    found = vnu.look(site, ["index.html"], stand_in(tmp_path, "well"), JAR)

    assert {"index.html": (), "assets/dot.svg": (), "assets/page.css": ()} == found


@POSIX
@pytest.mark.parametrize(
    ("way", "sentence"),
    [
        ("nothing", "printed nothing"),
        ("half", "can't be read"),
        ("trace", "can't be read"),
        ("no-messages", "has no messages in it"),
        ("list", "has no messages in it"),
        ("one-less", "looked at 5 of 6 files"),
        ("twice", "looked at 5 of 6 files"),
        ("silent", r"sees no fault where there is one \(bad.html\)"),
        ("silent-css", r"sees no fault where there is one \(bad.css\)"),
        ("only-warnings", "sees no fault where there is one"),
        ("stranger", "a file that it was not given: other.html"),
        ("unread", "could not look at a file"),
        ("crash", "exit status 2"),
        ("killed", "signal 9"),
    ],
)
def test_no_run_without_proof_passes(way: str, sentence: str, site: Path, tmp_path: Path) -> None:
    """However the checker pretends that all is well, the sentence says that it could not look."""
    with pytest.raises(programs.ProgramFailed, match=sentence):
        vnu.look(site, ["index.html"], stand_in(tmp_path, way), JAR)


@POSIX
def test_a_checker_that_hangs_is_stopped(site: Path, tmp_path: Path) -> None:
    """The limit holds for the whole run."""
    with pytest.raises(programs.ProgramHung, match="did not end within 1 seconds"):
        vnu.look(site, ["index.html"], stand_in(tmp_path, "hang"), JAR, seconds=1)


def test_missing_programs_are_named(site: Path, tmp_path: Path) -> None:
    """Without Java, or without the checker, the sentence says which of the two is missing."""
    with pytest.raises(programs.ProgramMissing, match="Nu Html Checker is missing"):
        vnu.look(site, ["index.html"], find_java(), tmp_path / "vnu.jar")
    with pytest.raises(programs.ProgramMissing, match="none” can't be started"):
        vnu.look(site, ["index.html"], tmp_path / "none", JAR)


def test_a_broken_checker_is_not_believed(site: Path, tmp_path: Path) -> None:
    """A file that is no Java program, such as half a download."""
    (tmp_path / "vnu.jar").write_bytes(JAR.read_bytes()[:1000])

    with pytest.raises(programs.ProgramFailed):
        vnu.look(site, ["index.html"], find_java(), tmp_path / "vnu.jar")


# -- words ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("message", "sentence"),
    [
        ("Duplicate ID “a”.", "Two places have the same name, “a”"),
        ("Unclosed element “div”.", "“div” is opened and never closed"),
        ("Stray end tag “b”.", "“b” is closed, and was never opened"),
        (
            "Element “div” not allowed as child of element “span” in this context. (Suppressing…)",
            "“div” may not stand inside “span”",
        ),
        ("Bad value “x y” for attribute “href” on element “a”: Bad URL.", "“x y” is no good as the “href” of “a”"),
        ("Something that is {new} to us.", "Something that is {new} to us"),
    ],
)  # fmt: skip
def test_messages_in_plain_words(message: str, sentence: str) -> None:
    """The commonest messages are said plainly, and any other in the checker's own words."""
    assert sentence == plain(message)


def test_harmless_warnings_are_known() -> None:
    """A section without a heading may be right; a name that nobody hears is worth a look."""
    assert harmless("Section lacks heading. Consider using “h2”-“h6” elements.")
    assert not harmless("Possible misuse of “aria-label”. (If you disagree…)")
