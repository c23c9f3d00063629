"""How long a timer ran, as far as the clock can tell."""

from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from homejournal.domain.today.reminders_and_timer import (
    LONGEST,
    RunningTimer,
    TimeUnit,
    amount,
    elapsed,
    minutes,
    text_of,
    timing_of,
)

BEGAN = datetime(2026, 3, 10, 19, 30, tzinfo=timezone(timedelta(hours=-5)))


def timing(**said):
    told = {"strategy": UUID(int=1), "child": UUID(int=2), "day": date(2026, 3, 10)}
    return RunningTimer(**told | {"number": 1, "began": BEGAN} | said)


@pytest.mark.parametrize(
    ("later", "length"),
    [
        (timedelta(0), timedelta(0)),
        (timedelta(minutes=20), timedelta(minutes=20)),
        (LONGEST, LONGEST),
        (LONGEST + timedelta(seconds=1), None),
        (timedelta(seconds=-1), None),
        (timedelta(days=-365), None),
    ],
)
def test_the_clock_tells_up_to_half_a_day_and_never_less_than_nothing(later, length):
    assert elapsed(timing(), BEGAN + later) == length
    assert elapsed(timing(ended=BEGAN + later), BEGAN + timedelta(days=3)) == length


def test_a_timer_does_not_mind_a_change_of_the_time_zone():
    elsewhere = (BEGAN + timedelta(minutes=9)).astimezone(timezone(timedelta(hours=9)))
    assert elapsed(timing(), elsewhere) == timedelta(minutes=9)


@pytest.mark.parametrize(
    ("seconds", "unit", "written"),
    [
        (0, TimeUnit.MINUTES, 1),
        (29, TimeUnit.MINUTES, 1),
        (89, TimeUnit.MINUTES, 1),
        (90, TimeUnit.MINUTES, 2),
        (25 * 60, TimeUnit.MINUTES, 25),
        (60, TimeUnit.HOURS, "0.25"),
        (3600 + 8 * 60, TimeUnit.HOURS, "1.25"),
        (8 * 3600, TimeUnit.HOURS, 8),
    ],
)
def test_a_length_becomes_whole_minutes_or_quarters_of_an_hour(seconds, unit, written):
    assert amount(timedelta(seconds=seconds), unit) == Decimal(written)


@given(st.timedeltas(timedelta(0), LONGEST), st.sampled_from(TimeUnit))
def test_what_is_written_is_close_to_what_was_timed(length, unit):
    step, seconds = unit.value
    off = abs(amount(length, unit) * seconds - Decimal(length.total_seconds()))
    assert off <= step * seconds
    assert amount(length, unit) % step == 0


def test_minutes_that_have_gone_by_are_whole():
    assert [minutes(timedelta(seconds=one)) for one in (59, 60, 119)] == [0, 1, 1]


@pytest.mark.parametrize("ended", [None, BEGAN.astimezone(UTC) + timedelta(minutes=3)])
def test_a_timing_is_kept_as_text_and_read_again(ended):
    kept = timing(ended=ended, number=2)
    assert timing_of(text_of(kept)) == kept


@pytest.mark.parametrize(
    "text",
    [
        "",
        "no json",
        "[]",
        "{}",
        "null",
        text_of(timing()).replace("2026-03-10", "soon"),
        text_of(timing()).replace('"number": 1', '"number": null'),
    ],
)
def test_a_text_that_tells_no_timing_is_none(text):
    assert timing_of(text) is None
