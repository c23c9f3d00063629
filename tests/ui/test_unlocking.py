"""A journal with a password: a small window asks for what opens it, and then it stands there."""

import os
import shutil
from datetime import date
from uuid import uuid4

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit

from homejournal.app import Asked, clock_of
from homejournal.domain.recovery_letters import groups_of
from homejournal.program import Program
from homejournal.services.opening import create_journal, open_journal
from homejournal.services.unlocking import key_by_password
from homejournal.storage.key_slots import secret_of
from homejournal.ui.dialogs.repair_dialog import RepairDialog
from homejournal.ui.widgets.form import row_of
from tests.journals import child
from tests.ui.keyrings import keyring_here
from tests.ui.programs import copied_family, opening_dialog

__all__ = ["keyring_here"]

SUNDAY = date(2026, 3, 22)
TYPED = "blanket river seven toast"
Key = Qt.Key


@pytest.fixture
def key(tmp_path):
    """The key of the journal that has a password."""
    journal = create_journal(tmp_path / "all" / "journal", clock=clock_of(SUNDAY), device=uuid4())
    journal.records.save(child())
    service = journal.safe.password
    made = service.new_key()
    service.finish(service.prepare_on(made, TYPED))
    journal.close()
    return made


@pytest.fixture
def run(dressed, qtbot, tmp_path, key):
    """Start the program on the journal with a password, and return its small window, too."""
    started = []

    def start(language="en"):
        asked = Asked(None, False, SUNDAY, language, tmp_path / "all")
        program = Program(dressed, asked, clock_of(SUNDAY))
        program._catch_failures = lambda: None
        started.append(program)
        assert program.start()
        assert program._windows == []
        return program, program._unlock

    yield start
    for program in started:
        if program._unlock is not None:
            program._unlock.close()
        for window in list(program._windows):
            window.close()
        program._on_quit()
        program.deleteLater()
    QApplication.processEvents()


def asked(window, qtbot):
    """Wait until the window has looked whether this computer remembers the key."""
    qtbot.waitUntil(lambda: not window.form._busy)
    return window.form


def type_password(form, hands, qtbot, words):
    form.by_password.password.setText(words)
    form.by_password.password.setFocus()
    hands.press(Key.Key_Return)
    qtbot.waitUntil(lambda: not form._busy)


def opened(program, qtbot):
    qtbot.waitUntil(lambda: bool(program._windows), timeout=10_000)
    window = program._windows[0]
    qtbot.waitUntil(lambda: window.page is not None, timeout=10_000)
    return window


def test_the_password_opens_the_journal_and_the_small_window_goes(run, qtbot, hands):
    program, small = run()
    form = asked(small, qtbot)
    assert form.by_password.password.echoMode() is QLineEdit.EchoMode.Password
    type_password(form, hands, qtbot, TYPED)
    window = opened(program, qtbot)
    assert window.page.title == "Today"
    assert window.journal.safe.is_encrypted
    assert not small.isVisible()
    assert program._unlock is None


def test_a_wrong_password_is_told_and_the_field_is_there_again(run, qtbot, hands):
    program, small = run()
    form = asked(small, qtbot)
    form.by_password.shown.click()
    assert form.by_password.password.echoMode() is QLineEdit.EchoMode.Normal
    type_password(form, hands, qtbot, "something else")
    field = form.by_password.password
    assert "not the password of this journal" in row_of(field).problem()
    assert form.notice.isHidden()  # it is said at the field, where one looks and types
    assert field.hasFocus()
    assert field.selectedText()
    hands.press(Key.Key_B)
    assert row_of(field).problem() == ""
    assert program._windows == []


def test_an_empty_field_asks_for_nothing(run, qtbot):
    _program, small = run()
    form = asked(small, qtbot)
    form.by_password.open_button.click()
    assert not form._busy
    assert form.by_password.password.hasFocus()


def test_the_sheet_opens_and_sets_a_new_password(run, qtbot, hands, key, tmp_path):
    program, small = run()
    form = asked(small, qtbot)
    form.by_password.with_sheet.click()
    letters = " ".join(groups_of(secret_of(key)))
    form.by_sheet.letters.setPlainText(letters[:-1] + ("X" if letters[-1] != "X" else "Y"))
    hands.press(Key.Key_Return)
    qtbot.waitUntil(lambda: not form._busy)
    assert "Group 14" in form.by_sheet.letters.accessibleDescription()
    form.by_sheet.letters.setPlainText(letters.lower())
    form.by_sheet.go_on.click()
    qtbot.waitUntil(lambda: not form.after_sheet.isHidden())
    new = form.after_sheet.new
    new.first.setText("toast seven river blanket")
    form.after_sheet.open_button.click()
    assert "not the same" in new.again.accessibleDescription()
    new.again.setText("toast seven river blanket")
    new.again.setFocus()
    hands.press(Key.Key_Return)
    window = opened(program, qtbot)
    assert window.journal.safe.is_encrypted
    folder = tmp_path / "all" / "journal"
    assert key_by_password(folder, "toast seven river blanket") == key


