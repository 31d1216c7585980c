"""The rules for web pages, with all their wording.

`{where}` says the place and on how many pages; `{by}` who found it and how the page was shown.
"""

from __future__ import annotations

from charter.findings import Rule, Severity, rules

_TEMPLATE = (
    "If the place named is in your own words or pictures, change them there. "
    "If not, the fault is in how pages are made: send this to a developer."
)
_DEVELOPER = "The fault is in how pages are made: send this to a developer."


def _must(code: str, message: str, why: str, fix: str = _DEVELOPER) -> Rule:
    return Rule(code, Severity.ERROR, message, fix, why)


def _look(code: str, message: str, why: str, fix: str) -> Rule:
    return Rule(code, Severity.WARNING, message, fix, why)


RULES = rules(
    _must(
        "WEB-001",
        "{what}{where}{by}",
        "People who use a screen reader, a keyboard or large type could not use this page.",
        _TEMPLATE,
    ),
    _look(
        "WEB-002",
        "The checker can't tell whether this is so: “{what}”{where}{by}",
        "Some faults only a person can see.",
        "Open the page and look at the place named. If all is well there is nothing to do.",
    ),
    _must(
        "WEB-003",
        "This page does not say where its main part starts.",
        "People who listen to a page skip the menu and go straight to its main part.",
        "The fault is in how pages are made: send this to a developer (no <main>).",
    ),
    _must(
        "WEB-004",
        "This page sends its readers on to another page by itself.",
        "People lose their place when a page changes by itself; and no checker can look at it.",
        'Take out the <meta http-equiv="refresh">, and put a link there.',
    ),
    _must(
        "WEB-005",
        "This page is {wide} pixels too wide, so that lines run off the screen.{where}{by}",
        "Nobody should have to scroll sideways to read each line.",
        "Shorten a long word, web address or table there. If that isn't it, ask a developer.",
    ),
    _must(
        "WEB-006",
        "This page fetches something from another site: {address}{where}",
        "The other site would learn who reads the charter, and the page breaks when it is down.",
        "Put the file into the site itself. If it isn't yours, ask a developer.",
    ),
    _must(
        "WEB-007",
        "This page needs a file which is not there: {address}{where}",
        "A missing picture or style can leave a page without meaning.",
    ),
    _must(
        "WEB-008",
        "These words do not stand out enough for people with low sight.{where}{by}",
        "Many people with low sight read words with more contrast, and all of us in the sun.",
        "Use a darker colour on a light ground, or a lighter one on a dark ground (7 to 1).",
    ),
    _must(
        "WEB-009",
        "A link leads nowhere: {address}{where}",
        "A link that leads nowhere wastes people's time, and their trust.",
        "If the link is in your own words, put it right there. If not, ask a developer.",
    ),
    _must(
        "WEB-010",
        "The page is not written as HTML and CSS must be: {what}{where}{by}",
        "Browsers and screen readers each guess in their own way at what is not valid.",
    ),
    _must(
        "WEB-011",
        "“{what}” can't be reached with the keyboard.{where}{by}",
        "Many people can't use a mouse. They go from place to place with the Tab key.",
    ),
    _must(
        "WEB-012",
        "The keyboard gets stuck at “{what}”.{where}{by}",
        "Who has only a keyboard could not go on, nor back.",
    ),
    _must(
        "WEB-013",
        "Nothing shows well enough that the keyboard has reached “{what}”.{where}{by}",
        "Who uses the keyboard must see where they are: 3 to 1, all along one side at least.",
    ),
    _must(
        "WEB-014",
        "When the keyboard reaches “{what}”, it is hidden, or off the screen.{where}{by}",
        "Who uses the keyboard must see where they are.",
    ),
    _must(
        "WEB-015",
        "The keyboard goes back from “{before}” to “{what}”, which stands before it.{where}{by}",
        "Who can't see the whole page relies on one order of things.",
    ),
    _must(
        "WEB-016",
        "The link past the menu does not work: {problem}.{where}",
        "Without it, people with a keyboard go through the whole menu on each page.",
    ),
    _must(
        "WEB-017",
        "The words “{what}” are cut off.{where}{by}",
        "Many people read with larger letters, or more space between them.",
        "Use fewer words there. If that does not help, send this to a developer.",
    ),
    _must(
        "WEB-018",
        "The words “{what}” lie over “{over}”.{where}{by}",
        "Many people read with larger letters, or more space between them.",
        "Use fewer words there. If that does not help, send this to a developer.",
    ),
    _must(
        "WEB-019",
        "In the colours that a reader has chosen, {problem}.{where}",
        "Some people can only read in a few colours of their own (forced colours).",
    ),
    _must(
        "WEB-020",
        "“{what}” moves, though the reader has asked for no movement.{where}",
        "Movement makes some people ill, and takes others' minds off the words.",
    ),
    _must(
        "WEB-021",
        "Without JavaScript, {problem}.{where}{by}",
        "Scripts fail on old phones, on slow lines, and where an office has them turned off.",
    ),
    _must(
        "WEB-022",
        "On paper, {problem}.{where}",
        "Many people have a page printed for them.",
    ),
    _must(
        "WEB-023",
        "“{what}” is {size} pixels in size. To be pressed safely it needs 44 by 44.{where}{by}",
        "People with shaking hands, and all of us on a bus, press next to what is small.",
    ),
    _must(
        "WEB-024",
        "“{what}” is read before “{after}”, but stands after it on the screen.{where}{by}",
        "People who listen hear the page in the order in which it is written.",
    ),
    _must(
        "WEB-025",
        "The title of this page is “{title}”. {problem}.",
        "The title is what people hear first, and how they tell windows and bookmarks apart.",
        "Give the page another title, at the top of its text.",
    ),
    _must(
        "WEB-026",
        "A link is named “{name}”. {problem}.{where}",
        "Many people go from link to link, without the words around them.",
        "Write where the link leads: “Read the feedback of 2023”, not “Read more”.",
    ),
    _look(
        "WEB-027",
        "Links of one name, “{name}”, lead to different places: {places}.{where}",
        "Who goes from link to link can't tell them apart.",
        "Give each link a name of its own, unless the words around it make it clear.",
    ),
    _must(
        "WEB-028",
        "“{words}”: {problem}.{where}",
        "A screen reader picks its voice by the language. The wrong voice can't be understood.",
    ),
    _must(
        "WEB-029",
        "The page reports a problem when it is opened: {message}{where}{by}",
        "Where something fails without a word, some part of the page may not work.",
    ),
    _must(
        "WEB-030",
        "The search can't be used with the keyboard alone: {problem}.{where}",
        "Many people look for a word first, and many can't use a mouse.",
    ),
    _must(
        "WEB-031",
        "The page does not keep strangers’ scripts out as it should. {problem}.{where}",
        "A charter that somebody else can change is not to be trusted.",
    ),
    _must(
        "WEB-032",
        "This page never came to rest, so nothing can be said of it.{where}",
        "Who opens it would wait for ever as well.",
    ),
    _must(
        "WEB-033",
        "A picture is described by “{alt}”. {problem}.{where}",
        "Who can't see the picture has only these words.",
        "Write in a sentence what the picture shows.",
    ),
    _must(
        "WEB-034",
        "The headings of this page are not as they should be. {problem}.{where}",
        "People who listen go from heading to heading, and find their way by their levels.",
        "Use one main heading, and never leave out a level. In your own words: check the #s.",
    ),
    _must(
        "WEB-035",
        "Opened as a file instead of from a web server, {problem}.{where}",
        "People keep pages, and pass them on by e-mail or on a stick.",
    ),
)
