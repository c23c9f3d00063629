"""Files that are dropped on the window; loaded with it, so without what opens them."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QDropEvent
from typing_extensions import override

from homejournal.ui.base.clipboard import brings_our_files

if TYPE_CHECKING:
    from homejournal.ui.kit.window_interface import OpenWindow

_TOLD = {QEvent.Type.DragEnter, QEvent.Type.Drop}


class DroppedFiles(QObject):
    """Takes what homejournal can open; other drops go their usual way."""

    dropped = Signal(object)
    """A list of paths."""

    def __init__(self, window: "OpenWindow") -> None:
        super().__init__(window)
        self._window = window
        self._is_over = False
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if self._is_over and event.type() in {QEvent.Type.DragLeave, QEvent.Type.Drop}:
            self._is_over = False
            self._window.frame.toast.dismiss()
        if not isinstance(event, QDropEvent) or event.type() not in _TOLD:
            return False
        if not brings_our_files(event.mimeData()):
            return False
        event.acceptProposedAction()
        if event.type() == QEvent.Type.Drop:
            self.dropped.emit([Path(url.toLocalFile()) for url in event.mimeData().urls()])
        elif not self._is_over:
            self._is_over = True
            said = self._window.desk.wording.text("Drop it here to see what is in it.")
            self._window.frame.toast.show_text(said)
        return True
