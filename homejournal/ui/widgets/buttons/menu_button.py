"""A button that opens a short menu under itself."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from homejournal.ui.theme import set_icon
from homejournal.ui.widgets.buttons.wrapping_button import WordButton

Line = tuple[str, str]
"""The name of a line, which `picked` carries, and its words."""


class MenuButton(WordButton):
    """`picked` carries the name of the line that was chosen."""

    picked = Signal(str)

    def __init__(self, text: str, lines: Sequence[Line], parent: QWidget | None = None) -> None:
        super().__init__(text.replace("&", "&&"), parent)
        self.setAccessibleName(text)
        self._menu = QMenu(self)
        self._menu.triggered.connect(self._on_triggered)
        self.set_lines(lines)
        set_icon(self, "chevron-down", "muted", 16)
        self.clicked.connect(self.open_menu)

    def set_lines(self, lines: Sequence[Line]) -> None:
        """Offer other lines."""
        self._menu.clear()
        for name, words in lines:
            action = self._menu.addAction(words.replace("&", "&&"))
            action.setData(name)

    @property
    def lines(self) -> tuple[QAction, ...]:
        """Return what can be chosen."""
        return tuple(self._menu.actions())

    def open_menu(self) -> None:
        """Open the menu at its first line."""
        self._menu.popup(self.mapToGlobal(QPoint(0, self.height())))
        if self.lines:
            self._menu.setActiveAction(self.lines[0])

    def _on_triggered(self, action: QAction) -> None:
        self.picked.emit(str(action.data()))
