"""Short messages: a banner inside a page, a toast over it, and a page with nothing on it yet."""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QCursor, QEnterEvent, QPainter, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QLabel,
    QSizePolicy,
    QWidget,
)
from typing_extensions import override

from homejournal.ui.base.timers import one_shot
from homejournal.ui.theme import RADIUS, paint_box, px, set_icon, set_look, tokens
from homejournal.ui.widgets.button import make_button
from homejournal.ui.widgets.cards.typing_area import TypingArea
from homejournal.ui.widgets.layout.boxes import in_column, in_row, turn
from homejournal.ui.widgets.layout.scroll_areas import scrolling_around
from homejournal.ui.widgets.wrapping_button import OnceButton
from homejournal.ui.widgets.wrapping_labels import WrapLabel, announce, line_label


class NotSaved(QWidget):
    """Says "Not saved" in the place of "Saved", with the icon of a warning."""

    def __init__(self, words: str) -> None:
        super().__init__()
        self._sign = QLabel()
        set_icon(self._sign, "hand-grab", "problem", 16)
        in_row(self._sign, line_label(words, "problem"), gap=4, inside=self)
        self.setAccessibleName(words)


class NoticeKind(Enum):
    """What a notice is, with its icon, its ink and its ground."""

    INFO = ("info-circle", "info", "info_soft")
    CAREFUL = ("hand-grab", "careful", "careful_soft")


class Notice(QFrame):
    """An icon, a text that wraps, and a button if it is given words; ``pressed`` is its press.

    A `slim` one is a line that may stay above a page for long.
    """

    pressed = Signal()

    def __init__(
        self,
        text: str,
        kind: NoticeKind = NoticeKind.INFO,
        button_text: str = "",
        parent: QWidget | None = None,
        *,
        slim: bool = False,
    ) -> None:
        super().__init__(parent)
        self._kind, self._slim = kind, slim
        self._sign = QLabel()
        self._label = WrapLabel("")
        self.button = OnceButton()
        """Hidden while it has no words."""
        self.button.let_wrap()
        if slim:
            set_look(self.button, "strip")
        self.button.clicked.connect(self.pressed)
        self._words = in_row()
        self._words.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignVCenter)
        self._words.addWidget(self._label, 1)
        self._row = in_row(self._words, self.button, grow=self._words, inside=self)
        self.setMinimumWidth(1)
        self._rescale()
        self.put_text(text, button_text)
        if not text:
            self.hide()

    def text(self) -> str:
        return self.accessibleName()

    def set_text(self, text: str, button_text: str = "") -> None:
        """Show a text with the button's words, and have it spoken; hide without one."""
        self.put_text(text, button_text)
        if text:
            announce(self, text)
        self.setVisible(bool(text))

    def put_text(self, text: str, button_text: str = "") -> None:
        """Change the text and the button's words without announcing them; the caller does."""
        self.setAccessibleName(text)
        self._label.setText(text)
        self.button.setText(button_text.replace("&", "&&"))
        self.button.setAccessibleName(button_text)
        self.button.setAccessibleDescription(text)
        self.button.setVisible(bool(button_text))

    @override
    def resizeEvent(self, event: QResizeEvent, /) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        """Put the button under the text where it would leave the text too little room."""
        wanted = self.button.sizeHint().width()
        beside = self.button.isHidden() or wanted * 3 < self.width()
        self.button.setMinimumWidth(wanted if beside else 0)
        turn(self._row, across=beside)
        self._row.setSpacing(px(10) if beside or not self._slim else 0)
        self._row.setAlignment(
            self.button,
            Qt.AlignmentFlag.AlignVCenter if beside else Qt.AlignmentFlag.AlignLeading,
        )

    @override
    def changeEvent(self, event: QEvent, /) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "_row"):
            self._rescale()

    def _rescale(self) -> None:
        side, edge = px(14), 0 if self._slim else px(10)
        self._row.setContentsMargins(side, edge, side, edge)
        self._words.setSpacing(px(10))
        # In one line the button is higher than that.
        over = px(6) if self._slim else 0
        self._words.setContentsMargins(0, over, 0, over)
        self._arrange()
        name, ink, _ = self._kind.value
        set_icon(self._sign, name, ink, 20)

    @override
    def paintEvent(self, event: QPaintEvent, /) -> None:
        _, ink, ground = self._kind.value
        painter = QPainter(self)
        paint_box(painter, self.rect().toRectF(), ground, ink, (tokens().border, RADIUS))
        painter.end()


_TEXT_WIDTH, _DRAWING = 460, 120


