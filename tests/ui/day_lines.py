"""What a person does on a line of Today beside pressing its answers: its menu and its drawer."""

from PySide6.QtWidgets import QApplication

from homejournal.ui.day_rows.line_menu import LineMenu
from homejournal.ui.day_rows.notes.drawer import NoteDrawer
from homejournal.ui.widgets.fields.answer_bar import Segment


def menu_of(line):
    (menu,) = [one for one in line.findChildren(LineMenu) if one.isVisible()]
    return menu


def offered(line):
    """Open the menu of a line; return what can be chosen there, by its words, and close it."""
    menu_of(line).open_menu()
    popup = QApplication.activePopupWidget()
    actions = {one.text(): one for one in popup.actions() if one.text() and one.isEnabled()}
    popup.close()
    return actions


def choose_in_menu(line, words):
    """Choose in the menu behind the three dots of a line."""
    menu_of(line).open_menu()
    popup = QApplication.activePopupWidget()
    (action,) = [one for one in popup.actions() if one.text() == words]
    action.trigger()
    popup.close()
    QApplication.processEvents()


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
