"""A ladder as a picture: its sentences, the highest on top, with a dot for each dated step."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget
from typing_extensions import override

from homejournal.texts.plan import ladder_said, level_meaning, level_sign
from homejournal.ui.theme import px, tokens
from homejournal.ui.widgets.wrapping_labels import WrapLabel, line_label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent

    from homejournal.domain.plan.outcomes import LadderTold
    from homejournal.texts.wording import Wording


_MOST_STEPS = 6
"""So many steps stand side by side; of more the newest."""
_DOT, _COLUMN, _ROW = 11, 54, 26
_GAP, _LEAST_WORDS = 10, 150


class LadderView(QWidget):
    """The highest sentence stands at the top; a screen reader hears the dated steps.

    The dots stand beside the sentences, or under each where these would have too little room.
    """

    def __init__(self, wording: Wording, told: LadderTold) -> None:
        super().__init__()
        self.setAccessibleName(wording.text("The ladder"))
        self.setAccessibleDescription(ladder_said(wording, told))
        self._signs = [line_label(level_sign(wording, level), "strong") for level, _ in told.rungs]
        self._words = [
            WrapLabel(sentence or level_meaning(wording, level), "" if sentence else "small")
            for level, sentence in told.rungs
        ]
        steps = told.steps[-_MOST_STEPS:]
        self._days = [line_label(wording.short_day(step.day), "small") for step in steps]
        self._rungs = [
            [_Rung(here=step.level == level) for step in steps] for level, _ in told.rungs
        ]
        self._form: tuple[bool, int] | None = None
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, px(4), 0, px(4))
        self._grid.setHorizontalSpacing(px(_GAP))
        self._grid.setVerticalSpacing(px(2))
        self._grid.setColumnStretch(1, 1)
        self._arrange(beside=True, many=len(steps))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(px(2 * _COLUMN), super().minimumSizeHint().height())

    @override
    def resizeEvent(self, event: QResizeEvent, /) -> None:
        super().resizeEvent(event)
        many, each = len(self._days), px(_COLUMN) + px(_GAP)
        room = self.width() - max(sign.sizeHint().width() for sign in self._signs) - px(_GAP)
        beside = room >= px(_LEAST_WORDS) + many * each
        self._arrange(beside=beside, many=many if beside else max(1, min(many, room // each)))

    def _arrange(self, *, beside: bool, many: int) -> None:
        """Put all in its place: of more steps than there is room for the newest."""
        if (beside, many) == self._form:
            return
        self._form = beside, many
        first = len(self._days) - many
        self._put_row(0, self._days, first)
        for line, (sign, words, rungs) in enumerate(
            zip(self._signs, self._words, self._rungs, strict=True)
        ):
            row = 1 + (line if beside else 2 * line)
            self._put(sign, row, 0)
            self._put(words, row, 1, 1 if beside else -1)
            self._put_row(row if beside else row + 1, rungs, first)

    def _put_row(self, row: int, parts: Sequence[QWidget], first: int) -> None:
        for column, part in enumerate(parts):
            self._put(part, row, 2 + column)
            part.setVisible(column >= first)

    def _put(self, part: QWidget, row: int, column: int, across: int = 1) -> None:
        self._grid.removeWidget(part)
        middle = part in self._days
        side = Qt.AlignmentFlag.AlignHCenter if middle else Qt.AlignmentFlag(0)
        self._grid.addWidget(part, row, column, 1, across, side)


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
