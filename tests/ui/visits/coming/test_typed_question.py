"""A question that is typed for the next visit and left without Enter is saved, as notes are."""

from dataclasses import replace
from uuid import uuid4

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QPushButton

from homejournal.domain.records.notes import Flag, Note
from homejournal.ui.widgets.button import MoreButton
from tests.ui.forms import choose_line, field, lines_of, press, type_in
from tests.ui.visits.coming.visiting import TODAY, a_visit, again, undo

OURS = "A question for the next visit"
LEFT = Qt.MouseButton.LeftButton


def typed(house, open_visits, hands, days=1):
    """Open the page, type a question, and leave it there; return both."""
    a_visit(house, days)
    page = open_visits(house)
    line = field(QLineEdit, OURS, page)
    line.setFocus()
    hands.press("Can we do less?")
    return page, line


def asked(house):
    return [note.text for note in house.journal.visits.questions(house.child.id)]


def click_by_hand(button):
    """Press and let go at one place of the screen, with time in between for the page to move."""
    window, at = button.window(), button.mapTo(button.window(), button.rect().center())

    def under():
        return window.childAt(at)

    assert under() is button
    QTest.mousePress(button, LEFT)
    QApplication.processEvents()
    QTest.mouseRelease(button, LEFT, pos=button.mapFrom(window, QPoint(at)))
    QApplication.processEvents()


def a_note(house, text, **said):
    note = Note(
        id=uuid4(), child=house.child.id, day=TODAY, text=text, flags=(Flag.QUESTION,), **said
    )
    house.journal.records.save(note)
    return note


def test_the_page_that_is_prepared_has_the_question_that_was_typed_last(house, open_visits, hands):
    page, line = typed(house, open_visits, hands)
    wanted = []
    page.asks_for.connect(lambda name, place: wanted.append((name, asked(house))))
    click_by_hand(page.next.does.prepare)
    assert wanted == [("visit_page", ["Can we do less?"])]
    assert line.text() == ""
    undo(page)
    page.refresh()
    assert (asked(house), line.text()) == ([], "Can we do less?")
    page.keep_typing()
    assert asked(house) == []  # what Undo took away stays away


@pytest.mark.parametrize("leave", ["Tab", "another page"])
def test_it_is_saved_when_its_line_is_left(house, open_visits, hands, leave):
    page, line = typed(house, open_visits, hands)
    if leave == "Tab":
        hands.press(Qt.Key.Key_Tab)
    else:
        page.keep_typing()
    QApplication.processEvents()
    assert asked(house) == ["Can we do less?"]
    assert line.text() == ""
    assert not line.hasFocus()
    assert house.journal.drafts.kept() == {}


def test_it_goes_on_where_only_the_window_was_left(house, open_visits, hands):
    page, line = typed(house, open_visits, hands)
    for reason in (
        Qt.FocusReason.ActiveWindowFocusReason,
        Qt.FocusReason.PopupFocusReason,
        Qt.FocusReason.MenuBarFocusReason,
    ):
        QApplication.sendEvent(line, QFocusEvent(QFocusEvent.Type.FocusOut, reason))
    assert (asked(house), line.text()) == ([], "Can we do less?")
    page.keep_typing()
    assert asked(house) == ["Can we do less?"]


def test_words_of_last_time_go_onto_the_page_that_is_prepared(house, open_visits):
    a_visit(house, 1)
    house.journal.drafts.keep(f"visit-question:{house.child.id}", "Can we do less?")
    page = open_visits(house)
    page.keep_typing()
    assert asked(house) == []
    click_by_hand(page.next.does.prepare)
    assert asked(house) == ["Can we do less?"]


def test_another_question_is_ticked_by_the_press_that_leaves_the_line(house, open_visits, hands):
    note = a_note(house, "Is this okay?")
    page, _line = typed(house, open_visits, hands)
    click_by_hand(hands.named(page.next.questions, QPushButton, "Answered"))
    assert again(house, note).answered == TODAY
    assert asked(house) == ["Can we do less?"]


def test_a_saved_question_is_changed_and_removed_where_it_stands(house, open_visits, hands):
    note = a_note(house, "Is this okay?")
    a_note(house, "More often?")
    page = open_visits(house)
    questions = page.next.questions
    assert [*lines_of(questions, "Is this okay?")] == ["Change…", "Remove the question"]
    choose_line(questions, "Change…", "Is this okay?")
    type_in(hands, QPlainTextEdit, "Note", "Is this fine?")
    press(hands, "Save")
    assert again(house, note).text == "Is this fine?"
    choose_line(questions, "Remove the question", "Is this fine?")
    assert again(house, note) is None
    undo(page)
    assert again(house, note).text == "Is this fine?"


def test_a_note_that_is_more_than_a_question_stays_in_the_journal(house, open_visits):
    note = a_note(house, "She points! Is this okay?")
    both = replace(note, flags=(Flag.CELEBRATION, Flag.QUESTION))
    house.journal.records.save(both)
    page = open_visits(house)
    choose_line(page.next.questions, "Remove the question", "She points! Is this okay?")
    assert again(house, note).flags == (Flag.CELEBRATION,)
    assert asked(house) == []
    undo(page)
    assert again(house, note) == both


def test_after_a_change_the_focus_is_at_the_changed_question(house, open_visits, hands):
    a_note(house, "More often?")
    a_note(house, "Is this okay?")
    page = open_visits(house)
    questions = page.next.questions
    mine = [one for one in questions.findChildren(MoreButton) if one.accessibleDescription()]
    next(one for one in mine if one.accessibleDescription() == "Is this okay?").setFocus()
    choose_line(questions, "Change…", "Is this okay?")
    type_in(hands, QPlainTextEdit, "Note", "Is this fine?")
    press(hands, "Save")
    QApplication.processEvents()
    focused = page.window().focusWidget()
    said = (focused.accessibleName(), focused.accessibleDescription())
    assert said == ("More for this question", "Is this fine?")
