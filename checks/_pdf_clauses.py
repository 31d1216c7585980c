"""The clauses of PDF/UA-1 by both checkers' names, and the usual ones in plain words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

AGAIN = (
    "In Word, choose File, Save As, PDF, Options, tick “Document structure tags for "
    "accessibility”, and save it again. If the fault stays, ask whoever made the document."
)
"""What helps with most faults of a document that we did not make."""
_EDITOR = "Mend it in a PDF editor, or ask whoever made the document to."
_ALT = (
    "In Word, right-click the picture, choose “View Alt Text” and write what the picture shows. "
    "Then save it as PDF again."
)
_LANGUAGE = (
    "In Word, select all words, choose Review, Language, and say which it is. "
    "Then save it as PDF again."
)
_TITLE = "In Word, choose File, Info, and write a title. Then save it as PDF again."
_FONTS = (
    "In Word, choose File, Save As, PDF, Options, tick “PDF/A compliant”, and save it again. "
    "Then all letters are in the file."
)
_STYLES = (
    "In Word, give headings the styles “Heading 1”, “Heading 2” and so on, without leaving "
    "a level out. Then save it as PDF again."
)
_TABLE = (
    "In Word, make the table anew with as many cells in each row, none merged or split, and "
    "tick “Header Row” under Table Design. Then save it as PDF again."
)

# The number of the clause (as veraPDF has it), and page-validation's name for it.
_NAMES = """
5-1 ID-SCHEMA               5-2 ID-PART                    5-3 ID-PART-PREFIX
5-4 ID-AMD-PREFIX           5-5 ID-CORR-PREFIX             6.1-1 HEADER
6.2-1 TAGGED-DOCUMENT       7.1-1 ARTIFACT-NESTED          7.1-2 TAGGED-CONTENT-INSIDE-ARTIFACT
7.1-3 CONTENT-TAGGING       7.1-4 SUSPECTS                 7.1-5 STRUCT-TREE-ROLE-MAP
7.1-6 STRUCT-TREE-ROLE-MAP-CYCLE                           7.1-7 STRUCT-TREE-ROLE-MAP-STANDARD
7.1-8 METADATA-STRUCTURE    7.1-9 METADATA-TITLE           7.1-10 VIEWER-PREFERENCES
7.1-11 STRUCT-TREE-ROOT     7.1-12 STRUCT-ELEMENT-PARENT   7.2-2 OUTLINE-LANGUAGE
7.2-3 TABLE-KIDS            7.2-4 TR-PARENT                7.2-5 THEAD-PARENT
7.2-6 TBODY-PARENT          7.2-7 TFOOT-PARENT             7.2-8 TH-PARENT
7.2-9 TD-PARENT             7.2-10 TR-KIDS                 7.2-11 TABLE-THEAD-COUNT
7.2-12 TABLE-TFOOT-COUNT    7.2-13 TABLE-TFOOT-TBODY       7.2-14 TABLE-THEAD-TBODY
7.2-15 TABLE-CELL-INTERSECTION                             7.2-16 TABLE-CAPTION-POSITION
7.2-17 LI-PARENT            7.2-18 LBODY-PARENT            7.2-19 L-KIDS
7.2-20 LI-KIDS              7.2-21 ACTUAL-TEXT-LANGUAGE    7.2-22 ALT-TEXT-LANGUAGE
7.2-23 E-TEXT-LANGUAGE      7.2-24 ANNOTATION-CONTENTS-LANGUAGE
7.2-25 FORM-FIELD-TU-LANGUAGE                              7.2-26 TOCI-PARENT
7.2-27 TOC-KIDS             7.2-28 TOC-CAPTION             7.2-29 LANGUAGE-TAG
7.2-30 SPAN-ACTUAL-TEXT-LANGUAGE                           7.2-31 SPAN-ALT-TEXT-LANGUAGE
7.2-32 SPAN-E-TEXT-LANGUAGE 7.2-33 METADATA-LANGUAGE       7.2-34 TEXT-LANGUAGE
7.2-36 THEAD-KIDS           7.2-37 TBODY-KIDS              7.2-38 TFOOT-KIDS
7.2-39 TABLE-CAPTION-COUNT  7.2-40 L-CAPTION               7.2-41 TABLE-COLUMN-ROWSPAN
7.2-42 TABLE-ROW-COLUMNSPAN 7.3-1 FIGURE-ALTERNATIVE-TEXT  7.4.2-1 HEADING-NESTING
7.4.4-1 HEADING-CHILD-COUNT 7.4.4-2 HEADING-STRUCTURE      7.5-1 TABLE-HEADERS-SCOPE
7.5-2 TABLE-HEADERS-UNDEFINED                              7.7-1 FORMULA-ALTERNATIVE-TEXT
7.9-1 NOTE-ID               7.9-2 NOTE-ID-UNIQUE           7.10-1 OPTIONAL-CONTENT-NAME
7.10-2 OPTIONAL-CONTENT-AS  7.11-1 FILE-SPEC-F-AND-UF      7.15-1 DYNAMIC-XFA
7.16-1 ENCRYPTION-P         7.18.1-1 ANNOTATION-ANNOT-TAG  7.18.1-2 ANNOTATION-CONTENTS-ALT
7.18.1-3 FORM-FIELD-TU-ALT  7.18.2-1 TRAPNET-ANNOTATION    7.18.3-1 PAGE-TABS
7.18.4-1 WIDGET-FORM-TAG    7.18.4-2 FORM-CHILDREN         7.18.5-1 LINK-LINK-TAG
7.18.5-2 LINK-CONTENTS      7.18.6.2-1 MEDIA-CLIP-CT       7.18.6.2-2 MEDIA-CLIP-ALT
7.18.8-1 PRINTER-MARK-ARTIFACT                             7.20-1 FORM-REFERENCE
7.20-2 FORM-STRUCTURE       7.21.3.1-1 TYPE0-CID-SYSTEM-INFO
7.21.3.2-1 CIDTOGIDMAP      7.21.3.3-1 CMAP-EMBEDDING      7.21.3.3-2 CMAP-WMODE
7.21.3.3-3 CMAP-REFERENCE   7.21.4.1-1 FONT-EMBEDDING      7.21.4.1-2 FONT-GLYPH-PRESENCE
7.21.4.2-1 FONT-TYPE1-CHARSET                              7.21.4.2-2 CID-SUBSET-CIDSET
7.21.5-1 FONT-GLYPH-WIDTH   7.21.6-1 TRUETYPE-NONSYMBOLIC-CMAP
7.21.6-2 TRUETYPE-NONSYMBOLIC-ENCODING                     7.21.6-3 TRUETYPE-SYMBOLIC-ENCODING
7.21.6-4 TRUETYPE-SYMBOLIC-CMAP                            7.21.7-1 FONT-UNICODE-MAPPING
7.21.7-2 FONT-UNICODE-VALUE 7.21.8-1 NOTDEF-GLYPH
"""
_PAIRS = _NAMES.split()
NUMBERS: Mapping[str, str] = dict(zip(_PAIRS[1::2], _PAIRS[::2], strict=True))
"""The number of each clause by page-validation's name, without "PDFUA1-" and "-001"."""
SAME: Mapping[str, str] = {"5-2": "5-1", "7.2-43": "7.2-42", "7.4.4-3": "7.4.4-2"}
"""Clauses that say the same to people, by the one that stands for both."""
FOLLOW: Mapping[str, frozenset[str]] = {
    "7.1-8": frozenset({"5-1", "7.1-9"}),
    "7.1-11": frozenset({"6.2-1", "7.1-3", "7.18.5-1"}),
    "7.18.5-2": frozenset({"7.18.1-2"}),
}
"""Clauses that can't but be broken where another is: without any tags, nothing is tagged."""


