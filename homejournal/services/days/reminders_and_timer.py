"""What the clock brings while the window is open: reminders that are due, and the timer."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from datetime import time as time_of_day
from uuid import UUID

from homejournal.domain.days.periods import family_day
from homejournal.domain.errors import RecordMissingError
from homejournal.domain.records.changes import Change
from homejournal.domain.records.family import DayRecords, active_children
from homejournal.domain.records.plan import plan_on
from homejournal.domain.today.reminders_and_timer import (
    Reminder,
    ReminderTime,
    RunningTimer,
    elapsed,
    is_open,
    last_rung_at,
    reminder_id,
    reminder_times,
    text_of,
    timing_of,
)
from homejournal.domain.today.strategy_cards import CardOfDay, card_of_day
from homejournal.services.days.days import Days, MarkTold
from homejournal.services.records.records import Drafts
from homejournal.services.session import Session

TIMER_PLACE = "timer"
"""Its place among the unfinished texts."""


class Timer:
    """What is being timed, or was timed and is not written down yet."""

    def __init__(self, session: Session, drafts: Drafts) -> None:
        self._session, self._drafts = session, drafts

    def running(self) -> RunningTimer | None:
        """Return what is timed; nothing if its strategy is not there any more."""
        timing = timing_of(self._drafts.kept().get(TIMER_PLACE, ""))
        known = timing is not None and timing.strategy in self._session.family().strategies
        return timing if known else None

    def start(self, strategy: UUID, number: int) -> RunningTimer:
        """Begin to time a strategy's time of today, in place of what was timed before.

        Raises RecordMissingError for an unknown strategy.
        """
        known = self._session.family().strategies.get(strategy)
        if known is None:
            raise RecordMissingError(str(strategy))
        timing = RunningTimer(
            strategy=strategy,
            child=known.child,
            day=self._session.today(),
            number=number,
            began=self._session.clock(),
        )
        self._drafts.keep(TIMER_PLACE, text_of(timing))
        return timing

    def stop(self) -> RunningTimer | None:
        """Stop; what it says stays until it is forgotten. A timer stands still only once."""
        timing = self.running()
        if timing is not None and timing.ended is None:
            timing = replace(timing, ended=self._session.clock())
            self._drafts.keep(TIMER_PLACE, text_of(timing))
        return timing

    def length(self, timing: RunningTimer) -> timedelta | None:
        """Return how long it ran, until now or until it was stopped; None if nobody knows."""
        return elapsed(timing, self._session.clock())

    def forget(self) -> None:
        """Forget it: what it said is written down, or nobody wants it."""
        self._drafts.drop(TIMER_PLACE)


class Reminders:
    """Asks the journal; which times ring is remembered by each computer for itself."""

    def __init__(self, session: Session, days: Days) -> None:
        self._session, self._days = session, days

    def now(self) -> datetime:
        """Return what the clock on the wall says, without a zone."""
        return self._session.clock().replace(tzinfo=None)

    def due(self, times: Mapping[UUID, time_of_day], since: datetime) -> tuple[Reminder, ...]:
        """Return what is due of the planned times that ring, the earliest first.

        `times` has the clock of each by its `reminder_id`. Nothing is due of an example, of a child
        whose journal is put away, or once something is written of that time.
        """
        now = self.now()
        came = {one: last_rung_at(clock, now, since) for one, clock in times.items()}
        if self._session.settings.example or not any(came.values()):
            return ()
        read: dict[tuple[UUID, date], DayRecords] = {}
        found = [
            reminder
            for child in active_children(self._session.family())
            for time in reminder_times(self._session.family(), child.id, self._session.today(), ())
            if (at := came.get(reminder_id(time.strategy.id, time.key))) is not None
            if (reminder := self._open_at(time, at, read)) is not None
        ]
        return tuple(sorted(found, key=lambda one: one.at))

    def not_today(self, reminders: Sequence[Reminder], helper: UUID | None) -> Change:
        """Write down "not today" for all that is reminded of, in one step."""
        told = [
            (
                reminder.time.strategy.child,
                reminder.day,
                MarkTold(strategy=reminder.time.strategy.id, slot=reminder.slot, helper=helper),
            )
            for reminder in reminders
        ]
        return self._days.not_today_of(told)

    def _open_at(
        self, time: ReminderTime, at: datetime, read: dict[tuple[UUID, date], DayRecords]
    ) -> Reminder | None:
        """Return the reminder of a time that came, or None where something is written of it.

        `read` keeps what was read of each child's day: a home may have many times in one evening.
        """
        day = family_day(at, self._session.settings.day_end)
        strategy, family = time.strategy, self._session.family()
        plan = plan_on(family.steps.get(strategy.id, ()), day)
        key = (strategy.child, day)
        if key not in read:
            read[key] = self._days.between(strategy.child, day, day)
        card = card_of_day(family, read[key], strategy, plan, day)
        if not is_open(card, time.key):
            return None
        return Reminder(time=time, day=day, at=at, slot=_slot(card, time.key))


def _slot(card: CardOfDay, key: str) -> str | None:
    return key if len(card.times) > 1 and key in card.plan.slots else None
