"""What each word after build.py does. Values in, an exit status out."""

from __future__ import annotations

import argparse
import errno
import gc
import os
import platform
import re
import signal
import sys
import tempfile
import traceback
from collections.abc import Mapping
from contextlib import redirect_stdout, suppress
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path

from charter import (
    agree,
    design,
    documents,
    inspects,
    load,
    looks,
    pipeline,
    policy,
    preview,
    programs,
    proofs,
    reads,
    record,
    report,
    watch,
)
from charter import doctor as doctor_
from charter.contracts import Check, Draft, Edition, Format
from charter.findings import Rule, Wrong, blocked
from charter.load import Loaded
from charter.pipeline import Verdict
from charter.publish import DRAFTS, REPORTS, SITE, alone, publish, staging, taken
from charter.terminal import line, print_findings, short, speak_utf8

OK, TO_FIX, MISTYPED, TOOLS_FAILED, STOPPED = 0, 1, 2, 3, 130
_FULL = {errno.ENOSPC, errno.EDQUOT}


@dataclass(frozen=True, slots=True)
class House:
    """What build.py knows: where everything is, every format, every check."""

    root: Path
    formats: Mapping[str, Format]
    checks: Mapping[str, Check]
    judge: reads.Judge | None = None
    judges: inspects.Judges | None = None
    prove: proofs.Prove | None = None

    @property
    def state(self) -> Path:
        """The folder for what the program itself remembers."""
        return self.root / ".charter"


def run(args: argparse.Namespace, house: House) -> int:
    """Do what `args` ask. This is the one place that turns any failure into an exit status."""
    speak_utf8()
    _stop_as_after_ctrl_c()
    # A run is short and throws little away: looking for rubbish often costs a quarter of the time.
    gc.set_threshold(100_000, 50, 100)
    try:
        return COMMANDS[args.command](args, house)
    except (KeyboardInterrupt, BrokenPipeError) as stopped:
        if isinstance(stopped, BrokenPipeError):  # who read our output has gone
            sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115  to the end
        print("Stopped. Nothing was published.", file=sys.stderr)
        return STOPPED
    except Wrong as wrong:
        verdict = Verdict(wrong.findings, (), {})
        return _told(args, verdict, None, _today(), house)
    except programs.ProgramFailed as failed:
        with redirect_stdout(sys.stderr if getattr(args, "json", False) else sys.stdout):
            return _tools_failed(house, failed)
    except OSError as error:
        return _file_failed(house, error)
    except Exception:  # noqa: BLE001  the one place that catches everything
        print("The program failed. The words are not the cause.")
        return _logged(house)


def _stop_as_after_ctrl_c() -> None:
    """Tidy up when the system ends us, too. A signal that was being ignored still is (nohup)."""
    for name in ("SIGTERM", "SIGHUP"):  # Windows has no SIGHUP
        number = getattr(signal, name, None)
        if number and signal.getsignal(number) is not signal.SIG_IGN:
            signal.signal(number, signal.default_int_handler)


def _file_failed(house: House, error: OSError) -> int:
    if error.errno in _FULL:
        print("The disk is full. Nothing was published; what was published before is still there.")
        print("To fix it: delete files you no longer need, then run this again.")
        return TOOLS_FAILED
    name = f": {short(Path(str(error.filename)))}" if error.filename else ""
    print(f"A file or folder can't be used ({error.strerror or error}){name}.")
    print("To fix it: close it in other programs, check that you may write there, and try again.")
    return _logged(house)


def _tools_failed(house: House, *failures: programs.ProgramFailed) -> int:
    for failed in failures:
        print(f"The tools failed: {failed}")
    print("Nothing was published. The words are not the cause.")
    print("To fix it: run “python3 build.py doctor”.")
    return _logged(house, *failures)


def _logged(house: House, *failures: programs.ProgramFailed) -> int:
    """Write what happened for a developer; on a full disk, do without."""
    log = house.state / "error.log"
    told = [f"{failed}\n{failed.output}\n" for failed in failures] or [traceback.format_exc()]
    with suppress(OSError):
        log.parent.mkdir(exist_ok=True)
        words = "\n".join([f"{platform.platform()}, Python {sys.version}", *told])
        log.write_text(words, encoding="utf-8")
        print(f"For a developer: {short(log)} says exactly what happened.")
    return TOOLS_FAILED


