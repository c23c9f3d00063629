"""The small window where the file of the journal is damaged: it leads to the repair."""

import os
import shutil
from uuid import uuid4

import pytest
from shiboken6 import isValid

from homejournal.app import clock_of
from homejournal.domain.safe.passwords import groups_of
from homejournal.services.opening import open_journal
from homejournal.storage.keys.keys_file import secret_of
from homejournal.ui.safe.repair import RepairDialog
from homejournal.ui.widgets.fields.form import row_of
from tests.ui.keyrings import keyring_here
from tests.ui.window.programs import opening_dialog
from tests.ui.window.unlocking import (
    SUNDAY,
    TYPED,
    Key,
    asked,
    key,
    opened,
    run,
    type_password,
)

__all__ = ["key", "keyring_here", "run"]


def look_at_the_repair(program, dialog, qtbot):
    """Go from the dialog of a journal that does not open to what can be saved, and leave it."""
    dialog.repair_wanted.emit()
    mending = program._unopened._answer
    mending.begin.click()
    qtbot.waitUntil(mending.accept_button.isVisible, timeout=20_000)
    mending.reject()
    dialog.reject()


class TestDamage:
    """What opens the journal opens nothing of its file, and copies lie there."""

    @pytest.fixture
    def file(self, key, tmp_path):
        """The file of the journal; a locked copy of it lies there, too."""
        folder = tmp_path / "all" / "journal"
        journal = open_journal(folder, clock=clock_of(SUNDAY), device=uuid4(), key=key)
        journal.safe.backups.make()
        journal.close()
        return folder / "journal.hj"

    def repaired(self, small, program, qtbot):
        """Press for the repair, and go through it without typing anything."""
        assert small.form.notice.button.text() == "See what can be saved…"
        small.form.notice.button.click()
        dialog = small.findChild(RepairDialog)
        dialog.begin.click()
        qtbot.waitUntil(dialog.accept_button.isVisible, timeout=20_000)
        dialog.accept_button.click()
        qtbot.waitUntil(lambda: not isValid(small), timeout=10_000)
        return program._unlock

    @pytest.mark.parametrize("all_noise", [False, True])
    @pytest.mark.parametrize("by_sheet", [False, True])
    def test_it_is_told_as_such_and_the_repair_needs_nothing_more(
        self, run, file, key, qtbot, hands, all_noise, by_sheet
    ):
        size = file.stat().st_size
        file.write_bytes(os.urandom(size) if all_noise else bytes(size))
        program, small = run()
        form = asked(small, qtbot)
        if by_sheet:
            form.by_password.with_sheet.click()
            form.by_sheet.letters.setPlainText(" ".join(groups_of(secret_of(key))))
            form.by_sheet.go_on.click()
            qtbot.waitUntil(lambda: not form._busy)
        else:
            type_password(form, hands, qtbot, TYPED)
        words = form.notice.text()
        assert "is damaged" in words
        assert ("or it belongs to another journal" in words) == all_noise
        again = self.repaired(small, program, qtbot)
        if by_sheet:  # whoever typed it perhaps forgot the password
            assert again.form.notice.text() == "The repaired journal is in place."
            assert not again.form.after_sheet.isHidden()
            again.form.after_sheet.later.click()
        assert opened(program, qtbot).journal.family().children
        assert program._unlock is None

    def test_after_letters_that_open_nothing_the_keyboard_stays_with_them(
        self, run, file, qtbot, hands
    ):
        file.write_bytes(os.urandom(file.stat().st_size))
        shutil.rmtree(file.parent / "backups")
        _program, small = run()
        form = asked(small, qtbot)
        form.by_password.with_sheet.click()
        form.by_sheet.letters.setPlainText(" ".join(groups_of(bytes(range(32)))))
        form.by_sheet.go_on.setFocus()
        hands.press(Key.Key_Space)
        qtbot.waitUntil(lambda: not form._busy)
        assert "opens nothing of the journal" in form.notice.text()
        qtbot.waitUntil(lambda: small.focusWidget() is form.by_sheet.letters)

    def test_a_slip_before_the_repair_can_be_typed_anew(self, run, file, qtbot, hands):
        file.write_bytes(os.urandom(file.stat().st_size))
        shutil.rmtree(file.parent / "backups")
        _program, small = run()
        type_password(asked(small, qtbot), hands, qtbot, "something else")
        assert "opens nothing of the journal" in small.form.notice.text()
        small.form.notice.button.click()
        dialog = small.findChild(RepairDialog)
        assert dialog.password.isVisible()
        assert dialog.password.text() == "something else"
        dialog.begin.click()
        qtbot.waitUntil(dialog.begin.isEnabled, timeout=10_000)
        dialog.password.setText(TYPED)
        dialog.reject()

    def test_what_was_said_goes_with_the_next_try(self, run, file, qtbot, hands):
        file.write_bytes(bytes(file.stat().st_size))
        _program, small = run()
        form = asked(small, qtbot)
        type_password(form, hands, qtbot, TYPED)
        assert not form.notice.isHidden()
        type_password(form, hands, qtbot, "something else")
        assert form.notice.isHidden()
        assert "not the password of this journal" in row_of(form.by_password.password).problem()

    def test_half_a_file_leads_to_a_repair_that_has_the_key(self, run, file, qtbot, hands):
        data = file.read_bytes()
        file.write_bytes(data[: len(data) // 2])
        program, small = run()
        type_password(asked(small, qtbot), hands, qtbot, TYPED)
        dialog = opening_dialog(qtbot)
        look_at_the_repair(program, dialog, qtbot)

    def test_a_computer_that_remembers_finds_the_repair_too(
        self, run, file, keyring_here, key, qtbot
    ):
        journal = open_journal(file.parent, clock=clock_of(SUNDAY), device=uuid4(), key=key)
        assert journal.safe.password.remember_here()
        journal.close()
        file.write_bytes(os.urandom(file.stat().st_size))
        program, _small = run()
        dialog = opening_dialog(qtbot)
        assert "Copies of your journal are in" in dialog.text()
        look_at_the_repair(program, dialog, qtbot)

    def test_another_journals_key_that_is_remembered_does_not_stand_in_the_way(
        self, run, file, keyring_here, key, qtbot
    ):
        journal = open_journal(file.parent, clock=clock_of(SUNDAY), device=uuid4(), key=key)
        assert journal.safe.password.remember_here()
        journal.close()
        shutil.rmtree(file.parent / "backups")
        file.write_bytes(os.urandom(file.stat().st_size))
        program, small = run()
        asked(small, qtbot)
        assert program._windows == []
        assert small.isVisible()

    def test_what_no_locked_keys_answer_to_is_not_taken_along(self, run, file, qtbot, hands):
        for keys in file.parent.rglob("*keys.json"):
            keys.unlink()
        _program, small = run()
        form = asked(small, qtbot)
        type_password(form, hands, qtbot, TYPED)
        assert "keys.json in" in form.notice.text()
        form.notice.button.click()
        dialog = small.findChild(RepairDialog)
        assert not dialog.password.isVisible()
        dialog.reject()
