"""Everything that a finger or a pointer has to meet is at least 40 pixels wide and high.

WCAG 2.2, success criterion 2.5.8, asks for 24. Pages and dialogs are measured where every scene is
gone to; here is what opens beside them.
"""

from PySide6.QtCore import QAbstractListModel, QModelIndex, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QMenu,
    QMenuBar,
    QPlainTextEdit,
    QTabBar,
    QWidget,
)

from homejournal.ui.theme import LEAST_TARGET
from homejournal.ui.visits.page.live_page import LivePage
from homejournal.ui.widgets.fields.choices import TickRow
from homejournal.ui.widgets.fields.date_and_time import CalendarPopup
from tests.ui.waiting import settle_window

MET = (QAbstractButton, QLineEdit, QComboBox, QAbstractSpinBox, QPlainTextEdit)


def targets(shown):
    """Yield what can be pressed in a window or dialog, with the place that answers."""
    for widget in shown.findChildren(QWidget):
        if not widget.isVisible() or widget.visibleRegion().isEmpty():
            continue
        if in_a(widget, LivePage):  # as high as print is; the list beside it has rows for the same
            continue
        inside = isinstance(widget.parentWidget(), QAbstractSpinBox | QComboBox)
        if (
            isinstance(widget, MET)
            and not inside
            and widget.objectName() != "qt_toolbar_ext_button"
        ):
            whole = widget.parentWidget() if isinstance(widget.parentWidget(), TickRow) else widget
            yield widget, whole.rect()
        elif isinstance(widget, QTabBar):
            yield from ((widget, widget.tabRect(place)) for place in range(widget.count()))
        elif isinstance(widget, QMenuBar):
            yield from ((widget, widget.actionGeometry(action)) for action in widget.actions())
        elif isinstance(widget, QAbstractItemView) and not inside:
            yield from ((widget, place) for place in cells(widget))


def cells(view):
    """Return the first cell of a list or table in which something can be chosen."""
    model = view.model()
    if model is None or view.focusPolicy() == Qt.FocusPolicy.NoFocus:
        return []
    columns = 1 if isinstance(model, QAbstractListModel) else model.columnCount()
    for row in range(model.rowCount(QModelIndex())):
        for column in range(columns):
            index = model.index(row, column)
            place = view.visualRect(index)
            if not place.isEmpty() and model.flags(index) & Qt.ItemFlag.ItemIsEnabled:
                return [place]
    return []


def small(shown):
    """Return what is smaller than it may be, each with its size."""
    found = []
    for one, place in targets(shown):
        if min(place.width(), place.height()) < LEAST_TARGET:
            called = one.accessibleName() or getattr(one, "text", str)()
            found.append(f"{type(one).__name__} {called[:40]!r} {place.width()}x{place.height()}")
    return found


def in_a(widget, kind):
    while widget is not None and not isinstance(widget, kind):
        widget = widget.parentWidget()
    return widget is not None


def test_the_lines_of_a_menu_are_large_enough(house, open_window):
    house.plan("Sign more")
    window = open_window(house.journal)
    menus = [action.menu() for action in window.menuBar().actions()]
    low = [
        (action.text(), menu.actionGeometry(action).height())
        for menu in (*menus, *window.menuBar().findChildren(QMenu))
        for action in menu.actions()
        if action.isVisible() and not action.isSeparator()
        if menu.actionGeometry(action).height() < LEAST_TARGET
    ]
    assert low == []


def test_the_choices_of_a_list_that_drops_down_are_large_enough(house, open_window, qtbot):
    house.plan("Sign more")
    window = open_window(house.journal, page="settings")
    settle_window(window, qtbot)
    box = next(one for one in window.page.findChildren(QComboBox) if one.isVisible())
    box.showPopup()
    QApplication.processEvents()
    assert [place.height() for place in cells(box.view()) if place.height() < LEAST_TARGET] == []
    box.hidePopup()


def test_the_days_of_a_calendar_that_drops_down_are_large_enough(house, open_window):
    house.plan("Sign more")
    window = open_window(house.journal)
    popup = CalendarPopup("Choose a day", "The month before", "The month after", window)
    day = house.journal.today()
    popup.open_below(window, day, day.replace(day=1), day)
    QApplication.processEvents()
    assert small(popup) == []
    popup.close()
