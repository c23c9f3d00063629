"""The card on the password: step by step to one, another one, the sheet, and none again."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication, QLabel

from homejournal.services.safe.unlocking import key_by_password
from homejournal.storage.file.file_encryption import is_encrypted
from homejournal.ui.base.second_place import choose_place
from homejournal.ui.safe.password.card import ChangePasswordDialog, RemovePasswordDialog
from homejournal.ui.safe.password.lock import lock_after, locking_of
from homejournal.ui.safe.password.recovery_sheet_dialog import RecoverySheetDialog
from homejournal.ui.safe.password.set_dialog import SetPasswordDialog
from tests.ui.keyrings import keyring_here, keyring_that_refuses
from tests.ui.safe.password.password_steps import TYPED, dialog_of, encrypted, to_the_groups

__all__ = ["keyring_here", "keyring_that_refuses"]

Key = Qt.Key


@pytest.fixture
def window(three, open_window):
    return open_window(three.journal, page="safe", place="password")


@pytest.fixture
def with_password(three, open_window, qtbot):
    service = three.journal.safe.password
    service.finish(service.prepare_on(service.new_key(), TYPED))
    made = open_window(three.journal)
    qtbot.waitUntil(lambda: not made.is_busy)
    made.open_page("safe", "password")
    return made


def card(window):
    return window.page.cards["password"]


def begun(window):
    card(window).set.click()
    return dialog_of(SetPasswordDialog)


def gone():
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


class TestOn:
    def test_without_one_there_is_one_sentence_and_one_button(self, window):
        shown = [card(window).set, card(window).lock, card(window).change, card(window).off]
        assert [one.isVisible() for one in shown] == [True, False, False, False]
        assert "None" in card(window).state.text()

    def test_step_by_step_to_an_encrypted_journal(self, window, qtbot):
        dialog = begun(window)
        assert [one.isVisible() for one in (dialog.next, dialog.copies.does)] == [True, False]
        encrypted(dialog, to_the_groups(dialog, qtbot), qtbot)
        assert [one.isVisible() for one in (dialog.next, dialog.copies.does)] == [False, True]
        assert window.journal.safe.is_encrypted
        assert "1 copy" in dialog.copies._said.text()
        dialog.copies.encrypt.click()
        qtbot.waitUntil(lambda: not dialog.work.is_busy)
        assert "is encrypted" in dialog.copies._said.text()
        assert window.journal.safe.plain_copies.found() == []
        dialog.copies.leave.click()
        assert not card(window).lock.isHidden()
        assert "checked on" in card(window).state.text()
        key_by_password(window.journal.folder, TYPED)

    def test_copies_that_were_left_can_be_encrypted_later(self, window, qtbot):
        dialog = begun(window)
        encrypted(dialog, to_the_groups(dialog, qtbot), qtbot)
        dialog.copies.leave.click()
        assert not card(window).copies.isHidden()
        card(window).copies.click()
        qtbot.waitUntil(card(window).copies.isHidden, timeout=20_000)
        assert window.journal.safe.plain_copies.found() == []

    def test_it_can_be_opened_here_without_asking_from_the_first_step_on(
        self, keyring_here, window, qtbot
    ):
        dialog = begun(window)
        assert not dialog.choose.here.choice.isChecked()
        dialog.choose.here.choice.click()
        encrypted(dialog, to_the_groups(dialog, qtbot), qtbot)
        assert window.journal.safe.password.is_remembered_here
        assert dialog.notice.isHidden()
        dialog.copies.leave.click()
        assert card(window).here.isChecked()

    def test_a_keyring_that_refuses_is_told_and_the_journal_is_encrypted(
        self, keyring_that_refuses, window, qtbot
    ):
        dialog = begun(window)
        dialog.choose.here.choice.click()
        encrypted(dialog, to_the_groups(dialog, qtbot), qtbot)
        assert window.journal.safe.is_encrypted
        assert "did not take it" in dialog.notice.text()
        assert not dialog.notice.isHidden()
        dialog.copies.leave.click()

    def test_without_a_keyring_nothing_is_said_of_it(self, window):
        dialog = begun(window)
        assert dialog.choose.here.isHidden()
        dialog.reject()

    def test_the_copies_from_before_can_be_deleted(self, window, qtbot):
        dialog = begun(window)
        encrypted(dialog, to_the_groups(dialog, qtbot), qtbot)
        dialog.copies.drop.click()
        (fresh,) = window.journal.safe.backups.here()
        assert is_encrypted(fresh.path)
        dialog.copies.leave.click()

    @pytest.mark.measured
    def test_a_password_that_is_not_typed_twice_goes_no_further(self, window):
        dialog = begun(window)
        dialog.choose.new.first.setText("short")
        dialog.next.click()
        assert "at least 6" in dialog.choose.new.first.accessibleDescription()
        shown = [label.text() for label in dialog.choose.findChildren(QLabel) if label.isVisible()]
        assert sum("at least 6" in one for one in shown) == 1
        dialog.choose.new.first.setText(TYPED)
        dialog.choose.new.again.setText("something else")
        dialog.next.click()
        assert "not the same" in dialog.choose.new.again.accessibleDescription()
        assert not dialog.choose.isHidden()
        dialog.reject()

    def test_without_a_look_at_the_sheet_it_goes_no_further(self, window):
        dialog = begun(window)
        dialog.choose.new.first.setText(TYPED)
        dialog.choose.new.again.setText(TYPED)
        dialog.next.click()
        dialog.next.click()
        assert not dialog.sheet.isHidden()
        assert "first" in dialog.sheet._problem.text()
        dialog.back.click()
        assert not dialog.choose.isHidden()
        dialog.reject()
        assert dialog.choose.new.first.text() == ""

    def test_wrong_groups_are_named_and_nothing_is_encrypted(self, window, qtbot):
        dialog = begun(window)
        groups = to_the_groups(dialog, qtbot)
        dialog.type_in.fields[1].setText(groups[dialog.type_in.numbers[1] - 1])
        dialog.type_in.fields[0].setText("XXXX")
        dialog.next.click()
        said = dialog.type_in.fields[0].accessibleDescription()
        assert f"Group {dialog.type_in.numbers[0]} " in said
        assert not window.journal.safe.is_encrypted
        dialog.reject()

    @pytest.mark.measured
    def test_what_stands_in_the_way_is_told_and_the_journal_is_as_it_was(
        self, window, qtbot, monkeypatch
    ):
        def refused(*_paths):
            raise PermissionError(13, "Permission denied")

        dialog = begun(window)
        groups = to_the_groups(dialog, qtbot)
        monkeypatch.setattr("homejournal.storage.keys.encrypting.put_in_place", refused)
        for number, field in zip(dialog.type_in.numbers, dialog.type_in.fields, strict=True):
            field.setText(groups[number - 1])
        dialog.next.click()
        qtbot.waitUntil(lambda: not dialog.notice.isHidden())
        assert not window.journal.safe.is_encrypted
        assert dialog.next.isEnabled()
        dialog.reject()


class TestWithOne:
    def test_keys_that_are_whole_nowhere_are_told_and_made_anew(self, with_password):
        folder = with_password.journal.folder
        for one in [folder / "keys.json", *folder.rglob("*.keys.json")]:
            one.unlink()
        with_password.page.refresh()
        assert "is lost or damaged" in card(with_password)._lost.text()
        card(with_password).change.click()
        dialog = dialog_of(ChangePasswordDialog)
        dialog.new.first.setText("toast seven river blanket")
        dialog.new.again.setText("toast seven river blanket")
        dialog.save()
        with_password.page.refresh()
        assert not card(with_password)._lost.isVisible()
        assert card(with_password).state.text().startswith("Set")
        gone()

    def test_a_lock_takes_away_what_was_typed_for_another_one(self, with_password):
        card(with_password).change.click()
        dialog = dialog_of(ChangePasswordDialog)
        dialog.new.first.setText("toast seven river blanket")
        locking_of(with_password).begins.emit()
        assert dialog.isHidden()
        assert dialog.new.first.text() == ""
        gone()

    def test_another_password(self, with_password):
        card(with_password).change.click()
        dialog = dialog_of(ChangePasswordDialog)
        dialog.save()
        dialog.new.first.setText("toast seven river blanket")
        dialog.new.again.setText("toast seven river blanket")
        dialog.save()
        assert with_password.journal.safe.password.is_right("toast seven river blanket")
        gone()

    def test_none_again_only_with_the_password(self, with_password, qtbot):
        card(with_password).off.click()
        dialog = dialog_of(RemovePasswordDialog)
        dialog.save()
        dialog.password.setText("something else")
        dialog.save()
        qtbot.waitUntil(lambda: "not the password" in dialog.password.accessibleDescription())
        assert with_password.journal.safe.is_encrypted
        dialog.password.setText(TYPED)
        dialog.save()
        qtbot.waitUntil(lambda: not with_password.journal.safe.is_encrypted, timeout=20_000)
        assert not card(with_password).set.isHidden()
        gone()

    def test_the_sheet_is_printed_again(self, with_password, qtbot):
        card(with_password).sheet.click()
        dialog = dialog_of(RecoverySheetDialog)
        qtbot.waitUntil(lambda: bool(dialog._pages), timeout=20_000)
        told = dialog.told(dialog.sheet())
        assert all(group in told for group in dialog.sheet().groups)
        dialog.reject()
        gone()

    def test_after_a_year_one_line_asks_for_the_sheet(self, with_password, clock):
        assert card(with_password).have_sheet.isHidden()
        clock.now = clock().replace(year=clock().year + 2)
        card(with_password).show_values()
        assert not card(with_password).have_sheet.isHidden()
        assert "still know" in card(with_password)._asked.text()
        card(with_password).have_sheet.click()
        assert card(with_password).have_sheet.isHidden()

    def test_when_it_locks_itself_is_chosen_here(self, with_password):
        after = card(with_password).after
        after.setCurrentIndex(after.values.index(15))
        assert lock_after(with_password.desk.preferences) == 15
        assert locking_of(with_password)._idle.isActive()
        after.setCurrentIndex(0)
        assert not locking_of(with_password)._idle.isActive()

    def test_a_computer_with_a_keyring_may_open_it_without_asking(
        self, keyring_here, with_password
    ):
        assert not card(with_password).here.isHidden()
        card(with_password).here.click()
        assert with_password.journal.safe.password.is_remembered_here
        card(with_password).here.click()
        assert keyring_here == {}

    def test_a_keyring_that_refuses_is_told(self, keyring_that_refuses, with_password):
        told = []
        card(with_password).tells.connect(told.append)
        card(with_password).here.click()
        assert not card(with_password).here.isChecked()
        assert told == ["The keyring of this computer did not take it."]

    def test_none_again_says_that_no_copies_go_elsewhere_then(self, with_password, tmp_path):
        choose_place(with_password.desk, tmp_path)
        card(with_password).off.click()
        dialog = dialog_of(RemovePasswordDialog)
        shown = [label.text() for label in dialog.findChildren(QLabel)]
        assert any(one.startswith("No new copies go to the second place") for one in shown)
        dialog.reject()
        gone()
