"""build.py inspect: the web and PDF checks on pages and PDFs that are not ours."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from harness import POLICY, ROOT, as_promised
from seeded_web import page

from charter.contracts import Draft
from charter.policy import load_policy
from charter.programs import ProgramMissing
from checks import any_site
from checks._web import gate


def inspect(folder: Path, *words: str | Path) -> subprocess.CompletedProcess[str]:
    """What the real command prints in `folder`, and how it ends."""
    return subprocess.run(
        [sys.executable, str(ROOT / "build.py"), "inspect", *map(str, words)],
        check=False,
        cwd=folder,
        capture_output=True,
        encoding="utf-8",
        timeout=600,
    )


def as_data(folder: Path, *words: str | Path) -> dict[str, Any]:
    """The same as data, which must be what the schema promises, down to each finding."""
    ran = inspect(folder, "--json", *words)
    data = as_promised(ran.stdout, "inspect.schema.json", "paths")
    must = any(path["verdict"] == "Must fix" for path in data["paths"])
    assert int(must) == ran.returncode
    return data


@pytest.mark.slow
def test_a_sound_page_and_pdf_pass(tmp_path: Path, small_draft: Draft) -> None:
    """A folder with a good page and a good PDF has nothing to fix, and says what was left out."""
    (tmp_path / "old").mkdir()
    (tmp_path / "old" / "index.html").write_text(page("<p>We will answer.</p>"), encoding="utf-8")
    shutil.copyfile(small_draft.root / "downloads" / "large-print.pdf", tmp_path / "old" / "a.pdf")

    ran = inspect(tmp_path, "old")

    assert 0 == ran.returncode, ran.stdout + ran.stderr
    assert "Web pages ................................................. 1" in ran.stdout
    assert "PDFs ...................................................... 1" in ran.stdout
    assert "Left out: Whether the pages say the same" in ran.stdout
    assert "Left out: Whether it says the same as its source text." in ran.stdout


@pytest.mark.slow
def test_faults_of_an_old_page_and_an_old_pdf_are_found(tmp_path: Path) -> None:
    """One run names the page's fault and the PDF's, with the place of each as it was typed."""
    (tmp_path / "old").mkdir()
    bad = page('<img src="dot.png" width="9" height="9"><p style="color: #bbbbbb">We answer.</p>')
    (tmp_path / "old" / "page.htm").write_text(bad, encoding="utf-8")
    (tmp_path / "broken.pdf").write_bytes(b"%PDF-1.7\nnothing")

    data = as_data(tmp_path, "old", "broken.pdf")

    pages, pdf = data["paths"]
    found = {one["code"] for one in pages["findings"]}
    assert {"WEB-001", "WEB-007"} <= found
    assert {"old/page.htm"} == {one["file"] for one in pages["findings"]}
    assert ["PDF-001"] == [one["code"] for one in pdf["findings"]]
    assert "broken.pdf" == pdf["findings"][0]["file"]


def test_nothing_to_inspect_is_no_pass(tmp_path: Path) -> None:
    """A folder without pages and a name that is nowhere must be fixed: status 1."""
    (tmp_path / "empty").mkdir()

    data = as_data(tmp_path, "empty", "gone.html")

    assert ["INSPECT-002", "INSPECT-001"] == [p["findings"][0]["code"] for p in data["paths"]]


def test_no_path_is_mistyped(tmp_path: Path) -> None:
    """Without a path there is nothing to do: status 2, and the usage."""
    assert 2 == inspect(tmp_path).returncode


def test_a_page_is_looked_at_with_what_it_leads_to(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One page in a folder of a site still finds its pictures and pages in the folders above."""
    (tmp_path / "site" / "a" / "b").mkdir(parents=True)
    (tmp_path / "site" / "dot.svg").write_text("<svg/>", encoding="utf-8")
    (tmp_path / "site" / "stranger.css").write_text("p { colr: red }", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    file = Path("site/a/b/index.html")
    file.write_text(page('<img src="../../dot.svg" alt="A dot">'), encoding="utf-8")
    sites: list[gate.Site] = []
    nothing = gate.Looked((), frozenset(gate.unit("a/b/index.html", e) for e in gate.ENGINES))

    def look(site: gate.Site) -> gate.Looked:
        sites.append(site)
        return nothing

    monkeypatch.setattr(gate, "look", look)

    findings, _ = any_site.judge(file, load_policy(POLICY))

    assert () == findings
    assert [(Path("site"), ["a/b/index.html"])] == [(s.root, list(s.pages)) for s in sites]
    assert ["dot.svg"] == gate._parts(sites[0]), "a style that the page doesn't load is not its own"
    assert {"WEB-031"} >= {one.rule for one in gate.files(sites[0])}


def test_a_missing_tool_is_status_three(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where a tool is gone the sentence says so, and no page is taken for good."""
    new = page(f"<p>Nobody has looked at this before: {tmp_path}.</p>")
    (tmp_path / "index.html").write_text(new, encoding="utf-8")

    def gone() -> None:
        raise ProgramMissing("Java, which two of the checkers need, is missing.")

    monkeypatch.setattr(gate, "find_java", gone)

    with pytest.raises(ProgramMissing, match="Java"):
        any_site.judge(tmp_path, load_policy(POLICY))
