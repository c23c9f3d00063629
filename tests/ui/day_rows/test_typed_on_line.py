"""What is typed on a line of Today begins its note and is no command: no word is ever lost."""

from decimal import Decimal

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication, QInputMethodEvent, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from homejournal.domain.records.plan import Often
from homejournal.domain.records.practices import MarkKind
from homejournal.domain.records.rating_scales import RatingKind
from homejournal.ui.widgets.fields.answer_bar import Segment
from homejournal.ui.widgets.line_buttons import SecondLine
from tests.ui.conftest import SUNDAY
from tests.ui.day_lines import open_drawers
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
    hands.click(hands.named(window.page.lines[0], Segment, "Some help"))
    type_slowly(words)
    assert window.page.lines[0].note.field.text() == words
    leave(window, hands)
    (practice,) = three.day().practices
    (note,) = three.day().notes
    assert (practice.rating, practice.helper) == (2, three.mom.id)
    assert (note.text, note.practice) == (words, practice.id)
    assert three.day().marks == ()


@pytest.mark.parametrize("words", [one for one in SENTENCES if not one[0].isdigit()])
def test_a_sentence_typed_on_an_open_line_is_its_note_and_answers_nothing(
    three, open_window, hands, words
):
    window = open_window(three.journal)
    type_slowly(words)
    leave(window, hands)
    assert notes(three) == [words]
    assert three.day().practices == three.day().marks == ()


@pytest.mark.usefixtures("drafts_at_once")
def test_words_that_were_taken_back_in_the_field_do_not_come_again(
    three, open_window, hands, qtbot
):
    window = open_window(three.journal)
    line, other, *_ = window.page.lines
    type_slowly("waved")
    hands.click(hands.named(other, Segment, "Some help"))
    hands.click(line.findChild(SecondLine))
    type_slowly("twice")
    qtbot.waitUntil(lambda: three.journal.drafts.kept() != {})
    hands.press("Z", modifier=CONTROL)
    assert line.note.field.text() == "waved"
    hands.click(hands.named(other, Segment, "A lot of help"))
    assert line.note.field.text() == "waved"
    assert three.journal.drafts.kept() == {}
    assert notes(three) == ["waved"]


@pytest.mark.parametrize("pressed", ["Not today", "the second line"])
def test_a_sentence_typed_after_something_on_the_line_was_pressed_is_its_note(
    three, open_window, hands, pressed
):
    window = open_window(three.journal)
    line = window.page.lines[0]
    if pressed == "Not today":
        hands.click(hands.named(line, Segment, pressed))
    else:
        hands.click(line.findChild(SecondLine))
    marks = three.day().marks
    type_slowly("because 2 teeth came")
    leave(window, hands)
    assert notes(three) == ["because 2 teeth came"]
    assert three.day().marks == marks
    assert three.day().practices == ()


def test_what_is_typed_after_a_click_on_a_row_is_its_note(three, open_window, hands):
    window = open_window(three.journal)
    row = window.page.list.rows[-1]
    assert not row.isAncestorOf(QApplication.focusWidget())
    QTest.mouseClick(row, Qt.MouseButton.LeftButton, pos=QPoint(40, 12))
    type_slowly("she chose the duck book")
    assert [part.note.field.text() for part in row.lines] == ["she chose the duck book"]


def test_it_goes_on_after_the_words_that_stand_in_the_note(three, open_window, hands):
    open_window(three.journal)
    hands.press("2")
    type_slowly("a good day")
    leave(three, hands)
    type_slowly("really")
    leave(three, hands)
    assert notes(three) == ["a good day really"]


@pytest.mark.parametrize("two", ["2", "٢", "۲"])
def test_a_digit_answers_a_line_without_an_answer_and_no_other(three, open_window, hands, two):
    window = open_window(three.journal)
    type_slowly(two)
    assert [one.rating for one in three.day().practices] == [2]
    type_slowly(two)
    assert window.page.lines[0].note.field.text() == two
    leave(window, hands)
    assert [one.rating for one in three.day().practices] == [2]
    assert notes(three) == [two]


def test_a_blank_after_the_digit_presses_nothing_that_had_the_focus(three, open_window, hands):
    window = open_window(three.journal)
    pill = hands.named(window.page.lines[0], Segment, "On own")
    hands.click(pill)
    hands.press("z", modifier=CONTROL)
    pill.setFocus()
    type_slowly("1 bite")
    leave(window, hands)
    assert [one.rating for one in three.day().practices] == [1]
    assert notes(three) == ["bite"]


def test_alt_and_a_digit_changes_the_answer_and_types_nothing(three, open_window, hands):
    window = open_window(three.journal)
    hands.press(hands.alt("2"), hands.alt("4"))
    assert [one.rating for one in three.day().practices] == [4]
    hands.press(hands.alt("N"))  # which speaks only before
    assert open_drawers(window) == []
    assert window.page.lines[0].note.field.text() == ""
    assert three.day().marks == ()


