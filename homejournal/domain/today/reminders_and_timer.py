"""Reminders: at which times a strategy is planned and when one is due; and the one timer.

Times are those of the clock on the wall, without a zone: a reminder at eight is meant for eight,
wherever the family is and whatever the clocks were put to.
"""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from datetime import time as time_of_day
from decimal import ROUND_HALF_UP, Decimal
from enum import Enum
from uuid import UUID, uuid5

from homejournal.domain.days.periods import Period
from homejournal.domain.limits import days_from, read_json
from homejournal.domain.names import with_distinct_names
from homejournal.domain.records.family import Family
from homejournal.domain.records.plan import (
    Often,
    OftenKind,
    PlanStatus,
    Routine,
    StepInForce,
    Strategy,
    Weekday,
    standing_after,
    step_of_day,
    steps_in_force,
)
from homejournal.domain.records.practices import Practice
from homejournal.domain.records.record import ChildId
from homejournal.domain.records.visits import Visit
from homejournal.domain.today.strategy_cards import CardOfDay

VISIT_MINUTES = 60
"""So long a visit stands in a calendar; the journal knows only when it begins."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarEntry:
    """One entry in the words of one language, at the family's own clock wherever that is.

    `id` stays the same for the same thing, so that a calendar that takes the file again changes
    its entry; `changed` counts how often it was changed. Without a `time` the entry is of the whole
    day. With `reminds` it comes again every day, or on these `weekdays`, through the day `until`,
    and rings.
    """

    id: UUID
    day: date
    summary: str
    time: time_of_day | None = None
    description: str = ""
    place: str = ""
    changed: int = 0
    reminds: bool = False
    weekdays: tuple[Weekday, ...] = ()
    until: date | None = None


def reminder_id(strategy: UUID, key: str) -> UUID:
    """Return the id of one of a strategy's reminders, the same each time it is made."""
    return uuid5(strategy, f"reminder {key}")


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
    family = with_distinct_names(family, child)
    for strategy, step in _used(family, child, today):
        mine = [practice for practice in practices if practice.strategy == strategy.id]
        routines = [
            family.routines[routine]
            for routine in step.words.routines
            if routine in family.routines
        ]
        weekdays = tuple(sorted(step.often.weekdays, key=lambda day: day.number))
        found += [
            ReminderTime(
                strategy=strategy, key=key, name=name, time=_usual(times), weekdays=weekdays
            )
            for key, name, times in _named_times(step.often, routines, mine)
        ]
    return tuple(found)


def strategies_without_times(family: Family, child: ChildId, today: date) -> tuple[Strategy, ...]:
    """Return the strategies that are used now and have no time of a day to remind of."""
    timed = {
        reminder_time.strategy.id for reminder_time in reminder_times(family, child, today, ())
    }
    used = _used(with_distinct_names(family, child), child, today)
    return tuple(strategy for strategy, _ in used if strategy.id not in timed)


def ringing_days(time: ReminderTime, visits: Iterable[Visit], today: date) -> Period:
    """Return the first and last day on which a reminder may ring; at least one day is planned.

    A plan is talked over at the next of the child's visits, so what is planned now is reminded of
    through that day, and for eight weeks at most.
    """
    numbers = {day.number for day in time.weekdays}
    days = (days_from(today, ahead) for ahead in range(7))
    first = next((day for day in days if not numbers or day.weekday() in numbers), today)
    longest = days_from(today, REMINDED_DAYS - 1)
    last = min((visit.day for visit in visits if visit.day > today), default=longest)
    return Period(first, max(first, min(last, longest)))


def _used(family: Family, child: ChildId, today: date) -> Iterator[tuple[Strategy, StepInForce]]:
    for strategy in family.strategies_of(child):
        step = step_of_day(steps_in_force(family.steps.get(strategy.id, ())), today)
        if step is not None and standing_after(step.step) is PlanStatus.ACTIVE:
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
            yield slot, slot, [practice.time for practice in mine if practice.slot == slot]
    elif often.times == 1:
        name = routines[0].name if len(routines) == 1 else None
        yield "", name, [practice.time for practice in mine]
    elif often.times == len(routines):
        for routine in routines:
            key = str(routine.id)
            yield (
                key,
                routine.name,
                [practice.time for practice in mine if practice.routine == routine.id],
            )


