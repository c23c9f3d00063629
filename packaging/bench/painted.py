"""Waiting in a measured window: until something was painted, and until nothing is left to do."""

import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget
from typing_extensions import override

from homejournal.ui.window.main_window import MainWindow

LONGEST_SECONDS = 30


class Painted(QObject):
    """Tells when a widget was painted since it was asked to look."""

    def __init__(self, widget: QWidget, event: QEvent.Type = QEvent.Type.Paint) -> None:
        super().__init__(widget)
        self.seen, self._awaited = False, event
        widget.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.seen = self.seen or event.type() == self._awaited
        return False


def wait_for(happened: Callable[[], bool]) -> None:
    """Let events happen until something has; TimeoutError after half a minute."""
    end = time.monotonic() + LONGEST_SECONDS
    while not happened():
        QApplication.processEvents()
        if time.monotonic() > end:
            raise TimeoutError("What was waited for has not happened.")


def quiet(window: MainWindow) -> None:
    """Wait until the window has had nothing to do for a second."""
    since = time.monotonic()
    while time.monotonic() - since < 1:
        QApplication.processEvents()
        if window.desk.worker.busy:
            since = time.monotonic()
