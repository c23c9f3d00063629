"""What is said on a card goes where the person looks: once more, notes, and who it was."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from homejournal.domain.records.plan import Often
from homejournal.domain.records.practices import MarkKind
from homejournal.domain.today.week_cells import Answer, CellInput, SheetAuthors, input_of
from homejournal.domain.today.week_grid import CellPlace, RowKey
from homejournal.services.days.days import MarkTold, PracticeTold
from homejournal.ui.widgets.buttons.button import Pill
from tests.ui.conftest import SUNDAY

Key = Qt.Key
MEALS = ("breakfast", "lunch", "dinner")


@pytest.fixture
def meals(house):
    house.plan("Pause", Often(times=3, slots=MEALS))
    return house


def told(house):
    return sorted((practice.slot, practice.rating) for practice in house.day().practices)


def not_today(house):
    return [(mark.slot, mark.mark) for mark in house.day().marks]


@pytest.mark.parametrize("chosen", MEALS)
def test_once_more_is_one_more_of_the_time_that_is_chosen(meals, open_window, hands, chosen):
    window = open_window(meals.journal)
    card = window.page.cards[0]
    hands.click(hands.named(card, Pill, chosen.capitalize()))
    hands.click(hands.named(card, Pill, "Some help"))
    hands.click(hands.named(card, QPushButton, "Once more"))
    hands.press(hands.alt("4"))
    assert told(meals) == [(chosen, 2), (chosen, 4)]


def test_once_more_leaves_not_today_of_another_time(meals, open_window, hands):
    window = open_window(meals.journal)
    card = window.page.cards[0]
    hands.press("2", Key.Key_Right, Key.Key_Right, hands.alt("N"), Key.Key_Left, Key.Key_Left)
    hands.press(hands.alt("O"))
    assert sorted(practice.slot for practice in meals.day().practices) == ["breakfast", "breakfast"]
    assert not_today(meals) == [("dinner", MarkKind.NOT_TODAY)]
    assert "Dinner: not today" in hands.texts(card)


@pytest.mark.parametrize("on", ["open", "not today"])
def test_there_is_no_once_more_of_what_was_not_done(meals, open_window, hands, on):
    open_window(meals.journal)
    if on == "not today":
        hands.press(hands.alt("N"))
    before = not_today(meals)
    hands.press(hands.alt("O"))
    assert meals.day().practices == ()
    assert not_today(meals) == before


def test_two_breakfasts_and_no_dinner_are_what_the_week_grid_makes_of_them(
    meals, open_window, hands
):
    open_window(meals.journal)
    hands.press("2", hands.alt("O"), hands.alt("3"))
    hands.press(Key.Key_Left, hands.alt("N"))
    day_before = SUNDAY - timedelta(days=1)
    typed = {"breakfast": CellInput(times=(2, 3)), "dinner": input_of(Answer.NOT_TODAY)}
    wishes = {
        CellPlace(RowKey(meals.ids["Pause"], slot), day_before): wish
        for slot, wish in typed.items()
    }
    meals.journal.weeks.write(meals.child.id, wishes, SheetAuthors())
    in_grid = meals.journal.days.between(meals.child.id, day_before, day_before)
    assert told(meals) == sorted((practice.slot, practice.rating) for practice in in_grid.practices)
    assert not_today(meals) == [(mark.slot, mark.mark) for mark in in_grid.marks]
    assert not_today(meals) == [("dinner", MarkKind.NOT_TODAY)]


def test_once_more_of_times_without_names_is_the_next_of_them(house, open_window, hands):
    house.plan("Pause", Often(times=2))
    window = open_window(house.journal)
    hands.press("2", hands.alt("O"), hands.alt("3"), hands.alt("O"), hands.alt("4"))
    assert [practice.rating for practice in house.day().practices] == [2, 3, 4]
    assert "Once more: on own" in hands.texts(window.page.cards[0])


def test_what_was_said_stays_in_sight_and_a_note_typed_next_is_about_it(meals, open_window, hands):
    window = open_window(meals.journal)
    card = window.page.cards[0]
    hands.click(hands.named(card, Pill, "Some help"))
    assert "Breakfast: How much help?" in hands.texts(card)
    assert hands.named(card, Pill, "Some help").isChecked()
    assert hands.named(card, Pill, "Breakfast: some help").isChecked()
    hands.press(*"he waited", Key.Key_Escape)
    (practice,), (note,) = meals.day().practices, meals.day().notes
    assert (practice.slot, note.practice) == ("breakfast", practice.id)
    hands.press(Key.Key_Right, "3", *"she sang", Key.Key_Escape)
    slots = {one.id: one.slot for one in meals.day().practices}
    assert {slots[one.practice]: one.text for one in meals.day().notes} == {
        "breakfast": "he waited",
        "lunch": "she sang",
    }


@pytest.mark.parametrize("pressed", ["Not today", "Did it"])
def test_every_answer_stays_in_sight(meals, open_window, hands, pressed):
    card = open_window(meals.journal).page.cards[0]
    hands.click(hands.named(card, QPushButton, pressed))
    assert "Breakfast: How much help?" in hands.texts(card)


def test_whoever_comes_back_to_the_page_is_asked_about_what_is_open(meals, open_window, hands):
    window = open_window(meals.journal)
    hands.press("2")
    window.open_page("journal")
    window.open_page("today")
    assert "Lunch: How much help?" in hands.texts(window.page.cards[0])


@pytest.mark.parametrize("how", ["2", "did it"])
def test_who_said_not_today_did_it_where_nobody_is_said_to_write(
    three, open_window, hands, preferences, how
):
    three.journal.days.not_today(
        three.child.id, SUNDAY, MarkTold(strategy=three.ids["Two choices"], helper=three.mom.id)
    )
    preferences.helper = None
    open_window(three.journal)
    hands.press(hands.alt("D" if how == "did it" else how))
    assert [practice.helper for practice in three.day().practices] == [three.mom.id]
    assert three.day().marks == ()


def test_who_writes_did_it_where_somebody_is_said_to_write(three, preferences):
    days, strategy = three.journal.days, three.ids["Two choices"]
    days.not_today(three.child.id, SUNDAY, MarkTold(strategy=strategy, helper=three.mom.id))
    grandpa = next(
        helper.id for helper in three.journal.family().helpers.values() if helper.name == "Grandpa"
    )
    days.did_it(strategy, SUNDAY, PracticeTold(helper=grandpa))
    assert [practice.helper for practice in three.day().practices] == [grandpa]


def test_of_times_without_names_the_one_just_told_stays_in_sight(house, open_window, hands):
    """They fill from the first, whichever was chosen: the next key is not for another one."""
    house.plan("Stairs", Often(times=2))
    card = open_window(house.journal).page.cards[0]
    hands.press(Key.Key_Right, "1", "2steps", Key.Key_Escape)
    assert told(house) == [(None, 1)]
    assert [(note.text, note.practice) for note in house.day().notes] == [
        ("2steps", house.day().practices[0].id)
    ]
    assert card.time().practice == house.day().practices[0]
