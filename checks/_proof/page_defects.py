"""The faults that are put into a page of ours, one at a time."""

from __future__ import annotations

from dataclasses import dataclass

from checks._proof.page_changes import OWN, OWN_LAST, Change, added, classed, replaced


@dataclass(frozen=True, slots=True)
class Defect:
    """A fault, put into one good page. `code` is the rule that must find it.

    `style` and `script` go into files beside the page, for a page of ours lets nothing of the
    kind in that stands in itself.
    """

    name: str
    code: str
    change: Change
    style: str = ""
    script: str = ""


_P = replaced(f"{OWN}<p>", r'\1<p class="proof">')
_LINK = classed(f"{OWN_LAST}<a")
_LINES = "One line<br>of words<br>and another"
_NO_RING = "outline: 0 !important; box-shadow: none !important"
_AREA = (
    "<table><tbody><tr><td>Year</td><td>Asked</td><td>Said</td><td>Done</td></tr>"
    "<tr><td>2023</td><td>10</td><td>9</td><td>8</td></tr>"
    "<tr><td>2024</td><td>12</td><td>9</td><td>7</td></tr>"
    "<tr><td>2025</td><td>14</td><td>9</td><td>9</td></tr></tbody></table>"
)

_SEEN = (
    Defect("a paragraph in pale grey", "WEB-008", _P, ".proof { color: #6b6b6b !important }"),
    Defect("a paragraph in paler grey", "WEB-001", _P, ".proof { color: #999999 !important }"),
    Defect(
        "a paragraph in dark grey where readers want dark colours",
        "WEB-001",
        _P,
        "@media screen and (prefers-color-scheme: dark) { .proof { color: #444444 !important } }",
    ),
    Defect(
        "a paragraph in soft grey where readers want dark colours",
        "WEB-008",
        _P,
        # In small letters: large ones may be weaker.
        ".proof { font-size: 1rem !important; font-weight: 400 !important }"
        "@media screen and (prefers-color-scheme: dark) { .proof { color: #9090a8 !important } }",
    ),
    Defect(
        "words on a ground of many colours",
        "WEB-002",
        _P,
        ".proof { background: linear-gradient(#ffffff, #777777) }",
    ),
    Defect(
        "a link that only its colour shows",
        "WEB-001",
        added('<p class="proof">We <a href="../">promise this and more</a> to all of you.</p>'),
        ".proof a { text-decoration: none !important }",
    ),
    Defect(
        "two paragraphs that change places on the screen",
        "WEB-024",
        added('<div class="proof"><p>Said first.</p><p>Said second.</p></div>'),
        ".proof { display: flex; flex-direction: column-reverse }",
    ),
    Defect(
        "a line too wide for a phone",
        "WEB-005",
        added('<p class="proof">We will answer each letter within ten days.</p>'),
        ".proof { white-space: nowrap; width: 28em }",
    ),
    Defect(
        "a box of fixed height that cuts words off when they have more space",
        "WEB-017",
        added(f'<p class="proof">{_LINES}</p>'),
        ".proof { height: 3.3em; line-height: 1.1; overflow: hidden }",
    ),
    Defect(
        "words that lie over others when they have more space",
        "WEB-018",
        added(f'<div class="proof">{_LINES}</div><div>More words below</div>'),
        ".proof { height: 3.3em; line-height: 1.1 }",
    ),
    Defect(
        "a box of fixed pixels that cuts off letters of twice the size",
        "WEB-017",
        added('<p class="proof">A few words</p>'),
        ".proof { height: 30px; overflow: hidden; font-size: 20px; line-height: 1.5 }",
    ),
    Defect(
        "a link that is 20 pixels high",
        "WEB-023",
        added('<p class="proof"><a href="../">Every pledge</a></p>'),
        ".proof a { display: inline-block; padding: 0; line-height: 20px }",
    ),
    Defect(
        "colours of its own where readers have chosen theirs",
        "WEB-019",
        _P,
        ".proof { forced-color-adjust: none }\n"
        "@media (forced-colors: active) { .proof { color: #999999 !important } }",
    ),
    Defect(
        "something that turns although no movement is wanted",
        "WEB-020",
        added('<div class="proof"></div>'),
        "@keyframes proof { to { transform: rotate(1turn) } }\n"
        ".proof { width: 40px; height: 40px; border: 3px dotted #767676; "
        "animation: proof 3s infinite !important }",
    ),
    Defect("words missing on paper", "WEB-022", _P, "@media print { .proof { display: none } }"),
    Defect(
        "white words on paper",
        "WEB-022",
        _P,
        "@media print { .proof { color: #ffffff !important } }",
    ),
)

