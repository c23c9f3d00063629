"""Writing a day down with one click or key each."""

from dataclasses import replace
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton

from homejournal.domain.records.plan import Often, OftenKind
from homejournal.domain.records.practices import LeftOutReason, MarkKind
from homejournal.domain.records.rating_scales import RatingKind, RatingPlan, Tries
from homejournal.ui.widgets.buttons.button import Pill
from homejournal.ui.widgets.fields.rating_pills import RatingPill

Key = Qt.Key


def cards(window):
    return window.page.cards


def ratings(house):
    return [practice.rating for practice in house.day().practices]


def test_three_strategies_are_written_down_with_five_keys_from_the_open_window(
    three, open_window, hands
):
    open_window(three.journal)
    hands.press("2", Key.Key_Down, "3", Key.Key_Down, "1")
    written = {practice.strategy: practice.rating for practice in three.day().practices}
    assert [written[three.ids[name]] for name in three.ids] == [2, 3, 1]


def test_a_click_on_a_rating_saves_it_and_the_toast_offers_undo(three, open_window, hands):
    window = open_window(three.journal)
    hands.click(hands.named(cards(window)[0], Pill, "Some help"))
    assert ratings(three) == [2]
    assert window.frame.toast.text() == "Two choices: some help"
    hands.click(hands.named(window.frame.toast, QPushButton, "Undo"))
    assert ratings(three) == []
    assert hands.named(cards(window)[0], Pill, "Some help").isChecked() is False


@pytest.mark.parametrize("long", ["cue", "a cue from somebody at the table"])
def test_the_professionals_word_stands_on_the_pill_or_in_its_tool_tip(house, open_window, long):
    cup = house.plan("Cup")
    (step,) = house.journal.family().steps[cup]
    words = ("full", "partial", long, "alone")
    house.journal.records.save(replace(step, rating=RatingPlan(kind=RatingKind.HELP, words=words)))
    pill = open_window(house.journal).page.cards[0].findChildren(RatingPill)[2]
    told = pill.text() if long == "cue" else pill.toolTip()
    assert long in told
    assert pill.text().startswith("A little help")
    assert "A word or a point" in pill.toolTip()
    assert (long in pill.accessibleDescription()) is (long != "cue")


def test_another_rating_of_the_same_time_corrects_it(three, open_window, hands):
    window = open_window(three.journal)
    hands.press("2")
    hands.press(hands.alt("4"))
    assert ratings(three) == [4]
    assert hands.named(cards(window)[0], Pill, "On own").isChecked()


def test_a_screen_reader_that_toggles_a_rating_saves_it(three, open_window, hands):
    window = open_window(three.journal)
    hands.named(cards(window)[1], Pill, "A little help").setChecked(True)
    assert ratings(three) == [3]


def test_alt_and_d_writes_did_it_without_a_rating(three, open_window, hands):
    open_window(three.journal)
    hands.press(hands.alt("D"))
    assert ratings(three) == [None]


def test_alt_and_n_marks_not_today_and_again_takes_it_back(three, open_window, hands):
    open_window(three.journal)
    hands.press(hands.alt("N"))
    assert [mark.mark for mark in three.day().marks] == [MarkKind.NOT_TODAY]
    hands.press(hands.alt("N"))
    assert three.day().marks == ()


def test_a_rating_after_not_today_takes_its_place(three, open_window, hands):
    open_window(three.journal)
    hands.press(hands.alt("N"), hands.alt("3"))
    assert three.day().marks == ()
    assert ratings(three) == [3]


def test_left_out_takes_a_reason_from_its_menu(three, open_window, hands):
    window = open_window(three.journal)
    hands.press(hands.alt("L"))
    menu = QApplication.activePopupWidget()
    action = next(one for one in menu.actions() if one.text() == "Away")
    action.trigger()
    menu.close()
    assert [mark.reason for mark in three.day().marks] == [LeftOutReason.AWAY]
    assert "Left out: away" in hands.texts(cards(window)[0])


def test_the_first_open_time_is_rated_and_the_card_says_which(house, open_window, hands, slowly):
    house.plan("Pause and wait", Often(times=2, slots=("breakfast", "dinner")))
    window = open_window(house.journal)
    card = cards(window)[0]
    assert "Breakfast: How much help?" in hands.texts(card)
    hands.press("2")
    assert "Breakfast: How much help?" in hands.texts(card)  # what was said stays in sight
    assert "Breakfast: some help" in hands.texts(card)
    hands.press(Key.Key_Right)
    assert "Dinner: How much help?" in hands.texts(card)
    hands.press("3")
    told = {practice.slot: practice.rating for practice in house.day().practices}
    assert told == {"breakfast": 2, "dinner": 3}


def test_another_time_can_be_chosen_before_rating(house, open_window, hands):
    house.plan("Pause and wait", Often(times=2, slots=("breakfast", "dinner")))
    window = open_window(house.journal)
    hands.click(hands.named(cards(window)[0], Pill, "Dinner"))
    hands.click(hands.named(cards(window)[0], Pill, "On own"))
    assert [(practice.slot, practice.rating) for practice in house.day().practices] == [
        ("dinner", 4)
    ]


