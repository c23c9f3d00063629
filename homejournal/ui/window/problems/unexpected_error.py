"""What is said where something broke off: damage is told as damage, all else as what it is."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMessageBox, QWidget

from homejournal.domain.errors import JournalDamagedError
from homejournal.texts.wording import Wording
from homejournal.ui.base.actions import Action
from homejournal.ui.base.error_log import details_of

if TYPE_CHECKING:
    from homejournal.services.family_journal import FamilyJournal
    from homejournal.ui.base.background.worker import Task
    from homejournal.ui.kit.window_interface import OpenWindow


class FailureDialog(QMessageBox):
    """Says that what was written is safe, and offers the details to copy."""

    def __init__(self, wording: Wording, failure: BaseException, parent: QWidget | None) -> None:
        super().__init__(parent)
        self._details = details_of(failure)
        self.setIcon(QMessageBox.Icon.Warning)
        self.setWindowTitle(wording.text("Something went wrong"))
        self.setText(wording.text("Something went wrong that homejournal did not expect."))
        self.setInformativeText(
            wording.text(
                "Your entries are safe: what was saved stays saved. You can go on. If it happens"
                " again, close homejournal and open it again. The details hold no names and no"
                " notes; copy them if you ask somebody for help."
            )
        )
        self._copy = self.addButton(wording.text("Copy details"), QMessageBox.ButtonRole.ActionRole)
        self.addButton(wording.text("Go on"), QMessageBox.ButtonRole.AcceptRole)
        self._copy.clicked.connect(self._on_copy)

    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self._details)


class Unexpected(QObject):
    """One thing that nobody expected, in the window of a journal that may be damaged.

    A changed bit can break off any page, paper or command. So the file is checked first.
    """

    def __init__(self, failure: BaseException, window: "OpenWindow") -> None:
        super().__init__(window)
        self._failure, self._window = failure, window

    def tell(self) -> None:
        """Tell of the damage once it is found; else that something went wrong."""
        journal = self._window.journal
        if isinstance(journal.read_only_because, JournalDamagedError):
            self._tell_damage()
        elif journal.safe.is_locked:
            self._tell_failure()
        else:
            work = partial(_is_sound, journal)
            self._window.desk.worker.start(work, self._on_checked, self._on_not_checked)

    def _on_checked(self, is_sound: bool) -> None:  # noqa: FBT001 - the worker's answer
        if is_sound:
            self._tell_failure()
        else:
            self._window.journal.safe.checkup.note_damage()
            self._tell_damage()

    def _on_not_checked(self, _why: Exception) -> None:
        self._tell_failure()

    def _tell_damage(self) -> None:
        self._window.window_actions.do(Action.SHOW_DAMAGE)
        self.deleteLater()

    def _tell_failure(self) -> None:
        FailureDialog(self._window.desk.wording, self._failure, self._window).open()
        self.deleteLater()


def _is_sound(journal: "FamilyJournal", _task: "Task") -> bool:
    return journal.safe.checkup.is_sound()
