"""What is asked of a photo, and what becomes of the answers: homes, two photos, notes."""

from datetime import timedelta
from uuid import uuid4

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from homejournal.domain.records.notes import Note
from homejournal.domain.records.people import Home
from homejournal.domain.records.practices import LeftOutReason
from homejournal.services.days.days import PracticeTold
from homejournal.ui.sheet_photo.model import WORDS_ROLE
from tests.ui.sheet_photo.conftest import (
    ASKED,
    HELP,
    MONDAY,
    OTHER,
    USUAL,
    helped,
    number,
)
from tests.ui.sheet_photo.test_dialog import asked, shown, week
from tests.ui.whole_window.test_every_page import nameless

pytestmark = pytest.mark.measured

KEY = Qt.Key


def stand(dialog, row, column):
    dialog.view.table.go_to(dialog.view.model.index(row, column))
    dialog.view.table.setFocus()
    QApplication.processEvents()


def where(dialog):
    return dialog.view.panel._where.text()


def test_away_is_asked_where_there_is_another_home_and_else_not(printed, photos, looked_at, hands):
    dialog = looked_at(photos.of(*OTHER))
    assert shown(dialog)[0] == ["a", "s", "", "", "", "", ""]
    dialog.reject()
    printed.journal.records.save(Home(id=uuid4(), name="Dad’s"))
    dialog = looked_at(photos.of(*OTHER))
    assert shown(dialog)[0] == ["?", "s", "", "", "", "", ""]
    assert asked(dialog) == "“Away” is marked. Was it away, or at the other home?"
    hands.press("x", KEY.Key_Return)
    assert dialog.view.panel._problem.text() == (
        "That is no answer here. Type one of these: s a o p l"
    )
    hands.press(KEY.Key_Backspace, "o", KEY.Key_Return)
    hands.click(dialog.save_button)
    assert [mark.reason for mark in week(printed).marks] == [
        LeftOutReason.OTHER_HOME,
        LeftOutReason.SICK,
    ]


def test_what_two_photos_of_a_page_say_differently_is_asked(photos, looked_at, hands):
    dialog = looked_at(photos.of(*USUAL), photos.of(*OTHER))
    assert shown(dialog)[1][:2] == ["?", "?"]
    assert asked(dialog).startswith("Two photos say different things. Was it “away”?")


def test_a_sheet_on_which_nothing_is_marked_asks_to_look(photos, looked_at, hands):
    dialog = looked_at(photos.of())
    assert "No mark is seen on this page. Please look at the photo." in hands.texts(dialog)
    assert (dialog.save_button.text(), dialog.save_button.isEnabled()) == ("Save", False)


def test_who_did_it_is_chosen_for_the_sheet(printed, photos, looked_at, hands):
    dialog = looked_at(photos.of(*USUAL))
    grandpa = next(h for h in printed.journal.family().helpers.values() if h.name == "Grandpa")
    dialog.desk.preferences.helper = printed.mom.id
    dialog.who.set_value(grandpa.id)
    hands.click(dialog.save_button)
    told = {(one.helper, one.written_by) for one in week(printed).practices}
    assert told == {(grandpa.id, printed.mom.id)}


def test_what_was_read_can_be_changed_and_left_out(printed, photos, looked_at, hands):
    dialog = looked_at(photos.of(*USUAL))
    stand(dialog, 1, 0)
    assert asked(dialog) == "The photo says: a little help."
    hands.press("4", KEY.Key_Return)
    assert where(dialog).endswith("Tuesday, March 17")
    hands.press(KEY.Key_Delete)
    assert shown(dialog)[1][:2] == ["4", ""]
    stand(dialog, 2, 0)
    hands.press(KEY.Key_F2)
    assert dialog.view.panel.field.text() == "4"
    hands.press(KEY.Key_Backspace, "n", KEY.Key_Return)
    assert shown(dialog)[2][0] == "n"
    assert dialog.save_button.text() == "Save 3 boxes"


def test_what_takes_the_place_of_something_written_says_so(printed, photos, looked_at, hands):
    printed.journal.days.did_it(printed.ids[HELP], MONDAY, PracticeTold(rating=2, slot="dinner"))
    dialog = looked_at(photos.of(*USUAL))
    assert asked(dialog) == "The photo says: on own. Written already: some help."
    hands.click(hands.named(dialog, QPushButton, "4 – on own"))
    stand(dialog, 2, 0)
    said = "Will be written: on own, in place of some help."
    assert dialog.view.panel._outcome.text() == said


