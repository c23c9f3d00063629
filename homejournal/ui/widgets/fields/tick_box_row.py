"""Boxes to tick: beside words that wrap, and for what is private."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QWidget
from typing_extensions import override

from homejournal.ui.theme import px, set_look
from homejournal.ui.widgets.buttons.wrapping_button import ENTER
from homejournal.ui.widgets.layout.boxes import in_row
from homejournal.ui.widgets.wrapping_labels import WrapLabel, line_label

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QMouseEvent


class PrivateTickBox(QCheckBox):
    """Only a click or the blank turns it: Enter saves, whatever a desktop does with boxes."""

    @override
    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        if event.key() in ENTER:
            event.ignore()
        else:
            super().keyPressEvent(event)


_SHOWN_LETTERS = 160
_EDGE = 4
"""So many pixels of a box stand around its square: the padding and the ring of the keys."""


class TickRow(QWidget):
    """A box and its words; a click on the words ticks it, too.

    At most so many letters of the words are shown.
    """

    ticked = Signal(str, bool)

    def __init__(
        self,
        key: str,
        words: str,
        about: str,
        look: str = "",
        *,
        most: int = _SHOWN_LETTERS,
    ) -> None:
        super().__init__()
        self._key = key
        self.box = QCheckBox()
        set_look(self.box, "tick")  # its words stand beside it, not in it
        self.box.setAccessibleName(words[:500])
        self.box.setAccessibleDescription(about)
        self.box.toggled.connect(self._on_toggled)
        self._row = row = in_row(inside=self)
        row.setSpacing(px(8) - _EDGE)
        row.addWidget(self.box, 0, Qt.AlignmentFlag.AlignTop)
        self._words = WrapLabel(words, look, most=most)
        # So the first of several lines stands beside the middle of the box.
        self._words.setContentsMargins(0, px(8), 0, px(6))
        row.addWidget(self._words, 1)

    def add_word(self, word: str) -> None:
        """Show a short word at the end of the row."""
        self._row.addWidget(line_label(word, "chip"), 0, Qt.AlignmentFlag.AlignVCenter)

    def show_ticked(self, ticked: bool) -> None:  # noqa: FBT001 - as Qt's own setters
        """Show whether it is ticked, without saying that a person did it."""
        self.box.blockSignals(True)
        self.box.setChecked(ticked)
        self.box.blockSignals(False)

    def _on_toggled(self, on: bool) -> None:  # noqa: FBT001 - Qt's signal
        self.ticked.emit(self._key, on)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent, /) -> None:
        inside = self.rect().contains(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and inside and self.box.isEnabled():
            self.box.toggle()
        else:
            super().mouseReleaseEvent(event)
