"""Tells when things were on the screen, and what memory the process then takes.

This runs inside the processes that are measured, so it imports nothing but Qt's core.
"""

import json
import sys
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer

SETTLE_MS = 400
"""After the last mark, before the memory is read: what was only needed for the start is freed."""
_AFTER_PAINT = QEvent.Type(QEvent.registerEventType())


class Marks(QObject):
    """Times since the process began, by name."""

    def __init__(self, begin: float) -> None:
        super().__init__()
        self._begin = begin
        self._marks: dict[str, float] = {}
        self._awaited: dict[int, str] = {}
        self._wanted: set[str] = set()
        self._end: Callable[[], object] | None = None

    def on_paint(self, widget: QObject, name: str) -> None:
        """Mark when this widget was painted for the first time.

        The mark is set by the next event after the paint, when the whole window is on the screen.
        """
        self._awaited[id(widget)] = name
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # Qt's name
        if event.type() == QEvent.Type.Paint and id(watched) in self._awaited:
            name = self._awaited.pop(id(watched))
            watched.removeEventFilter(self)
            told = QEvent(_AFTER_PAINT)
            self.setProperty("told", [*(self.property("told") or []), name])
            QCoreApplication.postEvent(self, told, Qt.EventPriority.HighEventPriority.value)
        return False

    def customEvent(self, event: QEvent) -> None:  # Qt's name
        if event.type() == _AFTER_PAINT:
            told, *rest = self.property("told")
            self.setProperty("told", rest)
            self.mark(told)

    def mark(self, name: str) -> None:
        """Set a mark now, if it is the first of its name."""
        self._marks.setdefault(name, time.monotonic() - self._begin)
        if self._end is not None and self._wanted <= self._marks.keys():
            end, self._end = self._end, None
            self._finish = end
            QTimer.singleShot(SETTLE_MS, self._tell)

    def then(self, end: Callable[[], object], *, after: tuple[str, ...]) -> None:
        """Tell all marks and the memory once these are set, then call `end`."""
        self._wanted, self._end = set(after), end

    def _tell(self) -> None:
        self._marks["memory"] = memory_mb()
        sys.stdout.write(json.dumps(self._marks) + "\n")
        sys.stdout.flush()
        self._finish()


def memory_mb() -> float:
    """Return this process's memory, shared pages in shares (PSS), in megabytes; 0 if not told."""
    told = Path("/proc/self/smaps_rollup")
    if not told.exists():
        return 0.0
    return int(told.read_text("ascii").split("Pss:")[1].split()[0]) / 1024