def test_the_sheet_alone_is_enough(run, qtbot, key, tmp_path):
    (tmp_path / "all" / "journal" / "keys.json").unlink()
    program, small = run()
    form = asked(small, qtbot)
    form.by_password.with_sheet.click()
    form.by_sheet.letters.setPlainText("".join(groups_of(secret_of(key))))
    form.by_sheet.go_on.click()
    qtbot.waitUntil(lambda: not form.after_sheet.isHidden())
    form.after_sheet.later.click()
    assert opened(program, qtbot).journal.safe.is_encrypted


def test_back_from_the_sheet_nothing_typed_is_left(run, qtbot):
    _program, small = run()
    form = asked(small, qtbot)
    form.by_password.with_sheet.click()
    form.by_sheet.letters.setPlainText("ABCD")
    form.by_sheet.back.click()
    assert form.by_sheet.letters.toPlainText() == ""
    assert form.by_password.password.hasFocus()


def test_another_language_is_spoken_at_once(run, qtbot):
    program, small = run()
    asked(small, qtbot)
    small.language.setCurrentIndex(small.language.values.index("es"))
    assert program._preferences.language == "es"
    assert small.locale().name().startswith("es")


def test_another_journal_can_be_opened(run, qtbot, tmp_path):
    other = create_journal(tmp_path / "other", clock=clock_of(SUNDAY), device=uuid4())
    other.close()
    program, small = run()
    asked(small, qtbot)
    small.other.click()
    small.findChild(QFileDialog).reject()
    small._on_folder(str(tmp_path / "other"))
    assert opened(program, qtbot).journal.folder == tmp_path / "other"
    assert not small.isVisible()
    assert program._unlock is None


def test_a_computer_that_remembers_opens_without_asking(run, keyring_here, qtbot, key, tmp_path):
    journal = open_journal(
        tmp_path / "all" / "journal", clock=clock_of(SUNDAY), device=uuid4(), key=key
    )
    assert journal.safe.password.remember_here()
    journal.close()
    program, _small = run()
    assert opened(program, qtbot).journal.safe.is_encrypted


