"""Journals that do not open: what is said, where it leads, and that what was said is gone then."""

import shutil
from uuid import uuid4

import pytest
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QPushButton

from homejournal.app import clock_of
from homejournal.services.opening import open_journal
from homejournal.services.safe.unlocking import key_by_password
from homejournal.ui.base.preferences import Preferences
from homejournal.ui.safe.repair import RepairDialog
from tests.services.passwords import TYPED, set_password_only
from tests.ui.window.programs import (
    SUNDAY,
    copied_family,
    first_window,
    opening_dialog,
    opening_dialogs,
)


def test_a_folder_without_a_journal_is_told_and_a_new_one_offered(run, qtbot, hands, tmp_path):
    program = run(tmp_path / "nowhere")
    assert program.begun
    dialog = opening_dialog(qtbot)
    assert "There is no journal in" in dialog.text()
    hands.click(hands.named(dialog, QPushButton, "Start a new journal there"))
    window = first_window(program, qtbot)
    assert window.journal.folder == tmp_path / "nowhere"
    assert opening_dialogs() == []


def test_another_folder_is_opened_instead_of_one_without_a_journal(run, qtbot, hands, tmp_path):
    copied_family(tmp_path / "there")
    program = run(tmp_path / "nowhere")
    hands.click(hands.named(opening_dialog(qtbot), QPushButton, "Choose another folder…"))
    qtbot.waitUntil(lambda: opening_dialogs() == [])
    (choice,) = (one for one in QApplication.topLevelWidgets() if isinstance(one, QFileDialog))
    choice.findChild(QLineEdit).setText(str(tmp_path / "there"))
    choice.accept()
    window = first_window(program, qtbot)
    assert window.journal.folder == tmp_path / "there"


def test_a_file_that_is_no_journal_is_told_and_left_alone(run, qtbot, tmp_path):
    folder = tmp_path / "letters"
    folder.mkdir()
    (folder / "journal.hj").write_bytes(b"Dear diary")
    program = run(folder)
    dialog = opening_dialog(qtbot)
    assert program._windows == []
    assert "is not a homejournal journal" in dialog.text()
    assert (folder / "journal.hj").read_bytes() == b"Dear diary"
    dialog.reject()
    qtbot.waitUntil(lambda: opening_dialogs() == [])


@pytest.mark.measured
def test_a_journal_that_is_gone_comes_back_from_its_copy_and_no_empty_one_is_begun(
    run, qtbot, hands, tmp_path
):
    folder = tmp_path / "all" / "journal"
    child = copied_family(folder)
    (folder / "journal.hj").unlink()
    program = run()
    hands.click(hands.named(opening_dialog(qtbot), QPushButton, "See what can be saved…"))
    qtbot.waitUntil(lambda: opening_dialogs() == [])
    (dialog,) = (one for one in QApplication.topLevelWidgets() if isinstance(one, RepairDialog))
    dialog.begin.click()
    qtbot.waitUntil(dialog.accept_button.isVisible, timeout=10_000)
    dialog.accept_button.click()
    window = first_window(program, qtbot)
    assert list(window.journal.family().children) == [child]


def lost_but_for_the_stick(folder, stick, preferences):
    """Make a locked family of which only a copy on a stick is left, which is remembered."""
    child = copied_family(folder)
    journal = open_journal(folder, clock=clock_of(SUNDAY), device=uuid4())
    set_password_only(journal)
    stick.mkdir()
    place = journal.safe.backups.second_place(stick)
    place.begin()
    place.take(journal.safe.backups.make())
    remembered = Preferences(preferences)
    remembered.remember(f"second_place/{journal.settings.id}", str(stick))
    remembered.save()
    journal.close()
    (folder / "journal.hj").write_bytes(b"")
    shutil.rmtree(folder / "backups")
    return child


def test_what_this_computer_remembers_is_looked_at_where_the_journal_does_not_open(
    run, qtbot, hands, tmp_path
):
    folder = tmp_path / "all" / "journal"
    settings = tmp_path / "all" / "settings"
    child = lost_but_for_the_stick(folder, tmp_path / "stick", settings / "window.ini")
    program = run()
    hands.click(hands.named(opening_dialog(qtbot), QPushButton, "See what can be saved…"))
    qtbot.waitUntil(lambda: opening_dialogs() == [])
    (dialog,) = (one for one in QApplication.topLevelWidgets() if isinstance(one, RepairDialog))
    dialog.begin.click()
    qtbot.waitUntil(dialog.password.isVisible)
    dialog.password.setText(TYPED)
    dialog.begin.click()
    qtbot.waitUntil(dialog.accept_button.isVisible, timeout=10_000)
    qtbot.waitUntil(lambda: "The copy of" in " ".join(hands.texts(dialog)))
    dialog.accept_button.click()
    window = first_window(program, qtbot)  # with the password that was just given
    assert window.journal.safe.is_encrypted
    assert list(window.journal.family().children) == [child]
    assert program._unlock is None
    assert key_by_password(folder, TYPED)
