"""What is being typed on Today while something comes from another computer."""

from uuid import uuid4

import pytest
from PySide6.QtCore import Qt

from homejournal.domain.records.notes import Note
from homejournal.domain.records.record import Kind
from tests.ui.day_lines import drawer_of


@pytest.mark.parametrize("after_pause", [True, False])
def test_a_note_that_comes_takes_no_typed_words_away(three, open_window, hands, after_pause):
    window = open_window(three.journal)
    hands.press(Qt.Key.Key_Return, "Two more spoons")
    card, day = window.page.lines[0], three.journal.today()
    if after_pause:
        card.note._keep()
    about = {"child": three.child.id, "strategy": card.card.strategy.id}
    change = three.journal.records.save(Note(id=uuid4(), day=day, text="Theirs", **about))
    window.desk.editing.changed.emit(change.kinds)
    assert card.note.field.text() == "Two more spoons"
    assert "Theirs" in hands.texts(drawer_of(window))
    card.note.keep_typing()
    notes = {note.text for note in three.journal.records.all_of(Kind.NOTE)}
    assert notes == {"Theirs", "Two more spoons"}
