"""What the window of a repair asks for: it can be shown, and nothing that is known is asked."""

from uuid import uuid4

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from homejournal.domain.errors import DiskFullError
from homejournal.services.opening import open_journal
from homejournal.services.safe.unlocking import key_by_password
from homejournal.storage.file.file_encryption import PLAIN, begins_plain
from tests.damages import lose_heads
from tests.journal_fixtures import journals
from tests.services.copied import a_family, texts_in
from tests.services.passwords import TYPED, set_password
from tests.ui.keyrings import keyring_here
from tests.ui.safe.test_repair_dialog import folder, opened, said

__all__ = ["folder", "journals", "keyring_here", "opened"]


@pytest.fixture
def locked(journals):
    """A closed journal with a password; its file begins like a plain one, and nothing reads."""
    journal = journals.new()
    notes = a_family(journal)
    set_password(journal)
    journal.safe.backups.make()
    key = journal._store.key
    journal.close()
    (journal.folder / "journal.hj").write_bytes(PLAIN + bytes(8192))
    return journal.folder, {note.text for note in notes}, key


def asks(dialog, qtbot):
    dialog.begin.click()
    qtbot.waitUntil(dialog.password.isVisible, timeout=10_000)


def test_what_is_typed_can_be_shown_and_is_hidden_for_the_next(opened, locked, qtbot):
    dialog = opened(locked[0])
    assert not dialog.shown.isVisible()
    asks(dialog, qtbot)
    assert dialog.shown.text() == "Show"
    assert dialog.shown.accessibleName() == "Show what I type"
    assert dialog.password.echoMode() is QLineEdit.EchoMode.Password
    dialog.shown.click()
    assert dialog.password.echoMode() is QLineEdit.EchoMode.Normal
    dialog.password.setText(TYPED)
    qtbot.keyClick(dialog.password, Qt.Key.Key_Return)
    qtbot.waitUntil(dialog.accept_button.isVisible, timeout=10_000)
    assert not dialog.shown.isVisible()
    assert dialog.password.text() == ""
    assert dialog.password.echoMode() is QLineEdit.EchoMode.Password


def test_the_password_repairs_a_file_that_begins_like_a_plain_one(opened, locked, journals, qtbot):
    folder, notes, key = locked
    dialog = opened(folder)
    asks(dialog, qtbot)
    dialog.password.setText(TYPED)
    dialog.begin.click()
    qtbot.waitUntil(dialog.accept_button.isVisible, timeout=10_000)
    dialog.accept_button.click()
    assert not begins_plain(folder / "journal.hj")
    assert key_by_password(folder, TYPED) == key
    found = open_journal(folder, clock=journals.clock, device=uuid4(), key=key)
    journals.opened.append(found)
    assert texts_in(found) == notes


def test_a_keyring_that_opens_it_is_enough(opened, locked, journals, keyring_here, qtbot):
    folder, _notes, key = locked
    bare = (folder / "journal.hj").read_bytes()
    dialog = opened(folder)
    asks(dialog, qtbot)
    dialog.password.setText(TYPED)
    dialog.begin.click()
    qtbot.waitUntil(dialog.accept_button.isVisible, timeout=10_000)
    dialog.accept_button.click()
    journal = open_journal(folder, clock=journals.clock, device=uuid4(), key=key)
    assert journal.safe.password.remember_here()
    journal.close()
    (folder / "journal.hj").write_bytes(bare)
    again = opened(folder)
    again.begin.click()
    qtbot.waitUntil(again.accept_button.isVisible, timeout=10_000)
    assert not again.password.isVisible()


def test_after_a_wrong_password_nobody_may_still_have_it(opened, journals, hands, qtbot):
    journal = journals.new()
    a_family(journal)
    journal.safe.backups.make()  # one from before the password
    set_password(journal)
    journal.close()
    (journal.folder / "journal.hj").write_bytes(b"")
    dialog = opened(journal.folder)
    asks(dialog, qtbot)
    qtbot.waitUntil(dialog.choice.nobody.isVisible)
    dialog.password.setText("no word of ours")
    dialog.begin.click()
    qtbot.waitUntil(lambda: "not the password" in said(dialog, hands), timeout=10_000)
    assert dialog.choice.nobody.isVisible()
    qtbot.waitUntil(lambda: "If nobody has it any more" in said(dialog, hands))


def test_where_the_disk_is_full_at_the_end_it_can_be_tried_anew(
    opened, folder, hands, qtbot, monkeypatch
):
    lose_heads(folder)
    dialog = opened(folder)
    dialog.begin.click()
    qtbot.waitUntil(dialog.accept_button.isVisible, timeout=10_000)

    def refuse(*_told):
        raise DiskFullError(folder)

    with monkeypatch.context() as full:
        full.setattr("homejournal.storage.rebuilding.put_repaired", refuse)
        dialog.accept_button.click()
    qtbot.waitUntil(lambda: "is full" in said(dialog, hands))
    assert not dialog.accept_button.isVisible()
    assert dialog.begin.isVisible()
    dialog.begin.click()
    qtbot.waitUntil(dialog.accept_button.isVisible, timeout=10_000)
    with qtbot.waitSignal(dialog.repaired):
        dialog.accept_button.click()
    assert list((folder / "quarantine").rglob("journal.hj"))
