"""The numbers over the bars: how large they can be, and where they stand."""

from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple, assert_never

from homejournal.domain.looking_back.chart_series import Bar, BarSeries, Shape
from homejournal.reports.charts.bar_shapes import height_of
from homejournal.reports.charts.chart_frame import Rect, Sheet
from homejournal.reports.charts.lettering import short_number, width_of
from homejournal.texts.wording import Wording

_SMALLEST = 0.66
_LIFT = 1.5
_OFF = 1.0
"""Points that a number stands off a line."""
_PITCH = 1.05
"""From one line of a number to the next, in sizes of its letters."""


class Number(NamedTuple):
    """The number over a bar; `parts` stand on two lines where one is too wide."""

    place: int
    height: float
    parts: tuple[str, ...]

    @property
    def in_words(self) -> bool:
        """Return whether it says that nothing of it is rated."""
        return not any(letter.isdigit() for part in self.parts for letter in part)


class Numbers(NamedTuple):
    """All numbers over the bars, and how large and on how many lines they are."""

    shown: tuple[Number, ...]
    size: float
    two_lines: bool

    @property
    def height(self) -> float:
        """Return the points they take over the highest bar."""
        lines = 2 if self.two_lines else 1
        return self.size * (lines * _PITCH - 0.1) + _LIFT if self.shown else 0.0


def numbers_over(series: BarSeries, wording: Wording, slot: float, letters: float) -> Numbers:
    """Return the numbers over the bars that have room: none is as wide as to touch the next."""
    told = [
        Number(place, height_of(bar, series.shape), _parts(series.shape, bar, wording))
        for place, bar in enumerate(series.bars)
        if bar.has(series.shape)
    ]
    # Words in the place of a number stand only where they have room beside the numbers.
    numbers = [one for one in told if not one.in_words]
    widest = max((_width(one, letters, two=False) for one in numbers), default=0.0)
    two = widest > slot and series.shape is Shape.TRIES
    if two:
        widest = max(_width(one, letters, two=True) for one in numbers)
    size = letters * max(_SMALLEST, min(1.0, slot / (widest or 1.0)))
    fitting = (one for one in told if _width(one, size, two=two) <= slot * 1.02)
    return Numbers(tuple(fitting), size, two)


def draw_numbers(sheet: Sheet, numbers: Numbers, lines: Sequence[float]) -> None:
    """Write the numbers, each just over its bar and beside the `lines`, as far as there is room.

    The lines are upright, at so many points from the left; where one has to go through a number,
    it is broken there.
    """
    size, pitch = numbers.size, numbers.size * _PITCH
    slot = abs(sheet.x(1) - sheet.x(0))
    for one in numbers.shown:
        said = _said(one, two=numbers.two_lines)
        half = _width(one, size, two=numbers.two_lines) / 2 + 1.0
        foot = sheet.y(max(0.0, one.height)) + _LIFT + 1.0
        x, crossed = _off(lines, sheet.x(one.place), half, slot / 2)
        if crossed:
            sheet.clear(Rect(x - half, foot - 1.0, 2 * half, len(said) * pitch - size * 0.2))
        for number, words in enumerate(reversed(said)):
            sheet.write(
                x, foot + number * pitch, words, size=size, ha="center", va="baseline",
                color=sheet.ink.dark, zorder=4,
            )  # fmt: skip


def _off(lines: Sequence[float], x: float, half: float, room: float) -> tuple[float, bool]:
    """Return the nearest place off the lines with `room` to both sides of x; else x and True."""
    near = [line for line in lines if abs(line - x) < half + room]
    apart = half + _OFF
    places = [x, *(line + way * apart for line in near for way in (-1, 1))]
    for place in sorted(places, key=lambda one: abs(one - x)):
        inside = place == x or abs(place - x) + half <= room
        if inside and all(abs(line - place) >= apart - 0.01 for line in near):
            return place, False
    return x, True


def _said(number: Number, *, two: bool) -> list[str]:
    """Return what is written over a bar, line by line."""
    return [f"{number.parts[0]}/", *number.parts[1:]] if two else ["/".join(number.parts)]


def _width(number: Number, size: float, *, two: bool) -> float:
    return max(width_of(words, size) for words in _said(number, two=two))


def words_over(shape: Shape, bar: Bar, wording: Wording) -> str:
    """Return what is written over a bar: how many ratings, or the number it stands for."""
    return "/".join(_parts(shape, bar, wording))


def _parts(shape: Shape, bar: Bar, wording: Wording) -> tuple[str, ...]:
    match shape:
        case Shape.LEVELS:
            many = sum(bar.levels)
            return (wording.number(many) if many else wording.text("none rated"),)
        case Shape.SUMS:
            return (short_number(bar.sum or Decimal(0), wording),)
        case Shape.MIDDLES:
            return (short_number(bar.median or Decimal(0), wording),)
        case Shape.TRIES:
            taken, offered = Decimal(bar.took or 0), Decimal(bar.of or 0)
            return short_number(taken, wording), short_number(offered, wording)
        case Shape.DAYS:
            return (wording.number(bar.days),)
        case _:
            assert_never(shape)
