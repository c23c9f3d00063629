"""The window of a repair: what it says where nothing reads, what it asks, and how it is left."""

import shutil
from uuid import uuid4

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QLineEdit
from shiboken6 import isValid

from homejournal.domain.errors import DiskError
from homejournal.domain.records.children import Child
from homejournal.domain.sharing.outgoing import Audience
from homejournal.services.opening import create_journal, open_journal
from homejournal.services.safe.repair.repair import Repair
from homejournal.services.safe.transfer.sealed_files import make_pack
from homejournal.storage.file.file_encryption import begins_plain
from homejournal.texts.wording import wording_of
from homejournal.ui.safe.repair import RepairDialog
from tests.damages import lose_heads
from tests.journal_fixtures import journals
from tests.locked import KEY, lay_keys
from tests.services.copied import a_family, texts_in
from tests.services.passwords import TYPED, set_password, set_password_only, take_password_away

__all__ = ["journals"]


@pytest.fixture
def opened(dressed, clock, qtbot):
    """Open the dialog on a folder; it is left at the end."""
    dialogs = []

    def made(folder):
        dialog = RepairDialog(wording_of("en"), Repair(folder, device=uuid4(), clock=clock), None)
        dialogs.append(dialog)
        dialog.ask()
        qtbot.waitUntil(dialog.isVisible)
        return dialog

    yield made
    for dialog in dialogs:
        if isValid(dialog):  # a dialog that was left is gone
            dialog.reject()


@pytest.fixture
def folder(tmp_path, clock):
    """The folder of a family without a copy."""
    journal = create_journal(tmp_path / "journal", clock=clock, device=uuid4())
    journal.records.save(Child(id=uuid4(), name="Maya"))
    journal.close()
    return journal.folder


def said(dialog, hands):
    return " ".join(hands.texts(dialog))


def test_where_nothing_reads_it_says_so_and_changes_nothing(opened, folder, hands, qtbot):
    (folder / "journal.hj").write_bytes(b"")
    dialog = opened(folder)
    dialog.begin.click()
    qtbot.waitUntil(lambda: "Nothing could be read" in said(dialog, hands))
    assert dialog.begin.isEnabled()
    assert (folder / "journal.hj").read_bytes() == b""


def test_stopped_it_can_begin_again(opened, folder, qtbot):
    dialog = opened(folder)
    dialog.begin.click()
    dialog.work.stop.click()
    assert dialog.begin.isEnabled()
    qtbot.waitUntil(lambda: not dialog._worker.busy)
    dialog.begin.click()
    qtbot.waitUntil(dialog.accept_button.isVisible, timeout=10_000)


def test_left_as_it_is_nothing_is_left_behind(opened, folder, qtbot):
    before = sorted(path.name for path in folder.iterdir())
    dialog = opened(folder)
    dialog.begin.click()
    qtbot.waitUntil(dialog.accept_button.isVisible, timeout=10_000)
    dialog.leave.click()
    assert sorted(path.name for path in folder.iterdir()) == before


@pytest.mark.measured
def test_a_disk_that_refuses_at_the_end_is_told(opened, folder, hands, qtbot, monkeypatch):
    lose_heads(folder)
    dialog = opened(folder)
    dialog.begin.click()
    qtbot.waitUntil(dialog.accept_button.isVisible, timeout=10_000)

    def refuse(*_told):
        raise DiskError(folder)

    monkeypatch.setattr("homejournal.storage.rebuilding.put_repaired", refuse)
    dialog.accept_button.click()
    qtbot.waitUntil(lambda: "disk did not let" in said(dialog, hands))
    dialog.accept_button.click()  # there is nothing to put in place any more
    assert dialog.isVisible()


def test_a_locked_journal_asks_for_what_opens_it(opened, tmp_path, clock, hands, qtbot):
    journal = create_journal(tmp_path / "locked", clock=clock, device=uuid4(), key=KEY)
    journal.records.save(Child(id=uuid4(), name="Maya"))
    lay_keys(journal, KEY, "our long word")
    journal.close()
    file = journal.folder / "journal.hj"
    raw = file.read_bytes()
    file.write_bytes(raw[:8192] + bytes(4096) + raw[12288:])
    dialog = opened(journal.folder)
    dialog.begin.click()
    qtbot.waitUntil(dialog.password.isVisible)
    dialog.password.setText("another word")
    dialog.begin.click()
    qtbot.waitUntil(lambda: "not the password" in said(dialog, hands))
    dialog.password.setText("our long word")
    dialog.begin.click()
    qtbot.waitUntil(dialog.accept_button.isVisible, timeout=10_000)
    assert not dialog.password.isVisible()


