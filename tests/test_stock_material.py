"""The same content in Material as it comes does not pass: our theme is there for a reason."""

from __future__ import annotations

from pathlib import Path

import pytest
from harness import POLICY, SMALL
from stock_material import build_stock

from charter.load import load
from charter.policy import load_policy
from checks import any_site

FAILS = {
    "WEB-001",  # unnamed dialog, forms without a button, boxes without a label, pale words
    "WEB-006",  # fonts from Google's servers
    "WEB-008",  # words that do not stand out 7 to 1
    "WEB-010",  # HTML that is not valid
    "WEB-011",  # menu and search that the keyboard can't open on a phone
    "WEB-013",  # a focus that nobody sees
    "WEB-014",  # stops of the Tab key that are off the screen
    "WEB-022",  # words too pale on paper
    "WEB-023",  # targets under 44 pixels
    "WEB-026",  # links named “¶”
}


@pytest.mark.slow
def test_stock_material_fails(tmp_path: Path) -> None:
    """Material without our overrides brings out each of the faults that made us write them."""
    charter = load(SMALL).charter
    assert charter
    site = build_stock(charter, tmp_path / "stock")

    findings, _ = any_site.judge(site, load_policy(POLICY))

    found = {finding.rule.code for finding in findings if finding.blocks}
    assert set() == FAILS - found
