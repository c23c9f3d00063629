"""Before a step that changes much the worker makes a copy, and the window stays awake meanwhile."""

import shutil
import threading
from functools import partial
from uuid import uuid4

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from homejournal.domain.records.notes import Note
from homejournal.domain.records.record import Kind
from homejournal.domain.sharing.outgoing import Audience
from homejournal.domain.sharing.table_import import Meaning
from homejournal.services.opening import create_journal
from homejournal.services.safe.copies.backups import Backups
from homejournal.storage.journal.store import Store
from homejournal.ui.safe.copies.restore_dialog import RestoreDialog
from homejournal.ui.safe.exchange.import_dialogs import JournalImportDialog, TableImportDialog
from homejournal.ui.safe.exchange.receive_file_dialog import ReceiveFileDialog
from tests.ui.safe.sharing.sharing_homes import WORDS, sealed

TABLE = "Date,Rating,Comment\n2026-03-02,2,She laughed\n"


@pytest.fixture
def window(three, other, open_window):
    return open_window(three.journal)


@pytest.fixture
def other(three, tmp_path):
    """Return a journal of the same family on another computer, with one note more."""
    made = create_journal(tmp_path / "other", clock=three.clock, device=uuid4())
    made.files.import_json(three.journal.files.export_json())
    today = made.today()
    made.records.save(Note(id=uuid4(), child=three.child.id, day=today, text="He sang at Dad's"))
    yield made
    made.close()


@pytest.fixture
def copied_on(monkeypatch):
    """Return the threads on which copies are made from now on."""
    threads, make = [], Backups.make

    def made(backups, *given):
        threads.append(threading.current_thread())
        return make(backups, *given)

    monkeypatch.setattr(Backups, "make", made)
    return threads


def idle(window):
    QApplication.processEvents()
    return not window.desk.worker.busy


def notes(window):
    return {note.text for note in window.journal.records.all_of(Kind.NOTE)}


def brought(window):
    return not notes(window).isdisjoint({"He sang at Dad's", "She laughed"})


def opened(window, qtbot, dialog, path):
    """Open a dialog on a file and let it read."""
    dialog.ask()
    dialog.show_file(str(path))
    dialog.do.click()
    qtbot.waitUntil(partial(idle, window))
    return dialog


def bringing(window, qtbot, other, tmp_path):
    path = tmp_path / "all.json"
    path.write_bytes(other.files.export_json())
    return opened(window, qtbot, JournalImportDialog(window.desk, window), path)


def taking(window, qtbot, other, tmp_path):
    dialog = ReceiveFileDialog(window.desk, window)
    dialog.words.setText(WORDS)
    return opened(window, qtbot, dialog, sealed(other, tmp_path / "all.hjpack", Audience.OWN))


def table(window, qtbot, _other, tmp_path):
    path = tmp_path / "ours.csv"
    path.write_text(TABLE)
    dialog = opened(window, qtbot, TableImportDialog(window.desk, window), path)
    box = dialog.columns[2]
    box.setCurrentIndex(list(box.values).index(Meaning.NOTE))
    dialog.do.click()
    qtbot.waitUntil(partial(idle, window))
    return dialog


WAYS = pytest.mark.parametrize("way", [bringing, taking, table])


@WAYS
def test_the_worker_makes_the_copy_and_then_all_is_taken_in(
    window, other, qtbot, tmp_path, copied_on, way
):
    dialog = way(window, qtbot, other, tmp_path)
    assert copied_on == []
    accepted = []
    dialog.finished.connect(accepted.append)
    dialog.do.click()
    assert dialog.work.is_busy
    assert not brought(window)
    qtbot.waitUntil(partial(brought, window))
    assert len(copied_on) == 1
    assert threading.main_thread() not in copied_on
    assert accepted == [1]


@WAYS
def test_what_a_file_would_bring_is_worked_out_by_the_worker(
    window, other, qtbot, tmp_path, hands, monkeypatch, way
):
    threads, beside = [], Store.beside

    def noted(store):
        threads.append(threading.current_thread())
        return beside(store)

    monkeypatch.setattr(Store, "beside", noted)
    dialog = way(window, qtbot, other, tmp_path)
    # Qt shows what was added to a layout a moment later.
    qtbot.waitUntil(lambda: any("1 note" in text for text in hands.texts(dialog)))
    assert threads
    assert threading.main_thread() not in threads
    dialog.reject()


