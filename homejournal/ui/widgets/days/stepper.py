"""A day or a week between the arrows that lead to the one before and after."""

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from homejournal.ui.theme import px
from homejournal.ui.widgets.text.labels import RowLabel


class StepRow(QWidget):
    """The arrows stay beside the words, which take two lines where there is little room."""

    def __init__(self, before: QPushButton, words: RowLabel, after: QPushButton) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(6))
        for part in (before, words, after):
            row.addWidget(part)
