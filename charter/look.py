"""What a page of an output looks like: what comes out of looking, for the report and to accept."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Look:
    """A picture of one page, beside the accepted one.

    `name` is its file's, without the ending ("poster-a3/1"). `document` is the output it belongs
    to ("Poster, A3"), `shows` what of it ("page 1"). `now` is b"" where the page has gone,
    `accepted` where nobody has accepted a picture that can be opened. Where the two look
    different, `difference` is a picture with what changed marked, and `share` how much of it did,
    from 0 to 1. `eyes` is the same page as other readers see it, by who they are.
    """

    name: str
    document: str
    shows: str
    now: bytes = b""
    accepted: bytes = b""
    difference: bytes = b""
    share: float = 0
    eyes: Mapping[str, bytes] = field(default_factory=dict)

    @property
    def alt(self) -> str:
        """What it is a picture of, in words."""
        return f"{self.document}: {self.shows}"

    @property
    def changed(self) -> bool:
        """Whether a person would see a difference."""
        return bool(self.difference)

    @property
    def new(self) -> bool:
        """Whether there is nothing to compare it with."""
        return bool(self.now) and not self.accepted

    @property
    def gone(self) -> bool:
        """Whether what was accepted is no longer made."""
        return not self.now
