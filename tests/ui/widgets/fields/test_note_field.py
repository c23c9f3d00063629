"""A field for notes in a window that is read from the right."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog

from homejournal.ui.widgets.fields.note_field import NoteEdit
from homejournal.ui.widgets.layout.boxes import in_column

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


@pytest.mark.parametrize("paragraphs", [6, 7, 12])
def test_no_line_is_cut_by_the_bar_of_a_field_that_scrolls(dress, qtbot, paragraphs):
    dress()
    words = (
        "Fourteen minutes, and she hummed the song with us. Same three steps, all of us at once."
    )
    field, around = NoteEdit("", 4, 10), QDialog()
    qtbot.addWidget(around)
    in_column(field, inside=around).addStretch(1)
    field.set_text("\n".join([words] * paragraphs))
    around.resize(460, 500)
    around.open()
    qtbot.waitUntil(field.verticalScrollBar().isVisible)
    qtbot.waitUntil(lambda: widest_line(field) <= field.viewport().width())


def widest_line(field):
    paragraph, widest = field.document().firstBlock(), 0
    while paragraph.isValid():
        layout = paragraph.layout()
        lines = (layout.lineAt(at) for at in range(layout.lineCount()))
        widest = max([widest, *(line.width() for line in lines)])
        paragraph = paragraph.next()
    return widest
