"""A row of buttons or chips that goes on in the next line when it is full."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget
from shiboken6 import delete
from typing_extensions import override

from homejournal.ui.theme import px
from homejournal.ui.widgets.layout.boxes import let_go
from homejournal.ui.widgets.wrapping_button import WordButton


class FlowLayout(QLayout):
    """Lays its items out like words of a text, from the side where reading begins.

    With `at_end`, each line ends where reading ends, as the buttons of a dialog do.
    """

    def __init__(
        self, parent: QWidget | None = None, gap: float = 8, *, at_end: bool = False
    ) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._gap, self._at_end = gap, at_end
        self._heights: dict[tuple[int, int], int] = {}
        self.setContentsMargins(0, 0, 0, 0)
        # The layouts of Qt free their items, and leave that to those who write another.
        self.destroyed.connect(partial(_free, self._items))

    @override
    def addItem(self, item: QLayoutItem, /) -> None:
        widget = item.widget()
        if isinstance(widget, WordButton):
            widget.let_wrap()  # nothing else in the row would give it room
        self._items.append(item)

    def put_before(self, widget: QWidget, place: int) -> None:
        """Put a widget before the one at a place."""
        self.addWidget(widget)
        self._items.insert(place, self._items.pop())

    def widgets(self) -> list[QWidget]:
        """Return what is laid out, also what is hidden."""
        return [widget for item in self._items if (widget := item.widget()) is not None]

    @override
    def count(self) -> int:
        return len(self._items)

    @override
    def itemAt(self, index: int, /) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    @override
    def takeAt(self, index: int, /) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    @override
    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int, /) -> int:
        key = (px(self._gap), width)
        if key not in self._heights:
            self._heights[key] = self._place(QRect(0, 0, width, 0), move=False)
        return self._heights[key]

    @override
    def invalidate(self) -> None:
        self._heights.clear()
        super().invalidate()

    @override
    def sizeHint(self) -> QSize:
        """Ask for one line that holds everything."""
        hints = [item.sizeHint() for item in self._shown()]
        gaps = px(self._gap) * max(0, len(hints) - 1)
        width = sum(hint.width() for hint in hints) + gaps
        return QSize(width, max((hint.height() for hint in hints), default=0))

    @override
    def minimumSize(self) -> QSize:
        size = QSize(0, 0)
        for item in self._shown():
            size = size.expandedTo(item.minimumSize())
        return size

    @override
    def setGeometry(self, rect: QRect, /) -> None:
        super().setGeometry(rect)
        self._place(rect, move=True)

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _place(self, rect: QRect, *, move: bool) -> int:
        """Place the items, or only measure; return the height they need."""
        gap, x, y, line = px(self._gap), 0, 0, 0
        row: list[tuple[QLayoutItem, int, QSize]] = []
        for item in self._shown():
            size = item.sizeHint()
            if size.width() > rect.width():
                size.setWidth(_width_in(item, max(1, rect.width())))
            if item.hasHeightForWidth():
                size.setHeight(item.heightForWidth(size.width()))
            if x and x + size.width() > rect.width():
                self._set_row(rect, y, line, row if move else [])
                x, y, line, row = 0, y + line + gap, 0, []
            row.append((item, x, size))
            x, line = x + size.width() + gap, max(line, size.height())
        self._set_row(rect, y, line, row if move else [])
        return y + line

    def _set_row(
        self, rect: QRect, y: int, height: int, row: list[tuple[QLayoutItem, int, QSize]]
    ) -> None:
        parent = self.parentWidget()
        mirrored = parent is not None and parent.layoutDirection() == Qt.LayoutDirection.RightToLeft
        rest = 0
        if row and self._at_end:
            _, x, size = row[-1]
            rest = max(0, rect.width() - x - size.width())
        for item, start, size in row:
            x = start + rest
            left = rect.width() - x - size.width() if mirrored else x
            top = y + (height - size.height()) // 2
            item.setGeometry(QRect(rect.topLeft() + QPoint(left, top), size))


def _free(items: list[QLayoutItem]) -> None:
    while items:
        delete(items.pop())


def _width_in(item: QLayoutItem, room: int) -> int:
    widget = item.widget()
    return widget.width_in(room) if isinstance(widget, WordButton) else room


class FlowRow(QWidget):
    """A widget whose children flow; hidden children take no room."""

    def __init__(self, *widgets: QWidget, gap: float = 8, at_end: bool = False) -> None:
        super().__init__()
        self._flow = FlowLayout(self, gap, at_end=at_end)
        self.add(*widgets)

    def add(self, *widgets: QWidget) -> None:
        """Put widgets at the end of the row."""
        for widget in widgets:
            self._flow.addWidget(widget)

    def put_before(self, widget: QWidget, following: QWidget) -> None:
        """Put a widget before one that is there."""
        self._flow.put_before(widget, self._flow.indexOf(following))

    def clear(self) -> None:
        """Take every child out and delete it."""
        for widget in self._flow.widgets():
            self._flow.removeWidget(widget)  # which frees its item, too
            let_go(widget)
        self.updateGeometry()
