"""On a keyboard that has Arabic letters alone the keys of the menus do what stands in the menus."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication

from homejournal.ui.base.actions import Action


@pytest.mark.parametrize(
    ("asked", "keys"),
    [(Action.ADD_MOMENT, "Ctrl+ى"), (Action.SEARCH, "Ctrl+ب"), (Action.TOGETHER, "Ctrl+Shift+ف")],
)
def test_a_line_of_a_menu_has_the_arabic_letter_of_its_key_too(three, open_window, asked, keys):
    action = open_window(three.journal).menus.action(asked)
    assert QKeySequence(keys) in action.shortcuts()
    assert action.shortcut().toString().isascii()  # which is the one that the menu shows


def test_undo_and_redo_have_them_too(three, open_window):
    undo, redo = open_window(three.journal).menus.steps
    assert QKeySequence("Ctrl+ئ") in undo.shortcuts()
    assert QKeySequence("Ctrl+Shift+ئ") in redo.shortcuts()


def test_no_two_lines_have_one_key(three, open_window):
    window = open_window(three.journal)
    keys = [shortcut for line in window.menus.lines.values() for shortcut in line.shortcuts]
    assert len(keys) == len(set(map(QKeySequence.toString, keys)))


def test_a_letter_begins_the_note_of_a_line(three, open_window):
    window = open_window(three.journal)
    target = QApplication.focusWidget()
    event = QKeyEvent(QEvent.Type.KeyPress, ord("ن"), Qt.KeyboardModifier.NoModifier, "ن")
    QApplication.sendEvent(target, event)
    assert window.page.lines[0].note.field.text() == "ن"
