"""What the files alone tell of a page: each fault found, the nearest sound page left alone."""

from __future__ import annotations

import base64
import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from charter.contracts import Draft
from charter.programs import ProgramNonsense
from checks._web import prose

SOUND_POLICY = "default-src 'none'; script-src 'self'; style-src 'self'"
INLINE = "document.title = 'x'"
HASH = base64.b64encode(hashlib.sha256(INLINE.encode()).digest()).decode()


def page(  # noqa: PLR0913  each is one thing to spoil
    body: str = "",
    *,
    title: str = "Our pledges: We are Sandwell",
    head: str = "",
    policy: str | None = SOUND_POLICY,
    start: str = '<html lang="en-GB">',
    h1: str = "<h1>Our pledges</h1>",
) -> str:
    """A whole page around `body`, sound but for what the words given to it spoil."""
    meta = f'<meta http-equiv="Content-Security-Policy" content="{policy}">' if policy else ""
    return (
        f'<!doctype html>\n{start}<head><meta charset="utf-8">{meta}<title>{title}</title>{head}'
        f"</head><body><main>{h1}{body}</main><footer><h2>Talk to us</h2></footer></body></html>"
    )


def found(source: str, **others: str) -> list[tuple[str, str]]:
    """Rules and problems (or places) on one page, seen beside other pages."""
    pages = {"index.html": source, **{f"{name}.html": other for name, other in others.items()}}
    seen = prose.look(pages)["index.html"]
    return [(one.rule, one.facts.get("problem") or one.facts["places"]) for one in seen]


def test_our_own_site_has_none_of_these_faults(small_draft: Draft) -> None:
    """No false alarm on the small charter; every page of it was read."""
    root = small_draft.root
    names = {file.relative_to(root).as_posix() for file in root.rglob("*.html")}
    pages = {name: (root / name).read_text(encoding="utf-8") for name in names}

    seen = prose.look(pages)

    assert names == seen.keys()
    assert {} == {name: several for name, several in seen.items() if several}


def test_a_sound_page_is_left_alone() -> None:
    """The page that all others here are made from brings nothing out."""
    assert [] == found(page("<p>We will <a href='answer/'>answer within ten days</a>.</p>"))


# -- titles ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("title", "problem"),
    [
        ("", "There is none"),
        ("Untitled document", "It does not say what the page is about"),
        ("Page 4", "It does not say what the page is about"),
        ("charter-final.docx", "It does not say what the page is about"),
        ("–", "It does not say what the page is about"),
    ],
)
def test_titles_that_tell_nothing(title: str, problem: str) -> None:
    """None, a program's own name for a new page, a file's name, a dash."""
    assert [("WEB-025", problem)] == found(page(title=title))


@pytest.mark.parametrize("title", ["Contact: We are Sandwell", "Home", "Page not found"])
def test_titles_that_tell_enough(title: str) -> None:
    """Short titles can say what a page is about."""
    assert [] == found(page(title=title))


def test_two_pages_of_one_title() -> None:
    """Both pages are named; letters that are only larger make no other title."""
    other = page(title="our pledges: we are sandwell")

    assert [("WEB-025", "a.html has the same")] == found(page(), a=other)
    assert [("WEB-025", "a.html and 1 more have the same")] == found(page(), a=other, b=other)
    assert [] == found(page(), a=page(title="Contact: We are Sandwell"))


# -- links ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("link", "problem"),
    [
        ("<a href='a/'>Click here</a>", "It does not say where it leads"),
        ("<a href='a/'>here</a>", "It does not say where it leads"),
        ("<a href='a/'>Read more…</a>", "It does not say where it leads"),
        ("<a href='a/' aria-label='More'>All we did in 2025</a>", "It does not say where it leads"),
        ("<a href='a/'><img src='a.svg' alt='Read more'></a>", "It does not say where it leads"),
        ("<a href='a/'>¶</a>", "It is only a sign"),
        ("<a href='a/'>»</a>", "It is only a sign"),
        ("<a href='a/'>https://example.org/a</a>", "It is a web address"),
        ("<a href='a/'>www.example.org</a>", "It is a web address"),
        ("<a href='a/'>example.org/council/papers?id=4</a>", "It is a web address"),
        ("<a href='a.pdf'>minutes_2025-03.pdf</a>", "It is the name of a file"),
    ],
)
def test_links_that_tell_nothing(link: str, problem: str) -> None:
    """What somebody hears who goes from link to link, whatever it is made of."""
    assert [("WEB-026", problem)] == found(page(f"<p>{link}</p>"))


