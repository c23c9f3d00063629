"""Looking back as JSON: the days, months, phases, visits and closer measures of a strategy."""

from dataclasses import fields
from datetime import date
from decimal import Decimal

from homejournal.domain.days.counting import month_numbers
from homejournal.domain.looking_back.chart_series import LifeMark
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
from homejournal.domain.records.notes import Note
from homejournal.domain.records.rating_scales import RatingKind, RatingPlan
from homejournal.exchange.json.counts_json import block_json, number_json, stretch_json


def look_back_json(back: LookBack) -> dict[str, object]:
    """Return what is told of a strategy beside its numbers: every key present.

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
        "life": [_life(each) for each in back.life],
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


def _life(mark: LifeMark) -> dict[str, object]:
    return {
        "from": mark.start.isoformat(),
        "to": mark.end.isoformat(),
        "words": mark.words or None,
        "reason": None if mark.reason is None else mark.reason.value,
    }
