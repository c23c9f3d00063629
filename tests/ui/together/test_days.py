"""Other days of all children, days left out, and notes for several."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QPushButton

from homejournal.domain.records.notes import Note, PrivateNote
from homejournal.domain.records.rating_scales import RatingKind
from homejournal.ui.day_rows.dialogs import LeftOutDialog
from homejournal.ui.together.page import NoteForSeveralDialog
from homejournal.ui.widgets.button import ToggleButton
from homejournal.ui.widgets.fields.note_field import NoteEdit
from tests.ui.conftest import SUNDAY
from tests.ui.day_lines import choose_in_menu
from tests.ui.together.test_page import (
    WAIT,
    line,
    together,
    twins,
    with_luis,
    written,
)
from tests.ui.whole_window.test_every_page import nameless

__all__ = ["together", "twins"]

SATURDAY = date(2026, 3, 21)


def test_a_note_for_both_is_two_notes_that_go_their_own_ways(twins, together, hands):
    hands.click(hands.named(together.page, QPushButton, "Note for several…"))
    dialog = together.page.findChild(NoteForSeveralDialog)
    assert nameless(dialog) == []
    hands.named(dialog, NoteEdit, "Note").setPlainText("They laughed together")
    hands.click(hands.named(dialog, QPushButton, "Save"))
    (of_maya,), (of_luis,) = written(twins, twins.child).notes, written(twins, twins.luis).notes
    assert of_maya.id != of_luis.id
    assert {type(of_maya), type(of_luis)} == {Note}
    assert (of_maya.text, of_luis.text) == ("They laughed together",) * 2
    assert of_luis.strategy == twins.ids[f"Luis: {WAIT}"]
    twins.journal.records.delete(of_maya.id)
    assert written(twins, twins.luis).notes == (of_luis,)


def test_a_note_for_nobody_is_refused_and_a_private_one_is_private_for_each(twins, together, hands):
    hands.click(hands.named(together.page, QPushButton, "Note for several…"))
    dialog = together.page.findChild(NoteForSeveralDialog)
    hands.named(dialog, NoteEdit, "Note").setPlainText("We are tired")
    for name in ("Maya", "Luis"):
        hands.click(hands.named(dialog, ToggleButton, name))
    hands.click(hands.named(dialog, QPushButton, "Save"))
    assert "Choose a child." in hands.texts(dialog)
    hands.click(hands.named(dialog, ToggleButton, "Luis"))
    dialog.findChild(QCheckBox).setChecked(True)
    hands.click(hands.named(dialog, QPushButton, "Save"))
    (private,) = written(twins, twins.luis).private_notes
    assert isinstance(private, PrivateNote)
    assert written(twins, twins.child).private_notes == written(twins, twins.luis).notes == ()


def test_what_was_typed_as_a_note_is_there_again_the_next_time(twins, together, hands):
    hands.click(hands.named(together.page, QPushButton, "Note for several…"))
    dialog = together.page.findChild(NoteForSeveralDialog)
    hands.named(dialog, NoteEdit, "Note").setPlainText("They laughed")
    for kept_word in dialog.field_drafts:
        kept_word.keep()
    dialog.close()
    again = NoteForSeveralDialog(together.desk, together.page._shown.rows[0], SUNDAY, together.page)
    assert again.text.text() == "They laughed"
    again.deleteLater()


def test_other_days_are_reached_and_none_that_is_still_to_come(twins, together, hands):
    page = together.page
    hands.press(hands.alt("Left"))
    assert page.day == SATURDAY
    hands.press("2")
    assert len(written(twins, twins.child, SATURDAY).practices) == 1
    hands.press(hands.alt("Right"), hands.alt("Right"))
    assert page.day == SUNDAY
    hands.press(Qt.Key.Key_Left, modifier=Qt.KeyboardModifier.AltModifier)
    assert page.day == SATURDAY
    hands.press(hands.alt("Home"))
    assert page.day == SUNDAY


def test_the_day_turns_with_the_family(twins, together, clock):
    clock.move(days=1)
    together.follow_day()
    assert together.page.day == date(2026, 3, 23)


def test_the_own_day_of_a_child_opens_for_notes_and_photos(twins, together, hands):
    hands.press(hands.alt("Left"))
    hands.click(hands.named(together.page, QPushButton, "Day of Luis"))
    assert together.page_name == "today"
    assert (together.page.child, together.page.day) == (twins.luis.id, SATURDAY)


def test_a_few_days_are_left_out_for_all_that_are_shown(twins, together, hands):
    hands.click(hands.named(together.page, QPushButton, "Left out for a few days"))
    dialog = together.page.findChild(LeftOutDialog)
    hands.click(hands.named(dialog, QPushButton, "Leave out"))
    for child in (twins.child, twins.luis):
        assert [mark.strategy for mark in written(twins, child).marks] == [None]


def test_one_strategy_of_one_child_is_left_out_for_a_few_days(twins, together, hands):
    choose_in_menu(line(together, twins.luis), "Other reason, or a few days…")
    dialog = together.page.findChild(LeftOutDialog)
    hands.click(hands.named(dialog, QPushButton, "Leave out"))
    (mark,) = written(twins, twins.luis).marks
    assert mark.strategy == twins.ids[f"Luis: {WAIT}"]


def test_a_number_half_typed_is_written_when_the_day_is_left(house, open_together, hands):
    house.plan("Tummy time", kind=RatingKind.NUMBER, unit="minutes")
    luis = with_luis(house, "Tummy time", kind=RatingKind.NUMBER)
    window = open_together(house)
    hands.press("7")
    window.page._head.step_back()
    assert [practice.rating for practice in written(house, house.child).practices] == [7]
    assert written(house, luis).practices == ()


def test_the_days_to_leave_out_begin_with_the_day_that_is_shown(twins, together, hands):
    hands.press(hands.alt("Left"))
    hands.click(hands.named(together.page, QPushButton, "Left out for a few days"))
    dialog = together.page.findChild(LeftOutDialog)
    assert dialog.start.day() == SATURDAY
    hands.click(hands.named(dialog, QPushButton, "Leave out"))
    assert len(written(twins, twins.luis, SATURDAY).marks) == 1
