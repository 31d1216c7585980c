"""A page where all is wrong, once for each kind of fault that must not slip through."""

from __future__ import annotations

from pathlib import Path

from checks._web.seen import WALK

CANARY = Path(__file__).with_suffix(".html").read_bytes()

MUST_SEE = frozenset(
    {
        ("WEB-001", "axe"),
        ("WEB-001", "AccessLint"),
        ("WEB-008", "axe"),
        *((f"WEB-{number:03}", WALK) for number in (5, 6, 11, 12, 13, 14, 15, 16, 17, 18)),
        *((f"WEB-{number:03}", WALK) for number in (19, 20, 21, 22, 23, 24, 29)),
    }
)
"""What must be seen there: the rule, and who must see it."""
