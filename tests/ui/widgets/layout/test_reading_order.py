"""What a layout places is told in reading order, and nothing is kept of what Qt may free."""

import shiboken6
from PySide6.QtWidgets import QFormLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget, QWidgetItem

from homejournal.ui.widgets.layout.boxes import FlowRow, in_row
from homejournal.ui.widgets.layout.focus import stops_as_read
from homejournal.ui.widgets.layout.scroll_areas import NoticeArea


def names(page):
    return [stop.objectName() for stop in stops_as_read(page)]


def button(name):
    made = QPushButton(name)
    made.setObjectName(name)
    return made


def items_kept():
    return {id(one) for one in shiboken6.getAllValidWrappers() if type(one) is QWidgetItem}


def test_what_was_put_in_later_is_read_where_it_is(qtbot):
    page = QWidget()
    qtbot.addWidget(page)
    column = QVBoxLayout(page)
    column.addWidget(button("third"))
    column.insertLayout(0, in_row(button("first"), button("second")))
    column.addWidget(FlowRow(button("fourth"), button("fifth")))
    page.raise_()
    column.itemAt(0).layout().itemAt(0).widget().raise_()
    assert names(page) == ["first", "second", "third", "fourth", "fifth"]


def test_a_form_is_read_row_by_row(qtbot):
    page = QWidget()
    qtbot.addWidget(page)
    form = QFormLayout(page)
    form.addRow("Name", button("third"))
    form.addRow(in_row(button("fourth"), button("fifth")))
    form.insertRow(0, button("first"))
    form.insertRow(1, button("second"), QWidget())
    assert names(page) == ["first", "second", "third", "fourth", "fifth"]


def test_no_item_of_a_layout_is_kept_that_qt_frees_with_its_part(qtbot, dress):
    """Qt for Python would take whatever comes to its address for it, such as a scroll bar."""
    page = QWidget()
    qtbot.addWidget(page)
    above = NoticeArea(page)
    above.column.addWidget(QLineEdit())
    column = QVBoxLayout(page)
    column.addWidget(above)
    column.addWidget(button("one"))
    before = items_kept()
    assert names(page)[-1] == "one"
    assert above.holds_any
    assert items_kept() <= before
