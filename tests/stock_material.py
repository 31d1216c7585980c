"""The same content in Material for MkDocs as it comes: no overrides, nothing of ours but the words."""

from __future__ import annotations

import logging
import os
import re
from pathlib import Path
from typing import Any

import yaml
from mkdocs.commands.build import build
from mkdocs.config.base import load_config

from charter.contracts import Edition
from charter.model import Charter
from formats.site import stage

_CLASS = re.compile(r"\{: \.[\w-]+ \}")


def build_stock(charter: Charter, folder: Path) -> Path:
    """Build the charter's pages with stock Material; the folder of the finished site comes back.

    `folder` must be empty or new. The Markdown, the menu and the pictures are those of our own
    site; the theme is what `theme: material` alone gives, with its search, its switch between
    light and dark, and the fonts that it fetches from elsewhere. Nothing is fetched while it is
    built.
    """
    out = folder / "out"
    (out / "downloads").mkdir(parents=True)
    staged = stage.stage(charter, folder, out, Edition())
    ours = yaml.safe_load(staged.config.read_text(encoding="utf-8"))
    for page in (folder / "docs").rglob("*.md"):
        words = page.read_text(encoding="utf-8")
        page.write_text(_CLASS.sub("", words), encoding="utf-8")
    settings: dict[str, Any] = {
        **{name: ours[name] for name in ("site_name", "site_url", "docs_dir", "site_dir", "nav")},
        "theme": {
            "name": "material",
            "language": ours["theme"]["language"],
            "palette": [
                {"scheme": "default", "toggle": {"icon": "material/weather-night", "name": "Dark"}},
                {"scheme": "slate", "toggle": {"icon": "material/weather-sunny", "name": "Light"}},
            ],
        },
        "plugins": ["search"],
        # What our Markdown is written in; Material's own guide switches both of them on, too.
        "markdown_extensions": ["attr_list", {"toc": {"permalink": True}}],
    }
    stock = folder / "stock.yml"
    stock.write_text(yaml.safe_dump(settings, allow_unicode=True), encoding="utf-8")
    _build(stock)
    return Path(settings["site_dir"])


def _build(settings: Path) -> None:
    """Without a word on the terminal: what MkDocs and Material say there is for their users."""
    logger, before = logging.getLogger("mkdocs"), os.environ.get("NO_MKDOCS_2_WARNING")
    level = logger.level
    os.environ["NO_MKDOCS_2_WARNING"] = "1"
    logger.setLevel(logging.ERROR)
    try:
        config = load_config(str(settings))
        config.plugins.on_startup(command="build", dirty=False)
        build(config)
    finally:
        logger.setLevel(level)
        if before is None:
            del os.environ["NO_MKDOCS_2_WARNING"]
