"""A short word that something was saved, with Undo; it goes away by itself."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QTimer, Signal
from PySide6.QtGui import QEnterEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QWidget
from typing_extensions import override

from homejournal.ui.theme import paint_box, px, set_look
from homejournal.ui.widgets.label import WrapLabel
from homejournal.ui.widgets.once_button import OnceButton
from homejournal.ui.widgets.speak import announce

LEAST_SHOWN_MS = 10_000
_MS_PER_LETTER = 90
_MOST_LETTERS = 200


class Toast(QFrame):
    """Lies over the foot of its parent, or over the head where the focus would be covered.

    It stays at least ten seconds, longer for long texts, and as long as the pointer or the focus is
    on it (WCAG 2.2, success criteria 2.2.1 and 2.4.11). ``undo`` is the press of its button.
    """

    undo = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._label = WrapLabel("", "toast", most=_MOST_LETTERS)
        self._button = OnceButton()
        set_look(self._button, "toast")
        self._button.clicked.connect(self._on_undo)
        self._row = QHBoxLayout(self)
        self._row.addWidget(self._label, 1)
        self._row.addWidget(self._button)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.dismiss)
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
        self.show()
        self.raise_()
        self._place()
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
        QApplication.instance().focusChanged.disconnect(self._on_focus_changed)  # type: ignore[union-attr]
        self.hide()

    def _on_undo(self) -> None:
        self.dismiss()
        self.undo.emit()

    def _restart(self) -> None:
        if self.underMouse() or self._button.hasFocus():
            self._timer.stop()
        else:
            self._timer.start(max(LEAST_SHOWN_MS, _MS_PER_LETTER * len(self._label.text())))

    def _on_focus_changed(self, _old: QWidget | None, _now: QWidget | None) -> None:
        if not self._button.hasFocus():  # it would go away from under the mouse that presses it
            self._place()
        self._restart()

    @override
    def enterEvent(self, event: QEnterEvent, /) -> None:
        super().enterEvent(event)
        self._timer.stop()

    @override
    def leaveEvent(self, event: QEvent, /) -> None:
        super().leaveEvent(event)
        if not self.isHidden() and not self._button.hasFocus():
            self._timer.start(LEAST_SHOWN_MS)

    @override
    def eventFilter(self, watched: QObject, event: QEvent, /) -> bool:
        if event.type() == QEvent.Type.Resize and not self.isHidden():
            self._place()
        return False

    @override
    def paintEvent(self, event: QPaintEvent, /) -> None:
        painter = QPainter(self)
        paint_box(painter, self.rect().toRectF(), "toast", "toast_text", (1, 10))
        painter.end()

    def _place(self) -> None:
        side, edge = px(16), px(16)
        self._row.setContentsMargins(side, px(6), side, px(6))
        self._row.setSpacing(px(12))
        parent = self._below()
        room = max(1, parent.width() - 2 * edge)
        # A wrapping label's own hint is a narrow block; one line is wanted where there is room.
        words = self._label.fontMetrics().horizontalAdvance(self._label.text()) + 4
        button = self._button.sizeHint().width() + px(12) if self._button.text() else 0
        width = min(room, words + button + 2 * side)
        height = max(self._row.heightForWidth(width), self._row.minimumSize().height())
        left = (parent.width() - width) // 2
        foot = QRect(left, parent.height() - height - edge, width, height)
        covers = self._focused_rect().intersects(foot)
        self.setGeometry(QRect(left, edge, width, height) if covers else foot)

    def _focused_rect(self) -> QRect:
        parent, focused = self._below(), QApplication.focusWidget()
        if focused is None or focused is self._button or not parent.isAncestorOf(focused):
            return QRect()
        return QRect(focused.mapTo(parent, QPoint(0, 0)), focused.size())

    def _below(self) -> QWidget:
        return self.parentWidget() or self
