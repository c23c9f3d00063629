"""When a reminder is due on this computer, and when it stays quiet.

Times are those of the clock on the wall, without a zone: a reminder at eight is meant for eight,
wherever the family is and whatever the clocks were put to.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from datetime import time as time_of_day
from uuid import UUID

from homejournal.domain.papers.calendar_entries import reminder_id
from homejournal.domain.today.reminder_times import ReminderTime
from homejournal.domain.today.strategy_cards import CardOfDay

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


def came_at(clock: time_of_day, now: datetime, since: datetime) -> datetime | None:
    """Return when a time of day came last, or None where it was too long ago or before `since`."""
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
    planned = [one for one in card.times if not one.extra]
    if key in card.plan.slots:
        return any(one.open for one in planned if one.slot == key)
    done_in = {str(one.practice.routine) for one in card.times if one.practice}
    return any(one.open for one in planned) and key not in done_in


def without_snoozed(
    due: tuple[Reminder, ...], until: Mapping[UUID, datetime], now: datetime
) -> tuple[Reminder, ...]:
    """Return the reminders that are not put off until later; none is for longer than a snooze.

    A clock that was set back would keep them quiet for hours otherwise.
    """
    return tuple(one for one in due if not now < until.get(one.id, now) <= now + SNOOZE)


def written_out(times: Mapping[UUID, time_of_day]) -> str:
    """Return the times of day that were set, as one line without any name."""
    return " ".join(f"{one}={clock:%H:%M}" for one, clock in times.items())


def read_back(line: str) -> dict[UUID, time_of_day]:
    """Return the times of day of such a line; what does not read is left out."""
    times: dict[UUID, time_of_day] = {}
    for part in line.split():
        one, _, clock = part.partition("=")
        try:
            times[UUID(one)] = time_of_day.fromisoformat(clock)
        except ValueError:
            continue
    return times
