"""The tables beside a row: one line for each cell of its strip, and the ratings below it.

Nothing is an empty cell and never a zero; zero is a zero.
"""

from homejournal.domain.looking_back.chart_series import Cell, Table
from homejournal.domain.looking_back.strategy_rows import (
    DayCell,
    SharedAxis,
    StrategyRow,
    StrategyRows,
    StretchCell,
    StripSpan,
)
from homejournal.reports.chart_words.row_words import worded_chart
from homejournal.reports.chart_words.tables import chart_table, day_cells, day_columns
from homejournal.texts.day_page import day_state
from homejournal.texts.wording import Wording


def row_tables(rows: StrategyRows, at: int, wording: Wording) -> tuple[Table, ...]:
    """Return the days, weeks or months of a row, and where it has ratings the table of those."""
    row = rows.rows[at]
    chart = worded_chart(rows.axis, row)
    strip = strip_table(rows.axis, row, wording)
    if chart is None or not row.has_ratings:
        return (strip,)
    return strip, chart_table(chart, wording)


def strip_table(axis: SharedAxis, row: StrategyRow, wording: Wording) -> Table:
    """Return the strip of a row, each of its days that count, or each week or month."""
    if row.days:
        slots = tuple(dict.fromkeys(mark.slot for cell in row.days for mark in cell.slots))
        return Table(
            title=wording.text("day by day"),
            columns=(*day_columns(wording), *map(wording.own, slots)),
            rows=tuple(_day(cell, slots, wording) for cell in row.days if cell.state),
        )
    by_week = axis.strip is StripSpan.WEEK
    return Table(
        title=wording.text("week by week") if by_week else wording.text("month by month"),
        columns=_columns(row, wording),
        rows=tuple(_stretch(row, cell) for cell in row.stretches),
    )


def _day(cell: DayCell, slots: tuple[str, ...], wording: Wording) -> tuple[Cell, ...]:
    shown = cell.shown
    said = {mark.slot: day_state(wording, mark.state) for mark in cell.slots}
    told = day_cells(shown, wording) if shown else ()
    return (*told, *(said.get(slot) for slot in slots))


def _columns(row: StrategyRow, wording: Wording) -> tuple[str, ...]:
    text = wording.text
    weeks = (
        text("Weeks with the plan met"),
        text("Weeks left open by days not written"),
        text("Full weeks"),
    )
    judged = weeks if _is_judged(row) else ()
    return (
        text("From"),
        text("To"),
        text("Days we did it"),
        text("Not today"),
        text("Not written"),
        text("Planned days"),
        text("Left out"),
        text("Times"),
        text("Times outside the plan"),
        *judged,
    )


def _is_judged(row: StrategyRow) -> bool:
    return any(cell.judged is not None for cell in row.stretches)


def _stretch(row: StrategyRow, cell: StretchCell) -> tuple[Cell, ...]:
    """Return a week or month; of one without a day that counts nothing is told."""
    told: tuple[Cell, ...] = (
        cell.did_it,
        cell.not_today,
        cell.not_written,
        cell.planned,
        cell.left_out,
        cell.times,
        cell.outside,
        *((cell.met, cell.unsure, cell.judged) if _is_judged(row) else ()),
    )
    return (cell.start, cell.end, *(told if cell.counted else (None,) * len(told)))