def test_alt_changes_the_answer_from_within_the_note_too(three, open_window, hands):
    window = open_window(three.journal)
    hands.press("2", Key.Key_Return, "she waved", hands.alt("4"))
    assert [one.rating for one in three.day().practices] == [4]
    assert window.page.lines[0].note.field.text() == "she waved"
    hands.press(" at me", hands.alt("O"))
    assert [one.rating for one in three.day().practices] == [4, None]
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
    assert [one.rating for one in three.day().practices] == [2]
    assert window.page.lines[0].note.field.text() == ""


def test_a_number_is_typed_while_there_is_none_and_then_a_note(house, open_window, hands):
    house.plan("Bedtime", kind=RatingKind.NUMBER, unit="minutes")
    window = open_window(house.journal)
    type_slowly("35")
    hands.press(Key.Key_Return, Key.Key_Escape)
    type_slowly("3 songs")
    leave(window, hands)
    assert [one.rating for one in house.day().practices] == [Decimal(35)]
    assert notes(house) == ["3 songs"]
    hands.press(hands.alt("4"), Key.Key_Return)
    assert [one.rating for one in house.day().practices] == [Decimal(4)]


def test_not_today_is_an_answer_too(three, open_window, hands):
    window = open_window(three.journal)
    hands.press(hands.alt("N"))
    type_slowly("1 fever")
    leave(window, hands)
    assert notes(three) == ["1 fever"]
    assert [one.mark for one in three.day().marks] == [MarkKind.NOT_TODAY]


@pytest.mark.parametrize("answered", [False, True])
def test_a_dead_key_and_its_letter_begin_the_note(three, open_window, hands, answered):
    window = open_window(three.journal)
    if answered:
        hands.click(hands.named(window.page.lines[0], Segment, "Some help"))
    sent = QKeyEvent(QKeyEvent.Type.KeyPress, Key.Key_Dead_Acute, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(QApplication.focusWidget(), sent)
    input_method("á")
    type_slowly("lamo")
    assert window.page.lines[0].note.field.text() == "álamo"
    assert len(three.day().practices) == answered


def test_input_methods_write_on_lines_alone(three, open_window, hands):
    window = open_window(three.journal)
    button = hands.named(window.page, QPushButton, "Write down a moment")
    for part in (window.page.lines[0], button, window.page.lines[1]):
        part.setFocus()
        focused = QApplication.focusWidget()
        on = focused.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
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
    type_slowly("smiled")
    hands.click(hands.named(window.page, QPushButton, "Celebration"))
    type_slowly("2x")
    leave(window, hands)
    assert notes(three) == ["smiled 2x"]
    assert three.day().practices == ()


@pytest.mark.parametrize("key", ["[", "]", "t", "n", "x", "2"])
def test_no_letter_is_a_command_beside_the_rows(three, open_window, hands, key):
    window = open_window(three.journal)
    hands.press(hands.alt("Left"))
    day = window.page.day
    hands.named(window.page, QPushButton, "Write down a moment").setFocus()
    hands.press(key)
    assert window.page.day == day
    assert three.day().practices == three.day().marks == ()


def test_a_journal_that_is_only_read_takes_no_words(three, open_window, monkeypatch):
    window = open_window(three.journal)
    monkeypatch.setattr(type(window.desk), "can_write", property(lambda _desk: False))
    for row in window.page.rows:
        row.show_card(row.card)
    type_slowly("no 2")
    assert open_drawers(window) == []
    assert window.page.lines[0].note.field.text() == ""
    assert three.day().practices == ()


def test_a_note_stands_once_among_two_times(house, open_window, hands):
    house.plan("Pause and wait", Often(times=2, slots=("breakfast", "dinner")))
    window = open_window(house.journal)
    hands.click(hands.named(window.page.lines[1], Segment, "On own"))
    type_slowly("10 minutes at the table")
    leave(window, hands)
    (practice,), (note,) = house.day().practices, house.day().notes
    assert (practice.slot, practice.rating) == ("dinner", 4)
    assert note.practice == practice.id


@pytest.mark.parametrize("words", SENTENCES)
def test_on_the_page_of_all_children_it_is_the_note_of_one(three, open_together, hands, words):
    luis = with_luis(three, "Two choices")
    window = open_together(three)
    window.page.rows.parts[0][1].lines[0].setFocus()
    hands.press("2")
    type_slowly(words)
    leave(window, hands)
    his, maya = written(three, luis), written(three, three.child)
    assert [one.text for one in his.notes] == [words]
    assert [one.rating for one in his.practices] == [2]
    assert his.notes[0].practice == his.practices[0].id
    assert maya.notes == maya.practices == maya.marks == ()


def test_what_is_unfinished_on_the_page_of_all_children_is_there_again(three, open_window, hands):
    luis = with_luis(three, "Two choices")
    strategy = three.ids["Luis: Two choices"]
    three.journal.drafts.keep(f"note:{strategy}:{SUNDAY.isoformat()}", "waited")
    window = open_window(three.journal)
    window.open_page("together")
    line = window.page.rows.parts[0][1].lines[0]
    assert "waited" in line.said()
    assert line.note.field.text() == "waited"
    line.setFocus()
    type_slowly("long")
    leave(window, hands)
    assert [one.text for one in written(three, luis).notes] == ["waited long"]
    assert three.journal.drafts.kept() == {}
