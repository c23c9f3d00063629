"""Keys and presses that were meant for something else answer nothing and save nothing."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from homejournal.ui.sheet_photo.dialog import SheetPhotoDialog
from homejournal.ui.sheet_photo.given_photos import photos_of_files
from homejournal.ui.week_grid.table import WeekTable
from tests.ui.sheet_photo.conftest import ASKED, USUAL, number
from tests.ui.sheet_photo.test_dialog import shown, week

pytestmark = pytest.mark.measured

KEY = Qt.Key


def typed(text):
    """Type letter by letter, wherever the keyboard is."""
    for letter in text:
        pressed = QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, letter)
        QApplication.sendEvent(QApplication.focusWidget(), pressed)


@pytest.mark.parametrize(("language", "word"), [("en", "twelve"), ("es", "doce"), ("ar", "سليم")])
def test_a_word_typed_at_a_number_answers_nothing(
    printed, photos, looked_at, hands, language, word
):
    dialog = looked_at(photos.of(number("Wed"), number("Sun")), language=language)
    typed(word)
    assert dialog.view.panel.field.text() == word
    hands.press(KEY.Key_Return)
    assert dialog.view.panel._problem.isVisible()
    assert [shown(dialog)[3][day] for day in (2, 6)] == ["?", "?"]
    hands.press(KEY.Key_Escape)
    assert not dialog.view.panel._problem.isVisible()
    typed("18")
    hands.press(KEY.Key_Return)
    assert [shown(dialog)[3][day] for day in (2, 6)] == ["18", "?"]


def test_what_is_no_number_says_what_is_wanted_until_something_else_is_typed(
    photos, looked_at, hands
):
    dialog = looked_at(photos.of(number("Wed")))
    typed("18 min")
    hands.press(KEY.Key_Return)
    assert dialog.view.panel._problem.text() == (
        "That is no answer here. Type only the number, such as 18, or one of these: y n s a o p l"
    )
    hands.press(KEY.Key_Backspace)
    assert not dialog.view.panel._problem.isVisible()


def test_a_double_click_or_a_held_enter_saves_nothing_over_open_questions(
    printed, photos, looked_at, hands
):
    dialog = looked_at(photos.of(*ASKED))
    QTest.mouseClick(dialog.save_button, Qt.MouseButton.LeftButton)
    QTest.mouseClick(dialog.save_button, Qt.MouseButton.LeftButton)
    for again in (False, True, True):
        held = QKeyEvent(
            QEvent.Type.KeyPress, KEY.Key_Return, Qt.KeyboardModifier.NoModifier, "\r", again
        )
        QApplication.sendEvent(dialog.save_button, held)
    QTest.keyClick(dialog, KEY.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert dialog.isVisible()
    assert not week(printed).practices


def test_enter_takes_a_name_and_saves_nothing(printed, photos, looked_at, hands):
    dialog = looked_at(photos.of(*USUAL))
    dialog.who.setFocus()
    hands.press(KEY.Key_Down, KEY.Key_Return, KEY.Key_Return, KEY.Key_Return)
    assert dialog.isVisible()
    assert dialog.who.value() is not None
    QTest.keyClick(QApplication.focusWidget(), KEY.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert not dialog.isVisible()
    assert {one.helper for one in week(printed).practices} == {dialog.who.value()}


def test_keys_after_closing_do_not_fall_into_the_week(
    printed, photos, open_window, saved, hands, qtbot
):
    window = open_window(printed.journal, page="week_grid")
    (table,) = window.page.findChildren(WeekTable)
    table.setFocus()
    dialog = SheetPhotoDialog(window.desk, window)
    dialog.ask(photos_of_files(saved(photos.of(*USUAL))))
    qtbot.waitUntil(lambda: not dialog.work.is_busy, timeout=20_000)
    hands.press(KEY.Key_Escape)
    assert not dialog.isVisible()
    assert isinstance(window.focusWidget(), QPushButton)
    before = week(printed)
    QTest.keyClicks(window.focusWidget(), "3n")
    assert week(printed) == before
