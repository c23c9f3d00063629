"""Writing a day down with one click or key each."""

from dataclasses import replace
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton

from homejournal.domain.records.plan import Often, OftenKind
from homejournal.domain.records.practices import LeftOutReason, MarkKind
from homejournal.domain.records.rating_scales import RatingKind, RatingPlan, Tries
from homejournal.ui.day_rows.dialogs import HowDialog
from homejournal.ui.widgets.fields.answer_bar import Segment
from tests.ui.day_lines import choose_in_menu, chosen, drawer_of

Key = Qt.Key


def lines(window):
    return window.page.lines


def ratings(house):
    return [practice.rating for practice in house.day().practices]


def test_three_strategies_are_written_down_with_five_keys_from_the_open_window(
    three, open_window, hands
):
    open_window(three.journal)
    hands.press("2", Key.Key_Down, "3", Key.Key_Down, "1")
    written = {one.strategy: one.rating for one in three.day().practices}
    assert [written[three.ids[name]] for name in three.ids] == [2, 3, 1]


def test_a_click_on_a_rating_saves_it_and_the_toast_offers_undo(three, open_window, hands):
    window = open_window(three.journal)
    hands.click(hands.named(lines(window)[0], Segment, "Some help"))
    assert ratings(three) == [2]
    assert window.frame.toast.text() == "Two choices: some help"
    hands.click(hands.named(window.frame.toast, QPushButton, "Undo"))
    assert ratings(three) == []
    assert hands.named(lines(window)[0], Segment, "Some help").isChecked() is False


@pytest.mark.parametrize("long", ["cue", "a cue from somebody at the table"])
def test_the_professionals_word_stands_on_the_answer_or_in_its_tool_tip(house, open_window, long):
    cup = house.plan("Cup")
    (step,) = house.journal.family().steps[cup]
    words = ("full", "partial", long, "alone")
    house.journal.records.save(replace(step, rating=RatingPlan(kind=RatingKind.HELP, words=words)))
    answer = open_window(house.journal).page.lines[0].findChildren(Segment)[2]
    told = answer.words if long == "cue" else answer.toolTip()
    assert long in told
    assert answer.words.startswith("A little help")
    assert "A word or a point" in answer.toolTip()
    assert (long in answer.accessibleDescription()) is (long != "cue")


def test_another_rating_of_the_same_time_corrects_it(three, open_window, hands):
    window = open_window(three.journal)
    hands.press("2")
    hands.press(hands.alt("4"))
    assert ratings(three) == [4]
    assert hands.named(lines(window)[0], Segment, "On own").isChecked()


def test_a_screen_reader_that_toggles_a_rating_saves_it(three, open_window, hands):
    window = open_window(three.journal)
    hands.named(lines(window)[1], Segment, "A little help").setChecked(True)
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
    assert "Left out: away" in hands.texts(lines(window)[0])
    assert [line.said() for line in lines(window)[1:]] == [
        "Routine 1 · from Dana, speech",
        "Routine 2 · from Dana, speech",
    ]


def test_the_key_of_left_out_opens_the_menu_at_its_reasons(three, open_window, hands):
    open_window(three.journal)
    hands.press(hands.alt("L"))
    menu = QApplication.activePopupWidget()
    assert menu.activeAction().text() == "Sick"
    menu.close()


@pytest.fixture
def meals(house):
    house.plan("Pause and wait", Often(times=2, slots=("breakfast", "dinner")))
    return house


def test_each_time_has_its_line_with_its_name_and_its_answers(meals, open_window, hands):
    window = open_window(meals.journal)
    breakfast, dinner = lines(window)
    assert "Breakfast" in hands.texts(breakfast)
    assert "Dinner" in hands.texts(dinner)
    hands.press("2")
    assert (breakfast.said(), dinner.said()) == ("✓ Some help", "")  # it stays in sight
    hands.press(Key.Key_Down, "3")
    told = {one.slot: one.rating for one in meals.day().practices}
    assert told == {"breakfast": 2, "dinner": 3}
    assert (breakfast.said(), dinner.said()) == ("✓ Some help", "✓ A little help")


