"""Figures as a picture: a bar a text, with its error, beside the limit."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from textwrap import shorten

from charter.report.texts import Text

_YOUNGEST, _OLDEST = 5, 18  # years at the two ends of the scale
# The picture's own units. It is as wide as a phone, so that its words are as large as the text's.
_ROW, _TOP, _WIDTH, _RIGHT = 46, 30, 310, 80
_LABEL = 46  # letters of a title that have room


@dataclass(frozen=True, slots=True)
class Bar:
    """One text: where its bar and the whiskers of its error go, from left to right."""

    label: str
    y: float
    end: float
    low: float
    high: float
    said: str
    over: bool
    enough: bool


@dataclass(frozen=True, slots=True)
class Chart:
    """Reading ages of the texts of one version."""

    id: str
    title: str
    bars: tuple[Bar, ...]
    limit: int
    limit_at: float
    ticks: tuple[tuple[int, float], ...]
    width: int = _WIDTH + _RIGHT

    @property
    def height(self) -> int:
        """How high the picture is."""
        return _TOP + _ROW * len(self.bars) + 10


def _at(years: float) -> float:
    """Where on the scale an age is."""
    inside = min(max(years, _YOUNGEST), _OLDEST)
    return round(_WIDTH * (inside - _YOUNGEST) / (_OLDEST - _YOUNGEST), 1)


def ages(texts: Sequence[Text], version: str, limit: int) -> Chart | None:
    """A chart of the texts of one version; None where none of them has an age."""
    bars: list[Bar] = []
    for text in texts:
        age = text.reading.figures.reading_age
        if text.reading.version != version or age is None:
            continue
        error, enough = age.error or 0, text.reading.figures.enough
        bars.append(
            Bar(
                shorten(text.reading.title, _LABEL, placeholder="…"),
                _TOP + _ROW * len(bars),
                _at(age.value),
                _at(age.value - error),
                _at(age.value + error),
                f"{age.value:.0f}",
                enough and age.value - error > limit,
                enough,
            )
        )
    if not bars:
        return None
    ticks = tuple((years, _at(years)) for years in range(_YOUNGEST + 1, _OLDEST + 1, 2))
    name = version.lower().replace(" ", "-")
    return Chart(name, f"Reading age, {version}", tuple(bars), limit, _at(limit), ticks)
