"""Bringing back from a copy: what is in it is looked at first."""

import shutil
from uuid import uuid4

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from homejournal.domain.records.record import Kind
from homejournal.ui.safe.copies.restore_dialog import RestoreDialog
from tests.locked import KEY, lay_keys
from tests.ui.safe.safe_page import card, make_a_copy, safe
from tests.ui.waiting import idle

__all__ = ["safe"]


Key = Qt.Key


class TestBringingBack:
    def opened(self, window, qtbot):
        card(window).back.click()
        dialog = window.findChild(RestoreDialog)
        qtbot.waitUntil(dialog.isVisible)
        return dialog

    def looked(self, dialog, qtbot, row=0):
        dialog.list.setCurrentRow(row)
        qtbot.waitUntil(lambda: dialog.look.look is not None)

    def test_what_is_in_a_copy_is_shown_first_and_deleted_things_only_come_when_ticked(
        self, safe, hands, qtbot
    ):
        make_a_copy(safe, qtbot)
        note = safe.journal.records.all_of(Kind.NOTE)[0]
        safe.journal.records.delete(note.id)
        dialog = self.opened(safe, qtbot)
        assert not dialog.bring.isEnabled()
        self.looked(dialog, qtbot)
        all_there = "All entries that were not deleted are in your journal already."
        qtbot.waitUntil(lambda: all_there in hands.texts(dialog))
        told = hands.texts(dialog)
        assert any("The journal of Maya" in one and "1 note" in one for one in told)
        assert not dialog.bring.isEnabled()
        dialog.look._tick.box.click()
        dialog.bring.click()
        qtbot.waitUntil(lambda: safe.journal.records.get(note.id) is not None)
        said = "This came back: 1 day and 1 note. Nothing of what is here was changed."
        qtbot.waitUntil(lambda: said in hands.texts(safe.frame.toast))
        safe.activateWindow()
        qtbot.waitUntil(safe.isActiveWindow)
        assert safe.focusWidget() is card(safe).now
        hands.press(Key.Key_Z, modifier=Qt.KeyboardModifier.ControlModifier)
        assert safe.journal.records.get(note.id) is None

    def test_the_newest_copy_is_looked_at_first_and_shown_as_chosen(self, safe, qtbot):
        make_a_copy(safe, qtbot)
        dialog = self.opened(safe, qtbot)
        qtbot.waitUntil(lambda: dialog.look.look is not None)
        assert dialog.list.item(0).isSelected()
        qtbot.waitUntil(lambda: not dialog.work.isVisible())
        assert dialog.focusWidget() is dialog.list
        dialog.reject()

    def test_a_copy_from_before_an_update_stands_among_them(self, safe, hands, qtbot):
        made = safe.journal.safe.backups.make()
        old = shutil.copy(made.path, made.path.with_name("before-schema-2.hj"))
        dialog = self.opened(safe, qtbot)
        lines = [dialog.list.item(row).text() for row in range(dialog.list.count())]
        assert len(lines) == 2
        row = next(row for row, line in enumerate(lines) if "before an update" in line)
        assert str(dialog._copies[row]) == str(old)
        self.looked(dialog, qtbot, row)
        dialog.reject()

    def test_a_file_from_elsewhere_is_looked_at(self, safe, hands, qtbot, tmp_path):
        made = safe.journal.safe.backups.make()
        shutil.copy(made.path, tmp_path / "from the stick.hj")
        shutil.rmtree(made.path.parent)
        dialog = self.opened(safe, qtbot)
        assert "There is no copy here. Choose a file." in hands.texts(dialog)
        dialog.file.click()
        where = dialog.findChild(QFileDialog)
        where.fileSelected.emit(str(tmp_path / "from the stick.hj"))
        where.reject()
        qtbot.waitUntil(lambda: dialog.look.look is not None)
        dialog.show_file(tmp_path / "from the stick.hj")
        assert dialog.list.count() == 1

    def test_what_is_no_copy_is_told_and_the_dialog_stays(self, safe, hands, qtbot, tmp_path):
        letter = tmp_path / "letter.hj"
        letter.write_text("Dear family", encoding="utf-8")
        dialog = self.opened(safe, qtbot)
        dialog.show_file(letter)
        qtbot.waitUntil(
            lambda: any("is not a copy of a journal" in text for text in hands.texts(dialog))
        )
        assert not dialog.bring.isEnabled()
        dialog.reject()

    def test_a_copy_that_was_spoiled_or_is_of_another_family_is_said_to_be_so(
        self, safe, hands, qtbot, tmp_path, example
    ):
        made = example.safe.backups.make()
        raw = made.path.read_bytes()
        at = raw.rfind(b'"text":"')
        spoiled = tmp_path / "spoiled.hj"
        spoiled.write_bytes(raw[:at] + raw[at : at + 30].upper() + raw[at + 30 :])
        dialog = self.opened(safe, qtbot)
        dialog.show_file(spoiled)
        qtbot.waitUntil(lambda: dialog.look.look is not None)
        qtbot.waitUntil(lambda: "This copy is damaged" in " ".join(hands.texts(dialog)))
        assert "a copy of another journal" in " ".join(hands.texts(dialog))
        dialog.bring.click()
        qtbot.waitUntil(lambda: len(safe.journal.family().children) == 2)

    def test_a_copy_made_before_fails_and_nothing_is_done(self, safe, hands, qtbot):
        make_a_copy(safe, qtbot)
        note = safe.journal.records.all_of(Kind.NOTE)[0]
        safe.journal.records.delete(note.id)
        dialog = self.opened(safe, qtbot)
        self.looked(dialog, qtbot)
        dialog.look._tick.box.click()
        folder = safe.journal.folder / "backups"
        folder.rename(folder.with_name("moved"))
        folder.write_text("in the way", encoding="utf-8")
        dialog.bring.click()
        qtbot.waitUntil(lambda: any("disk did not let" in text for text in hands.texts(dialog)))
        assert safe.journal.records.get(note.id) is None
        dialog.reject()

    def test_a_locked_copy_asks_for_what_opens_it(self, safe, hands, qtbot, tmp_path):
        from homejournal.domain.records.children import Child
        from homejournal.services.opening import create_journal

        clock = safe.journal._session.clock
        locked = create_journal(tmp_path / "locked", clock=clock, device=uuid4(), key=KEY)
        locked.records.save(Child(id=uuid4(), name="Lin"))
        lay_keys(locked, KEY, "our long word")
        made = locked.safe.backups.make()
        locked.close()
        dialog = self.opened(safe, qtbot)
        dialog.show_file(made.path)
        qtbot.waitUntil(dialog.look.password.isVisible)
        dialog.look.password.setText("another word")
        hands.press(Key.Key_Return)
        qtbot.waitUntil(lambda: any("password" in text.casefold() for text in hands.texts(dialog)))
        qtbot.waitUntil(lambda: idle(safe) and dialog.look.password.isVisible())
        dialog.look.password.setText("our long word")
        dialog.look.unlock.click()
        qtbot.waitUntil(lambda: dialog.look.look is not None)
        assert dialog.look.look.children == ("Lin",)
        said = "No password comes along"
        qtbot.waitUntil(lambda: any(said in text for text in hands.texts(dialog)))
        dialog.reject()

    def test_a_folder_that_was_shared_there_is_said_not_to_come_back(
        self, safe, hands, qtbot, tmp_path
    ):
        from homejournal.domain.sharing.outgoing import Audience
        from homejournal.services.opening import create_journal

        (tmp_path / "cloud").mkdir()
        clock = safe.journal._session.clock
        shared = create_journal(tmp_path / "shared", clock=clock, device=uuid4())
        shared.safe.sharing.begin(Audience.OWN, tmp_path / "cloud", tmp_path / "settings")
        made = shared.safe.backups.make()
        shared.close()
        dialog = self.opened(safe, qtbot)
        dialog.show_file(made.path)
        said = "1 shared folder in this copy does not come back."
        qtbot.waitUntil(lambda: said in " ".join(hands.texts(dialog)))
        dialog.reject()
