"""A sheet of paper typed in by keyboard alone: one key for each box."""

from datetime import date, timedelta
from decimal import Decimal
from uuid import uuid4

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QApplication, QPushButton

from homejournal.domain.records.people import Helper
from homejournal.domain.records.plan import Often, Weekday
from homejournal.domain.records.rating_scales import RatingKind, Tries
from homejournal.domain.today.day_page import days_needed, today_state
from homejournal.services.opening import open_journal
from homejournal.ui.week_grid.table import Way
from tests.journals import DEVICE
from tests.ui.conftest import SUNDAY

MONDAY = SUNDAY - timedelta(days=6)
CTRL, SHIFT, ALT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)
KEY = Qt.Key


@pytest.fixture
def page(three, open_grid):
    return open_grid(three)


@pytest.fixture
def press(hands):
    def pressed(*keys, modifier=Qt.KeyboardModifier.NoModifier):
        for key in keys:
            hands.press(key, modifier=modifier)
            QApplication.processEvents()

    return pressed


def shown(page):
    """The table as it is read, row by row."""
    model = page.model
    columns = range(model.columnCount())
    return [[model.index(row, at).data() for at in columns] for row in range(model.rowCount())]


def at(page):
    index = page.table.currentIndex()
    return index.row(), index.column()


def stand(page, row, column):
    page.table.go_to(page.model.index(row, column))


def line(page):
    return page._line.text()


def spoken(page):
    return page.table.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole)


def test_a_week_of_three_strategies_takes_a_key_for_each_box(three, page, press):
    grandpa = next(h for h in three.journal.family().helpers.values() if h.name == "Grandpa")
    page.desk.preferences.helper = three.mom.id
    press(KEY.Key_W, modifier=ALT)
    press("G", KEY.Key_Tab, KEY.Key_Tab)
    assert page.table.hasFocus()
    sheet = ["2n213y4", "1122334", "s2n4143"]
    for row in sheet:
        for key in row:
            press(key)
    marks = {"y": "✓"}
    assert shown(page) == [[marks.get(key, key) for key in row] for row in sheet]
    written = three.journal.days.between(three.child.id, MONDAY, SUNDAY)
    assert len(written.practices) + len(written.marks) == 21
    assert {(one.helper, one.written_by) for one in (*written.practices, *written.marks)} == {
        (grandpa.id, three.mom.id)
    }
    assert at(page) == (2, 6)


def test_what_was_saved_is_said(page, press, announced):
    press("2", "n")
    assert announced == ["Two choices · Mon: some help", "Two choices · Tue: not today"]


def test_typing_over_what_is_written_shows_what_it_was_with_undo(page, press, announced):
    press("2", "n")
    toast = page.window().frame.toast
    assert toast.isHidden()
    stand(page, 0, 0)
    announced.clear()
    press("4")
    words = "Two choices · Mon: on own (before: 2, some help)"
    assert (announced, toast.text()) == ([words], words)
    stand(page, 0, 1)
    press(KEY.Key_Delete)
    words = "Two choices · Tue: not written (before: not today)"
    assert (announced[-1], toast.text()) == (words, words)
    toast.findChild(QPushButton).click()
    assert shown(page)[0][:2] == ["4", "n"]


def test_the_toast_is_not_on_the_box_where_it_goes_on(page, press):
    press("2")
    stand(page, 0, 0)
    press("3")
    table, toast = page.table, page.window().frame.toast
    box = table.visualRect(table.currentIndex())
    place = QRect(table.viewport().mapTo(toast.parentWidget(), box.topLeft()), box.size())
    assert toast.isVisible()
    assert not toast.geometry().intersects(place)


def test_what_the_grid_shows_is_what_today_shows(three, page, press):
    press(*"2n1s3y4")
    family, journal = three.journal.family(), three.journal
    first = page.model.grid.rows[0].strategy.id
    for ahead in range(7):
        day = MONDAY + timedelta(days=ahead)
        start = journal.settings.week_start
        records = journal.days.between(three.child.id, *days_needed(day, start))
        state = today_state(family, records, three.child.id, (day, SUNDAY), start)
        card = next(card for card in state.cards if card.strategy.id == first)
        assert page.model.grid.rows[0].cells[ahead].times == card.times


def test_space_and_enter_leave_a_box_and_shift_enter_goes_back(three, page, press):
    press(" ", "2", KEY.Key_Return)
    assert shown(page)[0] == ["", "2", "", "", "", "", ""]
    assert at(page) == (0, 3)
    press(KEY.Key_Return, modifier=SHIFT)
    press(KEY.Key_Backspace)
    assert at(page) == (0, 2)
    press(KEY.Key_Left, KEY.Key_Delete)
    assert shown(page)[0] == [""] * 7
    stand(page, 2, 6)
    press(" ")
    assert line(page) == "That was the last box of this week."
    assert at(page) == (2, 6)


def test_undo_takes_back_box_by_box_and_stands_there(three, page, press):
    press("2", "3", "n")
    press(KEY.Key_Z, modifier=CTRL)
    assert (shown(page)[0][:3], at(page)) == (["2", "3", ""], (0, 2))
    press(KEY.Key_Z, modifier=CTRL)
    press("4")
    assert shown(page)[0][:3] == ["2", "4", ""]
    press(KEY.Key_Z, KEY.Key_Z, modifier=CTRL)
    assert (shown(page)[0][:3], at(page)) == ([""] * 3, (0, 0))
    assert not three.journal.days.between(three.child.id, MONDAY, SUNDAY).practices


