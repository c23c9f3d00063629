"""What one box takes: several times, once more, notes that are asked about, and copies."""

from uuid import uuid4

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from homejournal.domain.records.notes import Note
from homejournal.domain.records.practices import LeftOutReason
from homejournal.services.days.days import MarkTold
from homejournal.ui.week_grid.model import WeekGridModel
from tests.ui.week_grid.test_page import (
    CTRL,
    KEY,
    MONDAY,
    SHIFT,
    at,
    kinds,
    line,
    page,
    press,
    shown,
    spoken,
    stand,
)

__all__ = ["kinds", "page", "press"]


def test_the_model_keeps_qts_rules(kinds, qtmodeltester):
    model = WeekGridModel(kinds.desk.wording)
    qtmodeltester.check(model)
    for turned in (False, True):
        model.show_grid(kinds.model.grid, turned=turned)
        qtmodeltester.check(model)


def test_many_times_a_day_are_counted_and_letters_are_still_one_key(house, kinds, press):
    stand(kinds, 3, 0)
    press("5")
    press(KEY.Key_Return)
    assert shown(kinds)[3][0] == "5 ×"
    press("s", "2", " ", "n")
    press(KEY.Key_Return)
    assert shown(kinds)[3][:3] == ["5 ×", "s", "✓ ✓ n"]
    assert len(house.day(MONDAY).practices) == 5


def test_what_the_paper_has_no_box_for_is_passed_over_but_can_be_typed(kinds, press):
    stand(kinds, 4, 0)
    press("3", "2")
    assert shown(kinds)[4][:4] == ["3", "", "", "2"]
    stand(kinds, 4, 1)
    assert spoken(kinds) == "not planned", "a reader tells the heads of row and column by itself"
    assert line(kinds) == "Swim · Tuesday, March 17: not planned"
    press("1")
    assert shown(kinds)[4][1] == "1"


def test_once_more_and_f2_change_what_stands_in_a_box(page, press):
    press("2")
    stand(page, 0, 0)
    press("+", "3")
    press(KEY.Key_Return)
    assert shown(page)[0][0] == "2 3"
    assert at(page) == (0, 1)
    stand(page, 0, 0)
    press(KEY.Key_F2)
    assert page.table.editor.text() == "2 3"
    assert page.table.editor.accessibleName().startswith("Two choices · Monday, March 16:")
    press("4")
    press(KEY.Key_Up)
    assert shown(page)[0][0] == "4"
    box = page.table.visualRect(page.model.index(0, 0)).center()
    for pressed in (QTest.mouseClick, QTest.mouseDClick, QTest.mouseRelease):
        pressed(page.table.viewport(), Qt.MouseButton.LeftButton, pos=box)
    assert page.table.is_editing
    press(KEY.Key_Left, KEY.Key_Return)
    assert shown(page)[0][0] == "4"


def test_a_box_with_a_note_asks_once_more_before_both_go(three, page, press):
    press("2")
    done = three.day(MONDAY).practices[0]
    note = Note(
        id=uuid4(), child=three.child.id, day=MONDAY, text="She laughed",
        practice=done.id, strategy=done.strategy,
    )  # fmt: skip
    three.journal.notes.write(note)
    page.heard(None)
    stand(page, 0, 0)
    assert spoken(page) == "2, some help, with a note"
    press(KEY.Key_Delete)
    assert line(page) == "This has a note. Press the same key again to remove both."
    assert shown(page)[0][0] == "2"
    stand(page, 0, 1)
    stand(page, 0, 0)
    press(KEY.Key_Delete)
    assert shown(page)[0][0] == "2"  # it is asked anew once somebody went on
    press(KEY.Key_Delete)
    assert shown(page)[0][0] == ""
    press(KEY.Key_Z, modifier=CTRL)
    assert three.day(MONDAY).notes == (three.journal.records.get(note.id),)
    press("3")
    assert (three.day(MONDAY).practices[0].id, len(three.day(MONDAY).notes)) == (done.id, 1)


def test_a_sick_day_of_all_strategies_goes_for_all_only_when_said_twice(three, page, press):
    sick = MarkTold(reason=LeftOutReason.SICK)
    three.journal.days.left_out(three.child.id, page.model.grid.period, sick)
    page.heard(None)
    assert shown(page) == [["s"] * 7] * 3
    stand(page, 1, 2)
    press(KEY.Key_Delete)
    assert line(page).startswith("“left out: sick” covers all strategies on that day.")
    press(KEY.Key_Delete)
    assert [row[2] for row in shown(page)] == ["", "", ""]
    press("2")
    assert shown(page)[1][2] == "2"


def test_the_box_above_and_the_one_before_are_copied_only_when_asked(three, page, press):
    press("2")
    stand(page, 1, 0)
    press(KEY.Key_D, modifier=CTRL)
    assert ([row[0] for row in shown(page)], at(page)) == (["2", "2", ""], (2, 0))
    press(KEY.Key_D, modifier=CTRL)
    stand(page, 0, 1)
    press(KEY.Key_R, modifier=CTRL)
    press(KEY.Key_R, modifier=CTRL)
    assert shown(page)[0][:4] == ["2", "2", "2", ""]
    press(KEY.Key_Down)
    press(KEY.Key_R, modifier=CTRL)
    assert line(page) == "There is nothing to copy."


def test_chosen_boxes_are_filled_and_cleared_in_one_step(three, page, press):
    press("a")
    stand(page, 0, 0)
    press(*[KEY.Key_Right] * 6, KEY.Key_Down, modifier=SHIFT)
    press(KEY.Key_R, modifier=CTRL)
    assert shown(page) == [["a"] * 7, [""] * 7, [""] * 7]
    stand(page, 0, 0)
    press(*[KEY.Key_Right] * 6, *[KEY.Key_Down] * 2, modifier=SHIFT)
    press(KEY.Key_D, modifier=CTRL)
    assert shown(page) == [["a"] * 7] * 3
    press(KEY.Key_Z, modifier=CTRL)
    assert shown(page) == [["a"] * 7, [""] * 7, [""] * 7]
    stand(page, 0, 0)
    press(*[KEY.Key_Right] * 6, modifier=SHIFT)
    press(KEY.Key_Delete)
    assert shown(page)[0] == [""] * 7


def test_ratings_of_two_kinds_are_not_copied(kinds, press):
    press(*"45")
    press(KEY.Key_Down)
    press(KEY.Key_D, modifier=CTRL)
    assert line(kinds) == "These two are not rated in the same way."
    press("n")
    stand(kinds, 2, 0)
    press(KEY.Key_D, modifier=CTRL)
    assert [row[0] for row in shown(kinds)][:3] == ["45", "n", "n"]


def test_a_key_that_is_held_writes_once(page, press):
    held = QKeyEvent(QEvent.Type.KeyPress, KEY.Key_2, Qt.KeyboardModifier.NoModifier, "2", True)
    press("2")
    for _ in range(5):
        QApplication.sendEvent(page.table, held)
    assert shown(page)[0] == ["2", *[""] * 6]
    on = QKeyEvent(QEvent.Type.KeyPress, KEY.Key_Space, Qt.KeyboardModifier.NoModifier, " ", True)
    QApplication.sendEvent(page.table, on)
    assert at(page) == (0, 2)
