"""A card takes single keys only while nobody is writing in it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton

from homejournal.ui.base.keys import digit_of
from homejournal.ui.theme import tokens
from homejournal.ui.widgets.cards.card import Card
from homejournal.ui.widgets.fields.answer_bar import AnswerBar


class WrittenOn(Card):
    def type_here(self, text):
        self.typed.append(text)
        return True


@pytest.fixture
def card(dress, on_screen):
    made = WrittenOn("Sign “more” together")
    fills = ["answer1", "answer3", "answer4"]
    made.row, made.line = AnswerBar(["Hard", "Okay", "Well"], fills, "Sing"), QLineEdit()
    made.push = QPushButton("How we do it")
    for widget in (made.row, made.line, made.push):
        made.body.addWidget(widget)
    made.resize(700, 400)
    made.keys = []
    made.key.connect(made.keys.append)
    made.typed = []
    return on_screen(made)


def test_the_card_is_named_by_its_title(card):
    assert card.accessibleName() == card.title() == "Sign “more” together"
    assert card.focusPolicy() == Qt.FocusPolicy.StrongFocus


def test_a_card_with_the_focus_has_a_ring_around_its_title_and_not_around_itself(card, qtbot):
    card.setFocus()
    qtbot.waitUntil(card.hasFocus)
    image = card.grab().toImage()
    inked = {
        (x, y)
        for x in range(0, image.width(), 2)
        for y in range(image.height())
        if image.pixelColor(x, y).name().upper() == tokens().focus
    }
    assert inked
    assert max(x for x, _ in inked) < card.width() / 2
    assert min(y for _, y in inked) > 0
    assert max(y for _, y in inked) < card.line.y()


ALT = Qt.KeyboardModifier.AltModifier


def sent(card, key, text, modifiers=Qt.KeyboardModifier.NoModifier, *, again=False):
    event = QKeyEvent(QKeyEvent.Type.KeyPress, key, modifiers, text, again)
    QApplication.sendEvent(card, event)


def test_a_few_keys_are_passed_on_and_what_is_typed_is_no_command(card, qtbot):
    for holder in (card, card.row.segments[0]):
        card.keys.clear()
        card.typed.clear()
        holder.setFocus()
        qtbot.keyClicks(holder, "1n")
        sent(holder, Qt.Key.Key_Adiaeresis, "ä")
        for key in (Qt.Key.Key_Return, Qt.Key.Key_Down, Qt.Key.Key_Delete):
            qtbot.keyClick(holder, key)
        assert card.keys == [Qt.Key.Key_Return, Qt.Key.Key_Down, Qt.Key.Key_Delete]
        assert card.typed == ["1", "n", "ä"]


def test_what_is_typed_on_a_button_is_typed_on_its_card_and_enter_is_the_buttons(card, qtbot):
    card.push.setFocus()
    qtbot.keyClicks(card.push, "no luck")
    qtbot.keyClick(card.push, Qt.Key.Key_Return)
    assert card.keys == []
    assert "".join(card.typed) == "noluck"  # the blank is the button's


def test_a_letter_or_a_digit_with_alt_is_passed_on_from_everywhere(card, qtbot):
    for holder in (card, card.push):
        holder.setFocus()
        qtbot.keyClick(holder, Qt.Key.Key_N, ALT)
        qtbot.keyClick(holder, Qt.Key.Key_2, ALT)
    assert card.keys == [ALT.value | Qt.Key.Key_N, ALT.value | Qt.Key.Key_2] * 2
    assert card.typed == []


def test_alt_gr_writes_and_a_key_that_is_held_writes_once(card):
    card.setFocus()
    sent(card, Qt.Key.Key_At, "@", Qt.KeyboardModifier.ControlModifier | ALT)
    sent(card, Qt.Key.Key_A, "a")
    sent(card, Qt.Key.Key_A, "a", again=True)
    sent(card, Qt.Key.Key_N, "n", ALT, again=True)
    assert card.typed == ["@", "a"]
    assert card.keys == []


def test_what_is_typed_into_a_field_is_never_a_command(card, qtbot):
    card.line.setFocus()
    qtbot.keyClicks(card.line, "not 1")
    qtbot.keyClick(card.line, Qt.Key.Key_Up)
    assert card.keys == []
    assert card.line.text() == "not 1"


def test_shortcuts_with_control_pass_by(card, qtbot):
    card.setFocus()
    qtbot.keyClick(card, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert card.keys == []


@pytest.mark.parametrize("three", ["3", "٣", "۳", "३"])
def test_the_digits_of_every_script_are_digits(card, three):
    card.setFocus()
    sent(card, ord(three), three, ALT)
    assert digit_of(three) == 3
    assert card.keys == [ALT.value | Qt.Key.Key_3]


@pytest.mark.parametrize("sign", ["²", "½", "Ⅲ", "33", "", "x"])
def test_what_only_looks_like_a_digit_is_none(sign):
    assert digit_of(sign) is None


@pytest.mark.parametrize(("letter", "latin"), [("ى", Qt.Key.Key_N), ("ي", Qt.Key.Key_D)])
def test_letters_of_an_arabic_keyboard_are_those_of_their_keys(card, letter, latin):
    card.setFocus()
    sent(card, ord(letter), letter, ALT)
    assert card.keys == [ALT.value | latin]


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
