"""The fixtures every test may use, and one option: --save-expected."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from pathlib import Path

import pytest
from harness import CHECKS, POLICY, ROOT, SMALL, TODAY, Project, reviewed_today, small_copy
from playwright.sync_api import Browser, sync_playwright

from charter import pipeline
from charter.browser import find_browser
from charter.contracts import Draft, Edition
from charter.load import load
from charter.policy import load_policy
from checks._web.serve import serve
from formats import FORMATS

BASE = "/some/town/charter/"  # any path: the pages must not know where they are

# Where the tests run in the background Ctrl-C is ignored, and every program that they start would
# ignore it too; several tests send it.
signal.signal(signal.SIGINT, signal.default_int_handler)


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add --save-expected, which writes what the rules say now. Read it before you commit it."""
    parser.addoption(
        "--save-expected", action="store_true", help="rewrite tests/rules/*/expected.txt"
    )


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """A copy of the small charter, to change at will."""
    return small_copy(tmp_path / "content")


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """A copy of the small charter for the real command."""
    reviewed_today(small_copy(tmp_path / "content"))
    return Project(tmp_path)


@pytest.fixture(scope="session")
def small_draft(tmp_path_factory: pytest.TempPathFactory) -> Draft:
    """The small charter in every format, made once. Never change it: copy what you damage."""
    loaded = load(SMALL)
    assert loaded.charter, "\n\n".join(map(str, loaded.findings))
    root = tmp_path_factory.mktemp("small") / "site"
    policy = load_policy(POLICY)
    setting = pipeline.Setting(FORMATS, CHECKS, policy, TODAY, lambda _step, _ended: None)
    made = pipeline.render(loaded.charter, root, Edition(), setting)
    return Draft(loaded.charter, policy, TODAY, root, made)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """The browser that set-up chose."""
    found = find_browser(ROOT)
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(
            executable_path=str(found.path), args=list(found.args), env={**found.surroundings()}
        )
        yield started
        started.close()


@pytest.fixture(scope="module")
def server(small_draft: Draft) -> Iterator[str]:
    """The address of the small charter's site on a server."""
    with serve(small_draft.root, BASE, {}) as address:
        yield address.removesuffix(BASE).rstrip("/") + BASE
