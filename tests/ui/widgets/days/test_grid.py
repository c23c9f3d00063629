"""All strategies at once: walked by key, chosen by key and click, readable at every size."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from homejournal.domain.days.periods import Period
from homejournal.ui.theme import Scheme, px, tokens
from homejournal.ui.widgets.days.day_models import DAY_ROLE, DayRow
from homejournal.ui.widgets.days.grid import StrategyGrid
from tests.ui.widgets.days.days_shown import STATES, a_day, days_from, march, spoken

_Key = Qt.Key
NAMES = ("Two choices", "Pause and wait before giving the cup", "Sign more")
MARCH = Period(march(1), march(31))


def rows(names=NAMES, first=MARCH.start):
    return [
        DayRow(id=name, name=name, days=days_from(first, 31 - place))
        for place, name in enumerate(names)
    ]


@pytest.fixture
def grid(dress, on_screen):
    dress()
    made = StrategyGrid(
        "All strategies, day by day",
        lambda day: str(day.day),
        lambda name, shown: f"{name}: {spoken(shown)}",
    )
    made.heard = []
    made.chosen.connect(made.heard.append)
    made.set_rows(rows(), MARCH)
    made.resize(900, 300)
    on_screen(made)
    made.setFocus()
    return made


def keys(grid, *pressed):
    """Press keys; return the row and the day that the keyboard is on."""
    for key in pressed:
        QTest.keyClick(grid.table, key)
    index = grid.table.currentIndex()
    return index.row(), index.data(DAY_ROLE)


def test_it_is_a_table_whose_cells_are_heard_in_full(grid):
    face = QAccessible.queryAccessibleInterface(grid.table)
    assert face.role() == QAccessible.Role.Table
    assert face.text(QAccessible.Text.Name) == "All strategies, day by day"
    heard = {face.child(place).text(QAccessible.Text.Name) for place in range(face.childCount())}
    assert {"Sign more", "31", f"Sign more: {spoken(a_day(march(3), 2))}"} <= heard


def test_arrows_home_and_end_walk_from_the_first_cell(grid):
    assert keys(grid) == (0, march(1))
    assert keys(grid, _Key.Key_Right, _Key.Key_Down) == (1, march(2))
    assert keys(grid, _Key.Key_End) == (1, march(31))
    assert keys(grid, _Key.Key_Home) == (1, march(1))
    assert keys(grid, _Key.Key_PageDown) == (2, march(1))
    QTest.keyClicks(grid.table, "t")
    assert keys(grid) == (2, march(1))


@pytest.mark.parametrize("key", [_Key.Key_Return, _Key.Key_Enter, _Key.Key_Space])
def test_enter_and_space_choose_row_and_day(grid, key):
    keys(grid, _Key.Key_Down, _Key.Key_Right, key)
    assert grid.heard == [(NAMES[1], march(2))]


def test_a_click_chooses_and_an_empty_cell_does_not(grid):
    for row, column in ((2, 0), (2, 30)):
        box = grid.table.visualRect(grid.table.model().index(row, column))
        QTest.mouseClick(grid.table.viewport(), Qt.MouseButton.LeftButton, pos=box.center())
    keys(grid, _Key.Key_Return)
    assert grid.heard == [(NAMES[2], march(1))]


def test_the_cell_stays_while_row_and_day_are_shown(grid):
    keys(grid, _Key.Key_Down, _Key.Key_Right, _Key.Key_Right)
    grid.set_rows(rows(NAMES[1:]), Period(march(2), march(8)))
    assert keys(grid) == (0, march(3))
    grid.set_rows(rows(first=date(2026, 4, 1)), Period(date(2026, 4, 1), date(2026, 4, 7)))
    assert keys(grid) == (0, date(2026, 4, 1))


def test_no_strategies_are_no_rows(grid):
    grid.set_rows([], MARCH)
    keys(grid, _Key.Key_Down, _Key.Key_Return)
    assert grid.heard == []
    grid.set_rows(rows(), MARCH)
    assert keys(grid) == (0, march(1))


def test_arrows_follow_the_reading_direction(grid):
    grid.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert keys(grid, _Key.Key_Left) == (0, march(2))
    boxes = [grid.table.visualRect(grid.table.model().index(0, place)) for place in (0, 30)]
    assert boxes[0].x() > boxes[1].x()


def test_every_cell_that_differs_looks_different_and_an_empty_one_is_empty(grid):
    looks = []
    for place in range(len(STATES)):
        looks.append(cell(grid, place))
        assert looks.count(looks[-1]) == 1
    assert keys(grid, _Key.Key_Right) == (0, march(2))
    focused = cell(grid, 1)
    assert focused not in looks
    assert focused.pixelColor(focused.width() // 2, 1).name() == tokens().focus.lower()
    grid.set_rows([DayRow(id=1, name="Alone")], MARCH)
    empty = cell(grid, 4)
    assert {empty.pixelColor(x, y).name() for x in range(9) for y in range(9)} == {
        tokens().surface.lower()
    }


def cell(grid, place):
    box = grid.table.visualRect(grid.table.model().index(0, place))
    return grid.table.viewport().grab(box).toImage()


@pytest.mark.parametrize("percent", [100, 200])
def test_days_share_the_width_and_are_never_too_narrow(dress, grid, percent):
    dress(Scheme.LIGHT, percent)
    for width in (500, 2400):
        grid.resize(width, 500)
        QApplication.processEvents()
        widths = {grid.table.columnWidth(place) for place in range(31)}
        assert min(widths) >= px(19)
        assert max(widths) - min(widths) <= 1
        scrolls = grid.table.horizontalScrollBar().maximum() > 0
        assert scrolls == (width == 500)
        assert grid.table.viewport().height() >= 3 * px(40)
    assert grid.table.verticalHeader().width() == px(157)


@pytest.mark.parametrize("percent", [100, 200])
def test_days_of_two_digits_stay_apart_in_the_narrowest_columns(dress, grid, percent):
    dress(Scheme.LIGHT, percent)
    grid.resize(500, 500)
    QApplication.processEvents()
    head = grid.table.horizontalHeader()
    digits = head.fontMetrics().horizontalAdvance("28")
    assert digits + px(3) <= head.sectionSize(27) == px(19)


LONG = "One new bite beside two she likes"


@pytest.mark.parametrize("percent", [100, 200])
def test_a_name_wraps_and_its_row_is_as_high_as_it_needs(dress, grid, percent):
    dress(Scheme.LIGHT, percent)
    grid.set_rows(rows(("Sign more", LONG)), MARCH)
    heads = grid.table.verticalHeader()
    lines = heads.fontMetrics().lineSpacing()
    assert heads.sectionSize(0) == max(px(40), lines + px(8))
    assert heads.sectionSize(1) == max(px(40), 2 * lines + 2 * px(4))
    assert grid.table.viewport().height() >= heads.sectionSize(0) + heads.sectionSize(1)
    assert "".join(heads.lines(1)).replace(" ", "") == LONG.replace(" ", "")


def test_a_name_without_end_takes_three_lines_and_is_heard_whole(grid):
    endless = "word " * 60
    grid.set_rows(rows((endless,)), MARCH)
    heads = grid.table.verticalHeader()
    assert heads.sectionSize(0) <= 3 * heads.fontMetrics().lineSpacing() + px(8)
    assert heads.lines(0)[-1].endswith("…")
    tip = heads.model().headerData(0, Qt.Orientation.Vertical, Qt.ItemDataRole.ToolTipRole)
    assert tip == endless


def test_a_month_of_31_days_fits_a_usual_window(grid):
    grid.resize(746, 300)
    QApplication.processEvents()
    assert grid.table.horizontalScrollBar().maximum() == 0


def test_very_many_strategies_scroll_in_their_own_room(grid):
    many = [f"Strategy {place}" for place in range(40)]
    grid.set_rows([DayRow(id=name, name=name) for name in many], MARCH)
    assert grid.table.height() < 14 * px(40)
    assert keys(grid, *[_Key.Key_Down] * 39) == (39, march(1))
    last = grid.table.visualRect(grid.table.currentIndex())
    assert grid.table.viewport().rect().contains(last.center())


def test_in_a_narrow_window_the_names_leave_the_days_their_room(grid, qapp):
    usual = grid._heads.width()
    grid.resize(230, 300)
    qapp.processEvents()
    assert grid._heads.width() <= 230 * 0.4
    assert grid.table.rowHeight(0) >= len(grid._heads.lines(0)) * grid.fontMetrics().height()
    grid.resize(900, 300)
    qapp.processEvents()
    assert grid._heads.width() == usual
