"""The keys that a helper has without a menu: larger letters, the help, and Undo."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QKeySequence, QShortcut

from homejournal.ui.base.actions import Action
from homejournal.ui.base.key_characters import with_arabic
from homejournal.ui.help.f1_key import HelpKey

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtWidgets import QWidget

    from homejournal.texts.wording import Wording
    from homejournal.ui.base.actions import ActionLine

_LOOKS = frozenset({Action.LARGER_TEXT, Action.SMALLER_TEXT, Action.USUAL_TEXT})


class HelperKeys(QObject):
    """They are heard only while the part they belong to is shown."""

    undo_asked = Signal()

    def __init__(self, wording: "Wording", part: "QWidget") -> None:
        super().__init__(part)
        self._part = part
        undo = QShortcut(part)
        undo.setKeys(with_arabic([QKeySequence(QKeySequence.StandardKey.Undo)]))
        undo.activated.connect(self.undo_asked)
        HelpKey(wording, "today", part)

    def add_looks(self, lines: "Iterable[ActionLine]") -> None:
        """Let the keys of the menus that make letters larger or smaller be heard here, too."""
        for line in lines:
            if line.action in _LOOKS:
                key = QShortcut(self._part)
                key.setKeys(line.shortcuts)
                key.activated.connect(line.do)
