"""What is being typed when a damage is found is not lost without a word."""

from PySide6.QtWidgets import QApplication

from homejournal.ui.base.drafts import FieldDraft
from homejournal.ui.widgets.fields.note_field import NoteEdit
from tests.ui.safe.copies.looking_after import safety

__all__ = ["safety"]


def find_damage(safety, three) -> None:
    three.journal.safe.checkup.note_damage()
    safety.show_damage()
    QApplication.processEvents()


def test_words_of_a_note_that_the_journal_takes_no_more_hold_the_window_once(safety, three):
    window = safety._window
    window.open_page("today")
    field = window.page.lines[0].note.field
    field.set_text("typed just now")
    find_damage(safety, three)
    assert field.text() == "typed just now"
    assert not window.close()
    assert "not saved" in window.frame.failure.text()
    assert window.close()


def test_what_was_kept_before_is_not_at_risk(safety, three):
    window = safety._window
    window.open_page("today")
    note = window.page.lines[0].note
    note.field.set_text("typed a while ago")
    note._keep()
    find_damage(safety, three)
    assert three.journal.drafts.kept()[note.place] == "typed a while ago"
    assert window.close()


def test_words_of_an_asked_question_that_the_journal_takes_no_more_are_at_risk(qtbot, three, desk):
    edit = NoteEdit("What?")
    qtbot.addWidget(edit)
    words = FieldDraft(desk, edit, "a place")
    edit.set_text("kept")
    words.keep()
    three.journal.safe.checkup.note_damage()
    words.keep()
    assert words.at_risk() == frozenset()
    edit.set_text("kept, and more")
    words.keep()
    assert words.at_risk() == {"a place kept, and more"}


def test_words_of_a_page_that_the_journal_takes_no_more_hold_the_window_once(safety, three):
    window = safety._window
    window.open_page("visit_page")
    drafts, words = window.page.choices.drafts, window.page.choices.words.edit("our_words")
    words.set_text("kept")
    drafts.keep()
    find_damage(safety, three)
    assert window.page.at_risk() == frozenset()
    words.set_text("kept, and more")
    words.set_text("kept")
    assert window.page.at_risk() == frozenset()
    words.set_text("kept, and more")
    assert not window.close()
    assert "not saved" in window.frame.failure.text()
    assert window.close()
