"""What a full disk or lost keys refuse about the password is said, and no key stays behind."""

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QLabel

from homejournal.domain.errors import DiskError, DiskFullError
from homejournal.ui.safe.password.recovery_sheet_dialog import RecoverySheetDialog
from homejournal.ui.safe.password.set_dialog import SetPasswordDialog
from tests.services.passwords import set_password_only
from tests.ui.keyrings import keyring_here
from tests.ui.safe.password.password_steps import dialog_of, encrypted, to_the_groups
from tests.ui.safe.safe_page import card, safe

__all__ = ["keyring_here", "safe"]


@pytest.fixture
def with_password(safe):
    set_password_only(safe.journal)
    safe.page.refresh()
    return card(safe, "password")


@pytest.fixture
def full(monkeypatch):
    """Return what lets the disk be full from then on."""

    def refuse(file, _slots):
        raise DiskFullError(file.parent)

    def begin():
        monkeypatch.setattr("homejournal.services.safe.password.write_keys", refuse)

    return begin


def gone():
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def said_on(part):
    return [label.text() for label in part.findChildren(QLabel) if label.isVisible()]


def begun(window):
    card(window, "password").set.click()
    return dialog_of(SetPasswordDialog)


class TestOnTheCard:
    @pytest.mark.measured
    def test_a_full_disk_is_said_and_the_box_shows_what_is_true(
        self, keyring_here, with_password, full, announced
    ):
        full()
        with_password.here.click()
        assert not with_password.here.isChecked()
        (told,) = [one for one in announced if "is full" in one]
        assert told in said_on(with_password)
        assert "What you typed" not in told

    @pytest.mark.measured
    def test_lost_keys_are_said_when_they_are_to_be_remembered(
        self, keyring_here, safe, with_password
    ):
        (safe.journal.folder / "keys.json").unlink()
        with_password.here.click()
        assert not with_password.here.isChecked()
        assert any("keys.json" in one for one in said_on(with_password))
        with_password.show_values()
        assert not any("keys.json" in one for one in said_on(with_password))

    def test_a_full_disk_lets_the_box_stay_where_it_cannot_be_forgotten(
        self, keyring_here, safe, with_password, full
    ):
        with_password.here.click()
        full()
        with_password.here.click()
        assert any("is full" in one for one in said_on(with_password))
        assert with_password.here.isChecked() is safe.journal.safe.password.is_remembered_here

    def test_the_sheet_that_cannot_be_marked_is_said(self, with_password, full, clock):
        clock.now = clock().replace(year=clock().year + 2)
        with_password.show_values()
        full()
        with_password.have_sheet.click()
        assert any("is full" in one for one in said_on(with_password))
        assert with_password.have_sheet.isVisible()

    def test_the_keyboard_begins_at_what_is_offered(self, safe, with_password):
        safe.open_page("today")
        safe.open_page("safe", "password")
        assert safe.focusWidget() is with_password.lock


class TestInTheDialog:
    def test_a_full_disk_is_said_once_the_journal_is_encrypted(
        self, keyring_here, safe, qtbot, full
    ):
        dialog = begun(safe)
        dialog.choose.here.choice.click()
        groups = to_the_groups(dialog, qtbot)

        def too_late():
            full()

        dialog.copies.begin = too_late  # the last step begins: the journal is encrypted
        encrypted(dialog, groups, qtbot)
        assert dialog.notice.isVisible()
        assert "is full" in dialog.notice.text()
        assert safe.journal.safe.password.is_set
        assert not safe.journal.safe.password.is_remembered_here
        dialog.accept()

    def test_copies_that_cannot_be_deleted_are_said(self, safe, qtbot, monkeypatch):
        def refuse():
            raise DiskError(safe.journal.folder)

        dialog = begun(safe)
        encrypted(dialog, to_the_groups(dialog, qtbot), qtbot)
        monkeypatch.setattr(safe.journal.safe.plain_copies, "drop", refuse)
        dialog.copies.drop.click()
        assert dialog.notice.isVisible()
        assert "did not let homejournal" in dialog.notice.text()
        assert dialog.copies.drop.isVisible()
        dialog.accept()


class TestNoKeyStays:
    def test_once_the_journal_is_encrypted_the_dialog_knows_no_key(self, safe, qtbot):
        dialog = begun(safe)
        encrypted(dialog, to_the_groups(dialog, qtbot), qtbot)
        secret = safe.journal.safe.password.secret
        parts = (dialog, dialog.choose, dialog.sheet, dialog.type_in, dialog.copies)
        kept = [held for part in parts for held in vars(part).values() if isinstance(held, bytes)]
        assert not any(secret in one for one in kept)
        assert [field.text() for field in dialog.type_in.fields] == ["", ""]
        gone()
        assert dialog.findChildren(RecoverySheetDialog) == []
        dialog.accept()

    def test_a_closed_dialog_is_gone_whether_it_came_to_its_end_or_not(self, safe, qtbot):
        dialog = begun(safe)
        dialog.reject()
        gone()
        assert safe.findChildren(SetPasswordDialog) == []
        dialog = begun(safe)
        encrypted(dialog, to_the_groups(dialog, qtbot), qtbot)
        dialog.copies.leave.click()
        qtbot.waitUntil(lambda: safe.focusWidget() is card(safe, "password").lock)
        gone()
        assert safe.findChildren(SetPasswordDialog) == []
