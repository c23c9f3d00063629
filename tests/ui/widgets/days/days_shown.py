"""Days in every state, as calendars and grids show them."""

from datetime import date, timedelta

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from homejournal.domain.days.day_states import DayState
from homejournal.domain.days.periods import Period
from homejournal.domain.looking_back.look_back_values import DayShown
from homejournal.domain.records.practices import LeftOutReason
from homejournal.ui.widgets.days.calendar import CalendarWords

STATES = (
    {"state": DayState.DID_IT, "times": 1, "times_planned": 1},
    {"state": DayState.DID_IT, "times": 1, "times_planned": 3},
    {"state": DayState.NOT_TODAY, "times_planned": 1},
    {"state": DayState.LEFT_OUT, "reason": LeftOutReason.SICK},
    {"state": DayState.NOT_WRITTEN, "times_planned": 1},
    {"state": DayState.NOT_PLANNED},
    {"state": DayState.NOT_PLANNED, "times": 1},
)


def a_day(day, place=0, **told):
    """Return a day in the state of that place among STATES."""
    return DayShown(day=day, **(STATES[place % len(STATES)] | told))


def days_from(first, count, **told):
    """Return so many days in all states by turns, by their dates."""
    days = [first + timedelta(place) for place in range(count)]
    return {day: a_day(day, place, **told) for place, day in enumerate(days)}


def spoken(shown):
    later = ", written later" if shown.written_later else ""
    return f"{shown.day:%A, %B} {shown.day.day}: {shown.state.value}{later}"


def weekday(day):
    return f"{day:%a}"


def march(day):
    return date(2026, 3, day)


FIRST = date(2026, 1, 10)
LAST = date(2026, 4, 20)
PERIOD = Period(FIRST, LAST)
DAYS = days_from(FIRST, 101)
TODAY = march(22)


def words():
    """Return what a calendar says in these tests."""
    return CalendarWords(
        name="Day by day",
        earlier="The month before",
        later="The month after",
        earlier_week="The week before",
        later_week="The week after",
        month=lambda day: f"{day:%B %Y}",
        week=lambda start, end: f"{start:%B} {start.day} to {end:%B} {end.day}",
        weekday=weekday,
        spoken=spoken,
        short=lambda shown: f"{shown.state} {shown.reason or ''} {shown.times}",
    )


def show(calendar, day):
    """Show all days, with the keyboard on that one."""
    calendar.set_days(DAYS, Period(FIRST, day), TODAY)
    calendar.set_days(DAYS, Period(day, day), TODAY)
    calendar.set_days(DAYS, PERIOD, TODAY)


def keys(calendar, *pressed, modifier=Qt.KeyboardModifier.NoModifier):
    for key in pressed:
        QTest.keyClick(calendar.table, key, modifier)
    return calendar.day()


def cell(calendar, day):
    model = calendar.table.model()
    place = next(
        (row, column)
        for row in range(model.rowCount())
        for column in range(7)
        if model.day_at(row, column) == day
    )
    return model.index(*place)


def click(calendar, day):
    box = calendar.table.visualRect(cell(calendar, day))
    QTest.mouseClick(calendar.table.viewport(), Qt.MouseButton.LeftButton, pos=box.center())
