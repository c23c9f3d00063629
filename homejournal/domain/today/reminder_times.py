"""At which times of day a strategy is planned, as far as anybody ever wrote a time down."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from datetime import time as time_of_day

from homejournal.domain.days.rows_to_count import Period
from homejournal.domain.limits import days_from
from homejournal.domain.names.same_names import told_apart
from homejournal.domain.plan_steps.in_force import (
    Standing,
    StepInForce,
    standing_after,
    step_of_day,
    steps_in_force,
)
from homejournal.domain.records.family import Family
from homejournal.domain.records.plan import Often, OftenKind, Routine, Strategy, Weekday
from homejournal.domain.records.practices import Practice
from homejournal.domain.records.record import ChildId
from homejournal.domain.records.visits import Visit

LOOKED_AT_DAYS = 56
"""Times that were typed in these days tell when something usually is."""
REMINDED_DAYS = 56
"""So many days, today among them, what is planned now is reminded of at most."""
_ENOUGH, _STEP_MINUTES = 3, 5


@dataclass(frozen=True, slots=True, kw_only=True)
class ReminderTime:
    """One planned time of a strategy: its name or routine, and the clock if known.

    `key` tells it from the strategy's other times and stays where only a name changes. `weekdays`
    empty means every day.
    """

    strategy: Strategy
    key: str = ""
    name: str | None = None
    time: time_of_day | None = None
    weekdays: tuple[Weekday, ...] = ()


def reminder_times(
    family: Family, child: ChildId, today: date, practices: Sequence[Practice]
) -> tuple[ReminderTime, ...]:
    """Return the planned times of a child's strategies that are used now.

    The clock of each is the middle of the times that were typed with it, from three on. A plan of
    any days in a week names no times, so it has none.
    """
    found: list[ReminderTime] = []
    family = told_apart(family, child)
    for strategy, step in _used(family, child, today):
        mine = [one for one in practices if one.strategy == strategy.id]
        routines = [family.routines[one] for one in step.words.routines if one in family.routines]
        weekdays = tuple(sorted(step.often.weekdays, key=lambda day: day.number))
        found += [
            ReminderTime(
                strategy=strategy, key=key, name=name, time=_usual(times), weekdays=weekdays
            )
            for key, name, times in _named_times(step.often, routines, mine)
        ]
    return tuple(found)


def without_times(family: Family, child: ChildId, today: date) -> tuple[Strategy, ...]:
    """Return the strategies that are used now and have no time of a day to remind of."""
    timed = {one.strategy.id for one in reminder_times(family, child, today, ())}
    used = _used(told_apart(family, child), child, today)
    return tuple(strategy for strategy, _ in used if strategy.id not in timed)


def days_rung(time: ReminderTime, visits: Iterable[Visit], today: date) -> Period:
    """Return from the first to the last day on which a time may ring, at least one planned day.

    A plan is talked over at the next of the child's visits, so what is planned now is reminded of
    through that day, and for eight weeks at most.
    """
    numbers = {day.number for day in time.weekdays}
    days = (days_from(today, ahead) for ahead in range(7))
    first = next((day for day in days if not numbers or day.weekday() in numbers), today)
    longest = days_from(today, REMINDED_DAYS - 1)
    last = min((one.day for one in visits if one.day > today), default=longest)
    return Period(first, max(first, min(last, longest)))


def _used(family: Family, child: ChildId, today: date) -> Iterator[tuple[Strategy, StepInForce]]:
    for strategy in family.strategies_of(child):
        step = step_of_day(steps_in_force(family.steps.get(strategy.id, ())), today)
        if step is not None and standing_after(step.step) is Standing.ACTIVE:
            yield strategy, step


def _named_times(
    often: Often, routines: Sequence[Routine], mine: Sequence[Practice]
) -> Iterator[tuple[str, str | None, list[time_of_day | None]]]:
    """Yield key and name of each time of a day, or of its routine, with the clocks typed of it.

    Several times without names belong to the routines only where there are as many.
    """
    if often.kind is OftenKind.DAYS_A_WEEK:
        return
    if often.slots:
        for slot in often.slots:
            yield slot, slot, [one.time for one in mine if one.slot == slot]
    elif often.times == 1:
        name = routines[0].name if len(routines) == 1 else None
        yield "", name, [one.time for one in mine]
    elif often.times == len(routines):
        for routine in routines:
            key = str(routine.id)
            yield key, routine.name, [one.time for one in mine if one.routine == routine.id]


def _usual(typed: Sequence[time_of_day | None]) -> time_of_day | None:
    """Return the middle of the typed times, at a whole five minutes, or None for too few."""
    times = sorted(one for one in typed if one is not None)
    if len(times) < _ENOUGH:
        return None
    middle = times[(len(times) - 1) // 2]
    return middle.replace(minute=middle.minute // _STEP_MINUTES * _STEP_MINUTES, second=0)
