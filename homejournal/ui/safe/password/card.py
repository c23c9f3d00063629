"""The card on the password: setting, changing and removing it, the recovery sheet, locking."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLineEdit, QWidget
from typing_extensions import override

from homejournal.domain.errors import JournalError, StaleChangeError
from homejournal.texts.error_texts import explain
from homejournal.texts.passwords import (
    earlier_said,
    keys_lost_said,
    lock_after_said,
    number_of_now,
    plain_copies_said,
    stays_said,
    type_it_first,
    what_it_protects,
)
from homejournal.texts.safe.backups import none_go_there_said
from homejournal.ui.base.second_place import all_places_of, chosen_place, places_of
from homejournal.ui.base.worker import Task, WhenIdle, on_worker, telling
from homejournal.ui.kit.form_dialog import FormDialog
from homejournal.ui.kit.steps import ProgressRow
from homejournal.ui.safe.card import SafeCard
from homejournal.ui.safe.password.lock import CHOICES, LOCK_AFTER, lock_after, locking_of
from homejournal.ui.safe.password.new_password_fields import NewPasswordFields, RememberKeyBox
from homejournal.ui.safe.password.recovery_sheet_dialog import RecoverySheetDialog
from homejournal.ui.safe.password.set_dialog import SetPasswordDialog
from homejournal.ui.widgets.fields.choices import DropDown
from homejournal.ui.widgets.fields.form import Form, clear_problem, show_problem
from homejournal.ui.widgets.layout.boxes import FlowRow
from homejournal.ui.widgets.layout.focus import show_part
from homejournal.ui.widgets.wrapping_labels import WrapLabel, announce

if TYPE_CHECKING:
    from collections.abc import Callable

    from homejournal.services.safe.password import Password, RekeyedCopy
    from homejournal.ui.base.desk import Desk


class ChangePasswordDialog(FormDialog):
    """Does not ask for the old password: whoever has the journal open can read it already."""

    def __init__(self, desk: "Desk", parent: QWidget | None) -> None:
        text = desk.wording.text
        super().__init__(desk, text("Another password"), text("Use this password"), parent)
        self.new = NewPasswordFields(desk.wording)
        self.form.add_words(stays_said(desk.wording))
        earlier = desk.journal.safe.earlier_keys
        copies = earlier.copies(all_places_of(desk))
        if copies.count:
            self.form.add_words(earlier_said(desk.wording, copies, earlier.number))
        self.form.addRow(self.new)
        self.form.fields["password"] = self.new.first
        self.new.entered.connect(self.save)

    @override
    def save(self) -> None:
        """Use the password and close; stay open where it is not accepted."""
        password = self.new.chosen()
        if password is None:
            return
        try:
            self.desk.journal.safe.password.change(password, places_of(self.desk))
        except JournalError as failure:
            self.desk.editing.failed.emit(failure)
            return
        self.accept()

    def leave(self) -> None:
        """Close without asking, since the journal is being locked."""
        self.done(QDialog.DialogCode.Rejected)

    @override
    def done(self, result: int, /) -> None:
        self.new.forget()
        super().done(result)


class RemovePasswordDialog(FormDialog):
    """Asks for the password, so that nobody does it at a journal that was left open.

    In whatever way it ends before the last step, nothing plain stays of what it began.
    """

    def __init__(self, desk: "Desk", parent: QWidget) -> None:
        text = desk.wording.text
        super().__init__(desk, text("Take the password away"), text("Take it away"), parent)
        self.work = ProgressRow(text("Stop"))
        self.form.add_words(
            text(
                "Then anyone who uses this computer, or gets its disk, can read the journal."
                " Keep the password or the sheet: encrypted copies still need it."
            )
        )
        if chosen_place(desk) is not None:
            self.form.add_words(none_go_there_said(desk.wording))
        self.password = self.form.add("password", text("Password"), QLineEdit())
        self.password.setEchoMode(QLineEdit.EchoMode.Password)
        self.form.addRow(self.work)
        self._task: Task | None = None
        self._turned: RekeyedCopy | None = None
        self._locking = locking_of(parent)
        self._when_free = WhenIdle(desk.worker, self._finish, self)
        self.password.textChanged.connect(self._on_text)
        self.work.stopped.connect(self._leave)
        self._locking.begins.connect(self._on_lock)

    @override
    def save(self) -> None:
        if not self.password.text():
            self._say_problem(type_it_first(self.wording))
        elif not self.work.is_busy:
            work = partial(_prepare, self.desk.journal.safe.password, self.password.text())
            self._task = self.desk.worker.start(on_worker(work), self._on_prepared, self._on_broke)
            said = self.wording.text("The journal is written again. This may take a moment.")
            self.work.follow(self._task, said)
            self._grow()
            show_part(self.work)

    def _on_prepared(self, turned: "RekeyedCopy | None") -> None:
        self._turned = turned
        if turned is None:
            self._task = None
            self.work.end()
            self._say_problem(self.wording.text("This is not the password."))
        else:
            self._when_free.wait()

    def _say_problem(self, words: str) -> None:
        show_problem(self.password, words)
        self.password.setFocus(Qt.FocusReason.OtherFocusReason)

    def _finish(self) -> None:
        self.work.end()
        turned, self._turned = self._turned, None
        try:
            if turned is not None:
                self.desk.journal.safe.password.finish(turned)
        except StaleChangeError:  # a draft was kept meanwhile
            self.save()
        except JournalError as failure:
            self._on_broke(failure)
        else:
            self._task = None
            self.accept()

    def _on_broke(self, failure: Exception) -> None:
        self.work.end()
        self._leave()
        self.desk.editing.failed.emit(failure)

    def _leave(self) -> None:
        """Stop, and delete what was written so far."""
        task, self._task, self._turned = self._task, None, None
        self._when_free.stop()
        if task is not None:
            task.cancel()
            self._locking.tidy()  # after it, on the same thread

    def _on_lock(self) -> None:
        self.done(self.DialogCode.Rejected)

    @override
    def reject(self) -> None:
        """Close, also during the work; otherwise as any form, which asks about typed text."""
        if self.work.is_busy:
            self.done(self.DialogCode.Rejected)
        else:
            super().reject()

    @override
    def done(self, result: int, /) -> None:
        self._leave()
        self.password.clear()
        super().done(result)

    def _on_text(self, _typed: str) -> None:
        clear_problem(self.password)


def _prepare(service: "Password", typed: str) -> "RekeyedCopy | None":
    return service.prepare_off() if service.is_right(typed) else None


class PasswordCard(SafeCard):
    """Without a password it is one sentence and one button."""

    def __init__(self, desk: "Desk") -> None:
        super().__init__(desk, desk.wording.text("Password"))
        text = self.wording.text
        self.set = self.button(text("Set a password…"), self._on_set)
        self.change = self.button(text("Another password…"), self._on_change)
        self.sheet = self.button(text("Print the recovery sheet…"), self._on_sheet)
        self.off = self.button(text("Take the password away…"), self._on_off)
        self.have_sheet = self.button(text("Yes, we have it"), self._on_have_sheet)
        self.lock = self.button(text("Lock it now"), self._on_lock)
        self.copies = self.button(text("Encrypt the older copies"), self._on_copies)
        self._lost, self._problem = WrapLabel("", "problem"), WrapLabel("", "problem")
        self._asked, self._plain = WrapLabel(""), WrapLabel("")
        self._number = WrapLabel("", "muted")
        self.work = ProgressRow(text("Stop"))
        self.offer(self.set, self.lock)
        self.body.addWidget(self._lost)
        self.body.addWidget(self._asked)
        self.body.addWidget(self.have_sheet, 0, Qt.AlignmentFlag.AlignLeading)
        self.body.addWidget(self._plain)
        self.body.addWidget(self.copies, 0, Qt.AlignmentFlag.AlignLeading)
        self.body.addWidget(self._problem)
        self.body.addWidget(self.work)
        self._add_rare()
        self.work.stopped.connect(self.show_values)

    def _add_rare(self) -> None:
        text = self.wording.text
        self.after = DropDown[int]()
        self.after.set_choices(
            [(minutes, lock_after_said(self.wording, minutes)) for minutes in CHOICES]
        )
        self.opens = RememberKeyBox(self.wording)
        self.here = self.opens.choice
        form = Form()
        form.add_row(text("Lock it when nobody types"), self.after)
        form.addRow(self.opens)
        about = WrapLabel(what_it_protects(self.wording), "muted")
        self.fold_away(about, FlowRow(self.change, self.sheet, self.off, gap=8), self._number)
        self.rare.addLayout(form)
        self.after.picked.connect(self._on_after)
        self.here.toggled.connect(self._on_here)

    @override
    def fill(self) -> None:
        """Show whether there is a password, and what goes with it."""
        service, can_write = self.desk.journal.safe.password, self.desk.can_write
        is_set = service.is_set
        self._problem.hide()
        self._lost.setVisible(is_set and not service.keys_are_whole)
        self._lost.setText(keys_lost_said(self.wording))
        self.set.setVisible(not is_set)
        self.set.setEnabled(can_write and not self.desk.journal.settings.example)
        for button in (self.change, self.sheet, self.off):
            button.setEnabled(can_write)
        self._show_plain(len(self.desk.journal.safe.plain_copies.found()) if is_set else 0)
        self.copies.setEnabled(can_write and not self.work.is_busy)
        for part in (self.lock, self.more):
            part.setVisible(is_set)
        if is_set:
            self.after.set_value(lock_after(self.desk.preferences))
            self._show_here(can_write=can_write)
        else:
            self.more.setChecked(False)
        self._show_sheet(is_set=is_set)

    @override
    def unfold(self) -> None:
        if self.desk.journal.safe.password.is_set:  # else there is nothing more
            super().unfold()

    def _show_plain(self, count: int) -> None:
        for part in (self._plain, self.copies):
            part.setVisible(bool(count))
        self._plain.setText(plain_copies_said(self.wording, count))

    def _show_sheet(self, *, is_set: bool) -> None:
        """Show in a few words how it is, and ask for a recovery sheet that is long unseen."""
        safe, text = self.desk.journal.safe, self.wording.text
        old = is_set and safe.password.sheet_is_old(self.desk.today())
        for part in (self._asked, self.have_sheet):
            part.setVisible(old)
        self._asked.setText(text("Do you still know where your recovery sheet is?"))
        checked = safe.password.sheet_checked if is_set and not old else None
        day = self.wording.day(checked) if checked else ""
        sheet = text("recovery sheet checked on {day}", day=day) if day else ""
        if self.desk.journal.settings.example:
            self.show_state(text("The example family needs none"))
        elif is_set:
            self.show_state(self.wording.line_of((text("Set"), sheet)))
            self._number.setText(number_of_now(self.wording, safe.earlier_keys.number))
        else:
            self.show_state(text("None: anyone who uses this computer can read the journal"))

    def _show_here(self, *, can_write: bool) -> None:
        service = self.desk.journal.safe.password
        possible = service.can_be_remembered
        self.opens.setVisible(possible)
        self.here.setEnabled(can_write)
        self.opens.show_chosen(possible and service.is_remembered_here)

    def _on_set(self) -> None:
        dialog = SetPasswordDialog(self.desk, self.window())
        dialog.finished.connect(self._on_asked)
        dialog.ask()

    def _on_change(self) -> None:
        window = self.window()
        dialog = ChangePasswordDialog(self.desk, window)
        locking_of(window).begins.connect(dialog.leave)
        dialog.accepted.connect(self._on_password_changed)
        dialog.ask()

    def _on_sheet(self) -> None:
        window, secret = self.window(), self.desk.journal.safe.password.secret
        dialog = RecoverySheetDialog(self.desk, secret, window)
        locking_of(window).begins.connect(dialog.reject)
        dialog.ask()

    def _on_off(self) -> None:
        dialog = RemovePasswordDialog(self.desk, self.window())
        dialog.accepted.connect(self._on_changed)
        dialog.ask()

    def _on_asked(self, _result: int) -> None:
        if self.desk.journal.safe.password.is_set:
            self._on_changed()

    def _on_changed(self) -> None:
        """Tell the page, and focus the card's first button: the pressed one is gone."""
        self.show_values()
        self.begin()
        self.password_changed.emit()

    def _on_password_changed(self) -> None:
        self.tells.emit(self.wording.text("The new password is set. The recovery sheet stays."))

    def _on_after(self, minutes: object) -> None:
        self.desk.preferences.remember(LOCK_AFTER, str(minutes) if minutes else None)
        locking_of(self.window()).follow()

    def _on_here(self, wanted: bool) -> None:  # noqa: FBT001 - Qt's signal
        self._do(self._open_here if wanted else self.desk.journal.safe.password.forget_here)

    def _open_here(self) -> None:
        if not self.desk.journal.safe.password.remember_here():
            self.tells.emit(self.wording.text("The keyring of this computer did not take it."))

    def _on_have_sheet(self) -> None:
        self._do(self.desk.journal.safe.password.sheet_was_checked)

    def _do(self, work: "Callable[[], None]") -> None:
        """Call it, say why it failed if it did, and show the present state."""
        try:
            work()
        except JournalError as failure:
            self._fail(failure)
        else:
            self.show_values()

    def _fail(self, failure: Exception) -> None:
        self.show_values()
        self._problem.setText(explain(self.wording, failure, in_window=False))
        self._problem.show()
        announce(self, self._problem.text())

    def _on_copies(self) -> None:
        work = telling(self.desk.journal.safe.plain_copies.encrypt)
        task = self.desk.worker.start(work, self._on_encrypted, self._on_not_encrypted)
        said = self.wording.text("The older copies are encrypted, one by one.")
        self.work.follow(task, said)
        self.show_values()

    def _on_encrypted(self, _count: int) -> None:
        self.work.end()
        self.show_values()

    def _on_not_encrypted(self, failure: Exception) -> None:
        self.work.end()
        self._fail(failure)

    def _on_lock(self) -> None:
        locking_of(self.window()).lock()
