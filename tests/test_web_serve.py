"""The server that the web checks use: the site as it will be published, and nothing else."""

from __future__ import annotations

import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from checks._web.serve import address, serve


@pytest.mark.parametrize(
    ("file", "wanted"),
    [
        ("index.html", ""),
        ("pledges/a/index.html", "pledges/a/"),
        ("404.html", "404.html"),
        ("my-index.html", "my-index.html"),
        ("d\u0175r/index.html", "d%C5%B5r/"),
    ],
)
def test_addresses_are_those_of_the_published_site(file: str, wanted: str) -> None:
    """A page's address is the one that links and people use."""
    assert wanted == address(file)


@pytest.fixture
def home(tmp_path: Path) -> Iterator[str]:
    """A site served below /town/, with one page from memory."""
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "index.html").write_text("home", encoding="utf-8")
    (tmp_path / "secret.html").write_text("secret", encoding="utf-8")
    with serve(tmp_path / "site", "/town/", {"/town/canary/": b"bird"}) as served:
        yield served


def fetched(wanted: str) -> tuple[int, str]:
    """What the server answers, past any proxy that the computer uses."""
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    try:
        with opener.open(wanted, timeout=10) as answer:
            return answer.status, answer.read().decode()
    except urllib.error.HTTPError as error:
        error.close()
        return error.code, ""


@pytest.mark.parametrize(
    ("path", "answer"),
    [
        ("/town/?width=320", (200, "home")),
        ("/town/canary/", (200, "bird")),
        ("/town/none.html", (404, "")),
        ("/", (404, "")),
        ("/index.html", (404, "")),
        ("/town/../secret.html", (404, "")),
        ("/town/%2e%2e/secret.html", (404, "")),
    ],
)
def test_serves_the_site_and_nothing_else(path: str, answer: tuple[int, str], home: str) -> None:
    """Files stand where they will be published; nothing outside the site can be fetched."""
    assert home.startswith("http://127.0.0.1:")
    assert answer == fetched(home + path)


def test_a_port_in_use_is_no_matter(home: str) -> None:
    """Each run takes a port that is free, so that two runs at once do not meet."""
    with serve(Path("none"), "/", {"/": b"other"}) as other:
        assert other != home
        assert (200, "other") == fetched(f"{other}/")
