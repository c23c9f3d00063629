"""A chart to look into: closer and farther, and its marks by mouse and key."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, Qt, Signal
from PySide6.QtWidgets import QApplication, QGestureEvent, QPinchGesture, QWidget
from typing_extensions import override

from homejournal.domain.days.periods import Period
from homejournal.ui.widgets.charts.picture import ChartPane
from homejournal.ui.widgets.wrapping_labels import announce

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QHideEvent, QKeyEvent, QMouseEvent, QWheelEvent

    from homejournal.reports.charts.screen_picture import ChartMark, ChartPicture


LEAST_DAYS = 7
_WEEK = 7
_FEW_WEEKS = 28


def days_in(period: Period) -> int:
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


_ZOOMING = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.MetaModifier
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
        """Say which days the picture shows and which there are; None if it has no days."""
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
        if not event.modifiers() & _ZOOMING or self._shown_days is None:
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


_Key = Qt.Key
_REACH = 6
_ALONG = {_Key.Key_Left: -1, _Key.Key_Right: 1}
_ENDS = frozenset({_Key.Key_Home, _Key.Key_End})
_ENTER = frozenset({_Key.Key_Return, _Key.Key_Enter, _Key.Key_Space})
_Modifier = Qt.KeyboardModifier
_COMMANDS = _Modifier.ControlModifier | _Modifier.AltModifier | _Modifier.MetaModifier
_SHIFT = _Modifier.ShiftModifier


class ChartView(ChartZoom):
    """A chart that is read mark by mark, by pointer and by key.

    Left and Right, Home and End go from mark to mark; each is framed, shown in a bubble and said.
    Enter, Space or a click choose one: ``mark_chosen`` carries the ChartMark. ``mark_told`` carries
    the mark that is pointed at or gone to.

    ``window_wanted`` carries the Period to show after zoom or pan, or None for all of it. Plus and
    minus, Ctrl with the wheel or a pinch zoom; Shift with Left and Right or dragging pan; 0, Escape
    or a double click beside the marks reset. They do nothing before ``set_window`` was called.
    """

    mark_chosen = Signal(object)
    mark_told = Signal(object)

    def __init__(self, height: float = 300, parent: QWidget | None = None) -> None:
        super().__init__(height, parent)
        self._current: int | None = None
        self._say_next = False
        self.window_wanted.connect(self._on_window_wanted)

    @override
    def show_picture(self, picture: ChartPicture, name: str, description: str) -> None:
        """Show a picture; the mark of the same days stays the one that is told."""
        old = self.shown.marks if self.shown is not None else ()
        before = old[self._current] if self._current is not None else None
        super().show_picture(picture, name, description)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._current = _same_mark(before, picture) if before is not None else None
        self._told = self._resting()
        if self._say_next and self.hasFocus():
            announce(self, description)
        self._say_next = False

    @override
    def show_words(self, sentence: str) -> None:
        """Show a sentence; keys are heard only where they lead back to other days."""
        self._current = None
        super().show_words(sentence)
        policy = Qt.FocusPolicy
        self.setFocusPolicy(policy.StrongFocus if self.is_zoomed else policy.NoFocus)
        if self._say_next and self.hasFocus():
            announce(self, sentence)

    # Marks.

    def _go_to(self, place: int) -> None:
        """Make a mark the current one, and say it before anything that others say of it."""
        self._current = place
        if self.shown is not None:
            announce(self, self.shown.marks[place].words)
        self._tell(place)

    def _tell(self, place: int | None) -> None:
        if place == self._told:
            return
        self._told = place
        self.update()
        mark = self.told_mark()
        if mark is not None:
            self.mark_told.emit(mark)

    def _step(self, by: int) -> None:
        if self.shown is None:
            return
        last = len(self.shown.marks) - 1
        on = -by if self.shown.runs_left() else by
        if self._current is None:
            self._go_to(0 if on > 0 else last)
        else:
            self._go_to(min(last, max(0, self._current + on)))

    def _resting(self) -> int | None:
        """Return the mark to tell while none is pointed at."""
        return self._current if self.hasFocus() else None

    def _on_window_wanted(self) -> None:
        self._say_next = True

    def _choose(self, place: int | None) -> None:
        if place is not None and self.shown is not None:
            self._current = place
            self._tell(place)
            self.mark_chosen.emit(self.shown.marks[place])

    # Pointer.

    @override
    def mouseMoveEvent(self, event: QMouseEvent, /) -> None:
        super().mouseMoveEvent(event)
        if not self._carried:
            place = self._mark_at(event.position())
            self._tell(place if place is not None else self._resting())

    @override
    def leaveEvent(self, event: QEvent, /) -> None:
        super().leaveEvent(event)
        self._tell(self._resting())

    @override
    def _on_click(self, place: QPointF) -> None:
        self._choose(self._mark_at(place))

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent, /) -> None:
        """Show all days after a double click beside the marks."""
        left = event.button() == Qt.MouseButton.LeftButton
        if left and self._mark_at(event.position()) is None:
            self.reset()

    def _mark_at(self, place: QPointF) -> int | None:
        places = self.places()
        return places.mark_at(place, _REACH) if places is not None else None

    # Keys.

    @override
    def focusInEvent(self, event: QFocusEvent, /) -> None:
        super().focusInEvent(event)
        self._tell(self._current)

    @override
    def focusOutEvent(self, event: QFocusEvent, /) -> None:
        super().focusOutEvent(event)
        self._tell(None)

    @override
    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        if event.modifiers() & _COMMANDS or not self._heard(event):
            event.ignore()

    def _heard(self, event: QKeyEvent) -> bool:
        """Do what a key asks for; return whether it asked for anything."""
        key, count = event.key(), len(self.shown.marks) if self.shown is not None else 0
        if key in _ALONG and event.modifiers() & _SHIFT:
            if self._shown_days is None:
                return False
            self.pan(_ALONG[_Key(key)] * step_of(self._shown_days))
        elif key in _ALONG and count:
            self._step(_ALONG[_Key(key)])
        elif key in _ENDS and count:
            self._go_to(0 if key == _Key.Key_Home else count - 1)
        elif key in _ENTER and self._current is not None:
            self._choose(self._current)
        else:
            return self._heard_of_zoom(event)
        return True

    def _heard_of_zoom(self, event: QKeyEvent) -> bool:
        text, key = event.text(), event.key()
        if text in {"+", "="} or key == _Key.Key_Plus:
            self.zoom(closer=True)
        elif text in {"-", "_"} or key == _Key.Key_Minus:
            self.zoom(closer=False)
        elif (key == _Key.Key_0 or key == _Key.Key_Escape) and self.is_zoomed:
            self.reset()
        elif key == _Key.Key_Escape and self._told is not None:
            self._current = None
            self._tell(None)
        else:
            return False
        return self._shown_days is not None or key == _Key.Key_Escape


def _same_mark(before: ChartMark, picture: ChartPicture) -> int | None:
    """Return the mark of the same days in another picture, of several the one of the same words."""
    days = [
        place
        for place, mark in enumerate(picture.marks)
        if (mark.start, mark.end) == (before.start, before.end)
    ]
    words = [place for place in days if picture.marks[place].words == before.words]
    return next(iter(words or days), None)
