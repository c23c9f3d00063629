"""Seven marks tell how the week was for a strategy: each its own shape, and one sentence."""

from datetime import timedelta

import pytest
from PySide6.QtCore import QRect

from homejournal.domain.days.periods import Period
from homejournal.domain.records.plan import Often, Weekday
from homejournal.domain.records.practices import LeftOutReason
from homejournal.services.days.days import MarkTold
from homejournal.ui.day_rows.strategy_row import WeekMarks
from tests.ui.conftest import SUNDAY

WEEKDAYS = Often(weekdays=(Weekday.MON, Weekday.TUE, Weekday.WED, Weekday.THU, Weekday.FRI))


@pytest.fixture
def week(house):
    """A week of five planned days: done, not today, left out, nothing, and done unplanned."""
    strategy = house.plan("Pause", WEEKDAYS)
    days, monday = house.journal.days, SUNDAY - timedelta(days=6)
    days.did_it(strategy, monday)
    days.not_today(house.child.id, monday + timedelta(days=1), MarkTold(strategy=strategy))
    wednesday = monday + timedelta(days=2)
    sick = MarkTold(strategy=strategy, reason=LeftOutReason.SICK)
    days.left_out(house.child.id, Period(wednesday, wednesday), sick)
    days.did_it(strategy, SUNDAY - timedelta(days=1))
    days.did_it(strategy, SUNDAY)
    return house


def marks_of(window):
    (row,) = window.page.rows
    (found,) = [one for one in row.findChildren(WeekMarks) if one.isVisible()]
    return row, found


def test_they_are_one_sentence_of_the_row_and_in_the_tip(week, open_window):
    row, marks = marks_of(open_window(week.journal))
    said = row.accessibleDescription()
    assert said == (
        "This week: Monday: did it, Tuesday: not today, Wednesday: left out,"
        " Thursday: not written, Friday: not written, Saturday: used anyway and Sunday: used anyway"
    )
    assert (marks.accessibleName(), marks.toolTip()) == (said, said)


def day_of(picture, place, marks):
    wide = marks.width() / 7
    ratio = picture.devicePixelRatio()
    area = QRect(
        round(place * wide * ratio), round(marks.height() / 2 * ratio), round(wide * ratio), 99
    )
    return picture.copy(area.intersected(picture.rect()))


def test_each_state_has_its_own_shape_without_any_colour(week, open_window):
    _, marks = marks_of(open_window(week.journal))
    picture = marks.grab().toImage()
    grey = picture.convertToFormat(picture.Format.Format_Grayscale8)
    shapes = [day_of(grey, place, marks) for place in range(7)]
    distinct = []
    for shape in shapes[:4] + shapes[5:6]:
        assert all(shape != other for other in distinct)
        distinct.append(shape)


def test_they_follow_the_answer_without_moving(week, open_window, hands):
    row, marks = marks_of(open_window(week.journal))
    place = marks.geometry()
    row.lines[0].setFocus()
    hands.press(hands.alt("N"))
    assert row.accessibleDescription().endswith("Sunday: used anyway") is (
        bool(week.day().practices)
    )
    assert marks.geometry() == place


def test_a_day_that_has_not_come_says_nothing(house, open_window, clock):
    house.plan("Pause")
    clock.move(days=-4)
    row, _ = marks_of(open_window(house.journal))
    assert row.accessibleDescription() == (
        "This week: Monday: not written, Tuesday: not written and Wednesday: not written"
    )
