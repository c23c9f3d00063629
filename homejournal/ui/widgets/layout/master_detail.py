"""Names to choose from beside what the chosen one shows, or over it where the room is narrow."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget
from typing_extensions import override

from homejournal.ui.theme import px

_NO_LIMIT = (1 << 24) - 1
_LOW = 132
"""How high names stand over what is shown, in pixels at 100 %: three of them are in sight."""


class IndexBeside(QWidget):
    """`wide` is the width of the longest name in pixels; what is shown keeps the rest."""

    def __init__(self, index: QWidget, shown: QWidget, wide: int) -> None:
        super().__init__()
        self._index, self._shown, self._wide = index, shown, wide
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.addWidget(index)
        self._row.addWidget(shown, 1)
        self.setMinimumWidth(1)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        beside = self._wide * 2 <= self.width()
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._row.setDirection(across if beside else down)
        self._index.setMinimumWidth(self._wide if beside else 1)
        self._index.setMaximumWidth(self._wide if beside else _NO_LIMIT)
        self._index.setMaximumHeight(_NO_LIMIT if beside else px(_LOW))
        self._shown.setMinimumHeight(1 if beside else px(_LOW))
