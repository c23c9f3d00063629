"""The row of buttons at the foot of a card, each known by what it does."""

from collections.abc import Collection, Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton

from homejournal.ui.theme import set_icon, set_look
from homejournal.ui.widgets.buttons.wrapping_button import WordButton
from homejournal.ui.widgets.layout.flow_layout import FlowRow


class DeedRow(FlowRow):
    """Small buttons; those of `main` are as large as any other button."""

    wanted = Signal(str)
    """What is wanted, by its name."""

    def __init__(
        self, words: Mapping[str, str], icons: Mapping[str, str], main: Collection[str] = ()
    ) -> None:
        super().__init__(gap=6)
        self._buttons: dict[str, QPushButton] = {}
        for does, said in words.items():
            button = self._buttons[does] = WordButton(said)
            button.setProperty("does", does)
            if does not in main:
                set_look(button, "chip")
            set_icon(button, icons[does], "text" if does in main else "muted", 16)
            button.clicked.connect(self._on_clicked)
            self.add(button)

    def button(self, does: str) -> QPushButton:
        """Return a button by what it does."""
        return self._buttons[does]

    def show_for(self, about: str, possible: Collection[str]) -> None:
        """Show what is possible now, and say to those who listen what it is about."""
        for does, button in self._buttons.items():
            button.setVisible(does in possible)
            button.setAccessibleDescription(about)

    def _on_clicked(self) -> None:
        button = self.sender()
        if isinstance(button, QPushButton):
            self.wanted.emit(str(button.property("does")))
