"""The short word of a card that what was said there is not saved yet: a sign and words."""

from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from homejournal.ui.theme import px, set_icon
from homejournal.ui.widgets.text.labels import line_label


class NotSaved(QWidget):
    """Stands where "Saved" stands otherwise; the hand is that of whatever asks for care."""

    def __init__(self, words: str) -> None:
        super().__init__()
        self._sign = QLabel()
        set_icon(self._sign, "hand-grab", "problem", 16)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(4))
        row.addWidget(self._sign)
        row.addWidget(line_label(words, "problem"))
        self.setAccessibleName(words)
