"""The heads of rows in a table of days: plain words, in as many lines as they need."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QHeaderView, QWidget
from typing_extensions import override

from homejournal.ui.theme import paint_ground, px, tokens
from homejournal.ui.widgets.wrapping_labels import elided, lines_in

if TYPE_CHECKING:
    from collections.abc import Sequence

_SIDE, _MARGIN, _MOST_LINES = 8, 4, 3
_EDGE = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)


class NameHeads(QHeaderView):
    """Heads of rows as plain words; the whole name is its tool tip and what is heard."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self.setSectionsClickable(False)
        self.setHighlightSections(False)
        self.setMinimumSectionSize(1)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    def fit_rows(self, least: int) -> None:
        """Make each row high enough for its name, and at least that high, in pixels."""
        for row in range(self.count()):
            lines = len(self.lines(row)) * self.fontMetrics().lineSpacing()
            self.resizeSection(row, max(least, lines + 2 * px(_MARGIN)))

    def lines(self, row: int) -> Sequence[str]:
        """Return the lines in which a row's name is shown."""
        name = self.model().headerData(row, Qt.Orientation.Vertical)
        room = max(1, self.width() - 2 * px(_SIDE))
        lines = lines_in(str(name or ""), self.font(), room)
        if len(lines) > _MOST_LINES:
            rest = "".join(lines[_MOST_LINES - 1 :])
            lines[_MOST_LINES - 1 :] = [elided(self.fontMetrics(), rest, room)]
        return [line.rstrip() for line in lines]

    @override
    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int, /) -> None:
        painter.save()
        painter.setLayoutDirection(self.layoutDirection())
        paint_ground(painter, rect, "surface2")
        painter.setPen(QColor(tokens().text))
        painter.setFont(self.font())
        words = rect.adjusted(px(_SIDE), 0, -px(_SIDE), 0)
        painter.drawText(words, _EDGE, "\n".join(self.lines(logicalIndex)))
        painter.restore()
