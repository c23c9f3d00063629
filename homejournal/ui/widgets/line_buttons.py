"""Lines of words to press: one that ends in dots, and one that opens what belongs to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFocusEvent, QFont, QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget
from typing_extensions import override

from homejournal.ui.theme import (
    INNER_RADIUS,
    SMALL,
    paint_box,
    pixmap,
    px,
    set_icon,
    sized_font,
    tokens,
)
from homejournal.ui.widgets.layout.boxes import FlowRow, TwoEnds, in_column, in_row, inset
from homejournal.ui.widgets.layout.focus import HasOverlay, has_focus_inside, tab_as_read
from homejournal.ui.widgets.roles import ToldAs, tell_as, tell_folded
from homejournal.ui.widgets.wrapping_button import OnceButton
from homejournal.ui.widgets.wrapping_labels import elided, lines_in, plain

if TYPE_CHECKING:
    from collections.abc import Sequence

    from homejournal.texts.wording import Wording


_HIGH, _WISH, _LEAST, _ICON, _GAP, _LETTERS = 40, 120, 60, 16, 8, SMALL
"""Height, wanted and least width, icons, what lies between, letters, in pixels at 100 %."""
_OF_LINE = frozenset({Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right})
_EDGE = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)


class SecondLine(OnceButton, HasOverlay):
    """Words that end in dots where there is no room; the whole is in the tip and is read aloud.

    ``lead`` stands before the rest in its own ink, so that what is saved is seen at a glance.
    """

    def __init__(self, about: str) -> None:
        super().__init__()
        self._lead = self._rest = ""
        self._ink = "muted"
        self._icons: Sequence[str] = ()
        self.setAccessibleDescription(about)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_words(self, lead: str, rest: str, ink: str, icons: Sequence[str] = ()) -> None:
        """Show what is said first, in a named ink, the rest after it, and icons at the end."""
        if (lead, rest, ink, icons) == (self._lead, self._rest, self._ink, self._icons):
            return
        self._lead, self._rest, self._ink, self._icons = lead, rest, ink, icons
        self.update()

    def set_name(self, name: str) -> None:
        """Say what a press does, and what stands here, to people who listen and in the tip."""
        self.setAccessibleName(name)
        self.setToolTip(plain(name))

    def said(self) -> str:
        return " ".join(filter(None, (self._lead, self._rest)))

    @override
    def sizeHint(self) -> QSize:
        return QSize(px(_WISH), px(_HIGH))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(px(_LEAST), px(_HIGH))

    @override
    def heightForWidth(self, width: int, /) -> int:
        return px(_HIGH)

    @override
    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        if event.key() in _OF_LINE:
            event.ignore()  # Qt goes to the next part of the line, and the line to the next one
        else:
            super().keyPressEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent, /) -> None:
        painter = QPainter(self)
        touched = self.underMouse() and self.isEnabled()
        line = "focus" if self.hasFocus() else ""
        paint_box(
            painter, QRectF(self.rect()), "surface2" if touched else "", line, (2, INNER_RADIUS)
        )
        self._paint_words(painter, self.rect().adjusted(px(_GAP), 0, -px(_GAP), 0))
        painter.end()

    def _paint_words(self, painter: QPainter, room: QRect) -> None:
        """Paint the lead, the rest after it, in two lines where one has no room, and the icons."""
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        wide = room.width() - len(self._icons) * px(_ICON + _GAP)
        usual = sized_font(_LETTERS)
        strong = usual if self._ink == "muted" else sized_font(_LETTERS, strong=True)
        after = QFontMetrics(strong).horizontalAdvance(self._lead) + px(_GAP) if self._lead else 0
        ink = "text" if self._lead else "muted"
        lead, rest, second = self._lead, " ".join(self._rest.split()), ""
        look = usual, ink
        goes_on = after + QFontMetrics(usual).horizontalAdvance(rest) > wide
        if lead and not rest and after - px(_GAP) > wide:
            lead, *more = lines_in(lead, strong, wide)
            second, look = "".join(more), (strong, self._ink)
        elif goes_on and after * 2 > wide:
            rest, second = "", rest  # a few letters beside the lead would not be read
        elif goes_on:
            rest, *more = lines_in(rest, usual, wide - after)
            second = "".join(more)
        top = QRect(room.left(), 0, room.width(), self.height())
        if second:
            half = self.height() // 2
            top, foot = top.adjusted(0, px(3), 0, -half), top.adjusted(0, half, 0, -px(3))
            _paint(painter, second, look, (foot, 0, wide), mirrored=mirrored)
        x = _paint(painter, lead, (strong, self._ink), (top, 0, wide), mirrored=mirrored)
        x += px(_GAP) if lead else 0
        x += _paint(painter, rest, (usual, ink), (top, x, wide - x), mirrored=mirrored)
        self._paint_icons(painter, room, wide if second else x + px(_GAP), mirrored=mirrored)

    def _paint_icons(self, painter: QPainter, room: QRect, x: int, *, mirrored: bool) -> None:
        for icon in self._icons:
            at = room.right() - x - px(_ICON) if mirrored else room.left() + x
            picture = pixmap(icon, "muted", _ICON, ratio=self.devicePixelRatioF())
            painter.drawPixmap(QPointF(at, (self.height() - px(_ICON)) / 2), picture)
            x += px(_ICON + _GAP)


def _paint(
    painter: QPainter,
    words: str,
    look: tuple[QFont, str],
    place: tuple[QRect, int, int],
    *,
    mirrored: bool,
) -> int:
    """Paint words into what is left of a line; return how wide they are."""
    (font, ink), (room, x, left) = look, place
    if not words or left <= 0:
        return 0
    metrics = QFontMetrics(font)
    shown = elided(metrics, words.strip(), left)
    wide = min(left, metrics.horizontalAdvance(shown) + 2)
    start = room.right() - x - wide if mirrored else room.left() + x
    painter.setFont(font)
    painter.setPen(QColor(tokens().colour(ink)))
    painter.drawText(QRect(start, room.top(), wide, room.height()), _EDGE, shown)
    return wide


class FoldRow(QWidget):
    """Hundreds of them open fast: what belongs to a line is made when it is opened first.

    Subclasses make it in `body` and show what is known now in `show_body`.
    """

    def __init__(self, wording: Wording) -> None:
        super().__init__()
        self._wording = wording
        self._body: QWidget | None = None
        self._sign = QLabel()
        self.line = SecondLine("")
        self.line.setCheckable(True)
        self.line.toggled.connect(self._on_turned)
        tell_as(self.line, ToldAs.FOLD)
        set_icon(self._sign, "chevron-right", "muted", 16)
        head = in_row(self._sign, self.line, gap=2, grow=self.line)
        head.setAlignment(self._sign, Qt.AlignmentFlag.AlignVCenter)
        self.does = FlowRow(gap=6)
        self._inner = in_column(TwoEnds(head, self.does), inside=self)

    @override
    def focusInEvent(self, event: QFocusEvent, /) -> None:
        """Hand the focus on to the line: with a proxy, Tab would never leave a list of rows.

        Qt puts what has a proxy before its first child, also where that is no stop of Tab.
        """
        self.line.setFocus(event.reason())

    def body(self) -> QWidget:
        """Return what belongs to the line, made anew."""
        raise NotImplementedError

    def show_body(self) -> None:
        """Show in the body what is known now."""

    @property
    def is_open(self) -> bool:
        """Return whether what belongs to the line is shown."""
        return self.line.isChecked()

    def title(self) -> str:
        return self.line.accessibleName()

    def say(self, lead: str, rest: str, icons: Sequence[str] = ()) -> None:
        """Say on the line what it is about, and show in the open body what is known now."""
        self.line.show_words(lead, rest, "text", icons)
        self.line.set_name(self._wording.line_of((lead, rest)))
        if self._body is not None:
            focused = has_focus_inside(self._body)
            self.show_body()
            if focused and not has_focus_inside(self._body):
                self.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def unfold(self) -> None:
        self.line.setChecked(True)

    def _on_turned(self, shown: bool) -> None:  # noqa: FBT001 - Qt's signal
        if shown and self._body is None:
            self._body = self.body()
            self._body.setContentsMargins(inset(px(26), px(2), 0, px(10)))
            self._inner.addWidget(self._body)
            self.show_body()
            tab_as_read(self)
        if self._body is not None:
            self._body.setVisible(shown)
        set_icon(self._sign, "chevron-down" if shown else "chevron-right", "muted", 16)
        tell_folded(self.line)
