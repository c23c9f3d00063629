"""What waits until a window is on the screen."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QWidget
from typing_extensions import override

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
        self._free = QTimer(self)  # a child, so that it never outlives the widget
        self._free.setSingleShot(True)
        self._free.timeout.connect(self._on_free)
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
