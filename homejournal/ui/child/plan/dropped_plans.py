"""A plan file that is dropped on the window; loaded with it, so without any dialog."""

from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject, Signal
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

PLAN_ENDING = "hjplan"
"""How the name of a plan file ends."""
_TOLD = {QEvent.Type.DragEnter, QEvent.Type.Drop}
_ENDINGS = {f".{PLAN_ENDING}", ".json"}


class DroppedPlans(QObject):
    """Takes plan files that are dropped on a window; other drops go their usual way."""

    dropped = Signal(object)
    """Path of the file."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QDropEvent) or event.type() not in _TOLD:
            return False
        path = _plan_in(event.mimeData())
        if path is None:
            return False
        event.acceptProposedAction()
        if event.type() == QEvent.Type.Drop:
            self.dropped.emit(path)
        return True


def _plan_in(data: QMimeData) -> Path | None:
    """Return the one plan file that is dropped, if it is one."""
    paths = [Path(url.toLocalFile()) for url in data.urls()]
    return paths[0] if len(paths) == 1 and paths[0].suffix.lower() in _ENDINGS else None