def test_what_cannot_be_read_stays_with_its_box_until_it_can(photos, looked_at, hands):
    dialog = looked_at(photos.of(*ASKED))
    stand(dialog, 3, 4)
    hands.press("1", "x", KEY.Key_Return)
    assert dialog.view.panel._problem.text() == "Please write a number, such as 5 or 5.5."
    stand(dialog, 1, 3)
    assert dialog.view.panel.field.text() == ""
    stand(dialog, 3, 4)
    assert dialog.view.panel.field.text() == "1x"
    hands.click(dialog.save_button)
    assert dialog.isVisible()
    assert dialog.view.panel._problem.isVisible()
    dialog.view.panel.field.setFocus()
    hands.press(KEY.Key_Escape)
    assert (dialog.view.panel.field.text(), dialog.isVisible()) == ("", True)


def test_the_mouse_answers_too_and_a_press_on_the_photo_goes_there(photos, looked_at, hands):
    dialog = looked_at(photos.of(*ASKED))
    hands.click(hands.named(dialog, QPushButton, "2 – some help"))
    assert shown(dialog)[1][3] == "2"
    assert dialog.view.table.hasFocus()
    place = next(dialog.view.model.places())
    canvas = dialog.view.photo._canvas
    QTest.mouseClick(
        canvas, Qt.MouseButton.LeftButton, pos=canvas.place(place.area).center().toPoint()
    )
    assert where(dialog) == "Sick or away · Monday, March 16"
    QTest.mouseClick(canvas, Qt.MouseButton.LeftButton, pos=QPoint(1, 1))
    assert where(dialog) == "Sick or away · Monday, March 16"


def test_what_would_take_a_note_away_is_asked_twice(printed, photos, looked_at, hands):
    journal = printed.journal
    told = PracticeTold(rating=2, slot="breakfast")
    change = journal.days.did_it(printed.ids[HELP], MONDAY, told)
    (done,) = week(printed).practices
    journal.records.save(
        Note(id=uuid4(), child=printed.child.id, day=MONDAY, text="In the car", practice=done.id)
    )
    assert change.moves
    dialog = looked_at(photos.of(*USUAL))
    hands.press("n", KEY.Key_Return)
    hands.click(dialog.save_button)
    hands.click(dialog.save_button)
    assert dialog.notice.text() == "This has a note. Saving removes both."
    assert len(week(printed).practices) == 1
    hands.click(hands.named(dialog, QPushButton, "Save all the same"))
    assert not dialog.isVisible()
    assert MONDAY not in {one.day for one in week(printed).practices if one.slot == "breakfast"}


def test_what_somebody_writes_meanwhile_is_not_written_over(printed, photos, looked_at, hands):
    dialog = looked_at(photos.of(*USUAL))
    told = PracticeTold(rating=1, slot="breakfast")
    printed.journal.days.did_it(printed.ids[HELP], MONDAY, told)
    hands.click(dialog.save_button)
    assert dialog.notice.text() == "Something was written meanwhile. Please look at it."
    assert asked(dialog) == "The photo says: a little help. Written already: a lot of help."


def test_a_day_that_has_not_come_yet_takes_nothing(printed, clock, photos, looked_at, hands):
    clock.move(days=-1)
    dialog = looked_at(photos.of(*OTHER))
    assert dialog.save_button.text() == "Save 3 boxes"
    stand(dialog, 1, 6)
    hands.press("3")
    late = "This day has not come yet, so nothing is saved for it."
    assert (asked(dialog), dialog.view.panel._problem.text()) == (late, late)


def test_stopping_while_photos_are_read_closes_without_a_word(
    printed, open_window, photos, saved, hands
):
    from homejournal.ui.sheet_photo.dialog import SheetPhotoDialog
    from homejournal.ui.sheet_photo.given_photos import photos_of_files

    window = open_window(printed.journal)
    dialog = SheetPhotoDialog(window.desk, window)
    dialog.ask(photos_of_files(saved(photos.of(*USUAL), photos.of(*ASKED))))
    hands.click(dialog.work.stop)
    assert not dialog.isVisible()


def test_a_screen_reader_finds_a_name_for_everything(photos, looked_at, hands):
    dialog = looked_at(photos.of(*ASKED))
    assert nameless(dialog) == []
    thursday = f"{HELP} · Breakfast · Thursday, March 19"
    assert dialog.view.panel.crop.accessibleName() == f"Part of the photo: {thursday}"
    assert dialog.view.panel.field.accessibleName() == thursday
    told = dialog.view.table.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole)
    assert told == asked(dialog)


@pytest.mark.parametrize("language", ["es", "ar"])
def test_it_speaks_the_language_of_its_window(photos, looked_at, hands, language):
    dialog = looked_at(photos.of(*ASKED), language=language)
    letter = {"es": "n", "ar": "ل"}[language]
    pressed = QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, letter)
    QApplication.sendEvent(QApplication.focusWidget(), pressed)
    hands.press(KEY.Key_Return)
    assert shown(dialog)[1][3] == letter
    assert shown(dialog)[3][4] == "?"


