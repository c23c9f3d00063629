"""A calendar file reads as RFC 5545 says, whatever families type."""

from datetime import date, datetime, time, timedelta, timezone
from uuid import UUID
from zoneinfo import ZoneInfo

import pytest
from dateutil.rrule import rrulestr
from hypothesis import given, settings
from hypothesis import strategies as st
from icalendar import Calendar

from homejournal.domain.records.plan import Weekday
from homejournal.domain.today.reminders_and_timer import CalendarEntry
from homejournal.exchange.calendar_file import calendar_file

MADE = datetime(2026, 3, 22, 20, 15, 7, 123, tzinfo=timezone(timedelta(hours=-5)))
DAY = date(2026, 3, 25)
ID = UUID("11111111-2222-4333-8444-555555555555")


def entry(**said):
    return CalendarEntry(**{"id": ID, "day": DAY, "summary": "Maya: visit with Dana"} | said)


def file_of(*entries, language="en"):
    return calendar_file(entries, language, MADE)


def read(*entries):
    (event,) = Calendar.from_ical(file_of(*entries)).walk("VEVENT")
    return event


def test_a_visit_stands_on_the_clock_on_the_wall_without_a_zone():
    text = file_of(entry(time=time(9, 30), description="Bring: the cup", place="At home"))
    lines = text.decode().split("\r\n")
    assert lines[0] == "BEGIN:VCALENDAR"
    for line in (
        "VERSION:2.0",
        "METHOD:PUBLISH",
        f"UID:{ID}@homejournal",
        "DTSTAMP:20260323T011507Z",
        "DTSTART:20260325T093000",
        "DURATION:PT1H",
        "CLASS:PRIVATE",
        "SUMMARY;LANGUAGE=en:Maya: visit with Dana",
        "DESCRIPTION;LANGUAGE=en:Bring: the cup",
        "LOCATION;LANGUAGE=en:At home",
    ):
        assert line in lines
    assert not any(line.startswith(("RRULE", "BEGIN:VALARM", "BEGIN:VTIMEZONE")) for line in lines)


def test_a_visit_without_a_time_is_of_the_whole_day():
    event = read(entry())
    assert event["dtstart"].dt == DAY
    assert "duration" not in event
    assert "description" not in event


def test_taking_the_file_again_changes_the_same_entry():
    before, after = read(entry()), read(entry(day=DAY + timedelta(days=1), changed=2))
    assert before["uid"] == after["uid"]
    assert (before["sequence"], after["sequence"]) == (0, 2)


def test_a_reminder_comes_again_and_rings_and_keeps_nobody_busy():
    daily = read(entry(time=time(18), reminds=True))
    assert daily["rrule"] == {"FREQ": ["DAILY"]}
    weekly = read(entry(time=time(18), reminds=True, weekdays=tuple(Weekday)[:2]))
    assert weekly["rrule"] == {"FREQ": ["WEEKLY"], "BYDAY": ["MO", "TU"]}
    assert weekly["transp"] == "TRANSPARENT"
    (alarm,) = weekly.walk("VALARM")
    assert (alarm["action"], alarm["trigger"].dt) == ("DISPLAY", timedelta(0))
    assert "duration" not in weekly


LAST = date(2026, 4, 8)


@pytest.mark.parametrize(
    ("said", "rule"),
    [
        ({"time": time(18)}, "RRULE:FREQ=DAILY;UNTIL=20260408T180000"),
        ({"time": time(18), "weekdays": (Weekday.WED,)}, "UNTIL=20260408T180000;BYDAY=WE"),
        ({}, "RRULE:FREQ=DAILY;UNTIL=20260408"),
    ],
)
def test_a_reminder_ends_in_the_form_of_its_beginning(said, rule):
    lines = file_of(entry(reminds=True, until=LAST, **said)).decode().split("\r\n")
    assert any(line.endswith(rule) for line in lines)
    beginning = next(line for line in lines if line.startswith("DTSTART"))
    assert ("T1800" in beginning) == ("time" in said)


@pytest.mark.parametrize("zone", ["America/New_York", "Europe/Madrid", "Australia/Sydney"])
def test_a_reminder_rings_at_the_clock_on_the_wall_through_its_last_day(zone):
    """The clocks change between March and April in each of these zones."""
    event = read(entry(day=date(2026, 3, 1), time=time(18), reminds=True, until=LAST))
    first, rule = event["dtstart"].dt, event["rrule"].to_ical().decode()
    rung = list(rrulestr(rule, dtstart=first))
    assert (rung[0], rung[-1]) == (first, datetime.combine(LAST, time(18)))
    assert len(rung) == (LAST - date(2026, 3, 1)).days + 1
    there = {one.replace(tzinfo=ZoneInfo(zone)).utcoffset() for one in rung}
    assert len(there) == 2
    assert {one.time() for one in rung} == {time(18)}


def test_the_words_name_their_language():
    text = file_of(entry(summary="Maya: visita"), language="es").decode()
    assert "SUMMARY;LANGUAGE=es:Maya: visita" in text


def test_what_looks_like_the_file_s_own_lines_stays_text():
    evil = "Cup\r\nEND:VEVENT\r\nBEGIN:VEVENT; a, b \\n"
    event = read(entry(description=evil, summary=evil))
    assert event["description"] == event["summary"] == "Cup \nEND:VEVENT \nBEGIN:VEVENT; a, b \\n"


@pytest.mark.parametrize(
    ("typed", "line"),
    [
        ("C:\\New", "C:\\\\New"),
        ("C:\\new", "C:\\\\new"),
        ("a, b; c\\", "a\\, b\\; c\\\\"),
        ("a\nb", "a\\nb"),
    ],
)
def test_backslashes_and_commas_are_written_as_the_standard_says(typed, line):
    data = file_of(entry(summary=typed, reminds=True)).decode()
    assert f"SUMMARY;LANGUAGE=en:{line}\r\n" in data
    assert f"DESCRIPTION:{line}\r\n" in data


@pytest.mark.parametrize("sign", ["\x00", "\x07", "\x1b", "\x7f", "\ud800"])
def test_what_no_text_may_hold_becomes_a_gap(sign):
    assert read(entry(summary=f"a{sign}b"))["summary"] == "a b"


WRITTEN = st.text(st.characters(exclude_categories=["Cc", "Cs"]), min_size=1, max_size=300)


@settings(max_examples=60, deadline=None)
@given(WRITTEN)
def test_no_line_is_longer_than_75_bytes_and_every_text_comes_back(words):
    made = file_of(entry(summary=words, reminds=True, time=time(7)))
    lines = made.split(b"\r\n")
    assert max(map(len, lines)) <= 75
    assert not {b"\r", b"\n"} & {bytes([sign]) for sign in b"".join(lines)}
    (event,) = Calendar.from_ical(made).walk("VEVENT")
    assert event["summary"] == words


def test_several_entries_stand_in_one_file_and_none_is_a_calendar_too():
    both = file_of(entry(), entry(id=UUID(int=7)))
    assert len(Calendar.from_ical(both).walk("VEVENT")) == 2
    assert Calendar.from_ical(file_of()).walk("VEVENT") == []
