"""Seven small marks: how each day of the week was for one strategy."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from homejournal.ui.theme import FINE, px, sized_font, tokens
from homejournal.ui.widgets.days.day_navigation import DaySign, paint_mark
from homejournal.ui.widgets.wrapping_labels import plain

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPaintEvent

    from homejournal.domain.today.strategy_cards import DayOfWeek

_DAY, _HIGH = 17, 30
_CENTER = int(Qt.AlignmentFlag.AlignCenter)


class WeekMarks(QWidget):
    """They tell, they do not praise; who listens hears them as one sentence with the row."""

    def __init__(self) -> None:
        super().__init__()
        self._week: Sequence[DayOfWeek] = ()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_week(self, week: Sequence[DayOfWeek], spoken: str) -> None:
        """Show a week; ``spoken`` says the same in words."""
        self.setToolTip(plain(spoken))
        self.setAccessibleName(spoken)
        if week != self._week:
            self._week = week
            self.setVisible(bool(week))
            self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(7 * px(_DAY), px(_HIGH))

    @override
    def paintEvent(self, event: QPaintEvent, /) -> None:
        painter = QPainter(self)
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        letters = sized_font(FINE)
        for at, one in enumerate(self._week):
            left = (len(self._week) - 1 - at if mirrored else at) * px(_DAY)
            painter.setFont(letters)
            painter.setPen(QColor(tokens().muted))
            name = self.locale().dayName(one.day.isoweekday(), QLocale.FormatType.NarrowFormat)
            painter.drawText(QRect(left, 0, px(_DAY), px(15)), _CENTER, name)
            if not one.later:
                sign = DaySign.USED_ANYWAY if one.used_anyway else DaySign[one.state.name]
                paint_mark(painter, sign, QPointF(left + px(_DAY) / 2, px(22)), "accent")
        painter.end()
