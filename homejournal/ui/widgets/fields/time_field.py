"""A field for a time of day that is typed as people write it; empty means not said."""

from __future__ import annotations

import re
import unicodedata
from datetime import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, Qt, QTime
from PySide6.QtWidgets import QLineEdit, QSizePolicy
from typing_extensions import override

from homejournal.ui.theme import px

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

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
        """Show a time, or leave the field empty."""
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
