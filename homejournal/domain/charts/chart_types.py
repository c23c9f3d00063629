"""The charts there are, and the table that stands beside each of them."""

from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from homejournal.domain.charts.bar_series import BarSeries, PhaseMiddle, Shape
from homejournal.domain.charts.dot_series import DotSeries
from homejournal.domain.charts.group_series import GroupSeries

Chart = BarSeries | DotSeries | GroupSeries

Cell = str | int | Decimal | date | None
"""What stands in a table: words, a number, a day, or nothing (never a zero for nothing)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table with a title and named columns; every row has a cell for each column."""

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


def has_something(chart: Chart) -> bool:
    """Return whether there is anything to draw; where not, one sentence says more than a frame.

    Days that were only written down, without any rating, are nothing to draw in a chart of ratings.
    """
    if isinstance(chart, DotSeries):
        return bool(chart.dots)
    bars = chart.bars if isinstance(chart, BarSeries) else [group.bar for group in chart.groups]
    if chart.shape is Shape.DAYS:
        return any(bar.written for bar in bars)
    return any(bar.n and bar.has(chart.shape) for bar in bars)


def on_paper(chart: Chart, *, life: bool = False) -> Chart:
    """Return the chart as it may leave the screen: without any middle that is only "so far".

    A middle of levels is stated on paper and in files from five ratings on. Only with `life` it
    keeps the words for what happened in the family's life: who gets a picture may hand it on.
    """
    if isinstance(chart, GroupSeries):
        return chart
    phases = tuple(_untold(one) if one.so_far else one for one in chart.phases)
    marks = chart.life if life else tuple(replace(one, words="") for one in chart.life)
    return replace(chart, phases=phases, life=marks)


def _untold(phase: PhaseMiddle) -> PhaseMiddle:
    return replace(phase, middle=None, so_far=False)
