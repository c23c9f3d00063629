"""A field for a day, which may be left unsaid, with a month that opens under it; one for a time."""

from __future__ import annotations

import re
import unicodedata
from datetime import date, time

from PySide6.QtCore import QDate, QEvent, QLocale, QObject, QPoint, QPointF, Qt, QTime, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QMouseEvent, QTextCharFormat, QWheelEvent
from PySide6.QtWidgets import (
    QCalendarWidget,
    QCheckBox,
    QDateEdit,
    QFrame,
    QLabel,
    QLineEdit,
    QSizePolicy,
    QTableView,
    QWidget,
)
from typing_extensions import override

from homejournal.ui.base.language import first_weekday, from_qt, to_qt
from homejournal.ui.theme import px, set_look, tokens
from homejournal.ui.widgets.button import icon_button
from homejournal.ui.widgets.layout.boxes import FlowLayout, in_column, in_row
from homejournal.ui.widgets.wrapping_labels import line_label

_WRITTEN = re.compile(r"(\d{1,2})(?:[:.h]?(\d{2}))?([ap]m?)?")
_STEPS = {
    Qt.Key.Key_Up: 15,
    Qt.Key.Key_Down: -15,
    Qt.Key.Key_PageUp: 60,
    Qt.Key.Key_PageDown: -60,
}
_NOON = time(12)
_DAY_MINUTES = 24 * 60


def read_time(text: str) -> time | None:
    """Read a time such as 7:30 PM, 7.30 p. m., 19:30, 1930 or 7pm, in digits of any script.

    Returns None for what is no time of day.
    """
    plain = "".join(_plain(letter) for letter in text.casefold())
    plain = re.sub(r"([ap])\.?m\.?$", r"\1m", plain)
    written = _WRITTEN.fullmatch(plain)
    if written is None:
        return None
    hour, minute, half = int(written[1]), int(written[2] or 0), written[3]
    if half:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if half.startswith("p") else 0)
    return time(hour, minute) if hour < 24 and minute < 60 else None


def _plain(letter: str) -> str:
    digit = unicodedata.decimal(letter, None)
    return str(digit) if digit is not None else "" if letter.isspace() else letter


def write_time(moment: time, locale: QLocale) -> str:
    """Write a time of day as people of a language do."""
    return locale.toString(QTime(moment.hour, moment.minute), QLocale.FormatType.ShortFormat)


