"""The table beside a chart is read by key, heard, copied for text and spreadsheet, and quick."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtGui import QAccessible, QFontMetrics, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget

from homejournal.domain.looking_back.chart_series import Table
from homejournal.exchange.tables import table_html, table_tsv
from homejournal.texts.progress_page import cell_text
from homejournal.texts.wording import wording_of
from homejournal.ui.theme import Scheme, px, sized_font, tokens
from homejournal.ui.widgets.charts.data_table import TableView

_Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
FIRST = date(2026, 3, 2)
LONG = "Bath, teeth, pajamas and the long story about the very small red tractor"


def said(cell):
    return cell_text(cell, wording_of("en"))


def a_table(rows=20):
    return Table(
        title="Sign more, by week",
        columns=("Week from", "Note", "n"),
        rows=tuple(
            (FIRST + timedelta(weeks=row), LONG if row == 1 else f"note {row}", 1000 * row)
            for row in range(rows)
        ),
    )


@pytest.fixture
def view(dress, on_screen):
    """A table of twenty rows in a page with a field."""
    dress()
    page = QWidget()
    column = QVBoxLayout(page)
    column.setContentsMargins(0, 0, 0, 0)
    made = TableView(said, table_tsv, table_html)
    made.after = QLineEdit()
    column.addWidget(made)
    column.addWidget(made.after)
    made.show_table(a_table())
    page.resize(700, 600)
    made.page = on_screen(page)
    made.setFocus()
    yield made
    # Data made in Python must not outlive it.
    QGuiApplication.clipboard().clear()


def keys(view, *pressed, modifier=Qt.KeyboardModifier.NoModifier):
    for key in pressed:
        QTest.keyClick(view, key, modifier)
    return view.currentIndex().row(), view.currentIndex().column()


def copied():
    return QGuiApplication.clipboard().mimeData()


def first_column():
    """Return the first cell of each line that was copied."""
    return [line.split("\t")[0] for line in copied().text().splitlines()]


def test_it_is_heard_by_its_title_its_heads_and_its_cells(view):
    face = QAccessible.queryAccessibleInterface(view)
    assert face.role() == QAccessible.Role.Table
    assert face.text(QAccessible.Text.Name) == "Sign more, by week"
    heard = [face.child(place).text(QAccessible.Text.Name) for place in range(face.childCount())]
    assert {"Week from", "n", "March 9, 2026", "1,000", LONG} <= set(heard)


def test_arrows_walk_and_tab_leaves(view, qtbot):
    assert keys(view) == (0, 0)
    assert keys(view, _Key.Key_Down, _Key.Key_Right) == (1, 1)
    assert keys(view, _Key.Key_End) == (1, 2)
    qtbot.keyClick(view, _Key.Key_Tab)
    assert view.after.hasFocus()


def test_all_rows_are_copied_where_none_is_chosen(view):
    keys(view, _Key.Key_C, modifier=CONTROL)
    lines = copied().text().splitlines()
    assert lines[0] == "Week from\tNote\tn"
    assert lines[2] == f"March 9, 2026\t{LONG}\t1,000"
    assert len(lines) == 21
    html = copied().html()
    assert '<th scope="col" dir="auto">Week from</th>' in html
    assert "<caption>Sign more, by week</caption>" in html
    assert html.count("<tr>") == 21


def test_chosen_rows_are_copied_below_the_names_in_their_order(view):
    keys(view, *[_Key.Key_Down] * 4)
    keys(view, _Key.Key_Up, _Key.Key_Up, modifier=SHIFT)
    keys(view, _Key.Key_C, modifier=CONTROL)
    assert first_column() == ["Week from", "March 16, 2026", "March 23, 2026", "March 30, 2026"]
    assert copied().html().count("<tr>") == 4


def test_rows_that_lie_apart_are_copied_in_the_order_of_the_table(view):
    for row in (7, 2, 4):
        box = view.visualRect(view.model().index(row, 1))
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, CONTROL, box.center())
    view.copy()
    assert first_column()[1:] == ["March 16, 2026", "March 30, 2026", "April 20, 2026"]


def test_all_rows_can_be_asked_for_whatever_is_chosen(view):
    keys(view, _Key.Key_Down)
    view.copy(all_rows=True)
    assert len(first_column()) == 21
    keys(view, _Key.Key_A, modifier=CONTROL)
    view.copy()
    assert len(first_column()) == 21


def test_escape_lets_go_of_the_rows_and_then_passes_on(view):
    keys(view, _Key.Key_Down)
    assert view.selectionModel().hasSelection()
    keys(view, _Key.Key_Escape)
    assert not view.selectionModel().hasSelection()
    passed = []
    view.page.keyPressEvent = lambda event: passed.append(event.key())
    keys(view, _Key.Key_Escape)
    assert passed == [_Key.Key_Escape]


def test_nothing_can_be_typed_into_it(view):
    QTest.keyClicks(view, "9")
    keys(view, _Key.Key_F2)
    assert view.findChildren(QLineEdit) == []


def test_another_table_takes_its_place_from_the_top(view):
    keys(view, *[_Key.Key_Down] * 15)
    other = Table(title="Two choices", columns=("Day", "Level"), rows=((FIRST, "on own"),))
    view.show_table(other)
    assert keys(view) == (0, 0)
    assert not view.selectionModel().hasSelection()
    assert view.accessibleName() == "Two choices"
    assert view.height() < 4 * px(32)
    view.copy()
    assert copied().text() == "Day\tLevel\nMarch 2, 2026\ton own\n"


def test_a_table_without_rows_or_columns_is_no_trouble(view):
    view.show_table(Table(title="Empty", columns=("Day",), rows=()))
    keys(view, _Key.Key_Down)
    view.copy()
    assert copied().text() == "Day\n"
    view.show_table(Table(title="", columns=(), rows=()))
    view.page.resize(600, 600)
    QApplication.processEvents()
    view.grab()


def test_ten_thousand_rows_are_said_only_where_they_are_seen(dress, on_screen):
    asked = []

    def counted(cell):
        asked.append(cell)
        return said(cell)

    made = TableView(counted, table_tsv, table_html)
    made.show_table(a_table(10_000))
    made.resize(600, 400)
    on_screen(made)
    made.grab()
    assert len(asked) < 1000
    assert len(made.findChildren(QWidget)) < 20
    made.selectAll()
    assert made.copied().text().count("\n") == 10_001


@pytest.mark.parametrize("percent", [100, 200])
def test_twelve_rows_are_in_sight_and_columns_fill_the_width(dress, view, percent):
    dress(Scheme.LIGHT, percent)
    view.page.resize(1800, 1400)
    QApplication.processEvents()
    assert view.visualRect(view.model().index(0, 0)).height() == px(32)
    assert view.viewport().rect().contains(view.visualRect(view.model().index(11, 0)))
    assert not view.viewport().rect().intersects(view.visualRect(view.model().index(12, 0)))
    assert sum(view.columnWidth(place) for place in range(3)) == view.viewport().width()
    for place in range(3):
        head = QFontMetrics(sized_font(px(15), strong=True))
        needed = head.horizontalAdvance(view.model().headerData(place, Qt.Orientation.Horizontal))
        assert view.columnWidth(place) >= needed + px(16)


def test_where_the_columns_do_not_fit_all_rows_stay_in_sight_above_the_scroll_bar(view):
    view.page.resize(300, 600)
    QApplication.processEvents()
    assert view.horizontalScrollBar().maximum() > 0
    assert view.viewport().rect().contains(view.visualRect(view.model().index(11, 0)))
    assert view.minimumSizeHint().width() <= 300 < view.sizeHint().width()


def test_very_long_words_end_in_dots_and_are_whole_in_a_tip(dress, view):
    assert view.columnWidth(1) < QFontMetrics(sized_font(px(15))).horizontalAdvance(LONG)
    assert view.model().index(1, 1).data(Qt.ItemDataRole.ToolTipRole) == LONG
    box = view.visualRect(view.model().index(1, 1))
    shown = view.viewport().grab(box).toImage()
    edge = {shown.pixel(shown.width() - 1 - x, y) for x in range(px(7)) for y in range(30)}
    assert len(edge) == 1


def test_the_cell_of_the_keys_is_framed(view):
    def frame():
        box = view.visualRect(view.model().index(0, 0))
        return view.viewport().grab(box).toImage().pixelColor(box.width() // 2, 1)

    assert frame().name() == tokens().focus.lower()
    view.after.setFocus()
    assert frame().name() != tokens().focus.lower()


def test_numbers_stand_below_the_end_of_their_head_also_from_right_to_left(view):
    def ends(row):
        box = view.visualRect(view.model().index(row, 2))
        image = view.viewport().grab(box).toImage()
        ground = image.pixelColor(image.width() // 2, 1)
        inked = [
            x
            for x in range(image.width())
            if any(image.pixelColor(x, y) != ground for y in range(4, image.height() - 4))
        ]
        return inked[0], image.width() - inked[-1]

    assert ends(3)[1] <= px(12) < ends(3)[0]
    view.page.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    QApplication.processEvents()
    assert ends(3)[0] <= px(12) < ends(3)[1]


def test_a_date_in_arabic_reads_from_the_right(view):
    day, isolate = "29 مارس 2026", "\u2067{}\u2069"
    rows = ((day,), ("",), (isolate.format(day),))
    view.show_table(Table(title="", columns=("Day",), rows=rows))
    view.page.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    view.after.setFocus()
    QApplication.processEvents()
    plain, held = (view.visualRect(view.model().index(row, 0)) for row in (0, 2))
    grab = view.viewport().grab
    assert grab(plain).toImage() == grab(held).toImage()


def test_a_chosen_row_is_shaded(view):
    def ground():
        box = view.visualRect(view.model().index(2, 2))
        return view.viewport().grab(box).toImage().pixelColor(3, 3)

    before = ground()
    view.selectionModel().select(
        view.model().index(2, 0),
        QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows,
    )
    assert ground() != before


def test_halves_and_great_numbers_are_copied_as_they_are_shown(view):
    table = Table(title="", columns=("n",), rows=((Decimal("2.5"),), (10**12,), (None,), (0,)))
    view.show_table(table)
    view.copy()
    assert copied().text() == "n\n2.5\n1,000,000,000,000\n\n0\n"
