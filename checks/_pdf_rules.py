"""The rules for PDFs, with all their wording."""

from __future__ import annotations

from charter.findings import Rule, Severity, rules

_FORMAT = "This is a fault of the format, not of your words. Tell a developer."


def _must(code: str, message: str, why: str, fix: str = _FORMAT) -> Rule:
    return Rule(code, Severity.ERROR, message, fix, why)


RULES = rules(
    _must(
        "PDF-001",
        "This PDF can't be read ({reason}).",
        "A file that we can't read, nobody can.",
        "Build once more. If it happens again, tell a developer.",
    ),
    _must(
        "PDF-002",
        "This PDF is in no list of what documents must say.",
        "A document that no check knows could say anything.",
        "Tell a developer: a new document needs a line in checks/_pdf_kinds.py.",
    ),
    _must(
        "PDF-003",
        "{what} That breaks the rules for accessible PDFs (PDF/UA-1, {clause}; found by {by}).",
        "Screen readers rely on these rules. So does the law on accessible public documents.",
    ),
    _must(
        "PDF-004",
        "A screen reader would not say “{words}”{more}.",
        "Who listens to the document must hear every word that others can read.",
    ),
    _must(
        "PDF-005",
        "A screen reader would say “{words}” in the wrong place{more}.",
        "Words in the wrong order can promise something else.",
    ),
    _must(
        "PDF-006",
        "Page {page} shows words that no screen reader would find: “{words}”.",
        "Whatever can be read on the page must be there for people who listen too.",
    ),
    _must(
        "PDF-007",
        "It has {count} main headings instead of one.",
        "The one main heading tells people which document they have opened.",
    ),
    _must(
        "PDF-008",
        "The heading “{words}” is of level {level}, but the one before it is of level {before}.",
        "People who listen go from heading to heading. After a jump they miss what isn't there.",
    ),
    _must(
        "PDF-009",
        "The bookmarks are not as they should be: {problem}.",
        "Bookmarks are how people find their way in a long document.",
    ),
    _must(
        "PDF-010",
        "A picture on page {page} is described by “{alt}”, which does not say what it shows.",
        "Who can't see the picture has only these words.",
        "Write in pictures.toml, in a sentence, what the picture shows.",
    ),
    _must(
        "PDF-011",
        "In the table on page {page}, {problem}.",
        "Without headings a table is a row of loose words to people who listen.",
    ),
    _must(
        "PDF-012",
        "The link “{name}” on page {page} {problem}.",
        "A link must say where it leads, and lead there.",
        "Check the link in your text. If it is right there, tell a developer.",
    ),
    _must(
        "PDF-013",
        "This PDF would do something by itself when it is opened ({action}).",
        "A document for the public only shows what it says.",
    ),
    _must(
        "PDF-014",
        "“{words}” on page {page} is in {size} point. The smallest allowed is {smallest} point.",
        "People chose this document because they can't read smaller letters.",
    ),
    _must(
        "PDF-015",
        "Words in the picture on page {page} are in {size} point. "
        "The smallest allowed is {smallest} point. The picture shows: {alt}",
        "People chose this document because they can't read smaller letters.",
        "Make the letters in the picture larger, or take the words out of the picture.",
    ),
    _must(
        "PDF-016",
        "The font “{font}” is not inside the file.",
        "On another computer, letters may change or be lost.",
    ),
    _must(
        "PDF-017",
        "Page {page}: {what} goes over the edge of the paper.",
        "What is off the page is not printed.",
    ),
    _must(
        "PDF-018",
        "Its title is “{title}”, which does not name the charter.",
        "The title is what a screen reader says first, and what a list of files shows.",
    ),
    _must(
        "PDF-019",
        "It says that its language is “{language}”. The charter's is “{wanted}”.",
        "A screen reader picks its voice by the language. The wrong voice can't be understood.",
    ),
    _must(
        "PDF-020",
        "The window would show the file's name instead of the title.",
        "A file's name tells people who listen little about what they have opened.",
    ),
    _must(
        "PDF-021",
        "Its number of pages is {pages}. The most allowed is {most}.",
        "People stop reading what is too long, and a poster is one page.",
        "Cut words or pictures.",
    ),
    _must(
        "PDF-022",
        "The website would say that its number of pages is {said}. It is {pages}.",
        "People decide by the number of pages whether to print it.",
    ),
    _must(
        "PDF-023",
        "It does not say “Draft” on page {pages}.",
        "Until people with learning disabilities have tested the Easy Read, each page says so.",
    ),
    _must(
        "PDF-024",
        "It still says “Draft” on page {pages}, though charter.md names who tested the Easy Read.",
        "People must be able to rely on what has been tested.",
    ),
    _must(
        "PDF-025",
        "Page {page}: “{words}” can't be seen.",
        "Words that are covered, or as pale as what is behind them, are there for programs only.",
    ),
    _must(
        "PDF-026",
        "There is no such document.",
        "Some people can read the charter in this document only.",
    ),
    _must(
        "PDF-027",
        "Page {page} is turned by {turn} degrees.",
        "It would stand on its side on the screen, and off the paper when it is printed.",
    ),
    _must(
        "PDF-028",
        "Page {page}: “{words}” does not stand out enough. "
        "Its contrast is {contrast} to 1, and must be {least} to 1.",
        "Many people with low sight can't read pale words, and nobody can in bad light.",
        "If the words are in a picture, make them darker there, or what is behind them lighter. "
        "If not, tell a developer.",
    ),
    _must(
        "PDF-029",
        "Page {page}: printed without colours, “{words}” does not stand out enough. "
        "Its contrast is {contrast} to 1, and must be {least} to 1.",
        "Many people print at home, and many offices print in black only.",
        "If the words are in a picture, choose other colours there. If not, tell a developer.",
    ),
    _must(
        "PDF-030",
        "The font “{font}” is none of those that we chose.",
        "Our fonts tell apart letters that look alike, such as I, l and 1.",
        "If the words are in a picture, take the font out of its SVG. If not, tell a developer.",
    ),
    _must(
        "PDF-031",
        "Page {page}: printed without colours, two fields side by side look the same "
        "({one} and {other}).",
        "Who prints in black only would take two parts for one.",
    ),
    _must(
        "PDF-032",
        "It has {pages} pages, but no bookmarks.",
        "Bookmarks are how people find their way in a long document.",
        "In Word, give headings the styles “Heading 1”, “Heading 2” and so on. Then choose File, "
        "Save As, PDF, Options, and tick “Create bookmarks using: Headings”.",
    ),
    _must(
        "PDF-033",
        "It has {pages} pages, but no headings.",
        "People who listen go from heading to heading. Without any they must hear it all.",
        "In Word, give headings the styles “Heading 1”, “Heading 2” and so on, "
        "and save it as PDF again.",
    ),
    Rule(
        "PDF-034",
        Severity.WARNING,
        "It has {count} main headings.",
        "See whether one of them is the name of the document. "
        "If so, make the others headings of the second level.",
        "The one main heading tells people which document they have opened.",
    ),
    _must(
        "PDF-035",
        "Its title is “{title}”, which does not say what it is about.",
        "The title is what a screen reader says first, and what a list of files shows.",
        "In Word, choose File, Info, and write a title. Then save it as PDF again.",
    ),
    _must(
        "PDF-036",
        "It does not say in which language it is.",
        "A screen reader picks its voice by the language. The wrong voice can't be understood.",
        "In Word, select all words, choose Review, Language, and say which it is. "
        "Then save it as PDF again.",
    ),
    _must(
        "PDF-037",
        "Only a picture, without words that can be read out, is on page {pages}.",
        "To a screen reader a scanned page is empty. It can't be searched or made larger, either.",
        "Make the PDF from the document itself. If there is only paper, have a PDF editor "
        "recognise the text (OCR), add tags, and read it through.",
    ),
    _must(
        "PDF-038",
        "Page {page}: “{words}” and “{other}” lie over each other.",
        "Where words lie over words, nobody can read either.",
        "Cut some of these words. If that does not help, tell a developer.",
    ),
)
