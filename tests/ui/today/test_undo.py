"""Ctrl+Z takes back what was said last, and nothing says that all is saved before it is."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from homejournal.domain.records.notes import Flag
from homejournal.ui.widgets.buttons.button import Pill

Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def undo(hands):
    hands.press("z", modifier=CONTROL)
    QApplication.processEvents()


@pytest.fixture
def rated(three, open_window, hands):
    window = open_window(three.journal)
    hands.click(hands.named(window.page.cards[0], Pill, "Some help"))
    return window


def note_of(window):
    return window.page.cards[0].note


def flag(window, hands, name="Celebration"):
    return hands.named(window.page.cards[0], QPushButton, name)


def ratings(three):
    return [practice.rating for practice in three.day().practices]


def test_a_tick_goes_first_then_the_words_then_the_rating(rated, three, hands):
    hands.press(Key.Key_Return, "she waved")
    hands.click(flag(rated, hands))
    undo(hands)
    assert not flag(rated, hands).isChecked()
    assert note_of(rated).field.text() == "she waved"
    assert ratings(three) == [2]
    undo(hands)
    assert note_of(rated).field.text() == ""
    assert ratings(three) == [2]
    undo(hands)
    assert ratings(three) == []


def test_of_two_ticks_the_last_goes_first(rated, three, hands):
    hands.press(Key.Key_Return, "she waved")
    for name in ("Celebration", "Concern"):
        hands.click(flag(rated, hands, name))
    for left in ((Flag.CELEBRATION,), ()):
        undo(hands)
        assert note_of(rated).said().flags == left
    assert note_of(rated).field.text() == "she waved"


@pytest.mark.parametrize("typed_after", ["", " and laughed"])
def test_it_is_so_where_one_has_gone_back_into_the_field(rated, three, hands, typed_after):
    hands.press(Key.Key_Return, "she waved")
    hands.click(flag(rated, hands))
    note_of(rated).field.setFocus()
    if typed_after:
        hands.press(typed_after)
    undo(hands)
    assert (note_of(rated).field.text() == "she waved") is not bool(typed_after)
    assert bool(note_of(rated).said().flags) is bool(typed_after)
    assert ratings(three) == [2]
    undo(hands)
    assert note_of(rated).said() == type(note_of(rated).said())("")
    assert ratings(three) == [2]


def test_a_saved_note_goes_with_its_tick_before_the_rating(rated, three, hands):
    hands.press(Key.Key_Return, "she waved")
    hands.click(flag(rated, hands))
    hands.press(Key.Key_Return)
    assert [(note.text, note.flags) for note in three.day().notes] == [
        ("she waved", (Flag.CELEBRATION,))
    ]
    undo(hands)
    assert three.day().notes == ()
    assert ratings(three) == [2]
    undo(hands)
    assert ratings(three) == []


def test_a_note_that_was_saved_in_its_field_goes_before_the_rating(rated, three, hands):
    hands.press(Key.Key_Return, "she waved")
    hands.press(Key.Key_Return, modifier=CONTROL)
    undo(hands)
    assert (three.day().notes, ratings(three)) == ((), [2])
    undo(hands)
    assert ratings(three) == []


def test_private_is_never_cleared_by_it(rated, three, hands):
    hands.press(Key.Key_Return, "only for us")
    hands.click(flag(rated, hands, "Private"))
    undo(hands)
    assert three.day().notes == three.day().private_notes == ()
    assert ratings(three) == [2]
    hands.press("z", modifier=CONTROL | SHIFT)
    assert [private_note.text for private_note in three.day().private_notes] == ["only for us"]
    assert three.day().notes == ()


def test_the_button_of_the_toast_takes_back_what_the_toast_says(rated, three, hands):
    hands.press(Key.Key_Return, "she waved")
    button = hands.named(rated.frame.toast, QPushButton, "Undo")
    place = button.mapTo(rated, button.rect().center())
    QTest.mouseClick(rated.windowHandle(), Qt.MouseButton.LeftButton, pos=place)
    assert ratings(three) == []
    assert note_of(rated).field.text() == "she waved"


@pytest.mark.parametrize("in_field", [True, False])
def test_nothing_is_done_again_under_words_that_are_not_saved(rated, three, hands, in_field):
    for words in ("she waved", " and laughed"):
        note_of(rated).field.setFocus()
        hands.press(Key.Key_End, modifier=CONTROL)
        hands.press(words)
        hands.press(Key.Key_Return, modifier=CONTROL)
    undo(hands)
    assert [note.text for note in three.day().notes] == ["she waved"]
    hands.press(Key.Key_End, modifier=CONTROL)
    hands.press(" at Grandma")
    if not in_field:
        hands.click(flag(rated, hands))
    hands.press("z", modifier=CONTROL | SHIFT)
    QApplication.processEvents()
    rated.page.cards[1].setFocus()
    assert [note.text for note in three.day().notes] == ["she waved at Grandma"]


def test_words_that_go_on_in_a_note_whose_last_words_are_taken_back_stand_once(rated, three, hands):
    for words in ("she waved", " and laughed"):
        note_of(rated).field.setFocus()
        hands.press(Key.Key_End, modifier=CONTROL)
        hands.press(words)
        hands.press(Key.Key_Return, modifier=CONTROL)
    hands.press(" a lot")
    button = hands.named(rated.frame.toast, QPushButton, "Undo")
    place = button.mapTo(rated, button.rect().center())
    QTest.mouseClick(rated.windowHandle(), Qt.MouseButton.LeftButton, pos=place)
    assert [note.text for note in three.day().notes] == ["she waved"]
    rated.page.cards[1].setFocus()
    assert [note.text for note in three.day().notes] == ["she waved and laughed a lot"]


def saved_signs(window, hands):
    texts = hands.texts(window.page.cards[0])
    return [text for text in texts if text in {"✓ Saved", "Not saved yet"}]


def test_nothing_says_saved_while_a_note_is_not(rated, hands):
    assert saved_signs(rated, hands) == ["✓ Saved"]
    hands.press(Key.Key_Return, "s")
    assert saved_signs(rated, hands) == ["Not saved yet"]
    hands.press(Key.Key_Backspace)
    assert saved_signs(rated, hands) == ["✓ Saved"]
    hands.press("she waved")
    hands.click(flag(rated, hands))
    assert saved_signs(rated, hands) == ["Not saved yet"]
    hands.press(Key.Key_Return)
    assert saved_signs(rated, hands) == ["✓ Saved"]
    hands.click(flag(rated, hands))
    assert saved_signs(rated, hands) == ["Not saved yet"]
    hands.press(Key.Key_Escape)
    assert saved_signs(rated, hands) == ["✓ Saved"]


def test_words_go_on_in_the_one_note_after_private_is_taken_back(rated, three, hands):
    hands.press(Key.Key_Return, "she waved")
    hands.press(Key.Key_Return, modifier=CONTROL)
    hands.click(flag(rated, hands, "Private"))
    hands.press(Key.Key_Return, modifier=CONTROL)
    hands.press("twice")
    hands.click(hands.named(rated.frame.toast, QPushButton, "Undo"))
    rated.go_to("team")
    assert three.day().notes == ()
    assert [note.text for note in three.day().private_notes] == ["she waved twice"]
