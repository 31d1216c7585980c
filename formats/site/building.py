"""A staged folder to a finished site, by MkDocs, in this process and in its strict mode."""

from __future__ import annotations

import logging
import os
from collections.abc import Iterator
from contextlib import contextmanager

from charter.programs import ProgramFailed
from formats.site import prose
from formats.site.compiled import Compiled
from formats.site.stage import Staged

_EPOCH = "0"  # the date in a compressed file's head: always the same, or bytes would differ


def build(staged: Staged) -> None:
    """Make the site. Whatever MkDocs warns about stops it: raises `ProgramFailed`."""
    with _quiet() as warnings:
        # Imported here: it takes a while, and only this format needs it.
        from click.exceptions import ClickException  # noqa: PLC0415  slow
        from mkdocs.commands.build import build as mkdocs_build  # noqa: PLC0415  slow
        from mkdocs.config.base import load_config  # noqa: PLC0415  slow

        try:
            config = load_config(str(staged.config), strict=True)
            config.theme.dirs[1:] = [str(staged.theme)]  # after our own, only what is used
            env = config.theme.get_env()
            env.bytecode_cache = Compiled()
            env.filters["words"] = prose.markup
            config.theme.get_env = lambda: env  # type: ignore[method-assign]  # MkDocs makes four
            config.plugins.on_startup(command="build", dirty=False)
            mkdocs_build(config)
        except ClickException as stopped:
            said = "; ".join(warnings) or stopped.format_message()
            raise ProgramFailed(f"MkDocs did not build the site: {said}") from stopped
        if warnings:  # MkDocs counts for itself; this doesn't rely on it
            raise ProgramFailed(f"MkDocs warned about the site: {'; '.join(warnings)}")


class _Listener(logging.Handler):
    """Keeps what is said, instead of showing it."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.said: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep one message."""
        self.said.append(record.getMessage())


@contextmanager
def _quiet() -> Iterator[list[str]]:
    """Hear MkDocs' warnings instead of printing them, and leave everything as it was."""
    logger, listener = logging.getLogger("mkdocs"), _Listener()
    before, propagate = dict(os.environ), logger.propagate
    os.environ |= {"SOURCE_DATE_EPOCH": _EPOCH, "NO_MKDOCS_2_WARNING": "1"}
    logger.addHandler(listener)
    logger.propagate = False
    try:
        yield listener.said
    finally:
        logger.removeHandler(listener)
        logger.propagate = propagate
        for name in {"SOURCE_DATE_EPOCH", "NO_MKDOCS_2_WARNING"} - before.keys():
            os.environ.pop(name, None)
        os.environ |= before
