"""A page whose parts share its height; it scrolls only where the window is too low for them."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from homejournal.ui.theme import px
from homejournal.ui.widgets.layout.scroll_anchor import KeptInSight
from homejournal.ui.widgets.layout.scroll_column import PAGE_EDGE, side_edge


class LeastHeight(QScrollArea):
    """Fills a page: as high as there is room, but never lower than `least` pixels at 100 %.

    The parts of the page go into `column`.
    """

    def __init__(self, page: QWidget, least: float) -> None:
        super().__init__(page)
        outer = QVBoxLayout(page)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self)
        self._least, self._side = least, -1
        self._body = QWidget()
        self.column = QVBoxLayout(self._body)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(self._body)
        self._body.setMinimumHeight(px(least))
        KeptInSight(self)

    @override
    def resizeEvent(self, event: QResizeEvent, /) -> None:
        """Leave a page less room at its sides in a window that has little (WCAG 2.2, 1.4.10)."""
        super().resizeEvent(event)
        edges, side = self.column.contentsMargins(), side_edge(self.width())
        if edges.left() in {px(PAGE_EDGE), self._side} and side != edges.left():
            self.column.setContentsMargins(side, edges.top(), side, edges.bottom())
            self._side = side

    @override
    def changeEvent(self, event: QEvent, /) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "_body"):
            self._body.setMinimumHeight(px(self._least))
