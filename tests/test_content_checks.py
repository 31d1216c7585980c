"""Where the checks of the words draw their lines, and that they look at everything."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from harness import CHECKS, POLICY, ROOT, SMALL, TODAY, judged

from charter.contracts import Check, Draft, Stage
from charter.load import load
from charter.markdown import parse
from charter.model import Charter, Paragraph
from charter.policy import load_policy
from checks import dates, facts, links, pictures, placeholders, structure


@pytest.fixture(scope="module")
def charter() -> Charter:
    """The small charter."""
    found = load(SMALL).charter
    assert found
    return found


def codes(check: Check, charter: Charter, today: date = TODAY) -> list[str]:
    """What one check says of a charter."""
    outcome = check.run(Draft(charter, load_policy(POLICY), today))
    assert outcome.expected
    assert outcome.expected == outcome.examined
    return [finding.rule.code for finding in outcome.findings]


@pytest.mark.parametrize("content", [ROOT / "content", SMALL], ids=["ours", "small"])
def test_the_charters_we_ship_have_nothing_to_fix(content: Path) -> None:
    """Our own words pass our own checks on the day their accessibility statement was reviewed."""
    found = load(content).charter
    assert found
    today = max(TODAY, found.facts.accessibility.reviewed or TODAY)

    assert [] == [str(finding) for finding in judged(content, today=today) if finding.blocks]


@pytest.mark.parametrize("name", [n for n, c in CHECKS.items() if c.STAGE is Stage.CONTENT])
def test_a_check_proves_what_it_looked_at(name: str, charter: Charter) -> None:
    """It names what it should look at, and looked at all of it, in an empty charter too."""
    empty = replace(
        charter, pledges=(), pages=(), glossary=(), signatories=(), feedback=(), drawings=()
    )

    codes(CHECKS[name], charter)
    codes(CHECKS[name], empty)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("We will tell you.", []),
        ("We will **tell** you.", []),
        ("We will not wait.", []),
        ("We will never wait.", []),
        ("We will always clearly say why.", []),
        ("We will reply.", []),
        ("We will supply cups.", []),
        ("We will work with you.", []),
        ("We will", ["STRUCT-007"]),
        ("We will always", ["STRUCT-007"]),
        ("We will, of course, tell you.", ["STRUCT-007"]),
        ("We will the best.", ["STRUCT-007"]),
        ("We are going to tell you.", ["STRUCT-007"]),
        ("Tell us.", ["STRUCT-007"]),
        ("We will try to tell you.", ["STRUCT-008"]),
        ("We will always aim to tell you.", ["STRUCT-008"]),
        ("WE WILL SEEK to tell you.", ["STRUCT-008"]),
        ("We will consider it.", ["STRUCT-008"]),
        ("We will do our best.", ["STRUCT-008"]),
        ("We will look to you.", ["STRUCT-008"]),
        ("We will look into it.", []),
    ],
)
def test_what_counts_as_a_promise(charter: Charter, words: str, expected: list[str]) -> None:
    """“We will” and a verb is one, with “not” in it too; “we will try” is none."""
    blocks, _ = parse(words, Path("page.md"))
    pledge = replace(charter.pledges[0], full=blocks)

    assert expected == codes(structure, replace(charter, pledges=(pledge,)))


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        ("0121 496 0000", True),
        ("(0121) 496-0999", True),
        ("+44 121 496 0123", True),
        ("+44 (0)121 496 0123", True),
        ("0044 121 496 0123", True),
        ("0113 496 0123", True),
        ("0161 496 0123", True),
        ("0191 498 0123", True),
        ("020 7946 0958", True),
        ("028 9649 6123", True),
        ("029 2018 0123", True),
        ("01632 960123", True),
        ("07700 900123", True),
        ("08081 570123", True),
        ("0909 8790123", True),
        ("03069 990123", True),
        ("0121 496 1000", False),
        ("0121 497 0123", False),
        ("0171 496 0123", False),
        ("020 7946 1958", False),
        ("07700 901123", False),
        ("0121 496 012", False),
        ("", False),
    ],
)
def test_numbers_that_reach_nobody(number: str, expected: bool) -> None:
    """Ofcom's ranges for drama, however they are written, and nothing beside them."""
    assert expected is placeholders.is_example_phone(number)


@pytest.mark.parametrize(
    ("site", "expected"),
    [
        ("https://example.org/", 1),
        ("https://charter.example.co.uk/", 1),
        ("https://a.test/", 1),
        ("https://A.EXAMPLE/", 1),
        ("https://examples.org.uk/", 0),
        ("https://test.gov.uk/", 0),
        ("https://[broken/", 0),
    ],
)
def test_addresses_that_reach_nobody(charter: Charter, site: str, expected: int) -> None:
    """Domains that can never be given to anyone, wherever “example” stands in them."""
    ours = replace(charter.facts.contact, phone="", email="jo@ashby.gov.uk", post=("Ashby",))
    changed = replace(charter.facts, site=site, contact=ours)

    assert ["PLACE-001"] * expected == codes(placeholders, replace(charter, facts=changed))


