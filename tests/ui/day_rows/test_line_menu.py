"""What stands behind the three dots of a line: all that is rarely done with a time of a day."""

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtWidgets import QPushButton

from homejournal.domain.days.periods import Period
from homejournal.domain.errors import JournalReadOnlyError
from homejournal.domain.records.plan import Often
from homejournal.domain.records.practices import LeftOutReason, MarkKind
from homejournal.domain.records.rating_scales import RatingKind
from homejournal.services.days.days import MarkTold
from homejournal.ui.attachments.files_dialog import FilesDialog
from homejournal.ui.day_rows.dialogs import HowDialog, LeftOutDialog
from homejournal.ui.widgets.layout.focus import has_focus_inside
from tests.ui.conftest import SUNDAY
from tests.ui.day_lines import choose_in_menu, chosen, drawer_of, menu_of, offered

OTHER = "Other reason, or a few days…"


@pytest.fixture
def window(three, open_window):
    return open_window(three.journal)


@pytest.fixture
def line(window):
    return window.page.lines[0]


def marks(house):
    return [(one.mark, one.slot, one.reason) for one in house.day().marks]


def test_an_open_line_offers_to_say_it_was_done_the_note_a_photo_and_the_reasons(line):
    words = offered(line)
    assert words[:4] == ["Did it", "Add a note", "Add a photo…", "How we do it"]
    assert words[-1] == OTHER
    assert {"Sick", "Away"} <= set(words)
    assert not {"Once more", "Remove what is written"} & set(words)


def test_a_written_line_offers_once_more_and_to_remove_it_and_no_reason(line, hands):
    hands.press("2")
    assert offered(line) == [
        "Add a note",
        "Add a photo…",
        "Once more",
        "How we do it",
        "Remove what is written",
    ]


def test_it_is_named_for_its_strategy(line):
    menu = menu_of(line)
    assert (menu.accessibleName(), menu.accessibleDescription()) == ("More", "Two choices")


def test_did_it_writes_it_down_without_a_rating(line, three):
    choose_in_menu(line, "Did it")
    assert [one.rating for one in three.day().practices] == [None]
    assert line.said() == "✓ Did it"
    assert chosen(line) is None


def test_where_did_it_is_an_answer_the_menu_does_not_repeat_it(house, open_window):
    house.plan("Warm bath", kind=RatingKind.NONE)
    assert "Did it" not in offered(open_window(house.journal).page.lines[0])


def test_the_note_is_begun(line, window, hands, three):
    choose_in_menu(line, "Add a note")
    assert drawer_of(window).panel is line.note
    hands.press("she waved")
    line.setFocus()
    assert [one.text for one in three.day().notes] == ["she waved"]


def test_a_photo_is_asked_for(line, window):
    choose_in_menu(line, "Add a photo…")
    (dialog,) = window.findChildren(FilesDialog)
    assert dialog.isVisible()
    dialog.reject()


def test_how_we_do_it_is_shown_and_the_keyboard_comes_back(line, window, qtbot):
    line.setFocus()
    choose_in_menu(line, "How we do it")
    (dialog,) = window.findChildren(HowDialog)
    qtbot.waitUntil(dialog.isActiveWindow)
    dialog.accept()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    assert has_focus_inside(line)


def test_without_words_in_the_plan_there_is_no_how(house, open_window):
    house.plan("Wave")
    (step,) = house.journal.family().steps[house.ids["Wave"]]
    house.journal.records.save(replace(step, why=None, how=None))
    assert "How we do it" not in offered(open_window(house.journal).page.lines[0])


def test_what_is_written_is_removed_with_its_note_and_undo_brings_both_back(line, hands, three):
    hands.press("2", *"waved")
    line.setFocus()
    choose_in_menu(line, "Remove what is written")
    assert three.day().practices == three.day().notes == ()
    line.window().desk.editing.undo()
    assert [one.text for one in three.day().notes] == ["waved"]
    assert line.said() == "✓ Some help waved"


def test_where_a_line_goes_with_what_it_said_the_keys_go_on_in_the_line_above(window, hands, three):
    line, other, *_ = window.page.lines
    hands.press("2", hands.alt("O"))
    extra = window.page.lines[1]
    assert has_focus_inside(extra)
    choose_in_menu(extra, "Remove what is written")
    assert len(three.day().practices) == 1
    assert window.page.lines[:2] == (line, other)
    assert has_focus_inside(line)


