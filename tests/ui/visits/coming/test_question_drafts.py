"""Questions that are typed on the Visits page outlive the program, each in its own place."""

from dataclasses import replace
from uuid import uuid4

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit

from homejournal.domain.records.children import Child
from tests.ui.forms import dialog, field, no_dialog, press, type_in
from tests.ui.visits.coming.visiting import (
    a_question,
    a_visit,
    again,
    choose,
    rows,
    undo,
    unfolded,
)

ASKED = "What do they want to know?"
OURS = "A question for the next visit"
LAST_TIME = "Not saved yet: this is what you typed last time."


def ask(page, place):
    choose(unfolded(page, place).does.menu, "They asked us…")


def as_if_the_program_had_ended():
    """Close the form so that nobody closed it on purpose; what is kept stays."""
    form = dialog()
    form._typed = form._snapshot()
    form.reject()
    QApplication.processEvents()


@pytest.mark.usefixtures("drafts_at_once")
def test_a_half_typed_question_comes_again_at_its_own_visit(house, open_visits, hands, qtbot):
    visit, other = a_visit(house, -1), a_visit(house, -2)
    page = open_visits(house)
    ask(page, 0)
    type_in(hands, QPlainTextEdit, ASKED, "Does she po")
    qtbot.waitUntil(lambda: house.journal.drafts.kept() != {})
    as_if_the_program_had_ended()
    ask(page, 1)
    assert rows(page)[1].told.visit == other
    assert field(QPlainTextEdit, ASKED).toPlainText() == ""
    press(hands, "Cancel")
    ask(page, 0)
    assert field(QPlainTextEdit, ASKED).toPlainText() == "Does she po"
    assert LAST_TIME in hands.texts(dialog())
    press(hands, "Save")
    assert no_dialog()
    assert house.journal.drafts.kept() == {}
    (asked,) = rows(page)[0].told.asked
    assert (asked.text, asked.visit) == ("Does she po", visit.id)
    undo(page)
    assert rows(page)[0].told.asked == ()
    assert [*house.journal.drafts.kept().values()] == ["Does she po"]


@pytest.mark.usefixtures("drafts_at_once")
def test_new_words_of_a_question_wait_at_that_question(house, open_visits, hands, qtbot):
    visit = a_visit(house, -1)
    asked = a_question(house, visit)
    page = open_visits(house)
    choose(page.next.asked.rows[0].menu, "Change…")
    type_in(hands, QPlainTextEdit, ASKED, "Does she wave?")
    qtbot.waitUntil(lambda: house.journal.drafts.kept() != {})
    as_if_the_program_had_ended()
    ask(page, 0)
    assert field(QPlainTextEdit, ASKED).toPlainText() == ""
    press(hands, "Cancel")
    choose(page.next.asked.rows[0].menu, "Change…")
    assert field(QPlainTextEdit, ASKED).toPlainText() == "Does she wave?"
    press(hands, "Save")
    assert again(house, asked) == replace(asked, text="Does she wave?")


@pytest.mark.usefixtures("drafts_at_once")
def test_what_was_closed_on_purpose_is_forgotten(house, open_visits, hands, qtbot):
    a_visit(house, -1)
    page = open_visits(house)
    ask(page, 0)
    type_in(hands, QPlainTextEdit, ASKED, "Does she po")
    qtbot.waitUntil(lambda: house.journal.drafts.kept() != {})
    hands.press(Qt.Key.Key_Escape)
    hands.press(Qt.Key.Key_Escape)
    assert no_dialog()
    assert house.journal.drafts.kept() == {}


@pytest.mark.usefixtures("drafts_at_once")
def test_words_that_were_taken_away_again_do_not_come_back(house, open_visits, hands, qtbot):
    a_visit(house, -1)
    page = open_visits(house)
    ask(page, 0)
    type_in(hands, QPlainTextEdit, ASKED, "Does she po")
    qtbot.waitUntil(lambda: house.journal.drafts.kept() != {})
    type_in(hands, QPlainTextEdit, ASKED, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: house.journal.drafts.kept() == {})
    as_if_the_program_had_ended()
    ask(page, 0)
    assert field(QPlainTextEdit, ASKED).toPlainText() == ""
    assert LAST_TIME not in hands.texts(dialog())


@pytest.mark.parametrize("same", [True, False])
def test_our_own_question_is_kept_for_its_child_alone(house, open_visits, same):
    sister = Child(id=uuid4(), name="Ada")
    house.journal.records.save(sister)
    page = open_visits(house)
    field(QLineEdit, OURS, page).setText("Is it fine")
    page.set_child(house.child.id if same else sister.id)
    page.keep_typing()
    QApplication.processEvents()
    assert field(QLineEdit, OURS, page).text() == ("Is it fine" if same else "")
    assert [*house.journal.drafts.kept().values()] == ["Is it fine"]
    page.set_child(house.child.id)
    assert field(QLineEdit, OURS, page).text() == "Is it fine"
