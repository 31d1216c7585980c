"""Set-up: once, resumable, alone, and with plain words where it can't go on."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from charter import bootstrap, browser, programs

ROOT = Path(__file__).resolve().parents[1]
Words = Sequence[str | Path]


@dataclass
class Installers:
    """Stands in for venv, pip and npm: does what they do to the folder, and notes each call."""

    root: Path
    calls: list[str] = field(default_factory=list)
    failing: str = ""
    says: str = ""

    def run(self, words: Words, **_choices: object) -> programs.Result:
        """One call; "venv", "pip" or "npm" fails where `failing` says so."""
        line = " ".join(map(str, words))
        step = "venv" if " venv " in line else "npm" if "npm" in line else "pip"
        self.calls.append(line)
        if step == self.failing:
            raise programs.ProgramCrashed("The program failed (exit status 1).", self.says)
        made = {
            "venv": bootstrap._python(self.root),
            "npm": bootstrap._web_checker(self.root),
        }.get(step)
        if made:
            made.parent.mkdir(parents=True, exist_ok=True)
            made.write_text("", encoding="utf-8")
        return programs.Result("", "", 0, 0.1)

    def steps(self) -> list[str]:
        """The steps in order, by name."""
        kinds = {" venv ": "venv", "npm-cli": "npm", "pip install": "pip"}
        return [next((s for k, s in kinds.items() if k in line), "?") for line in self.calls]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A folder with locks, before its set-up."""
    for name in ("requirements.lock", "package.json", "package-lock.json"):
        (tmp_path / name).write_text(f"{name}\n", encoding="utf-8")
    return tmp_path.resolve()


@pytest.fixture
def installers(root: Path, monkeypatch: pytest.MonkeyPatch) -> Installers:
    """Installers that work; a Node and a browser that are on the computer."""
    fake = Installers(root)
    for name in ("node", "npm-cli.js", "chromium"):
        (root / name).write_text("", encoding="utf-8")
    node = browser.Node(root / "node", root / "npm-cli.js", "v22.0.0")
    monkeypatch.setattr(programs, "run", fake.run)
    monkeypatch.setattr(browser, "installed_node", lambda: node)
    monkeypatch.setattr(browser, "installed_browsers", lambda: iter([root / "chromium"]))
    monkeypatch.setattr(browser, "prove", lambda _root, _node, _browser: "Chrome/1")
    return fake


def refused(root: Path, capsys: pytest.CaptureFixture[str]) -> str:
    """What a person reads where set-up can't go on; the status must be 3."""
    with pytest.raises(SystemExit) as stopped:
        bootstrap.ensure(root)
    assert 3 == stopped.value.code
    return capsys.readouterr().err


def test_sets_up_once_and_says_so(
    root: Path, installers: Installers, capsys: pytest.CaptureFixture[str]
) -> None:
    """The first run does each step once and names it; the second does and says nothing."""
    first = bootstrap.ensure(root)
    said = capsys.readouterr().out
    second = bootstrap.ensure(root)

    assert first == second == bootstrap._python(root)
    assert ["venv", "pip", "npm"] == installers.steps()
    assert (
        "Setting up, once. This needs the internet and takes about two minutes.\n"
        "  1 of 3  Python tools\n"
        "  2 of 3  Web checker, with Node 22.0.0\n"
        f"  3 of 3  Browser: {root / 'chromium'}\n"
        "Set-up is done.\n"
    ) == said
    assert "" == capsys.readouterr().out


def test_installs_nothing_without_its_hash(root: Path, installers: Installers) -> None:
    """Python's tools come with hashes and ready-made; Node's from the lock, without scripts."""
    bootstrap.ensure(root)

    assert "--only-binary :all: --require-hashes" in installers.calls[1]
    assert "ci --ignore-scripts" in installers.calls[2]


def test_leaves_the_browser_package_out_where_there_is_a_browser(
    root: Path, installers: Installers
) -> None:
    """67 MB are not fetched where Chrome, Chromium or Edge is there."""
    bootstrap.ensure(root)

    assert installers.calls[-1].endswith("--omit=optional")


