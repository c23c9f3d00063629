"""Counting and drawing what the page shows, away from the window: values in, values out."""

from dataclasses import dataclass
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
from homejournal.domain.records.rating_scales import RatingKind
from homejournal.domain.sentences.headlines import headline
from homejournal.domain.sentences.values import Sentence

if TYPE_CHECKING:
    from collections.abc import Sequence

    from homejournal.domain.looking_back.chart_series import (
        BarSeries,
        Chart,
        DotSeries,
        GroupSeries,
    )
    from homejournal.domain.records.notes import Note
    from homejournal.reports.charts.screen_picture import ChartPicture
    from homejournal.reports.charts.style import ChartLook
    from homejournal.texts.wording import Wording


@dataclass(frozen=True, slots=True, kw_only=True)
class ToCount:
    """What was read for a filter, to be counted."""

    asked: EntryFilter
    written: "Sequence[StrategyWritten]"
    celebrations: "tuple[Note, ...]" = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """What a filter shows: for each strategy its bars, and of one the dots and groups, too."""

    asked: EntryFilter
    backs: tuple[LookBack, ...]
    bars: "tuple[BarSeries, ...]"
    headlines: tuple[Sentence, ...]
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


def chart_of(counted: Counted, *, each: bool, window: Period | None) -> "Chart":
    """Return the chart of the one strategy: by week, month or year, or of each rating.

    A window shows fewer days than were counted.
    """
    (back,), (bars,) = counted.backs, counted.bars
    if window is None:
        return counted.dots if each and counted.dots is not None else bars
    return dots_in(back, window) if each and rates(back) else bars_in(back, window)