@pytest.mark.parametrize(
    "link",
    [
        "<a href='a/'>Read more about our pledges</a>",
        "<a href='a/'>more <span class='unseen'>about our pledges</span></a>",
        "<a href='a/' aria-labelledby='t'>more</a><b id='t'>Minutes of March</b>",
        "<a href='a/' aria-label='Minutes of March'>more</a>",
        "<a href='mailto:a@example.org'>a@example.org</a>",
        "<a href='tel:+44121'>0121 000 0000</a>",
        "<a href='https://www.gov.uk/'>gov.uk</a>",
        "<a href='a/'>sandwell.example.gov.uk/charter/who-we-are</a>",
        "<a href='a/'>Version 2.1 of 2025</a>",
        "<a href='a.pdf'>Minutes of March (PDF, 30 kB)</a>",
        "<a href='a/' aria-hidden='true' tabindex='-1'>»</a>",
        "<a id='here'>here</a>",
        "<template><a href='a/'>here</a></template>",
    ],
)
def test_links_that_tell_enough(link: str) -> None:
    """Names that go on, names for listeners only, addresses to write to, and what is no link."""
    assert [] == found(page(f"<p>{link}</p>"))


def test_one_name_for_two_places_is_asked_about() -> None:
    """In the main part; twice to the same place is no puzzle, and a list of pages has its own name."""
    two = '<p><a href="a/">Minutes</a> <a href="b/index.html">minutes</a></p>'

    assert [("WEB-027", "a/ and b/")] == found(page(two))
    assert [] == found(page(two.replace("b/index.html", "a/index.html")))
    assert [] == found(page(f"<nav aria-label='Contents'>{two}</nav>"))
    assert [] == found(page().replace("<footer>", f"<footer>{two}"))


# -- languages ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "problems"),
    [
        ("<p dir='auto'>ہم سنیں گے</p>", ["Arabic letters"]),
        ("<p lang='ur'>ہم سنیں گے</p>", ["right to left"]),
        ("<p>We say سلام to all.</p>", ["Arabic letters", "right to left"]),
        ("<p>ਅਸੀਂ ਸੁਣਾਂਗੇ</p>", ["Gurmukhi letters (Punjabi)"]),
        ("<p lang='hi'>ਅਸੀਂ ਸੁਣਾਂਗੇ</p>", ["Gurmukhi letters (Punjabi)"]),
        ("<p>আমরা শুনব</p>", ["Bengali letters"]),
        ("<p>Ми слухаємо</p>", ["Cyrillic letters"]),
        ("<p>我们会倾听</p>", ["Chinese or Japanese signs"]),
        ("<p><img src='a.svg' alt='Ми слухаємо'></p>", ["Cyrillic letters"]),
        ("<p>Będziemy słuchać tego, co mówią nam ludzie, i odpowiemy na to.</p>", ["not English"]),
        ("<p>Vom asculta ce ne spun oamenii și vom răspunde repede.</p>", ["not English"]),
        ("<p lang='en_GB'>We listen.</p>", ["no name of a language"]),
        ("<p lang='english'>We listen.</p>", ["no name of a language"]),
        ("<p lang='en-UK'>We listen.</p>", ["the United Kingdom is GB"]),
        ("<p lang='xx'>We listen.</p>", ["no name of a language"]),
    ],
)
def test_languages_that_are_not_said(words: str, problems: list[str]) -> None:
    """Other letters, other words, the wrong direction, and names that no program knows."""
    seen = found(page(words))

    assert ["WEB-028"] * len(problems) == [rule for rule, _ in seen]
    assert [] == [p for p, (_, said) in zip(problems, seen, strict=True) if p not in said]


@pytest.mark.parametrize(
    "words",
    [
        "<p lang='ur' dir='rtl'>ہم سنیں گے</p>",
        "<p lang='ur' dir='auto'>ہم سنیں گے</p>",
        "<p>We say <bdi lang='ar'>سلام</bdi> to all.</p>",
        "<p lang='pa'>ਅਸੀਂ ਸੁਣਾਂਗੇ</p>",
        "<p lang='pa-Arab' dir='rtl'>اسیں سناں گے</p>",
        "<p lang='pl'>Będziemy słuchać tego, co mówią nam ludzie, i odpowiemy na to.</p>",
        "<ul><li>Łukasz Żółkiewski</li><li>Agnieszka Wiśniewska-Dąbrowska, Oldbury</li></ul>",
        "<p>Café owners, a résumé, and a 5 μm gap; Ω is a sign.</p>",
        "<p>The word <i lang='cy'>croeso</i> is Welsh.</p>",
        "<p lang='zh-Hant-TW'>我們會傾聽</p>",
        "<p lang='x-ours'>We listen.</p>",
        "<p lang=''>Ми слухаємо</p>",
        "<p>Write to us at a.longish.address@sandwell.example.gov.uk or see www.example.org/a.</p>",
    ],
)
def test_languages_that_are_said(words: str) -> None:
    """Marked words, names from elsewhere, single signs, and words borrowed long ago."""
    assert [] == found(page(words))


