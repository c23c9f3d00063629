"""What stands above every page; in a low window it scrolls and leaves the page its room."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

_MOST = 0.45
"""The part of the height that is left to the page in any case, with a little more."""


class NoticeArea(QScrollArea):
    """As high as the widgets in `column` are together, but never more than a part of `around`."""

    def __init__(self, around: QWidget) -> None:
        super().__init__()
        self._around = around
        self._body = QWidget()
        self.column = QVBoxLayout(self._body)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidgetResizable(True)
        view = QWidget()  # as in the navigation: PySide would look up every kind of widget for Qt's
        view.setAutoFillBackground(False)
        self.setViewport(view)
        self.setWidget(self._body)
        self.setMinimumWidth(1)
        around.installEventFilter(self)
        self._body.installEventFilter(self)

    def fit(self) -> None:
        """Take the height that the widgets need at this width."""
        width = self.viewport().width()
        needed = self._body.heightForWidth(width) if self._body.hasHeightForWidth() else 0
        high = min(max(needed, self._body.minimumSizeHint().height()), self._most())
        if high != self.height() or high != self.minimumHeight():
            self.setFixedHeight(high)

    def _most(self) -> int:
        return round(self._around.height() * _MOST)

    @override
    def eventFilter(self, watched: QObject, event: QEvent, /) -> bool:
        if event.type() in {QEvent.Type.LayoutRequest, QEvent.Type.Resize}:
            self.fit()
        return super().eventFilter(watched, event)
