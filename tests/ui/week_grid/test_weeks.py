"""Which week is typed in, of whom, in which language, and the ways there and on."""

from datetime import date, timedelta
from uuid import uuid4

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton

from homejournal.domain.days.periods import Period
from homejournal.domain.records.children import Child
from homejournal.domain.records.people import Helper
from homejournal.domain.records.plan import Often, OftenKind
from homejournal.domain.records.practices import MarkKind
from homejournal.domain.records.rating_scales import RatingKind
from homejournal.services.days.days import PracticeTold
from homejournal.services.opening import open_journal
from homejournal.ui.base.actions import Action
from homejournal.ui.papers.fridge_week_dialog import FridgeDialog
from tests.journals import DEVICE
from tests.ui.conftest import SUNDAY
from tests.ui.day_lines import choose_of_day
from tests.ui.week_grid.test_page import (
    ALT,
    CTRL,
    KEY,
    MONDAY,
    at,
    line,
    page,
    press,
    shown,
    stand,
)

__all__ = ["page", "press"]

VISIT = SUNDAY + timedelta(days=1)


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
    choose_of_day(window.page, "Type in a week from paper…")
    assert window.page_name == "week_grid"
    stand(window.page, 1, 3)
    press(KEY.Key_Return, modifier=CTRL)
    assert (window.page_name, window.page.day) == ("today", MONDAY + timedelta(days=3))
    window.menus.action(Action.FRIDGE_WEEK).trigger()
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
        window.menus.action(Action.WEEK_GRID).trigger()
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
    assert {(practice.helper, practice.written_by) for practice in practices} == {
        (grandma.id, house.mom.id)
    }