def test_copies_of_a_password_of_before_are_told_and_asked_for(opened, journals, hands, qtbot):
    journal = journals.new()
    notes = a_family(journal)
    set_password_only(journal)
    journal.safe.backups.make()
    take_password_away(journal)
    journal.close()
    for plain in (journal.folder / "backups").glob("*.hj"):
        if begins_plain(plain):
            plain.unlink()
    file = journal.folder / "journal.hj"
    file.write_bytes(file.read_bytes().replace(notes[0].text.encode(), b"x" * len(notes[0].text)))
    dialog = opened(journal.folder)
    dialog.begin.click()
    qtbot.waitUntil(dialog.accept_button.isVisible, timeout=10_000)
    waits = "1 copy opens with another password and was not read."
    qtbot.waitUntil(lambda: waits in said(dialog, hands))
    assert dialog.password.hasFocus()
    dialog.password.setText("another word")
    qtbot.keyClick(dialog.password, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "not the password" in said(dialog, hands))
    assert not dialog.accept_button.isVisible()
    dialog.password.setText(TYPED)
    qtbot.keyClick(dialog.password, Qt.Key.Key_Return)
    qtbot.waitUntil(dialog.accept_button.isVisible, timeout=10_000)
    assert not dialog.password.isVisible()
    assert "another password" not in said(dialog, hands)
    with qtbot.waitSignal(dialog.repaired):
        dialog.accept_button.click()
    assert notes[0].text in texts_in(journals.again())


@pytest.fixture
def two_passwords(journals):
    """A journal that is gone and had its second password; only a copy of the first reads."""
    journal = journals.new()
    notes = a_family(journal)
    set_password_only(journal)
    journal.safe.backups.make()
    take_password_away(journal)
    for plain in (journal.folder / "backups").glob("*.hj"):
        if begins_plain(plain):
            plain.unlink()
    set_password(journal, "another four words here")
    journal.close()
    (journal.folder / "journal.hj").unlink()
    return journal.folder, {note.text for note in notes}


@pytest.mark.measured
def test_it_loses_its_password_only_where_somebody_says_that_nobody_has_it(
    opened, two_passwords, journals, hands, qtbot
):
    folder, notes = two_passwords
    dialog = opened(folder)
    dialog.begin.click()
    qtbot.waitUntil(dialog.password.isVisible, timeout=10_000)
    assert not dialog.choice.nobody.isVisible()  # nothing reads yet
    dialog.password.setText(TYPED)
    qtbot.keyClick(dialog.password, Qt.Key.Key_Return)
    qtbot.waitUntil(dialog.choice.nobody.isVisible, timeout=10_000)
    qtbot.waitUntil(lambda: "does not open the journal" in said(dialog, hands))
    assert "If nobody has it any more" in said(dialog, hands)
    assert not dialog.accept_button.isVisible()
    dialog.choice.nobody.click()
    qtbot.waitUntil(dialog.accept_button.isVisible, timeout=10_000)
    qtbot.waitUntil(lambda: "The repaired journal will have no password" in said(dialog, hands))
    assert "an entry that was changed once counts as two." in said(dialog, hands)
    assert not dialog.choice.nobody.isVisible()
    assert (folder / "keys.json").is_file()
    dialog.accept_button.click()
    assert texts_in(journals.again(folder.name)) == notes
    assert list((folder / "quarantine").rglob("keys.json"))


def test_enter_after_a_refused_password_looks_again_with_what_was_typed(
    opened, two_passwords, hands, qtbot
):
    dialog = opened(two_passwords[0])
    dialog.begin.click()
    qtbot.waitUntil(dialog.password.isVisible, timeout=10_000)
    for typed in ("no word", "nor this"):
        dialog.password.setText(typed)
        qtbot.keyClick(dialog.password, Qt.Key.Key_Return)
        assert not dialog.begin.isEnabled()
        qtbot.waitUntil(dialog.begin.isEnabled, timeout=10_000)
        qtbot.waitUntil(lambda: "not the password" in said(dialog, hands))
        qtbot.waitUntil(lambda: dialog.focusWidget() is dialog.password)
    assert dialog.findChild(QFileDialog) is None


