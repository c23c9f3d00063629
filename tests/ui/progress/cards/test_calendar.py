"""The days of the Progress page: month and week, opened with one click or key."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from homejournal.ui.widgets.buttons.button import Pill
from homejournal.ui.widgets.days.marks import MarkLegend
from tests.ui.shown_pages import LAST

Key = Qt.Key
EVERYTHING = "Everything"


@pytest.fixture
def wide(progress, hands, settled):
    hands.click(hands.named(progress, Pill, EVERYTHING))
    return settled(progress)


def cell(table, day):
    model = table.model()
    places = [
        model.index(row, column)
        for row in range(model.rowCount())
        for column in range(model.columnCount())
    ]
    return next(place for place in places if place.data(Qt.ItemDataRole.UserRole) == day)


def press_day(page, table, day):
    place = table.visualRect(cell(table, day)).center()
    scroll = page._scroll
    scroll.ensureWidgetVisible(table)
    QApplication.processEvents()
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)


def test_a_click_on_a_day_of_a_strategy_opens_it(wide, choose):
    choose(wide, wide.filter.strategy, "To bed")
    press_day(wide, wide.body.one.calendar.calendar.table, date(2026, 3, 14))
    window = wide.window()
    assert window.page_name == "today"
    assert window.page.day == date(2026, 3, 14)


def test_return_on_a_day_opens_it(wide, choose, hands):
    choose(wide, wide.filter.strategy, "To bed")
    wide.body.one.calendar.calendar.setFocus()
    hands.press(Key.Key_Left, Key.Key_Return)
    assert wide.window().page_name == "today"
    assert wide.window().page.day == LAST


def test_days_are_shown_by_week_or_by_month(progress, hands, settled, choose):
    choose(progress, progress.filter.strategy, "To bed")
    calendar = progress.body.one.calendar
    hands.click(hands.named(calendar, Pill, "Week"))
    assert calendar.calendar.table.model().rowCount() == 1
    hands.click(hands.named(calendar, Pill, "Month"))
    assert calendar.calendar.heading() == "March 2026"


def test_every_mark_in_sight_is_explained_and_no_other(progress, hands, choose):
    def legend(name):
        choose(progress, progress.filter.strategy, name)
        marks = progress.body.one.calendar.findChild(MarkLegend)
        return {
            widget.accessibleName() for widget in marks.findChildren(QWidget) if widget.isVisible()
        }

    assert {"Did it", "Written later"} <= legend("To bed")
    assert "Not written" in legend("Barefoot")
    assert "Not written" not in legend("To bed")
