"""Taking the password away: the journal is plain again, as are its pictures."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QWidget
from typing_extensions import override

from homejournal.domain.errors import JournalError, StaleChangeError
from homejournal.texts.backups import none_go_there_said
from homejournal.ui.dialogs.form_dialog import FormDialog
from homejournal.ui.second_place import chosen_place
from homejournal.ui.when_free import WhenFree
from homejournal.ui.widgets.form import add_row, clear_problem, show_problem
from homejournal.ui.widgets.label import WrapLabel
from homejournal.ui.widgets.work_row import WorkRow

if TYPE_CHECKING:
    from homejournal.services.password import Password, Turned
    from homejournal.ui.desk import Desk
    from homejournal.ui.worker import Task


class PasswordOffDialog(FormDialog):
    """Asks for the password, so that nobody does it at a journal that was left open."""

    def __init__(self, desk: "Desk", parent: QWidget | None) -> None:
        text = desk.wording.text
        super().__init__(desk, text("Take the password away"), text("Take it away"), parent)
        self.password = QLineEdit()
        self.password.setEchoMode(QLineEdit.EchoMode.Password)
        self.work = WorkRow(text("Stop"))
        self.work.stop.hide()
        self.form.addRow(
            WrapLabel(
                text(
                    "Then everybody who can use this computer, or gets hold of its disk, can read"
                    " the journal. Copies that are encrypted stay so: keep the password or the"
                    " recovery sheet for them."
                )
            )
        )
        if chosen_place(desk) is not None:
            self.form.addRow(WrapLabel(none_go_there_said(desk.wording)))
        add_row(self.form, text("Password"), self.password)
        self.form.addRow(self.work)
        self.fields = {"password": self.password}
        self._turned: Turned | None = None
        self._when_free = WhenFree(desk.worker, self._finish, self)
        self.password.textChanged.connect(self._on_text)

    @override
    def save(self) -> None:
        """Look whether it is the password, and take it away."""
        if self.password.text() and not self.work.is_busy:
            self._start(partial(_prepare, self.desk.journal.safe.password, self.password.text()))

    def _start(self, work: "partial[Turned | None]") -> None:
        task = self.desk.worker.start(work, self._on_prepared, self._on_broke)
        self.work.follow(
            task, self.wording.text("The journal is written again. This may take a moment.")
        )

    def _on_prepared(self, turned: "Turned | None") -> None:
        self._turned = turned
        if turned is None:
            self.work.end()
            show_problem(self.password, self.wording.text("This is not the password."))
            self.password.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._when_free.wait()

    def _finish(self) -> None:
        self.work.end()
        turned, self._turned = self._turned, None
        try:
            if turned is not None:
                self.desk.journal.safe.password.finish(turned)
        except StaleChangeError:  # a draft was kept meanwhile
            self.save()
        except JournalError as failure:
            self.desk.editing.failed.emit(failure)
        else:
            self.password.clear()
            self.accept()

    def _on_broke(self, failure: Exception) -> None:
        self.work.end()
        self.desk.editing.failed.emit(failure)

    def _on_text(self, _typed: str) -> None:
        clear_problem(self.password)


def _prepare(service: "Password", typed: str, _task: "Task") -> "Turned | None":
    return service.prepare_off() if service.is_right(typed) else None
