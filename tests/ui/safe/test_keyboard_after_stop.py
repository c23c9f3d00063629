"""Work that is stopped gives the keyboard back to the button that began it, never to Cancel."""

import threading
from functools import partial

import pytest
from PySide6.QtCore import Qt

from homejournal.texts.safe.deleting_for_good import Going
from homejournal.ui.delete_for_good import delete_dialog
from homejournal.ui.delete_for_good.deletion import OldCopiesDialog
from homejournal.ui.safe.copies.restore_dialog import RestoreDialog
from homejournal.ui.safe.exchange.card import ExportDialog
from homejournal.ui.safe.exchange.sealed_file_dialogs import HandOverDialog, NewComputerDialog
from homejournal.ui.safe.repair import RepairDialog
from tests.ui.safe.deleting_card import a_note, opened
from tests.ui.safe.deleting_card import dialog as shown
from tests.ui.safe.safe_page import dialog
from tests.ui.waiting import settle


def wait_on(gate, _task):
    gate.wait()


@pytest.fixture
def gate():
    """What all workers wait for, so that Stop is pressed in time."""
    made = threading.Event()
    yield made
    made.set()


@pytest.fixture
def window(three, open_window, qtbot):
    window = open_window(three.journal, page="safe")
    settle(window, qtbot)
    return window


@pytest.fixture
def comes_back(gate, hands, qtbot):
    """Return a function that begins the work of a dialog with its button, and stops it."""

    def tried(asking, button, worker, begin=None):
        qtbot.waitUntil(asking.isActiveWindow)
        worker.start(partial(wait_on, gate), print, print)
        button.setFocus()
        if begin is None:
            hands.press(Qt.Key.Key_Space)
        else:
            begin()
        assert asking.work.stop.hasFocus()
        assert not button.isEnabled()
        hands.press(Qt.Key.Key_Space)
        qtbot.waitUntil(button.hasFocus)
        gate.set()
        asking.reject()

    return tried


def test_of_all_that_is_written(window, comes_back, tmp_path):
    window.page.cards["exchange"].whole.click()
    asking = dialog(window, ExportDialog)
    comes_back(asking, asking.do, window.desk.worker, partial(asking.write, str(tmp_path / "a")))


def test_of_a_childs_part_that_is_handed_over(window, comes_back):
    window.page.cards["exchange"].hand_over.click()
    asking = dialog(window, HandOverDialog)
    comes_back(asking, asking.do, window.desk.worker)


def test_of_a_file_that_is_sealed(window, comes_back, tmp_path):
    window.page.cards["exchange"].moving.click()
    asking = dialog(window, NewComputerDialog)
    comes_back(asking, asking.do, window.desk.worker, partial(asking.write, str(tmp_path / "a")))


def test_of_much_that_goes_for_good(window, three, comes_back, monkeypatch):
    monkeypatch.setattr(delete_dialog, "FEW", 0)
    asking = opened(window.page.cards["deleting"], Going.CHILD)
    asking.typed.setText("Maya")
    comes_back(asking, asking.yes, window.desk.worker)


def test_of_old_copies_that_go(window, three, comes_back, qtbot):
    gone = a_note(three)
    three.journal.safe.backups.make()
    three.journal.records.delete(gone.id)
    opened(window.page.cards["deleting"], Going.BIN).yes.click()
    settle(window, qtbot)
    asking = shown(OldCopiesDialog)
    comes_back(asking, asking.delete, window.desk.worker)


def test_of_a_copy_that_is_brought_back(window, three, comes_back, qtbot):
    note = a_note(three)
    three.journal.safe.backups.make()
    three.journal.records.delete(note.id)
    window.page.cards["backups"].show_values()
    window.page.cards["backups"].back.click()
    asking = dialog(window, RestoreDialog)
    asking.list.setCurrentRow(0)
    qtbot.waitUntil(lambda: asking.look.look is not None and not asking.work.is_busy)
    asking.look._tick.box.click()
    comes_back(asking, asking.bring, window.desk.worker)


def test_of_a_repair(window, comes_back):
    asking = RepairDialog(window.desk.wording, window.journal.safe.repair, window)
    asking.ask()
    comes_back(asking, asking.begin, asking._worker)
