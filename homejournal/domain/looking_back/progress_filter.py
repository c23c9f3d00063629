"""What looking back is asked for: one filter for the screen, the printed sheet and the files."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from uuid import UUID

from homejournal.domain.days.rows_to_count import Period

_DAY = timedelta(days=1)
_FOUR_WEEKS = 28


class PeriodChoice(StrEnum):
    """The periods that can be chosen in one click, and own dates."""

    SINCE_VISIT = "since_visit"
    FOUR_WEEKS = "four_weeks"
    THREE_MONTHS = "three_months"
    SIX_MONTHS = "six_months"
    ALL = "all"
    OWN = "own"


@dataclass(frozen=True, slots=True, kw_only=True)
class ProgressFilter:
    """Which practices are looked back at; what is None does not narrow.

    `suggested_by` keeps the strategies of one professional. `routine` and `helper` keep the
    practices in one routine or by one person: the plan says nothing of either, so planned days
    cannot be told then.
    """

    child: UUID
    period: Period
    strategy: UUID | None = None
    suggested_by: UUID | None = None
    routine: UUID | None = None
    helper: UUID | None = None

    @property
    def narrowed(self) -> bool:
        """Whether only some practices of a strategy are looked at."""
        return self.routine is not None or self.helper is not None

    @property
    def hides(self) -> bool:
        """Whether anything but the dates and the strategy in view is left away."""
        return self.narrowed or self.suggested_by is not None


def months_back(day: date, months: int) -> date:
    """Return the day so many months before; where a month has no such day, its last one."""
    year, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    if year < date.min.year:
        return date.min
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def period_of(
    choice: PeriodChoice, today: date, *, since_visit: Period, first_day: date | None
) -> Period:
    """Return the days of a choice, through today; OWN gives those since the visit to start from.

    `first_day` is the first day on which anything is planned or written, or None.
    """
    match choice:
        case PeriodChoice.FOUR_WEEKS:
            first = max(today.toordinal() - _FOUR_WEEKS, 0) + 1
            return Period(date.fromordinal(first), today)
        case PeriodChoice.THREE_MONTHS:
            return _months_through(today, 3)
        case PeriodChoice.SIX_MONTHS:
            return _months_through(today, 6)
        case PeriodChoice.ALL:
            return Period(min(first_day or today, today), today)
        case _:
            return since_visit


def _months_through(today: date, months: int) -> Period:
    return Period(min(months_back(today, months) + _DAY, today), today)
