"""Tells when things were on the screen, and what memory the process then takes.

This runs inside the processes that are measured, so it imports little more than Qt's core.
"""

import json
import sys
import time
from collections import deque
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer
from typing_extensions import override

SETTLE_MS = 1500
"""After the last mark, before the memory is read: what loads late has ended by then."""
_PAINTED = QEvent.Type(QEvent.registerEventType())


class Marks(QObject):
    """Times since the process began, by name."""

    def __init__(self, begin: float, end: Callable[[], object], after: tuple[str, ...]) -> None:
        """Tell all marks once those of `after` are set, then call `end`."""
        super().__init__()
        self._begin, self._end, self._after = begin, end, set(after)
        self._marks: dict[str, float] = {}
        self._awaited: dict[QObject, str] = {}
        self._painted: deque[str] = deque()

    def on_paint(self, widget: QObject, name: str) -> None:
        """Mark when this widget was painted for the first time.

        The mark is set by the next event after the paint, when the whole window is on the screen.
        """
        self._awaited[widget] = name
        widget.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint and watched in self._awaited:
            self._painted.append(self._awaited.pop(watched))
            high = Qt.EventPriority.HighEventPriority.value
            QCoreApplication.postEvent(self, QEvent(_PAINTED), high)
        return False

    @override
    def customEvent(self, event: QEvent) -> None:
        if event.type() == _PAINTED:
            self.mark(self._painted.popleft())

    def mark(self, name: str) -> None:
        """Set a mark now, if it is the first of its name."""
        if name not in self._marks:
            self._marks[name] = time.monotonic() - self._begin
            if self._after <= self._marks.keys():
                self._after = {"told once"}
                QTimer.singleShot(SETTLE_MS, self._tell)

    def _tell(self) -> None:
        sys.stdout.write(json.dumps(self._marks | {"memory": memory_mb()}) + "\n")
        sys.stdout.flush()
        self._end()


def memory_mb() -> float:
    """Return this process's memory, shared pages in shares (PSS), in megabytes; 0 if not told."""
    told = Path("/proc/self/smaps_rollup")
    if not told.exists():
        return 0.0
    return int(told.read_text("ascii").split("Pss:")[1].split()[0]) / 1024
