"""The single ratings of a chart of dots, and the paths that join numbers of neighbouring days."""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal

from homejournal.domain.charts.dot_series import Dot, PathPoint
from homejournal.domain.days.day_counts import DayCount
from homejournal.domain.days.day_states import DayState
from homejournal.domain.days.medians import middle_number
from homejournal.domain.days.rating_summary import values_on
from homejournal.domain.looking_back.phases import phase_of
from homejournal.domain.plan_steps.in_force import Standing
from homejournal.domain.records.rating_scales import RatingPlan


def dots_of(asked: RatingPlan, days: Sequence[DayCount]) -> tuple[Dot, ...]:
    """Return a dot for each value of each day, lowest first; zero is a value.

    Numbers of another measure are not among them, nor those of a day that may be higher.
    """
    return tuple(
        _dot(day.day, value, times)
        for day in days
        for value, times in sorted(values_on(asked, day).items())
    )


def _dot(day: date, value: int | Decimal | tuple[int, int], times: int) -> Dot:
    took, of = value if isinstance(value, tuple) else (value, None)
    return Dot(day=day, value=Decimal(took), of=None if of is None else Decimal(of), times=times)


def paths_of(
    dots: Sequence[Dot], days: Sequence[DayCount], changes: Sequence[date]
) -> tuple[tuple[PathPoint, ...], ...]:
    """Return the paths through the numbers of neighbouring planned days, two points or more each.

    Days left out and days on which nothing is planned stand between no neighbours; a day that has
    no number does. Where any days of a week will do, only days next to each other are neighbours.
    A change of the plan and a pause end a path: a line claims that things went on as they were.
    """
    middles = _middles(dots)
    paths: list[list[PathPoint]] = [[]]
    phase = 0
    for day in days:
        if day.plan.standing is not Standing.ACTIVE and paths[-1]:
            paths.append([])
        if not day.plan.planned or _is_skipped(day):
            continue
        value, now = middles.get(day.day), phase_of(changes, day.day)
        if value is None or now != phase:
            paths.append([])
        if value is not None:
            paths[-1].append(PathPoint(day=day.day, value=value))
        phase = now
    return tuple(tuple(path) for path in paths if len(path) > 1)


def _is_skipped(day: DayCount) -> bool:
    return day.answer.state is DayState.LEFT_OUT and day.plan.days_a_week is None


def _middles(dots: Sequence[Dot]) -> Mapping[date, Decimal]:
    """Return the middle number of each day."""
    numbers: dict[date, Counter[Decimal]] = {}
    for dot in dots:
        numbers.setdefault(dot.day, Counter())[dot.value] += dot.times
    middles = {day: middle_number(of_day) for day, of_day in numbers.items()}
    return {day: middle for day, middle in middles.items() if middle is not None}
