"""Rows of strategies as JSON: what `homejournal-cli chart --format json` prints."""

from collections.abc import Mapping
from datetime import date

from homejournal.domain.looking_back.chart_series import Bar, BarSeries, Dot, DotSeries, LifeMark
from homejournal.domain.looking_back.strategy_rows import (
    DayCell,
    StrategyRow,
    StrategyRows,
    StretchCell,
)
from homejournal.exchange.json.look_back_json import life_json, number_json


def rows_json(rows: StrategyRows) -> dict[str, object]:
    """Return axis and rows with every key present, null where it does not apply.

    Days are YYYY-MM-DD and decimal numbers strings, as in all JSON of homejournal.
    """
    axis = rows.axis
    return {
        "from": axis.period.start.isoformat(),
        "to": axis.period.end.isoformat(),
        "strip": axis.strip.value,
        "bars": axis.bars.value,
        "visits": [{"day": tick.day.isoformat(), "people": [*tick.people]} for tick in axis.visits],
        "bands": _life(axis.bands),
        "life": _life(axis.events),
        "rows": [_row(row) for row in rows.rows],
    }


def _life(marks: tuple[LifeMark, ...]) -> list[dict[str, object]]:
    return [life_json(mark) for mark in marks]


def _row(row: StrategyRow) -> dict[str, object]:
    chart = row.chart
    return {
        "strategy": str(row.strategy),
        "name": row.name,
        "total": _stretch(row.total),
        "days": [_day(cell) for cell in row.days],
        "stretches": [_stretch(cell) for cell in row.stretches],
        "kind": None if chart is None else chart.kind.value,
        "unit": None if chart is None else chart.unit,
        "shape": chart.shape.value if isinstance(chart, BarSeries) else None,
        "bars": [_bar(bar) for bar in chart.bars] if isinstance(chart, BarSeries) else [],
        "dots": [_dot(dot) for dot in chart.dots] if isinstance(chart, DotSeries) else [],
        "changes": [day.isoformat() for day in row.changes],
        "left_out": _life(row.bands),
        "too_few": row.is_too_few,
    }


def _day(cell: DayCell) -> dict[str, object]:
    return {
        "day": cell.day.isoformat(),
        "state": cell.state and cell.state.value,
        "reason": cell.reason and cell.reason.value,
        "times": cell.times if cell.state else None,
        "times_planned": cell.times_planned if cell.state else None,
        "written_later": cell.written_later,
        "slots": [
            {
                "slot": mark.slot,
                "state": mark.state.value,
                "reason": mark.reason and mark.reason.value,
            }
            for mark in cell.slots
        ],
    }


_OF_STRETCH = {
    "did_it": "did_it",
    "not_today": "not_today",
    "not_written": "not_written",
    "planned": "planned",
    "left_out": "left_out",
    "times": "times",
    "outside_times": "outside",
    "plan_met": "met",
    "weeks_judged": "judged",
}


def _stretch(cell: StretchCell) -> dict[str, object]:
    told = {name: getattr(cell, field) for name, field in _OF_STRETCH.items()}
    if not cell.counted:
        told = dict.fromkeys(told)
    return {**_days(cell.start, cell.end), "partial": cell.partial, **told}


def _days(start: date, end: date) -> Mapping[str, object]:
    return {"from": start.isoformat(), "to": end.isoformat()}


def _bar(bar: Bar) -> dict[str, object]:
    return {
        **_days(bar.start, bar.end),
        "partial": bar.partial,
        "n": bar.n,
        "days": bar.days,
        "planned": bar.planned,
        "levels": [*bar.levels],
        "sum": number_json(bar.sum),
        "median": number_json(bar.median),
        "low": number_json(bar.low),
        "high": number_json(bar.high),
        "took": bar.took,
        "of": bar.of,
    }


def _dot(dot: Dot) -> dict[str, object]:
    return {
        "day": dot.day.isoformat(),
        "value": number_json(dot.value),
        "of": number_json(dot.of),
        "times": dot.times,
    }
