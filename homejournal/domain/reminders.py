"""At which times of day a strategy is planned, as far as anybody ever wrote a time down."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from datetime import time as time_of_day

from homejournal.domain.family import Family
from homejournal.domain.plan import OftenKind, Strategy, Weekday
from homejournal.domain.plan_days import Standing, StepInForce, standing_after, step_of_day
from homejournal.domain.plan_days import steps_in_force as in_force
from homejournal.domain.practices import Practice
from homejournal.domain.record import ChildId

LOOKED_AT_DAYS = 56
"""Times that were typed in these days tell when something usually is."""
_ENOUGH, _STEP_MINUTES = 3, 5


@dataclass(frozen=True, slots=True, kw_only=True)
class ReminderTime:
    """One planned time of a strategy: its name, such as "breakfast", and the clock if known.

    `weekdays` empty means every day.
    """

    strategy: Strategy
    slot: str | None = None
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
    for strategy in family.strategies_of(child):
        step = step_of_day(in_force(family.steps.get(strategy.id, ())), today)
        if step is None or standing_after(step.step) is not Standing.ACTIVE:
            continue
        mine = [one for one in practices if one.strategy == strategy.id]
        found += _of_strategy(strategy, step, mine)
    return tuple(found)


def first_day(time: ReminderTime, today: date) -> date:
    """Return the first day from today on for which a time is planned."""
    numbers = {day.number for day in time.weekdays}
    days = (today + timedelta(days=n) for n in range(7))
    return next(day for day in days if not numbers or day.weekday() in numbers)


def _of_strategy(
    strategy: Strategy, step: StepInForce, mine: Sequence[Practice]
) -> Iterable[ReminderTime]:
    often = step.often
    if often.kind is OftenKind.DAYS_A_WEEK:
        return
    weekdays = tuple(sorted(often.weekdays, key=lambda day: day.number))
    if often.slots:
        for slot in often.slots:
            at = _usual(one.time for one in mine if one.slot == slot)
            yield ReminderTime(strategy=strategy, slot=slot, time=at, weekdays=weekdays)
    elif often.times == 1:
        at = _usual(one.time for one in mine)
        yield ReminderTime(strategy=strategy, time=at, weekdays=weekdays)


def _usual(typed: Iterable[time_of_day | None]) -> time_of_day | None:
    """Return the middle of the typed times, at a whole five minutes, or None for too few."""
    times = sorted(one for one in typed if one is not None)
    if len(times) < _ENOUGH:
        return None
    middle = times[(len(times) - 1) // 2]
    return middle.replace(minute=middle.minute // _STEP_MINUTES * _STEP_MINUTES, second=0)
