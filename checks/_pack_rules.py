"""The rules for packs: what can be wrong with a zip, and with the pictures for screens in it."""

from charter.findings import Rule, Severity, rules

_FORMAT = "This is a fault of the format, not of your words. Tell a developer."
_SCAN = "People scan the code from two or three metres away, in bad light, with old phones."
_WHOLE = "A library or a school unpacks it and uses what it finds, without asking again."

RULES = rules(
    Rule(
        "SCREEN-001",
        Severity.ERROR,
        "To fit {picture}, the letters are {size} pixels large. The least is {smallest}.",
        "Cut about {cut} of the {words} words on it. For a pledge they are its title and its "
        "“## Poster” part; for the others, the promise, the title and the names in charter.md.",
        "A screen in a reception is read from three or four metres away, and a picture on social "
        "media on a phone.",
    ),
    Rule(
        "SCREEN-002",
        Severity.ERROR,
        "In “{sort}”, the letters of an address are smaller than {smallest} pixels.",
        "Ask for a shorter address than “{address}”, or shorten “{name}” after “place:”.",
        "Not everyone has a phone that reads codes: people must be able to read the address.",
    ),
    Rule(
        "SCREEN-003",
        Severity.ERROR,
        "The words that stand in for {picture} have {letters} letters. The most is {most}.",
        "Say in fewer words what the picture shows (“shows” in pictures.toml), or cut the words on "
        "it.",
        "Social media cut off longer alternative texts, so that people hear half of a sentence.",
    ),
    Rule(
        "PACK-001",
        Severity.ERROR,
        "This file can't be read to its end ({reason}).",
        "Build once more. If it happens again, tell a developer.",
        "What we can't read, nobody can.",
    ),
    Rule("PACK-002", Severity.ERROR, "{file} is missing from it.", _FORMAT, _WHOLE),
    Rule("PACK-003", Severity.ERROR, "It holds {file}, which no one looks at.", _FORMAT, _WHOLE),
    Rule(
        "PACK-004",
        Severity.ERROR,
        "The picture is {size} pixels. It should be {wanted}.",
        _FORMAT,
        "Screens and networks cut off, or blur, a picture of another size.",
    ),
    Rule(
        "PACK-005",
        Severity.ERROR,
        "There is nothing to see on the picture.",
        _FORMAT,
        "An empty picture on a screen looks like a broken screen.",
    ),
    Rule(
        "PACK-006",
        Severity.ERROR,
        "The words beside the picture leave out “{words}”{more}.",
        _FORMAT,
        "People who cannot see the picture must get all that is on it.",
    ),
    Rule("PACK-007", Severity.ERROR, "The square code can't be read {where}.", _FORMAT, _SCAN),
    Rule(
        "PACK-008",
        Severity.ERROR,
        "The square code leads to “{text}”. It should lead to “{url}”.",
        _FORMAT,
        "Who scans the code of a pledge wants to read about that pledge.",
    ),
    Rule("PACK-009", Severity.ERROR, "The square code {problem}.", _FORMAT, _SCAN),
    Rule(
        "PACK-010",
        Severity.ERROR,
        "{file} in it is not the one that is published beside it.",
        _FORMAT,
        "Only the one beside it was checked.",
    ),
    Rule(
        "PACK-011",
        Severity.ERROR,
        "This page for e-mails {problem}.",
        _FORMAT,
        "Many people never see the pictures in their e-mails.",
    ),
)
