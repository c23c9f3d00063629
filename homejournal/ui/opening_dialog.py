"""What is said when a journal cannot be opened, with what can be done about it."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QMessageBox

from homejournal.domain.errors import JournalError, JournalFileError, JournalMissingError
from homejournal.texts.errors import explain
from homejournal.texts.wording import Wording


class OpeningDialog(QMessageBox):
    """Says why, and offers another folder, or a new journal where there is none."""

    folder_chosen = Signal(object, bool)
    """The folder, and whether a new journal may be made there."""

    def __init__(self, wording: Wording, failure: JournalError) -> None:
        super().__init__()
        self._wording = wording
        self._folder = failure.path if isinstance(failure, JournalFileError) else Path.home()
        self.setIcon(QMessageBox.Icon.Warning)
        self.setWindowTitle(wording.text("The journal could not be opened"))
        self.setText(explain(wording, failure, in_window=False))
        roles = QMessageBox.ButtonRole
        choose = self.addButton(wording.text("Choose another folder…"), roles.ActionRole)
        choose.clicked.connect(self._on_choose)
        if isinstance(failure, JournalMissingError):
            make = self.addButton(wording.text("Start a new journal there"), roles.AcceptRole)
            make.clicked.connect(self._on_make)
        self.addButton(wording.text("Close"), roles.RejectRole)

    def _on_choose(self) -> None:
        title = self._wording.text("Choose the folder of your journal")
        chosen = QFileDialog.getExistingDirectory(self, title, str(self._folder))
        if chosen:
            self.folder_chosen.emit(Path(chosen), False)

    def _on_make(self) -> None:
        self.folder_chosen.emit(self._folder, True)
