"""Read aloud: what the browser's voice is given, what is marked meanwhile, and when it is silent.

The voice is ours: it notes what it is told, and ends a sentence when the test says so.
"""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from coloraide import Color
from harness import ROOT
from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.slow
AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"
VOICE = """
window.voice = { said: [], now: null, cancelled: 0, listeners: [], all: %s,
  end() { const one = this.now; this.now = null; one.onend?.({}); },
  fail(error) { const one = this.now; this.now = null; one.onerror?.({ error }); } };
window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
Object.defineProperty(window, "speechSynthesis", { value: {
  get speaking() { return window.voice.now !== null; },
  get pending() { return false; },
  getVoices: () => window.voice.all,
  addEventListener: (_, heard) => window.voice.listeners.push(heard),
  speak(one) {
    window.voice.now = one;
    window.voice.said.push([one.text, one.voice?.name ?? "", one.lang, one.rate]);
    if (!window.voice.mute) one.onstart?.({});
  },
  cancel() {
    window.voice.cancelled += 1;
    window.voice.fail("canceled");
  },
} });
"""
VOICES = """[
  { name: "Anna", lang: "de-DE", localService: true },
  { name: "Sam", lang: "en-US", localService: true },
  { name: "Cloud", lang: "en-GB", localService: false },
  { name: "Kate", lang: "en_GB", localService: true }]"""
LINES = """() => [...document.querySelectorAll(".easy h2, .easy-words p")]
  .filter(one => !one.closest("nav"))
  .map(one => one.innerText.replace(/\\s+/g, " ").trim())"""
MARKED = "[...document.querySelectorAll('.aloud-now')].map(one => one.innerText.trim())"
SAID = "window.voice.said.map(one => one[0])"


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page with our voice and without motion."""
    context = browser.new_context(reduced_motion="reduce", viewport={"width": 1280, "height": 800})
    context.add_init_script(VOICE % VOICES)
    yield context.new_page()
    context.close()


@pytest.fixture
def easy(page: Page, server: str) -> Page:
    """The Easy Read page, with our voice."""
    page.goto(f"{server}easy-read/")
    return page


def press(page: Page, name: str) -> None:
    """Press the button whose name starts so, also one that says it can do no more."""
    page.get_by_role("button", name=name).first.click(force=True)


def ended(page: Page, times: int = 1) -> None:
    """Let the voice come to the end of its sentence."""
    for _ in range(times):
        page.evaluate("window.voice.end()")


def test_it_reads_each_sentence_once_in_order_and_marks_it(easy: Page) -> None:
    """Every heading and sentence is one utterance; the one that is heard, and no other, is marked."""
    lines = easy.evaluate(LINES)
    press(easy, "Read aloud")

    for number, line in enumerate(lines):
        assert number + 1 == len(easy.evaluate(SAID))
        assert [line] == [" ".join(one.split()) for one in easy.evaluate(MARKED)]
        assert easy.evaluate(
            "(one => one.top >= 0 && one.bottom <= innerHeight)"
            "(document.querySelector('.aloud-now').getBoundingClientRect())"
        )
        ended(easy)

    assert len(lines) == len(easy.evaluate(SAID))
    assert [] == easy.evaluate(MARKED)
    assert "That is the end." == easy.locator(".aloud [role=status]").inner_text()


def test_the_words_are_those_on_the_page(easy: Page) -> None:
    """What is said is what is written, but for a phone number, said digit by digit."""
    lines = easy.evaluate(LINES)
    press(easy, "Read aloud")
    ended(easy, len(lines) - 1)
    said = easy.evaluate(SAID)

    assert "Pledge 1. We will hear you" in said
    assert "0 1 6 3 2, 9 6 0 1 2 3" in said
    plain = [line for line in lines if not any(c.isdigit() for c in line)]
    assert plain == [line for line in said if not any(c.isdigit() for c in line)]


def test_it_takes_a_british_voice_of_the_computer(easy: Page) -> None:
    """A voice of the page's own language that needs no internet, at a calm pace."""
    press(easy, "Read aloud")

    assert [["Kate", "en_GB", 0.9]] == [one[1:] for one in easy.evaluate("window.voice.said")]