def test_any_time_can_be_answered_first(meals, open_window, hands):
    window = open_window(meals.journal)
    hands.click(hands.named(lines(window)[1], Segment, "On own"))
    assert [(one.slot, one.rating) for one in meals.day().practices] == [("dinner", 4)]


def test_a_double_click_writes_one_time_only(meals, open_window, hands):
    window = open_window(meals.journal)
    answer = hands.named(lines(window)[0], Segment, "Some help")
    hands.click(answer)
    hands.click(answer)
    assert [(one.slot, one.rating) for one in meals.day().practices] == [("breakfast", 2)]
    assert answer.isChecked()


def test_not_today_speaks_of_the_time_of_its_line(meals, open_window, hands):
    open_window(meals.journal)
    hands.press(Key.Key_Down, hands.alt("N"))
    assert [(one.slot, one.mark) for one in meals.day().marks] == [("dinner", MarkKind.NOT_TODAY)]


def test_left_and_right_go_along_the_answers_and_the_blank_chooses(three, open_window, hands):
    open_window(three.journal)
    hands.press(Key.Key_Right, Key.Key_Right)
    assert ratings(three) == []
    hands.press(Key.Key_Space)
    assert ratings(three) == [3]
    hands.press(Key.Key_Left, Key.Key_Space)
    assert ratings(three) == [2]


def test_zero_is_a_number_that_is_saved(house, open_window, hands):
    house.plan("Words", kind=RatingKind.NUMBER, unit="words")
    open_window(house.journal)
    hands.press("0", Key.Key_Return)
    assert ratings(house) == [Decimal(0)]


def test_a_number_is_typed_on_the_line_and_saved_with_enter(house, open_window, hands):
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
    assert lines(window)[0].said() == "Please type a number, like 12 or 5.5."
    assert QApplication.focusWidget().text() == "3x"


def test_tries_are_saved_as_two_numbers(house, open_window, hands):
    house.plan("One bite", kind=RatingKind.TRIES)
    open_window(house.journal)
    hands.press("3", Key.Key_Tab, "5", Key.Key_Return)
    assert ratings(house) == [Tries(took=3, of=5)]


def test_a_strategy_without_rating_has_one_answer_beside_not_today(house, open_window, hands):
    house.plan("Warm bath", kind=RatingKind.NONE)
    window = open_window(house.journal)
    (line,) = lines(window)
    assert [one.words for one in line.findChildren(Segment)] == ["Did it", "Not today"]
    hands.click(hands.named(line, Segment, "Did it"))
    assert ratings(house) == [None]
    assert chosen(line) == "Did it"


def test_once_more_is_an_extra_time_that_can_be_rated(three, open_window, hands):
    window = open_window(three.journal)
    hands.press("2", hands.alt("O"))
    first, more, *_ = lines(window)
    assert "Time 1" in hands.texts(first)
    assert "Once more" in hands.texts(more)
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
    assert lines(window)[0].said() == "✓ Some help · Mom"
    hands.press(Key.Key_Return)
    assert hands.named(window.page, QPushButton, "Mom did it").isChecked()
    assert "Routine 0" in hands.texts(drawer_of(window))


def test_any_days_a_week_asks_each_day_and_the_marks_tell_the_week(house, open_window, hands):
    house.plan("Sofa walk", Often(kind=OftenKind.DAYS_A_WEEK, days=3), RatingKind.WENT)
    window = open_window(house.journal)
    hands.press("3")
    assert ratings(house) == [3]
    (row,) = window.page.rows
    assert row.accessibleDescription().endswith("Sunday: did it")
    assert row.accessibleDescription().startswith("This week: ")


@pytest.mark.parametrize("way", ["key", "menu"])
def test_how_we_do_it_is_one_key_away_or_in_the_menu(three, open_window, hands, qtbot, way):
    window = open_window(three.journal)
    if way == "key":
        hands.press(hands.alt("I"))
    else:
        choose_in_menu(lines(window)[0], "How we do it")
    (dialog,) = window.findChildren(HowDialog)
    qtbot.waitUntil(dialog.isActiveWindow)
    said = hands.texts(dialog)
    assert "Two choices" in said
    assert "Hold the cup and look at her" in said
    hands.press(Key.Key_Escape)
    assert not dialog.isVisible()


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