def _usual(typed: Sequence[time_of_day | None]) -> time_of_day | None:
    """Return the middle of the typed times, at a whole five minutes, or None for too few."""
    times = sorted(one for one in typed if one is not None)
    if len(times) < _ENOUGH:
        return None
    middle = times[(len(times) - 1) // 2]
    return middle.replace(minute=middle.minute // _STEP_MINUTES * _STEP_MINUTES, second=0)


LATEST = timedelta(hours=2)
"""A reminder that is older is of no help any more, as after the computer has slept."""
SNOOZE = timedelta(minutes=15)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reminder:
    """A planned time that is due: the family's day it belongs to, and when its clock came.

    `slot` is the name of the planned time where the day has several that are told apart.
    """

    time: ReminderTime
    day: date
    at: datetime
    slot: str | None = None

    @property
    def id(self) -> UUID:
        """Return the id of the planned time, the same on every day."""
        return reminder_id(self.time.strategy.id, self.time.key)


def last_rung_at(clock: time_of_day, now: datetime, since: datetime) -> datetime | None:
    """Return when a time of day came last, or None if it was too long ago or before `since`."""
    at = datetime.combine(now.date(), clock)
    if at > now:
        at -= timedelta(days=1)
    return at if now - at <= LATEST and at >= since.replace(second=0, microsecond=0) else None


def is_open(card: CardOfDay, key: str) -> bool:
    """Return whether nothing is written yet of a planned time of the card's day.

    Of a day that is left out, and of a strategy that is paused, no time is open.
    """
    if card.marks:
        return False
    planned = [time for time in card.times if not time.extra]
    if key in card.plan.slots:
        return any(slot_time.open for slot_time in planned if slot_time.slot == key)
    done_in = {str(time.practice.routine) for time in card.times if time.practice}
    return any(slot_time.open for slot_time in planned) and key not in done_in


def without_snoozed(
    due: tuple[Reminder, ...], until: Mapping[UUID, datetime], now: datetime
) -> tuple[Reminder, ...]:
    """Return the reminders that are not put off until later; none is for longer than a snooze.

    A clock that was set back would keep them quiet for hours otherwise.
    """
    return tuple(
        reminder for reminder in due if not now < until.get(reminder.id, now) <= now + SNOOZE
    )


def times_to_text(times: Mapping[UUID, time_of_day]) -> str:
    """Return the set times of day as one line of text, to be stored."""
    return " ".join(f"{one}={clock:%H:%M}" for one, clock in times.items())


def times_from_text(line: str) -> dict[UUID, time_of_day]:
    """Return the times of day in a stored line; unreadable ones are left out."""
    times: dict[UUID, time_of_day] = {}
    for part in line.split():
        one, _, clock = part.partition("=")
        try:
            times[UUID(one)] = time_of_day.fromisoformat(clock)
        except ValueError:
            continue
    return times


LONGEST = timedelta(hours=12)
"""A timer that ran longer was forgotten; then the family knows better than the clock."""


class TimeUnit(Enum):
    """What is counted, with the smallest step and the seconds of one."""

    MINUTES = (Decimal(1), 60)
    HOURS = (Decimal("0.25"), 3600)


@dataclass(frozen=True, slots=True, kw_only=True)
class RunningTimer:
    """One time of a strategy that is timed; it belongs to the family day on which it began."""

    strategy: UUID
    child: UUID
    day: date
    number: int
    """Which time of the day it is, counted from 1."""
    began: datetime
    ended: datetime | None = None
    """When it was stopped; what it says is not written down yet."""


def elapsed(timing: RunningTimer, now: datetime) -> timedelta | None:
    """Return how long it ran, until now or until it was stopped.

    None if the clock cannot tell: it was set back meanwhile, or half a day has gone by.
    """
    length = (timing.ended or now) - timing.began
    return length if timedelta(0) <= length <= LONGEST else None


def amount(length: timedelta, unit: TimeUnit) -> Decimal:
    """Return a length as it is written down: whole minutes, or quarters of an hour; never zero."""
    step, seconds = unit.value
    exact = Decimal(round(length.total_seconds())) / seconds / step
    return max(Decimal(1), exact.quantize(Decimal(1), ROUND_HALF_UP)) * step


def minutes(length: timedelta) -> int:
    """Return the whole minutes of a length that have gone by."""
    return int(length.total_seconds() // 60)


def text_of(timing: RunningTimer) -> str:
    """Return a timing as text, to be kept."""
    told = {
        "strategy": str(timing.strategy),
        "child": str(timing.child),
        "day": timing.day.isoformat(),
        "number": timing.number,
        "began": timing.began.isoformat(),
        "ended": timing.ended.isoformat() if timing.ended else None,
    }
    return json.dumps(told)


def timing_of(text: str) -> RunningTimer | None:
    """Return the timing that a text tells; None for a text that tells none."""
    try:
        told = read_json(text)
        ended = told["ended"]
        return RunningTimer(
            strategy=UUID(told["strategy"]),
            child=UUID(told["child"]),
            day=date.fromisoformat(told["day"]),
            number=int(told["number"]),
            began=datetime.fromisoformat(told["began"]),
            ended=datetime.fromisoformat(ended) if ended else None,
        )
    except (AttributeError, KeyError, TypeError, ValueError):
        return None
