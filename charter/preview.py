"""The site on this computer, made again whenever a file of the charter is saved."""

from __future__ import annotations

import logging
from collections.abc import Callable
from pathlib import Path

HOST, PORT = "127.0.0.1", 8000


def serve(content: Path, folder: Path, make: Callable[[Path], None]) -> None:
    """Serve `folder` until Ctrl-C; call `make(folder)` now and after each change in `content`.

    The pages in an open browser load themselves again (MkDocs' own live reload).
    """
    from mkdocs.livereload import LiveReloadServer  # noqa: PLC0415  slow, and only needed here

    logging.getLogger("mkdocs").setLevel(logging.WARNING)

    def again() -> None:
        make(folder)

    class Server(LiveReloadServer):
        def _inject_js_into_html(self, content: bytes, epoch: int) -> bytes:
            # The page's own policy would stop the lines that load it again; only here they may run.
            page: bytes = super()._inject_js_into_html(content, epoch)  # type: ignore[no-untyped-call]  # MkDocs has no types
            return page.replace(b"script-src 'self'", b"script-src 'self' 'unsafe-inline'", 1)

    again()
    server = Server(again, HOST, PORT, str(folder))
    server.watch(str(content))
    print(f"Open http://{HOST}:{PORT}/ in a browser. Press Ctrl-C to stop.", flush=True)  # noqa: T201  to people
    try:
        server.serve()  # type: ignore[no-untyped-call]  # MkDocs has no types
    finally:
        server.shutdown()  # or its own thread would go on for ever
