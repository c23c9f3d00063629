"""When memory is looked through for what nobody holds any more, and on which thread."""

import gc
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

_OFTEN_MS = 100
_SELDOM_MS = 1_000
_LONG_MS = 5_000


class Tidying(QObject):
    """Looks for garbage on the window's thread alone, and for long only between the work.

    Python begins the search on whatever thread asks for memory. Widgets that it would free on
    another thread than their own bring the program down, so it is switched off and done here.
    The search among what is young takes a few milliseconds. The one through everything held all
    up for a tenth of a second while a long chart was drawn: it waits until `busy` says that
    nothing is under way.
    """

    def __init__(self, busy: Callable[[], bool], parent: QObject) -> None:
        super().__init__(parent)
        self._busy = busy
        self._was_on = gc.isenabled()
        self.short = self._timer(_SELDOM_MS)
        self.short.timeout.connect(self._on_short)
        self.long = self._timer(_LONG_MS)
        self.long.timeout.connect(self._on_long)

    def begin(self) -> None:
        """Begin to search; what is loaded by now stays until the end and is searched no more."""
        gc.disable()
        gc.freeze()
        self.short.start()
        self.long.start()

    def end(self) -> None:
        """Leave it to Python again."""
        self.short.stop()
        self.long.stop()
        gc.unfreeze()
        if self._was_on:
            gc.enable()

    def _timer(self, every_ms: int) -> QTimer:
        timer = QTimer(self)
        timer.setInterval(every_ms)
        return timer

    def _on_short(self) -> None:
        self.short.setInterval(_OFTEN_MS if self._busy() else _SELDOM_MS)
        young, middle, _old = gc.get_count()
        enough, often, _seldom = gc.get_threshold()
        if young > enough:
            gc.collect(1 if middle > often else 0)

    def _on_long(self) -> None:
        if gc.get_count()[2] and not self._busy():
            gc.collect()