class EmptyState(QWidget):
    """A drawing, title, text and one primary button in the middle, whose press is ``pressed``."""

    pressed = Signal()

    def __init__(
        self,
        drawing: str,
        title: str,
        text: str,
        button_text: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._picture = QLabel()
        self._picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._drawing = f"drawings/{drawing}"
        self._title = WrapLabel(title, "heading")
        self._text = WrapLabel(text, "muted")
        self.button = make_button(
            button_text.replace("&", "&&"), on=self.pressed, look="primary", about=text
        )
        self.button.setAccessibleName(button_text)
        if not button_text:  # shown before it has its place it would be a window of its own
            self.button.hide()
        for label in (self._title, self._text):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self.setMinimumWidth(1)
        self._build()
        self._rescale()

    def _build(self) -> None:
        # The column is limited in width but never aligned: an aligned item is given its size hint
        # instead of its height for the width, and a wrapped text would be cut.
        self._column = QWidget()
        self._inner = in_column(self._picture, self._title, self._text, inside=self._column)
        self._inner.addWidget(self.button, 0, Qt.AlignmentFlag.AlignHCenter)
        self._column.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        across = in_row()
        across.addStretch(1)
        across.addWidget(self._column, 1000)
        across.addStretch(1)
        self._outer = in_column(inside=self)
        self._outer.addStretch(1)
        self._outer.addLayout(across)
        self._outer.addStretch(2)

    def text(self) -> str:
        """Return what is said: the title, and the text under it."""
        return " ".join(filter(None, (self._title.text(), self._text.text())))

    def set_texts(self, title: str, text: str, button_text: str = "") -> None:
        self._title.setText(title)
        self._text.setText(text)
        self.button.setText(button_text.replace("&", "&&"))
        self.button.setAccessibleName(button_text)
        self.button.setVisible(bool(button_text))

    @override
    def changeEvent(self, event: QEvent, /) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "_outer"):
            self._rescale()

    @override
    def showEvent(self, event: QShowEvent, /) -> None:
        set_icon(self._picture, self._drawing, "accent", _DRAWING)  # most are never shown
        super().showEvent(event)

    def _rescale(self) -> None:
        self._column.setMaximumWidth(px(_TEXT_WIDTH))
        self._inner.setSpacing(px(10))
        self._outer.setContentsMargins(px(12), px(12), px(12), px(12))


LEAST_SHOWN_MS = 10_000
_MS_PER_LETTER = 90
_MOST_LETTERS = 200
_LOW, _FEW_LETTERS = 300, 60
"""In a window so low, so many letters leave room for what has the focus."""


class Toast(QFrame):
    """Lies over the foot of its parent, or over the head where the focus or its card is there.

    It stays where it is as long as it covers neither there. Where it would be in both, as in a low
    window, what has the focus is scrolled free of it.
    It goes after ten seconds, or later for long texts, but not while the focus is on it, or the
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
        self._row = in_row(self._label, self._button, grow=self._label, inside=self)
        self._timer = one_shot(self, self._on_time)
        self._pointer = QPoint()
        self._at_head = False
        # What Tab comes to is scrolled into sight only after it.
        self._soon = one_shot(self, self._free_focus)
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
            self._at_head = False
            self._pointer = QCursor.pos()
        self.show()
        self.raise_()
        self._place()
        self._soon.start()
        self._restart()
        announce(self._below(), text)

    def text(self) -> str:
        return self._label.accessibleName() or self._label.text()

    def milliseconds_left(self) -> int:
        """Return how long the toast will stay; -1 while it is held or hidden."""
        return self._timer.remainingTime()

    def dismiss(self) -> None:
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
        if event.type() == QEvent.Type.Resize and not self.isHidden():
            self._place()
        return False

    @override
    def paintEvent(self, event: QPaintEvent, /) -> None:
        painter = QPainter(self)
        paint_box(painter, self.rect().toRectF(), "toast", "toast_text", (1, RADIUS))
        painter.end()

    def _place(self) -> None:
        """Lie where the focus is covered least, then its card; where both are alike, stay."""
        foot, head = self._places()
        first, other = (head, foot) if self._at_head else (foot, head)
        self._lie(min(first, other, key=self._covered_most))

    def _lie(self, place: QRect) -> None:
        self._at_head = place == self._places()[1]
        self.setGeometry(place)

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
        turn(self._row, across=button * 4 < width or words < width)
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
                self._lie(place)
                bar.setValue(bar.value() + way)
                return

    def _rect_of(self, part: QWidget | None) -> QRect:
        from PySide6.QtWidgets import (
            QAbstractItemView,  # its many names, of which a frame needs none
        )

        parent = self._below()
        if part is None or part is self._button or not parent.isAncestorOf(part):
            return QRect()
        used = part.rect()
        if isinstance(part, QAbstractItemView) and part.currentIndex().isValid():
            used = part.visualRect(part.currentIndex()).translated(part.viewport().pos())
        return QRect(part.mapTo(parent, used.topLeft()), used.size())

    def _below(self) -> QWidget:
        return self.parentWidget() or self


def _card_in_use() -> QWidget | None:
    around = QApplication.focusWidget()
    while around is not None and not isinstance(around, TypingArea):
        around = around.parentWidget()
    return around


def _length(way: tuple[int, QRect]) -> int:
    return abs(way[0])
