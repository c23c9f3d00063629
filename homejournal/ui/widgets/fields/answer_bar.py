"""The answers to one question as joined segments: one of them, in one click or one key."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QButtonGroup, QSizePolicy, QWidget
from typing_extensions import override

from homejournal.ui.theme import BODY, RADIUS, font_in, px, sized_font, tokens
from homejournal.ui.widgets.layout.focus import has_focus_inside
from homejournal.ui.widgets.roles import ToldAs, tell_as
from homejournal.ui.widgets.wrapping_button import ChoiceButton

if TYPE_CHECKING:
    from collections.abc import Sequence


_HIGH, _SIDE, _LEAST, _LETTERS = 40, 12, 44, BODY
"""Height, room beside the words, least width and letters, in pixels at 100 %."""
_ALONG = (Qt.Key.Key_Right, Qt.Key.Key_Left)
_PASSED_ON = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter)
_KEYS = frozenset(
    {
        Qt.FocusReason.TabFocusReason,
        Qt.FocusReason.BacktabFocusReason,
        Qt.FocusReason.ShortcutFocusReason,
    }
)
"""Why the focus came where it came by the keyboard."""
_CENTER = int(Qt.AlignmentFlag.AlignCenter)


@lru_cache(maxsize=256)
def _widths_of(answers: tuple[str, ...], letters: int, side: int, least: int) -> tuple[int, ...]:
    """Return how wide each answer wants to be; layouts ask thousands of times as Today opens."""
    measured = QFontMetrics(font_in(letters, strong=True))
    return tuple(max(least, measured.horizontalAdvance(said) + 2 * side) for said in answers)


def _widths(*answers: str) -> tuple[int, ...]:
    return _widths_of(answers, px(_LETTERS), px(_SIDE), px(_LEAST))


class Segment(ChoiceButton):
    """One answer; left and right go on without choosing, the blank chooses.

    Choosing saves at once, so walking along must not choose, unlike in other radio groups. Chosen
    is told by fill, border and semibold letters together, never by color alone.
    """

    moved = Signal(int)

    def __init__(self, words: str, fill: str, bar: AnswerBar) -> None:
        # A lone "&" would become a shortcut instead of a letter.
        super().__init__(words.replace("&", "&&"), bar)
        self.words = words
        self._bar, self._fill = bar, fill
        self._by_key = False
        self.setAccessibleName(words)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    @override
    def sizeHint(self) -> QSize:
        (wide,) = _widths(self.words)
        return QSize(wide, px(_HIGH))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(px(_LEAST), px(_HIGH))

    @override
    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        self._by_key = True
        self._bar.update()
        key = Qt.Key(event.key())
        if key in _ALONG and not event.modifiers() & Qt.KeyboardModifier.AltModifier:
            mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
            self.moved.emit(1 if (key == Qt.Key.Key_Right) != mirrored else -1)
        elif key in _PASSED_ON:
            event.ignore()
        else:
            super().keyPressEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent, /) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen, enabled = self.isChecked(), self.isEnabled()
        path = self._bar.shape_of(self)
        ground = self._fill if chosen else "surface2" if self.underMouse() or not enabled else ""
        painter.fillPath(path, QColor(tokens().colour(ground or "surface")))
        border = tokens().border
        line = "accent" if chosen else "focus" if self._bar.is_come_to else ""
        line = line or ("control" if enabled else "line")
        painter.strokePath(path, QPen(QColor(tokens().colour(line)), border + int(chosen)))
        painter.setFont(sized_font(_LETTERS, strong=chosen))
        ink = f"on_{self._fill}" if chosen else "text" if enabled else "muted"
        painter.setPen(QColor(tokens().colour(ink)))
        room = self.rect().adjusted(px(4), 0, -px(4), 0)
        words = painter.fontMetrics().elidedText(
            self.words, Qt.TextElideMode.ElideRight, room.width()
        )
        painter.drawText(room, _CENTER, words)
        if self.has_ring:
            painter.setPen(QPen(QColor(tokens().colour(ink if chosen else "focus")), border + 1))
            inside = QRectF(self.rect()).adjusted(px(4), px(4), -px(4), -px(4))
            painter.drawRoundedRect(inside, px(4), px(4))
        painter.end()

    @property
    def has_ring(self) -> bool:
        """Return whether it is framed; without a key its bar is, or it would look half chosen."""
        return self.hasFocus() and self._by_key

    @override
    def focusInEvent(self, event: QFocusEvent, /) -> None:
        self._by_key = event.reason() in _KEYS
        self._bar.update()
        super().focusInEvent(event)

    @override
    def focusOutEvent(self, event: QFocusEvent, /) -> None:
        self._bar.update()
        super().focusOutEvent(event)


class AnswerBar(QWidget):
    """Answers beside one another, or in two or more lines where the words do not fit.

    ``answered`` carries the place, from 0, of what a person has just chosen by mouse, key or screen
    reader; choosing the same once more says nothing. ``fills`` name the colors of the chosen ones.
    """

    answered = Signal(int)

    def __init__(
        self, words: Sequence[str], fills: Sequence[str], about: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        tell_as(self, ToldAs.GROUP, about)
        self._quiet = False
        self._words, self._columns = tuple(words), len(words)
        self._group = QButtonGroup(self)
        pairs = zip(words, fills, strict=True)
        self.segments = tuple(Segment(said, fill, self) for said, fill in pairs)
        for place, segment in enumerate(self.segments):
            segment.setAccessibleDescription(about)
            segment.moved.connect(self._on_moved)
            self._group.addButton(segment, place)
        # Toggled, not clicked: a screen reader changes the state without a click.
        self._group.idToggled.connect(self._on_toggled)
        # Not a fixed height: several lines would be cut off at the height of one.
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._set_tab_stop()

    @property
    def is_come_to(self) -> bool:
        """Return whether the focus came here without a key, and no answer is framed."""
        return any(one.hasFocus() and not one.has_ring for one in self.segments)

    def chosen(self) -> int | None:
        """Return the place of the chosen answer, or None."""
        place = self._group.checkedId()
        return place if place >= 0 else None

    def show_chosen(self, place: int | None) -> None:
        """Show an answer as chosen, or none, without saying that a person chose it."""
        if place == self.chosen():
            return
        self._quiet = True
        self._group.setExclusive(False)
        for at, segment in enumerate(self.segments):
            segment.setChecked(at == place)
        self._group.setExclusive(True)
        self._quiet = False
        self._set_tab_stop()
        self.update()

    def choose(self, place: int) -> bool:
        """Choose an answer as if it had been pressed; return whether there is one."""
        if not 0 <= place < len(self.segments) or not self.segments[place].isEnabled():
            return False
        self.segments[place].setChecked(True)
        return True

    def shape_of(self, segment: Segment) -> QPainterPath:
        """Return the outline of a segment in its own pixels: round only where the bar ends."""
        box = QRectF(segment.rect()).adjusted(1, 1, -1, -1)
        at, last = self.segments.index(segment), len(self.segments) - 1
        first_of_line, last_of_line = at % self._columns == 0, (at + 1) % self._columns == 0
        left, right = first_of_line, last_of_line or at == last
        if segment.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            left, right = right, left
        path = QPainterPath()
        path.setFillRule(Qt.FillRule.WindingFill)
        radius = RADIUS
        path.addRoundedRect(box, radius, radius)
        middle = box.center().x()
        if not left:
            path.addRect(QRectF(box.left(), box.top(), middle - box.left(), box.height()))
        if not right:
            path.addRect(QRectF(middle, box.top(), box.right() - middle, box.height()))
        return path.simplified()

    @override
    def sizeHint(self) -> QSize:
        return QSize(sum(_widths(*self._words)), px(_HIGH))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(px(_LEAST), px(_HIGH))

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int, /) -> int:
        lines = -(-len(self.segments) // self._columns_in(width))
        return lines * (px(_HIGH) + px(4)) - px(4)

    @override
    def resizeEvent(self, event: QResizeEvent, /) -> None:
        super().resizeEvent(event)
        self._place()

    @override
    def changeEvent(self, event: QEvent, /) -> None:
        super().changeEvent(event)
        kinds = {QEvent.Type.StyleChange, QEvent.Type.FontChange, QEvent.Type.LayoutDirectionChange}
        if event.type() in kinds and hasattr(self, "segments"):
            self.updateGeometry()
            self._place()

    def _columns_in(self, width: int) -> int:
        """Return how many answers stand in one line of a width: all, half of them, or one."""
        widths = _widths(*self._words)
        if sum(widths) <= width:
            return len(self.segments)
        widest = max(widths)
        half = -(-len(self.segments) // 2)
        return next((many for many in (half, 2) if many * widest <= width), 1)

    def _place(self) -> None:
        self._columns = self._columns_in(self.width())
        hints = _widths(*self._words)
        in_one_line = self._columns == len(self.segments)
        even = self.width() / self._columns
        spare = (self.width() - sum(hints)) / len(hints) if in_one_line else 0
        widths = [hint + spare for hint in hints] if in_one_line else [even] * len(hints)
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        high, x = px(_HIGH), 0.0
        for at, segment in enumerate(self.segments):
            line, column = divmod(at, self._columns)
            x = 0.0 if column == 0 else x
            left, end = round(x), round(x + widths[at])
            x += widths[at]
            if mirrored:
                left, end = self.width() - end, self.width() - left
            # Two neighbors share one line between them.
            lap = 2 if column and not mirrored else 0
            more = 2 if column and mirrored else 0
            top = line * (high + px(4))
            segment.setGeometry(QRect(left - lap, top, end - left + lap + more, high))

    def _on_toggled(self, place: int, checked: bool) -> None:  # noqa: FBT001 - Qt's signal
        if checked and not self._quiet:
            self._set_tab_stop()
            if has_focus_inside(self):
                # The blank after a digit would choose the answer that the keyboard was at before.
                self.segments[place].setFocus(Qt.FocusReason.OtherFocusReason)
            self.answered.emit(place)

    def _on_moved(self, step: int) -> None:
        focused = self.focusWidget()
        if isinstance(focused, Segment):
            at = (self.segments.index(focused) + step) % len(self.segments)
            self.segments[at].setFocus(Qt.FocusReason.TabFocusReason)

    def _set_tab_stop(self) -> None:
        """Let Tab enter at the chosen answer, or at the first, as in every radio group."""
        stop = self.chosen() or 0
        for place, segment in enumerate(self.segments):
            tab, click = Qt.FocusPolicy.StrongFocus, Qt.FocusPolicy.ClickFocus
            segment.setFocusPolicy(tab if place == stop else click)
        self.setFocusProxy(self.segments[stop])