def build(args: argparse.Namespace, house: House) -> int:
    """Check, make every format, check them, publish."""
    live = (args.out or house.root / "dist").absolute()
    reports = (args.reports or house.root / "reports").absolute()
    refusal = taken(live, SITE) or taken(reports, REPORTS)
    if live.is_relative_to(reports) or reports.is_relative_to(live):
        refusal = "Name two folders for --out and --reports, neither inside the other."
    if refusal:
        print(refusal)
        return MISTYPED
    one, other = sorted((live, reports))  # always in this order, so that no two builds lock up
    with alone(one), alone(other), staging(reports) as folder:
        loaded, setting = _loaded(args, house), _setting(args, house)

        def ready(verdict: Verdict) -> None:
            report.write(verdict, loaded.charter, setting.today, folder / "report", setting.policy)
            signal.signal(signal.SIGINT, signal.SIG_IGN)  # two quick steps that belong together

        before = signal.getsignal(signal.SIGINT)
        try:
            verdict = pipeline.build(loaded, live, setting, ready)
            publish(folder / "report", reports, REPORTS)
        finally:
            signal.signal(signal.SIGINT, before)
    status = _told(args, verdict, loaded, setting.today, house)
    if not args.json:
        _say_where(verdict, live, reports)
    return status


def _say_where(verdict: Verdict, live: Path, reports: Path) -> None:
    if verdict.published:
        print(f"Published to {short(live)}. Start at {short(live / 'index.html')}.")
    else:
        there = "The last published version is still in place." if live.exists() else ""
        print(f"Not published. {there}".strip())
    print(f"The whole report: {short(reports / 'index.html')}")


def check(args: argparse.Namespace, house: House) -> int:
    """Judge the words only; with --watch, again after each change until Ctrl-C."""
    if args.watch and (args.content or house.root / "content").is_dir():
        return _watch(args, house)
    loaded, setting = _loaded(args, house), _setting(args, house)
    return _told(args, pipeline.check(loaded, setting), loaded, setting.today, house)


def _watch(args: argparse.Namespace, house: House) -> int:
    content = (args.content or house.root / "content").absolute()
    quiet = argparse.Namespace(**{**vars(args), "json": True})  # the steps are no news

    def draw() -> None:
        try:
            loaded, setting = _loaded(args, house), _setting(quiet, house)
            verdict = pipeline.check(loaded, setting)
        except Wrong as wrong:
            verdict = Verdict(wrong.findings, (), {})
        if sys.stdout.isatty():
            print("\x1b[2J\x1b[3J\x1b[H", end="")  # a clean screen; a log keeps all of it
        print_findings(verdict.findings)
        for failed in verdict.failures:
            print(f"The tools failed: {failed} Run “python3 build.py doctor”.")
        print("Watching. Save a file to check again; press Ctrl-C to stop.", flush=True)

    try:
        watch.watch([content, house.root / "checks"], draw)
    except KeyboardInterrupt:
        print("Stopped.", file=sys.stderr)
        return STOPPED
    return OK


def read(args: argparse.Namespace, house: House) -> int:
    """Judge any text by the same rules and scores."""
    if house.judge is None:
        raise RuntimeError("build.py gives `read` a judge")
    results = reads.read(args.file, args.kind, house.judge, _policy(house))
    if args.json:
        print(reads.as_json(results, args.kind), end="")
    else:
        reads.show(results)
    return TO_FIX if reads.must_fix(results) else OK


def inspect(args: argparse.Namespace, house: House) -> int:
    """Look at any pages and PDFs by the same checks."""
    if house.judges is None:
        raise RuntimeError("build.py gives `inspect` its judges")
    results = inspects.inspect(args.path, house.judges, _policy(house))
    if args.json:
        print(inspects.as_json(results), end="")
    else:
        inspects.show(results)
    return TO_FIX if inspects.must_fix(results) else OK


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
        print_findings(loaded.findings)
        return TO_FIX
    wanted = {n: f for n, f in house.formats.items() if not args.only or n in args.only}
    out = args.out.absolute()
    if refusal := taken(out, DRAFTS):
        print(refusal)
        return MISTYPED
    setting = replace(_setting(args, house), formats=wanted)
    with alone(out), staging(out) as folder:
        pipeline.render(loaded.charter, folder / "drafts", Edition(checked=False), setting)
        publish(folder / "drafts", out, DRAFTS)
    print(f"Drafts are in {short(out)}. They were not checked, and say so.")
    return OK


