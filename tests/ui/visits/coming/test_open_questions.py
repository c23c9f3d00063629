"""Questions on the Visits page: of the family, and of the team, answered at home."""

from uuid import uuid4

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QPlainTextEdit, QPushButton

from homejournal.domain.errors import DiskFullError
from homejournal.domain.records.notes import Flag, Note
from homejournal.domain.records.record import Kind
from homejournal.ui.visits.coming.visit_dialog import QuestionDialog
from homejournal.ui.widgets.button import Pill
from tests.ui.forms import dialog, field, no_dialog, press, type_in
from tests.ui.visits.coming.visiting import (
    DAY,
    TODAY,
    a_question,
    a_visit,
    again,
    choose,
    rows,
    somebody,
    undo,
    unfolded,
)

Key = Qt.Key
OURS = "A question for the next visit"


def said(page, hands):
    return " | ".join(hands.texts(page))


def a_note(house, text, days):
    note = Note(
        id=uuid4(),
        child=house.child.id,
        day=TODAY - days * DAY,
        text=text,
        flags=(Flag.QUESTION,),
    )
    house.journal.records.save(note)
    return note


def test_open_questions_carry_over_until_they_are_ticked_and_undo_brings_them_back(
    house, open_visits, hands
):
    a_visit(house, 1)
    old, new = a_note(house, "Is this okay?", 60), a_note(house, "More often?", 1)
    page = open_visits(house)
    words = said(page, hands)
    assert words.index("Is this okay?") < words.index("More often?")
    first = next(
        button
        for button in page.findChildren(QPushButton)
        if button.accessibleDescription() == "Is this okay?" and button.isVisible()
    )
    first.setFocus()
    hands.press(Key.Key_Space)
    QApplication.processEvents()
    assert again(house, old).answered == TODAY
    assert "Is this okay?" not in said(page, hands)
    assert QApplication.focusWidget().accessibleDescription() == "More often?"
    undo(page)
    assert again(house, old) == old
    assert again(house, new) == new


def test_many_questions_are_shown_some_at_a_time(house, open_visits, hands):
    for n in range(25):
        a_note(house, f"Question {n}?", 25 - n)
    page = open_visits(house)
    assert "Question 5?" not in said(page, hands)
    press(hands, "Show 20 more questions", page)
    assert "Question 24?" in said(page, hands)
    assert QApplication.focusWidget().accessibleDescription() == "Question 5?"


@pytest.mark.parametrize("days", [1, -1])
def test_a_question_is_typed_on_one_line_and_saved_by_enter(house, open_visits, hands, days):
    a_visit(house, days)
    page = open_visits(house)
    line = field(QLineEdit, OURS, page)
    line.setFocus()
    hands.press(" Can we do less? ", Key.Key_Return)
    QApplication.processEvents()
    (note,) = house.journal.visits.questions(house.child.id)
    assert (note.text, note.flags, note.day) == ("Can we do less?", (Flag.QUESTION,), TODAY)
    assert "Can we do less?" in said(page, hands)
    assert (line.text(), line.hasFocus()) == ("", True)
    hands.press(Key.Key_Return)
    assert len(house.journal.visits.questions(house.child.id)) == 1
    undo(page)
    assert house.journal.visits.questions(house.child.id) == ()
    assert field(QLineEdit, OURS, page).text() == " Can we do less? "


def test_a_question_that_the_disk_refuses_stays_on_its_line(house, open_visits, hands, monkeypatch):
    page = open_visits(house)

    def full(*_said, **_named):
        raise DiskFullError(house.journal.folder)

    monkeypatch.setattr(house.journal.records, "save_ending", full)
    field(QLineEdit, OURS, page).setText("Can we do less?")
    page.next.questions.save()
    assert field(QLineEdit, OURS, page).text() == "Can we do less?"


def test_what_a_professional_asks_is_written_changed_and_removed(house, open_visits, hands):
    dana = somebody(house)
    a_visit(house, -1, people=(dana.id,))
    page = open_visits(house)
    choose(unfolded(page).does.menu, "They asked us…")
    type_in(hands, QPlainTextEdit, "What do they want to know?", "Does she point?")
    hands.click(hands.named(dialog(), Pill, "Yes or no"))
    press(hands, "Save")
    (asked,) = house.journal.records.all_of(Kind.ASKED)
    assert (asked.text, asked.open, asked.asked_by) == ("Does she point?", False, dana.id)
    assert "Dana asked on March 21, 2026" in said(page, hands)
    choose(page.next.asked.rows[0].menu, "Change…")
    type_in(hands, QPlainTextEdit, "What do they want to know?", "Does she wave?")
    press(hands, "Save")
    assert again(house, asked).text == "Does she wave?"
    choose(page.next.asked.rows[0].menu, "Remove the question")
    assert again(house, asked) is None
    assert page.next.asked.rows == ()


