"""Looking back as JSON, for other programs: what `homejournal-cli numbers` and `chart` print."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import date
from decimal import Decimal

from homejournal.domain.days.counting import MonthNumbers, month_numbers
from homejournal.domain.days.strategy_numbers import (
    Block,
    ChildNumbers,
    Middle,
    RoutineNumbers,
    SlotNumbers,
    StepNumbers,
    StrategyNumbers,
    WeekNumbers,
)
from homejournal.domain.journal.entry_filter import EntryFilter
from homejournal.domain.looking_back.chart_series import Bar, BarSeries, Dot, DotSeries, LifeMark
from homejournal.domain.looking_back.look_back_values import (
    AroundVisit,
    DayShown,
    FirstTime,
    LookBack,
    MoreDetail,
    Nap,
    PhaseNumbers,
    RunChart,
    SessionTries,
)
from homejournal.domain.looking_back.strategy_rows import (
    DayCell,
    StrategyRow,
    StrategyRows,
    StretchCell,
)
from homejournal.domain.records.notes import Note
from homejournal.domain.records.rating_scales import RatingKind, RatingPlan


def look_back_json(back: LookBack) -> dict[str, object]:
    """Return the look back at a strategy, without its numbers, with every key present.

    A share and both ends of an interval are decimal numbers from 0 to 1, as strings.
    """
    return {
        "days": _days(back),
        "months": [stretch_json(each) for each in month_numbers(back.counted)],
        "phases": [_phase(each) for each in back.phases],
        "visits": [_visit(each) for each in back.visits],
        "firsts": [_first(each) for each in back.written.firsts],
        "more_detail": _more(back.more),
        "changes": [day.isoformat() for day in back.changes],
        "life": [life_json(each) for each in back.life],
    }


def celebration_json(note: Note) -> dict[str, object]:
    """Return a note that celebrates something, in the family's words."""
    return {
        "id": str(note.id),
        "day": note.day.isoformat(),
        "strategy": None if note.strategy is None else str(note.strategy),
        "text": note.text,
    }


def _days(back: LookBack) -> list[dict[str, object]]:
    """Return the days; times are planned neither of any-N-days plans nor of some practices."""
    any_days = {day.day for day in back.counted.days if day.plan.days_a_week is not None}
    narrowed = back.written.narrowed
    return [_day(day, planned=not narrowed and day.day not in any_days) for day in back.days]


def _day(day: DayShown, *, planned: bool) -> dict[str, object]:
    return {
        "day": day.day.isoformat(),
        "state": day.state.value,
        "reason": None if day.reason is None else day.reason.value,
        "times": day.times,
        "times_planned": day.times_planned if planned else None,
        "written_later": day.written_later,
    }


def _phase(phase: PhaseNumbers) -> dict[str, object]:
    return {
        "from": phase.start.isoformat(),
        "to": phase.end.isoformat(),
        "rating": _rating(phase.rating),
        **block_json(phase.block),
    }


def _rating(plan: RatingPlan) -> dict[str, object]:
    aim = plan.aim
    return {
        "kind": plan.kind.value,
        "unit": plan.unit,
        "better": None if plan.better is None else plan.better.value,
        "per": plan.per.value if plan.kind is RatingKind.NUMBER else None,
        "aim": aim and {"low": number_json(aim.low), "high": number_json(aim.high)},
    }


def _visit(around: AroundVisit) -> dict[str, object]:
    return {
        "id": str(around.visit.id),
        "day": around.visit.day.isoformat(),
        "before": block_json(around.before),
        "since": block_json(around.since),
        "nap": around.nap and _nap(around.nap),
    }


def _nap(nap: Nap) -> dict[str, object]:
    return {
        "better": number_json(nap.better),
        "pairs": nap.pairs,
        "value": number_json(nap.value),
        "before_n": nap.before,
        "after_n": nap.after,
    }


def _first(first: FirstTime) -> dict[str, object]:
    return {
        "kind": first.kind.value,
        "level": first.level,
        "day": first.first.day.isoformat(),
        "slot": first.first.slot,
    }


def _more(more: MoreDetail) -> dict[str, object]:
    return {
        "run_chart": more.run and _plainly(more.run),
        "tries_of_one_session": more.tries and _plainly(more.tries),
    }


def _plainly(measure: RunChart | SessionTries) -> dict[str, object]:
    return {field.name: _plain(getattr(measure, field.name)) for field in fields(measure)}


def _plain(value: object) -> object:
    if isinstance(value, Decimal):
        return number_json(value)
    return value.isoformat() if isinstance(value, date) else value


def life_json(mark: LifeMark) -> dict[str, object]:
    """Return days left out, or what happened in life."""
    return {
        "from": mark.start.isoformat(),
        "to": mark.end.isoformat(),
        "words": mark.words or None,
        "reason": None if mark.reason is None else mark.reason.value,
    }


