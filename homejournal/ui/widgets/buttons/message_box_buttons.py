"""The buttons of a message: on a narrow screen Qt cuts their words on both sides."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialogButtonBox, QMessageBox, QSizePolicy

from homejournal.ui.theme import px

_EDGES = 40
"""What stands beside the buttons, at 100 %."""


def stack_where_narrow(message: QMessageBox) -> None:
    """Let the buttons stand one under another where the screen has no room for them in a row."""
    room = message.screen().availableSize().width() - px(_EDGES)
    for box in message.findChildren(QDialogButtonBox):
        if box.sizeHint().width() > room:
            box.setOrientation(Qt.Orientation.Vertical)
            box.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
