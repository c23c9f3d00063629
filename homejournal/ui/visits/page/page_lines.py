"""The lines of a printed page as boxes to tick, laid over its picture.

The picture shows the words. What lies over it is drawn in the light colors of paper, also in a dark
window, and takes no room on the page itself.
"""

from collections.abc import Sequence

from PySide6.QtCore import (
    QCoreApplication,
    QEvent,
    QPoint,
    QPointF,
    QRect,
    QRectF,
    QSignalBlocker,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFontMetrics,
    QInputDevice,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QCheckBox, QPushButton, QWidget
from typing_extensions import override

from homejournal.ui.theme import FINE, Tokens, px, sized_font, tokens
from homejournal.ui.theme.tokens import tokens_for
from homejournal.ui.widgets.layout.boxes import let_go
from homejournal.ui.widgets.wrapping_labels import elided

_ROUND = 4
_NO_LEAST = "min-width: 0; min-height: 0; padding: 0; margin: 0;"
"""A line of print is as large as it is, whatever buttons and boxes are elsewhere."""


def paper_inks() -> Tokens:
    """Return the colors of what lies over paper, which stays light in a dark window."""
    return tokens_for(dark=False, contrast=tokens().border > 1)


def put_over(part: QWidget, sheet: QWidget) -> None:
    """Show a part over a sheet, above what lies there already; it keeps the focus it has."""
    if part.parentWidget() is not sheet:
        part.setParent(sheet)
    part.show()
    part.raise_()


_COMES_OR_GOES = frozenset(
    (
        QEvent.Type.Enter,
        QEvent.Type.Leave,
        QEvent.Type.HoverMove,
        QEvent.Type.FocusIn,
        QEvent.Type.FocusOut,
    )
)
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_Home: -10_000, Qt.Key.Key_End: 10_000}


def _walks(stop: "LineTick | MoreChip", event: QKeyEvent) -> bool:
    """Go on from a stop where the key asks for that; return whether it does."""
    steps = _STEPS.get(Qt.Key(event.key()))
    if steps is not None:
        stop.walked.emit(steps)
    return steps is not None


