"""Every check that stands between content and readers. To add one: write the module, add the line."""

from charter.contracts import Check

CHECKS: dict[str, Check] = {}
