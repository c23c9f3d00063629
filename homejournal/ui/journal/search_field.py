"""The search over the Journal's list."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit
from typing_extensions import override

from homejournal.texts.wording import Wording
from homejournal.ui.theme import px


class SearchField(QLineEdit):
    """A search that hands the arrow down and Enter on to the list."""

    left = Signal()

    def __init__(self, wording: Wording) -> None:
        super().__init__()
        words = wording.text("Search in notes")
        self.setPlaceholderText(words)
        self.setAccessibleName(words)
        self.setMinimumWidth(px(200))

    @override
    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        if event.key() in {Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.left.emit()
        elif event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        else:
            super().keyPressEvent(event)
