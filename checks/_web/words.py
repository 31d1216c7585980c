"""What the checkers mean, in plain words."""

from __future__ import annotations

import re

# Both checkers' names for one fault lead to the same words, so that it is said once.
_PLAIN = {
    "A picture has no description.": (
        "image-alt",
        "img-alt",
        "svg-img-alt",
        "role-img-alt",
        "1_1_1.H37",
    ),
    "The words do not stand out enough from what is behind them.": (
        "color-contrast",
        "G18.Fail",
        "G145.Fail",
    ),
    "The page does not say which language it is in.": ("html-has-lang", "H57.2"),
    "The page has no title.": ("document-title", "H25.1.NoTitleEl", "H25.1.EmptyTitle"),
    "A link has no words.": ("link-name", "H30.2", "H91.A.NoContent", "H91.A.EmptyNoId"),
    "A button has no words.": ("button-name", "H91.Button.Name"),
    "A field to fill in does not say what it is for.": (
        "label",
        "form-label",
        "select-name",
        "F68",
    ),
    "A heading is empty.": ("empty-heading", "H42.2"),
    "A heading skips a level, so that the order of the page can't be heard.": ("heading-order",),
    "The page has no main heading.": ("page-has-heading-one",),
    "A part of the page is outside its header, main part and footer.": ("region",),
    "The page does not say where its main part starts.": ("landmark-one-main", "landmark-main"),
    "Something to press is too small or too close to the next.": ("target-size",),
    "A part that scrolls can't be reached with the keyboard.": (
        "scrollable-region-focusable",
        "scrollable-region",
    ),
    "A table cell does not belong to any heading.": (
        "td-headers-attr",
        "th-has-data-cells",
        "td-has-header",
    ),
    "A list is put together wrongly.": (
        "list",
        "listitem",
        "listitem-parent",
        "list-children",
        "definition-list",
        "dlitem",
    ),
    "Two things on the page have the same name inside (id).": ("duplicate-id-aria", "F77"),
    "People can't make this page larger.": ("meta-viewport",),
    "A link can only be told from the words around it by its colour.": ("link-in-text-block",),
}
_BY_CODE = {code: words for words, codes in _PLAIN.items() for code in codes}


def plain(code: str, message: str) -> str:
    """What is wrong, in a sentence: our words where we have some, else the checker's own.

    `code` is axe's, AccessLint's ("navigable/link-name") or htmlcs's name for it.
    """
    short = code.rpartition("/")[2]
    for known, words in _BY_CODE.items():
        # htmlcs joins several names with commas, and puts the guideline in front.
        if short == known or (code.startswith("WCAG2") and known in code):
            return words
    words = re.sub(r"\s*\(https?://[^)]*\)", "", message).strip()
    return words if words.endswith((".", "?", "!")) else f"{words}."
