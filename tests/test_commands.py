"""The command line keeps what the README promises."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from harness import HOUSE, ROOT, Project

from charter import commands
from charter.publish import MARK, SITE

README = (ROOT / "README.md").read_text(encoding="utf-8")


def build_py(*words: str) -> subprocess.CompletedProcess[str]:
    """Run the real command to its end."""
    return subprocess.run(
        [sys.executable, str(ROOT / "build.py"), *words],
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


@pytest.mark.parametrize("command", [*commands.COMMANDS, "test"])
def test_each_command_is_in_the_readme(command: str) -> None:
    """A person finds every command in the README."""
    wanted = "python3 build.py" if command == "build" else f"python3 build.py {command}"

    assert wanted in README


def test_the_readme_names_no_command_that_is_not_there() -> None:
    """What the README tells people to type exists."""
    named = set(re.findall(r"python3 build\.py ([a-z][a-z-]*)", README))

    assert named <= {*commands.COMMANDS, "test"}


def test_the_readme_says_what_each_exit_status_means() -> None:
    """The five statuses in the README are the five in the code."""
    section = README.partition("### Exit status")[2].partition("\n#")[0]
    statuses = [int(n) for n in re.findall(r"^\| (\d+) \|", section, re.MULTILINE)]
    named = (
        commands.OK,
        commands.TO_FIX,
        commands.MISTYPED,
        commands.TOOLS_FAILED,
        commands.STOPPED,
    )

    assert [*named] == statuses


@pytest.mark.parametrize(
    "words", [("nonsense",), ("--nonsense",), ("explain",), ("explain", "XXX-999"), ("agree",)]
)
def test_a_mistyped_command_is_status_2(words: tuple[str, ...]) -> None:
    """What was mistyped is said, with the words that would work; nothing else happens."""
    ran = build_py(*words)

    assert 2 == ran.returncode
    assert "Traceback" not in ran.stdout + ran.stderr


@pytest.mark.parametrize("code", sorted(commands.all_rules(HOUSE)))
def test_every_rule_can_be_explained(code: str, capsys: pytest.CaptureFixture[str]) -> None:
    """`explain` knows every code that a finding can carry, in small letters too."""
    from build import parser  # noqa: PLC0415  build.py is a program; its parser is what we test

    args = parser().parse_args(["explain", code.lower()])

    assert 0 == commands.run(args, HOUSE)
    assert code in capsys.readouterr().out


def test_check_says_what_to_fix_and_publishes_nothing(project: Project) -> None:
    """`check` judges the words only, with file and line, and writes neither site nor report."""
    project.edit("pledges/10-reply.md", "# Reply in ten days", "# Reply in ten days\n\n- a\n  - b")
    ran = project.run("check")

    assert 1 == ran.status
    assert "Must fix: content/pledges/10-reply.md, line 8\n  A list inside a list." in ran.output
    assert not project.live.exists()
    assert not project.reports.exists()


def test_check_is_content_with_the_very_small_charter(project: Project) -> None:
    """Nothing must be fixed in the charter that ships with the tests."""
    ran = project.run("check")

    assert 0 == ran.status, ran.output


def test_json_is_whole_and_alone(project: Project) -> None:
    """With --json a program can read everything that was printed."""
    ran = project.run("check", "--json")
    told = json.loads(ran.output)

    assert 1 == told["schema"]
    assert {"code", "severity", "file", "line", "message", "fix", "why"} <= set(told["findings"][0])


def test_render_marks_every_page_as_an_unchecked_draft(project: Project) -> None:
    """What was made without the checks says so, wherever a reader opens it."""
    ran = project.run("render", "--out", "drafts")
    pages = list((project.folder / "drafts").rglob("*.html"))

    assert 0 == ran.status, ran.output
    assert pages
    for file in [*pages, project.folder / "drafts/downloads/charter.txt"]:
        assert "Draft: not checked" in file.read_text(encoding="utf-8"), file


@pytest.mark.parametrize("option", ["--out", "--reports"])
def test_a_build_never_replaces_somebodys_own_folder(project: Project, option: str) -> None:
    """A folder that we didn't make is refused before anything is done, and keeps its files."""
    (project.folder / "letters").mkdir()
    (project.folder / "letters" / "mine.txt").write_text("mine", encoding="utf-8")
    ran = project.run("build", option, "letters")

    assert 2 == ran.status
    assert "letters has other files in it." in ran.output
    assert ["mine.txt"] == [file.name for file in (project.folder / "letters").iterdir()]


