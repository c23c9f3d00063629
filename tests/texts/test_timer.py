"""What is said about the timer, and the units that it knows."""

from datetime import datetime, timedelta, timezone

import pytest

from homejournal.domain.today.reminders_and_timer import TimeUnit
from homejournal.texts import timer as said
from homejournal.texts.wording import wording_of

EN = wording_of("en")


@pytest.mark.parametrize(
    ("unit", "found"),
    [
        ("min", TimeUnit.MINUTES),
        ("Minutes", TimeUnit.MINUTES),
        ("min.", TimeUnit.MINUTES),
        ("minutes until asleep", TimeUnit.MINUTES),
        ("hours", TimeUnit.HOURS),
        ("words", None),
        ("ministers", None),
        ("", None),
        (None, None),
    ],
)
def test_units_of_time_are_known(unit, found):
    assert said.unit_of(unit) is found


@pytest.mark.parametrize(
    ("seconds", "words"),
    [(10, "less than a minute"), (60, "1 minute"), (4000, "66 minutes")],
)
def test_a_running_timer_is_told_in_whole_minutes(seconds, words):
    assert said.length_said(EN, timedelta(seconds=seconds)) == words
    assert said.timer_runs(EN, "To bed", timedelta(seconds=seconds)) == f"Timer for To bed: {words}"
    told = said.timer_stopped(EN, "To bed", timedelta(seconds=seconds))
    assert told == f"Timer for To bed: {words}. It is not written down yet."


def test_where_the_clock_cannot_tell_the_family_is_asked():
    began = datetime(2026, 3, 10, 19, 30, tzinfo=timezone(timedelta(hours=-5)))
    told = said.cannot_tell(EN, "To bed", began).replace("\u202f", " ")
    assert told == (
        "The timer for To bed began on Tuesday, March 10, 2026 at 7:30 PM. The clock cannot tell"
        " how long it was, but you can write down what you remember."
    )
