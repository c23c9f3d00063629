"""Counting and drawing what the page shows, away from the window: values in, values out."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from homejournal.domain.family import Family
from homejournal.domain.headlines import headline
from homejournal.domain.look_back import LookBack, StrategyWritten
from homejournal.domain.looking_back import bars_in, by_routine, by_slot, dots_in, look_back
from homejournal.domain.numbers import Period
from homejournal.domain.progress_filter import ProgressFilter
from homejournal.domain.sentences import Sentence, SuggestedBy

if TYPE_CHECKING:
    from collections.abc import Sequence

    from homejournal.domain.charts import Chart
    from homejournal.domain.group_series import GroupSeries
    from homejournal.domain.notes import Note
    from homejournal.reports.chart_picture import ChartPicture
    from homejournal.reports.chart_style import ChartLook
    from homejournal.texts.wording import Wording


@dataclass(frozen=True, slots=True, kw_only=True)
class ToCount:
    """What was read for a filter, to be counted."""

    asked: ProgressFilter
    written: "Sequence[StrategyWritten]"
    celebrations: "tuple[Note, ...]" = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """What a filter shows: of one strategy the groups, too."""

    asked: ProgressFilter
    backs: tuple[LookBack, ...]
    celebrations: "tuple[Note, ...]" = ()
    headlines: tuple[Sentence, ...] = ()
    groups: "tuple[GroupSeries, ...]" = ()


def count(wish: ToCount) -> Counted:
    """Count what was read."""
    backs = tuple(look_back(written) for written in wish.written)
    groups: list[GroupSeries] = []
    if wish.asked.strategy is not None:
        both = (each(back) for back in backs for each in (by_routine, by_slot))
        groups = [series for series in both if series is not None]
    return Counted(
        asked=wish.asked,
        backs=backs,
        celebrations=wish.celebrations,
        headlines=tuple(headline(bars_in(back), on_screen=True) for back in backs),
        groups=tuple(groups),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class ToDraw:
    """A chart to be drawn for the screen, in words of a language and in a look."""

    chart: "Chart"
    wording: "Wording"
    look: "ChartLook"


def draw(wish: ToDraw) -> "ChartPicture":
    """Draw a chart; the first one loads Matplotlib, which takes its time."""
    from homejournal.reports.chart_picture import chart_picture

    return chart_picture(wish.chart, wish.wording, wish.look)


def chart_of(back: LookBack, *, each: bool, window: Period | None = None) -> "Chart":
    """Return the chart of a strategy: by week, month or year, or of each rating."""
    return dots_in(back, window) if each else bars_in(back, window)


def suggested(back: LookBack, family: Family) -> SuggestedBy:
    """Return from whom a strategy is, and since which day it is planned."""
    strategy, steps = back.written.strategy, back.written.steps
    by = family.team.get(strategy.suggested_by) if strategy.suggested_by else None
    since = steps[0].from_day if steps else None
    return SuggestedBy(by.name if by else None, by.discipline if by else None, since)