def test_a_sign_that_says_nothing_is_refused_kindly_and_writes_nothing(page, press):
    press("z")
    assert line(page) == "That key does nothing here. You can use: y n s a o p l"
    press("7")
    press(KEY.Key_Return)
    assert line(page) == "Here it is a digit from 1 to 4."
    assert page.table.is_editing
    press(KEY.Key_Escape)
    assert not page.table.is_editing
    assert page.table.hasFocus()
    assert shown(page)[0] == [""] * 7


@pytest.fixture
def kinds(house, open_grid):
    """Minutes, tries, one only done, one many times a day, one on two weekdays."""
    house.plan("To bed", kind=RatingKind.NUMBER, unit="minutes", start=date(2026, 3, 2))
    house.plan("Bites", kind=RatingKind.TRIES, start=date(2026, 3, 3))
    house.plan("Barefoot", kind=RatingKind.NONE, start=date(2026, 3, 4))
    six = Often(times=6)
    house.plan("Sign more", six, kind=RatingKind.NONE, start=date(2026, 3, 5))
    two_days = Often(weekdays=(Weekday.MON, Weekday.THU))
    house.plan("Swim", two_days, kind=RatingKind.WENT, start=date(2026, 3, 6))
    return open_grid(house)


def test_numbers_and_tries_are_typed_and_entered(house, kinds, press):
    press(*"45")
    press(KEY.Key_Return)
    press(*"5,5")
    press(KEY.Key_Right)
    press(*"n30")
    press(KEY.Key_Return)
    assert shown(kinds)[0][:4] == ["45", "5.5", "n", "30"]
    stand(kinds, 1, 0)
    press(*"3/5")
    press(KEY.Key_Down)
    assert at(kinds) == (2, 0)
    press("1", "y", "n")
    assert shown(kinds)[2][:3] == ["✓", "✓", "n"]
    practices = house.day(MONDAY).practices
    assert [practice.rating for practice in practices] == [Decimal(45), Tries(took=3, of=5), None]
    assert kinds.desk.wording.text("a number – {unit}", unit="minutes") in legend(kinds, 0)
    assert legend(kinds, 1).startswith("3/5 – took 3 of 5")
    assert legend(kinds, 2).startswith("1 – did it once")


def legend(page, row):
    stand(page, row, 0)
    return page._legend.text()


def test_a_day_that_has_not_come_takes_nothing(three, clock, open_grid, press):
    clock.move(days=-3)  # Thursday
    page = open_grid(three)
    stand(page, 0, 4)
    assert spoken(page) == "still to come"
    assert line(page) == "Two choices · Friday, March 20: still to come"
    for key in ("2", KEY.Key_F2, "n"):
        press(key)
        assert line(page) == "Friday, March 20 has not come yet."
        stand(page, 0, 5)
        stand(page, 0, 4)
    press(KEY.Key_Return, modifier=CTRL)
    assert line(page) == "Friday, March 20 has not come yet."
    assert page.window().page_name == "week_grid"
    press(KEY.Key_Delete)
    stand(page, 0, 3)
    press("2")
    assert at(page) == (1, 0)


def test_the_table_can_be_turned_and_this_computer_remembers_it(
    three, page, hands, open_grid, press, tmp_path
):
    press("2", "3")
    hands.click(page.head.turn)
    assert [row[0] for row in shown(page)] == ["2", "3", "", "", "", "", ""]
    assert at(page) == (2, 0)
    press("1", "4")
    assert shown(page)[2][:2] == ["1", "4"]
    head = page.model.headerData(0, Qt.Orientation.Vertical)
    assert head == "Mon Mar 16"
    page.window().close()
    three.journal = open_journal(tmp_path / "journal", clock=three.clock, device=DEVICE)
    again = open_grid(three)
    assert again.model.turned
    hands.click(again.head.turn)
    assert not again.model.turned


def test_tab_leaves_the_table_and_what_cannot_be_read_is_not_lost(page, press, hands):
    press(KEY.Key_Tab)
    assert not page.table.hasFocus()
    press(KEY.Key_Backtab)
    assert page.table.hasFocus()
    press("7")
    press(KEY.Key_Tab)
    assert not page.table.isAncestorOf(QApplication.focusWidget())
    assert page.table.editor.text() == "7"
    assert page.at_risk() == {f"week_grid {page._place()} 7"}
    hands.click(page.table.viewport())
    assert page.table.editor.hasFocus()
    page.table.editor.setText("3")
    hands.click(page.head.before)
    page.set_day(MONDAY)
    assert shown(page)[0][0] == "3"
    assert page.at_risk() == frozenset()


def test_one_thing_goes_on_where_it_should(page):
    page.typing.go(Way.STAY)
    assert at(page) == (0, 0)
    page.typing.go(Way.UP)
    page.typing.go(Way.LEFT)
    assert at(page) == (0, 0)
    page.typing.go(Way.RIGHT)
    assert at(page) == (0, 1)


def test_who_types_is_told_apart_from_another_of_the_same_name(three, page, hands):
    both = [Helper(id=uuid4(), name="Grandma") for _ in range(2)]
    three.journal.records.save(*both)
    page.desk.preferences.helper = both[1].id
    page.refresh()
    assert any("Grandma (2) types it in." in text for text in hands.texts(page))
