"""The site in a browser: from a file and from a server, by keyboard, in every state of a link."""

from __future__ import annotations

import contextlib
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from coloraide import Color
from harness import ROOT
from playwright.sync_api import Browser, Page

from charter.contracts import Draft

pytestmark = pytest.mark.slow
LISTEN = """
window.stopped = [];
document.addEventListener("securitypolicyviolation",
    event => window.stopped.push(`${event.violatedDirective} ${event.blockedURI}`));
"""
FOCUSED = "document.activeElement.id || document.activeElement.textContent.trim()"
STATES = {"at rest": [], "hover": ["hover"], "focus": ["focus", "focus-visible"], "pressed": ["active", "hover", "focus"]}  # fmt: skip
# Colours as the browser has them, of each piece of words in a link or button and of its ground.
COLOURS = """() => {
  const ground = element => {
    for (let e = element; e; e = e.parentElement) {
      const colour = getComputedStyle(e).backgroundColor;
      if (colour !== "rgba(0, 0, 0, 0)") return colour;
    }
    return "rgb(255, 255, 255)";
  };
  const found = [];
  for (const one of document.querySelectorAll("a[href], button, summary, input")) {
    if (!one.checkVisibility()) continue;
    for (const part of [one, ...one.querySelectorAll("*")]) {
      if (![...part.childNodes].some(n => n.nodeType === 3 && n.data.trim())) continue;
      found.push([part.textContent.trim(), getComputedStyle(part).color, ground(part)]);
    }
  }
  return found;
}"""
RINGS = """() => [...document.querySelectorAll("a[href], button, summary, input")]
  .filter(one => one.checkVisibility())
  .map(one => {
    const style = getComputedStyle(one);
    let e = one.parentElement;
    while (e && getComputedStyle(e).backgroundColor === "rgba(0, 0, 0, 0)") e = e.parentElement;
    return [one.textContent.trim(), style.outlineStyle, style.outlineColor,
      style.boxShadow.match(/rgba?\\([^)]*\\)/)[0],
      e ? getComputedStyle(e).backgroundColor : "rgb(255, 255, 255)"];
  })"""


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page without motion, so that no colour is seen half-way."""
    context = browser.new_context(reduced_motion="reduce")
    yield context.new_page()
    context.close()


def pages(draft: Draft) -> tuple[str, str, str]:
    """Home, a pledge, and the page with most in it."""
    first = draft.charter.pledges[0].id
    return "index.html", f"pledges/{first}/index.html", "large-print/index.html"


@pytest.mark.parametrize("way", ["file", "server"])
def test_nothing_is_stopped_and_the_console_is_clean(
    way: str, small_draft: Draft, server: str, page: Page
) -> None:
    """The policy lets in all that the pages need, also from a file; styles, font and script work."""
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on("requestfailed", lambda request: said.append(request.url))
    page.add_init_script(LISTEN)
    start = f"{small_draft.root.as_uri()}/" if way == "file" else server

    for name in pages(small_draft):
        page.goto(start + name, wait_until="networkidle")
        page.evaluate("document.fonts.ready")

        assert [] == page.evaluate("window.stopped")
        assert "js" == page.evaluate("document.documentElement.className")
        assert page.evaluate("[...document.fonts].some(font => font.status === 'loaded')")
        main = bytes.fromhex(small_draft.charter.design.main[1:])
        assert f"rgb({main[0]}, {main[1]}, {main[2]})" == page.evaluate(
            "getComputedStyle(document.querySelector('.top')).backgroundColor"
        )
        assert page.evaluate("[...document.images].every(one => !one.complete || one.naturalWidth)")
    assert [] == said


def test_a_script_from_elsewhere_is_stopped(server: str, page: Page) -> None:
    """The policy is no ornament: what it does not name can't run."""
    page.add_init_script(LISTEN)
    page.goto(server)
    page.evaluate("document.body.append(Object.assign(document.createElement('script'), {text: 'window.ran = 1'}))")  # fmt: skip
    page.evaluate("document.body.setAttribute('onclick', 'window.ran = 1'); document.body.click()")

    assert page.evaluate("window.ran === undefined")
    assert ["script-src-elem inline", "script-src-attr inline"] == page.evaluate("window.stopped")


def test_search_works_by_keyboard_and_says_what_it_found(server: str, page: Page) -> None:
    """Opened, asked, read and left without a mouse; the focus comes back to where it was."""
    page.goto(server)
    page.focus("#search-open")
    page.keyboard.press("Enter")
    assert "search-words" == page.evaluate(FOCUSED)

    page.keyboard.type("who")
    page.keyboard.press("Enter")
    page.wait_for_selector("#search-found a")
    assert page.text_content("#search-said[role=status]").endswith("found.")  # type: ignore[union-attr]  # it is there, or the test fails

    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('#search-found') !== null")

    page.focus("#search-words")
    page.keyboard.press("Escape")
    assert not page.is_visible("#search")
    assert "search-open" == page.evaluate(FOCUSED)


def test_a_result_leads_to_its_page(server: str, page: Page) -> None:
    """Enter on a result goes there, wherever the search was opened."""
    page.goto(f"{server}pledges/")
    page.click("#search-open")
    page.fill("#search-words", "friends")
    page.wait_for_selector("#search-found a")
    result = page.locator("#search-found a").first
    address, title = result.evaluate("link => [link.href, link.textContent]")
    assert address.startswith(server)
    result.press("Enter")
    page.wait_for_url(address)

    assert title in page.inner_text("main")


