"""Undo while a form is open: nothing behind it moves, and what was taken back is told."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton

from homejournal.domain.records.record import Kind
from tests.ui.entries import open_entry

Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def changing(three, open_window, hands):
    """The form of an entry that was written just before, over the journal."""
    window = open_window(three.journal)
    hands.press("3")
    window.open_page("journal")
    open_entry(window.page)
    hands.click(hands.named(window.page.entry, QPushButton, "Change…"))
    return window, QApplication.activeModalWidget()


def test_the_key_of_undo_does_nothing_to_what_is_behind_a_form(three, changing, hands):
    window, form = changing
    hands.press(Key.Key_Z, modifier=CONTROL)
    assert form.isVisible()
    assert [practice.rating for practice in three.day().practices] == [3]
    assert window.desk.editing.stack.canUndo()


def test_a_form_of_an_entry_that_was_taken_back_meanwhile_says_so_and_stays(three, changing, hands):
    window, form = changing
    window.desk.editing.undo()
    assert three.journal.records.all_of(Kind.PRACTICE) == []
    form.save()
    assert form.isVisible()
    assert any("taken out of the journal meanwhile" in text for text in hands.texts(form))
    window.desk.editing.redo()
    form.save()
    assert not form.isVisible()
    assert [practice.rating for practice in three.day().practices] == [3]
