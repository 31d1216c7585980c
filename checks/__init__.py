"""Every check that stands between content and readers. To add one: write it, add its line."""

from charter.contracts import Check
from checks import agreed, dates, facts, links, pictures, placeholders, structure

CHECKS: dict[str, Check] = {
    "structure": structure,
    "facts": facts,
    "links": links,
    "pictures": pictures,
    "agreed": agreed,
    "dates": dates,
    "placeholders": placeholders,
}
