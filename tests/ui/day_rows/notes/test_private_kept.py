"""That an unfinished note is for the family alone is kept with its words."""

from uuid import uuid4

import pytest
from PySide6.QtWidgets import QApplication

from homejournal.domain.errors import DiskFullError
from homejournal.domain.records.notes import Note
from homejournal.domain.records.record import Kind
from homejournal.ui.records.note_dialog import NoteDialog
from tests.ui.conftest import SUNDAY

WORDS = "I was so tired"


@pytest.fixture
def window(three, open_window):
    return open_window(three.journal)


def panels(window):
    return {"a strategy": window.page.lines[0].note, "a moment": window.page.moments.note}


def types(window, hands, where):
    if where == "a moment":
        window.page.add_moment()
    else:
        window.page.lines[0].open_note()
    panel = panels(window)[where]
    hands.press(WORDS)
    panel.flags.set_private(private=True)
    return panel


@pytest.mark.parametrize("where", ["a strategy", "a moment"])
def test_a_private_note_is_still_private_when_its_words_come_back(
    window, three, hands, where, qtbot, monkeypatch
):
    panel = types(window, hands, where)
    panel._timer.setInterval(0)
    panel.flags.set_private(private=False)
    panel.flags.set_private(private=True)
    qtbot.waitUntil(lambda: len(three.journal.drafts.kept()) == 2)

    def fails(*_told, **_more):
        raise DiskFullError(three.journal.folder)

    with monkeypatch.context() as patched:
        patched.setattr(three.journal.notes, "write", fails)
        window.set_language("es")
    again = panels(window)[where]
    assert again.said() == panel.said()
    assert again.said().private
    window.page.keep_typing()
    assert three.journal.records.all_of(Kind.NOTE) == []
    assert [note.text for note in three.journal.records.all_of(Kind.PRIVATE_NOTE)] == [WORDS]
    assert three.journal.drafts.kept() == {}


def test_it_is_kept_no_more_where_it_is_not_private_after_all(window, three, hands):
    panel = types(window, hands, "a strategy")
    panel._keep()
    panel.flags.set_private(private=False)
    panel._keep()
    assert list(three.journal.drafts.kept().values()) == [WORDS]


def test_so_it_is_in_the_form_of_a_note(three, desk):
    note = Note(id=uuid4(), child=three.child.id, day=SUNDAY, text="said before")
    three.journal.records.save(note)
    dialog = NoteDialog(desk, note, None, new=False)
    dialog.ask()
    dialog._text.set_text(WORDS)
    dialog._private.setChecked(True)
    dialog.drafts()
    dialog.hide()
    again = NoteDialog(desk, note, None, new=False)
    again.ask()
    assert (again._text.text(), again._private.isChecked()) == (WORDS, True)
    assert not again._flags.isVisible()
    again.save()
    assert [one.text for one in three.journal.records.all_of(Kind.PRIVATE_NOTE)] == [WORDS]
    assert three.journal.drafts.kept() == {}
    for one in (dialog, again):
        one.deleteLater()
    QApplication.processEvents()
