"""What a person does on a line of Today beside pressing its answers: its menu and its drawer."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from homejournal.ui.day_rows.menus import LineMenu
from homejournal.ui.day_rows.notes.drawer import NoteDrawer
from homejournal.ui.today.header import DayMenu
from homejournal.ui.widgets.fields.answer_bar import Segment


def menu_of(line):
    (menu,) = [one for one in line.findChildren(LineMenu) if one.isVisible()]
    return menu


def _opened(line):
    """Press the three dots of a line; return the menu that opens."""
    QTest.mouseClick(menu_of(line), Qt.MouseButton.LeftButton)
    return QApplication.activePopupWidget()


def _back_to(line):
    """Let the window have the keyboard again, as it does at once where there is a real screen."""
    (QApplication.activeModalWidget() or line.window()).activateWindow()
    QApplication.processEvents()


def offered(line):
    """Return the words of what can be chosen in the menu of a line."""
    popup = _opened(line)
    words = [one.text() for one in popup.actions() if one.text() and one.isEnabled()]
    popup.close()
    _back_to(line)
    return words


def choose_in_menu(line, words):
    """Choose in the menu behind the three dots of a line."""
    popup = _opened(line)
    (action,) = [one for one in popup.actions() if one.text() == words]
    popup.close()
    action.trigger()
    _back_to(line)


def _opened_of_day(page):
    (menu,) = [one for one in page.findChildren(DayMenu) if one.isVisible()]
    QTest.mouseClick(menu, Qt.MouseButton.LeftButton)
    return QApplication.activePopupWidget()


def offered_of_day(page):
    """Return the words of what can be chosen in the menu of the whole day."""
    popup = _opened_of_day(page)
    words = [one.text() for one in popup.actions()]
    popup.close()
    _back_to(page)
    return words


def choose_of_day(page, words):
    """Choose in the menu of the whole day, in the head of Today."""
    popup = _opened_of_day(page)
    (action,) = [one for one in popup.actions() if one.text() == words]
    popup.close()
    action.trigger()
    _back_to(page)


def open_drawers(window):
    """Return the drawers that lie over the rows now: one, or none."""
    return [one for one in window.findChildren(NoteDrawer) if one.isVisible()]


def drawer_of(window):
    (found,) = open_drawers(window)
    return found


def segment(line, words):
    """Return an answer of a line by its words."""
    (found,) = [one for one in line.findChildren(Segment) if one.words == words]
    return found


def chosen(line):
    """Return the words of the answer that is chosen on a line, or None."""
    found = [one.words for one in line.findChildren(Segment) if one.isChecked()]
    assert len(found) <= 1
    return found[0] if found else None
