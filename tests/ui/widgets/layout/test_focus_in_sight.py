"""What a screen reader gives the focus comes into sight; nobody else's page is moved."""

import pytest
from PySide6.QtGui import QAccessible, QAccessibleActionInterface
from PySide6.QtWidgets import QApplication, QPushButton

from homejournal.ui.widgets.layout.focus import FocusInSight
from homejournal.ui.widgets.layout.scroll_areas import ScrollColumn


@pytest.fixture
def column(dress, on_screen):
    FocusInSight.begin()
    made = ScrollColumn()
    made.add(*(QPushButton(f"Button {place}") for place in range(40)))
    made.resize(400, 300)
    return on_screen(made)


@pytest.fixture
def listening(qapp):
    QAccessible.setActive(True)
    yield
    QAccessible.setActive(False)


def buttons(column):
    return column.body.findChildren(QPushButton)


def focus_from_outside(button):
    """Give a button the focus as a program does that reads the screen."""
    one = QAccessible.queryAccessibleInterface(button)
    one.actionInterface().doAction(QAccessibleActionInterface.setFocusAction())


def is_in_sight(column, button):
    return (
        column.viewport()
        .rect()
        .contains(
            button.rect().translated(button.mapTo(column.viewport(), button.rect().topLeft()))
        )
    )


def test_what_gets_the_focus_from_outside_is_scrolled_into_sight(column, listening, qtbot):
    for place in (30, 2):
        button = buttons(column)[place]
        focus_from_outside(button)
        qtbot.waitUntil(lambda button=button: is_in_sight(column, button))
        assert button.hasFocus()


def test_a_window_that_comes_back_stays_where_it_was_scrolled_to(column, listening, qtbot):
    button = buttons(column)[30]
    focus_from_outside(button)
    qtbot.waitUntil(lambda: is_in_sight(column, button))
    column.verticalScrollBar().setValue(0)
    app = QApplication.instance()
    app.focusChanged.emit(button, None)
    app.focusChanged.emit(None, button)
    QApplication.processEvents()
    assert column.verticalScrollBar().value() == 0


def test_where_nobody_listens_the_page_stays_where_it_is(column):
    buttons(column)[30].setFocus()
    QApplication.processEvents()
    assert column.verticalScrollBar().value() == 0
