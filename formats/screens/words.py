"""The words beside the pictures: what stands in for each, and how to use them all."""

from __future__ import annotations

from html import escape

from charter import statement
from charter.contracts import Edition
from charter.model import Charter
from formats._parts import DRAFT, shown
from formats.screens.sheets import RECEPTION, SIGNATURE, SOCIAL, Sheet, address

GUIDE = "pack-guide.pdf"
"""The guide, which the print pack makes."""

_USE = "You may use them on your screens, on social media and in your e-mails."


def beside(sheet: Sheet, charter: Charter) -> str:
    """What stands in for one picture: all words on it, what is drawn, and where it leads."""
    lines = [f"Our pledge {sheet.number}"] if sheet.number else []
    lines += [sheet.title, *sheet.text]
    drawing = charter.drawing(sheet.picture)
    if drawing:
        lines.append(f"The picture: {drawing.shows}")
    logo = charter.facts.logo
    if logo and sheet.sort != SIGNATURE:
        lines.append(f"The logo: {logo.shows}")
    if sheet.sort == RECEPTION:
        lines.append(f"A square code opens {address(sheet)}")
    else:
        lines.append(f"Read more: {address(sheet)}")
    if sheet.sort != SOCIAL and sheet.kind != "end":
        lines.append(f"Phone {charter.facts.contact.phone}")
    if sheet.kind == "pledge":
        lines.append(f"We are {charter.facts.place}")
    return "\n".join(lines) + "\n"


def signature(sheet: Sheet, charter: Charter) -> str:
    """A page with the strip as a link: opened, copied and pasted, it is a signature."""
    facts = charter.facts
    alt = " ".join(_sentence(line) for line in beside(sheet, charter).splitlines())
    return f"""\
<!doctype html>
<html lang="{escape(facts.language)}">
<head>
<meta charset="utf-8">
<title>{escape(facts.title)}: e-mail signature</title>
</head>
<body>
<p><a href="{escape(sheet.url)}"><img src="{SIGNATURE}.png" width="600" height="150" alt="{
        escape(alt)
    }"></a></p>
<p>{escape(f"We are {facts.place}.")} Read our charter:
<a href="{escape(sheet.url)}">{escape(shown(sheet.url))}</a>.
Phone {escape(facts.contact.phone)}.</p>
</body>
</html>
"""


def read_me(charter: Charter, edition: Edition) -> str:
    """What is in the zip, and how to use it."""
    facts = charter.facts
    guide = any(artefact.path.name == GUIDE for artefact in edition.made)
    parts = [] if edition.checked else [DRAFT]
    parts += [
        f"{facts.title}: pictures for screens, social media and e-mails",
        f"We are {facts.place}. These pictures show our charter, one pledge on each.\n{_USE}",
        *([f"Start with {GUIDE}: one page that says how to use everything."] if guide else []),
        _part(
            RECEPTION,
            "Pictures for a screen in a reception or a waiting room, 1920 by 1080 pixels.\n"
            "Copy the folder to a USB stick and put it into the screen.\n"
            "Or put each picture on a slide of its own.\n"
            "Show each one for at least 15 seconds, so that people can read it.\n"
            "The square code can be scanned from 2 metres away on a screen of 40 inches,\n"
            "and from 3 metres away on a screen of 55 inches.",
        ),
        _part(
            SOCIAL,
            "Square pictures for social media, 1080 by 1080 pixels.\n"
            "Post one at a time. Put the address on it into the words of your post, as a link.",
        ),
        _part(
            SIGNATURE,
            "A strip for the end of your e-mails.\n"
            "Open email-signature.html. Select all of it and copy it.\n"
            "Then paste it where your e-mail program keeps your signature.",
        ),
        _part(
            "The words for each picture",
            "Beside each picture lies a text with the same name. It says what is on the picture.\n"
            "When you post a picture, copy that text into the box called “alternative text”\n"
            "or “alt text”. People who cannot see the picture hear these words instead.",
        ),
        f"Questions? Phone {facts.contact.phone} or write to {facts.contact.email}.",
        f"Version {facts.version}. {facts.site}",
        f"{statement.TITLE}: {statement.address(charter)}",
    ]
    return "\n\n".join(parts) + "\n"


def _part(title: str, body: str) -> str:
    return f"{title}\n{'-' * len(title)}\n{body}"


def _sentence(line: str) -> str:
    return line if line.endswith((".", "!", "?")) else f"{line}."
