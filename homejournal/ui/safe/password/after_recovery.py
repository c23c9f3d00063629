"""What follows a recovery sheet that is right: a new password, now or later."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from homejournal.ui.safe.password.new_password_fields import NewPassword
from homejournal.ui.theme import px, set_look
from homejournal.ui.widgets.buttons.single_press_button import OnceButton
from homejournal.ui.widgets.layout.flow_layout import FlowRow
from homejournal.ui.widgets.text.labels import WrapLabel

if TYPE_CHECKING:
    from homejournal.texts.wording import Wording


class AfterSheet(QWidget):
    """The sheet was right: a new password, now or later."""

    chosen = Signal(str)
    """The new password, or nothing where the old one is to stay."""

    def __init__(self, wording: "Wording") -> None:
        super().__init__()
        text = wording.text
        self.new = NewPassword(wording)
        self.open_button = OnceButton(text("Open with the new password"))
        set_look(self.open_button, "primary")
        self.later = OnceButton(text("Open without a new one"))
        set_look(self.later, "link")
        buttons = FlowRow(gap=8)
        buttons.add(self.open_button, self.later)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(10))
        column.addWidget(
            WrapLabel(text("The sheet is right. Choose a new password; the sheet stays good."))
        )
        column.addWidget(self.new)
        column.addWidget(buttons)
        self.open_button.clicked.connect(self._on_open)
        self.new.entered.connect(self._on_open)
        self.later.clicked.connect(self._on_later)

    def begin(self) -> None:
        """Go to the first field."""
        self.new.first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_open(self) -> None:
        password = self.new.chosen()
        if password is not None:
            self.new.forget()
            self.chosen.emit(password)

    def _on_later(self) -> None:
        self.new.forget()
        self.chosen.emit("")