_PRESSED = (
    Defect(
        "a trap for the keyboard",
        "WEB-012",
        _LINK,
        script='document.querySelector(".proof").addEventListener("keydown", event => {\n'
        '  if (event.key === "Tab") event.preventDefault();\n});',
    ),
    Defect(
        "a link that throws the keyboard out",
        "WEB-011",
        _LINK,
        script='document.querySelector(".proof").addEventListener("focus", event => {\n'
        "  event.target.blur();\n});",
    ),
    Defect(
        "a focus ring removed",
        "WEB-013",
        _LINK,
        f".proof:focus-visible {{ {_NO_RING} }}",
    ),
    Defect(
        "a focus ring in pale grey",
        "WEB-013",
        _LINK,
        ".proof:focus-visible { outline-color: #dddddd !important; box-shadow: none !important }",
    ),
    Defect(
        "a focus shown by a shadow only, which forced colours leave out",
        "WEB-019",
        _LINK,
        ".proof:focus-visible { outline: 0 !important; "
        "box-shadow: 0 0 0 4px #1b1838, 0 0 0 8px #ffd23f !important }",
    ),
    Defect(
        "a button that only a mouse can press",
        "WEB-011",
        added('<p><span class="proof" role="button">Send us a message</span></p>'),
        ".proof { display: inline-block; min-width: 60px; min-height: 60px }",
        'document.querySelector(".proof").addEventListener("click", () => history.back());',
    ),
    Defect("a positive tabindex", "WEB-015", replaced(f"{OWN_LAST}<a ", r'\1<a tabindex="3" ')),
    Defect(
        "a sticky banner that hides the focus",
        "WEB-014",
        added('<p class="proof">Read this first.</p>'),
        ".proof { position: fixed; inset: auto 0 0 0; height: 220px; margin: 0; "
        "max-width: none !important; background: #ffffff; color: #111111 }",
    ),
    Defect("the skip link removed", "WEB-016", replaced(r'<a [^>]*class="skip">.*?</a>', "")),
    Defect(
        "a skip link that leads nowhere",
        "WEB-016",
        replaced(r'<a href="[^"]*" class="skip">', '<a href="#gone" class="skip">'),
    ),
    Defect(
        "a skip link that can't be seen",
        "WEB-016",
        lambda page: page,
        ".skip:focus { inset-block-start: -9rem !important }",
    ),
    Defect(
        "words that only a script writes",
        "WEB-021",
        added('<p class="proof"></p>'),
        script='document.querySelector(".proof").textContent = "We will answer each letter.";',
    ),
    Defect(
        "a menu that only a script opens",
        "WEB-021",
        added(
            '<button type="button" class="button" aria-expanded="false">Other pledges</button>'
            '<ul class="proof" hidden><li><a href="../">Every pledge</a></li></ul>'
        ),
        script='document.querySelector(".proof").previousElementSibling.onclick = event => {\n'
        '  const list = document.querySelector(".proof");\n  list.hidden = !list.hidden;\n'
        '  event.target.setAttribute("aria-expanded", String(!list.hidden));\n};',
    ),
    Defect(
        "a script that reports an error",
        "WEB-029",
        lambda page: page,
        script="charterThatIsNotThere.open();",
    ),
)