class TestDamage:
    """What opens the journal opens nothing of its file, and copies lie there."""

    @pytest.fixture
    def file(self, key, tmp_path):
        """The file of the journal; a locked copy of it lies there, too."""
        folder = tmp_path / "all" / "journal"
        journal = open_journal(folder, clock=clock_of(SUNDAY), device=uuid4(), key=key)
        journal.safe.backups.make()
        journal.close()
        return folder / "journal.hj"

    def repaired(self, small, program, qtbot):
        """Press for the repair, and go through it without typing anything."""
        assert small.form.notice.button.text() == "See what can be saved…"
        small.form.notice.button.click()
        dialog = small.findChild(RepairDialog)
        dialog.begin.click()
        qtbot.waitUntil(dialog.accept_button.isVisible, timeout=20_000)
        dialog.accept_button.click()
        qtbot.waitUntil(lambda: not small.isVisible(), timeout=10_000)
        return program._unlock

    @pytest.mark.parametrize("all_noise", [False, True])
    @pytest.mark.parametrize("by_sheet", [False, True])
    def test_it_is_told_as_such_and_the_repair_needs_nothing_more(
        self, run, file, key, qtbot, hands, all_noise, by_sheet
    ):
        size = file.stat().st_size
        file.write_bytes(os.urandom(size) if all_noise else bytes(size))
        program, small = run()
        form = asked(small, qtbot)
        if by_sheet:
            form.by_password.with_sheet.click()
            form.by_sheet.letters.setPlainText(" ".join(groups_of(secret_of(key))))
            form.by_sheet.go_on.click()
            qtbot.waitUntil(lambda: not form._busy)
        else:
            type_password(form, hands, qtbot, TYPED)
        words = form.notice.text()
        assert "is damaged" in words
        assert ("or it belongs to another journal" in words) == all_noise
        again = self.repaired(small, program, qtbot)
        if by_sheet:  # whoever typed it perhaps forgot the password
            assert again.form.notice.text() == "The repaired journal is in place."
            assert not again.form.after_sheet.isHidden()
            again.form.after_sheet.later.click()
        assert opened(program, qtbot).journal.family().children
        assert program._unlock is None

    def test_after_letters_that_open_nothing_the_keyboard_stays_with_them(
        self, run, file, qtbot, hands
    ):
        file.write_bytes(os.urandom(file.stat().st_size))
        shutil.rmtree(file.parent / "backups")
        _program, small = run()
        form = asked(small, qtbot)
        form.by_password.with_sheet.click()
        form.by_sheet.letters.setPlainText(" ".join(groups_of(bytes(range(32)))))
        form.by_sheet.go_on.setFocus()
        hands.press(Key.Key_Space)
        qtbot.waitUntil(lambda: not form._busy)
        assert "opens nothing of the journal" in form.notice.text()
        qtbot.waitUntil(lambda: small.focusWidget() is form.by_sheet.letters)

    def test_a_slip_before_the_repair_can_be_typed_anew(self, run, file, qtbot, hands):
        file.write_bytes(os.urandom(file.stat().st_size))
        shutil.rmtree(file.parent / "backups")
        _program, small = run()
        type_password(asked(small, qtbot), hands, qtbot, "something else")
        assert "opens nothing of the journal" in small.form.notice.text()
        small.form.notice.button.click()
        dialog = small.findChild(RepairDialog)
        assert dialog.password.isVisible()
        assert dialog.password.text() == "something else"
        dialog.begin.click()
        qtbot.waitUntil(dialog.begin.isEnabled, timeout=10_000)
        dialog.password.setText(TYPED)
        dialog.reject()

    def test_what_was_said_goes_with_the_next_try(self, run, file, qtbot, hands):
        file.write_bytes(bytes(file.stat().st_size))
        _program, small = run()
        form = asked(small, qtbot)
        type_password(form, hands, qtbot, TYPED)
        assert not form.notice.isHidden()
        type_password(form, hands, qtbot, "something else")
        assert form.notice.isHidden()
        assert "not the password of this journal" in row_of(form.by_password.password).problem()

    def test_half_a_file_leads_to_a_repair_that_has_the_key(self, run, file, qtbot, hands):
        data = file.read_bytes()
        file.write_bytes(data[: len(data) // 2])
        program, small = run()
        type_password(asked(small, qtbot), hands, qtbot, TYPED)
        dialog = opening_dialog(qtbot)
        dialog.repair_wanted.emit()
        mending = program._unopened._answer
        mending.begin.click()
        qtbot.waitUntil(mending.accept_button.isVisible, timeout=20_000)
        mending.reject()
        dialog.reject()

    def test_a_computer_that_remembers_finds_the_repair_too(
        self, run, file, keyring_here, key, qtbot
    ):
        journal = open_journal(file.parent, clock=clock_of(SUNDAY), device=uuid4(), key=key)
        assert journal.safe.password.remember_here()
        journal.close()
        file.write_bytes(os.urandom(file.stat().st_size))
        program, _small = run()
        dialog = opening_dialog(qtbot)
        assert "Copies of your journal lie in" in dialog.text()
        dialog.repair_wanted.emit()
        mending = program._unopened._answer
        mending.begin.click()
        qtbot.waitUntil(mending.accept_button.isVisible, timeout=20_000)
        mending.reject()
        dialog.reject()

    def test_another_journals_key_that_is_remembered_does_not_stand_in_the_way(
        self, run, file, keyring_here, key, qtbot
    ):
        journal = open_journal(file.parent, clock=clock_of(SUNDAY), device=uuid4(), key=key)
        assert journal.safe.password.remember_here()
        journal.close()
        shutil.rmtree(file.parent / "backups")
        file.write_bytes(os.urandom(file.stat().st_size))
        program, small = run()
        asked(small, qtbot)
        assert program._windows == []
        assert small.isVisible()


class TestPerhapsPlain:
    """A journal without a password whose file is noise."""

    @pytest.fixture
    def folder(self, tmp_path):
        folder = tmp_path / "all" / "journal"
        copied_family(folder)
        file = folder / "journal.hj"
        file.write_bytes(os.urandom(file.stat().st_size))
        return folder

    @pytest.fixture
    def key(self, folder):
        """There is none."""

    def test_it_is_told_at_once_with_the_way_out(self, run, folder, qtbot):
        program, small = run()
        form = asked(small, qtbot)
        qtbot.waitUntil(lambda: not form.notice.isHidden())
        assert "its copies have no password" in form.notice.text()
        assert small.title.text() == "The journal could not be opened"
        form.notice.button.click()
        dialog = small.findChild(RepairDialog)
        assert not dialog.password.isVisible()
        dialog.begin.click()
        qtbot.waitUntil(dialog.accept_button.isVisible, timeout=20_000)
        dialog.accept_button.click()
        assert opened(program, qtbot).journal.family().children
        assert not small.isVisible()
        assert program._unlock is None

    def test_a_password_that_was_typed_does_not_stand_in_the_way(self, run, qtbot, hands):
        _program, small = run()
        form = asked(small, qtbot)
        type_password(form, hands, qtbot, "anything")
        assert "never had a password" in form.notice.text()
        form.notice.button.click()
        dialog = small.findChild(RepairDialog)
        dialog.begin.click()
        qtbot.waitUntil(dialog.accept_button.isVisible, timeout=20_000)
        dialog.reject()
