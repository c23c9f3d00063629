"""Two sheets of a family are told apart, each lies away from the copies; Enter does one thing."""

import tempfile
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel

from homejournal.domain.errors import DiskFullError
from homejournal.services.safe.copies.second_place import SecondPlace
from homejournal.ui.base.second_place import chosen_place
from homejournal.ui.safe.password.card import ChangePasswordDialog, RemovePasswordDialog
from homejournal.ui.safe.password.recovery_sheet_dialog import RecoverySheetDialog
from homejournal.ui.safe.password.set_dialog import SetPasswordDialog
from tests.services.passwords import set_password_only, take_password_away
from tests.ui.safe.password.password_steps import TYPED, dialog_of, encrypted, to_the_groups
from tests.ui.safe.safe_page import card, safe
from tests.ui.waiting import settle

__all__ = ["safe"]

Key = Qt.Key


@pytest.fixture(autouse=True)
def _gone_at_the_end(qapp):
    yield
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def another_disk(tmp_path):
    """A folder on another disk than that of the journal."""
    memory = Path("/dev/shm")  # noqa: S108 - nothing of it has to last
    if not memory.is_dir() or memory.stat().st_dev == tmp_path.stat().st_dev:
        pytest.skip("there is one disk alone here")
    with tempfile.TemporaryDirectory(dir=memory) as folder:
        yield Path(folder)


def sheets(window):
    return [dialog for dialog in window.findChildren(RecoverySheetDialog) if dialog.isVisible()]


def in_front(dialog, qtbot):
    """Let the keyboard come to a dialog; a desktop does so by itself."""
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)


def shown(dialog):
    return " ".join(label.text() for label in dialog.findChildren(QLabel) if label.isVisible())


def saved_to(dialog, file, qtbot):
    """Save the sheet as a file, and wait until something is said of it."""
    dialog.save_button.click()
    where = dialog.findChildren(QFileDialog)[-1]
    where.fileSelected.emit(str(file))
    where.reject()
    qtbot.waitUntil(dialog.notice.isVisible, timeout=20_000)


@pytest.fixture
def sheet(safe, qtbot):
    """The sheet of a journal with a password, on the screen."""
    set_password_only(safe.journal)
    safe.page.refresh()
    card(safe, "password").sheet.click()
    dialog = dialog_of(RecoverySheetDialog)
    qtbot.waitUntil(lambda: bool(dialog._pages), timeout=20_000)
    yield dialog
    dialog.reject()


class TestEnter:
    @pytest.mark.parametrize("field", ["first", "again"])
    def test_it_goes_to_the_next_step_and_no_further(self, safe, hands, qtbot, field):
        card(safe, "password").set.click()
        dialog = dialog_of(SetPasswordDialog)
        in_front(dialog, qtbot)
        dialog.choose.new.first.setText(TYPED)
        dialog.choose.new.again.setText(TYPED)
        getattr(dialog.choose.new, field).setFocus()
        hands.press(Key.Key_Return)
        assert not dialog.sheet.isHidden()
        assert dialog.focusWidget() is dialog.sheet.print
        assert sheets(safe) == []
        hands.press(Key.Key_Return)
        sheets(safe)[0].reject()
        dialog.reject()

    def test_without_a_password_it_says_what_is_missing(self, safe, hands, qtbot):
        set_password_only(safe.journal)
        safe.page.refresh()
        card(safe, "password").off.click()
        dialog = dialog_of(RemovePasswordDialog)
        in_front(dialog, qtbot)
        dialog.password.setFocus()
        hands.press(Key.Key_Return)
        said = "Type the password of this journal first."
        assert dialog.password.accessibleDescription() == said
        assert said in shown(dialog)
        assert dialog.focusWidget() is dialog.password
        dialog.reject()


