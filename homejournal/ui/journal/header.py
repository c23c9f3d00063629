"""The head of the Journal: its name, the way to life events, and to what was deleted."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from homejournal.ui.theme import set_icon, set_look
from homejournal.ui.widgets.buttons.toggle_button import ToggleButton
from homejournal.ui.widgets.buttons.wrapping_button import WordButton
from homejournal.ui.widgets.layout.flow_layout import FlowRow
from homejournal.ui.widgets.layout.two_ends import TwoSides
from homejournal.ui.widgets.text.labels import WrapLabel

if TYPE_CHECKING:
    from homejournal.texts.wording import Wording


class JournalHead(QWidget):
    """`life_wanted` asks for the life events; `bin` is pressed while what was deleted is shown."""

    life_wanted = Signal()

    def __init__(self, wording: "Wording", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        text = wording.text
        self.life = WordButton(text("Life events…"))
        set_icon(self.life, "home", "muted", 16)
        self.life.clicked.connect(self.life_wanted)
        self.bin = ToggleButton(text("Recently deleted"))
        set_icon(self.bin, "trash", "muted", 16)
        links = FlowRow(gap=10)
        for button in (self.life, self.bin):
            set_look(button, "link")
            links.add(button)
        row = QVBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(TwoSides(WrapLabel(text("Journal"), "title"), links))