def test_a_page_must_say_its_language() -> None:
    """Without it a voice reads it as it pleases."""
    seen = found(page(start="<html>"))

    assert [("WEB-028", "It does not say which language it is in")] == seen


@pytest.mark.parametrize(
    ("alt", "problem"),
    [
        ("meeting.jpg", "It is the name of a file"),
        ("IMG_2043", "It is the name of a file"),
        ("people-talking", "It is the name of a file"),
        ("Image of two people talking", "It starts by saying that it is a picture"),
        ("A photo showing two people", "It starts by saying that it is a picture"),
        ("picture", "It does not say what the picture shows"),
        ("***", "It does not say what the picture shows"),
    ],
)
def test_descriptions_that_tell_nothing(alt: str, problem: str) -> None:
    """What a program or somebody in a hurry puts there."""
    ((rule, said),) = found(page(f'<p><img src="a/people-talking.jpg" alt="{alt}"></p>'))

    assert "WEB-033" == rule
    assert said.startswith(problem)


@pytest.mark.parametrize("alt", ["", "Two people talk at a table", "Ladder", "The council's logo"])
def test_descriptions_that_tell_enough(alt: str) -> None:
    """Prose, one telling word, and a picture that is there for looks alone."""
    assert [] == found(page(f'<p><img src="a/ladder.svg" alt="{alt}"></p>'))


@pytest.mark.parametrize(
    ("h1", "body", "problems"),
    [
        ("", "<p>We listen.</p>", ["Its main part has no heading of the first level"]),
        (
            "<h1>One</h1>",
            "<h1>Two</h1>",
            ["It has more than one heading of the first level: “Two”"],
        ),
        ("<h1>One</h1>", "<h3>Two</h3>", ["“Two” is a heading of level 3 after one of level 1"]),
        ("<h1>One</h1>", "<h2> </h2>", ["A heading has no words"]),
        ("<h2>One</h2>", "<h1>Two</h1>", ["It starts with a heading of level 2: “One”"]),
        (
            "<h1>One</h1>",
            '<div role="heading" aria-level="4">Two</div>',
            ["“Two” is a heading of level 4 after one of level 1"],
        ),
    ],
)
def test_headings_out_of_order(h1: str, body: str, problems: list[str]) -> None:
    """None, two, a level left out, an empty one, one before the first, one made of something else."""
    assert [("WEB-034", problem) for problem in problems] == found(page(body, h1=h1))


@pytest.mark.parametrize(
    "body",
    [
        "<h2>a</h2><h3>b</h3><h4>c</h4><h2>d</h2>",
        "<h2 hidden></h2>",
        "<h2><img src='a.svg' alt='Who we are'></h2>",
        "<h4 role='presentation'>a</h4>",
    ],
)
def test_headings_in_order(body: str) -> None:
    """Down by one, up by any; hidden ones and those that are none don't count; a picture has words."""
    assert [] == found(page(body))


# -- who may run ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("policy", "problem"),
    [
        (None, "It has no policy that says where scripts may come from"),
        ("style-src 'self'", "Its policy says nothing of scripts, so any script may run"),
        ("script-src 'self' 'unsafe-inline'", "(unsafe-inline)"),
        ("script-src 'self' 'unsafe-eval'", "(unsafe-eval)"),
        ("default-src *", "anywhere (*)"),
        ("script-src https:", "anywhere (https:)"),
        ("script-src 'self' cdn.example.org", "another site (cdn.example.org)"),
        ("script-src-elem https://a.example; script-src 'self'", "another site (https://a.example)"),
    ],
)  # fmt: skip
def test_policies_that_let_too_much_in(policy: str | None, problem: str) -> None:
    """None at all, or one that would not stop somebody else's script."""
    ((rule, said),) = found(page(policy=policy))

    assert "WEB-031" == rule
    assert problem in said