def test_search_says_when_nothing_is_found(server: str, page: Page) -> None:
    """People learn that nothing was found, and what else to do."""
    page.goto(server)
    page.click("#search-open")
    page.keyboard.type("xylophone")
    page.wait_for_selector("#search-said:not(:empty)")

    assert "Nothing found. Try another word, or phone us." == page.text_content("#search-said")


def test_a_copy_on_a_computer_says_what_it_cannot_do(small_draft: Draft, page: Page) -> None:
    """From a file no browser lets us search: it is said in words, and links lead to pages."""
    page.goto(f"{small_draft.root.as_uri()}/index.html")
    page.click("#search-open")
    page.keyboard.type("who")
    page.keyboard.press("Enter")

    said = page.text_content("#search-said") or ""
    assert said.startswith("Search only works on the website")
    page.keyboard.press("Escape")
    page.click(".foot-pages > summary")
    page.click(".foot-pages a[href$='easy-read/index.html']")
    assert page.url.endswith("/easy-read/index.html")
    assert "Easy Read" == page.text_content("h1")


def test_a_choice_of_colours_is_there_before_anything_is_drawn(server: str, page: Page) -> None:
    """The script that sets it runs before the page has a body, so that nothing flashes."""
    page.goto(server)
    page.click("#theme")
    page.add_init_script(
        "new MutationObserver(() => { if (document.body) window.early ??= document.documentElement.dataset.theme })"
        ".observe(document, {childList: true, subtree: true})"
    )  # fmt: skip
    page.goto(f"{server}easy-read/")

    assert "dark" == page.evaluate("window.early")
    assert "true" == page.get_attribute("#theme", "aria-pressed")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_words_and_focus_are_seen_in_every_state(
    scheme: str, small_draft: Draft, server: str, browser: Browser
) -> None:
    """Words of links and buttons have 7:1 at rest, under the mouse, focused and pressed.

    One of the focus ring's two lines has 3:1 against its ground, and the two against each other.
    """
    context = browser.new_context(color_scheme=scheme, reduced_motion="reduce")  # type: ignore[arg-type]  # a case's word
    page = context.new_page()
    tools = context.new_cdp_session(page)
    faint: set[tuple[str, ...]] = set()
    for name in pages(small_draft):
        page.goto(server + name)
        page.evaluate("document.querySelectorAll('details').forEach((one) => (one.open = true))")
        tools.send("DOM.enable")
        tools.send("CSS.enable")
        root = tools.send("DOM.getDocument")["root"]["nodeId"]
        asked = {"nodeId": root, "selector": "a, button, summary, input"}
        nodes = tools.send("DOM.querySelectorAll", asked)["nodeIds"]
        for state, classes in STATES.items():
            for node in nodes:
                forced = {"nodeId": node, "forcedPseudoClasses": classes}
                tools.send("CSS.forcePseudoState", forced)
            found = page.evaluate(COLOURS)
            assert len(found) > 20
            faint |= {(state, *one) for one in found if contrast(one[1], one[2]) < 7}
            if state == "focus":
                for words, line, inner, outer, ground in page.evaluate(RINGS):
                    seen = max(contrast(inner, ground), contrast(outer, ground))
                    if line != "solid" or seen < 3 or contrast(inner, outer) < 3:
                        faint.add((state, words, inner, outer, ground))
    context.close()

    assert set() == faint


def contrast(one: str, other: str) -> float:
    """How much two colours stand out from each other, by WCAG 2."""
    return Color(one).contrast(other, method="wcag21")


def test_every_file_that_a_page_needs_is_there_below_any_path(small_draft: Draft) -> None:
    """The first script stands in the head, before the styles, as a file of its own."""
    home = (small_draft.root / "index.html").read_text(encoding="utf-8")

    assert home.index("Content-Security-Policy") < home.index('<script src="assets/first.js">')
    assert home.index("assets/first.js") < home.index('rel="stylesheet"')
    assert Path(small_draft.root, "assets/first.js").is_file()


PREVIEW = """
import sys
from pathlib import Path
from charter import preview
preview.PORT, source, folder = int(sys.argv[1]), Path(sys.argv[2]), Path(sys.argv[3])
preview.serve(source, folder, lambda out: (out / "index.html").write_text((source / "page.html").read_text()))
"""  # fmt: skip


def wait_for(port: int) -> None:
    """Wait until somebody answers at `port` on this computer, for a minute at most."""
    end = time.monotonic() + 60
    while time.monotonic() < end:
        with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), 1):
            return
        time.sleep(0.05)
    pytest.fail(f"nobody answers at port {port}")


def test_the_preview_may_load_itself_again(small_draft: Draft, tmp_path: Path, page: Page) -> None:
    """The page's own policy doesn't stop the preview from showing what was just saved."""
    source, folder = tmp_path / "content", tmp_path / "site"
    source.mkdir()
    folder.mkdir()
    home = (small_draft.root / "index.html").read_text(encoding="utf-8")
    (source / "page.html").write_text(home, encoding="utf-8")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    words = [sys.executable, "-c", PREVIEW, str(port), str(source), str(folder)]
    with subprocess.Popen(words, cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
        try:
            assert process.stdout
            assert "Press Ctrl-C" in process.stdout.readline()
            wait_for(port)  # it says so a moment before it listens
            page.goto(f"http://127.0.0.1:{port}/", wait_until="domcontentloaded")
            changed = home.replace("<main", '<p id="saved">Saved</p><main')
            (source / "page.html").write_text(changed, encoding="utf-8")

            assert "Saved" == page.text_content("#saved")
        finally:
            process.kill()
