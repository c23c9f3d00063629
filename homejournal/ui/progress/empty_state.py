"""Where there is nothing to look back at: why, in one kind sentence, and a way out."""

from collections.abc import Callable, Mapping
from datetime import date
from enum import Enum

from homejournal.domain.looking_back.look_back_values import LookBack
from homejournal.domain.records.family import Family
from homejournal.texts.wording import Wording
from homejournal.ui.progress.counting_and_drawing import Counted

Words = Callable[[Wording], tuple[str, str, str]]


class Way(Enum):
    """What the page offers instead of charts."""

    PLAN = "plan"
    """No strategy is planned yet."""
    TODAY = "today"
    """Nothing is written yet, on any day."""
    ALL_DAYS = "all_days"
    """Nothing is written in these days."""
    NO_FILTER = "no_filter"
    """The filter leaves nothing over."""

    def words(self, wording: Wording) -> tuple[str, str, str]:
        """Return the title, the sentence and the words of the button."""
        return _WORDS[self](wording)


_WORDS: Mapping[Way, Words] = {
    Way.PLAN: lambda w: (
        w.text("Nothing to look back at yet"),
        w.text("As soon as a strategy is in the plan, this page shows how it goes, week by week."),
        w.text("Go to the plan"),
    ),
    Way.TODAY: lambda w: (
        w.text("Nothing to look back at yet"),
        w.text("Write down a first time on Today. From then on this page shows how it goes."),
        w.text("Go to Today"),
    ),
    Way.ALL_DAYS: lambda w: (
        w.text("Nothing is written in these days"),
        w.text("That is fine. What you wrote before or after is still there."),
        w.text("Show all days"),
    ),
    Way.NO_FILTER: lambda w: (
        w.text("Nothing fits the filter"),
        w.text("What you wrote is hidden by the filter, not lost."),
        w.text("Show all"),
    ),
}


def way_out(counted: Counted, family: Family, first: date | None, today: date) -> Way | None:
    """Return why there is nothing to show, or None if there is something.

    `first` is the first day on which anything is written for the child, or None.
    """
    if not family.strategies_of(counted.asked.child):
        return Way.PLAN
    if any(has_something(back) for back in counted.backs) or counted.celebrations:
        return None
    if counted.asked.hides:
        return Way.NO_FILTER
    asked = counted.asked.period
    no_others = first is None or (asked.start <= first and today <= asked.end)
    return Way.TODAY if no_others else Way.ALL_DAYS


def has_something(back: LookBack) -> bool:
    """Return whether anything is written for a strategy: a practice, or a mark of a day."""
    total = back.total
    return bool(total.times or total.not_today or total.left_out or total.times_not_today)
