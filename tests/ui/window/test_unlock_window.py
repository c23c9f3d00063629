"""A journal with a password: a small window asks for what opens it, and then it stands there."""

import shutil
from pathlib import Path
from uuid import uuid4

from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit
from shiboken6 import isValid

from homejournal.app import clock_of
from homejournal.domain.safe.passwords import groups_of
from homejournal.services.opening import create_journal, open_journal
from homejournal.services.safe.unlocking import key_by_password
from homejournal.storage.keys.keys_file import secret_of
from homejournal.ui.child.plan.plan_files import PlanImportDialog
from homejournal.ui.widgets.fields.form import row_of
from tests.exchange.plan_files import HANDWRITTEN, as_bytes
from tests.ui.keyrings import keyring_here
from tests.ui.window.unlocking import (
    SUNDAY,
    TYPED,
    Key,
    asked,
    key,
    opened,
    run,
    type_password,
)

__all__ = ["key", "keyring_here", "run"]


def test_the_password_opens_the_journal_and_the_small_window_goes(run, qtbot, hands):
    program, small = run()
    form = asked(small, qtbot)
    assert form.by_password.password.echoMode() is QLineEdit.EchoMode.Password
    type_password(form, hands, qtbot, TYPED)
    window = opened(program, qtbot)
    assert window.page.title == "Today"
    assert window.journal.safe.is_encrypted
    assert not isValid(small)
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
    assert (
        form.by_sheet.letters.textCursor().selectedText()
        == form.by_sheet.letters.toPlainText()[-4:]
    )
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
    shutil.rmtree(tmp_path / "all" / "journal" / "backups")
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
    assert not isValid(small)
    assert program._unlock is None


def test_a_computer_that_remembers_opens_without_asking(run, keyring_here, qtbot, key, tmp_path):
    journal = open_journal(
        tmp_path / "all" / "journal", clock=clock_of(SUNDAY), device=uuid4(), key=key
    )
    assert journal.safe.password.remember_here()
    journal.close()
    program, _small = run()
    assert opened(program, qtbot).journal.safe.is_encrypted


def test_a_file_waits_for_the_password_and_its_name_is_not_told(run, qtbot, hands, tmp_path):
    path = tmp_path / "Aunt Zoe.hjplan"
    path.write_bytes(as_bytes(HANDWRITTEN))
    program, window = run(files=[path])
    form = asked(window, qtbot)
    window.language.picked.emit("en")  # all of it is built anew
    assert "A file is waiting." in hands.texts(window)
    assert not any("Zoe" in words for words in hands.texts(window))
    form = asked(window, qtbot)
    type_password(form, hands, qtbot, TYPED)
    opened(program, qtbot)
    kind = PlanImportDialog
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), kind), timeout=10_000)
    QApplication.activeModalWidget().reject()


def test_without_a_file_nothing_waits(run, qtbot, hands):
    program, window = run()
    asked(window, qtbot)
    assert "A file is waiting." not in hands.texts(window)
    program.open_file(Path("a.hjplan"))
    assert "A file is waiting." in hands.texts(window)
