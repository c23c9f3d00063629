"""Something that may only happen while nothing else is at work with the journal's file."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

if TYPE_CHECKING:
    from homejournal.ui.base.background.worker import Worker

_LOOK_MS = 50


class WhenFree(QObject):
    """Calls once the worker has nothing more to do: a copy that it makes reads the file, too."""

    def __init__(self, worker: "Worker", call: Callable[[], None], parent: QObject) -> None:
        super().__init__(parent)
        self._worker, self._call = worker, call
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_MS)
        self._timer.timeout.connect(self._look)

    def wait(self) -> None:
        """Begin to wait; where nothing goes on it is called at once."""
        self._timer.start()
        self._look()

    def stop(self) -> None:
        """Wait no longer."""
        self._timer.stop()

    def _look(self) -> None:
        if self._timer.isActive() and not self._worker.busy:
            self._timer.stop()
            self._call()
