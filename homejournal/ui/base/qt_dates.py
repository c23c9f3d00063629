"""Between Python's dates and Qt's, and the day on which the weeks of a window begin."""

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from homejournal.domain.days.periods import WeekStart

_WEEKS_BEGIN = "weeks_begin"


def to_qt(day: date) -> QDate:
    """Return the same day as Qt counts it."""
    return QDate(day.year, day.month, day.day)


def from_qt(day: QDate) -> date:
    """Return the same day as a Python date."""
    return date(day.year(), day.month(), day.day())


def set_week_start(window: QWidget, start: "WeekStart") -> None:
    """Let every calendar in a window and its dialogs begin its weeks as the journal does."""
    window.setProperty(_WEEKS_BEGIN, start.value)


def first_weekday(part: QWidget) -> Qt.DayOfWeek:
    """Return the day on which weeks begin where a part is, else the usual one of its language."""
    from homejournal.domain.days.periods import WeekStart  # not needed before the first paint

    holder: QWidget | None = part
    while holder is not None:
        match holder.property(_WEEKS_BEGIN):
            case WeekStart.MONDAY.value:
                return Qt.DayOfWeek.Monday
            case WeekStart.SUNDAY.value:
                return Qt.DayOfWeek.Sunday
        holder = holder.parentWidget()
    return part.locale().firstDayOfWeek()
