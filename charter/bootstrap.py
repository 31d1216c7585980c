"""Set-up: everything that the charter needs, put into this folder, once.

`build.py` imports this before anything else, so only Python's own library is used here, and
the lines up to `ensure` also run on Pythons that are too old, to say so.
"""

from __future__ import annotations

import contextlib
import json
import os
import platform
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from charter.browser import Browser, Node
    from charter.programs import ProgramFailed

OLDEST_PYTHON = (3, 11)
_LONG = 1800  # seconds: a slow line may take this long for 150 MB; a dead one ends sooner
_AGAIN = "Then run the same command again: it goes on where it stopped."

# What the installers print when they can't go on, and what a person can do about it.
_REASONS = (
    (
        ("No space left", "ENOSPC", "Errno 28]", "WinError 112"),
        "The disk is full.",
        "Make room (set-up needs about 1.5 GB).",
    ),
    (
        ("CERTIFICATE_VERIFY_FAILED", "SELF_SIGNED_CERT", "UNABLE_TO_GET_ISSUER", "SSLError"),
        "This network puts its own certificate in front of the internet.",
        "Ask IT for its certificate file, and name it in PIP_CERT and NODE_EXTRA_CA_CERTS.",
    ),
    (
        ("DO NOT MATCH THE HASHES", "EINTEGRITY"),
        "A download is not what it should be, so it was not used.",
        "Try once more. If it happens again, ask your IT team whether downloads are changed.",
    ),
    (
        (
            "NewConnectionError",
            "NameResolutionError",
            "ConnectTimeout",
            "ReadTimeout",
            "IncompleteRead",
            "Connection broken",
            "ProtocolError",
            "ProxyError",
            "Max retries exceeded",
            "ENOTFOUND",
            "EAI_AGAIN",
            "ECONNREFUSED",
            "ECONNRESET",
            "ETIMEDOUT",
            "ERR_SOCKET_TIMEOUT",
            "network request",
        ),
        "The internet can't be reached, or the connection was cut.",
        "Check the connection. In an office, IT may have to allow Python's and npm's packages.",
    ),
    (
        ("ensurepip is not", "No module named ensurepip", "No module named venv"),
        "This computer's Python can't make a folder for its tools: a part of it is missing.",
        "On Debian or Ubuntu ask for the package python3-venv.",
    ),
    (
        ("No matching distribution", "Could not find a version"),
        "One of the tools is not made for this kind of computer, or for this Python.",
        "Try with another Python, from 3.11 to 3.14.",
    ),
    (
        ("Permission denied", "EACCES", "EPERM", "WinError 5]", "Read-only file system"),
        "A file in this folder may not be written.",
        "Close other programs that use this folder, and check that you may write in it.",
    ),
)


class SetUpFailed(Exception):  # noqa: N818  the sentence is what counts, not the name
    """Set-up can't go on. `str()` says why; `advice` says what to do."""

    def __init__(self, why: str, advice: str) -> None:
        """Keep both for whoever prints them."""
        super().__init__(why)
        self.advice = advice


def ensure(root: Path) -> Path:
    """The Python with everything in it; sets up first where something is missing.

    Quick and silent when all is there. When set-up can't go on this says why, and what to do,
    and ends the program with exit status 3. The details are in `.charter/setup.log`.
    """
    root = root.resolve()
    if sys.version_info < OLDEST_PYTHON:
        _give_up(
            "This needs Python 3.11 or later; this is {}.{}.".format(*sys.version_info),
            "Install a newer Python from python.org, and run the same command with it.",
        )
    try:
        if not _ready(root):
            _tidy_up_when_stopped()
            with _alone(root) as lock:
                # Another set-up may have done the work while we waited for it.
                if not _ready(root):
                    _set_up(root, lock)
    except KeyboardInterrupt:
        print("Stopped. " + _AGAIN.removeprefix("Then ").capitalize(), file=sys.stderr)
        raise SystemExit(130) from None
    except SetUpFailed as failure:
        _give_up(str(failure), failure.advice, root)
    except OSError as error:
        why, advice = _reason(str(error)) or (f"Set-up failed ({error}).", "Ask a developer.")
        _give_up(why, advice, root)
    return _python(root)


def _tidy_up_when_stopped() -> None:
    """When the system or a closed window ends us, end the installers too, as Ctrl-C does."""
    for name in ("SIGTERM", "SIGHUP"):
        number = getattr(signal, name, None)  # Windows has no SIGHUP; nohup ignores it
        if number is not None and signal.getsignal(number) is signal.SIG_DFL:
            signal.signal(number, signal.default_int_handler)


def is_inside(root: Path) -> bool:
    """Whether this very program runs in the Python that `ensure` makes, with all in place."""
    return _in_venv(root) and _ready(root.resolve())


