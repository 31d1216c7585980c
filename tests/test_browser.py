"""Node and the browser: found, unpacked, proven, and kept for later."""

from __future__ import annotations

import io
import os
import sys
import tarfile
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from charter import browser, programs

ROOT = Path(__file__).resolve().parents[1]
LINUX = pytest.mark.skipif(sys.platform != "linux", reason="the package has a Linux browser only")
# What every Linux has, however little is installed on it: the C library, in its parts.
EVERYWHERE = (
    *("ld-linux", "libc.so", "libdl", "libgcc_s", "libm.so", "libpthread", "libresolv"),
    *("librt", "libutil", "linux-vdso"),
)
PACK = """
const fs = require("fs"), zlib = require("zlib");
for (const name of process.argv.slice(1)) {
  fs.writeFileSync(name + ".br", zlib.brotliCompressSync(fs.readFileSync(name)));
}
"""


def node() -> browser.Node:
    """The Node that set-up chose."""
    path = browser.find_node(ROOT)
    return browser.Node(path, path, "v20.0.0")


def executable(file: Path) -> Path:
    """A file that may be run."""
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text("", encoding="utf-8")
    file.chmod(0o755)
    return file


def test_keeps_what_set_up_chose(tmp_path: Path) -> None:
    """What is kept comes back as it was."""
    path = executable(tmp_path / "chromium")
    chosen = browser.Browser(path, ("--a",), {"B": "c"})
    (tmp_path / ".charter").mkdir()

    browser.keep(tmp_path, browser.Node(path, path, "v22.0.0"), chosen)

    assert (chosen, path) == (browser.find_browser(tmp_path), browser.find_node(tmp_path))


def test_names_what_has_gone(tmp_path: Path) -> None:
    """Without a set-up, or after a tool was taken away, the sentence says what to run."""
    with pytest.raises(programs.ProgramMissing, match=r"browser .* is missing\. Run “python3"):
        browser.find_browser(tmp_path)
    with pytest.raises(programs.ProgramMissing, match=r"Node.* is missing\. Run “python3"):
        browser.find_node(tmp_path)


@pytest.mark.skipif(os.name == "nt", reason="programs on Windows end in .exe")
def test_finds_the_browsers_on_the_path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each browser is found once; a file that may not be run is none."""
    chrome = executable(tmp_path / "google-chrome")
    edge = executable(tmp_path / "microsoft-edge")
    (tmp_path / "chromium-browser").symlink_to(chrome)
    (tmp_path / "msedge").write_text("", encoding="utf-8")
    monkeypatch.setenv("PATH", str(tmp_path))
    for places in ("_MAC", "_WINDOWS", "_LINUX"):
        monkeypatch.setattr(browser, places, ())

    assert [chrome, edge] == list(browser.installed_browsers())


def test_keeps_the_libraries_that_node_needs(monkeypatch: pytest.MonkeyPatch) -> None:
    """The browser's own libraries come first, and those of the computer stay found."""
    monkeypatch.setenv("LD_LIBRARY_PATH", "/theirs")
    own = browser.Browser(Path("chromium"), (), {"LD_LIBRARY_PATH": "/ours"})

    assert "/ours:/theirs" == own.surroundings()["LD_LIBRARY_PATH"]


@LINUX
def test_unpacks_the_browser_with_fonts_of_its_own(tmp_path: Path) -> None:
    """The program may be run, its libraries and letters are there, and its list names them."""
    packed = tmp_path / "node_modules" / "@sparticuz" / "chromium" / "bin"
    packed.mkdir(parents=True)
    (packed / "chromium").write_text("program", encoding="utf-8")
    tarred(packed / "al2023.tar", {"lib/libnss3.so": b"library"})
    tarred(packed / "fonts.tar", {"fonts.conf": b"/var/task", "fonts/a.ttf": b"letters"})
    names = ("chromium", "al2023.tar", "fonts.tar")
    programs.run([node().path, "-e", PACK, *(packed / name for name in names)], timeout=60)

    own = browser.unpack_browser(tmp_path, node())

    home = tmp_path / ".charter" / "browser"
    assert own is not None
    assert os.access(own.path, os.X_OK)
    assert b"letters" == (home / "fonts" / "a.ttf").read_bytes()
    assert b"library" == Path(own.env["LD_LIBRARY_PATH"], "libnss3.so").read_bytes()
    fonts = Path(own.env["FONTCONFIG_PATH"], own.env["FONTCONFIG_FILE"]).read_text(encoding="utf-8")
    assert f"<dir>{home / 'fonts'}</dir>" in fonts


