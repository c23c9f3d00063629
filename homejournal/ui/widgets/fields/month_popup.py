"""A month to pick a day from, in a popup."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, QPoint, Qt, Signal
from PySide6.QtGui import QColor, QTextCharFormat
from PySide6.QtWidgets import (
    QCalendarWidget,
    QFrame,
    QLabel,
    QTableView,
    QWidget,
)

from homejournal.ui.base.language import first_weekday, from_qt, to_qt
from homejournal.ui.theme import px, set_look, tokens
from homejournal.ui.widgets.buttons.button import icon_button
from homejournal.ui.widgets.layout.boxes import in_column, in_row
from homejournal.ui.widgets.wrapping_labels import line_label

if TYPE_CHECKING:
    from datetime import date


def dress_days(calendar: QCalendarWidget) -> None:
    """Let a month look like the rest of the window, without red days."""
    head = QTextCharFormat()
    head.setForeground(QColor(tokens().muted))
    head.setBackground(QColor(tokens().surface))
    for weekday in Qt.DayOfWeek:
        calendar.setWeekdayTextFormat(weekday, QTextCharFormat())
    calendar.setHeaderTextFormat(head)
    calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)


class CalendarPopup(QFrame):
    """Arrow keys move by days, Page Up and Page Down by months, Enter chooses, Escape closes.

    ``chosen`` carries the day. ``name`` is what the calendar is called; ``earlier`` and ``later``
    name the buttons of the month before and after.
    """

    chosen = Signal(object)

    def __init__(self, name: str, earlier: str, later: str, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        set_look(self, "popup")
        self.setAccessibleName(name)
        self._calendar = QCalendarWidget(self)
        # Its own bar of month and year cannot be reached by keyboard and has no names.
        self._calendar.setNavigationBarVisible(False)
        self._calendar.setHorizontalHeaderFormat(
            QCalendarWidget.HorizontalHeaderFormat.ShortDayNames
        )
        self._calendar.setAccessibleName(name)
        for view in self._calendar.findChildren(QTableView):
            view.setAccessibleName(name)
            view.setTabKeyNavigation(False)
        self._month: QLabel = line_label("", "strong")
        self._month.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._build(earlier, later)
        self._calendar.clicked.connect(self._choose)
        self._calendar.activated.connect(self._choose)
        self._calendar.currentPageChanged.connect(self._on_page)

    def _build(self, earlier: str, later: str) -> None:
        before = icon_button("chevron-left", earlier, self)
        before.clicked.connect(self._calendar.showPreviousMonth)
        after = icon_button("chevron-right", later, self)
        after.clicked.connect(self._calendar.showNextMonth)
        head = in_row(before, self._month, after, grow=self._month)
        in_column(head, self._calendar, edges=(8, 8, 8, 8), inside=self)

    @property
    def calendar(self) -> QCalendarWidget:
        """The month itself."""
        return self._calendar

    def open_below(self, anchor: QWidget, day: date, first: date, last: date) -> None:
        """Open under a widget on a day; only days from ``first`` to ``last`` can be chosen."""
        calendar = self._calendar
        calendar.setLocale(self.locale())
        calendar.setFirstDayOfWeek(first_weekday(anchor))
        calendar.setDateRange(to_qt(first), to_qt(last))
        calendar.setSelectedDate(to_qt(day))
        self._dress()
        self._on_page(calendar.yearShown(), calendar.monthShown())
        self.adjustSize()
        self.move(self._place(anchor))
        self.show()
        # The frame of the style sheet counts only once the popup is shown.
        self.move(self._place(anchor))
        view = calendar.findChild(QTableView)
        if view is not None:
            view.setFocus(Qt.FocusReason.PopupFocusReason)

    def _place(self, anchor: QWidget) -> QPoint:
        mirrored = anchor.layoutDirection() == Qt.LayoutDirection.RightToLeft
        left = anchor.width() - self.width() if mirrored else 0
        place = anchor.mapToGlobal(QPoint(left, anchor.height() + 4))
        room = anchor.screen().availableGeometry()
        return QPoint(
            max(room.left(), min(place.x(), room.right() - self.width())),
            max(room.top(), min(place.y(), room.bottom() - self.height())),
        )

    def _dress(self) -> None:
        dress_days(self._calendar)
        self._calendar.setMinimumSize(px(308), px(308))

    def _on_page(self, year: int, month: int) -> None:
        self._month.setText(self.locale().toString(QDate(year, month, 1), "MMMM yyyy"))

    def _choose(self, day: QDate) -> None:
        if self.isVisible():
            self.close()
            self.chosen.emit(from_qt(day))
