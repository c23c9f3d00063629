"""A line with an Enter of its own."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from typing_extensions import override

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


class EnterLine(QLineEdit):
    """`returnPressed` is all that Enter does here.

    Qt would go on and press a button of the dialog, too: the one that stops what Enter began, since
    the keyboard is there by then.
    """

    @override
    def keyPressEvent(self, event: "QKeyEvent", /) -> None:
        super().keyPressEvent(event)
        if event.key() in _ENTER:
            event.accept()
