"""What is said about the timer, and which units of a plan it can fill in."""

from datetime import datetime, timedelta
from functools import lru_cache

from homejournal.domain.today.reminders_and_timer import TimeUnit, minutes
from homejournal.texts.wording import Wording, languages, wording_of


def unit_of(unit: str | None) -> TimeUnit | None:
    """Return the unit of time that a plan's own words name, in any of our languages."""
    said = {word.strip(".,()") for word in (unit or "").casefold().split()}
    known = {
        TimeUnit.MINUTES: [_minute_words(wording_of(language)) for language in languages()],
        TimeUnit.HOURS: [_hour_words(wording_of(language)) for language in languages()],
    }
    for found, words in known.items():
        if said & {word for line in words for word in line.casefold().split()}:
            return found
    return None


@lru_cache(maxsize=256)
def time_named(unit: str) -> TimeUnit | None:
    """Return the unit of time that the family's words name, where they say nothing else."""
    return unit_of(unit) if len(unit.split()) == 1 else None


def length_said(wording: Wording, length: timedelta) -> str:
    """Return how long a timer has been running: "12 minutes"."""
    whole = minutes(length)
    if not whole:
        return wording.text("less than a minute")
    return wording.count("{n} minute", "{n} minutes", whole)


def timer_runs(wording: Wording, strategy: str, length: timedelta) -> str:
    """Return that a strategy is timed, and for how long."""
    name, said = wording.own(strategy), length_said(wording, length)
    return wording.text("Timer for {strategy}: {length}", strategy=name, length=said)


def timer_stopped(wording: Wording, strategy: str, length: timedelta) -> str:
    """Return what a stopped timer says that is not written down yet."""
    name, said = wording.own(strategy), length_said(wording, length)
    return wording.text(
        "Timer for {strategy}: {length}. It is not written down yet.", strategy=name, length=said
    )


def cannot_tell(wording: Wording, strategy: str, began: datetime) -> str:
    """Return that a timer was started, where the clock cannot tell how long ago."""
    return wording.text(
        "The timer for {strategy} began on {day} at {time}. The clock cannot tell how long it was,"
        " but you can write down what you remember.",
        strategy=wording.own(strategy),
        day=wording.full_day(began.date()),
        time=wording.time(began.time()),
    )


def _minute_words(wording: Wording) -> str:
    # Translators: all the ways people write this unit, in small letters with blanks between
    return wording.text("min mins minute minutes")


def _hour_words(wording: Wording) -> str:
    # Translators: all the ways people write this unit, in small letters with blanks between
    return wording.text("h hr hrs hour hours")
