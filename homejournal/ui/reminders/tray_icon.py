"""A sign beside the clock of the computer, and the short messages that come from there."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QSystemTrayIcon

from homejournal.ui.theme.icons import icon

if TYPE_CHECKING:
    from homejournal.texts.wording import Wording

_SHOWN_MS = 10_000


def has_tray() -> bool:
    """Return whether this computer shows signs of programs beside its clock."""
    return QSystemTrayIcon.isSystemTrayAvailable()


class Tray(QObject):
    """`pressed` is a click on the sign or on its message."""

    pressed = Signal()

    def __init__(self, wording: "Wording", parent: QObject) -> None:
        super().__init__(parent)
        self._sign = QSystemTrayIcon(icon("clock", "accent"), self)
        self._sign.setToolTip(wording.text("homejournal"))
        self._sign.activated.connect(self._on_activated)
        self._sign.messageClicked.connect(self.pressed)

    @property
    def shown(self) -> bool:
        """Return whether the sign is there."""
        return self._sign.isVisible()

    def show_sign(self, *, shown: bool) -> None:
        """Show the sign or take it away."""
        self._sign.setVisible(shown)

    def tell(self, wording: "Wording", words: str) -> None:
        """Show a short message, without a sound of our own."""
        title, none = wording.text("homejournal"), QSystemTrayIcon.MessageIcon.NoIcon
        if self.shown:
            self._sign.showMessage(title, words, none, _SHOWN_MS)

    def _on_activated(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        if reason is not QSystemTrayIcon.ActivationReason.Context:
            self.pressed.emit()