class LineTick(QCheckBox):
    """One line of the page. Ticked, it only frames the print; unticked, it is a ghost of the line.

    On a touch screen the first tap chooses the line, so that a finger that scrolls leaves nothing
    out; a second click of a double click does nothing.
    """

    walked = Signal(int)
    """By so many steps: an arrow was pressed here."""
    pointed = Signal()
    """The pointer or the focus has come, moved, or gone."""
    keyed = Signal()
    """The focus came by keys, or a key was pressed here."""

    def __init__(self, key: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.key = key
        self.rest: list[LineRest] = []
        """What of it stands on further sheets."""
        self._box = QRect()
        self.is_marked = False
        self.setStyleSheet(_NO_LEAST)
        self.is_chosen_by_touch = self._came_by_touch = self._by_keys = False
        """A line that a finger has chosen is turned by the next tap."""
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def put(self, line: QRect, box: QRect) -> None:
        """Lie over a line, with the box beside it; both in the pixels of the sheet."""
        whole = line.united(box)
        if whole != self.geometry():
            self.setGeometry(whole)
        self._box = box.translated(-whole.topLeft())
        self.update()

    def go_on_over(self, rest: Sequence[tuple[QWidget, QRect]]) -> None:
        """Go on over further sheets, each with the place there."""
        while len(self.rest) > len(rest):
            let_go(self.rest.pop())
        while len(self.rest) < len(rest):
            self.rest.append(LineRest(self))
        for part, (sheet, place) in zip(self.rest, rest, strict=True):
            part.setGeometry(place)
            put_over(part, sheet)

    def show_line(self, words: str, *, on: bool) -> None:
        """Say a line, and whether it is on the page, without saying that a person did it."""
        self.setAccessibleName(words)
        with QSignalBlocker(self):
            self.setChecked(on)
        for part in self.parts:
            part.update()

    @property
    def parts(self) -> tuple[QWidget, ...]:
        """Return the line on each of its sheets."""
        return self, *self.rest

    def mark(self, marked: bool) -> None:  # noqa: FBT001 - as Qt's own setters
        """Frame the line, or let it be as the others."""
        if marked != self.is_marked:
            self.is_marked = marked
            for part in self.parts:
                part.update()

    @property
    def has_keys(self) -> bool:
        """Return whether the focus came here by keys."""
        return self._by_keys and self.hasFocus()

    @override
    def hitButton(self, pos: QPoint, /) -> bool:
        return self.rect().contains(pos)

    @override
    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        self._by_keys = True
        self.keyed.emit()
        if not _walks(self, event):
            super().keyPressEvent(event)

    @override
    def mousePressEvent(self, event: QMouseEvent, /) -> None:
        touched = event.pointingDevice().type() == QInputDevice.DeviceType.TouchScreen
        self.is_chosen_by_touch = touched and self._came_by_touch
        super().mousePressEvent(event)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent, /) -> None:
        self._came_by_touch = False
        if self.is_chosen_by_touch:
            self.setDown(False)
            self.pointed.emit()
        else:
            super().mouseReleaseEvent(event)

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent, /) -> None:
        if self.is_chosen_by_touch:  # the second tap may come fast
            super().mouseDoubleClickEvent(event)
        else:
            event.accept()

    @override
    def event(self, event: QEvent, /) -> bool:
        if isinstance(event, QFocusEvent):
            touch = event.gotFocus() and event.reason() == Qt.FocusReason.MouseFocusReason
            self._came_by_touch, self._by_keys = touch, event.gotFocus() and not touch
            self.is_chosen_by_touch = self.is_chosen_by_touch and event.gotFocus()
            if self._by_keys:
                self.keyed.emit()
        answer = super().event(event)
        if event.type() in _COMES_OR_GOES:
            self.pointed.emit()
        return answer

    @override
    def paintEvent(self, event: QPaintEvent, /) -> None:
        painter, inks = QPainter(self), paper_inks()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.paint_part(painter, self.rect())
        if not self.isChecked():
            self._write_words(painter, inks)
        if not self._box.isEmpty():
            self._paint_box(painter, inks)
        painter.end()

    def paint_part(self, painter: QPainter, part: QRect) -> None:
        """Frame the print where it is pointed at; draw over it where it is left out."""
        inks, pointed = paper_inks(), self.is_marked
        if self.isChecked() and not pointed:
            return
        ground = QColor(inks.focus if self.isChecked() else inks.surface2)
        ground.setAlpha(16 if self.isChecked() else 235)
        pen = QPen(QColor(inks.control), 1, Qt.PenStyle.DashLine)
        if pointed:
            pen = QPen(QColor(inks.focus), 2)
        half = pen.widthF() / 2
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(ground)
        painter.setPen(pen)
        painter.drawRoundedRect(part.toRectF().adjusted(half, half, -half, -half), _ROUND, _ROUND)

    def _write_words(self, painter: QPainter, inks: Tokens) -> None:
        font = sized_font(FINE)
        painter.setFont(font)
        painter.setPen(QColor(inks.muted))
        gap = px(6)
        words = QRect(self._box.right() + gap, 0, self.width() - self._box.right() - 2 * gap, 0)
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            words = QRect(gap, 0, self._box.left() - 2 * gap, 0)
        words.setHeight(self.height())
        if words.width() > px(24):
            told = elided(painter.fontMetrics(), self.text_told(), words.width())
            flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading
            painter.drawText(words, int(flags), told)

    def text_told(self) -> str:
        """Return the words of the line, in one row."""
        return " ".join(self.accessibleName().split())

    def _paint_box(self, painter: QPainter, inks: Tokens) -> None:
        ink = inks.accent if self.is_marked else inks.muted
        box = QRectF(self._box).adjusted(0.75, 0.75, -0.75, -0.75)
        painter.setBrush(QColor("#FFFFFF"))
        painter.setPen(QPen(QColor(ink), 1.2 * inks.border))
        painter.drawRoundedRect(box, 3, 3)
        if not self.isChecked():
            return
        painter.setPen(
            QPen(
                QColor(ink),
                1.8,
                Qt.PenStyle.SolidLine,
                Qt.PenCapStyle.RoundCap,
                Qt.PenJoinStyle.RoundJoin,
            )
        )
        at = [(0.24, 0.54), (0.43, 0.72), (0.77, 0.30)]
        wide, high = box.width(), box.height()
        painter.drawPolyline([QPointF(box.left() + x * wide, box.top() + y * high) for x, y in at])


