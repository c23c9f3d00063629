"""The body of a page: one column that scrolls, never wider than reading is easy."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from homejournal.ui.theme import px

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

NARROW_BELOW = 1024
"""Below this width of the window the navigation is narrow, and a page has one column."""
CONTENT_WIDTH = 920
PAGE_EDGE = 32
"""What is free at each side of a page in a window with room, in pixels at 100 %."""
_LEAST_EDGE = 8
_NO_LIMIT = (1 << 24) - 1
_PART = 0.04
_LAYERS = 4
"""So deep at most the layouts of a page lie in each other: card, list, column, page."""


def side_edge(width: int) -> int:
    """Return how much stays free at each side of a page that is so wide, all in pixels."""
    return min(px(PAGE_EDGE), max(px(_LEAST_EDGE), round(width * _PART)))


class ScrollColumn(QScrollArea):
    """Widgets one under another, at most `widest` pixels at 100 % wide.

    It scrolls down, and sideways only where large text in a small window needs more room.
    """

    def __init__(
        self,
        parent: QWidget | None = None,
        *,
        widest: float = CONTENT_WIDTH,
        edge: float = PAGE_EDGE,
    ) -> None:
        super().__init__(parent)
        self._widest, self._edge = widest, edge
        self._body = QWidget()
        self.column = QVBoxLayout(self._body)
        self.column.setContentsMargins(px(edge), px(26), px(edge), px(88))
        self.column.setSpacing(px(16))
        self.column.addStretch(1)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(self._body)

    @property
    def body(self) -> QWidget:
        """Return what lies in the area and holds the column."""
        return self._body

    @override
    def resizeEvent(self, event: QResizeEvent, /) -> None:
        """Leave a page less room at its sides in a window that has little (WCAG 2.2, 1.4.10)."""
        super().resizeEvent(event)
        edges, side = self.column.contentsMargins(), side_edge(self.width())
        if self._edge == PAGE_EDGE and side != edges.left():
            self.column.setContentsMargins(side, edges.top(), side, edges.bottom())
            if self._body.maximumWidth() < _NO_LIMIT:
                self._body.setMaximumWidth(px(self._widest) + 2 * side)

    def fill(self, page: QWidget) -> None:
        """Take all the room of a page, which has nothing beside it."""
        whole = QVBoxLayout(page)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self)

    def set_clear(self) -> None:
        """Let the ground of what lies under it show through, as inside a panel."""
        for part in (self.viewport(), self._body):
            part.setAutoFillBackground(False)

    def add(self, *widgets: QWidget) -> None:
        """Put widgets at the end of the column."""
        # The body itself is no wider, so that Qt asks for heights at the width that is shown.
        edges = self.column.contentsMargins()
        self._body.setMaximumWidth(px(self._widest) + edges.left() + edges.right())
        for widget in widgets:
            widget.setMaximumWidth(px(self._widest))
            self.column.insertWidget(self.column.count() - 1, widget)

    def take_all(self) -> list[QWidget]:
        """Take every widget out of the column; return them, for those that are shown again."""
        items = (self.column.itemAt(place) for place in range(self.column.count()))
        taken = [widget for item in items if item and (widget := item.widget())]
        for widget in taken:
            # Not takeAt: its item would live on and keep the widget's former height.
            self.column.removeWidget(widget)
        return taken

    def least_width(self) -> int:
        """Return how wide it has to be so that nothing needs to be scrolled sideways."""
        return self._body.minimumSizeHint().width() + self.verticalScrollBar().sizeHint().width()

    def lay_out(self) -> None:
        """Lay out now what Qt would lay out next."""
        for _ in range(_LAYERS):
            # Each layer asks the one above it for room only once it has laid out itself.
            QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)

    def begin_at(self, widget: QWidget) -> None:
        """Let a widget stand first, or leave all above it where it can be seen whole below that."""
        fits = self.shows_at_first(widget)
        top = widget.mapTo(self._body, QPoint(0, 0)).y()
        self.verticalScrollBar().setValue(0 if fits else top - self.column.spacing())

    def shows_at_first(self, widget: QWidget) -> bool:
        """Return whether a widget is seen whole before anything is scrolled."""
        self.lay_out()
        foot = widget.mapTo(self._body, QPoint(0, widget.height())).y()
        return foot <= self.viewport().height()

    def show_body(self) -> None:
        """Show the body, which was hidden while it was filled: all is laid out once, at the end."""
        # The area measures what is still hidden, and makes room for its bar.
        QCoreApplication.sendEvent(self, QEvent(QEvent.Type.LayoutRequest))
        QCoreApplication.sendPostedEvents(self, QEvent.Type.MetaCall)
        self._body.show()

    def show_whole(self, widget: QWidget) -> None:
        """Scroll to a widget, with a little room around it, also to one that was just added."""
        self.lay_out()
        self.ensureWidgetVisible(widget, 0, px(24))
