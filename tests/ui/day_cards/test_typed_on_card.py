"""What is typed on a card of Today begins its note and is no command: no word is ever lost."""

from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QPushButton

from homejournal.domain.records.plan import Often
from homejournal.domain.records.practices import MarkKind
from homejournal.domain.records.rating_scales import RatingKind
from homejournal.ui.widgets.buttons.button import Pill
from homejournal.ui.widgets.fields.note_field import NoteEdit
from tests.ui.conftest import SUNDAY
from tests.ui.together.test_page import with_luis, written

Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier
SENTENCES = (
    "walked to the ball, no help",
    "no luck today",
    "2 bites, then 10 more",
    "0 tears, o so good",
    "did it with grandma [and the dog]",
    "álamo: él sonrió",
    "٣ مرات مع جدتي",
    "ß – “quoted” £5 @home",
)


def type_slowly(text):
    """Type as a keyboard of any language does: each letter goes to whatever has the focus then."""
    for letter in text:
        target = QApplication.focusWidget()
        for kind in (QKeyEvent.Type.KeyPress, QKeyEvent.Type.KeyRelease):
            key = Key.Key_Space if letter == " " else ord(letter.upper()[:1])
            QApplication.sendEvent(
                target, QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, letter)
            )
        QApplication.processEvents()


def input_method(text):
    """Let an input method write, as one does for a dead key and the letter after it."""
    target = QApplication.focusWidget()
    assert target.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
    event = QInputMethodEvent()
    event.setCommitString(text)
    QApplication.sendEvent(target, event)


def leave(window, hands):
    hands.press(Key.Key_Escape)
    QApplication.processEvents()


def notes(house):
    return [note.text for note in house.day().notes]


@pytest.mark.parametrize("words", SENTENCES)
def test_a_sentence_typed_after_an_answer_was_clicked_is_the_note_of_that_time(
    three, open_window, hands, preferences, words
):
    preferences.helper = three.mom.id
    window = open_window(three.journal)
    hands.click(hands.named(window.page.cards[0], Pill, "Some help"))
    type_slowly(words)
    assert window.page.cards[0].note.field.text() == words
    leave(window, hands)
    (practice,) = three.day().practices
    (note,) = three.day().notes
    assert (practice.rating, practice.helper) == (2, three.mom.id)
    assert (note.text, note.practice) == (words, practice.id)
    assert three.day().marks == ()


@pytest.mark.parametrize("words", [sentence for sentence in SENTENCES if not sentence[0].isdigit()])
def test_a_sentence_typed_on_an_open_card_is_its_note_and_answers_nothing(
    three, open_window, hands, words
):
    window = open_window(three.journal)
    type_slowly(words)
    leave(window, hands)
    assert notes(three) == [words]
    assert three.day().practices == three.day().marks == ()


@pytest.mark.parametrize("pressed", ["Not today", "How we do it"])
def test_a_sentence_typed_after_a_button_of_the_card_was_pressed_is_its_note(
    three, open_window, hands, pressed
):
    window = open_window(three.journal)
    card = window.page.cards[0]
    hands.click(hands.named(card, QPushButton, pressed))
    marks = three.day().marks
    type_slowly("because 2 teeth came")
    leave(window, hands)
    assert notes(three) == ["because 2 teeth came"]
    assert three.day().marks == marks
    assert three.day().practices == ()


def test_it_goes_on_after_the_words_that_stand_in_the_note(three, open_window, hands):
    open_window(three.journal)
    hands.press("2")
    type_slowly("a good day")
    leave(three, hands)
    type_slowly("really")
    leave(three, hands)
    assert notes(three) == ["a good day really"]


@pytest.mark.parametrize("two", ["2", "٢", "۲"])
def test_a_digit_answers_a_card_without_an_answer_and_no_other(three, open_window, hands, two):
    window = open_window(three.journal)
    type_slowly(two)
    assert [practice.rating for practice in three.day().practices] == [2]
    type_slowly(two)
    assert window.page.cards[0].note.field.text() == two
    leave(window, hands)
    assert [practice.rating for practice in three.day().practices] == [2]
    assert notes(three) == [two]


def test_a_blank_after_the_digit_presses_nothing_that_had_the_focus(three, open_window, hands):
    window = open_window(three.journal)
    pill = hands.named(window.page.cards[0], Pill, "On own")
    hands.click(pill)
    hands.press("z", modifier=CONTROL)
    pill.setFocus()
    type_slowly("1 bite")
    leave(window, hands)
    assert [practice.rating for practice in three.day().practices] == [1]
    assert notes(three) == ["bite"]


def test_alt_and_a_digit_changes_the_answer_and_types_nothing(three, open_window, hands):
    window = open_window(three.journal)
    hands.press(hands.alt("2"), hands.alt("4"))
    assert [practice.rating for practice in three.day().practices] == [4]
    hands.press(hands.alt("N"))  # which is offered only before
    assert window.page.cards[0].note.field.text() == ""
    assert three.day().marks == ()


def test_alt_changes_the_answer_from_within_the_note_too(three, open_window, hands):
    window = open_window(three.journal)
    hands.press("2", Key.Key_Return, "she waved", hands.alt("4"))
    assert [practice.rating for practice in three.day().practices] == [4]
    assert window.page.cards[0].note.field.text() == "she waved"
    hands.press(" at me", hands.alt("O"))
    assert [practice.rating for practice in three.day().practices] == [4, None]
    assert notes(three) == ["she waved at me"]


def test_a_digit_that_is_no_level_begins_the_note(three, open_window, hands):
    window = open_window(three.journal)
    type_slowly("7 bites")
    leave(window, hands)
    assert notes(three) == ["7 bites"]
    assert three.day().practices == ()


