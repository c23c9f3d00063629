"""Whether this computer opens the journal without asking for the password, and what that means."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from homejournal.ui.widgets.fields.tick_box_row import TickRow
from homejournal.ui.widgets.text.labels import WrapLabel

if TYPE_CHECKING:
    from homejournal.texts.wording import Wording


class OpensHere(QWidget):
    """A choice, and the sentence that belongs to it."""

    def __init__(self, wording: "Wording") -> None:
        super().__init__()
        said = wording.text(
            "The key then lies in the keyring of your account on this computer. Whoever uses your"
            " account can open the journal."
        )
        self._row = TickRow("here", wording.text("Open on this computer without asking"), said)
        self.choice = self._row.box
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._row)
        column.addWidget(WrapLabel(said, "small"))

    def show_chosen(self, chosen: bool) -> None:  # noqa: FBT001 - as Qt's own setters
        """Show whether it does, without saying that a person chose it."""
        self._row.show_ticked(chosen)
