"""F1 where there is no menu that has the help."""

from typing import TYPE_CHECKING

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from homejournal.ui.help.help_window import HelpWindow

if TYPE_CHECKING:
    from homejournal.texts.wording import Wording


class HelpKey(QShortcut):
    """Opens the help at the page about a window, beside it; it belongs to a part of the window."""

    def __init__(self, wording: "Wording", topic: str, part: "QWidget") -> None:
        super().__init__(QKeySequence(QKeySequence.StandardKey.HelpContents), part)
        self._wording, self._topic = wording, topic
        self.activated.connect(self._open)

    def _open(self) -> None:
        part = self.parent()  # kept here it would keep the window it is in
        if isinstance(part, QWidget):
            HelpWindow(self._wording, self._topic, part.window()).show()