def test_a_digit_that_is_held_answers_once_and_writes_nothing(three, open_window):
    window = open_window(three.journal)
    none = Qt.KeyboardModifier.NoModifier
    for again in (False, True, True, True):
        event = QKeyEvent(QKeyEvent.Type.KeyPress, Key.Key_2, none, "2", again)
        QApplication.sendEvent(QApplication.focusWidget(), event)
    assert [practice.rating for practice in three.day().practices] == [2]
    assert window.page.cards[0].note.field.text() == ""


def test_a_number_is_typed_while_there_is_none_and_then_a_note(house, open_window, hands):
    house.plan("Bedtime", kind=RatingKind.NUMBER, unit="minutes")
    window = open_window(house.journal)
    type_slowly("35")
    hands.press(Key.Key_Return, Key.Key_Escape)
    type_slowly("3 songs")
    leave(window, hands)
    assert [practice.rating for practice in house.day().practices] == [Decimal(35)]
    assert notes(house) == ["3 songs"]
    hands.press(hands.alt("4"), Key.Key_Return)
    assert [practice.rating for practice in house.day().practices] == [Decimal(4)]


def test_not_today_is_an_answer_too(three, open_window, hands):
    window = open_window(three.journal)
    hands.press(hands.alt("N"))
    type_slowly("1 fever")
    leave(window, hands)
    assert notes(three) == ["1 fever"]
    assert [mark.mark for mark in three.day().marks] == [MarkKind.NOT_TODAY]


@pytest.mark.parametrize("answered", [False, True])
def test_a_dead_key_and_its_letter_begin_the_note(three, open_window, hands, answered):
    window = open_window(three.journal)
    if answered:
        hands.click(hands.named(window.page.cards[0], Pill, "Some help"))
    sent = QKeyEvent(QKeyEvent.Type.KeyPress, Key.Key_Dead_Acute, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(QApplication.focusWidget(), sent)
    input_method("á")
    type_slowly("lamo")
    assert window.page.cards[0].note.field.text() == "álamo"
    assert len(three.day().practices) == answered


def test_input_methods_write_on_cards_alone(three, open_window, hands):
    window = open_window(three.journal)
    button = hands.named(window.page, QPushButton, "Add a moment")
    for part in (window.page.cards[0], button, window.page.cards[1]):
        part.setFocus()
        on = part.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
        assert on is (part is not button)


def test_words_are_pasted_into_the_note(three, open_window, hands):
    window = open_window(three.journal)
    hands.press("2")
    QGuiApplication.clipboard().setText("4 words, from grandma")
    hands.press("v", modifier=CONTROL)
    leave(window, hands)
    assert notes(three) == ["4 words, from grandma"]


def test_what_is_typed_beside_the_field_goes_on_in_it(three, open_window, hands):
    window = open_window(three.journal)
    card = window.page.cards[0]
    type_slowly("smiled")
    hands.click(hands.named(card, QPushButton, "Celebration"))
    type_slowly("2x")
    leave(window, hands)
    assert notes(three) == ["smiled 2x"]
    assert three.day().practices == ()


@pytest.mark.parametrize("key", ["[", "]", "t", "n", "x", "2"])
def test_no_letter_is_a_command_beside_the_cards(three, open_window, hands, key):
    window = open_window(three.journal)
    hands.press(hands.alt("Left"))
    day = window.page.day
    hands.named(window.page, QPushButton, "Add a moment").setFocus()
    hands.press(key)
    assert window.page.day == day
    assert three.day().practices == three.day().marks == ()


def test_a_journal_that_is_only_read_takes_no_words(three, open_window, monkeypatch):
    window = open_window(three.journal)
    monkeypatch.setattr(type(window.desk), "can_write", property(lambda _desk: False))
    for card in window.page.cards:
        card.show_card(card.card)
    type_slowly("no 2")
    assert window.page.cards[0].note.field.text() == ""
    assert three.day().practices == ()


def test_a_note_stands_once_among_two_times(house, open_window, hands):
    house.plan("Pause and wait", Often(times=2, slots=("breakfast", "dinner")))
    window = open_window(house.journal)
    hands.click(hands.named(window.page.cards[0], Pill, "Dinner"))
    hands.click(hands.named(window.page.cards[0], Pill, "On own"))
    type_slowly("10 minutes at the table")
    leave(window, hands)
    (practice,), (note,) = house.day().practices, house.day().notes
    assert (practice.slot, practice.rating) == ("dinner", 4)
    assert note.practice == practice.id


@pytest.mark.parametrize("words", SENTENCES)
def test_on_the_page_of_all_children_it_is_the_note_of_one(three, open_together, hands, words):
    luis = with_luis(three, "Two choices")
    window = open_together(three)
    cell = window.page.rows.cells[0][1]
    cell.setFocus()
    hands.press("2")
    type_slowly(words)
    leave(window, hands)
    his, maya = written(three, luis), written(three, three.child)
    assert [note.text for note in his.notes] == [words]
    assert [practice.rating for practice in his.practices] == [2]
    assert his.notes[0].practice == his.practices[0].id
    assert maya.notes == maya.practices == maya.marks == ()


def test_what_is_unfinished_on_the_page_of_all_children_is_there_again(three, open_window, hands):
    luis = with_luis(three, "Two choices")
    strategy = three.ids["Luis: Two choices"]
    three.journal.drafts.keep(f"note:{strategy}:{SUNDAY.isoformat()}", "waited")
    window = open_window(three.journal)
    window.open_page("together")
    cell = window.page.rows.cells[0][1]
    assert cell.findChild(NoteEdit).text() == "waited"
    cell.setFocus()
    type_slowly("long")
    leave(window, hands)
    assert [note.text for note in written(three, luis).notes] == ["waited long"]
    assert three.journal.drafts.kept() == {}
