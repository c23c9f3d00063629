"""When memory is looked through for what nobody holds any more: while nothing else is done."""

import gc
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

_EVERY_MS = 5_000
_NEVER = 1_000_000


class Tidying(QObject):
    """Keeps the long search for garbage out of the work.

    Python begins it on whatever thread asks for memory, and everything waits meanwhile: a tenth of
    a second while a long chart is drawn. Here it runs now and then on the window's thread, where
    widgets may be freed, and only while `busy` says that nothing is under way. The short search
    for what is young goes on by itself.
    """

    def __init__(self, busy: Callable[[], bool], parent: QObject) -> None:
        super().__init__(parent)
        self._busy = busy
        self._before = gc.get_threshold()
        self.timer = QTimer(self)
        self.timer.setInterval(_EVERY_MS)
        self.timer.timeout.connect(self._on_time)

    def begin(self) -> None:
        """Begin to search; what is loaded by now stays until the end and is searched no more."""
        gc.freeze()
        gc.set_threshold(*self._before[:2], _NEVER)
        gc.enable()
        self.timer.start()

    def end(self) -> None:
        """Leave it to Python again."""
        self.timer.stop()
        gc.set_threshold(*self._before)
        gc.unfreeze()

    def _on_time(self) -> None:
        if gc.get_count()[2] and not self._busy():
            gc.collect()
