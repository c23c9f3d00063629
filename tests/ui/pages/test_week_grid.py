"""A sheet of paper typed in by keyboard alone: one key for each box."""

from datetime import date, timedelta
from decimal import Decimal
from uuid import uuid4

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from homejournal.domain.children import Child
from homejournal.domain.notes import Note
from homejournal.domain.numbers import Period
from homejournal.domain.people import Helper
from homejournal.domain.plan import Often, OftenKind, Weekday
from homejournal.domain.practices import LeftOutReason, MarkKind
from homejournal.domain.ratings import RatingKind, Tries
from homejournal.domain.today import days_needed, today_state
from homejournal.services.days import MarkTold, PracticeTold
from homejournal.services.opening import open_journal
from homejournal.ui.dialogs.fridge_dialog import FridgeDialog
from homejournal.ui.widgets.cell_editor import Way
from tests.journals import DEVICE
from tests.ui.conftest import SUNDAY

MONDAY = SUNDAY - timedelta(days=6)
VISIT = SUNDAY + timedelta(days=1)
CTRL, SHIFT, ALT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)
KEY = Qt.Key


@pytest.fixture
def open_grid(open_window):
    def opened(house, language="en"):
        window = open_window(house.journal, language)
        window.menus.action("week_grid").trigger()
        QApplication.processEvents()
        return window.page

    return opened


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
    assert line(page) == "This sign says nothing here. The letters are: y n s a o p l"
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
    assert [one.rating for one in practices] == [Decimal(45), Tries(took=3, of=5), None]
    assert kinds.desk.wording.text("a number – {unit}", unit="minutes") in legend(kinds, 0)
    assert legend(kinds, 1).startswith("3/5 – took 3 of 5")
    assert legend(kinds, 2).startswith("1 – did it once")


def legend(page, row):
    stand(page, row, 0)
    return page._legend.text()


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
    assert spoken(kinds) == "Swim · Tuesday, March 17: not planned"
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
    assert spoken(page) == "Two choices · Monday, March 16: 2, some help, with a note"
    press(KEY.Key_Delete)
    assert line(page) == "A note hangs on this. Press the same key once more, and both go."
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
    assert line(page).startswith("“left out: sick” stands for all strategies on that day.")
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


def test_a_day_that_has_not_come_takes_nothing(three, clock, open_grid, press):
    clock.move(days=-3)  # Thursday
    page = open_grid(three)
    stand(page, 0, 4)
    assert spoken(page) == "Two choices · Friday, March 20: still to come"
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


def test_early_in_a_week_the_sheet_of_the_week_before_is_shown(three, clock, open_grid, press):
    clock.move(days=2)  # Tuesday
    page = open_grid(three)
    assert page.model.grid.period.start == MONDAY
    press(KEY.Key_Right, modifier=ALT)
    assert page.model.grid.period.start == MONDAY + timedelta(days=7)
    press(KEY.Key_Right, modifier=ALT)
    assert page.model.grid.period.start == MONDAY + timedelta(days=7)
    press(KEY.Key_Left, KEY.Key_Left, modifier=ALT)
    assert page.model.grid.period.start == MONDAY - timedelta(days=7)


def test_another_week_is_another_sheet(three, page, hands, press):
    page.head.who.set_value(three.mom.id)
    press("2")
    assert page.head.told().helper == three.mom.id
    hands.click(page.head.before)
    assert page.head.told().helper is None
    assert page.model.grid.period.start == MONDAY - timedelta(days=7)
    hands.click(hands.named(page, QPushButton, "Go to this week"))
    assert (page.model.grid.period.end, shown(page)[0][0]) == (SUNDAY, "2")


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


def test_another_language_keeps_who_it_was_and_what_is_being_typed(three, page, press):
    page.head.who.set_value(three.mom.id)
    stand(page, 1, 1)
    press("7")
    window = page.window()
    window.set_language("es")
    QApplication.processEvents()
    page = window.page
    assert page.head.told().helper == three.mom.id
    assert (at(page), page.table.editor.text()) == ((1, 1), "7")
    assert page.model.headerData(0, Qt.Orientation.Horizontal).startswith("Lun")


def test_each_language_has_letters_of_its_own(three, open_grid, press):
    page = open_grid(three, "es")
    letters = list(page.typing._letters)
    press(letters[1], letters[2])
    marks = [cell.mark for cell in page.model.grid.rows[0].cells[:2]]
    assert [mark.mark for mark in marks] == [MarkKind.NOT_TODAY, MarkKind.LEFT_OUT]
    assert shown(page)[0][:2] == letters[1:3]


def test_a_week_without_a_plan_says_so(house, open_grid, hands):
    page = open_grid(house)
    assert "Nothing is planned in this week" in hands.texts(page)
    window = page.window()
    hands.click(hands.named(page, QPushButton, "Open the plan"))
    assert window.page_name == "plan"


