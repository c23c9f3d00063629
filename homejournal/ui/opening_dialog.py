"""What is said when a journal cannot be opened, with what can be done about it."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QMessageBox

from homejournal.domain.errors import JournalError, JournalFileError, JournalMissingError
from homejournal.texts.errors import explain
from homejournal.texts.wording import Wording
from homejournal.ui.help_key import HelpKey

if TYPE_CHECKING:
    from homejournal.services.repair import Repair
    from homejournal.ui.dialogs.repair_dialog import RepairDialog


class OpeningDialog(QMessageBox):
    """Says why, and offers another folder, or a new journal where there is none."""

    folder_chosen = Signal(object, bool)
    """The folder, and whether a new journal may be made there."""

    def __init__(
        self, wording: Wording, failure: JournalError, repair: "Repair | None" = None
    ) -> None:
        super().__init__()
        self._wording, self._repair = wording, repair
        self._mending: RepairDialog | None = None
        self._folder = failure.path if isinstance(failure, JournalFileError) else Path.home()
        self.setIcon(QMessageBox.Icon.Warning)
        self.setWindowTitle(wording.text("The journal could not be opened"))
        self.setText(self._why(failure))
        roles = QMessageBox.ButtonRole
        choose = self.addButton(wording.text("Choose another folder…"), roles.ActionRole)
        choose.clicked.connect(self._on_choose)
        if repair is not None:
            mend = self.addButton(wording.text("See what can be saved…"), roles.AcceptRole)
            mend.clicked.connect(self._on_repair)
        elif isinstance(failure, JournalMissingError):
            make = self.addButton(wording.text("Start a new journal there"), roles.AcceptRole)
            make.clicked.connect(self._on_make)
        self.addButton(wording.text("Close"), roles.RejectRole)
        HelpKey(wording, "repair", self)

    def _why(self, failure: JournalError) -> str:
        """Return why it does not open; where copies lie there, that they help comes first."""
        if self._repair is None or not self._repair.copies():
            return explain(self._wording, failure, in_window=False)
        from homejournal.texts.repair import from_copies_said

        is_gone = isinstance(failure, JournalMissingError)
        return from_copies_said(self._wording, str(self._folder), is_gone=is_gone)

    def _on_choose(self) -> None:
        title = self._wording.text("Choose the folder of your journal")
        chosen = QFileDialog.getExistingDirectory(self, title, str(self._folder))
        if chosen:
            self.folder_chosen.emit(Path(chosen), False)

    def _on_repair(self) -> None:
        """Look what can be saved; once the family has put it in place, the journal opens."""
        from homejournal.ui.dialogs.repair_dialog import RepairDialog

        if self._repair is not None:
            self._mending = RepairDialog(self._wording, self._repair, None)
            self._mending.repaired.connect(self._on_repaired)
            self._mending.ask()

    def _on_repaired(self) -> None:
        self.folder_chosen.emit(self._folder, False)

    def _on_make(self) -> None:
        self.folder_chosen.emit(self._folder, True)