class LineRest(QWidget):
    """What of a line stands on a further sheet: to be pointed at and clicked as the line itself.

    Who listens hears of the line once.
    """

    def __init__(self, tick: LineTick) -> None:
        super().__init__()
        self._tick = tick
        self.setFocusProxy(tick)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    @override
    def event(self, event: QEvent, /) -> bool:
        if isinstance(event, QMouseEvent):
            return self._hand_on(event)
        answer = super().event(event)
        if event.type() in _COMES_OR_GOES:
            self._tick.pointed.emit()
        return answer

    def _hand_on(self, event: QMouseEvent) -> bool:
        inside = self.rect().contains(event.position().toPoint())
        there = self._tick.rect().center() if inside else QPoint(-1, -1)
        how = event.button(), event.buttons(), event.modifiers(), event.pointingDevice()
        same = QMouseEvent(event.type(), QPointF(there), event.globalPosition(), *how)
        return QCoreApplication.sendEvent(self._tick, same)

    @override
    def paintEvent(self, event: QPaintEvent, /) -> None:
        painter = QPainter(self)
        self._tick.paint_part(painter, self.rect())
        painter.end()


class MoreChip(QPushButton):
    """Says beside a heading how many more lines there could be: "+ 12 more"."""

    walked = Signal(int)

    def __init__(self, group: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.of_group = group
        self.setStyleSheet(_NO_LEAST)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def say(self, words: str, about: str) -> None:
        """Say how many more there are, and what a click does."""
        self.setText(words)
        self.setAccessibleDescription(about)
        self.setToolTip(about)

    @override
    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(sized_font(FINE))
        # No higher than its letters: a heading in print has little room around it.
        wide = metrics.horizontalAdvance(self.text()) + px(12)
        return QSize(wide, metrics.ascent() + metrics.descent() // 2)

    @override
    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        if not _walks(self, event):
            super().keyPressEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent, /) -> None:
        painter, inks = QPainter(self), paper_inks()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pointed = self.underMouse() or self.hasFocus()
        painter.setPen(QPen(QColor(inks.focus if pointed else inks.line), 2 if pointed else 1))
        painter.setBrush(QColor("#FFFFFF"))
        frame = self.rect().toRectF().adjusted(1, 1, -1, -1)
        painter.drawRoundedRect(frame, frame.height() / 2, frame.height() / 2)
        painter.setFont(sized_font(FINE))
        painter.setPen(QColor(inks.accent if pointed else inks.muted))
        painter.drawText(self.rect(), int(Qt.AlignmentFlag.AlignCenter), self.text())
        painter.end()


class LineTip(QWidget):
    """Says what a click on a line will do, above it or below it; nobody needs to hear it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._words = ""
        self.hide()

    def say_at(self, words: str, line: QRect, around: QRect) -> None:
        """Say something at a line, inside what is around it."""
        self._words = words
        self.setFont(sized_font(FINE, strong=True))
        metrics = self.fontMetrics()
        wide, high = metrics.horizontalAdvance(words) + px(20), metrics.height() + px(8)
        from_left = self.layoutDirection() == Qt.LayoutDirection.LeftToRight
        left = line.right() - wide - px(8) if from_left else line.left() + px(8)
        top = line.top() - high - px(2)  # the words of the line stay in sight
        if top < around.top():
            top = line.bottom() + px(2)
        left = max(around.left(), min(left, around.right() - wide))
        self.setGeometry(left, top, wide, high)
        self.show()
        self.raise_()
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent, /) -> None:
        painter, inks = QPainter(self), paper_inks()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(inks.toast))
        painter.drawRoundedRect(self.rect().toRectF(), 6, 6)
        painter.setFont(self.font())
        painter.setPen(QColor(inks.toast_text))
        painter.drawText(self.rect(), int(Qt.AlignmentFlag.AlignCenter), self._words)
        painter.end()
