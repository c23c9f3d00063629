"""A repair from inside the window of a journal with a password: it goes on without asking again."""

import shutil
from uuid import uuid4

import pytest

from homejournal.app import clock_of
from homejournal.services.opening import create_journal
from homejournal.ui.base.actions import Action
from homejournal.ui.hiding import Hiding
from homejournal.ui.safe.password.lock import locking_of
from homejournal.ui.safe.repair import RepairDialog
from homejournal.ui.safe.sharing.sync import SharingSync
from tests.damages import PAGE
from tests.journals import child
from tests.ui.keyrings import keyring_here
from tests.ui.safe.safe_page import card
from tests.ui.window.unlocking import SUNDAY, TYPED, asked, key, opened, run, type_password

__all__ = ["key", "keyring_here", "run"]


@pytest.fixture
def window(run, qtbot, hands, tmp_path):
    """The program with its window, opened by the password; a page of its file is damaged then."""
    program, small = run()
    type_password(asked(small, qtbot), hands, qtbot, TYPED)
    window = opened(program, qtbot)
    file = window.journal.folder / "journal.hj"
    raw = file.read_bytes()
    at = len(raw) // PAGE // 2 * PAGE
    file.write_bytes(raw[:at] + bytes(PAGE) + raw[at + PAGE :])
    return program, window


def begin_to_repair(window, qtbot):
    """See what can be saved, from inside the window; nothing is typed."""
    window.journal.safe.checkup.note_damage()
    window.window_actions.do(Action.SHOW_DAMAGE)
    window.open_page("safe", "repair")
    card(window, "repair").repair.click()
    dialog = window.findChild(RepairDialog)
    dialog.begin.click()
    qtbot.waitUntil(dialog.accept_button.isVisible, timeout=20_000)
    return dialog


def test_the_repaired_journal_opens_with_the_key_of_the_session(window, qtbot, keyring_here):
    program, before = window
    begin_to_repair(before, qtbot).accept_button.click()
    qtbot.waitUntil(lambda: before not in program._windows)
    assert program._unlock is None
    again = opened(program, qtbot)
    assert again.journal.read_only_because is None
    assert again.journal.safe.is_encrypted
    assert again.journal.family().children


def test_it_is_asked_for_where_the_file_is_of_another_key_by_then(window, qtbot, tmp_path):
    program, before = window
    other = create_journal(tmp_path / "other", clock=clock_of(SUNDAY), device=uuid4())
    other.records.save(child())
    service = other.safe.password
    service.finish(service.prepare_on(service.new_key(), TYPED))
    other.close()
    for name in ("journal.hj", "keys.json"):
        shutil.copy(tmp_path / "other" / name, before.journal.folder / name)
    SharingSync(before).run()  # nothing of the file can be read by now
    before.window_actions.do(Action.REOPEN)
    qtbot.waitUntil(lambda: before not in program._windows)
    assert program._windows == []
    assert program._unlock.isVisible()


def test_it_is_asked_for_where_the_journal_was_locked_meanwhile(window, qtbot):
    program, before = window
    locking_of(before).lock()
    qtbot.waitUntil(lambda: before.journal.safe.is_locked)
    before.window_actions.do(Action.REOPEN)
    qtbot.waitUntil(lambda: before not in program._windows)
    assert program._windows == []
    assert program._unlock is not None
    Hiding.here().unlock()


def test_a_file_that_is_spoiled_while_it_is_locked_leads_to_the_repair(window, qtbot):
    program, before = window
    locking_of(before).lock()
    qtbot.waitUntil(lambda: before.journal.safe.is_locked)
    cover = Hiding.here().cover
    file = before.journal.folder / "journal.hj"
    file.write_bytes(bytes(file.stat().st_size))
    cover.form.by_password.password.setText(TYPED)
    cover.form.by_password.open_button.click()
    qtbot.waitUntil(cover.form.notice.isVisible, timeout=10_000)
    assert cover.form.notice.button.text() == "See what can be saved…"
    cover.form.notice.button.click()
    qtbot.waitUntil(lambda: before not in program._windows)
    assert not Hiding.here().is_on
    assert program._unlock.isVisible()


def test_a_lock_ends_the_repair_which_knows_the_key(window, qtbot):
    _program, before = window
    begin_to_repair(before, qtbot)
    before_it = before.journal.folder / "journal.repaired"
    assert before_it.exists()
    locking_of(before).lock()
    qtbot.waitUntil(lambda: before.findChild(RepairDialog) is None)
    assert not before_it.exists()
    qtbot.waitUntil(lambda: before.journal.safe.is_locked)
    Hiding.here().unlock()


def test_what_is_loaded_late_waits_until_a_locked_journal_is_open_again(window, qtbot):
    program, before = window
    qtbot.waitUntil(lambda: program._tidying is not None, timeout=10_000)
    service, key = before.journal.safe.password, before.journal._store.key
    service.lock_up()
    before._warm = False  # as if the lock had been quicker
    program._on_warm()
    assert not before._warm
    service.unlock(key)
    qtbot.waitUntil(lambda: before._warm, timeout=10_000)
