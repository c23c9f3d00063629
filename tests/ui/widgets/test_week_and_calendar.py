"""Days are chosen by mouse and key, and what they say does not need color."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from PySide6.QtCore import QDate, QPoint, Qt
from PySide6.QtGui import QAccessible, QTextCharFormat
from PySide6.QtWidgets import QPushButton, QTableView, QVBoxLayout, QWidget

from homejournal.ui.widgets.day_navigation import DaySign, StripDay, WeekStrip
from homejournal.ui.widgets.fields.date_and_time import CalendarPopup, DayEdit

SUNDAY = date(2026, 6, 7)


def week(mark=DaySign.NOT_WRITTEN):
    names = ("Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat")
    days = [SUNDAY + timedelta(n) for n in range(7)]
    return [
        StripDay(day, name, str(day.day), mark, f"{name} {day.day}, {mark.name}")
        for day, name in zip(days, names, strict=True)
    ]


@pytest.fixture
def strip(dress, on_screen):
    holder = QWidget()
    made = WeekStrip("The week before", "The week after", "open now")
    layout = QVBoxLayout(holder)
    layout.addWidget(made)
    made.set_days(week(), SUNDAY)
    holder.resize(700, 120)
    on_screen(holder)
    made.holder = holder
    return made


def test_a_click_chooses_the_day(strip, qtbot):
    with qtbot.waitSignal(strip.chosen) as heard:
        qtbot.mouseClick(strip.day_buttons[3], Qt.MouseButton.LeftButton)
    assert heard.args == [date(2026, 6, 10)]


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return])
def test_arrows_walk_and_blank_and_enter_choose(strip, qtbot, key):
    first = strip.day_buttons[0]
    first.setFocus()
    qtbot.keyClick(first, Qt.Key.Key_Left)
    assert first.hasFocus()
    qtbot.keyClick(first, Qt.Key.Key_Right)
    assert strip.day_buttons[1].hasFocus()
    with qtbot.waitSignal(strip.chosen) as heard:
        qtbot.keyClick(strip.day_buttons[1], key)
    assert heard.args == [date(2026, 6, 8)]


def test_arrows_walk_in_the_reading_direction(strip, qtbot):
    strip.holder.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    strip.day_buttons[0].setFocus()
    qtbot.keyClick(strip.day_buttons[0], Qt.Key.Key_Left)
    assert strip.day_buttons[1].hasFocus()


def test_arrow_buttons_are_named_and_ask_for_other_weeks(strip, qtbot):
    before, after = strip.findChildren(QPushButton)
    assert before.accessibleName() == "The week before"
    with qtbot.waitSignal(strip.earlier):
        before.click()
    with qtbot.waitSignal(strip.later):
        after.click()
    strip.set_later_possible(False)
    assert not after.isEnabled()


def test_days_are_buttons_with_the_name_they_were_given(strip):
    face = QAccessible.queryAccessibleInterface(strip.day_buttons[2])
    assert face.role() == QAccessible.Role.Button
    assert face.text(QAccessible.Text.Name) == "Tue 9, NOT_WRITTEN"


def test_the_open_day_is_told_to_people_who_listen(strip):
    told = [button.accessibleDescription() for button in strip.day_buttons]
    assert told.count("open now") == 1
    assert strip.day_buttons[told.index("open now")].shown.day == SUNDAY


def test_every_mark_has_its_own_shape(strip):
    pictures = []
    for mark in DaySign:
        strip.set_days(week(mark), SUNDAY)
        image = strip.day_buttons[4].grab().toImage()
        grey = image.convertToFormat(image.Format.Format_Mono)
        pictures.append(bytes(grey.constBits()))
    assert len(set(pictures)) == len(DaySign)


def test_the_week_is_mirrored(strip):
    assert strip.day_buttons[0].x() < strip.day_buttons[6].x()
    strip.holder.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    strip.layout().activate()
    assert strip.day_buttons[0].x() > strip.day_buttons[6].x()


@pytest.mark.parametrize("percent", [100, 150, 200])
def test_a_day_is_never_squeezed_in_height(dress, strip, percent):
    from homejournal.ui.theme import Scheme

    dress(Scheme.LIGHT, percent)
    strip.holder.layout().activate()
    strip.layout().activate()
    assert strip.day_buttons[0].height() >= strip.day_buttons[0].sizeHint().height()


@pytest.fixture
def popup(dress, qtbot):
    anchor = QPushButton("Another day")
    qtbot.addWidget(anchor)
    anchor.show()
    made = CalendarPopup("Choose a day", "The month before", "The month after")
    qtbot.addWidget(made)
    made.open_below(anchor, date(2026, 6, 12), date(2026, 1, 1), date(2026, 6, 20))
    return made


def test_enter_chooses_the_day_and_closes(popup, qtbot):
    view = popup.findChild(QTableView)
    qtbot.keyClick(view, Qt.Key.Key_Left)
    with qtbot.waitSignal(popup.chosen) as heard:
        qtbot.keyClick(view, Qt.Key.Key_Return)
    assert heard.args == [date(2026, 6, 11)]
    assert not popup.isVisible()


def test_escape_closes_without_choosing(popup, qtbot):
    with qtbot.assertNotEmitted(popup.chosen):
        qtbot.keyClick(popup.findChild(QTableView), Qt.Key.Key_Escape)
    assert not popup.isVisible()


def test_days_beyond_the_last_cannot_be_chosen(popup):
    popup.calendar.setSelectedDate(QDate(2026, 6, 25))
    assert popup.calendar.selectedDate() == QDate(2026, 6, 20)
    popup.calendar.setSelectedDate(QDate(2025, 6, 25))
    assert popup.calendar.selectedDate() == QDate(2026, 1, 1)


def test_months_are_turned_by_named_buttons(popup):
    before, after = popup.findChildren(QPushButton)
    assert (before.accessibleName(), after.accessibleName()) == (
        "The month before",
        "The month after",
    )
    before.click()
    assert popup.calendar.monthShown() == 5


def test_the_calendar_has_a_name(popup):
    assert popup.findChild(QTableView).accessibleName() == "Choose a day"


def test_the_popup_stays_on_the_screen(dress, qtbot):
    anchor = QPushButton("Another day")
    qtbot.addWidget(anchor)
    anchor.move(anchor.screen().availableGeometry().bottomRight() - QPoint(20, 20))
    anchor.show()
    made = CalendarPopup("Choose a day", "Before", "After")
    qtbot.addWidget(made)
    made.open_below(anchor, date(2026, 6, 12), date(2026, 1, 1), date(2026, 6, 20))
    assert anchor.screen().availableGeometry().contains(made.geometry())


def test_a_click_into_a_day_marks_the_part_that_the_next_keys_replace(dress, on_screen, qtbot):
    edit = on_screen(DayEdit(date(2026, 12, 1)))
    edit.field.setDisplayFormat("MM/dd/yyyy")
    line = edit.field.lineEdit()
    qtbot.mouseClick(line, Qt.MouseButton.LeftButton, pos=QPoint(4, line.height() // 2))
    qtbot.keyClicks(line, "11")
    qtbot.keyClick(line, Qt.Key.Key_Tab)
    assert edit.day() == date(2026, 11, 1)


@pytest.mark.parametrize("beside", [2, 8, 20, 36])
def test_a_click_beside_the_day_opens_a_month_without_red_and_changes_nothing(
    dress, on_screen, qtbot, beside
):
    edit = on_screen(DayEdit(date(2026, 12, 1)))
    line = edit.field.lineEdit().geometry()
    place = QPoint(line.right() + beside, line.center().y())
    qtbot.mouseClick(edit.field, Qt.MouseButton.LeftButton, pos=place)
    month = edit.field.calendarWidget()
    assert month.isVisible()
    assert edit.day() == date(2026, 12, 1)
    plain = QTextCharFormat().foreground()
    assert all(month.weekdayTextFormat(day).foreground() == plain for day in Qt.DayOfWeek)
    month.window().close()


def names_painted(strip):
    """Tell the names of the days apart by what is painted of them."""
    return [button._name(button.shown) for button in strip.day_buttons]


def test_in_a_narrow_window_the_days_keep_their_room_and_show_less_of_their_names(strip, qapp):
    wanted = strip.sizeHint()
    arrows = strip.findChildren(QPushButton)
    for width, shown, short in ((700, True, False), (380, False, False), (230, False, True)):
        strip.holder.resize(width, 120)
        strip.holder.layout().setContentsMargins(0, 0, 0, 0)
        qapp.processEvents()
        assert [arrow.isVisible() for arrow in arrows] == [shown, shown]
        assert all(len(name) == (1 if short else 3) for name in names_painted(strip))
        assert all(button.width() >= 24 for button in strip.day_buttons)
        assert strip.day_buttons[-1].geometry().right() < width
        assert strip.sizeHint() == wanted
    assert strip.day_buttons[2].accessibleName().startswith("Tue")


def test_long_names_of_days_do_not_touch(strip):
    days = week()
    strip.set_days([replace(days[0], name="Wednesday"), *days[1:]], SUNDAY)
    first = strip.day_buttons[0]
    assert first.sizeHint().width() >= first.wide_name() + 12
    assert strip.sizeHint().width() > 7 * first.sizeHint().width()
