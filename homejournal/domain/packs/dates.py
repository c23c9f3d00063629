"""The days that packs speak of: half a year, the third birthday, and ninety days before it."""

from dataclasses import dataclass
from datetime import date, timedelta

from homejournal.domain.days.active_children import is_put_away
from homejournal.domain.days.rows_to_count import Period
from homejournal.domain.records.children import Child

REVIEW_MONTHS = 6
"""The plan is reviewed every six months (34 CFR 303.342(b))."""
CONFERENCE_DAYS = 90
"""The transition conference comes at least so many days before (34 CFR 303.209(c))."""
LEAVING_AGE = 3
_MONTHS_OF_A_YEAR = 12


@dataclass(frozen=True, slots=True)
class ThirdBirthday:
    """The third birthday, the last day for the conference, and the day of the meeting, if known."""

    birthday: date
    conference_by: date
    meeting: date | None = None


def half_year_to(day: date) -> Period:
    """Return the six months that end with a day: to June 28 they begin on December 29."""
    months = day.year * _MONTHS_OF_A_YEAR + day.month - 1 - REVIEW_MONTHS
    year, month = divmod(months, _MONTHS_OF_A_YEAR)
    if year < date.min.year:
        return Period(date.min, day)
    return Period(_day_in(year, month + 1, day.day) + timedelta(days=1), day)


def third_birthday(born: date | None, meeting: date | None = None) -> ThirdBirthday | None:
    """Return the days around the third birthday; None where no birthday is known.

    Of a child born on February 29 it is the first of March, as ages count everywhere.
    """
    if born is None or born.year + LEAVING_AGE > date.max.year:
        return None
    year = born.year + LEAVING_AGE
    try:
        birthday = born.replace(year=year)
    except ValueError:
        birthday = date(year, 3, 1)
    return ThirdBirthday(birthday, birthday - timedelta(days=CONFERENCE_DAYS), meeting)


def birthday_ahead(child: Child, meeting: date | None = None) -> ThirdBirthday | None:
    """Return the days around a child's third birthday; none where the journal is put away."""
    return None if is_put_away(child) else third_birthday(child.born, meeting)


def _day_in(year: int, month: int, day: int) -> date:
    """Return a day of a month, or its last one where it has no such day."""
    while True:
        try:
            return date(year, month, day)
        except ValueError:
            day -= 1
