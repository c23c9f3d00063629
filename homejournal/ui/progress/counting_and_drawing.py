"""Counting and drawing what the page shows, away from the window; and why there is nothing."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import Enum
from typing import TYPE_CHECKING

from homejournal.domain.journal.entry_filter import EntryFilter
from homejournal.domain.looking_back.look_back_values import LookBack, StrategyWritten
from homejournal.domain.looking_back.make_look_back import by_routine, by_slot, look_back
from homejournal.domain.looking_back.strategy_rows import StrategyRows, strategy_rows
from homejournal.domain.records.family import Family
from homejournal.texts.wording import Wording

if TYPE_CHECKING:
    from uuid import UUID

    from homejournal.domain.looking_back.chart_series import GroupSeries
    from homejournal.domain.records.notes import Note
    from homejournal.reports.charts.screen_picture import ChartPicture
    from homejournal.reports.charts.style import ChartLook
    from homejournal.reports.strategy_rows.row_sheet import RowLook
    from homejournal.ui.progress.shown import Drawn, Shown


@dataclass(frozen=True, slots=True, kw_only=True)
class ToCount:
    """What was read for a filter, to be counted; `people` are the names of those who come."""

    asked: EntryFilter
    written: "Sequence[StrategyWritten]"
    celebrations: "tuple[Note, ...]" = ()
    people: "Mapping[UUID, str]" = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """What a filter shows: each strategy as a row, and of one its groups, too."""

    asked: EntryFilter
    backs: tuple[LookBack, ...]
    rows: StrategyRows | None = None
    """None where no strategy fits the filter."""
    celebrations: "tuple[Note, ...]" = ()
    groups: "tuple[GroupSeries, ...]" = ()
    people: "Mapping[UUID, str]" = field(default_factory=dict)


def count(wish: ToCount) -> Counted:
    backs = tuple(look_back(written) for written in wish.written)
    back = next(iter(backs), None) if wish.asked.strategy is not None else None
    groups = (by_routine(back), by_slot(back)) if back is not None else ()
    return Counted(
        asked=wish.asked,
        backs=backs,
        rows=strategy_rows(backs, people=wish.people) if backs else None,
        people=wish.people,
        celebrations=wish.celebrations,
        groups=tuple(series for series in groups if series is not None),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class ToDraw:
    """A picture to be drawn for the screen in a look."""

    shown: "Shown"
    look: "ChartLook"


def draw(wish: ToDraw) -> "Drawn":
    """Draw a picture; the first one loads Matplotlib, which takes its time."""
    return wish.shown.draw(wish.look)


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
    from homejournal.reports.strategy_rows.legend import legend_picture, row_legend
    from homejournal.reports.strategy_rows.pictures import head_picture, row_picture

    rows, how = wish.rows, (wish.wording, wish.look)
    legend = row_legend(rows, wish.wording)
    return RowsDrawn(
        head=head_picture(rows, *how),
        rows=tuple(row_picture(rows, at, *how) for at in range(len(rows.rows))),
        swatches=tuple(legend_picture(told.swatch, *how) for told in legend if told.swatch),
    )


Words = Callable[[Wording], tuple[str, str, str]]


class Way(Enum):
    """What the page offers instead of charts."""

    PLAN = "plan"
    """No strategy is planned yet."""
    TODAY = "today"
    """Nothing is written yet, on any day."""
    ALL_DAYS = "all_days"
    """Nothing is written in these days."""
    NO_FILTER = "no_filter"
    """The filter leaves nothing over."""

    def words(self, wording: Wording) -> tuple[str, str, str]:
        """Return the title, the sentence and the words of the button."""
        return _WORDS[self](wording)


_WORDS: Mapping[Way, Words] = {
    Way.PLAN: lambda w: (
        w.text("Nothing to look back at yet"),
        w.text("As soon as a strategy is in the plan, this page shows how it goes, week by week."),
        w.text("Go to the plan"),
    ),
    Way.TODAY: lambda w: (
        w.text("Nothing to look back at yet"),
        w.text("Write something down on Today. From then on this page shows how it goes."),
        w.text("Go to Today"),
    ),
    Way.ALL_DAYS: lambda w: (
        w.text("Nothing is written in these days"),
        w.text("That is fine. What you wrote before or after is still there."),
        w.text("Show all days"),
    ),
    Way.NO_FILTER: lambda w: (
        w.text("Nothing fits the filter"),
        w.text("What you wrote is hidden by the filter, not lost."),
        w.text("Show all"),
    ),
}


def way_out(counted: Counted, family: Family, first: date | None, today: date) -> Way | None:
    """Return why there is nothing to show, or None if there is something.

    `first` is the first day on which anything is written for the child, or None.
    """
    if not family.strategies_of(counted.asked.child):
        return Way.PLAN
    if any(has_something(back) for back in counted.backs) or counted.celebrations:
        return None
    if counted.asked.hides:
        return Way.NO_FILTER
    asked = counted.asked.period
    no_others = first is None or (asked.start <= first and today <= asked.end)
    return Way.TODAY if no_others else Way.ALL_DAYS


def has_something(back: LookBack) -> bool:
    """Return whether anything is written for a strategy: a practice, or a mark of a day."""
    total = back.total
    return bool(total.times or total.not_today or total.left_out or total.times_not_today)
