"""The days of a strategy as a calendar shows them."""

from collections.abc import Iterable

from homejournal.domain.days.day_counts import DayCount
from homejournal.domain.looking_back.look_back_values import DayShown


def days_shown(days: Iterable[DayCount]) -> tuple[DayShown, ...]:
    """Return every day that counts, with its state, its times, and whether it was written later."""
    return tuple(
        DayShown(
            day=day.day,
            state=day.answer.state,
            reason=day.answer.reason,
            times=day.answer.times,
            times_planned=day.answer.times_planned,
            written_later=day.written_later > 0,
        )
        for day in days
    )
