"""Calendars begin their weeks on the day that the journal of their window says."""

from datetime import date

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QDialog, QPushButton, QWidget

from homejournal.domain.days.periods import WeekStart
from homejournal.ui.base.language import first_weekday, set_week_start
from homejournal.ui.widgets.fields.date_and_time import CalendarPopup

DAYS = {WeekStart.MONDAY: Qt.DayOfWeek.Monday, WeekStart.SUNDAY: Qt.DayOfWeek.Sunday}


@pytest.mark.parametrize("start", WeekStart)
def test_every_part_of_a_window_and_its_dialogs_follows_it(dress, qtbot, start):
    window = QWidget()
    qtbot.addWidget(window)
    set_week_start(window, start)
    dialog = QDialog(window)
    inside = QPushButton("A day", dialog)
    assert first_weekday(inside) is DAYS[start]


def test_without_a_journal_the_language_says_it(dress, qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    window.setLocale(QLocale("de_DE"))
    assert first_weekday(window) is Qt.DayOfWeek.Monday
    window.setLocale(QLocale("en_US"))
    assert first_weekday(window) is Qt.DayOfWeek.Sunday


@pytest.mark.parametrize("start", WeekStart)
def test_the_month_of_another_day_follows_it(dress, qtbot, start):
    anchor = QPushButton("Another day")
    qtbot.addWidget(anchor)
    set_week_start(anchor, start)
    anchor.show()
    popup = CalendarPopup("Choose a day", "The month before", "The month after")
    qtbot.addWidget(popup)
    popup.open_below(anchor, date(2026, 6, 12), date(2026, 1, 1), date(2026, 6, 20))
    assert popup.calendar.firstDayOfWeek() is DAYS[start]
