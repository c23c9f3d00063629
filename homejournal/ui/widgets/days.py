"""Between Python's dates and Qt's."""

from datetime import date

from PySide6.QtCore import QDate


def to_qt(day: date) -> QDate:
    """Return the same day as Qt counts it."""
    return QDate(day.year, day.month, day.day)


def from_qt(day: QDate) -> date:
    """Return the same day as a Python date."""
    return date(day.year(), day.month(), day.day())
