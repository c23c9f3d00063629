"""Whether this computer opens the journal without asking for the password, and what that means."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from homejournal.ui.theme import px
from homejournal.ui.widgets.label import WrapLabel
from homejournal.ui.widgets.toggle import ToggleButton

if TYPE_CHECKING:
    from homejournal.texts.wording import Wording


class OpensHere(QWidget):
    """A choice, and the sentence that belongs to it."""

    def __init__(self, wording: "Wording") -> None:
        super().__init__()
        self.choice = ToggleButton(wording.text("Open on this computer without asking"))
        said = wording.text(
            "The key then lies in the keyring of your account on this computer. Whoever uses your"
            " account can open the journal."
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(6))
        column.addWidget(self.choice)
        column.addWidget(WrapLabel(said, "small"))
