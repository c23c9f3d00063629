"""Whether a window rests: nothing is laid out, painted or timed while nobody touches it."""

from collections import Counter

from PySide6.QtCore import QElapsedTimer, QEvent, QObject, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

CLOCK_MS = 10_000
"""What rings no more often than this is a clock."""
_TURNS = 20
_PATIENCE_MS = 10_000
_STIRS = frozenset({
    QEvent.Type.LayoutRequest,
    QEvent.Type.Paint,
    QEvent.Type.Resize,
    QEvent.Type.Timer,
    QEvent.Type.UpdateRequest,
})  # fmt: skip


class _Stirring(QObject):
    """Counts what goes on in all windows."""

    def __init__(self):
        super().__init__()
        self.seen = Counter()

    def eventFilter(self, watched, event, /):
        if event.type() in _STIRS:
            self.seen[f"{type(watched).__name__} {event.type().name}"] += 1
        return False


def unrest(quiet_ms=0):
    """Return what goes on and on, and each timer that rings more often than a clock.

    Something may still come to its end at first. It is quiet once nothing stirs in so many turns
    of Qt's, and for so many milliseconds.
    """
    stirring, patience = _Stirring(), QElapsedTimer()
    app = QApplication.instance()
    app.installEventFilter(stirring)
    patience.start()
    try:
        while _goes_on(stirring, quiet_ms):
            if patience.elapsed() > _PATIENCE_MS:
                return [f"never rests: {what}, {n} times" for what, n in stirring.seen.items()]
    finally:
        app.removeEventFilter(stirring)
    return sorted({f"{one} rings all the time" for one in _ringing()})


def _goes_on(stirring, quiet_ms):
    """Return whether anything stirs; the computer is left to others while nothing does."""
    stirring.seen.clear()
    for _ in range(_TURNS):
        QApplication.processEvents()
        if stirring.seen:
            return True
    QTest.qWait(quiet_ms)
    return bool(stirring.seen)


def _ringing():
    for window in QApplication.topLevelWidgets():
        for timer in window.findChildren(QTimer):
            if timer.isActive() and not timer.isSingleShot() and timer.interval() < CLOCK_MS:
                yield f"the timer of {type(timer.parent()).__name__}"
