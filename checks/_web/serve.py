"""Serve a folder to this computer only, the way a web server will serve the published site."""

from __future__ import annotations

import functools
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import quote, unquote, urlsplit

_TYPES = {
    ".css": "text/css",
    ".html": "text/html; charset=utf-8",
    ".js": "text/javascript",
    ".mjs": "text/javascript",
    ".json": "application/json",
    ".svg": "image/svg+xml",
    ".woff2": "font/woff2",
}
# For the browser: a check must not talk to anybody else.
ONLY_US = "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 64


class _Handler(SimpleHTTPRequestHandler):
    """Files below the folder under the site's own path; `extra` pages from memory."""

    protocol_version = "HTTP/1.1"  # one connection for many files: pages load faster
    # What Windows knows of file types can be changed by any program there, so we say it all.
    extensions_map = {**SimpleHTTPRequestHandler.extensions_map, **_TYPES}  # noqa: RUF012  as its parent does

    def __init__(
        self, *args: object, base: str, extra: Mapping[str, bytes], **kwargs: object
    ) -> None:
        self.base, self.extra = base, extra
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]  # as its parent takes them

    def do_GET(self) -> None:
        path = unquote(urlsplit(self.path).path)
        if path in self.extra:
            self._answer(self.extra[path])
        elif path.startswith(self.base):
            super().do_GET()
        else:
            self.send_error(404)

    def _answer(self, page: bytes) -> None:
        self.send_response(200)
        self.send_header("Content-Type", _TYPES[".html"])
        self.send_header("Content-Length", str(len(page)))
        self.end_headers()
        self.wfile.write(page)

    def translate_path(self, path: str) -> str:
        return super().translate_path("/" + unquote(urlsplit(path).path).removeprefix(self.base))

    def list_directory(self, path: object) -> None:  # noqa: ARG002  as its parent has it
        self.send_error(404)  # a real server shows no list of files either

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  as its parent has it
        """Print nothing: what went wrong is read from the results."""


@contextmanager
def serve(folder: Path, base: str, extra: Mapping[str, bytes]) -> Iterator[str]:
    """Serve `folder` below `base` (such as "/sandwell/"); yields the address of `base`.

    `extra` maps whole paths to pages that are in no file. Only this computer can connect.
    """
    handler = functools.partial(_Handler, directory=str(folder), base=base, extra=extra)
    server = _Server(("127.0.0.1", 0), handler)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def address(page: str) -> str:
    """The address of a file in the site, as links write it: "pledges/honest/"."""
    return quote(page.removesuffix("index.html") if f"/{page}".endswith("/index.html") else page)