def test_pause_go_on_and_stop(easy: Page) -> None:
    """Pause is silent and keeps its place; going on says that sentence again; stop forgets it."""
    press(easy, "Read aloud")
    ended(easy)
    press(easy, "Pause")
    paused = easy.evaluate(MARKED)

    assert easy.evaluate("window.voice.now") is None
    assert "Paused." == easy.locator(".aloud [role=status]").inner_text()

    press(easy, "Go on")

    said = easy.evaluate(SAID)
    assert 3 == len(said)
    assert said[1] == said[2]
    assert paused == easy.evaluate(MARKED)
    assert "" == easy.locator(".aloud [role=status]").inner_text()

    press(easy, "Stop")

    assert easy.evaluate("window.voice.now") is None
    assert [] == easy.evaluate(MARKED)
    assert easy.get_by_role("button", name="Next").count() == 0


def test_next_and_back_move_by_one_sentence(easy: Page) -> None:
    """Next and back say the neighbouring sentence at once, and stay within the page."""
    lines = easy.evaluate(LINES)
    press(easy, "Read aloud")
    for name in ("Next", "Next", "Back", "Back", "Back"):
        press(easy, name)

    order = [easy.evaluate(SAID).index(one) for one in easy.evaluate(SAID)]
    assert [0, 1, 2, 1, 0, 0] == order

    press(easy, "Pause")
    press(easy, "Next")

    assert [lines[1]] == easy.evaluate(MARKED)
    assert 6 == len(easy.evaluate(SAID))


def test_three_speeds(easy: Page) -> None:
    """Slower and faster say the sentence again at the new speed, and end at three speeds."""
    press(easy, "Read aloud")
    for name in ("Slower", "Slower", "Faster", "Faster", "Faster"):
        press(easy, name)

    assert [0.9, 0.65, 0.9, 1.2] == [one[3] for one in easy.evaluate("window.voice.said")]
    assert 1 == len(set(easy.evaluate(SAID)))
    assert "Speed: fast" == easy.locator(".aloud-speed").inner_text()
    assert "true" == easy.get_by_role("button", name="Faster").get_attribute("aria-disabled")


def test_one_part_is_read_alone(easy: Page) -> None:
    """A part's own button reads from its heading to its last sentence, and then it is silent."""
    easy.get_by_role("button", name="Read this part Pledge 2. We will").click()
    assert easy.get_by_role("button", name="Stop reading Pledge 2. We will").is_visible()
    ended(easy, 3)

    assert easy.evaluate(SAID) == [
        "Pledge 2. We will show you the money",
        "We will show you what we spend.",
        "We will do this 4 times a year.",
    ]
    assert [] == easy.evaluate(MARKED)


def test_the_last_part_and_what_lies_beyond_a_part(easy: Page) -> None:
    """The last part's button stops it, too; going on beyond a part reads to the end of the page."""
    easy.get_by_role("button", name="Read this part Hard words").click()
    easy.get_by_role("button", name="Stop reading Hard words").click()
    assert easy.evaluate("window.voice.now") is None

    easy.get_by_role("button", name="Read this part Pledge 2.").click()
    press(easy, "Back")
    assert 0 == easy.get_by_role("button", name="Stop reading").count()
    ended(easy, 4)

    assert "Pledge 3. We will reply to you" == easy.evaluate(SAID)[-1]


def test_it_is_silent_when_the_page_is_left(easy: Page) -> None:
    """A voice that goes on over another page would be a fright."""
    press(easy, "Read aloud")
    easy.evaluate("addEventListener('pagehide', () => localStorage.heard = window.voice.now)")
    easy.goto(easy.url.replace("easy-read/", ""))

    assert "null" == easy.evaluate("localStorage.heard")


def test_keys_alone_do(easy: Page) -> None:
    """Enter starts and pauses on the same button, which keeps the focus; Escape stops."""
    easy.get_by_role("button", name="Read aloud").focus()
    for key, said in (("Enter", 1), ("Enter", 1), ("Space", 2)):
        easy.keyboard.press(key)
        assert said == len(easy.evaluate(SAID))
        assert "aloud-main" == easy.evaluate("document.activeElement.className")

    seen = []
    for _ in range(5):
        easy.keyboard.press("Tab")
        seen.append(easy.evaluate("document.activeElement.innerText.trim()"))
    assert ["Stop", "Back", "Next", "Slower", "Faster"] == seen

    easy.keyboard.press("Escape")

    assert [] == easy.evaluate(MARKED)


@pytest.mark.parametrize("error", ["synthesis-failed", "network", "not-allowed"])
def test_a_voice_that_fails_is_said_in_words(error: str, easy: Page) -> None:
    """Where the voice breaks, the page says so and what to do."""
    press(easy, "Read aloud")
    easy.evaluate(f"window.voice.fail({error!r})")

    assert "can’t read this aloud" in easy.locator(".aloud [role=status]").inner_text()
    assert [] == easy.evaluate(MARKED)


