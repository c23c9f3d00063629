"""A reminder is due for two hours at most, by the clock on the wall, whatever was done to it."""

from datetime import datetime, time, timedelta
from uuid import UUID, uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from homejournal.domain.records.plan import Strategy
from homejournal.domain.today.reminders_and_timer import (
    LATEST,
    SNOOZE,
    Reminder,
    ReminderTime,
    last_rung_at,
    times_from_text,
    times_to_text,
    without_snoozed,
)

at = datetime.fromisoformat
NOW = at("2026-03-10 08:00:20")
LONG_AGO = at("2020-01-01 00:00")
HOUR = timedelta(hours=1)


def reminder(moment=NOW):
    strategy = Strategy(id=uuid4(), child=uuid4(), name="Wait")
    return Reminder(time=ReminderTime(strategy=strategy), day=moment.date(), at=moment)


@pytest.mark.parametrize(
    ("clock", "came"),
    [
        (time(8, 0), at("2026-03-10 08:00")),
        (time(6, 1), at("2026-03-10 06:01")),
        (time(6, 0), None),
        (time(8, 1), None),
        (time(23, 0), None),
    ],
)
def test_a_time_is_due_from_its_minute_on_for_two_hours(clock, came):
    assert last_rung_at(clock, NOW, LONG_AGO) == came


def test_after_midnight_the_time_of_the_evening_before_is_still_due():
    assert last_rung_at(time(23, 30), at("2026-03-11 00:10"), LONG_AGO) == at("2026-03-10 23:30")


def test_what_came_before_somebody_began_to_listen_stays_quiet_but_not_the_minute_itself():
    assert last_rung_at(time(7, 59), NOW, NOW) is None
    assert last_rung_at(time(8, 0), NOW, NOW) == at("2026-03-10 08:00")


@given(st.times(), st.datetimes(LONG_AGO, at("2030-01-01 00:00")))
def test_what_is_due_is_never_old_and_never_to_come(clock, now):
    came = last_rung_at(clock, now, at("2000-01-01 00:00"))
    assert came is None or (came <= now <= came + LATEST and came.time() == clock)


@given(st.datetimes(LONG_AGO, at("2030-01-01 00:00")))
def test_within_a_day_each_time_is_due_exactly_while_its_two_hours_last(now):
    clocks = [time(hour, minute) for hour in range(24) for minute in (0, 30)]
    due = [clock for clock in clocks if last_rung_at(clock, now, at("2000-01-01 00:00"))]
    assert 4 <= len(due) <= 5


def test_what_is_put_off_is_quiet_until_its_minute():
    one, other = reminder(), reminder()
    until = {one.id: NOW + SNOOZE}
    assert without_snoozed((one, other), until, NOW) == (other,)
    assert without_snoozed((one, other), until, NOW + SNOOZE) == (one, other)


def test_a_clock_that_is_set_back_does_not_put_off_for_hours():
    one = reminder()
    assert without_snoozed((one,), {one.id: NOW + SNOOZE}, NOW - HOUR) == (one,)


def test_one_planned_time_has_one_id_on_every_day():
    strategy = Strategy(id=uuid4(), child=uuid4(), name="Wait")
    breakfast, dinner = (ReminderTime(strategy=strategy, key=key) for key in ("a", "b"))
    ids = {Reminder(time=breakfast, day=one.date(), at=one).id for one in (NOW, NOW + 24 * HOUR)}
    assert len(ids) == 1
    assert Reminder(time=dinner, day=NOW.date(), at=NOW).id not in ids


def test_what_is_remembered_reads_back_and_holds_no_name():
    times = {uuid4(): time(7, 5), uuid4(): time(18, 30)}
    line = times_to_text(times)
    assert times_from_text(line) == times
    assert set(line) <= set("0123456789abcdef-=: ")


@pytest.mark.parametrize("line", ["", "x", "a=b", f"{UUID(int=1)}=25:00", f"{UUID(int=1)}"])
def test_what_does_not_read_is_left_out(line):
    one = uuid4()
    assert times_from_text(f"{line} {one}=07:00") == {one: time(7)}
