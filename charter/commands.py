"""What each word after build.py does. Values in, an exit status out."""

from __future__ import annotations

import argparse
import errno
import os
import platform
import re
import shutil
import signal
import sys
import tempfile
import traceback
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, redirect_stdout, suppress
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path

from charter import agree, load, locks, pipeline, policy, preview, programs, report
from charter import doctor as doctor_
from charter.contracts import Check, Edition, Format
from charter.findings import Finding, Rule, Wrong, blocked
from charter.load import Loaded
from charter.pipeline import Verdict
from charter.publish import recover, sweep

OK, TO_FIX, MISTYPED, TOOLS_FAILED, STOPPED = 0, 1, 2, 3, 130
_NEEDED = 1000  # MB: set-up and one build
_NEEDED = 1000  # MB: set-up and one build
_WIDTH = 60  # characters from the start of a line to how a step ended


@dataclass(frozen=True, slots=True)
class House:
    """What build.py knows: where everything is, every format, every check."""

    root: Path
    formats: Mapping[str, Format]
    checks: Mapping[str, Check]

    @property
    def state(self) -> Path:
        """The folder for what the program itself remembers."""
        return self.root / ".charter"


def run(args: argparse.Namespace, house: House) -> int:  # noqa: PLR0911  one for each ending
    """Do what `args` ask. This is the one place that turns any failure into an exit status."""
    for name in ("SIGTERM", "SIGHUP"):  # tidy up as after Ctrl-C; Windows has no SIGHUP
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), signal.default_int_handler)
    try:
        return COMMANDS[args.command](args, house)
    except KeyboardInterrupt:
        print("Stopped. Nothing was published.", file=sys.stderr)
        return STOPPED
    except Wrong as wrong:
        _print_findings(wrong.findings)
        return TO_FIX
    except programs.ProgramFailed as failed:
        return _tools_failed(house, failed)
    except OSError as error:
        if error.errno != errno.ENOSPC:
            return _unforeseen(house)
        print("The disk is full. Nothing was published; what was published before is still there.")
        print("To fix it: delete files you no longer need, then run this again.")
        return TOOLS_FAILED
    except Exception:  # noqa: BLE001  the one place that catches everything
        return _unforeseen(house)


def _tools_failed(house: House, *failures: programs.ProgramFailed) -> int:
    for failed in failures:
        print(f"The tools failed: {failed}")
    print("Nothing was published. The words are not the cause.")
    print("To fix it: run “python3 build.py doctor”.")
    return _logged(house, *failures)


def _unforeseen(house: House) -> int:
    print("The program failed. The words are not the cause. Nothing was published.")
    return _logged(house)


def _logged(house: House, *failures: programs.ProgramFailed) -> int:
    """Write what happened for a developer; on a full disk, do without."""
    log = house.state / "error.log"
    told = [f"{failed}\n{failed.output}\n" for failed in failures] or [traceback.format_exc()]
    with suppress(OSError):
        log.parent.mkdir(exist_ok=True)
        log.write_text("\n".join([f"{platform.platform()}, Python {sys.version}", *told]))
        print(f"For a developer: {_short(log)} says exactly what happened.")
    return TOOLS_FAILED


def build(args: argparse.Namespace, house: House) -> int:
    """Check, make every format, check them, publish."""
    live, reports = (
        _folder(args.out or house.root / "dist"),
        _folder(args.reports or house.root / "reports"),
    )
    with _alone(live), _alone(reports):
        setting = _setting(args, house)
        loaded = _loaded(args, house)
        verdict = pipeline.build(loaded, live, setting)
        report.write(verdict, loaded.charter, setting.today, reports)
    status = _told(args, verdict, loaded, setting.today, house)
    if args.json:
        return status
    if verdict.published:
        print(f"Published to {_short(live)}. Start at {_short(live / 'index.html')}.")
    else:
        there = "The last published version is still in place." if live.exists() else ""
        print(f"Not published. {there}".strip())
    print(f"The whole report: {_short(reports / 'index.html')}")
    return status


def check(args: argparse.Namespace, house: House) -> int:
    """Judge the words only."""
    loaded, setting = _loaded(args, house), _setting(args, house)
    return _told(args, pipeline.check(loaded, setting), loaded, setting.today, house)


def render(args: argparse.Namespace, house: House) -> int:
    """Make formats without the gate, each marked as an unchecked draft."""
    unknown = [name for name in args.only or () if name not in house.formats]
    if unknown or not args.out:
        known = ", ".join(house.formats)
        print(f"There is no format {unknown[0]!r}." if unknown else "Say where: --out FOLDER.")
        print(f"The formats are: {known}.")
        return MISTYPED
    loaded = _loaded(args, house)
    if blocked(loaded.findings) or loaded.charter is None:
        _print_findings(loaded.findings)
        return TO_FIX
    wanted = {n: f for n, f in house.formats.items() if not args.only or n in args.only}
    out = _folder(args.out)
    if out.exists() and any(out.iterdir()) and not (out / "downloads").is_dir():
        print(f"{_short(out)} has other files in it. Name a new or an empty folder after --out.")
        return MISTYPED
    setting = replace(_setting(args, house), formats=wanted)
    pipeline.render(loaded.charter, out, Edition(checked=False), setting)
    print(f"Drafts are in {_short(out)}. They were not checked, and say so.")
    return OK