def test_one_more_enter_does_not_stop_it(opened, folder, qtbot):
    dialog = opened(folder)
    qtbot.keyClick(dialog.begin, Qt.Key.Key_Return)
    assert not dialog.begin.isEnabled()
    qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Return)
    assert not dialog.begin.isEnabled()
    qtbot.waitUntil(dialog.accept_button.isVisible, timeout=10_000)


class TestElsewhere:
    @pytest.fixture
    def pack(self, folder, tmp_path, clock):
        """A sealed file of the family for its other computer; the journal is lost."""
        journal = open_journal(folder, clock=clock, device=uuid4())
        made = make_pack(journal.safe.pack_files.wish(Audience.OWN), "four quiet words here")
        journal.close()
        file = tmp_path / "own.hjpack"
        file.write_bytes(made.data)
        (folder / "journal.hj").write_bytes(b"")
        return file

    def choose(self, dialog, hands, file):
        hands.click(dialog.choice.choose)
        chooser = dialog.findChild(QFileDialog)
        chooser.findChild(QLineEdit).setText(str(file))
        chooser.accept()

    @pytest.mark.measured
    def test_a_sealed_file_asks_for_its_words_and_brings_all_back(
        self, opened, folder, pack, hands, qtbot
    ):
        dialog = opened(folder)
        assert not dialog.choice.words.isVisible()
        dialog.begin.click()
        qtbot.waitUntil(lambda: "choose it with “I have a copy or a file" in said(dialog, hands))
        self.choose(dialog, hands, pack)
        qtbot.waitUntil(dialog.choice.words.isVisible)
        qtbot.waitUntil(lambda: "own.hjpack is sealed" in said(dialog, hands))
        dialog.choice.words.setText("other words than these")
        qtbot.keyClick(dialog.choice.words, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: "do not open" in said(dialog, hands), timeout=10_000)
        qtbot.waitUntil(lambda: dialog.focusWidget() is dialog.choice.words)
        dialog.choice.words.setText("four quiet words here")
        qtbot.keyClick(dialog.choice.words, Qt.Key.Key_Return)
        qtbot.waitUntil(dialog.accept_button.isVisible, timeout=10_000)
        assert not dialog.choice.words.isVisible()
        qtbot.waitUntil(lambda: "comes from a file that you chose" in said(dialog, hands))

    def test_a_copy_is_read_with_those_beside_it(self, opened, folder, hands, qtbot, clock):
        journal = open_journal(folder, clock=clock, device=uuid4())
        journal.safe.backups.make()
        journal.close()
        copies = folder.parent / "by hand"
        shutil.move(folder / "backups", copies)
        (folder / "journal.hj").write_bytes(b"")
        dialog = opened(folder)
        (copy,) = copies.glob("*.hj")
        self.choose(dialog, hands, copy)
        qtbot.waitUntil(lambda: "is read, too" in said(dialog, hands))
        assert dialog.focusWidget() is dialog.begin
        dialog.begin.click()
        qtbot.waitUntil(dialog.accept_button.isVisible, timeout=10_000)
        qtbot.waitUntil(lambda: "The copy of" in said(dialog, hands))
        self.choose(dialog, hands, copy)  # what was built is built anew
        qtbot.waitUntil(lambda: not dialog.accept_button.isVisible())
        assert dialog.begin.isVisible()

    @pytest.mark.measured
    def test_one_of_another_family_is_told(self, opened, folder, hands, qtbot, clock, tmp_path):
        other = create_journal(tmp_path / "other", clock=clock, device=uuid4())
        other.records.save(Child(id=uuid4(), name="Noa"))
        copy = other.safe.backups.make().path
        other.close()
        dialog = opened(folder)
        lose_heads(folder)
        dialog.choice.show_file(str(copy))
        dialog.begin.click()
        qtbot.waitUntil(dialog.accept_button.isVisible, timeout=10_000)
        qtbot.waitUntil(lambda: "of another journal" in said(dialog, hands))

    def test_a_stick_that_refuses_is_told(self, opened, folder, hands, qtbot, monkeypatch):
        dialog = opened(folder)

        def refuse(*_told):
            raise DiskError(folder)

        monkeypatch.setattr(
            "homejournal.services.safe.repair.outside_sources.OutsideSources.show", refuse
        )
        dialog.choice.show_file(str(folder / "copy.hj"))
        qtbot.waitUntil(lambda: "disk did not let" in said(dialog, hands))