@pytest.mark.parametrize(
    ("body", "problem"),
    [
        (f"<script>{INLINE}</script>", "a script that stands in the page (main > script)"),
        ("<p onclick='go()'>a</p>", "what should happen at onclick (main > p)"),
        ("<p><a href='javascript:go()'>Go on to the list</a></p>", "happen at href"),
        ("<p id='a' style='color: red'>a</p>", "a style that stands in the page (#a)"),
        ("<style>p { margin: 0 }</style>", "a style that stands in the page (main > style)"),
    ],
)
def test_what_a_policy_would_stop(body: str, problem: str) -> None:
    """A script, a handler or a style in the page itself never works under such a policy."""
    ((rule, said),) = found(page(body))

    assert "WEB-031" == rule
    assert problem in said


@pytest.mark.parametrize(
    ("policy", "body"),
    [
        (f"script-src 'sha256-{HASH}'", f"<script>{INLINE}</script>"),
        (f"script-src 'sha256-{HASH}' 'unsafe-inline'", f"<script>{INLINE}</script>"),
        ("script-src 'nonce-aB1'", f"<script nonce='aB1'>{INLINE}</script>"),
        (SOUND_POLICY, '<script type="application/json">{"a": 1}</script>'),
        ("script-src 'self'; style-src 'unsafe-inline'", "<p style='margin: 0'>a</p>"),
        ("SCRIPT-SRC 'SELF'; script-src *", ""),
        ("script-src 'self' file:", ""),
        ("script-src 'nonce-a' 'strict-dynamic' https: http:", ""),
    ],
)
def test_policies_that_hold(policy: str, body: str) -> None:
    """A script that is named by its hash, data that is no script, and the first of two lines."""
    assert [] == found(page(body, policy=policy))


def test_a_policy_must_stand_first() -> None:
    """What stands before it in the page is not bound by it; in the body it counts for nothing."""
    meta = f'<meta http-equiv="Content-Security-Policy" content="{SOUND_POLICY}">'
    link = '<link rel="stylesheet" href="a.css">'
    late = "Its policy stands after a script, style or link, which it can’t bind"
    low = "Its policy stands in the body of the page, where browsers pass it over"

    assert [("WEB-031", late)] == found(page(policy=None, head=link + meta))
    assert [] == found(page(policy=None, head=meta + link))
    assert [("WEB-031", low)] == found(page(meta, policy=None))


def test_two_policies_can_only_forbid_more() -> None:
    """What one of them stops is stopped, so a lax one beside a strict one does no harm."""
    lax = "<meta http-equiv='content-security-policy' content=\"script-src * 'unsafe-inline'\">"

    assert [] == found(page(head=lax))


# -- whatever a file holds --------------------------------------------------------------------------


@pytest.mark.parametrize("source", ["", "\0", "<", "<!-- -->", "<?xml version='1.0' encoding='x'?>", "%PDF-1.7"])  # fmt: skip
def test_files_that_are_no_pages_are_read_all_the_same(source: str) -> None:
    """An empty file has neither title nor heading, and it says so."""
    rules = {rule for rule, _ in found(source)}

    assert {"WEB-025", "WEB-028", "WEB-031", "WEB-034"} == rules


def test_a_page_may_leave_out_its_head_and_body() -> None:
    """HTML needs neither tag, and the page is read all the same."""
    source = (
        "<!doctype html><html lang=en><title>Our pledges</title><main><h1>Our pledges</h1>"
        "<p><a href=a/>here</a></p><h4>Next</h4><p>سلام</p></main>"
    )
    wanted = ["WEB-026", "WEB-034", "WEB-028", "WEB-028", "WEB-031"]

    assert wanted == [rule for rule, _ in found(source)]


def test_a_page_that_can_not_be_read_to_its_end_is_no_pass() -> None:
    """The parser stops at 2,048 levels, and says so in a place where nobody would look."""
    with pytest.raises(ProgramNonsense, match="too many parts inside each other"):
        found(page("<div>" * 3000 + "<a href='a/'>here</a>"))


@given(st.text(alphabet="<>/=\"' abhr1imgltn!-;&#é\u0633\ud800", max_size=80))
def test_no_page_breaks_the_reader(source: str) -> None:
    """Whatever stands in a file, an answer comes back."""
    assert {"index.html"} == prose.look({"index.html": page(source)}).keys()


def test_the_place_is_named_as_developers_write_it() -> None:
    """From the nearest name, or else from the main part."""
    body = "<div id='a'><p>a</p><p><a href='b/'>here</a></p></div><p><a href='b/'>here</a></p>"
    seen = prose.look({"index.html": page(body)})["index.html"]

    assert ["#a > p:nth-of-type(2) > a", "main > p > a"] == [one.selector for one in seen]
