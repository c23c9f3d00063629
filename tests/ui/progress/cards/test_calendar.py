"""The days of the Progress page: month and week, opened with one click or key."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from homejournal.ui.progress.cards import day_grid
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


def test_a_click_on_a_day_of_all_strategies_opens_it(wide):
    press_day(wide, wide.body.all.grid.grid.table, date(2026, 3, 5))
    window = wide.window()
    assert window.page_name == "today"
    assert window.page.day == date(2026, 3, 5)


def test_return_on_a_day_opens_it(wide, choose, hands):
    choose(wide, wide.filter.strategy, "To bed")
    wide.body.one.calendar.calendar.setFocus()
    hands.press(Key.Key_Left, Key.Key_Return)
    assert wide.window().page_name == "today"
    assert wide.window().page.day == LAST


def test_only_days_of_the_period_stand_side_by_side(progress):
    model = progress.body.all.grid.grid.table.model()
    assert model.columnCount() == 10
    assert model.rowCount() == 4


def test_weeks_are_turned_by_buttons_that_keep_the_focus(progress, hands, settled, monkeypatch):
    spoken = []
    monkeypatch.setattr(day_grid, "announce", lambda _on, words: spoken.append(words))
    grid = progress.body.all.grid
    hands.click(hands.named(grid, Pill, "Week"))
    assert grid.heading.text() == "March 16 to March 22, 2026"
    earlier = hands.named(grid, QPushButton, "The week before")
    earlier.setFocus()
    hands.press(Key.Key_Space)
    assert grid.heading.text() == "March 9 to March 15, 2026"
    assert spoken == ["March 9 to March 15, 2026"]
    # Nothing is earlier, so the keyboard is on the way back.
    assert grid.later.hasFocus()
    hands.press(Key.Key_Space)
    assert grid.heading.text() == "March 16 to March 22, 2026"
    assert grid.earlier.hasFocus()


def test_a_single_week_has_no_way_to_turn_and_keeps_the_focus(progress, hands, settled):
    grid = progress.body.all.grid
    hands.click(hands.named(progress, Pill, "Own dates…"))
    progress.periods.first.set_day(date(2026, 3, 10))
    hands.click(hands.named(grid, Pill, "Week"))
    settled(progress)
    grid.earlier.setFocus()
    progress.periods.first.set_day(date(2026, 3, 17))
    settled(progress)
    assert not grid.earlier.isEnabled()
    assert not grid.later.isEnabled()
    assert grid.isAncestorOf(QApplication.focusWidget())


def test_the_choice_of_weeks_holds_for_every_calendar(progress, hands, settled, choose):
    hands.click(hands.named(progress.body.all.grid, Pill, "Week"))
    choose(progress, progress.filter.strategy, "To bed")
    calendar = progress.body.one.calendar
    assert calendar.view.weekly
    assert calendar.calendar.table.model().rowCount() == 1
    hands.click(hands.named(calendar, Pill, "Month"))
    assert calendar.calendar.heading() == "March 2026"
    choose(progress, progress.filter.strategy, "All of Maya")
    assert progress.body.all.grid.heading.text() == "March 2026"


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


def test_the_days_of_all_strategies_have_a_table(progress, hands):
    grid = progress.body.all.grid
    grid.table.button.click()
    table = grid.table.opened()
    assert table.columns[0] == "Day"
    assert sorted(table.columns[1:]) == ["Barefoot", "New bite", "To bed", "Two choices"]
    last = dict(zip(table.columns, table.rows[-1], strict=True))
    assert last["Day"] == LAST
    assert last["Two choices"] == "did it (2 of 2)"
    assert [row[0].day for row in table.rows] == list(range(12, 22))


def test_a_day_that_a_strategy_does_not_show_is_an_empty_cell(progress, hands, choose):
    choose(progress, "Who did it", "Grandpa")
    grid = progress.body.all.grid
    grid.table.button.click()
    table = grid.table.opened()
    place = table.columns.index("Two choices")
    said = {row[0].day: row[place] for row in table.rows}
    assert said[12] == "did it"
    assert said[13] is None
