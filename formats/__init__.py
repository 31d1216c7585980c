"""Every format we publish. To add one: write the module, add the line. The site lists the rest."""

from charter.contracts import Format
from formats import plain_text

FORMATS: dict[str, Format] = {
    "plain-text": plain_text,
}
