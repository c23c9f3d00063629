"""A box to tick with words beside it that wrap, whole and as plain text, however many they are."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QWidget
from typing_extensions import override

from homejournal.domain.text import TEXT_LETTERS
from homejournal.ui.theme import px
from homejournal.ui.widgets.label import WrapLabel, line_label

_HEARD_LETTERS = 500


class TickLine(QWidget):
    """A click on the words ticks the box, too; `ticked` carries whether it is ticked now.

    `word` stands small at the end of the line.
    """

    ticked = Signal(bool)

    def __init__(self, words: str, look: str = "", word: str = "") -> None:
        super().__init__()
        self.box = QCheckBox()
        self.box.setAccessibleName(words[:_HEARD_LETTERS])
        self.box.setAccessibleDescription(word)
        self.box.toggled.connect(self.ticked)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(6))
        row.addWidget(self.box, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(WrapLabel(words, look, most=TEXT_LETTERS), 1)
        if word:
            row.addWidget(line_label(word, "chip"), 0, Qt.AlignmentFlag.AlignTop)

    def describe(self, words: str) -> None:
        """Let a screen reader say more of the box than its name."""
        self.box.setAccessibleDescription(words[:_HEARD_LETTERS])

    def show_ticked(self, ticked: bool) -> None:  # noqa: FBT001 - as Qt's own setters
        """Show whether it is ticked, without saying that a person did it."""
        self.box.blockSignals(True)
        self.box.setChecked(ticked)
        self.box.blockSignals(False)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent, /) -> None:
        inside = self.rect().contains(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and inside and self.box.isEnabled():
            self.box.toggle()
        else:
            super().mouseReleaseEvent(event)