class TestItsPlace:
    def test_a_sheet_is_not_saved_where_the_copies_lie(self, sheet, safe, qtbot, stick):
        card(safe).second.take(stick)
        settle(safe, qtbot, 20_000)
        assert chosen_place(safe.desk).chosen == stick
        saved_to(sheet, stick / "sheet.pdf", qtbot)
        assert "was not saved" in sheet.notice.text()
        assert not (stick / "sheet.pdf").exists()
        sheet.notice.button.click()
        assert sheet.findChildren(QFileDialog)[-1].isVisible()

    def test_nor_where_a_folder_waits_to_be_the_second_place(
        self, sheet, safe, qtbot, stick, monkeypatch
    ):
        def refused(_place):
            raise DiskFullError(stick)

        monkeypatch.setattr(SecondPlace, "begin", refused)
        card(safe).second.take(stick)
        saved_to(sheet, stick / "papers" / "sheet.pdf", qtbot)
        assert "was not saved" in sheet.notice.text()

    def test_nor_in_the_folder_of_the_journal(self, sheet, safe, qtbot):
        saved_to(sheet, safe.journal.folder / "sheet.pdf", qtbot)
        assert "was not saved" in sheet.notice.text()
        assert not (safe.journal.folder / "sheet.pdf").exists()

    def test_nor_elsewhere_on_the_stick_where_they_lie(self, sheet, safe, qtbot, another_disk):
        (another_disk / "copies").mkdir()
        card(safe).second.take(another_disk / "copies")
        settle(safe, qtbot, 20_000)
        (another_disk / "papers").mkdir()
        saved_to(sheet, another_disk / "papers" / "sheet.pdf", qtbot)
        assert "or on the same stick" in sheet.notice.text()
        assert list((another_disk / "papers").iterdir()) == []

    def test_anywhere_else_it_is(self, sheet, qtbot, tmp_path):
        (tmp_path / "own").mkdir()
        saved_to(sheet, tmp_path / "own" / "sheet.pdf", qtbot)
        assert "Saved as" in sheet.notice.text()
        assert (tmp_path / "own" / "sheet.pdf").read_bytes().startswith(b"%PDF")

    def test_the_words_beside_it_say_so(self, sheet):
        assert "Never on this disk or with the copies" in shown(sheet)


class TestTwoSheets:
    def test_the_sheet_and_the_card_have_the_same_number(self, sheet, safe):
        number = safe.journal.safe.earlier_keys.number
        assert sheet.sheet().number == number
        assert f"Sheet number {number}" in sheet.told(sheet.sheet())
        assert f"number {number}" in card(safe, "password")._number.text()

    def test_the_last_step_says_that_older_copies_need_the_sheet_of_before(
        self, safe, qtbot, stick
    ):
        set_password_only(safe.journal)
        first = safe.journal.safe.earlier_keys.number
        card(safe).second.take(stick)
        settle(safe, qtbot, 20_000)
        for backup in safe.journal.safe.backups.here():
            backup.path.unlink()
        take_password_away(safe.journal)
        safe.page.refresh()
        card(safe, "password").set.click()
        dialog = dialog_of(SetPasswordDialog)
        encrypted(dialog, to_the_groups(dialog, qtbot), qtbot)
        number = safe.journal.safe.earlier_keys.number
        earlier = dialog.copies._earlier
        assert earlier.isVisible()
        assert "the earlier password or recovery" in earlier.text()
        assert f"has number {number}. From before: {first}." in earlier.text()
        dialog.copies.leave.click()
        settle(safe, qtbot, 20_000)
        card(safe, "password").change.click()
        change = dialog_of(ChangePasswordDialog)
        assert "From before:" in shown(change)
        assert "The new password opens its copies" in shown(change)
        change.reject()

    def test_without_such_copies_nothing_is_said_of_them(self, safe, qtbot):
        card(safe, "password").set.click()
        dialog = dialog_of(SetPasswordDialog)
        encrypted(dialog, to_the_groups(dialog, qtbot), qtbot)
        assert not dialog.copies._earlier.isVisible()
        dialog.copies.leave.click()


class TestASecondPlace:
    def test_that_a_password_comes_first_is_said_before_one_is_chosen(self, safe):
        second = card(safe).second
        assert "the journal gets a password first" in second._said.text()
        set_password_only(safe.journal)
        second.show_values()
        assert "password" not in second._said.text()

    def test_the_folder_that_waits_is_named(self, safe, stick):
        second = card(safe).second
        second.take(stick)
        assert "waits for it" in second.needs.text()
        assert str(stick) in second.needs.text()
