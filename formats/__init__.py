"""Every format we publish. To add one: write the module, add the line. The site lists the rest."""

from charter.contracts import Format
from formats import easy_read, large_print, plain_text, poster, print_pack, screens, site

FORMATS: dict[str, Format] = {
    "poster": poster,
    "easy-read": easy_read,
    "large-print": large_print,
    "plain-text": plain_text,
    "print-pack": print_pack,
    "screen-pack": screens,
    "site": site,  # last: it lists what the others made
}
