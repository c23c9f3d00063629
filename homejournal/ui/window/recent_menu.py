"""File, Open recent: the other journals that were opened here, read when the menu is opened."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from homejournal.texts.window.opening import journal_said

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from homejournal.texts.wording import Wording


class RecentMenu(QMenu):
    """Stands in the File menu while there is anything in it, and holds nothing while that is shut.

    So a place that is named in it can be read nowhere once the journal is hidden.
    """

    chosen = Signal(object)
    """The folder of a journal."""
    cleared = Signal()

    def __init__(
        self, wording: "Wording", folders: "Callable[[], Sequence[Path]]", file_menu: QMenu
    ) -> None:
        super().__init__(wording.text("Open recen&t"), file_menu)
        self._wording, self._folders = wording, folders
        self._shut = QTimer(self)  # what was chosen is only told once the menu is shut
        self._shut.setSingleShot(True)
        self._shut.timeout.connect(self.clear)
        self.menuAction().setVisible(False)
        file_menu.aboutToShow.connect(self._fill)
        file_menu.aboutToHide.connect(self._shut.start)
        self.triggered.connect(self._on_triggered)

    def _fill(self) -> None:
        self._shut.stop()
        self.clear()
        folders = self._folders()
        for folder in folders:
            action = self.addAction(journal_said(self._wording, folder).replace("&", "&&"))
            action.setData(folder)
        self.addSeparator()
        self.addAction(self._wording.text("&Clear this list"))
        self.menuAction().setVisible(bool(folders))

    def _on_triggered(self, action: QAction) -> None:
        folder = action.data()
        if isinstance(folder, Path):
            self.chosen.emit(folder)
        else:
            self.cleared.emit()