def test_an_empty_question_is_refused_and_who_asked_stays_known(house, open_visits, hands):
    dana = somebody(house)
    visit = a_visit(house, -1)
    asked = a_question(house, visit, asked_by=dana.id)
    page = open_visits(house)
    QuestionDialog(page.desk, rows(page)[0].told, asked, page).ask()
    assert field(QComboBox, "Who asks?").currentText() == "Dana"
    type_in(hands, QPlainTextEdit, "What do they want to know?", " ")
    press(hands, "Save")
    assert "Please write something here." in hands.texts(dialog())
    dialog().text.set_text("Does she wave?")
    press(hands, "Save")
    assert again(house, asked).asked_by == dana.id


def test_save_is_offered_once_something_is_typed_and_nothing_moves(house, open_visits, hands):
    a_question(house, a_visit(house, -1))
    page = open_visits(house)
    answer = field(QPlainTextEdit, "Your answer", page)
    save = next(b for b in page.next.asked.findChildren(QPushButton) if b.text() == "Save")
    before = (answer.geometry(), save.isVisible())
    answer.setPlainText("She looks.")
    assert (before[0], not before[1]) == (answer.geometry(), save.isVisible())
    answer.setPlainText(" ")
    assert not save.isVisible()


def test_a_closed_question_is_answered_with_one_press(house, open_visits, hands):
    visit = a_visit(house, -1)
    asked = a_question(house, visit, open=False)
    page = open_visits(house)
    assert "Not answered yet | Does she point?" in said(unfolded(page), hands)
    row = page.next.asked.rows[0]
    hands.named(row, QPushButton, "Yes").setFocus()
    hands.press(Key.Key_Space)
    QApplication.processEvents()
    assert (again(house, asked).answer, again(house, asked).answered) == ("Yes", TODAY)
    assert page.next.asked.rows == ()
    assert "Yes (March 22, 2026)" in said(unfolded(page), hands)
    undo(page)
    assert again(house, asked) == asked
    press(hands, "No", page.next.asked.rows[0])
    assert again(house, asked).answer == "No"


def test_an_answer_in_words_is_changed_and_taken_back(house, open_visits, hands):
    visit = a_visit(house, -1)
    asked = a_question(house, visit, open=False)
    page = open_visits(house)
    press(hands, "In words…", page.next.asked.rows[0])
    hands.press("At the dog")
    hands.press(Key.Key_Return, modifier=Qt.KeyboardModifier.ControlModifier)
    QApplication.processEvents()
    assert again(house, asked).answer == "At the dog"
    row = unfolded(page).asked.rows[0]
    press(hands, "Change the answer…", row)
    edit = field(QPlainTextEdit, "Your answer", row)
    assert edit.toPlainText() == "At the dog"
    edit.setPlainText("")
    press(hands, "Save", row)
    assert again(house, asked) == asked


def test_a_half_typed_answer_is_kept_and_comes_back(house, open_visits, hands):
    visit = a_visit(house, -1)
    asked = a_question(house, visit)
    page = open_visits(house)
    field(QPlainTextEdit, "Your answer", page).setPlainText("At the d")
    page.keep_typing()
    assert house.journal.drafts.kept() == {f"asked:{asked.id}": "At the d"}
    page.window().set_language("es")
    QApplication.processEvents()
    page = page.window() if page.isVisible() else QApplication.activeWindow().page
    (edit,) = [
        plain_text_edit
        for plain_text_edit in page.findChildren(QPlainTextEdit)
        if plain_text_edit.isVisible()
    ]
    assert edit.toPlainText() == "At the d"


def test_words_that_could_not_be_kept_hold_the_window_back(house, open_visits, monkeypatch):
    visit = a_visit(house, -1)
    a_question(house, visit)
    page = open_visits(house)

    def full(*_said):
        raise DiskFullError(house.journal.folder)

    monkeypatch.setattr(house.journal.drafts, "keep", full)
    field(QPlainTextEdit, "Your answer", page).setPlainText("At the d")
    page.keep_typing()
    assert len(page.at_risk()) == 1
    field(QPlainTextEdit, "Your answer", page).setPlainText("")
    assert page.at_risk() == frozenset()


def test_a_journal_that_is_only_read_offers_nothing_to_write(house, open_visits, hands):
    visit = a_visit(house, 1)
    asked = a_question(house, visit, open=False)
    a_note(house, "Is this okay?", 1)
    house.journal.visits.answer(a_question(house, visit, "How?"), "At the dog", TODAY)
    house.journal._store.write = False
    page = open_visits(house)
    words = said(page, hands)
    assert page.next.questions.field.isHidden()
    for gone in ("Add a visit", "Change…", "Remove", "Answered", "Yes"):
        assert gone not in words.split(" | ")
    for stays in ("Prepare the page", "Does she point?", "At the dog (March 22, 2026)"):
        assert stays in words
    page.new()
    assert no_dialog()
    page.keep_typing()
    assert again(house, asked) == asked
    house.journal._store.write = True
