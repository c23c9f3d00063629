"""A short message that something was saved, with Undo; it disappears by itself."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QCursor, QEnterEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QBoxLayout, QFrame, QWidget
from typing_extensions import override

from homejournal.ui.theme import paint_box, px, set_look
from homejournal.ui.widgets.buttons.wrapping_button import OnceButton
from homejournal.ui.widgets.cards.typing_area import TypingArea
from homejournal.ui.widgets.layout.scroll_areas import scrolling_around
from homejournal.ui.widgets.wrapping_labels import WrapLabel, announce

LEAST_SHOWN_MS = 10_000
_MS_PER_LETTER = 90
_MOST_LETTERS = 200
_LOW, _FEW_LETTERS = 300, 60
"""In a window so low, so many letters leave room for what has the focus."""


class Toast(QFrame):
    """Lies over the foot of its parent, or over the head where the focus or its card is there.

    Where it would be in both, as in a low window, what has the focus is scrolled free of it.
    It stays at least ten seconds, longer for long texts, and as long as the focus is on it, or the
    pointer that came to it (WCAG 2.2, success criteria 2.2.1 and 2.4.11). ``undo`` is the press of
    its button.
    """

    undo = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._label = WrapLabel("", "toast", most=_MOST_LETTERS)
        self._button = OnceButton()
        set_look(self._button, "toast")
        # A press must not take the focus from a note, which would be saved, and then taken back.
        self._button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._button.clicked.connect(self._on_undo)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.addWidget(self._label, 1)
        self._row.addWidget(self._button)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._on_time)
        self._pointer = QPoint()
        self._soon = QTimer(self)  # what Tab comes to is scrolled into sight only after it
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._free_focus)
        parent.installEventFilter(self)
        self.hide()

    def show_text(self, text: str, undo_text: str = "") -> None:
        """Show a text, with a button if ``undo_text`` has words for it, and speak it."""
        self._label.setText(text)
        self._button.setText(undo_text.replace("&", "&&"))
        self._button.setAccessibleName(undo_text)
        self._button.setAccessibleDescription(text)
        self._button.setVisible(bool(undo_text))
        if self.isHidden():
            QApplication.instance().focusChanged.connect(self._on_focus_changed)  # type: ignore[union-attr]
            self._pointer = QCursor.pos()
        self.show()
        self.raise_()
        self._place()
        self._soon.start()
        self._restart()
        announce(self._below(), text)

    def text(self) -> str:
        """Return the text that is shown."""
        return self._label.accessibleName() or self._label.text()

    def milliseconds_left(self) -> int:
        """Return how long the toast will stay; -1 while it is held or hidden."""
        return self._timer.remainingTime()

    def dismiss(self) -> None:
        """Take the toast away."""
        if self.isHidden():
            return
        self._timer.stop()
        self._soon.stop()
        QApplication.instance().focusChanged.disconnect(self._on_focus_changed)  # type: ignore[union-attr]
        self.hide()

    def _on_undo(self) -> None:
        self.dismiss()
        self.undo.emit()

    def _on_time(self) -> None:
        """Go, unless the pointer came meanwhile to read it."""
        if not self._is_pointed_at():
            self.dismiss()

    def _is_pointed_at(self) -> bool:
        """Return whether the pointer came here; one that rested here before tells nothing."""
        return self.underMouse() and QCursor.pos() != self._pointer

    def _restart(self) -> None:
        if self._is_pointed_at() or self._button.hasFocus():
            self._timer.stop()
        else:
            self._timer.start(max(LEAST_SHOWN_MS, _MS_PER_LETTER * len(self._label.text())))

    def _on_focus_changed(self, old: QWidget | None, now: QWidget | None) -> None:
        if not self._button.hasFocus():  # it would go away from under the mouse that presses it
            self._place()
            self._soon.start()
        area = scrolling_around(now) if now is not None else None
        if area is not None and (scrolled := area.widget()) is not None:
            scrolled.installEventFilter(self)
        if self._button in {old, now}:  # elsewhere one goes on, and its time with it
            self._restart()

    @override
    def enterEvent(self, event: QEnterEvent, /) -> None:
        super().enterEvent(event)
        if event.globalPosition().toPoint() != self._pointer:
            self._timer.stop()

    @override
    def leaveEvent(self, event: QEvent, /) -> None:
        super().leaveEvent(event)
        if not self.isHidden() and not self._button.hasFocus():
            self._timer.start(LEAST_SHOWN_MS)

    @override
    def eventFilter(self, watched: QObject, event: QEvent, /) -> bool:
        kind = QEvent.Type.Resize if watched is self.parent() else QEvent.Type.Move
        if event.type() == kind and not (self.isHidden() or self._button.hasFocus()):
            self._place()
        return False

    @override
    def paintEvent(self, event: QPaintEvent, /) -> None:
        painter = QPainter(self)
        paint_box(painter, self.rect().toRectF(), "toast", "toast_text", (1, 10))
        painter.end()

    def _place(self) -> None:
        """Lie where the focus is covered least, then its card; at the foot where both are alike."""
        self.setGeometry(min(self._places(), key=self._covered_most))

    def _covered_most(self, place: QRect) -> tuple[int, int]:
        """Return how much would be covered: of what has the focus first, then of its card."""
        return self._covered(place), self._rect_of(_card_in_use()).intersected(place).height()

    def _places(self) -> tuple[QRect, QRect]:
        """Return the place at the foot and the one at the head."""
        side, edge = px(16), px(16)
        self._row.setContentsMargins(side, px(6), side, px(6))
        self._row.setSpacing(px(12))
        parent = self._below()
        self._label.show_at_most(_MOST_LETTERS if parent.height() >= px(_LOW) else _FEW_LETTERS)
        room = max(1, parent.width() - 2 * edge)
        # A wrapping label's own hint is a narrow block; one line is wanted where there is room.
        words = self._label.fontMetrics().horizontalAdvance(self._label.text()) + 4
        button = self._button.sizeHint().width() + px(12) if self._button.text() else 0
        width = min(room, words + button + 2 * side)
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._row.setDirection(across if button * 4 < width or words < width else down)
        height = max(self._row.heightForWidth(width), self._row.minimumSize().height())
        left = (parent.width() - width) // 2
        foot = QRect(left, parent.height() - height - edge, width, height)
        return foot, QRect(left, edge, width, height)

    def _covered(self, place: QRect) -> int:
        """Return how many pixels of the height of what has the focus would be covered."""
        return self._rect_of(QApplication.focusWidget()).intersected(place).height()

    def _free_focus(self) -> None:
        """Lie elsewhere, or scroll what has the focus free where that is covered in any case."""
        if self._button.hasFocus():
            return
        self._place()
        focused = QApplication.focusWidget()
        area = scrolling_around(focused) if focused is not None else None
        if area is None or not self._covered(self.geometry()):
            return
        bar, there = area.verticalScrollBar(), self._rect_of(focused)
        foot, head = self._places()
        up, down = there.bottom() - foot.top() + px(4), there.top() - head.bottom() - px(4)
        # The shorter way first; near an end only one of them can be gone.
        for way, place in sorted([(up, foot), (down, head)], key=_length):
            if bar.minimum() <= bar.value() + way <= bar.maximum():
                self.setGeometry(place)
                bar.setValue(bar.value() + way)
                return

    def _rect_of(self, part: QWidget | None) -> QRect:
        parent = self._below()
        if part is None or part is self._button or not parent.isAncestorOf(part):
            return QRect()
        return QRect(part.mapTo(parent, QPoint(0, 0)), part.size())

    def _below(self) -> QWidget:
        return self.parentWidget() or self


def _card_in_use() -> QWidget | None:
    around = QApplication.focusWidget()
    while around is not None and not isinstance(around, TypingArea):
        around = around.parentWidget()
    return around


def _length(way: tuple[int, QRect]) -> int:
    return abs(way[0])