@WAYS
def test_stopped_or_closed_meanwhile_nothing_is_taken_in(
    window, other, qtbot, tmp_path, copied_on, way
):
    dialog = way(window, qtbot, other, tmp_path)
    dialog.do.click()
    dialog.work.stop.click()
    qtbot.waitUntil(partial(idle, window))
    qtbot.wait(60)
    assert dialog.do.isEnabled()
    assert not dialog.work.is_busy
    dialog.copy_first._soon.setInterval(60_000)  # however slow the computer is, it waits for us
    dialog.do.click()
    qtbot.waitUntil(partial(idle, window))
    dialog.reject()
    qtbot.wait(60)
    assert not brought(window)


@pytest.mark.parametrize("leave", ["stop", "close"])
def test_even_in_the_last_moment_it_can_be_stopped(window, other, qtbot, tmp_path, leave):
    dialog = bringing(window, qtbot, other, tmp_path)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    dialog.copy_first._soon.setInterval(60_000)  # the last moment lasts until the test looks
    dialog.do.click()
    qtbot.waitUntil(dialog.copy_first._soon.isActive)
    dialog.work.stop.click() if leave == "stop" else dialog.reject()
    assert not dialog.copy_first._soon.isActive()
    assert not brought(window)
    dialog.close()


@WAYS
def test_where_no_copy_can_be_made_that_is_said_and_nothing_is_taken_in(
    window, other, qtbot, tmp_path, hands, way
):
    dialog = way(window, qtbot, other, tmp_path)
    (window.journal.folder / "backups").write_text("in the way")
    dialog.do.click()
    qtbot.waitUntil(lambda: any("disk did not let" in text for text in hands.texts(dialog)))
    assert dialog.do.isEnabled()
    assert not brought(window)
    dialog.reject()


def test_an_answer_that_changes_meanwhile_is_looked_at_again(window, other, qtbot, tmp_path):
    dialog = table(window, qtbot, other, tmp_path)
    dialog.do.click()
    dialog.columns[2].setCurrentIndex(list(dialog.columns[2].values).index(Meaning.NOTHING))
    qtbot.waitUntil(lambda: idle(window) and not dialog.work.is_busy)
    assert dialog.do.isEnabled()
    assert dialog.do.text() == "See what would come"
    assert not brought(window)
    dialog.reject()


def test_what_is_being_written_down_is_said_before_the_window_stands_still(
    window, other, qtbot, tmp_path, hands
):
    dialog = bringing(window, qtbot, other, tmp_path)
    words = []
    window.desk.editing.changed.connect(lambda _kinds: words.extend(hands.texts(dialog)))
    dialog.do.click()
    qtbot.waitUntil(partial(brought, window))
    assert "One moment. It is being written down." in words


def test_copies_beside_the_journal_are_joined_after_the_worker_made_one(
    window, other, qtbot, copied_on
):
    copy = window.journal.folder / "journal (1).hj"
    shutil.copy(other.folder / "journal.hj", copy)
    window.open_page("safe", "sharing")
    notice, words = window.page.cards["sharing"].copies, []
    window.desk.editing.changed.connect(lambda _kinds: words.append(notice.text()))
    notice.button.click()
    qtbot.waitUntil(lambda: not copy.exists() and idle(window))
    assert words == ["One moment. It is being written down."]
    assert brought(window)
    assert len(copied_on) == 1
    assert threading.main_thread() not in copied_on


def test_what_a_copy_holds_comes_back_after_the_worker_made_one(window, three, qtbot, copied_on):
    said = Note(id=uuid4(), child=three.child.id, day=window.journal.today(), text="Soon back")
    window.journal.records.save(said)
    made = window.journal.safe.backups.make()
    window.journal.records.delete(said.id)
    copied_on.clear()
    dialog = RestoreDialog(window.desk, window)
    dialog.ask()
    dialog.show_file(made.path)
    qtbot.waitUntil(lambda: dialog.look.look is not None)
    dialog.look._tick.box.click()
    dialog.bring.click()
    assert dialog.work.is_busy
    qtbot.waitUntil(lambda: said.text in notes(window))
    assert len(copied_on) == 1
    assert threading.main_thread() not in copied_on