def see(args: argparse.Namespace, house: House) -> int:
    """Show the site on this computer and build it again as files change."""
    content = args.content or house.root / "content"
    quiet = replace(_setting(args, house), say=lambda _step, _ended: None)

    def make(folder: Path) -> None:
        loaded = load.load(content)
        if blocked(loaded.findings) or loaded.charter is None:
            _print_findings(loaded.findings)
            return
        with suppress(Wrong):
            pipeline.render(loaded.charter, folder, Edition(checked=False), quiet)

    with tempfile.TemporaryDirectory(prefix="charter-preview-") as folder:
        preview.serve(content, Path(folder), make)
    return OK


def explain(args: argparse.Namespace, house: House) -> int:
    """Print one rule in full."""
    known = all_rules(house)
    rule = known.get((args.code or "").upper())
    if rule is None:
        print(f"There is no rule {args.code!r}. The rules are: {', '.join(sorted(known))}.")
        return MISTYPED
    # The facts of a finding stand in the places in curly brackets; here there are none.
    message, fix = (re.sub(r"\{\w+\}", "…", words).strip() for words in (rule.message, rule.fix))
    print(f"{rule.code} ({rule.severity.value})\n\n{message}\n")
    print(f"To fix it: {fix}\n\nWhy it matters: {rule.why}")
    return OK


def all_rules(house: House) -> dict[str, Rule]:
    """Every rule by its code: of reading, of the gate, of each check and each format."""
    rules = {**load.ALL_RULES, **policy.RULES, **pipeline.RULES, **agree.RULES}
    for module in (*house.checks.values(), *house.formats.values()):
        rules.update(getattr(module, "RULES", {}))
    return rules


def doctor(args: argparse.Namespace, house: House) -> int:
    """Say what this computer can build, and how to put right what it can't."""
    del args
    free = shutil.disk_usage(house.root).free // 1_000_000
    lines = [
        ("Python", platform.python_version(), ""),
        (
            "Free disk space",
            f"{free} MB",
            "" if free > _NEEDED else "Delete files that you don't need.",
        ),
        *doctor_.tools(house.root),
    ]
    for name, found, fix in lines:
        print(_line(name, found if not fix else "Missing"))
        if fix:
            print(f"  To fix it: {fix}")
    return TOOLS_FAILED if any(fix for _, _, fix in lines) else OK


def agree_versions(args: argparse.Namespace, house: House) -> int:
    """Record that the versions of these chapters say the same as their full text."""
    loaded = _loaded(args, house)
    if blocked(loaded.findings) or loaded.charter is None:
        _print_findings(loaded.findings)
        return TO_FIX
    every = [c.id for c in loaded.charter.chapters if agree.versions_of(c)]
    agree.agree(loaded.charter, every if args.chapter == ["all"] else args.chapter)
    print(f"Written down in {_short(loaded.charter.folder / load.AGREED)}.")
    return OK


COMMANDS = {
    "build": build,
    "check": check,
    "render": render,
    "preview": see,
    "explain": explain,
    "doctor": doctor,
    "agree": agree_versions,
}


def _loaded(args: argparse.Namespace, house: House) -> Loaded:
    return load.load(Path(_short(args.content or house.root / "content")))


def _setting(args: argparse.Namespace, house: House) -> pipeline.Setting:
    limits = policy.load_policy(Path(_short(house.root / "checks" / "policy.toml")))
    today = datetime.now().astimezone().date()
    return pipeline.Setting(house.formats, house.checks, limits, today, _say(args))


def _folder(path: Path) -> Path:
    """An absolute path, as publishing renames folders whatever the current one is."""
    return path.absolute()


def _short(path: Path) -> str:
    """A path as a person would type it here."""
    try:
        return os.path.relpath(path)
    except ValueError:  # another drive on Windows
        return str(path)


def _say(args: argparse.Namespace) -> pipeline.Say:
    def say(step: str, ended: str) -> None:
        if not args.json:
            print(_line(step, ended), flush=True)

    return say


def _line(step: str, ended: str) -> str:
    return f"{step} {'.' * max(3, _WIDTH - len(step))} {ended}"


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """Hold the lock of a published folder, and mend what a killed build left of it."""
    with locks.held(folder.parent / f".{folder.name}.lock", _waiting):
        sweep(folder)
        recover(folder)
        yield


def _waiting() -> None:
    print("Another build is at work. Waiting for it to end.", file=sys.stderr, flush=True)


def _told(
    args: argparse.Namespace, verdict: Verdict, loaded: Loaded, today: date, house: House
) -> int:
    """Say what was found; the exit status that says the same."""
    if args.json:
        print(report.as_json(verdict, loaded.charter, today), end="")
    else:
        _print_findings(verdict.findings)
    if verdict.failures:
        with redirect_stdout(sys.stderr if args.json else sys.stdout):
            return _tools_failed(house, *verdict.failures)
    return TO_FIX if verdict.blocked else OK


def _print_findings(findings: tuple[Finding, ...]) -> None:
    """What must be fixed in full; what should be looked at, in a line each."""
    must = [finding for finding in findings if finding.blocks]
    for finding in must:
        print(f"\n{finding}")
    please = [finding for finding in findings if not finding.blocks]
    if please:
        print(f"\nPlease check ({len(please)}):")
    for finding in please:
        print(f"  {finding.place}: {finding.message} ({finding.rule.code})")
    print(f"\n{len(must)} to fix, {len(please)} to check.")