def test_a_double_click_writes_one_time_only(house, open_window, hands):
    house.plan("Pause and wait", Often(times=2, slots=("breakfast", "dinner")))
    window = open_window(house.journal)
    pill = hands.named(cards(window)[0], Pill, "Some help")
    hands.click(pill)
    hands.click(pill)
    assert [(practice.slot, practice.rating) for practice in house.day().practices] == [
        ("breakfast", 2)
    ]
    assert pill.isChecked()


def test_not_today_speaks_of_the_time_that_is_asked_about(house, open_window, hands):
    house.plan("Pause and wait", Often(times=2, slots=("breakfast", "dinner")))
    open_window(house.journal)
    hands.press(Key.Key_Right, hands.alt("N"))
    assert [(mark.slot, mark.mark) for mark in house.day().marks] == [
        ("dinner", MarkKind.NOT_TODAY)
    ]


def test_zero_is_a_number_that_is_saved(house, open_window, hands):
    house.plan("Words", kind=RatingKind.NUMBER, unit="words")
    open_window(house.journal)
    hands.press("0", Key.Key_Return)
    assert ratings(house) == [Decimal(0)]


def test_a_number_is_typed_from_the_card_and_saved_with_enter(house, open_window, hands):
    house.plan("Bedtime", kind=RatingKind.NUMBER, unit="minutes")
    window = open_window(house.journal)
    hands.press("3", "5", Key.Key_Return)
    assert ratings(house) == [Decimal(35)]
    assert window.frame.toast.text() == "Bedtime: 35 minutes"


def test_what_is_no_number_gets_a_sentence_and_stays(house, open_window, hands):
    house.plan("Bedtime", kind=RatingKind.NUMBER, unit="minutes")
    window = open_window(house.journal)
    hands.press("3", "x", Key.Key_Return)
    assert ratings(house) == []
    assert any("type a number" in text for text in hands.texts(cards(window)[0]))
    assert QApplication.focusWidget().text() == "3x"


def test_tries_are_saved_as_two_numbers(house, open_window, hands):
    house.plan("One bite", kind=RatingKind.TRIES)
    open_window(house.journal)
    hands.press("3", Key.Key_Tab, "5", Key.Key_Return)
    assert ratings(house) == [Tries(took=3, of=5)]


def test_a_strategy_without_rating_has_one_button(house, open_window, hands):
    house.plan("Warm bath", kind=RatingKind.NONE)
    window = open_window(house.journal)
    hands.click(hands.named(cards(window)[0], QPushButton, "Did it"))
    assert ratings(house) == [None]
    assert hands.named(cards(window)[0], QPushButton, "Did it").isChecked()


def test_once_more_is_an_extra_time_that_can_be_rated(three, open_window, hands):
    window = open_window(three.journal)
    hands.press("2", hands.alt("O"))
    assert "Once more: How much help?" in hands.texts(cards(window)[0])
    hands.press(hands.alt("4"))
    assert sorted(ratings(three)) == [2, 4]


def test_delete_removes_what_is_written_and_undo_brings_it_back(three, open_window, hands):
    open_window(three.journal)
    hands.press("2", Key.Key_Delete)
    assert ratings(three) == []
    hands.press("z", modifier=Qt.KeyboardModifier.ControlModifier)
    assert ratings(three) == [2]


def test_who_and_routine_come_from_who_is_writing_and_the_plan(
    three, open_window, hands, preferences
):
    preferences.helper = three.mom.id
    window = open_window(three.journal)
    hands.press("2")
    practice = three.day().practices[0]
    assert practice.helper == three.mom.id
    assert three.journal.family().routines[practice.routine].name == "Routine 0"
    card = cards(window)[0]
    assert hands.named(card, QPushButton, "Mom did it").isChecked()
    assert "Routine 0" in hands.texts(card)


def test_any_days_a_week_asks_each_day_and_says_how_many_are_planned(house, open_window, hands):
    house.plan("Sofa walk", Often(kind=OftenKind.DAYS_A_WEEK, days=3), RatingKind.WENT)
    window = open_window(house.journal)
    hands.press("3")
    assert ratings(house) == [3]
    assert "Used on 1 day this week · planned for any 3 days" in hands.texts(cards(window)[0])


def test_how_we_do_it_is_one_key_away(three, open_window, hands):
    window = open_window(three.journal)
    hands.press(hands.alt("I"))
    assert "Hold the cup and look at her" in hands.texts(cards(window)[0])


@pytest.mark.parametrize("key", ["5", "9", "x"])
def test_a_key_that_means_nothing_writes_nothing(three, open_window, hands, key):
    open_window(three.journal)
    hands.press(key)
    assert ratings(three) == []


def test_letters_in_a_note_are_not_commands(three, open_window, hands):
    open_window(three.journal)
    hands.press(Key.Key_Return, "n 2 d")
    assert three.day().practices == ()
    assert three.day().marks == ()
