"""A card takes single keys only while nobody is writing in it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPushButton

from homejournal.ui.widgets.card import Card
from homejournal.ui.widgets.rating import RatingRow


@pytest.fixture
def card(dress, on_screen):
    made = Card("Sign “more” together")
    made.row, made.line = RatingRow(["Hard", "Okay", "Well"]), QLineEdit()
    made.push = QPushButton("How we do it")
    for widget in (made.row, made.line, made.push):
        made.body.addWidget(widget)
    made.resize(700, 400)
    made.keys = []
    made.key.connect(made.keys.append)
    return on_screen(made)


def test_the_card_is_named_by_its_title(card):
    assert card.accessibleName() == card.title() == "Sign “more” together"
    assert card.focusPolicy() == Qt.FocusPolicy.StrongFocus


def test_keys_on_the_card_are_passed_on(card, qtbot):
    card.setFocus()
    for key in (Qt.Key.Key_1, Qt.Key.Key_N, Qt.Key.Key_Return, Qt.Key.Key_Down):
        qtbot.keyClick(card, key)
    assert card.keys == [Qt.Key.Key_1, Qt.Key.Key_N, Qt.Key.Key_Return, Qt.Key.Key_Down]


def test_keys_on_a_pill_are_passed_on_too(card, qtbot):
    pill = card.row.pills[0]
    pill.setFocus()
    for key in (Qt.Key.Key_2, Qt.Key.Key_N, Qt.Key.Key_Return, Qt.Key.Key_Down):
        qtbot.keyClick(pill, key)
    assert card.keys == [Qt.Key.Key_2, Qt.Key.Key_N, Qt.Key.Key_Return, Qt.Key.Key_Down]


def test_what_is_typed_into_a_field_is_never_a_command(card, qtbot):
    card.line.setFocus()
    qtbot.keyClicks(card.line, "not 1")
    qtbot.keyClick(card.line, Qt.Key.Key_Up)
    assert card.keys == []
    assert card.line.text() == "not 1"


def test_keys_on_another_button_stay_there(card, qtbot):
    card.push.setFocus()
    qtbot.keyClick(card.push, Qt.Key.Key_N)
    assert card.keys == []


def test_shortcuts_with_control_pass_by(card, qtbot):
    card.setFocus()
    qtbot.keyClick(card, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert card.keys == []


def test_arabic_digits_count_as_digits(card, qtbot):
    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QApplication

    card.setFocus()
    event = QKeyEvent(QKeyEvent.Type.KeyPress, 0x0663, Qt.KeyboardModifier.NoModifier, "٣")
    QApplication.sendEvent(card, event)
    assert card.keys == [Qt.Key.Key_3]


def test_the_focus_is_painted(card):
    card.line.setFocus()
    before = card.grab().toImage()
    card.setFocus()
    assert card.grab().toImage() != before


def test_chips_go_under_a_title_that_needs_the_room(card):
    chip = card.add_chip("Meals")
    assert chip.mapTo(card, chip.rect().topLeft()).x() > 500
    card.set_title("Pause in songs and wait five seconds so that she can fill in a word, always")
    card.layout().activate()
    assert chip.mapTo(card, chip.rect().topLeft()).x() < 100


def test_a_title_of_ten_thousand_letters_neither_widens_nor_floods_the_card(card):
    card.set_title("x" * 10_000)
    assert card.minimumSizeHint().width() < 700
    assert card.sizeHint().height() < 900
    assert card.title() == "x" * 10_000


def test_corner_widgets_can_be_taken_away(card):
    chip = card.add_chip("Meals")
    card.clear_corner()
    assert chip.isHidden()
