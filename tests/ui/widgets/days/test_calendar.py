"""A month or a week of days is walked by key, chosen from by key and click, and told by shape."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget

from homejournal.domain.days.periods import Period, WeekStart
from homejournal.ui.widgets.days import calendar as day_calendar
from homejournal.ui.widgets.days.calendar import DayCalendar, months_on
from tests.ui.widgets.days.days_shown import (
    DAYS,
    FIRST,
    LAST,
    PERIOD,
    TODAY,
    a_day,
    cell,
    click,
    keys,
    march,
    show,
    spoken,
    words,
)

_Key = Qt.Key
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def calendar(dress, on_screen):
    """March with Monday first, the keyboard on its twentieth day."""
    dress()
    made = DayCalendar(words(), WeekStart.MONDAY)
    made.heard = []
    made.day_chosen.connect(made.heard.append)
    show(made, march(20))
    made.resize(700, 500)
    on_screen(made)
    made.setFocus()
    return made


# What is shown and said.


def test_a_month_has_a_heading_and_full_weeks_with_short_names(calendar):
    model = calendar.table.model()
    assert calendar.heading() == "March 2026"
    assert model.rowCount() == 6
    heads = [model.headerData(place, Qt.Orientation.Horizontal) for place in range(7)]
    assert heads == ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
    assert model.day_at(0, 0) == date(2026, 2, 23)


def test_weeks_begin_as_the_family_wants(dress, qtbot):
    made = DayCalendar(words(), WeekStart.SUNDAY)
    qtbot.addWidget(made)
    show(made, march(20))
    assert made.table.model().headerData(0, Qt.Orientation.Horizontal) == "Sun"
    assert made.table.model().day_at(0, 0) == march(1)


def test_each_day_is_heard_with_its_state(calendar):
    face = QAccessible.queryAccessibleInterface(calendar.table)
    assert face.role() == QAccessible.Role.Table
    assert face.text(QAccessible.Text.Name) == "Day by day"
    heard = [face.child(place).text(QAccessible.Text.Name) for place in range(face.childCount())]
    assert spoken(DAYS[march(20)]) in heard
    tip = cell(calendar, march(20)).data(Qt.ItemDataRole.ToolTipRole)
    assert tip == spoken(DAYS[march(20)])


def test_written_later_is_heard_too(calendar):
    later = DAYS | {march(20): a_day(march(20), written_later=True)}
    calendar.set_days(later, PERIOD, TODAY)
    said = cell(calendar, march(20)).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said == "Friday, March 20: did_it, written later"


def test_days_of_other_months_and_outside_the_period_show_no_state(calendar):
    show(calendar, FIRST)
    assert cell(calendar, date(2026, 2, 1)).data() == "1"
    for day in (date(2026, 1, 9), date(2026, 2, 1)):
        index = cell(calendar, day)
        assert index.flags() == Qt.ItemFlag.NoItemFlags
        assert index.data(Qt.ItemDataRole.ToolTipRole) is None
        click(calendar, day)
    assert calendar.heard == []
    click(calendar, FIRST)
    assert calendar.heard == [FIRST]


def test_a_day_of_the_period_without_a_state_can_be_gone_to_and_not_chosen(calendar):
    calendar.set_days({march(19): DAYS[march(19)]}, PERIOD, TODAY)
    assert calendar.day() == march(20)
    assert calendar.table.currentIndex() == cell(calendar, march(20))
    assert cell(calendar, march(20)).data(Qt.ItemDataRole.AccessibleTextRole) == "Fri 20"
    keys(calendar, _Key.Key_Return)
    click(calendar, march(20))
    assert calendar.heard == []


# Keys.


@pytest.mark.parametrize(
    ("key", "day"),
    [
        (_Key.Key_Left, march(19)),
        (_Key.Key_Right, march(21)),
        (_Key.Key_Up, march(13)),
        (_Key.Key_Down, march(27)),
        (_Key.Key_Home, march(1)),
        (_Key.Key_End, march(31)),
        (_Key.Key_PageUp, date(2026, 2, 20)),
        (_Key.Key_PageDown, LAST),
    ],
)
def test_keys_lead_to_other_days(calendar, key, day):
    assert keys(calendar, key) == day
    assert calendar.heading() == f"{day:%B %Y}"
    assert calendar.table.currentIndex() == cell(calendar, day)


def test_arrows_go_on_into_the_next_month_and_stop_at_the_ends(calendar):
    assert keys(calendar, _Key.Key_End, _Key.Key_Right) == date(2026, 4, 1)
    assert keys(calendar, *[_Key.Key_Down] * 9) == LAST
    assert keys(calendar, *[_Key.Key_PageUp] * 9) == FIRST
    assert keys(calendar, _Key.Key_Left, _Key.Key_Home, _Key.Key_Up) == FIRST


def test_arrows_follow_the_reading_direction(calendar):
    calendar.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert keys(calendar, _Key.Key_Left) == march(21)
    assert keys(calendar, _Key.Key_Right, _Key.Key_Right) == march(19)
    assert keys(calendar, _Key.Key_Down) == march(26)
    assert keys(calendar, _Key.Key_PageUp) == date(2026, 2, 26)


def test_keys_with_a_command_belong_to_the_window(calendar):
    keys(calendar, _Key.Key_Left, modifier=Qt.KeyboardModifier.AltModifier)
    keys(calendar, _Key.Key_PageUp, modifier=Qt.KeyboardModifier.ControlModifier)
    assert calendar.heading() == "March 2026"
    QTest.keyClicks(calendar.table, "7")
    assert calendar.day() == march(20)


@pytest.mark.parametrize("key", [_Key.Key_Return, _Key.Key_Enter, _Key.Key_Space])
def test_enter_and_space_choose_the_day(calendar, key):
    keys(calendar, _Key.Key_Right, key)
    assert calendar.heard == [march(21)]


def test_a_click_chooses_a_day_and_the_keys_go_on_from_it(calendar):
    click(calendar, march(4))
    assert calendar.heard == [march(4)]
    assert keys(calendar, _Key.Key_Right) == march(5)


def test_tab_passes_the_arrows_then_the_days_and_leaves_them(dress, on_screen, qtbot):
    page = QWidget()
    column = QVBoxLayout(page)
    made = DayCalendar(words(), WeekStart.MONDAY)
    after = QPushButton("After")
    column.addWidget(made)
    column.addWidget(after)
    made.set_days(DAYS, PERIOD)
    on_screen(page)
    show(made, march(20))
    buttons(made)[0].setFocus()
    for part in (buttons(made)[1], made.table, after):
        qtbot.keyClick(QApplication.focusWidget(), _Key.Key_Tab)
        assert part.hasFocus()


def test_the_same_day_of_another_month_is_its_last_where_it_is_shorter():
    assert months_on(date(2024, 1, 31), 1) == date(2024, 2, 29)
    assert months_on(date(2026, 1, 31), -2) == date(2025, 11, 30)
    assert months_on(date(2025, 12, 5), 1) == date(2026, 1, 5)


# Turning pages.


def buttons(calendar):
    return calendar.findChildren(QPushButton)


def test_named_buttons_turn_the_month_until_the_ends(calendar, qtbot, monkeypatch):
    said = []
    monkeypatch.setattr(day_calendar, "announce", lambda _on, text: said.append(text))
    before, after = buttons(calendar)
    assert [before.accessibleName(), after.toolTip()] == ["The month before", "The month after"]
    qtbot.mouseClick(after, LEFT)
    assert calendar.heading() == "April 2026"
    assert not after.isEnabled()
    for _ in range(3):
        qtbot.mouseClick(before, LEFT)
    assert calendar.heading() == "January 2026"
    assert not before.isEnabled()
    assert said == ["April 2026", "March 2026", "February 2026", "January 2026"]


def test_the_week_view_has_a_week_and_its_own_words_and_keys(calendar):
    calendar.set_weekly(True)
    calendar.set_weekly(True)
    assert calendar.heading() == "March 16 to March 22"
    assert calendar.table.model().rowCount() == 1
    before, after = buttons(calendar)
    assert [before.accessibleName(), after.accessibleName()] == [
        "The week before",
        "The week after",
    ]
    assert keys(calendar, _Key.Key_PageUp) == march(13)
    assert keys(calendar, _Key.Key_Home) == march(9)
    assert keys(calendar, _Key.Key_End) == march(15)
    calendar.set_weekly(False)
    assert calendar.heading() == "March 2026"
    assert before.accessibleName() == "The month before"


def test_the_day_stays_while_the_period_holds_it(calendar):
    calendar.set_days(DAYS, Period(march(1), LAST), TODAY)
    assert calendar.day() == march(20)
    calendar.set_days(DAYS, Period(FIRST, march(10)), TODAY)
    assert calendar.day() == march(10)


def test_a_calendar_without_days_shows_nothing_and_breaks_nothing(dress, on_screen):
    made = on_screen(DayCalendar(words(), WeekStart.MONDAY))
    made.set_weekly(True)
    keys(made, _Key.Key_Left, _Key.Key_Return)
    assert made.heading() == ""
    assert made.table.model().rowCount() == 0


def test_one_day_is_a_period_too(calendar):
    calendar.set_days({march(3): a_day(march(3))}, Period(march(3), march(3)))
    assert not any(button.isEnabled() for button in buttons(calendar))
    assert keys(calendar, _Key.Key_PageUp, _Key.Key_Right, _Key.Key_End) == march(3)
    keys(calendar, _Key.Key_Space)
    assert calendar.heard == [march(3)]
