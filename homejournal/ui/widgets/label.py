"""Labels that wrap and never force their window wider, whatever a family typed."""

import re

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget
from typing_extensions import override

from homejournal.ui.theme import set_look

_LONG_RUN = re.compile(r"\S{24}(?=\S)")


def breakable(text: str) -> str:
    """Let very long words wrap: a zero-width space after every 24 letters without a gap."""
    return _LONG_RUN.sub("\\g<0>\u200b", text)


class WrapLabel(QLabel):
    """Plain text that wraps at any width, long words too.

    ``most`` shortens the shown text to that many characters; the whole stays the tool tip and the
    accessible name.
    """

    def __init__(
        self, text: str = "", look: str = "", parent: QWidget | None = None, *, most: int = 4000
    ) -> None:
        super().__init__(parent)
        self._most = most
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setMinimumWidth(1)
        if look:
            set_look(self, look)
        self.setText(text)

    @override
    def setText(self, text: str) -> None:
        short = text if len(text) <= self._most else text[: self._most].rstrip() + "…"
        shown = breakable(short)
        super().setText(shown)
        self.setAccessibleName(text if shown != text else "")
        self.setToolTip("" if short == text else text[:2000])


def line_label(text: str, look: str = "", parent: QWidget | None = None) -> QLabel:
    """Return a label of one line of plain text, for words that are known to be short."""
    label = QLabel(parent)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setText(text)
    if look:
        set_look(label, look)
    return label
