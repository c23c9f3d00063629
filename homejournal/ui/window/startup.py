"""What a start puts off until the window is painted, and when memory is tidied from then on."""

import gc
from collections.abc import Callable
from threading import Thread

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QIcon
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from homejournal.ui.base.timers import one_shot

_PAINT = QEvent.Type.Paint


class AfterFirstPaint(QObject):
    """Calls once the event loop is free after a widget was painted for the first time.

    With UpdateRequest it is a window in which anything at all was painted.
    """

    def __init__(
        self, widget: QWidget, call: Callable[[QWidget], None], awaited: QEvent.Type = _PAINT
    ) -> None:
        super().__init__(widget)
        self._widget, self._call, self._awaited = widget, call, awaited
        self._free = one_shot(self, self._on_free)  # a child, so that it never outlives the widget
        widget.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == self._awaited:
            self._widget.removeEventFilter(self)
            self._free.start()
        return False

    def _on_free(self) -> None:
        self._call(self._widget)
        self.deleteLater()


class WarmingUp(QObject):
    """Loads the program's icon, and what writing and searching need; each window asks for it."""

    done = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._threads: list[Thread] = []

    def begin(self) -> None:
        """Take the icon, and load the rest in a thread; `done` follows in the window's."""
        _take_icon()
        thread = Thread(target=self._load, name="homejournal-warm-up", daemon=True)
        self._threads.append(thread)
        thread.start()

    def end(self) -> None:
        """Wait until all is loaded: each thread tells this object, which may be gone then."""
        for thread in self._threads:
            thread.join()

    def _load(self) -> None:
        from homejournal.services.family_journal import FamilyJournal

        FamilyJournal.warm_up()
        self.done.emit()


def _take_icon() -> None:
    from homejournal.resources import resource

    icon = resource("icons", "app", "homejournal.svg")
    QGuiApplication.setWindowIcon(QIcon(str(icon)))


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
