"""Timers that run once each time they are started."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, SignalInstance


def one_shot(parent: QObject, then: Callable[[], object] | SignalInstance, ms: int = 0) -> QTimer:
    """Return a timer of `parent` that calls `then` once, so many milliseconds after each start.

    With none that is the next round of events.
    """
    timer = QTimer(parent)
    timer.setSingleShot(True)
    timer.setInterval(ms)
    timer.timeout.connect(then)
    return timer
