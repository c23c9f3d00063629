"""What goes into a calendar file: visits, and reminders of what is planned at a time of day."""

from dataclasses import dataclass
from datetime import date
from datetime import time as time_of_day
from uuid import UUID, uuid5

from homejournal.domain.records.plan import Weekday

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
