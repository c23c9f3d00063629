"""The forms of the plan: what cannot be said is told at its field, and nothing typed is lost."""

import gc
import weakref

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from homejournal.domain.errors import DiskFullError
from homejournal.domain.records.plan import StepKind
from homejournal.ui.child.outcomes.outcome_dialogs import OutcomeDialog
from homejournal.ui.child.plan.step_dialog import StepDialog
from homejournal.ui.child.plan.strategy_dialog import StrategyDialog
from tests.ui.child.plan.test_page import card, page, unfold
from tests.ui.forms import dialog, field, no_dialog, press, type_in

__all__ = ["page"]

BAD_NAMES = {
    "long": ("a" * 10_000, "This is too long"),
    "blank": ("   ", "Please write something here."),
    "control": ("Wait\x00now", "a character that cannot be written down"),
}


@pytest.mark.parametrize("name", BAD_NAMES)
def test_a_name_that_cannot_be_is_said_under_its_field_and_stays(page, hands, name, three):
    words, fault = BAD_NAMES[name]
    page.new()
    edit = field(QLineEdit, "What will you do?")
    edit.setText(words)
    press(hands, "Save")
    assert any(fault in text for text in hands.texts(dialog()))
    assert edit.text() == words
    assert edit.hasFocus()
    assert len(three.journal.family().strategies) == 3


@pytest.mark.parametrize("enter", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_control_and_enter_save_a_form(page, hands, three, enter):
    page.new()
    type_in(hands, QLineEdit, "What will you do?", "Clap hands")
    hands.press(enter, modifier=Qt.KeyboardModifier.ControlModifier)
    assert no_dialog()
    assert "Clap hands" in {one.name for one in three.journal.family().strategies.values()}


@pytest.mark.parametrize(
    "words", ["👩‍👧 🎉", "اِنتظر قليلاً", "<b>bold</b>", "$x^2$ #let x", "A & B"]
)
def test_strange_names_are_shown_as_they_are(page, hands, words):
    page.new()
    field(QLineEdit, "What will you do?").setText(words)
    press(hands, "Save")
    assert card(page, words)


def test_too_few_names_for_the_times_are_said(page, hands):
    page.new()
    unfold(hands)
    type_in(hands, QLineEdit, "What will you do?", "Wait")
    type_in(hands, QLineEdit, "Names for the times", "lunch, lunch")
    press(hands, "Save")
    assert any("Write one name for each time a day" in text for text in hands.texts(dialog()))


def test_typed_words_stay_when_the_disk_is_full(page, hands, three, monkeypatch):
    def full(*_records):
        raise DiskFullError(three.journal.folder)

    monkeypatch.setattr(three.journal.records, "save_ending", full)
    page.new()
    edit = type_in(hands, QLineEdit, "What will you do?", "Wait")
    press(hands, "Save")
    assert edit.text() == "Wait"
    assert any("full" in text for text in hands.texts(dialog()))


def test_a_form_with_typed_words_closes_only_at_the_second_cancel(page, hands):
    page.new()
    type_in(hands, QLineEdit, "What will you do?", "Wait")
    press(hands, "Cancel")
    assert any("not saved yet" in text for text in hands.texts(dialog()))
    press(hands, "Cancel")
    assert QApplication.activeModalWidget() is None


def test_a_form_that_was_only_looked_through_closes_at_once(page, hands):
    page.new()
    unfold(hands)
    press(hands, "Cancel")
    assert no_dialog()


def test_a_form_where_somebody_typed_on_asks_again_before_it_closes(page, hands):
    page.new()
    name = type_in(hands, QLineEdit, "What will you do?", "Wait")
    press(hands, "Cancel")
    name.setFocus()
    hands.press(" and see")
    assert not any("not saved yet" in text for text in hands.texts(dialog()))
    press(hands, "Cancel")
    assert any("not saved yet" in text for text in hands.texts(dialog()))


def asks_new(page):
    return StrategyDialog(page.desk, page._state, None, page)


def asks_change(page):
    return StrategyDialog(page.desk, page._state, page._state.strategies[0], page)


def asks_pause(page):
    return StepDialog(page.desk, page._state, StepKind.PAUSE, page._state.strategies[0], page)


def asks_outcome(page):
    return OutcomeDialog(page.desk, page.child, None, page)


@pytest.mark.parametrize("make", [asks_new, asks_change, asks_pause, asks_outcome])
def test_a_form_is_freed_after_it_was_closed(page, make):
    made = make(page)
    made.ask()
    parts = [weakref.ref(one) for one in [made, *made.findChildren(QWidget)]]
    made.reject()
    del made
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QApplication.processEvents()
    gc.collect()
    assert [ref() for ref in parts if ref() is not None] == []


@pytest.mark.parametrize("make", [asks_new, asks_change, asks_pause, asks_outcome])
def test_a_form_fits_into_a_small_window(page, make):
    page.window().resize(1024, 640)
    made = make(page)
    made.ask()
    QApplication.processEvents()
    assert made.width() <= 1024
    assert made.height() <= 640
    made.reject()
