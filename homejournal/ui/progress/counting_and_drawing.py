"""Counting and drawing what the page shows, away from the window: values in, values out."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from homejournal.domain.journal.entry_filter import EntryFilter
from homejournal.domain.looking_back.look_back_values import LookBack, StrategyWritten
from homejournal.domain.looking_back.make_look_back import by_routine, by_slot, look_back
from homejournal.domain.looking_back.strategy_rows import StrategyRows, strategy_rows

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from uuid import UUID

    from homejournal.domain.looking_back.chart_series import GroupSeries
    from homejournal.domain.records.notes import Note
    from homejournal.reports.charts.screen_picture import ChartPicture
    from homejournal.reports.charts.style import ChartLook
    from homejournal.reports.strategy_rows.row_sheet import RowLook
    from homejournal.texts.wording import Wording
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
    """Count what was read."""
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
