"""The password is taken away: in whatever way that ends before its end, nothing plain stays."""

import threading

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication

from homejournal.domain.errors import DiskError
from homejournal.storage.file.file_encryption import begins_plain, is_encrypted
from homejournal.ui.hiding import Hiding
from homejournal.ui.safe.password.card import RemovePasswordDialog
from homejournal.ui.safe.password.lock import locking_of
from homejournal.ui.safe.password.recovery_sheet_dialog import RecoverySheetDialog
from tests.services.passwords import TYPED, set_password_only
from tests.ui.hiding.hidden import visible
from tests.ui.safe.password.password_steps import dialog_of
from tests.ui.safe.safe_page import card, safe
from tests.ui.waiting import settle

__all__ = ["safe"]


@pytest.fixture(autouse=True)
def _unlocked_at_the_end(qapp):
    yield
    Hiding.here().unlock()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture(autouse=True)
def _with_password(safe):
    set_password_only(safe.journal)
    safe.page.refresh()


@pytest.fixture
def long_work(safe):
    """Let other work go on after all that is asked for until now; `set` ends it."""
    end = threading.Event()

    class Heard(QObject):
        def take(self, _answer):
            pass

    safe.heard = Heard()

    def begin():
        safe.desk.worker.start(lambda _task: end.wait(60), safe.heard.take, safe.heard.take)
        return end

    yield begin
    end.set()


def begun(window):
    """Type the password, and let it be taken away."""
    card(window, "password").off.click()
    dialog = dialog_of(RemovePasswordDialog)
    dialog.password.setFocus()
    dialog.password.setText(TYPED)
    dialog.save()
    return dialog


def waiting(window, qtbot, long_work):
    """Let it be taken away, up to where that waits for other work."""
    dialog = begun(window)
    end = long_work()
    turned = window.journal.folder / "journal.turned"
    qtbot.waitUntil(turned.exists, timeout=20_000)
    qtbot.wait(100)
    return dialog, end


def plain_files(window):
    files = (path for path in window.journal.folder.iterdir() if path.is_file())
    return [file.name for file in files if file.stat().st_size and begins_plain(file)]


def cancel(dialog):
    dialog.reject()


def close(dialog):
    dialog.close()


def stop(dialog):
    dialog.work.stop.click()
    assert dialog.isVisible()
    dialog.password.clear()
    dialog.reject()


def lock(dialog):
    locking_of(dialog.parentWidget()).lock()


WAYS = pytest.mark.parametrize("leave", [cancel, close, stop, lock])


@WAYS
def test_left_while_the_journal_is_written_nothing_plain_stays(safe, qtbot, leave):
    dialog = begun(safe)
    leave(dialog)
    assert not dialog.isVisible()
    settle(safe, qtbot)
    assert plain_files(safe) == []
    assert is_encrypted(safe.journal.folder / "journal.hj")
    assert safe.journal.safe.password.is_set


@WAYS
def test_left_while_it_waits_nothing_plain_stays(safe, qtbot, long_work, leave):
    dialog, end = waiting(safe, qtbot, long_work)
    assert plain_files(safe) == ["journal.turned"]
    leave(dialog)
    assert not dialog.isVisible()
    end.set()
    settle(safe, qtbot)
    assert plain_files(safe) == []
    assert is_encrypted(safe.journal.folder / "journal.hj")


@pytest.mark.measured
def test_the_window_closed_while_it_waits_leaves_nothing_plain(safe, qtbot, long_work):
    _dialog, end = waiting(safe, qtbot, long_work)
    end.set()
    safe.close()
    assert plain_files(safe) == []


def test_what_refuses_in_the_last_moment_leaves_nothing_plain(safe, qtbot, monkeypatch):
    def refuse(folder, _made):
        raise DiskError(folder.path)

    with monkeypatch.context() as patched:
        patched.setattr("homejournal.storage.keys.encrypting.put_rekeyed_in_place", refuse)
        dialog = begun(safe)
        qtbot.waitUntil(dialog._notice.isVisible, timeout=20_000)
    settle(safe, qtbot)
    assert plain_files(safe) == []
    assert is_encrypted(safe.journal.folder / "journal.hj")
    dialog.save()
    qtbot.waitUntil(lambda: not safe.journal.safe.password.is_set, timeout=20_000)


def test_the_keyboard_is_at_a_button_while_it_works_and_comes_back(safe, qtbot):
    dialog = begun(safe)
    assert dialog.focusWidget() is dialog.work.stop
    assert not dialog.work.stop.visibleRegion().isEmpty()
    assert dialog.work.stop.visibleRegion().boundingRect() == dialog.work.stop.rect()
    dialog.work.stop.click()
    qtbot.waitUntil(lambda: dialog.focusWidget() is dialog.password)
    settle(safe, qtbot)
    assert safe.journal.safe.password.is_set
    dialog.save()
    qtbot.waitUntil(lambda: not safe.journal.safe.password.is_set, timeout=20_000)
    qtbot.waitUntil(lambda: safe.focusWidget() is card(safe, "password").set)


@pytest.mark.parametrize("waits", [False, True])
def test_a_lock_comes_first_and_the_password_opens_the_journal(
    safe, qtbot, hands, long_work, waits
):
    if waits:
        _dialog, end = waiting(safe, qtbot, long_work)
    else:
        begun(safe)
        end = threading.Event()
    locking_of(safe).lock()
    end.set()
    qtbot.waitUntil(lambda: safe.journal.safe.is_locked, timeout=20_000)
    (cover,) = visible()
    qtbot.waitUntil(cover.isActiveWindow)
    cover.form.by_password.password.setText(TYPED)
    hands.press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not locking_of(safe).is_on, timeout=20_000)
    assert visible() == [safe]
    assert safe.journal.safe.password.is_set
    assert safe.desk.can_write
    begun(safe)
    qtbot.waitUntil(lambda: not safe.journal.safe.password.is_set, timeout=20_000)


def test_once_it_is_taken_away_there_is_nothing_to_lock(safe, qtbot):
    begun(safe)
    qtbot.waitUntil(lambda: not safe.journal.safe.password.is_set, timeout=20_000)
    locking_of(safe).lock()
    assert visible() == [safe]


def test_the_letters_of_the_sheet_go_with_a_lock(safe, qtbot):
    card(safe, "password").sheet.click()
    sheet = dialog_of(RecoverySheetDialog)
    locking_of(safe).lock()
    assert not sheet.isVisible()
    qtbot.waitUntil(lambda: safe.journal.safe.is_locked, timeout=20_000)
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert safe.findChildren(RecoverySheetDialog) == []
