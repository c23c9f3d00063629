"""What is said where a journal cannot be opened, and where something broke off."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QMessageBox, QSizePolicy, QWidget

from homejournal.domain.errors import (
    JournalDamagedError,
    JournalError,
    JournalFileError,
    JournalMissingError,
    NoiseError,
)
from homejournal.texts.error_texts import explain
from homejournal.texts.safe.repair import from_copies_said
from homejournal.texts.wording import Wording
from homejournal.ui.base.actions import Action
from homejournal.ui.base.error_log import details_of
from homejournal.ui.base.files import which_folder
from homejournal.ui.base.worker import on_worker
from homejournal.ui.help import HelpKey
from homejournal.ui.safe.repair import RepairDialog
from homejournal.ui.theme import px

if TYPE_CHECKING:
    from homejournal.services.safe.repair.repair import Repair
    from homejournal.ui.kit.window_interface import OpenWindow


_EDGES = 40
"""What stands beside the buttons, at 100 %."""


def stack_where_narrow(message: QMessageBox) -> None:
    """Let the buttons stand one under another where the screen has no room for them in a row."""
    room = message.screen().availableSize().width() - px(_EDGES)
    for box in message.findChildren(QDialogButtonBox):
        if box.sizeHint().width() > room:
            box.setOrientation(Qt.Orientation.Vertical)
            box.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)


class OpeningDialog(QMessageBox):
    """Says why, and offers another folder, the sheet of one that is noise, or a new journal.

    Any answer closes it, and it goes with that: hidden it would still be told to screen readers.
    """

    other_wanted = Signal()
    repair_wanted = Signal()
    new_wanted = Signal()
    sheet_wanted = Signal()

    def __init__(
        self, wording: Wording, failure: JournalError, repair: "Repair | None" = None
    ) -> None:
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setIcon(QMessageBox.Icon.Warning)
        self.setWindowTitle(wording.text("The journal could not be opened"))
        self.setText(_why(wording, failure, repair))
        roles = QMessageBox.ButtonRole
        choose = self.addButton(wording.text("Choose another folder…"), roles.ActionRole)
        choose.clicked.connect(self.other_wanted)
        if isinstance(failure, NoiseError):
            sheet = self.addButton(wording.text("I have the recovery sheet"), roles.ActionRole)
            sheet.clicked.connect(self.sheet_wanted)
        if repair is not None:
            mend = self.addButton(wording.text("See what can be saved…"), roles.AcceptRole)
            mend.clicked.connect(self.repair_wanted)
            self.setDefaultButton(mend)
        elif isinstance(failure, JournalMissingError):
            make = self.addButton(wording.text("Start a new journal there"), roles.AcceptRole)
            make.clicked.connect(self.new_wanted)
        self.addButton(wording.text("Close"), roles.RejectRole)
        HelpKey(wording, "repair", self)
        stack_where_narrow(self)


class UnopenedJournal(QObject):
    """A journal that did not open: asks what to do, and goes on with the answer."""

    folder_chosen = Signal(object, bool)
    """The folder, and whether a new journal may be made there."""
    repaired = Signal(object, object, bool)
    """The folder, its key or None, and whether a recovery sheet told it."""
    key_wanted = Signal(object, bool)
    """The folder of a journal that has a password after all, and whether its sheet is at hand."""

    def __init__(
        self, wording: Wording, failure: JournalError, repair: "Repair | None" = None
    ) -> None:
        super().__init__()
        self._wording, self._failure, self._repair = wording, failure, repair
        self._folder = _folder_of(failure)
        self._said: OpeningDialog | None = None
        self._answer: QDialog | None = None

    def ask(self) -> None:
        """Say why it does not open, with the answers that there are."""
        said = self._said = OpeningDialog(self._wording, self._failure, self._repair)
        said.other_wanted.connect(self._on_other)
        said.repair_wanted.connect(self.mend)
        said.new_wanted.connect(self._on_new)
        said.sheet_wanted.connect(self._on_sheet)
        said.open()

    def mend(self, typed: str = "", parent: "QWidget | None" = None) -> None:
        """Look what can be saved; once the family has put it in place, the journal opens.

        `typed` is what was typed to open it.
        """
        if self._repair is not None:
            dialog = self._answer = RepairDialog(self._wording, self._repair, parent)
            dialog.repaired.connect(self._on_repaired)
            dialog.ask(typed)

    def _on_other(self) -> None:
        title = self._wording.text("Choose the folder of your journal")
        dialog = self._answer = which_folder(None, title, self._folder)
        dialog.fileSelected.connect(self._on_chosen)
        dialog.open()

    def _on_chosen(self, folder: str) -> None:
        self.folder_chosen.emit(Path(folder), False)

    def _on_repaired(self) -> None:
        repair = self._repair
        if repair is not None:
            self.repaired.emit(self._folder, repair.key, repair.is_key_from_sheet)

    def _on_sheet(self) -> None:
        self.key_wanted.emit(self._folder, True)

    def _on_new(self) -> None:
        self.folder_chosen.emit(self._folder, True)


def _folder_of(failure: JournalError) -> Path:
    return failure.path if isinstance(failure, JournalFileError) else Path.home()


def _why(wording: Wording, failure: JournalError, repair: "Repair | None") -> str:
    """Return why it does not open; where copies lie there, that they help comes first."""
    if repair is None or isinstance(failure, NoiseError) or not repair.copies():
        return explain(wording, failure, in_window=False)

    is_gone = isinstance(failure, JournalMissingError)
    return from_copies_said(wording, str(_folder_of(failure)), is_gone=is_gone)


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


class UnexpectedError(QObject):
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
            work = on_worker(journal.safe.checkup.is_sound)
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
