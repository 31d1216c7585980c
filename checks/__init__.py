"""Every check that stands between content and readers. To add one: write it, add its line."""

from charter.contracts import Check
from checks import (
    agreed,
    dates,
    easy_read,
    facts,
    links,
    parity,
    pdf,
    pictures,
    placeholders,
    poster,
    readability,
    structure,
    web,
)

CHECKS: dict[str, Check] = {
    # The words: seconds.
    "structure": structure,
    "facts": facts,
    "links": links,
    "pictures": pictures,
    "readability": readability,
    "easy_read": easy_read,
    "agreed": agreed,
    "dates": dates,
    "placeholders": placeholders,
    # What was made of them: minutes.
    "parity": parity,
    "pdf": pdf,
    "poster": poster,
    "web": web,
}
