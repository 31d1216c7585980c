"""The council's colours: words and signs stand out in them, on every kind of screen, paper and eye.

Contrast is WCAG 2.2's; grey is what a printer with black ink makes of a colour; the three kinds of
colour blindness are simulated with coloraide (Brettel 1997 for tritan, Viénot 1999 for the others).
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache, partial
from typing import Any

from coloraide import Color

from charter import design
from charter.contracts import Draft, Stage
from charter.design import Colours
from charter.findings import Finding, Outcome, Rule, Severity, rules
from charter.model import Design

TITLE = "Colours"
STAGE = Stage.CONTENT
RULES = rules(
    Rule(
        "DESIGN-004",
        Severity.ERROR,
        "The colour “{value}” ({colour}) makes {what} hard to read: {ratio} to 1. "
        "It must be {least} to 1 or more.{more}",
        "{advice}",
        "People with low vision, and everybody in the sun, lose words that hardly stand out.",
    ),
    Rule(
        "DESIGN-005",
        Severity.ERROR,
        "The colour “{value}” ({colour}) makes {what} hard to see: {ratio} to 1. "
        "It must be {least} to 1 or more.{more}",
        "{advice}",
        "A sign that can't be seen tells nobody where to press or where they are.",
    ),
    Rule(
        "DESIGN-006",
        Severity.ERROR,
        "Printed in black, the colour “{value}” ({colour}) makes {what} hard to tell from what is "
        "behind: {ratio} to 1. It must be {least} to 1 or more.{more}",
        "{advice}",
        "Most people print on a printer that has black ink only.",
    ),
    Rule(
        "DESIGN-007",
        Severity.ERROR,
        "For people who are colour-blind ({kind}) the colour “{value}” ({colour}) makes {what} "
        "hard to tell from what is behind: {ratio} to 1. It must be {least} to 1 or more.{more}",
        "{advice}",
        "One man in twelve, and one woman in two hundred, sees some colours as the same.",
    ),
    Rule(
        "DESIGN-008",
        Severity.ERROR,
        "{seen} the colour “{value}” ({colour}) makes {what} look the same.{more}",
        "{advice}",
        "Nobody should have to guess which page they are on.",
    ),
)

TEXT, SIGN, SEEN = 7.0, 3.0, 4.5
"""To 1: words (WCAG 1.4.6), signs (1.4.11), and words where the colours are lost (1.4.3)."""
APART = 5.0
"""Twice the least difference of two colours that people notice (CIEDE2000)."""

KINDS = {
    "protan": "they see no red",
    "deutan": "they see no green",
    "tritan": "they see no blue",
}
MODES: Mapping[str, Callable[[Design], Colours]] = {"light": design.light, "dark": design.dark}
_STEPS = 100  # of lightness, from black to white


@dataclass(frozen=True, slots=True)
class Pair:
    """One colour on another, or beside it: what they are to a reader, and the least they need."""

    front: str
    ground: str
    what: str
    least: float = TEXT

    @property
    def name(self) -> str:
        """The two colours, as evidence."""
        return f"{self.front} on {self.ground}"


_PAPERS = ("paper", "main-tint", "link-tint", "mark-tint")
_BANDS = ("main", "deep")
PAIRS = (
    *(Pair("ink", ground, "the words") for ground in _PAPERS),
    *(Pair("ink-soft", ground, "the small words") for ground in _PAPERS),
    *(Pair("title", ground, "the titles") for ground in _PAPERS),
    *(Pair("link", ground, "the links") for ground in _PAPERS),
    *(Pair("mark-text", ground, "the names of the pledges") for ground in ("paper", "mark-tint")),
    *(Pair("on-main", ground, "white words on the bands") for ground in _BANDS),
    *(Pair("on-main-soft", ground, "small words on the bands") for ground in _BANDS),
    *(Pair("bright", ground, "bright titles on the bands") for ground in _BANDS),
    Pair("main", "bright", "the promise on its bright band"),
    Pair("on-bright", "bright", "the words on buttons"),
    Pair("on-notice", "notice", "the notices"),
    *(Pair("mark", ground, "the bars beside cards", SIGN) for ground in ("paper", "mark-tint")),
    Pair("main-bar", "main-tint", "the bars beside cards", SIGN),
    Pair("line", "paper", "the lines round boxes", SIGN),
    Pair("ring", "bright", "the ring round what is chosen", SIGN),
)
TOLD_APART = (
    Pair("bright", "on-main", "the page you are on and the other pages in the menu", APART),
    Pair("mark", "line-soft", "the page you are on and the other pages in the list", APART),
)


@dataclass(frozen=True, slots=True)
class Look:
    """One way in which readers see the colours of a mode: as they are, in grey, or colour-blind."""

    mode: str
    eye: str = ""  # "", "grey" or one of KINDS

    def pairs(self) -> Iterator[Pair]:
        """What to measure in it."""
        for pair in PAIRS:
            yield replace(pair, least=min(pair.least, SEEN)) if self.eye else pair
        if self.eye:
            yield from TOLD_APART

    def measure(self, chosen: Design, pair: Pair) -> float:
        """The contrast of a pair, 1 to 21; for two that stand side by side their difference."""
        colours = MODES[self.mode](chosen)
        front, ground = (_seen(colours[name], self.eye) for name in (pair.front, pair.ground))
        if pair in TOLD_APART:
            return float(front.delta_e(ground, method="2000"))
        return float(front.contrast(ground, method="wcag21"))


LOOKS = tuple(Look(mode, eye) for mode in MODES for eye in ("", "grey", *KINDS))


def run(draft: Draft) -> Outcome:
    """Measure each pair of colours as each kind of reader sees them."""
    chosen = draft.charter.design
    expected = frozenset(f"{look} {pair.name}" for look in LOOKS for pair in look.pairs())
    examined: set[str] = set()
    weak: list[Weak] = []
    for look in LOOKS:
        for pair in look.pairs():
            found = look.measure(chosen, pair)
            examined.add(f"{look} {pair.name}")
            if found < pair.least:
                weak.append(Weak(look, pair, found))
    return Outcome(tuple(_findings(weak, chosen)), expected, frozenset(examined))


@lru_cache(maxsize=1 << 12)
def _seen(colour: str, eye: str) -> Color:
    """A colour as this eye sees it."""
    seen = Color(colour)
    if eye == "grey":  # ITU-R BT.601, as Pillow and PDFium do
        shade = sum(w * part for w, part in zip((0.299, 0.587, 0.114), seen.coords(), strict=True))
        return Color("srgb", [shade] * 3)
    return seen.filter(eye).clip() if eye else seen


@dataclass(frozen=True, slots=True)
class Weak:
    """A pair that is too weak in a look."""

    look: Look
    pair: Pair
    found: float

    @property
    def code(self) -> str:
        """The rule that it breaks."""
        if self.pair in TOLD_APART:
            return "DESIGN-008"
        if self.look.eye:
            return "DESIGN-006" if self.look.eye == "grey" else "DESIGN-007"
        return "DESIGN-004" if self.pair.least == TEXT else "DESIGN-005"


def _findings(weak: Iterable[Weak], chosen: Design) -> Iterator[Finding]:
    """One finding a rule and value, about the worst pair."""
    groups: dict[tuple[str, str], list[Weak]] = {}
    better = lru_cache(partial(_better, chosen))
    for one in weak:
        value = min(_values(one.look, one.pair), key=lambda name: better(name)[0])
        groups.setdefault((one.code, value), []).append(one)
    # Where a colour is too weak as it is, that it is weak in grey as well says nothing new.
    plain = {value for code, value in groups if code in {"DESIGN-004", "DESIGN-005"}}
    for (code, value), several in groups.items():
        if value in plain and code in {"DESIGN-006", "DESIGN-007"}:
            continue
        yield _finding(code, value, several, chosen, better(value)[1])


def _finding(code: str, value: str, several: list[Weak], chosen: Design, better: str) -> Finding:
    worst = min(several, key=lambda one: one.found / one.pair.least)
    others = {one.pair.what for one in several} - {worst.pair.what}
    eye = worst.look.eye
    where = "content/design.toml" if chosen.place.file == design.LANGUAGE else chosen.place.file
    return RULES[code].at(
        design.where(chosen.place.file, value),
        value=value,
        colour=getattr(chosen, value),
        what=worst.pair.what,
        ratio=f"{math.floor(worst.found * 10) / 10:g}",
        least=f"{worst.pair.least:g}",
        kind=KINDS.get(eye, ""),
        seen=f"For people who are colour-blind ({KINDS[eye]}),"
        if eye in KINDS
        else "Printed in black,",
        more=f" So it does with: {', '.join(sorted(others))}." if others else "",
        advice=f'In {where} write {value} = "{better}", or another colour like it.'
        if better
        else f"Choose other colours in {where}. Begin with one of formats/designs/.",
    )


def _values(look: Look, pair: Pair) -> tuple[str, ...]:
    """The council's values that a pair stands or falls with."""
    language = design.language()
    recipes = {**language["light"], **(language["dark"] if look.mode == "dark" else {})}

    def source(name: str) -> str:
        recipe = recipes.get(name, name)
        if isinstance(recipe, Mapping):  # its lightness is fixed: the council only gives the hue
            return ""
        return name if recipe == name else source(str(recipe))

    found = [source(name) for name in (pair.front, pair.ground)]
    return tuple(name for name in found if name in language["council"])


def _better(chosen: Design, value: str) -> tuple[float, str]:
    """How far the nearest lightness is at which `value` breaks no rule, and that colour.

    Infinity and "" where there is none.
    """
    now = Color(getattr(chosen, value)).convert("oklch")
    for step in sorted(range(_STEPS + 1), key=lambda step: abs(step / _STEPS - now["lightness"])):
        lighter = now.clone().set("lightness", step / _STEPS).convert("srgb")
        colour = lighter.fit(method="oklch-chroma").to_string(hex=True)
        changed: dict[str, Any] = {value: colour}
        tried = replace(chosen, **changed)
        if all(
            look.measure(tried, pair) >= pair.least
            for look in LOOKS
            for pair in look.pairs()
            if value in _values(look, pair)
        ):
            return abs(step / _STEPS - now["lightness"]), str(colour)
    return math.inf, ""
