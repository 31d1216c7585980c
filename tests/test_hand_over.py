"""One program handing over to another: words, exit status and signals go through."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from charter import bootstrap

ROOT = Path(__file__).resolve().parents[1]


def test_rerun_passes_on_words_and_status(tmp_path: Path) -> None:
    """build.py's words and its exit status go through to the Python that set-up made."""
    script = tmp_path / "script.py"
    script.write_text("import sys; raise SystemExit(len(sys.argv))", encoding="utf-8")
    code = f"""
import sys; sys.path.insert(0, {str(ROOT)!r})
from pathlib import Path
from charter import bootstrap
bootstrap.ensure = lambda root: Path(sys.executable)
sys.exit(bootstrap.rerun(Path({str(tmp_path)!r}), Path({str(script)!r}), ["a", "b"]))
"""

    assert 3 == subprocess.run([sys.executable, "-c", code], check=False).returncode


@pytest.mark.skipif(os.name == "nt", reason="sends signals as POSIX does")
@pytest.mark.parametrize(("number", "status"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_call_gives_a_killed_programs_status(number: int, status: int) -> None:
    """A program ended by a signal gives the status that a shell would give."""
    code = f"import os; os.kill(os.getpid(), {int(number)}); import time; time.sleep(9)"
    words = [
        sys.executable,
        "-c",
        f"import signal; signal.signal({int(number)}, signal.SIG_DFL)\n{code}",
    ]

    assert status == bootstrap.call(words, None)
