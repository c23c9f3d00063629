"""What the tests of hiding share: what is in sight, what can be heard, and a form half filled."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QDialog

from homejournal.ui.base.actions import Action
from homejournal.ui.hiding import Hiding

Key = Qt.Key


@pytest.fixture(autouse=True)
def _shown_at_the_end(qapp):
    yield
    Hiding.here().show_again()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def visible():
    return [widget for widget in QApplication.topLevelWidgets() if widget.isVisible()]


def spoken(found=None):
    """Return all names, values and descriptions that a screen reader could come to."""
    found = found or QAccessible.queryAccessibleInterface(QApplication.instance())
    parts = (QAccessible.Text.Name, QAccessible.Text.Value, QAccessible.Text.Description)
    said = [found.text(part) for part in parts]
    for place in range(found.childCount()):
        child = found.child(place)
        said += spoken(child) if child is not None else []
    return [one for one in said if one]


def only_window(qtbot):
    (cover,) = visible()
    qtbot.waitUntil(cover.isActiveWindow)
    return cover


@pytest.fixture
def form(three, open_window, hands, qtbot):
    """The form for a child, with half a name typed."""
    window = open_window(three.journal)
    window.menus.action(Action.ADD_CHILD).trigger()
    (form,) = window.findChildren(QDialog)
    qtbot.waitUntil(form.isActiveWindow)
    hands.press("Mat")
    return form