_WRITTEN = (
    Defect(
        "a picture without a description",
        "WEB-001",
        replaced(r'(<img [^>]*?)alt="[^"]+" ', r"\1"),
    ),
    Defect(
        "a description that is a file name",
        "WEB-033",
        replaced(r'(<img [^>]*?)alt="[^"]+"', r'\1alt="IMG_2041.jpg"'),
    ),
    Defect("a link without words", "WEB-001", added('<p>Read on: <a href="../"></a></p>')),
    Defect("a heading level skipped", "WEB-034", replaced(f"{OWN}<h2(.*?)</h2>", r"\1<h4\2</h4>")),
    Defect("a second main heading", "WEB-034", replaced(f"{OWN}<h2(.*?)</h2>", r"\1<h1\2</h1>")),
    Defect("a heading without words", "WEB-034", added("<h2></h2>")),
    Defect("no main part", "WEB-003", replaced("<main(.*?)</main>", r"<div\1</div>")),
    Defect("no language", "WEB-028", replaced(r'(<html[^>]*) lang="[^"]*"', r"\1")),
    Defect(
        "a wrong language code",
        "WEB-028",
        replaced(r'(<html[^>]*) lang="[^"]*"', r'\1 lang="en-UK"'),
    ),
    Defect("Urdu words without a language", "WEB-028", added('<p dir="auto">اردو میں پڑھیں</p>')),
    Defect("a title twice", "WEB-025", replaced(r"<title>Copy \d+ of ", "<title>")),
    Defect("an empty title", "WEB-025", replaced("<title>.*?</title>", "<title></title>")),
    Defect("“click here”", "WEB-026", added('<p><a href="../">Click here</a> for more.</p>')),
    Defect(
        "a bare address as a link",
        "WEB-026",
        added(
            '<p>Read more at <a href="https://www.example.org/?page=7">'
            "https://www.example.org/?page=7</a>.</p>"
        ),
    ),
    Defect(
        "two links of one name that lead to different places",
        "WEB-027",
        added('<p>Read <a href="../">the pledge</a> or <a href="../../">the pledge</a> here.</p>'),
    ),
    Defect("a dead link", "WEB-009", added('<p>Read <a href="gone/">what we did</a> so far.</p>')),
    Defect("a missing picture", "WEB-007", replaced(r'(<img [^>]*?src=")', r"\1gone-")),
    Defect(
        "a picture from elsewhere",
        "WEB-006",
        replaced(r'(<img [^>]*?src=")[^"]*', r"\1https://pictures.example.org/a.png"),
    ),
    Defect(
        "a script from elsewhere",
        "WEB-006",
        replaced("</head>", '<script src="https://count.example.org/c.js" defer></script></head>'),
    ),
    Defect("an inline script", "WEB-031", added("<script>document.title += '!';</script>")),
    Defect(
        "no Content-Security-Policy",
        "WEB-031",
        replaced(r'<meta http-equiv="Content-Security-Policy"[^>]*>', ""),
    ),
    Defect("HTML that isn't closed", "WEB-010", added("<div><p>Words")),
    Defect("a misspelt property of a style", "WEB-010", _P, ".proof { colr: #111111 }"),
    Defect("the same id twice", "WEB-010", added('<p id="main">Words</p>')),
    Defect("a table without header cells", "WEB-001", added(f'<div class="table">{_AREA}</div>')),
    Defect(
        "a field without a label",
        "WEB-001",
        added('<form><input type="text" name="words"><button>Send</button></form>'),
        "form :is(input, button) { min-width: 60px; min-height: 60px }",
    ),
    Defect(
        "a field that only a hint in it names",
        "WEB-001",
        added('<form><input placeholder="Your name" name="who"><button>Send</button></form>'),
        "form :is(input, button) { min-width: 60px; min-height: 60px }",
    ),
    Defect(
        "a form without a button",
        "WEB-001",
        added('<form><label>Your name <input name="who" autocomplete="name"></label></form>'),
        "form input { min-width: 60px; min-height: 60px }",
    ),
    Defect(
        "a button without a name",
        "WEB-001",
        replaced(r"(<button [^>]*>\s*<svg.*?</svg>)\s*<span>[^<]*</span>", r"\1"),
    ),
    Defect(
        "an aria attribute that doesn't exist",
        "WEB-001",
        replaced(f"{OWN}<p>", r'\1<p aria-labelledbi="main">'),
    ),
    Defect(
        "a link hidden from people who listen",
        "WEB-001",
        added('<p aria-hidden="true">Read <a href="../">every pledge</a> that we made.</p>'),
    ),
    Defect(
        "a meta refresh",
        "WEB-004",
        replaced("<title>", '<meta http-equiv="refresh" content="30; url=../"><title>'),
    ),
    Defect(
        "zoom forbidden",
        "WEB-001",
        replaced(
            r'(<meta name="viewport" content=")[^"]*', r"\1width=device-width, user-scalable=no"
        ),
    ),
    Defect("a list put together wrongly", "WEB-001", added("<ul><p>One</p><li>Two</li></ul>")),
)

DEFECTS: tuple[Defect, ...] = (*_SEEN, *_PRESSED, *_WRITTEN)
