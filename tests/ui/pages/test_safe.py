"""Keep it safe: copies, the way back from one, a second place, checking and repair."""

import shutil
from uuid import uuid4

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog

from homejournal.domain.notes import Note
from homejournal.domain.record import Kind
from homejournal.services.days import PracticeTold
from homejournal.services.opening import open_journal
from homejournal.ui.dialogs.repair_dialog import RepairDialog
from homejournal.ui.dialogs.restore_dialog import RestoreDialog
from homejournal.ui.second_place import FAILING, chosen_place

Key = Qt.Key


@pytest.fixture
def safe(three, open_window, hands):
    """The window with the page open, and a note in the journal."""
    journal = three.journal
    journal.days.did_it(three.ids["Sign more"], journal.today(), PracticeTold(rating=2))
    said = Note(id=uuid4(), child=three.child.id, day=journal.today(), text="He signed more")
    journal.records.save(said)
    window = open_window(journal)
    hands.press(
        Key.Key_K,
        modifier=Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier,
    )
    assert window.page_name == "safe"
    return window


def card(window, name="backups"):
    return window.page.cards[name]


def idle(window):
    return not window.desk.worker.busy and QApplication.processEvents() is None


def make_a_copy(window, qtbot):
    card(window).now.setFocus()
    card(window).now.click()
    qtbot.waitUntil(lambda: bool(window.journal.safe.backups.here()) and idle(window))


def test_a_copy_is_made_beside_the_work_and_the_keyboard_comes_back(safe, hands, qtbot):
    assert any("There is no copy yet" in one for one in hands.texts(safe.page))
    card(safe).now.setFocus()
    make_a_copy(safe, qtbot)
    assert any("1 copy lies in the journal" in one for one in hands.texts(safe.page))
    qtbot.waitUntil(lambda: QApplication.focusWidget() is card(safe).now)
    assert safe.frame.toast.isVisible()


def test_a_copy_that_cannot_be_made_is_one_quiet_sentence(safe, hands, qtbot):
    (safe.journal.folder / "backups").write_text("in the way", encoding="utf-8")
    card(safe).now.click()
    qtbot.waitUntil(card(safe)._not_made.isVisible)
    assert "The last copy could not be made" in card(safe)._not_made.text()
    assert QApplication.activeModalWidget() is None


def test_since_when_copies_fail_is_shown(safe):
    safe.desk.preferences.remember(FAILING, "2026-03-20")
    safe.open_page("today")
    safe.open_page("safe")
    assert "March 20, 2026" in card(safe)._not_made.text()


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
        all_there = "All that it holds is in your journal already."
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
        qtbot.waitUntil(lambda: any("not a homejournal" in one for one in hands.texts(dialog)))
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
        qtbot.waitUntil(lambda: any("disk did not let" in one for one in hands.texts(dialog)))
        assert safe.journal.records.get(note.id) is None
        dialog.reject()

    def test_a_locked_copy_asks_for_what_opens_it(self, safe, hands, qtbot, tmp_path):
        from homejournal.domain.children import Child
        from homejournal.services.opening import create_journal
        from homejournal.storage.key_slots import Costs, key_of, new_slots
        from homejournal.storage.keys_file import write_keys

        key = key_of(bytes(range(32)))
        clock = safe.journal._session.clock
        locked = create_journal(tmp_path / "locked", clock=clock, device=uuid4(), key=key)
        locked.records.save(Child(id=uuid4(), name="Lin"))
        costs = Costs(memory=8, passes=1, lanes=1)
        slots = new_slots(locked.settings.id, key, "our long word", costs)
        write_keys(locked.folder / "keys.json", slots)
        made = locked.safe.backups.make()
        locked.close()
        dialog = self.opened(safe, qtbot)
        dialog.show_file(made.path)
        qtbot.waitUntil(dialog.look.password.isVisible)
        dialog.look.password.setText("another word")
        hands.press(Key.Key_Return)
        qtbot.waitUntil(lambda: any("password" in one.casefold() for one in hands.texts(dialog)))
        qtbot.waitUntil(lambda: idle(safe) and dialog.look.password.isVisible())
        dialog.look.password.setText("our long word")
        dialog.look.unlock.click()
        qtbot.waitUntil(lambda: dialog.look.look is not None)
        assert dialog.look.look.children == ("Lin",)
        dialog.reject()


