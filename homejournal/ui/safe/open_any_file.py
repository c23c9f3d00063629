"""Opens a file from elsewhere, of whatever kind, with the dialog for that kind."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from homejournal.ui.safe.exchange.import_dialogs import JournalImportDialog
from homejournal.ui.safe.exchange.receive_file_dialog import ReceiveFileDialog

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from homejournal.ui.base.desk import Desk


class AnyFileOpener(QObject):
    """Asks for a file that another home, another computer or a copy may have written."""

    taken = Signal()
    """Something was imported or restored."""
    finished = Signal()
    damaged = Signal()
    """The journal here was found to be damaged."""

    def __init__(self, desk: "Desk", page: "QWidget") -> None:
        super().__init__(page)
        self._desk, self._page = desk, page

    def ask(self) -> None:
        """Let a file be chosen."""
        dialog = ReceiveFileDialog(self._desk, self._page.window())
        dialog.copy_chosen.connect(self._on_copy)
        dialog.written_chosen.connect(self._on_written)
        dialog.taken.connect(self.taken)
        dialog.finished.connect(self.finished)
        dialog.ask()

    def _on_copy(self, name: str) -> None:
        from homejournal.ui.safe.copies.restore_dialog import RestoreDialog

        dialog = RestoreDialog(self._desk, self._page.window())
        dialog.restored.connect(self.taken)
        dialog.damaged.connect(self.damaged)
        dialog.finished.connect(self.finished)
        dialog.ask()
        dialog.show_file(Path(name))

    def _on_written(self, name: str) -> None:
        dialog = JournalImportDialog(self._desk, self._page.window())
        dialog.accepted.connect(self.taken)
        dialog.finished.connect(self.finished)
        dialog.ask()
        dialog.show_file(name)