@pytest.mark.parametrize(
    ("key", "value", "expected"),
    [
        ("language", "en", []),
        ("language", "sr-Latn-RS", []),
        ("language", "en_GB", ["STRUCT-020"]),
        ("site", "https://a.gov.uk/b/", []),
        ("site", "https://a.gov.uk/b", ["STRUCT-021"]),
        ("site", "https://a.gov.uk/?b/", ["STRUCT-021"]),
        ("site", "https://a b.gov.uk/", ["STRUCT-021"]),
        ("site", "https://localhost/", ["STRUCT-021"]),
        ("site", "https://[broken/", ["STRUCT-021"]),
        ("site", "a.gov.uk/", ["STRUCT-021"]),
        ("site", "", []),
    ],
)
def test_facts_have_their_shape(
    charter: Charter, key: str, value: str, expected: list[str]
) -> None:
    """Wrong shapes are findings; what is missing was reported when it was read."""
    old = charter.facts
    changed = replace(old, site=value) if key == "site" else replace(old, language=value)

    assert expected == codes(facts, replace(charter, facts=changed))


@pytest.mark.parametrize(
    ("phone", "email", "expected"),
    [
        ("0121 496 0123", "a@b.org", []),
        ("+44 121 496 0123", "a.b+c@d-e.gov.uk", []),
        ("18001 0121 496 0123", "a@b.org", []),
        ("999", "a@b.org", ["STRUCT-022"]),
        ("0121 496 0123 ext 4", "a@b.org", ["STRUCT-022"]),
        ("٠١٢١ ٤٩٦ ٠١٢٣", "a@b.org", ["STRUCT-022"]),
        ("0121 496 0123", "a@b", ["STRUCT-023"]),
        ("0121 496 0123", "a@b..org", ["STRUCT-023"]),
        ("0121 496 0123", "a@b.org, c@d.org", ["STRUCT-023"]),
    ],
)
def test_phone_and_email_can_be_used(
    charter: Charter, phone: str, email: str, expected: list[str]
) -> None:
    """One number that a phone can dial, one address that a mail can go to."""
    us = replace(charter.facts.contact, phone=phone, email=email)
    changed = replace(charter, facts=replace(charter.facts, contact=us))

    assert expected == codes(facts, changed)


def in_words(charter: Charter, words: str) -> list[str]:
    """What the check of links says of one paragraph."""
    blocks, _ = parse(words, Path("page.md"))
    assert all(isinstance(block, Paragraph) for block in blocks)
    page = replace(charter.pages[0], id="extra", full=blocks)
    return codes(links, replace(charter, pages=(page,), glossary=()))


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("[Here is what we do](pledge:hear).", []),
        ("[**Here**](pledge:hear).", ["LINK-002"]),
        ("[“Read more …”](pledge:hear)", ["LINK-002"]),
        ("[Find out more](pledge:hear)", ["LINK-002"]),
        ("[→](pledge:hear)", ["LINK-002"]),
        ("[us](page:extra#top)", ["LINK-001"]),
        ("[us](PAGE:extra)", ["LINK-001"]),
        ("[us](page:hear)", ["LINK-001"]),
        ("[us](pledge:hear) and [Us](page:extra)", ["LINK-003"]),
        ("[us](pledge:hear) and [us](pledge:hear)", []),
        ("Turn over the page.", ["LINK-004"]),
        ("See pp. 3 and 4.", ["LINK-004"]),
        ("As shown above.", ["LINK-004"]),
        ("The report has 3 pages. 4 of them are short.", []),
        ("Page 4 of the Care Act says so.", []),
        ("[us](mailto:a@b.org?subject=Hello)", []),
        ("[us](tel:0121-496-0123)", []),
        ("[us](tel:0121%20496)", ["LINK-006"]),
    ],
)
def test_where_links_and_references_fail(charter: Charter, words: str, expected: list[str]) -> None:
    """Vague words, ids that are not there and pages of one format are found; the rest is not."""
    assert expected == in_words(charter, words)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("A woman speaks.", True),
        ("Two cups", True),
        ("Woman", False),
        ("A cup", False),
        ("woman_speaks at a desk", False),
        ("Photo of woman.png", False),
        ("", False),
    ],
)
def test_what_describes_a_picture(words: str, expected: bool) -> None:
    """A few words of prose do; a single word or a file name does not."""
    assert expected is pictures.describes(words)


@pytest.mark.parametrize(
    ("today", "note", "expected"),
    [
        (date(2025, 2, 28), "", ["DATE-001"]),
        (date(2025, 3, 1), "", []),
        (date(2030, 3, 1), "", []),
        (date(2030, 3, 2), "", ["DATE-004"]),
        (date(2030, 3, 2), "It is late.", ["DATE-003"]),
        (date(2030, 3, 1), "It is late.", ["DATE-005"]),
    ],
)
def test_days_on_which_dates_turn(
    charter: Charter, today: date, note: str, expected: list[str]
) -> None:
    """The day of publication and the day of review themselves are in time."""
    published, review = date(2025, 3, 1), date(2030, 3, 1)
    now = replace(charter.facts, published=published, review=review, review_note=note)

    assert expected == codes(dates, replace(charter, facts=now), today)
