"""A chart to look into: its marks by mouse and key."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, Qt, Signal
from typing_extensions import override

from homejournal.ui.widgets.charts.zoom import ChartZoom, step_of
from homejournal.ui.widgets.wrapping_labels import announce

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent
    from PySide6.QtWidgets import QWidget

    from homejournal.reports.charts.screen_picture import ChartMark, ChartPicture

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
