"""Counting and drawing what the page shows, away from the window: values in, values out."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from homejournal.domain.days.periods import Period
from homejournal.domain.journal.entry_filter import EntryFilter
from homejournal.domain.looking_back.look_back_values import (
    LookBack,
    StrategyWritten,
)
from homejournal.domain.looking_back.make_look_back import (
    bars_in,
    by_routine,
    by_slot,
    dots_in,
    look_back,
)
from homejournal.domain.looking_back.strategy_rows import StrategyRows, strategy_rows
from homejournal.domain.records.rating_scales import RatingKind
from homejournal.domain.sentences.headlines import headline
from homejournal.domain.sentences.values import Sentence

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from uuid import UUID

    from homejournal.domain.looking_back.chart_series import (
        BarSeries,
        Chart,
        DotSeries,
        GroupSeries,
    )
    from homejournal.domain.records.notes import Note
    from homejournal.reports.charts.row_sheet import RowLook
    from homejournal.reports.charts.screen_picture import ChartPicture
    from homejournal.reports.charts.style import ChartLook
    from homejournal.texts.wording import Wording


@dataclass(frozen=True, slots=True, kw_only=True)
class ToCount:
    """What was read for a filter, to be counted; `people` are the names of those who come."""

    asked: EntryFilter
    written: "Sequence[StrategyWritten]"
    celebrations: "tuple[Note, ...]" = ()
    people: "Mapping[UUID, str]" = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """What a filter shows: each strategy as a row, and of one the dots and groups, too."""

    asked: EntryFilter
    backs: tuple[LookBack, ...]
    bars: "tuple[BarSeries, ...]"
    headlines: tuple[Sentence, ...]
    rows: StrategyRows | None = None
    """None where no strategy fits the filter."""
    celebrations: "tuple[Note, ...]" = ()
    dots: "DotSeries | None" = None
    groups: "tuple[GroupSeries, ...]" = ()


def count(wish: ToCount) -> Counted:
    """Count what was read."""
    backs = tuple(look_back(written) for written in wish.written)
    bars = tuple(bars_in(back) for back in backs)
    back = next(iter(backs), None) if wish.asked.strategy is not None else None
    groups = (by_routine(back), by_slot(back)) if back is not None else ()
    return Counted(
        asked=wish.asked,
        backs=backs,
        bars=bars,
        headlines=tuple(headline(bar, on_screen=True) for bar in bars),
        rows=strategy_rows(backs, people=wish.people) if backs else None,
        celebrations=wish.celebrations,
        dots=dots_in(back) if back is not None and rates(back) else None,
        groups=tuple(series for series in groups if series is not None),
    )


def rates(back: LookBack) -> bool:
    """Return whether practices of a strategy are rated, and not only done."""
    return back.kind is not RatingKind.NONE


@dataclass(frozen=True, slots=True, kw_only=True)
class ToDraw:
    """A chart to be drawn for the screen, in words of a language and in a look."""

    chart: "Chart"
    wording: "Wording"
    look: "ChartLook"


def draw(wish: ToDraw) -> "ChartPicture":
    """Draw a chart; the first one loads Matplotlib, which takes its time."""
    from homejournal.reports.charts.screen_picture import chart_picture

    return chart_picture(wish.chart, wish.wording, wish.look)


@dataclass(frozen=True, slots=True, kw_only=True)
class RowsToDraw:
    """All rows to be drawn for the screen under their head."""

    rows: StrategyRows
    wording: "Wording"
    look: "RowLook"


@dataclass(frozen=True, slots=True, kw_only=True)
class RowsDrawn:
    """The head, the rows and the swatches of their legend, in their order."""

    head: "ChartPicture"
    rows: "tuple[ChartPicture, ...]"
    swatches: "tuple[ChartPicture, ...]"


def draw_rows(wish: RowsToDraw) -> RowsDrawn:
    """Draw all rows; the first ones load Matplotlib, which takes its time."""
    from homejournal.reports.charts.row_legend import legend_picture, row_legend
    from homejournal.reports.charts.rows import head_picture, row_picture

    rows, how = wish.rows, (wish.wording, wish.look)
    legend = row_legend(rows, wish.wording)
    return RowsDrawn(
        head=head_picture(rows, *how),
        rows=tuple(row_picture(rows, at, *how) for at in range(len(rows.rows))),
        swatches=tuple(legend_picture(told.swatch, *how) for told in legend if told.swatch),
    )


def chart_of(counted: Counted, *, each: bool, window: Period | None) -> "Chart":
    """Return the chart of the one strategy: by week, month or year, or of each rating.

    A window shows fewer days than were counted.
    """
    (back,), (bars,) = counted.backs, counted.bars
    if window is None:
        return counted.dots if each and counted.dots is not None else bars
    return dots_in(back, window) if each and rates(back) else bars_in(back, window)
