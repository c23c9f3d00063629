"""A computer is gone for good: its files go from the shared folder, after asking."""

from uuid import uuid4

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog

from homejournal.domain.records.notes import Note
from homejournal.ui.safe.sharing.card import LostComputerDialog
from homejournal.ui.safe.sharing.sync import SharingSync
from tests.ui.safe.safe_page import dialog, said_on
from tests.ui.safe.sharing.sharing_homes import card, other, safe
from tests.ui.safe.sharing.test_card import at_rest, look, shared_folder, write

__all__ = ["other", "safe"]

Key = Qt.Key


def theirs(folder, other) -> list:
    return [path for path in folder.rglob("*.hjb") if path.parent.name == str(other._store.device)]


def test_its_files_go_once_all_of_it_is_here(safe, three, hands, qtbot, tmp_path, other):
    folder, settings = shared_folder(safe, other, qtbot, tmp_path)
    (row,) = card(safe)._rows
    assert row.gone.isHidden()  # nobody else wrote there yet
    for text in ("first", "second"):
        said = Note(id=uuid4(), child=three.child.id, day=safe.journal.today(), text=text)
        other.records.save(said)
        write(other, settings)
    first, second = sorted(theirs(folder, other), key=lambda one: one.name)
    first.rename(tmp_path / "on its way")
    look(safe, hands, qtbot, "1 part of what")
    let_go(safe, hands)
    goes = "wrote goes from the folder once all of it is here"
    runs = safe.findChild(SharingSync)
    qtbot.waitUntil(lambda: goes in said_on(hands, safe.page) and runs._running is None)
    assert goes in safe.frame.toast.text()
    assert second.exists()
    assert card(safe)._rows[0].gone.isHidden()
    (tmp_path / "on its way").rename(first)
    for _ in range(2):  # one brings it, and the next sees that all of it is here
        card(safe).look.click()
        qtbot.waitUntil(lambda: runs._running is None)
    assert theirs(folder, other) == []
    qtbot.waitUntil(lambda: goes not in said_on(hands, safe.page))
    assert "Everything that is in the folder is here" in said_on(hands, safe.page)
    assert safe.journal.records.get(said.id) == said


def let_go(safe, hands):
    (row,) = card(safe)._rows
    assert not row.gone.isHidden()
    row.gone.click()
    asking = dialog(safe, LostComputerDialog)
    words = said_on(hands, asking)
    assert "What it wrote stays in your journal" in words
    assert "They can still read what comes into the folder" in words
    assert "which wrote last on" in asking.which.currentText()
    left = []
    asking.finished.connect(left.append)
    hands.press(Key.Key_Return)  # Enter alone is Cancel
    assert left == [QDialog.DialogCode.Rejected]
    row.gone.click()
    dialog(safe, LostComputerDialog).do.click()


def test_that_they_are_gone_is_said(safe, three, hands, qtbot, tmp_path, other):
    folder, settings = shared_folder(safe, other, qtbot, tmp_path)
    other.records.save(
        Note(id=uuid4(), child=three.child.id, day=safe.journal.today(), text="from there")
    )
    write(other, settings)
    card(safe).look.click()
    qtbot.waitUntil(lambda: not card(safe)._rows[0].gone.isHidden())
    at_rest(safe, qtbot)
    let_go(safe, hands)
    qtbot.waitUntil(lambda: "is gone from the shared folder" in safe.frame.toast.text())
    assert theirs(folder, other) == []
