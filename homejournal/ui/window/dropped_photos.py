"""Photos that are dropped or pasted where no part of the page takes them: sheets, most likely.

It is loaded with the window, so without what reads them.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QDropEvent, QGuiApplication, QKeyEvent, QKeySequence
from typing_extensions import override

from homejournal.ui.base.clipboard import brings_files, brings_more_than_words

if TYPE_CHECKING:
    from homejournal.ui.kit.window_interface import OpenWindow

_DROPS = {QEvent.Type.DragEnter, QEvent.Type.Drop}


class GivenPhotos(QObject):
    """Takes files and pictures on every page, as far as nothing else there does."""

    given = Signal(object)
    """QMimeData."""

    def __init__(self, window: "OpenWindow") -> None:
        super().__init__(window)
        self._window = window
        window.installEventFilter(self)
        window.closed.connect(self._on_closed)

    def _on_closed(self) -> None:
        """Stop filtering events: Python cannot handle those of a window that is being deleted."""
        self._window.removeEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QDropEvent) and event.type() in _DROPS:
            return self._take_drop(event)
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._take_key(event)
        return False

    @property
    def _takes(self) -> bool:
        page = self._window.page
        return page is not None and page.child is not None and self._window.desk.can_write

    def _take_drop(self, event: QDropEvent) -> bool:
        if not (self._takes and brings_files(event.mimeData())):
            return False
        event.acceptProposedAction()
        if event.type() == QEvent.Type.Drop:
            self.given.emit(event.mimeData())
        return True

    def _take_key(self, event: QKeyEvent) -> bool:
        if not (event.matches(QKeySequence.StandardKey.Paste) and self._takes):
            return False
        data = QGuiApplication.clipboard().mimeData()
        if not (brings_files(data) and brings_more_than_words(data)):
            return False
        self.given.emit(data)
        return True