def test_sheets_of_two_weeks_are_answered_one_after_the_other_and_saved_in_one_step(
    printed, photos, looked_at, hands
):
    before = photos.of(helped(0, "Sun", 3), number("Mon"), week=0)
    dialog = looked_at(photos.of(*ASKED), before)
    assert where(dialog) == "To bed · Monday, March 9"
    assert hands.texts(dialog).count("Questions left: 3 of 3") == 1
    hands.press("8", KEY.Key_Return)
    assert where(dialog) == f"{HELP} · Breakfast · Thursday, March 19"
    assert dialog.sheets.currentText() == "Maya · March 16 to March 22, 2026 · page 1"
    hands.press(KEY.Key_Delete, "1", "2", KEY.Key_Return)
    assert dialog.save_button.text() == "Save 7 boxes"
    dialog.sheets.setCurrentIndex(0)
    dialog.sheets.activated.emit(0)
    assert shown(dialog)[3][0] == "8"
    hands.click(dialog.save_button)
    first = printed.journal.days.between(printed.child.id, MONDAY - timedelta(days=7), MONDAY)
    assert len(first.practices) == 4
    dialog.desk.editing.undo()
    assert not week(printed).practices


def test_what_is_written_by_hand_asks_what_it_says_until_it_is_answered(photos, looked_at, hands):
    dialog = looked_at(photos.of(number("Fri")))
    assert asked(dialog) == "Written by hand. What does it say?"
    hands.press("1", "8", KEY.Key_Return)
    stand(dialog, 3, 4)
    assert asked(dialog) == "Written by hand."


def test_undo_takes_an_answer_back_and_asks_once_more(photos, looked_at, hands):
    dialog = looked_at(photos.of(*ASKED))
    hands.press("2", KEY.Key_Return)
    assert shown(dialog)[1][3] == "2"
    assert "Questions left: 1 of 2" in hands.texts(dialog)
    QTest.keyClick(dialog.view.table, KEY.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert shown(dialog)[1][3] == "?"
    assert where(dialog) == f"{HELP} · Breakfast · Thursday, March 19"
    assert "Questions left: 2 of 2" in hands.texts(dialog)
    QTest.keyClick(dialog.view.table, KEY.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert "Questions left: 2 of 2" in hands.texts(dialog)


def test_the_same_photo_once_more_asks_nothing_that_was_answered(printed, photos, looked_at, hands):
    dialog = looked_at(photos.of(*ASKED))
    hands.press("2", KEY.Key_Return, "1", "8", KEY.Key_Return)
    hands.click(dialog.save_button)
    again = looked_at(photos.of(*ASKED))
    assert "?" not in {sign for row in shown(again) for sign in row}
    told = hands.texts(again)
    assert "Some boxes of this sheet were saved before. They stay as they are." in told
    assert "No more questions, and nothing new to save." in told
    assert not again.save_button.isEnabled()


@pytest.mark.parametrize(
    ("size", "percent"), [((1024, 640), 100), ((1024, 640), 200), ((640, 700), 200)]
)
def test_the_question_and_its_field_are_in_sight_also_after_an_answer(
    dress, qtbot, photos, looked_at, hands, size, percent
):
    dress(percent=percent)
    dialog = looked_at(photos.of(number("Wed"), number("Fri")), size=size)
    panel = dialog.view.panel

    def in_sight():
        parts = (panel._where, panel._asked, panel.field)
        return all(one.visibleRegion().boundingRect().size() == one.size() for one in parts)

    qtbot.waitUntil(in_sight)
    hands.press("7", KEY.Key_Return)
    assert where(dialog) == "To bed · Friday, March 20"
    qtbot.waitUntil(in_sight)
    hands.press("7", KEY.Key_Return)
    assert dialog.who.hasFocus()
    shown_of = dialog.who.visibleRegion
    qtbot.waitUntil(lambda: shown_of().boundingRect().size() == dialog.who.size())


def test_a_question_that_was_passed_by_comes_again_after_the_last_one(photos, looked_at, hands):
    dialog = looked_at(photos.of(*ASKED))
    hands.press(KEY.Key_Return, "1", "8", KEY.Key_Return)
    assert where(dialog) == f"{HELP} · Breakfast · Thursday, March 19"
    assert not dialog.who.hasFocus()


def test_the_table_says_levels_and_marks_in_words_and_numbers_as_numbers(photos, looked_at, hands):
    dialog = looked_at(photos.of(*ASKED))
    stand(dialog, 2, 0)
    hands.press("4", "3", KEY.Key_Return)
    stand(dialog, 3, 4)
    hands.press("1", "8", KEY.Key_Return)

    def words(row, column):
        return dialog.view.model.index(row, column).data(WORDS_ROLE)

    assert [words(0, 2), words(1, 0), words(1, 1)] == ["sick", "a little help", "some help"]
    assert [words(1, 3), words(2, 0), words(3, 4)] == ["", "", ""]
    assert [shown(dialog)[1][3], shown(dialog)[2][0], shown(dialog)[3][4]] == ["?", "4 3", "18"]
