"""The table beside the grid of all strategies: a row for each day, a column for each strategy."""

from collections.abc import Sequence
from datetime import timedelta

from homejournal.domain.days.rows_to_count import Period
from homejournal.domain.looking_back.chart_series import Table
from homejournal.domain.looking_back.look_back_values import LookBack
from homejournal.texts.progress_page import day_short
from homejournal.texts.wording import Wording

_DAY = timedelta(days=1)


def days_table(backs: Sequence[LookBack], days: Period, wording: Wording) -> Table:
    """Return the states of these days in words; a day that a strategy does not show is empty."""
    shown = [
        {one.day: one for one in back.days if days.start <= one.day <= days.end} for back in backs
    ]
    rows = []
    day = days.start
    while day <= days.end:
        cells = (day_short(wording, of[day]) if day in of else None for of in shown)
        rows.append((day, *cells))
        day += _DAY
    names = (back.written.strategy.name for back in backs)
    title = wording.text("All strategies, day by day")
    return Table(title=title, columns=(wording.text("Day"), *names), rows=tuple(rows))