def see(args: argparse.Namespace, house: House) -> int:
    """Show the site on this computer and build it again as files change."""
    content = args.content or house.root / "content"
    quiet = replace(_setting(args, house), say=lambda _step, _ended: None)

    def make(folder: Path) -> None:
        loaded = load.load(content)
        if blocked(loaded.findings) or loaded.charter is None:
            print_findings(loaded.findings)
            return
        try:
            pipeline.render(loaded.charter, folder, Edition(checked=False), quiet)
        except Wrong as wrong:
            print_findings(wrong.findings)
        except programs.ProgramFailed as failed:
            print(f"The tools failed: {failed}")

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
    rules |= {**documents.RULES, **inspects.RULES, **looks.RULES}
    for module in (*house.checks.values(), *house.formats.values()):
        rules.update(getattr(module, "RULES", {}))
    return rules


def doctor(args: argparse.Namespace, house: House) -> int:
    """Say what this computer can build, and how to put right what it can't."""
    if args.proof:
        return _prove(args, house)
    return OK if doctor_.show(house.root) else TOOLS_FAILED


def _prove(args: argparse.Namespace, house: House) -> int:
    """Damage our own output, one defect at a time, and say who notices."""
    args.json, args.content = True, None  # the steps are no news
    loaded, setting = _loaded(args, house), _setting(args, house)
    if loaded.charter is None or house.prove is None:
        print_findings(loaded.findings)
        return TO_FIX
    # In the look of the house, because some defects change its colours.
    charter = replace(loaded.charter, design=design.house())
    with tempfile.TemporaryDirectory(prefix="charter-proof-") as folder:
        site = Path(folder) / "site"
        made = pipeline.render(charter, site, Edition(), setting)
        draft = Draft(charter, setting.policy, setting.today, site, made)
        return OK if proofs.show(house.prove(draft, Path(folder) / "proof")) else TOOLS_FAILED


def agree_versions(args: argparse.Namespace, house: House) -> int:
    """Record that the versions of these chapters say the same as their full text."""
    loaded = _loaded(args, house)
    if blocked(loaded.findings) or loaded.charter is None:
        print_findings(loaded.findings)
        return TO_FIX
    every = [c.id for c in loaded.charter.chapters if agree.versions_of(c)]
    agree.agree(loaded.charter, every if args.chapter == ["all"] else args.chapter)
    print(f"Written down in {short(loaded.charter.folder / load.AGREED)}.")
    return OK


def accept_looks(args: argparse.Namespace, house: House) -> int:
    """Make the pictures of the last report the accepted ones."""
    loaded = _loaded(args, house)
    if loaded.charter is None:
        print_findings(loaded.findings)
        return TO_FIX
    reports = (args.reports or house.root / "reports").absolute()
    with alone(reports):
        print(looks.accept(loaded.charter.folder, loaded.charter.facts.title, reports))
    return OK


COMMANDS = {
    "build": build,
    "check": check,
    "read": read,
    "inspect": inspect,
    "render": render,
    "preview": see,
    "explain": explain,
    "doctor": doctor,
    "agree": agree_versions,
    "accept-looks": accept_looks,
}


def _loaded(args: argparse.Namespace, house: House) -> Loaded:
    return load.load(Path(short(args.content or house.root / "content")))


def _setting(args: argparse.Namespace, house: House) -> pipeline.Setting:
    live = getattr(args, "out", None) or house.root / "dist"
    last = record.read(live)
    return pipeline.Setting(house.formats, house.checks, _policy(house), _today(), _say(args), last)


def _policy(house: House) -> policy.Policy:
    return policy.load_policy(Path(short(house.root / "checks" / "policy.toml")))


def _today() -> date:
    return datetime.now().astimezone().date()


def _say(args: argparse.Namespace) -> pipeline.Say:
    def say(step: str, ended: str) -> None:
        if not args.json:
            print(line(step, ended), flush=True)

    return say


def _told(
    args: argparse.Namespace, verdict: Verdict, loaded: Loaded | None, today: date, house: House
) -> int:
    """Say what was found; the exit status that says the same."""
    if args.json:
        charter = loaded.charter if loaded else None
        print(report.as_json(verdict, charter, today), end="")
    else:
        print_findings(verdict.findings)
    if verdict.failures:
        with redirect_stdout(sys.stderr if args.json else sys.stdout):
            return _tools_failed(house, *verdict.failures)
    return TO_FIX if verdict.blocked else OK