def test_brings_its_own_browser_where_the_installed_one_draws_nothing(
    root: Path, installers: Installers, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An installed browser that doesn't work is passed over, and said so."""
    own = browser.Browser(root / "own", (), {"A": "b"})
    own.path.write_text("", encoding="utf-8")

    def prove(_root: Path, _node: Path, tried: browser.Browser) -> str:
        if tried.path != own.path:
            raise programs.ProgramNonsense("draws no words")
        return "Own/1"

    monkeypatch.setattr(browser, "prove", prove)
    monkeypatch.setattr(browser, "unpack_browser", lambda _root, _node: own)

    bootstrap.ensure(root)

    assert ["venv", "pip", "npm", "npm"] == installers.steps()
    assert installers.calls[-1].endswith("--include=optional")
    assert own.path == browser.find_browser(root).path


def test_says_what_to_install_where_no_browser_can_be_had(
    root: Path,
    installers: Installers,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """On macOS and Windows there is no browser in the package: the person is told."""
    monkeypatch.setattr(browser, "installed_browsers", lambda: iter([]))
    monkeypatch.setattr(sys, "platform", "darwin")

    said = refused(root, capsys)

    assert "There is no browser for the web checks on this computer." in said
    assert "Install Google Chrome, Chromium or Microsoft Edge." in said


@pytest.mark.parametrize("cut", ["venv", "pip", "npm"])
def test_goes_on_where_it_was_cut_off(
    cut: str, root: Path, installers: Installers, capsys: pytest.CaptureFixture[str]
) -> None:
    """After a cut, the next run ends the work, and does no finished half again."""
    installers.failing = cut
    refused(root, capsys)
    installers.failing, installers.calls = "", []

    bootstrap.ensure(root)

    assert (["npm"] if cut == "npm" else ["venv", "pip", "npm"]) == installers.steps()


def test_never_trusts_a_half_made_folder(root: Path, installers: Installers) -> None:
    """A .venv that nobody stamped is made from nothing, whatever is in it."""
    half = root / ".venv" / "half"
    half.mkdir(parents=True)

    bootstrap.ensure(root)

    assert not half.exists()


@pytest.mark.parametrize(
    ("lost", "again"),
    [
        ("requirements.lock", ["venv", "pip"]),
        ("package-lock.json", ["npm"]),
        (".venv", ["venv", "pip", "npm"][:2]),
        ("node_modules", ["npm"]),
        ("chromium", ["npm"]),
        (".charter/tools.json", ["npm"]),
        (".charter/set-up-web.txt", ["npm"]),
    ],
)
def test_sets_up_again_what_has_changed_or_gone(
    lost: str, again: list[str], root: Path, installers: Installers
) -> None:
    """A new lock, a deleted folder, a browser that was taken away: only that half is redone."""
    bootstrap.ensure(root)
    installers.calls = []
    path = root / lost
    if path.suffix in {".lock", ".json"} and path.parent == root:
        path.write_text("newer", encoding="utf-8")
    else:
        path.rename(root / "lost")
    if lost == "chromium":
        path.write_text("", encoding="utf-8")
        kept = json.loads(browser.tools_file(root).read_text(encoding="utf-8"))
        kept["browser"]["path"] = str(root / "gone")
        browser.tools_file(root).write_text(json.dumps(kept), encoding="utf-8")

    bootstrap.ensure(root)

    assert again == [step for step in installers.steps() if step in again]


@pytest.mark.parametrize(
    ("step", "printed", "why", "advice"),
    [
        ("pip", "OSError: [Errno 28] No space left on device", "The disk is full.", "Make room"),
        ("npm", "npm error code ENOSPC", "The disk is full.", "Make room"),
        (
            "pip",
            "NewConnectionError: Failed\nERROR: No matching distribution found for x",
            "The internet can't be reached",
            "Check the connection",
        ),
        ("npm", "npm error code EAI_AGAIN", "The internet can't be reached", "Check the"),
        ("pip", "SSLError(CERTIFICATE_VERIFY_FAILED)", "its own certificate", "PIP_CERT"),
        ("npm", "npm error code EINTEGRITY", "not what it should be", "Try once more"),
        ("pip", "THESE PACKAGES DO NOT MATCH THE HASHES", "not what it should be", "Try once"),
        ("pip", "No matching distribution found for x", "not made for this kind", "3.11 to"),
        ("npm", "EACCES: permission denied", "may not be written", "Close other programs"),
        ("pip", "something new", "exit status 1", "Send .charter/setup.log"),
    ],
)
def test_says_why_and_what_to_do(  # noqa: PLR0913, PLR0917  a table's columns
    step: str,
    printed: str,
    why: str,
    advice: str,
    root: Path,
    installers: Installers,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Each known trouble is named in plain words; the tools' own words are in the log."""
    installers.failing, installers.says = step, printed

    said = refused(root, capsys)

    assert why in said
    assert advice in said
    assert "run the same command again" in said
    assert printed in (root / ".charter" / "setup.log").read_text(encoding="utf-8")


def test_names_the_debian_package(
    root: Path, installers: Installers, capsys: pytest.CaptureFixture[str]
) -> None:
    """Debian's Python without its venv part: the package to ask for is named."""
    installers.failing = "venv"
    installers.says = "The virtual environment was not created because ensurepip is not available."

    assert "ask for the package python3-venv" in refused(root, capsys)


def test_does_without_ensurepip_where_there_is_a_pip(
    root: Path, installers: Installers, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where only ensurepip is missing, a pip outside fills the folder."""
    plain = installers.run

    def run(words: Words, **choices: object) -> programs.Result:
        line = " ".join(map(str, words))
        if " venv " in line and "--without-pip" not in line:
            raise programs.ProgramCrashed("failed", "ensurepip is not available")
        return plain(words, **choices)

    monkeypatch.setattr(programs, "run", run)

    bootstrap.ensure(root)

    assert any(f"-m pip --python {bootstrap._python(root)} install" in c for c in installers.calls)


def test_names_the_python_that_is_needed(
    root: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """On an old Python the first line says which one to install."""
    monkeypatch.setattr(sys, "version_info", (3, 9, 2))

    assert "needs Python 3.11 or later; this is 3.9" in refused(root, capsys)


def test_needs_nothing_but_python() -> None:
    """What set-up imports is Python's own: it runs where no package is installed."""
    words = [
        "-I",
        "-S",
        "-c",
        f"import sys; sys.path[:0] = [{str(ROOT)!r}]; import charter.bootstrap, charter.browser",
    ]

    assert 0 == subprocess.run([sys.executable, *words], check=False).returncode


def test_other_set_ups_wait_and_then_find_all_done(root: Path, tmp_path: Path) -> None:
    """Two at once: the second says that it waits, and does none of the work again."""
    code = f"""
import sys, time; sys.path.insert(0, {str(ROOT)!r})
from pathlib import Path
from charter import bootstrap
root, log = Path({str(root)!r}), Path({str(tmp_path / "log")!r})
def work(root, lock):
    with log.open("a") as file: file.write("begin ")
    time.sleep(1)
    with log.open("a") as file: file.write("end ")
bootstrap._set_up = work
bootstrap._ready = lambda root: log.exists() and log.read_text().endswith("end ")
bootstrap.ensure(root)
"""
    both = [
        subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, text=True)
        for _ in range(2)
    ]
    said = "".join(process.communicate(timeout=60)[0] for process in both)

    assert [0, 0] == [process.returncode for process in both]
    assert "begin end " == (tmp_path / "log").read_text(encoding="utf-8")
    assert "Another set-up is at work in this folder. Waiting for it to end.\n" == said


@pytest.mark.skipif(os.name == "nt", reason="kills as POSIX does")
def test_a_killed_set_up_leaves_no_lock_behind(
    root: Path, installers: Installers, tmp_path: Path
) -> None:
    """After kill -9 in the middle the next set-up doesn't wait."""
    code = f"""
import sys, time; sys.path.insert(0, {str(ROOT)!r})
from pathlib import Path
from charter import bootstrap
def work(root, lock):
    Path({str(tmp_path / "begun")!r}).touch()
    time.sleep(60)
bootstrap._set_up = work
bootstrap.ensure(Path({str(root)!r}))
"""
    process = subprocess.Popen([sys.executable, "-c", code])
    until((tmp_path / "begun").exists)
    process.kill()
    process.wait()

    assert bootstrap._python(root) == bootstrap.ensure(root)


@pytest.mark.skipif(os.name == "nt", reason="sends signals as POSIX does")
@pytest.mark.parametrize("name", ["SIGINT", "SIGTERM", "SIGHUP"])
def test_ctrl_c_stops_the_set_up_in_plain_words(name: str, root: Path, tmp_path: Path) -> None:
    """The person reads that nothing is lost, not where in the program it was."""
    code = f"""
import sys, time; sys.path.insert(0, {str(ROOT)!r})
from pathlib import Path
from charter import bootstrap
def work(root, lock):
    Path({str(tmp_path / "begun")!r}).touch()
    time.sleep(60)
bootstrap._set_up = work
bootstrap.ensure(Path({str(root)!r}))
"""
    words = [sys.executable, "-c", code]
    with subprocess.Popen(words, stderr=subprocess.PIPE, text=True) as process:
        until((tmp_path / "begun").exists)
        process.send_signal(getattr(signal, name))
        _, said = process.communicate(timeout=60)

    assert "Stopped. Run the same command again: it goes on where it stopped.\n" == said
    assert 130 == process.returncode


def until(done: Callable[[], bool]) -> None:
    """Wait for something that another process does."""
    for _ in range(1000):
        if done():
            return
        time.sleep(0.01)
    raise AssertionError(done)