def test_a_folder_cannot_be_the_site_and_the_report(project: Project) -> None:
    """The same folder twice, or one inside the other, is refused instead of waited for."""
    assert 2 == project.run("build", "--out", "one", "--reports", "one").status
    assert 2 == project.run("build", "--out", "one", "--reports", "one/reports").status


def test_drafts_never_replace_what_was_published(project: Project) -> None:
    """`render` leaves a published site alone, even when told to write there."""
    project.live.mkdir()
    (project.live / MARK).write_text(SITE, encoding="utf-8")
    (project.live / "index.html").write_text("published", encoding="utf-8")

    assert 2 == project.run("render", "--out", "dist", "--only", "plain-text").status
    assert b"published" == project.published()["index.html"]


def test_letters_that_the_terminal_lacks_are_no_failure(project: Project) -> None:
    """On Windows, where output to a file has few letters, findings are still printed."""
    project.edit("pledges/10-reply.md", "# Reply in ten days", "# Reply Łucja\n\n- a\n  - b")
    ran = project.run("check", PYTHONUTF8="0", PYTHONIOENCODING="ascii")

    assert 1 == ran.status, ran.output
    assert "(TEXT-002)" in ran.output


@pytest.mark.skipif(sys.platform == "win32", reason="signals work differently on Windows")
def test_ctrl_c_ends_the_preview(project: Project) -> None:
    """The preview says where to look, and stops when it is told to."""
    with project.start("preview") as process:
        assert process.stdout
        lines = iter(process.stdout.readline, "")
        assert any("Press Ctrl-C to stop." in line for line in lines)
        os.kill(process.pid, signal.SIGINT)
        process.communicate(timeout=30)

    assert 130 == process.returncode


def test_render_will_not_mix_with_other_files(project: Project) -> None:
    """A folder with somebody's own files in it is left alone."""
    (project.folder / "mine").mkdir()
    (project.folder / "mine" / "letter.txt").write_text("mine", encoding="utf-8")
    ran = project.run("render", "--out", "mine")

    assert 2 == ran.status
    assert ["letter.txt"] == [file.name for file in (project.folder / "mine").iterdir()]


def test_agree_ends_the_staleness_that_a_new_full_text_began(project: Project) -> None:
    """A changed full text makes the other versions stale until somebody says that they agree."""
    project.edit("pledges/10-reply.md", "knock on the door in ten days", "knock in ten days")
    stale = project.run("check")
    agreed = project.run("agree", "reply")

    assert 1 == stale.status
    assert "(AGREE-002)" in stale.output
    assert 0 == agreed.status
    assert 0 == project.run("check").status


def test_doctor_proves_the_tools() -> None:
    """On a machine that was set up, the doctor finds nothing to put right."""
    ran = build_py("doctor")

    assert 0 == ran.returncode, ran.stdout
    assert "A browser that draws words" in ran.stdout


def test_a_failure_of_the_program_is_status_3_and_kept_in_a_log(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """An error nobody foresaw is one plain sentence for people and a log for a developer."""
    from build import parser  # noqa: PLC0415  as above

    house = commands.House(tmp_path, HOUSE.formats, HOUSE.checks)  # no checks/policy.toml there
    args = parser().parse_args(["check"])
    monkey = pytest.MonkeyPatch()
    with monkey.context() as patch:
        patch.setattr(commands, "_loaded", lambda _args, _house: 1 / 0)
        status = commands.run(args, house)

    assert 3 == status
    assert "The program failed." in capsys.readouterr().out
    assert "ZeroDivisionError" in (tmp_path / ".charter" / "error.log").read_text(encoding="utf-8")
