"""What a person does with an open form: its fields found by their names, filled in, and saved."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton

from homejournal.ui.widgets.button import MoreButton


def dialog():
    QApplication.processEvents()
    found = QApplication.activeModalWidget()
    assert found is not None, "no form is open"
    return found


def no_dialog():
    QApplication.processEvents()
    return QApplication.activeModalWidget() is None


def field(kind, name, inside=None):
    """Return the visible field of the open form that is called so."""
    (found,) = [
        one
        for one in (inside or dialog()).findChildren(kind)
        if one.accessibleName() == name and one.isVisible()
    ]
    return found


def type_in(hands, kind, name, words):
    edit = field(kind, name)
    edit.setFocus()
    edit.selectAll()
    hands.press(words)
    return edit


def pick(box, words):
    box.setCurrentIndex(box.findText(words))


def press(hands, name, inside=None):
    hands.click(hands.named(inside or dialog(), QPushButton, name))
    QApplication.processEvents()


def lines_of(part, about=None):
    """Return what stands behind the three dots of a part, by its words."""
    (more,) = [
        one
        for one in part.findChildren(MoreButton)
        if one.isVisible() and about in {None, one.accessibleDescription()}
    ]
    return {line.text(): line for line in more.lines}


def choose_line(part, words, about=None):
    """Choose a line behind the three dots of a part."""
    lines_of(part, about)[words].trigger()
    QApplication.processEvents()


def undo_by_keys(page, hands):
    page.window().activateWindow()
    QApplication.processEvents()
    hands.press("z", modifier=Qt.KeyboardModifier.ControlModifier)
    QApplication.processEvents()