_COUNTS = (
    "planned",
    "did_it",
    "not_today",
    "not_written",
    "left_out",
    "times",
    "times_planned",
    "times_not_today",
    "times_not_written",
    "extra",
    "extra_days",
    "extra_times",
    "outside_times",
    "told_not_today",
    "written_later",
    "n",
    "at_least",
    "took",
    "of",
    "in_aim",
    "unsettled",
    "plan_met",
    "weeks_judged",
    "weeks_unsure",
)


def block_json(block: Block) -> dict[str, object]:
    """Return one block with all its keys."""
    said: dict[str, object] = {name: getattr(block, name) for name in _COUNTS}
    by_reason, levels = block.left_out_by, block.levels
    return said | {
        "kind": block.kind.value,
        "left_out_by": None if by_reason is None else {r.value: n for r, n in by_reason.items()},
        "levels": None if levels is None else {str(level): n for level, n in levels.items()},
        "median": _middle(block.median),
        "low": number_json(block.low),
        "high": number_json(block.high),
        "sum": number_json(block.sum),
        "others": {kind.value: n for kind, n in block.others.items()},
    }


def stretch_json(numbers: WeekNumbers | MonthNumbers) -> dict[str, object]:
    """Return a week or a month with its block."""
    return {
        "start": numbers.start.isoformat(),
        "end": numbers.end.isoformat(),
        "partial": numbers.partial,
        **block_json(numbers.block),
    }


def _middle(middle: Middle | None) -> object:
    if isinstance(middle, tuple):
        return list(middle)
    return number_json(middle) if isinstance(middle, Decimal) else middle


def number_json(number: Decimal | None) -> str | None:
    """Return a number as text, so that no digit is lost."""
    return None if number is None else format(number, "f")


_FILTER = {
    "strategy": "strategy",
    "by": "suggested_by",
    "routine": "routine",
    "helper": "helper",
    "written_by": "written_by",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class LookedBack:
    """What was asked for, each strategy looked back at, and what was celebrated, newest first."""

    asked: EntryFilter
    backs: Sequence[LookBack]
    celebrations: Sequence[Note] = ()


def numbers_json(numbers: ChildNumbers, looked: LookedBack | None = None) -> dict[str, object]:
    """Return the numbers as JSON values: every key present, null where it does not apply.

    Days are YYYY-MM-DD, decimal numbers strings ("37.5"), counts and levels integers; a median
    between two levels is a list of both. Medians that hold only "so far" are for the screen. With
    `looked` each strategy tells its days, months, phases and all the rest beside its numbers.
    """
    backs = {back.written.strategy.id: back for back in looked.backs} if looked else {}
    told: dict[str, object] = {
        "child": str(numbers.child),
        "from": numbers.period.start.isoformat(),
        "to": numbers.period.end.isoformat(),
        "today": numbers.today.isoformat(),
        "week_start": numbers.week_start.value,
        "strategies": [_strategy(each, backs.get(each.strategy)) for each in numbers.strategies],
    }
    if looked is not None:
        told["celebrations"] = [celebration_json(note) for note in looked.celebrations]
        told["filter"] = _filter(looked.asked)
    return told


def _filter(asked: EntryFilter) -> dict[str, object]:
    """Return what narrows the numbers by id; null does not narrow."""
    ids = {name: getattr(asked, field) for name, field in _FILTER.items()}
    return {name: None if id_ is None else str(id_) for name, id_ in ids.items()}


def _strategy(numbers: StrategyNumbers, back: LookBack | None) -> dict[str, object]:
    told: dict[str, object] = {
        "id": str(numbers.strategy),
        "name": numbers.name,
        "total": block_json(numbers.total),
        "steps": [_step(each) for each in numbers.steps],
        "weeks": [stretch_json(each) for each in numbers.weeks],
        "slots": [_slot(each) for each in numbers.slots],
        "routines": [_routine(each) for each in numbers.routines],
    }
    return told if back is None else told | look_back_json(back)


def _step(numbers: StepNumbers) -> dict[str, object]:
    return {
        "id": str(numbers.step),
        "step": numbers.kind.value,
        "from": numbers.start.isoformat(),
        "to": numbers.end.isoformat(),
        **block_json(numbers.block),
    }


def _slot(numbers: SlotNumbers) -> dict[str, object]:
    return {"slot": numbers.slot, **block_json(numbers.block)}


def _routine(numbers: RoutineNumbers) -> dict[str, object]:
    return {"id": str(numbers.routine), **block_json(numbers.block)}


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
        "days": [_cell(cell) for cell in row.days],
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


def _cell(cell: DayCell) -> dict[str, object]:
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
    "weeks_unsure": "unsure",
}


def _stretch(cell: StretchCell) -> dict[str, object]:
    told = {name: getattr(cell, field) for name, field in _OF_STRETCH.items()}
    if not cell.counted:
        told = dict.fromkeys(told)
    return {**_from_to(cell.start, cell.end), "partial": cell.partial, **told}


def _from_to(start: date, end: date) -> Mapping[str, object]:
    return {"from": start.isoformat(), "to": end.isoformat()}


def _bar(bar: Bar) -> dict[str, object]:
    return {
        **_from_to(bar.start, bar.end),
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
