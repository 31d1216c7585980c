"""The short addresses that stand on paper. They never change: posters hang for years."""

from __future__ import annotations

from charter.model import Charter, Pledge

SHORT = "q"


def scan(charter: Charter, pledge: Pledge | None = None) -> str:
    """What a QR code opens: the page for those who scanned one, of a pledge or of the charter."""
    start = f"{charter.facts.site}{SHORT}/"
    return f"{start}{pledge.id}/" if pledge else start
