"""What is said where something broke off: damage is told as damage, all else as what it is."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from homejournal.domain.errors import JournalDamagedError
from homejournal.ui.base.actions import Action
from homejournal.ui.window.problems.crash_dialog import FailureDialog

if TYPE_CHECKING:
    from homejournal.services.family_journal import FamilyJournal
    from homejournal.ui.base.background.worker import Task
    from homejournal.ui.kit.window_interface import OpenWindow


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