def tarred(file: Path, members: dict[str, bytes]) -> None:
    """A tar of some files."""
    with tarfile.open(file, "w") as tar:
        for name, data in members.items():
            member = tarfile.TarInfo(name)
            member.size = len(data)
            tar.addfile(member, io.BytesIO(data))


def test_unpacks_nothing_outside_its_folder(tmp_path: Path) -> None:
    """A package that tries to write elsewhere can't."""
    tarred(tmp_path / "a.tar", {"../out": b"no", "in/side": b"yes"})

    browser._untar(tmp_path / "a.tar", tmp_path / "home")

    assert (False, True) == ((tmp_path / "out").exists(), (tmp_path / "home/in/side").exists())


def test_there_is_nothing_to_unpack_without_the_package(tmp_path: Path) -> None:
    """Where npm left the package out, or on another system, there is no browser of ours."""
    assert browser.unpack_browser(tmp_path, node()) is None


def test_leaves_the_sandbox_only_where_it_does_not_work(monkeypatch: pytest.MonkeyPatch) -> None:
    """The sandbox is tried first; a browser that draws nothing is not tried again without it."""
    crash = programs.ProgramCrashed("no sandbox here")
    blank = programs.ProgramNonsense("draws no words")
    failure: programs.ProgramFailed = crash

    def prove(_root: Path, _node: Path, tried: browser.Browser) -> str:
        if "--no-sandbox" not in tried.args:
            raise failure
        return "Chrome/1"

    monkeypatch.setattr(browser, "prove", prove)
    chosen = browser.choose(ROOT, Path("node"), Path("chromium"))
    failure = blank

    assert "--no-sandbox" in chosen.args
    with pytest.raises(programs.ProgramNonsense):
        browser.choose(ROOT, Path("node"), Path("chromium"))


@pytest.mark.slow
def test_the_chosen_browser_draws_words() -> None:
    """The browser of this computer's set-up is proven again."""
    version = browser.prove(ROOT, browser.find_node(ROOT), browser.find_browser(ROOT))

    assert "/" in version


@pytest.mark.slow
@LINUX
def test_a_browser_without_fonts_is_refused(tmp_path: Path) -> None:
    """It starts, and every contrast check would pass: so it counts as no browser at all."""
    fonts = tmp_path / "fonts.conf"
    fonts.write_text("<fontconfig></fontconfig>", encoding="utf-8")
    found = browser.find_browser(ROOT)
    blind = browser.Browser(found.path, found.args, {**found.env, "FONTCONFIG_FILE": str(fonts)})

    with pytest.raises(programs.ProgramNonsense, match="starts but draws no words"):
        browser.prove(ROOT, browser.find_node(ROOT), blind)


@LINUX
def test_our_own_browser_needs_no_library_of_the_computer() -> None:
    """All it loads beside the C library lies in its own folder."""
    own = browser.find_browser(ROOT)
    if "LD_LIBRARY_PATH" not in own.env:
        pytest.skip("this computer has a browser, so that ours was not unpacked")

    listing = programs.run(
        [own.path], timeout=60, env={**own.env, "LD_TRACE_LOADED_OBJECTS": "1"}
    ).stdout.splitlines()

    others = [line.strip() for line in listing if own.env["LD_LIBRARY_PATH"] not in line]
    assert [] == [line for line in others if not Path(line.split()[0]).name.startswith(EVERYWHERE)]


def test_old_node_is_not_used(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A Node older than 20 counts as none; a newer one is used with its npm."""
    for name in ("node", "npm-cli.js"):
        (tmp_path / name).write_text("", encoding="utf-8")
    versions: dict[str, str | None] = {"v18.20.1\n": None, "v20.0.0\n": "v20.0.0", "words": None}

    def answers(version: str) -> Callable[..., programs.Result]:
        return lambda *_words, **_choices: programs.Result(version, "", 0, 0.1)

    found: Mapping[str, browser.Node | None] = {}
    for version in versions:
        monkeypatch.setattr(programs, "run", answers(version))
        found = {**found, version: browser._usable(tmp_path / "node", tmp_path / "npm-cli.js")}

    assert versions == {key: node and node.version for key, node in found.items()}
