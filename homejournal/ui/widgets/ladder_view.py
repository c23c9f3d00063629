"""The ladder of an outcome: five sentences, and a dot where the child stood on each day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget
from typing_extensions import override

from homejournal.texts.outcomes import ladder_said, level_meaning, level_sign
from homejournal.ui.theme import px, tokens
from homejournal.ui.widgets.label import WrapLabel, line_label

if TYPE_CHECKING:
    from homejournal.domain.outcomes import LadderTold
    from homejournal.texts.wording import Wording

_MOST_STEPS = 6
"""So many steps stand side by side; of more the newest."""
_DOT, _COLUMN, _ROW = 11, 54, 26


class LadderView(QWidget):
    """The highest sentence stands at the top; a screen reader hears the dated steps."""

    def __init__(self, wording: Wording, told: LadderTold) -> None:
        super().__init__()
        self.setAccessibleName(wording.text("The ladder"))
        self.setAccessibleDescription(ladder_said(wording, told))
        grid = QGridLayout(self)
        grid.setContentsMargins(0, px(4), 0, px(4))
        grid.setHorizontalSpacing(px(10))
        grid.setVerticalSpacing(px(2))
        grid.setColumnStretch(1, 1)
        shown = told.steps[-_MOST_STEPS:]
        for column, step in enumerate(shown, start=2):
            day = line_label(wording.short_day(step.day), "small")
            grid.addWidget(day, 0, column, Qt.AlignmentFlag.AlignHCenter)
        for row, (level, sentence) in enumerate(told.rungs, start=1):
            words = WrapLabel(
                sentence or level_meaning(wording, level), "" if sentence else "small"
            )
            grid.addWidget(line_label(level_sign(wording, level), "strong"), row, 0)
            grid.addWidget(words, row, 1)
            for column, step in enumerate(shown, start=2):
                grid.addWidget(_Rung(here=step.level == level), row, column)


class _Rung(QWidget):
    """One level on one day: a line across, and a dot where the child stood."""

    def __init__(self, *, here: bool) -> None:
        super().__init__()
        self._here = here
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)

    @override
    def sizeHint(self) -> QSize:
        return QSize(px(_COLUMN), px(_ROW))

    @override
    def paintEvent(self, event: QPaintEvent, /) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle = QPointF(self.width() / 2, self.height() / 2)
        painter.setPen(QColor(tokens().colour("control")))
        painter.drawLine(QPointF(0, middle.y()), QPointF(self.width(), middle.y()))
        if self._here:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(tokens().colour("accent")))
            painter.drawEllipse(middle, px(_DOT) / 2, px(_DOT) / 2)
        painter.end()
