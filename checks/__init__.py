"""Every check that stands between content and readers. To add one: write it, add its line."""

from charter.contracts import Check
from checks import (
    agreed,
    dates,
    design,
    easy_read,
    facts,
    links,
    peoples_checks,
    pictures,
    placeholders,
    readability,
    statement_facts,
    structure,
)

CONTENT_CHECKS: dict[str, Check] = {
    "structure": structure,
    "facts": facts,
    "links": links,
    "pictures": pictures,
    "readability": readability,
    "easy-read": easy_read,
    "agreed": agreed,
    "dates": dates,
    "design": design,
    "peoples-checks": peoples_checks,
    "statement-facts": statement_facts,
    "placeholders": placeholders,
}


def all_checks() -> dict[str, Check]:
    """The checks of the words, then those of the finished files.

    The latter read PDFs and pictures with large libraries. `build.py check` should not wait for
    them to load, so they are imported here and not above.
    """
    from checks import (  # noqa: PLC0415  as said
        looks,
        packs,
        parity,
        pdf,
        poster,
        print_pack,
        statement,
        web,
    )

    return {
        **CONTENT_CHECKS,
        "parity": parity,
        "pdf": pdf,
        "poster": poster,
        "packs": packs,
        "print-pack": print_pack,
        "statement": statement,
        "web": web,
        "looks": looks,
    }
