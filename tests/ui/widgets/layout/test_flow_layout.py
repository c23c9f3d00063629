"""A row that flows frees all that it was made of: a window makes thousands of them in a week."""

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QPushButton
from shiboken6 import isValid

from homejournal.ui.widgets.layout.boxes import FlowRow


def let_go():
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def test_a_row_that_goes_takes_along_where_its_parts_were(qtbot):
    row = FlowRow(QPushButton("Yes"), QPushButton("No"))
    places = [row.layout().itemAt(at) for at in range(2)]
    row.deleteLater()
    let_go()
    assert [isValid(place) for place in places] == [False, False]


def test_a_row_that_is_emptied_lets_its_parts_go_and_takes_others(qtbot):
    old, new = QPushButton("Yes"), QPushButton("No")
    row = FlowRow(old)
    row.clear()
    row.add(new)
    let_go()
    assert not isValid(old)
    assert [row.layout().itemAt(at).widget() for at in range(row.layout().count())] == [new]