@dataclass(frozen=True, slots=True)
class Plain:
    """What breaking a clause means, and what to do with a document that we did not make."""

    what: str
    fix: str


PLAIN: Mapping[str, Plain] = {
    "5-1": Plain("It does not say that it keeps to PDF/UA-1.", _EDITOR),
    "6.2-1": Plain("It does not say that it has tags, which screen readers need.", AGAIN),
    "7.1-1": Plain("Something is marked both as words and as decoration.", AGAIN),
    "7.1-2": Plain("Something is marked both as words and as decoration.", AGAIN),
    "7.1-3": Plain("Something on a page is neither tagged nor marked as decoration.", AGAIN),
    "7.1-5": Plain("It has a kind of tag that no screen reader knows.", _EDITOR),
    "7.1-8": Plain("It says nothing about itself: no title and no standard that it keeps.", AGAIN),
    "7.1-9": Plain("It has no title.", _TITLE),
    "7.1-10": Plain("The window would show the file's name instead of the title.", _EDITOR),
    "7.1-11": Plain("It has no tags at all, so a screen reader has to guess the order.", AGAIN),
    "7.2-2": Plain("It does not say in which language its bookmarks are.", _LANGUAGE),
    "7.2-21": Plain("It does not say in which language some words are.", _LANGUAGE),
    "7.2-22": Plain("It does not say in which language a description is.", _LANGUAGE),
    "7.2-24": Plain("It does not say in which language a link's description is.", _LANGUAGE),
    "7.2-29": Plain("The language it names is none that a computer knows.", _LANGUAGE),
    "7.2-33": Plain("It does not say in which language its title is.", _LANGUAGE),
    "7.2-34": Plain("It does not say in which language its words are.", _LANGUAGE),
    "7.2-41": Plain("The columns of a table have different numbers of cells.", _TABLE),
    "7.2-42": Plain("The rows of a table have different numbers of cells.", _TABLE),
    "7.3-1": Plain("A picture has no description.", _ALT),
    "7.4.2-1": Plain("Its headings leave out a level.", _STYLES),
    "7.5-1": Plain("A table does not say which of its cells are headings.", _TABLE),
    "7.5-2": Plain("A cell of a table names a heading that isn't there.", _TABLE),
    "7.16-1": Plain("It is locked so that a screen reader may not read it.", _EDITOR),
    "7.18.3-1": Plain("The Tab key would not follow the order of the words.", _EDITOR),
    "7.18.5-1": Plain("A link is in no tag, so a screen reader would not find it.", AGAIN),
    "7.18.5-2": Plain("A link has no description.", AGAIN),
    "7.21.4.1-1": Plain("A font is not inside the file.", _FONTS),
    "7.21.7-1": Plain("A font does not say which letters its signs stand for.", _FONTS),
}
"""The clauses that documents break most often. The others have the checkers' own words."""
