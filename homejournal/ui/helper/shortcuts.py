"""The keys that a helper has without a menu: larger letters, the help, and Undo."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QKeySequence, QShortcut

from homejournal.ui.base.actions import action_lines
from homejournal.ui.base.key_characters import with_arabic
from homejournal.ui.help.f1_key import HelpKey

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from homejournal.texts.wording import Wording

_LOOKS = frozenset({"larger", "smaller", "usual"})


class HelperKeys(QObject):
    """They are heard only while the part they belong to is shown."""

    look_asked = Signal(str)
    """What the window does for it, by the name of its method."""
    undo_asked = Signal()

    def __init__(self, wording: "Wording", part: "QWidget") -> None:
        super().__init__(part)
        for line in action_lines(wording):
            if line.name in _LOOKS:
                key = QShortcut(part)
                key.setKeys(line.shortcuts)
                key.setObjectName(line.does)
                key.activated.connect(self._on_look)
        undo = QShortcut(part)
        undo.setKeys(with_arabic([QKeySequence(QKeySequence.StandardKey.Undo)]))
        undo.activated.connect(self.undo_asked)
        HelpKey(wording, "today", part)

    def _on_look(self) -> None:
        self.look_asked.emit(self.sender().objectName())
