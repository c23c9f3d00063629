"""Today for a helper: larger letters, the help and Undo by key, whose name, and only today."""

from uuid import uuid4

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from homejournal.domain.records.notes import Note
from homejournal.domain.records.people import Helper
from homejournal.domain.records.record import Kind
from homejournal.services.days.days import PracticeTold
from homejournal.ui.base.actions import Action
from homejournal.ui.help import HelpWindow
from homejournal.ui.helper.session import HelperDialog
from tests.ui.conftest import SUNDAY
from tests.ui.day_lines import choose_in_menu
from tests.ui.helper.test_nothing_else_in_sight import strategy_of
from tests.ui.helper.test_session import GRANDMA, Key, _shown_at_the_end, begun, texts, window
from tests.ui.hiding.hidden import visible

__all__ = ["_shown_at_the_end", "window"]
CTRL = Qt.KeyboardModifier.ControlModifier


def undo(hands):
    hands.press(Key.Key_Z, modifier=CTRL)
    QApplication.processEvents()


@pytest.mark.parametrize(
    ("keys", "size"),
    [([Key.Key_Plus], 125), ([Key.Key_Equal], 125), ([Key.Key_Minus], 100), ([Key.Key_0], 100)],
)
def test_the_keys_for_the_text_size_are_heard(window, hands, qtbot, keys, size):
    window.desk.preferences.text_size = 110
    begun(window, hands, qtbot)
    for key in keys:
        hands.press(key, modifier=CTRL)
    assert window.desk.preferences.text_size == size


def test_f1_opens_the_help_and_the_key_that_hides_closes_it(window, hands, qtbot):
    cover = begun(window, hands, qtbot)
    hands.press(Key.Key_F1)
    (opened,) = cover.findChildren(HelpWindow)
    qtbot.waitUntil(opened.isActiveWindow)
    assert "Say how it went" in opened.page.toPlainText()
    hands.press(Key.Key_F9)
    assert (visible(), cover.windowTitle()) == ([cover], "Notes")


def test_none_of_these_keys_is_heard_while_nothing_of_a_journal_is_shown(window, hands, qtbot):
    cover = begun(window, hands, qtbot)
    hands.press("2")
    hands.press(Key.Key_F9)
    for key, modifier in ((Key.Key_F1, Qt.KeyboardModifier.NoModifier), (Key.Key_Z, CTRL)):
        hands.press(key, modifier=modifier)
    QApplication.processEvents()
    assert visible() == [cover]
    assert len(window.journal.records.all_of(Kind.PRACTICE)) == 1


def test_ctrl_z_takes_back_each_deed_of_the_helper_and_none_of_before(window, three, hands, qtbot):
    own = Note(id=uuid4(), child=three.child.id, day=SUNDAY, text="the family's step")
    window.desk.editing.do("a note", lambda: three.journal.records.save(own))
    cover = begun(window, hands, qtbot)
    hands.press("2")
    hands.press(hands.alt("O"))
    assert len(three.journal.records.all_of(Kind.PRACTICE)) == 2
    assert "Undo" in texts(hands, cover)
    for left in (1, 0, 0):
        undo(hands)
        assert len(three.journal.records.all_of(Kind.PRACTICE)) == left
    assert three.journal.records.get(own.id) == own


def test_once_more_after_what_the_family_wrote_is_taken_back_by_the_toast(
    window, three, hands, qtbot
):
    told = PracticeTold(rating=2, helper=three.mom.id)
    three.journal.days.did_it(strategy_of(three).id, SUNDAY, told)
    (before,) = three.journal.records.all_of(Kind.PRACTICE)
    cover = begun(window, hands, qtbot)
    choose_in_menu(cover.day.rows.lines[0], "Once more")
    assert len(three.journal.records.all_of(Kind.PRACTICE)) == 2
    assert cover._toast.isVisible()
    hands.click(cover._toast._button)
    assert three.journal.records.all_of(Kind.PRACTICE) == [before]


def test_what_is_done_meanwhile_by_somebody_else_is_neither_told_nor_taken_back(
    window, three, hands, qtbot
):
    cover = begun(window, hands, qtbot)
    hands.press("2")
    own = Note(id=uuid4(), child=three.child.id, day=SUNDAY, text="a photo that took its time")
    window.desk.editing.do("Photo added", lambda: three.journal.records.save(own))
    assert "Photo added" not in texts(hands, cover)
    undo(hands)
    assert three.journal.records.get(own.id) == own
    assert len(three.journal.records.all_of(Kind.PRACTICE)) == 1
    assert cover.written == 1


def dialog_of(window):
    window.menus.action(Action.FOR_HELPER).trigger()
    (dialog,) = window.findChildren(HelperDialog)
    return dialog


def test_who_was_chosen_last_is_chosen_first(window, three, hands, qtbot):
    three.journal.records.save(Helper(id=uuid4(), name="Aunt Rosa"))
    window.desk.preferences.helper = None
    cover = begun(window, hands, qtbot, "Aunt Rosa")
    hands.click(cover.back)
    qtbot.waitUntil(window.isActiveWindow)
    assert dialog_of(window).who.currentText() == "Aunt Rosa"


def test_so_is_the_only_one_beside_who_usually_writes(window, three, qtbot):
    window.desk.preferences.helper = three.mom.id
    others = [
        writer
        for writer in three.journal.family().writers
        if writer not in {GRANDMA.id, three.mom.id}
    ]
    for one in others:
        three.journal.records.delete(one)
    assert dialog_of(window).who.currentText() == "Grandma"


def test_nobody_is_chosen_among_several(window, three, qtbot):
    three.journal.records.save(Helper(id=uuid4(), name="Aunt Rosa"))
    assert dialog_of(window).who.value() is None


@pytest.mark.parametrize(("who", "said"), [("Not chosen", True), ("Grandma", False)])
def test_it_says_that_entries_carry_no_name(window, hands, qtbot, who, said):
    cover = begun(window, hands, qtbot, who)
    assert ("has no name on it" in texts(hands, cover)) is said


def test_nothing_tells_of_the_days_of_before(window, three, hands, qtbot):
    three.journal.days.did_it(strategy_of(three).id, SUNDAY, PracticeTold())
    cover = begun(window, hands, qtbot)
    assert "this week" not in texts(hands, cover)


def test_what_is_typed_on_a_card_is_the_helpers_note(window, three, hands, qtbot):
    cover = begun(window, hands, qtbot)
    hands.press("2")
    hands.press(*"no 2nd nap")
    cover.day.keep_typing()
    (practice,) = three.day().practices
    assert practice.rating == 2
    assert [note.text for note in three.day().notes if note.practice == practice.id] == [
        "no 2nd nap"
    ]
