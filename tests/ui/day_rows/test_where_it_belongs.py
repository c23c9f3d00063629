"""What is said on a line stays where the person looks: once more, notes, and who it was."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from homejournal.domain.records.plan import Often
from homejournal.domain.records.practices import MarkKind
from homejournal.domain.today.week_cells import Answer, CellInput, SheetAuthors, input_of
from homejournal.domain.today.week_grid import CellPlace, RowKey
from homejournal.services.days.days import MarkTold, PracticeTold
from homejournal.ui.widgets.fields.answer_bar import Segment
from homejournal.ui.widgets.layout.focus import has_focus_inside
from tests.ui.conftest import SUNDAY
from tests.ui.day_lines import choose_in_menu, chosen, offered, segment

Key = Qt.Key
WHERE = "Meals · from Dana, speech"
MEALS = ("breakfast", "lunch", "dinner")


@pytest.fixture
def meals(house):
    house.plan("Pause", Often(times=3, slots=MEALS))
    return house


def told(house):
    return sorted((one.slot, one.rating) for one in house.day().practices)


def not_today(house):
    return [(one.slot, one.mark) for one in house.day().marks]


@pytest.mark.parametrize("chosen", MEALS)
def test_once_more_is_one_more_of_the_time_on_whose_line_it_is_asked(
    meals, open_window, hands, chosen
):
    line = open_window(meals.journal).page.lines[MEALS.index(chosen)]
    hands.click(hands.named(line, Segment, "Some help"))
    choose_in_menu(line, "Once more")
    hands.press(hands.alt("4"))
    assert told(meals) == [(chosen, 2), (chosen, 4)]


def test_where_there_is_one_more_none_of_them_is_not_today_but_each_can_be_removed(
    three, open_window, hands
):
    window = open_window(three.journal)
    hands.press("2", hands.alt("O"), hands.alt("3"))
    first, more = window.page.rows[0].lines
    assert not segment(first, "Not today").isEnabled()
    assert not segment(more, "Not today").isEnabled()
    assert segment(window.page.rows[1].lines[0], "Not today").isEnabled()
    choose_in_menu(more, "Remove what is written")
    assert [one.rating for one in three.day().practices] == [2]
    hands.click(segment(first, "Not today"))
    assert three.day().practices == ()
    assert first.said() == "Not today"


def test_once_more_leaves_not_today_of_another_time(meals, open_window, hands):
    window = open_window(meals.journal)
    hands.press("2", Key.Key_Down, Key.Key_Down, hands.alt("N"), Key.Key_Up, Key.Key_Up)
    hands.press(hands.alt("O"))
    assert sorted(one.slot for one in meals.day().practices) == ["breakfast", "breakfast"]
    assert not_today(meals) == [("dinner", MarkKind.NOT_TODAY)]
    assert "Not today" in hands.texts(window.page.lines[2])


@pytest.mark.parametrize("on", ["open", "not today"])
def test_there_is_no_once_more_of_what_was_not_done(meals, open_window, hands, on):
    line = open_window(meals.journal).page.lines[0]
    if on == "not today":
        hands.press(hands.alt("N"))
    before = not_today(meals)
    hands.press(hands.alt("O"))
    assert "Once more" not in offered(line)
    assert meals.day().practices == ()
    assert not_today(meals) == before


def test_two_breakfasts_and_no_dinner_are_what_the_week_grid_makes_of_them(
    meals, open_window, hands
):
    open_window(meals.journal)
    hands.press("2", hands.alt("O"), hands.alt("3"))
    hands.press(Key.Key_Up, hands.alt("N"))
    day_before = SUNDAY - timedelta(days=1)
    typed = {"breakfast": CellInput(times=(2, 3)), "dinner": input_of(Answer.NOT_TODAY)}
    wishes = {
        CellPlace(RowKey(meals.ids["Pause"], slot), day_before): wish
        for slot, wish in typed.items()
    }
    meals.journal.weeks.write(meals.child.id, wishes, SheetAuthors())
    in_grid = meals.journal.days.between(meals.child.id, day_before, day_before)
    assert told(meals) == sorted((one.slot, one.rating) for one in in_grid.practices)
    assert not_today(meals) == [(one.slot, one.mark) for one in in_grid.marks]
    assert not_today(meals) == [("dinner", MarkKind.NOT_TODAY)]


def test_once_more_of_times_without_names_is_the_next_of_them(house, open_window, hands):
    house.plan("Pause", Often(times=2))
    window = open_window(house.journal)
    hands.press("2", hands.alt("O"), hands.alt("3"), hands.alt("O"), hands.alt("4"))
    assert [one.rating for one in house.day().practices] == [2, 3, 4]
    assert [chosen(line) for line in window.page.lines] == [
        "Some help",
        "A little help",
        "On own",
    ]
    assert "Once more" in hands.texts(window.page.lines[2])


def test_what_was_said_stays_in_sight_and_a_note_typed_next_is_about_it(meals, open_window, hands):
    window = open_window(meals.journal)
    breakfast, lunch, dinner = window.page.lines
    hands.click(hands.named(breakfast, Segment, "Some help"))
    assert chosen(breakfast) == "Some help"
    assert breakfast.said() == "✓ Some help"
    assert (chosen(lunch), chosen(dinner)) == (None, None)
    hands.press(*"he waited", Key.Key_Escape)
    (practice,), (note,) = meals.day().practices, meals.day().notes
    assert (practice.slot, note.practice) == ("breakfast", practice.id)
    assert breakfast.said() == "✓ Some help he waited"
    hands.press(Key.Key_Down, "3", *"she sang", Key.Key_Escape)
    slots = {one.id: one.slot for one in meals.day().practices}
    assert {slots[one.practice]: one.text for one in meals.day().notes} == {
        "breakfast": "he waited",
        "lunch": "she sang",
    }
    assert (breakfast.said(), dinner.said()) == ("✓ Some help he waited", "")
    assert lunch.said() == "✓ A little help she sang"


def test_words_that_change_a_note_follow_it_to_the_line_where_its_time_stands_by_now(
    meals, open_window, hands
):
    window = open_window(meals.journal)
    hands.press(Key.Key_Down, Key.Key_Down, "2", hands.alt("O"), hands.alt("3"))
    dinner, more = window.page.lines[2:]
    hands.press(*"she ate", Key.Key_Escape)
    choose_in_menu(dinner, "Remove what is written")
    hands.press(*" peas")
    hands.click(hands.named(window.frame.toast, QPushButton, "Undo"))
    hands.press(*" too")
    hands.click(segment(window.page.lines[0], "Not today"))
    dinner, more = window.page.lines[2:]
    assert (dinner.said(), more.said()) == ("✓ Some help", "✓ A little help she ate peas too")
    (note,) = meals.day().notes
    ratings = {one.id: one.rating for one in meals.day().practices}
    assert (note.text, ratings[note.practice]) == ("she ate peas too", 3)


def test_words_about_a_time_that_is_taken_back_are_kept_about_the_strategy(
    three, open_window, hands
):
    window = open_window(three.journal)
    hands.press("2", hands.alt("O"), hands.alt("3"), *"she ran")
    undo = hands.named(window.frame.toast, QPushButton, "Undo")
    hands.click(undo)
    hands.click(undo)
    (note,) = three.day().notes
    assert [one.rating for one in three.day().practices] == [2]
    assert (note.text, note.practice) == ("she ran", None)
    assert "she ran" in window.page.lines[0].said()


def test_words_kept_by_undo_are_the_next_thing_that_undo_takes_back_and_redo_brings(
    three, open_window, hands
):
    window = open_window(three.journal)
    hands.press("2", hands.alt("O"), *"she ran")
    hands.click(hands.named(window.frame.toast, QPushButton, "Undo"))
    line = window.page.lines[0]
    assert line.said() == "✓ Some help she ran"
    hands.press("z", modifier=Qt.KeyboardModifier.ControlModifier)
    assert line.said() == "✓ Some help"
    hands.press("y", modifier=Qt.KeyboardModifier.ControlModifier)
    assert line.said() == "✓ Some help she ran"
    assert [one.rating for one in three.day().practices] == [2]


def test_words_about_a_time_go_on_with_it_where_another_one_comes_back_before_it(
    three, open_window, hands
):
    window = open_window(three.journal)
    hands.press("2", hands.alt("O"), hands.alt("3"), hands.alt("O"), hands.alt("4"))
    choose_in_menu(window.page.lines[1], "Remove what is written")
    hands.press(*"she ran")
    hands.click(hands.named(window.frame.toast, QPushButton, "Undo"))
    hands.press(*" far", Key.Key_Escape)
    assert [line.said() for line in window.page.lines[:3]] == [
        "✓ Some help",
        "✓ A little help",
        "✓ On own she ran far",
    ]
    (note,) = three.day().notes
    ratings = {one.id: one.rating for one in three.day().practices}
    assert (note.text, ratings[note.practice]) == ("she ran far", 4)


def test_a_note_of_no_time_stays_on_its_line_also_after_a_new_start(meals, open_window, hands):
    lines = open_window(meals.journal).page.lines
    hands.press("2", *"he waited", Key.Key_Escape)
    hands.click(segment(lines[0], "Not today"))
    lines = open_window(meals.journal).page.lines
    lines[1].setFocus()
    hands.press("3", *"no appetite", Key.Key_Escape)
    assert [line.said() for line in lines] == [
        "Not today he waited",
        "✓ A little help no appetite",
        "",
    ]


def test_a_note_stays_on_its_own_line_whatever_is_said_before_or_after_it(
    meals, open_window, hands
):
    """Also one that hangs on no practice, and through the answers of the other times."""
    lines = open_window(meals.journal).page.lines
    hands.press(Key.Key_Down, *"no appetite", Key.Key_Escape)
    assert [line.said() for line in lines] == [WHERE, "no appetite", ""]
    hands.press(Key.Key_Up, "2", Key.Key_Down, Key.Key_Down, "3")
    assert [line.said() for line in lines] == [
        "✓ Some help",
        "no appetite",
        "✓ A little help",
    ]
    hands.press(Key.Key_Up, hands.alt("N"))
    assert lines[1].said() == "Not today no appetite"
    assert [one.text for line in lines for one in line.note_part.notes] == ["no appetite"]


def test_choosing_not_today_on_a_written_line_keeps_its_note_there(meals, open_window, hands):
    lines = open_window(meals.journal).page.lines
    hands.press(Key.Key_Down, "2", *"he waited", Key.Key_Escape)
    hands.click(hands.named(lines[1], Segment, "Not today"))
    assert meals.day().practices == ()
    assert not_today(meals) == [("lunch", MarkKind.NOT_TODAY)]
    assert [line.said() for line in lines] == [WHERE, "Not today he waited", ""]
    hands.press("z", modifier=Qt.KeyboardModifier.ControlModifier)
    assert told(meals) == [("lunch", 2)]
    assert not_today(meals) == []
    assert lines[1].said() == "✓ Some help he waited"


def test_whoever_comes_back_to_the_page_is_asked_about_what_is_open(meals, open_window, hands):
    window = open_window(meals.journal)
    hands.press("2")
    window.open_page("journal")
    window.open_page("today")
    assert has_focus_inside(window.page.lines[1])


@pytest.mark.parametrize("how", ["2", "did it"])
def test_who_said_not_today_did_it_where_nobody_is_said_to_write(
    three, open_window, hands, preferences, how
):
    three.journal.days.not_today(
        three.child.id, SUNDAY, MarkTold(strategy=three.ids["Two choices"], helper=three.mom.id)
    )
    preferences.helper = None
    open_window(three.journal).page.lines[0].setFocus()
    hands.press(hands.alt("D" if how == "did it" else how))
    assert [one.helper for one in three.day().practices] == [three.mom.id]
    assert three.day().marks == ()


def test_who_writes_did_it_where_somebody_is_said_to_write(three, preferences):
    days, strategy = three.journal.days, three.ids["Two choices"]
    days.not_today(three.child.id, SUNDAY, MarkTold(strategy=strategy, helper=three.mom.id))
    grandpa = next(
        one.id for one in three.journal.family().helpers.values() if one.name == "Grandpa"
    )
    days.did_it(strategy, SUNDAY, PracticeTold(helper=grandpa))
    assert [one.helper for one in three.day().practices] == [grandpa]


def test_of_times_without_names_the_one_just_told_stays_where_it_was_told(
    house, open_window, hands
):
    """They fill from the first, whichever was answered: nobody looks for it on another line."""
    house.plan("Stairs", Often(times=2))
    lines = open_window(house.journal).page.lines
    hands.press(Key.Key_Down, "1", *"2steps", Key.Key_Escape)
    assert told(house) == [(None, 1)]
    (practice,) = house.day().practices
    assert [(one.text, one.practice) for one in house.day().notes] == [("2steps", practice.id)]
    assert [line.said() for line in lines] == [WHERE, "✓ A lot of help 2steps"]
    assert lines[1].time.practice == practice
    hands.press(Key.Key_Up, "4")
    assert [chosen(line) for line in lines] == ["On own", "A lot of help"]
