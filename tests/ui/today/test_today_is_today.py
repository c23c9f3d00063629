"""Today is the present day wherever it is opened from; another day is told in color and words."""

from datetime import timedelta
from uuid import uuid4

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from homejournal.domain.records.plan import Often, PlanStep, StepKind
from homejournal.ui.base.actions import Action
from homejournal.ui.widgets.cards.notice import Notice, NoticeKind
from homejournal.ui.window.commands import menu_commands
from tests.ui.conftest import START, SUNDAY
from tests.ui.day_lines import choose_of_day
from tests.ui.together.test_page import with_luis

Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
YESTERDAY = SUNDAY - timedelta(days=1)
CAREFUL = NoticeKind.CAREFUL
ABOUT = "You are writing about Saturday, March 21, 2026."


@pytest.fixture
def yesterday(three, open_window, hands):
    window = open_window(three.journal)
    hands.press(hands.alt("Left"))
    assert window.page.day == YESTERDAY
    return window


def by_navigation(window, hands):
    hands.click(window.frame.nav.button("today"))


def by_key(window, hands):
    hands.press("1", modifier=CONTROL)


def by_menu(window, hands):
    window.menus.action(Action.TODAY).trigger()


def by_the_finder(window, _hands):
    lines = menu_commands(window)
    next(line for line in lines if line.words == "Today").run()


def by_its_own_button(window, hands):
    choose_of_day(window.page, "Go to today")


def by_alt_and_home(window, hands):
    hands.press(hands.alt("Home"))


WAYS = (by_navigation, by_key, by_menu, by_the_finder)


@pytest.mark.parametrize("way", [*WAYS, by_its_own_button, by_alt_and_home])
def test_from_another_day_it_leads_to_the_present_one(yesterday, hands, way):
    way(yesterday, hands)
    assert (yesterday.page_name, yesterday.page.day) == ("today", SUNDAY)
    assert yesterday.windowTitle().startswith("Today")


@pytest.mark.parametrize("way", WAYS)
def test_from_another_page_it_leads_to_the_present_day(yesterday, hands, way):
    yesterday.open_page("journal")
    way(yesterday, hands)
    assert (yesterday.page_name, yesterday.page.day) == ("today", SUNDAY)


def test_what_is_written_then_is_of_the_present_day(yesterday, three, hands):
    yesterday.open_page("journal")
    by_key(yesterday, hands)
    yesterday.page.lines[0].setFocus()
    hands.press("2")
    assert [practice.day for practice in three.day().practices] == [SUNDAY]


def test_a_page_that_asks_for_a_day_gets_it(yesterday):
    yesterday.open_page("journal")
    yesterday.page.asks_for.emit("today", YESTERDAY)
    assert yesterday.page.day == YESTERDAY


@pytest.mark.parametrize("stays", ["a moment", "another child", "another language"])
def test_what_asks_for_no_other_day_leaves_the_one_that_was_chosen(yesterday, three, hands, stays):
    if stays == "a moment":
        hands.press("n", modifier=CONTROL)
    elif stays == "another child":
        yesterday.show_child(with_luis(three, "Two choices").id)
    else:
        yesterday.set_language("es")
    assert yesterday.page.day == YESTERDAY


def test_a_moment_from_another_page_is_of_the_present_day(yesterday, hands):
    yesterday.open_page("journal")
    hands.press("n", modifier=CONTROL)
    assert yesterday.page.day == SUNDAY


def test_after_the_end_of_the_day_it_is_the_new_one(yesterday, hands, clock):
    yesterday.open_page("journal")
    clock.move(days=1)
    yesterday.follow_day()
    by_key(yesterday, hands)
    assert yesterday.page.day == SUNDAY + timedelta(days=1)


def told(window):
    return [
        (notice.text(), notice._kind)
        for notice in window.page.findChildren(Notice)
        if notice.isVisible()
    ]


def test_another_day_is_told_in_colour_and_words_and_in_the_title(yesterday, hands):
    assert told(yesterday) == [(ABOUT, CAREFUL)]
    assert yesterday.windowTitle().startswith("Yesterday")
    hands.press(hands.alt("Left"))
    assert yesterday.windowTitle().startswith("Friday")
    assert told(yesterday) == [
        ("You are writing about Friday, March 20, 2026.", NoticeKind.CAREFUL)
    ]
    hands.press(hands.alt("Home"))
    assert yesterday.windowTitle().startswith("Today")
    assert told(yesterday) == []


def test_so_is_the_page_of_all_children(three, open_together, hands):
    with_luis(three, "Two choices")
    window = open_together(three)
    hands.press(hands.alt("Left"))
    assert told(window) == [(ABOUT, CAREFUL)]
    hands.press("t", modifier=CONTROL | SHIFT)
    assert (window.page.day, told(window)) == (SUNDAY, [])
    hands.press(hands.alt("Left"))
    window.open_page("journal")
    hands.press("t", modifier=CONTROL | SHIFT)
    assert (window.page_name, window.page.day) == ("together", SUNDAY)


def test_a_strategy_used_before_it_began_is_written_down_on_the_first_day(
    house, open_window, hands
):
    house.plan("Sing", Often(), start=SUNDAY)
    window = open_window(house.journal)
    hands.press(hands.alt("Left"))
    assert "write down a strategy you used anyway" in " ".join(hands.texts(window.page))
    hands.click(hands.named(window.page, QPushButton, "Sing: did it"))
    days = house.journal.days.between(house.child.id, YESTERDAY, YESTERDAY)
    assert [practice.strategy for practice in days.practices] == [house.ids["Sing"]]


def test_what_is_finished_is_not_offered_in_words_either(house, open_window, hands):
    what = house.plan("Sing")
    finish = PlanStep(id=uuid4(), strategy=what, from_day=START, step=StepKind.FINISH)
    house.journal.records.save(finish)
    words = " ".join(hands.texts(open_window(house.journal).page))
    assert "You can still add a moment." in words
    assert "used anyway" not in words
