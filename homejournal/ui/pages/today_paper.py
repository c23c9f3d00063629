"""The way to paper, for whoever writes down the day away from the computer."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton

from homejournal.texts.wording import Wording
from homejournal.ui.theme import set_icon, set_look
from homejournal.ui.widgets.flow import FlowRow


class PaperLine(FlowRow):
    """A quiet line under the cards of a day."""

    wanted = Signal(str, object)
    """What is asked for, as a page asks its window."""

    def __init__(self, wording: Wording) -> None:
        super().__init__()
        self.button = QPushButton(wording.text("On paper: a week for the fridge…"))
        set_look(self.button, "link")
        set_icon(self.button, "printer", size=16)
        self.button.clicked.connect(self._on_clicked)
        self.add(self.button)
        self.hide()

    def _on_clicked(self) -> None:
        self.wanted.emit("fridge", None)
