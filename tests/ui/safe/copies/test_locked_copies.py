"""Bringing back from locked copies: what opens them is typed, kept, and told by what is known."""

import shutil
from uuid import uuid4

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from homejournal.domain.records.children import Child
from homejournal.domain.safe.passwords import groups_of
from homejournal.services.opening import create_journal
from homejournal.services.safe.copies.copy_encryption import number_of
from homejournal.ui.safe.copies.restore_dialog import RestoreDialog
from tests.locked import KEY, lay_keys
from tests.ui.safe.safe_page import card, make_a_copy, safe
from tests.ui.waiting import idle

__all__ = ["safe"]

BREAK = "\u200b"
"""Where a long name may break."""
OTHER_SHEET = " ".join(groups_of(bytes(range(1, 33))))


@pytest.fixture
def copy(safe, tmp_path):
    """A copy of a journal with a password."""
    clock = safe.journal._session.clock
    locked = create_journal(tmp_path / "locked", clock=clock, device=uuid4(), key=KEY)
    locked.records.save(Child(id=uuid4(), name="Lin"))
    lay_keys(locked, KEY, "our long word")
    made = locked.safe.backups.make().path
    locked.close()
    return made


@pytest.fixture
def opened(safe, qtbot):
    def ask():
        card(safe).back.click()
        dialog = safe.findChild(RestoreDialog)
        qtbot.waitUntil(dialog.isVisible)
        return dialog

    return ask


@pytest.fixture
def asked(safe, opened, copy, qtbot):
    """The dialog that asks for what opens the copy."""
    dialog = opened()
    dialog.show_file(copy)
    qtbot.waitUntil(lambda: idle(safe) and dialog.look.password.isVisible())
    assert dialog.focusWidget() is dialog.look.password
    yield dialog
    dialog.reject()


def said_on(hands, dialog):
    return " ".join(hands.texts(dialog)).replace(BREAK, "")


def typed(dialog, words, said, qtbot, hands):
    """Type what should open the copy, and wait until it is said that it does not."""
    dialog.look.password.setText(words)
    hands.press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not dialog._desk.worker.busy and not dialog.work.is_busy)
    qtbot.waitUntil(lambda: said in said_on(hands, dialog))
    qtbot.waitUntil(dialog.look.password.isVisible)
    assert dialog.look.password.text() == words
    assert dialog.focusWidget() is dialog.look.password


def test_a_sheet_of_another_time_is_told_and_stays_in_the_field(asked, qtbot, hands):
    typed(asked, OTHER_SHEET, "is of an earlier or a later time", qtbot, hands)
    number = f"look for number {number_of(KEY[:32])}."
    typed(asked, OTHER_SHEET, number, qtbot, hands)
    asked.look.password.setText("our long word")
    hands.press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: asked.look.look is not None)
    assert asked.look.password.text() == ""


def test_a_slip_in_the_sheet_is_named_by_its_group_and_can_be_seen_and_mended(asked, qtbot, hands):
    groups = list(groups_of(KEY[:32]))
    groups[6] = f"{groups[6][:3]}Z" if groups[6][3] != "Z" else f"{groups[6][:3]}Y"
    typed(asked, " ".join(groups), "Group 7 is not as it is printed.", qtbot, hands)
    field = asked.look.password
    assert field.echoMode() == QLineEdit.EchoMode.Password
    asked.look.shown.click()
    assert field.echoMode() == QLineEdit.EchoMode.Normal
    assert field.selectedText() == groups[6]
    hands.press(groups_of(KEY[:32])[6])
    asked.look.unlock.click()
    qtbot.waitUntil(lambda: asked.look.look is not None)
    assert field.echoMode() == QLineEdit.EchoMode.Password


def test_a_wrong_password_is_told_of_this_copy_and_stays(asked, qtbot, hands):
    typed(asked, "another word", "This is not the password of this copy.", qtbot, hands)


def test_missing_keys_are_told_by_their_name_beside_the_copy(asked, copy, qtbot, hands):
    keys = copy.with_suffix(".keys.json")
    keys.unlink()
    typed(asked, "our long word", f"The file {keys.name} is missing", qtbot, hands)
    assert "keys.json in" not in said_on(hands, asked)


def test_one_can_move_past_a_locked_copy_in_the_list(safe, opened, copy, qtbot, hands):
    make_a_copy(safe, qtbot)
    folder = safe.journal.folder / "backups"
    shutil.copy(copy, folder / "00000000-20260101T120000Z.hj")
    dialog = opened()
    qtbot.waitUntil(lambda: idle(safe) and dialog.look.look is not None)
    hands.press(Qt.Key.Key_Down)
    assert dialog.focusWidget() is dialog.list  # also while it is read
    qtbot.waitUntil(lambda: idle(safe) and dialog.look.password.isVisible())
    assert dialog.focusWidget() is dialog.list
    dialog.look.password.setText("for this one alone")
    hands.press(Qt.Key.Key_Up)
    qtbot.waitUntil(lambda: idle(safe) and dialog.look.look is not None)
    hands.press(Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: idle(safe) and dialog.look.password.isVisible())
    assert dialog.look.password.text() == ""
    dialog.reject()


@pytest.mark.measured
def test_the_list_says_what_opens_with_an_earlier_password(safe, opened, copy, qtbot):
    make_a_copy(safe, qtbot)
    folder = safe.journal.folder / "backups"
    shutil.copy(copy, folder / "00000000-20260101T120000Z.hj")
    dialog = opened()
    first, second = (dialog.list.item(row).text() for row in range(2))
    assert "password" not in first
    assert second.startswith("Thursday, January 1, 2026 at ")
    assert second.endswith(" · opens with an earlier password")
    dialog.reject()


def test_copies_of_one_minute_and_chosen_files_are_told_by_more_than_their_file(
    safe, opened, copy, qtbot, tmp_path
):
    made = safe.journal.safe.backups.make().path
    shutil.copy(made, made.with_name(f"00000007{made.name[8:]}"))
    dialog = opened()
    lines = [dialog.list.item(row).text() for row in range(2)]
    assert [line.rpartition(" · ")[2] for line in lines] == ["number 7", "number 1"]
    dialog.show_file(copy)
    there = dialog.list.item(2).text()
    assert there.startswith(lines[0].partition(" · ")[0][:8])
    assert there.endswith(" · a file that you chose · opens with another password")
    shutil.copy(copy, tmp_path / "from the stick.hj")
    dialog.show_file(tmp_path / "from the stick.hj")
    assert dialog.list.item(3).text() == "from the stick.hj"
    dialog.reject()


def test_a_file_of_keys_is_told_apart_from_its_copy(safe, opened, copy, qtbot, hands):
    dialog = opened()
    dialog.show_file(copy.with_suffix(".keys.json"))
    said = f"Choose that one: {copy.name}."
    qtbot.waitUntil(lambda: said in said_on(hands, dialog))
    assert not dialog.look.password.isVisible()
    dialog.reject()
