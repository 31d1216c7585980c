"""The Nu Html Checker's commonest messages, as somebody who writes no code would say them."""

from __future__ import annotations

import re

# What the checker mentions though nobody is worse off for it.
# It reads a copy, so it can't tell what the page's own policy lets in; the browser can (WEB-031).
_HARMLESS = re.compile(
    r"^Resource violates Content Security Policy|^CSS: |Trailing slash on void"
    r"|is unnecessary for|lacks heading|Normalization Form C"
    r"|attribute is unnecessary|does not need a|not mappable to XML"
    r"|^The first occurrence of ID"
)
_ENGLISH = (
    (r"“img” element must have an “alt”", "A picture has no description"),
    (r"^Duplicate ID “(.+?)”", "Two places have the same name, “{0}”"),
    (r"“(.+?)” .*must refer to", "“{0}” points to something that is not there"),
    (r"^Duplicate attribute “(.+?)”", "One tag has “{0}” twice"),
    (r"^Unclosed element “(.+?)”", "“{0}” is opened and never closed"),
    (r"^End tag “(.+?)” seen, but there were", "Something inside “{0}” is never closed"),
    (r"^End tag for “(.+?)” seen, but there were", "Something inside “{0}” is never closed"),
    (r"^End tag “(.+?)” (?:implied|violates)", "“{0}” is closed in the wrong place"),
    (r"^(?:Stray e|E)nd tag “(.+?)”", "“{0}” is closed, and was never opened"),
    (r"^Stray start tag “(.+?)”", "“{0}” stands where it may not"),
    (r"^End of file seen", "The page ends too soon: something is still open"),
    (r"^Start tag “a” seen but", "A link is inside another link"),
    (r"“a” must not appear as a descendant of the “a”", "A link is inside another link"),
    (
        r"element “(?:a|button|input|select|textarea)”.* must not appear as a descendant of",
        "A link or button is inside another link or button",
    ),
    (
        r"^Element “(.+?)” not allowed as child of (?:element )?“(.+?)”",
        "“{0}” may not stand inside “{1}”",
    ),
    (r"^The “(.+?)” element is a completely-unknown", "There is nothing called “{0}”"),
    (r"^Attribute “(.+?)” not allowed on element “(.+?)”", "“{1}” can’t have “{0}”"),
    (
        r"^Element “(.+?)” is missing a required (?:instance of )?child element “(.+?)”",
        "“{1}” is missing inside “{0}”",
    ),
    (
        r"^Element “(.+?)” is missing (?:required|.*the following) attributes?:? “(.+?)”",
        "“{0}” needs “{1}”",
    ),
    (
        r"^Bad value “(.*?)” for attribute “(.+?)” on element “(.+?)”",
        "“{0}” is no good as the “{1}” of “{2}”",
    ),
    (
        r"“(.+?)” attribute on the “(.+?)” element is obsolete",
        "“{0}” on “{1}” is no longer part of HTML",
    ),
    (r"^The “(.+?)” element is obsolete", "“{0}” is no longer part of HTML"),
    (r"doctype", "The first line does not say that this is a page in today’s HTML"),
    (r"^Consider adding a “lang”", "The page does not say which language it is in"),
    (
        r"appears to be written in (.+?)(?: but|\.|,)",
        "The words look like {0}, but the page says that they are in another language",
    ),
    (r"“for” attribute of the “label” element must", "A label belongs to no box"),
    (r"^CSS: (?:“.+?”: )?Property “(.+?)” doesn't exist", "There is no style called “{0}”"),
    (r"^CSS: “(.+?)”: “(.+?)” is not a", "The style “{0}” can’t be “{1}”"),
    (r"^CSS: (?:.*: )?(?:Parse [Ee]rror|Lexical error)", "A style can’t be read"),
    (r"^Malformed byte sequence", "The letters here are damaged"),
    (r"^Cannot recover after last error", "After this nothing could be read"),
)
_PLAIN = tuple((re.compile(pattern), sentence) for pattern, sentence in _ENGLISH)


# Properties that browsers have known for years, and this checker does not.
_KNOWN = re.compile(r"^CSS: (?:“.+?”: )?Property “paint-order” doesn't exist")


def mistaken(message: str) -> bool:
    """Whether this message, an error to the checker, is its own mistake."""
    return _KNOWN.search(message) is not None


def harmless(message: str) -> bool:
    """Whether nobody is worse off for what this message, a mere warning, says."""
    return _HARMLESS.search(message) is not None


def plain(message: str) -> str:
    """A message of the checker as a sentence without its stop.

    Where none of our sentences fit, it is in the checker's own words.
    """
    for pattern, sentence in _PLAIN:
        if found := pattern.search(message):
            return sentence.format(*found.groups())
    return message.removeprefix("CSS: ").rstrip(".")
