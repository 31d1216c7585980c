#!/usr/bin/env python3
"""Build the charter in every format, check it, and publish it if nothing must be fixed.

  python3 build.py                 check, make and publish everything to dist/
  python3 build.py check           check the words only (seconds; --watch: whenever you save)
  python3 build.py read FILE ...   plain English scores and findings for any text
  python3 build.py inspect PATH .. the web and PDF checks on any pages or PDFs
  python3 build.py render --out F  make the formats without the checks, marked as drafts
  python3 build.py preview         a site on this computer that changes as you write
  python3 build.py agree ID ...    say that a chapter's versions agree with its full text
  python3 build.py accept-looks    the pictures of the last report are how it shall look
  python3 build.py explain CODE    what a finding means, why it matters, how to fix it
  python3 build.py doctor          what this computer can and can't build
  python3 build.py test            run the tests (words after -- go to pytest)

Exit status: 0 published, or nothing to fix; 1 something must be fixed; 2 mistyped;
3 the tools failed, nothing was published; 130 stopped by you.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from charter import bootstrap

if TYPE_CHECKING:
    from charter.contracts import Check, Format
    from charter.inspects import Judges
    from charter.proofs import Prove
    from charter.reads import Judge

ROOT = Path(__file__).resolve().parent


def parser() -> argparse.ArgumentParser:
    """The command line, also read by the tests that compare it with the README."""
    top = argparse.ArgumentParser(
        prog="build.py", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    common = argparse.ArgumentParser(add_help=False)
    common.add_argument("--content", type=Path, metavar="FOLDER", help="another charter")
    common.add_argument("--out", type=Path, metavar="FOLDER", help="where to publish to")
    common.add_argument("--reports", type=Path, metavar="FOLDER", help="where reports go")
    told = argparse.ArgumentParser(add_help=False)
    told.add_argument("--json", action="store_true", help="print the result for programs")
    top.set_defaults(json=False)
    commands = top.add_subparsers(dest="command", metavar="COMMAND")
    commands.add_parser("build", parents=[common, told], help="check, make and publish everything")
    check = commands.add_parser("check", parents=[common, told], help="check the words only")
    check.add_argument("--watch", action="store_true", help="again whenever a file is saved")
    read = commands.add_parser("read", parents=[told], help="scores and findings for any text")
    read.add_argument("file", nargs="+", metavar="FILE", help="Word, Markdown or text; - for input")
    kinds = ("full", "poster", "easy-read")
    read.add_argument("--as", dest="kind", choices=kinds, default="full", help="whose limits hold")
    inspect = commands.add_parser("inspect", parents=[told], help="the checks on any pages or PDFs")
    inspect.add_argument("path", nargs="+", metavar="PATH", help="a folder of pages, a page, a PDF")
    render = commands.add_parser("render", parents=[common], help="make drafts, unchecked")
    render.add_argument("--only", nargs="+", metavar="FORMAT", help="these formats only")
    commands.add_parser("preview", parents=[common], help="see the site as you write")
    agree = commands.add_parser("agree", parents=[common], help="versions say the same")
    agree.add_argument("chapter", nargs="+", metavar="ID", help="a pledge or page, by its id")
    accepted = "the pictures of the last report are how it shall look"
    commands.add_parser("accept-looks", parents=[common], help=accepted)
    explain = commands.add_parser("explain", help="what a finding means")
    explain.add_argument("code", metavar="CODE")
    doctor = commands.add_parser("doctor", help="what this computer can build")
    doctor.add_argument("--proof", action="store_true", help="show that the checks find faults")
    commands.add_parser("test", help="run the tests").add_argument("words", nargs="*")
    return top


def main(words: list[str]) -> int:
    """Do what the words say; return the exit status."""
    known = {"-h", "--help"}
    if not words or (words[0].startswith("-") and words[0] not in known):
        words = ["build", *words]
    args = parser().parse_args(words)
    if not bootstrap.is_inside(ROOT):
        return bootstrap.rerun(ROOT, Path(__file__).resolve(), words)
    if args.command == "test":
        # Every processor, each file on one: what several tests share is made once. Words after --
        # replace this.
        words = args.words or ["-n", "auto", "--dist", "loadfile"]
        return bootstrap.call([sys.executable, "-m", "pytest", *words], ROOT)
    from charter import commands  # noqa: PLC0415  only now are the libraries there

    # What a word needs is loaded for it alone: all of it together takes a second.
    word = "proof" if getattr(args, "proof", False) else args.command
    judges = (_judge(word), _judges(word), _proof(word))
    house = commands.House(ROOT, _formats(word), _checks(word), *judges)
    return commands.run(args, house)


def _formats(command: str) -> Mapping[str, Format]:
    """Every format, for the commands that make or explain any; loading them takes a while."""
    if command in {"check", "agree", "accept-looks", "doctor", "read", "inspect"}:
        return {}
    from formats import FORMATS  # noqa: PLC0415  slow

    return FORMATS


def _checks(command: str) -> Mapping[str, Check]:
    """Every check, for the commands that judge or explain."""
    makers = {"render", "preview", "agree", "accept-looks"}
    if command in makers | {"doctor", "proof", "read", "inspect"}:
        return {}
    from checks import CONTENT_CHECKS, all_checks  # noqa: PLC0415  slow

    return CONTENT_CHECKS if command == "check" else all_checks()


def _judge(command: str) -> Judge | None:
    """What reads any text, for the command that does."""
    if command != "read":
        return None
    from checks.any_text import judge  # noqa: PLC0415  slow

    return judge


def _judges(command: str) -> Judges | None:
    """What looks at any pages and PDFs, for the command that has it look."""
    if command != "inspect":
        return None
    from charter.inspects import Judges  # noqa: PLC0415  slow
    from checks import any_pdf, any_site  # noqa: PLC0415  slow

    return Judges(any_site.judge, any_pdf.judge_all)


def _proof(command: str) -> Prove | None:
    """What damages our own output and shows who notices, for `doctor --proof`."""
    if command != "proof":
        return None
    from checks._proof.all import prove  # noqa: PLC0415  slow

    return prove


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except KeyboardInterrupt:  # before there was anything to tidy up
        sys.exit(130)
