"""Parts side by side with equal room, or one under another where there is too little of it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget
from typing_extensions import override

from homejournal.ui.theme import px


class Beside(QWidget):
    """Each part has at least `least` pixels at 100 %, or they stand under one another."""

    def __init__(self, parts: Sequence[QWidget], *, least: float = 240) -> None:
        super().__init__()
        self._least, self._many = least, len(parts)
        self._row = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(px(16))
        for part in parts:
            self._row.addWidget(part, 1, Qt.AlignmentFlag.AlignTop)
        self.setMinimumWidth(1)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        fits = event.size().width() >= self._many * px(self._least)
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._row.setDirection(across if fits else down)
