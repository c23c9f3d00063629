"""What a note is for stays as it was pressed: Enter saves, and never turns a flag off."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QPushButton

from homejournal.domain.records.notes import Flag, PrivateNote
from homejournal.domain.records.practices import MarkKind
from homejournal.ui.records.note_dialog import NoteDialog
from homejournal.ui.together.page import NoteForSeveralDialog
from homejournal.ui.widgets.button import ToggleButton
from homejournal.ui.widgets.fields.choices import PrivateTickBox
from homejournal.ui.widgets.fields.note_field import NoteEdit
from tests.ui.day_lines import segment
from tests.ui.together.test_page import with_luis, written

Key = Qt.Key
FLAGS = {
    "Private": None,
    "Celebration": Flag.CELEBRATION,
    "Concern": Flag.CONCERN,
    "For the next visit": Flag.QUESTION,
}
ENTERS = [Key.Key_Return, Key.Key_Enter]


def all_notes(house):
    return [*house.day().notes, *house.day().private_notes]


def is_as_pressed(note, words, flag):
    assert note.text == words
    assert isinstance(note, PrivateNote) is (FLAGS[flag] is None)
    assert getattr(note, "flags", ()) == ((FLAGS[flag],) if FLAGS[flag] else ())


@pytest.mark.parametrize("enter", ENTERS)
@pytest.mark.parametrize("flag", FLAGS)
def test_enter_on_a_flag_of_a_line_saves_the_note_as_it_was_pressed(
    three, open_window, hands, flag, enter
):
    window = open_window(three.journal)
    hands.press(Key.Key_Return, "only for us")
    hands.click(hands.named(window.page, QPushButton, flag))
    hands.press(enter)
    (note,) = all_notes(three)
    is_as_pressed(note, "only for us", flag)
    hands.press(enter, enter)
    window.page.lines[1].setFocus()
    (note,) = all_notes(three)
    is_as_pressed(note, "only for us", flag)


@pytest.mark.parametrize("flag", FLAGS)
def test_enter_on_a_flag_of_a_moment_saves_it_as_it_was_pressed(three, open_window, hands, flag):
    window = open_window(three.journal)
    window.page.add_moment()
    hands.press("her first word")
    hands.click(hands.named(window.page.moments, QPushButton, flag))
    hands.press(Key.Key_Return)
    (note,) = all_notes(three)
    is_as_pressed(note, "her first word", flag)


def test_enter_turns_no_flag_on_either_and_the_blank_does(three, open_window, hands):
    window = open_window(three.journal)
    hands.press(Key.Key_Return, "a day")
    hands.named(window.page, QPushButton, "Concern").setFocus()
    hands.press(Key.Key_Return)
    assert [note.flags for note in three.day().notes] == [()]
    hands.press(Key.Key_Space, Key.Key_Return)
    assert [note.flags for note in three.day().notes] == [(Flag.CONCERN,)]


def test_enter_takes_no_answer_back(three, open_window, hands):
    window = open_window(three.journal)
    hands.press("2", Key.Key_Return)
    hands.click(hands.named(window.page, QPushButton, "Grandpa did it"))
    hands.press(Key.Key_Return)
    helpers = three.journal.family().helpers
    assert [helpers[one.helper].name for one in three.day().practices] == ["Grandpa"]
    hands.click(segment(window.page.lines[1], "Not today"))
    hands.press(Key.Key_Return, Key.Key_Escape, Key.Key_Space)
    assert [mark.mark for mark in three.day().marks] == [MarkKind.NOT_TODAY]
    assert [one.rating for one in three.day().practices] == [2]


@pytest.fixture
def saved_note(three, open_window, hands):
    window = open_window(three.journal)
    hands.press(Key.Key_Return, "a note")
    window.page.keep_typing()
    (note,) = three.day().notes
    dialog = NoteDialog(window.desk, note, window, new=False)
    dialog.ask()
    QApplication.processEvents()
    return dialog


@pytest.mark.parametrize("flag", list(FLAGS)[1:])
def test_enter_on_a_flag_of_a_form_saves_the_form(three, saved_note, hands, flag):
    hands.click(hands.named(saved_note, ToggleButton, flag))
    hands.press(Key.Key_Return)
    (note,) = all_notes(three)
    is_as_pressed(note, "a note", flag)
    assert QApplication.activeModalWidget() is None


def test_enter_on_private_of_a_form_saves_the_form(three, saved_note, hands):
    saved_note.findChild(PrivateTickBox).setFocus()
    hands.press(Key.Key_Space, Key.Key_Return)
    (note,) = all_notes(three)
    is_as_pressed(note, "a note", "Private")


def test_enter_on_private_of_a_note_for_several_saves_it(three, open_together, hands, qtbot):
    luis = with_luis(three, "Two choices")
    window = open_together(three)
    hands.click(hands.named(window.page, QPushButton, "Note for several…"))
    dialog = window.findChild(NoteForSeveralDialog)
    qtbot.waitUntil(dialog.isActiveWindow)
    dialog.findChild(NoteEdit).setFocus()
    hands.press("for us")
    dialog.findChild(PrivateTickBox).setFocus()
    hands.press(Key.Key_Space, Key.Key_Return)
    for child in (three.child, luis):
        records = written(three, child)
        assert [one.text for one in records.private_notes] == ["for us"]
        assert records.notes == ()


def test_enter_turns_no_choice_of_any_form_off(qtbot, dressed, hands):
    dialog = QDialog()
    choice, save = ToggleButton("Sick", dialog), QPushButton("Save", dialog)
    saved = []
    save.setDefault(True)
    save.clicked.connect(lambda: saved.append(choice.isChecked()))
    save.move(0, 60)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    hands.click(choice)
    choice.setFocus()
    for enter in ENTERS:
        hands.press(enter)
    assert saved == [True, True]
