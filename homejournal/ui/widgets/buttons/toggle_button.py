"""A button that stays pressed, with room for the bolder letters it has then."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtGui import QFont, QFontMetrics
from typing_extensions import override

from homejournal.ui.widgets.buttons.wrapping_button import WordButton

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


class ToggleButton(WordButton):
    """Qt measures a button by its usual letters; pressed ones are semibold and would be cut."""

    def __init__(self, words: str, parent: QWidget | None = None) -> None:
        super().__init__(words.replace("&", "&&"), parent)
        self.setCheckable(True)
        self.setAutoDefault(False)  # Enter in a dialog would turn it, and not save
        self.setAccessibleName(words)
        self._more: dict[tuple[str, int], int] = {}

    @override
    def _letters(self) -> QFont:
        strong = QFont(self.font())
        strong.setWeight(QFont.Weight.DemiBold)
        return strong

    @override
    def _in_one_line(self) -> QSize:
        hint = super()._in_one_line()
        key = (self.text(), hint.width())
        if key not in self._more:
            usual = QFontMetrics(self.font()).horizontalAdvance(self.text())
            strong = self._metrics().horizontalAdvance(self.text())
            self._more = {key: max(0, strong - usual) + 2}
        return QSize(hint.width() + self._more[key], hint.height())
