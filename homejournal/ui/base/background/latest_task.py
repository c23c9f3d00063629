"""Work for the worker of which only the newest wish counts: counting, and drawing charts."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal

if TYPE_CHECKING:
    from homejournal.ui.base.background.worker import Task, Worker


class Newest(QObject):
    """A wish that comes while another is worked at waits; of several the last one is done.

    The work begins once the window has done what it is at: two threads that work in Python at the
    same time would hold each other up.

    `work` is a plain function that runs on the worker's thread. `done` carries the wish and what
    came of it, `failed` the wish and the exception; of a wish that is no longer the newest nothing
    is told.
    """

    done = Signal(object, object)
    failed = Signal(object, object)

    def __init__(
        self, worker: "Worker", work: Callable[[Any], Any], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._worker, self._work = worker, work
        self._waiting: object = None
        self._doing: object = None
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._next)

    @property
    def busy(self) -> bool:
        """Return whether anything is worked at, or waits to be."""
        return self._doing is not None or self._waiting is not None

    def want(self, wish: object) -> None:
        """Ask for this, and for nothing that was asked before and is not there yet."""
        self._waiting = wish
        if self._doing is None:
            self._soon.start()

    def _next(self) -> None:
        if self._doing is not None:
            return
        wish, self._waiting = self._waiting, None
        self._doing = wish
        if wish is not None:
            self._worker.start(partial(_run, self._work, wish), self._on_done, self._on_failed)

    def _on_done(self, answer: object) -> None:
        wish = self._done_with()
        if wish is not None:
            self.done.emit(wish, answer)

    def _on_failed(self, failure: Exception) -> None:
        wish = self._done_with()
        if wish is not None:
            self.failed.emit(wish, failure)

    def _done_with(self) -> object:
        """Return the wish that was worked at, or None where there is a newer one."""
        wish, self._doing = self._doing, None
        if self._waiting is None:
            return wish
        self._next()
        return None


def _run(work: Callable[[Any], Any], wish: object, _task: "Task") -> object:
    return work(wish)
