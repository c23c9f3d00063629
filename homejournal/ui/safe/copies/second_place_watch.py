"""Notices that a second place is there again, without a press: somebody plugged the stick in."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from typing_extensions import override

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from homejournal.services.safe.copies.second_place import SecondPlace

LOOK_MS = 3_000
"""So often it is looked for, by one question to the disk."""


class ComingBack(QObject):
    """Looks for a place that is away, only while the part that tells of it is on the screen."""

    came = Signal()
    """The place is there again."""

    def __init__(self, part: "QWidget") -> None:
        super().__init__(part)
        self._part = part
        self._place: SecondPlace | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_MS)
        self._timer.timeout.connect(self.look)
        part.installEventFilter(self)

    def wait_for(self, place: "SecondPlace | None") -> None:
        """Look for this place from now on; None: it is there, or there is none."""
        self._place = place
        self._follow()

    @property
    def is_looking(self) -> bool:
        """Return whether the place is looked for now."""
        return self._timer.isActive()

    def look(self) -> None:
        """Look once, and tell where the place came."""
        if self._place is not None and self._place.is_there:
            self.wait_for(None)
            self.came.emit()

    def _follow(self) -> None:
        if self._place is None or not self._part.isVisible():
            self._timer.stop()
        elif not self._timer.isActive():
            self._timer.start()

    @override
    def eventFilter(self, watched: QObject, event: QEvent, /) -> bool:
        if event.type() in {QEvent.Type.Show, QEvent.Type.Hide}:
            self._follow()
        return False
