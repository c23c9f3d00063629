"""Zooming and panning a chart along its days."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, Qt, Signal
from PySide6.QtWidgets import QApplication, QGestureEvent, QPinchGesture, QWidget
from typing_extensions import override

from homejournal.domain.days.periods import Period
from homejournal.ui.widgets.charts.picture import ChartPane

if TYPE_CHECKING:
    from PySide6.QtGui import QHideEvent, QMouseEvent, QWheelEvent


LEAST_DAYS = 7
_WEEK = 7
_FEW_WEEKS = 28


def days_in(period: Period) -> int:
    """Return how many days a period has."""
    return period.end.toordinal() - period.start.toordinal() + 1


def zoomed(shown: Period, whole: Period, about: date, *, closer: bool) -> Period:
    """Return half or twice as many days, at least a week and inside the whole.

    The day `about` stays where it is in the picture, as far as the whole allows.
    """
    length = days_in(shown)
    wanted = max(LEAST_DAYS, -(-length // 2)) if closer else 2 * length
    wanted = min(wanted, days_in(whole)) if length >= LEAST_DAYS or not closer else length
    share = (about.toordinal() - shown.start.toordinal() + 0.5) / length
    return _inside(about.toordinal() - round(share * wanted - 0.5), wanted, whole)


def panned(shown: Period, whole: Period, days: int) -> Period:
    """Return as many days, that many later, or earlier where it is negative."""
    return _inside(shown.start.toordinal() + days, days_in(shown), whole)


def step_of(shown: Period) -> int:
    """Return by how many days a key pans: a quarter, in full weeks where there are some."""
    quarter = max(1, days_in(shown) // 4)
    return quarter // _WEEK * _WEEK if days_in(shown) >= _FEW_WEEKS else quarter


def _inside(start: int, length: int, whole: Period) -> Period:
    length = min(length, days_in(whole))
    start = min(start, whole.end.toordinal() - length + 1)
    start = max(start, whole.start.toordinal())
    return Period(date.fromordinal(start), date.fromordinal(start + length - 1))


_COMMANDS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.MetaModifier
_NOTCH = 120
"""What Qt counts for one notch of a wheel; touchpads send parts of it."""
_PINCHED = 1.5


class ChartZoom(ChartPane):
    """Ctrl with the wheel or a pinch zooms, dragging moves the picture along.

    ``window_wanted`` carries the Period to show, or None for all of it. Nothing of this does
    anything before ``set_window`` was called.
    """

    window_wanted = Signal(object)

    def __init__(self, height: float = 300, parent: QWidget | None = None) -> None:
        super().__init__(height, parent)
        self._shown_days: Period | None = None
        self._whole: Period | None = None
        self._pressed: QPointF | None = None
        self._moved = self._carried = False
        self._turned = 0
        self._pinched = 1.0
        self.setMouseTracking(True)
        self.grabGesture(Qt.GestureType.PinchGesture)

    def set_window(self, shown: Period | None, whole: Period | None) -> None:
        """Say which days the picture shows and which there are; None where it has no days."""
        known = shown is not None and whole is not None
        self._shown_days, self._whole = (shown, whole) if known else (None, None)

    @property
    def is_zoomed(self) -> bool:
        """Whether fewer days are shown than there are."""
        return self._shown_days is not None and self._shown_days != self._whole

    def zoom(self, *, closer: bool, about: date | None = None) -> None:
        """Ask for half or twice the days, about a day or the mark that is told."""
        if self._shown_days is None or self._whole is None:
            return
        day = about or self._middle_day(self._shown_days)
        self._want(zoomed(self._shown_days, self._whole, day, closer=closer))

    def pan(self, days: int) -> None:
        """Ask for that many days later, or earlier where it is negative."""
        if self._shown_days is not None and self._whole is not None:
            self._want(panned(self._shown_days, self._whole, days))

    def reset(self) -> None:
        """Ask for all days."""
        if self.is_zoomed and self._whole is not None:
            self._want(self._whole)

    def _want(self, window: Period) -> None:
        if window != self._shown_days:
            self.window_wanted.emit(None if window == self._whole else window)
        else:
            self.shift(0.0)

    def _middle_day(self, shown: Period) -> date:
        mark = self.told_mark()
        if mark is not None and mark.start is not None and mark.end is not None:
            middle = mark.start + (mark.end - mark.start) / 2
        else:
            middle = shown.start + (shown.end - shown.start) / 2
        return min(max(middle, shown.start), shown.end)

    def _day_at(self, x: float) -> date | None:
        places = self.places()
        return places.picture.day_at(x / places.scale) if places is not None else None

    # Wheel and pinch.

    @override
    def wheelEvent(self, event: QWheelEvent, /) -> None:
        """Zoom with Ctrl; without it the page scrolls as everywhere else."""
        if not event.modifiers() & _COMMANDS or self._shown_days is None:
            event.ignore()
            return
        turned = event.angleDelta().y()
        self._turned = turned + (self._turned if turned * self._turned > 0 else 0)
        while abs(self._turned) >= _NOTCH:
            closer = self._turned > 0
            self._turned -= _NOTCH if closer else -_NOTCH
            self.zoom(closer=closer, about=self._day_at(event.position().x()))
        event.accept()

    @override
    def event(self, event: QEvent, /) -> bool:
        if event.type() == QEvent.Type.Gesture and isinstance(event, QGestureEvent):
            pinch = event.gesture(Qt.GestureType.PinchGesture)
            if isinstance(pinch, QPinchGesture):
                self._pinch(pinch)
                return True
        return super().event(event)

    def _pinch(self, pinch: QPinchGesture) -> None:
        grown = max(0.01, pinch.totalScaleFactor())
        if pinch.state() == Qt.GestureState.GestureStarted:
            self._pinched = grown
            # The first finger was taken for a mouse that drags.
            self._let_go()
        if not 1 / _PINCHED < grown / self._pinched < _PINCHED:
            closer, self._pinched = grown > self._pinched, grown
            center = self.mapFromGlobal(pinch.centerPoint())
            self.zoom(closer=closer, about=self._day_at(center.x()))

    # Dragging along the days.

    @override
    def mousePressEvent(self, event: QMouseEvent, /) -> None:
        super().mousePressEvent(event)
        if event.button() == Qt.MouseButton.LeftButton and self.shown is not None:
            self._pressed = event.position()
            event.accept()

    @override
    def mouseMoveEvent(self, event: QMouseEvent, /) -> None:
        super().mouseMoveEvent(event)
        if self._pressed is None:
            return
        moved = event.position() - self._pressed
        if moved.manhattanLength() >= QApplication.startDragDistance():
            self._moved = True
        if self._moved and self.is_zoomed:
            self._carried = True
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
            self.shift(moved.x())

    @override
    def mouseReleaseEvent(self, event: QMouseEvent, /) -> None:
        pressed = self._pressed
        if pressed is None or event.button() != Qt.MouseButton.LeftButton:
            super().mouseReleaseEvent(event)
            return
        carried, moved, by = self._carried, self._moved, event.position().x() - pressed.x()
        self._let_go()
        event.accept()
        if carried:
            self._carry(by)
        elif not moved:
            self._on_click(event.position())

    @override
    def hideEvent(self, event: QHideEvent, /) -> None:
        super().hideEvent(event)
        self._let_go()

    def _let_go(self) -> None:
        """End a drag, and put the picture back where it was."""
        self._pressed, self._moved, self._carried = None, False, False
        self.unsetCursor()
        self.shift(0.0)

    def _carry(self, moved: float) -> None:
        """Ask for the days that lie where the picture was dragged to; it stays there until then."""
        places = self.places()
        share = moved / max(1.0, places.plot().width()) if places is not None else 0.0
        if self._shown_days is not None:
            self.shift(moved)
            self.pan(round(-share * days_in(self._shown_days)))

    def _on_click(self, place: QPointF) -> None:
        """Answer a click that moved nothing."""
