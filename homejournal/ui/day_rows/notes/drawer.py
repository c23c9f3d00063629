"""What opens over the rows below while somebody writes a note: the field and what goes with it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QHideEvent,
    QKeyEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QRegion,
)
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget
from typing_extensions import override

from homejournal.ui.base.timers import one_shot
from homejournal.ui.day_rows.notes.panel import NotePanel
from homejournal.ui.kit.written_notes import NoteRows
from homejournal.ui.theme import RADIUS, px, tokens
from homejournal.ui.widgets.cards.typing_area import TypingArea
from homejournal.ui.widgets.layout.boxes import in_column
from homejournal.ui.widgets.layout.focus import show_part

if TYPE_CHECKING:
    from homejournal.texts.wording import Wording

_EDGE = 8
"""What is free inside of it, in pixels at 100 %."""


@dataclass(frozen=True, slots=True)
class DrawerPlace:
    """Where a drawer lies in its line, in pixels: its top, its sides, and what it leaves free.

    `free` is so wide at the end of the first `high` pixels: the answers of the line are there.
    """

    top: int
    left: int
    wide: int
    free: int = 0
    high: int = 0


def place_over(line: QWidget, words: QWidget, answers: QWidget) -> DrawerPlace:
    """Return where a drawer lies: over the words of a line, or below all where that is narrow."""
    mirrored = line.layoutDirection() == Qt.LayoutDirection.RightToLeft
    foot = words.mapTo(line, QPoint(0, words.height())).y()
    if answers.mapTo(line, QPoint(0, 0)).y() >= foot:
        return DrawerPlace(line.height(), 0, line.width())
    start = words.mapTo(line, QPoint(words.width() if mirrored else 0, 0)).x()
    wide = start if mirrored else line.width() - start
    at = answers.mapTo(line, QPoint(answers.width() if mirrored else 0, 0)).x()
    free = (at if mirrored else line.width() - at) + px(6)
    return DrawerPlace(0, 0 if mirrored else start, wide, free, line.height() + px(2))


class NoteDrawer(TypingArea):
    """Lies over what is below its line and moves with it; nothing else moves when it opens.

    It belongs to what scrolls, so that it is not cut off where its row ends.
    """

    TAKES_WORDS: ClassVar[bool] = True

    closed = Signal()

    def __init__(self, wording: Wording, about: str, line: TypingArea) -> None:
        self._host = _what_scrolls(line)
        super().__init__(self._host)
        self._line = line
        self._place = DrawerPlace(0, 0, 0)
        self.panel = NotePanel(wording, about)
        self.panel.around = self
        self.others = NoteRows(wording)
        self.setAccessibleName(about)
        edge = px(_EDGE)
        self.column = in_column(
            self.panel, self.others, gap=6, edges=(edge, 0, edge, edge), inside=self
        )
        # Before that it has no focus, and no place in what scrolls.
        self._soon = one_shot(self, self._come_in_sight)
        self.panel.field.done.connect(self._on_done)
        self.hide()
        self._host.installEventFilter(self)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus)

    def add(self, *parts: QWidget) -> None:
        for part in parts:
            self.column.addWidget(part)

    def open_at(self, place: DrawerPlace) -> None:
        """Show it at a place of its line."""
        self._place = place
        self.fit()
        self.show()
        self.raise_()
        self._soon.start()

    def follow(self, place: DrawerPlace) -> None:
        """Take notice that the place is another one now."""
        self._place = place
        if self.isVisible():
            self.fit()

    def fit(self) -> None:
        """Lie where the line is now, as high as the parts need."""
        host, place = self._host, self._place
        self.ensurePolished()
        self.panel.inset(max(0, place.free - px(_EDGE)))
        corner = self._line.mapTo(host, QPoint(place.left, place.top))
        self.column.activate()
        high = self.column.totalHeightForWidth(place.wide)
        high = high if high >= 0 else self.column.totalSizeHint().height()
        self.setGeometry(corner.x(), corner.y(), place.wide, high)
        # Under the last rows there may be less room; what scrolls grows at its end, so none moves.
        host.setMinimumHeight(corner.y() + high + px(_EDGE))
        self.setMask(QRegion(self.rect()).subtracted(QRegion(self._free())))

    def _free(self) -> QRect:
        """Return what lies open at the end of the first line."""
        place = self._place
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        return QRect(0 if mirrored else self.width() - place.free, 0, place.free, place.high)

    @override
    def hideEvent(self, event: QHideEvent, /) -> None:
        super().hideEvent(event)
        self._host.setMinimumHeight(0)

    @override
    def paintEvent(self, event: QPaintEvent, /) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box, place, radius = QRectF(self.rect()).adjusted(1, 1, -1, -1), self._place, RADIUS
        shape = QPainterPath()
        if place.free:
            below, first = QPainterPath(), QPainterPath()
            below.addRoundedRect(box.adjusted(0, place.high, 0, 0), radius, radius)
            mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
            left, right = (place.free, 0) if mirrored else (0, -place.free)
            upper = box.adjusted(left, 0, right, 0)
            upper.setHeight(place.high + 2 * radius)
            first.addRoundedRect(upper, radius, radius)
            shape = below.united(first).simplified()
        else:
            shape.addRoundedRect(box, radius, radius)
        painter.fillPath(shape, QColor(tokens().surface))
        painter.strokePath(shape, QPen(QColor(tokens().control), tokens().border))
        painter.end()

    @override
    def type_here(self, text: str) -> bool:
        return self.panel.type_here(text)

    @override
    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        self._line.keyPressEvent(event)

    @override
    def event(self, event: QEvent, /) -> bool:
        if event.type() == QEvent.Type.LayoutRequest and self.isVisible():
            self.fit()
        return super().event(event)

    @override
    def eventFilter(self, watched: QObject, event: QEvent, /) -> bool:
        if self.isVisible() and event.type() in {QEvent.Type.LayoutRequest, QEvent.Type.Resize}:
            self.fit()
        elif self.isVisible() and event.type() == QEvent.Type.MouseButtonPress:
            self._line.setFocus(Qt.FocusReason.MouseFocusReason)  # a press beside it closes it
        return False

    def _come_in_sight(self) -> None:
        show_part(self)

    def _on_done(self) -> None:
        self._line.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_focus(self, _old: QWidget | None, now: QWidget | None) -> None:
        """Close once the focus is elsewhere in the window; a menu or dialog is no elsewhere."""
        if now is None or now.window() is not self.window() or not self.isVisible():
            return
        if now is not self and not self.isAncestorOf(now):
            self.hide()
            self.closed.emit()


def _what_scrolls(part: QWidget) -> QWidget:
    """Return what is scrolled together with a part, or its window."""
    above: QWidget | None = part
    while above is not None:
        if isinstance(above, QScrollArea) and (inside := above.widget()) is not None:
            return inside
        above = above.parentWidget()
    return part.window()
