"""Lines of a list that go on in a next row where they have no room, instead of ending in dots."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from homejournal.ui.theme import px


class WholeLines(QStyledItemDelegate):
    """Gives a line that wraps its whole height, and no more width than its list has.

    Qt rounds the height down, and ends the first row in dots where letters of two writings, as an
    English word in Arabic, make the rows a little higher.
    """

    def __init__(self, lines: QListView) -> None:
        super().__init__(lines)
        self._lines = lines
        lines.setWordWrap(True)

    @override
    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex, /
    ) -> QSize:
        asked = super().sizeHint(option, index)
        return QSize(min(asked.width(), self._lines.viewport().width()), asked.height() + px(2))
