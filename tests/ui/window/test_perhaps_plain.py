"""A journal whose file is noise, with plain copies and no locked keys: nothing is asked for."""

import os
from uuid import uuid4

import pytest
from PySide6.QtWidgets import QApplication, QPushButton
from shiboken6 import isValid

from homejournal.app import clock_of
from homejournal.domain.safe.passwords import groups_of
from homejournal.services.opening import open_journal
from homejournal.services.safe.unlocking import key_copies
from homejournal.storage.file.file_encryption import begins_plain
from homejournal.storage.keys.keys_file import read_keys, secret_of
from homejournal.ui.safe.repair import RepairDialog
from tests.services.passwords import set_password
from tests.ui.window.programs import (
    SUNDAY,
    copied_family,
    first_window,
    opening_dialog,
    opening_dialogs,
)


@pytest.fixture
def folder(tmp_path):
    """The folder of a family with a plain copy."""
    folder = tmp_path / "all" / "journal"
    copied_family(folder)
    return folder


@pytest.fixture
def noise(folder):
    """The same, with noise in the place of the file."""
    file = folder / "journal.hj"
    file.write_bytes(os.urandom(file.stat().st_size))
    return folder


def locked(folder):
    """Give the journal a password; return its key. A plain copy from before stays."""
    journal = open_journal(folder, clock=clock_of(SUNDAY), device=uuid4())
    set_password(journal)
    key = journal._store.key
    journal.close()
    for copy in (folder / "backups").glob("*.hj"):
        if not begins_plain(copy):
            copy.unlink()
    return key


def press(dialog, hands, words):
    hands.click(hands.named(dialog, QPushButton, words))


def test_it_is_told_at_once_with_the_repair(run, noise, qtbot, hands):
    program = run()
    assert program.begun
    assert program._unlock is None
    dialog = opening_dialog(qtbot)
    assert dialog.windowTitle() == "The journal could not be opened"
    assert "its copies have no password" in dialog.text()
    press(dialog, hands, "See what can be saved…")
    qtbot.waitUntil(lambda: opening_dialogs() == [])
    (mending,) = (
        widget for widget in QApplication.topLevelWidgets() if isinstance(widget, RepairDialog)
    )
    assert not mending.password.isVisible()
    mending.begin.click()
    qtbot.waitUntil(mending.accept_button.isVisible, timeout=20_000)
    mending.accept_button.click()
    assert first_window(program, qtbot).journal.family().children


def test_one_that_had_a_password_opens_with_its_sheet(run, folder, qtbot, hands):
    key = locked(folder)
    (folder / "keys.json").unlink()
    program = run()
    press(opening_dialog(qtbot), hands, "I have the recovery sheet")
    qtbot.waitUntil(lambda: program._unlock is not None)
    form = program._unlock.form
    qtbot.waitUntil(lambda: not form._busy)
    assert not form.by_sheet.isHidden()
    form.by_sheet.letters.setPlainText(" ".join(groups_of(secret_of(key))))
    form.by_sheet.go_on.click()
    qtbot.waitUntil(lambda: not form.after_sheet.isHidden())
    form.after_sheet.later.click()
    assert first_window(program, qtbot).journal.safe.is_encrypted
    assert program._unlock is None


def test_where_this_computer_kept_the_locked_keys_the_password_is_asked_for(run, folder, tmp_path):
    locked(folder)
    key_copies(tmp_path / "all" / "settings").keep(read_keys(folder / "keys.json"))
    (folder / "keys.json").unlink()
    program = run()
    assert program._unlock is not None
    assert opening_dialogs() == []


def test_chosen_in_the_window_that_asks_it_is_told_instead(run, noise, tmp_path, qtbot):
    other = tmp_path / "other"
    copied_family(other)
    locked(other)
    program = run(other)
    small = program._unlock
    small.folder_chosen.emit(noise, False)
    assert "its copies have no password" in opening_dialog(qtbot).text()
    assert program._unlock is None
    qtbot.waitUntil(lambda: not isValid(small))