class TimeEdit(QLineEdit):
    """One line for a time of day; up and down change it by a quarter, Page keys by an hour."""

    def __init__(self) -> None:
        super().__init__()
        self._shown: tuple[str, time | None] = ("", None)
        self.setMaxLength(20)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.editingFinished.connect(self._write_out)
        width = self.fontMetrics().horizontalAdvance("00:00 p. m.")
        self.setFixedWidth(width + 2 * px(12) + 6)

    def value(self) -> time | None:
        """Return the time, or None while the field is empty or holds no time of day."""
        words, moment = self._shown
        return moment if self.text() == words else read_time(self.text())

    def set_value(self, moment: time | None) -> None:
        self.setText("" if moment is None else write_time(moment, self.locale()))
        self._shown = (self.text(), moment)

    def is_readable(self) -> bool:
        """Return whether the field is empty or holds a time of day."""
        return not self.text().strip() or self.value() is not None

    @override
    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        step = _STEPS.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            self._move(step)
            event.accept()

    def _move(self, minutes: int) -> None:
        moment = self.value()
        if moment is None:
            self.set_value(_NOON)
            return
        moved = (moment.hour * 60 + moment.minute + minutes) % _DAY_MINUTES
        self.set_value(time(*divmod(moved, 60)))

    def _write_out(self) -> None:
        """Show which time was understood, so that 7 does not stay in doubt."""
        moment = self.value()
        if moment is not None:
            self.set_value(moment)


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
        self.calendar = QCalendarWidget(self)
        # Its own bar of month and year cannot be reached by keyboard and has no names.
        self.calendar.setNavigationBarVisible(False)
        self.calendar.setHorizontalHeaderFormat(
            QCalendarWidget.HorizontalHeaderFormat.ShortDayNames
        )
        self.calendar.setAccessibleName(name)
        for view in self.calendar.findChildren(QTableView):
            view.setAccessibleName(name)
            view.setTabKeyNavigation(False)
        self._month: QLabel = line_label("", "strong")
        self._month.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._build(earlier, later)
        self.calendar.clicked.connect(self._choose)
        self.calendar.activated.connect(self._choose)
        self.calendar.currentPageChanged.connect(self._on_page)

    def _build(self, earlier: str, later: str) -> None:
        before = icon_button("chevron-left", earlier, self)
        before.clicked.connect(self.calendar.showPreviousMonth)
        after = icon_button("chevron-right", later, self)
        after.clicked.connect(self.calendar.showNextMonth)
        head = in_row(before, self._month, after, grow=self._month)
        in_column(head, self.calendar, edges=(8, 8, 8, 8), inside=self)

    def open_below(self, anchor: QWidget, day: date, first: date, last: date) -> None:
        """Open under a widget on a day; only days from ``first`` to ``last`` can be chosen."""
        calendar = self.calendar
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
        dress_days(self.calendar)
        self.calendar.setMinimumSize(px(308), px(308))

    def _on_page(self, year: int, month: int) -> None:
        self._month.setText(self.locale().toString(QDate(year, month, 1), "MMMM yyyy"))

    def _choose(self, day: QDate) -> None:
        if self.isVisible():
            self.close()
            self.chosen.emit(from_qt(day))


_Key = Qt.Key
_JOINTS = frozenset("/.-, ")
_ERASE = frozenset({_Key.Key_Backspace, _Key.Key_Delete})
_ENTER = frozenset({_Key.Key_Return, _Key.Key_Enter})
_Modifier = Qt.KeyboardModifier
_COMMANDS = _Modifier.ControlModifier | _Modifier.AltModifier | _Modifier.MetaModifier
_Part = QDateEdit.Section
_PARTS = (_Part.YearSection, _Part.MonthSection, _Part.DaySection)
_CENTURY = 2000
"""Which years are meant where only the last two digits are typed."""


def _with_year(written: str) -> str:
    """Return a format of days with all four digits of the year."""
    return re.sub("y+", "yyyy", written)


