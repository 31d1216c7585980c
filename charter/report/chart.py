"""Figures as a picture: a bar a text, with its error, beside the limit."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from charter.report.texts import Text

_YOUNGEST, _OLDEST = 5, 18  # years at the two ends of the scale
_ROW, _TOP, _LEFT, _WIDTH, _RIGHT = 30, 46, 190, 400, 60  # signs of the picture: its own units
_LABEL = 24  # letters of a title that have room


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
    width: int = _LEFT + _WIDTH + _RIGHT
    left: int = _LEFT
    row: int = _ROW
    top: int = _TOP

    @property
    def height(self) -> int:
        """How high the picture is."""
        return self.top + self.row * len(self.bars) + 10


def _at(years: float) -> float:
    """Where on the scale an age is."""
    inside = min(max(years, _YOUNGEST), _OLDEST)
    return round(_LEFT + _WIDTH * (inside - _YOUNGEST) / (_OLDEST - _YOUNGEST), 1)


def ages(texts: Sequence[Text], version: str, limit: int) -> Chart | None:
    """A chart of the texts of one version; None where none of them has an age."""
    bars: list[Bar] = []
    for text in texts:
        age = text.reading.figures.reading_age
        if text.reading.version != version or age is None:
            continue
        error = age.error or 0
        title = text.reading.title
        bars.append(
            Bar(
                title if len(title) <= _LABEL else title[: _LABEL - 1].rstrip() + "…",
                _TOP + _ROW * len(bars),
                _at(age.value),
                _at(age.value - error),
                _at(age.value + error),
                f"{age.value:.0f}",
                age.value - error > limit,
                text.reading.figures.enough,
            )
        )
    if not bars:
        return None
    ticks = tuple((years, _at(years)) for years in range(_YOUNGEST + 1, _OLDEST + 1, 2))
    name = version.lower().replace(" ", "-")
    return Chart(name, f"Reading age, {version}", tuple(bars), limit, _at(limit), ticks)
