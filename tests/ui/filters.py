"""The one filter as a person uses it: its menu opened, a part of it chosen."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication


def _opened(bar):
    QTest.mouseClick(bar.add, Qt.MouseButton.LeftButton)
    return QApplication.activePopupWidget()


def parts_offered(bar):
    """Return the words of the parts that can be chosen."""
    popup = _opened(bar)
    words = [action.text() for action in popup.actions()]
    popup.close()
    return words


def offered_by(bar, part):
    """Return the words of what can be chosen of a part."""
    popup = _opened(bar)
    inside = next(action.menu() for action in popup.actions() if action.text() == part)
    words = [action.text() for action in inside.actions()]
    popup.close()
    return words


def narrow(bar, part, words=""):
    """Choose in the menu of a filter; a part without words is chosen by itself."""
    popup = _opened(bar)
    line = next(action for action in popup.actions() if action.text() == part)
    if words:
        line = next(action for action in line.menu().actions() if action.text() == words)
    popup.close()
    bar.window().activateWindow()
    line.trigger()
    QApplication.processEvents()


def chips(bar):
    """Return what is chosen, as the row says it."""
    return [chip.text() for chip in bar.chips]
