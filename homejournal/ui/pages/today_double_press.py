"""The second press of a double click, which must not rate a time that nobody meant."""

from time import monotonic

from PySide6.QtWidgets import QApplication

from homejournal.domain.ratings import Rating


class DoublePress:
    """Remembers what was pressed last.

    After a time is written the card asks about the next open one, so the second press of a double
    click would otherwise land there.
    """

    def __init__(self) -> None:
        self._rating: Rating | None = None
        self._number = 0
        self._at = 0.0

    def is_second(self, rating: Rating | None, number: int) -> bool:
        """Return whether the same was pressed just now, for another time; else remember it."""
        now = monotonic()
        soon = now - self._at < QApplication.doubleClickInterval() / 1000
        if soon and rating == self._rating and (number == 0 or number != self._number):
            return True
        self._rating, self._number, self._at = rating, number, now
        return False