class _SteadyDateEdit(QDateEdit):
    """A field that takes a day as people type it: "6/1/2026", "6.1.26", or its digits alone.

    A wheel that passes over changes no day, and a click marks the part that will be typed over.
    Qt's own field takes no digit where one just clicks, since every part is full already; it goes
    on to the next part by itself and then once more at a slash; and it drops what is typed over
    all of its parts.
    """

    def __init__(self, day: QDate, parent: QWidget) -> None:
        super().__init__(day, parent)
        self._went_on = False
        self.setDisplayFormat(_with_year(self.locale().dateFormat(QLocale.FormatType.ShortFormat)))
        self.lineEdit().installEventFilter(self)

    @override
    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        typed = event.text()
        went_on, self._went_on = self._went_on, False
        if event.modifiers() & _COMMANDS or not (typed.isprintable() and typed):
            self._heard(event)
        elif typed not in _JOINTS:
            self._type(event)
        elif not went_on:
            self._go_on()

    def _heard(self, event: QKeyEvent) -> None:
        """Answer a key that types nothing; erasing all of it means to begin with its first part."""
        if event.key() in _ENTER:
            self._complete_year()
        if event.key() in _ERASE and self._is_marked():
            self.setSelectedSection(self.sectionAt(0))
        else:
            super().keyPressEvent(event)

    def _type(self, event: QKeyEvent) -> None:
        if self._is_marked():
            self.setSelectedSection(self.sectionAt(0))
        before = self.currentSection()
        super().keyPressEvent(event)
        self._went_on = self.currentSection() != before

    def _is_marked(self) -> bool:
        """Return whether all of the day is marked, not only one of its parts."""
        return self.lineEdit().selectedText() == self.text()

    def _go_on(self) -> None:
        """Mark the next part, as a slash or a point between two parts asks for."""
        place = self.currentSectionIndex() + 1
        if place < self.sectionCount():
            self.setSelectedSection(self.sectionAt(place))

    def _complete_year(self) -> None:
        """Take two digits for a year of this century, where Qt would put the old year back."""
        parts = [self.sectionText(part) for part in _PARTS]
        if len(parts[0]) > 2 or not all(part.isdecimal() for part in parts):
            return
        year, month, day = map(int, parts)
        if QDate.isValid(_CENTURY + year, month, day):
            self.setDate(QDate(_CENTURY + year, month, day))

    @override
    def focusOutEvent(self, event: QFocusEvent, /) -> None:
        self._complete_year()
        super().focusOutEvent(event)

    @override
    def eventFilter(self, watched: QObject, event: QEvent, /) -> bool:
        clicked = event.type() == QEvent.Type.MouseButtonRelease
        if clicked and watched is self.lineEdit() and not self.lineEdit().hasSelectedText():
            self.setSelectedSection(self.currentSection())
        return super().eventFilter(watched, event)

    @override
    def mousePressEvent(self, event: QMouseEvent, /) -> None:
        """Open the month; between the day and the arrow Qt would step to the next day unseen."""
        dress_days(self.calendarWidget())  # made when it is first needed
        self.calendarWidget().setFirstDayOfWeek(first_weekday(self))
        arrow, line = self.width() - px(14), self.lineEdit().geometry()
        beside = event.position().x() > line.right()
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            arrow, beside = px(14), event.position().x() < line.left()
        if beside:
            event = QMouseEvent(
                event.type(),
                QPointF(arrow, event.position().y()),
                event.globalPosition(),
                event.button(),
                event.buttons(),
                event.modifiers(),
            )
        super().mousePressEvent(event)

    @override
    def wheelEvent(self, event: QWheelEvent, /) -> None:
        event.ignore()


class DayEdit(QWidget):
    """Type the day, step through it with the arrow keys, or open the month with the mouse.

    With words for ``not_said`` a check box stands beside the field, and ``day()`` is None while it
    is checked. ``changed`` carries the day or None.
    """

    changed = Signal(object)

    def __init__(self, day: date, not_said: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = _SteadyDateEdit(to_qt(day), self)
        self.field.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.field.setCalendarPopup(True)
        self.field.setKeyboardTracking(False)
        self.not_said_box: QCheckBox | None = None
        row = FlowLayout(self, 12)
        row.addWidget(self.field)
        if not_said:
            self.not_said_box = QCheckBox(not_said, self)
            self.not_said_box.setAccessibleName(not_said.replace("&", ""))
            self.not_said_box.toggled.connect(self._on_not_said)
            row.addWidget(self.not_said_box)
        self.setFocusProxy(self.field)
        self.field.dateChanged.connect(self._on_date)

    def day(self) -> date | None:
        """Return the day, or None while it is left unsaid."""
        if self.not_said_box is not None and self.not_said_box.isChecked():
            return None
        return from_qt(self.field.date())

    def set_day(self, day: date | None) -> None:
        """Show a day; None leaves it unsaid, where that is offered."""
        if self.not_said_box is not None:
            self.not_said_box.setChecked(day is None)
        if day is not None:
            self.field.setDate(to_qt(day))

    def _on_not_said(self, unsaid: bool) -> None:  # noqa: FBT001
        self.field.setEnabled(not unsaid)
        self.changed.emit(self.day())

    def _on_date(self, _day: QDate) -> None:
        self.changed.emit(self.day())
