"""A field for notes in a window that is read from the right."""

import pytest
from PySide6.QtCore import Qt

from homejournal.ui.widgets.fields.note_field import NoteEdit

LEFT, RIGHT = Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft


@pytest.fixture
def field(dress, on_screen):
    made = NoteEdit("", 2)
    made.resize(400, 80)
    on_screen(made)
    return made


def gaps(field):
    """Return the room before and after the words of the first line."""
    line = field.document().firstBlock().layout().lineAt(0)
    words = line.naturalTextRect()
    return words.left(), line.width() - words.right()


@pytest.mark.parametrize("words", ["تلاحظ كل شيء", "She waits."])
def test_words_begin_where_the_window_is_read_from(field, words):
    field.set_text(words)
    left, right = gaps(field)
    assert left < 10 < right
    field.setLayoutDirection(RIGHT)
    left, right = gaps(field)
    assert right < 10 < left
    field.setLayoutDirection(LEFT)
    left, right = gaps(field)
    assert left < 10 < right


def test_turning_the_window_is_no_step_to_take_back(field):
    field.set_text("She waits.")
    field.setLayoutDirection(RIGHT)
    assert not field.document().isUndoAvailable()
