"""The way to paper and back, for whoever writes down the day away from the computer."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton

from homejournal.texts.wording import Wording
from homejournal.ui.base.actions import Action
from homejournal.ui.theme import set_icon, set_look
from homejournal.ui.widgets.buttons.wrapping_button import WordButton
from homejournal.ui.widgets.layout.flow_layout import FlowRow


class PaperLine(FlowRow):
    """A quiet line under the cards of a day."""

    wants = Signal(object)
    """An Action of the window."""

    def __init__(self, wording: Wording) -> None:
        super().__init__()
        self.button = self._link(wording.text("On paper: a week for the fridge…"), "printer")
        self.button.clicked.connect(self._on_clicked)
        self.week = self._link(wording.text("Type in a week from paper…"), "pencil")
        self.week.clicked.connect(self._on_week)
        self.hide()

    def _link(self, words: str, icon: str) -> QPushButton:
        link = WordButton(words)
        set_look(link, "link")
        set_icon(link, icon, size=16)
        self.add(link)
        return link

    def _on_clicked(self) -> None:
        self.wants.emit(Action.FRIDGE_WEEK)

    def _on_week(self) -> None:
        self.wants.emit(Action.WEEK_GRID)
