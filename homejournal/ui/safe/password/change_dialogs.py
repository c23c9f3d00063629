"""Changes or removes the password of an open journal."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLineEdit, QWidget
from typing_extensions import override

from homejournal.domain.errors import JournalError, StaleChangeError
from homejournal.texts.passwords import earlier_said, stays_said, type_it_first
from homejournal.texts.safe.backups import none_go_there_said
from homejournal.ui.base.second_place import all_places_of, chosen_place, places_of
from homejournal.ui.base.worker import WhenIdle
from homejournal.ui.kit.form_dialog import FormDialog
from homejournal.ui.kit.progress_row import ProgressRow
from homejournal.ui.safe.password.lock import locking_of
from homejournal.ui.safe.password.new_password_fields import NewPasswordFields
from homejournal.ui.widgets.fields.form import clear_problem, show_problem
from homejournal.ui.widgets.layout.focus import show_part

if TYPE_CHECKING:
    from homejournal.services.safe.password import Password, RekeyedCopy
    from homejournal.ui.base.desk import Desk
    from homejournal.ui.base.worker import Task


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
                "Then everybody who can use this computer, or gets hold of its disk, can read"
                " the journal. Copies that are encrypted stay so: keep the password or the"
                " recovery sheet for them."
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
            self._task = self.desk.worker.start(work, self._on_prepared, self._on_broke)
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


def _prepare(service: "Password", typed: str, _task: "Task") -> "RekeyedCopy | None":
    return service.prepare_off() if service.is_right(typed) else None
