"""The box that keeps a note for the family alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QCheckBox
from typing_extensions import override

from homejournal.ui.widgets.buttons.wrapping_button import ENTER

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent


class PrivateBox(QCheckBox):
    """Only a click or the blank turns it: Enter saves, whatever a desktop does with boxes."""

    @override
    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        if event.key() in ENTER:
            event.ignore()
        else:
            super().keyPressEvent(event)