def rerun(root: Path, script: Path, words: Sequence[str]) -> int:
    """Run `script` with `words` in the Python that `ensure` makes; return its exit status.

    On Linux and macOS this program becomes the other, so that signals reach it as they are, and
    this never returns. Windows can't do that: there the other runs below this one.
    """
    python = ensure(root)
    command = [str(python), str(script), *words]
    if os.name != "nt":
        sys.stdout.flush()
        sys.stderr.flush()
        os.execv(python, command)  # noqa: S606  becoming the other program is the point
    return call(command, None)


def call(words: Sequence[str], folder: Path | None) -> int:
    """Run a program that talks to the person itself, in `folder`; return its exit status.

    Ctrl-C reaches both programs: the other one decides what to do with it.
    """
    with subprocess.Popen(words, cwd=folder) as child:
        while True:
            with contextlib.suppress(KeyboardInterrupt):
                status = child.wait()
                return status if status >= 0 else 128 - status


def _in_venv(root: Path) -> bool:
    return Path(sys.prefix).resolve() == (root / ".venv").resolve()


def _give_up(why: str, advice: str, root: Path | None = None) -> None:
    print("Set-up can't go on. " + why, file=sys.stderr)
    print("To fix it: " + advice + " " + _AGAIN, file=sys.stderr)
    if root is not None and _log(root).is_file():
        print("Details: " + str(_log(root)), file=sys.stderr)
    raise SystemExit(3)


def _reason(output: str) -> tuple[str, str] | None:
    """Why an installer failed, and what to do, judged by what it printed."""
    found = (r for r in _REASONS if any(sign.lower() in output.lower() for sign in r[0]))
    return next(((why, advice) for _, why, advice in found), None)


def _log(root: Path) -> Path:
    return root / ".charter" / "setup.log"


def _python(root: Path) -> Path:
    venv = root / ".venv"
    return venv / "Scripts" / "python.exe" if os.name == "nt" else venv / "bin" / "python"


def _web_checker(root: Path) -> Path:
    return root / "node_modules" / "pa11y-ci" / "bin" / "pa11y-ci.js"


def _stamp(root: Path, half: str) -> Path:
    """The file that says that this half of the set-up came to its end, and with what."""
    return root / ".charter" / f"set-up-{half}.txt"


def _key(root: Path, half: str) -> str:
    """All that this half of the set-up depends on: the lock as it is, the place, the Python."""
    here = [str(root), platform.machine(), sys.platform]
    if half == "python":
        here.append("{} {}.{}".format(sys.implementation.name, *sys.version_info))
    files = ("requirements.lock",) if half == "python" else ("package.json", "package-lock.json")
    return "\n".join([*here, *((root / name).read_text(encoding="utf-8") for name in files)])


def _is_done(root: Path, half: str) -> bool:
    try:
        return _stamp(root, half).read_text(encoding="utf-8") == _key(root, half)
    except (OSError, ValueError):
        return False


def _finish(root: Path, half: str) -> None:
    """Stamp one half as done, all at once, so that a cut can't leave half a stamp."""
    beside = _stamp(root, half).with_suffix(".half")
    beside.write_text(_key(root, half), encoding="utf-8")
    beside.replace(_stamp(root, half))


def _ready(root: Path) -> bool:
    """Whether all is set up. Reads a few files and starts nothing: it is asked at each start."""
    if not (_is_done(root, "python") and _is_done(root, "web") and _python(root).exists()):
        return False
    try:
        tools = json.loads((root / ".charter" / "tools.json").read_text(encoding="utf-8"))
        needed = (tools["node"], tools["browser"]["path"], _web_checker(root))
    except (OSError, ValueError, KeyError, TypeError):
        return False
    return all(Path(file).is_file() for file in needed)


@contextlib.contextmanager
def _alone(root: Path) -> Iterator[int]:
    """Hold the set-up's lock, which the system takes back when we end, however we end.

    The installers hold it too (see `hold`), so that where only we are killed, the next set-up
    waits for an installer that is still writing.
    """
    from charter.locks import held  # noqa: PLC0415  not readable by old Pythons

    words = "Another set-up is at work in this folder. Waiting for it to end."
    with held(root / ".charter" / "setup.lock", lambda: _say(words)) as lock:
        yield lock


def _say(words: str) -> None:
    print(words, flush=True)