def test_a_voice_that_never_starts_is_said_in_words(easy: Page) -> None:
    """Some computers have voices that say nothing: after five seconds the page says so."""
    easy.clock.install()
    easy.reload()
    easy.evaluate("window.voice.mute = true")
    press(easy, "Read aloud")
    easy.clock.run_for(5001)

    assert "can’t read this aloud" in easy.locator(".aloud [role=status]").inner_text()


@pytest.mark.parametrize(
    "prepare",
    [
        "delete window.speechSynthesis; Object.defineProperty(window, 'speechSynthesis', {})",
        VOICE % "[]",
        VOICE % '[{ name: "Anna", lang: "de-DE" }]',
    ],
    ids=["no speech", "no voice", "no voice of the language"],
)
def test_without_a_voice_there_are_no_buttons(prepare: str, browser: Browser, server: str) -> None:
    """No button that could not keep its word; the page is whole."""
    context = browser.new_context()
    context.add_init_script(prepare)
    page = context.new_page()
    wrong: list[str] = []
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.goto(f"{server}easy-read/")

    assert 0 == page.locator(".aloud, .aloud-part:visible").count()
    assert "We will ask each home." in page.evaluate(LINES)
    assert [] == wrong
    context.close()


def test_voices_that_come_late_bring_the_buttons(browser: Browser, server: str) -> None:
    """Many browsers fetch their voices after the page."""
    context = browser.new_context()
    context.add_init_script(VOICE % "[]")
    page = context.new_page()
    page.goto(f"{server}easy-read/")
    assert 0 == page.locator(".aloud").count()
    page.evaluate(f"window.voice.all = {VOICES}; window.voice.listeners.forEach(one => one())")

    assert page.get_by_role("button", name="Read aloud").is_visible()
    assert 1 == page.locator(".aloud").count()
    context.close()


def test_a_pledge_can_be_read_aloud_too(page: Page, server: str) -> None:
    """The Easy Read part of a pledge's page has the button, and nothing else of it is read."""
    page.goto(f"{server}pledges/hear/")
    lines = page.evaluate(LINES)
    press(page, "Read aloud")
    ended(page, len(lines))

    assert len(lines) == len(page.evaluate(SAID))
    assert "We will ask you before we change something." in page.evaluate(SAID)


def test_other_pages_have_no_button(page: Page, server: str) -> None:
    """Where there is no Easy Read, nothing is offered."""
    page.goto(server)

    assert 0 == page.locator(".aloud").count()


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_sentence_stands_out_without_its_colour(theme: str, easy: Page) -> None:
    """7 to 1 on its ground, a bar and a line besides; each button is as large as a finger."""
    easy.emulate_media(color_scheme=theme)  # type: ignore[arg-type]  # one of the two it knows
    lines = easy.evaluate(LINES)
    press(easy, "Read aloud")
    for _ in lines:
        ink, ground, line, bar = easy.evaluate(
            "(one => [one.color, one.backgroundColor, one.textDecorationLine, one.boxShadow])"
            "(getComputedStyle(document.querySelector('.aloud-now')))"
        )
        assert Color(ink).contrast(Color(ground), method="wcag21") >= 7
        assert "underline" == line
        assert "none" != bar
        ended(easy)

    press(easy, "Read aloud")
    sizes = easy.evaluate(
        "[...document.querySelectorAll('.aloud button, .aloud-part')]"
        ".map(one => one.getBoundingClientRect()).map(one => Math.min(one.width, one.height))"
    )
    assert min(sizes) >= 44


@pytest.mark.parametrize("width", [320, 1280])
def test_the_buttons_pass_the_checker(width: int, easy: Page) -> None:
    """Axe finds nothing while a sentence is read, and nothing makes the page wider."""
    easy.set_viewport_size({"width": width, "height": 700})
    press(easy, "Read aloud")
    easy.evaluate(AXE.read_text(encoding="utf-8"))
    found = easy.evaluate(
        "axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag2aaa', 'wcag21aa', 'wcag22aa'] })"
        ".then(told => told.violations.map(one => [one.id, one.nodes.map(n => n.html)]))"
    )

    assert [] == found
    assert easy.evaluate("document.documentElement.scrollWidth <= innerWidth")
