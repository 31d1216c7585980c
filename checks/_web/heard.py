"""What a page tells the browser while it is open: messages, and what it fetches."""

from __future__ import annotations

from urllib.parse import urlsplit

from playwright.async_api import ConsoleMessage, Error, Page, Request, Response

from checks._web.seen import One, walked

_MEANT = frozenset({"warning", "error", "assert"})
_FETCHING = "Failed to load resource"  # told below, with the address
_BARRED = ("Content Security Policy", "Content-Security-Policy")
_CUT = 200  # signs of a message that are told


class Heard:
    """Listens to one page. `home` is the address below which all that it fetches must be."""

    def __init__(self, home: str) -> None:
        """Begin with nothing heard."""
        parts = urlsplit(home)
        self._origin = (parts.scheme, parts.netloc)
        self._said: list[str] = []
        self._foreign: list[str] = []
        self._missing: list[str] = []

    def listen(self, page: Page) -> None:
        """Hear all that comes from now on."""
        page.on("console", self._console)
        page.on("pageerror", self._error)
        page.on("request", self._request)
        page.on("response", self._response)

    def _console(self, message: ConsoleMessage) -> None:
        if message.type in _MEANT and not message.text.startswith(_FETCHING):
            self._said.append(message.text)

    def _error(self, error: Error) -> None:
        self._said.append(str(error))

    def _request(self, request: Request) -> None:
        parts = urlsplit(request.url)
        if parts.scheme in {"http", "https", "ws", "wss"} and parts[:2] != self._origin:
            self._foreign.append(request.url)

    def _response(self, response: Response) -> None:
        if response.status >= 400 and not response.request.is_navigation_request():  # noqa: PLR2004  HTTP: it failed
            self._missing.append(urlsplit(response.url).path)

    def messages(self) -> list[One]:
        """What the page reported, each message once."""
        return [
            walked("WEB-031", problem=f"The browser says “{words[:_CUT]}”")
            if any(sign in words for sign in _BARRED)
            else walked("WEB-029", message=words[:_CUT])
            for words in dict.fromkeys(" ".join(said.split()) for said in self._said)
        ]

    def faults(self) -> list[One]:
        """All that was heard and must not be."""
        return [
            *self.messages(),
            *(walked("WEB-006", address=address) for address in dict.fromkeys(self._foreign)),
            *(walked("WEB-007", address=address) for address in dict.fromkeys(self._missing)),
        ]
