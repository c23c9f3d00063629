"""Two parts of one line, at its two ends, or one under the other where they do not both fit."""

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QLabel, QLayout, QWidget
from typing_extensions import override

from homejournal.ui.theme import px


class TwoSides(QWidget):
    """The first part takes what room there is; the second stands at the end of the line."""

    def __init__(self, first: QWidget | QLayout, second: QWidget, *, gap: float = 12) -> None:
        super().__init__()
        self._first, self._second, self._gap = first, second, gap
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        if isinstance(first, QWidget):
            self._row.addWidget(first, 1)
        else:
            self._row.addLayout(first, 1)
        self._row.addWidget(second, 0, Qt.AlignmentFlag.AlignVCenter)
        self.setMinimumWidth(1)
        self._room = 0

    def keep_room(self, words: Iterable[str]) -> None:
        """Keep the parts where they are whichever of these words the second one says."""
        metrics = self._second.fontMetrics()
        self._room = max(metrics.horizontalAdvance(one) for one in words) + px(4)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._row.setSpacing(px(self._gap))
        self._arrange()

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self._arrange()  # one of the parts holds something else now
        return super().event(event)

    def _arrange(self) -> None:
        second = max(self._room, self._wanted(self._second))
        needed = self._wanted(self._first) + second + px(self._gap)
        fits = self._second.isHidden() or needed <= self.width()
        if isinstance(self._second, QLabel):  # Qt likes to wrap a text that would fit in one line
            self._second.setMinimumWidth(self._wanted(self._second) if fits else 1)
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        if self._row.direction() == (across if fits else down):
            return
        self._row.setDirection(across if fits else down)
        self._row.setAlignment(
            self._second, Qt.AlignmentFlag.AlignVCenter if fits else Qt.AlignmentFlag(0)
        )

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(1, super().minimumSizeHint().height())

    @staticmethod
    def _wanted(part: QWidget | QLayout) -> int:
        """Return the width of a part in one line, also of a text that could wrap."""
        if isinstance(part, QLabel):
            return part.fontMetrics().horizontalAdvance(part.text()) + px(4)
        return part.sizeHint().width()