def test_the_way_leads_from_today_and_the_paper_and_back_to_a_day(three, open_window, hands, press):
    window = open_window(three.journal)
    hands.click(hands.named(window.page, QPushButton, "Type in a week from paper…"))
    assert window.page_name == "week_grid"
    stand(window.page, 1, 3)
    press(KEY.Key_Return, modifier=CTRL)
    assert (window.page_name, window.page.day) == ("today", MONDAY + timedelta(days=3))
    window.menus.action("fridge").trigger()
    QApplication.processEvents()
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, FridgeDialog)
    dialog.type_in.click()
    QApplication.processEvents()
    assert (window.page_name, window.page.model.grid.period.end) == ("week_grid", SUNDAY)
    window.open_page("week_grid", MONDAY - timedelta(days=7))
    assert window.page.model.grid.period.end == MONDAY - timedelta(days=1)


def test_a_change_made_elsewhere_is_seen_and_another_child_is_another_sheet(three, page, press):
    press("2")
    three.journal.days.did_it(page.model.grid.rows[2].strategy.id, MONDAY, PracticeTold(rating=4))
    page.heard(None)
    assert (shown(page)[2][0], at(page)) == ("4", (2, 0))
    page.day_turned()
    assert shown(page)[2][0] == "4"
    page.type_in(None)
    page.set_child(None)
    assert page.title == "Type in a week"


def test_a_journal_that_is_only_read_says_so(three, open_grid, press, tmp_path, clock):
    three.journal.close()
    read = open_journal(tmp_path / "journal", clock=clock, device=DEVICE, write=False)
    three.journal = read
    page = open_grid(three)
    press("2")
    assert line(page) == "This journal can only be read just now."
    press(KEY.Key_F2, KEY.Key_Delete)
    assert not page.table.is_editing


def test_one_thing_goes_on_where_it_should(page):
    page.typing.go(Way.STAY)
    assert at(page) == (0, 0)
    page.typing.go(Way.UP)
    page.typing.go(Way.LEFT)
    assert at(page) == (0, 0)
    page.typing.go(Way.RIGHT)
    assert at(page) == (0, 1)


def test_a_key_that_is_held_writes_once(page, press):
    held = QKeyEvent(QEvent.Type.KeyPress, KEY.Key_2, Qt.KeyboardModifier.NoModifier, "2", True)
    press("2")
    for _ in range(5):
        QApplication.sendEvent(page.table, held)
    assert shown(page)[0] == ["2", *[""] * 6]
    on = QKeyEvent(QEvent.Type.KeyPress, KEY.Key_Space, Qt.KeyboardModifier.NoModifier, " ", True)
    QApplication.sendEvent(page.table, on)
    assert at(page) == (0, 2)


def test_another_child_is_another_sheet(three, page):
    page.head.who.set_value(three.mom.id)
    twin = Child(id=uuid4(), name="Leo")
    three.journal.records.save(twin)
    page.window().show_child(twin.id)
    page.window().show_child(three.child.id)
    assert page.head.told().helper is None


@pytest.fixture
def noah(house, clock, open_window):
    """Noah's toy one step away on any three days a week; Mom is writing, and Grandma did it."""
    any_three = Often(kind=OftenKind.DAYS_A_WEEK, days=3)
    house.plan("Toy one step away", any_three, kind=RatingKind.WENT)
    grandma = Helper(id=uuid4(), name="Grandma")
    house.journal.records.save(grandma)
    clock.now = clock.now.replace(day=7)
    window = open_window(house.journal)
    window.desk.preferences.helper = house.mom.id
    return window, grandma


def test_grandmas_sheets_of_three_weeks(house, clock, noah, press):
    window, grandma = noah
    sheets = {7: "3 2 3", 10: " 1", 22: "233 3"}
    for typed_on, sheet in sheets.items():
        clock.now = clock.now.replace(day=typed_on)
        window.follow_day()
        window.menus.action("week_grid").trigger()
        window.page.set_day(date(2026, 3, typed_on))
        QApplication.processEvents()
        who = window.page.head.who
        who.setCurrentIndex(who.findText("Grandma"))
        stand(window.page, 0, 0)
        press(*sheet)
    strategy = house.ids["Toy one step away"]
    period = Period(date(2026, 3, 2), SUNDAY)
    counted = house.journal.numbers.of_child(house.child.id, period, VISIT).strategies[0]
    assert (counted.strategy, counted.total.did_it, counted.total.written_later) == (strategy, 8, 6)
    assert (counted.total.plan_met, counted.total.weeks_judged) == (2, 3)
    assert [week.block.did_it for week in counted.weeks] == [3, 1, 4]
    practices = house.journal.days.between(house.child.id, *period).practices
    assert {(one.helper, one.written_by) for one in practices} == {(grandma.id, house.mom.id)}