@pytest.mark.parametrize("reason", [LeftOutReason.SICK, LeftOutReason.AWAY])
def test_a_reason_leaves_the_strategy_out_that_day_and_is_taken_back_there(line, three, reason):
    choose_in_menu(line, reason.value.capitalize())
    assert marks(three) == [(MarkKind.LEFT_OUT, None, reason)]
    assert line.said() == f"Left out: {reason.value}"
    choose_in_menu(line, "Not left out after all")
    assert marks(three) == []


def test_not_today_is_taken_back_there(line, hands, three):
    hands.press(hands.alt("N"))
    choose_in_menu(line, "Take back “not today”")
    assert marks(three) == []
    assert chosen(line) is None


def test_of_several_times_each_menu_speaks_of_its_own(house, open_window, hands):
    house.plan("Pause", Often(times=2, slots=("breakfast", "dinner")))
    breakfast, dinner = open_window(house.journal).page.lines
    hands.press("2")
    assert "Once more" in offered(breakfast)
    assert "Once more" not in offered(dinner)
    choose_in_menu(dinner, "Did it")
    assert [(one.slot, one.rating) for one in house.day().practices] == [
        ("breakfast", 2),
        ("dinner", None),
    ]


def test_other_reasons_and_more_days_are_asked_for_this_strategy(line, window, three, hands):
    choose_in_menu(line, OTHER)
    (dialog,) = window.page.findChildren(LeftOutDialog)
    dialog.save()
    assert [one.strategy for one in three.day().marks] == [three.ids["Two choices"]]


def test_a_journal_that_is_only_read_offers_to_look_at_how_we_do_it_alone(three, open_window):
    three.journal._why = JournalReadOnlyError(three.journal.folder)
    line = open_window(three.journal).page.lines[0]
    assert offered(line) == ["How we do it"]


# ------------------------------------------------------------------ a day that is left out for all


@pytest.fixture
def sick(three, open_window):
    told = MarkTold(reason=LeftOutReason.SICK)
    three.journal.days.left_out(three.child.id, Period(SUNDAY, SUNDAY), told)
    return open_window(three.journal)


def folded(window):
    return [not any(line.isVisible() for line in row.lines) for row in window.page.rows]


def test_on_a_day_left_out_for_all_each_row_is_one_line_with_its_reason(sick, hands):
    assert folded(sick) == [True] * 3
    for row in sick.page.rows:
        assert "Sick: nothing to write down" in hands.texts(row)
        assert row.card.strategy.name in hands.texts(row)


def test_used_anyway_opens_one_of_them_for_an_answer(sick, three, hands):
    row = sick.page.rows[1]
    hands.click(hands.named(row, QPushButton, "Used anyway"))
    assert folded(sick) == [True, False, True]
    assert has_focus_inside(row.lines[0])
    hands.press(hands.alt("3"))
    assert [(one.strategy, one.rating) for one in three.day().practices] == [
        (three.ids["Sign more"], 3)
    ]
    assert folded(sick) == [True, False, True]


def test_what_was_written_before_stays_in_sight(three, open_window):
    three.journal.days.did_it(three.ids["Two choices"], SUNDAY)
    told = MarkTold(reason=LeftOutReason.SICK)
    three.journal.days.left_out(three.child.id, Period(SUNDAY, SUNDAY), told)
    window = open_window(three.journal)
    assert folded(window) == [False, True, True]


def test_they_open_again_once_the_day_is_not_left_out_after_all(sick, hands):
    hands.click(hands.named(sick.page, QPushButton, "Not left out after all"))
    assert folded(sick) == [False] * 3
    assert "Sick: nothing to write down" not in hands.texts(sick.page)


def test_another_day_is_not_folded(sick, hands):
    sick.page.set_day(SUNDAY - timedelta(days=1))
    assert folded(sick) == [False] * 3


def test_a_note_that_is_being_typed_keeps_its_row_open(three, open_window, hands):
    window = open_window(three.journal)
    hands.press(*"she is")
    told = MarkTold(reason=LeftOutReason.SICK)
    window.desk.editing.do(
        "Left out",
        lambda: three.journal.days.left_out(three.child.id, Period(SUNDAY, SUNDAY), told),
    )
    assert window.page.lines[0].isVisible()
    assert window.page.lines[0].note.field.text() == "she is"
