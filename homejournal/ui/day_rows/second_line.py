"""The second line of a row: where and from whom, then what is saved and the note."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QSizePolicy
from typing_extensions import override

from homejournal.ui.theme import paint_box, pixmap, px, sized_font, tokens
from homejournal.ui.widgets.buttons.wrapping_button import OnceButton
from homejournal.ui.widgets.layout.focus import HasOverlay
from homejournal.ui.widgets.wrapping_labels import elided, plain

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent, QPaintEvent

_HIGH, _WISH, _LEAST, _ICON, _GAP, _LETTERS = 40, 150, 60, 16, 6, 14
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
        """Return what stands here."""
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
        paint_box(painter, QRectF(self.rect()), "surface2" if touched else "", line, (2, 6))
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        room = self.rect().adjusted(px(_GAP), 0, -px(_GAP), 0)
        wide = len(self._icons) * px(_ICON + _GAP)
        plain_letters = sized_font(px(_LETTERS))
        strong = sized_font(px(_LETTERS), strong=True)
        x = 0
        for words, font, ink in (
            (self._lead, strong if self._ink != "muted" else plain_letters, self._ink),
            (self._rest, plain_letters, "text" if self._lead else "muted"),
        ):
            left = room.width() - wide - x
            if words and left > px(_ICON):
                x += _paint(painter, words, (font, ink), (room, x, left), mirrored=mirrored)
                x += px(_GAP)
        for icon in self._icons:
            at = room.right() - x - px(_ICON) if mirrored else room.left() + x
            picture = pixmap(icon, "muted", _ICON, ratio=self.devicePixelRatioF())
            painter.drawPixmap(QPointF(at, (self.height() - px(_ICON)) / 2), picture)
            x += px(_ICON + _GAP)
        painter.end()


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
    metrics = QFontMetrics(font)
    shown = elided(metrics, words.replace("\n", " "), left)
    wide = min(left, metrics.horizontalAdvance(shown) + 2)
    start = room.right() - x - wide if mirrored else room.left() + x
    painter.setFont(font)
    painter.setPen(QColor(tokens().colour(ink)))
    painter.drawText(QRect(start, 0, wide, room.height()), _EDGE, shown)
    return wide