class TestSecondPlace:
    @pytest.fixture
    def stick(self, tmp_path):
        path = tmp_path / "stick"
        path.mkdir()
        return path

    def test_a_journal_without_a_password_asks_once_more(self, safe, hands, qtbot, stick):
        part = card(safe).second
        part.choose.click()
        where = part.findChild(QFileDialog)
        where.fileSelected.emit(str(stick))
        where.reject()
        assert part.plain.isVisible()
        assert chosen_place(safe.desk) is None
        part.plain.button.click()
        qtbot.waitUntil(lambda: len(list(stick.rglob("*.hj"))) == 1 and idle(safe))
        qtbot.waitUntil(lambda: any("Second place:" in one for one in hands.texts(safe.page)))

    def test_the_card_says_what_is_true_after_a_copy_went_there(self, safe, hands, qtbot, stick):
        part = card(safe).second
        part.take(stick)
        part.plain.button.click()
        qtbot.waitUntil(
            lambda: any("1 copy lies in the journal" in one for one in hands.texts(safe.page))
        )
        shutil.rmtree(safe.journal.folder / "backups")
        card(safe).show_values()
        told = hands.texts(safe.page)
        assert any(one.startswith("No copy lies in the journal’s folder now.") for one in told)
        assert not any("There is no copy yet" in one for one in told)

    def test_a_stick_that_is_away_is_said_to_be_fine(self, safe, hands, qtbot, stick):
        part = card(safe).second
        part.take(stick)
        part.plain.button.click()
        qtbot.waitUntil(lambda: len(list(stick.rglob("*.hj"))) == 1 and idle(safe))
        shutil.rmtree(stick)
        part.copy_now()
        qtbot.waitUntil(lambda: idle(safe))
        assert any("It is not there today. That is fine." in one for one in hands.texts(safe.page))
        assert "failure" not in safe.frame.__dict__
        assert not part.copy.isEnabled()
        part.stop.click()
        assert chosen_place(safe.desk) is None

    def test_a_place_that_cannot_be_is_told(self, safe, hands):
        part = card(safe).second
        part.take(safe.journal.folder / "backups")
        part.plain.button.click()
        assert any("inside the journal’s own folder" in one for one in hands.texts(part))
        assert chosen_place(safe.desk) is None
        part.take(safe.journal.folder.parent / "nowhere")
        part.plain.button.click()
        assert safe.frame.failure.isVisible()
        assert chosen_place(safe.desk) is None
        part.copy_now()  # no place, nothing to do
        part._begin()


class TestChecking:
    def test_a_sound_journal_is_one_sentence(self, safe, hands, qtbot):
        mine = card(safe, "repair")
        assert not mine.repair.isVisible()
        mine.check.click()
        qtbot.waitUntil(mine._said.isVisible)
        assert mine._said.text().startswith("Your journal is whole: ")
        assert mine.check.isEnabled()

    def test_stopped_it_says_nothing(self, safe, qtbot):
        mine = card(safe, "repair")
        mine.check.click()
        mine.work.stop.click()
        qtbot.waitUntil(lambda: idle(safe))
        assert not mine._said.isVisible()
        assert mine.check.isEnabled()

    def test_damage_leads_to_the_repair_from_every_page(self, safe, hands, qtbot):
        file = safe.journal.folder / "journal.hj"
        safe.journal.safe.backups.make()
        raw = file.read_bytes()
        at = raw.rfind(b'"text":"He signed')
        file.write_bytes(raw[:at] + raw[at : at + 30].upper() + raw[at + 30 :])
        mine = card(safe, "repair")
        mine.check.click()
        qtbot.waitUntil(mine.repair.isVisible)
        assert "damaged" in mine._said.text()
        safe.open_page("today")
        assert safe.frame.read_only.isVisible()
        safe.frame.read_only.button.click()
        assert safe.page_name == "safe"
        wanted = []
        safe.reopen_wanted.connect(wanted.append)
        mine.repair.click()
        dialog = safe.findChild(RepairDialog)
        qtbot.waitUntil(dialog.isVisible)
        dialog.begin.click()
        qtbot.waitUntil(dialog.accept_button.isVisible, timeout=10_000)
        assert any("entries and changes are there" in one for one in hands.texts(dialog))
        dialog.accept_button.click()
        assert wanted == [safe]
        safe.close()
        clock = safe.journal._session.clock
        again = open_journal(safe.journal.folder, clock=clock, device=safe.journal._store.device)
        assert again.read_only_because is None
        assert [one.text for one in again.records.all_of(Kind.NOTE)] == ["He signed more"]
        again.close()

    def test_a_file_that_does_not_even_read_is_damage(self, safe, qtbot):
        file = safe.journal.folder / "journal.hj"
        raw = bytearray(file.read_bytes())
        raw[4096:-4096] = bytes(len(raw) - 8192)
        file.write_bytes(raw)
        mine = card(safe, "repair")
        mine.check.click()
        qtbot.waitUntil(mine.repair.isVisible)


def test_the_page_opens_at_a_card(safe, qtbot):
    safe.open_page("today")
    safe.open_page("safe", "repair")
    assert QApplication.focusWidget() is card(safe, "repair").check
    safe.open_page("safe", "backups")
    assert QApplication.focusWidget() is card(safe).now
    safe.open_page("safe", "nothing of this name")


def test_without_a_child_the_page_opens_too(empty_journal, open_window):
    window = open_window(empty_journal)
    window.open_page("safe")
    assert window.page_name == "safe"
