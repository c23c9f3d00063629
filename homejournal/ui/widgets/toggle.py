"""A button that stays pressed, with room for the bolder letters it has then."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QPushButton, QWidget
from typing_extensions import override


class ToggleButton(QPushButton):
    """Qt measures a button by its usual letters; pressed ones are semibold and would be cut."""

    def __init__(self, words: str, parent: QWidget | None = None) -> None:
        super().__init__(words.replace("&", "&&"), parent)
        self.setCheckable(True)
        self.setAccessibleName(words)

    @override
    def sizeHint(self) -> QSize:
        strong = QFont(self.font())
        strong.setWeight(QFont.Weight.DemiBold)
        usual = QFontMetrics(self.font()).horizontalAdvance(self.text())
        more = QFontMetrics(strong).horizontalAdvance(self.text()) - usual
        hint = super().sizeHint()
        return QSize(hint.width() + max(0, more) + 2, hint.height())

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()