def _set_up(root: Path, lock: int) -> None:
    _log(root).write_text("", encoding="utf-8")
    _say("Setting up, once. This needs the internet and takes about two minutes.")
    if _is_done(root, "python") and _python(root).exists():
        _say("  1 of 3  Python tools: already here")
    else:
        _say("  1 of 3  Python tools")
        _install_python_tools(root, lock)
        _finish(root, "python")
    node = _find_node(root)
    _say(f"  2 of 3  Web checker, with Node {node.version.lstrip('v')}")
    browser = _install_web_checker(root, node, lock)
    _say(f"  3 of 3  Browser: {browser.path}")
    from charter.browser import keep  # noqa: PLC0415  not readable by old Pythons

    keep(root, node, browser)
    _finish(root, "web")
    _say("Set-up is done.")


def _install_python_tools(root: Path, lock: int) -> None:
    """Make `.venv` from nothing: one that was cut off may look whole and not be."""
    venv, python = root / ".venv", _python(root)
    base = Path(getattr(sys, "_base_executable", sys.executable))
    _remove(venv)
    try:
        _run(root, lock, [base, "-m", "venv", venv])
        pip: list[str | Path] = [python, "-I", "-m", "pip"]
    except SetUpFailed as failure:
        # Debian keeps a part of Python in a package of its own; a pip outside will do as well.
        _remove(venv)
        try:
            _run(root, lock, [base, "-m", "venv", "--without-pip", venv])
            _run(root, lock, [base, "-m", "pip", "--version"])
        except SetUpFailed:
            raise failure from None
        pip = [base, "-m", "pip", "--python", python]
    words = "install --no-input --disable-pip-version-check --only-binary :all: --require-hashes"
    _run(root, lock, [*pip, *words.split(), "-r", root / "requirements.lock"])


def _remove(folder: Path) -> None:
    if folder.exists():
        shutil.rmtree(folder)


def _find_node(root: Path) -> Node:
    from charter.browser import installed_node, packaged_node  # noqa: PLC0415  as above

    node = installed_node() or packaged_node(root / ".venv")
    if node is None:
        raise SetUpFailed(
            "Node, which runs the web checker, does not work on this computer.",
            "Install Node 20 or later from nodejs.org.",
        )
    return node


def _install_web_checker(root: Path, node: Node, lock: int) -> Browser:
    """Install from package-lock.json, and choose a browser that draws words.

    The browser package is left out where the computer has a browser; it comes in afterwards
    where that one turns out not to work.
    """
    from charter import browser, programs  # noqa: PLC0415  as above

    found = list(browser.installed_browsers())
    _npm(root, node, lock, with_browser=not found)
    failure: ProgramFailed | None = None
    for path in found:
        try:
            return browser.choose(root, node.path, path)
        except programs.ProgramFailed as failed:
            failure = failed
            _note(root, f"{path}: {failed}\n{failed.output}")
    if found:
        _say("  The browser on this computer does not work here: using our own.")
        _npm(root, node, lock, with_browser=True)
    own = browser.unpack_browser(root, node)
    if own is not None:
        try:
            return browser.choose(root, node.path, own.path, own.env)
        except programs.ProgramFailed as failed:
            failure = failed
            _note(root, f"{own.path}: {failed}\n{failed.output}")
    why = f" ({failure})" if failure else ""
    raise SetUpFailed(
        f"There is no browser for the web checks on this computer{why}.",
        "Install Google Chrome, Chromium or Microsoft Edge.",
    )


def _npm(root: Path, node: Node, lock: int, *, with_browser: bool) -> None:
    words = "ci --ignore-scripts --no-audit --no-fund --no-update-notifier --loglevel=error"
    patience = "--fetch-retries=3 --fetch-retry-mintimeout=1000 --fetch-retry-maxtimeout=10000"
    kind = "--include=optional" if with_browser else "--omit=optional"
    folder = str(node.path.parent) + os.pathsep + os.environ.get("PATH", "")
    env = {"PUPPETEER_SKIP_DOWNLOAD": "1", "PATH": folder, "NODE_OPTIONS": ""}
    _run(root, lock, [node.path, node.npm, *words.split(), *patience.split(), kind], env)


def _run(root: Path, lock: int, words: list[str | Path], env: dict[str, str] | None = None) -> None:
    """Run one step of the set-up; its output goes to the log."""
    from charter import programs  # noqa: PLC0415  as above

    _note(root, "$ " + " ".join(map(str, words)))
    started = time.monotonic()
    try:
        result = programs.run(words, timeout=_LONG, cwd=root, env=env, hold=[lock])
    except programs.ProgramFailed as failed:
        _note(root, f"{failed}\n{failed.output}")
        unknown = (str(failed), "Send .charter/setup.log to a developer.")
        raise SetUpFailed(*(_reason(failed.output + str(failed)) or unknown)) from None
    _note(root, f"{result.stdout}{result.stderr}({time.monotonic() - started:.1f} seconds)")


def _note(root: Path, words: str) -> None:
    with _log(root).open("a", encoding="utf-8") as log:
        log.write(words + "\n")
