"""Things to inspect that are not there, or hold nothing to inspect."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

from charter import inspects
from charter.contracts import Draft
from charter.findings import Finding


def _seed(name: str) -> Callable[[Draft, Path], Iterable[Finding]]:
    def findings(draft: Draft, folder: Path) -> Iterable[Finding]:
        (folder / "empty").mkdir()
        (folder / "old.pdf").write_bytes(b"%PDF")
        judges = inspects.Judges(lambda _path, _policy: ((), ()), lambda _files, _policy: ())
        (result,) = inspects.inspect([str(folder / name)], judges, draft.policy)
        return result.findings

    return findings


SEEDS = {
    "INSPECT-001": (_seed("gone.pdf"), _seed("old.pdf")),
    "INSPECT-002": (_seed("empty"), _seed("old.pdf")),
}
